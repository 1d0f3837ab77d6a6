"""The browser folds and cuts text exactly as Python does."""

import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.lexical.fold import fold
from generator.lexical.synonyms import Synonyms
from generator.search.grams import runs, units
from generator.search.shards import shard_of
from tests.scripts_alone import take
from tests.search.texts import EVERY_KANA, ODD, accidents
from tests.search.town import TOWN
from tests.towns import CONTENTS

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


SENTENCES = tuple(sentence for page in TOWN for sentence in (page.title, page.kana, page.lead, page.line, page.body))
DECOMPOSED = tuple(unicodedata.normalize("NFD", sentence) for sentence in SENTENCES)
_FILES = [file for content in CONTENTS for file in content.glob("*/*.yaml")]
PROFILES = tuple(sorted({line.strip() for file in _FILES for line in _lines(file)}))


ASSIGNED = [chr(code) for code in range(0x20, 0x1F000) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")]
TEXTS = tuple(dict.fromkeys((*ODD, *EVERY_KANA, *SENTENCES, *DECOMPOSED, *PROFILES, *accidents(1500, rarely=ASSIGNED))))


def test_the_corpus_is_large_enough_to_mean_something() -> None:
    assert (len(PROFILES) > 1500, len(TEXTS) > 3500) == (True, True)


def test_folding_is_the_same_in_python_and_in_the_browser(engine_page: Page, synonyms: Synonyms) -> None:
    theirs = engine_page.evaluate("(texts) => texts.map(folding.fold)", TEXTS)
    ours = [fold(text, synonyms.folding) for text in TEXTS]
    assert dict(zip(TEXTS, theirs, strict=True)) == dict(zip(TEXTS, ours, strict=True))


def test_keys_and_their_files_are_the_same_in_python_and_in_the_browser(engine_page: Page, synonyms: Synonyms) -> None:
    folded = [fold(text, synonyms.folding) for text in TEXTS]
    take(engine_page, Grams="search/grams.js", Hashing="search/hashing.js")
    theirs = engine_page.evaluate(
        """(texts) => texts.map((text) =>
            Grams.runs(text).map((run) => [Grams.units(run), Hashing.shardOf(run, 97)]))""",
        folded,
    )
    assert theirs == [[[units(run), shard_of(run, 97)] for run in runs(text)] for text in folded]


def test_every_folded_letter_knows_its_place_in_the_written_text(engine_page: Page) -> None:
    wrong = engine_page.evaluate(
        """(texts) => texts.filter((text) => {
            const folded = folding.foldMap(text);
            return folded.from.some((from, at) => from < 0 || from >= folded.to[at] || folded.to[at] > text.length
                || from < (folded.from[at - 1] || 0));
        })""",
        TEXTS,
    )
    assert wrong == []


def test_a_mark_covers_the_word_as_it_was_written(engine_page: Page) -> None:
    take(engine_page, Passages="search/passages.js")
    pieces = engine_page.evaluate(
        "(text) => Passages.highlighted(folding, text, [folding.fold('ごみ拾い')])",
        "川の ｺﾞﾐ拾い をします",
    )
    assert [piece["text"] for piece in pieces if piece["mark"]] == ["ｺﾞﾐ拾い"]
    assert "".join(piece["text"] for piece in pieces) == "川の ｺﾞﾐ拾い をします"


def test_a_passage_is_cut_around_the_word_and_says_so(engine_page: Page) -> None:
    text = "はじめの文です。" * 20 + "ここで手話を習います。" + "おわりの文です。" * 20
    take(engine_page, Passages="search/passages.js")
    pieces = engine_page.evaluate("(text) => Passages.passage(folding, text, ['手話'], 40)", text)
    assert pieces[0] == {"text": "ここで", "mark": False}
    assert pieces[1] == {"text": "手話", "mark": True}
    assert sum(len(piece["text"]) for piece in pieces) <= 42
