"""The program's whole check of one record given as data, with paths where a file would have lines."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.check import FAULTS
from generator.check.names import name_findings
from generator.check.plain import plain_faults
from generator.japanese.answers import call_words
from generator.japanese.dates import parse_date, parse_partial_date, show_date, show_partial_date
from generator.japanese.moments import Moment, parse_moment
from generator.japanese.money import Fees, Price, parse_fees, parse_price, parse_yen, show_yen, spelled_out
from generator.japanese.phones import Phone, parse_phone
from generator.japanese.recurrence import parse_recurrence, show_recurrence
from generator.japanese.times import parse_time, show_range, show_time
from generator.japanese.unclear import Unclear
from generator.kinds import KINDS
from generator.models.base import label_of
from generator.models.types import Url
from generator.models.vocabulary import Vocabulary
from generator.problems import Problem, Where, problem
from generator.reading.doubts import doubts
from generator.reading.explain import explain, owner_of
from generator.reading.mend import Mended, mend
from generator.rules import RULES, advice, files, message
from generator.things.named import NOTHING

FOLDERS = {"group": "groups", "event": "events"}
# What stands on a disk no browser knows.
_ON_DISK = {"file-missing", "file-outside", "not-an-image", "not-a-pdf", "file-too-large", "picture-too-large"}
_BESIDE = {"slug-clash", "stray-file", "linked-file"}
# Which days are holidays no browser knows.
_BY_CALENDAR = {"repeat-without-days", "total-differs"}
# Nor of which kinds all the groups are.
_OF_ALL = {"kinds-nowhere"}
# What a city lends and borrows the browser is not told.
_BY_THINGS = {"exchange-vague", "exchange-kind"}
UNKNOWABLE = {*_ON_DISK, *_BESIDE, *_BY_THINGS, *_OF_ALL, *(rule.name for rule in files.RULES)} - {"duplicate-key"}
# The program points at the record from which a field is missing, the form at the field.
_MISSING = ("missing-field", "alt-missing")


@dataclass(frozen=True)
class Town:
    """What a record is checked against."""

    vocabularies: Mapping[str, Vocabulary]
    groups: Mapping[str, tuple[str, str]]
    places: tuple[str, ...]
    today: date
    own: str = "draft"


class _Paths:
    """Positions whose places are the paths themselves."""

    lines: tuple[str, ...] = ()

    def value(self, path: tuple[Any, ...]) -> Where:
        return Where(json.dumps(path, ensure_ascii=False), 1, 1)

    key = value


Judgement = tuple[str, str, str, str, str, str]


def judged(kind: str, data: Any, town: Town, lang: str = "ja") -> list[Judgement]:
    """Path, rule, level, message, advice and facts of everything wrong with a record, sorted and none of it twice."""
    return sorted({_judgement(p, lang) for p in _problems(kind, data, town) if not _is_unknowable(p, data)})


def _is_unknowable(p: Problem, data: Any) -> bool:
    if p.rule not in _BY_CALENDAR:
        return p.rule in UNKNOWABLE
    return bool(re.search("祝|平日", json.dumps(data["dates"], ensure_ascii=False)))


def _judgement(p: Problem, lang: str) -> Judgement:
    facts = json.dumps(dict(sorted(p.facts)), ensure_ascii=False)
    return _path(p), p.rule, str(RULES[p.rule].level), message(p, lang), advice(p, lang), facts


def _path(p: Problem) -> str:
    path = json.loads(p.where.file)
    return json.dumps([*path, dict(p.facts)["name"]] if p.rule in _MISSING else path, ensure_ascii=False)


def _problems(kind: str, data: Any, town: Town) -> Iterator[Problem]:
    record, where = KINDS[kind].model, _Paths()
    yield from doubts(data, record, where)  # type: ignore[arg-type]
    try:
        read = Mended(record.model_validate(data, context={"vocabularies": town.vocabularies}), ())
    except ValidationError as error:
        yield from explain(error, where, record, town.vocabularies)  # type: ignore[arg-type]
        mended = mend(data, record, error, town.vocabularies)
        if mended is None:
            return
        read = mended
    yield from _findings(kind, read, town)


def _findings(kind: str, read: Mended, town: Town) -> Iterator[Problem]:
    slugs = {"groups": frozenset(town.groups), "places": frozenset(town.places)}
    reading: Any = SimpleNamespace(
        things=NOTHING,
        slugs=slugs,
        content=Path("/nowhere"),
        shown="content",
        vocabularies=town.vocabularies,
        records={},
        groups={},
        drafts={("groups", town.own)},
    )
    found = list(FAULTS.get(kind, plain_faults)(reading, read.record, town.today))
    if kind == "group" and read.sure(("name",)) and read.sure(("kana",)):
        named: dict[str, Any] = {slug: SimpleNamespace(name=n, kana=k) for slug, (n, k) in town.groups.items()}
        named[town.own] = read.record
        shared = (each for each in name_findings(reading, named) if each.slug == town.own)
        found += [(each.path, each.rule, each.facts) for each in shared]
    for path, rule, facts in found:
        if read.sure(path):
            owner, name = owner_of(KINDS[kind].model, path)
            yield problem(_Paths().value(path), rule, **({"label": label_of(owner, name), "name": name} | dict(facts)))


def _show_moment(moment: Moment) -> str:
    days = show_date(moment.first) + (f"〜{show_date(moment.last)}" if moment.last != moment.first else "")
    return days + (show_range(moment.times) if moment.times else "")


def _show_phone(phone: Phone) -> str:
    extension = f" 内線{phone.extension}" if phone.extension else ""
    return f"{phone.number}{extension}{f'（{phone.note}）' if phone.note else ''}"


def _show_fees(fees: Fees) -> str:
    names = (("入会金", fees.joining), ("年会費", fees.yearly), ("月会費", fees.monthly), ("1回", fees.per_time))
    return _amounts([f"{name} {show_yen(amount)}" for name, amount in names if amount is not None], fees.note)


def _show_price(price: Price) -> str:
    return _amounts([] if price.amount is None else [f"金額 {show_yen(price.amount)}"], price.note)


def _amounts(said: list[str], note: str) -> str:
    return "、".join(said) + (f"（{note}）" if said and note else "")


# For each field of which the form says how it was read: the parser and the words.
READ: dict[tuple[str, tuple[str | int, ...]], tuple[Any, Any]] = {
    ("group", ("meetings", 0, "when")): (parse_recurrence, show_recurrence),
    ("group", ("confirmed",)): (parse_date, show_date),
    ("group", ("founded",)): (parse_partial_date, show_partial_date),
    ("event", ("dates", 0, "start_time")): (parse_time, show_time),
    ("event", ("dates", 0, "moment")): (parse_moment, _show_moment),
    ("group", ("contact", "phone")): (parse_phone, _show_phone),
    ("group", ("fees", "yearly")): (parse_yen, show_yen),
    ("group", ("fees",)): (lambda text: parse_fees(spelled_out(text)), _show_fees),
    ("event", ("fee",)): (parse_price, _show_price),
}


def _parse_address(text: str) -> str | Unclear:
    try:
        return str(TypeAdapter(Url).validate_python(text))
    except ValidationError:
        return Unclear("url", text)


READ["group", ("contact", "website")] = (_parse_address, str)


def _show_call(words: str) -> str:
    return words or "募集していません（のせません）"


def _parse_call(text: str) -> str | Unclear:
    said = call_words(text)
    return Unclear("none", text) if said is None else said


READ["group", ("recruiting", 0, "title")] = (_parse_call, _show_call)


def understood(kind: str, path: tuple[str | int, ...], text: str) -> str:
    """How a text is read, in words; empty if it is not, or if that is what was written."""
    parse, show = READ[kind, path]
    value = parse(text)
    said = "" if isinstance(value, Unclear) or not text.strip() else show(value)
    return "" if said == text.strip() else said
