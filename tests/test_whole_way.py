"""The whole way, by keyboard alone on a telephone's screen: form → desk → build → search, and back for a correction."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.desk.office import Office
from tests.conftest import build_site
from tests.desks import PASSWORD, open_desk, running
from tests.towns import CONTENT, TOWN

pytestmark = [pytest.mark.browser, pytest.mark.site]

STEP = ".step:not([hidden])"


@dataclass
class Town:
    """A small office: the sample project with its desk and its site at one address."""

    page: Page
    address: str
    office: Office


@pytest.fixture
def town(chromium: Browser, tmp_path: Path) -> Iterator[Town]:
    shutil.copytree(CONTENT, tmp_path / "content")
    config = (TOWN / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(r"send: \{.*\}", "send: {post: /submit, paper: true}", config)
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8", newline="\n")
    for command in ("init -q", "add -A", "-c user.name=t -c user.email=t@example.org commit -qm begin"):
        subprocess.run(["git", *command.split()], cwd=tmp_path, check=True, capture_output=True)
    build_site(tmp_path / "mkdocs.yml", tmp_path / "site")
    office = replace(open_desk(tmp_path), site=tmp_path / "site")
    with running(office) as port:
        context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP", reduced_motion="reduce")
        yield Town(context.new_page(), f"http://127.0.0.1:{port}", office)
        context.close()


def reach(page: Page, selector: str) -> None:
    """Press Tab until this has the focus."""
    for _ in range(120):
        if page.evaluate("selector => !!document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {selector}")


def reach_words(page: Page, words: str) -> None:
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()").startswith(words):
            return
    raise AssertionError(f"the keyboard does not reach {words}")


def write(page: Page, selector: str, text: str) -> None:
    reach(page, selector)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(text)


def choose(page: Page, selector: str, value: str) -> None:
    """Go down a list that opens until the wanted word stands there."""
    reach(page, selector)
    for _ in range(40):
        if page.evaluate("document.activeElement.value") == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{value} cannot be chosen")


def tick(page: Page, selector: str) -> None:
    reach(page, selector)
    page.keyboard.press("Space")
    expect(page.locator(selector)).to_be_checked()


def forward(page: Page) -> None:
    before = page.locator("#form-where").text_content() or ""
    reach(page, f"{STEP} [data-next]")
    page.keyboard.press("Enter")
    expect(page.locator("#form-where")).not_to_have_text(before)


def stopped(page: Page, says: str, selector: str, right: str) -> None:
    """Try to go on, read the mistake, follow it to its question by its link, and mend it there."""
    reach(page, f"{STEP} [data-next]")
    page.keyboard.press("Enter")
    expect(page.locator("#form-errors")).to_be_focused()
    expect(page.locator("#form-errors")).to_contain_text(says)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(selector).first).to_be_focused()
    if right == " ":
        page.keyboard.press("Space")
    else:
        write(page, selector, right)
    page.keyboard.press("Tab")
    expect(page.locator("#form-status")).to_contain_text("直りました")


def fill_in(page: Page) -> None:
    """A new group, with five mistakes on the way."""
    write(page, "#form [name=name]", "青空の会")
    write(page, "#form [name=kana]", "青空のかい")
    stopped(page, "ひらがなで書いてください", "#form [name=kana]", "あおぞらのかい")
    forward(page)
    choose(page, "select[name=kind]", "volunteer")
    choose(page, "select[name=fields]", "environment")
    stopped(page, "「活動地域」が書かれていません", "[name=areas]", " ")
    forward(page)
    write(page, "#form [name=summary]", "空" * 61)
    write(page, "#form textarea[name=description]", "毎月、公園に集まって雲の形と名前をおぼえています。")
    page.keyboard.press("Shift+Tab")
    stopped(page, "長すぎます（61文字。60文字まで）", "#form [name=summary]", "雲と空を見て、天気の話をする会です。")
    forward(page)
    write(page, "[name='meetings.0.when']", "気が向いたとき")
    stopped(page, "活動日として読み取れません", "[name='meetings.0.when']", "第２・第４土曜　午後１時半〜３時")
    expect(page.locator("#f-meetings-0-when-said")).to_contain_text("毎月第2・第4土曜日 13:30〜15:00")
    forward(page)
    forward(page)
    forward(page)
    write(page, "[name='contact.phone']", "042-000-00")
    stopped(page, "電話番号として読み取れません", "[name='contact.phone']", "042-000-0077")
    forward(page)
    forward(page)
    for criterion in ("voluntary", "collective", "continuing", "public-benefit", "nonprofit"):
        tick(page, f"[name=criteria][value={criterion}]")
    write(page, "[name='_slip.name']", "山田 花子")


def send(page: Page) -> str:
    reach(page, "[data-send=post]")
    page.keyboard.press("Enter")
    expect(page.locator("#done-title")).to_be_focused()
    expect(page.locator("#form-done")).to_contain_text("042-000-0100")
    found = re.search(r"\d{4}-[2-9A-Z]{4}", page.locator(".form__receipt").inner_text())
    assert found
    return found[0]


def accept_and_build(town: Town, name: str, receipt: str) -> None:
    """What staff do: sign in, read, accept, make the site."""
    page = town.page
    page.goto(f"{town.address}/desk/")
    if "sign-in" in page.url:
        write(page, "[name=name]", "佐藤")
        write(page, "[type=password]", PASSWORD + "佐藤")
        page.keyboard.press("Enter")
        page.wait_for_url("**/desk/")
    reach_words(page, name)
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/post/*")
    expect(page.locator("main, #main").first).to_contain_text(receipt)
    reach_words(page, "受け付ける")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="受け付けました").wait_for()
    page.goto(f"{town.address}/desk/build")
    reach(page, "main button, #main button")
    page.keyboard.press("Enter")
    expect(
        page.get_by_role("link", name="できたか見る").or_(page.get_by_text("新しいサイトになりました"))
    ).to_be_visible()
    page.goto(f"{town.address}/desk/build?wait=1")
    expect(page.get_by_text("新しいサイトになりました")).to_be_visible()


def found_by_search(town: Town, words: str, name: str) -> None:
    page = town.page
    page.goto(f"{town.address}/search/")
    write(page, "main [type=search], #main [type=search]", words)
    page.keyboard.press("Enter")
    reach_words(page, name)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def test_a_new_group_comes_all_the_way_from_the_form_to_the_search_and_is_corrected_the_same_way(town: Town) -> None:
    page = town.page
    page.goto(f"{town.address}/edit/")
    expect(page.locator("#form[data-whole]")).to_be_visible()
    fill_in(page)
    accept_and_build(town, "青空の会", send(page))
    profile = town.office.content / "groups" / "aozoranokai.yaml"
    text = profile.read_text(encoding="utf-8")
    assert "source: form" in text
    assert "山田" not in text
    found_by_search(town, "雲の形", "青空の会")

    reach_words(page, "このページの内容を直す")
    page.keyboard.press("Enter")
    expect(page.locator("#form[data-whole]")).to_be_visible()
    expect(page.locator("#form-whose")).to_contain_text("青空の会")
    forward(page)
    forward(page)
    write(page, "#form [name=summary]", "雲と星を見て、天気の話をする会です。")
    for _ in range(6):
        forward(page)
    accept_and_build(town, "青空の会", send(page))
    after = profile.read_text(encoding="utf-8")
    assert after == text.replace("雲と空を見て", "雲と星を見て")
    page.goto(f"{town.address}/groups/aozoranokai/")
    expect(page.locator(".record__summary")).to_have_text("雲と星を見て、天気の話をする会です。")
    log = subprocess.run(["git", "log", "--format=%s"], cwd=town.office.project, capture_output=True, encoding="utf-8")
    assert len([line for line in log.stdout.splitlines() if "青空の会" in line]) == 2
