"""Facts of the settings in hand-written pages: `{{ center.phone }}` becomes the centre's number, typed in one place."""

import re
from typing import Final

from generator.settings import Center, Settings

_FACT: Final = re.compile(r"\{\{\s*([a-z_]+(?:\.[a-z_]+)?)\s*\}\}")
# What begins something in Markdown or HTML; as a character reference it is the letter itself, and nothing else.
_SIGNS: Final = re.compile(r"""[&<>"'\\`*_{}\[\]#|~]|^[-+:]|(?<=[0-9])[.)](?=\s)""")
_OWN: Final = frozenset({"site_name", "site_url", "city", "city_short", "prefecture"})


class NoSuchFact(Exception):
    """A page names a fact that the settings do not have: `page` is its file, `name` the fact."""

    def __init__(self, page: str, name: str) -> None:
        super().__init__(page, name)
        self.page, self.name = page, name


def facts_in(line: str) -> tuple[str, ...]:
    """The names of the facts that a line of a page asks for."""
    return tuple(_FACT.findall(line))


def filled(markdown: str, settings: Settings, page: str) -> str:
    """The Markdown of a page (named by its file) with the settings' facts as text; NoSuchFact if one is missing."""

    def fact(match: re.Match[str]) -> str:
        value = _fact(match[1], settings)
        if not value:
            raise NoSuchFact(page, match[1])
        return _as_text(value)

    return _FACT.sub(fact, markdown)


def _as_text(value: str) -> str:
    """A value that Markdown shows letter by letter: no mark, link, heading or tag begins in it."""
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", value)


def _fact(name: str, settings: Settings) -> str:
    """A fact by its name; empty for one that is not set, or not for pages."""
    room, _, inner = name.rpartition(".")
    if name == "center.ways":
        return _ways(settings.center)
    if room == "center" and inner in type(settings.center).model_fields:
        return str(getattr(settings.center, inner))
    return str(getattr(settings, inner)) if not room and inner in _OWN else ""


def _ways(center: Center) -> str:
    """How the centre is reached by telephone, fax and mail, as far as it says so."""
    said = (("電話", center.phone), ("ファクス", center.fax), ("メール", center.email))
    return "、".join(f"{word} {value}" for word, value in said if value)
