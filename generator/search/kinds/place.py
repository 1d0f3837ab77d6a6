"""A place as it is found."""

from generator.directory.model import Directory, PlaceEntry
from generator.kinds import PLACE
from generator.search.documents import SearchDocument
from generator.search.kinds.numbers import numbers, without_hyphens
from generator.wording.markdown import to_text


def place_document(directory: Directory, entry: PlaceEntry) -> SearchDocument:
    """A place as it is found."""
    place = entry.place
    rooms = [f"{room.name} {'、'.join(room.equipment)}" for room in place.rooms]
    parts = [
        to_text(place.description) if place.description else "",
        place.address or "",
        place.access or "",
        place.hours or "",
        *rooms,
        *place.equipment,
        *directory.labels("accessibility", place.accessibility),
        *numbers(place),
    ]
    return SearchDocument(
        url=entry.url,
        kind=PLACE.name,
        sorts=(directory.label("place-kinds", place.kind),),
        title=place.name,
        kana=place.kana,
        line=place.address or "",
        lead=directory.label("place-kinds", place.kind),
        body="\n".join(filter(None, parts)),
        readings=tuple(without_hyphens(place)),
        access=directory.labels("accessibility", place.accessibility),
        places=(place.name,),
    )
