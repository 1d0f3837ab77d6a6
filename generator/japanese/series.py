"""A note beside a first and a last day (期間中の土曜日のみ, 毎週火曜日・全8回) as the series that it names."""

import re

from generator.japanese.exceptions import read_exception
from generator.japanese.mentions import mentions
from generator.japanese.recurrence import Recurrence, parse_recurrence
from generator.japanese.text import compact

_FRAMES = re.compile(
    r"長期間イベント[/／]?|(?:開催)?期間中の?|(?:の?(?:み|だけ)の?)?(?:開催|実施)(?:します|予定)?|^[\s※]+"
)
_ALL_IN_BRACKETS = re.compile("^[(（]([^()（）]*)[)）]$")


def series_in(note: str) -> str:
    """The recurrence that a note names, its words about the span itself left out; empty if it names none.

    What is otherwise on some days (土日祝日は9時から) is no series: the rest of the days is not said.
    """
    plain = _ALL_IN_BRACKETS.sub(r"\1", _FRAMES.sub("", note).strip())
    found = parse_recurrence(plain) if plain else None
    if not isinstance(found, Recurrence) or found.irregular:
        return ""
    otherwise = read_exception(compact(plain))
    return "" if otherwise and otherwise.unread else plain


def may_be_series(note: str) -> bool:
    """Whether a note speaks of weekdays or the like, so that not every day of a span may be meant."""
    said = mentions(compact(note))
    return bool(said.weekdays or said.words & {"workday", "other", "holiday", "last", "or"})
