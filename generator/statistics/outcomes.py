"""Needs that were met, as staff note them: counts by month, need, entry and way; no names and no words of anybody.

`reports/outcomes.csv` only grows, a line for each deed, so that several may write at once and git joins what two
offices wrote: `noted` adds an outcome, `withdrawn` under the same number takes it back.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.atomic import append
from generator.reading.slugs import SHAPE

# By which way somebody found what was looked for.
WAYS: Mapping[str, str] = {
    "phone": "電話",
    "counter": "窓口",
    "site": "サイト",
    "event": "催し",
    "other": "そのほか",
}
NAME = "outcomes.csv"
_HEAD = "number,month,need,group,entry,way,state"
NOTED, WITHDRAWN = "noted", "withdrawn"
_SHAPES = {
    "number": re.compile(r"[0-9a-f]{8}"),
    "month": re.compile(r"20[0-9]{2}-(?:0[1-9]|1[0-2])"),
    "need": re.compile(r"(?:wanted|offer|seek):[\w-]{1,60}|succession"),
    "group": SHAPE,
    "entry": re.compile(r"(?:[0-9a-f]{6}(?:-[0-9]{1,2})?)?"),
    "way": re.compile("|".join(WAYS)),
    "state": re.compile(f"{NOTED}|{WITHDRAWN}"),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One need that was met. need: `wanted:<role>`, `offer:<kind>`, `seek:<kind>` or `succession`; entry: its name."""

    number: str
    month: str
    need: str
    group: str
    entry: str
    way: str


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What stands noted, oldest first, and the numbers of lines that nobody can read."""

    all: tuple[Outcome, ...] = ()
    unread: tuple[int, ...] = ()


def read_outcomes(reports: Path) -> Outcomes:
    """The outcomes in the folder of the reports; none where nothing was noted. Raises OSError as the disk does."""
    path = reports / NAME
    return parse_outcomes(path.read_bytes()) if path.is_file() else Outcomes()


def parse_outcomes(data: bytes) -> Outcomes:
    """The outcomes in the bytes of such a file; never raises for what is in them."""
    noted: dict[str, Outcome] = {}
    unread = []
    for number, line in enumerate(data.decode("utf-8-sig", "replace").splitlines(), start=1):
        cells = _cells(line)
        if cells is None:
            unread.append(number)
        elif cells and cells["state"] == WITHDRAWN:
            noted.pop(cells["number"], None)
        elif cells:
            noted[cells["number"]] = Outcome(**{name: text for name, text in cells.items() if name != "state"})
    return Outcomes(tuple(noted.values()), tuple(unread))


def _cells(line: str) -> dict[str, str] | None:
    """The cells of a line by their names; empty for an empty line and the heading, None for anything else."""
    if line.strip() in ("", _HEAD):
        return {}
    found = [cell.strip(' "') for cell in line[:500].split(",")]
    if len(found) != len(_SHAPES):
        return None
    cells = dict(zip(_SHAPES, found, strict=True))
    return cells if all(shape.fullmatch(cells[name]) for name, shape in _SHAPES.items()) else None


def note(reports: Path, outcomes: Iterable[Outcome], state: str = NOTED) -> None:
    """Note outcomes, or take them back (`WITHDRAWN`): whole lines, or on OSError none."""
    lines = "".join(f"{line}\n" for line in _lines(outcomes, state))
    append(reports / NAME, lines.encode("utf-8"), heading=f"{_HEAD}\n".encode(), shared=True)


def _lines(outcomes: Iterable[Outcome], state: str) -> Iterator[str]:
    for each in outcomes:
        yield ",".join((each.number, each.month, each.need, each.group, each.entry, each.way, state))


def is_outcome(outcome: Outcome) -> bool:
    """Whether every part of an outcome has its shape."""
    return all(_SHAPES[name].fullmatch(text) for name, text in asdict(outcome).items())


def wrong_month(text: str) -> bool:
    """Whether a text is no month such as 2026-11."""
    return _SHAPES["month"].fullmatch(text) is None


def last_outcome(found: Outcomes, group: str = "", month: str = "") -> Outcome | None:
    """What was noted last, of a group and a month where they are named; None if nothing stands noted."""
    asked = (each for each in reversed(found.all) if group in ("", each.group) and month in ("", each.month))
    return next(asked, None)
