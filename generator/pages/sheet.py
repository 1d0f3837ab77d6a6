"""How full a record's printed sheet will be: it is to fit one side of A4, in letters as large as there is room for."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from generator.pages.parts import EventCard, Picture
from generator.wording.parts import Link

# So many letters fill a sheet in 10.5 points, and so many in 9.5; beyond that a second page follows, which is set in
# one column (tests/test_print.py prints all samples). A picture takes the room of some letters.
DENSE, LONG, _PICTURE = 1050, 1500, 150


def sheet(parts: Iterable[Any]) -> str:
    """The class of a sheet with all these parts of a view on it: plain, `sheet--dense` or `sheet--long`."""
    letters = sum(map(_letters, parts))
    return "sheet--long" if letters > LONG else "sheet--dense" if letters > DENSE else ""


def _letters(part: Any) -> int:
    """How many letters a part of a view takes on paper."""
    if isinstance(part, Markup):
        return len(part.striptags())
    if isinstance(part, str):
        return len(part)
    if isinstance(part, Picture):
        return _PICTURE + len(part.caption)
    if isinstance(part, Link):
        return len(part.text) + len(part.note)
    if isinstance(part, EventCard):
        return len(part.title) + len(part.time) + len(part.place) + len(part.organizer) + len(part.fee) + 20
    return sum(map(_letters, part)) if isinstance(part, tuple) else 0
