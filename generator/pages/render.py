"""Views to HTML: the only module that imports jinja2. Autoescape is on and an undefined name is an error."""

import json
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from itertools import chain, repeat
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, FileSystemLoader, StrictUndefined
from jinja2 import Environment as Environment
from jinja2 import TemplateError as TemplateError
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from generator.assets import NO_ASSETS, Assets
from generator.pages.frame import Frame, depth_of, name_of
from generator.pages.parts import Card
from generator.pages.qr import qr
from generator.pages.views import Page
from generator.settings import Settings
from generator.wording.phrases import phrases

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_FEED = '<link rel="alternate" type="application/atom+xml" title="{}" href="{}{}">'


class _Compiled(BytecodeCache):
    """Templates that this process has compiled, as long as their text stays the same."""

    def __init__(self) -> None:
        self.known: dict[str, tuple[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template that was compiled from the same text."""
        checksum, code = self.known.get(bucket.key, ("", b""))
        if checksum == bucket.checksum:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        self.known[bucket.key] = (bucket.checksum, bucket.bytecode_to_string())


_COMPILED = _Compiled()


class _Plain(Environment):
    """An environment whose templates share its globals themselves: Jinja's chain of dicts makes each import slow."""

    def make_globals(self, given: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names that every template knows."""
        return super().make_globals(given) if given else self.globals


def templates(themes: Iterable[Path]) -> tuple[Path, ...]:
    """The folders of page templates in the folders of a theme."""
    return tuple(theme / "pages" for theme in themes)


def first_of(themes: Iterable[Path], name: str) -> Path:
    """A theme's file, from the first folder that has it."""
    return next(path for path in (theme / name for theme in themes) if path.is_file())


def environment(folders: Sequence[Path], icons: Path, assets: Assets = NO_ASSETS) -> Environment:
    """The environment in which the theme's templates are rendered; of several folders the first one counts.

    A page's template shows its view, the way to the `root` and the `page`, and no more: it calls no method, and what a
    page tells of the settings stands in the view, so that any engine with this syntax can render it (the desk's show
    the view, and what `desk/views/pages.py` tells of the site and of who asks). Beside some of Jinja's own filters
    it finds two, which stand here because an address depends on the build: `asset`, the address of a style or script by
    its name, and `preloads`, those of the modules that a script needs. Four functions draw: `icon` by its name, `qr` of
    an address, `phrases` (a text that breaks between its phrases), `cards` (the cards of a list).
    """
    made = _Plain(
        loader=FileSystemLoader(folders, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # A build reads each template once; asking the disk for every page whether it changed costs more than rendering.
        auto_reload=False,
        # A preview makes the same pages over and over, and compiling them takes longer than rendering a small site.
        bytecode_cache=_COMPILED,
    )
    drawn: dict[str, Markup] = {}

    def icon(name: str) -> Markup:
        if name not in drawn:
            drawn[name] = _icon(icons, name)
        return drawn[name]

    made.filters.update(asset=assets.asset, preloads=assets.needed)
    made.globals.update(icon=icon, phrases=phrases, qr=qr)
    made.globals["cards"] = _card_drawer(made)
    return made


def _card_drawer(env: Environment) -> Callable[..., Markup]:
    """A group's card stands in a dozen lists: it is rendered once for each depth and meeting; its reason differs."""
    drawn: dict[tuple[str, str, str], str] = {}
    macro = getattr(env.get_template("_card.html").module, "card")  # noqa: B009 - a template's names are its own

    def one(shown: Card, root: str) -> str:
        name = (shown.url, shown.line, root)
        if name not in drawn:
            drawn[name] = str(macro(shown, root))
        return drawn[name]

    def cards(shown: Sequence[Card], root: str, reasons: Sequence[str] = ()) -> Markup:
        """The cards of a list; with reasons, each gets a last line that says why it is there."""
        pairs = zip(shown, chain(reasons, repeat("")), strict=False)
        return Markup("".join(_because(one(card, root), reason) for card, reason in pairs))

    return cards


def _because(card: str, reason: str) -> str:
    if not reason:
        return f"{card}\n"
    return f'{card.removesuffix("</li>")}<p class="card__reason">{escape(reason)}</p></li>\n'


def _icon(icons: Path, name: str) -> Markup:
    """An icon of Material's set as inline SVG that screen readers skip; nothing if the set has no such icon."""
    path = icons / f"{name}.svg"
    if not name.replace("-", "").isalnum() or not path.is_file():
        return Markup("")
    svg = path.read_text(encoding="utf-8").strip()
    return Markup(svg.replace("<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1))


class CircularTemplate(TemplateError):
    """A template that includes itself, by itself or by way of others; `name` is that of the page."""

    def __init__(self, name: str) -> None:
        super().__init__("it includes itself")
        self.name = name


def render(page: Page, frames: Mapping[str, Frame], env: Environment, settings: Settings) -> str:
    """A whole page: its view rendered and poured into the frame of its section and depth."""
    depth = depth_of(page.url)
    root = "../" * depth or "./"
    try:
        body = env.get_template(page.template).render(view=page.view, root=root, page=page)
    except RecursionError:
        raise CircularTemplate(page.template) from None
    return frames[name_of(page.section, depth)].pour(
        {
            "title": str(escape(_title(page, settings))),
            "description": str(escape(page.description)),
            "head": _head(page, settings, root),
            "body": body,
            "source": _source(page),
        }
    )


def _title(page: Page, settings: Settings) -> str:
    return settings.site_name if page.url == "" else f"{page.title}｜{settings.site_name}"


def _head(page: Page, settings: Settings, root: str) -> str:
    """Canonical address, feeds, social metadata and schema.org data."""
    address = settings.absolute(page.url)
    tags = []
    if address and not page.hidden:
        tags.append(f'<link rel="canonical" href="{escape(address)}">')
    if page.hidden:
        tags.append('<meta name="robots" content="noindex">')
    tags += [_FEED.format(escape(feed.text), root, escape(feed.url)) for feed in page.feeds]
    social = {
        "og:type": "website" if page.url == "" else "article",
        "og:site_name": settings.site_name,
        "og:title": page.title,
        "og:description": page.description,
        "og:url": address,
        "og:locale": "ja_JP",
        "og:image": settings.absolute(page.image) if page.image else "",
    }
    tags += [f'<meta property="{n}" content="{escape(v)}">' for n, v in social.items() if v]
    tags += [f'<script type="application/ld+json">{_json(data)}</script>' for data in page.data]
    return "\n".join(tags)


def _json(data: object) -> str:
    """JSON that cannot leave its script element."""
    text = _ENCODER.encode(data)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _source(page: Page) -> str:
    if not page.source:
        return ""
    return f'<a class="source-link" href="{escape(page.source)}">このページの元のデータ（YAML）</a>'
