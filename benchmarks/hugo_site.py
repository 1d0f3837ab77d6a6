"""The same profiles as a Hugo site that says the same on every page, given to Hugo as fast as it can take them.

Hugo gets the profile as it is written, as parameters in its front matter, and the description as the page's Markdown.
What our program works out (days in words, eras, neighbours) it gets ready-made as data, so that it only renders.
"""

import json
import shutil
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.directory.model import Directory, GroupEntry
from generator.models.choices import Criterion
from generator.pages.frame import Frame
from generator.pages.group import group_page
from generator.pages.parts import MeetingView
from generator.pages.pictures import Pictures
from generator.pages.site import cards_of
from generator.pages.views import Card, GroupView
from generator.pages.words import day_words
from generator.settings import Settings

LAYOUTS = Path(__file__).parent / "layouts"
_ICONS = ("phone-outline", "email-outline", "map-marker-outline")
_FACTS = {"費用": "fees", "会員": "members", "設立": "founded"}
# What only lists need; without lists Hugo is told to make single pages and the sitemap, nothing else.
_NO_LISTS = ["home", "section", "taxonomy", "term", "rss", "404", "robotstxt"]
_TAXONOMIES = ("fields", "areas", "kinds", "times")
_LISTS = ["home", "rss", "404", "robotstxt", "taxonomy"]


def write_site(
    out: Path, content: Path, directory: Directory, settings: Settings, frames: Mapping[str, Frame], lists: bool
) -> None:
    """Fill `out` with a Hugo site of the directory's groups, with or without the lists they stand in."""
    _write_json(out / "hugo.json", _configuration(settings, lists))
    _write_layouts(out / "layouts", frames, settings.site_name)
    _write_data(out / "data", content, directory, settings)
    folder = out / "content" / "groups"
    folder.mkdir(parents=True)
    for weight, entry in enumerate(directory.groups, start=1):
        text = (content / "groups" / f"{entry.slug}.yaml").read_text(encoding="utf-8")
        page = page_of(text, _memberships(entry, weight) if lists else "")
        (folder / f"{entry.slug}.md").write_text(page, encoding="utf-8", newline="\n")


def _configuration(settings: Settings, lists: bool) -> dict[str, Any]:
    center = settings.center
    return {
        "baseURL": settings.site_url,
        "title": settings.site_name,
        "locale": "ja",
        "disableKinds": _LISTS if lists else _NO_LISTS,
        "taxonomies": {f"in_{name}": f"in_{name}" for name in _TAXONOMIES} if lists else {},
        "permalinks": {"term": {f"in_{name}": f"/{name}/:slug/" for name in _TAXONOMIES}} if lists else {},
        "pagination": {"pagerSize": 100, "disableAliases": True},
        "markup": {
            "goldmark": {
                "renderer": {"unsafe": False, "hardWraps": True},
                "parser": {"autoHeadingID": False},
                "extensions": {"linkify": False, "typographer": {"disable": True}, "footnote": {"enable": False}},
            },
        },
        "params": {
            "source": settings.source_url("content/groups/"),
            "center": {
                "name": center.name,
                "phone": center.phone,
                "fax": center.fax,
                "tel": f"tel:{center.phone.replace('-', '')}",
            },
        },
    }


def _write_layouts(out: Path, frames: Mapping[str, Frame], site_name: str) -> None:
    """Our rendered frames are Hugo's layouts: fixed text is the fastest thing that a template can hold."""
    partials = out / "_partials"
    partials.mkdir(parents=True)
    for name in ("card.html", "words.html"):
        shutil.copy(LAYOUTS / name, partials / name)
    group = {"title": "{{ .Params.name }}", "description": "{{ .Params.summary }}", "body": _layout("group")}
    _write_layout(
        out / "single.html", frames["groups-2"], site_name, group | {n: _layout(n) for n in ("head", "source")}
    )
    words = '{{ partialCached "words.html" . .RelPermalink }}'
    listed = {"title": words, "description": words, "body": _layout("list"), "head": _layout("list_head"), "source": ""}
    _write_layout(out / "section.html", frames["groups-1"], site_name, listed)
    _write_layout(out / "term.html", frames["groups-2"], site_name, listed)


