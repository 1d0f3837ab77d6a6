"""Groups with groups: what is offered and sought, side by side, each entry with those that fit it and why."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple

from generator.directory.model import Directory
from generator.matching.entries import Entry, Owner
from generator.matching.exchange import Exchanges
from generator.matching.pairs import Pair
from generator.pages.contact_points import CenterView, center_view
from generator.pages.paging import page_links, page_url
from generator.pages.parts import GroupPartners, PartnerView
from generator.pages.shelves import OTHERS, Shelf, Shelves, shelves
from generator.pages.views import Page
from generator.settings import Settings
from generator.wording.exchange import doubt_words, entry_rows, in_short, pair_words
from generator.wording.parts import Link

URL = "exchange/"
_TITLE = "団体どうしの助け合い"
_LEAD = (
    "市内の団体や施設の「できること」と「求めていること」を、ものごとにならべました。"
    "合いそうな相手と、その理由も書いてあります。"
)
# So many pairs and needs stand on the first page.
_NEWEST, _ALONE = 12, 8


class EntryView(NamedTuple):
    """An offer or a need with who wrote it, on which terms, how to reach them, and who fits."""

    words: str
    rows: tuple[tuple[str, str], ...]
    owner: Link
    contact: str
    partners: tuple[PartnerView, ...]


class ShelfView(NamedTuple):
    """What is offered and sought of one thing, as far as one page has it."""

    anchor: str
    title: str
    offers: tuple[EntryView, ...]
    seeks: tuple[EntryView, ...]
    offered: int
    sought: int


class PairView(NamedTuple):
    """A pair as one line of news: what is given, by whom, to whom, and why."""

    reason: str
    offer: EntryView
    seek: EntryView


@dataclass(frozen=True, slots=True)
class KindView:
    """The page of one kind of exchange."""

    title: str
    count: str
    kinds: tuple[Link, ...]
    things: tuple[Link, ...]
    shelves: tuple[ShelfView, ...]
    pages: tuple[Link, ...]
    center: CenterView


@dataclass(frozen=True, slots=True)
class ExchangeView:
    """The first page: what it is, the kinds with their numbers, the newest pairs, needs that nobody meets yet."""

    lead: str
    kinds: tuple[Link, ...]
    pairs: tuple[PairView, ...]
    alone: tuple[EntryView, ...]
    unmet: int
    center: CenterView


def partners_of(directory: Directory, exchanges: Exchanges, owner: Owner) -> tuple[GroupPartners, ...]:
    """Who could work with a group: for each of its entries that has partners, these and the reasons."""
    found = ((entry, exchanges.partners(entry)) for entry in exchanges.of(owner))
    return tuple(
        GroupPartners(in_short(entry.text), entry.side == "seeks", _partners(directory, exchanges, entry, pairs))
        for entry, pairs in found
        if pairs
    )


def exchange_pages(directory: Directory, exchanges: Exchanges, settings: Settings) -> Iterator[partial[Page]]:
    """The first page, and the pages of each kind, as something still to be made."""
    kinds = shelves(directory, exchanges)
    yield partial(_first, directory, exchanges, settings, kinds)
    for one in kinds:
        for number in range(1, len(one.pages) + 1):
            yield partial(_kind, directory, exchanges, settings, kinds, one, number)


def _first(directory: Directory, exchanges: Exchanges, settings: Settings, kinds: Sequence[Shelves]) -> Page:
    needs = (entry for entry in exchanges.entries if entry.side == "seeks")
    alone = [entry for entry in needs if not exchanges.answered(entry)]
    view = ExchangeView(
        lead=_LEAD,
        kinds=_kinds(kinds, ""),
        pairs=tuple(_pair(directory, exchanges, pair) for pair in newest(exchanges)),
        alone=tuple(_entry(directory, exchanges, entry) for entry in _fresh(alone)[:_ALONE]),
        unmet=len(alone),
        center=center_view(settings.center),
    )
    said = f"団体と施設ができること、求めていることを{len(exchanges.entries)}件、ものごとにならべました。"
    beside = ((f"{URL}things.json", _things_json(exchanges, kinds)),)
    return Page(URL, "exchange", "exchange.html", _TITLE, said, view, beside=beside)


def _kind(
    directory: Directory, exchanges: Exchanges, settings: Settings, kinds: Sequence[Shelves], one: Shelves, number: int
) -> Page:
    suffix = f"（{number}ページ目）" if number > 1 else ""
    view = KindView(
        title=one.label,
        count=_count(one),
        kinds=_kinds(kinds, one.kind),
        things=one.links,
        shelves=tuple(_shelf(directory, exchanges, shelf) for shelf in one.pages[number - 1]),
        pages=page_links(one.url, len(one.pages), number),
        center=center_view(settings.center),
    )
    title = f"{one.label}の助け合い"
    said = f"団体と施設の{_count(one)}。"
    return Page(page_url(one.url, number), "exchange", "exchange-kind.html", title + suffix, said + suffix, view)


def _count(one: Shelves) -> str:
    return f"できること{one.offered}件・求めていること{one.sought}件"


def _kinds(kinds: Sequence[Shelves], here: str) -> tuple[Link, ...]:
    return tuple(
        Link(one.label, one.url, number=one.offered + one.sought, note=_count(one), here=one.kind == here)
        for one in kinds
    )


def _shelf(directory: Directory, exchanges: Exchanges, shelf: Shelf) -> ShelfView:
    thing = "" if shelf.thing == OTHERS else shelf.thing
    return ShelfView(
        anchor=shelf.thing,
        title=shelf.label,
        offers=tuple(_entry(directory, exchanges, entry, thing) for entry in shelf.offers),
        seeks=tuple(_entry(directory, exchanges, entry, thing) for entry in shelf.seeks),
        offered=shelf.offered,
        sought=shelf.sought,
    )


def _entry(directory: Directory, exchanges: Exchanges, entry: Entry, thing: str = "") -> EntryView:
    pairs = exchanges.partners(entry, thing)
    return EntryView(
        words=entry.text,
        rows=entry_rows(directory, entry),
        owner=_owner(entry),
        contact=f"{entry.owner.url}#join" if entry.group else entry.owner.url,
        partners=_partners(directory, exchanges, entry, pairs),
    )


def _owner(entry: Entry) -> Link:
    return Link(entry.who, entry.owner.url)


def _partners(
    directory: Directory, exchanges: Exchanges, entry: Entry, pairs: Sequence[Pair]
) -> tuple[PartnerView, ...]:
    others = ((pair, pair.seek if pair.offer is entry else pair.offer) for pair in pairs)
    return tuple(
        PartnerView(
            _owner(other), in_short(other.text), pair_words(directory, exchanges.things, pair), doubt_words(pair)
        )
        for pair, other in others
    )


def _pair(directory: Directory, exchanges: Exchanges, pair: Pair) -> PairView:
    def bare(entry: Entry) -> EntryView:
        return EntryView(in_short(entry.text), (), _owner(entry), "", ())

    return PairView(pair_words(directory, exchanges.things, pair), bare(pair.offer), bare(pair.seek))


def _fresh(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, those of the profiles confirmed last first."""
    return sorted(entries, key=_confirmed, reverse=True)


def _confirmed(entry: Entry) -> date:
    return (entry.group.group.confirmed if entry.group else None) or date.min


def newest(exchanges: Exchanges) -> list[Pair]:
    """The best pair of each need, of the needs that were confirmed last; none that has to be asked about first."""
    pairs: list[Pair] = []
    for entry in _fresh([each for each in exchanges.entries if each.side == "seeks" and each.things]):
        pairs += [pair for pair in exchanges.partners(entry)[:1] if pair.sure]
        if len(pairs) == _NEWEST:
            break
    return pairs


def _things_json(exchanges: Exchanges, kinds: Sequence[Shelves]) -> str:
    """What leads from 「テント 借りる」 in the search: each thing's names, its label, where it stands, how many."""
    known = exchanges.things.known
    listed = [
        {
            "label": shelf.label,
            "names": sorted(name for name, thing in exchanges.things.spelled if known[thing].shelf == shelf.thing),
            "url": link.url,
            "offered": shelf.offered,
            "sought": shelf.sought,
        }
        for one in kinds
        for shelf, link in zip(one.whole, one.links, strict=True)
        if shelf.thing != OTHERS
    ]
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
