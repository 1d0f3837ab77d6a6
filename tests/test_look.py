"""The sample to hand and eye: sizes of what is tapped, one way to narrow a list down, and what stays in sight."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.test_browser import EVENT, GROUP, KINDS, results

pytestmark = [pytest.mark.browser, pytest.mark.site]

PAGES = {
    **KINDS,
    "times": "times/saturday-morning/",
    "npo": "npo/",
    "register": "register/",
    "rooms": "rooms/",
    "languages": "groups/hitokuchi-nihongo/",
}
LISTS = (
    "groups/",
    "succession/",
    "events/",
    "wanted/",
    "places/",
    "fields/environment/",
    "times/saturday-morning/",
    "reading/ka/",
)
# What is tapped, and how large it is: a card's link covers the card, a label belongs to its box. Words inside a
# sentence are as high as their line (WCAG 2.5.8).
SMALL = """() => [...document.querySelectorAll('a[href], button, input, select, summary')].filter((one) => {
    if (!one.checkVisibility({ visibilityProperty: true })) return false;
    const style = getComputedStyle(one);
    const covers = getComputedStyle(one, '::after').position === 'absolute';
    const box = (covers ? one.offsetParent : one.closest('label') || one).getBoundingClientRect();
    if (box.width < 2) return false;
    const beside = one.parentElement.textContent.trim().length - one.textContent.trim().length;
    if (style.display === 'inline' && beside > 1) return false;
    const least = one.closest('#main li, nav li') ? 44 : 24;
    return box.height < least - 0.5 || box.width < 24;
}).map((one) => one.outerHTML.slice(0, 120))"""
# What an activity needs from whoever takes it over is told in the list itself: such an entry is a screen of its own.
SHORT = tuple(path for path in LISTS if path != "succession/")
FIRST = "#plain-list li.card, #plain-list li.event, #plain-list li.wanted, ul.cards > li.card"
TABLES = """() => [...document.querySelectorAll('.md-typeset table td, table.table td, .facts td')]
    .filter((cell) => cell.checkVisibility() && cell.textContent.trim().length > 3)
    .map((cell) => cell.querySelector('.cell') || cell)
    .filter((words) => words.getBoundingClientRect().width < 6 * parseFloat(getComputedStyle(words).fontSize))
    .map((words) => words.textContent.trim().slice(0, 30))"""


@pytest.fixture
def phone(chromium: Browser, sample_server: str) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, base_url=sample_server)
    yield context.new_page()
    context.close()


@pytest.fixture
def desk(chromium: Browser, sample_server: str) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, base_url=sample_server)
    yield context.new_page()
    context.close()


# ---- sizes


@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_tapped_is_large_enough_and_in_lists_larger(chromium: Browser, sample_server: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 844}, base_url=sample_server)
    page = context.new_page()
    small = {}
    for kind, path in PAGES.items():
        page.goto(path)
        if kind == "search":
            results(page)
        small[kind] = page.evaluate(SMALL)
    context.close()
    assert {kind: found for kind, found in small.items() if found} == {}


@pytest.mark.parametrize("width", [320, 390])
def test_letters_of_twice_the_size_need_no_scrolling_sideways(
    chromium: Browser, sample_server: str, width: int
) -> None:
    """WCAG 1.4.4, on a telephone: letters alone are enlarged, not the window."""
    context = chromium.new_context(viewport={"width": width, "height": 844}, base_url=sample_server)
    context.add_init_script(
        "addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; })"
    )
    page = context.new_page()
    wide = {}
    for kind, path in PAGES.items():
        page.goto(path)
        wide[kind] = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert {kind: across for kind, across in wide.items() if across > width} == {}


# ---- tables


@pytest.mark.parametrize("size", ["100%", "200%"])
@pytest.mark.parametrize("path", ["npo/", "register/", "rooms/", "about/", "places/center/", GROUP])
def test_on_a_telephone_no_cell_of_a_table_is_narrower_than_six_letters(phone: Page, path: str, size: str) -> None:
    phone.goto(path)
    phone.evaluate("(size) => { document.documentElement.style.fontSize = size; }", size)
    assert phone.locator("td").count() > 3
    assert phone.evaluate(TABLES) == []


def test_on_a_telephone_every_value_of_a_table_stands_beside_its_label(phone: Page) -> None:
    phone.goto("rooms/")
    first = phone.locator(".md-typeset tbody tr").first.locator("td")
    labels = first.evaluate_all("(all) => all.map((one) => getComputedStyle(one, '::before').content)")
    assert labels == ['"部屋"', '"定員"', '"料金"', '"あるもの"']


def test_on_a_desk_a_table_is_a_table(desk: Page) -> None:
    desk.goto("rooms/")
    cells = desk.locator(".md-typeset tbody tr").first.locator("td")
    assert len({round(cells.nth(n).bounding_box()["y"]) for n in range(cells.count())}) == 1  # type: ignore[index]
    expect(desk.locator(".md-typeset thead").first).to_be_visible()


# ---- lists


@pytest.mark.parametrize("path", SHORT)
def test_the_whole_first_entry_of_a_list_is_on_the_first_screen_of_a_telephone(phone: Page, path: str) -> None:
    phone.goto(path)
    box = phone.locator(FIRST).first.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 844


def test_the_first_activity_that_waits_for_somebody_is_named_on_the_first_screen_of_a_telephone(phone: Page) -> None:
    phone.goto("succession/")
    box = phone.locator("#plain-list .handing__name").first.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 844


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("path", LISTS)
def test_a_list_has_one_way_to_narrow_it_down(chromium: Browser, sample_server: str, path: str, scripts: bool) -> None:
    context = chromium.new_context(base_url=sample_server, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(path)
    ways = page.locator("#main details:visible > summary:visible")
    expect(ways).to_have_count(0 if path == "places/" else 1)
    context.close()


def test_people_wanted_are_narrowed_down_by_role_and_the_address_keeps_it(phone: Page) -> None:
    phone.goto("wanted/")
    every = phone.locator(".wanted").count()
    phone.get_by_text("しぼりこむ", exact=True).click()
    phone.locator(".search-facet summary", has_text="募集している役割").click()
    phone.get_by_role("checkbox", name="後継者").check()
    shown = phone.locator(".wanted:visible")
    assert 0 < shown.count() < every
    assert set(shown.locator(".wanted__role").all_inner_texts()) == {"後継者をさがしています"}
    expect(phone.locator(".narrowing .search-status")).to_have_text(f"{shown.count()}件（しぼりこみ中）")
    number = shown.count()
    phone.reload()
    expect(shown).to_have_count(number)
    phone.get_by_role("button", name="後継者 を外す").click()
    expect(shown).to_have_count(every)


def test_a_list_is_narrowed_down_by_a_word_that_every_object_has(phone: Page) -> None:
    def renamed(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=re.sub('後継者(&#34;|")', r"constructor\1", answer.text()))

    phone.route(re.compile(r"/wanted/(\?|entries)"), renamed)
    phone.goto("wanted/?role=constructor")
    expect(phone.locator(".narrowing .search-status")).to_contain_text("件（しぼりこみ中）")
    assert set(phone.locator(".wanted:visible .wanted__role").all_inner_texts()) == {"後継者をさがしています"}


def test_events_are_narrowed_down_by_month_in_the_order_of_their_days(phone: Page) -> None:
    phone.goto("events/?month=2026年12月&fee=無料")
    expect(phone.locator(".narrowing .search-status")).to_contain_text("しぼりこみ中")
    assert set(phone.locator(".event:visible .date__month").all_inner_texts()) == {"12月"}
    days = [int(day) for day in phone.locator(".event:visible .date__day").all_inner_texts()]
    assert days == sorted(days) != []
    expect(phone.locator("#plain-list h2:visible")).to_have_count(1)


def test_a_call_is_followed_to_its_page_and_on_to_its_group(phone: Page) -> None:
    phone.goto("wanted/?role=後継者")
    link = phone.locator(".wanted:visible .wanted__title a").first
    title = link.inner_text()
    link.click()
    expect(phone.locator("h1")).to_contain_text(title)
    name = phone.url.rstrip("/").rpartition("-")[2]
    group = phone.locator(".record__also a").get_attribute("href")
    # An address of before, in the page of the group.
    phone.goto(f"{phone.url}{group}#wanted-{name}")
    expect(phone.locator(".wanted:target")).to_contain_text(title)
    expect(phone.locator(".wanted:target")).to_be_in_viewport()


def test_a_field_can_be_narrowed_down_further_where_scripts_run(phone: Page) -> None:
    phone.goto("fields/environment/")
    phone.get_by_text("ほかの分野", exact=True).click()
    phone.get_by_role("link", name="この中から、地域や曜日でしぼりこむ").click()
    expect(phone.get_by_role("button", name="環境の保全 を外す")).to_be_visible()


# ---- what stays in sight, and what stands once


@pytest.mark.parametrize("path", [GROUP, EVENT])
def test_on_a_desk_the_contact_stays_in_sight_beside_the_words(desk: Page, path: str) -> None:
    desk.goto(path)
    box = desk.locator(".join").bounding_box()
    assert box
    assert box["x"] > 640
    desk.evaluate(
        "scrollTo({ top: document.querySelector('#about').getBoundingClientRect().top, behavior: 'instant' })"
    )
    expect(desk.locator(".join a").first).to_be_in_viewport()


@pytest.mark.parametrize("path", ["", "search/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_one_search_box_is_enough(chromium: Browser, sample_server: str, path: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 844}, base_url=sample_server)
    page = context.new_page()
    page.goto(path)
    expect(page.locator("input[type=search]:visible")).to_have_count(1)
    context.close()


def test_the_warm_colour_is_for_people_wanted_and_deadlines_only(desk: Page) -> None:
    """Whatever is set in the accent colour, or on it, in any kind of page."""
    js = """() => {
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.color = 'var(--accent)';
        const accent = getComputedStyle(probe).color;
        probe.remove();
        const meant = '.wanted, .wanted__role, .badge--wanted, .deadline, .deadline + dd, .swatch--accent';
        return [...document.querySelectorAll('#main *, header *, aside *')].filter((one) => {
            const style = getComputedStyle(one);
            if (!one.checkVisibility() || one.closest(meant)) return false;
            return [style.color, style.backgroundColor].includes(accent);
        }).map((one) => one.outerHTML.slice(0, 90));
    }"""
    found = {}
    for kind, path in {**PAGES, "off": "events/goronza-haihai-2026/", "form": "edit/"}.items():
        desk.goto(path)
        found[kind] = desk.evaluate(js)
    assert {kind: each for kind, each in found.items() if each} == {}
