"""New values put into a profile: what does not change stays as it was written, and so does every comment."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from generator.formatting import NotKept, canonical
from generator.formatting.comments import Comments, assigned
from generator.formatting.emit import Emitter
from generator.models.base import Record
from generator.models.vocabulary import Vocabulary
from generator.reading.mend import mend
from generator.reading.strict import Fault, Marks, parse

_NOTHING: tuple[Any, ...] = ("", [], {}, None)
_UNSAID = object()


def merged(
    before: str, fields: Mapping[str, Any], record: type[Record], vocabularies: Mapping[str, Vocabulary], first: str
) -> tuple[str, dict[str, Any]]:
    """The text of a profile in which these fields say something else, and what it said before, by field name.

    An empty value takes a field away. A text in which nothing changes comes back as it was, byte for byte; one that is
    no profile (or none yet) is written anew. `first` is the comment that opens a new one.
    """
    ordered = _ordered(before, record, vocabularies)
    marks = Marks()
    old = parse(ordered, marks)
    if isinstance(old, Fault) or not isinstance(old, dict):
        old, comments = {}, Comments(head=[first])
    else:
        comments = assigned(ordered, marks)
    new = {name: value for name, value in {**old, **fields}.items() if value not in _NOTHING}
    says = [_values(data, record, vocabularies) for data in (old, new)]
    for name in old.keys() | new.keys():
        # What says the same stays as it was written; what a field says without a word need not be written.
        if says[0].get(name, _UNSAID) == says[1].get(name):
            new |= {name: old[name]} if name in old else {}
            if name not in old:
                del new[name]
    if old and new == old:
        return before, old
    return _text(new, comments, record, vocabularies), old


def published(before: str, record: type[Record], vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    """What the text of a profile says, by the English names of its fields; nothing of one that cannot be read."""
    said = parse(_ordered(before, record, vocabularies)) if before else {}
    return said if isinstance(said, dict) else {}


def _ordered(before: str, record: type[Record], vocabularies: Mapping[str, Vocabulary]) -> str:
    """The published text with English keys in order; as it is where that cannot be had without a loss."""
    try:
        text = canonical(before, record, vocabularies) if before else ""
    except NotKept:
        return before
    return before if isinstance(text, Fault) else text


def _values(data: Mapping[str, Any], record: type[Record], vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    """What each field means; one that is not understood means what is written."""
    try:
        return dict(record.model_validate(dict(data), context={"vocabularies": vocabularies}))
    except ValidationError as error:
        whole = mend(dict(data), record, error, vocabularies)
    if whole is None:
        return dict(data)
    unsure = {path[0] for path in whole.replaced if path}
    return {name: data.get(name) if name in unsure else value for name, value in dict(whole.record).items()}


def _text(
    data: Mapping[str, Any], comments: Comments, record: type[Record], vocabularies: Mapping[str, Vocabulary]
) -> str:
    lines = [*comments.head, *Emitter(comments, vocabularies).mapping(data, record, (), "")]
    noted = [*comments.above.items(), *((path, [note]) for path, note in comments.beside.items())]
    lost = [note for path, notes in noted if not _reaches(data, path) for note in notes]
    return "\n".join([*lines, *comments.tail, *lost]).strip("\n") + "\n"


def _reaches(data: Any, path: tuple[str | int, ...]) -> bool:
    """Whether there still is a value at a path."""
    try:
        for step in path:
            data = data[step]
    except (KeyError, IndexError, TypeError):
        return False
    return True
