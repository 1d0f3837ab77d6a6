"""Which days and times a text speaks of at all, understood or not: two texts that do not speak of the same differ."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.japanese.dates import NUMBER, WEEKDAYS, number
from generator.japanese.times import ABOUT, SEPARATOR, with_colons

_CLOCK = re.compile(
    rf"(?P<hour>{NUMBER})(?::(?P<colon>[0-9]{{2}})(?::00)?|時(?!間)(?P<minute>半|{NUMBER}分|[0-9]{{2}}(?![0-9:時月日週回年人名円]))?"
    rf"|(?=\ ?[ap]\.?m)|(?=(?:から|より|[~/-]){NUMBER}(?::|時(?!間))))|正午|noon"
)
_LEADS_TO = re.compile(
    rf"(?:{ABOUT})?{SEPARATOR}(?:翌(?:日の?|朝の?)?)?(?:午前|午後|朝|お?昼|夕方?|夜|[ap]\.?m\.?\ ?)?の?"
)
_NO_WEEKDAY = re.compile(
    rf"曜日?|毎日(?!曜)|(?P<number>{NUMBER})(?:[のが](?:つく|付く)?)?日(?!曜)"
    r"|(?:祝祭|祝|祭|休|平|末|終|後の|催|動|例会|館|業|講|演|店|連|翌|前|当|初|両|定休|月末の?|期|の)日(?!曜)|[日月](?:程|時|付|間|中|例|末|初|謝|額|刊)"
    r"|(?:[毎各隔翌今来先当数かヶケカ]|奇数|偶数)月(?!曜)|月(?=に?(?:[0-9一二三四五六七八九十]|数)+回)"
)
_MONTH = re.compile(rf"(?P<number>{NUMBER})[かヶケカ]?月(?!曜)")
_SPAN = re.compile(rf"(?P<first>{NUMBER})(?P<month>月)?(?:日|週|回)?(?:~|-|から)第?(?P<last>{NUMBER})")
_NUMBER = re.compile(NUMBER)
# 並木公民館 and 第一会館 speak of no Thursday and no first; what is not surely the name of a building stays.
BUILDING = re.compile(
    r"(?<=[時分半日曜)0\n ])(?!分)"
    r"[\u4e00-\u65e5\u65e7-\u6641\u6643-\u66db\u66dd-\u6bcd\u6bcf-\u9693\u9695-\u9fff々ヶァ-ヺー]{2,12}"
    r"(?:館|センター|プラザ|ホール|公園|学校|高校|集会所|広場|神社|寺|コート)"
)
_WEEKDAYS_TO = re.compile(f"(?P<first>[{WEEKDAYS}])(?:~|-|から)(?P<last>[{WEEKDAYS}])")
_DAILY = re.compile("毎日(?!曜)")
# What changes days or parts of the day in other words than numbers and weekdays, under one name each.
_WORDS = (
    ("last", "最終|最後|末"),
    ("holiday", "祝"),
    ("workday", "平日"),
    ("other", "隔|おき|ごと|毎に"),
    ("off", "休|除|のぞ|以外|なし|ません|中止"),
    ("odd", "奇数"),
    ("even", "偶数"),
    ("irregular", "不定期|随時|適宜|必要に"),
    ("some", "数回|数日|何"),
    ("or", "又は|または|もしくは|或いは|あるいは|いずれか|どちらか|曜日?か(?=[月火水木金土日])"),
    ("season", "春|夏|秋|冬|季|旬|学期|連休|盆|正月|年末|年始"),
    ("near", "翌|前日|前夜|次の|初め|はじめ|終わり|半ば|没|日の出"),
)
_PARTS_OF_DAY = (("morning", "午前|朝"), ("afternoon", "午後|昼"), ("evening", "夜|夕"))
_NAMED = tuple((name, re.compile(words)) for name, words in _WORDS)
_NAMED_PARTS = tuple((name, re.compile(words)) for name, words in _PARTS_OF_DAY)
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "building": BUILDING,
    "clock": _CLOCK,
    "leads_to": _LEADS_TO,
    "no_weekday": _NO_WEEKDAY,
    "month": _MONTH,
    "span": _SPAN,
    "number": _NUMBER,
    "weekdays_to": _WEEKDAYS_TO,
    "daily": _DAILY,
    "named": _NAMED,
    "named_parts": _NAMED_PARTS,
}


class Mentions(NamedTuple):
    """Times and spans of them on a twelve-hour dial, other numbers, weekdays from Monday, words under their names."""

    times: frozenset[tuple[tuple[int, int], ...]]
    numbers: frozenset[int]
    weekdays: frozenset[int]
    words: frozenset[str]


def mentions(plain: str) -> Mentions:
    """What a compact text mentions of days and times, spans taken apart; sooner too much than too little."""
    written = with_colons(BUILDING.sub("\n", plain))
    times = frozenset(map(tuple, _spans(written)))
    rest = _CLOCK.sub("\n", written)
    words = {name for name, pattern in (*_NAMED, *(() if times else _NAMED_PARTS)) if pattern.search(rest)}
    days = _NO_WEEKDAY.sub(lambda m: "\n" if "曜" not in m[0] else "", _MONTH.sub("\n", rest))
    weekdays = set(range(7)) if _DAILY.search(rest) else set()
    for match in _WEEKDAYS_TO.finditer(days):
        first, last = WEEKDAYS.index(match["first"]), WEEKDAYS.index(match["last"])
        weekdays |= {day % 7 for day in range(first, last + (1 if last >= first else 8))}
    weekdays |= {WEEKDAYS.index(letter) for letter in days if letter in WEEKDAYS}
    return Mentions(times, frozenset(_numbers(rest)), frozenset(weekdays), frozenset(words))


def _spans(written: str) -> list[list[tuple[int, int]]]:
    """Every time, together with the one that it leads to."""
    found: list[list[tuple[int, int]]] = []
    end = 0
    for match in _CLOCK.finditer(written):
        if found and len(found[-1]) == 1 and _LEADS_TO.fullmatch(written, end, match.start()):
            found[-1].append(_time(match))
        else:
            found.append([_time(match)])
        end = match.end()
    return found


def _time(match: re.Match[str]) -> tuple[int, int]:
    minute = match["colon"] or match["minute"] or "0"
    hour = number(match["hour"]) if match["hour"] else 12
    return hour % 12, 30 if minute == "半" else number(minute.removesuffix("分"))


def _numbers(rest: str) -> Iterator[int]:
    yield from (number(match[0]) for match in _NUMBER.finditer(rest))
    for match in _SPAN.finditer(rest):
        first, last = number(match["first"]), number(match["last"])
        yield from range(first, last + 1) if first <= last else ()
        if first > last and match["month"]:
            yield from (*range(first, 13), *range(1, last + 1))
