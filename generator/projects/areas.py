"""The areas of a city's groups as a vocabulary: the whole city, its wards, its schools' districts, its neighbours."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.japanese.romaji import romaji
from generator.japanese.text import hiragana, kanji_number, narrow
from generator.projects.answers import Answers
from generator.projects.municipalities import Municipality
from generator.reading.slugs import free_slug, is_slug

_WITH_READING = re.compile(r"(.+?)\s*[（(]\s*([ぁ-んァ-ヶｦ-ﾟー・\s]+?)\s*[）)]")
_NUMBERED = re.compile(r"第?([一二三四五六七八九十百]+|[0-9]+)(?:小|小学校)")
_SCHOOL = "小学校"
# What a school's name ends with is often left out of its reading; the longest comes first.
_ENDINGS = {
    "義務教育学校": "ぎむきょういくがっこう",
    "小中一貫校": "しょうちゅういっかんこう",
    "小中学校": "しょうちゅうがっこう",
    "小学校": "しょうがっこう",
    "学園": "がくえん",
}
_WHOLE = {"市": ("し", "city"), "区": ("く", "ward"), "町": ("ちょう", "town"), "村": ("そん", "village")}
_HEAD = """\
# yaml-language-server: $schema=../schema/vocabulary.json
# 活動地域：プロフィールの areas で選ぶもの。足したり直したりしたら、hiroba schema と打ってください。
# 左の名前は一覧のページの番地になるので、公開したあとは変えないでください。
label: 活動地域
label_en: Area
terms:
"""


@dataclass(frozen=True, slots=True)
class Area:
    """One area: its address, labels, and reading if it is known."""

    slug: str
    label: str
    label_en: str
    kana: str = ""
    aliases: tuple[str, ...] = ()


def areas_text(answers: Answers) -> str:
    """The file `vocabulary/areas.yaml` of a new project."""
    return _HEAD + "".join(f"  {area.slug}: {_entry(area)}\n" for area in areas(answers))


def areas(answers: Answers) -> tuple[Area, ...]:
    """All areas, from the widest to those beyond the city; no two have one address."""
    place = answers.municipality
    inner = [*_wards(place), *map(_school, answers.schools), *map(_named, answers.areas)]
    found = [_whole(place), *_apart(inner)]
    taken = {area.label for area in found}
    ends = (
        Area("neighbors", "近隣の市区町村", "Neighbouring municipalities", "きんりんのしくちょうそん", ("近隣",)),
        Area("online", "オンライン", "Online", "おんらいん", ("インターネット",)),
    )
    return (*found, *(area for area in ends if area.label not in taken))


def _whole(place: Municipality) -> Area:
    kana, english = _WHOLE[place.unit]
    label = f"{place.unit}内全域"
    return Area(
        "citywide", label, f"Whole {english}", f"{kana}ないぜんいき", (f"{place.name}全域", "全域", f"{place.name}内")
    )


def _wards(place: Municipality) -> Iterator[Area]:
    for name, kana in place.wards:
        stem = romaji(kana.removesuffix("く"))
        yield Area(stem, name, f"{stem.capitalize()} ward", kana)


def _school(text: str) -> Area:
    """The district of a school: 「山川小学校（やまかわ）」 or 「山川小」."""
    name, kana = _read(text)
    name = f"{name}学校" if name.endswith("小") else name
    ending = next((kana for written, kana in _ENDINGS.items() if name.endswith(written)), "")
    stem = kana.removesuffix(ending)
    number = _number(name)
    slug = romaji(stem) or (f"dai{number}" if number else "")
    english = f"{romaji(stem).capitalize()} school district" if stem else f"School district of {name}"
    short = (name.removesuffix("学校"),) if name.endswith(_SCHOOL) else ()
    reading = f"{stem}{ending}く" if kana else ""
    return Area(slug, f"{name}区", english, reading, (*short, name))


def _number(name: str) -> int | None:
    """The number in a school's name: 3 of 〇〇第三小学校."""
    found = _NUMBERED.search(name)
    return (int(found[1]) if found[1].isdigit() else kanji_number(found[1])) if found else None


def _named(text: str) -> Area:
    name, kana = _read(text)
    return Area(romaji(kana), name, romaji(kana).capitalize() or name, kana)


def _read(text: str) -> tuple[str, str]:
    """A name and the reading in brackets behind it; no reading if there is none."""
    found = _WITH_READING.fullmatch(text)
    return (found[1], hiragana("".join(found[2].split()))) if found else (narrow(text) if text.isascii() else text, "")


def _apart(found: Iterable[Area]) -> Iterator[Area]:
    """The areas with addresses that differ; one that is named twice comes once."""
    taken = {"citywide", "neighbors", "online"}
    labels: set[str] = set()
    for n, area in enumerate(found, 1):
        if area.label in labels:
            continue
        slug = free_slug(area.slug if is_slug(area.slug) else f"area-{n}", taken)
        taken.add(slug)
        labels.add(area.label)
        yield Area(slug, area.label, area.label_en, area.kana, area.aliases)


def _entry(area: Area) -> str:
    parts = [f"label: {_quoted(area.label)}", f"label_en: {_quoted(area.label_en)}"]
    parts += [f"kana: {_quoted(area.kana)}"] if area.kana else []
    parts += [f"aliases: [{', '.join(map(_quoted, area.aliases))}]"] if area.aliases else []
    return f"{{{', '.join(parts)}}}"


def _quoted(text: str) -> str:
    """A text as YAML: plain where nothing in it means anything else, or in double quotes."""
    return (
        text
        if re.fullmatch(r"[ぁ-んァ-ヶー一-龥々a-zA-Z][ぁ-んァ-ヶー一-龥々a-zA-Z0-9・ ]*(?<! )", text)
        else json.dumps(text, ensure_ascii=False)
    )
