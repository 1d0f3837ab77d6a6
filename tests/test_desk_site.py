"""The desk as one program for a small office: it shows the site, builds it anew, and is pleasant to use."""

import signal
import socket
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Event, Thread
from typing import Literal
from urllib.parse import urlencode
from urllib.request import urlopen
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from generator.desk.auth.staff import write_staff
from generator.desk.inbox.history import entries
from generator.desk.inbox.submissions import WAITING, posts
from generator.desk.jobs.build import BuildRun
from generator.desk.office import Office, Paths, open_office
from generator.packaged import packaged
from generator.publishing.lock import Holder
from generator.publishing.turn import turn
from generator.settings import Settings
from scripts.browser import serving
from tests.desks import (
    CORRECTION,
    NEW,
    PASSWORD,
    SATO,
    Clock,
    browser,
    kept,
    open_desk,
    press,
    running,
    signed_in,
    token_in,
)
from tests.folders import JPEG, OTHER_GROUP, ROOT, project, put

SITE = {
    "index.html": "<h1>ひろば</h1>",
    "404.html": "<h1>ありません</h1>",
    "groups/index.html": "<h1>団体</h1>",
    "assets/a.js": "1",
    "assets/a.css": "a{}",
    "data/a.json": "{}",
    "empty/a.txt": "",
    "a.svg": "<svg/>",
    "b.wasm": b"\0asm",
}


PHOTO = (("_photo.0", f"data:image/jpeg;base64,{b64encode(JPEG).decode()}"), ("photos.0.alt", "空を見る人たち"))


@pytest.fixture
def with_site(tmp_path: Path) -> Office:
    site = put(tmp_path / "site", SITE)
    put(tmp_path, {"secret.txt": "秘密"})
    return replace(open_desk(tmp_path), site=site)


def test_the_site_is_shown_with_right_types_and_no_lists_of_files(with_site: Office) -> None:
    client = browser(with_site, "203.0.113.9")
    types = {
        "/": "text/html; charset=utf-8",
        "/groups/": "text/html; charset=utf-8",
        "/assets/a.js": "text/javascript; charset=utf-8",
        "/assets/a.css": "text/css; charset=utf-8",
        "/data/a.json": "application/json",
        "/a.svg": "image/svg+xml",
        "/b.wasm": "application/wasm",
    }
    assert {path: client.get(path).headers["content-type"] for path in types} == types
    for path in ("/empty/", "/nowhere", "/data"):
        answer = client.get(path, follow_redirects=True)
        assert (answer.status_code, "ありません" in answer.text) == (404, True)


def test_what_is_named_by_its_content_is_kept_for_ever_and_pages_are_asked_for_again(with_site: Office) -> None:
    assert with_site.site
    put(with_site.site, {"assets/form-0a1b2c3d.js": "1", "assets/hiroba-00112233.css": "a{}"})
    client = browser(with_site, "203.0.113.9")
    for path in ("/assets/form-0a1b2c3d.js", "/assets/hiroba-00112233.css"):
        first = client.get(path)
        assert first.headers["cache-control"] == "public, max-age=31536000, immutable"
        again = client.get(path, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.headers["cache-control"]) == (304, first.headers["cache-control"])
    for path in ("/", "/groups/", "/data/a.json", "/assets/a.js"):
        assert client.get(path).headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/a.svg%00",
        "/inbox/secret",
        "/..\\secret.txt",
    ],
)
def test_nothing_outside_the_site_is_shown(with_site: Office, path: str) -> None:
    answer = browser(with_site).get(path)
    assert (answer.status_code, "秘密" in answer.text) == (404, False)
    assert with_site.secret not in answer.text


def test_the_site_takes_nothing_and_the_desk_stays_behind_its_door(with_site: Office) -> None:
    client = browser(with_site, "203.0.113.9")
    assert client.post("/").status_code == 405
    assert client.get("/desk/").status_code == 403


@pytest.fixture
def built(tmp_path: Path) -> Office:
    config = project(tmp_path)
    rooms = Paths(config, "content", (packaged("theme"),), tmp_path / "icons", tmp_path / "inbox", tmp_path / "site")
    return open_office(Settings(site_url="https://hiroba.example.org/"), rooms, Clock())


