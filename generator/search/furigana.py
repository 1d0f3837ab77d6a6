"""Readings to be written above words: the reading table, what records say of themselves, words read by their place."""

import json
from collections.abc import Mapping
from typing import Any

from generator.directory.model import Directory
from generator.search.contexts import contexts


def furigana(directory: Directory) -> str:
    """The furigana switch's data as JSON: `words`, word → reading; `contexts`, [word, reading, before, after] each."""
    words = _words(directory, directory.words.get("readings", {}).get("readings", {}))
    return json.dumps({"words": words, "contexts": contexts()}, ensure_ascii=False, separators=(",", ":")) + "\n"


def _words(directory: Directory, words: Mapping[str, Any]) -> dict[str, str]:
    """Words and how they are read, sorted; of several readings the first, and a record's own before the table's.

    `words` is the parsed reading table: word → reading or readings in hiragana. Groups are not in it: their names have
    their readings above them everywhere.
    """
    table = {word: given if isinstance(given, str) else given[0] for word, given in words.items()}
    labels = {
        term.label: term.kana
        for vocabulary in directory.vocabularies.values()
        for term in vocabulary.terms.values()
        if term.kana and "・" not in term.label
    }
    places = {place.place.name: place.place.kana for place in directory.places}
    plain = {word: kana for word, kana in {**labels, **places}.items() if not any(c in word for c in " 　（(")}
    return dict(sorted({**table, **plain}.items()))
