"""The help for a recurrence that is not understood: a form that is, and that names no other days and times."""

import re
from collections.abc import Iterator

from generator.japanese.clauses import Parted, assembled, parted
from generator.japanese.day_words import unknown, words
from generator.japanese.exceptions import TAKES_AWAY
from generator.japanese.mentions import BUILDING, mentions
from generator.japanese.patterns import IN_WORDS, Recurrence
from generator.japanese.remarks import Noted, exceptions_of, take_notes
from generator.japanese.spellings import in_japanese
from generator.japanese.text import compact
from generator.japanese.times import RANGE, read_range, show_range, with_colons
from generator.japanese.unclear import LIMIT, Unclear
from generator.japanese.wording import show_recurrence

_EXAMPLE = "毎月第2・第4土曜 9:00-12:00"
# A text that goes on for longer is no slip of a few words, and need not be searched for one.
_LONGEST = 160
_RANGE = re.compile(RANGE)
_SPACES = re.compile(r"\s+")
_MARKS = re.compile("[\ue000-\ue1ff]")
_REPAIRS = (
    ("$", ""),
    ("毎月", "毎週"),
    ("毎週", "毎月"),
    ("毎週", ""),
    ("^", "毎月"),
    ("^", "毎年"),
    ("曜日?[、と](?=[月火水木金土日])", "・"),
)
_WITHOUT_ORDINAL = re.compile("(?<![0-9第・、,~])([1-5])(?=(?:[・、,][1-5])*[月火水木金土日]曜)")
_FILLERS = "[\\s、,。.・:;/~はがをにのでと()「」【】!?-]*"
_NOTHING_LEFT = re.compile(_FILLERS)
# What a help may leave out without naming other days: a slip of one letter, a manner of speaking, a place or part.
_MAY_BE_LEFT = re.compile(
    f"{_FILLERS}(?:[^かもや初末旧昨来今元明前後次翌先半隔別他各数又或春夏秋冬盆暮雨雪]|[第毎週月曜日時分~]{{1,3}}|every|other|th|nd|rd|st"
    "|令和(?:元|[0-9]{1,2})年|平成(?:元|[0-9]{1,2})年|期間中|原則(?:として|的)?|基本(?:的|として)?|通常|普段|いつも|だいたい|大体|おおむね"
    "|及び?|ならび|くらい|ぐらい|程度|くらいまで|集合|集まり?ます?|開始|始ま?り?|スタート|受付|します|しています|しております|やってい?ます"
    "|活動|練習|稽古|講座|場所|会場"
    "|(?:[^\\s、,。かもやらり翌前後時以]|けや){0,20}(?:館|ホール|プラザ|センター|公園|広場|会議室|教室|集会所|学校|高校|園|寺|神社|堂|駅"
    f"|橋|店|宅|班|級|部|クラス|コース|チーム|会)){_FILLERS}"
)
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "example": _EXAMPLE,
    "repairs": _REPAIRS,
    "without_ordinal": _WITHOUT_ORDINAL,
    "nothing_left": _NOTHING_LEFT,
    "may_be_left": _MAY_BE_LEFT,
    "longest": _LONGEST,
    "spaces": _SPACES,
}


def nearest(text: str, parts: Parted | None, problem: Unclear | None) -> tuple[str, str]:
    """A text that would be understood, and what of the first one it leaves out; if need be all of it kept in words."""
    found = next(_likely(text, parts, problem), None) if parts and len(text) <= _LONGEST else None
    return found or (_in_words(text), "")


def one_line(text: str) -> str:
    """The text trimmed, every run of white space in it as one space."""
    return _SPACES.sub(" ", text).strip()


def _in_words(text: str) -> str:
    """The text to be shown as it stands; an example in the place of one that is empty or too long."""
    plain = _MARKS.sub("", one_line(text))
    return f"{IN_WORDS}{plain}" if 0 < len(plain) <= LIMIT - len(IN_WORDS) else _EXAMPLE


def _likely(text: str, parts: Parted, problem: Unclear | None) -> Iterator[tuple[str, str]]:
    """Every help that says all that the text says of days and times, and nothing else, with what it leaves out."""
    if TAKES_AWAY.search(parts.body):
        return  # Without the words that take days away it would say the opposite.
    meant = mentions(compact(in_japanese(text)))
    kept, blocked = _sorted(parts)
    body = _MARKS.sub("", compact(problem.suggestion) if problem else parts.body)
    plain = _WITHOUT_ORDINAL.sub(r"第\1", with_colons(body + "".join(map(compact, blocked))))
    known, left = _known(plain)
    if not all(map(_MAY_BE_LEFT.fullmatch, left)):
        return  # Something there may say when (4月から, だめなら, どこかの, 旧暦).
    for pattern, replacement in _REPAIRS:
        fixed = re.sub(pattern, replacement, known, count=1)
        found = _read(Noted(fixed), fixed)
        if found:
            shown = show_recurrence(found) + "".join(f"（{note}）" for note in kept)
            if mentions(compact(shown)) == meant and _read(take_notes(in_japanese(shown)), shown):
                yield shown, "、".join(left)


def _read(noted: Noted | None, text: str) -> Recurrence | None:
    parts = parted(noted) if noted else None
    found = assembled(parts, text) if parts else None
    return found if isinstance(found, Recurrence) else None


def _sorted(parts: Parted) -> tuple[list[str], list[str]]:
    """The remarks that may stay as they are, and those that are about days and are not understood."""
    every = (*map(parts.noted.said_at, _MARKS.findall(parts.body)), *parts.notes)
    return [n for n in every if exceptions_of((n,)) is not None], [n for n in every if exceptions_of((n,)) is None]


def _known(plain: str) -> tuple[str, list[str]]:
    """What is understood of a compact text word by word, times in digits; and what is not."""
    parts: list[str] = []
    left = BUILDING.findall(plain)
    plain = BUILDING.sub("\n", plain)
    position = 0
    for match in _RANGE.finditer(plain):
        span = read_range(match, plain)
        between = plain[position : match.start()]
        parts += (words(between), "" if isinstance(span, Unclear) else show_range(span))
        left += unknown(between)
        position = match.end()
    parts.append(words(plain[position:]))
    left += unknown(plain[position:])
    return compact("".join(parts)), [piece for piece in left if not _NOTHING_LEFT.fullmatch(piece)]
