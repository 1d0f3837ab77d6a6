"""What is wrong with calls for people: what volunteers look for and do not find, and what contradicts itself."""

import re
from collections.abc import Iterator
from datetime import date

from generator.check.finding import Faults
from generator.check.plain import out_of_order
from generator.japanese.answers import says_nothing, tells_nothing
from generator.japanese.headcounts import people_in
from generator.japanese.moments import Moment
from generator.japanese.occasions import names_place, names_time
from generator.japanese.text import key, narrow
from generator.models.calls import borrowed, is_over, when_of
from generator.models.choices import GroupStatus
from generator.models.group import Group, Recruiting
from generator.reading.strict import Path as Loc

# What volunteers look at first. For whom and until when may be left open: a standing call has no end.
_ENGLISH = {"場所": "where", "日時": "when", "内容": "what"}
# That place or time is left to whoever comes: 場所も日時も相談して決めます.
_ARRANGED = re.compile(
    "(?:日時|日程|時間|曜日|場所|会場|都合)[^。\n]{0,12}(?:相談|希望|合わせ|決め)|相談(?:して|の上|のうえ)[^。\n]{0,6}決め|[応要]相談"
)
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"english": _ENGLISH, "arranged": _ARRANGED}


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
            if missing:
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
    """What a call says nowhere; the meeting that it surely means tells the rest, and from home nothing is needed."""
    taken = borrowed(call, call.place, group.meetings, [meeting.place for meeting in group.meetings])
    words = narrow("\n".join(filter(None, (call.title, call.text, call.conditions))))
    arranged = bool(call.from_home or _ARRANGED.search(words))
    if not (call.place or arranged or taken.place is not None or names_place(words)):
        yield "場所"
    if not (call.when or arranged or taken.when is not None or names_time(words)):
        yield "日時"
    if says_nothing(call.title) and (not call.text or tells_nothing(call.text)):
        yield "内容"
