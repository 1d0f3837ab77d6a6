"""Staff note that a need was met: one command or one click, counts alone, and mistakes are taken back."""

import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner, Result
from playwright.sync_api import Browser, expect

from generator.cli import main
from generator.desk.auth.sessions import COOKIE, session_cookie
from generator.desk.inbox.history import entries
from generator.desk.office import Office
from generator.desk.views import outcomes
from generator.directory.model import Directory
from generator.statistics.needs import needs_of
from generator.statistics.outcomes import NOTED, WITHDRAWN, Outcome, Outcomes, note, parse_outcomes, read_outcomes
from tests.desks import SATO, TANAKA, browser, open_desk, running, signed_in, token_in
from tests.folders import OTHER_GROUP, content, loaded, project
from tests.test_report import SEEKING

FILES: dict[str, str | bytes] = {"groups/kawa-akari.yaml": SEEKING, "groups/hana-akari.yaml": OTHER_GROUP}
ONE = Outcome("0000000a", "2026-11", "wanted:volunteer", "kawa-akari", "abcdef", "phone")
HEAD = "number,month,need,group,entry,way,state\n"


def met(folder: Path, *arguments: str) -> Result:
    config = folder / "mkdocs.yml" if (folder / "mkdocs.yml").exists() else project(folder, FILES)
    return CliRunner().invoke(main, ["met", "-f", str(config), "--today", "2026-11-27", *arguments])


def noted(folder: Path) -> list[tuple[str, str, str, str]]:
    return [(each.month, each.need, each.group, each.way) for each in read_outcomes(folder / "reports").all]


# ---- the file ----


def test_what_was_noted_is_read_back_and_what_was_taken_back_is_not(tmp_path: Path) -> None:
    other = Outcome("0000000b", "2026-10", "succession", "kawa-akari", "", "counter")
    note(tmp_path, [ONE, other])
    assert read_outcomes(tmp_path).all == (ONE, other)
    note(tmp_path, [ONE], WITHDRAWN)
    assert read_outcomes(tmp_path).all == (other,)
    note(tmp_path, [ONE], NOTED)
    assert read_outcomes(tmp_path).all == (other, ONE)
    assert (tmp_path / "outcomes.csv").read_text(encoding="utf-8").startswith(HEAD)


def test_others_of_the_office_may_read_and_add_to_what_one_wrote(tmp_path: Path) -> None:
    note(tmp_path, [ONE])
    assert (tmp_path / "outcomes.csv").stat().st_mode & 0o044 == 0o044


def test_many_who_note_at_once_lose_nothing(tmp_path: Path) -> None:
    def one(n: int) -> None:
        note(tmp_path, [Outcome(f"{n:08x}", "2026-11", "succession", "kawa-akari", "", "site")])

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(one, range(64)))
    told = read_outcomes(tmp_path)
    assert (len(told.all), told.unread) == (64, ())


GOOD = "0000000a,2026-11,wanted:volunteer,kawa-akari,abcdef,phone,noted"


@pytest.mark.parametrize(
    "line",
    [
        "0000000a,2026-13,wanted:volunteer,kawa-akari,abcdef,phone,noted",
        "0000000a,Nov-26,wanted:volunteer,kawa-akari,abcdef,phone,noted",
        "0000000a,2026-11,山田さん,kawa-akari,abcdef,phone,noted",
        "0000000a,2026-11,wanted:volunteer,../../etc,abcdef,phone,noted",
        "0000000a,2026-11,wanted:volunteer,kawa-akari,abcdef,fax,noted",
        "0000000a,2026-11,wanted:volunteer,kawa-akari,abcdef,phone",
        "0000000a,2026-11,wanted:volunteer,kawa-akari,abcdef,phone,noted,山田さん",
        "x" * 100_000,
        "<<<<<<< HEAD",
        "\x00",
    ],
)
def test_a_line_that_is_none_is_told_by_its_number_and_the_others_count(line: str) -> None:
    told = parse_outcomes(f"{HEAD}{line}\n{GOOD}\n".encode())
    assert (told.all, told.unread) == ((ONE,), (2,))


