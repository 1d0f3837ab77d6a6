"""What the law asks of an NPO法人, in plain words with its articles, and what a group's profile says of it."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.matching.eligibility import Answer
from generator.matching.npo import CONDITIONS, LEAST_MEMBERS, listed_fields, npo_answers
from generator.models.choices import Criterion
from generator.models.group import Group
from generator.models.vocabulary import Vocabulary

ANSWERS = {
    Answer.YES: "満たしている",
    Answer.NO: "満たしていない",
    Answer.UNKNOWN: "プロフィールからは分かりません",
}


class Condition(NamedTuple):
    """One condition of the law: what it asks, where it stands there, and what a group has to find out."""

    name: str
    title: str
    article: str
    ask: str


# 特定非営利活動促進法 (平成10年法律第7号).
_CONDITIONS = (
    Condition(
        "purpose",
        "法律で決められた20の分野の活動を、おもな目的にすること",
        "第2条第1項・第2項、別表",
        "いちばん力を入れている活動は、20の分野のどれに当たりますか。いくつ当たってもかまいません。",
    ),
    Condition(
        "public",
        "不特定かつ多数のものの利益、つまり社会全体の利益に役立つこと",
        "第2条第1項",
        "会員どうしの楽しみや助け合いだけでなく、会の外の人たちにも役立っていますか。",
    ),
    Condition(
        "nonprofit",
        "営利を目的としないこと",
        "第2条第2項第1号",
        "余ったお金を会員で分けずに、これからの活動に使っていますか。働いた人への給料や謝礼を払うことは、かまいません。",
    ),
    Condition(
        "religion",
        "宗教の教えを広めるなどの活動を、おもな目的としないこと",
        "第2条第2項第2号イ",
        "会の目的と、ふだんの活動を確かめてください。",
    ),
    Condition(
        "politics",
        "政治上の主義を進め、支え、または反対することを、おもな目的としないこと",
        "第2条第2項第2号ロ",
        "会の目的と、ふだんの活動を確かめてください。",
    ),
    Condition(
        "candidates",
        "選挙の候補者や公職にある人、政党を推薦し、支持し、または反対することを、目的としないこと",
        "第2条第2項第2号ハ",
        "「おもな目的」でなくても、目的にはできません。",
    ),
    Condition(
        "members",
        f"{LEAST_MEMBERS}人以上の社員がいること",
        "第12条第1項第4号",
        "社員とは、総会で議決する権利を持つ会員のことです。働いている人のことではなく、会員がみな社員とも限りません。"
        f"社員になる人が{LEAST_MEMBERS}人以上いますか。",
    ),
    Condition(
        "joining",
        "社員になることや、やめることに、不当な条件をつけないこと",
        "第2条第2項第1号イ",
        "会則に、入る人を選ぶ決まりや、やめさせない決まりがありませんか。活動の目的から見て筋の通る条件なら、つけられることがあります。",
    ),
    Condition(
        "officers",
        "理事が3人以上、監事が1人以上いること",
        "第15条、第19条",
        "引き受ける人がそろいますか。監事は、理事や法人の職員をかねることができません。",
    ),
    Condition(
        "pay",
        "報酬を受ける役員が、役員全体の3分の1以下であること",
        "第2条第2項第1号ロ",
        "理事と監事のうち、役員としての報酬を受ける人は何人になりますか。",
    ),
    Condition(
        "relatives",
        "役員に、配偶者や3親等以内の親族が多くないこと",
        "第21条",
        "それぞれの役員について、配偶者と3親等以内の親族は1人まで。本人とその人たちを合わせて、役員全体の3分の1以下です。",
    ),
    Condition(
        "barred",
        "役員になれないと法律で決められている人が、役員にいないこと",
        "第20条",
        "役員になる人それぞれに、第20条に当たらないことを確かめてもらいます。申請のときに誓約書を出します。",
    ),
    Condition(
        "crime",
        "暴力団や、暴力団とその構成員などの統制の下にある団体でないこと",
        "第12条第1項第3号",
        "申請のときに、当てはまらないことを確かめた書面を出します。",
    ),
)


def conditions() -> tuple[Condition, ...]:
    """Every condition in the order of `matching.npo`."""
    named = {each.name: each for each in _CONDITIONS}
    return tuple(named[name] for name in CONDITIONS)


def npo_findings(group: Group, vocabularies: Mapping[str, Vocabulary]) -> dict[str, tuple[Answer, str]]:
    """For the conditions of which a profile says something: the answer, and what the profile says."""
    fields = vocabularies.get("fields")
    answers = npo_answers(group, fields)
    said = {
        "purpose": _fields_said(group, fields),
        "public": _declared_said(answers["public"], Criterion.PUBLIC_BENEFIT),
        "nonprofit": _declared_said(answers["nonprofit"], Criterion.NONPROFIT),
        "members": _members_said(group, answers["members"]),
    }
    return {name: (answers[name], words) for name, words in said.items() if words}


def _fields_said(group: Group, fields: Vocabulary | None) -> str:
    """The fields of the profile, with their numbers in the law's table."""
    if fields is None:
        return ""
    listed = listed_fields(group, fields)
    numbered = "、".join(f"{fields.labels[name]}（別表の{fields.terms[name].code}号）" for name in listed)
    if group.fields[0] in listed:
        return f"活動分野：{numbered}。"
    first = fields.labels.get(group.fields[0], group.fields[0])
    if listed:
        return f"はじめに書かれた「{first}」は20の分野になく、ほかに{numbered}があります。どちらがおもな目的ですか。"
    return f"活動分野は「{first}」で、20の分野にはありません。"


def _declared_said(answer: Answer, criterion: Criterion) -> str:
    return f"「{criterion.label}」と宣言しています。" if answer == Answer.YES else ""


def _members_said(group: Group, answer: Answer) -> str:
    total = group.members.total if group.members else None
    if total is None:
        return ""
    if answer == Answer.NO:
        return f"会員は{total}人です。いまの会員だけでは足りません。"
    return f"会員は{total}人です。このうち何人が社員になるかは、プロフィールには書かれていません。"
