"""Nothing jumps away under a finger: what a script fills in has kept its room (cumulative layout shift, slow line)."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Built

pytestmark = [pytest.mark.browser, pytest.mark.site]

# What counts as good is 0.1 (web.dev/cls); a page of ours moves half as much at most.
MOST = 0.05
LINE = {"offline": False, "latency": 120, "downloadThroughput": 250_000, "uploadThroughput": 100_000}
OBSERVED = """
window.moved = [];
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  if (!entry.hadRecentInput) window.moved.push([entry.value, entry.sources.map(({ node }) => node && node.className)]);
})).observe({ type: "layout-shift", buffered: true });
"""
ASKED = ("search/?q=手話", "search/?q=水族館", "search/?kind=event", "groups/?q=手話", "groups/?audience=どなたでも")
WIDTHS = (390, 1280)


@contextmanager
def slowly(browser: Browser, address: str, width: int, kept: tuple[str, ...] = ()) -> Iterator[Page]:
    """A fresh browser on a slow line that notes what moves; with what is kept on its shortlist."""
    context = browser.new_context(viewport={"width": width, "height": 844}, base_url=address, locale="ja-JP")
    context.add_init_script(OBSERVED)
    if kept:
        entries = json.dumps([{"url": url, "title": url} for url in kept])
        context.add_init_script(f"localStorage.setItem('hiroba.kept', {json.dumps(entries)})")
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    yield page
    context.close()


def assert_nothing_moves(page: Page) -> None:
    """Hardly anything has moved once everything is there; what did is in the failure."""
    page.wait_for_load_state("networkidle")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    shifts = page.evaluate("window.moved")
    assert sum(value for value, _ in shifts) <= MOST, shifts


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ASKED)
def test_what_is_asked_in_the_address_pushes_nothing_away(
    chromium: Browser, sample_server: str, path: str, width: int
) -> None:
    with slowly(chromium, sample_server, width) as page:
        page.goto(path)
        expect(page.locator(".search-card, .search-help h2").first).to_be_visible()
        assert_nothing_moves(page)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["search/", "groups/", "events/", "wanted/", "wanted/?role=会員"])
def test_a_list_that_comes_alive_stays_where_it_is(
    chromium: Browser, sample_server: str, path: str, width: int
) -> None:
    with slowly(chromium, sample_server, width) as page:
        page.goto(path)
        expect(page.locator(".search-narrow")).to_be_visible()
        assert_nothing_moves(page)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["match/", "match/?do=cooking&when=saturday-morning", "match/?do=cooking#when"])
def test_the_questions_and_their_results_come_where_their_room_is(
    chromium: Browser, sample_server: str, path: str, width: int
) -> None:
    with slowly(chromium, sample_server, width) as page:
        page.goto(path)
        asked = ".find" if path.endswith("morning") else "[data-question]:not([hidden])"
        expect(page.locator(asked).first).to_be_visible()
        assert_nothing_moves(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_shortlist_keeps_room_for_what_is_kept(each_site: Built, chromium: Browser, width: int) -> None:
    groups = tuple(f"groups/{slug}/" for slug in each_site.slugs("groups")[:3])
    with slowly(chromium, each_site.address, width, groups) as page:
        page.goto("shortlist/")
        expect(page.locator(".shortlist-card")).to_have_count(3)
        expect(page.locator(".kept")).to_contain_text("3")
        assert_nothing_moves(page)


def test_a_list_is_shown_when_the_script_does_not_come(chromium: Browser, sample_server: str) -> None:
    context = chromium.new_context(base_url=sample_server)
    page = context.new_page()
    page.route("**/search*.js", lambda route: route.abort())
    page.route("**/narrow*.js", lambda route: route.abort())
    for path in ("groups/?audience=どなたでも", "wanted/?role=会員"):
        page.goto(path)
        expect(page.locator("#plain-list li").first).to_be_visible()
    context.close()
