"""What the parts of an Excel workbook say beside its values: which sheet is which part, and which cells say nothing.

Source: ECMA-376 part 1, 18.2 (workbook), 18.3.1.4 (cell), 18.3.1.40 (formula).
"""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from posixpath import normpath
from xml.etree.ElementTree import Element, ParseError, fromstring, iterparse

from generator.sheets.grid import SINCE_1900, Place

WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_SINCE_1904 = date(1904, 1, 1)
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_ERROR = re.compile(rb"<(?:\w+:)?c\b[^>]*\st\s*=\s*[\"']e[\"']")
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})\Z")


@dataclass(frozen=True, slots=True)
class Inside:
    """The part that each sheet is, by its title, and the day from which numbers of days count."""

    parts: Mapping[str, str] = field(default_factory=dict)
    since: date = SINCE_1900


def read_inside(parts: Mapping[str, bytes]) -> Inside:
    """What a workbook's list of sheets says; nothing if it cannot be read."""
    try:
        book, relations = fromstring(parts[WORKBOOK]), fromstring(parts[RELATIONS])
    except (KeyError, ParseError):
        return Inside()
    targets = {each.get("Id", ""): each.get("Target", "") for each in relations}
    found: dict[str, str] = {}
    since = SINCE_1900
    for each in book.iter():
        if _name(each) == "sheet":
            target = targets.get(next((v for k, v in each.items() if k.endswith("}id")), ""), "")
            found[each.get("name", "")] = target[1:] if target.startswith("/") else normpath(f"xl/{target}")
        if _name(each) == "workbookPr" and each.get("date1904") in ("1", "true", "on"):
            since = _SINCE_1904
    return Inside(found, since)


def has_formulas(sheet: bytes) -> bool:
    """Whether there is a formula in the part of a sheet."""
    return bool(_FORMULA.search(sheet))


def broken_cells(sheet: bytes) -> frozenset[Place]:
    """The cells of a sheet's part with an error, or with a formula that shows nothing, by row and column from 0."""
    if not _FORMULA.search(sheet) and not _ERROR.search(sheet):
        return frozenset()
    try:
        return frozenset(place for place, cell in _cells(sheet) if _is_broken(cell))
    except ParseError:
        # What reads the values refuses such a sheet as a whole.
        return frozenset()


def _cells(sheet: bytes) -> Iterator[tuple[Place, Element]]:
    """Every cell with its place, which a cell or row need not say if it follows the one before."""
    row = column = -1
    for event, each in iterparse(io.BytesIO(sheet), ("start", "end")):
        name = _name(each)
        if event == "start" and name == "row":
            said = each.get("r", "")
            row, column = (int(said) - 1 if said.isdecimal() else row + 1), -1
        if event == "end" and name == "c":
            match = _PLACE.match(each.get("r", ""))
            column = _number(match[1]) if match else column + 1
            yield (int(match[2]) - 1 if match else row, column), each
        if event == "end" and name == "row":
            each.clear()


def _is_broken(cell: Element) -> bool:
    if cell.get("t") == "e":
        return True
    inside = {_name(each): each for each in cell}
    value = inside.get("v")
    return "f" in inside and "is" not in inside and (value is None or not (value.text or "").strip())


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _number(letters: str) -> int:
    total = 0
    for letter in letters:
        total = total * 26 + ord(letter) - 64
    return total - 1
