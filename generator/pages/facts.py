"""Facts of the settings in hand-written pages: `{{ center.phone }}` becomes the centre's number, typed in one place."""

import re
from typing import Final

from generator.settings import Settings

_FACT: Final = re.compile(r"\{\{\s*([a-z_]+(?:\.[a-z_]+)?)\s*\}\}")
_OWN: Final = frozenset({"site_name", "site_url", "city", "city_short", "prefecture"})


class NoSuchFact(Exception):
    """A page names a fact that the settings do not have; the message is its name."""


def filled(markdown: str, settings: Settings) -> str:
    """A page's Markdown with the settings' facts in it. Raises NoSuchFact for one that is unknown or empty."""
    return _FACT.sub(lambda match: _fact(match[1], settings), markdown)


def _fact(name: str, settings: Settings) -> str:
    room, _, inner = name.rpartition(".")
    if room == "center" and inner in type(settings.center).model_fields:
        value = getattr(settings.center, inner)
    elif not room and inner in _OWN:
        value = getattr(settings, inner)
    else:
        raise NoSuchFact(name)
    if not value:
        raise NoSuchFact(name)
    return str(value)
