"""Widths, kana and numerals: the same word however it was typed."""

import re
from functools import lru_cache
from unicodedata import normalize

from generator.japanese.legal_forms import bare_reading

_DASHES = "‐‑‒–—―−─━﹘⁃"
_TILDES = "〜∼∾〰⁓"
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_UNIFIED = str.maketrans(dict.fromkeys(_DASHES, "-") | dict.fromkeys(_TILDES, "~") | dict.fromkeys(_INVISIBLE))
# A long mark is a dash only between numbers; in センター it is a letter.
_LONG_MARK_AS_DASH = re.compile(r"(?<=[0-9):時分日月半午])ー(?=[0-9(第正午翌])")
_SPACE = re.compile(r"\s+")
_SPACE_NOT_BETWEEN_NUMBERS = re.compile("(?<![0-9A-Za-z]) | (?![0-9A-Za-z])")


def narrow(text: str) -> str:
    """The text in NFKC form, trimmed, with one kind of dash and tilde; for values and keys, never for display."""
    if text.isascii():
        return text.strip()
    folded = normalize("NFKC", text.replace("\u02dc", "~")).translate(_UNIFIED)
    return _LONG_MARK_AS_DASH.sub("-", folded).strip()


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """The form in which keys and terms are compared: narrow, without case and without any white space."""
    return _SPACE.sub("", narrow(text).casefold())


def closed_up(text: str) -> str:
    """Narrow text without its spaces, save those between two letters or digits: separate numbers stay separate."""
    return _SPACE_NOT_BETWEEN_NUMBERS.sub("", _SPACE.sub(" ", narrow(text)))


def compact(text: str) -> str:
    """The text closed up and without case; what the parsers read."""
    return closed_up(text).casefold()


_HALF_WIDTH_KANA = re.compile("[\uff65-\uff9f]+")
_SPLIT_VOICING = re.compile("[\u3041-\u30ff][\u3099\u309a]")
_KATAKANA_CODES = (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)
_TO_HIRAGANA = {code: code - 0x60 for code in _KATAKANA_CODES}
_TO_KATAKANA = {code - 0x60: code for code in _KATAKANA_CODES}


def _full_width(text: str) -> str:
    """The text with half-width katakana and split voicing marks made whole; nothing else changes."""
    widened = _HALF_WIDTH_KANA.sub(lambda m: normalize("NFKC", m[0]), text)
    return _SPLIT_VOICING.sub(lambda m: normalize("NFC", m[0]), widened)


def hiragana(text: str) -> str:
    """The text with every katakana, half-width too, as hiragana; long marks and all else stay."""
    return _full_width(text).translate(_TO_HIRAGANA)


def katakana(text: str) -> str:
    """The text with every hiragana and half-width katakana as full-width katakana; all else stays."""
    return _full_width(text).translate(_TO_KATAKANA)


_KANA = re.compile("[\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30ff\uff65-\uff9f \u3000]+")
_KANA_LETTER = re.compile("[\u3041-\u3096\u30a1-\u30fa\uff66-\uff6f\uff71-\uff9d]")


def is_kana(text: str) -> bool:
    """Whether the text is kana only (long marks, middle dots and spaces may stand between) and not empty."""
    return bool(_KANA.fullmatch(text) and _KANA_LETTER.search(text))


# What is written in a name and not spoken; the dash, the long mark and the middle dot are the reader's own.
_UNSPOKEN = re.compile(
    r"[「」『』（）()［］\[\]【】〔〕〈〉《》<>＜＞｛｝{}~〜～∼!！?？。、，,．.'“”‘’″:：;；…‥"
    '"♪♡♥☆★◆◇■□●○◎※]+'
)


def without_marks(reading: str) -> str:
    """A reading without the brackets and marks of the name that it reads: トモノカイ「テン」! → トモノカイテン."""
    return _UNSPOKEN.sub("", reading).strip()


