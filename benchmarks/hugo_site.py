"""The same profiles as a Hugo site that says the same on every page, given to Hugo as fast as it can take them.

Hugo gets what our program works out (days in words, neighbours, the printed code) ready-made in each page's front
matter, and the description as the page's Markdown, so that it only renders. Its templates are ours, translated.
"""

import json
import shutil
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from markupsafe import Markup

from benchmarks.hugo_templates import Language, Value, literal, translated, translated_macro
from generator.build import Theme
from generator.directory.model import Directory, GroupEntry
from generator.matching.applications import Applications
from generator.matching.exchange import exchanges
from generator.pages.chances import Chances
from generator.pages.contact_points import center_view
from generator.pages.frame import Frame
from generator.pages.group import group_page
from generator.pages.pictures import Pictures
from generator.pages.qr import qr
from generator.pages.render import Environment, environment, render
from generator.pages.site import cards_of
from generator.pages.views import Page
from generator.settings import Settings

LAYOUTS = Path(__file__).parent / "layouts"
# What only lists need; without lists Hugo is told to make single pages and the sitemap, nothing else.
_NO_LISTS = ["home", "section", "taxonomy", "term", "rss", "404", "robotstxt"]
_TAXONOMIES = ("fields", "areas", "kinds", "times")
_LISTS = ["home", "rss", "404", "robotstxt", "taxonomy"]
# What Hugo has under another name than our templates.
_KNOWN = {
    "view.center": "$settings.center",
    "view.description": "$.Content",
    "page.address": "$settings.site_url",
    "page.address.whole": "$.Permalink",
    "page.address.site": "$settings.site_url",
    "page.address.path": "$page.url",
}
# Marks in a page that our own program renders, and what Hugo is to put there.
_MARKS = {
    "⟦title⟧": "{{ $page.title }}",
    "⟦description⟧": "{{ $page.description }}",
    "⟦source⟧": "{{ $page.source | safeURL }}",
    '{"⟦data⟧":0}': "{{ $page.data | safeJS }}",
}
_CARD = 'partialCached "card.html" (index hugo.Data.cards {0}) {0}'
_CARDS = (
    "{{{{ range $i, $k := {0} }}}}{{{{ with index {2} $i }}}}"
    '{{{{ strings.TrimSuffix "</li>" (' + _CARD.format("$k") + ") | safeHTML }}}}"
    '<p class="card__reason">{{{{ . }}}}</p></li>{{{{ end }}}}\n{{{{ end }}}}'
)


def write_site(out: Path, content: Path, directory: Directory, settings: Settings, theme: Theme, lists: bool) -> None:
    """Fill `out` with a Hugo site of the directory's groups, with or without the lists they stand in."""
    _write_json(out / "hugo.json", _configuration(settings, lists))
    _write_layouts(out / "layouts", theme, settings)
    # Hugo reads a folder of data whole, so what lists alone need is not there without them.
    shelf = Shelf()
    _write_pages(out / "content" / "groups", content, directory, settings, lists, shelf)
    _write_data(out / "data", content, theme, directory, shelf)


class Shelf:
    """Every card once, under a name of its own: a page says the names of its neighbours' cards."""

    def __init__(self) -> None:
        self.names: dict[Any, str] = {}

    def name(self, card: Any) -> str:
        """The name of a card: its group's slug, with a number if that group has several cards."""
        if card not in self.names:
            slug = card.url.strip("/").rpartition("/")[2]
            others = sum(1 for known in self.names if known.url == card.url)
            self.names[card] = f"{slug}~{others}" if others else slug
        return self.names[card]


def _configuration(settings: Settings, lists: bool) -> dict[str, Any]:
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
        "params": {"settings": plain({"site_url": settings.site_url, "center": center_view(settings.center)})},
    }


def _write_layouts(out: Path, theme: Theme, settings: Settings) -> None:
    """Our rendered frames are Hugo's layouts: fixed text is the fastest thing that a template can hold."""
    partials = out / "_partials"
    partials.mkdir(parents=True)
    shutil.copy(LAYOUTS / "words.html", partials / "words.html")
    env = _environment(out.parent / "made", theme)
    language = _language(env)
    card = translated_macro(language, "_card.html", "card", {"c": Value("$c"), "root": literal("../../")})
    _write(partials / "card.html", "{{- $c := . -}}" + card.strip())
    _write(out / "single.html", _single(language, theme.frames, settings))
    words = '{{ partialCached "words.html" . .RelPermalink }}'
    listed = {"title": f"{words}｜{settings.site_name}", "description": words, "source": ""}
    listed |= {"body": _layout("list"), "head": _layout("list_head")}
    _write(out / "section.html", theme.frames["groups-1"].pour(listed))
    _write(out / "term.html", theme.frames["groups-2"].pour(listed))


def _environment(folder: Path, theme: Theme) -> Environment:
    """Ours, with one template more that shows what it is given."""
    _write(folder / "given.html", "{{ view }}")
    return environment([folder, *theme.templates], theme.icons, theme.assets)


