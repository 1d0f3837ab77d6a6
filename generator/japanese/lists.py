"""Several terms written in one line, as people write them: 市内全域、市外 / 日本語・英語."""

import re
from collections.abc import Callable, Sequence

_BETWEEN = re.compile(r"[、，,;；／\n]")
# These stand inside terms too (文化・芸術), so they part only what are terms on both sides.
_PERHAPS = re.compile(r"[・/\s]|と|および|及び")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "between": _BETWEEN,
    "perhaps": _PERHAPS,
}


def terms_in(text: str, known: Callable[[str], bool]) -> list[str]:
    """The terms that a line of text lists, in order; what is no term stays whole, to be refused by its own words."""
    if known(text):
        return [text]
    parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    return [each for part in parts or [text] for each in _closer(part, known)]


def _closer(part: str, known: Callable[[str], bool]) -> list[str]:
    smaller = [each for each in _PERHAPS.split(part) if each]
    return smaller if len(smaller) > 1 and not known(part) and all(map(known, smaller)) else [part]


def apart(entries: Sequence[object], known: Callable[[str], bool]) -> list[object]:
    """The entries of a list of terms, one term each; further terms of an entry come last, so that places stay true."""
    first: list[object] = []
    more: list[object] = []
    for entry in entries:
        found = terms_in(entry, known) if isinstance(entry, str) else [entry]
        first += found[:1]
        more += found[1:]
    return first + more
