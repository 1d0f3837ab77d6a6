"""One value in its canonical form; what is not understood, and every text for people, stays as it was written."""

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.japanese.dates import parse_date, parse_partial_date
from generator.japanese.deadlines import closing_rule, parse_closing, parse_deadline, show_deadline
from generator.japanese.lists import apart
from generator.japanese.moments import Moment, parse_moment
from generator.japanese.text import narrow
from generator.japanese.times import show_range
from generator.japanese.unclear import Unclear
from generator.models import types
from generator.models.annotations import choice_of, is_list, parts, vocabulary_of
from generator.models.base import remembered
from generator.models.vocabulary import Vocabulary

_ERA = re.compile(r"明治|大正|昭和|平成|令和|[明大昭平令]\.?[0-9元]|(?<![A-Za-z])[MTSHRmtshr]\.?[0-9]")
_YES_NO = {True: "yes", False: "no"}


class Written(NamedTuple):
    """A value as it is to be written: its text, whether it is a text for people, and what to note beside it."""

    text: str
    free: bool = True
    note: str = ""


def canonical_value(text: str, info: FieldInfo, hint: Any, vocabularies: Mapping[str, Vocabulary]) -> Written:
    """The canonical form of what was written for a field."""
    kind = choice_of(hint)
    if kind is not None:
        member = kind.called(text)
        return Written(str(member), free=False) if member is not None else Written(text)
    vocabulary = vocabularies.get(vocabulary_of(hint))
    if vocabulary is not None:
        term = vocabulary.find(text)
        return Written(term, free=False) if term is not None else Written(text)
    show = _show_of(hint)
    return _shown(text, show) if show else Written(text)


def separate(value: Any, hint: Any, vocabularies: Mapping[str, Vocabulary]) -> Any:
    """What is written for a list of terms as the list it means: 市内全域、市外 are two; all else stays."""
    kind, vocabulary = choice_of(hint), vocabularies.get(vocabulary_of(hint))
    if (kind is None and vocabulary is None) or not is_list(hint) or value in ("", None):
        return value
    entries = value if isinstance(value, list) else [value]

    def known(text: str) -> bool:
        if kind is not None:
            return kind.called(text) is not None
        return vocabulary is not None and vocabulary.find(text) is not None

    return apart(entries, known)


@remembered
def _show_of(hint: Any) -> Callable[[str], str | None] | None:
    """What shows a value of this kind in its canonical form; None for text."""
    found = (show for part in parts(hint) for known, show in _SHOWN if part == known)
    return next(found, None)


def _shown(text: str, show: Callable[[str], str | None]) -> Written:
    shown = show(text)
    if shown is None:
        return Written(text)
    era = shown != text and show in (_day, _closing, _deadline, _partial_day, _moment) and _ERA.search(narrow(text))
    return Written(shown, free=show in (_kana, _digits, _url), note=text if era else "")


def _day(text: str) -> str | None:
    found = parse_date(text)
    return found.isoformat() if isinstance(found, date) else None


def _closing(text: str) -> str | None:
    """A last day; what says its rule too (必着) is left as it is, for it says two things."""
    found = parse_closing(text)
    return found.isoformat() if isinstance(found, date) and not closing_rule(text) else None


def _deadline(text: str) -> str | None:
    if closing_rule(text):
        return None
    found = parse_deadline(text)
    return show_deadline(found) if isinstance(found, date) else None


def _partial_day(text: str) -> str | None:
    found = parse_partial_date(text)
    return found if isinstance(found, str) else None


def _moment(text: str) -> str | None:
    found = parse_moment(text)
    if isinstance(found, Unclear):
        return None
    days = found.first.isoformat()
    if found.last != found.first:
        days += f"/{found.last.isoformat()}"
    shown = f"{days} {show_range(found.times).replace('〜', '-')}" if found.times else days
    again = parse_moment(shown)
    return shown if isinstance(again, Moment) and again == found else None


def _typed(kind: Any, show: Callable[[Any], str]) -> Callable[[str], str | None]:
    """What a kind of value makes of a text, shown; None if it is not understood."""
    adapter: Any = TypeAdapter(kind)

    def shown(text: str) -> str | None:
        try:
            return show(adapter.validate_python(text))
        except ValidationError:
            return None

    return shown


def _phone(phone: Any) -> str:
    return str(phone.number)


def _clock(value: time) -> str:
    return f"{value:%H:%M}"


_kana = _typed(types.Kana, str)
_digits = _typed(types.CorporateNumber, str)
_plain_phone = _typed(types.PhoneNumber, lambda p: "" if p.extension or p.note else _phone(p))
_url = _typed(types.Url, str)
_SHOWN: tuple[tuple[Any, Callable[[str], str | None]], ...] = (
    (types.Day, _day),
    (types.ClosingDay, _closing),
    (types.Deadline, _deadline),
    (types.PartialDay, _partial_day),
    (types.MomentText, _moment),
    (types.Clock, _typed(types.Clock, _clock)),
    (types.Yen, _typed(types.Yen, str)),
    (types.Count, _typed(types.Count, str)),
    (types.People, _typed(types.People, str)),
    (types.YearsLeast, _typed(types.YearsLeast, str)),
    (types.YearsMost, _typed(types.YearsMost, str)),
    (types.MembersLeast, _typed(types.MembersLeast, str)),
    (types.Flag, _typed(types.Flag, lambda flag: _YES_NO[flag])),
    (types.PhoneNumber, lambda text: _plain_phone(text) or None),
    (types.CorporateNumber, _digits),
    (types.Kana, _kana),
    (types.Url, _url),
)
