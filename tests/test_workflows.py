"""The workflows do on this machine what they are to do on the code host, and a stranger's proposal can do nothing."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from generator import codehost
from generator.issueforms.write import LABEL
from generator.reading.strict import parse
from generator.reports.comment import MARK
from scripts import hosted
from tests.folders import GROUP, OTHER_GROUP, ROOT, content, put
from tests.workflows import ACTIONS, REPOSITORY, RUN_URL, WORKFLOWS, Host, commit, git, host, jobs, run, steps

pytestmark = pytest.mark.process

NAMES = sorted(path.name for path in WORKFLOWS.iterdir())
JOBS = [(name, job) for name in NAMES for job in jobs(name)]
SHA = "a" * 40
API = f"repos/{REPOSITORY}"
BROKEN = OTHER_GROUP.replace("volunteer", "ボランテイア @all ![x](https://evil.example/x.png)")
PULL = {"number": 5, "head": {"sha": SHA}}


def _text(name: str) -> str:
    return (WORKFLOWS / name).read_text(encoding="utf-8")


def _data(name: str) -> Any:
    return parse(_text(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_has_no_rights_but_those_that_a_job_needs(name: str) -> None:
    assert _data(name)["permissions"] == {}
    for job in jobs(name).values():
        assert job["permissions"]
        assert int(job["timeout-minutes"]) <= 60
    assert "concurrency" in _data(name)


@pytest.mark.parametrize("name", NAMES)
def test_every_action_is_pinned_and_known(name: str) -> None:
    used = re.findall(r"uses: (.*)", _text(name))
    assert all(re.fullmatch(r"[a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+", each) for each in used), used
    assert {each.split("@")[0] for each in used} <= ACTIONS.keys()


def test_an_action_has_one_version_everywhere() -> None:
    used = {each for name in NAMES for each in re.findall(r"uses: (.*)", _text(name))}
    assert len({each.split("@")[0] for each in used}) == len(used)


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_nothing_of_an_event_is_written_into_a_script(name: str, job: str) -> None:
    for step in steps(name, job):
        assert "${{" not in step.get("run", "")
        if str(step.get("uses", "")).startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"
            assert "ref" not in step["with"]
    assert "pull_request_target" not in _text(name)
    assert "secrets." not in _text(name)


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_where_a_token_may_write_nothing_is_installed_and_nothing_of_a_stranger_runs(name: str, job: str) -> None:
    rights = jobs(name)[job]["permissions"]
    if "write" not in rights.values():
        return
    scripts = [step["run"] for step in steps(name, job) if "run" in step]
    assert all(script.startswith("python3 -m generator.codehost ") for script in scripts)
    assert "pull_request" not in _data(name)["on"]


def test_the_workflows_know_each_other() -> None:
    assert _data("comment.yml")["on"]["workflow_run"]["workflows"] == [_data("check.yml")["name"]]
    assert f"'{LABEL}'" in jobs("issue.yml")["read"]["if"]
    uploads = [s["with"]["name"] for s in steps("check.yml", "check") if "upload-artifact" in s.get("uses", "")]
    assert uploads == [codehost.RESULT, "preview"]
    assert codehost.MARK == MARK


def test_what_runs_where_a_token_may_write_needs_python_alone() -> None:
    # -S leaves out everything that is installed beside Python itself.
    arguments = [sys.executable, "-S", "-m", "generator.codehost", "--help"]
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "propose" in done.stdout


def test_a_dependency_of_the_tests_is_no_secret() -> None:
    assert steps("test.yml", "test")[-1]["run"] == "bash .ci/run"
    assert (ROOT / ".ci" / "run").is_file()


def _proposed(there: Host, files: dict[str, str | bytes]) -> None:
    """A pull request with these files: the host keeps it merged with main under a ref, whose first parent is main."""
    work = there.home / "work"
    git(work, "switch", "--quiet", "--force-create", "proposal", "main")
    put(work, {f"content/{name}": data for name, data in files.items()})
    commit(work, "Propose")
    git(work, "switch", "--quiet", "--force-create", "merged", "main")
    git(work, "-c", "user.name=x", "-c", "user.email=x@example.org", "merge", "--quiet", "--no-ff", "proposal")
    git(work, "push", "--quiet", "--force", "origin", "merged")


def _run_event(conclusion: str = "success", **more: Any) -> dict[str, Any]:
    whose = {"head_sha": SHA, "head_branch": "x`$(id)`", "head_repository": {"owner": {"login": "somebody"}}}
    return {"workflow_run": {"id": 77, "html_url": RUN_URL, "conclusion": conclusion, **whose, **more}}


def _answered(there: Host, conclusion: str, comments: list[Any] | None = None) -> None:
    """Let the second workflow run after the first, whose result the host hands out."""
    packed = there.zipped(codehost.RESULT)
    (there.home / "result.zip").write_bytes(packed)
    there.answers |= {
        f"GET {API}/actions/runs/77/artifacts": {
            "artifacts": [{"id": 9, "name": codehost.RESULT, "size_in_bytes": len(packed)}]
        },
        f"GET {API}/actions/artifacts/9/zip": "result.zip",
        f"GET {API}/pulls": [PULL],
        f"GET {API}/issues/5/comments": [comments or []],
        f"POST {API}/issues/5/comments": {},
        f"PATCH {API}/issues/comments/3": {},
    }
    for job in ("words", "post"):
        done = run(there, "comment.yml", job, _run_event(conclusion))
        assert done.fine, done.output


@pytest.mark.site
def test_a_good_proposal_is_checked_previewed_and_thanked(tmp_path: Path) -> None:
    there = host(tmp_path)
    _proposed(there, {"groups/hana.yaml": OTHER_GROUP})
    done = run(there, "check.yml", "check", {"pull_request": {"number": 5}}, "merged")
    assert done.fine, done.output
    assert done.steps[-1] == "下見を作る"
    assert (there.artifact("preview") / "groups" / "hana" / "index.html").is_file()
    assert (there.artifact(codehost.RESULT) / "changed.txt").read_text(encoding="utf-8") == "content/groups/hana.yaml\n"
    assert there.calls == []
    _answered(there, "success")
    ((address, data),) = there.sent("POST")
    assert address == f"{API}/issues/5/comments"
    assert "直すところはありません" in data["body"]
    assert f"({RUN_URL}#artifacts)" in data["body"]
    assert "きよせセンター（電話 042-000-0100）" in data["body"]


def test_a_broken_proposal_is_told_what_to_mend_and_the_same_comment_follows_it(tmp_path: Path) -> None:
    there = host(tmp_path)
    _proposed(there, {"groups/hana.yaml": BROKEN})
    done = run(there, "check.yml", "check", {"pull_request": {"number": 5}}, "merged")
    assert not done.fine
    assert done.steps[-1] == "点検"
    assert "::error file=content/groups/hana.yaml,line=3," in done.output
    assert "unknown-term" in done.summary
    old = {"id": 3, "user": {"login": codehost.BOT}, "body": f"{MARK}\n前のお返事"}
    foreign = {"id": 2, "user": {"login": "somebody"}, "body": f"{MARK}\nなりすまし"}
    _answered(there, "failure", [foreign, old])
    assert there.sent("POST") == []
    ((address, data),) = there.sent("PATCH")
    assert address == f"{API}/issues/comments/3"
    assert "あと1か所" in data["body"]
    assert "**団体の種類**・3行目" in data["body"]
    assert "`kind: ボランテイア @all ![x](https://evil.example/x.png)`" in data["body"]


def test_the_same_words_are_not_written_again(tmp_path: Path) -> None:
    there = host(tmp_path)
    put(there.artifact(codehost.RESULT), {"problems.jsonl": "", "changed.txt": ""})
    _answered(there, "success")
    body = there.sent("POST")[0][1]["body"]
    (tmp_path / "calls.jsonl").unlink()
    _answered(there, "success", [{"id": 3, "user": {"login": codehost.BOT}, "body": body}])
    assert [each for method in ("POST", "PATCH") for each in there.sent(method)] == []


def test_a_result_made_by_a_stranger_is_only_read(tmp_path: Path) -> None:
    there = host(tmp_path)
    row = {
        "rule": "unknown-term",
        "file": "$(touch pwned)\n@all",
        "line": 1,
        "facts": {"value": "`@all`", "label": "#1"},
    }
    put(there.artifact(codehost.RESULT), {"problems.jsonl": json.dumps(row), "changed.txt": "$(touch pwned)\n"})
    _answered(there, "failure; touch pwned")
    assert list(tmp_path.rglob("pwned")) == []
    assert "点検が途中で止まりました" in there.sent("POST")[0][1]["body"]


def test_a_result_that_is_missing_too_large_or_broken_is_no_reason_to_fail(tmp_path: Path) -> None:
    there = host(tmp_path)
    put(there.artifact(codehost.RESULT), {"problems.jsonl": b"\0" * 10})
    for artifacts in ([], [{"id": 9, "name": codehost.RESULT, "size_in_bytes": codehost.MOST_PACKED + 1}]):
        there.answers = {f"GET {API}/actions/runs/77/artifacts": {"artifacts": artifacts}}
        done = run(there, "comment.yml", "words", _run_event())
        assert done.fine, done.output
        assert "点検が途中で止まりました" in (there.artifact("words") / "comment.md").read_text(encoding="utf-8")
        assert "9/zip" not in str(there.calls)


@pytest.mark.parametrize("packed", [b"", b"PK", b"no zip at all", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_archive_gives_no_files(packed: bytes, tmp_path: Path) -> None:
    codehost.unpack(io.BytesIO(packed), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_archive_gives_only_the_files_that_are_expected_and_only_so_much(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../evil.txt", "x")
        archive.writestr("/etc/evil.txt", "x")
        archive.writestr("changed.txt", b"\0" * (codehost.MOST_BYTES * 20))
    (tmp_path / "in").mkdir()
    codehost.unpack(stream, tmp_path / "in")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["changed.txt"]
    assert (tmp_path / "in" / "changed.txt").stat().st_size == codehost.MOST_BYTES


@pytest.mark.parametrize("pulls", [[], [{"number": 5, "head": {"sha": "b" * 40}}]])
def test_a_proposal_that_is_closed_or_went_on_is_left_alone(tmp_path: Path, pulls: list[Any]) -> None:
    there = host(tmp_path)
    put(there.artifact("words"), {"comment.md": f"{MARK}\nx"})
    there.answers = {f"GET {API}/pulls": pulls}
    assert run(there, "comment.yml", "post", _run_event()).fine
    assert len(there.calls) == 1
    assert "head=somebody%3Ax%60%24%28id%29%60" in there.calls[0][0][1]


@pytest.mark.site
def test_what_is_published_is_the_site(tmp_path: Path) -> None:
    there = host(tmp_path)
    assert run(there, "publish.yml", "build", {}).fine
    assert (there.artifact("github-pages") / "groups" / "kawa-akari" / "index.html").is_file()
    assert jobs("publish.yml")["deploy"]["needs"] == "build"


def _scope(there: Host) -> str:
    """What the tests' first job says: whether the program has changed."""
    done = run(there, "test.yml", "scope", {"pull_request": {"number": 5}}, "merged")
    assert done.fine, done.output
    return (there.home / "temp" / "output.txt").read_text(encoding="utf-8")