def test_a_file_that_a_spreadsheet_or_git_wrote_again_is_read_as_before() -> None:
    lines = [f'"{cell}"' for cell in GOOD.split(",")]
    for text in (f"{HEAD}{','.join(lines)}\n", f"\ufeff{HEAD}{GOOD}\n\n{HEAD}", (HEAD + GOOD).replace("\n", "\r\n")):
        told = parse_outcomes(text.encode())
        assert (told.all, told.unread) == ((ONE,), ())


def test_bytes_of_any_kind_are_no_outcomes_and_no_traceback() -> None:
    assert parse_outcomes(bytes(range(256)) * 50).all == ()


# ---- what there is to choose from ----


def _directory(folder: Path) -> Directory:
    return loaded(folder / "content", FILES).directory


def test_the_needs_of_a_group_are_its_entries_and_those_that_are_over_stand_last(tmp_path: Path) -> None:
    directory = _directory(tmp_path)
    found = [(n.kind, n.words, n.over) for n in needs_of(directory, directory.group_of["kawa-akari"])]
    # On the 23rd the third entry is open until the 28th.
    assert found == [
        ("募集（会員）", "花の仲間", False),
        ("募集（ボランティア）", "草取りの手伝い", False),
        ("募集（ボランティア）", "水やりの手伝い", False),
        ("引き継ぎ", "三年以内に代表を引き継ぎたいです", False),
        ("求めていること（人手）", "植えかえの人手", False),
        ("できること（備品・道具）", "一輪車2台", False),
        ("求めていること（人手）", "去年の人手", True),
    ]
    assert needs_of(directory, directory.group_of["hana-akari"]) == ()


# ---- the command ----


def test_one_command_notes_and_one_takes_back(tmp_path: Path) -> None:
    listed = met(tmp_path, "kawa-akari")
    assert "  2 募集（ボランティア）：草取りの手伝い\n" in listed.stdout
    assert not (tmp_path / "reports").exists()
    done = met(tmp_path, "川あかりの会", "2", "--way", "counter")
    assert done.exit_code == 0
    assert "2026年11月　川あかりの会　募集（ボランティア）　窓口" in done.stdout
    assert "content/groups/kawa-akari.yaml の締切" in done.stdout
    assert met(tmp_path, "kawa-akari", "--need", "succession", "--way", "site", "--month", "2026-09").exit_code == 0
    assert (
        noted(tmp_path)
        == [
            ("2026-11", "wanted:volunteer", "kawa-akari", "counter"),
            ("2026-09", "succession", "kawa-akari", "site"),
        ]
        or met(tmp_path, "kawa").exit_code == 2
    )
    assert "取り消しました" in met(tmp_path, "--undo").stdout


def test_the_last_of_a_group_or_of_a_month_is_taken_back_and_no_others(tmp_path: Path) -> None:
    met(tmp_path, "kawa-akari", "--need", "succession", "--way", "site", "--month", "2026-09")
    met(tmp_path, "kawa-akari", "2", "--way", "phone")
    assert met(tmp_path, "--undo", "--month", "2026-08").exit_code == 2
    assert met(tmp_path, "--undo", "--month", "2026-09").exit_code == 0
    assert [each[0] for each in noted(tmp_path)] == ["2026-11"]
    assert met(tmp_path, "kawa-akari", "--undo").exit_code == 0
    assert noted(tmp_path) == []


def test_what_is_written_down_is_counts_alone(tmp_path: Path) -> None:
    met(tmp_path, "kawa-akari", "2", "--way", "phone")
    text = (tmp_path / "reports/outcomes.csv").read_text(encoding="utf-8")
    assert re.fullmatch(HEAD + r"[0-9a-f]{8},2026-11,wanted:volunteer,kawa-akari,[0-9a-f]{6},phone,noted\n", text)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["鳥の会"], "という団体はありません"),
        (["川あかりの", "1"], "--way"),
        (["あかりの会", "1", "--way", "phone"], "に当たる団体が2あります"),
        (["kawa-akari", "99", "--way", "phone"], "99番はありません"),
        (["kawa-akari", "1", "--way", "phone", "--month", "2026-12"], "今月までの月"),
        (["kawa-akari", "1", "--way", "phone", "--month", "去年"], "今月までの月"),
        (["kawa-akari", "--need", "wanted:king", "--way", "phone"], "という種類はありません"),
        (["kawa-akari", "1", "--way", "hato"], "--way"),
        (["--undo"], "取り消す記録がありません"),
    ],
)
def test_wrong_use_is_said_and_nothing_noted(tmp_path: Path, arguments: list[str], words: str) -> None:
    result = met(tmp_path, *arguments)
    assert (result.exit_code, words in result.stderr) == (2, True), result.stderr
    assert not (tmp_path / "reports/outcomes.csv").exists()


