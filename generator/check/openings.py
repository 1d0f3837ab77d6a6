"""What is wrong with calls for people: what volunteers look for and do not find, and what contradicts itself."""

from collections.abc import Iterator
from datetime import date

from generator.check.finding import Faults
from generator.check.plain import out_of_order
from generator.japanese.answers import says_nothing
from generator.japanese.headcounts import people_in
from generator.japanese.moments import Moment
from generator.japanese.text import key
from generator.models.calls import borrowed, is_over, when_of
from generator.models.choices import GroupStatus
from generator.models.group import Group, Recruiting
from generator.reading.strict import Path as Loc

# What is looked at first; the rest is named along with it.
_FIRST = ("場所", "日時", "内容")
_ENGLISH = {"場所": "where", "日時": "when", "内容": "what", "だれに": "who", "締切": "until when"}
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"first": _FIRST, "english": _ENGLISH}


def opening_faults(group: Group, today: date) -> Faults:
    """Everything wrong with a group's calls, by the path of the value that is at fault."""
    seen: set[tuple[str, str]] = set()
    for n, call in enumerate(group.recruiting):
        path = ("recruiting", n)
        yield from _day_past(call, today, path)
        if (call.role, key(call.title)) in seen:
            yield (*path, "title"), "openings-alike", {"title": call.title}
        seen.add((call.role, key(call.title)))
        if group.status == GroupStatus.ACTIVE and not is_over(call, today):
            missing = tuple(_missing(group, call))
            if set(missing) & set(_FIRST):
                words = {"missing": "」「".join(missing), "missing_en": ", ".join(_ENGLISH[each] for each in missing)}
                yield (*path, "title"), "opening-vague", {"title": call.title, **words}
        if call.from_home and call.place:
            yield (*path, "place"), "home-with-place", {"value": call.place}
        if call.number and people_in(call.number) == 0:
            yield (*path, "number"), "nobody-wanted", {"title": call.title}
        yield from out_of_order(call.posted, call.until, (*path, "until"))


def _day_past(call: Recruiting, today: date, path: Loc) -> Faults:
    """The only day of a call that was to be done once."""
    day = when_of(call)
    if isinstance(day, Moment) and day.last < today and not (call.until and call.until < today):
        yield (*path, "when"), "opening-over", {"title": call.title, "value": day.last.isoformat()}


def _missing(group: Group, call: Recruiting) -> Iterator[str]:
    """What a call does not say; the meeting that it surely means tells the rest, and from home nothing is needed."""
    taken = borrowed(call, call.place, group.meetings, [meeting.place for meeting in group.meetings])
    if not (call.place or call.from_home or taken.place is not None):
        yield "場所"
    if not (call.when or call.from_home or taken.when is not None):
        yield "日時"
    if not call.text and says_nothing(call.title):
        yield "内容"
    said = (call.ages, call.conditions, call.beginners_ok, call.once, call.with_children)
    if all(each is None for each in said) and not group.audiences:
        yield "だれに"
    if call.until is None:
        yield "締切"