def test_a_proposal_that_touches_profiles_alone_does_not_wait_for_the_whole_suite(tmp_path: Path) -> None:
    there = host(tmp_path)
    _proposed(there, {"groups/hana.yaml": OTHER_GROUP})
    assert _scope(there) == "program=false\n"
    # A job left out by its condition counts as passed; one whose workflow never began would be waited for.
    assert jobs("test.yml")["test"]["if"] == "needs.scope.outputs.program == 'true'"
    assert "paths" not in _text("test.yml")


@pytest.mark.parametrize("name", ["../generator/x.py", "vocabulary/more.yaml", "../.github/workflows/x.yml"])
def test_a_proposal_that_touches_anything_else_is_tested_whole(tmp_path: Path, name: str) -> None:
    there = host(tmp_path)
    _proposed(there, {"groups/hana.yaml": OTHER_GROUP, name: "x: 1\n"})
    assert _scope(there) == "program=true\n"


def test_what_is_pushed_is_tested_whole(tmp_path: Path) -> None:
    there = host(tmp_path)
    assert run(there, "test.yml", "scope", {}).fine
    assert (there.home / "temp" / "output.txt").read_text(encoding="utf-8") == "program=true\n"


def _reminded(home: Path, age: int, issues: list[Any]) -> list[tuple[str, Any]]:
    there = host(home)
    day = subprocess.run(["date", "-d", f"{age} days ago", "+%s"], check=True, capture_output=True, text=True).stdout
    when = {"GIT_COMMITTER_DATE": f"@{day.strip()} +0900"}
    words = ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--allow-empty", "-m", "Old"]
    subprocess.run(["git", *words], cwd=home / "work", check=True, env=os.environ | when)
    git(home / "work", "push", "--quiet", "origin", "main")
    there.answers = {f"GET {API}/issues": issues, f"POST {API}/issues": {}}
    done = run(there, "publish.yml", "remind", {})
    assert done.fine, done.output
    return there.sent("POST")


