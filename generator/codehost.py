"""What the workflows do on the code host: fetch a result, post one comment and renew it, propose a profile.

Runs where a token may write, so it needs nothing but Python and `gh` (a wheel installed without what it depends on is
enough), runs nothing that a stranger wrote, and takes what a stranger wrote as data: from the event's file or from a
folder of results, never from a command line. Used as `python -m generator.codehost`.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from generator.clock import now_here

MARK = "<!-- hiroba -->"
BOT = "github-actions[bot]"
BOT_MAIL = "41898282+github-actions[bot]@users.noreply.github.com"
RESULT = "hiroba-result"
# What a stranger's check may hand over: these files, packed and unpacked no larger than this.
RESULT_FILES = ("problems.jsonl", "changed.txt")
MOST_PACKED, MOST_BYTES = 1024 * 1024, 4 * 1024 * 1024
LONGEST_COMMENT, LARGEST_PROFILE = 65_000, 256 * 1024
PROFILE = re.compile(r"content/(?:groups|events)/[a-z0-9]+(?:-[a-z0-9]+)*\.yaml")
PROPOSED = "ページの案"
# After 60 quiet days the host switches a schedule off.
QUIET_DAYS = 45
REMINDER = "まもなく、毎晩の公開が止まります"
REMINDED = """{days}日のあいだ、このリポジトリに変わりがありません。60日になると、GitHub は毎晩の「公開」を止めます。
止まると、終わったイベントや締切を過ぎた募集が、サイトに残ったままになります。

どれか一つをしてください。

1. 直したいプロフィールがあれば直す（確認日を今日にするだけでもかまいません）。
2. もう止まっていたら、「Actions」→「公開」→「Enable workflow」を押す。

すんだら、この Issue を閉じてください。
"""


def gh(*arguments: str, data: Any = None) -> bytes:
    """What the code host answers; `data` is sent as JSON."""
    sent = None if data is None else json.dumps(data).encode("utf-8")
    extra = () if data is None else ("--input", "-")
    return subprocess.run(["gh", *arguments, *extra], input=sent, check=True, stdout=subprocess.PIPE).stdout


def api(path: str, *options: str, data: Any = None) -> Any:
    """The JSON that an address of this repository's interface answers."""
    answer = gh("api", f"repos/{os.environ['GITHUB_REPOSITORY']}/{path}", *options, data=data)
    return json.loads(answer) if answer.strip() else None


def event() -> Any:
    """What has happened, as the code host tells it."""
    return json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))


def git(*arguments: str) -> str:
    """What git says."""
    done = subprocess.run(["git", *arguments], check=True, stdout=subprocess.PIPE)
    return done.stdout.decode("utf-8", "replace").strip()


def text(out: Path) -> None:
    """Write the text of the issue into a file, as it was sent."""
    out.write_bytes(str(event()["issue"]["body"] or "").encode("utf-8", "replace"))


def take(folder: Path) -> None:
    """Fetch the result of the check that has just ended; what is too large, or no result, leaves the folder empty."""
    folder.mkdir(parents=True, exist_ok=True)
    run = int(event()["workflow_run"]["id"])
    found = api(f"actions/runs/{run}/artifacts?name={RESULT}&per_page=10")["artifacts"]
    fits = [each for each in found if each["name"] == RESULT and int(each["size_in_bytes"]) <= MOST_PACKED]
    if not fits:
        print("点検の結果がないか、大きすぎます。", file=sys.stderr)
        return
    repository, number = os.environ["GITHUB_REPOSITORY"], int(fits[0]["id"])
    with tempfile.TemporaryFile() as packed:
        packed.write(gh("api", f"repos/{repository}/actions/artifacts/{number}/zip"))
        unpack(packed, folder)


def unpack(packed: Any, folder: Path) -> None:
    """The files of a result that are known by name, each as far as it may be long."""
    try:
        with zipfile.ZipFile(packed) as archive:
            for name in RESULT_FILES:
                if name in archive.namelist():
                    with archive.open(name) as stream:
                        (folder / name).write_bytes(stream.read(MOST_BYTES))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        print(f"点検の結果を開けません: {type(error).__name__}", file=sys.stderr)


def pull_of_run() -> int | None:
    """The open proposal that a check belongs to; None if it is closed, or was changed again since."""
    run = event()["workflow_run"]
    owner, branch = run["head_repository"]["owner"]["login"], run["head_branch"]
    query = urlencode({"state": "open", "head": f"{owner}:{branch}", "per_page": 10})
    same = [each for each in api(f"pulls?{query}") if each["head"]["sha"] == run["head_sha"]]
    return int(same[0]["number"]) if same else None


def stick(number: int, words: str) -> None:
    """Post a comment that begins with our mark, or renew the one that is there."""
    body = words if words.startswith(MARK) else f"{MARK}\n{words}"
    pages = api(f"issues/{number}/comments?per_page=100", "--paginate", "--slurp")
    ours = [each for page in pages for each in page if is_ours(each)]
    if ours and ours[0]["body"].strip() == body[:LONGEST_COMMENT].strip():
        return
    path = f"issues/comments/{int(ours[0]['id'])}" if ours else f"issues/{number}/comments"
    api(path, "--method", "PATCH" if ours else "POST", data={"body": body[:LONGEST_COMMENT]})


