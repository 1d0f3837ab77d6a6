"""Offers, needs and pairs of them in words: 「テント：同じ地域（川辺）・土曜」."""

from generator.directory.model import Directory
from generator.japanese.dates import WEEKDAYS
from generator.matching.entries import Entry
from generator.matching.pairs import Pair
from generator.things.named import Things
from generator.wording.days import day_words

SIDES = {"offers": "できること", "seeks": "求めていること"}
# So much of the other's words stands beside a reason.
_LONGEST = 60


def pair_words(directory: Directory, things: Things, pair: Pair) -> str:
    """Why two entries go together: the thing, then where, when and in what they agree, each only if it is so."""
    given, sought = things.known[pair.given].label, things.known[pair.thing].label
    thing = given if pair.given == pair.thing else f"{given}（{sought}）"
    reasons = "・".join(filter(None, _reasons(directory, pair)))
    return f"{thing}：{reasons}" if reasons else thing


def doubt_words(pair: Pair) -> tuple[str, ...]:
    """What has to be asked before two entries are known to go together: conditions as written, what is not known."""
    asked = "".join(f"『{sentence.removesuffix('。')}』" for sentence in pair.conditions)
    unknown = "か、".join(pair.unknown)
    return (
        *((f"条件をたしかめてください：{asked}",) if asked else ()),
        *((f"{unknown}かどうかは分かりません",) if unknown else ()),
    )


def _reasons(directory: Directory, pair: Pair) -> tuple[str, ...]:
    def named(words: str, vocabulary: str, terms: tuple[str, ...]) -> str:
        return f"{words}（{'、'.join(directory.labels(vocabulary, terms[:2]))}）" if terms else ""

    where = named("同じ地域", "areas", pair.areas) or named("となりの地域", "areas", pair.next_areas)
    return (
        where or (directory.label("areas", "citywide") if pair.citywide else ""),
        "いつも使う場所" if pair.meets else "",
        "".join(WEEKDAYS[day] for day in pair.days) + "曜" if pair.days else "",
        named("同じ分野", "fields", pair.fields[:1]),
    )


def entry_rows(directory: Directory, entry: Entry) -> tuple[tuple[str, str], ...]:
    """What stands below the words of an entry: when, until when, and the conditions of a room as they are written."""
    room = entry.room
    rows = (
        ("いつ", entry.when),
        ("いつまで", f"{day_words(entry.until, directory.today)}まで" if entry.until else ""),
        ("定員", f"{room.capacity}人" if room and room.capacity else ""),
        ("使用料", (room.fee or "") if room else ""),
        ("設備", "、".join(room.equipment) if room else ""),
        ("条件", "".join(each.sentence for each in entry.provisos) if room else ""),
        ("地域", "、".join(directory.labels("areas", entry.group.group.areas[:3])) if entry.group else ""),
    )
    return tuple(row for row in rows if row[1])


def in_short(text: str) -> str:
    """The beginning of an entry's words, as far as they have room beside a reason."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