def test_before_the_host_stops_the_nightly_build_an_issue_says_so(tmp_path: Path) -> None:
    ((address, data),) = _reminded(tmp_path, 50, [])
    assert address == f"{API}/issues"
    assert data["title"] == codehost.REMINDER
    assert "50日のあいだ" in data["body"]


@pytest.mark.parametrize(("age", "issues"), [(30, []), (50, [{"title": codehost.REMINDER}])])
def test_nobody_is_reminded_without_need_or_twice(tmp_path: Path, age: int, issues: list[Any]) -> None:
    assert _reminded(tmp_path, age, issues) == []


def test_the_checks_that_staff_are_told_to_require_are_there() -> None:
    told = (ROOT / "docs" / "staff.md").read_text(encoding="utf-8")
    for name, job in (("check.yml", "check"), ("test.yml", "test")):
        assert f"`{jobs(name)[job]['name']}`" in told
    owned = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8")
    for folder in (".github", "generator", "theme", "scripts", "tests"):
        assert re.search(rf"^/{re.escape(folder)}/ +@", owned, re.MULTILINE)
    assert "content/groups" not in owned


EVIL_TITLE = "団体の掲載：花`$(touch pwned)` @all ${{ github.token }}\n::set-output name=x::y <b>"
ISSUE = """\
### 団体名

花あかりの会 $(touch pwned) `touch pwned`

### ふりがな

はなあかりのかい

### 団体の種類

ボランティア団体

### おもな活動分野

環境の保全

### 活動地域

市内全域

### ひとこと紹介

花を育てます。${{ github.token }} '; touch pwned; '

### 活動紹介

毎月集まります。
EOF
$(touch pwned)

### 活動日時・場所

毎月第2土曜 9:00-12:00 川辺の家

### 連絡先：電話

042-000-0011

### 直すページ

_No response_
"""


