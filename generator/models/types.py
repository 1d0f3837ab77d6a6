"""The kinds of value a profile may hold, each an annotated type: text in, checked value out.

A value that is not understood raises pydantic's own error with our rule's name as its type; reading turns that into
a Problem. The Japanese itself is understood in `generator.japanese`.
"""

import re
from collections.abc import Callable
from datetime import date, time
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any, TypeVar, cast
from urllib.parse import urlsplit

from pydantic import BeforeValidator, PlainSerializer, StringConstraints, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.japanese.answers import NO, YES
from generator.japanese.bounds import parse_members_least, parse_years_least, parse_years_most
from generator.japanese.dates import parse_date, parse_partial_date
from generator.japanese.deadlines import parse_closing, parse_deadline, show_deadline
from generator.japanese.lists import apart
from generator.japanese.moments import Moment, parse_moment
from generator.japanese.money import parse_yen
from generator.japanese.phones import Phone, parse_phone
from generator.japanese.recurrence import Recurrence, parse_recurrence
from generator.japanese.text import hiragana, is_kana, kanji_number, key, narrow, without_marks
from generator.japanese.times import parse_time
from generator.japanese.unclear import Unclear

Value = TypeVar("Value")


def refuse(rule: str, text: str, suggestion: str = "", **facts: str) -> PydanticCustomError:
    """The error a validator raises: our rule's name, the text that was written, and the nearest right form."""
    return PydanticCustomError(rule, "{value}", {"value": text, "suggestion": suggestion, **facts})


def single(value: object) -> object:
    """The value itself; a list or mapping where one value belongs is refused, and a text without a letter."""
    if isinstance(value, (list, dict)):
        raise PydanticCustomError("wrong-shape", "text expected", {"expected": "text"})
    if isinstance(value, str) and not value.strip():
        raise refuse("empty-text", value)
    return value


def understood(parse: Callable[[str], Value | Unclear]) -> Callable[[object], Value]:
    """A validator from a parser: its value, or the reason it gives as pydantic's error."""
    remembered = lru_cache(maxsize=4096)(parse)

    def validate(value: object) -> Value:
        if not isinstance(single(value), str):
            return cast(Value, value)
        result = remembered(cast(str, value))
        if isinstance(result, Unclear):
            raise refuse(result.rule, result.text, result.suggestion, **dict(result.facts))
        return result

    return validate


def listed(value: object) -> object:
    """A single entry where a list is expected counts as a list of one; nothing else is guessed."""
    return [value] if isinstance(value, (str, dict)) else value


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = key(str(single(value)))
    if word in YES or word in NO:
        return word in YES
    raise refuse("flag", str(value), "はい／いいえ")


_AROUND_A_NUMBER = ("約", "およそ", "人", "名", "組", "団体", "ほど", "程度", "くらい", "ぐらい", "前後")


def _count(value: object) -> int:
    if isinstance(value, int):
        return value
    text = narrow(str(single(value))).replace(",", "")
    for unit in _AROUND_A_NUMBER:
        text = text.replace(unit, "")
    number = kanji_number(text)
    if number is None:
        raise refuse("number", str(value), "25")
    return number


def _decimal(value: object) -> float:
    try:
        return float(narrow(str(single(value))))
    except ValueError:
        raise refuse("number", str(value), "35.785123") from None


def _kana(value: object) -> str:
    text = str(single(value)).strip()
    spoken = without_marks(text)
    if not is_kana(spoken):
        raise refuse("kana", text)
    return hiragana(spoken)


_WEBSITE = "https://example.org/"
# www.example.org and example.org/kai, as they stand on paper; the names of files end otherwise.
_BARE_ADDRESS = re.compile(
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}"
    r"(?!(?:html?|php|pdf|docx?|xlsx?|pptx?|txt|csv|jpe?g|png|gif|heic|webp|mp[34])(?![a-z]))[a-z]{2,24}"
    r"(?::[0-9]{1,5})?(?:[/?#].*)?",
    re.IGNORECASE,
)


