"""The grants that a group may apply for, on its own page: which, until when, and what each condition means for it."""

from datetime import date
from typing import NamedTuple

from generator.directory.model import Directory, GroupEntry
from generator.matching.applications import Applications, Chance, GrantEntry
from generator.matching.eligibility import UNTOLD, Answer, counting_day
from generator.wording.days import day_words
from generator.wording.eligibility import Case, Reason, reasons
from generator.wording.grants import AHEAD, amount_words, condition_words, deadline_words, grant_state
from generator.wording.parts import Link

# So many stand on a group's page; the list of all grants is one step away.
_MOST, _MOST_NEAR = 4, 2
_NOTHING_ASKED = "案内に、団体についての条件は書かれていません。"
_ALL_MET = "プロフィールで分かる条件は、すべて満たしています。"
_ASK = "条件は、助成する団体へお尋ねください。"


class ChanceView(NamedTuple):
    """A grant for one group: what stands in the way of knowing or of applying, and each condition."""

    grant: Link
    when: str
    amount: str
    standing: str
    reasons: tuple[Reason, ...]


class ChancesView(NamedTuple):
    """The grants that a group may apply for, those that it nearly may, and how many more there are."""

    open: tuple[ChanceView, ...]
    nearly: tuple[ChanceView, ...]
    left: int


class _Told(NamedTuple):
    """What is said of a grant on the page of every group."""

    grant: Link
    when: str
    amount: str
    asked: dict[str, str]
    day: date


class Chances:
    """What of grants stands on the pages of groups; what is the same for all of them is put into words once."""

    def __init__(self, directory: Directory, applications: Applications) -> None:
        self._directory = directory
        self._applications = applications
        self._told = {entry.slug: _told(directory, entry) for entry in applications.open}

    def view(self, entry: GroupEntry) -> ChancesView:
        """The grants for one group, a few of them with their reasons."""
        may, nearly = self._applications.grants(entry), self._applications.nearly(entry)
        return ChancesView(
            tuple(self._chance(entry, each) for each in may[:_MOST]),
            tuple(self._chance(entry, each) for each in nearly[:_MOST_NEAR]),
            max(0, len(may) - _MOST),
        )

    def _chance(self, entry: GroupEntry, chance: Chance) -> ChanceView:
        told = self._told[chance.entry.slug]
        made = reasons(Case(self._directory, entry.group, told.asked, told.day), chance.verdict)
        known = tuple(
            reason for name, reason in zip(chance.verdict.conditions, made, strict=True) if name not in UNTOLD
        )
        return ChanceView(told.grant, told.when, told.amount, _standing(made, known), made)


def _told(directory: Directory, entry: GrantEntry) -> _Told:
    grant, today = entry.record, directory.today
    ahead = grant.opens if grant_state(grant, today) == AHEAD else None
    opens = f"{day_words(ahead, today)}から " if ahead else ""
    return _Told(
        grant=Link(grant.title, entry.url),
        when=f"{opens}{deadline_words(grant, today)}",
        amount=amount_words(grant.amount),
        asked=condition_words(directory, grant),
        day=counting_day(grant, today),
    )


def _standing(made: tuple[Reason, ...], told: tuple[Reason, ...]) -> str:
    """What a group has to know first: what it lacks, what its profile could say, or that nothing is in the way."""
    if not made:
        return _NOTHING_ASKED
    lacking = [each.asked for each in told if each.answer == Answer.NO]
    if lacking:
        return f"「{'」「'.join(lacking)}」を満たしていません。"
    missing = dict.fromkeys(each.note for each in told if each.answer == Answer.UNKNOWN)
    return "。".join((*missing, "")) if missing else _ALL_MET if told else _ASK
