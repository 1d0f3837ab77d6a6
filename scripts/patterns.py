"""Python's regular expressions in the spelling of browsers, so that both read a text by the same pattern.

Browsers of 2019 know no lookbehind and no named groups in Python's spelling. Groups become numbered, with their names
beside them; a lookbehind at the very beginning becomes a condition on the character before. What else the two spell
differently is refused, so that no pattern can come to mean something else on its way.
"""

import re
from typing import Any

# A class of `re`, written out: JavaScript's own takes other characters in. `\s` is written out by expressions.js.
_LETTERS = r"0-9A-Za-z_\xaa-\u1fff\u3005-\u3007\u3021-\u3096\u309d-\u30fa\u30fc-\ud7ff\uf900-\ufaff"
_LEADING = re.compile(r"\(\?<(?P<sign>[=!])(?P<before>\[[^\]]+\]|[^\\()\[\]|])\)|(?P<edge>\\b)")
_PART = re.compile(
    r"\\(?P<escape>.)|(?P<set>\[\^?(?:\\.|[^\]\\])+\])|\(\?P<(?P<name>\w+)>|\(\?P=(?P<again>\w+)\)|(?P<odd>\(\?[^:=!])"
    r"|(?P<plain>.)",
    re.DOTALL,
)
_SAME = frozenset("nrtux.^$*+?()[]{}|/\\123456789")
_SAME_IN_SET = frozenset("nrtux-[]\\^")
_OTHER = {"s": r"[\s]", " ": " ", "-": "-", "b": f"(?![{_LETTERS}])", "Z": "$"}
_OTHER_IN_SET = {"s": r"\s", " ": " ", ".": ".", '"': '"'}
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def portable(pattern: re.Pattern[str]) -> dict[str, Any]:
    """A pattern as its source for `new RegExp(source, "u")`, its groups' names, and what must (not) stand before it.

    Raises ValueError for what browsers would read differently.
    """
    if pattern.flags & re.MULTILINE:
        raise ValueError(f"browsers read the ends of lines otherwise in {pattern.pattern}")
    made: dict[str, Any] = {}
    source = pattern.pattern
    leading = _LEADING.match(source)
    if leading:
        before = "".join(_converted(part, pattern) for part in _PART.finditer(leading["before"] or f"[{_LETTERS}]"))
        made["before"] = [leading["sign"] == "=", before]
        source = source[leading.end() :]
    made["source"] = "".join(_converted(part, pattern) for part in _PART.finditer(source))
    if leading and _has_alternatives(source):
        raise ValueError(f"what stands before belongs to one alternative only: {pattern.pattern}")
    if pattern.groupindex:
        made["names"] = dict(pattern.groupindex)
    return made | ({"letters": "any case"} if pattern.flags & re.IGNORECASE else {})


def _converted(part: re.Match[str], pattern: re.Pattern[str]) -> str:
    """One element of a pattern as browsers spell it."""
    if part["odd"]:
        raise ValueError(f"browsers do not read {part[0]} in {pattern.pattern}")
    if part["name"]:
        return "("
    if part["again"]:
        return f"\\{pattern.groupindex[part['again']]}"
    if part["set"]:
        return _ESCAPE.sub(lambda m: _escape(m[1], _SAME_IN_SET, _OTHER_IN_SET, pattern), part["set"])
    if part[0] == ".":
        return "[^]" if pattern.flags & re.DOTALL else r"[^\n]"
    return _escape(part["escape"], _SAME, _OTHER, pattern) if part["escape"] else part[0]


def _escape(sign: str, same: frozenset[str], other: dict[str, str], pattern: re.Pattern[str]) -> str:
    if sign in same:
        return f"\\{sign}"
    if sign not in other:
        raise ValueError(f"browsers do not read \\{sign} in {pattern.pattern}")
    return other[sign]


def _has_alternatives(source: str) -> bool:
    """Whether a pattern is a choice at its outermost level."""
    depth = 0
    for part in _PART.finditer(source):
        if part["plain"] == "|" and not depth:
            return True
        opens = part[0].startswith("(") and not part["again"]
        depth += opens - (part["plain"] == ")")
    return False
