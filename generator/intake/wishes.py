"""Wish cards: the lines of `/match/` that residents hand in, found in whatever they come in.

A line is what the code on the card says (`hiroba-wish:1?do=…&when=…`), typed, scanned, in a mail or in a file; the
address of the page with the same answers (`…/match/?do=…`) is as good. A wish bears no name.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote_plus

from generator.japanese.text import narrow
from generator.matching.sheet import KEYS, WISH, Values, parse_sheet, values
from generator.models.vocabulary import Vocabulary
from generator.wording.questions import sheet_words

_LINE = re.compile(r"hiroba-wish\s?:\s?(?P<version>[0-9]{1,4})\?(?P<answers>[a-z0-9=&.%_+-]*)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s\"'<>?#]{1,300}/match/\?(?P<answers>[a-z0-9=&.%_+-]*)", re.IGNORECASE)
_OTHER = re.compile(r"[^a-zA-Z0-9=&.-].*", re.DOTALL)
_BEGUN = re.compile(r"hiroba-?wish", re.IGNORECASE)
# No card says more; what is longer is none of ours.
LONGEST = 4_000
_VERSION = WISH.removeprefix("hiroba-wish:").removesuffix("?")
_BROKEN = (
    "希望の行（hiroba-wish:1?…）が途中で切れているか、記号が変わっています。もう一度読み取ってください。"
    "読み取り機を使うときは、キーボードの種類（日本語・英語）の設定も確かめてください。"
)
_EMPTY = "希望の行に、答えが一つもありません。"
_TOO_LONG = "希望の行が長すぎます。"


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish: the line as it is kept, its answers in words, and answers that this city does not know."""

    line: str
    words: str
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoWish:
    """Something that begins like a wish and is none: what was written, and why, in Japanese."""

    written: str
    words: str


def find_wishes(text: str, vocabularies: Mapping[str, Vocabulary]) -> tuple[Wish | NoWish, ...]:
    """Every wish in a text, in its order, and everything that was meant as one; never raises for what is in it."""
    known = values(vocabularies)
    return tuple(_wish(line, known, vocabularies) for line in _lines(text))


def _lines(text: str) -> Iterator[str]:
    """The lines that carry a wish or begin like one, each once for each time that it stands there."""
    for line in text.splitlines():
        # A keyboard set to Japanese types wide letters; in HTML an ampersand has a name.
        plain = narrow(line).replace("&amp;", "&") if _may_be(line) else ""
        found = [*_LINE.finditer(plain), *_ADDRESS.finditer(plain)]
        yield from (_canonical(match) for match in found)
        if not found and _BEGUN.search(plain):
            yield plain


def _may_be(line: str) -> bool:
    return bool(_BEGUN.search(line) or "match/?" in line or _BEGUN.search(narrow(line[:LONGEST])))


def _canonical(match: re.Match[str]) -> str:
    version = match.groupdict().get("version") or _VERSION
    # A line has letters of its own alone, however a mail program wrote them: nothing of the text around it, no name.
    told = _OTHER.sub("", unquote_plus(match["answers"])).rstrip(".")
    answers = (pair for pair in told.split("&") if pair.partition("=")[2])
    return f"hiroba-wish:{version}?{'&'.join(answers)}"


def _wish(line: str, known: Values, vocabularies: Mapping[str, Vocabulary]) -> Wish | NoWish:
    if len(line) > LONGEST:
        return NoWish(line[:60], _TOO_LONG)
    found = _LINE.fullmatch(line)
    if found is None:
        return NoWish(line, _BROKEN)
    unknown = tuple(_unknown(found["answers"], known))
    words = wish_words(line, vocabularies)
    if not words and not unknown:
        return NoWish(line, _EMPTY)
    newer = () if found["version"] == _VERSION else (f"形式 {found['version']}",)
    return Wish(line, words, (*newer, *unknown))


def wish_words(line: str, vocabularies: Mapping[str, Vocabulary]) -> str:
    """A wish in words, as far as this city knows them: いつ：土曜の午前／どこで：川辺."""
    sheet = parse_sheet(line, values(vocabularies))
    return "／".join(f"{label}：{words}" for label, words in sheet_words(sheet, vocabularies))


def _unknown(answers: str, known: Values) -> Iterator[str]:
    """The answers, and the questions, that nobody here knows."""
    for pair in answers.split("&"):
        key, _, told = pair.partition("=")
        if key not in KEYS:
            yield from [pair] if pair else []
            continue
        yield from (f"{key}={value}" for value in unquote_plus(told).split(".") if value and value not in known[key])
