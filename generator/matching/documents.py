"""What `/match/` ranks: the openings of all groups, and the groups that meet without seeking members just now."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from generator.directory.model import Directory, GroupEntry, Spot
from generator.japanese.recurrence import Recurrence
from generator.matching.opportunities import Opportunity, opportunities_of
from generator.models.calls import FEW
from generator.models.choices import GroupStatus

# Entries with one of these roles invite people to belong; where there is none, the group itself is shown.
JOINING = ("member", "participant")


@dataclass(frozen=True, slots=True)
class Document:
    """One thing to be ranked: an opening, or a group where `opening` is None."""

    entry: GroupEntry
    opening: Opportunity | None = None

    @property
    def url(self) -> str:
        """The site-relative address of its page, by which it is known."""
        return self.opening.url if self.opening else self.entry.url

    @property
    def title(self) -> str:
        """What it is called."""
        return self.opening.call.title if self.opening else self.entry.group.name

    @property
    def role(self) -> str:
        """The role of an opening; empty for a group."""
        return self.opening.call.role if self.opening else ""

    @property
    def joining(self) -> bool:
        """Whether one comes for oneself, as a member or to take part, and not to do something for others."""
        return self.opening is None or self.role in JOINING

    def repeats(self) -> Iterator[tuple[Recurrence, bool]]:
        """When it surely is, each with whether only the group's meeting says so."""
        if self.opening is None:
            yield from ((meeting.when, False) for meeting in self.entry.group.meetings)
        elif self.opening.repeat:
            yield self.opening.repeat, self.opening.when_of_meeting

    def spots(self) -> tuple[Spot, ...]:
        """Where it is, as far as anybody says."""
        given = self.entry.spots if self.opening is None else (self.opening.spot,)
        return tuple(spot for spot in given if spot)


def documents(directory: Directory) -> tuple[Document, ...]:
    """All that can be ranked, in the order in which it stands where points are equal.

    Openings before groups, those for everybody before those for few, what was confirmed lately before the rest; then
    by a digest of the address, so that no group always stands first for its name.
    """
    return tuple(sorted((d for entry in directory.groups for d in documents_of(entry)), key=_order))


def documents_of(entry: GroupEntry) -> Iterator[Document]:
    """What one group has to be ranked: its open entries, or itself while it is at work."""
    openings = opportunities_of(entry)
    yield from (Document(entry, opening) for opening in openings)
    if entry.group.status != GroupStatus.ACTIVE:
        return
    if entry.group.meetings and not any(opening.call.role in JOINING for opening in openings):
        yield Document(entry)


def _order(document: Document) -> tuple[bool, int, bool, str, str]:
    few = FEW.index(document.role) + 1 if document.role in FEW else 0
    digest = hashlib.sha256(document.url.encode()).hexdigest()
    return document.opening is None, few, document.entry.stale, digest, document.url