def _layout(name: str) -> str:
    return (LAYOUTS / f"{name}.html").read_text(encoding="utf-8").strip()


def _write_layout(path: Path, frame: Frame, site_name: str, parts: Mapping[str, str]) -> None:
    text = frame.pour({**parts, "title": f"{parts['title']}｜{site_name}"})
    path.write_text(text, encoding="utf-8", newline="\n")


def _write_data(out: Path, content: Path, directory: Directory, settings: Settings) -> None:
    shutil.copytree(content / "vocabulary", out)
    cards = cards_of(directory)
    pictures = Pictures(content, out)
    ready = {}
    for entry in directory.groups:
        view = group_page(directory, entry, settings, pictures, cards).view
        ready[entry.slug] = _ready(view, entry, directory)
    _write_json(out / "ready.json", ready)
    _write_json(out / "cards.json", {slug: _card(card) for slug, card in cards.items()})
    _write_json(out / "criteria.json", {c.value: c.label for c in Criterion})
    names = {*_ICONS, *(term.icon for term in directory.vocabularies["fields"].terms.values() if term.icon)}
    _write_json(out / "icons.json", {name: _icon(name) for name in sorted(names)})


def icon_folder() -> Path:
    """Where Material keeps its icons as single SVG files."""
    found = find_spec("material")
    assert found is not None and found.submodule_search_locations
    return Path(found.submodule_search_locations[0], "templates", ".icons", "material")


def _icon(name: str) -> str:
    svg = (icon_folder() / f"{name}.svg").read_text(encoding="utf-8").strip()
    return svg.replace("<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1)


def _meeting(meeting: MeetingView) -> dict[str, Any]:
    place = meeting.place
    there = {"text": place.text, "url": place.url, "address": place.note} if place else None
    return {"when": meeting.when, "place": there, "note": meeting.note}


def _ready(view: GroupView, entry: GroupEntry, directory: Directory) -> dict[str, Any]:
    """What our program works out for a group's page, in words."""
    facts = {_FACTS[f.label]: [line.text for line in f.lines] for f in view.facts if f.label in _FACTS}
    links = [{"text": a.text, "url": a.url, "shown": a.url.split("//")[-1].rstrip("/")} for a in view.contact.links]
    made = {
        **facts,
        "members": "".join(facts.get("members", ())),
        "founded": "".join(facts.get("founded", ())),
        "meetings": [_meeting(meeting) for meeting in view.meetings],
        "placed": any(meeting.place for meeting in view.meetings),
        "row": entry.row,
        "since": entry.group.founded,
        "tel": view.contact.tel,
        "links": links,
        "until": [day_words(r.until, directory.today) if r.until else "" for r in entry.recruiting],
        "succession": view.succession[0] if view.succession else "",
        "near": [{"slug": n.entry.slug, "reason": n.reason} for n in directory.neighbours.get(entry.slug, ())],
        "confirmed": view.confirmed,
        "map": view.map_url,
    }
    return {name: value for name, value in made.items() if value}


def _card(card: Card) -> dict[str, Any]:
    shown = {name: getattr(card, name) for name in ("name", "kana", "field", "summary", "line")}
    return shown | {"badges": list(card.badges)}


def page_of(text: str, extra: str) -> str:
    """A profile as a page of Hugo: parameters as they are written, and the description as the page's Markdown."""
    head, _, rest = text.partition("description: |\n")
    lines = rest.splitlines()
    end = next(n for n, line in enumerate(lines) if line and not line.startswith(" "))
    params = "\n".join(f"  {line}" for line in (*head.splitlines(), *lines[end:]))
    body = "\n".join(line.removeprefix("  ") for line in lines[:end])
    return f"---\n{extra}params:\n{params}\n---\n{body}\n"


def _memberships(entry: GroupEntry, weight: int) -> str:
    """The lists a group stands in, and its place in the order of readings."""
    group = entry.group
    lists = {
        "fields": group.fields,
        "areas": group.areas,
        "kinds": (group.kind,),
        "times": ["-".join(s) for s in sorted(entry.slots)],
    }
    return "".join([f"weight: {weight}\n", *(f"in_{name}: [{', '.join(terms)}]\n" for name, terms in lists.items())])


def _write_json(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8", newline="\n")
