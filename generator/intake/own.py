"""What in an answer is the staff's own: it stays as published, and a call that is new gets the day on which it came."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.japanese.answers import call_words
from generator.japanese.dates import parse_date
from generator.japanese.text import key
from generator.models.base import Record, inner_record, is_asked
from generator.models.group import Recruiting
from generator.models.vocabulary import Vocabulary

# The day from which on a call is published, in the field of calls.
_CALLS, _DAY = "recruiting", "posted"


def with_own(
    fields: Mapping[str, Any],
    published: Mapping[str, Any],
    record: type[Record],
    vocabularies: Mapping[str, Vocabulary],
    today: date,
) -> dict[str, Any]:
    """The fields of an answer with what nobody was asked about: as published, whatever was sent.

    Both hold data by field name. Of calls, a new one is posted today; one whose words changed is still the same.
    """
    out = dict(fields)
    for name, info in record.model_fields.items():
        inner, value = inner_record(info.annotation), out.get(name)
        own = {n for n, i in inner.model_fields.items() if not is_asked(i)} if inner else set()
        if inner and own and isinstance(value, dict):
            before = _by_name(inner, published.get(name))
            out[name] = _without(value, own) | {n: before[n] for n in sorted(own & before.keys())}
    if _CALLS in out and _CALLS in record.model_fields:
        out[_CALLS] = _posted(out[_CALLS], published.get(_CALLS), vocabularies.get("roles"), today)
    return out


def _without(value: Mapping[str, Any], own: set[str]) -> dict[str, Any]:
    return {name: each for name, each in value.items() if name not in own}


def _by_name(record: type[Record], value: Any) -> dict[str, Any]:
    """A record as it was written, by field name; a text alone is read as its shorthand."""
    if isinstance(value, str) and value and record.shorthand:
        value = record.in_one_line(value)
    return {str(record.names.get(key(n), n)): each for n, each in value.items()} if isinstance(value, dict) else {}


def _posted(calls: Any, published: Any, roles: Vocabulary | None, today: date) -> Any:
    """The calls with their days; what is no list of calls stays as it is."""
    if not isinstance(calls, list):
        return calls
    before = [_by_name(Recruiting, each) for each in (published if isinstance(published, list) else [published])]
    found = dict(_pairs(calls, [each for each in before if each], roles))
    return [_with_day(call, found.get(n), today) for n, call in enumerate(calls)]


def _with_day(call: Any, before: Mapping[str, Any] | None, today: date) -> Any:
    if not isinstance(call, dict):
        return call
    day = before.get(_DAY) if before is not None else today.isoformat() if _calls(call, today) else None
    return _without(call, {_DAY}) | ({_DAY: day} if day else {})


def _calls(call: Mapping[str, Any], today: date) -> bool:
    """Whether somebody is sought, as far as one can tell: 無 seeks nobody, and neither does what is over."""
    until = parse_date(str(call["until"]), year=today.year) if call.get("until") else None
    return call_words(str(call.get("title", ""))) != "" and not (isinstance(until, date) and until < today)


def _pairs(
    calls: list[Any], before: list[dict[str, Any]], roles: Vocabulary | None
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each call with the published one that it is: the same title and role; else the next one in the same role."""

    def role(call: Mapping[str, Any]) -> str:
        said = str(call.get("role", ""))
        return (roles.find(said) if roles else None) or key(said)

    def title(call: Mapping[str, Any]) -> tuple[str, str]:
        return role(call), key(str(call.get("title", "")))

    left, open_calls = list(before), [(n, call) for n, call in enumerate(calls) if isinstance(call, dict)]
    for said in (title, role):
        for n, call in list(open_calls):
            one = next((each for each in left if said(call) == said(each)), None)
            if one is not None:
                left.remove(one)
                open_calls.remove((n, call))
                yield n, one