# ---- the desk ----


@pytest.fixture
def office(tmp_path: Path) -> Office:
    content(tmp_path / "content", FILES)
    return open_desk(tmp_path)


def form_in(text: str, words: str) -> dict[str, str]:
    """The hidden fields of the form on the page in which some words stand."""
    form = next(part for part in re.findall(r"<form.*?</form>", text, re.DOTALL) if words in part)
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))


def test_one_click_notes_says_what_to_ask_the_group_and_stands_in_the_history(office: Office) -> None:
    client = signed_in(office)
    page = client.get("/desk/met?group=kawa-akari")
    sent = client.post("/desk/met", data={**form_in(page.text, "草取りの手伝い"), "way": "event"})
    assert sent.status_code == 303
    after = client.get(sent.headers["location"]).text
    assert "募集（ボランティア）・催し" in after
    assert 'href="/desk/links?group=kawa-akari"' in after
    assert "https://hiroba.example.org/edit/?group=kawa-akari" in after
    assert noted(office.project) == [("2026-11", "wanted:volunteer", "kawa-akari", "event")]
    entry = entries(office.inbox)[0]
    assert (entry.staff, entry.action, entry.slug, entry.note) == (
        "佐藤",
        "met",
        "kawa-akari",
        "募集（ボランティア）・催し",
    )
    assert "決まったことを記録" in client.get("/desk/history").text


def test_pressing_twice_counts_once_and_pressing_again_on_a_new_page_counts_again(office: Office) -> None:
    client = signed_in(office)
    for expected in (1, 2):
        fields = form_in(client.get("/desk/met?group=kawa-akari").text, "花の仲間") | {"way": "phone"}
        for _ in range(3):
            assert client.post("/desk/met", data=fields).status_code == 303
        assert len(noted(office.project)) == expected
    assert [entry.action for entry in entries(office.inbox)] == ["met", "met"]


def test_what_was_noted_by_mistake_is_taken_back_by_whoever_sees_it(office: Office) -> None:
    client = signed_in(office)
    fields = form_in(client.get("/desk/met?group=kawa-akari").text, "花の仲間") | {"way": "phone"}
    client.post("/desk/met", data=fields)
    other = signed_in(office, "田中", TANAKA)
    form = form_in(other.get("/desk/met").text, "取り消す")
    for _ in range(2):
        assert "記録を取り消しました" in other.post("/desk/met/undo", data=form, follow_redirects=True).text
    assert noted(office.project) == []
    assert [(each.staff, each.action) for each in entries(office.inbox)] == [("田中", "unmet"), ("佐藤", "met")]


def test_what_is_no_longer_on_the_page_can_be_noted_by_its_kind(office: Office) -> None:
    client = signed_in(office)
    form = form_in(client.get("/desk/met?group=hana-akari").text, "見つかった方法</label>")
    assert client.post("/desk/met", data={**form, "need": "wanted:member", "way": "site"}).status_code == 303
    assert noted(office.project) == [("2026-11", "wanted:member", "hana-akari", "site")]


@pytest.mark.parametrize(
    "changed",
    [
        {"group": "no-such"},
        {"group": "../../etc/passwd"},
        {"need": "wanted:king", "entry": ""},
        {"need": "wanted:member"},
        {"entry": "ffffff"},
        {"way": "fax"},
        {"way": ""},
        {"number": "1,2026-11,succession,kawa-akari,,phone,noted\n"},
        {"number": ""},
        {"need": "山田花子 090-1111-2222", "entry": ""},
    ],
)
def test_a_form_that_says_something_else_is_refused_and_nothing_noted(office: Office, changed: dict[str, str]) -> None:
    client = signed_in(office)
    fields = form_in(client.get("/desk/met?group=kawa-akari").text, "草取りの手伝い") | {"way": "phone"}
    answer = client.post("/desk/met", data={**fields, **changed})
    assert answer.status_code == 422
    assert "もう一度選んでください" in answer.text
    assert not (office.project / "reports").exists()
    assert entries(office.inbox) == []