@pytest.fixture
def there(tmp_path: Path) -> Host:
    """A host that takes issues."""
    made = host(tmp_path)
    made.answers = {
        f"GET {API}/pulls": [],
        f"POST {API}/pulls": {"number": 34},
        f"PATCH {API}/pulls/34": {"number": 34},
        f"GET {API}/issues/12/comments": [[]],
        f"POST {API}/issues/12/comments": {},
    }
    return made


def _issue(there: Host, body: str | None, title: str = EVIL_TITLE) -> str:
    """Let the workflow take an issue; gives the words of the comment on it."""
    event = {"issue": {"number": 12, "title": title, "body": body}, "repository": {"default_branch": "main"}}
    (there.home / "calls.jsonl").unlink(missing_ok=True)
    for job in ("read", "propose"):
        done = run(there, "issue.yml", job, event)
        assert done.fine, done.output
    comments = [data["body"] for address, data in there.sent("POST") if address.endswith("/issues/12/comments")]
    assert list(there.home.rglob("pwned")) == []
    return str(comments[-1]) if comments else ""


def _path(there: Host) -> str:
    """The one file that the proposal changes."""
    (path,) = git(there.origin, "diff", "--name-only", "main", "form/issue-12").split()
    return path


def _profile(there: Host) -> str:
    return git(there.origin, "show", f"form/issue-12:{_path(there)}")


