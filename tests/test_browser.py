"""The sample site as a resident meets it: a real Chromium against a real server on this machine."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.site]

GROUP = "groups/yanasegawa-ashi/"
EVENT = "events/ashi-kansatsu-2026/"
KINDS = {
    "home": "",
    "list": "groups/",
    "field": "fields/environment/",
    "group": GROUP,
    "events": "events/",
    "event": EVENT,
    "wanted": "wanted/",
    "match": "match/",
    "places": "places/",
    "place": "places/center/",
    "grants": "grants/",
    "grant": "grants/doronko-nagagutsu/",
    "search": "search/?q=手話",
    "text": "about/",
    "shortlist": "shortlist/",
    "styleguide": "styleguide/",
    "role": "roles/volunteer/",
    "readings": "reading/ka/",
    "new": "new/",
    "missing": "404.html",
}
WIDTHS = (390, 1280)


@pytest.fixture
def page(chromium: Browser, sample_server: str) -> Iterator[Page]:
    """A telephone-sized page whose scripts' errors and foreign requests fail the test."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, base_url=sample_server, locale="ja-JP")
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("request", lambda r: None if r.url.startswith(sample_server) else wrong.append(r.url))
    yield opened
    context.close()
    assert wrong == []


def results(page: Page) -> list[str]:
    """The names on the result cards, in order, once the search has answered."""
    expect(page.locator(".search-status")).to_contain_text("件")
    expect(page.locator(".search-results li").first).to_be_visible()
    return page.locator(".search-results h2, .search-results h3").all_inner_texts()


def wider_than(page: Page, width: int) -> dict[str, int]:
    """The kinds of page that would have to be scrolled sideways, with their widths in pixels."""
    widths = {}
    for kind, path in KINDS.items():
        page.goto(path)
        widths[kind] = int(page.evaluate("document.documentElement.scrollWidth"))
    return {kind: across for kind, across in widths.items() if across > width}


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("水質調査", "柳瀬川あしの会"),
        ("やなせがわあしのかい", "柳瀬川あしの会"),
        ("ﾔﾅｾｶﾞﾜ", "柳瀬川あしの会"),
        ("ごみ拾い", "柳瀬川あしの会"),
    ],
)
def test_the_header_search_finds_a_group_by_what_it_does_and_by_its_reading(page: Page, word: str, found: str) -> None:
    page.goto("groups/")
    page.locator("header input[type=search]").fill(word)
    page.locator("header button[type=submit]").click()
    page.wait_for_url("**/search/**")
    assert any(found in name for name in results(page))


def test_the_search_box_of_the_front_page_finds_groups_for_a_smartphone_question(page: Page) -> None:
    page.goto("")
    page.locator("main input[type=search]").fill("スマホ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    assert results(page)
    expect(page.locator(".search-status")).to_contain_text("スマホ")


def test_a_search_without_an_answer_names_the_centre_and_its_telephone(page: Page) -> None:
    page.goto("search/?q=バレーボール大会優勝")
    expect(page.locator("#search-app")).to_contain_text("見つかりませんでした")
    expect(page.locator("#search-app")).to_contain_text("042-000-0100")


def test_filters_narrow_the_results_and_stay_in_the_address(page: Page) -> None:
    page.goto("search/?q=柳瀬川")
    before = len(results(page))
    page.locator(".search-filters summary").first.click()
    page.get_by_role("checkbox", name="イベント").check()
    page.wait_for_url("**kind=event**")
    after = results(page)
    assert 0 < len(after) < before
    page.reload()
    assert results(page) == after


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_has_a_barrier_that_axe_can_see(
    chromium: Browser, sample_server: str, kind: str, width: int, scheme: str
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, base_url=sample_server, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(KINDS[kind])
    if kind == "search":
        results(page)
    violations = Axe().run(page).response["violations"]
    context.close()
    assert [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in violations] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_of_an_opening_has_no_barrier_that_axe_can_see(
    chromium: Browser, sample_server: str, width: int, scheme: str
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, base_url=sample_server, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto("wanted/")
    page.locator(".wanted__title a").first.click()
    expect(page.locator(".slip h2")).to_have_text("返信用紙")
    violations = Axe().run(page).response["violations"]
    across = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in violations] == []
    assert across <= width


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1440])
def test_no_page_is_wider_than_its_screen(chromium: Browser, sample_server: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, base_url=sample_server)
    page = context.new_page()
    wide = wider_than(page, width)
    context.close()
    assert wide == {}


