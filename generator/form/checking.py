"""What of a city and of the models the browser needs to check a profile as `hiroba check` does, as one JSON value.

Made from the models, the vocabularies and the rule book; theme/scripts/check/ reads it. What holds everywhere stands in
theme/scripts/tables.js.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from generator.issueforms import prefill_ids
from generator.kinds import FORMS, KINDS, OPEN
from generator.models.annotations import choice_of, is_list, is_mapping, longest, parts, vocabulary_of
from generator.models.base import Record, english_of, inner_record, is_own
from generator.models.group import STALE_DAYS
from generator.models.types import (
    Choice,
    Clock,
    ClosingDay,
    CorporateNumber,
    Count,
    Day,
    Deadline,
    Email,
    Flag,
    Kana,
    MembersLeast,
    MomentText,
    PartialDay,
    People,
    PhoneNumber,
    Repeat,
    Url,
    YearsLeast,
    YearsMost,
    Yen,
)
from generator.models.vocabulary import Vocabulary
from generator.rules import RULES
from generator.rules.form import FORM
from generator.rules.rule import CHOOSE, Rule

# The kinds of value that a field may have, by name.
VALUES: dict[str, Any] = {
    "kana": Kana,
    "flag": Flag,
    "people": People,
    "count": Count,
    "years-least": YearsLeast,
    "years-most": YearsMost,
    "members-least": MembersLeast,
    "url": Url,
    "email": Email,
    "corporate-number": CorporateNumber,
    "day": Day,
    "closing-day": ClosingDay,
    "deadline": Deadline,
    "partial-day": PartialDay,
    "clock": Clock,
    "yen": Yen,
    "phone": PhoneNumber,
    "repeat": Repeat,
    "moment": MomentText,
}
# Rules about files, their names and their bytes, of which a form has none, about all groups, whose kinds it does not
# know, and about the things that a city lends, of which it is not told.
OF_FILES: frozenset[str] = frozenset(
    {"alias", "empty-file", "encoding", "not-utf8", "several-documents", "syntax", "tag", "too-big", "too-deep"}
    | {"file-missing", "file-name", "file-outside", "file-too-large", "linked-file", "stray-file", "unreadable"}
    | {"not-a-pdf", "not-an-image", "out-of-range", "picture-too-large", "slug-clash", "too-many-problems"}
    | {"word-list-shape", "kinds-nowhere", "term-nowhere"}
    # A browser is told no things of the city: a table of all their names would weigh more than the form.
    | {"exchange-vague", "exchange-kind"}
)


def checking(vocabularies: Mapping[str, Vocabulary], shown: str = "content") -> dict[str, Any]:
    """The table of `checker` in theme/scripts/check/profile.js; `shown` is how messages name the content folder."""
    types: dict[str, Any] = {}
    for kind in FORMS:
        _describe(KINDS[kind].model, types)
    used = {
        field["vocabulary"] for made in types.values() for field in made["fields"].values() if "vocabulary" in field
    }
    return {
        "records": {kind: KINDS[kind].model.__name__ for kind in FORMS},
        "types": types,
        "vocabularies": {name: _vocabulary(vocabularies[name]) for name in sorted(used) if name in vocabularies},
        "rules": {rule.name: _rule(rule) for rule in RULES.values()},
        "choose": list(CHOOSE),
        "issue": {kind: prefill_ids(kind) for kind in OPEN},
        "form": {name: list(said) for name, said in FORM.items()},
        "stale_days": STALE_DAYS,
        "labels": {KINDS[kind].model.__name__: KINDS[kind].label for kind in FORMS},
        "shown": shown,
    }


def asked(table: Mapping[str, Any]) -> dict[str, Any]:
    """What the form asks of the table: without English, explanations that stand on the page, and rules about files."""
    rules = {
        name: {"level": rule["level"], "says": rule["says"][:1], "fix": rule["fix"][:1]}
        for name, rule in table["rules"].items()
        if name not in OF_FILES
    }
    types = {name: {**made, "fields": _unexplained(made["fields"])} for name, made in table["types"].items()}
    return {**table, "rules": rules, "types": types}


def _unexplained(fields: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    return {
        name: {
            key: [choice[:2] for choice in value] if key == "choices" else value
            for key, value in facts.items()
            if key not in ("help", "label_en")
        }
        for name, facts in fields.items()
    }


def _describe(record: type[Record], types: dict[str, Any]) -> None:
    """Add a record type, and those inside it, to the table of types."""
    if record.__name__ in types:
        return
    made = types[record.__name__] = {"shorthand": record.shorthand, "fields": {}}
    for name, info in record.model_fields.items():
        made["fields"][name] = dict(_field(info, record.__annotations__[name]))
        inner = inner_record(info.annotation)
        if inner is not None:
            _describe(inner, types)


def _field(info: FieldInfo, hint: Any) -> Iterator[tuple[str, Any]]:
    """What is known of a field: how it is called, its kind of value, how many and how long; what is not is left out."""
    yield from (("label", info.title), ("label_en", english_of(info)), ("help", info.description or ""))
    inner, chosen, vocabulary = inner_record(info.annotation), choice_of(hint), vocabulary_of(hint)
    if info.examples:
        yield "example", str(info.examples[0])
    if is_own(info):
        yield "own", True
    yield "kind", _kind(hint, inner, chosen, vocabulary)
    facts: dict[str, Any] = {"needed": info.is_required(), "many": is_list(hint), "keyed": is_mapping(hint)}
    facts |= {"record": inner.__name__ if inner else "", "vocabulary": vocabulary}
    yield from ((name, value) for name, value in facts.items() if value)
    if chosen:
        yield "choices", [[str(member), member.label, member.label_en] for member in chosen]
    yield from _limits(info, hint)


def _kind(hint: Any, inner: type[Record] | None, chosen: type[Choice] | None, vocabulary: str) -> str:
    """The name of the kind of value that one entry of a field is."""
    if inner or chosen or vocabulary:
        return "record" if inner else "choice" if chosen else "term"
    found = (name for part in parts(hint) for name, kind in VALUES.items() if part == kind)
    one_line = any(getattr(item, "pattern", None) for part in parts(hint) for item in getattr(part, "__metadata__", ()))
    return next(found, "line" if one_line else "text")


def _limits(info: FieldInfo, hint: Any) -> Iterator[tuple[str, int]]:
    """The fewest and most entries of a list or mapping; the shortest and longest text of an entry, in characters."""
    if is_list(hint) or is_mapping(hint):
        own = dict(_bounds(info.metadata))
        yield from ((name, own[length]) for name, length in _ENTRIES.items() if length in own)
    if is_mapping(hint):
        return
    if most := longest(info, hint):
        yield "max_length", most
    bounds = sorted(pair for part in parts(hint) for pair in _bounds(getattr(part, "__metadata__", ())))
    yield from dict(pair for pair in bounds if pair[0] == "min_length").items()


_ENTRIES = {"least": "min_length", "most": "max_length"}


def _bounds(metadata: Any) -> Iterator[tuple[str, int]]:
    """The lengths that the parts of an annotation set."""
    for item in (inner for outer in metadata for inner in getattr(outer, "metadata", (outer,))):
        found = ((name, getattr(item, name, None)) for name in ("min_length", "max_length"))
        yield from ((name, int(value)) for name, value in found if value is not None)


def _vocabulary(vocabulary: Vocabulary) -> dict[str, Any]:
    terms = [
        [i, term.label, term.kana or "", list(term.aliases), *filter(None, (term.autonym,))]
        for i, term in vocabulary.terms.items()
    ]
    corporate = [i for i, term in vocabulary.terms.items() if term.corporate]
    named = {"label": vocabulary.label, "label_en": vocabulary.label_en, "terms": terms}
    return named | ({"corporate": corporate} if corporate else {})


def _rule(rule: Rule) -> dict[str, Any]:
    return {"level": str(rule.level), "says": list(rule.says), "fix": list(rule.fix)}
