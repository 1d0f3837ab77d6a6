"""Suggestions match inside names, and one key loads little however many groups there are."""

import json
import zlib
from collections.abc import Sequence
from random import Random

import pytest

from generator.lexical.fold import PLAIN, fold
from generator.search.name_parts import begun, begun_reading
from generator.search.shards import shard_of
from generator.search.shelves import shelves
from generator.search.suggest import Suggestion

TABLE_TENNIS = Suggestion(
    "七十からの卓球サークル",
    "団体",
    "groups/takkyu/",
    ("七十からの卓球サークル",),
    "ななじゅうからのたっきゅうさーくる",
)
WELFARE = Suggestion("保健・医療・福祉", "分野", "fields/health/", ("保健・医療・福祉", "ほけん・いりょう・ふくし"))


def keystrokes(files: Sequence[str], typed: str) -> tuple[list[list[str]], int]:
    """What the shelf of a beginning holds, and the compressed bytes of the file that the last letter loads."""
    entries: list[list[str]] = []
    loaded = 0
    for length in range(1, len(typed) + 1):
        key = "^" + typed[:length]
        file = files[shard_of(key, len(files))]
        loaded = len(zlib.compress(file.encode(), 9))
        more, entries = json.loads(file).get(key, (0, []))
        if not more:
            break
    return entries, loaded


def offered(files: Sequence[str], typed: str) -> list[str]:
    folded = fold(typed)
    return list(dict.fromkeys(text for begins, text, *_ in keystrokes(files, folded)[0] if begins.startswith(folded)))


@pytest.mark.parametrize("typed", ["七", "卓", "卓球", "球", "サ", "サークル", "なな", "たっき", "タッキュウ"])
def test_a_name_is_offered_from_each_of_its_words_on(typed: str) -> None:
    assert offered(shelves([TABLE_TENNIS, WELFARE], PLAIN), typed) == ["七十からの卓球サークル"]


@pytest.mark.parametrize("typed", ["から", "の卓", "ル", "ゅう", "x", "鯨"])
def test_a_name_is_not_offered_from_the_middle_of_a_word(typed: str) -> None:
    assert offered(shelves([TABLE_TENNIS, WELFARE], PLAIN), typed) == []


@pytest.mark.parametrize("typed", ["医", "いり", "福祉", "保健医療", "ほけん"])
def test_a_field_is_offered_from_each_of_its_parts_on(typed: str) -> None:
    assert offered(shelves([TABLE_TENNIS, WELFARE], PLAIN), typed) == ["保健・医療・福祉"]


def test_what_begins_so_comes_before_what_has_it_inside_and_fields_before_both() -> None:
    inside, begins = (Suggestion(name, "団体", name, (name,)) for name in ("あおば手話の会", "手話ならい"))
    field = Suggestion("手話と要約筆記", "分野", "fields/shuwa/", ("手話と要約筆記",))
    assert offered(shelves([inside, begins, field], PLAIN), "手話") == [
        "手話と要約筆記",
        "手話ならい",
        "あおば手話の会",
    ]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("芝山どんぐりの会", ["芝山どんぐりの会", "どんぐりの会", "会"]),
        ("子どものひろば", ["子どものひろば", "ひろば"]),
        ("朝どれ軽トラ市", ["朝どれ軽トラ市", "軽トラ市", "トラ市", "市"]),
        ("よなべの手", ["よなべの手", "手"]),
        ("川をきれいに", ["川をきれいに", "きれいに"]),
        ("の", ["の"]),
        ("・", []),
    ],
)
def test_a_name_begins_at_each_of_its_words_but_not_at_endings(name: str, parts: list[str]) -> None:
    assert begun(name) == parts


@pytest.mark.parametrize(
    ("name", "kana", "parts"),
    [
        ("芝山どんぐりの会", "しばやまどんぐりのかい", ["しばやまどんぐりのかい", "どんぐりのかい", "かい"]),
        ("朝どれ軽トラ市", "あさどれけいとらいち", ["あさどれけいとらいち", "けいとらいち", "とらいち", "いち"]),
        ("手話サークル つぼみ", "しゅわさーくる つぼみ", ["しゅわさーくるつぼみ", "さーくるつぼみ", "つぼみ"]),
        # A reading that is not this name's tells nothing.
        ("からす", "とんび", []),
        ("手話", "", []),
    ],
)
def test_the_reading_of_a_name_begins_where_the_name_does(name: str, kana: str, parts: list[str]) -> None:
    assert begun_reading(name, kana) == parts


def test_a_word_of_a_name_comes_before_what_is_only_inside_one() -> None:
    council, tennis = (Suggestion(name, "団体", name, (name,)) for name in ("あおば円卓会議", "七十からの卓球"))
    assert offered(shelves([council, tennis], PLAIN), "卓") == ["七十からの卓球", "あおば円卓会議"]


def test_of_ten_thousand_groups_no_key_loads_more_than_twenty_kilobytes() -> None:
    chance = Random(12)
    first, second = (
        ["青葉", "みんなの", "市民", "清瀬", "松山", "元町", "にこにこ", "ひまわり", "コーラス", "手話"],
        ["太極拳", "囲碁", "合唱", "体操", "絵手紙", "防災", "料理", "英会話"],
    )
    names = [f"{chance.choice(first)}{chance.choice(second)}サークル {number}番" for number in range(10_000)]
    files = shelves([Suggestion(name, "団体", f"groups/g{n}/", (name,)) for n, name in enumerate(names)], PLAIN)
    typed = fold("みんなの太極拳サークル7")
    loads = [keystrokes(files, typed[:length])[1] for length in range(1, len(typed) + 1)]
    assert max(loads) <= 20_000
    assert len(offered(files, "サ")) == 10
    last = next(name for name in names if name.startswith("みんなの太極拳"))
    assert offered(files, last.replace(" ", "")) == [last]
