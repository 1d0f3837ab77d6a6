"""The chapter about what matching finds: pairs of needs and offers, and what has nobody yet.

What has nobody (openings that no wish card asks for, needs without a partner) is counted in every field and area of
its group, so that the centre sees where to look for people.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.directory.model import GroupEntry
from generator.matching.exchange import Exchanges, exchanges
from generator.matching.opportunities import opportunities
from generator.matching.pairs import Pair
from generator.statistics.figures import Chapter, Figure, Material, Task, by_term, listed
from generator.statistics.fits import asked_for, without_wish

_LEAD = (
    "「求めていること」と、それに合う団体や場所の組み合わせです。まだ相手のいないものは、団体の分野と地域ごとに数えます"
    "（いくつもある団体は、それぞれに）。"
)


class _Lone(NamedTuple):
    """One need for which nobody was found: whose, in words, and its page."""

    entry: GroupEntry
    words: str
    url: str


def pairs(material: Material) -> Chapter:
    """Pairs found, and what nobody answers; openings only where there are wish cards to hold them against."""
    directory = material.directory
    found = exchanges(directory)
    together = _pairs(found)
    openings, seeks = tuple(_openings(material)), tuple(_seeks(found))
    lone = (*openings, *seeks)
    figures = (
        Figure("pairs.entries", "見つかった組み合わせ", len(together)),
        Figure("pairs.groups", "相手の見つかった団体", len({pair.seek.owner.url for pair in together})),
        *_of_wishes(material, openings),
        Figure("unanswered.seeks", "相手のいない「求めていること」", len(seeks)),
        Figure("unanswered.entries", "相手のいないもの（合わせて）", len(lone)),
        *_each(material, "fields", "分野", (name for each in lone for name in each.entry.group.fields)),
        *_each(material, "areas", "地域", (name for each in lone for name in each.entry.group.areas)),
    )
    tasks = (
        *listed("相手のいない「求めていること」", _tasks(seeks)),
        *listed("希望カードのない募集", _tasks(openings)),
    )
    return Chapter("組み合わせと、まだ相手のいないもの", _LEAD, figures, tasks)


def _pairs(found: Exchanges) -> tuple[Pair, ...]:
    """The pairs that are shown for each need: the few that fit it best."""
    return tuple(pair for entry in found.entries if entry.side == "seeks" for pair in found.partners(entry))


def _each(material: Material, vocabulary: str, what: str, terms: Iterable[str]) -> Iterator[Figure]:
    """How much stands alone in each field or area; its words say which of the two it is."""
    for figure in by_term(material.directory, vocabulary, f"unanswered.{vocabulary}", terms):
        yield replace(figure, label=f"{what}：{figure.label}")


def _of_wishes(material: Material, openings: Sequence[_Lone]) -> Iterator[Figure]:
    """Without a register nobody can say what nobody asks for."""
    if material.wishes is not None:
        yield Figure("unanswered.wishes", "待っている希望カード", len(material.wishes))
        yield Figure("unanswered.wanted", "希望カードのない募集", len(openings))


def _openings(material: Material) -> Iterator[_Lone]:
    if material.wishes is None:
        return
    asked = asked_for(material.directory, material.wishes)
    for opening in without_wish(opportunities(material.directory), asked):
        yield _Lone(opening.entry, opening.call.title, opening.url)


def _seeks(found: Exchanges) -> Iterator[_Lone]:
    for entry in found.entries:
        if entry.side == "seeks" and entry.group and not found.answered(entry):
            yield _Lone(entry.group, entry.text, entry.group.url)


def _tasks(found: Iterable[_Lone]) -> tuple[Task, ...]:
    return tuple(Task(each.words, each.entry.group.name, each.url) for each in found)
