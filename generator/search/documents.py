"""What can be found: one document for each page, as tokens for the index and as a card for the results."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_WEEKS: Final = re.compile("(第[1-5](?:[・、,~〜]?第?[1-5])*)([月火水木金土日])曜?")
# The weight of what is over.
PAST: Final = -10


@dataclass(frozen=True, slots=True)
class Turn:
    """One of the meetings or days of a page: the line that a result shows of it, and what it is found under.

    `times` are parts of the week (火曜の夜), `days` the ISO days on which it surely is.
    """

    line: str
    times: tuple[str, ...] = ()
    days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A page as search sees it: `url` below the site root, `kind` one of group, event, place, page.

    `names` are what else it is called, `sorts` what it is called of all its kind (展示会, 助成金), whom it seeks.

    `turns` are its meetings or days, if it has several: who narrows down to one is shown that one in place of `line`.
    `times` are the parts of the week in which something is done (火曜の夜, 土曜), `dates` the coming days on which it
    surely is, as ISO dates with the time at which it begins where that is known (2026-12-05T10:00, more in `dates.py`).
    `day` is the ISO date on which a group was confirmed last or on which an event is next; `ahead` if that is to come.
    """

    url: str
    kind: str
    title: str
    kana: str = ""
    names: tuple[str, ...] = ()
    sorts: tuple[str, ...] = ()
    line: str = ""
    badges: tuple[str, ...] = ()
    lead: str = ""
    fields: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    body: str = ""
    weight: int = 0
    readings: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    day: str = ""
    turns: tuple[Turn, ...] = ()
    ahead: bool = False
    dates: tuple[str, ...] = ()
    fees: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def zones(document: SearchDocument) -> tuple[str, str, str, str]:
    """What a document is found by: its names, its fields and areas, the sentence about it, everything else.

    Lines are apart: no word goes over the end of one.
    """
    labels = (*document.fields, *document.areas, *document.sorts)
    return "\n".join(_names(document)), "\n".join(labels), document.lead, "\n".join(_texts(document))


def card(document: SearchDocument) -> dict[str, object]:
    """What the results page shows of a document; empty parts are left out."""
    parts: dict[str, object] = {
        "url": document.url,
        "kind": document.kind,
        "title": document.title,
        "kana": document.kana,
        "line": document.line,
        "badges": document.badges,
        "lead": document.lead,
        "fields": document.fields,
        "areas": document.areas,
        "body": document.body,
        "turns": [[turn.line, turn.times, turn.days] for turn in _distinct(document.turns)],
    }
    return {name: value for name, value in parts.items() if value}


def _distinct(turns: Sequence[Turn]) -> Iterator[Turn]:
    """The turns that are the first on one of their days or parts of the week; none if there is but one."""
    seen: set[str] = set()
    for turn in turns if len(turns) > 1 else ():
        cells = {*turn.times, *turn.days} or {""}
        if not cells <= seen:
            yield turn
        seen |= cells


def spelt_out(folded: str) -> list[str]:
    """第2土曜 and 第4土曜 for 「第2・第4土曜」 in a folded text, as people look for one of the two."""
    found = ((re.findall("[1-5]", weeks), day) for weeks, day in _WEEKS.findall(folded))
    return [f"第{week}{day}曜" for weeks, day in found for week in weeks]


def _names(document: SearchDocument) -> list[str]:
    """The title and its reading, whole and (「NPO法人 みどりの会」) by their parts; the title comes first."""
    written = [text for text in (document.title, document.kana, *document.names) if text]
    parts = [part for text in written for part in text.split() if part != text]
    return list(dict.fromkeys(["".join(text.split()) for text in written or [""]] + parts))


def _texts(document: SearchDocument) -> list[str]:
    """Every searchable text once: what the body already says is not repeated."""
    single = (document.title, document.kana, *document.readings, document.lead, document.line)
    many = (*document.badges, *document.fields, *document.areas)
    unsaid = [text for text in dict.fromkeys(single + many) if text and text not in document.body]
    return [*unsaid, document.body]