def is_ours(comment: Any) -> bool:
    """Whether a comment is the one that we keep: nobody else can make us write into theirs."""
    return (comment.get("user") or {}).get("login") == BOT and str(comment.get("body", "")).startswith(MARK)


def comment(file: Path) -> None:
    """Post a comment on the proposal that was checked."""
    number = pull_of_run()
    if number is None:
        print("開いている提案がないか、そのあとで変わっています。", file=sys.stderr)
        return
    stick(number, file.read_text(encoding="utf-8"))


def proposed(folder: Path) -> tuple[str, bytes] | None:
    """The one profile that reading an issue made, by its path; None if there is none that may be proposed."""
    names = (folder / "changed.txt").read_text(encoding="utf-8").split("\n")
    files = [name for name in names if PROFILE.fullmatch(name)]
    if len(files) != 1 or not (folder / files[0]).is_file() or (folder / files[0]).is_symlink():
        return None
    data = (folder / files[0]).read_bytes()
    return (files[0], data) if len(data) <= LARGEST_PROFILE else None


def propose(folder: Path) -> None:
    """Make a pull request of what an issue asks for, or renew it, and say so on the issue."""
    issue = event()["issue"]
    number, words = int(issue["number"]), (folder / "comment.md").read_text(encoding="utf-8")
    found = proposed(folder)
    if found is None:
        stick(number, words)
        return
    gh("auth", "setup-git")
    branch = f"form/issue-{number}"
    title = f"{one_line(issue['title'])}（#{number}）"
    if by_people(branch):
        words += (
            "\n\n職員がこの案を直しはじめているため、案は書きかえませんでした。変えたいところを、ここに書いてください。"
        )
    else:
        push(branch, *found, title)
    stick(number, f"{words}\n\n{PROPOSED}：#{pull_request(branch, title, number, words)}")


def one_line(words: object) -> str:
    """A title from a stranger's: one line, not too long, calling nobody."""
    return re.sub(r"[\s@<>`\x00-\x1f\x7f]+", " ", str(words)).strip()[:80] or "掲載の申し込み"


def by_people(branch: str) -> bool:
    """Whether somebody else has committed to a branch of ours, whose work must not be lost."""
    if not git("ls-remote", "origin", f"refs/heads/{branch}"):
        return False
    git("fetch", "--quiet", "origin", f"refs/heads/{branch}")
    return any(mail != BOT_MAIL for mail in git("log", "--format=%ce", "HEAD..FETCH_HEAD").split("\n") if mail)


def push(branch: str, path: str, data: bytes, title: str) -> None:
    """One commit with the profile on a branch of its own, beside what is published."""
    git("switch", "--quiet", "--force-create", branch)
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    git("add", "--", path)
    who = ("-c", f"user.name={BOT}", "-c", f"user.email={BOT_MAIL}")
    git(*who, "commit", "--quiet", "--allow-empty", "--message", title)
    git("push", "--quiet", "--force", "origin", f"HEAD:refs/heads/{branch}")


def pull_request(branch: str, title: str, issue: int, words: str) -> int:
    """The number of the branch's open pull request, which is renewed or made."""
    owner = os.environ["GITHUB_REPOSITORY"].split("/")[0]
    head = f"申し込み #{issue} から自動で作った案です。取りこむと、申し込みは閉じます。\n\nCloses #{issue}"
    body = f"{head}\n\n---\n\n{words}"
    query = urlencode({"state": "open", "head": f"{owner}:{branch}"})
    is_open = api(f"pulls?{query}")
    if is_open:
        number = int(is_open[0]["number"])
        api(f"pulls/{number}", "--method", "PATCH", data={"title": title, "body": body[:LONGEST_COMMENT]})
        return number
    base = str(event()["repository"]["default_branch"])
    made = {"title": title, "head": branch, "base": base, "body": body[:LONGEST_COMMENT]}
    return int(api("pulls", "--method", "POST", data=made)["number"])


def remind(folder: Path) -> None:
    """Open an issue before the host stops the nightly build: after 45 days without a commit in a folder, and once."""
    quiet = (now_here().timestamp() - int(git("-C", str(folder), "log", "-1", "--format=%ct"))) / 86_400
    if quiet < QUIET_DAYS:
        return
    query = urlencode({"state": "open", "creator": BOT, "per_page": 100})
    if any(each["title"] == REMINDER for each in api(f"issues?{query}")):
        return
    body = REMINDED.format(days=int(quiet))
    api("issues", "--method", "POST", data={"title": REMINDER, "body": body})


COMMANDS = {"remind": remind, "text": text, "take": take, "comment": comment, "propose": propose}


def main() -> None:
    """Do one of the commands with a file or folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("path", type=Path)
    given = parser.parse_args()
    COMMANDS[given.command](given.path)


if __name__ == "__main__":
    main()
