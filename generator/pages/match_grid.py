"""For those without scripts: the openings of each role and part of the week as plain lists, and tables of them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.directory.model import Directory
from generator.matching.opportunities import Opportunity, in_order, opportunities
from generator.matching.sheet import SLOTS
from generator.pages.paging import PER_PAGE, paged
from generator.pages.parts import Section
from generator.pages.views import Page
from generator.pages.wanted import listed_view
from generator.wording.days import DAYS, PARTS
from generator.wording.parts import Link

_LEAD = "この曜日と時間にできる募集です。まずは電話やメールで、おたずねください。"
_MORE = "この曜日と時間の募集のうち、はじめの{}件です。ほかは、役割ごとの一覧にあります。"
Cell = tuple[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class RoleTable:
    """One role with its list, and the days of the week as rows of counted links; an empty cell has no address."""

    label: str
    url: str
    count: int
    rows: tuple[tuple[str, tuple[Link, ...]], ...]


def role_tables(directory: Directory) -> tuple[RoleTable, ...]:
    """A table for each role that somebody is wanted for at a known time, in the order of the vocabulary."""
    found = opportunities(directory)
    cells, counts = _cells(found), Counter(each.call.role for each in found)
    known = directory.vocabularies.get("roles")
    ordered = dict.fromkeys((*(known.terms if known else ()), *counts))
    timed = {role for role, _ in cells}
    return tuple(
        RoleTable(directory.label("roles", role), f"roles/{role}/", counts[role], tuple(_rows(role, cells)))
        for role in ordered
        if role in timed
    )


def _rows(role: str, cells: dict[Cell, list[Opportunity]]) -> Iterator[tuple[str, tuple[Link, ...]]]:
    for day, word in DAYS:
        row = [(label, (day, part), len(cells.get((role, (day, part)), ()))) for part, label in PARTS]
        yield word, tuple(Link(f"{word}の{label}", _url(role, slot) if n else "", n) for label, slot, n in row)


def grid_pages(directory: Directory) -> Iterator[Page]:
    """The plain list of each role and part of the week for which there are openings, one page each."""
    labels = {(day, part): f"{dict(DAYS)[day]}の{dict(PARTS)[part]}" for day, part in SLOTS}
    for (role, slot), found in _cells(in_order(opportunities(directory))).items():
        label, when = directory.label("roles", role), labels[slot]
        title = f"{when}にできる「{label}」"
        shown = tuple(listed_view(directory, each) for each in found[:PER_PAGE])
        yield from paged(
            Page(_url(role, slot), "match", "wanted.html", title, f"{when}に{label}を求める募集{len(found)}件。", None),
            [Section("openings", f"{label}の募集", shown)],
            lead=_LEAD if len(found) == len(shown) else _MORE.format(len(shown)),
            count=len(found),
            unit="件",
            crumbs=(Link("わたしにできること", "match/"),),
            ways=(Link(f"{label}の募集をすべて見る", f"roles/{role}/"),),
        )


def _cells(found: Iterable[Opportunity]) -> dict[Cell, list[Opportunity]]:
    """The openings by role and part of the week, in their order; one without hours may be at any hour of its day."""
    cells: dict[Cell, list[Opportunity]] = {}
    for each in found:
        for slot in SLOTS:
            if slot in each.slots or (slot[0], "any") in each.slots:
                cells.setdefault((each.call.role, slot), []).append(each)
    return cells


def _url(role: str, slot: tuple[str, str]) -> str:
    return f"match/{role}-{'-'.join(slot)}/"
