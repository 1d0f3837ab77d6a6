"""The words in which recurring days are written; a text with anything else in it is not understood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.japanese.dates import NUMBER, WEEKDAYS

AND = "(?:[・、,&+/]|と|及び|および|並びに)"
TO = "(?:~|-|から)"
# Private characters that stand in a text where a remark, or the name of a part (昼の部), was taken out.
REMARK, _LAST_REMARK, PART, _LAST_PART = map(chr, (0xE000, 0xE0FF, 0xE100, 0xE1FF))
MARKS = frozenset(map(chr, range(0xE000, 0xE200)))
_WEEK = f"(?:第{NUMBER}週?目?|最終(?!日(?!曜))週?)"
_WEEKDAY = rf"(?:[{WEEKDAYS}](?:曜(?:日(?!曜))?)?|祝祭日|祝日|祝)"
_FIRST_WEEKDAY = rf"[{WEEKDAYS}](?:曜(?:日(?!曜))?)?"
_LAST = "(?:末日|最終日|最後の日)"
_DAY = f"(?:{NUMBER}日?|{_LAST})"
_TIMES_A = f"(?:毎?[月年週](?:に|間に?)?(?:{NUMBER}|数)(?:[~,-]{NUMBER})?回(?:程度|ほど|くらい|ぐらい|以上)?)"
_TOKENS = {
    "R": f"[{REMARK}-{_LAST_REMARK}]",
    "L": f"[{PART}-{_LAST_PART}]",
    "F": (
        rf"不定期(?:[、・に]?{_TIMES_A})?|随時|適宜|隔月(?:1回)?|必要に応じて|{_TIMES_A}(?:[、・]?不定期)?"
        rf"|(?:{NUMBER}|数)[かヶケカ]月に{NUMBER}回"
    ),
    "O": r"隔週の?|1週(?:間)?おきの?|2週(?:間)?(?:に1回|に1度|ごと)の?",
    "A": "毎日(?!曜)",
    "B": "(?:毎週)?平日(?:のみ)?",
    "W": f"毎週の?|各週の?|[毎各](?=[{WEEKDAYS}])(?![月日])|[毎各](?=[月日]曜)",
    "M": "毎月の?|各月の?",
    "Y": "毎年の?",
    "N": (
        rf"(?:{_WEEK}|最後(?=の)(?!の日(?!曜))|月末(?=の))(?:(?:{AND}|{TO})?{_WEEK}"
        rf"|(?:{AND}|{TO}){NUMBER}週?(?![0-9日月回時]|の付)(?!$)"
        rf"|(?:{AND}|{TO}){NUMBER}(?=[日月]曜)|\.[1-5](?![0-9]))*(?:まで)?の?"
    ),
    "S": (
        rf"(?:奇数月|偶数月|(?:{NUMBER}月?(?:{AND}|{TO}))*{NUMBER}月(?![曜例初]|末(?!日)))"
        r"(?:まで)?(?:の間)?[のは]?"
    ),
    "T": rf"(?:{_DAY}(?:{AND}|{TO}))*(?:{NUMBER}日|{_LAST})(?![曜間目ま前後頃])|[0-9](?:の|が)(?:つ|付)く日",
    "D": rf"{_FIRST_WEEKDAY}(?:(?:{AND}|{TO})?{_WEEKDAY})*(?:まで)?(?:のみ|だけ)?",
    "P": "午前中?|午後|夜間?|夕方",
    "_": r"\ |(?:活動)?(?:時間|時刻):?|に?開催|に?活動|に?実施|定例会|例会|定例|に?行います|です|[のには](?![0-9])",
    ",": "[、,;/。]",
    "+": "[・&+]|と",
}
_TOKEN = re.compile("|".join(f"(?P<t{index}>{form})" for index, form in enumerate(_TOKENS.values())))
_LETTERS = tuple(_TOKENS)
_LABEL = re.compile(
    r"(?:活動|開催|例会|練習|利用|定例)(?:日時|曜日|日程|日):?は?|(?:日時|曜日|日程|活動|開催|例会|練習)[:は]"
)
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "token": _TOKEN,
    "letters": _LETTERS,
    "label": _LABEL,
}


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the grammar: its letter in `_TOKENS`, its text, and the text that came right after it."""

    letter: str
    text: str
    after: str


def tokens(text: str) -> tuple[Token, ...] | None:
    """The words of a compact text, fillers left out; None if anything in it is not a word of the grammar."""
    label = _LABEL.match(text)
    position = label.end() if label else 0
    found: list[Token] = []
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            return None
        letter, position = _LETTERS[int(match.lastgroup[1:])], match.end()
        if letter != "_":
            found.append(Token(letter, match[0], text[position : position + 1]))
    return tuple(found)


def words(text: str) -> str:
    """Only what the grammar knows of a compact text; the raw material of a suggestion."""
    return "".join(piece for known, piece in _pieces(text) if known)


def unknown(text: str) -> tuple[str, ...]:
    """What the grammar does not know of a compact text, piece by piece."""
    return tuple("".join(p for _, p in group) for known, group in groupby(_pieces(text), lambda p: p[0]) if not known)


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """The words of a compact text, and its other letters one by one, each with whether it is known."""
    position = 0
    unknown_before = False
    while position < len(text):
        match = _TOKEN.match(text, position)
        # A single 日 or 月 inside an unknown word (祝日, 翌月) is no weekday.
        known = match is not None and not (unknown_before and match[0] in WEEKDAYS)
        piece = match[0] if match else text[position]
        yield known, piece
        position, unknown_before = position + len(piece), not known
