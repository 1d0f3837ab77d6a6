"""How many people belong to something: 約15名, 18人（男18）, 42名（うち市内30名）, 男10人・女8人."""

import re
from dataclasses import dataclass

from generator.japanese.text import kanji_number, narrow
from generator.japanese.unclear import Unclear, too_long

_NUMBER = "[0-9,〇一二三四五六七八九十百千]{1,9}"
_UNIT = "(?:人|名|組|世帯|家族|団体)"
_SPLIT_OFF = re.compile(
    rf"(?:約|およそ|計|合計|総数|全|会員数?)?:?\s*(?P<number>{_NUMBER})\s*{_UNIT}?(?:ほど|程度|程|くらい|ぐらい|位|前後|余り?)?"
    r"\s*(?:\((?P<inside>[^()]{1,60})\)|\[(?P<square>[^\[\]]{1,60})\])"
)
_RESIDENTS = re.compile(rf"(?:うち)?[市区町村]内(?:在住)?(?:会員|者)?(?:数)?:?\s*(?P<number>{_NUMBER})\s*{_UNIT}?")
_SEXES = re.compile(rf"(?:(?:男性?|女性?)(?:会員)?:?\s*{_NUMBER}\s*{_UNIT}?[、,・/\s]*){{2}}")
_OF_A_SEX = re.compile(rf"(?:男性?|女性?)(?:会員)?:?\s*(?P<number>{_NUMBER})")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "split_off": _SPLIT_OFF,
    "residents": _RESIDENTS,
    "sexes": _SEXES,
    "of_a_sex": _OF_A_SEX,
}


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many in all, how many of them live in the city, and what else is said of how they divide."""

    total: int
    residents: int | None = None
    note: str = ""


def parse_headcount(text: str) -> Headcount | Unclear:
    """A number of people with its parts; a plain number is left to whoever reads numbers. Rules: too-long, number."""
    if refused := too_long(text):
        return refused
    plain = narrow(text)
    if _SEXES.fullmatch(plain):
        parts = [_number(match["number"]) for match in _OF_A_SEX.finditer(plain)]
        return Headcount(sum(parts), note=text.strip())
    found = _SPLIT_OFF.fullmatch(plain)
    if found is None:
        return Unclear("number", text, "25")
    inside = found["inside"] or found["square"]
    residents = _RESIDENTS.fullmatch(inside.strip())
    total = _number(found["number"])
    if residents:
        return Headcount(total, _number(residents["number"]))
    return Headcount(total, note=text.strip()[-len(inside) - 1 : -1].strip())


def people_in(text: str) -> int | None:
    """The number of people that a text gives and nothing beside it (5, ５名, 五人); None for 若干名 or 2〜3人."""
    return kanji_number(narrow(text).removesuffix("人").removesuffix("名"))


def show_people(text: str) -> str:
    """How many people, for readers: 5人 for a number, otherwise the words (若干名); nothing for 0."""
    number = people_in(text)
    return text if number is None else f"{number}人" if number else ""


def _number(text: str) -> int:
    return kanji_number(text.replace(",", "")) or 0
