"""Which answers a document meets, to which degree, and what in the profile says so."""

import re
from collections.abc import Iterator, Set
from functools import lru_cache

from generator.japanese.patterns import EVERY_OTHER_WEEK, EVERY_WEEK, Recurrence
from generator.japanese.recurrence import parse_recurrence, slots, week_cells
from generator.matching.company import company
from generator.matching.differences import differences
from generator.matching.documents import Document
from generator.matching.evidence import GroupEvidence, Met, around, own_text
from generator.matching.sheet import EVERYWHERE, HOME, SLOTS
from generator.matching.skills import strongest
from generator.models.calls import FEW, LEADING

ALWAYS = "always"
# Each part of the week with its days, Monday being 0.
_DAYS = {"weekday": tuple(range(5)), "saturday": (5,), "sunday": (6,)}
_WEEK = tuple((f"{day}-{part}", day, part, _DAYS[day]) for day, part in SLOTS)
_UNKNOWN = tuple(Met("when", value, "unknown", "opening.when") for value, *_ in _WEEK)
# The areas that do not lie in the city.
OUTSIDE = ("online", "neighbors")
# An opening is there only if it says so itself, wherever else its group is at work.
_OUTSIDE = {
    "online": re.compile("オンライン|リモート|Zoom|ズーム"),
    "neighbors": re.compile("近隣|市外|となりの市|隣の市"),
}
_AT_HOME = re.compile("(?:ご?自宅|家)で(?:の|でき|も|お)|在宅|オンライン(?:で|の相談|参加)")
# 週に半日から and 月に一度からで十分 say how often, and that again and again.
_ONCE = re.compile(
    "(?<![週月年])(?<![週月年][にで])(?:[一1１]日|[一1１]度|[一1１]回|半日)(?:だけ|のみ|から)|当日だけ|(?:の日|その日)だけ|単発"
)
_NUMBER = "[一二三1-3１-３]"
_MONTHLY = re.compile(f"月に?、?(?:{_NUMBER}、?)+(?:回|度|日)")
_WEEKLY = re.compile(f"週に?(?:{_NUMBER}(?:回|度|日)|半日)|毎週")
_ANYTIME = re.compile(
    "来られる時間?だけ|来られるとき|都合の(?:よい|いい|つく)|毎回でなくて|断っても|曜日は選べ|登録制|抜けて"
)
# A text that nobody could read as a recurrence, but that names days: 平日の朝 7:40-8:20（曜日は選べます）.
_NAMED_DAYS = (
    ("weekday", re.compile("平日|[月火水木金]曜")),
    ("saturday", re.compile("土曜|土日")),
    ("sunday", re.compile("日曜|土日")),
)
_NAMED_PARTS = (
    ("morning", re.compile("朝|午前")),
    ("afternoon", re.compile("昼|午後")),
    ("evening", re.compile("夜|夕")),
)
_PIECES = re.compile("[、，（(]|のうち")
_NOT_SURE = re.compile("除|のぞ|以外|休|なし|ません|中止|か(?=[月火水木金土日]曜)")


def conditions(evidence: GroupEvidence, document: Document) -> Iterator[Met]:
    """Everything that a document meets, what excludes it, and what it says otherwise, question by question."""
    often = tuple(_often(evidence, document))
    yield from _always(document)
    yield from _do(evidence, document)
    yield from _when(document)
    yield from _where(evidence, document)
    yield from company(evidence, document)
    yield from often
    yield from differences(evidence, document, often)


def _always(document: Document) -> Iterator[Met]:
    """What counts whatever somebody answers: an entry for few people stands behind one for many."""
    if document.opening is None:
        yield Met(ALWAYS, "", "group", "group")
    elif document.role in FEW:
        yield Met(ALWAYS, "", document.role, "opening.role", document.role)


def _do(evidence: GroupEvidence, document: Document) -> Iterator[Met]:
    """The skills that a document speaks of; `+` where its role is one for those who have them."""
    skills, group = evidence.reader.skills, evidence.entry.group
    call = document.opening.call if document.opening else None
    # Whom a group is for tells who may join it, and with whom those are who help.
    whom = () if document.joining else group.audiences
    given = (
        ("titled", skills.found(call.title) if call else {}),
        (
            "said",
            skills.found(f"{call.text or ''}\n{call.conditions or ''}")
            if call and (call.text or call.conditions)
            else {},
        ),
        ("named", evidence.named),
        ("told", evidence.told),
        ("audience", {skill: name for name in whom for skill in skills.audiences.get(name, ())}),
        ("field", {skill: name for name in group.fields for skill in skills.fields.get(name, ())}),
    )
    fitting = skills.roles.get(document.role or "member", ())
    for skill, degree, word in strongest(*given):
        fits = skill in fitting and degree in _BY_WORDS
        yield Met("do", skill, f"{degree}+" if fits else degree, _SOURCES[degree], word)


_BY_WORDS = ("titled", "said", "named", "told")
_SOURCES = {
    "titled": "opening.title",
    "said": "opening.text",
    "named": "group.name",
    "told": "group.text",
    "audience": "group.audiences",
    "field": "group.fields",
}


def _when(document: Document) -> Iterator[Met]:
    given = list(document.repeats())
    found = {value: met for repeat, of_meeting in reversed(given) for value, met in _slots(repeat, of_meeting)}
    if document.opening and document.opening.moment:
        found = dict(_parts(document.opening.cells, frozenset(), "full", "when", document.opening.when))
    if not found and document.opening and document.opening.call.when:
        found = dict(_named_slots(document.opening.call.when))
    yield from found.values() or _UNKNOWN


