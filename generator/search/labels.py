"""What a record can be narrowed down by beside its fields and areas: for whom, in which languages, where."""

from collections.abc import Iterable
from typing import Final

from generator.directory.model import Directory, EventEntry, GroupEntry
from generator.models.choices import EventStatus
from generator.wording.facets import BEGINNERS, ONLINE

# Nearly everybody speaks it, so that it tells nothing apart.
_EVERYBODYS: Final = "ja"


def unique(labels: Iterable[str]) -> tuple[str, ...]:
    """Each label once, in the order in which they come."""
    return tuple(dict.fromkeys(labels))


def group_audiences(directory: Directory, entry: GroupEntry) -> tuple[str, ...]:
    """For whom a group is; beginners where one of its calls says that they are welcome."""
    welcome = any(call.beginners_ok for call in entry.recruiting)
    return (*directory.labels("audiences", entry.group.audiences), *((BEGINNERS,) if welcome else ()))


def spoken_words(directory: Directory, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages beside Japanese in which one is understood."""
    return directory.labels("languages", tuple(name for name in languages if name != _EVERYBODYS))


def event_places(entry: EventEntry) -> tuple[str, ...]:
    """The place of the directory at which an event is, and whether one can be there online."""
    here = entry.spot and entry.spot.slug and entry.event.status != EventStatus.MOVED_ONLINE
    away = entry.event.online or entry.event.status == EventStatus.MOVED_ONLINE
    return (*((entry.spot.text,) if here and entry.spot else ()), *((ONLINE,) if away else ()))
