"""YAML without guesses: every scalar is text; duplicate keys, aliases, tags and great depth are refused.

Built on libyaml's events, which costs a third of PyYAML's own composing and constructing. Positions are noted only
when asked for: only a file with a problem pays.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

MAX_DEPTH = 12

_SCALAR, _MAPPING_END, _SEQUENCE_END = yaml.ScalarEvent, yaml.MappingEndEvent, yaml.SequenceEndEvent

Path = tuple[str | int, ...]
Hint = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text is not the YAML we accept; line and column count from 1."""

    rule: str
    line: int
    column: int
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Marks:
    """Where each key and value of a document stands: path → (line, column, width), counted from 1."""

    keys: dict[Path, tuple[int, int, int]] = field(default_factory=dict)
    values: dict[Path, tuple[int, int, int]] = field(default_factory=dict)


class _Refused(Exception):
    """Leaves the event loop; never leaves this module."""

    def __init__(self, rule: str, event: Any, **facts: str) -> None:
        super().__init__(rule)
        mark = event.start_mark
        self.fault = Fault(rule, mark.line + 1, mark.column + 1, tuple(facts.items()))


def parse(text: str, marks: Marks | None = None) -> Any:
    """The document as dicts, lists and strings, or a Fault. Time is linear in the length of `text`."""
    loader = yaml.CBaseLoader(text)
    try:
        return _document(loader, marks)
    except _Refused as refused:
        return refused.fault
    except yaml.MarkedYAMLError as error:
        mark = _mark_of(error, text)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        likely, hint = _likely(text, line)
        return Fault("syntax", likely, column if likely == line else 1, hint)
    except yaml.reader.ReaderError as error:
        return _unreadable(text, error.position)
    finally:
        loader.dispose()


def _mark_of(error: yaml.MarkedYAMLError, text: str) -> Any:
    """Where it went wrong; for something that was never closed that is where it was opened, not the end of the file."""
    late = error.problem_mark is None or error.problem_mark.line >= text.rstrip().count("\n") + 1
    return (error.context_mark or error.problem_mark) if late else error.problem_mark


def _unreadable(text: str, position: int) -> Fault:
    """A character that YAML does not allow; libyaml counts its position in bytes of UTF-8."""
    before = text.encode("utf-8", "surrogatepass")[:position].decode("utf-8", "ignore")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    detail = f"U+{ord(text[len(before)]):04X}" if len(before) < len(text) else ""
    return Fault("encoding", line, column, (("detail", detail),))


def _document(loader: Any, marks: Marks | None) -> Any:
    loader.get_event()
    start = loader.get_event()
    if not isinstance(start, yaml.DocumentStartEvent):
        return Fault("empty-file", 1, 1)
    value = _Builder(loader, marks).value(loader.get_event(), (), 0)
    loader.get_event()
    after = loader.get_event()
    if not isinstance(after, yaml.StreamEndEvent):
        raise _Refused("several-documents", after)
    return Fault("empty-file", 1, 1) if value == "" else value


@dataclass(slots=True)
class _Builder:
    """The state of one walk through the events of a document.

    Most of a profile is plain scalars; both loops take those themselves, which halves the time of a walk.
    """

    loader: Any
    marks: Marks | None

    def value(self, event: Any, path: Path, depth: int) -> Any:
        kind = event.__class__
        if kind is yaml.AliasEvent or event.anchor is not None:
            raise _Refused("alias", event)
        # libyaml gives quoted scalars the tag "!" or None; only a written tag is another text.
        if event.tag is not None and event.tag != "!":
            raise _Refused("tag", event)
        if self.marks is not None:
            self.marks.values[path] = _span(event)
        if kind is _SCALAR:
            return event.value
        if depth >= MAX_DEPTH:
            raise _Refused("too-deep", event, limit=str(MAX_DEPTH))
        return self.mapping(path, depth + 1) if kind is yaml.MappingStartEvent else self.sequence(path, depth + 1)

    def mapping(self, path: Path, depth: int) -> dict[str, Any]:
        out: dict[str, Any] = {}
        get, noting = self.loader.get_event, self.marks is not None
        while True:
            event = get()
            if event.__class__ is _MAPPING_END:
                return out
            name = self.key(event, path)
            if name in out:
                raise _Refused("duplicate-key", event, key=name)
            event = get()
            if event.__class__ is _SCALAR and event.tag is None and event.anchor is None and not noting:
                out[name] = event.value
            else:
                out[name] = self.value(event, (*path, name) if noting else path, depth)

    def key(self, event: Any, path: Path) -> str:
        if event.__class__ is not _SCALAR:
            rule = "alias" if event.__class__ is yaml.AliasEvent else "syntax"
            raise _Refused(rule, event)
        if event.anchor is not None or event.tag is not None:
            raise _Refused("alias" if event.anchor is not None else "tag", event)
        name = str(event.value)
        if self.marks is not None:
            self.marks.keys[(*path, name)] = _span(event)
        return name

    def sequence(self, path: Path, depth: int) -> list[Any]:
        out: list[Any] = []
        get, noting = self.loader.get_event, self.marks is not None
        while True:
            event = get()
            if event.__class__ is _SEQUENCE_END:
                return out
            if event.__class__ is _SCALAR and event.tag is None and event.anchor is None and not noting:
                out.append(event.value)
            else:
                out.append(self.value(event, (*path, len(out)) if noting else path, depth))


def _span(event: Any) -> tuple[int, int, int]:
    start, end = event.start_mark, event.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return start.line + 1, start.column + 1, max(width, 1)


def hints(text: str, line: int) -> tuple[tuple[str, str], ...]:
    """What most often goes wrong in a line like this."""
    return _likely(text, line)[1]


def _likely(text: str, line: int) -> tuple[int, Hint]:
    """The line at fault and what is wrong with it; libyaml often notices one line too late."""
    lines = text.split("\n")
    first = max(line - 2, 0)
    near = lines[first:line]
    for looks_wrong, hint in _MISTAKES:
        wrong = [first + n for n, each in enumerate(near, start=1) if looks_wrong(each)]
        if wrong:
            return wrong[0], hint
    return line, _UNKNOWN_MISTAKE


def _hint(ja: str, en: str) -> Hint:
    return (("hint_ja", ja), ("hint_en", en))


_MISTAKES: tuple[tuple[Callable[[str], bool], Hint], ...] = (
    (
        lambda each: "\t" in each,
        _hint("字下げにはタブではなく半角の空白を使ってください。", "Indent with spaces, not tabs."),
    ),
    (
        lambda each: "：" in each.split("#")[0][:20] and ": " not in each,
        _hint(
            "項目名のあとは半角の「:」と空白にしてください。", "Use a half-width “:” and a space after a field name."
        ),
    ),
    (
        lambda each: bool(each.count('"') % 2 or each.count("'") % 2),
        _hint("引用符が閉じているか確かめてください。", "Check that every quote is closed."),
    ),
    (
        lambda each: each.count(": ") > 1 and not each.lstrip().startswith(("-", "{")),
        _hint(
            "文の中の「: 」のために読めません。全体を「'」で囲んでください。", "Put text that contains “: ” in quotes."
        ),
    ),
)
_UNKNOWN_MISTAKE = _hint(
    "「項目名: 内容」の形と、行の頭の空白の数（前後の行とそろえます）を確かめてください。",
    "Check that each line reads “name: value” and that the indentation matches its neighbours.",
)