@lru_cache(maxsize=4096)
def _slots(repeat: Recurrence, of_meeting: bool) -> tuple[tuple[str, Met], ...]:
    """The parts of the week in which something repeats; a day without times is all day, one of the month any day."""
    may_be = slots(repeat) if repeat.month_days else frozenset()
    degree, source = ("meeting", "meeting.when") if of_meeting else ("full", "when")
    parts = _parts(week_cells(repeat), may_be, degree, source, repeat.text)
    # What is in some months alone is told as it is written.
    return tuple((value, _about(value, repeat.text)) if repeat.months else (value, met) for value, met in parts)


def _parts(
    cells: Set[tuple[int, str]], may_be: Set[tuple[str, str]], degree: str, source: str, text: str
) -> Iterator[tuple[str, Met]]:
    """The parts of the week that cells of it touch surely, on their day at some hour, or perhaps."""
    for value, day, part, days in _WEEK:
        sure = " ".join(f"{number}-{part}" for number in days if (number, part) in cells)
        all_day = " ".join(f"{number}-any" for number in days if (number, "any") in cells)
        if sure:
            yield value, Met("when", value, degree, source, sure)
        elif all_day:
            yield value, Met("when", value, "about", source, all_day)
        elif (day, part) in may_be or (day, "any") in may_be:
            yield value, _about(value, text)


def _named_slots(text: str) -> Iterator[tuple[str, Met]]:
    """The parts of the week that a text names which nobody could read as a whole: 平日 8:30-17:00 のうち、週に半日."""
    if _NOT_SURE.search(text):
        return
    for piece in _PIECES.split(text):
        repeat = parse_recurrence(piece) if piece.strip() else None
        if isinstance(repeat, Recurrence) and not repeat.irregular:
            yield from ((value, _about(value, text)) for value, _ in _slots(repeat, False))
    days = {day for day, pattern in _NAMED_DAYS if pattern.search(text)}
    parts = {part for part, pattern in _NAMED_PARTS if pattern.search(text)}
    for day, part in SLOTS:
        if day in days and part in parts:
            yield f"{day}-{part}", _about(f"{day}-{part}", text)


def _about(value: str, text: str) -> Met:
    return Met("when", value, "about", "opening.words", text)


def _where(evidence: GroupEvidence, document: Document) -> Iterator[Met]:
    call = document.opening.call if document.opening else None
    if call and call.from_home:
        yield Met("where", HOME, "full", "opening.from_home")
    elif call and call.from_home is None and (said := _AT_HOME.search(own_text(document))):
        yield Met("where", HOME, "said", "opening.text", around(said))
    areas = evidence.entry.group.areas
    for area in (
        evidence.reader.directory.vocabularies["areas"].terms
        if "areas" in evidence.reader.directory.vocabularies
        else ()
    ):
        if area in _OUTSIDE and call:
            if said := _OUTSIDE[area].search("\n".join(filter(None, (own_text(document), call.when, call.place)))):
                yield Met("where", area, "said", "opening.text", around(said))
        elif area in areas and area != EVERYWHERE:
            yield Met("where", area, "full", "group.areas", area)
        elif EVERYWHERE in areas and area not in OUTSIDE:
            yield Met("where", area, "city", "group.areas", EVERYWHERE)


def _often(evidence: GroupEvidence, document: Document) -> Iterator[Met]:
    call = document.opening.call if document.opening else None
    text = own_text(document)
    if call and call.once:
        yield Met("often", "once", "full", "opening.once")
    elif call and call.once is None and (said := _ONCE.search(text)):
        yield Met("often", "once", "said", "opening.text", around(said))
    elif call and call.when and (said := _ONCE.search(call.when)):
        yield Met("often", "once", "said", "opening.when", around(said))
    elif document.opening and document.opening.on_one_day:
        yield Met("often", "once", "said", "opening.when", document.opening.when)
    rhythms = list(_rhythm(document, f"{text}\n{call.when or ''}" if call else ""))
    yield from rhythms
    if len(rhythms) == 1 and rhythms[0].value == "monthly":
        # Who could come every week can come every month.
        yield rhythms[0]._replace(value="weekly", degree="less")
    if document.role in LEADING:
        yield Met("often", "over", document.role, "opening.role", document.role)


def _rhythm(document: Document, text: str) -> Iterator[Met]:
    """How often one comes: by what an entry says, else by when it is."""
    said = {value: around(found) for value, pattern in _RHYTHMS if (found := pattern.search(text))}
    for value, words in said.items():
        yield Met("often", value, "said", "opening.text", words)
    if not said:
        for repeat, of_meeting in document.repeats():
            value = rhythm_of(repeat)
            if value:
                yield Met(
                    "often", value, "meeting" if of_meeting else "full", "meeting.when" if of_meeting else "when", value
                )
                return


_RHYTHMS = (("weekly", _WEEKLY), ("monthly", _MONTHLY), ("any", _ANYTIME))


def rhythm_of(repeat: Recurrence) -> str:
    """weekly, monthly (up to twice a month), any where it is irregular; nothing where nobody can tell."""
    if repeat.in_words or repeat.months:
        return ""
    if repeat.irregular:
        return "any"
    if repeat.month_days:
        return "monthly" if len(repeat.month_days) <= 2 else ""
    weeks = [week for pattern in repeat.patterns for week in pattern.weeks]
    if EVERY_WEEK in weeks:
        return "weekly"
    return "monthly" if weeks and (EVERY_OTHER_WEEK in weeks or len(set(weeks)) <= 2) else ""
