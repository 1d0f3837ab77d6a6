"""Every kind of page is whole: a browser finds nothing to complain about, and asks for nothing that is not there."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Response, expect

pytestmark = [pytest.mark.browser, pytest.mark.site]

# Beside one page of each kind: what somebody asks, corrects or has kept.
ASKED = ("search/?q=手話", "search/?q=水族館", "groups/?q=手話", "wanted/?role=会員", "edit/?group=yonabe-no-te")


@pytest.fixture
def heard(chromium: Browser, sample_server: str) -> Iterator[tuple[Page, list[str]]]:
    """A telephone, and what its browser complains about."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, base_url=sample_server, locale="ja-JP")
    context.add_init_script("localStorage.setItem('hiroba.furigana', 'on')")
    page = context.new_page()
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(f"{page.url}: {message.text} {message.location}")

    def answered(response: Response) -> None:
        if response.status >= 400:
            complaints.append(f"{page.url}: {response.status} {response.url}")

    page.on("console", note)
    page.on("response", answered)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("request", lambda r: None if r.url.startswith(sample_server) else complaints.append(r.url))
    yield page, complaints
    context.close()


def one_of_each_kind(site: Path) -> list[str]:
    """The address of a page for each folder and depth of the site."""
    kinds: dict[tuple[str, int], str] = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        folders = name.split("/")
        kinds.setdefault((folders[0], len(folders)), name.removesuffix("index.html"))
    return list(kinds.values())


def test_no_kind_of_page_has_anything_to_complain_about(heard: tuple[Page, list[str]], sample_site: Path) -> None:
    page, complaints = heard
    addresses = one_of_each_kind(sample_site)
    assert {"", "404.html", "help/", "search/", "groups/", "edit/"} < set(addresses)
    for address in (*addresses, *ASKED):
        page.goto(address)
        page.wait_for_load_state("networkidle")
    assert complaints == []


def test_no_search_box_asks_for_what_is_not_there(heard: tuple[Page, list[str]]) -> None:
    page, complaints = heard
    for address in ("", "404.html", "about/", "groups/yonabe-no-te/", "search/"):
        for words in ("しゅわ", "ゑ", "zz", "①"):
            page.goto(address)
            page.locator("input[type=search]:visible").first.press_sequentially(words)
            page.wait_for_load_state("networkidle")
    assert complaints == []


def test_a_kept_page_that_is_gone_is_not_asked_for(heard: tuple[Page, list[str]]) -> None:
    page, complaints = heard
    kept = [{"url": f"{folder}/gone/", "title": "昔の会"} for folder in ("groups", "events")]
    kept.append({"url": "groups/yonabe-no-te/", "title": "よなべの手"})
    page.add_init_script(f"localStorage.setItem('hiroba.kept', {json.dumps(json.dumps(kept))})")
    page.goto("shortlist/")
    expect(page.locator(".shortlist-card")).to_have_count(3)
    expect(page.locator(".shortlist-card", has_text="いまはありません")).to_have_count(2)
    expect(page.locator(".shortlist-card").last).to_contain_text("19:00〜20:45")
    assert complaints == []
