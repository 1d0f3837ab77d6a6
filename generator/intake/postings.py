"""What a call for people keeps whatever is written of it: the day from which on it is published, and its address."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from generator.japanese.answers import call_words
from generator.japanese.dates import parse_date
from generator.japanese.text import key
from generator.models.calls import call_names, free_name
from generator.models.group import Recruiting
from generator.models.vocabulary import Vocabulary

_DAY, _ID = "posted", "id"


def with_names(before: Any, calls: Any, vocabularies: Mapping[str, Vocabulary]) -> Any:
    """The calls that were sent in, each with the `id` that keeps the address of the published one (`before`).

    A call that has none gets one when it is new, and when its address would become another without: because its title
    or role changes, or another of the same title goes.
    """
    if not isinstance(calls, list):
        return calls
    was = [each for each in map(_mapping, before if isinstance(before, list) else [before]) if each]
    said = dict(_named(was, vocabularies))
    known = {id(each): said[n] for n, each in enumerate(was) if n in said}
    pairs = dict(_pairs(calls, was, vocabularies.get("roles")))
    kept = [_kept(call, pairs.get(n), known) for n, call in enumerate(calls)]
    taken, now = set(known.values()), dict(_named(kept, vocabularies))
    return [_with_name(call, pairs.get(n), known, now.get(n, ""), taken) for n, call in enumerate(kept)]


def _named(calls: list[Any], vocabularies: Mapping[str, Vocabulary]) -> Iterator[tuple[int, str]]:
    """The names of calls as they are written, by their places; of those that are understood and seek somebody."""
    read = [(n, _read(call, vocabularies)) for n, call in enumerate(calls)]
    found = [(n, call) for n, call in read if call and call_words(call.title) != ""]
    yield from zip((n for n, _ in found), call_names([call for _, call in found]), strict=True)


def _read(call: Any, vocabularies: Mapping[str, Vocabulary]) -> Recruiting | None:
    try:
        return Recruiting.model_validate(_mapping(call), context={"vocabularies": vocabularies})
    except ValidationError:
        return None


def _kept(call: Any, before: Mapping[str, Any] | None, known: Mapping[int, str]) -> Any:
    """A call with the id of the published one; what somebody sent as one is none."""
    if not isinstance(call, dict):
        return call
    plain = {name: value for name, value in call.items() if name != _ID}
    return plain | ({_ID: before[_ID]} if before is not None and before.get(_ID) else {})


def _with_name(
    call: Any, before: Mapping[str, Any] | None, known: Mapping[int, str], name: str, taken: set[str]
) -> Any:
    """A call with an id, where it needs one to keep its address or to have its own from now on."""
    if not isinstance(call, dict) or call.get(_ID) or not name:
        return call
    if before is not None:
        former = known.get(id(before), name)
        return call if former == name else call | {_ID: former}
    free = free_name(name, taken)
    taken.add(free)
    return call | {_ID: free}


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
    """Each call with the published one that it is: the same title and role, best also when and where; else the next one
    in the same role."""

    def role(call: Mapping[str, Any]) -> str:
        said = str(call.get("role", ""))
        return (roles.find(said) if roles else None) or key(said)

    def title(call: Mapping[str, Any]) -> tuple[str, str]:
        return role(call), key(str(call.get("title", "")))

    def place(call: Mapping[str, Any]) -> tuple[str, ...]:
        return (*title(call), *(key(str(call.get(name, ""))) for name in ("when", "place", "text")))

    left, open_calls = list(before), [(n, call) for n, call in enumerate(calls) if isinstance(call, dict)]
    for said in (place, title, role):
        for n, call in list(open_calls):
            one = next((each for each in left if said(call) == said(each)), None)
            if one is not None:
                left.remove(one)
                open_calls.remove((n, call))
                yield n, one
