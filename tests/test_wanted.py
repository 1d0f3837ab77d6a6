"""People wanted: where and when first, an address that stays, and lists that go on in pages."""

import json
import re
from pathlib import Path

import pytest

from tests.folders import GROUP, PLACE
from tests.poured import Elements, Pages, dead_links, elements, poured, texts
from tests.test_browsing import group

GUIDE = "{role: volunteer, title: 川の案内をする人, place: kawabe, when: 毎月第1日曜 9:00-11:30, number: 3}"
LANGUAGES = """label: 対応言語
label_en: Languages
terms:
  ja: {label: 日本語, label_en: Japanese}
  easy: {label: やさしい日本語, label_en: Easy Japanese}
  en: {label: 英語, label_en: English, autonym: English}
  zh: {label: 中国語, label_en: Chinese, autonym: 中文}
  ko: {label: 韓国・朝鮮語, label_en: Korean, autonym: 한국어}
"""
WRITER = "{role: volunteer, title: 会報を書く人, text: 家でできます。, until: 2099-01-31}"


def town(*calls: str) -> dict[str, str | bytes]:
    return {
        "groups/kawa-akari.yaml": group("青い会", "あおいかい", recruiting=f"[{', '.join(calls)}]"),
        "places/kawabe.yaml": PLACE,
    }


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return poured(tmp_path_factory.mktemp("town"), town(GUIDE, WRITER))


def calls(html: str) -> dict[str, str]:
    """The title of each call in a page → the address it leads to."""
    return {e.text: e.attributes["href"] for e in elements(html, "a") if "wanted/kawa" in e.attributes["href"]}


def test_a_call_says_where_and_when_before_anything_else(pages: Pages) -> None:
    told = texts(pages["groups/kawa-akari/index.html"], "li", "wanted")[0]
    said = [
        told.index(word) for word in ("川の案内をする人", "場所", "川辺の家", "日時", "毎月第1日曜 9:00-11:30", "人数")
    ]
    assert said == sorted(said)


def test_a_call_has_a_page_and_a_place_in_the_page_of_its_group(pages: Pages) -> None:
    listed = calls(pages["wanted/index.html"])
    # What closes comes before what does not.
    assert list(listed) == ["会報を書く人", "川の案内をする人"]
    of_group = elements(pages["groups/kawa-akari/index.html"], "li", "wanted")
    for title, address in listed.items():
        page, name = re.fullmatch(r"\.\./(wanted/kawa-akari-([0-9a-f]{6})/)", address).groups()  # type: ignore[union-attr]
        assert texts(pages[f"{page}index.html"], "h1") == [title]
        # Links of before led to the call in the page of its group.
        assert [e.attributes["id"] for e in of_group if title in e.text] == [f"wanted-{name}"]
        assert f'href="../../{page}"' in pages["groups/kawa-akari/index.html"]


def test_the_address_of_a_call_stays_when_others_come_before_it(pages: Pages, tmp_path: Path) -> None:
    more = poured(tmp_path, town("{role: member, title: 会員}", WRITER, GUIDE))
    before, after = calls(pages["wanted/index.html"]), calls(more["wanted/index.html"])
    assert {title: after[title] for title in before} == before


def test_calls_in_the_same_words_have_addresses_of_their_own(tmp_path: Path) -> None:
    html = poured(tmp_path, town(WRITER, WRITER))["groups/kawa-akari/index.html"]
    first, second = (e.attributes["id"] for e in elements(html, "li", "wanted"))
    assert second == f"{first}-2"


def test_calls_of_two_groups_in_the_same_words_stand_under_two_names_in_the_list(tmp_path: Path) -> None:
    files = town(WRITER) | {"groups/kame.yaml": group("かめの会", "かめのかい", recruiting=f"[{WRITER}]")}
    html = poured(tmp_path, files)["wanted/index.html"]
    names = [e.attributes["id"] for e in elements(html) if "id" in e.attributes]
    assert len(names) == len(set(names))


