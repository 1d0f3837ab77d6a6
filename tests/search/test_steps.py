"""Searching one thing after the other: Back leads to the search before, the focus stays, the status speaks once."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.browser

STATUS = ".search-status"
NAMES = ".search-name"
BOX = "input[name=q]"
# Whatever waits for half a second and more waits until the test says that nobody typed meanwhile.
HELD = """
const later = window.setTimeout, never = window.clearTimeout;
const held = new Map();
window.setTimeout = (act, wait, ...more) => {
  if (!(wait >= 500)) return later(act, wait, ...more);
  const id = 1e9 + Math.random();
  held.set(id, act);
  return id;
};
window.clearTimeout = (id) => { if (!held.delete(id)) never(id); };
window.pause = () => {
  const acts = Array.from(held.values());
  held.clear();
  acts.forEach((act) => act());
};
"""
COUNT = """() => {
  const status = document.querySelector("[role=status]");
  window.spoken = [];
  new MutationObserver(() => window.spoken.push(status.textContent))
    .observe(status, { childList: true, characterData: true, subtree: true });
}"""


@pytest.fixture
def search(page: Page, address: str) -> Page:
    """The search page, on which time goes by when the test says so."""
    page.add_init_script(HELD)
    page.goto(address)
    expect(page.locator(STATUS)).not_to_have_text("")
    return page


def pause(page: Page) -> None:
    """Nobody does anything for a while."""
    page.evaluate("window.pause()")


def typed(page: Page, words: str) -> None:
    """Type over what stands in the box, letter by letter, each of them answered."""
    page.locator(BOX).select_text()
    for letter in words:
        page.keyboard.type(letter)
        expect(page.locator(".search-told")).to_contain_text(page.input_value(BOX))


def asked(page: Page) -> str:
    """What the address asks for."""
    return str(page.evaluate("new URLSearchParams(location.search).get('q') || ''"))


# ---- back


def test_back_leads_to_the_search_that_was_typed_before(search: Page) -> None:
    for words in ("手話", "囲碁"):
        typed(search, words)
        pause(search)
    expect(search.locator(NAMES)).to_have_count(1)
    before = search.evaluate("history.length")
    search.go_back()
    assert asked(search) == "手話"
    assert search.input_value(BOX) == "手話"
    expect(search.locator(NAMES)).to_have_count(3)
    search.go_back()
    assert (asked(search), search.input_value(BOX)) == ("", "")
    search.go_forward()
    search.go_forward()
    assert asked(search) == "囲碁"
    assert search.evaluate("history.length") == before


def test_letters_typed_in_one_go_are_one_step(search: Page) -> None:
    before = search.evaluate("history.length")
    typed(search, "shodou")
    assert asked(search) == "shodou"
    assert search.evaluate("history.length") == before + 1


def test_a_search_that_is_sent_is_a_step_at_once(search: Page) -> None:
    before = search.evaluate("history.length")
    for words in ("手話", "囲碁"):
        search.locator(BOX).fill(words)
        search.keyboard.press("Enter")
    assert search.evaluate("history.length") == before + 2
    search.go_back()
    assert asked(search) == "手話"


def test_a_search_that_is_sent_twice_is_one_step(search: Page) -> None:
    search.locator(BOX).fill("手話")
    search.keyboard.press("Enter")
    before = search.evaluate("history.length")
    search.keyboard.press("Enter")
    assert search.evaluate("history.length") == before


def test_a_choice_is_a_step_and_ends_what_was_typed(search: Page) -> None:
    typed(search, "手話")
    search.locator(".search-choice", has_text="イベント").locator("input").check()
    expect(search.locator(NAMES)).to_have_count(1)
    search.go_back()
    assert asked(search) == "手話"
    expect(search.locator(NAMES)).to_have_count(3)


def test_back_from_a_result_finds_the_results_as_they_were_left(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    page.route("**/groups/*/", lambda route: route.fulfill(body="<p>会</p>", content_type="text/html; charset=utf-8"))
    page.goto(address + "?kind=group")
    page.get_by_role("button", name=re.compile("もっと見る")).click()
    expect(page.locator(NAMES)).to_have_count(14)
    last = page.locator(f"{NAMES} a").nth(12)
    last.scroll_into_view_if_needed()
    place = page.evaluate("window.pageYOffset")
    assert place > 700
    last.click()
    expect(page.locator("p", has_text="会")).to_be_visible()
    page.go_back()
    expect(page.locator(NAMES)).to_have_count(14)
    page.wait_for_function("(place) => Math.abs(window.pageYOffset - place) < 3", arg=place)


def test_back_after_a_choice_comes_to_the_place_and_the_number_of_results_that_were_left(
    page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(address + "?kind=group")
    page.get_by_role("button", name=re.compile("もっと見る")).click()
    expect(page.locator(NAMES)).to_have_count(14)
    page.evaluate("window.scrollTo(0, 900)")
    page.locator(".search-chip").evaluate("(chip) => chip.click()")
    expect(page.locator(NAMES)).to_have_count(0)
    page.go_back()
    expect(page.locator(NAMES)).to_have_count(14)
    page.wait_for_function("() => Math.abs(window.pageYOffset - 900) < 3")


# ---- focus


def test_a_filter_that_is_taken_off_hands_the_focus_to_the_next_then_to_the_one_before(
    page: Page, address: str
) -> None:
    page.goto(address + "?q=手話&kind=group&kind=event&kind=place")
    chips = page.locator(".search-chip")
    expect(chips).to_have_count(3)
    names = [chip.split("を")[0] for chip in chips.all_text_contents()]
    chips.nth(1).focus()
    for left in (names[2], names[0]):
        page.keyboard.press("Enter")
        expect(page.locator(":focus")).to_contain_text(left)
    page.keyboard.press("Enter")
    expect(chips).to_have_count(0)
    expect(page.locator(".search-narrow > summary")).to_be_focused()


def test_a_tick_keeps_the_focus(page: Page, address: str) -> None:
    page.goto(address + "?q=手話")
    expect(page.locator(NAMES)).to_have_count(3)
    tick = page.locator(".search-choice", has_text="イベント").locator("input")
    tick.focus()
    for count in (1, 3):
        page.keyboard.press("Space")
        expect(page.locator(NAMES)).to_have_count(count)
        expect(tick).to_be_focused()


# ---- the status line


def test_six_keys_are_answered_at_once_and_spoken_once(search: Page) -> None:
    search.evaluate(COUNT)
    typed(search, "てにすさーく")
    assert search.evaluate("window.spoken") == []
    pause(search)
    told = search.locator(".search-told").inner_text()
    assert search.evaluate("window.spoken") == [told]
    assert "てにすさーく" in told


def test_a_search_that_is_sent_is_spoken_without_waiting(search: Page) -> None:
    search.evaluate(COUNT)
    search.locator(BOX).fill("手話")
    search.keyboard.press("Enter")
    expect(search.locator(STATUS)).to_have_text("手話の検索結果　3件")
    assert search.evaluate("window.spoken") == ["手話の検索結果　3件"]


def test_the_line_that_is_seen_is_not_heard_twice(search: Page) -> None:
    typed(search, "手話")
    pause(search)
    expect(search.locator(".search-told")).to_have_text("手話の検索結果　3件")
    assert search.locator(".search-told").get_attribute("aria-hidden") == "true"
    expect(search.get_by_role("status")).to_have_text("手話の検索結果　3件")


def test_that_it_is_looking_is_said_only_when_it_takes_long(search: Page) -> None:
    held: list[Route] = []
    search.route(re.compile(r"/search-index/"), lambda route: held.append(route))
    search.evaluate(COUNT)
    search.locator(BOX).fill("手話")
    search.keyboard.press("Enter")
    search.wait_for_function("() => document.querySelector('.search-results').hasAttribute('aria-busy')")
    assert search.evaluate("window.spoken") == []
    pause(search)
    assert search.evaluate("window.spoken") == ["さがしています…"]
