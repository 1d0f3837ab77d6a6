"""Small content folders in a temporary place: what a test changes stands in the test, the rest stands here."""

import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from shutil import copytree

from PIL import Image

from generator.build import Loaded, load
from generator.packaged import packaged
from generator.problems import Problem

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 23)


def picture(form: str) -> bytes:
    """A real picture of a few pixels in a form that Pillow knows: JPEG, PNG or WEBP."""
    stream = io.BytesIO()
    Image.new("RGB", (4, 3), "green").save(stream, form)
    return stream.getvalue()


JPEG = picture("JPEG")
PDF = b"%PDF-1.7\n"

GROUP = """\
name: 川あかりの会
kana: かわあかりのかい
kind: volunteer
fields: [environment]
areas: [citywide]
summary: 川辺の花を世話しています。
description: 毎月、川辺の花壇に集まります。
criteria: [voluntary, collective, continuing, public-benefit, nonprofit]
contact:
  phone: 042-000-0011
"""
OTHER_GROUP = GROUP.replace("川あかり", "花あかり").replace("かわあかり", "はなあかり")
EVENT = """\
title: 花の種まき
kind: living
organizer: kawa-akari
dates: 2026-12-05 10:00-12:00
summary: 春に咲く花の種をまきます。
"""
PLACE = """\
name: 川辺の家
kana: かわべのいえ
kind: hall
"""

_VOCABULARIES = {
    "fields": "活動分野|Field|environment=環境の保全 welfare=福祉 children=子ども hobby=趣味",
    "kinds": "団体の種類|Kind|volunteer=ボランティア団体 npo=NPO法人",
    "areas": "活動地域|Area|citywide=市内全域 kiyose=清瀬小学校区",
    "audiences": "対象|Audience|anyone=どなたでも children=子どもたち",
    "roles": "役割|Role|member=会員 volunteer=ボランティア successor=後継者",
    "exchanges": "助け合いの種類|Exchange|equipment=備品・道具 people=人手",
    "languages": "対応言語|Language|ja=日本語 en=英語 easy=やさしい日本語",
    "accessibility": "バリアフリー対応|Accessibility|wheelchair=車いす可 writing=筆談対応",
    "event-kinds": "イベントの種類|Kind of event|living=生活と環境 music=音楽 service=公共サービス",
    "place-kinds": "施設の種類|Kind of place|hall=ホール・会館 river=川・水辺",
}


def put(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder, text as UTF-8 with plain newlines; returns the folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return folder


def content(folder: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """A content folder with vocabularies, one group, one event and one place; `files` add to them or replace them."""
    vocabularies = {f"vocabulary/{name}.yaml": _vocabulary(line) for name, line in _VOCABULARIES.items()}
    records = {"groups/kawa-akari.yaml": GROUP, "events/tanemaki.yaml": EVENT, "places/kawabe.yaml": PLACE}
    return put(folder, {**vocabularies, **records, **(files or {})})


def _vocabulary(line: str) -> str:
    label, english, terms = line.split("|")
    rows = "".join(_term(*pair.split("=")) for pair in terms.split())
    return f"label: {label}\nlabel_en: {english}\nterms:\n{rows}"


def _term(name: str, label: str) -> str:
    corporate = ", corporate: yes" if name == "npo" else ""
    return f"  {name}: {{label: {label}, label_en: X{corporate}}}\n"


def loaded(folder: Path, files: Mapping[str, str | bytes] | None = None, today: date = TODAY) -> Loaded:
    """What `load` says of a content folder made of the given files."""
    return load(content(folder, files), "content", today)


def problems(folder: Path, files: Mapping[str, str | bytes] | None = None, today: date = TODAY) -> tuple[Problem, ...]:
    """Everything wrong with a content folder made of the given files."""
    return loaded(folder, files, today).problems


def places(found: tuple[Problem, ...]) -> list[tuple[str, int, int, str]]:
    """Problems as (file, line, column, rule)."""
    return [(p.where.file, p.where.line, p.where.column, p.rule) for p in found]


def project(
    folder: Path, files: Mapping[str, str | bytes] | None = None, settings: str = "", *, own_theme: bool = False
) -> Path:
    """A whole small project; returns its mkdocs.yml. `settings` is the plugin's section.

    With `own_theme` a copy of the real theme stands in its `theme` folder, to be changed.
    """
    content(folder / "content", {"pages/about.md": "# このサイトについて\n\n案内です。\n", **(files or {})})
    if own_theme:
        copytree(packaged("theme"), folder / "theme")
    theme = "  custom_dir: theme\n" if own_theme else ""
    put(folder, {"mkdocs.yml": _CONFIG.replace("  language: ja\n", f"{theme}  language: ja\n") + settings})
    return folder / "mkdocs.yml"


_CONFIG = """\
site_name: ためしの広場
site_url: https://hiroba.example.org/
docs_dir: content/pages
theme:
  name: material
  language: ja
  font: false
  favicon: assets/favicon.svg
plugins:
  - search: {enabled: false}
  - hiroba:
      content: content
"""