def test_strangers_other_sites_and_forms_without_their_token_note_nothing(office: Office) -> None:
    client = signed_in(office)
    fields = form_in(client.get("/desk/met?group=kawa-akari").text, "草取りの手伝い") | {"way": "phone"}
    assert browser(office).get("/desk/met").headers["location"] == "/desk/sign-in"
    assert browser(office, "203.0.113.9").get("/desk/met").status_code == 403
    assert browser(office).post("/desk/met", data=fields).status_code == 403
    assert client.post("/desk/met", data={**fields, "csrf": "x"}).status_code == 403
    elsewhere = {"Origin": "https://evil.example"}
    for address in ("/desk/met", "/desk/met/undo"):
        assert client.post(address, data=fields, headers=elsewhere).status_code == 403
    assert not (office.project / "reports").exists()


def test_a_disk_that_refuses_is_said_and_a_file_that_was_mended_by_hand_shows_its_lines(office: Office) -> None:
    client = signed_in(office)
    (office.project / "reports").write_bytes(b"")
    fields = form_in(client.get("/desk/met?group=kawa-akari").text, "草取りの手伝い") | {"way": "phone"}
    assert client.post("/desk/met", data=fields).status_code == 507
    (office.project / "reports").unlink()
    (office.project / "reports").mkdir()
    (office.project / "reports/outcomes.csv").write_text(HEAD + "山田さん\n" + GOOD + "\n", encoding="utf-8")
    text = client.get("/desk/met").text
    assert "読み取れない行があります（2行目）" in text
    assert "山田さん" not in text
    assert token_in(text)


def test_a_file_that_cannot_be_opened_is_said_and_the_page_still_opens(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> Outcomes:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(outcomes, "read_outcomes", refuse)
    client = signed_in(office)
    page = client.get("/desk/met?group=kawa-akari")
    assert (page.status_code, "を開けません" in page.text) == (200, True)
    fields = form_in(page.text, "草取りの手伝い") | {"way": "phone"}
    assert client.post("/desk/met", data=fields).status_code == 507
    assert not (office.project / "reports").exists()


def test_what_the_desk_notes_is_committed_alone(tmp_path: Path) -> None:
    content(tmp_path / "content", FILES)

    def git(*arguments: str) -> str:
        run = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments]
        return subprocess.run(run, capture_output=True, encoding="utf-8", check=True).stdout

    git("init", "-q")
    git("add", "content")
    git("commit", "-qm", "begin")
    office = open_desk(tmp_path)
    client = signed_in(office)
    fields = form_in(client.get("/desk/met?group=kawa-akari").text, "草取りの手伝い") | {"way": "phone"}
    client.post("/desk/met", data=fields)
    assert git("show", "--name-only", "--format=%s").split("\n")[:3] == [
        "川あかりの会：決まったことを記録（募集（ボランティア）・電話）",
        "",
        "reports/outcomes.csv",
    ]
    assert entries(office.inbox)[0].commit == git("rev-parse", "--short", "HEAD").strip()


@pytest.mark.browser
def test_a_need_is_noted_by_keyboard_alone_and_the_page_has_no_barrier(office: Office, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 800})
    with running(office) as port:
        page = context.new_page()
        cookie = session_cookie(office.secret, "佐藤", SATO.stamp, office.now())
        context.add_cookies([{"name": COOKIE, "value": cookie, "url": f"http://127.0.0.1:{port}"}])
        page.goto(f"http://127.0.0.1:{port}/desk/met?group=kawa-akari")
        for _ in range(2):
            assert [each["id"] for each in Axe().run(page).response["violations"]] == []
            assert page.evaluate("document.documentElement.scrollWidth") == 390
            button = page.get_by_role("form", name="草取りの手伝い").get_by_role("button", name="催し")
            button.focus()
            page.keyboard.press("Enter")
            expect(page.get_by_role("heading", name="記録しました")).to_be_visible()
        context.close()
    assert len(noted(office.project)) == 2
