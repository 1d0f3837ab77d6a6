"""Lists that go on on further pages are narrowed down as a whole, and only what is shown is fetched."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.browser import serving
from tests.conftest import build_site
from tests.poured import poured
from tests.test_browsing import group
from tests.towns import TOWN

pytestmark = [pytest.mark.browser, pytest.mark.site]

STATUS = ".narrowing .search-status"


def calling(number: int) -> str:
    """A group that looks for a member, for a volunteer, and every tenth for a successor."""
    role = "successor" if number % 10 == 0 else "volunteer"
    calls = f"[{{role: member, title: 会員{number}}}, {{role: {role}, title: 人{number}}}]"
    return group(f"会{number:03}", "ん", recruiting=calls, meetings="[]")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A town in which 240 people are wanted more: three pages."""
    town = tmp_path_factory.mktemp("long") / "town"
    copytree(TOWN, town)
    for number in range(1, 121):
        (town / f"content/groups/n{number:03}.yaml").write_text(calling(number), encoding="utf-8", newline="\n")
    build_site(town / "mkdocs.yml", town / "site", searchable=False)
    with serving(town / "site") as address:
        yield address, town / "site"


@pytest.fixture
def page(chromium: Browser, site: tuple[str, Path]) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, base_url=site[0])
    yield context.new_page()
    context.close()


def opened(page: Page, label: str) -> None:
    """Unfold the panel and one of its parts."""
    page.locator(".search-narrow > summary").click()
    page.locator(".search-facet summary", has_text=label).click()


def test_the_file_beside_a_list_says_of_every_entry_what_it_can_be_narrowed_down_by(tmp_path: Path) -> None:
    found = poured(tmp_path, {f"groups/g{n:03}.yaml": calling(n) for n in range(1, 61)})
    assert 'data-entries="../wanted/entries.json"' in found["wanted/index.html"]
    known = json.loads((tmp_path / "stage/wanted/entries.json").read_text(encoding="utf-8"))
    assert (known["count"], known["size"]) == (120, 40)
    # Undated calls stand in the order of their groups, of which each tenth seeks a successor second.
    assert known["facets"]["role"]["後継者"] == [19, 20, 20, 20, 20, 20]
    assert {role: len(steps) for role, steps in known["facets"]["role"].items()} == {
        "後継者": 6,
        "会員": 60,
        "ボランティア": 54,
    }


def test_a_list_of_one_page_has_no_file_beside_it(tmp_path: Path) -> None:
    found = poured(tmp_path, {"groups/g.yaml": calling(1)})
    assert "data-entries" not in found["wanted/index.html"]
    assert not (tmp_path / "stage/wanted/entries.json").exists()


def test_every_count_is_of_the_whole_list_and_the_file_comes_when_the_panel_is_opened(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("wanted/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "entries.json" in url or "index-" in url] == []
    opened(page, "募集している役割")
    expect(page.locator(".search-choice", has_text="後継者").locator(".search-count")).to_have_text(
        re.compile("^1[0-9]件")
    )
    assert [url for url in asked if "index-" in url] == []


def test_what_fits_is_gathered_from_its_pages_some_at_a_time(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("wanted/")
    opened(page, "募集している役割")
    tick = page.get_by_role("checkbox", name="会員")
    tick.focus()
    page.keyboard.press("Space")
    shown = page.locator(".narrowed .wanted")
    expect(shown).to_have_count(20)
    expect(tick).to_be_focused()
    assert set(shown.locator(".wanted__role").all_inner_texts()) == {"会員をさがしています"}
    count = int(re.match(r"(\d+)件（しぼりこみ中）", page.locator(STATUS).inner_text())[1])  # type: ignore[index]
    assert count >= 120
    assert len({url for url in asked if "index-" in url}) <= 1
    page.get_by_role("button", name=f"もっと見る（あと{count - 20}件）").click()
    expect(shown).to_have_count(40)
    expect(shown.nth(20).get_by_role("link").first).to_be_focused()
    page.get_by_role("button", name="会員 を外す").click()
    expect(page.locator("#plain-list")).to_be_visible()
    expect(shown).to_have_count(0)
    page.go_back()
    expect(shown).to_have_count(40)


def test_back_from_an_entry_finds_the_list_as_it_was_left(page: Page) -> None:
    page.goto("wanted/?role=会員")
    shown = page.locator(".narrowed .wanted")
    page.get_by_role("button", name=re.compile("もっと見る")).click()
    expect(shown).to_have_count(40)
    link = shown.nth(35).locator(".wanted__title a")
    link.scroll_into_view_if_needed()
    place = page.evaluate("window.pageYOffset")
    link.click()
    page.wait_for_url("**/wanted/*-*/")
    page.go_back()
    expect(shown).to_have_count(40)
    page.wait_for_function("(place) => Math.abs(window.pageYOffset - place) < 3", arg=place)


def test_an_entry_leads_to_the_same_page_wherever_it_is_shown(page: Page, site: tuple[str, Path]) -> None:
    page.goto("wanted/?role=後継者")
    expect(page.locator(STATUS)).to_contain_text("しぼりこみ中")
    for address in page.locator(".narrowed .wanted__title a").evaluate_all("(all) => all.map((a) => a.href)")[:12]:
        assert (site[1] / address.removeprefix(site[0]).split("#")[0] / "index.html").is_file()


def test_a_choice_on_a_further_page_narrows_down_the_whole_list(page: Page) -> None:
    page.goto("wanted/index-2.html")
    opened(page, "募集している役割")
    page.locator(".search-choice", has_text="後継者").click()
    page.wait_for_url("**/wanted/?role=*")
    expect(page.locator(".narrowed .wanted").first).to_be_visible()


def test_a_further_page_that_does_not_come_is_said(page: Page) -> None:
    page.route("**/wanted/index-*.html", lambda route: route.abort())
    page.goto("wanted/?role=後継者")
    expect(page.locator(STATUS)).to_contain_text("通信できなかったため")
    expect(page.locator("#plain-list")).to_be_visible()


def test_parts_of_the_week_hold_what_lies_within_them_in_a_list_of_several_pages_too(page: Page) -> None:
    """The file beside the list says 土曜の午前; the choices are 土曜, 午前 and 土日 as well."""
    page.goto("wanted/?time=土日")
    expect(page.locator(STATUS)).to_contain_text("しぼりこみ中")
    count = int(re.match(r"(\d+)件", page.locator(STATUS).inner_text())[1])  # type: ignore[index]
    assert count > 0
    assert all(
        re.search("[土日]曜", words) for words in page.locator(".narrowed .wanted .wanted__where").all_inner_texts()
    )
