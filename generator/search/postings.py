"""Numbers of documents as short text: the steps from one to the next, each in one to three letters of ASCII.

A step of 1 to 64 is one of the first 64 letters. A larger one is written in letters of the other 28, the lowest part
first, and ends with one of the 64. `theme/scripts/search/postings.js` reads them.
"""

from collections.abc import Sequence
from operator import sub
from typing import Final

# Printable, and nothing that JSON has to escape; the space parts the zones.
_LETTERS: Final = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"\\')
ENDS: Final = _LETTERS[:64]
GOES_ON: Final = _LETTERS[64:]
SHARED: Final = {"ends": ENDS, "goes_on": GOES_ON}


def _code(step: int) -> str:
    """One step from a number to a higher one."""
    rest, begun = step - 1, ""
    while rest >= len(ENDS):
        rest -= len(ENDS)
        begun += GOES_ON[rest % len(GOES_ON)]
        rest //= len(GOES_ON)
    return begun + ENDS[rest]


_CODES: Final = ("", *map(_code, range(1, 4096)))


def encoded(numbers: Sequence[int]) -> str:
    """Document numbers (from 0, rising) as text."""
    if not numbers:
        return ""
    steps = [numbers[0] + 1, *map(sub, numbers[1:], numbers)]
    return "".join(_CODES[step] if step < len(_CODES) else _code(step) for step in steps)


def by_zone(zones: Sequence[Sequence[int]]) -> str:
    """Document numbers of several zones, the commonest zone first; empty zones at the end are left out."""
    return " ".join(map(encoded, zones)).rstrip(" ")
