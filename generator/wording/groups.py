"""A group in words: one line for when and where, whom it seeks, its facts."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from generator.directory.model import Directory, GroupEntry, Spot
from generator.japanese.dates import era_year, show_partial_date
from generator.japanese.money import show_yen
from generator.japanese.recurrence import show_recurrence, slots
from generator.models.choices import GroupStatus
from generator.models.group import Exchange, Fees, Members
from generator.wording.days import day_words, short_days
from generator.wording.facets import FREE, PAID
from generator.wording.free import costs, free_words
from generator.wording.openings import ease_words
from generator.wording.parts import Fact, Link, MeetingView, plain

NOTICES = {
    GroupStatus.RESTING: "この団体は、いまお休みしています。",
    GroupStatus.ENDED: "この団体は、活動を終えました。",
}


# The facts of where a group is at work, and when it began.
AREAS, FOUNDED = "地域", "設立"
# Facts that nearly every group tells; that it does says nothing of it.
COMMON = ("対象", "費用", "会員", "話せる言葉")
NO_MEETINGS = "活動日は団体におたずねください"
# Letters of a place that only words tell, on a card.
_LONGEST_SPOT = 16
_WHOLE = re.compile("(?P<inside>[市区町村]内)全域")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"notices": NOTICES, "no_meetings": NO_MEETINGS, "longest_spot": _LONGEST_SPOT, "whole": _WHOLE}


def day_line(group: GroupEntry, number: int = 0) -> str:
    """When and where one of a group's meetings is, in one short line; where to ask when nothing is written."""
    if not group.group.meetings:
        return NO_MEETINGS
    meeting, spot = group.group.meetings[number], group.spots[number]
    more = "ほか" if len(group.group.meetings) > 1 else ""
    return "　".join(filter(None, (f"{short_days(meeting.when)}{more}", _short_spot(spot))))


def meeting_in(group: GroupEntry, slot: tuple[str, str]) -> int:
    """The number of the first meeting of a group in a part of the week and of the day."""
    return next((n for n, meeting in enumerate(group.group.meetings) if slot in slots(meeting.when)), 0)


def meeting_at(group: GroupEntry, places: Collection[str]) -> int:
    """The number of the first meeting of a group at one of some places."""
    return next((n for n, spot in enumerate(group.spots) if spot and spot.slug in places), 0)


def _short_spot(spot: Spot | None) -> str:
    """The name of a place; where only words tell it, at most sixteen characters of them."""
    if spot is None:
        return ""
    return spot.text if spot.slug or len(spot.text) <= _LONGEST_SPOT else spot.text[: _LONGEST_SPOT - 1] + "…"


def fees_words(fees: Fees | None) -> tuple[str, ...]:
    """Whether belonging to a group costs something, or only some of its people, as choices; none where nobody says."""
    if fees is None:
        return ()
    note = fees.note or ""
    amounts = [each for each in (fees.joining, fees.yearly, fees.monthly, fees.per_time) if each is not None]
    if any(amounts):
        return (PAID, *(word for word in free_words(note) if word != FREE))
    return (FREE,) if amounts and not costs(note) else free_words(note)


def fee_lines(fees: Fees | None) -> tuple[str, ...]:
    """What belonging costs, a line each."""
    if fees is None:
        return ()
    named = (("入会金", fees.joining), ("年会費", fees.yearly), ("月会費", fees.monthly), ("1回", fees.per_time))
    lines = [f"{name} {'なし' if amount == 0 else show_yen(amount)}" for name, amount in named if amount is not None]
    return (*lines, *([fees.note] if fees.note else []))


def _inside(directory: Directory) -> str:
    """What 「市内」 is in this city: 村内 where the widest area is called 村内全域."""
    found = _WHOLE.fullmatch(directory.label("areas", "citywide"))
    return found["inside"] if found else "市内"


def members_line(members: Members | None, inside: str) -> str:
    """How many members, of whom how many live here (`inside`: 市内, 村内), and their ages."""
    if members is None:
        return ""
    total = f"{members.total}人" if members.total is not None else ""
    residents = f"（うち{inside}{members.residents}人）" if members.residents is not None else ""
    note = f"（{members.note}）" if members.note else ""
    return "　".join(filter(None, (total + residents + note, members.ages)))


def confirmed_line(day: date | None) -> str:
    """「2026年9月に確認」, or nothing."""
    return f"{day.year}年（{era_year(day)}）{day.month}月に団体が内容を確認しました。" if day else ""


def calls(directory: Directory, entry: GroupEntry) -> tuple[str, ...]:
    """Whom a group is looking for, the first two roles."""
    roles = dict.fromkeys(directory.label("roles", r.role) for r in entry.recruiting)
    return tuple(f"{role}募集" for role in roles)[:2]


def badges(directory: Directory, entry: GroupEntry) -> tuple[str, ...]:
    """The other words that decide whether somebody reads on: beginners, once, with children, languages."""
    words = list(ease_words(entry.recruiting))
    others = [name for name in entry.group.languages if name != "ja"]
    words += [f"{directory.label('languages', name)}可" for name in others[:2]]
    return tuple(words)


def term_links(directory: Directory, entry: GroupEntry, vocabulary: str, terms: tuple[str, ...]) -> tuple[Link, ...]:
    """Terms with the lists they stand for; a group that has ended is in no list, which may not even exist."""
    listed = entry.group.status != GroupStatus.ENDED
    return tuple(Link(directory.label(vocabulary, t), f"{vocabulary}/{t}/" if listed else "") for t in terms)


def group_facts(directory: Directory, entry: GroupEntry) -> tuple[Fact, ...]:
    """Where a group is at work, for whom, what it costs, who belongs to it: a label and its lines each."""
    group = entry.group
    rows = (
        (AREAS, term_links(directory, entry, "areas", group.areas)),
        ("対象", _words(directory.labels("audiences", group.audiences))),
        ("費用", tuple(Link(line) for line in fee_lines(group.fees))),
        ("会員", plain(members_line(group.members, _inside(directory)))),
        ("法人番号", plain(group.corporate_number or "")),
        (FOUNDED, plain(show_partial_date(group.founded) if group.founded else "")),
        ("話せる言葉", _words(directory.labels("languages", group.languages))),
        ("バリアフリー対応", _words(directory.labels("accessibility", group.accessibility))),
    )
    return tuple(Fact(label, lines) for label, lines in rows if lines)


def meeting_lines(directory: Directory, entry: GroupEntry) -> Iterator[MeetingView]:
    """Each meeting with its place; the address of a place stands where the place is named first."""
    told = set()
    for meeting, spot in zip(entry.group.meetings, entry.spots, strict=True):
        known = directory.place_of.get(spot.slug) if spot and spot.slug not in told else None
        told.add(spot.slug if spot else "")
        yield MeetingView(
            when=show_recurrence(meeting.when) or meeting.when.text,
            place=Link(spot.text, spot.url, note=(known.address if known else "") or "") if spot else None,
            note=meeting.note or "",
        )


def _words(labels: tuple[str, ...]) -> tuple[Link, ...]:
    return plain("、".join(labels))


def exchanges(directory: Directory, items: tuple[Exchange, ...]) -> tuple[tuple[str, str, str], ...]:
    """What can be given or had now: kind, words, and when and until when."""
    return tuple(
        (directory.label("exchanges", i.kind), i.text, "、".join(filter(None, (i.when, _until(directory, i)))))
        for i in items
        if i.until is None or i.until >= directory.today
    )


def _until(directory: Directory, exchange: Exchange) -> str:
    return f"{day_words(exchange.until, directory.today)}まで" if exchange.until else ""
