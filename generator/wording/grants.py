"""A grant in words: whether it is open, until when, how much, and for whom."""

from datetime import date

from generator.directory.model import Directory
from generator.japanese.deadlines import ALWAYS
from generator.japanese.money import show_yen
from generator.models.contact import Contact
from generator.models.grant import Amount, Eligible, Grant
from generator.wording.contacts import contact_view
from generator.wording.days import day_words
from generator.wording.parts import ContactView, Fact, Link, elsewhere, plain

OPEN, AHEAD, OVER = "受付中", "受付前", "受付終了"
_WITHOUT_END, _UNTIL = "随時受付", "まで"
_DAYS_LEFT = ("今日まで", "明日まで")
# Conditions that are about what a group does; the page has rows for them.
_OF_THE_WORK = ("fields", "areas")
# So many kinds of groups are named in a list.
_NAMED = 2
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "open": OPEN,
    "ahead": AHEAD,
    "over": OVER,
    "without_end": _WITHOUT_END,
    "until": _UNTIL,
    "days_left": _DAYS_LEFT,
    "named": _NAMED,
}


def grant_state(grant: Grant, today: date) -> str:
    """Whether applications are taken today."""
    if grant.closes < today:
        return OVER
    return AHEAD if grant.opens and grant.opens > today else OPEN


def deadline_words(grant: Grant, today: date) -> str:
    """The last day in words, 「1月15日（金）必着」 or 「1月15日（金）まで」, or that there is none."""
    if grant.closes == ALWAYS:
        return _WITHOUT_END
    return f"{day_words(grant.closes, today)}{grant.rule.label if grant.rule else _UNTIL}"


def amount_words(amount: Amount | None) -> str:
    """How much at most and of what part, in one line."""
    if amount is None:
        return ""
    most = f"上限{show_yen(amount.most)}" if amount.most is not None else ""
    return "　".join(filter(None, (most, amount.rate, amount.note)))


def days_left(grant: Grant, today: date) -> str:
    """How long applications are still taken: 今日まで, 明日まで, あと12日; nothing where no day ends that."""
    if grant.closes == ALWAYS or grant_state(grant, today) != OPEN:
        return ""
    days = (grant.closes - today).days
    return _DAYS_LEFT[days] if days < len(_DAYS_LEFT) else f"あと{days}日"


def again_words(grant: Grant) -> str:
    """In which month the next round may be looked for; only of what is said to open every year, on a known day."""
    return f"毎年{grant.opens.month}月ごろ受付" if grant.yearly and grant.opens else ""


def grant_line(grant: Grant, today: date) -> str:
    """What decides whether somebody reads on: how much, until when."""
    over = "（終わりました）" if grant.closes < today else ""
    return "　".join(filter(None, (f"{deadline_words(grant, today)}{over}", amount_words(grant.amount))))


def grant_facts(directory: Directory, grant: Grant) -> tuple[Fact, ...]:
    """When, how much, for whom and what for: a label and its lines each."""
    today, words = directory.today, condition_words(directory, grant)
    rows = (
        ("助成する団体", plain(grant.funder)),
        ("受付開始", plain(day_words(grant.opens, today) if grant.opens else "")),
        ("締切", (Link(deadline_words(grant, today), note=_as_of(grant, today)),)),
        ("助成額", plain(amount_words(grant.amount))),
        ("対象になる団体", tuple(Link(said) for name, said in words.items() if name not in _OF_THE_WORK)),
        ("使いみち", plain(grant.purpose or "")),
        ("対象の分野", plain(words.get("fields", ""))),
        ("対象の地域", plain(words.get("areas", ""))),
        ("募集の回", plain("　".join(filter(None, (grant.round, "毎年募集" if grant.yearly else ""))))),
    )
    return tuple(Fact(label, lines) for label, lines in rows if lines)


def _as_of(grant: Grant, today: date) -> str:
    """How long that is from the day on which the page was made, which is named: pages are not made every day."""
    left = days_left(grant, today)
    return f"{today.month}月{today.day}日現在、{left}" if left else ""


def condition_words(directory: Directory, grant: Grant) -> dict[str, str]:
    """What a grant asks of groups, in words: by the names and in the order of `matching.eligibility`."""
    asked = grant.eligible or Eligible()
    words = {
        "kinds": "、".join(directory.labels("kinds", asked.kinds)),
        "years": f"活動{asked.years:,}年以上" if asked.years else "",
        "years_most": f"活動{asked.years_most:,}年以内" if asked.years_most is not None else "",
        "members": f"会員{asked.members:,}人以上" if asked.members else "",
        "registered": "センターに登録している団体" if asked.registered else "",
        "note": asked.note or "",
        "fields": "、".join(directory.labels("fields", grant.fields)),
        "areas": "、".join(directory.labels("areas", grant.areas)),
    }
    return {name: said for name, said in words.items() if said}


def who_words(directory: Directory, grant: Grant) -> tuple[str, ...]:
    """Who may apply, as short as a list needs it: ボランティア団体など4種類, 活動2年以上, 登録団体, ほかに条件あり."""
    words = condition_words(directory, grant)
    kinds = directory.labels("kinds", grant.eligible.kinds if grant.eligible else ())
    named = "・".join(kinds) if len(kinds) <= _NAMED else f"{kinds[0]}など{len(kinds)}種類"
    short = {"kinds": named, "registered": "登録団体", "note": "ほかに条件あり" if len(words) > 1 else "条件あり"}
    return tuple(short.get(name, said) for name, said in words.items() if name not in _OF_THE_WORK)


def grant_contact(grant: Grant) -> ContactView | None:
    """How to reach those who give a grant, its own page first; None where it names no way."""
    if grant.contact is None and grant.url is None:
        return None
    view = contact_view(grant.contact or Contact())
    return view._replace(links=(elsewhere("案内のページ", grant.url), *view.links)) if grant.url else view
