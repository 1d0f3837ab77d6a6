"""The chapters that count what the profiles say: whom groups look for, for successors, for one another."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.directory.model import GroupEntry
from generator.japanese.dates import show_partial_date
from generator.matching.entries import is_open
from generator.matching.opportunities import opportunities
from generator.matching.succession import STAGES, Handing, successions
from generator.models.choices import GroupStatus, Succession
from generator.models.group import Exchange
from generator.statistics.figures import Chapter, Figure, Material, Task, by_term, listed

# What was found long ago is no news.
_FOUND = {Succession.FOUND: f"{Succession.FOUND.label}（1年以内）"}


@dataclass(frozen=True, slots=True)
class Given:
    """One open offer, or one thing that a group seeks."""

    entry: GroupEntry
    exchange: Exchange


def at_work(material: Material) -> tuple[GroupEntry, ...]:
    """The groups that are at work now."""
    return tuple(entry for entry in material.directory.groups if entry.group.status == GroupStatus.ACTIVE)


def open_exchanges(material: Material, side: str) -> tuple[Given, ...]:
    """What groups offer (`offers`) or seek (`seeks`) and that stands today."""
    today = material.directory.today
    every = ((entry, each) for entry in material.directory.groups for each in getattr(entry.group, side))
    return tuple(Given(entry, each) for entry, each in every if is_open(entry, each, today))


def groups(material: Material) -> Chapter:
    """How many groups there are, and how many are at work."""
    every = material.directory.groups
    figures = (
        Figure("groups.active", GroupStatus.ACTIVE.label, len(at_work(material))),
        *(
            Figure(f"groups.{status}", status.label, sum(entry.group.status == status for entry in every))
            for status in (GroupStatus.RESTING, GroupStatus.ENDED)
        ),
    )
    return Chapter("団体", "サイトにのっている団体の数です。", figures)


def people(material: Material) -> Chapter:
    """The open recruiting entries by role."""
    found = opportunities(material.directory)
    figures = (
        Figure("wanted.entries", "募集の数", len(found)),
        Figure("wanted.groups", "募集している団体", _groups(each.entry for each in found)),
        *by_term(material.directory, "roles", "wanted.role", (each.call.role for each in found)),
    )
    return Chapter("人をさがす募集", "いまサイトに出ている募集です。", figures)


def successors(material: Material) -> Chapter:
    """The activities that are handed over, by stage, as their own page tells them."""
    found = successions(material.directory)
    stages = Counter(each.stage for each in found)
    figures = tuple(Figure(f"succession.{stage}", _FOUND.get(stage, stage.label), stages[stage]) for stage in STAGES)
    waiting = tuple(
        Task(each.entry.group.name, _handover(each), each.entry.url)
        for each in found
        if each.stage == Succession.LOOKING
    )
    lead = "活動を引き継ぐ人をさがしている団体です。"
    return Chapter("後継者", lead, figures, listed("さがしている団体", waiting))


def _handover(found: Handing) -> str:
    """Since when somebody is looked for, and what that needs or else what is said of it."""
    told = found.entry.group.succession
    since = f"{show_partial_date(found.since)}から" if found.since else ""
    return "　".join(filter(None, (since, (told.needs or told.note) if told else "")))


def partners(material: Material) -> Chapter:
    """What groups offer to one another and seek, by kind."""
    directory = material.directory
    given = {side: open_exchanges(material, side) for side in ("offers", "seeks")}
    figures = (
        Figure("offers.entries", "できること", len(given["offers"])),
        *by_term(directory, "exchanges", "offers.kind", (each.exchange.kind for each in given["offers"])),
        Figure("seeks.entries", "求めていること", len(given["seeks"])),
        *by_term(directory, "exchanges", "seeks.kind", (each.exchange.kind for each in given["seeks"])),
    )
    return Chapter("団体どうしの助け合い", "団体が「できること」と「求めていること」です。", figures)


def _groups(entries: Iterable[GroupEntry]) -> int:
    return len({entry.slug for entry in entries})
