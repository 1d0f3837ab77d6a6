"""Records in which every field, however deep, holds a value of its own, made from the models; and what is kept back."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from typing import Any

from generator.directory.model import Directory
from generator.form.checking import VALUES
from generator.models.annotations import choice_of, is_list, is_mapping, parts, vocabulary_of
from generator.models.base import Record, inner_record
from generator.models.shared import FileName
from generator.models.types import Decimal

Path = tuple[str, ...]
# Fields that no page shows as they are, and why.
KEPT_BACK: dict[Path, str] = {
    ("Contact", "public"): "says to the checks that a number may be published",
    ("Booking", "public"): "says to the checks that a number may be published",
    ("Group", "source"): "how a profile came in is the office's own",
    ("Recruiting", "id"): "part of the address of the entry's page",
    ("Photo", "file"): "a file's name; the picture is published under another one",
    ("Document", "file"): "a file's name; the document is published under another one",
    ("Group", "status"): "only what is not usual is said: resting, ended",
    ("Event", "status"): "only what is not usual is said: cancelled, full",
}
# What the page has and its printed sheet leaves to it.
NOT_ON_PAPER: dict[Path, str] = {
    ("Group", "criteria"): "the declaration",
    ("Translation", "name"): "other languages",
    ("Translation", "summary"): "other languages",
    ("Translation", "description"): "other languages",
    ("HandoverStep", "status"): "how it went before",
    ("HandoverStep", "day"): "how it went before",
    ("HandoverStep", "note"): "how it went before",
    ("Photo", "alt"): "words for those who do not see the picture",
    ("Place", "lat"): "the map",
    ("Place", "lon"): "the map",
}
# What the form does not ask for, so that its preview cannot show it; the day of confirmation is the office's.
NOT_IN_PREVIEW: dict[Path, str] = {
    ("Group", "confirmed"): "the office's own",
    ("Recruiting", "posted"): "the office's own",
    ("Recruiting", "id"): "part of an address",
}

# Words of a page by which nobody looks for it.
NOT_SOUGHT: dict[Path, str] = {
    ("Contact", "phone_hours"): "when somebody answers the telephone",
    ("Handover", "help_for"): "how long those who hand over stay to help",
    ("HandoverStep", "note"): "how it went before",
    ("Photo", "alt"): "what is seen, told to those who do not see it",
    ("Photo", "caption"): "what is seen",
    ("Room", "fee"): "an amount, which differs from room to room",
}

# What every specimen of a text begins with.
WORDS = "ことば"
# What a page says where a question is answered with yes.
_FLAGS = {
    "beginners_ok": "初心者歓迎",
    "once": "一度だけでも",
    "with_children": "子ども連れ歓迎",
    "from_home": "家でできる",
    "required": "申し込みが必要です",
    "registered": "センターに登録している団体",
    "yearly": "毎年募集",
}
# What stands behind a number that counts no people.
_COUNTED = {"years": "年以上", "years_most": "年以内"}


def kind_of(hint: Any) -> str:
    """The name of a field's kind of value; a kind that this file does not know makes its tests fail."""
    for part in parts(hint):
        for name, kind in VALUES.items():
            if part == kind:
                return name
    if Decimal in parts(hint):
        return "decimal"
    return "file" if FileName in parts(hint) else "text"


