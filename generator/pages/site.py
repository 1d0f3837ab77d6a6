"""Every page of the site, in one list."""

from collections.abc import Iterator

from generator.directory.model import Directory
from generator.pages.cards import group_card
from generator.pages.event import event_page
from generator.pages.events import event_lists
from generator.pages.group import group_page
from generator.pages.home import home_page, places_page, search_page, wanted_page
from generator.pages.lists import Index, group_lists
from generator.pages.pictures import Pictures
from generator.pages.place import place_page
from generator.pages.views import Page
from generator.settings import Settings

# Which sections there are and how deep their pages stand; the theme renders one frame for each.
FRAMES: tuple[tuple[str, int], ...] = (
    ("home", 0),
    ("groups", 1),
    ("groups", 2),
    ("events", 1),
    ("events", 2),
    ("wanted", 1),
    ("places", 1),
    ("places", 2),
    ("search", 1),
    ("problems", 1),
)


def pages(directory: Directory, settings: Settings, pictures: Pictures) -> Iterator[Page]:
    """Every page made from the directory, lists first."""
    index = Index(directory)
    cards = {group.slug: group_card(directory, group) for group in index.groups}
    yield home_page(directory, index, cards, settings)
    yield from group_lists(directory, index, cards)
    yield from event_lists(directory)
    yield wanted_page(directory)
    yield places_page(directory)
    yield search_page(directory, index, settings)
    yield from (group_page(directory, group, settings, pictures) for group in directory.groups)
    yield from (event_page(directory, event, settings, pictures) for event in directory.events)
    yield from (place_page(directory, place, settings) for place in directory.places)
