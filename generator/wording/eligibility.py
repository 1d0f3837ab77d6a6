"""Why a group may or may not apply for a grant: each condition, its answer, and what a profile could still say."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from generator.directory.model import Directory
from generator.japanese.dates import show_partial_date
from generator.matching.eligibility import Answer, Verdict
from generator.models.base import label_of
from generator.models.group import Group

WORDS = {Answer.YES: "満たす", Answer.NO: "満たさない", Answer.UNKNOWN: "プロフィールからは分かりません"}


_FOUNDED, _MEMBERS, _AREAS = (label_of(Group, name) for name in ("founded", "members", "areas"))


class Reason(NamedTuple):
    """One condition: what is asked, the answer and its words, and what the profile says or does not say."""

    asked: str
    answer: str
    words: str
    note: str


def reasons(directory: Directory, asked: Mapping[str, str], group: Group, verdict: Verdict) -> tuple[Reason, ...]:
    """The conditions of a verdict in their order, as a grant asks for them, and what each means for a group."""
    return tuple(
        Reason(_ASKED.get(name, "{}").format(asked[name]), answer, WORDS[answer], _note(directory, group, name, answer))
        for name, answer in verdict.conditions.items()
    )


def _note(directory: Directory, group: Group, name: str, answer: Answer) -> str:
    return _MISSING[name](group) if answer is Answer.UNKNOWN else _SAID[name](directory, group)


def _members(group: Group) -> str:
    members = group.members
    if members is None:
        return ""
    return f"会員{members.total}人" if members.total is not None else f"会員のうち市内{members.residents}人"


def _founded(directory: Directory, group: Group) -> str:
    return f"{show_partial_date(group.founded)}設立" if group.founded else ""


def _open_founding(group: Group) -> str:
    """What of the day of founding has to be known, where a year or a month alone leaves it open."""
    if group.founded is None:
        return f"「{_FOUNDED}」を書くと分かります"
    return f"「{_FOUNDED}」を{'月や日' if '-' not in group.founded else '日'}まで書くと分かります"


def _open_members(group: Group) -> str:
    return f"「{_MEMBERS}」を書くと分かります"


# What stands before the words of a condition that do not name it themselves.
_ASKED = {"kinds": "団体の種類：{}", "fields": "活動分野：{}", "areas": "活動地域：{}"}
# What a profile says about a condition.
_SAID: Mapping[str, Callable[[Directory, Group], str]] = {
    "kinds": lambda directory, group: directory.label("kinds", group.kind),
    "years": _founded,
    "years_most": _founded,
    "members": lambda _, group: _members(group),
    "fields": lambda directory, group: "、".join(directory.labels("fields", group.fields)),
    "areas": lambda directory, group: "、".join(directory.labels("areas", group.areas)),
}
# What would have to be known, and who knows it.
_MISSING: Mapping[str, Callable[[Group], str]] = {
    "kinds": lambda _: "この種類が対象になるかは、助成する団体へお尋ねください",
    "years": _open_founding,
    "years_most": _open_founding,
    "members": _open_members,
    "registered": lambda _: "登録しているかどうかは、センターへお尋ねください",
    "note": lambda _: "助成する団体へお尋ねください",
    "areas": lambda _: f"「{_AREAS}」に市内の地域を書くと分かります",
}
