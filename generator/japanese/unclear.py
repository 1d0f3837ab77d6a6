"""The one way in which a Japanese text can fail to be understood."""

from dataclasses import dataclass

LIMIT = 500
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "limit": LIMIT,
}
"""Characters of input that are looked at; anything longer is refused unread, so that work stays bounded."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why a text was not understood: a rule's kebab-case name, the text, and a form that would be understood."""

    rule: str
    text: str
    suggestion: str = ""
    facts: tuple[tuple[str, str], ...] = ()


def too_long(text: str) -> Unclear | None:
    """The refusal of a text above `LIMIT` characters, carrying only its beginning."""
    if len(text) <= LIMIT:
        return None
    return Unclear("too-long", text[:40] + "…", facts=(("length", str(len(text))), ("limit", str(LIMIT))))