def test_an_issue_becomes_a_proposal_whatever_is_written_in_it(there: Host) -> None:
    words = _issue(there, ISSUE)
    profile = _profile(there)
    assert "name: 花あかりの会 $(touch pwned) `touch pwned`" in profile
    assert "${{ github.token }} '; touch pwned; '" in profile
    ((_, made),) = [each for each in there.sent("POST") if each[0].endswith("/pulls")]
    assert made["title"] == "団体の掲載：花 $(touch pwned) all ${{ github.token }} ::set-output name=x::y b（#12）"
    assert (made["head"], made["base"]) == ("form/issue-12", "main")
    assert "Closes #12" in made["body"]
    assert words.startswith(MARK)
    assert words.endswith("ページの案：#34")
    assert re.fullmatch(r"content/groups/[a-z-]+\.yaml", _path(there))


def test_an_edited_issue_renews_the_same_proposal(there: Host) -> None:
    _issue(there, ISSUE)
    there.answers[f"GET {API}/pulls"] = [{"number": 34}]
    _issue(there, ISSUE.replace("042-000-0011", "042-000-0022").replace("\n", "\r\n"))
    assert [address for address, _ in there.sent("POST")] == [f"{API}/issues/12/comments"]
    assert [address for address, _ in there.sent("PATCH")] == [f"{API}/pulls/34"]
    assert "042-000-0022" in _profile(there)
    assert git(there.origin, "rev-list", "--count", "main..form/issue-12").strip() == "1"


def test_what_staff_have_mended_in_a_proposal_is_not_written_over(there: Host) -> None:
    _issue(there, ISSUE)
    work = there.home / "staff"
    git(there.home, "clone", "--quiet", "--branch", "form/issue-12", str(there.origin), str(work))
    put(work, {_path(there): OTHER_GROUP})
    commit(work, "Mend")
    git(work, "push", "--quiet", "origin", "form/issue-12")
    there.answers[f"GET {API}/pulls"] = [{"number": 34}]
    assert "案は書きかえませんでした" in _issue(there, ISSUE)
    assert _profile(there) == OTHER_GROUP


def test_an_issue_with_mistakes_is_a_proposal_too_and_hears_what_to_mend(there: Host) -> None:
    words = _issue(there, ISSUE.replace("はなあかりのかい", "花明").replace("042-000-0011", "090-1234-5678"))
    assert "### ありがとうございます。あと2か所、直すとのせられます" in words
    assert "**ふりがな**" in words
    assert "この番号は、個人の携帯電話のようです。" in words
    assert "yaml" not in words
    assert "ページの案：#34" in words


@pytest.mark.parametrize(
    "body", ["こんにちは。のせてください。", "", None, "### 団体名\n\n花\n\n### 直すページ\n\n../../x\n"]
)
def test_an_issue_that_is_not_understood_gets_a_friendly_answer_and_no_proposal(there: Host, body: str | None) -> None:
    words = _issue(there, body)
    assert "### 申し込みを読み取れませんでした" in words
    assert "ください。" in words
    assert "きよせセンター（電話 042-000-0100）" in words
    assert [address for address, _ in there.sent("POST")] == [f"{API}/issues/12/comments"]
    assert "form/issue-12" not in git(there.origin, "branch", "--list", "form/*")


