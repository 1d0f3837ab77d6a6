"""Everyone: without colours, without a mouse, enlarged, with readings above the words."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.test_browser import GROUP, KINDS, results

pytestmark = [pytest.mark.browser, pytest.mark.site]

HERE = """() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const box = at.getBoundingClientRect();
    const style = getComputedStyle(at);
    const middle = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
    return {
        name: (at.getAttribute("aria-label") || at.textContent || at.id || at.tagName).trim().slice(0, 40),
        tag: at.tagName,
        // A card's one link is marked around the whole card.
        ring: [style, getComputedStyle(at, "::after"), getComputedStyle(at.closest("li") || at)].some(
            (one) => parseFloat(one.outlineWidth) >= 2 && one.outlineStyle !== "none"),
        seen: box.bottom > 0 && box.top < innerHeight && (middle === null || at.contains(middle) || middle.contains(at)
            || at.tagName === "INPUT"),
    };
}"""


@pytest.fixture
def page(chromium: Browser, sample_server: str) -> Iterator[Page]:
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, base_url=sample_server, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_without_colours_of_its_own_no_page_has_a_barrier(
    chromium: Browser, sample_server: str, kind: str, width: int
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        base_url=sample_server,
        forced_colors="active",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(KINDS[kind])
    if kind == "search":
        results(page)
    violations = Axe().run(page).response["violations"]
    pale = page.evaluate(
        """() => [...document.querySelectorAll('a.button, button')].filter((one) => one.offsetParent
            && getComputedStyle(one).borderTopStyle === 'none' && getComputedStyle(one).textDecorationLine === 'none'
            && !one.closest('summary')).map((one) => one.outerHTML.slice(0, 80))"""
    )
    context.close()
    assert [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in violations] == []
    assert pale == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_can_be_walked_through_with_the_keyboard_alone(page: Page, kind: str) -> None:
    page.goto(KINDS[kind])
    if kind == "search":
        results(page)
    stops = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
            .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0)
            .length"""
    )
    walked = []
    for _ in range(min(stops, 60)):
        page.keyboard.press("Tab")
        walked.append(page.evaluate(HERE))
    assert None not in walked[:-1], "the focus is lost"
    assert [stop for stop in walked if stop and not stop["ring"]] == []
    assert [stop for stop in walked if stop and not stop["seen"]] == []


@pytest.mark.parametrize(("width", "height", "name"), [(640, 512, "200 %"), (320, 256, "400 %")])
def test_enlarged_on_a_desk_every_page_is_read_without_scrolling_sideways(
    chromium: Browser, sample_server: str, width: int, height: int, name: str
) -> None:
    """WCAG 1.4.10: 1280 by 1024 pixels, enlarged to 200 and 400 per cent."""
    context = chromium.new_context(viewport={"width": width, "height": height}, base_url=sample_server)
    page = context.new_page()
    wide = {}
    for kind, path in KINDS.items():
        page.goto(path)
        across = int(page.evaluate("document.documentElement.scrollWidth"))
        bar = page.evaluate("(document.querySelector('.bottom-bar') || { offsetHeight: 0 }).offsetHeight")
        if across > width or bar > height / 2:
            wide[kind] = (across, bar)
    context.close()
    assert wide == {}


def test_nothing_moves_for_those_who_asked_for_calm(page: Page) -> None:
    for path in KINDS.values():
        page.goto(path)
        moving = page.evaluate(
            """() => [...document.querySelectorAll('*')].filter((one) => {
                const style = getComputedStyle(one);
                return parseFloat(style.animationDuration) > 0 || parseFloat(style.transitionDuration) > 0;
            }).length + (getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? 1 : 0)"""
        )
        assert moving == 0, path


def test_headings_of_every_page_go_down_by_one_step_at_a_time(page: Page) -> None:
    for kind, path in KINDS.items():
        page.goto(path)
        levels = page.locator("h1, h2, h3, h4").evaluate_all(
            "(all) => all.filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1]))"
        )
        assert levels.count(1) == 1, kind
        assert all(below - above <= 1 for above, below in pairwise(levels)), (kind, levels)


# ---- furigana


def with_furigana(page: Page, path: str) -> None:
    """Turn furigana on as a visitor does, and wait until it stands above words."""
    page.goto(path)
    page.locator(".display summary").click()
    page.get_by_role("button", name="つける").click()
    expect(page.locator("ruby.furigana").first).to_be_visible()


def test_readings_are_written_above_words_and_stay_on_the_next_page(page: Page) -> None:
    with_furigana(page, GROUP)
    river = page.locator(".record__summary ruby", has_text="柳瀬川")
    expect(river.locator("rt")).to_have_text("やなせがわ")
    page.goto("events/")
    expect(page.locator(".site-nav rt").first).to_have_text("だんたい")
    assert page.evaluate("document.documentElement.getAttribute('data-furigana')") == "on"


def test_lines_stand_further_apart_with_readings(page: Page) -> None:
    high = "() => parseFloat(getComputedStyle(document.body).lineHeight)"
    page.goto(GROUP)
    before = page.evaluate(high)
    with_furigana(page, GROUP)
    assert page.evaluate(high) > before


@pytest.mark.parametrize("size", ["m", "xl"])
@pytest.mark.parametrize("path", ["", GROUP, "events/", "wanted/"])
def test_readings_can_be_read(page: Page, path: str, size: str) -> None:
    """At least half as large as the word, and never under nine pixels, in every letter size."""
    with_furigana(page, path)
    page.locator(f"[data-size={size}]").click()
    small = """all => all.map(rt => [rt.textContent, rt, rt.parentElement].map(
            (one, n) => n ? parseFloat(getComputedStyle(one).fontSize) : one))
        .filter(([text, own, word]) => own < 9 || own < word / 2)"""
    assert page.locator("rt").evaluate_all(small) == []


def test_readings_go_away_and_leave_the_words_as_they_were(page: Page) -> None:
    page.goto(GROUP)
    before = page.locator("main, #main").first.inner_text()
    with_furigana(page, GROUP)
    page.get_by_role("button", name="なし").click()
    expect(page.locator("ruby.furigana")).to_have_count(0)
    assert page.locator("main, #main").first.inner_text() == before


def test_results_that_come_later_get_their_readings_too(page: Page) -> None:
    with_furigana(page, "search/?q=手話")
    results(page)
    expect(page.locator(".search-lead rt").first).to_be_visible()


def test_a_part_of_a_word_written_in_kana_gets_no_reading(page: Page) -> None:
    with_furigana(page, "groups/machiaiguma/")
    told = page.locator("rt").all_inner_texts()
    assert "よ" in told
    assert "よみきかせ" not in told


def test_a_name_with_its_reading_above_it_is_not_read_twice(page: Page) -> None:
    with_furigana(page, GROUP)
    assert page.locator("h1 ruby").count() == 0


def test_pages_with_readings_have_no_barrier_and_fit_the_screen(page: Page) -> None:
    with_furigana(page, GROUP)
    violations = Axe().run(page).response["violations"]
    assert [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


# ---- headings break between words


def test_a_heading_breaks_between_words_on_a_telephone(page: Page) -> None:
    page.goto("events/choba-soudan-2026/")
    expect(page.locator("h1 wbr").first).to_be_attached()
    assert page.locator("h1").evaluate("(one) => getComputedStyle(one).wordBreak") == "keep-all"
    assert re.search("領収書の", page.locator("h1").inner_text())
