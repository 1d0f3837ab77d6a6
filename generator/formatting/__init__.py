"""Profiles in canonical form: one order, one spelling of keys and values, every comment kept, nothing lost."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from generator.formatting.comments import assigned, comments_in
from generator.formatting.emit import Emitter
from generator.models.base import Record
from generator.models.vocabulary import Vocabulary
from generator.reading.strict import Fault, Marks, parse

# Line breaks to YAML and to hardly anything else; whoever has them in a file did not mean to.
_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]")


class NotKept(Exception):
    """The canonical form would not say the same as the profile does: it is left alone."""


def canonical(text: str, record: type[Record], vocabularies: Mapping[str, Vocabulary], first: str = "") -> str | Fault:
    """The text of a profile in canonical form, or why it is no profile; `first` is a comment that must open it.

    Values that are not understood stay as they are. NotKept if a comment or a value would be lost.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _OTHER_BREAKS.search(text):
        raise NotKept
    marks = Marks()
    data = parse(text, marks)
    if isinstance(data, Fault):
        return data
    if not isinstance(data, dict):
        return Fault("syntax", 1, 1)
    comments = assigned(text, marks)
    head = comments.head if not first or first in comments.head else [first, *comments.head]
    body = Emitter(comments, vocabularies).mapping(data, record, (), "")
    lines = [*head, *body, *comments.tail]
    made = "\n".join(lines).strip("\n") + "\n"
    _keep(text, made, record, vocabularies)
    return made


def _keep(before: str, after: str, record: type[Record], vocabularies: Mapping[str, Vocabulary]) -> None:
    """Refuse a form that lost a comment, or that is not the same record."""
    if isinstance(parse(after), Fault):
        raise NotKept
    lost = _words(before) - _words(after)
    if lost or _meaning(before, record, vocabularies) != _meaning(after, record, vocabularies):
        raise NotKept


def _words(text: str) -> Counter[str]:
    """The words of all comments, however often each stands there."""
    return Counter(word for _, _, comment in comments_in(text) for word in comment.split())


def _meaning(text: str, record: type[Record], vocabularies: Mapping[str, Vocabulary]) -> Any:
    """The record that a text gives; for a broken one, the kinds and places of its faults."""
    try:
        return record.model_validate(parse(text), context={"vocabularies": vocabularies})
    except ValidationError as error:
        return Counter((fault["type"], str(fault["loc"][-1:])) for fault in error.errors(include_url=False))
