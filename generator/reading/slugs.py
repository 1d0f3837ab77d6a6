"""Slugs: the names of files and, for ever, the addresses of their pages."""

import re
from collections.abc import Iterable

from generator.japanese.romaji import romaji

SHAPE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
LONGEST = 60
# Names that Windows keeps for devices; a folder of that name cannot be published from an office PC.
RESERVED = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "reserved": RESERVED,
    "shape": SHAPE,
    "longest": LONGEST,
}


def is_slug(text: str) -> bool:
    """Whether a name can be the address of a page on every system: small letters, digits and single hyphens."""
    return bool(SHAPE.match(text)) and len(text) <= LONGEST and text not in RESERVED


def slug_of(text: str, spare: str) -> str:
    """An address made of a reading or of Latin letters, at most 60 of a-z, 0-9 and `-`; `spare` if nothing is left."""
    plain = romaji(text)
    if len(plain) > LONGEST:
        plain = plain[: LONGEST + 1].rpartition("-")[0] or plain[:LONGEST]
    plain = plain.strip("-")
    return f"{plain}-kai" if plain in RESERVED else plain or spare


def free_slug(wanted: str, taken: Iterable[str]) -> str:
    """The wanted address, or with -2, -3 … behind it if it is taken."""
    others = set(taken)
    if wanted not in others:
        return wanted
    stem = wanted[: LONGEST - 5].strip("-")
    return next(slug for n in range(2, len(others) + 3) if (slug := f"{stem}-{n}") not in others)
