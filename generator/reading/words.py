"""The word lists of the search: those that the program brings, joined with what a city adds to them."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from typing import Any

from generator.japanese.text import is_kana
from generator.packaged import packaged
from generator.problems import Problem, problem
from generator.reading.positions import Positions
from generator.reading.strict import Path, parse

# A group with more words says nothing any more, and each of its words would find the documents of all.
MOST_WORDS = 60
# So many words of a wrong entry are repeated in the help, and so many letters of each.
_SHOWN, _LETTERS = 3, 20
# Unicode's categories of line ends and other control characters.
_BREAKS = ("Cc", "Zl", "Zp")

# What is wrong, in Japanese and in English.
_NO_SECTIONS = ("「{0}:」の行から書きます", "it begins with a line “{0}:”")
_NO_LIST = ("「- 」で始まる行を並べます", "it is a list of lines that begin with “- ”")
_NO_PAIRS = ("「ことば: …」の行を並べます", "it is made of lines “word: …”")
_NO_GROUP = ("ことばを [ ] で囲んで並べます", "the words stand in [ ]")
_BARE = ("ことばの組を、一つずつ [ ] で囲みます", "each group of words stands in [ ] of its own")
_FEW = ("ことばが二つ以上要ります", "two or more words are needed")
_EMPTY = ("ことばがありません", "there is no word in it")
_MANY = (f"ことばは{MOST_WORDS}個までです", f"at most {MOST_WORDS} words stand together")
_NO_WORD = ("一行のことばでないものがあります", "something in it is not a word on one line")
_NO_READING = ("読みをかなで書きます", "a reading is written in kana")
_LINE = ("words と to の両方が要ります", "both words and to are needed")
_EXAMPLES = {
    "spellings": "- [子ども, 子供]",
    "synonyms": "- [敬老会, 長寿を祝う会]",
    "also": "歴史: [郷土史, 昔のくらし]",
    "readings": "朝日町: あさひまち",
    "related": "- {words: [側溝がつま, どぶ], to: [清掃, 水路]}",
}
# The word lists and the sections of each; they live beside the vocabularies and have a shape of their own.
_SECTIONS = {"synonyms": ("spellings", "synonyms", "also"), "readings": ("readings",), "related": ("related",)}
WORD_LISTS = tuple(_SECTIONS)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a word list: the path of keys and numbers to it, the rule it breaks, and the facts of that."""

    path: Path
    rule: str
    facts: Mapping[str, str]


@cache
def brought() -> Mapping[str, Mapping[str, Any]]:
    """The lists of the program (`words/`), as dicts, lists and strings."""
    return {name: parse(packaged(f"words/{name}.yaml").read_text(encoding="utf-8")) for name in WORD_LISTS}


