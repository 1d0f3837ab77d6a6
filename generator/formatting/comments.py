"""The comments of a profile, and which key or entry each of them belongs to."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.reading.strict import Marks, Path

Span = tuple[int, int, int, int]


@dataclass(slots=True)
class Comments:
    """Comments by the path they belong to: above a key, beside it, at the head and at the end of the file."""

    above: dict[Path, list[str]] = field(default_factory=lambda: defaultdict(list))
    beside: dict[Path, str] = field(default_factory=dict)
    head: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    # Top-level keys that had an empty line before them.
    spaced: set[Path] = field(default_factory=set)


def comments_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Every comment as (line, column, text), both counted from 0; a # inside a text is none."""
    spans = list(_texts(text))
    for number, line in enumerate(text.split("\n")):
        here = [span for span in spans if span[0] <= number <= span[2]]
        for column, character in enumerate(line):
            if character == "#" and (column == 0 or line[column - 1] in " \t") and not _inside(number, column, here):
                yield number, column, line[column:].rstrip()
                break


def _texts(text: str) -> Iterator[Span]:
    """Where each scalar begins and ends; a block text begins on the line below its sign."""
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.ScalarEvent):
            start: Any = event.start_mark
            end: Any = event.end_mark
            block = event.style in ("|", ">")
            yield (
                (start.line + 1, 0, end.line, end.column)
                if block
                else (
                    start.line,
                    start.column,
                    end.line,
                    end.column,
                )
            )


def _inside(line: int, column: int, spans: list[Span]) -> bool:
    return any((a, b) <= (line, column) < (c, d) for a, b, c, d in spans)


def assigned(text: str, marks: Marks) -> Comments:
    """All comments of a text, each with the key or entry it belongs to."""
    lines = text.split("\n")
    out = Comments()
    starts = sorted(((*where[:2], len(path), path) for path, where in _starts(marks)), key=lambda s: s[:3])
    first = starts[0][0] if starts else len(lines) + 1
    # What stands above the first key is about the file; about the key, if an empty line sets it apart.
    head_end = next((n for n in range(first - 2, 0, -1) if not lines[n].strip()), first - 1)
    for number, column, comment in comments_in(text):
        alone = not lines[number][:column].strip()
        beside = None if alone else _beside(marks, number + 1)
        if beside is not None:
            out.beside[beside] = f"{out.beside[beside]} {comment}" if beside in out.beside else comment
        elif number < head_end:
            out.head.append(comment)
        else:
            after = next((path for line, _, _, path in starts if line > number + 1), None)
            (out.tail if after is None else out.above[after]).append(comment)
    out.spaced = {path for path, where in marks.keys.items() if len(path) == 1 and _spaced(lines, where[0] - 2)}
    if out.head and starts and starts[0][3] in out.spaced:
        out.spaced.discard(starts[0][3])
        out.head.append("")
    return out


def _starts(marks: Marks) -> Iterator[tuple[Path, tuple[int, int, int]]]:
    """Keys, and the entries of lists."""
    yield from marks.keys.items()
    yield from ((path, where) for path, where in marks.values.items() if path and isinstance(path[-1], int))


def _beside(marks: Marks, line: int) -> Path | None:
    """The outermost key that begins on a line, else the entry of a list, else the last text that ends there."""
    keys = [(len(path), where[1], path) for path, where in marks.keys.items() if where[0] == line]
    entries = [(len(path), where[1], path) for path, where in marks.values.items() if where[0] == line and path]
    found = min(keys or entries, key=lambda each: each[:2], default=None)
    if found is not None:
        return found[2]
    before = [(where[0], len(path), path) for path, where in marks.keys.items() if where[0] < line]
    return max(before, key=lambda each: each[:2])[2] if before else None


def _spaced(lines: list[str], number: int) -> bool:
    """Whether an empty line stands above a key and the comments over it."""
    while number >= 0 and lines[number].lstrip().startswith("#"):
        number -= 1
    return number >= 0 and not lines[number].strip()
