"""The program brings the words of civic life; a city adds its own to them."""

from pathlib import Path

import pytest

from generator.reading.words import brought, with_own
from generator.search.furigana import furigana
from generator.search.synonyms import load_synonyms
from tests.folders import loaded

OWN = {
    "vocabulary/readings.yaml": "readings:\n  川辺町: かわべまち\n  明日: みょうにち\n",
    "vocabulary/synonyms.yaml": (
        "spellings:\n  - [川辺台, 川べ台]\nsynonyms:\n  - [長寿会, 敬老の会]\nalso:\n  歴史: [昔の川辺]\n"
    ),
}


def test_a_city_without_lists_of_its_own_has_the_program_s(tmp_path: Path) -> None:
    words = loaded(tmp_path).directory.words
    assert words["readings"]["readings"]["手話"] == "しゅわ"
    assert ["子ども", "子供", "こども"] in words["synonyms"]["spellings"]
    assert '"手話":"しゅわ"' in furigana(loaded(tmp_path).directory)


def test_what_a_city_writes_is_added_and_its_own_reading_counts(tmp_path: Path) -> None:
    words = loaded(tmp_path, dict(OWN)).directory.words
    readings, synonyms = words["readings"]["readings"], words["synonyms"]
    assert (readings["川辺町"], readings["明日"], readings["手話"]) == ("かわべまち", "みょうにち", "しゅわ")
    assert synonyms["spellings"][-1] == ["川辺台", "川べ台"]
    assert synonyms["synonyms"][-1] == ["長寿会", "敬老の会"]
    assert synonyms["also"]["歴史"] == ["郷土史", "昔の川辺"]
    assert brought()["synonyms"]["also"]["歴史"] == ["郷土史"], "the program's own list stays as it is"


@pytest.mark.parametrize("text", ["", "readings: いろいろ\n", "- a\n", "readings: [手話]\n", "other: {a: b}\n"])
def test_a_list_of_another_shape_takes_nothing_away(tmp_path: Path, text: str) -> None:
    words = loaded(tmp_path, {"vocabulary/readings.yaml": text}).directory.words
    assert words["readings"] == brought()["readings"]


def test_an_entry_that_the_program_has_too_counts_once() -> None:
    twice = with_own({"synonyms": {"spellings": [["子ども", "子供", "こども"]]}})["synonyms"]
    assert load_synonyms(twice) == load_synonyms(brought()["synonyms"])


def test_the_program_s_lists_name_no_city() -> None:
    for name in ("清瀬", "柳瀬川", "空堀川", "野塩"):
        assert name not in brought()["readings"]["readings"]
        assert name not in str(brought()["synonyms"])
