"""A field of a model as a control of the form: what is asked, how, and with which choices."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic.fields import FieldInfo

from generator.intake.submission import HIDEABLE
from generator.models import types
from generator.models.annotations import choice_of, is_list, is_mapping, longest, parts, vocabulary_of
from generator.models.base import Record, english_of, inner_record, is_asked
from generator.models.group import Summary
from generator.models.vocabulary import Vocabulary

# From so many choices on, one of them is picked from a list that opens instead of from buttons.
_OPENS = 7
# How a kind of value is typed: the element, and what the keyboard of a telephone is told.
_TYPED: tuple[tuple[Any, str, str], ...] = (
    (types.LongText, "long", ""),
    (types.Text, "text", ""),
    (Summary, "text", ""),
    (types.PhoneNumber, "line", "tel"),
    (types.Email, "line", "email"),
    (types.Url, "line", "url"),
    (types.Count, "line", "numeric"),
    (types.YearsLeast, "line", ""),
    (types.YearsMost, "line", ""),
    (types.MembersLeast, "line", ""),
    (types.Yen, "line", "numeric"),
    (types.CorporateNumber, "line", "numeric"),
    (types.Flag, "flag", ""),
)
# Fields that may name a record of ours; people choose it by its name.
_KNOWN = {"place": "places", "organizer": "groups"}
_KNOWN_HELP = "打ちはじめると候補が出ます。ほかの名前を書いてもかまいません"
# What is asked only of those who open it: the usual way of saying it stands above.
FOLDED: frozenset[str] = frozenset(
    {"dates.#.start_date", "dates.#.end_date", "dates.#.start_time", "dates.#.end_time", "dates.#.except_dates"}
)
# What is filled in by the control above it.
_BEHIND = {"photos.#.file"}
# What stands beside other fields of its record, which say the same more plainly.
_IMPLIED = {"public"}


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: what is sent and what is read."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Control:
    """One question of the form.

    `shape` is line, text, long, flag, one (of few), pick (one of many), many (of a list), entries (several lines),
    block (questions of its own), blocks (several of these), languages (one block for each) or photos. `name` has `#`
    where the number of an entry goes. What is `behind` another control is not asked: a photo's file has its own button.
    """

    name: str
    label: str
    label_en: str
    help: str
    example: str
    needed: bool
    shape: str
    keyboard: str = ""
    limit: int = 0
    most: int = 0
    options: tuple[Option, ...] = ()
    inside: tuple["Control", ...] = ()
    hideable: bool = False
    known: str = ""
    folded: bool = False
    chosen: str = ""
    blank: bool = False
    behind: bool = False


def controls(
    record: type[Record], names: tuple[str, ...], vocabularies: Mapping[str, Vocabulary]
) -> tuple[Control, ...]:
    """The questions for some fields of a record."""
    return tuple(_control(record, name, "", vocabularies) for name in names)


def _control(record: type[Record], name: str, prefix: str, vocabularies: Mapping[str, Vocabulary]) -> Control:
    info, hint = record.model_fields[name], record.__annotations__[name]
    inner = inner_record(info.annotation)
    shape, keyboard = _shape(record, name, info, hint, inner)
    path = f"{prefix}{name}"
    options, known = tuple(_options(hint, vocabularies)), _KNOWN.get(name, "")
    if shape in ("one", "pick"):
        shape = "tick" if len(options) == 1 else "pick" if len(options) >= _OPENS else "one"
    entry = {"blocks": f"{path}.#.", "languages": f"{path}.#.", "photos": f"{path}.#."}.get(shape, f"{path}.")
    return Control(
        name=path,
        label=str(info.title),
        label_en=english_of(info),
        help=_KNOWN_HELP if known else info.description or "",
        example="" if inner or options or known or shape == "flag" else str((info.examples or [""])[0]),
        needed=info.is_required(),
        shape=shape,
        keyboard=keyboard,
        limit=longest(info, hint) if shape in ("line", "text", "long", "entries") else 0,
        most=next((m.max_length for m in info.metadata if hasattr(m, "max_length")), 0) if is_list(hint) else 0,
        options=options,
        inside=tuple(_control(inner, each, entry, vocabularies) for each in _asked(inner)) if inner else (),
        hideable=prefix.rstrip(".") in HIDEABLE and name in HIDEABLE[prefix.rstrip(".")],
        known=known,
        folded=path in FOLDED,
        behind=path in _BEHIND,
        chosen=str(info.default) if isinstance(info.default, types.Choice) else "",
        blank=prefix.count(".") == 1 or (not info.is_required() and info.default is None),
    )


def _asked(record: type[Record]) -> Iterator[str]:
    return (name for name, info in record.model_fields.items() if is_asked(info) and name not in _IMPLIED)


def _shape(record: type[Record], name: str, info: FieldInfo, hint: Any, inner: type[Record] | None) -> tuple[str, str]:
    """How a field is asked for, and the keyboard it wants."""
    if name == "photos":
        return "photos", ""
    if inner is not None:
        return ("languages" if is_mapping(hint) else "blocks" if is_list(hint) else "block"), ""
    if vocabulary_of(hint) or choice_of(hint):
        return ("many" if is_list(hint) else "one"), ""
    if is_list(hint):
        return "entries", ""
    found = ((shape, keyboard) for kind, shape, keyboard in _TYPED if any(part == kind for part in parts(hint)))
    return next(found, ("line", ""))


def _options(hint: Any, vocabularies: Mapping[str, Vocabulary]) -> Iterator[Option]:
    vocabulary, kind = vocabularies.get(vocabulary_of(hint)), choice_of(hint)
    if vocabulary is not None:
        yield from (Option(identifier, term.label) for identifier, term in vocabulary.terms.items())
    elif kind is not None:
        yield from (Option(str(member), member.label) for member in kind)
