"""What is offered and sought stands side by side by the thing, with who fits and why, and the search leads there."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from generator.pages.shelves import SHELF
from tests.folders import PLACE
from tests.matching.test_exchange import VOCABULARIES, entry, group
from tests.poured import Pages, poured

TENT = entry("テント2張りをお貸しします", when="土曜・日曜", until="2027-03-31")
WANTED = entry("テントを借りたいです", when="土曜の午前")
ODD = entry("使わなくなった水槽の底砂利を20キロ")
HALL = (
    PLACE
    + "phone: 042-000-0003\nrooms:\n  - {name: 会議室1, capacity: 24人, fee: 午前300円}\nequipment: [テント1張り]\n"
)


def made(folder: Path, **groups: str) -> Pages:
    """A poured site whose groups offer and seek, and whose place lends a room and a thing."""
    files = {f"groups/{slug}.yaml": text for slug, text in groups.items()}
    return poured(folder, files | VOCABULARIES | {"places/kawabe.yaml": HALL})


@pytest.fixture
def site(tmp_path: Path) -> Pages:
    return made(tmp_path, a=group("あ", offers=[TENT]), b=group("い", seeks=[WANTED, ODD]))


def said(html: str) -> str:
    """The words of a page's body, without what only scripts and styles read."""
    body = re.sub("<(script|style)[^>]*>.*?</\\1>", "", html[html.index("<main>") :], flags=re.S)
    return unescape(re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", body)))


def shelf(html: str, thing: str) -> tuple[str, str]:
    """What stands under a thing: what is offered, and what is sought."""
    section = next(each for each in html.split("<section") if f'id="{thing}"' in each)
    _, offered, sought = section.split('<div class="swap-side">')
    return said(f"<main>{offered}"), said(f"<main>{sought}")


def test_a_kind_has_offers_and_needs_side_by_side_with_who_until_when_and_why_they_fit(site: Pages) -> None:
    offered, sought = shelf(site["exchange/equipment/index.html"], "tent")
    for words in (
        "できること 2件",
        "テント2張りをお貸しします",
        "土曜・日曜",
        "3月31日（水）まで",
        "あの会",
        "連絡する",
    ):
        assert words in offered
    assert "いの会 「テントを借りたいです」 テント：市内全域・土曜・同じ分野（環境の保全）" in offered
    assert "川辺の家" in offered
    assert "求めていること 1件 テントを借りたいです" in sought
    assert "あの会 「テント2張りをお貸しします」 テント：市内全域・土曜・同じ分野（環境の保全）" in sought
    assert 'href="../../groups/a/#join"' in site["exchange/equipment/index.html"]


def test_what_has_no_partner_and_what_names_no_thing_stands_there_too(site: Pages) -> None:
    _, sought = shelf(site["exchange/equipment/index.html"], "others")
    assert "使わなくなった水槽の底砂利を20キロ" in sought
    assert "力になれる団体を待っています" in sought
    first = said(site["exchange/index.html"])
    assert "力になれる団体を待っています 1件" in first
    assert "使わなくなった水槽の底砂利を20キロ" in first


def test_a_place_lends_on_its_own_terms(site: Pages) -> None:
    offered, _ = shelf(site["exchange/room/index.html"], "meeting-room")
    assert "会議室1 定員 24人 使用料 午前300円 川辺の家" in offered


def test_the_first_page_has_every_kind_with_its_numbers_and_the_newest_pairs(site: Pages) -> None:
    words = said(site["exchange/index.html"])
    assert "備品・道具 できること2件・求めていること2件" in words
    assert "広報 できること0件・求めていること0件" in words
    assert "テント：市内全域・土曜・同じ分野（環境の保全）" in words
    assert "まだありません" in said(site["exchange/publicity/index.html"])


def test_a_groups_page_says_who_could_work_with_it_both_ways_and_who_is_alike(site: Pages) -> None:
    giver, taker = said(site["groups/a/index.html"]), said(site["groups/b/index.html"])
    assert "いっしょにできそうな団体 できること「テント2張りをお貸しします」に いの会" in giver
    assert "いっしょにできそうな団体 求めていること「テントを借りたいです」に あの会" in taker
    assert "似ている団体" in giver
    assert "いっしょにできそうな団体" not in said(site["groups/kawa-akari/index.html"])


def test_when_something_can_be_given_stands_on_the_groups_page(site: Pages) -> None:
    assert "テント2張りをお貸しします （土曜・日曜、3月31日（水）まで）" in said(site["groups/a/index.html"])


def test_what_is_past_its_day_is_gone_from_all_pages(tmp_path: Path) -> None:
    over = made(tmp_path, a=group("あ", offers=[TENT | {"until": "2026-01-31"}]), b=group("い", seeks=[WANTED]))
    assert not [url for url, html in over.items() if "テント2張りをお貸しします" in html]


def test_no_words_of_a_profile_are_mark_up(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>テントを貸します"
    pages = made(tmp_path, a=group("あ", offers=[entry(evil)]), b=group("い", seeks=[WANTED]))
    assert [url for url, html in pages.items() if "<script>alert" in html] == []
    assert "&lt;script&gt;" in pages["exchange/equipment/index.html"]


def test_a_long_list_has_pages_and_each_thing_says_on_which_it_begins(tmp_path: Path) -> None:
    many = {f"g{n}": group(f"{n}番", offers=[TENT, entry("車いす1台")]) for n in range(SHELF + 10)}
    pages = made(tmp_path, **many)
    kind = [url for url in pages if url.startswith("exchange/equipment/")]
    assert kind == [
        "exchange/equipment/index-2.html",
        "exchange/equipment/index-3.html",
        "exchange/equipment/index.html",
    ]
    assert 'href="../../exchange/equipment/index-2.html#wheelchair"' in pages["exchange/equipment/index.html"]
    counted = sum(html.count("swap-entry__words") for url, html in pages.items() if url in kind)
    assert counted == 2 * (SHELF + 10) + 1


def test_the_search_knows_each_thing_that_stands_there_by_its_names(site: Pages, tmp_path: Path) -> None:
    told = json.loads((tmp_path / "stage/exchange/things.json").read_text("utf-8"))
    tent = next(each for each in told if each["label"] == "テント")
    assert (tent["url"], tent["offered"], tent["sought"]) == ("exchange/equipment/#tent", 2, 1)
    assert {"テント", "タープ"} <= set(tent["names"])
    assert [each["label"] for each in told] == ["会議室・集会室", "テント"]
    assert 'id="tent"' in site["exchange/equipment/index.html"]


def test_what_has_to_be_asked_first_stands_with_the_pair_and_such_a_pair_is_no_news(tmp_path: Path) -> None:
    lent = entry("テント。営利目的はお断りします。")
    pages = made(tmp_path, a=group("あ", offers=[lent]), b=group("い", seeks=[WANTED]))
    _, sought = shelf(pages["exchange/equipment/index.html"], "tent")
    assert "テント：市内全域・同じ分野（環境の保全） 条件をたしかめてください：『営利目的はお断りします』" in sought
    first = said(pages["exchange/index.html"])
    assert "営利目的" not in first
    assert "川辺の家" in first