def test_a_call_can_be_narrowed_down_to_by_what_is_known_of_it(pages: Pages) -> None:
    writer, guide = (
        json.loads(e.attributes["data-facets"]) for e in elements(pages["wanted/index.html"], "li", "wanted")
    )
    assert (guide["role"], guide["time"]) == (["ボランティア"], ["日曜の午前"])
    assert "time" not in writer


def test_a_time_that_is_not_understood_is_no_choice(tmp_path: Path) -> None:
    html = poured(tmp_path, town("{role: volunteer, title: 手伝い, when: 花が咲いたら}"))["wanted/index.html"]
    assert "time" not in json.loads(elements(html, "li", "wanted")[0].attributes["data-facets"])


def test_only_whom_a_group_looks_for_is_in_the_colour_of_people_wanted(tmp_path: Path) -> None:
    call = "{role: volunteer, title: 案内, beginners_ok: true}"
    html = poured(tmp_path, town(call))["groups/index.html"]
    assert texts(html, "li", "badge--wanted") == ["ボランティア募集"]
    assert "初心者歓迎" in texts(html, "li", "badge")


def test_a_long_list_of_calls_goes_on_in_pages_that_lead_to_each_other(tmp_path: Path) -> None:
    many: dict[str, str | bytes] = {
        f"groups/g{n:03}.yaml": group(f"会{n:03}", "あ", recruiting=f"[{WRITER}, {{role: member, title: 会員}}]")
        for n in range(60)
    }
    found = poured(tmp_path, many)
    first, *others = (found[f"wanted/{name}.html"] for name in ("index", "index-2", "index-3"))
    assert [len(elements(html, "li", "wanted")) for html in (first, *others)] == [40, 40, 40]
    rest = elements(first, "div", "narrowing")[0].attributes["data-rest"].split()
    assert rest == ["../wanted/index-2.html", "../wanted/index-3.html"]
    assert json.loads((tmp_path / "stage/wanted/entries.json").read_bytes())["size"] == 40
    dead = dead_links({name: Elements(html) for name, html in found.items()}, tmp_path / "stage")
    assert [each for each in dead if "/assets/" not in each and ("wanted" in each or "roles" in each)] == []


def test_a_heading_has_no_reading_in_it(pages: Pages) -> None:
    for name in ("groups/index.html", "groups/kawa-akari/index.html", "places/kawabe/index.html"):
        html = pages[name]
        assert texts(html, "p", "kana")
        assert [e.text for tag in ("h1", "h2", "h3") for e in elements(html, tag) if "あおい" in e.text] == []
    assert texts(pages["groups/kawa-akari/index.html"], "h1") == ["青い会"]


def test_a_page_with_other_languages_leads_to_them_at_its_top_by_their_own_names(tmp_path: Path) -> None:
    easy = "easy: {summary: かわの そうじを します。}"
    words = f"{{zh: {{name: 青会, summary: 打扫河流。}}, ko: {{summary: 강을 청소합니다.}}, {easy}}}"
    text = group("青い会", "あおいかい", name_en="Blue Club", translations=words)
    files: dict[str, str | bytes] = {"groups/kawa-akari.yaml": text, "vocabulary/languages.yaml": LANGUAGES}
    html = poured(tmp_path, files)["groups/kawa-akari/index.html"]
    top = html[: html.index("record__top")]
    links = [(e.text, e.attributes["href"], e.attributes["lang"]) for e in elements(top, "a") if "lang" in e.attributes]
    assert links == [("中文", "#in-zh", "zh"), ("한국어", "#in-ko", "ko"), ("やさしい日本語", "#in-easy", "ja")]
    parts = {e.attributes["id"]: e.attributes["lang"] for e in elements(html, "div", "translation")}
    assert parts == {"in-zh": "zh", "in-ko": "ko", "in-easy": "ja"}
    assert [(e.text, e.attributes["lang"]) for e in elements(html, "span") if e.attributes.get("lang")] == [
        ("Blue Club", "en")
    ]


def test_the_profile_used_here_is_a_group() -> None:
    assert GROUP.startswith("name:")
