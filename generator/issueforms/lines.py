"""A repeating block written in lines, one for each entry, as pairs of names and texts."""

import re
from collections.abc import Callable, Iterator

from generator.issueforms.asks import Ask
from generator.japanese.dates import parse_date
from generator.japanese.moments import parse_moment
from generator.japanese.recurrence import parse_recurrence
from generator.japanese.text import key
from generator.japanese.unclear import Unclear

_PARTS = re.compile(r"[ \t\u3000]*[／|｜][ \t\u3000]*|[ \t\u3000]+/[ \t\u3000]+")
_BULLET = re.compile(r"^(?:[-*+・•●○][ \t\u3000]*|[0-9]{1,2}[.)．）][ \t\u3000]+)")
_HEAD = re.compile(r"[ \t\u3000]*[：:][ \t\u3000]*|[ \t\u3000]+")
_COMMA = re.compile(r"[ \t\u3000]*[、,，][ \t\u3000]*")
_UNTIL = re.compile(r"[ \t\u3000]*まで$")
_KNOWN: dict[str, Callable[[str], object]] = {"when": parse_recurrence, "moment": parse_moment}
# More entries than this no block may have; the rest of a long text is not looked at one by one.
_MOST = 100


def entries(ask: Ask, text: str) -> Iterator[tuple[str, str]]:
    """The pairs of a block's lines: `meetings.0.when`, `meetings.0.place` and so on. No word of a line is dropped."""
    for number, line in enumerate(one_each(text)[:_MOST]):
        yield from ((f"{ask.name}.{number}.{part}", words) for part, words in _entry(ask, line))


def one_each(text: str) -> list[str]:
    """The lines of a text that say something, without the bullets that people put before them."""
    return [line for line in (_BULLET.sub("", line.strip()) for line in text.split("\n")) if line]


def _entry(ask: Ask, line: str) -> Iterator[tuple[str, str]]:
    assert ask.lines is not None
    usual = ask.lines.parts
    if ask.lines.head:
        head, line = _headed(line, dict(ask.heads))
        yield ask.lines.head, head
    words = [part for part in _PARTS.split(line) if part] if len(ask.named) > 1 else [line]
    if len(words) == 1 and usual[0] in _KNOWN:
        words = _cut(line, usual[0])
    named: dict[str, str] = {}
    plain = [word for word in words if not _put(word, named, ask)]
    if len(plain) > 1 and _is_last_day(plain[-1], ask) and "until" not in named:
        named["until"] = _UNTIL.sub("", plain.pop())
    for name, value in named.items():
        yield from ((name, each) for each in (_COMMA.split(value) if name in ask.lists else [value]) if each)
    usual = tuple(each for each in usual if each not in named)
    yield from zip(usual, _together(plain, len(usual)), strict=False)


def _together(words: list[str], most: int) -> list[str]:
    """So many words at most: what is over goes to the last one."""
    return [*words[: most - 1], "／".join(words[most - 1 :])] if len(words) > most > 0 else words


def _put(word: str, named: dict[str, str], ask: Ask) -> bool:
    """Whether a part has a label before it, under whose name it is then put; one label counts once."""
    label, sign, value = word.replace("：", ":", 1).partition(":")
    name = {key(title): each for title, each in ask.named}.get(key(label), "")
    if not sign or not name or name in named or not value.strip():
        return False
    named[name] = value.strip()
    return True


def _is_last_day(word: str, ask: Ask) -> bool:
    return "until" in dict(ask.named).values() and not isinstance(parse_date(_UNTIL.sub("", word)), Unclear)


def _headed(line: str, heads: dict[str, str]) -> tuple[str, str]:
    """The term at the beginning of a line, by id if it is known, and the rest; no term if there is none."""
    folded = {key(label): identifier for label, identifier in heads.items()}
    for sign in _HEAD.finditer(line):
        known = folded.get(key(line[: sign.start()]))
        if known:
            return known, line[sign.end() :]
        if sign[0].strip() and not line[sign.end() :].startswith("//"):
            return line[: sign.start()], line[sign.end() :]
    return "", line


def _cut(line: str, name: str) -> list[str]:
    """A line without 「／」 cut after the longest beginning that is understood as a time; whole if there is none."""
    words = line.split()
    for count in range(len(words), 0, -1):
        if not isinstance(_KNOWN[name](" ".join(words[:count])), Unclear):
            return [" ".join(words[:count]), *filter(None, [" ".join(words[count:])])]
    return [line]