def with_own(own: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The program's lists with a city's own behind them; of a word that has a reading in both, the city's counts.

    The city's are of the right shape (`own_words`); a list or section that it has not is none.
    """
    return {name: _joined(given, own.get(name, {})) for name, given in brought().items()}


def _joined(given: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _section(name, section, own[name]) if name in own else section for name, section in given.items()}


def _section(name: str, given: Any, own: Any) -> Any:
    if isinstance(given, list):
        known = set(map(str, given))
        return [*given, *(each for each in own if str(each) not in known)]
    if name == "also":
        return {**given, **{wide: [*given.get(wide, ()), *narrow] for wide, narrow in own.items()}}
    return {**given, **own}


def own_words(name: str, data: Any) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """A city's word list as `parse` gives it: by section the entries of the right shape, and what is wrong with others.

    Never raises for what is in the list.
    """
    walk = _Walk(name)
    return walk.sections(data), tuple(walk.faults)


def word_problems(faults: Iterable[Fault], where: Positions) -> Iterator[Problem]:
    """What is wrong with a word list, as problems at their places in the file."""
    for fault in faults:
        at = where.key(fault.path) if fault.rule == "unknown-field" else where.value(fault.path)
        yield problem(at, fault.rule, **fault.facts)


@dataclass(slots=True)
class _Walk:
    """One walk through a word list; whatever is not right is left out and noted."""

    name: str
    faults: list[Fault] = field(default_factory=list)

    def sections(self, data: Any) -> dict[str, Any]:
        sections = _SECTIONS[self.name]
        if not isinstance(data, dict):
            self._wrong((), sections[0], _NO_SECTIONS, f"{sections[0]}:")
            return {}
        self._unknown((), data, sections)
        # A section under which nothing stands yet is an empty one.
        return {key: self._section(key, data[key]) for key in sections if data.get(key, "") != ""}

    def _section(self, name: str, given: Any) -> Any:
        if name in ("also", "readings"):
            return self._pairs(name, given)
        if not isinstance(given, list):
            self._wrong((name,), name, _NO_LIST)
            return []
        if given and all(isinstance(each, str) for each in given):
            # The brackets inside were forgotten: said once, not word by word.
            fault, likely = (_LINE, "") if name == "related" else (_BARE, _group_of(given))
            self._wrong((name,), name, fault, likely)
            return []
        one = self._line if name == "related" else self._group
        made = (one((name, n), name, each) for n, each in enumerate(given))
        return [each for each in made if each]

    def _pairs(self, name: str, given: Any) -> dict[str, Any]:
        if not isinstance(given, dict):
            self._wrong((name,), name, _NO_PAIRS)
            return {}
        one = self._narrow if name == "also" else self._reading
        made = ((word, one((name, word), word, each)) for word, each in given.items())
        return {word: each for word, each in made if each}

    def _group(self, path: Path, section: str, given: Any) -> list[str]:
        return self._words(path, section, given, least=2)

    def _narrow(self, path: Path, word: str, given: Any) -> list[str]:
        likely = f"{_short(word)}: [{_short(given)}]" if _is_word(given) else ""
        if not _is_word(word):
            self._wrong(path, "also", _NO_WORD)
            return []
        return self._words(path, "also", given, likely)

    def _reading(self, path: Path, word: str, given: Any) -> str | list[str]:
        several = given if isinstance(given, list) else [given]
        right = several and all(isinstance(kana, str) and is_kana(kana) for kana in several)
        if not right or not _is_word(word) or len(several) > MOST_WORDS:
            fault = _NO_READING if not right else _NO_WORD if not _is_word(word) else _MANY
            self._wrong(path, "readings", fault)
            return []
        return given  # type: ignore[no-any-return]

    def _line(self, path: Path, section: str, given: Any) -> dict[str, list[str]]:
        keys = ("words", "to")
        if not isinstance(given, dict) or not all(key in given for key in keys):
            self._wrong(path, section, _LINE)
            return {}
        self._unknown(path, given, keys)
        line = {key: self._words((*path, key), section, given[key]) for key in keys}
        return line if all(line.values()) else {}

    def _words(self, path: Path, section: str, given: Any, likely: str = "", least: int = 1) -> list[str]:
        """The words of one group; none if one of them is no word."""
        fault = _fault(given, least)
        if fault:
            self._wrong(path, section, fault, likely)
            return []
        return given  # type: ignore[no-any-return]

    def _unknown(self, path: Path, given: Mapping[str, Any], known: tuple[str, ...]) -> None:
        for key in given:
            if key not in known:
                near = get_close_matches(key, known, n=1, cutoff=0.6)
                facts = {"value": key, "suggestion": "".join(near), "choices": "、".join(known)}
                self.faults.append(Fault((*path, key), "unknown-field", facts))

    def _wrong(self, path: Path, section: str, fault: tuple[str, str], likely: str = "") -> None:
        ja, en = (words.format(section) for words in fault)
        facts = {"section": section, "detail_ja": ja, "detail_en": en, "suggestion": likely or _EXAMPLES[section]}
        self.faults.append(Fault(path, "word-list-shape", facts))


def _fault(given: Any, least: int) -> tuple[str, str] | None:
    """Why something is no list of words."""
    if not isinstance(given, list):
        return _NO_GROUP
    if len(given) > MOST_WORDS:
        return _MANY
    if not all(map(_is_word, given)):
        return _NO_WORD
    return None if len(given) >= least else _FEW if least > 1 else _EMPTY


def _is_word(given: Any) -> bool:
    """Whether something is one line of text with a letter or a number in it.

    Of marks alone the search keeps nothing; and it folds many words as the lines of one text.
    """
    if not isinstance(given, str) or given != given.strip():
        return False
    letters = unicodedata.normalize("NFKC", given)
    return any(map(str.isalnum, letters)) and not any(unicodedata.category(c) in _BREAKS for c in letters)


def _group_of(words: list[str]) -> str:
    """Words to which the brackets are missing, with them."""
    return f"- [{', '.join(map(_short, words[:_SHOWN]))}]"


def _short(word: str) -> str:
    return " ".join(word.split())[:_LETTERS]
