"""What is offered and sought of one kind, by the thing, in pages of bearable length."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.directory.model import Directory
from generator.matching.entries import Entry
from generator.matching.exchange import Exchanges
from generator.pages.paging import page_url
from generator.things.named import Side
from generator.wording.parts import Link

# So many offers, and as many needs, one page has.
SHELF = 50
# Where what names no thing stands.
OTHERS = "others"
_OTHERS = "そのほか"


class Shelf(NamedTuple):
    """The offers and needs of one thing, as far as one page has them; offered and sought: how many there are in all."""

    thing: str
    label: str
    offers: tuple[Entry, ...]
    seeks: tuple[Entry, ...]
    offered: int
    sought: int


@dataclass(frozen=True, slots=True)
class Shelves:
    """All that is offered and sought of one kind: whole shelves, a link to where each begins, and the same in pages."""

    kind: str
    label: str
    url: str
    whole: tuple[Shelf, ...]
    links: tuple[Link, ...]
    pages: tuple[tuple[Shelf, ...], ...]
    offered: int
    sought: int


def shelves(directory: Directory, exchanges: Exchanges) -> tuple[Shelves, ...]:
    """The kinds of exchange in the order of the vocabulary, those too under which nothing stands yet."""
    of_kind: dict[str, list[Entry]] = defaultdict(list)
    for entry in exchanges.entries:
        of_kind[entry.kind].append(entry)
    known = directory.vocabularies.get("exchanges")
    labels = known.labels if known else {}
    return tuple(_shelves(kind, label, of_kind[kind], exchanges) for kind, label in labels.items())


def _shelves(kind: str, label: str, entries: Sequence[Entry], exchanges: Exchanges) -> Shelves:
    url = f"exchange/{kind}/"
    whole = _by_thing(kind, entries, exchanges)
    pages = tuple(_pages(whole)) or ((),)
    starts: dict[str, str] = {}
    for number, page in enumerate(pages, start=1):
        for shelf in page:
            starts.setdefault(shelf.thing, f"{page_url(url, number)}#{shelf.thing}")
    links = tuple(Link(shelf.label, starts[shelf.thing], number=shelf.offered + shelf.sought) for shelf in whole)
    count = Counter(entry.side for entry in entries)
    return Shelves(kind, label, url, whole, links, pages, count["offers"], count["seeks"])


def _by_thing(kind: str, entries: Sequence[Entry], exchanges: Exchanges) -> tuple[Shelf, ...]:
    """One shelf for each thing that is offered or sought, in the order of the vocabulary; those of no thing last."""
    found: dict[str, dict[Side, list[Entry]]] = {}
    for entry in entries:
        for thing in {exchanges.things.known[each].shelf: "" for each in entry.things} or (OTHERS,):
            found.setdefault(thing, {"offers": [], "seeks": []})[entry.side].append(entry)
    labels = {thing.shelf: thing.label for name, thing in exchanges.things.known.items() if name == thing.shelf}
    labels[OTHERS] = _OTHERS
    return tuple(_shelf(thing, label, **found[thing]) for thing, label in labels.items() if thing in found)


def _shelf(thing: str, label: str, offers: Sequence[Entry], seeks: Sequence[Entry]) -> Shelf:
    return Shelf(thing, label, tuple(offers), tuple(seeks), len(offers), len(seeks))


def _pages(whole: Sequence[Shelf]) -> Iterator[tuple[Shelf, ...]]:
    """The shelves in pages of at most so many rows; a shelf goes on on the next page where one is full."""
    page: list[Shelf] = []
    room = SHELF
    for shelf in whole:
        rows = max(shelf.offered, shelf.sought)
        start = 0
        while start < rows:
            if not room:
                yield tuple(page)
                page, room = [], SHELF
            taken = min(room, rows - start)
            part = slice(start, start + taken)
            page.append(shelf._replace(offers=shelf.offers[part], seeks=shelf.seeks[part]))
            start, room = start + taken, room - taken
    if page:
        yield tuple(page)
