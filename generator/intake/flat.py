"""A profile as pairs of names and texts, as an HTML form posts them, and back.

A name is the path of a value: `meetings.0.when`, `contact.phone`, `translations.easy.summary`. A list of plain terms
or texts repeats its name, one pair for each entry.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from generator.formatting.values import canonical_value, separate
from generator.japanese.text import key
from generator.models.annotations import is_list, is_mapping
from generator.models.base import Record, inner_record
from generator.models.vocabulary import Vocabulary

Pair = tuple[str, str]
# More entries than this no list of a profile may have.
_MOST = 200


def nested(pairs: Iterable[Pair], record: type[Record]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The data that pairs give, as reading YAML would give it, and the names that are no field's.

    Empty values are not given; gaps in the numbers of a list close up.
    """
    tree: dict[Any, Any] = {}
    unknown: list[str] = []
    for name, value in pairs:
        text = value.replace("\r\n", "\n").replace("\r", "\n").strip()
        if text and not _put(tree, record, name.split("."), text):
            unknown.append(name)
    return _closed(tree), tuple(unknown)


def _put(tree: dict[Any, Any], record: type[Record], path: list[str], text: str) -> bool:
    """Put a text at its path; False if there is no such place, or something stands there already."""
    name, rest = path[0], path[1:]
    info = record.model_fields.get(name)
    if info is None:
        return False
    hint, inner = record.__annotations__[name], inner_record(info.annotation)
    if inner is None:
        return not rest and _set(tree, name, text, many=is_list(hint))
    if is_list(hint) or is_mapping(hint):
        step: Any = _index(rest[0]) if rest and is_list(hint) else rest[0] if rest else None
        tree, name, rest = tree.setdefault(name, {}), step, rest[1:]
        if step is None or not isinstance(tree, dict):
            return False
    if not rest:
        return bool(inner.shorthand) and _set(tree, name, text, many=False)
    inside = tree.setdefault(name, {})
    return isinstance(inside, dict) and _put(inside, inner, rest, text)


def _set(tree: dict[Any, Any], name: Any, text: str, *, many: bool) -> bool:
    if many:
        if text not in tree.setdefault(name, []):
            tree[name].append(text)
        return True
    return name not in tree and tree.setdefault(name, text) == text


def _index(text: str) -> int | None:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else _MOST
    return number if number < _MOST else None


def _closed(value: Any) -> Any:
    """Numbered entries as a list; nothing where nothing was put."""
    if not isinstance(value, dict):
        return value
    closed = ((name, _closed(each)) for name, each in value.items())
    inside = {name: each for name, each in closed if each not in ({}, [])}
    if inside and all(isinstance(name, int) for name in inside):
        return [inside[number] for number in sorted(inside)]
    return inside


def flat(data: Mapping[str, Any], record: type[Record], vocabularies: Mapping[str, Vocabulary]) -> Iterator[Pair]:
    """The pairs of a profile that was read, its fields in order, its values in their canonical form."""
    names, english = record.names, record.known
    known = {written if written in english else names.get(key(written), written): v for written, v in data.items()}
    for name, info in record.model_fields.items():
        value = known.get(name, "")
        hint, inner = record.__annotations__[name], inner_record(info.annotation)
        if inner is None:
            value = separate(value, hint, vocabularies)
            texts = value if isinstance(value, list) else [value]
            yield from ((name, _shown(each, info, hint, vocabularies)) for each in texts if each not in ("", {}))
        elif is_mapping(hint) and isinstance(value, dict):
            for term, each in value.items():
                yield from _inside(f"{name}.{term}", each, inner, vocabularies)
        elif is_list(hint):
            entries = value if isinstance(value, list) else [value] if value else []
            for n, each in enumerate(entries):
                yield from _inside(f"{name}.{n}", each, inner, vocabularies)
        elif value:
            yield from _inside(name, value, inner, vocabularies)


def _inside(name: str, value: Any, inner: type[Record], vocabularies: Mapping[str, Vocabulary]) -> Iterator[Pair]:
    if isinstance(value, str) and inner.shorthand:
        try:
            value = inner.in_one_line(value)
        except PydanticCustomError:
            yield name, value
            return
    if isinstance(value, dict):
        yield from ((f"{name}.{below}", text) for below, text in flat(value, inner, vocabularies))


def _shown(value: Any, info: Any, hint: Any, vocabularies: Mapping[str, Vocabulary]) -> str:
    return canonical_value(str(value).strip(), info, hint, vocabularies).text
