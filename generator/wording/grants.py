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
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"open": OPEN, "ahead": AHEAD, "over": OVER, "without_end": _WITHOUT_END, "until": _UNTIL}


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


def grant_line(grant: Grant, today: date) -> str:
    """What decides whether somebody reads on: how much, until when."""
    over = "（終わりました）" if grant.closes < today else ""
    return "　".join(filter(None, (f"{deadline_words(grant, today)}{over}", amount_words(grant.amount))))


def grant_facts(directory: Directory, grant: Grant) -> tuple[Fact, ...]:
    """When, how much, for whom and what for: a label and its lines each."""
    today = directory.today
    rows = (
        ("助成する団体", plain(grant.funder)),
        ("受付開始", plain(day_words(grant.opens, today) if grant.opens else "")),
        ("締切", plain(deadline_words(grant, today))),
        ("助成額", plain(amount_words(grant.amount))),
        ("対象になる団体", tuple(map(Link, _eligible(directory, grant.eligible)))),
        ("使いみち", plain(grant.purpose or "")),
        ("対象の分野", plain("、".join(directory.labels("fields", grant.fields)))),
        ("対象の地域", plain("、".join(directory.labels("areas", grant.areas)))),
        ("募集の回", plain("　".join(filter(None, (grant.round, "毎年募集" if grant.yearly else ""))))),
    )
    return tuple(Fact(label, lines) for label, lines in rows if lines)


def _eligible(directory: Directory, eligible: Eligible | None) -> list[str]:
    if eligible is None:
        return []
    lines = (
        "、".join(directory.labels("kinds", eligible.kinds)),
        f"活動{eligible.years}年以上" if eligible.years else "",
        f"会員{eligible.members}人以上" if eligible.members else "",
        "センターに登録している団体" if eligible.registered else "",
        eligible.note or "",
    )
    return [line for line in lines if line]


def grant_contact(grant: Grant) -> ContactView | None:
    """How to reach those who give a grant, its own page first; None where it names no way."""
    if grant.contact is None and grant.url is None:
        return None
    view = contact_view(grant.contact or Contact())
    return view._replace(links=(elsewhere("案内のページ", grant.url), *view.links)) if grant.url else view