def _url(value: object) -> str:
    text = narrow(str(single(value)))
    text = f"https://{text}" if _BARE_ADDRESS.fullmatch(text) else text
    try:
        parts = urlsplit(text)
    except ValueError:
        raise refuse("url", text, _WEBSITE) from None
    if parts.scheme not in ("http", "https"):
        suggestion = f"https://{text.lstrip('/')}" if "." in text and ":" not in text else _WEBSITE
        raise refuse("url", text, suggestion)
    if not parts.hostname or "." not in parts.hostname or any(c.isspace() for c in text) or "\\" in parts.netloc:
        raise refuse("url", text, _WEBSITE)
    if "@" in parts.netloc:
        # Whoever reads it takes what stands before the sign for the host, or learns a password.
        raise refuse("url", text, text.replace(parts.netloc, parts.netloc.rpartition("@")[2], 1))
    return text


# Beside spaces, what people put around an address: kai@example.org（事務局）.
_NOT_IN_AN_ADDRESS = re.compile(r"[\s()<>\[\]「」『』【】、。,;:]")
_ADDRESS_ALONE = re.compile(r"[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")


def _email(value: object) -> str:
    text = narrow(str(single(value)))
    local, at, domain = text.rpartition("@")
    # Deliberately lenient on the left of @: real carrier addresses have dots before it and twice in a row.
    odd = _NOT_IN_AN_ADDRESS.search(text) or "." not in domain.strip(".") or "@" in local
    if not at or not local or odd:
        found = _ADDRESS_ALONE.search(text)
        raise refuse("email", text, found[0] if found else "kai@example.org")
    return text


_CORPORATE_LABEL = re.compile(r"^法人番号\s*:?\s*")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "website": _WEBSITE,
    "around_a_number": _AROUND_A_NUMBER,
    "bare_address": _BARE_ADDRESS,
    "corporate_label": _CORPORATE_LABEL,
    "not_in_an_address": _NOT_IN_AN_ADDRESS,
    "address_alone": _ADDRESS_ALONE,
}


def _corporate_number(value: object) -> str:
    """A 13-digit 法人番号 whose check digit fits (9 − Σ PₙQₙ mod 9, STANDARDS §1.6)."""
    digits = _CORPORATE_LABEL.sub("", narrow(str(single(value)))).replace("-", "")
    if len(digits) != 13 or not (digits.isascii() and digits.isdigit()):
        raise refuse("corporate-number-length", digits, digits=str(sum(c in "0123456789" for c in digits)))
    total = sum(int(d) * (1 if n % 2 else 2) for n, d in enumerate(reversed(digits[1:]), start=1))
    if int(digits[0]) != 9 - total % 9:
        raise refuse("corporate-number", digits)
    return digits


def term(vocabulary: str) -> Any:
    """A type whose value is a term of a vocabulary, written as its id, its Japanese label or an alias."""

    def validate(value: object, info: ValidationInfo) -> str:
        vocabularies = (info.context or {}).get("vocabularies", {})
        if vocabulary not in vocabularies:
            return str(value)
        found = vocabularies[vocabulary].find(str(single(value)))
        if found is None:
            raise refuse("unknown-term", str(value), vocabulary=vocabulary)
        return str(found)

    return Annotated[str, BeforeValidator(validate), WithJsonSchema({"type": "string", "x-vocabulary": vocabulary})]


def terms(vocabulary: str) -> Any:
    """A type whose value is a list of terms; several may be written in one line: 市内全域、市外."""

    def separated(value: object, info: ValidationInfo) -> object:
        known = (info.context or {}).get("vocabularies", {}).get(vocabulary)
        return _apart(value, lambda text: known is not None and known.find(text) is not None)

    one: Any = term(vocabulary)
    return Annotated[tuple[one, ...], BeforeValidator(separated)]


def _apart(value: object, known: Callable[[str], bool]) -> object:
    entries = listed(value)
    return apart(entries, known) if isinstance(entries, list) else entries


