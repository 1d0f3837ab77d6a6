"""The parts of which pages are made: links, pictures, cards, facts. Frozen, every decision already taken.

All addresses are relative to the root of the site; a template puts the way to the root before them. The small parts
that a page has dozens of are named tuples: as frozen as the rest, and made five times as fast.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.wording.facets import FACETS
from generator.wording.parts import Link


def facets_json(facets: Mapping[str, Collection[str]]) -> str:
    """What an entry of a list can be narrowed down by, as narrow.js reads it: facet → labels."""
    names = sorted(facets, key=tuple(FACETS).index)
    return json.dumps({name: list(facets[name]) for name in names if facets[name]}, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A published picture in one or two sizes, with its words."""

    src: str
    alt: str
    width: int
    height: int
    small: str = ""
    small_width: int = 0
    caption: str = ""


class Card(NamedTuple):
    """A group in a list: field, reading, name, one sentence, when and where, and words that matter."""

    url: str
    name: str
    kana: str
    field: str
    summary: str
    line: str
    calls: tuple[str, ...] = ()
    badges: tuple[str, ...] = ()
    quiet: str = ""
    facets: str = ""


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event in a list, on one of its days."""

    url: str
    title: str
    kind: str
    month: str
    day: str
    weekday: str
    time: str
    place: str
    summary: str
    organizer: str
    state: str = ""
    until: str = ""
    fee: str = ""
    iso: str = ""
    year: str = ""
    off: bool = False
    note: str = ""
    facets: str = ""


class RecruitView(NamedTuple):
    """People wanted: role, title, where and when, words, and what else volunteers look for.

    `id` is the element's own in its page, `url` where it stands for good. `whose` says that a place or
    time is that of the group's meetings.
    """

    id: str
    url: str
    role: str
    title: str
    where: tuple[tuple[str, str], ...]
    text: str
    rows: tuple[tuple[str, str], ...]
    badges: tuple[str, ...]
    successor: bool = False
    group: Link | None = None
    field: str = ""
    facets: str = ""
    whose: str = ""


class HandingCard(NamedTuple):
    """An activity that waits for somebody to take it over, in a list: what it is, since when, what it needs.

    stage: its state as a word of the model; state: since when. began: since when the group is at work. url: where its
    group tells of it. calls: its open recruiting entries, each with its closing date as the note.
    """

    id: str
    url: str
    stage: str
    name: str
    kana: str
    fields: tuple[str, ...]
    summary: str
    began: str
    areas: str
    state: str
    rows: tuple[tuple[str, str], ...]
    note: str
    calls: tuple[Link, ...]
    facets: str


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a list under one heading; `left` more of it stand elsewhere."""

    anchor: str
    title: str
    cards: tuple[Any, ...]
    left: int = 0


class PartnerView(NamedTuple):
    """Somebody who fits an entry: who it is, what it says, why the two go together, what has to be asked first."""

    owner: Link
    words: str
    reason: str
    doubts: tuple[str, ...] = ()


class GroupPartners(NamedTuple):
    """One offer or need of a group and those who fit it, as its own page shows them."""

    words: str
    seek: bool
    partners: tuple[PartnerView, ...]
