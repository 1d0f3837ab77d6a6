"""Ways to look around: every way is a plain page with counts, and the counts are right."""

import re
from pathlib import Path

import pytest

from generator.pages.paging import page_url
from tests.folders import GROUP, PLACE
from tests.poured import Pages, elements, poured, texts


def group(name: str, kana: str, **lines: str) -> str:
    """A profile with some lines of its own."""
    text = re.sub("^(name|kana): .*\n", "", GROUP, flags=re.MULTILINE)
    for key in lines:
        text = re.sub(rf"^{key}:.*\n(?:  .*\n)*", "", text, flags=re.MULTILINE)
    return f"name: {name}\nkana: {kana}\n{text}" + "".join(f"{key}: {value}\n" for key, value in lines.items())


TOWN: dict[str, str | bytes] = {
    "groups/kawa-akari.yaml": group("青い会", "あおいかい", audiences="[anyone]", confirmed="2026-11-01"),
    "groups/kame.yaml": group("かめの会", "かめのかい", audiences="[children]", confirmed="2026-10-15"),
    "groups/gamu.yaml": group("ガムの会", "がむのかい", audiences="[children, anyone]", confirmed="2024-01-01"),
    "groups/sora.yaml": group("空の会", "そらのかい", status="resting", confirmed="2026-11-02"),
    "places/kawabe.yaml": PLACE,
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return poured(tmp_path_factory.mktemp("town"), TOWN)


def names(html: str) -> list[str]:
    """The groups of a list, in order."""
    return re.findall(r'card__name"><a href="[^"]*">([^<]*)', html)


def test_groups_are_listed_by_whom_they_are_for(pages: Pages) -> None:
    html = pages["audiences/children/index.html"]
    assert texts(html, "h1") == ["対象が「子どもたち」の団体 2団体"]
    assert names(html) == ["ガムの会", "かめの会"]


def test_groups_are_listed_by_the_row_of_their_reading(pages: Pages) -> None:
    assert names(pages["reading/ka/index.html"]) == ["ガムの会", "かめの会"]
    assert "reading/ta/index.html" not in pages


def test_every_way_says_how_many_there_are_and_leads_there(pages: Pages) -> None:
    html = pages["groups/index.html"]
    chips = {e.attributes["href"]: e.text for e in elements(html, "a") if e.attributes["href"].startswith("../")}
    told = {url: text for url, text in chips.items() if re.match(r"\.\./(reading|audiences|new|resting)/", url)}
    assert told == {
        "../reading/a/": "あ行 1",
        "../reading/ka/": "か行 2",
        "../reading/sa/": "さ行 1",
        "../audiences/anyone/": "どなたでも 2",
        "../audiences/children/": "子どもたち 2",
        "../new/": "新しくのった・内容を確かめた団体 3",
        "../resting/": "お休み中の団体 1",
    }
    assert all(f"{url.removeprefix('../')}index.html" in pages for url in told)


def test_groups_that_pause_stand_apart_after_the_others(pages: Pages) -> None:
    html = pages["groups/index.html"]
    assert texts(html, "h2", "row-title")[-1] == "お休み中"
    assert names(html) == ["青い会", "ガムの会", "かめの会", "空の会"]
    assert names(pages["resting/index.html"]) == ["空の会"]


def test_what_is_new_is_listed_by_month_newest_first_without_groups_that_pause(pages: Pages) -> None:
    html = pages["new/index.html"]
    assert texts(html, "h2", "row-title") == ["2026年11月", "2026年10月", "2024年1月"]
    assert names(html) == ["青い会", "かめの会", "ガムの会"]


def test_a_long_list_keeps_groups_that_pause_for_its_last_page(tmp_path: Path) -> None:
    many: dict[str, str | bytes] = {
        f"groups/g{n:03}.yaml": group(f"会{n:03}", "あ", status="resting" if n == 0 else "active") for n in range(130)
    }
    found = poured(tmp_path, many)
    assert "お休み中" not in texts(found["groups/index.html"], "h2", "row-title")
    assert names(found["groups/index-2.html"])[-1] == "会000"


def test_a_place_where_many_meet_goes_on_on_further_pages(tmp_path: Path) -> None:
    meetings = "[{when: 毎週土曜 10:00-12:00, place: kawabe}]"
    many: dict[str, str | bytes] = {
        f"groups/g{n:03}.yaml": group(f"会{n:03}", "あ", meetings=meetings) for n in range(230)
    }
    found = poured(tmp_path, many | {"places/kawabe.yaml": PLACE})
    first, *more = (found[f"places/kawabe/{name}.html"] for name in ("index", "index-2", "index-3"))
    assert "ここで活動する団体 230団体" in texts(first, "h2")
    assert [len(names(html)) for html in (first, *more)] == [100, 100, 30]
    assert len({name for html in (first, *more) for name in names(html)}) == 230
    assert "places/kawabe/index-4.html" not in found
    pager = [e.attributes["href"] for e in elements(first, "a") if "index-" in e.attributes["href"]]
    assert pager == ["../../places/kawabe/index-2.html", "../../places/kawabe/index-3.html"]
    assert texts(more[0], "h1") == ["川辺の家で活動する団体 230団体"]
    back = elements(more[0], "nav", "crumbs")[0]
    assert "川辺の家" in back.text
    assert max(len(html.encode()) for html in (first, *more)) < 100_000


def test_a_place_where_few_meet_is_one_page(pages: Pages) -> None:
    assert "places/kawabe/index-2.html" not in pages
    assert elements(pages["places/kawabe/index.html"], "ul", "pager") == []


@pytest.mark.parametrize(
    ("url", "number", "address"),
    [
        ("wanted/", 1, "wanted/"),
        ("wanted/", 2, "wanted/index-2.html"),
        ("events/past.html", 1, "events/past.html"),
        ("events/past.html", 3, "events/past-3.html"),
    ],
)
def test_a_further_page_has_a_plain_address(url: str, number: int, address: str) -> None:
    assert page_url(url, number) == address


def test_a_town_without_pausing_groups_has_no_page_for_them(tmp_path: Path) -> None:
    found = poured(tmp_path, {})
    assert "resting/index.html" not in found
    assert "お休み中の団体" not in found["groups/index.html"]
