"""Telephone numbers as they are printed in Japan, in one form (DS-445: half-width digits and hyphens)."""

import re
from dataclasses import dataclass
from typing import Literal

from generator.japanese.text import narrow
from generator.japanese.unclear import Unclear, too_long

_EXAMPLE = "042-000-0011"
Kind = Literal["landline", "mobile", "toll-free", "ip", "other"]

_LABEL = re.compile(
    r"(?:(?:電話|携帯|代表|直通)(?:番号|電話)?(?:[・/](?:fax|ファクス|ファックス))?"
    r"|(?:tel|phone|fax)(?:[・/](?:fax|tel))?|ファクス|ファックス|☎|📞)\.?\s*[:=]?\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\+?[0-9(][0-9()\s.-]*[0-9]")
_EXTENSION = re.compile(
    r"\s*[(,、/]?\s*(?:内線|内|ext\.?|extension)\s*(?:番号)?[:.]?\s*([0-9]{1,6})\s*\)?", re.IGNORECASE
)
_WORD = re.compile(
    r"\s*[(\s]?\s*(?P<word>代表|代|直通|呼出|自宅|携帯|事務局|夜間|(?:電話)?(?:ファクス|ファックス|fax)?兼用"
    r"|(?:ファクス|ファックス|fax)(?:兼用|共通|も同じ)|電話・fax共通)\s*\)?",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*\((?P<word>[^()]{1,60})\)")
_DIGITS_IN_A_ROW = re.compile(r"[0-9](?:[()\s-]*[0-9]){5,}")

# Prefix → (kind, digits in all, sizes of the groups); the longest prefix decides.
_SPECIAL: dict[str, tuple[Kind, int, tuple[int, int, int]]] = {
    "0120": ("toll-free", 10, (4, 3, 3)),
    "0800": ("toll-free", 11, (4, 3, 4)),
    "0570": ("other", 10, (4, 3, 3)),
    "0180": ("other", 10, (4, 3, 3)),
    "0990": ("other", 10, (4, 3, 3)),
    "050": ("ip", 11, (3, 4, 4)),
    "060": ("mobile", 11, (3, 4, 4)),
    "070": ("mobile", 11, (3, 4, 4)),
    "080": ("mobile", 11, (3, 4, 4)),
    "090": ("mobile", 11, (3, 4, 4)),
}
# Around Tokyo the area codes are certain; a group written otherwise (0424-97) is an old form of the same number.
_CERTAIN_AREA = re.compile("03|04(?=29[2-69]|71|709)|042[28]|043[689]|046[03567]|047[05689]|0480|049[345]|04[2-9]")
_TWO_OR_THREE_DIGIT_AREAS = ("06", "011", "022", "052", "072", "075", "078", "082", "092", "093")
# Three-digit codes that are known only with the digit after them (017-7…).
_AREAS_BY_FOUR = re.compile(
    "01(?:77|88|96)|02(?:36|4[59]|52|62|7[23]|86|9[28])|05(?:34|42|5[29]|82|9[23])"
    "|07(?:34|6[24]|75|92)|08(?:49|62|78|8[68]|99)|09(?:58|63|75|8[89]|92)"
)
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "example": _EXAMPLE,
    "label": _LABEL,
    "number": _NUMBER,
    "extension": _EXTENSION,
    "word": _WORD,
    "remark": _REMARK,
    "digits_in_a_row": _DIGITS_IN_A_ROW,
    "special": _SPECIAL,
    "certain_area": _CERTAIN_AREA,
    "two_or_three_digit_areas": _TWO_OR_THREE_DIGIT_AREAS,
    "areas_by_four": _AREAS_BY_FOUR,
}


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone or fax number with hyphens, what kind of line it is, its extension, and a remark such as 代表."""

    number: str
    kind: Kind
    extension: str = ""
    note: str = ""


def parse_phone(text: str) -> Phone | Unclear:
    """The one number a text gives: (042)497-2077, 042ー000ー0011（代表）, +81 42…, with 内線 apart.

    Rules: too-long, phone (with the number of digits as a fact).
    """
    refused = too_long(text)
    if refused:
        return refused
    plain = narrow(text)
    label = _LABEL.match(plain)
    match = _NUMBER.match(plain, label.end() if label else 0)
    if match is None:
        return _refusal(text, _first_number(plain), "")
    digits = _national_digits(match[0])
    found = _written_number(match[0], digits)
    if found is None:
        return _refusal(text, _with_area(match[0], digits) or with_zero(match[0]) or _first_number(plain), digits)
    rest = _read_rest(plain[match.end() :])
    return _refusal(text, found.number, "") if rest is None else Phone(found.number, found.kind, *rest)


def _refusal(text: str, suggestion: str, digits: str) -> Unclear:
    count = str(len(digits) if digits else sum(c in "0123456789" for c in narrow(text)))
    return Unclear("phone", text, suggestion or _EXAMPLE, (("digits", count),))


def _national_digits(written: str) -> str:
    """Only the digits, with the leading 0 in place of +81."""
    bare = written.replace("(0)", "") if written.startswith("+81") else written
    digits = re.sub("[^0-9]", "", bare)
    if not bare.startswith("+"):
        return digits
    return f"0{digits[2:].removeprefix('0')}" if digits.startswith("81") else f"+{digits}"


def _written_number(written: str, digits: str) -> Phone | None:
    """The number with its hyphens and kind, or None if Japan has no such number."""
    if written.count("(") != written.count(")") or not digits.startswith("0") or digits[1:2] in ("", "0"):
        return None
    groups = _groups(written)
    # (080)0000-0011 is somebody's mobile; 0800-000-0011, or the digits alone, would be free to call.
    special = _SPECIAL.get(groups[0]) or _SPECIAL.get(digits[:4]) or _SPECIAL.get(digits[:3])
    if special is None:
        return _landline(written, digits) if len(digits) == 10 and digits[:3] != "020" else None
    kind, length, sizes = special
    if len(digits) != length:
        return None
    kept = length == 10 and tuple(map(len, groups)) in ((4, 3, 3), (4, 2, 4))
    return Phone("-".join(groups) if kept else _split(digits, sizes), kind)


def _groups(written: str) -> tuple[str, ...]:
    return tuple(re.findall("[0-9]+", written))


def _split(digits: str, sizes: tuple[int, int, int]) -> str:
    first, second, _ = sizes
    return f"{digits[:first]}-{digits[first : first + second]}-{digits[first + second :]}"


def _landline(written: str, digits: str) -> Phone:
    """A ten-digit number, its groups as written where they are possible, else by its area code."""
    certain = _CERTAIN_AREA.match(digits)
    sizes = tuple(len(group) for group in _groups(written))
    possible = len(sizes) == 3 and 2 <= sizes[0] <= 5 and sizes[0] + sizes[1] == 6 and not written.startswith("+")
    if certain or not possible:
        area = certain.end() if certain else _area_length(digits)
        return Phone(_split(digits, (area, 6 - area, 4)), "landline")
    return Phone("-".join(_groups(written)), "landline")


def _area_length(digits: str) -> int:
    """How long the area code of an unhyphenated number is: known for the larger cities, else four digits."""
    short = next((len(area) for area in _TWO_OR_THREE_DIGIT_AREAS if digits.startswith(area)), 4)
    return 3 if _AREAS_BY_FOUR.match(digits) else short


def _read_rest(rest: str) -> tuple[str, str] | None:
    """The extension and remarks after a number; None if something else, such as another number, follows."""
    extension = ""
    notes: list[str] = []
    while rest.strip():
        inside = _EXTENSION.match(rest)
        word = inside or _WORD.match(rest) or _REMARK.match(rest)
        if word is None or (inside and extension) or (not inside and _DIGITS_IN_A_ROW.search(word["word"])):
            return None
        if inside:
            extension = inside[1]
        else:
            notes.append(word["word"].strip())
        rest = rest[word.end() :]
    return extension, "、".join(notes)


def _with_area(written: str, digits: str) -> str:
    """A number without its area code, completed with the one it would have here; "" if it is not such a number."""
    if digits.startswith(("0", "+")):
        return ""
    area = {6: "0422", 7: "042", 8: "03"}.get(len(digits), "")
    return f"{area}-{digits[:-4]}-{digits[-4:]}" if area else ""


def with_zero(written: str) -> str:
    """The number whose first 0 a spreadsheet dropped: 420000011 → 042-000-0011; "" if it is not such a number."""
    digits = re.sub("[^0-9]", "", written)
    if len(digits) not in (9, 10) or not written[:1].isdigit():
        return ""
    found = _written_number(f"0{written}", f"0{digits}")
    return found.number if found else ""


def _first_number(plain: str) -> str:
    """The first whole number in a text, as a suggestion to give just that one."""
    for match in _DIGITS_IN_A_ROW.finditer(plain):
        parts = [match[0], *re.split(r"\s+", match[0])]
        for part in parts:
            found = _written_number(part.replace("(", "").replace(")", "-"), re.sub("[^0-9]", "", part))
            if found:
                return found.number
    return ""


def tel_uri(p: Phone) -> str:
    """The address a phone dials: tel:+81420000011; free and special numbers, reachable only here, stay national."""
    digits = p.number.replace("-", "")
    national = p.kind in ("toll-free", "other")
    extension = f";ext={p.extension}" if p.extension else ""
    return f"tel:{digits if national else f'+81{digits[1:]}'}{extension}"
