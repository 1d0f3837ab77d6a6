"""Pages poured into a small frame of our own, without MkDocs, and HTML read back as elements."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from generator.assets import assets
from generator.build import Theme, load, pour
from generator.pages.frame import frame, name_of
from generator.pages.site import FRAMES
from generator.settings import Settings
from tests.folders import ROOT, TODAY, content

FRAME = (
    '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>[[hiroba:title]]</title>'
    '<meta name="description" content="[[hiroba:description]]">[[hiroba:head]]</head>'
    "<body><main>[[hiroba:body]]</main><footer>[[hiroba:source]]</footer></body></html>"
)
SETTINGS = Settings(
    site_name="ためしの広場",
    site_url="https://hiroba.example.org/",
    city="清瀬市",
    city_short="清瀬",
    prefecture="東京都",
    repository="https://code.example.org/hiroba",
)
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

Pages = dict[str, str]

ASSETS = assets((ROOT / "theme",), joined=True)


def theme() -> Theme:
    """The real templates and icons around the small frame."""
    spec = find_spec("material")
    assert spec
    assert spec.origin
    icons = Path(spec.origin).parent / "templates" / ".icons" / "material"
    return Theme({name_of(s, d): frame(FRAME) for s, d in FRAMES}, (ROOT / "theme" / "pages",), icons, ASSETS)


def poured(
    folder: Path,
    files: Mapping[str, str | bytes] | None = None,
    *,
    today: date = TODAY,
    settings: Settings = SETTINGS,
    preview: bool = False,
) -> Pages:
    """Every page of a content folder made of the given files: address below the root → HTML."""
    source, stage = content(folder / "content", files), folder / "stage"
    pour(load(source, "content", today), source, settings, theme(), stage, preview=preview)
    return {p.relative_to(stage).as_posix(): p.read_text(encoding="utf-8") for p in sorted(stage.rglob("*.html"))}


@dataclass(slots=True)
class Element:
    """An element with its attributes and all text inside it."""

    tag: str
    attributes: dict[str, str]
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words inside, with single spaces."""
        return " ".join("".join(self.pieces).split())

    def has(self, name: str) -> bool:
        """Whether the element has this class."""
        return name in self.attributes.get("class", "").split()


class Elements(HTMLParser):
    """All elements of a page in their order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.all: list[Element] = []
        self.open: list[Element] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element."""
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.all.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close what is open down to this tag."""
        for n in range(len(self.open) - 1, -1, -1):
            if self.open[n].tag == tag:
                del self.open[n:]
                return

    def handle_data(self, data: str) -> None:
        """Give the text to every open element."""
        for element in self.open:
            element.pieces.append(data)


def elements(html: str, tag: str = "", css: str = "") -> list[Element]:
    """The elements of a page with this tag and class."""
    return [e for e in Elements(html).all if (not tag or e.tag == tag) and (not css or e.has(css))]


def texts(html: str, tag: str = "", css: str = "") -> list[str]:
    """The words of these elements."""
    return [e.text for e in elements(html, tag, css)]


def said(html: str) -> str:
    """What a page says to its reader, without the places where a line may break."""
    return texts(html, "main")[0]


def linked_data(html: str) -> list[Any]:
    """The schema.org objects of a page."""
    return [json.loads("".join(e.pieces)) for e in elements(html, "script") if e.attributes.get("type") == LD]


LD = "application/ld+json"


def addresses(page: Elements) -> Iterator[tuple[Element, str]]:
    """Every address a page names, with the element that names it."""
    for element in page.all:
        for name in ("href", "src", "action", "poster", "data"):
            if name in element.attributes:
                yield element, element.attributes[name]
        for part in element.attributes.get("srcset", "").split(","):
            if part.strip():
                yield element, part.split()[0]


def dead_links(pages: Mapping[str, Elements], site: Path, base: str = SETTINGS.site_url) -> list[str]:
    """Internal addresses that lead to no file, or to no anchor in it, as `page → address`; `base` is the site's own."""
    anchors = {name: {e.attributes["id"] for e in page.all if "id" in e.attributes} for name, page in pages.items()}
    return [
        f"{name} → {address}"
        for name, page in pages.items()
        for _, address in addresses(page)
        if not _resolves(urljoin(base + name, address), base, site, anchors)
    ]


def _resolves(address: str, base: str, site: Path, anchors: Mapping[str, set[str]]) -> bool:
    parts = urlsplit(address)
    if parts.netloc != urlsplit(base).netloc:
        return True
    if not address.startswith(base):
        return False
    path = unquote(urlsplit(address.removeprefix(base)).path)
    file = f"{path}index.html" if path == "" or path.endswith("/") else path
    if not (site / file).is_file():
        return False
    return not parts.fragment or parts.fragment in anchors.get(file, set())
