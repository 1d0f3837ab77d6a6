"""A group and an event fit one sheet of A4 for the notice board, with all that somebody before it needs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Built
from tests.folders import GROUP
from tests.poured import poured
from tests.profiles import FULL_EVENT, FULL_GROUP, FULL_PLACE, yaml_text
from tests.sheets_of_paper import dressed, printed

pytestmark = [pytest.mark.browser, pytest.mark.site]

# What a visitor can see on paper, with the size of its letters in points.
SEEN = """() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        const words = walker.currentNode.textContent.trim();
        if (!words || !parent.checkVisibility() || parent.closest(".hidden, script, style, noscript")) continue;
        found.push([words, parseFloat(getComputedStyle(parent).fontSize) * 0.75]);
    }
    return found;
}"""
CONTROLS = (
    "検討リスト",
    "保存する",
    "印刷する",
    "人に伝える",
    "アドレスを写す",
    "内容を直す",
    "地図を開く",
    "さがす",
    "元のデータ",
)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    opened = chromium.new_page(viewport={"width": 688, "height": 1047})
    yield opened
    opened.close()


@pytest.mark.parametrize("kind", ["groups", "events"])
def test_every_sample_is_one_sheet_with_its_address_and_without_controls(
    page: Page, each_site: Built, kind: str
) -> None:
    sheets = {}
    for slug in each_site.slugs(kind):
        page.goto(f"{each_site.address}{kind}/{slug}/")
        sheets[slug] = printed(page)
    assert {slug: len(each) for slug, each in sheets.items() if len(each) != 1} == {}
    assert [slug for slug, (sheet,) in sheets.items() if f"{kind}/{slug}/" not in sheet] == []
    assert [(slug, word) for slug, (sheet,) in sheets.items() for word in CONTROLS if word in sheet] == []


@pytest.mark.parametrize("kind", ["groups", "events"])
def test_no_letter_on_paper_is_smaller_than_nine_and_a_half_points(page: Page, each_site: Built, kind: str) -> None:
    page.emulate_media(media="print")
    for slug in each_site.slugs(kind):
        page.goto(f"{each_site.address}{kind}/{slug}/")
        seen = page.evaluate(SEEN)
        assert [words for words, size in seen if size < 9.49] == [], slug
        dense = page.locator("article.sheet--dense").count()
        prose = page.evaluate("[...document.querySelectorAll('.prose p')].map(p => getComputedStyle(p).fontSize)")
        assert set(prose) <= {"12.6667px" if dense else "14px"}, slug


def test_the_code_stands_at_the_bottom_on_the_right_beside_the_address(page: Page, each_site: Built) -> None:
    page.emulate_media(media="print")
    for slug in each_site.slugs("groups"):
        page.goto(f"{each_site.address}groups/{slug}/")
        box, own = page.locator(".qr").bounding_box(), page.locator("article").bounding_box()
        assert box
        assert own
        assert own["x"] + own["width"] - (box["x"] + box["width"]) < 2, slug
        # Modules of half a millimetre are read by every telephone; 96 CSS pixels are an inch.
        modules = float(page.locator(".qr").get_attribute("viewBox").split()[2])  # type: ignore[union-attr]
        assert box["width"] / modules * 25.4 / 96 > 0.49
        assert own["y"] + own["height"] - (box["y"] + box["height"]) < 100, slug


def test_the_sheet_says_where_with_the_address_and_when_with_the_place(page: Page, sample_server: str) -> None:
    page.goto(f"{sample_server}groups/yanasegawa-ashi/")
    (sheet,) = printed(page)
    assert "毎月第1日曜日9:00〜11:30清瀬金山緑地公園(清瀬市中里4丁目)" in sheet
    page.goto(f"{sample_server}events/ashi-kansatsu-2026/")
    (sheet,) = printed(page)
    assert "清瀬金山緑地公園(清瀬市中里4丁目)" in sheet


FULL: dict[str, str | bytes] = {
    "groups/kawa-akari.yaml": yaml_text(FULL_GROUP | {"photos": [], "documents": []}),
    "events/tanemaki.yaml": yaml_text(FULL_EVENT | {"photos": []}),
    "places/kawabe.yaml": yaml_text(FULL_PLACE),
}


@pytest.mark.parametrize("name", ["groups/kawa-akari", "events/tanemaki"])
def test_a_profile_with_every_field_filled_in_is_one_sheet(page: Page, tmp_path: Path, name: str) -> None:
    dressed(page, poured(tmp_path, FULL)[f"{name}/index.html"])
    assert len(printed(page)) == 1


def test_a_long_profile_goes_on_over_full_pages_and_never_leaves_the_code_alone(page: Page, tmp_path: Path) -> None:
    for letters in (900, 1300, *range(1450, 3950, 250)):
        sentence = "柳瀬川の岸辺で、毎月一度の手入れをしています。"
        words = (sentence * 200)[: letters - 1] + "終"
        text = "\n\n".join(words[n : n + 230] for n in range(0, letters, 230)).replace("\n", "\n  ")
        group = GROUP.replace("description: 毎月、川辺の花壇に集まります。", f"description: |\n  {text}")
        pages = poured(tmp_path / str(letters), {"groups/kawa-akari.yaml": group})
        dressed(page, pages["groups/kawa-akari/index.html"])
        sheets = printed(page)
        assert len(sheets) <= (1 if letters < 1400 else 3), letters
        assert "終" in "".join(sheets)
        assert "groups/kawa-akari/" in sheets[-1]
        # Some of the profile, or its next event, stands with the code; and the first page is not left empty for it.
        assert "岸辺" in sheets[-1] or "花の種まき" in sheets[-1], letters
        assert len(sheets[0]) > 350, letters
