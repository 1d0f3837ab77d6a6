"""Whether a free text names a day, a time or a place: what it says then does not hold for anything beside it.

Sooner too much than too little: whoever takes a text for silent would add a day or place that it contradicts.
"""

import re

from generator.japanese.dates import WEEKDAYS
from generator.japanese.text import narrow

_NUMBER = "[0-9一二三四五六七八九十]"
_TIME = re.compile(
    f"[{WEEKDAYS}]曜|平日|土日|週末|祝日|毎[日週月年朝晩]|隔週|[週月](?:に|{_NUMBER}+[回度日])|(?:^|[^少青中老])年(?:に|度|{_NUMBER}+回)"
    f"|{_NUMBER}月(?!間)|[0-9二三四五六七八九十]日(?![間目])|{_NUMBER}時(?![間代点期])|[0-9]:[0-5][0-9]"
    "|正午|午前|午後|朝|夜|夕方|昼(?![食ご])|(?:^|[^青])春|夏|秋|冬|[今来]年|[今来][週月]|年末|年始|正月|月[初末]|[上中下]旬|連休"
    "|当日|前日|翌日|本番|明日|[一1]回(?:だけ|限り|きり)|単発|不定期|随時"
    "|まつり|祭|大会|発表会|演奏会|講演|イベント|バザー|総会|催し|合宿|キャンプ|お話しいただ"
)
_PLACE = re.compile(
    "場所|会場|集合|現地|訪問|出張|自宅|お宅|在宅|家で"
    "|公園|学校|[小中]学?校(?=[のでにへ])|図書館|センター|公民館|会館|集会所|広場|神社|駅|畑|校庭|商店街|病院|施設|団地"
)
# The Saturday meeting (土曜の部), which is none of somebody else's Saturdays.
_MEETING = re.compile(
    f"(?P<day>[{WEEKDAYS}])曜日?の?(?:午前|午後|朝|昼|夜|夕方)?の?"
    "(?:部|会(?![館場社計費])|回|組|クラス|班|教室|例会|集まり|練習|けいこ|稽古|活動)"
)
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"time": _TIME, "place": _PLACE, "meeting": _MEETING}


def names_time(text: str) -> bool:
    """Whether a text names a day, a time, a rhythm or an occasion."""
    return bool(_TIME.search(narrow(text)))


def names_place(text: str) -> bool:
    """Whether a text names a place, or that one goes somewhere."""
    return bool(_PLACE.search(narrow(text)))


def meeting_day(text: str) -> int | None:
    """The one weekday of which a text names the meeting (土曜の部), 0 being Monday, where it names no other time."""
    plain = narrow(text)
    days = {found["day"] for found in _MEETING.finditer(plain)}
    if len(days) != 1 or _TIME.search(_MEETING.sub("\n", plain)):
        return None
    return WEEKDAYS.index(days.pop())
