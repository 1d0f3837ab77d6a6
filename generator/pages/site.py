"""Every page of the site: lists, and one page for each record."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.directory.model import Directory
from generator.kinds import EVENT, FOLDERS, GRANT, GROUP, KINDS, PLACE, Kind
from generator.matching.applications import Applications
from generator.matching.exchange import Exchanges
from generator.matching.opportunities import opportunities
from generator.pages.cards import group_card
from generator.pages.chances import Chances
from generator.pages.event import event_page
from generator.pages.events import event_lists
from generator.pages.exchange import exchange_pages
from generator.pages.grant import grant_page
from generator.pages.grants import grant_lists
from generator.pages.group import group_page
from generator.pages.home import home_page, places_page, search_page, shortlist_page
from generator.pages.index import Index
from generator.pages.lists import Cards, group_lists
from generator.pages.match import match_page
from generator.pages.match_grid import grid_pages
from generator.pages.npo import npo_page
from generator.pages.opening import closed_pages, opening_page
from generator.pages.pictures import Pictures
from generator.pages.place import place_page, place_rest
from generator.pages.styleguide import styleguide_page
from generator.pages.succession import succession_pages
from generator.pages.views import Page
from generator.pages.wanted import wanted_pages
from generator.settings import Settings

# Which sections there are and how deep their pages stand; the theme renders one frame for each.
FRAMES: tuple[tuple[str, int], ...] = (
    ("home", 0),
    *((folder, depth) for folder in FOLDERS for depth in (1, 2)),
    ("wanted", 1),
    ("match", 1),
    ("succession", 1),
    ("npo-check", 1),
    ("wanted", 2),
    ("match", 2),
    ("exchange", 1),
    ("exchange", 2),
    ("search", 1),
    ("shortlist", 1),
    ("styleguide", 1),
    ("problems", 1),
    ("edit", 1),
    ("edit", 2),
)


# Pages still to be made: one, or all of a list that comes in many. A share of a build makes some of these.
Make = Callable[[], Iterable[Page]]


def navigation(kinds: Sequence[Kind]) -> tuple[tuple[str, str, str], ...]:
    """The site's navigation: section, address and words of each entry. People wanted stand beside groups and events."""
    lists = [(kind.folder, kind.list_url, kind.many) for kind in kinds]
    return (*lists[:2], ("wanted", "wanted/", "募集"), *lists[2:], ("about", "about/", "このサイト"))


def lists(directory: Directory, settings: Settings, cards: Cards, exchanges: Exchanges) -> Iterator[Make]:
    """The pages that bring records together (front page, lists, search), still to be made."""
    index = Index(directory)
    yield alone(home_page, directory, index, cards, settings)
    yield alone(places_page, directory)
    yield alone(search_page, directory, index, settings)
    yield alone(match_page, directory, index, settings)
    yield alone(shortlist_page, settings)
    yield alone(npo_page, settings)
    yield alone(styleguide_page)
    # The longest lists alternate, so that two processes have as much to do.
    yield partial(wanted_pages, directory)
    yield partial(grid_pages, directory)
    yield partial(grant_lists, directory)
    yield partial(group_lists, directory, index, cards, settings)
    yield partial(succession_pages, directory, settings)
    yield partial(event_lists, directory)
    yield from map(alone, exchange_pages(directory, exchanges, settings))
    yield from (partial(place_rest, place, cards) for place in directory.places)


def alone(make: Callable[..., Page], *given: Any) -> Make:
    """A page by itself, still to be made."""
    return lambda: (make(*given),)


def records(
    directory: Directory, settings: Settings, pictures: Pictures, cards: Cards, exchanges: Exchanges
) -> Iterator[Make]:
    """One page for each record and opening, still to be made."""
    applications = Applications(directory)
    chances = Chances(directory, applications)
    pages: Mapping[str, Callable[[Any], Page]] = {
        GROUP.name: lambda entry: group_page(directory, entry, settings, pictures, cards, chances, exchanges),
        EVENT.name: lambda entry: event_page(directory, entry, settings, pictures),
        PLACE.name: lambda entry: place_page(directory, entry, settings, cards),
        GRANT.name: lambda entry: grant_page(directory, entry, settings, applications),
    }
    for name, kind in KINDS.items():
        yield from (alone(pages[name], entry) for entry in directory.entries[kind.folder])
    yield from (alone(opening_page, directory, each, settings, cards) for each in opportunities(directory))
    yield partial(closed_pages, directory)


def cards_of(directory: Directory) -> Cards:
    """Every group's card, for all the lists it stands in."""
    return {group.slug: group_card(directory, group) for group in directory.groups}
