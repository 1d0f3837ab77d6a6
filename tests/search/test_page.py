"""The search page: results as cards, choices with counts, an address that can be kept, and no trap for typing."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree, rmtree

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.lexical.synonyms import Synonyms
from generator.search.documents import SearchDocument
from generator.search.index import FOLDER, index
from tests.search.town import TOWN

pytestmark = pytest.mark.browser

STATUS = ".search-status"
NAMES = ".search-name"


def opened(page: Page, address: str, query: str = "") -> Page:
    page.goto(address + (f"?q={query}" if query else ""))
    expect(page.locator(STATUS)).not_to_have_text("")
    return page


def test_an_address_with_a_question_shows_its_answer(page: Page, address: str) -> None:
    opened(page, address, "手話")
    expect(page.locator(STATUS)).to_have_text("手話の検索結果　3件")
    expect(page.locator(NAMES)).to_have_count(3)
    assert page.input_value("input[name=q]") == "手話"
    assert page.title() == "手話の検索結果 - さがす"


def test_a_card_says_what_is_needed_and_leads_to_its_page(page: Page, address: str) -> None:
    first = opened(page, address, "しゅわ").locator(".search-card").first
    expect(first.locator("a")).to_have_attribute("href", "../groups/shuwa-tsubomi/")
    lines = first.inner_text().split("\n")
    assert [line for line in lines if line] == [
        "団体",
        "保健・医療・福祉",
        "市内全域",
        "しゅわさーくる つぼみ",
        "手話サークル つぼみ",
        "手話であいさつから始める、小さな会です。",
        "耳の聞こえない方と一緒に、手話で話します。はじめての方も、見学からどうぞ。",
        "第2・第4土曜 午前　野塩地域市民センター",
        "募集中",
        "初心者歓迎",
    ]
    assert [mark[:2] for mark in first.locator("mark").all_inner_texts()] == ["手話"] * 3


def test_typing_searches_without_a_click(page: Page, address: str) -> None:
    opened(page, address).fill("input[name=q]", "囲碁")
    expect(page.locator(STATUS)).to_have_text("囲碁の検索結果　1件")
    assert "q=%E5%9B%B2%E7%A2%81" in page.url


def test_nothing_is_searched_while_a_word_is_being_converted(page: Page, address: str) -> None:
    page.clock.install()
    opened(page, address, "手話")
    box = page.locator("input[name=q]")
    box.dispatch_event("compositionstart")
    box.evaluate("(box) => { box.value = 'いg'; box.dispatchEvent(new InputEvent('input', { isComposing: true })); }")
    page.clock.run_for(5000)
    assert "%E3%81%84g" not in page.url
    enter = "(box) => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, cancelable: true }))"
    assert box.evaluate(enter) is False
    box.evaluate("(box) => { box.value = 'いご'; }")
    box.dispatch_event("compositionend")
    expect(page.locator(STATUS)).to_have_text("いごの検索結果　1件")
    # The blank tab, the search before, and this one: nothing half converted is a step.
    assert page.evaluate("history.length") == 3


def test_choices_count_what_they_would_leave_and_narrow_down(page: Page, address: str) -> None:
    opened(page, address, "手話")
    event = page.locator(".search-choice", has_text="イベント")
    expect(event).to_contain_text("1件")
    event.locator("input").check()
    expect(page.locator(STATUS)).to_have_text("手話の検索結果　1件（しぼりこみ中）")
    expect(page.locator(NAMES)).to_have_text(["手話"])
    expect(page.locator(".search-choice", has_text="団体")).to_contain_text("2件")
    page.locator(".search-clear").click()
    expect(page.locator(NAMES)).to_have_count(3)


def test_choices_without_a_question_list_everything_that_fits(page: Page, address: str) -> None:
    opened(page, address + "?kind=place")
    expect(page.locator(STATUS)).to_have_text("2件（しぼりこみ中）")
    expect(page.locator(NAMES)).to_have_text(["清瀬けやきホール", "野塩地域市民センター"])


def test_back_forward_and_reload_keep_question_and_choices(page: Page, address: str) -> None:
    opened(page, address, "手話")
    page.locator(".search-choice", has_text="イベント").locator("input").check()
    expect(page.locator(NAMES)).to_have_count(1)
    page.reload()
    expect(page.locator(NAMES)).to_have_text(["手話"])
    expect(page.locator(".search-choice", has_text="イベント").locator("input")).to_be_checked()
    page.go_back()
    expect(page.locator(NAMES)).to_have_count(3)
    page.go_forward()
    expect(page.locator(NAMES)).to_have_count(1)


def test_ten_results_at_a_time_and_the_focus_goes_to_the_next(page: Page, address: str) -> None:
    opened(page, address + "?kind=group")
    expect(page.locator(NAMES)).to_have_count(10)
    more = page.get_by_role("button", name="もっと見る（あと4件）")
    more.click()
    expect(page.locator(NAMES)).to_have_count(14)
    expect(more).to_be_hidden()
    expect(page.locator(".search-name a").nth(10)).to_be_focused()


def test_nothing_found_gives_hints_and_somebody_to_ask(page: Page, address: str) -> None:
    opened(page, address, "水族館")
    expect(page.locator(STATUS)).to_have_text("「水族館」は見つかりませんでした。")
    expect(page.locator(".search-help")).to_contain_text("ことばを短くしてみてください")
    expect(page.locator(".search-help")).to_contain_text("市民活動センターがお手伝いします。")


def test_near_results_are_called_near_and_say_what_was_left_out(page: Page, address: str) -> None:
    opened(page, address, "囲碁　クラブ　水族館")
    expect(page.locator(STATUS)).to_have_text("「囲碁　クラブ　水族館」に近い結果　1件")
    expect(page.locator(".search-note")).to_contain_text("「水族館」は見つかりませんでした。")


def test_choices_that_leave_nothing_say_how_many_there_are_without_them(page: Page, address: str) -> None:
    opened(page, address + "?q=手話&day=金")
    expect(page.locator(".search-help")).to_contain_text("しぼりこみをはずすと、3件あります。")


def test_a_question_is_never_taken_for_markup(page: Page, address: str) -> None:
    opened(page, address, "<img src=x onerror=document.title='x'>手話")
    expect(page.locator(STATUS)).to_contain_text("<img src=x")
    assert page.locator("#search-app img").count() == 0


WORDS = re.compile(r"/search-index/[0-9a-f]+/words/")
GIVEN_UP = "いまは検索を使えません。お手数ですが、一覧からおさがしください。"


def test_without_the_index_there_are_the_lists_somebody_to_ask_and_a_way_to_try_again(page: Page, address: str) -> None:
    page.route(WORDS, lambda route: route.abort())
    opened(page, address, "手話")
    expect(page.locator(STATUS)).to_have_text(GIVEN_UP)
    expect(page.get_by_role("link", name="団体の一覧")).to_have_attribute("href", "../groups/")
    expect(page.get_by_role("link", name="これからのイベント")).to_have_attribute("href", "../events/")
    expect(page.locator(".search-help")).to_contain_text("市民活動センターがお手伝いします。")
    page.unroute(WORDS)
    page.get_by_role("button", name="もう一度さがす").click()
    expect(page.locator(STATUS)).to_have_text("手話の検索結果　3件")
    expect(page.locator(".search-help")).to_be_hidden()


@pytest.mark.parametrize(
    ("before", "shown"), [("?kind=group", ".search-more"), ("?q=囲碁　クラブ　水族館&kind=group", ".search-note")]
)
def test_a_search_that_fails_leaves_nothing_of_the_one_before(
    page: Page, address: str, before: str, shown: str
) -> None:
    opened(page, address + before)
    expect(page.locator(shown)).to_be_visible()
    expect(page.locator(".search-chip")).to_have_count(1)
    page.route(WORDS, lambda route: route.abort())
    page.fill("input[name=q]", "水質調査")
    expect(page.locator(STATUS)).to_have_text(GIVEN_UP)
    for left in (".search-card", ".search-chip"):
        expect(page.locator(left)).to_have_count(0)
    for left in (".search-note", ".search-more", ".search-order"):
        expect(page.locator(left)).to_be_hidden()
    assert page.title() == "さがす"


def test_files_that_never_come_are_not_waited_for_for_good(page: Page, address: str) -> None:
    page.clock.install()
    page.route(WORDS, lambda route: None)
    page.goto(address + "?q=手話")
    with page.expect_request(WORDS):
        page.reload()
    page.clock.run_for(1_000)
    expect(page.locator(".search-told")).to_have_text("さがしています…")
    page.clock.run_for(20_000)
    expect(page.locator(STATUS)).to_have_text(GIVEN_UP)
    expect(page.get_by_role("button", name="もう一度さがす")).to_be_visible()


@pytest.fixture
def rebuilt(town: Path, address: str) -> Iterator[tuple[str, Callable[[], None]]]:
    """The address of a site of its own, and what builds it anew with other documents under other numbers."""
    site = town / "rebuilt"
    copytree(town / "city", site)
    # Browsers keep long what has not changed for long.
    os.utime(site / FOLDER / "start.json", (1_000_000_000, 1_000_000_000))

    def build() -> None:
        rmtree(site / FOLDER)
        index([SearchDocument("groups/ori/", "group", "折り紙の会"), *reversed(TOWN)], site, synonyms=Synonyms())

    yield address.replace("/city/", "/rebuilt/"), build
    rmtree(site)


def test_a_page_that_is_open_while_the_site_is_built_anew_searches_the_new_one(
    page: Page, rebuilt: tuple[str, Callable[[], None]]
) -> None:
    address, build = rebuilt
    opened(page, address, "手話")
    expect(page.locator(NAMES)).to_have_count(3)
    build()
    page.fill("input[name=q]", "折り紙")
    expect(page.locator(NAMES)).to_have_text(["折り紙の会"])
    expect(page.locator(STATUS)).to_have_text("折り紙の検索結果　1件")
    page.fill("input[name=q]", "囲碁")
    expect(page.locator(STATUS)).to_have_text("囲碁の検索結果　1件")
    expect(page.locator(NAMES)).to_contain_text(["囲碁"])


def test_who_was_there_before_the_site_was_built_anew_finds_it_after_a_reload(
    page: Page, rebuilt: tuple[str, Callable[[], None]]
) -> None:
    address, build = rebuilt
    opened(page, address, "手話")
    build()
    opened(page, address, "折り紙")
    expect(page.locator(NAMES)).to_have_text(["折り紙の会"])


def test_more_results_of_a_site_that_was_built_anew_are_those_of_the_new_one(
    page: Page, rebuilt: tuple[str, Callable[[], None]]
) -> None:
    address, build = rebuilt
    opened(page, address + "?kind=group")
    expect(page.locator(NAMES)).to_have_count(10)
    build()
    page.get_by_role("button", name="もっと見る").click()
    expect(page.locator(NAMES)).to_have_count(15)
    expect(page.locator(NAMES).filter(has_text="折り紙の会")).to_have_count(1)


@pytest.mark.parametrize("kind", ["constructor", "__proto__", "toString"])
def test_a_kind_that_no_site_has_is_shown_as_it_stands_in_the_address(page: Page, address: str, kind: str) -> None:
    opened(page, address + f"?q=手話&kind={kind}")
    expect(page.locator(".search-chip")).to_have_text(f"{kind}を外す")
    expect(page.locator(STATUS)).to_have_text("手話の検索結果　0件（しぼりこみ中）")
    expect(page.locator(".search-facet").first).to_contain_text(kind)


@pytest.fixture(scope="module")
def lettered(town: Path, address: str) -> str:
    """A town whose groups have names of single letters, of which no index can have a word."""
    names = ("Q&A", "Y・M・C", "a/b", "１", "Q&Aの会", "１番の会")
    site = town / "lettered"
    copytree(town / "city", site)
    groups = [SearchDocument(f"groups/{at}/", "group", name) for at, name in enumerate(reversed(names))]
    index(groups, site, synonyms=Synonyms())
    return address.replace("/city/", "/lettered/")


@pytest.mark.parametrize(
    ("asked", "name"),
    [("Q%26A", "Q&A"), ("ｑ＆ａ", "Q&A"), ("Y・M・C", "Y・M・C"), ("a/b", "a/b"), ("A / B", "a/b"), ("1", "１")],
)
def test_a_name_of_single_letters_is_found_by_just_that_name(page: Page, lettered: str, asked: str, name: str) -> None:
    opened(page, lettered, asked)
    expect(page.locator(NAMES).first).to_have_text(name)


def test_of_a_question_that_goes_on_and_on_as_much_is_shown_as_is_asked(page: Page, address: str) -> None:
    opened(page, address, "水族館" * 600)
    told = "水族館" * 26 + "水族…"
    expect(page.locator(STATUS)).to_have_text(f"「{told}」は見つかりませんでした。")
    assert page.title() == f"{told}の検索結果 - さがす"


def test_without_scripts_the_form_and_the_plain_lists_are_there(chromium: Browser, address: str) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto(address)
    expect(page.get_by_role("link", name="名前順の一覧")).to_have_attribute("href", "../groups/")
    page.fill("input[name=q]", "手話")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/city/search/\?q="))
    page.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_never_scrolls_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, address, "手話")
    expect(page.locator(NAMES)).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_everything_to_press_is_large_enough_for_a_finger(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    opened(page, address + "?kind=group")
    expect(page.locator(NAMES)).to_have_count(10)
    low = "(parts) => parts.map((part) => part.getBoundingClientRect().height).filter((high) => high > 0 && high < 44)"
    pressed = "#search-app button, .search-choice, summary, select, input[type=search]"
    assert page.locator(pressed).evaluate_all(low) == []


def test_a_search_loads_a_small_part_of_a_large_index(page: Page, address: str, town: Path) -> None:
    """Kanji in steps of a prime give many different pairs of letters, as in a real town of this size."""
    letters = [chr(0x4E00 + number * 37 % 5000) for number in range(20_000)]
    pages = [
        SearchDocument(f"groups/{at:03}/", "group", f"団体{at}", body="".join(letters[at * 100 : at * 100 + 100]))
        for at in range(200)
    ]
    large = town / "large"
    copytree(town / "city", large)
    index([*pages, SearchDocument("groups/shuwa/", "group", "手話の会")], large, synonyms=Synonyms())
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    opened(page, address.replace("/city/", "/large/"), "手話")
    expect(page.locator(NAMES)).to_have_text(["手話の会"])
    parts = [url for url in loaded if "/words/" in url]
    assert 0 < len(parts) <= len(list((large / FOLDER).glob("*/words/*"))) / 10
    assert len([url for url in loaded if "/cards/" in url]) == 1
