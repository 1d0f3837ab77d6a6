"""Every municipality of Japan with its code, from 総務省's list (municipalities.md says where it is from)."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from io import StringIO
from itertools import islice
from pathlib import Path

from generator.japanese.text import narrow

_TABLE = Path(__file__).with_name("municipalities.csv")
# Longer than any name with its prefecture and 郡; what is longer is none.
_LONGEST = 40
_DISTRICT = re.compile("^(北海道|東京都|(?:京都|大阪)府|.{2,3}県)?.{1,6}?郡")


@dataclass(frozen=True, slots=True)
class Municipality:
    """A city, town, village or special ward: `code` has six digits, `kana` is in hiragana; `wards` as (name, kana)."""

    code: str
    prefecture: str
    name: str
    kana: str
    wards: tuple[tuple[str, str], ...] = ()

    @property
    def short(self) -> str:
        """What people say: 清瀬 for 清瀬市; a ward keeps its 区, and nothing is cut down to one letter (津市)."""
        return self.name if self.name.endswith("区") or len(self.name) < 3 else self.name[:-1]

    @property
    def unit(self) -> str:
        """市, 区, 町 or 村."""
        return self.name[-1]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that is no municipality's; `near` are the names that may be meant, most likely first."""

    name: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Several:
    """A name that several municipalities have: they differ in their prefecture."""

    name: str
    found: tuple[Municipality, ...]


@cache
def municipalities() -> tuple[Municipality, ...]:
    """All municipalities, in the order of their codes."""
    rows = tuple(csv.DictReader(StringIO(_TABLE.read_text(encoding="utf-8"))))
    wards: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in rows:
        if row["ward"]:
            wards.setdefault((row["prefecture"], row["city"]), []).append((row["ward"], row["kana"]))
    places = ((row, (row["prefecture"], row["city"])) for row in rows if row["city"] and not row["ward"])
    return tuple(Municipality(row["code"], *name, row["kana"], tuple(wards.get(name, ()))) for row, name in places)


def prefectures() -> tuple[str, ...]:
    """The names of the 47 prefectures, in the order of their codes."""
    return tuple(dict.fromkeys(one.prefecture for one in municipalities()))


def find_prefecture(text: str) -> str | Unknown:
    """A prefecture by its name, with or without 都・府・県."""
    wanted = _plain(text)
    for name in prefectures():
        if wanted in (name, name if name == "北海道" else name[:-1]):
            return name
    return Unknown(wanted, tuple(get_close_matches(wanted, prefectures(), 3, 0.3)))


def find(text: str, prefecture: str = "") -> Municipality | Several | Unknown:
    """A municipality by its name, code or reading; prefecture and 郡 may stand before the name (東京都清瀬市)."""
    wanted = _plain(text)
    among = [one for one in municipalities() if prefecture in ("", one.prefecture)]
    found = _called(wanted, among) or _called(_DISTRICT.sub(r"\1", wanted), among)
    if not found:
        return Unknown(wanted, tuple(_near(wanted, among)))
    return found[0] if len(found) == 1 else Several(wanted, tuple(found))


def _called(wanted: str, among: Sequence[Municipality]) -> list[Municipality]:
    """The municipalities of this name; without its ending or by reading only if nobody has it whole."""
    names = [(one, _plain(one.name)) for one in among]
    whole = [one for one, name in names if wanted in (name, one.prefecture + name, one.code, one.code[:5])]
    return whole or [one for one, name in names if wanted in (name[:-1], one.kana)]


def _near(wanted: str, among: Sequence[Municipality]) -> Iterator[str]:
    """What may be meant by a wrong name: names around it, or with a ward of its name, or of nearly the same letters."""
    around = [one for one in among if wanted and _beside(wanted, one)]
    # 横浜市港北区 is in 横浜市; that 北区 ends it too says nothing.
    around.sort(key=lambda one: not wanted.removeprefix(one.prefecture).startswith(_plain(one.name)))
    close = get_close_matches(wanted, [one.name for one in among], 3, 0.6)
    named = [*around, *(one for name in close for one in among if one.name == name)]
    yield from islice(dict.fromkeys(one.prefecture + one.name for one in named), 3)


def _beside(wanted: str, one: Municipality) -> bool:
    name = _plain(one.name)
    return wanted in name or name in wanted or any(wanted == ward for ward, _ in one.wards)


def _plain(text: str) -> str:
    """A name without spaces, and ケ for the small ヶ, which people mix up (鎌ケ谷市, 茅ヶ崎市)."""
    return "".join(narrow(text[:_LONGEST]).split()).replace("ヶ", "ケ")