def _language(env: Environment) -> Language:
    def icon(given: list[Value]) -> str:
        name = given[0]
        drawn = env.globals["icon"](name.fixed) if name.fixed is not None else ""  # type: ignore[operator]
        return str(drawn) or f"{{{{ index hugo.Data.icons {name.code} | safeHTML }}}}"

    functions = {
        "icon": icon,
        "qr": lambda given: "{{ $page.qr | safeHTML }}",
        "phrases": lambda given: f"{{{{ {given[0].code} }}}}",
        "cards": lambda given: _CARDS.format(*(value.code for value in given)) if len(given) == 3 else "",
    }
    return Language(env, functions, _KNOWN)


def _single(language: Language, frames: Mapping[str, Frame], settings: Settings) -> str:
    """A page that our program renders with marks for what differs, and the translated template as its body."""
    scope = {name: Value(f"${name}") for name in ("view", "page")} | {"root": literal("../../")}
    body = translated(language, "group.html", scope)
    url = "groups/hugo-slug/"
    page = Page(
        url, "groups", "given.html", "⟦title⟧", "⟦description⟧", Markup(body), "⟦source⟧", data=({"⟦data⟧": 0},)
    )
    text = render(page, frames, language.env, settings)
    for found, put in {**_MARKS, settings.absolute(url): "{{ .Permalink }}"}.items():
        if found not in text:
            raise ValueError(f"our page no longer has a place for {found}")
        text = text.replace(found, put)
    return "{{- $view := .Params.view }}{{ $page := .Params.page }}{{ $settings := site.Params.settings -}}\n" + text


def _layout(name: str) -> str:
    return (LAYOUTS / f"{name}.html").read_text(encoding="utf-8").strip()


def _write_data(out: Path, content: Path, theme: Theme, directory: Directory, shelf: Shelf) -> None:
    shutil.copytree(content / "vocabulary", out)
    icon = _environment(out.parent / "made", theme).globals["icon"]
    _write_json(out / "cards.json", {name: plain(card) for card, name in shelf.names.items()})
    _write_json(out / "rows.json", {entry.slug: entry.row for entry in directory.groups})
    names = {term.icon for term in directory.vocabularies["fields"].terms.values() if term.icon}
    _write_json(out / "icons.json", {name: icon(name) for name in sorted(names)})  # type: ignore[operator]


def icon_folder() -> Path:
    """Where Material keeps its icons as single SVG files."""
    found = find_spec("material")
    assert found is not None and found.submodule_search_locations
    return Path(found.submodule_search_locations[0], "templates", ".icons", "material")


def _write_pages(
    folder: Path, content: Path, directory: Directory, settings: Settings, lists: bool, shelf: Shelf
) -> None:
    cards = cards_of(directory)
    for card in cards.values():
        shelf.name(card)
    pictures, shared = Pictures(content, folder), exchanges(directory)
    chances = Chances(directory, Applications(directory))
    for weight, entry in enumerate(directory.groups, start=1):
        page = group_page(directory, entry, settings, pictures, cards, chances, shared)
        extra = _memberships(entry, weight) if lists else {}
        params = {"view": _view(page, shelf), "page": _page(page, settings)}
        head = json.dumps({**extra, "params": params}, ensure_ascii=False)
        _write(folder / f"{entry.slug}.md", f"{head}\n\n{entry.group.description}\n")


def _view(page: Page, shelf: Shelf) -> dict[str, Any]:
    """A group's view without what Hugo has of its own: the rendered description, the centre and the cards."""
    view = page.view
    shown = {name: getattr(view, name) for name in view.__dataclass_fields__ if name not in ("description", "center")}
    return plain({**shown, "neighbours": [shelf.name(card) for card in view.neighbours]})


def _page(page: Page, settings: Settings) -> dict[str, Any]:
    names = ("url", "title", "description", "source", "correct")
    # Hugo puts the names of parameters into small letters, so data for other programs stay one text.
    data = json.dumps(page.data[0], ensure_ascii=False, separators=(",", ":"))
    made = {name: getattr(page, name) for name in names}
    return plain({**made, "data": data, "qr": str(qr(settings.absolute(page.url)))})


def plain(value: Any) -> Any:
    """A view as data: named tuples by name, other tuples as lists, and nothing where there is nothing to show."""
    if hasattr(value, "_asdict"):
        return plain(value._asdict())
    if hasattr(value, "__dataclass_fields__"):
        return plain({name: getattr(value, name) for name in value.__dataclass_fields__})
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items() if each not in (None, "", (), [])}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return value


def _memberships(entry: GroupEntry, weight: int) -> dict[str, Any]:
    """The lists a group stands in, and its place in the order of readings."""
    group = entry.group
    lists: dict[str, Iterable[str]] = {
        "fields": group.fields,
        "areas": group.areas,
        "kinds": (group.kind,),
        "times": ("-".join(slot) for slot in sorted(entry.slots)),
    }
    return {"weight": weight, **{f"in_{name}": list(terms) for name, terms in lists.items()}}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _write_json(path: Path, value: object) -> None:
    _write(path, json.dumps(value, ensure_ascii=False))
