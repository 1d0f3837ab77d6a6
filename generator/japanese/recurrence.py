"""Recurrences (毎月第2・第4土曜 9:00-12:00) to values; what follows is in `repeats`, the way back in `wording`."""

import re
from dataclasses import replace

from generator.japanese.clauses import assembled, parted
from generator.japanese.nearest import nearest, one_line
from generator.japanese.patterns import IN_WORDS, Pattern, Recurrence
from generator.japanese.remarks import exceptions_of, take_notes, takes_away
from generator.japanese.repeats import (
    day_parts,
    gif_code,
    occurrences,
    parts_on,
    rrule,
    schedules,
    slots,
    times_on,
    week_cells,
)
from generator.japanese.spellings import in_japanese
from generator.japanese.unclear import Unclear, too_long
from generator.japanese.wording import show_recurrence

__all__ = [
    "Pattern",
    "Recurrence",
    "day_parts",
    "gif_code",
    "occurrences",
    "parse_recurrence",
    "parts_on",
    "rrule",
    "schedules",
    "show_recurrence",
    "slots",
    "times_on",
    "unread_remarks",
    "week_cells",
]

_IN_WORDS = re.compile(rf"\s*{IN_WORDS[:-1]}\s*[:：]\s*([^\s][^\x00]*)")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "in_words": _IN_WORDS,
}


def parse_recurrence(text: str) -> Recurrence | Unclear:
    """What repeats when, or why that is not clear; nothing that could change a day or time is ever passed over.

    Words behind 「ことばのまま：」 are kept as they stand. Rules: too-long, recurrence, and those of `parse_time_range`
    for a time inside it.
    """
    refused = too_long(text)
    if refused:
        return refused
    kept = _IN_WORDS.fullmatch(text)
    if kept:
        return Recurrence(text.strip(), irregular=True, frequency=one_line(kept[1]), in_words=True)
    noted = take_notes(in_japanese(text))
    parts = parted(noted) if noted else None
    found = assembled(parts, text) if parts else None
    if isinstance(found, Recurrence):
        return found
    help_, left = nearest(text, parts, found)
    facts = (("left", left),) if left else ()
    return replace(found, suggestion=help_, facts=facts) if found else Unclear("recurrence", text, help_, facts)


def unread_remarks(r: Recurrence) -> tuple[str, ...]:
    """The remarks that change some of its days in a way that only a reader understands (土日は9時から)."""
    whole = tuple(note for note in r.notes if (taken := exceptions_of((note,))) and taken.unread)
    return (*(note for p in r.patterns for note in p.notes if takes_away(note)), *whole)
