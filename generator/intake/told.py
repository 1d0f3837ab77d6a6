"""The values of a profile by name, as people read them: labels for terms, and what each value is called."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.intake.flat import flat
from generator.models.annotations import choice_of, vocabulary_of
from generator.models.base import Record, inner_record, label_of
from generator.models.vocabulary import Vocabulary


def told(data: Any, record: type[Record], vocabularies: Mapping[str, Vocabulary]) -> dict[str, str]:
    """The values of what was read of a profile, in the order of the fields; a list of plain texts is one value."""
    found: dict[str, list[str]] = {}
    for name, text in flat(data if isinstance(data, dict) else {}, record, vocabularies):
        found.setdefault(name, []).append(dict(choices_at(record, name, vocabularies)).get(text, text))
    return {name: "、".join(texts) for name, texts in found.items()}


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
