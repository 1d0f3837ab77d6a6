"""The directory as documents to be found: what a resident may know of a record of each kind."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.directory.model import Directory
from generator.kinds import EVENT, GRANT, GROUP, KINDS, PLACE
from generator.search.documents import SearchDocument
from generator.search.kinds.event import event_document
from generator.search.kinds.grant import grant_document
from generator.search.kinds.group import group_document
from generator.search.kinds.place import place_document

# How a record of each kind is found; None for one that is not to be found.
DOCUMENTS: Mapping[str, Callable[[Directory, Any], SearchDocument | None]] = {
    GROUP.name: group_document,
    EVENT.name: event_document,
    PLACE.name: place_document,
    GRANT.name: grant_document,
}


def documents(directory: Directory) -> Iterator[SearchDocument]:
    """One document for each record that has a page."""
    for name, kind in KINDS.items():
        made = (DOCUMENTS[name](directory, entry) for entry in directory.entries[kind.folder])
        yield from filter(None, made)