@pytest.mark.parametrize("width", [320, 390])
def test_the_largest_letters_fit_a_telephone(chromium: Browser, sample_server: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 844}, base_url=sample_server)
    context.add_init_script("localStorage.setItem('hiroba.size', 'xl')")
    page = context.new_page()
    wide = wider_than(page, width)
    context.close()
    assert wide == {}


def test_a_group_is_printed_on_the_two_sides_of_one_sheet(page: Page) -> None:
    page.goto(GROUP)
    page.emulate_media(media="print")
    sides = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True))
    assert 1 <= len(sides) <= 2
    expect(page.locator(".print-address")).to_be_visible()
    expect(page.locator(".site-nav")).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "marks"),
    [
        ("events/goronza-haihai-2026/", ".notice"),
        ("events/", ".state"),
        ("groups/", ".badge"),
        ("search/?q=満席", "#search-app .search-badges li"),
    ],
)
def test_a_word_that_warns_is_printed_without_colours(page: Page, address: str, marks: str) -> None:
    page.goto(address)
    expect(page.locator(marks).first).to_be_visible()
    page.emulate_media(media="print")
    looks = page.locator(marks).evaluate_all(
        "all => all.map(getComputedStyle).map(s => [s.color, s.backgroundImage, s.borderTopStyle, s.borderTopColor])"
    )
    ink = "rgb(0, 0, 0)"
    assert {tuple(look) for look in looks} == {(ink, "none", "solid", ink)}


def test_without_scripts_lists_and_pages_can_be_read(chromium: Browser, sample_server: str) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=sample_server)
    page = context.new_page()
    page.goto("")
    page.get_by_role("link", name="団体をさがす").first.click()
    page.locator(".cards a").first.click()
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("heading", name="参加するには")).to_be_visible()
    page.goto("search/")
    expect(page.locator("noscript .notice")).to_be_visible()
    expect(page.get_by_role("link", name="名前順の一覧")).to_be_visible()
    context.close()


def test_the_first_tab_stop_leads_past_the_header(page: Page) -> None:
    page.goto(GROUP)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("本文へ進む")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_text_size_and_brightness_are_kept_on_the_device_and_nothing_else_is(page: Page) -> None:
    page.goto("")
    page.locator(".display summary").click()
    page.get_by_role("button", name="特大").click()
    page.get_by_role("button", name="暗い").click()
    page.goto(GROUP)
    expect(page.locator("html")).to_have_attribute("data-size", "xl")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.context.cookies() == []
    assert page.evaluate("Object.keys(localStorage).sort().join()") == "hiroba.size,hiroba.theme"


def test_a_group_can_be_called_from_its_page_with_one_touch(page: Page) -> None:
    page.goto(GROUP)
    expect(page.locator(".bottom-bar a").first).to_have_attribute("href", "tel:+81420000011")


def test_the_time_table_leads_to_the_groups_that_meet_then(page: Page) -> None:
    page.goto("")
    cell = page.locator(".grid a").first
    count = cell.inner_text()
    cell.click()
    number = "".join(c for c in count if c.isdigit())
    expect(page.locator("h1")).to_contain_text(f"{number}団体")
    assert page.locator(".card").count() == int(number)


def test_the_sample_says_so_on_every_kind_of_page(page: Page) -> None:
    for path in KINDS.values():
        page.goto(path)
        expect(page.locator(".sample")).to_contain_text("サンプル")