_LARGE = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_ROWS = {
    "あ": "あいうえお",
    "か": "かきくけこ",
    "さ": "さしすせそ",
    "た": "たちつてと",
    "な": "なにぬねの",
    "は": "はひふへほ",
    "ま": "まみむめも",
    "や": "やゆよ",
    "ら": "らりるれろ",
    "わ": "わゐゑをん",
}
_ROW_OF = {letter: row for row, letters in _ROWS.items() for letter in letters}
_VOWEL_OF = dict(zip("かきくけこさしすせそたちつてとなにぬねの", "あいうえお" * 4, strict=True))
_VOWEL_OF |= dict(zip("はひふへほまみむめもらりるれろあいうえお", "あいうえお" * 4, strict=True))
_VOWEL_OF |= dict(zip("やゆよわゐゑをん", "あうおあいえおん", strict=True))
_UNSORTED = re.compile(r"[\s・]+")


def _base(word: str) -> str:
    """A hiragana word with large, unvoiced letters, marks of length and repetition resolved to letters."""
    letters: list[str] = []
    for letter in word.translate(_LARGE):
        before = letters[-1] if letters else ""
        if letter == "ー":
            letters.append(_VOWEL_OF.get(before, "ー"))
        elif letter in "ゝゞ" and before:
            letters.append(before)
        else:
            letters.append(normalize("NFD", letter)[0])
    return "".join(letters)


def kana_sort_key(kana: str) -> str:
    """A string whose plain comparison gives 五十音 order: は before ば before ぱ only where all else is equal.

    A legal form in front does not count: えぬぴーおーほうじん ことことごう stands under こ.
    """
    word = _UNSORTED.sub("", bare_reading(hiragana(narrow(kana)).casefold()))
    return f"{_base(word)} {word}"


def gojuon_row(kana: str) -> str:
    """The heading under which a reading is listed: あ, か, … わ, or 他."""
    return _ROW_OF.get(kana_sort_key(kana)[0], "他")


_DIGIT_OF = dict(zip("〇一二三四五六七八九零壱弐参", (*range(10), 0, 1, 2, 3), strict=True)) | {
    str(n): n for n in range(10)
}
_ONE = "[1-9一二三四五六七八九壱弐参]"
_SECTION = "([0-9〇零一二三四五六七八九壱弐参十拾百千]+)"
_NUMBER = re.compile(f"(?:{_SECTION}億)?(?:{_SECTION}万)?{_SECTION}?")
_WITH_UNITS = re.compile(f"(?:({_ONE}?)千)?(?:({_ONE}?)百)?(?:({_ONE}?)[十拾])?({_ONE}?)")
_MOST_DIGITS = 15
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "dashes": _DASHES,
    "tildes": _TILDES,
    "invisible": _INVISIBLE,
    "long_mark_as_dash": _LONG_MARK_AS_DASH,
    "half_width_kana": _HALF_WIDTH_KANA,
    "split_voicing": _SPLIT_VOICING,
    "kana": _KANA,
    "kana_letter": _KANA_LETTER,
    "number": _NUMBER,
    "unspoken": _UNSPOKEN,
    "with_units": _WITH_UNITS,
    "digit_of": _DIGIT_OF,
    "most_digits": _MOST_DIGITS,
}


def _section(word: str) -> int | None:
    """The value of a numeral below 万: 千二百, 6千, 二八 (read digit by digit) or 6000."""
    if not any(unit in word for unit in "千百十拾"):
        return int("".join(str(_DIGIT_OF[digit]) for digit in word))
    found = _WITH_UNITS.fullmatch(word)
    if found is None:
        return None
    places = zip(found.groups(), (1000, 100, 10, 1), strict=True)
    return sum(place * (_DIGIT_OF[digit] if digit else place > 1) for digit, place in places if digit is not None)


def kanji_number(text: str) -> int | None:
    """The whole number a numeral writes in digits, kanji or both (十二, 二〇, 1万6千), at most 15 digits; else None."""
    word = narrow(text)
    if not word or len(word) > _MOST_DIGITS:
        return None
    if word.isascii():
        return int(word) if word.isdigit() else None
    found = _NUMBER.fullmatch(word)
    if found is None:
        return None
    values = [None if part is None else _section(part) for part in found.groups()]
    if any(part is not None and value is None for part, value in zip(found.groups(), values, strict=True)):
        return None
    large, middle, ones = (value or 0 for value in values)
    several = sum(part is not None for part in found.groups()) > 1 or found[3] is None
    if several and max(large, middle, ones) >= 10_000:
        return None
    return large * 100_000_000 + middle * 10_000 + ones
