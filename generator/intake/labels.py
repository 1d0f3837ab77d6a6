"""The values of a profile with Japanese labels: by name, with the labels of terms, and the label of each name."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.intake.flat import flat
from generator.models.annotations import choice_of, vocabulary_of
from generator.models.base import Record, inner_record, label_of
from generator.models.vocabulary import Vocabulary

_ENTRY = re.compile(r"(?P<list>[a-z_]+)\.(?P<number>[0-9]+)\.(?P<field>.+)")


def labelled(data: Any, record: type[Record], vocabularies: Mapping[str, Vocabulary]) -> dict[str, str]:
    """The values of what was read of a profile, in the order of the fields; a list of plain texts is one value."""
    found: dict[str, list[str]] = {}
    for name, text in flat(data if isinstance(data, dict) else {}, record, vocabularies):
        found.setdefault(name, []).append(dict(choices_at(record, name, vocabularies)).get(text, text))
    return {name: "、".join(texts) for name, texts in found.items()}


def aligned(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """The values of `new` under the numbers that their entries have in `old`: where one of several goes, others stay.

    New entries get numbers of their own. Where entries changed their order, all keep the numbers that they have.
    """
    before, after = _listed(old), _listed(new)
    moved = {name: _numbers(before.get(name, {}), listed) for name, listed in after.items()}
    out: dict[str, str] = {}
    for name, text in new.items():
        match = _ENTRY.match(name)
        number = moved[match["list"]][match["number"]] if match else ""
        out[f"{match['list']}.{number}.{match['field']}" if match else name] = text
    return out


_Entries = dict[str, dict[str, str]]


def _listed(values: Mapping[str, str]) -> dict[str, _Entries]:
    """The entries of each list by their numbers."""
    found: dict[str, _Entries] = {}
    for name, text in values.items():
        if match := _ENTRY.match(name):
            found.setdefault(match["list"], {}).setdefault(match["number"], {})[match["field"]] = text
    return found


def _numbers(old: _Entries, new: _Entries) -> dict[str, str]:
    """For each number of an entry now that of the one that says the same, else of the likest, else a new one."""
    ways: tuple[Callable[[str, str], bool], ...] = (
        lambda was, now: old[was] == new[now],
        lambda was, now: _shared(old[was], new[now]) > 0,
        lambda was, now: was == now,
    )
    free, found = dict.fromkeys(old), dict[str, str]()
    for is_near in ways:
        for now in [each for each in new if each not in found]:
            if near := [was for was in free if is_near(was, now)]:
                found[now] = now if now in near else max(near, key=lambda was: _shared(old[was], new[now]))
                del free[found[now]]
    kept = [int(found[now]) for now in new if now in found]
    if kept != sorted(kept):
        return {now: now for now in new}
    return found | {now: str(len(old) + n) for n, now in enumerate(now for now in new if now not in found)}


def _shared(one: Mapping[str, str], other: Mapping[str, str]) -> int:
    return len(one.items() & other.items())


def choices_at(record: type[Record], name: str, vocabularies: Mapping[str, Vocabulary]) -> tuple[tuple[str, str], ...]:
    """The ids and labels that may be written at a name; none where anything may."""
    *_, (owner, last) = _way_to(record, name)
    hint = owner.__annotations__.get(last)
    kind, vocabulary = choice_of(hint), vocabularies.get(vocabulary_of(hint))
    if kind is not None:
        return tuple((str(member), member.label) for member in kind)
    return tuple(vocabulary.labels.items()) if vocabulary is not None else ()


def label_at(record: type[Record], name: str) -> str:
    """The Japanese labels on the way to a value: 募集2・見出し."""
    words: list[str] = []
    for owner, step in _way_to(record, name):
        if step.isdigit() and words:
            words[-1] += str(int(step) + 1)
        else:
            words.append(label_of(owner, step))
    return "・".join(words)


def _way_to(record: type[Record], name: str) -> Iterator[tuple[type[Record], str]]:
    """The steps of a name, each with the record that it is in."""
    for step in name.split("."):
        yield record, step
        if step in record.model_fields:
            record = inner_record(record.model_fields[step].annotation) or record
