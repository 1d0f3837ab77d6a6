"""A line of somebody's file as it may be shown: nothing in it acts or hides, and the caret stands right."""

import unicodedata

from generator.problems import Where

# A longer line is cut around the fault; this many characters are shown.
LONGEST = 100
_BEFORE = 40
_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


def excerpt(where: Where) -> tuple[str, str]:
    """The line and the carets under its fault, however wide the characters before it; both empty for a whole file."""
    if not where.text:
        return "", ""
    begin = max(0, where.column - 1 - _BEFORE) if len(where.text) > LONGEST else 0
    end = begin + LONGEST
    column = where.column - 1
    shown = visible(where.text[begin:end])
    lead = "…" if begin else ""
    tail = "…" if end < len(where.text) else ""
    fault = width(visible(where.text[column : min(end, column + where.width)]))
    before = width(lead) + width(visible(where.text[begin:column]))
    return f"{lead}{shown}{tail}", " " * before + "^" * max(1, fault)


def visible(text: str) -> str:
    """The text with a sign for each character that acts or cannot be seen: ␛ for escape, ␉ for a tab, � for others."""
    return text if text.isprintable() else "".join(map(_sign, text))


def _sign(character: str) -> str:
    if character < " ":
        return chr(0x2400 + ord(character))
    return "\ufffd" if unicodedata.category(character) in _UNSEEN else character


def width(text: str) -> int:
    """How many columns a text takes on a terminal: wide characters take two, combining marks none."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
