"""Long lists in pages of bearable length, each at a plain address of its own."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from generator.pages.parts import Section
from generator.pages.views import ListView, Page
from generator.wording.parts import Link

# Cards on one page; a list that is longer goes on at index-2.html, index-3.html …
PER_PAGE = 100
Facets = tuple[tuple[str, tuple[Link, ...]], ...]


def page_url(url: str, number: int) -> str:
    """The address of the n-th page of a list; no record can have it, for slugs have no dot."""
    if number == 1:
        return url
    return f"{url.removesuffix('.html')}-{number}.html" if url.endswith(".html") else f"{url}index-{number}.html"


def page_count(entries: int) -> int:
    """How many pages a list of so many entries has; an empty one has one."""
    return max(1, -(-entries // PER_PAGE))


def page_links(url: str, pages: int, here: int) -> tuple[Link, ...]:
    """Links to the first page, the last and those near by; none for a single page."""
    if pages == 1:
        return ()
    near = sorted({1, pages, *range(max(1, here - 2), min(pages, here + 2) + 1)})
    return tuple(Link(str(n), page_url(url, n), here=n == here) for n in near)


def paged(
    page: Page, sections: Sequence[Section], facets: str | Facets = "", *, size: int = PER_PAGE, **view: Any
) -> Iterator[Page]:
    """A list of sections as one page or several, each like `page`, whose view is still to be made.

    size: cards on one page. `facets`: ways to narrow it down, or the name of the one (月) that leads to each section
    wherever it begins.
    """
    url, chunks = page.url, _chunks(sections, size) or [()]
    links = _starts(url, chunks) if isinstance(facets, str) else ()
    ways = facets if not isinstance(facets, str) else ((facets, links),) if len(links) > 1 else ()
    rest = tuple(page_url(url, n) for n in range(2, len(chunks) + 1))
    entries = _beside(url) if rest else ""
    for number, chunk in enumerate(chunks, start=1):
        suffix = f"（{number}ページ目）" if number > 1 else ""
        made = ListView(
            title=page.title,
            sections=chunk,
            facets=ways,
            pages=page_links(url, len(chunks), number),
            rest=rest if number == 1 else (),
            entries=entries,
            first=url if number > 1 else "",
            **view,
        )
        yield replace(
            page,
            url=page_url(url, number),
            title=page.title + suffix,
            description=page.description + suffix,
            view=made,
            beside=((entries, entries_json(sections, size)),) if entries and number == 1 else (),
        )


def _beside(url: str) -> str:
    """The file that says of all entries of a list what they can be narrowed down by."""
    return f"{url.removesuffix('.html')}-entries.json" if url.endswith(".html") else f"{url}entries.json"


def entries_json(sections: Sequence[Section], size: int = PER_PAGE) -> str:
    """What a list of several pages can be narrowed down by: facet → label → the numbers of its entries.

    A number is written as the step from the one before, which packs well; `theme/scripts/search/further.js` reads it.
    """
    cards = [card for section in sections for card in section.cards]
    numbers: dict[str, dict[str, list[int]]] = {}
    for number, card in enumerate(cards):
        for facet, labels in json.loads(card.facets or "{}").items():
            for label in dict.fromkeys(labels):
                numbers.setdefault(facet, {}).setdefault(label, []).append(number)
    facets = {facet: {label: _steps(found) for label, found in of.items()} for facet, of in numbers.items()}
    known = {"count": len(cards), "size": size, "facets": facets}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))


def _steps(numbers: Sequence[int]) -> list[int]:
    return [numbers[0], *(after - before for before, after in pairwise(numbers))]


def _chunks(sections: Sequence[Section], size: int) -> list[tuple[Section, ...]]:
    """The sections in pages: a section goes on on the next page where one is full."""
    cards = [(section, card) for section in sections for card in section.cards]
    chunks = []
    for start in range(0, len(cards), size):
        page: dict[str, list[Any]] = {}
        heading = {section.anchor: section.title for section, _ in cards[start : start + size]}
        for section, card in cards[start : start + size]:
            page.setdefault(section.anchor, []).append(card)
        chunks.append(tuple(Section(anchor, heading[anchor], tuple(found)) for anchor, found in page.items()))
    return chunks


def _starts(url: str, chunks: Sequence[Sequence[Section]]) -> tuple[Link, ...]:
    starts: dict[str, Link] = {}
    for number, chunk in enumerate(chunks, start=1):
        for section in chunk:
            first = starts.get(section.anchor) or Link(
                section.title, f"{page_url(url, number)}#{section.anchor}", number=0
            )
            starts[section.anchor] = first._replace(number=(first.number or 0) + len(section.cards))
    return tuple(starts.values())
