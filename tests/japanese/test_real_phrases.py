"""Phrases that people really wrote, each with the value that a person read in it; none may be read wrong.

phrases.tsv: kind, phrase, value. Two hundred are a sample of published notices, the rest are typical of groups' own
papers. `×` stands for a phrase that is rightly refused (it names no such value, or not enough of one).
"""

from pathlib import Path

import pytest

from benchmarks.phrases import FIELDS, understood
from generator.japanese.moments import Moment
from generator.japanese.money import Fees, Price
from generator.japanese.phones import Phone
from generator.japanese.recurrence import Recurrence
from generator.japanese.times import TimeRange, show_range
from generator.japanese.unclear import Unclear

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("phrases.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _price(price: Price) -> str:
    return f"{'' if price.amount is None else price.amount}|{price.note}"


def _fees(fees: Fees) -> str:
    parts = (("入", fees.joining), ("年", fees.yearly), ("月", fees.monthly), ("回", fees.per_time))
    return " ".join(f"{name}{amount}" for name, amount in parts if amount is not None) + f"|{fees.note}"


def _recurrence(found: Recurrence) -> str:
    """GIF's codes: the weeks of the month (0 every, 6 last, 7 every other) and the day; D for days of the month."""
    weeks = "".join(f"{''.join(map(str, p.weeks))}{''.join(_DAYS[day] for day in p.weekdays)}" for p in found.patterns)
    times = " ".join(show_range(t) for t in (*found.times, *(t for p in found.patterns for t in p.times)))
    without = "".join(f" -{month}月" for month in found.skip_months) + (" -祝" if found.skip_holidays else "")
    days = "".join(f"D{day}" for day in found.month_days)
    return f"{weeks}{days}{found.frequency if found.irregular else ''} {times}".strip() + without


def _moment(moment: Moment) -> str:
    days = f"{moment.first}/{moment.last}" if moment.last != moment.first else f"{moment.first}"
    return f"{days} {show_range(moment.times)}" if moment.times else days


def shown(value: object) -> str:
    """A value in the words of phrases.tsv."""
    if isinstance(value, Unclear):
        return "×"
    if isinstance(value, TimeRange):
        return show_range(value)
    makers = {Price: _price, Fees: _fees, Recurrence: _recurrence, Moment: _moment}
    maker = makers.get(type(value))  # type: ignore[call-overload]
    return value.number if isinstance(value, Phone) else str(maker(value) if maker else value)


@pytest.mark.parametrize(("kind", "phrase", "value"), ROWS)
def test_a_phrase_is_read_as_a_person_reads_it(kind: str, phrase: str, value: str) -> None:
    found = understood(kind, phrase)
    assert shown(found) == value
    if isinstance(found, Unclear):
        assert not isinstance(understood(kind, found.suggestion), Unclear)


def test_there_are_hundreds_of_them_of_every_kind() -> None:
    assert len(ROWS) >= 260
    assert {kind for kind, *_ in ROWS} == set(FIELDS)
    assert len({phrase for _, phrase, _ in ROWS}) == len(ROWS)