class Choice(StrEnum):
    """A closed list that the program itself depends on; each member carries its Japanese and English label.

    `aliases` are further words that people write for it.
    """

    label: str
    label_en: str
    aliases: tuple[str, ...]

    def __new__(cls, value: str, label: str, label_en: str, *aliases: str) -> "Choice":
        """Make the member equal to its plain id."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.label_en = label_en
        member.aliases = aliases
        return member

    @classmethod
    def called(cls, text: str) -> "Choice | None":
        """The member whose id, label or alias this is, in any width."""
        return _members(cls).get(text) or _members(cls).get(key(text))


@lru_cache(maxsize=64)
def _members(kind: type[Choice]) -> dict[str, Choice]:
    return {key(spelling): member for member in kind for spelling in (member.value, member.label, *member.aliases)}


def choice(kind: type[Choice]) -> Any:
    """A type whose value is a member of a closed list, written as its id or its Japanese label."""

    def validate(value: object) -> Choice:
        found = value if isinstance(value, kind) else kind.called(str(single(value)))
        if found is None:
            labels = "、".join(f"{m.value}（{m.label}）" for m in kind)
            raise refuse("unknown-choice", str(value), choices=labels)
        return found

    return Annotated[kind, BeforeValidator(validate)]


def choices(kind: type[Choice]) -> Any:
    """A type whose value is a list of members of a closed list; several may be written in one line."""
    one: Any = choice(kind)

    def separated(value: object) -> object:
        return _apart(value, lambda text: kind.called(text) is not None)

    return Annotated[tuple[one, ...], BeforeValidator(separated)]


def _iso(value: date | time) -> str:
    return value.isoformat("minutes") if isinstance(value, time) else value.isoformat()


_AsText = WithJsonSchema({"type": "string"})

Line = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=r"^[^\r\n]*$")]
# How many people, as a number or in words: 若干名.
People = Annotated[str, StringConstraints(min_length=1, max_length=30, pattern=r"^[^\r\n]*$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=400)]
LongText = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Kana = Annotated[str, BeforeValidator(_kana), StringConstraints(min_length=1, max_length=120)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Count = Annotated[int, BeforeValidator(_count)]
YearsLeast = Annotated[int, BeforeValidator(understood(parse_years_least))]
YearsMost = Annotated[int, BeforeValidator(understood(parse_years_most))]
MembersLeast = Annotated[int, BeforeValidator(understood(parse_members_least))]
Decimal = Annotated[float, BeforeValidator(_decimal)]
Url = Annotated[str, BeforeValidator(_url), StringConstraints(max_length=500)]
Email = Annotated[str, BeforeValidator(_email), StringConstraints(max_length=254)]
CorporateNumber = Annotated[str, BeforeValidator(_corporate_number)]
Day = Annotated[date, BeforeValidator(understood(parse_date)), PlainSerializer(_iso), _AsText]
Deadline = Annotated[date, BeforeValidator(understood(parse_deadline)), PlainSerializer(show_deadline), _AsText]
ClosingDay = Annotated[date, BeforeValidator(understood(parse_closing)), PlainSerializer(_iso), _AsText]
PartialDay = Annotated[str, BeforeValidator(understood(parse_partial_date)), _AsText]
Clock = Annotated[time, BeforeValidator(understood(parse_time)), PlainSerializer(_iso), _AsText]
Yen = Annotated[int, BeforeValidator(understood(parse_yen)), WithJsonSchema({"type": ["string", "integer"]})]
PhoneNumber = Annotated[Phone, BeforeValidator(understood(parse_phone)), PlainSerializer(lambda p: p.number), _AsText]
Repeat = Annotated[
    Recurrence, BeforeValidator(understood(parse_recurrence)), PlainSerializer(lambda r: r.text), _AsText
]
Many = BeforeValidator(listed)
MomentText = Annotated[
    Moment, BeforeValidator(understood(parse_moment)), PlainSerializer(lambda m: m.first.isoformat()), _AsText
]
# What a workbook may keep as the number of a day.
DAYS = (Day, ClosingDay, Deadline, PartialDay, MomentText)
