"""A draft compared with what is published, field by field, with the labels of terms instead of their ids."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.intake.draft import Draft
from generator.intake.labels import label_at, labelled
from generator.kinds import FOLDERS
from generator.models.base import Record, is_asked, label_of
from generator.models.vocabulary import Vocabulary
from generator.reading.strict import parse

Terms = Mapping[str, Vocabulary]
Values = dict[str, str]
_FLAGS = {"yes": "はい", "no": "いいえ"}
# Longer texts are shown whole instead of with their differences marked.
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text: `same`, `gone` or `new`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One value before and after: `added`, `removed`, `changed` or `same`; `first` is what the sender began with."""

    label: str
    kind: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    first: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field with the values of it that differ.

    `other` says that somebody else changed it since the form was filled, `mine` that the sender did.
    """

    name: str
    label: str
    asked: bool
    rows: tuple[ValueChange, ...]
    other: bool = False
    mine: bool = True


def field_changes(made: Draft, terms: Terms, base: str = "") -> tuple[FieldChange, ...]:
    """The fields of a draft that differ from what is published; with `base`, also who changed them since then."""
    record = FOLDERS[made.folder].model
    old, new = values(made.before, record, terms), values(made.after, record, terms)
    first = values(base, record, terms) if base else {}
    names = [name for name in dict.fromkeys([*new, *old]) if old.get(name, "") != new.get(name, "")]
    tops = sorted({name.split(".")[0] for name in names}, key=list(record.model_fields).index)
    return tuple(
        FieldChange(
            name=top,
            label=label_of(record, top),
            asked=is_asked(record.model_fields[top]),
            rows=tuple(_row(record, name, old, new, first) for name in names if name.split(".")[0] == top),
            other=bool(base) and _under(first, top) != _under(old, top),
            mine=not base or _under(first, top) != _under(new, top),
        )
        for top in tops
    )


def unchanged(made: Draft, terms: Terms) -> tuple[ValueChange, ...]:
    """The values that stay as they are."""
    record = FOLDERS[made.folder].model
    old, new = values(made.before, record, terms), values(made.after, record, terms)
    kept = (name for name in new if old.get(name) == new[name])
    return tuple(ValueChange(label_at(record, name), "same", (), (Piece("same", new[name]),)) for name in kept)


def values(text: str, record: type[Record], terms: Terms) -> Values:
    """The values of a profile by name, with labels for terms; several plain terms are one value."""
    found = labelled(parse(text) if text else {}, record, terms)
    return {name: _FLAGS.get(value, value) for name, value in found.items()}


def _under(values: Values, top: str) -> Values:
    return {name: value for name, value in values.items() if name.split(".")[0] == top}


def _row(record: type[Record], name: str, old: Values, new: Values, first: Values) -> ValueChange:
    before, after = old.get(name, ""), new.get(name, "")
    kind = "changed" if before and after else "added" if after else "removed"
    pieces = tuple(_pieces(before, after)) if kind == "changed" else ()
    return ValueChange(
        label=_within(record, name, {*old, *new}),
        kind=kind,
        before=tuple(p for p in pieces if p.kind != "new") or _whole(before),
        after=tuple(p for p in pieces if p.kind != "gone") or _whole(after),
        first=first.get(name, ""),
    )


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece("same", text),) if text else ()


def _within(record: type[Record], name: str, names: Collection[str]) -> str:
    """What a value is called inside its field, as いつ（2つ目）; empty if the field has only this one."""
    top, *rest = name.split(".")
    label = label_at(record, name).removeprefix(label_of(record, top)).lstrip("・")
    if not rest or not rest[0].isdigit():
        return label
    number, _, inside = label.partition("・")
    if not any(each.startswith(f"{top}.1.") for each in names):
        return inside
    return f"{inside}（{number}つ目）" if inside else f"{number}つ目"


def _pieces(before: str, after: str) -> Iterator[Piece]:
    """Two texts with what differs marked; nothing if too little is the same for marks to help."""
    if max(len(before), len(after)) > _LONGEST:
        return
    matcher = SequenceMatcher(None, before, after)
    if matcher.ratio() < 0.5:
        return
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", before[a:b])
            continue
        yield from (Piece(kind, text) for kind, text in (("gone", before[a:b]), ("new", after[c:d])) if text)
