"""The comments of a profile, and which key or entry each of them belongs to."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.reading.strict import Marks, Path

Span = tuple[int, int, int, int]
_SIGN = re.compile(r"(?:(?<=[ \t])|^)#")


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
    spans: dict[int, list[Span]] = defaultdict(list)
    for span in _texts(text):
        for number in range(span[0], span[2] + 1):
            spans[number].append(span)
    for number, line in enumerate(text.split("\n")):
        for match in _SIGN.finditer(line):
            if not _inside(number, match.start(), spans[number]):
                yield number, match.start(), line[match.start() :].rstrip()
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
    numbers = [start[0] for start in starts]
    first = numbers[0] if numbers else len(lines) + 1
    # What stands above the first key is about the file; about the key, if an empty line sets it apart.
    head_end = next((n for n in range(first - 2, 0, -1) if not lines[n].strip()), first - 1)
    outermost = _outermost(marks)
    for number, column, comment in comments_in(text):
        if lines[number][:column].strip():
            beside = outermost.get(number + 1) or starts[bisect_right(numbers, number) - 1][3]
            out.beside[beside] = f"{out.beside[beside]} {comment}" if beside in out.beside else comment
        elif number < head_end:
            out.head.append(comment)
        else:
            after = bisect_right(numbers, number + 1)
            (out.above[starts[after][3]] if after < len(starts) else out.tail).append(comment)
    _space(out, lines, marks, starts[0][3] if starts else ())
    return out


def _starts(marks: Marks) -> Iterator[tuple[Path, tuple[int, int, int]]]:
    """Keys, and the entries of lists."""
    yield from marks.keys.items()
    yield from ((path, where) for path, where in marks.values.items() if path and isinstance(path[-1], int))


def _outermost(marks: Marks) -> dict[int, Path]:
    """For each line the outermost key that begins on it, else the outermost entry of a list."""
    found: dict[int, tuple[bool, int, int, Path]] = {}
    for entry, places in ((False, marks.keys), (True, marks.values)):
        for path, (line, column, _) in places.items():
            if path and (line not in found or (entry, len(path), column) < found[line][:3]):
                found[line] = (entry, len(path), column, path)
    return {line: path for line, (_, _, _, path) in found.items()}


def _space(out: Comments, lines: list[str], marks: Marks, first: Path) -> None:
    """Note which top-level keys have an empty line above them, and whether the head has one below it."""
    out.spaced = {path for path, where in marks.keys.items() if len(path) == 1 and _spaced(lines, where[0] - 2)}
    if out.head and first in out.spaced:
        out.spaced.discard(first)
        out.head.append("")


def _spaced(lines: list[str], number: int) -> bool:
    while number >= 0 and lines[number].lstrip().startswith("#"):
        number -= 1
    return number >= 0 and not lines[number].strip()
