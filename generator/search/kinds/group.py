"""A group as it is found."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.directory.model import Directory, GroupEntry
from generator.kinds import GROUP
from generator.matching.succession import handing
from generator.models.base import label_of
from generator.models.choices import Succession
from generator.models.group import SUCCESSOR, Group
from generator.models.vocabulary import Term
from generator.search.dates import group_dates
from generator.search.documents import SearchDocument, Turn
from generator.search.kinds.numbers import numbers, without_hyphens
from generator.search.labels import group_audiences, spoken_words, unique
from generator.wording.days import times_of
from generator.wording.groups import AREAS, COMMON, FOUNDED, badges, calls, day_line, fees_words, group_facts
from generator.wording.markdown import to_text
from generator.wording.openings import opening_badges
from generator.wording.parts import Fact
from generator.wording.succession import STATES

# What the newest confirmation and an open call for people add to a document's weight.
RECRUITING, CONFIRMED, STALE, RESTING = 2, 1, -1, -2


def group_document(directory: Directory, entry: GroupEntry) -> SearchDocument | None:
    """A group as it is found; one that has ended is not."""
    group = entry.group
    if group.status == "ended":
        return None
    return SearchDocument(
        url=entry.url,
        kind=GROUP.name,
        sorts=(
            directory.label("kinds", group.kind),
            *directory.labels("audiences", group.audiences),
            *(call.title for call in entry.recruiting),
        ),
        title=group.name,
        kana=group.kana,
        names=tuple(filter(None, (group.name_en, *group.aliases))),
        line=day_line(entry),
        badges=_badges(directory, entry),
        lead=group.summary,
        fields=directory.labels("fields", group.fields),
        areas=directory.labels("areas", group.areas),
        times=unique(time for meeting in group.meetings for time in times_of(meeting.when)),
        audiences=group_audiences(directory, entry),
        roles=directory.labels("roles", tuple(dict.fromkeys(r.role for r in entry.recruiting))),
        day=group.confirmed.isoformat() if group.confirmed else "",
        body=_group_body(directory, entry),
        weight=_weight(entry),
        readings=tuple(_readings(directory, entry)),
        turns=tuple(_meetings(entry, directory.today)),
        dates=unique(day for meeting in group_dates(entry, directory.today) for day in meeting),
        fees=fees_words(group.fees),
        access=directory.labels("accessibility", group.accessibility),
        languages=spoken_words(directory, group.languages),
        places=unique(spot.text for spot in entry.spots if spot and spot.slug),
    )


def _meetings(entry: GroupEntry, today: date) -> Iterator[Turn]:
    for number, (meeting, dates) in enumerate(zip(entry.group.meetings, group_dates(entry, today), strict=True)):
        yield Turn(day_line(entry, number), times_of(meeting.when), tuple(day[:10] for day in dates))


def _badges(directory: Directory, entry: GroupEntry) -> tuple[str, ...]:
    resting = entry.group.status == "resting"
    return (*((str(entry.group.status.label),) if resting else ()), *calls(directory, entry), *badges(directory, entry))


def _weight(entry: GroupEntry) -> int:
    if entry.group.status == "resting":
        return RESTING
    fresh = STALE if entry.stale else CONFIRMED if entry.group.confirmed else 0
    return (RECRUITING if entry.recruiting else 0) + fresh


def _group_body(directory: Directory, entry: GroupEntry) -> str:
    group = entry.group
    parts = [group.name_en or "", *group.aliases, group.summary, to_text(group.description)]
    parts.append(directory.label("kinds", group.kind))
    parts += _said(group_facts(directory, entry))
    for meeting, spot in zip(group.meetings, entry.spots, strict=True):
        parts.append("　".join(filter(None, (meeting.when.text, spot.text if spot else "", meeting.note))))
    for r in entry.recruiting:
        known = directory.place_of.get(r.place or "")
        parts += [directory.label("roles", r.role), r.title, r.text or "", r.conditions or "", r.ages or ""]
        parts += [r.when or "", known.name if known else r.place or "", *opening_badges(r)]
    parts += [
        text for exchange in (*group.offers, *group.seeks) for text in (exchange.text, exchange.when or "") if text
    ]
    parts += [document.title for document in group.documents]
    parts += [group.contact.address or "", *numbers(group.contact)]
    parts += _succession(directory, entry)
    for t in group.translations.values():
        parts += [t.name or "", t.summary or "", to_text(t.description) if t.description else ""]
    return "\n".join(filter(None, parts))


def _succession(directory: Directory, entry: GroupEntry) -> Iterator[str]:
    """What a group hands over; who looks for a successor is found by that word, though the profile may have another."""
    handover, found = entry.group.succession, handing(entry)
    if found and found.stage != Succession.FOUND:
        words = (directory.label("roles", SUCCESSOR), label_of(Group, "succession"), "引き継ぐ人", STATES[found.stage])
        yield "　".join(words)
    if handover:
        yield from filter(None, (handover.needs, handover.hands_over, handover.note))


def _said(facts: Iterable[Fact]) -> Iterator[str]:
    """The words of facts, with their labels where they tell one group from another: バリアフリー対応, not 費用.

    Areas have a zone of their own. When a group was founded is left out: who looks for 「4月」 wants April.
    """
    for fact in facts:
        if fact.label not in (AREAS, FOUNDED):
            yield from (*(() if fact.label in COMMON else (fact.label,)), *(line.text for line in fact.lines))


def _readings(directory: Directory, entry: GroupEntry) -> Iterator[str]:
    """What is searched but not shown: how places and fields are read, other names of the areas."""
    for spot in entry.spots:
        place = directory.place_of.get(spot.slug) if spot else None
        if place:
            yield place.kana
    for term in _terms(directory, "fields", entry.group.fields):
        yield term.kana or ""
    for term in _terms(directory, "areas", entry.group.areas):
        yield from term.aliases
    yield from without_hyphens(entry.group.contact)


def _terms(directory: Directory, vocabulary: str, names: Iterable[str]) -> Iterator[Term]:
    found = directory.vocabularies.get(vocabulary)
    return (found.terms[name] for name in names if found and name in found.terms)
