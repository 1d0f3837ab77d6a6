"""What the law asks of a group that becomes an NPO法人, held against what its profile says: yes, no, or not known.

The law is 特定非営利活動促進法 (平成10年法律第7号); the articles stand beside each condition in `wording/npo.py`.
"""

from collections.abc import Mapping

from generator.matching.eligibility import Answer
from generator.models.choices import Criterion, GroupStatus
from generator.models.group import Group
from generator.models.vocabulary import Vocabulary

# So many 社員 a corporation needs (第12条第1項第4号).
LEAST_MEMBERS = 10
# The activities of the law's table, by their numbers there (別表).
_LISTED = frozenset(str(number) for number in range(1, 21))


# All conditions, in the order in which a group thinks about them; what no profile says is never known from one.
CONDITIONS = (
    "purpose",
    "public",
    "nonprofit",
    "religion",
    "politics",
    "candidates",
    "members",
    "joining",
    "officers",
    "pay",
    "relatives",
    "barred",
    "crime",
)


def npo_answers(group: Group, fields: Vocabulary | None) -> Mapping[str, Answer]:
    """Each condition's answer by its name; the codes of the vocabulary `fields` are the numbers of the law's table."""
    known = {
        "purpose": _purpose(group, fields),
        "public": _declared(group, Criterion.PUBLIC_BENEFIT),
        "nonprofit": _declared(group, Criterion.NONPROFIT),
        "members": _members(group),
    }
    return {name: known.get(name, Answer.UNKNOWN) for name in CONDITIONS}


def listed_fields(group: Group, fields: Vocabulary | None) -> tuple[str, ...]:
    """The fields of a group that stand in the law's table."""
    terms = fields.terms if fields else {}
    return tuple(name for name in group.fields if name in terms and terms[name].code in _LISTED)


def is_unincorporated(group: Group, kinds: Vocabulary | None) -> bool:
    """Whether a group is at work and, by its profile, no corporation yet."""
    kind = kinds.terms.get(group.kind) if kinds else None
    corporate = group.corporate_number or (kind and kind.corporate)
    return not corporate and group.status != GroupStatus.ENDED


def _purpose(group: Group, fields: Vocabulary | None) -> Answer:
    """The listed activity has to be the main one, which a profile names first."""
    listed = listed_fields(group, fields)
    if group.fields[0] in listed:
        return Answer.YES
    return Answer.UNKNOWN if listed or fields is None else Answer.NO


def _declared(group: Group, criterion: Criterion) -> Answer:
    """What a group declares is so; that it did not declare something tells nothing."""
    return Answer.YES if criterion in group.criteria else Answer.UNKNOWN


def _members(group: Group) -> Answer:
    """Too few members are too few 社員; that many members are 社員, who vote in the assembly, no profile says."""
    total = group.members.total if group.members else None
    return Answer.NO if total is not None and total < LEAST_MEMBERS else Answer.UNKNOWN