def test_a_correction_touches_only_its_own_profile(there: Host) -> None:
    body = "### 団体名\n\n川あかりの会\n\n### 連絡先：電話\n\n042-000-0099\n\n### 直すページ\n\nhttps://x.example/groups/kawa-akari/\n"
    _issue(there, body)
    assert _path(there) == "content/groups/kawa-akari.yaml"
    assert _profile(there).startswith(GROUP.replace("042-000-0011", "042-000-0099"))


@pytest.mark.parametrize(
    "names",
    [
        "",
        "content/groups/../../.github/workflows/x.yml",
        ".github/workflows/x.yml",
        "content/groups/a.yaml\ncontent/groups/b.yaml",
        "content/groups/missing.yaml",
        "content/groups/link.yaml",
        "content/groups/large.yaml",
        "/etc/passwd",
    ],
)
def test_only_one_profile_is_ever_proposed(names: str, tmp_path: Path) -> None:
    large = b"x" * (codehost.LARGEST_PROFILE + 1)
    files = {"content/groups/a.yaml": "x", "content/groups/b.yaml": "x", "content/groups/large.yaml": large}
    put(tmp_path, {**files, "changed.txt": names})
    (tmp_path / "content/groups/link.yaml").symlink_to("/etc/passwd")
    assert codehost.proposed(tmp_path) is None


def test_careless_files_would_be_found(tmp_path: Path) -> None:
    shutil.copytree(ROOT / ".github", tmp_path / ".github")
    checks = list(hosted.commands(tmp_path))
    assert [subprocess.run(each, cwd=tmp_path, check=False).returncode for each in checks] == [0] * len(checks)
    careless = "      - run: echo ${{ github.event.issue.title }}\n"
    put(
        tmp_path,
        {".github/workflows/issue.yml": _text("issue.yml").replace("    steps:\n", f"    steps:\n{careless}", 1)},
    )
    put(tmp_path, {".github/ISSUE_TEMPLATE/group.yml": "name: x\ndescription: x\nbody: []\n"})
    put(tmp_path, {".github/dependabot.yml": "version: 1\n"})
    failed = [
        each for each in checks if subprocess.run(each, cwd=tmp_path, capture_output=True, check=False).returncode
    ]
    said = [" ".join(map(str, each)) for each in failed]
    assert [name for name in ("zizmor", "issue-forms", "dependabot") if any(name in each for each in said)] == [
        "zizmor",
        "issue-forms",
        "dependabot",
    ]


HOOKS: Any = parse((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("hook", HOOKS, ids=[hook["id"] for hook in HOOKS])
def test_a_hook_before_a_commit_finds_what_is_wrong_in_the_files_it_is_given(hook: Any, tmp_path: Path) -> None:
    content(tmp_path / "content", {"groups/hana.yaml": f"{BROKEN}fields: [welfare]\n"})
    named = "content/groups/hana.yaml"
    assert re.search(hook["files"], named)
    assert not re.search(hook["files"], "docs/groups.md")
    assert hook["language"] == "python"
    ours, *words = hook["entry"].split()
    assert ours == "hiroba"
    there = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "generator.cli", *words, named]
    assert subprocess.run(command, cwd=tmp_path, env=there, capture_output=True, check=False).returncode == 1
    put(tmp_path, {named: OTHER_GROUP})
    assert subprocess.run(command, cwd=tmp_path, env=there, capture_output=True, check=False).returncode == 0


def test_every_step_of_ours_has_been_run_by_these_tests() -> None:
    ours = {(name, job) for name, job in JOBS if any("run" in step for step in steps(name, job))}
    walked = {
        ("check.yml", "check"),
        ("comment.yml", "words"),
        ("comment.yml", "post"),
        ("issue.yml", "read"),
        ("issue.yml", "propose"),
        ("publish.yml", "build"),
        ("publish.yml", "remind"),
        ("test.yml", "scope"),
    }
    # `.ci/run` is these tests themselves, and other systems run a part of them. What a release does (a wheel built,
    # installed alone, a new town checked and built with it) tests/test_wheel.py does.
    elsewhere = {("test.yml", "test"), ("test.yml", "elsewhere"), ("release.yml", "build"), ("release.yml", "try")}
    assert ours == walked | elsewhere
