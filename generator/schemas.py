"""JSON Schema 2020-12 for each kind of record, made from the models, for editors and for the form.

Everything in a profile is text to the program, but an editor's YAML parser makes numbers and booleans of some of it:
a text may be any scalar here. What the program understands in many spellings (dates, telephone numbers, times) has no
pattern. Terms are listed as id, label and alias; the program also takes them in other widths and cases.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from generator.kinds import KINDS
from generator.models.annotations import choice_of, is_list, is_mapping, longest, vocabulary_of
from generator.models.base import Record, english_of, inner_record
from generator.models.vocabulary import Vocabulary

RECORDS: dict[str, type[Record]] = {name: kind.model for name, kind in KINDS.items()} | {"vocabulary": Vocabulary}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALAR: dict[str, Any] = {"type": ["string", "number", "boolean"]}
_NOTHING: dict[str, Any] = {"type": "null"}
Schema = dict[str, Any]


def schemas(vocabularies: Mapping[str, Vocabulary], site: str = "") -> Iterator[tuple[str, str]]:
    """Each kind's schema as (file name, JSON text); `site` is the address under which they are published, if known."""
    for kind, record in RECORDS.items():
        head: Schema = {"$schema": _DIALECT}
        if site:
            head["$id"] = f"{site.rstrip('/')}/schema/{kind}.json"
        made = head | schema(record, vocabularies)
        yield f"{kind}.json", json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def schema(record: type[Record], vocabularies: Mapping[str, Vocabulary]) -> Schema:
    """The schema of one kind of record; the records inside it stand in `$defs`."""
    definitions: dict[str, Schema] = {}
    _define(record, vocabularies, definitions)
    # A profile may name its schema by a key instead of a comment.
    definitions[record.__name__]["properties"]["$schema"] = {"type": "string"}
    return {"$ref": f"#/$defs/{record.__name__}", "$defs": definitions}


def _define(record: type[Record], vocabularies: Mapping[str, Vocabulary], definitions: dict[str, Schema]) -> None:
    definition: Schema = {"title": str(record.__doc__), "type": "object", "additionalProperties": False}
    definitions[record.__name__] = definition
    properties: dict[str, Schema] = {}
    for name, info in record.model_fields.items():
        written = str(info.alias or name)
        properties[written] = _field(info, record.__annotations__[name], vocabularies, definitions)
        if info.title and info.title != written:
            properties[info.title] = {"$ref": f"#/$defs/{record.__name__}/properties/{written}"}
    definition["properties"] = properties
    needed = [(str(i.alias or n), str(i.title)) for n, i in record.model_fields.items() if i.is_required()]
    if needed:
        definition["allOf"] = [{"anyOf": [{"required": [name]}, {"required": [label]}]} for name, label in needed]


# Several terms in one line, which the model takes apart.
_SEVERAL: Schema = {"type": "string", "pattern": "[、，,;；／・\\s/と及]"}


def _field(
    info: FieldInfo, hint: Any, vocabularies: Mapping[str, Vocabulary], definitions: dict[str, Schema]
) -> Schema:
    """One field: what it is called, what may be written, and what a form needs to ask for it."""
    english = english_of(info)
    out: Schema = {"title": info.title}
    out["description"] = f"{info.description}（{english}）" if info.description else english
    if info.examples:
        out["examples"] = list(info.examples)
    out["x-hiroba"] = {"label_en": english, "needed": info.is_required()}
    entry = _entry(info, hint, vocabularies, definitions)
    return out | {"anyOf": [*_shapes(info, hint, entry), _NOTHING]}


def _shapes(info: FieldInfo, hint: Any, entry: list[Schema]) -> Iterator[Schema]:
    """The shapes in which a field may be written: one entry, a list of entries, entries under keys."""
    limits = {type(item).__name__: item for item in info.metadata}
    least, most = getattr(limits.get("MinLen"), "min_length", None), getattr(limits.get("MaxLen"), "max_length", None)
    if is_list(hint):
        counts = {"minItems": least, "maxItems": most}
        known = {name: value for name, value in counts.items() if value is not None}
        yield {"type": "array", "items": {"anyOf": entry}} | known
        if choice_of(hint) or vocabulary_of(hint):
            yield _SEVERAL
    elif is_mapping(hint):
        known = {} if most is None else {"maxProperties": most}
        yield {"type": "object", "additionalProperties": {"anyOf": [*entry, _NOTHING]}} | known
        return
    yield from entry


def _entry(
    info: FieldInfo, hint: Any, vocabularies: Mapping[str, Vocabulary], definitions: dict[str, Schema]
) -> list[Schema]:
    """What one entry of a field may be."""
    inner = inner_record(info.annotation)
    if inner is not None:
        if inner.__name__ not in definitions:
            _define(inner, vocabularies, definitions)
        reference: Schema = {"$ref": f"#/$defs/{inner.__name__}"}
        return [reference, _SCALAR] if inner.shorthand else [reference]
    kind = choice_of(hint)
    if kind is not None:
        return _listed([(str(m), m.label, m.label_en) for m in kind], [m.label for m in kind])
    vocabulary = vocabularies.get(vocabulary_of(hint))
    if vocabulary is not None:
        terms = [(i, t.label, t.label_en) for i, t in vocabulary.terms.items()]
        return _listed(terms, [word for t in vocabulary.terms.values() for word in (t.label, *t.aliases)])
    most = 0 if is_list(hint) or is_mapping(hint) else longest(info, hint)
    return [_SCALAR | ({"maxLength": most} if most else {})]


def _listed(members: list[tuple[str, str, str]], spellings: list[str]) -> list[Schema]:
    """The ids with their labels, which editors offer, and the other spellings, which they let pass."""
    ids = [identifier for identifier, _, _ in members]
    others = [word for word in dict.fromkeys(spellings) if word not in ids]
    labels = [f"{label}（{english}）" for _, label, english in members]
    return [{"enum": ids, "markdownEnumDescriptions": labels}, {"enum": others}] if others else [{"enum": ids}]
