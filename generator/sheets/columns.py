"""Which columns a sheet of profiles has: all of them follow from the models."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic.fields import FieldInfo

from generator.models.annotations import choice_of, is_list, is_mapping, parts, vocabulary_of
from generator.models.base import Record, inner_record
from generator.models.types import DAYS, Flag, LongText
from generator.models.types import Text as SomeText
from generator.models.vocabulary import Vocabulary

Vocabularies = Mapping[str, Vocabulary]
SLUG = "slug"
# The column of a translation's language, under which it is kept.
LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the name of its values as in a form (`fees.yearly`), its heading, and its field in the models.

    In a sheet of its own a block's columns have the names they have inside the block (`when`).
    """

    name: str
    label: str
    owner: type[Record] | None = None

    @property
    def field(self) -> str:
        """The name of the field alone."""
        return self.name.rpartition(".")[2]

    @property
    def info(self) -> FieldInfo | None:
        """What the model says of the field; None for the address and other columns that are no field."""
        return self.owner.model_fields.get(self.field) if self.owner else None

    @property
    def hint(self) -> Any:
        """The annotation of the field."""
        return self.owner.__annotations__.get(self.field) if self.owner else None

    @property
    def many(self) -> bool:
        """Whether several entries stand in one cell."""
        return is_list(self.hint)

    def is_a(self, kind: Any) -> bool:
        """Whether its values are of a kind of `models.types`."""
        return any(part == kind for part in parts(self.hint))


@dataclass(frozen=True, slots=True)
class Block:
    """A part that a profile may have several times, or once for each language."""

    name: str
    label: str
    record: type[Record]
    keyed: bool
    most: int

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of one entry, named as inside the block; what an entry is kept under comes first."""
        key = (Column(LANGUAGE, "言語"),) if self.keyed else ()
        return (*key, *plain_columns(self.record))


def plain_columns(record: type[Record], name: str = "", label: str = "") -> Iterator[Column]:
    """The columns of everything in a record that stands in it once."""
    for field, info in record.model_fields.items():
        inner = inner_record(info.annotation)
        if inner is None:
            yield Column(name + field, label + str(info.title), record)
        elif not _is_repeated(record, field):
            yield from plain_columns(inner, f"{name}{field}.", f"{label}{info.title}・")


def shorthands(record: type[Record]) -> Iterator[Column]:
    """Columns for blocks that can be written in one cell, such as 会費; understood, but never written."""
    for field, info in record.model_fields.items():
        inner = inner_record(info.annotation)
        if inner is not None and inner.shorthand and not _is_repeated(record, field):
            yield Column(field, str(info.title), record)


def blocks(record: type[Record], name: str = "") -> Iterator[Block]:
    """The parts of a record that may stand in it several times."""
    for field, info in record.model_fields.items():
        inner = inner_record(info.annotation)
        if inner is None:
            continue
        if _is_repeated(record, field):
            most = next((int(limit) for item in info.metadata if (limit := getattr(item, "max_length", None))), 10)
            yield Block(name + field, str(info.title), inner, is_mapping(record.__annotations__[field]), most)
        else:
            yield from blocks(inner, f"{name}{field}.")


def _is_repeated(record: type[Record], field: str) -> bool:
    hint = record.__annotations__[field]
    return is_list(hint) or is_mapping(hint)


def choices(column: Column, vocabularies: Vocabularies) -> dict[str, str]:
    """The values that may stand in a column, as id and Japanese label; none for a column of free values."""
    kind = choice_of(column.hint)
    if kind is not None:
        return {member.value: member.label for member in kind}
    if column.is_a(Flag):
        return {"yes": "はい", "no": "いいえ"}
    named = "languages" if column.name == LANGUAGE else vocabulary_of(column.hint)
    vocabulary = vocabularies.get(named)
    return vocabulary.labels if vocabulary is not None else {}


def width(column: Column) -> int:
    """How wide a column should be, in half-width characters."""
    if column.is_a(LongText):
        return 60
    if column.is_a(SomeText) or column.field in ("summary", "title", "text", "url", "website", "form"):
        return 36
    return 14 if any(map(column.is_a, DAYS)) or column.is_a(Flag) else max(14, min(28, 2 * len(column.label) + 4))
