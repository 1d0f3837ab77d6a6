"""The search on a slow line: what has been said once must not be unsaid."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = [pytest.mark.browser, pytest.mark.site]


@pytest.fixture
def held(chromium: Browser, sample_server: str) -> Iterator[tuple[Page, list[Route]]]:
    """A page whose clock the test moves, and the requests for result cards, held back until the test lets them go."""
    context = chromium.new_context(base_url=sample_server)
    page = context.new_page()
    routes: list[Route] = []
    page.route("**/cards/*.json", lambda route: routes.append(route))
    page.clock.install()
    yield page, routes
    context.close()


def test_the_number_of_results_stays_while_their_cards_are_still_on_the_way(held: tuple[Page, list[Route]]) -> None:
    page, routes = held
    page.goto("search/?q=手話")
    expect(page.locator(".search-status")).to_contain_text("件")
    page.clock.run_for(5_000)
    expect(page.locator(".search-status")).to_contain_text("件")
    for route in routes:
        route.continue_()
    expect(page.locator(".search-results li").first).to_be_visible()
    expect(page.locator(".search-status")).to_contain_text("件")