def _build(office: Office) -> str:
    write_staff(office.inbox, {"佐藤": SATO})
    client = signed_in(office)
    assert client.post("/desk/build", data={"csrf": token_in(client.get("/desk/build").text)}).status_code == 303
    return str(client.get("/desk/build?wait=1").text)


def test_while_a_build_runs_the_page_says_so_and_whoever_waits_is_answered(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    client, go_on = signed_in(office), Event()

    class Slow(Thread):
        def run(self) -> None:
            go_on.wait()
            office.builder.last = BuildRun("佐藤", office.now(), office.now(), 0, "できました: site")

    office.builder.last, office.builder.thread = BuildRun("佐藤", office.now()), Slow()
    office.builder.thread.start()
    page = client.get("/desk/build").text
    assert ("作っています" in page, "できたか見る" in page) == (True, True)
    go_on.set()
    assert "新しいサイトになりました" in client.get("/desk/build?wait=1").text


@pytest.mark.site
def test_staff_accept_and_build_and_a_build_that_fails_leaves_the_last_good_site(built: Office) -> None:
    write_staff(built.inbox, {"佐藤": SATO})
    assert press(signed_in(built), kept(built, NEW), "accept").status_code == 200
    assert "新しいサイトになりました" in _build(built)
    page = built.project / "site/groups/aozoranokai/index.html"
    assert "青空の会" in page.read_text(encoding="utf-8")
    put(built.content, {"groups/hana.yaml": OTHER_GROUP.replace("volunteer", "謎の会")})
    failed = _build(built)
    assert ("前のサイトは、そのままです" in failed, "謎の会" in failed) == (True, True)
    assert page.exists()
    assert [entry.action for entry in entries(built.inbox)] == ["build", "build", "accept"]


def test_only_one_build_runs_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = open_desk(tmp_path)
    asked = []

    def second(*arguments: object, **more: object) -> object:
        asked.append(office.builder.start("田中", office.now))
        raise OSError("no such program")

    monkeypatch.setattr("generator.desk.jobs.build.subprocess.run", second)
    assert "作れませんでした" in _build(office)
    assert asked == [False]


NIGHT = Holder("夜間の作業", datetime(2026, 11, 23, 2, 0, tzinfo=ZoneInfo("Asia/Tokyo")))
OURS = "佐藤さん（受付の机）"


def test_staff_see_who_else_is_building_before_they_press_the_button_and_while_they_wait(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    client = signed_in(office)
    with turn(tmp_path / "site", NIGHT, None):
        before = client.get("/desk/build").text
        office.builder.last = BuildRun("佐藤", office.now())
        while_waiting = client.get("/desk/build").text
    assert "夜間の作業 が 11月23日 02:00 から、このサイトを作っています。いまボタンを押すと" in before
    assert "夜間の作業 が 11月23日 02:00 から、このサイトを作っています。終わるのを待って" in while_waiting
    assert "夜間の作業" not in client.get("/desk/build").text


def test_the_build_of_staff_is_known_to_others_by_their_name_and_is_no_other_to_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = open_desk(tmp_path)
    commands: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr("generator.desk.jobs.build.subprocess.run", run)
    assert "新しいサイトになりました" in _build(office)
    assert commands[0][-2:] == ["--by", OURS]
    office.builder.last = BuildRun("佐藤", office.now())
    with turn(tmp_path / "site", replace(NIGHT, who=OURS), None):
        assert "作っています。ふつう1分もかかりません" in signed_in(office).get("/desk/build").text


def test_the_desk_starts_from_the_command_line_and_takes_a_form(tmp_path: Path) -> None:
    config, port = project(tmp_path), _free_port()
    command = [sys.executable, "-m", "generator.cli", "desk", "-f", str(config), "-a", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as desk:
        assert desk.stdout is not None
        assert desk.stderr is not None
        assert "まだ職員がいません" in desk.stderr.readline()
        assert f"http://127.0.0.1:{port}/desk/" in desk.stdout.readline()
        with urlopen(f"http://127.0.0.1:{port}/submit", urlencode(NEW).encode()) as answer:
            assert "1127-K7QX" in answer.read().decode("utf-8")
        again = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
        assert (again.returncode, "開けませんでした" in again.stderr) == (1, True)
        desk.send_signal(signal.SIGINT)
        assert desk.communicate(timeout=30)[0].endswith("閉じました。\n")
    assert [post.receipt for post in posts(tmp_path / "inbox", WAITING)] == ["1127-K7QX"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def desk(chromium: Browser, tmp_path: Path) -> Iterator[tuple[Page, str, Office]]:
    office = open_desk(tmp_path)
    kept(office, (*CORRECTION, ("_base", "0123456789abcdef"), ("_token", "forged")))
    kept(office, (*NEW, *PHOTO))
    with running(office) as port:
        page = chromium.new_page(viewport={"width": 390, "height": 844})
        yield page, f"http://127.0.0.1:{port}", office
        page.close()


def _in(page: Page, address: str) -> None:
    page.goto(f"{address}/desk/")
    page.get_by_label("名前").fill("佐藤")
    page.get_by_label("パスワード").fill(PASSWORD + "佐藤")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/")


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_no_page_of_the_desk_has_a_barrier_or_is_wider_than_the_screen(
    desk: tuple[Page, str, Office], width: int, scheme: Literal["light", "dark"]
) -> None:
    page, address, office = desk
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/desk/sign-in")
    _sound(page)
    _in(page, address)
    ends = [f"post/{post.name}" for post in posts(office.inbox, WAITING)]
    for end in ("", *ends, f"{ends[0]}/mend", "enter", "links", "met", "met?group=kawa-akari", "history", "build"):
        page.goto(f"{address}/desk/{end}")
        _sound(page)
    page.goto(f"{address}/submit")
    _sound(page)


def _sound(page: Page) -> None:
    found = [(v["id"], v["nodes"][0]["html"][:200]) for v in Axe().run(page).response["violations"]]
    assert (page.url, found) == (page.url, [])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
    small = page.evaluate(
        "[...document.querySelectorAll('button:not(.hidden), select, input:not([type=hidden], [type=checkbox])')]"
        ".filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)"
    )
    assert small == []


@pytest.mark.browser
def test_staff_sign_in_read_and_accept_by_keyboard_alone(desk: tuple[Page, str, Office]) -> None:
    page, address, office = desk
    _in(page, address)
    _tab_to(page, "青空の会")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/post/*")
    _tab_to(page, "受け付ける")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="受け付けました").wait_for()
    assert (office.content / "groups/aozoranokai.yaml").exists()


def _tab_to(page: Page, words: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == words:
            return
    raise AssertionError(f"nothing with the words {words} can be reached")


@pytest.mark.browser
def test_enter_in_a_field_looks_again_and_decides_nothing(desk: tuple[Page, str, Office]) -> None:
    page, address, office = desk
    _in(page, address)
    page.get_by_role("link", name="青空の会").click()
    page.get_by_label("ページの番地").fill("sora-no-kai")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    assert page.get_by_label("ページの番地").input_value() == "sora-no-kai"
    assert not list((office.content / "groups").glob("sora*"))
    page.get_by_role("button", name="受け付ける").click()
    page.get_by_role("heading", name="受け付けました").wait_for()
    assert (office.content / "groups/sora-no-kai.yaml").exists()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[str]:
    with serving(put(tmp_path / "elsewhere", {"index.html": "<h1>別のサイト</h1>"})) as address:
        yield address


@pytest.mark.browser
def test_a_browser_on_another_site_may_send_and_read_the_number(desk: tuple[Page, str, Office], elsewhere: str) -> None:
    page, address, office = desk
    page.goto(elsewhere)
    pairs = [[name, value] for name, value in NEW if name != "_receipt"] + [["_receipt", "1127-WEB3"]]
    told = page.evaluate(
        """([address, pairs]) => fetch(address, {method: "POST", body: new URLSearchParams(pairs),
            headers: {Accept: "application/json"}}).then((answer) => answer.json())""",
        [f"{address}/submit", pairs],
    )
    assert told["receipt"] == "1127-WEB3"
    assert "1127-WEB3" in [post.receipt for post in posts(office.inbox, WAITING)]
    assert "1127-WEB3" in told["message"]
