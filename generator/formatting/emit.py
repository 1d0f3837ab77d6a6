"""Data as canonical YAML: two spaces for each step, short lists in brackets, quotes only where they are needed."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.formatting.comments import Comments
from generator.formatting.values import Written, canonical_value, separate
from generator.japanese.text import key
from generator.models.annotations import is_list, is_mapping
from generator.models.base import Record, inner_record
from generator.models.vocabulary import Vocabulary
from generator.reading.strict import Path

_WIDEST = 100
# What other programs would take for a number, a time, a day, a truth or nothing (YAML 1.1).
_TYPED = re.compile(
    r"[-+.]?[0-9][0-9_,.:xobeE+-]*|[-+]?\.(?:inf|nan)|~|null|true|false|yes|no|on|off|y|n", re.IGNORECASE
)
_UNSAFE = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@`=<]|: |:$| #|^\s|\s$|[\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029]")
_UNSAFE_IN_BRACKETS = re.compile(r"[,\[\]{}:?]")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "widest": _WIDEST,
    "typed": _TYPED,
    "unsafe": _UNSAFE,
    "unsafe_in_brackets": _UNSAFE_IN_BRACKETS,
}
_NEEDS_ESCAPES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\u2028\u2029\ud800-\udfff]")


class Emitter:
    """Writes the lines of one profile; every part of the data brings its path, by which its comments are found."""

    def __init__(self, comments: Comments, vocabularies: Mapping[str, Vocabulary]) -> None:
        self.comments = comments
        self.vocabularies = vocabularies

    def mapping(self, data: Mapping[str, Any], record: type[Record], path: Path, indent: str) -> Iterator[str]:
        """The keys of a record in the order of its fields; unknown ones stay as they are, at the end."""
        for name, written in _in_order(data, record):
            here = (*path, written)
            if not path and here in self.comments.spaced:
                yield ""
            yield from (f"{indent}{comment}" for comment in self.comments.above.get(here, ()))
            yield from self.entry(name, data[written], record, here, indent)

    def entry(self, name: str, value: Any, record: type[Record], path: Path, indent: str) -> Iterator[str]:
        """One key with its value, on one line or on several."""
        info = record.model_fields.get(name)
        hint = record.__annotations__.get(name)
        inner = inner_record(info.annotation) if info else None
        key_text = f"{indent}{_key(name)}:"
        if info is not None and is_list(hint) and not isinstance(value, list) and value != "":
            # One entry where a list may stand: its comments still have the path that it had.
            value, places = separate([value], hint, self.vocabularies), [path]
        else:
            places = [(*path, n) for n in range(len(value))] if isinstance(value, list) else []
            value = separate(value, hint, self.vocabularies) if isinstance(value, list) else value
        if isinstance(value, list):
            # Further terms of a line have no place, and no comment, of their own.
            places += [(*path, -1)] * (len(value) - len(places))
        if isinstance(value, str):
            yield from self.text(key_text, self.written(value, info, hint, inner), path, indent)
        elif isinstance(value, list):
            yield from self.list(key_text, value, places, (info, hint, inner or record), path, indent)
        elif not value:
            yield self.ended(f"{key_text} {{}}", path)
        elif info is not None and is_mapping(hint) and inner is not None:
            yield self.ended(key_text, path)
            for term, each in value.items():
                yield from (f"{indent}  {comment}" for comment in self.comments.above.get((*path, term), ()))
                yield self.ended(f"{indent}  {_key(term)}:", (*path, term))
                yield from self.mapping(each, inner, (*path, term), f"{indent}    ") if isinstance(each, dict) else ()
        else:
            yield self.ended(key_text, path)
            yield from self.mapping(value, inner or record, path, f"{indent}  ")

    def written(self, text: str, info: Any, hint: Any, inner: type[Record] | None) -> Written:
        """A text in its canonical form; a record in one line stays the line it is."""
        if info is None or inner is not None:
            return Written(text.strip())
        return canonical_value(text.strip(), info, hint, self.vocabularies)

    def text(self, lead: str, value: Written, path: Path, indent: str) -> Iterator[str]:
        """A key or dash with a text behind it, or below it if the text has several lines."""
        if "\n" in value.text and not _NEEDS_ESCAPES.search(value.text):
            yield self.ended(f"{lead} |", path, value.note)
            for line in value.text.split("\n"):
                yield f"{indent}  {line}" if line else ""
            return
        shown = scalar(value.text, free=value.free)
        yield self.ended(f"{lead} {shown}" if shown else lead, path, value.note)

    def list(
        self, lead: str, value: list[Any], places: list[Path], field: tuple[Any, Any, Any], path: Path, indent: str
    ) -> Iterator[str]:
        """Short texts in brackets on one line, everything else with a dash for each entry."""
        info, hint, record = field
        inner = inner_record(info.annotation) if info else None
        texts = [self.written(each, info, hint, inner) for each in value if isinstance(each, str)]
        flow = f"{lead} [{', '.join(scalar(each.text, free=each.free, brackets=True) for each in texts)}]"
        commented = any(
            place in self.comments.above or place in self.comments.beside for place in places if place != path
        )
        plain = len(texts) == len(value) and inner is None and not any("\n" in each.text for each in texts)
        if plain and not commented and len(flow) <= _WIDEST:
            yield self.ended(flow, path)
            return
        yield self.ended(lead, path if path not in places else ())
        for each, place in zip(value, places, strict=True):
            yield from self.item(each, place, field, record, f"{indent}  ")

    def item(
        self, each: Any, place: Path, field: tuple[Any, Any, Any], record: type[Record], indent: str
    ) -> Iterator[str]:
        """One entry of a list, behind its dash."""
        info, hint, _ = field
        if isinstance(place[-1], int):
            yield from (f"{indent}{comment}" for comment in self.comments.above.get(place, ()))
        if isinstance(each, str):
            inner = inner_record(info.annotation) if info else None
            yield from self.text(f"{indent}-", self.written(each, info, hint, inner), place, indent)
        elif isinstance(each, dict) and each:
            lines = list(self.mapping(each, record, place, f"{indent}  "))
            first = next(n for n, line in enumerate(lines) if not line.lstrip().startswith("#"))
            # A comment over the first key of an entry stands over the entry's dash.
            yield from (f"{indent}{line.lstrip()}" for line in lines[:first])
            yield f"{indent}- {lines[first].lstrip()}"
            yield from lines[first + 1 :]
        else:
            yield self.ended(f"{indent}- {json.dumps(each, ensure_ascii=False)}", place)

    def ended(self, line: str, path: Path, note: str = "") -> str:
        """A line with the comment that belongs beside it, and a note before that."""
        beside = self.comments.beside.get(path, "")
        notes = f"# {note} {beside}".strip() if note else beside
        return f"{line}  {notes}" if notes else line


def _in_order(data: Mapping[str, Any], record: type[Record]) -> list[tuple[str, str]]:
    """Pairs of a key to write and the key that was written, in the order of the fields."""
    order = {name: n for n, name in enumerate(record.model_fields)}
    pairs, taken = [], set()
    for written in data:
        name = str(record.names.get(key(written), written))
        name = written if name in taken else name
        taken.add(name)
        pairs.append((-1 if written == "$schema" else order.get(name, len(order)), name, written))
    return [(name, written) for _, name, written in sorted(pairs, key=lambda pair: pair[0])]


def _key(name: str) -> str:
    return scalar(name, free=False) or "''"


def scalar(text: str, *, free: bool, brackets: bool = False) -> str:
    """One line of text as YAML, in quotes if it would otherwise be read as something else."""
    if text == "":
        return "''" if brackets else ""
    if _NEEDS_ESCAPES.search(text) or "\n" in text or "\t" in text:
        return json.dumps(text, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    unsafe = _UNSAFE.search(text) or (brackets and _UNSAFE_IN_BRACKETS.search(text))
    if unsafe or (free and _TYPED.fullmatch(text)):
        return f"""'{text.replace("'", "''")}'"""
    return text
