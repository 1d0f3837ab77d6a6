"""The chapter about grants: which close soon, and which groups could apply."""

from collections.abc import Iterator
from datetime import timedelta

from generator.directory.model import PlainEntry
from generator.japanese.deadlines import ALWAYS
from generator.kinds import GRANT
from generator.matching.applications import Applicant, Applications
from generator.models.grant import Grant
from generator.statistics.figures import Chapter, Figure, Material, Task, listed
from generator.wording.grants import OPEN, days_left, deadline_words, grant_state

_SOON = timedelta(days=30)
_NAMED = 5


def grants(material: Material) -> Chapter:
    """The grants that are open, those that close within thirty days, and who could apply for these."""
    today = material.directory.today
    every: tuple[PlainEntry[Grant], ...] = material.directory.entries[GRANT.folder]
    open_now = [entry for entry in every if grant_state(entry.record, today) == OPEN]
    soon = [e for e in open_now if e.record.closes != ALWAYS and e.record.closes <= today + _SOON]
    soon.sort(key=lambda entry: (entry.record.closes, entry.slug))
    applications = Applications(material.directory)
    able = {g.entry.slug for e in soon for g in applications.groups(e.slug, len(material.directory.groups))[0]}
    figures = (
        Figure("grants.open", "受付中", len(open_now)),
        Figure("grants.soon", "30日のうちに締切", len(soon)),
        Figure("grants.groups", "それに応募できる団体", len(able)),
    )
    tasks = tuple(_task(material, entry, applications) for entry in soon)
    lead = "締切の近い助成金と、プロフィールから見て応募できる団体です。条件の最後の確認は、助成する団体にします。"
    return Chapter("助成金", lead, figures, listed("団体に知らせるもの", tasks))


def _task(material: Material, entry: PlainEntry[Grant], applications: Applications) -> Task:
    grant, today = entry.record, material.directory.today
    about = [f"{deadline_words(grant, today)}（{days_left(grant, today)}）"]
    about += _who("応募できる団体", *applications.groups(entry.slug, _NAMED))
    about += _who("確かめれば分かる団体", *applications.perhaps(entry.slug, _NAMED))
    return Task(grant.title, "。".join(about), entry.url)


def _who(title: str, found: tuple[Applicant, ...], count: int) -> Iterator[str]:
    if count:
        names = "、".join(each.entry.group.name for each in found)
        yield f"{title} {count}（{names}{'、ほか' if count > len(found) else ''}）"
