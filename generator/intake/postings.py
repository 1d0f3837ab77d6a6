"""The day from which on a call for people is published: one that is new gets the day on which it came."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.japanese.answers import call_words
from generator.japanese.dates import parse_date
from generator.japanese.text import key
from generator.models.group import Recruiting
from generator.models.vocabulary import Vocabulary

_DAY = "posted"


def with_days(before: Any, calls: Any, roles: Vocabulary | None, today: date) -> Any:
    """The calls that were sent in, with the days of the published ones (`before`), whatever they say of them.

    A new one is posted today; one whose words changed is still the same. What is no list of calls stays as it is.
    """
    if not isinstance(calls, list):
        return calls
    was = [_mapping(each) for each in (before if isinstance(before, list) else [before])]
    found = dict(_pairs(calls, [each for each in was if each], roles))
    return [_with_day(call, found.get(n), today) for n, call in enumerate(calls)]


def _mapping(value: Any) -> dict[str, Any]:
    """A call as it was written, also in one line."""
    if isinstance(value, str) and value:
        value = Recruiting.in_one_line(value)
    return dict(value) if isinstance(value, Mapping) else {}


def _with_day(call: Any, before: Mapping[str, Any] | None, today: date) -> Any:
    if not isinstance(call, dict):
        return call
    day = before.get(_DAY) if before is not None else today.isoformat() if _calls(call, today) else None
    plain = {name: value for name, value in call.items() if name != _DAY}
    return plain | ({_DAY: day} if day else {})


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
