"""The grants that a group may apply for, on its own page: which, until when, and what each condition means for it."""

from typing import NamedTuple

from generator.directory.model import Directory, GroupEntry
from generator.matching.applications import Applications, Chance
from generator.matching.eligibility import Answer
from generator.wording.days import day_words
from generator.wording.eligibility import Reason, reasons
from generator.wording.grants import AHEAD, amount_words, deadline_words, grant_state
from generator.wording.parts import Link

# So many stand on a group's page; the list of all grants is one step away.
_MOST, _MOST_NEAR = 4, 2
_NOTHING_ASKED = "案内に、団体についての条件は書かれていません。"
_ALL_MET = "プロフィールで分かる条件は、すべて満たしています。"


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


def chances_view(directory: Directory, entry: GroupEntry, applications: Applications) -> ChancesView:
    """What of grants stands on the page of a group."""
    may, nearly = applications.grants(entry), applications.nearly(entry)
    return ChancesView(
        tuple(_chance(directory, entry, each) for each in may[:_MOST]),
        tuple(_chance(directory, entry, each) for each in nearly[:_MOST_NEAR]),
        max(0, len(may) - _MOST),
    )


def _chance(directory: Directory, entry: GroupEntry, chance: Chance) -> ChanceView:
    grant, today = chance.entry.record, directory.today
    ahead = grant.opens if grant_state(grant, today) == AHEAD else None
    opens = f"{day_words(ahead, today)}から " if ahead else ""
    made = reasons(directory, grant, entry.group, chance.verdict)
    return ChanceView(
        grant=Link(grant.title, chance.entry.url),
        when=f"{opens}{deadline_words(grant, today)}",
        amount=amount_words(grant.amount),
        standing=_standing(made, reasons(directory, grant, entry.group, chance.verdict.told)),
        reasons=made,
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


_ASK = "条件は、助成する団体へお尋ねください。"
