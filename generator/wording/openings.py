"""An opening in words: for whom, when, where, on which conditions, until when."""

from collections.abc import Sequence
from typing import Final

from generator.directory.model import Directory
from generator.japanese.ages import Ages, parse_ages
from generator.japanese.headcounts import show_people
from generator.matching.opportunities import Opportunity
from generator.models.group import Recruiting
from generator.wording.days import day_words
from generator.wording.facets import BEGINNERS, FROM_HOME, ONCE, WITH_CHILDREN

# Ages as choices, in years, both included.
AGE_BANDS: Final = {
    "小学生": (6, 11),
    "中学生": (12, 14),
    "高校生": (15, 17),
    "18〜29歳": (18, 29),
    "30〜59歳": (30, 59),
    "60代": (60, 69),
    "70歳以上": (70, 120),
}
# Words on a group's card that say that it is easy to come, at most.
EASE_SHOWN = 3
CLOSES, POSTED = "締切", "掲載日"
OF_MEETING = "団体の集まりの{}"
ASK = "団体におたずねください"
# What the browser has to know as well: theme/scripts/tables.js.
SHARED: Final = {"ease_shown": EASE_SHOWN}


def opening_badges(call: Recruiting) -> tuple[str, ...]:
    """What makes it easy to come: beginners, once, with children, from home."""
    flags = (
        (call.beginners_ok, BEGINNERS),
        (call.once, ONCE),
        (call.with_children, WITH_CHILDREN),
        (call.from_home, FROM_HOME),
    )
    return tuple(word for said, word in flags if said)


def opening_rows(directory: Directory, call: Recruiting) -> tuple[tuple[str, str], ...]:
    """How many, how old, for whom, on which conditions, until when: a label and its words each."""
    rows = (
        ("人数", show_people(call.number) if call.number else ""),
        ("年齢", call.ages or ""),
        ("対象", "経験のある方" if call.beginners_ok is False else ""),
        ("回数", "続けて来られる方" if call.once is False else ""),
        ("子ども連れ", "ご遠慮ください" if call.with_children is False else ""),
        ("条件", call.conditions or ""),
        (CLOSES, day_words(call.until, directory.today) if call.until else ""),
        (POSTED, day_words(call.posted, directory.today) if call.posted else ""),
    )
    return tuple(row for row in rows if row[1])


def of_meetings(each: Opportunity) -> str:
    """That place or time, or both, are not the entry's own but those of its group's meetings; nothing if neither is."""
    whose = (("場所", each.spot_of_meeting), ("日時", each.when_of_meeting))
    found = "と".join(label for label, taken in whose if taken)
    return f"{found}は、団体の集まりのものです。" if found else ""


def unsaid(each: Opportunity) -> tuple[str, ...]:
    """Whether 場所 or 日時 are nowhere to be found; what is done from home needs neither."""
    known = (("場所", each.spot), ("日時", each.when))
    return () if each.call.from_home else tuple(label for label, said in known if not said)


def to_ask(each: Opportunity) -> str:
    """Whom to ask for place or time where nobody says; nothing where all is said."""
    found = "と".join(unsaid(each))
    return f"{found}は、{ASK}。" if found else ""


def ease_words(calls: Sequence[Recruiting]) -> tuple[str, ...]:
    """What makes it easy to come to one or another of some entries, the first few words."""
    said = {word for call in calls for word in opening_badges(call)}
    return tuple(word for word in (BEGINNERS, ONCE, WITH_CHILDREN, FROM_HOME) if word in said)[:EASE_SHOWN]


def age_words(call: Recruiting) -> tuple[str, ...]:
    """The ages that may come, as choices; none where nobody says, or it is not understood."""
    ages = parse_ages(call.ages) if call.ages else None
    if not isinstance(ages, Ages):
        return ()
    return tuple(word for word, (first, last) in AGE_BANDS.items() if ages.meets(first, last))
