"""Lists of groups: by reading, field, area, kind and time, each at a plain address, in pages of bearable length."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from generator.directory.model import Directory, GroupEntry
from generator.pages.views import Card, Link, ListView, Page, Section
from generator.pages.words import DAYS, PARTS
from generator.settings import Center, Settings

# Cards on one page; a list that is longer goes on at index-2.html, index-3.html …
PER_PAGE = 100

VOCABULARIES = {"fields": "分野", "areas": "地域", "kinds": "種類"}
_HEADINGS = {"fields": "{}の団体", "areas": "{}で活動する団体", "kinds": "{}"}

Cards = dict[str, Card]
Slot = tuple[str, str]


class Index:
    """The active and resting groups by everything they can be listed by; each list keeps the reading order."""

    def __init__(self, directory: Directory) -> None:
        self.groups = [g for g in directory.groups if g.group.status != "ended"]
        self.by: dict[str, dict[str, list[GroupEntry]]] = {
            name: {term: [] for term in directory.vocabularies[name].terms}
            for name in VOCABULARIES
            if name in directory.vocabularies
        }
        self.times: dict[Slot, list[GroupEntry]] = {(day, part): [] for day, _ in DAYS for part, _ in PARTS}
        for group in self.groups:
            self._add(group)

    def _add(self, group: GroupEntry) -> None:
        record = group.group
        memberships = {"fields": record.fields, "areas": record.areas, "kinds": (record.kind,)}
        for name, terms in memberships.items():
            for term in dict.fromkeys(terms):
                if term in self.by.get(name, {}):
                    self.by[name][term].append(group)
        for slot in group.slots:
            if slot in self.times:
                self.times[slot].append(group)

    def links(self, directory: Directory, name: str, here: str = "") -> tuple[Link, ...]:
        """The terms of a vocabulary that have groups, each with its count."""
        terms = directory.vocabularies[name].terms if name in directory.vocabularies else {}
        return tuple(
            Link(term.label, f"{name}/{t}/", len(self.by[name][t]), icon=term.icon or "", here=t == here)
            for t, term in terms.items()
            if self.by[name][t]
        )

    def grid(self, here: Slot | None = None) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        """Day × time as rows of counted links; an empty cell has no address."""
        return tuple(
            (
                day_label,
                tuple(
                    Link(
                        f"{day_label}{part_label}",
                        f"times/{day}-{part}/" if self.times[day, part] else "",
                        len(self.times[day, part]),
                        here=(day, part) == here,
                    )
                    for part, part_label in PARTS
                ),
            )
            for day, day_label in DAYS
        )


def group_lists(directory: Directory, index: Index, cards: Cards, settings: Settings) -> Iterator[Page]:
    """Every list of groups: all of them, and one for each term and time that has any."""
    facets = _facets(directory, index)
    yield from _pages(
        "groups/",
        "団体をさがす",
        index.groups,
        cards,
        lead=_LEAD,
        facets=facets,
        grid=index.grid(),
        center=settings.center,
    )
    for name, heading in _HEADINGS.items():
        for term, groups in index.by.get(name, {}).items():
            if groups:
                title = heading.format(directory.label(name, term))
                narrowed = ((VOCABULARIES[name], index.links(directory, name, term)),)
                yield from _pages(f"{name}/{term}/", title, groups, cards, facets=narrowed, crumb=True)
    for (day, part), groups in index.times.items():
        if groups:
            title = f"{dict(DAYS)[day]}の{dict(PARTS)[part]}に活動する団体"
            grid = index.grid((day, part))
            yield from _pages(f"times/{day}-{part}/", title, groups, cards, grid=grid, crumb=True)


_LEAD = "名前の五十音順です。分野や地域、活動する時間からもさがせます。"


def _facets(directory: Directory, index: Index) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    return tuple((label, index.links(directory, name)) for name, label in VOCABULARIES.items())


def _pages(
    url: str,
    title: str,
    groups: Sequence[GroupEntry],
    cards: Cards,
    *,
    lead: str = "",
    facets: tuple[tuple[str, tuple[Link, ...]], ...] = (),
    grid: tuple[tuple[str, tuple[Link, ...]], ...] = (),
    crumb: bool = False,
    center: Center | None = None,
) -> Iterator[Page]:
    chunks = [groups[n : n + PER_PAGE] for n in range(0, len(groups), PER_PAGE)] or [groups]
    for number, chunk in enumerate(chunks, start=1):
        sections = tuple(_rows(chunk, cards))
        view = ListView(
            title=title,
            lead=lead,
            count=len(groups),
            unit="団体",
            sections=sections,
            jumps=tuple(Link(s.title, f"#{s.anchor}") for s in sections) if len(chunk) > 12 else (),
            facets=facets if number == 1 else (),
            grid=grid if number == 1 else (),
            crumbs=(Link("団体をさがす", "groups/"),) if crumb else (),
            pages=_numbers(url, len(chunks), number),
            empty="まだ団体が登録されていません。",
            center=center if number == 1 else None,
        )
        suffix = f"（{number}ページ目）" if number > 1 else ""
        description = f"{title}、{len(groups)}団体の一覧です。{suffix}"
        yield Page(page_url(url, number), "groups", "list.html", title + suffix, description, view)


def page_url(url: str, number: int) -> str:
    """The address of the n-th page of a list; no record can have it, for slugs have no dot."""
    return url if number == 1 else f"{url}index-{number}.html"


def _numbers(url: str, pages: int, here: int) -> tuple[Link, ...]:
    if pages == 1:
        return ()
    near = sorted({1, pages, *range(max(1, here - 2), min(pages, here + 2) + 1)})
    return tuple(Link(str(n), page_url(url, n), here=n == here) for n in near)


def _rows(groups: Sequence[GroupEntry], cards: Cards) -> Iterator[Section]:
    row_of: Callable[[GroupEntry], str] = lambda group: group.row  # noqa: E731
    for row, members in groupby(groups, key=row_of):
        title = f"{row}行" if row != "他" else "その他"
        yield Section(f"row-{ord(row):x}", title, tuple(cards[group.slug] for group in members))
