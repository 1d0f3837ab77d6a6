"""A note beside a first and a last day (期間中の土曜日のみ, 毎週火曜日・全8回) as the series that it names."""

import re
from dataclasses import dataclass

from generator.japanese.exceptions import adds_to_some, read_exception
from generator.japanese.mentions import mentions
from generator.japanese.patterns import ALL_DAYS, EVERY_WEEK, Pattern
from generator.japanese.recurrence import Recurrence, parse_recurrence, show_recurrence
from generator.japanese.remarks import total
from generator.japanese.text import compact

EVERY_DAY = Recurrence("毎日", (Pattern((EVERY_WEEK,), ALL_DAYS),))

_FRAMES = re.compile(
    r"長期間イベント[/／]?|(?:開催)?期間中の?|(?:の?(?:み|だけ)の?)?(?:開催|実施)(?:します|予定)?|^[\s※]+|^(?:から|より)"
)
_ALL_IN_BRACKETS = re.compile("^[(（]([^()（）]*)[)）]$")
_IN_BRACKETS = re.compile("^[(（]([^()（）]*曜[^()（）]*)[)）](.*)$")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "frames": _FRAMES,
    "all_in_brackets": _ALL_IN_BRACKETS,
    "in_brackets": _IN_BRACKETS,
}


def series_in(note: str) -> str:
    """The recurrence that a note names, its words about the span itself left out; empty if it names none.

    What is otherwise on some days (土日祝日は9時から) is no series: the rest of the days is not said.
    """
    plain = _ALL_IN_BRACKETS.sub(r"\1", _FRAMES.sub("", note).strip())
    plain = _IN_BRACKETS.sub(r"\1 \2", plain)
    found = parse_recurrence(plain) if plain else None
    if not isinstance(found, Recurrence) or found.irregular:
        return ""
    otherwise = read_exception(compact(plain))
    return "" if otherwise and otherwise.unread else plain


@dataclass(frozen=True, slots=True)
class Beside:
    """What a note says of the days of a span: the series it names, if any, and on which of them something takes place.

    days: None where the note speaks of days, but nobody can tell which.
    """

    repeat: str
    days: Recurrence | None

    @property
    def total(self) -> str:
        """The words that say how often it takes place in all (全8回, 11日間), or nothing."""
        return next((note for note in self.days.notes if total(note)), "") if self.days else ""


def beside(note: str) -> Beside:
    """What a note beside a first and a last day says of the days between them."""
    repeat = series_in(note)
    plain = _ALL_IN_BRACKETS.sub(r"\1", note.strip())
    found = parse_recurrence(repeat or f"毎日（{plain}）")
    if isinstance(found, Recurrence):
        return Beside(repeat, found)
    said = mentions(compact(plain))
    unclear = (said.weekdays or said.words & {"workday", "other", "holiday"}) and not adds_to_some(compact(plain))
    return Beside("", None if unclear else EVERY_DAY)


def with_times(repeat: str, begins: str, ends: str) -> str:
    """A recurrence with these times, if it has none of its own and is still understood with them."""
    found = parse_recurrence(repeat)
    timed = f"{repeat} {begins}-{ends}" if begins and ends else f"{repeat} {begins}"
    own = isinstance(found, Recurrence) and (found.times or any(pattern.times for pattern in found.patterns))
    return timed if begins and not own and isinstance(parse_recurrence(timed), Recurrence) else repeat


def canonical(repeat: str) -> str:
    """A recurrence that is understood in canonical Japanese; another text as it is."""
    found = parse_recurrence(repeat)
    return show_recurrence(found) if isinstance(found, Recurrence) else repeat


def may_be_series(note: str) -> bool:
    """Whether a note speaks of weekdays or the like, so that not every day of a span may be meant."""
    said = mentions(compact(note))
    return bool(said.weekdays or said.words & {"workday", "other", "holiday", "last", "or"})
