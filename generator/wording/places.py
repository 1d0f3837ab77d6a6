"""A place in words: its facts, and where a map of it is."""

from generator.directory.model import Directory, PlaceEntry
from generator.japanese.phones import tel_uri
from generator.models.place import Place
from generator.wording.contacts import beside_number
from generator.wording.parts import Fact, Link, elsewhere


def place_facts(directory: Directory, entry: PlaceEntry) -> tuple[Fact, ...]:
    """Where a place is and how it is reached: a label and its lines each."""
    place = entry.place
    lines = {
        "所在地": (Link(place.address),) if place.address else (),
        "行き方": (Link(place.access),) if place.access else (),
        "地図": (elsewhere("地図を開く", map_url(place)),) if map_url(place) else (),
        "電話": (Link(place.phone.number, tel_uri(place.phone), note=beside_number(place.phone), whole=True),)
        if place.phone
        else (),
        "開館時間": (Link(place.hours),) if place.hours else (),
        "バリアフリー対応": (Link("、".join(directory.labels("accessibility", place.accessibility))),)
        if place.accessibility
        else (),
        "ホームページ": (elsewhere("施設のページを開く", place.url),) if place.url else (),
    }
    return tuple(Fact(label, links) for label, links in lines.items() if links)


def map_url(place: Place) -> str:
    """A link to a map of a place; nothing is loaded from there until somebody follows it."""
    if place.lat is None or place.lon is None:
        return ""
    return f"https://www.openstreetmap.org/?mlat={place.lat}&mlon={place.lon}#map=17/{place.lat}/{place.lon}"