class Specimens:
    """Values that occur once, each with the words in which a page shows it."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.numbers = count(1)
        self.expected: list[tuple[Path, str]] = []

    def record(self, model: type[Record], only: frozenset[str] = frozenset()) -> dict[str, Any]:
        """A record with all its fields (or only some of them) filled in."""
        made = {}
        for name, info in model.model_fields.items():
            if not only or name in only:
                made[name] = self.field(model, name, model.__annotations__[name], inner_record(info.annotation))
        return made

    def field(self, model: type[Record], name: str, hint: Any, inner: type[Record] | None) -> Any:
        """The value of one field."""
        if inner is not None:
            if inner.__name__ == "When":
                return list(self.dates(inner))
            made = self.record(inner)
            return {"en": made} if is_mapping(hint) else [made] if is_list(hint) else made
        value, words = self.value(model, name, hint)
        self.expected.append(((model.__name__, name), words))
        return [value] if is_list(hint) else value

    def dates(self, model: type[Record]) -> Iterator[dict[str, Any]]:
        """One entry of each kind of an event's dates, which together have every field."""
        ways = ({"moment", "note"}, {"start_date", "end_date", "start_time", "end_time", "note"})
        given = {name for way in ways for name in way} | {"repeat", "except_dates"}
        assert set(model.model_fields) == given
        for way in ways:
            yield self.record(model, frozenset(way))
        yield self.record(model, frozenset({"repeat", "start_date", "end_date", "except_dates", "note"}))

    def value(self, model: type[Record], name: str, hint: Any) -> tuple[Any, str]:
        """A value as it is written, and as a page says it."""
        number = next(self.numbers)
        vocabulary, chosen = vocabulary_of(hint), choice_of(hint)
        if vocabulary:
            terms = list(self.directory.vocabularies[vocabulary].terms.items())
            term, found = terms[(number + 1) % len(terms)]
            return term, found.label
        if chosen:
            member = list(chosen)[1] if name == "status" and model.__name__ == "Handover" else next(iter(chosen))
            return str(member), member.label
        kind = kind_of(hint)
        return self._plain(number, "document" if kind == "file" and model.__name__ == "Document" else kind, name)

    def _plain(self, number: int, kind: str, name: str) -> tuple[Any, str]:
        # A series ends some weeks after it began.
        day = date(2026, 12, 1) + timedelta(days=number + (60 if name == "end_date" else 0))
        plain = f"{day.month}月{day.day}日"
        phone = f"042-000-{number:04}"
        values: dict[str, tuple[Any, str]] = {
            "text": (f"{WORDS}{number}番", f"{WORDS}{number}番"),
            "file": (f"a{number}.jpg", f"a{number}.jpg"),
            "document": (f"a{number}.pdf", ""),
            "kana": (f"よみ{'あいうえおかきくけこ'[number % 10]}{'さしすせそたちつてと'[number // 10]}", ""),
            "flag": ("はい", _FLAGS.get(name, "unknown")),
            "people": (f"{700 + number}人", f"{700 + number}人"),
            "years-least": (f"{60 + number % 30}年", f"{60 + number % 30}年以上"),
            "years-most": (f"{60 + number % 30}年", f"{60 + number % 30}年以内"),
            "members-least": (f"{700 + number}人", f"{700 + number}人以上"),
            "count": (f"{700 + number}人", f"{700 + number}{_COUNTED.get(name, '人')}"),
            "yen": (f"{4000 + number}円", f"4,{number:03}円"),
            "url": (f"https://example.org/u{number}x", f"example.org/u{number}x"),
            "email": (f"kai{number}@example.org", f"kai{number}@example.org"),
            "corporate-number": ("8000012010038", "8000012010038"),
            "day": (day.isoformat(), f"{day.month}月に団体が" if name == "confirmed" else plain),
            "closing-day": (day.isoformat(), plain),
            "deadline": (day.isoformat(), plain),
            "moment": (f"{day.isoformat()} 9:{10 + number % 50}-12:00", plain),
            "partial-day": (f"19{10 + number % 80}年", f"19{10 + number % 80}年"),
            "clock": (f"{9 if name == 'start_time' else 20}:{10 + number % 50}", f":{10 + number % 50}"),
            "phone": (f"{phone} 内線{number}", phone),
            "repeat": (f"毎週木曜 8:{10 + number % 50}-9:00", f"8:{10 + number % 50}"),
            "decimal": (f"{35 if name == 'lat' else 139}.{number:04}", f"{number:04}"),
        }
        written, words = values[kind]
        return written, words or written
