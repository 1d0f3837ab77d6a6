"""Which column is which field: by Japanese label, English name, a known synonym, or a spelling close to one of them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from generator.japanese.text import hiragana, key
from generator.kinds import FOLDERS
from generator.models.base import english_of
from generator.sheets.columns import LANGUAGE, Block, Column, Vocabularies, blocks, shorthands
from generator.sheets.grid import Row
from generator.sheets.layout import Layout
from generator.sheets.synonyms import PARTS, SYNONYMS, is_part

_MARKS = re.compile(r"[\s・･\-_./／:：*＊※★●■□「」【】\[\]()（）<>＜＞、,]|必須|任意")
_ASIDE = re.compile(r"[(（【\[][^(（【\[)）\]】]*(?:[)）\]】]|$)")
_NUMBER = re.compile(r"[0-9]+")
_CLOSE, _SHORTEST, _LONGEST = 0.8, 3, 80
# In the name of a column that there may be several times, this stands for its number.
ANY = "#"


class How(StrEnum):
    """How a heading was understood; the surer ways come first."""

    EXACT = "exact"
    SYNONYM = "synonym"
    CLOSE = "close"
    TWICE = "twice"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Match:
    """One column of somebody's sheet, counted from 0: its heading, and the column of ours that it is, if it is one."""

    at: int
    heading: str
    how: How
    column: Column | None = None


@dataclass(frozen=True, slots=True)
class Spellings:
    """All that the columns of one sheet may be called: folded headings → names, and names → columns."""

    columns: Mapping[str, Column]
    exact: Mapping[str, str]
    known: Mapping[str, str]

    def sure(self, text: str) -> tuple[str, How] | None:
        """The name of the column that a heading means beyond doubt."""
        from_zero = text.isascii() and "." in text
        forms = dict.fromkeys((folded(text), *map(folded, _without_asides(text))))
        return next((found for form in forms if (found := self._sure(form, from_zero))), None)

    def find(self, text: str) -> tuple[str, How] | None:
        """The name of the column a heading means or comes close to, and how sure that is."""
        if found := self.sure(text):
            return found
        form = folded(text)
        near = [*self.exact, *self.known] if len(form) >= _SHORTEST else []
        close = get_close_matches(form, near, n=1, cutoff=_CLOSE)
        name = (self.exact.get(close[0]) or self.known[close[0]]) if close else None
        return (name.replace(ANY, "0"), How.CLOSE) if name else None

    def _sure(self, form: str, from_zero: bool) -> tuple[str, How] | None:
        number = _NUMBER.search(form)
        place = int(number[0][:4]) - (not from_zero) if number else 0
        for spelling in dict.fromkeys((form, _NUMBER.sub(ANY, form, count=1), _NUMBER.sub("", form, count=1))):
            for table, how in ((self.exact, How.EXACT), (self.known, How.SYNONYM)):
                name = table.get(spelling)
                if name and place >= 0 and (spelling == form or ANY in name):
                    return name.replace(ANY, str(place)), how
        return None

    def column(self, name: str) -> Column:
        """The column of a name, in which a number may stand."""
        found = self.columns.get(name) or self.columns[_NUMBER.sub(ANY, name, count=1)]
        return Column(name, found.label, found.owner)


def _without_asides(text: str) -> Iterator[str]:
    """A heading with less and less of what stands in brackets, the innermost first: 会員数（人（うち市内））."""
    text = text[:_LONGEST]
    while (shorter := _ASIDE.sub("", text)) != text:
        yield shorter
        text = shorter


def folded(text: str) -> str:
    """A heading without what differs from hand to hand: width, case, kana, spaces, marks, 必須."""
    return _MARKS.sub("", hiragana(key(text[:_LONGEST])))


def spellings(folder: str, layout: Layout, vocabularies: Vocabularies) -> Spellings:
    """What the columns of a sheet may be called; the sheet of whole profiles may have columns for entries as well."""
    named = [(column, column.label) for column in layout.columns]
    if layout.block is None:
        named += [(column, column.label) for column in shorthands(FOLDERS[folder].model)]
        named += [(Column(part.name, part.label), "") for part in PARTS.get(folder, ())]
        named += [pair for block in blocks(FOLDERS[folder].model) for pair in _numbered(block, vocabularies)]
    columns = {column.name: column for column, _ in named}
    exact = {folded(column.name): column.name for column, _ in reversed(named) if not is_part(column.name)}
    exact |= {folded(label.replace(ANY, "")): column.name for column, label in reversed(named) if label}
    exact |= {folded(label): column.name for column, label in reversed(named) if label}
    known = {folded(short): name for name, short in _shortened({n: c for n, c in columns.items() if not is_part(n)})}
    lead = f"{layout.block.name}.{ANY}." if layout.block else ""
    for name, words in SYNONYMS.get(folder, {}).items():
        if name.removeprefix(lead) in columns:
            known |= {folded(word): name.removeprefix(lead) for word in words}
    for part in PARTS.get(folder, ()) if layout.block is None else ():
        known |= {folded(word): part.name for word in part.called if folded(word) not in exact}
    return Spellings(columns, exact, known)


def _numbered(block: Block, vocabularies: Vocabularies) -> Iterator[tuple[Column, str]]:
    """The columns of a block's entries in a wide sheet, each with its heading."""
    languages = vocabularies["languages"].labels if "languages" in vocabularies else {}
    for number, shown in languages.items() if block.keyed else ((ANY, ANY),):
        for column in block.columns:
            if column.name != LANGUAGE:
                name = f"{block.name}.{number}.{column.name}"
                yield (
                    Column(name, f"{block.label}・{column.label}", column.owner),
                    f"{block.label}{shown}{column.label}",
                )


def _shortened(columns: Mapping[str, Column]) -> Iterator[tuple[str, str]]:
    """The last part of a label, and the English label, where only one column has it: 電話 for 連絡先・電話."""
    for words in (_last_part, _english):
        said = {name: words(column) for name, column in columns.items()}
        many = Counter(map(folded, said.values()))
        yield from ((name, short) for name, short in said.items() if short and many[folded(short)] == 1)


def _last_part(column: Column) -> str:
    return column.label.rpartition("・")[2]


def _english(column: Column) -> str:
    return english_of(column.info) if column.info else ""


def matched(known: Spellings, row: Row) -> tuple[Match, ...]:
    """What each heading of a row means, empty ones left out; of two with one meaning the surer one is taken."""
    found = {n: known.find(text) or ("", How.UNKNOWN) for n, text in enumerate(row) if text}
    ways = list(How)
    out: dict[int, Match] = {}
    taken: set[str] = set()
    for n in sorted(found, key=lambda n: (ways.index(found[n][1]), n)):
        name, how = found[n]
        if how == How.UNKNOWN or (how == How.CLOSE and name in taken):
            out[n] = Match(n, row[n], How.UNKNOWN)
            continue
        out[n] = Match(n, row[n], How.TWICE if name in taken else how, None if name in taken else known.column(name))
        taken.add(name)
    return tuple(out[n] for n in sorted(out))
