"""Why a group may or may not apply for a grant: each condition, its answer, and what a profile could still say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.directory.model import Directory
from generator.japanese.dates import is_later, show_partial_date, span_of_partial_date
from generator.matching.eligibility import CITIZENS_PERHAPS, Answer, Verdict
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


@dataclass(frozen=True, slots=True)
class Case:
    """One group held against what a grant asks for, in words by condition; years count on `day`."""

    directory: Directory
    group: Group
    asked: Mapping[str, str]
    day: date


def reasons(case: Case, verdict: Verdict) -> tuple[Reason, ...]:
    """The conditions of a verdict in their order, as a grant asks for them, and what each means for a group."""
    return tuple(
        Reason(asked_words(name, case.asked[name]), answer, WORDS[answer], _note(case, name, answer))
        for name, answer in verdict.conditions.items()
    )


def asked_words(name: str, asked: str) -> str:
    """A condition in words that stand alone: 団体の種類：NPO法人, 活動2年以上."""
    return _ASKED.get(name, "{}").format(asked)


def _note(case: Case, name: str, answer: Answer) -> str:
    return (_MISSING if answer is Answer.UNKNOWN else _SAID)[name](case)


def _members(case: Case) -> str:
    members = case.group.members
    if members is None:
        return ""
    return f"会員{members.total:,}人" if members.total is not None else f"会員のうち市内{members.residents or 0:,}人"


def _founded(case: Case) -> str:
    """When a group was founded, and how long it will have been at work on the day that counts."""
    founded = case.group.founded
    if not founded:
        return ""
    day, today = case.day, case.directory.today
    when = f"{day.year}年{day.month}月{day.day}日"
    counted = f"{when}現在で" if day == today else f"締切の{when}には"
    return f"{show_partial_date(founded)}設立。{counted}活動{at_work(founded, day)}"


def at_work(founded: str, day: date) -> str:
    """How long a group has been at work on a day, 2年2か月; 2年か3年 where its founding is not known to the day."""
    first, last = (_months(each, day) for each in span_of_partial_date(founded))
    years, months = divmod(first, 12)
    if first // 12 != last // 12:
        return f"{last // 12 or '1年未満'}{'年' if last >= 12 else ''}か{years}年"
    if first != last or not months:
        return f"{years}年" if years else "1年未満"
    return f"{years}年{months}か月" if years else f"{months}か月"


def _months(since: date, day: date) -> int:
    """Whole months from one day to another; none where that comes first."""
    return max(0, (day.year - since.year) * 12 + day.month - since.month - (day.day < since.day))


def _open_founding(case: Case) -> str:
    """What of the day of founding has to be known, where a year or a month alone leaves it open."""
    founded = case.group.founded
    if founded is None:
        return f"「{_FOUNDED}」を書くと分かります"
    if is_later(founded, case.directory.today.isoformat()):
        return f"「{_FOUNDED}」（{show_partial_date(founded)}）が、これからの日になっています"
    return f"「{_FOUNDED}」を{'月や日' if '-' not in founded else '日'}まで書くと分かります"


def _open_kind(case: Case) -> str:
    """Who knows whether a kind is one that a grant is for."""
    if case.group.kind in CITIZENS_PERHAPS:
        said = case.directory.label("kinds", "citizen")
        return f"助成する団体の言う「{said}」に当たるかは、助成する団体へお尋ねください"
    return "この種類が対象になるかは、助成する団体へお尋ねください"


def _open_members(case: Case) -> str:
    members = case.group.members
    if members and members.differ:
        return f"「{_MEMBERS}」の二つの人数が合わないので、確かめると分かります"
    return f"「{_MEMBERS}」を書くと分かります"


# What stands before the words of a condition that do not name it themselves.
_ASKED = {"kinds": "団体の種類：{}", "fields": "活動分野：{}", "areas": "活動地域：{}"}
# What a profile says about a condition.
_SAID: Mapping[str, Callable[[Case], str]] = {
    "kinds": lambda case: case.directory.label("kinds", case.group.kind),
    "years": _founded,
    "years_most": _founded,
    "members": _members,
    "fields": lambda case: "、".join(case.directory.labels("fields", case.group.fields)),
    "areas": lambda case: "、".join(case.directory.labels("areas", case.group.areas)),
}
# What would have to be known, and who knows it.
_MISSING: Mapping[str, Callable[[Case], str]] = {
    "kinds": _open_kind,
    "years": _open_founding,
    "years_most": _open_founding,
    "members": _open_members,
    "registered": lambda _: "登録しているかどうかは、センターへお尋ねください",
    "note": lambda _: "助成する団体へお尋ねください",
    "areas": lambda _: f"「{_AREAS}」に市内の地域を書くと分かります",
}
