"""Lists of groups, each at a plain address, in pages of bearable length."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from generator.directory.model import Directory, GroupEntry
from generator.kinds import GROUP
from generator.matching.succession import handing
from generator.models.choices import Succession
from generator.pages.cards import at_meeting
from generator.pages.contact_points import CenterView, center_view
from generator.pages.index import ROWS, VOCABULARIES, Index, row_title
from generator.pages.paging import PER_PAGE, page_links, page_url
from generator.pages.parts import Card, Section
from generator.pages.views import ListView, Page
from generator.settings import Settings
from generator.wording.days import DAYS, PARTS, slot_words
from generator.wording.groups import meeting_in
from generator.wording.parts import Link

_HEADINGS = {
    "fields": "{}の団体",
    "areas": "{}で活動する団体",
    "audiences": "対象が「{}」の団体",
    "kinds": "{}",
}
Cards = dict[str, Card]
Grid = tuple[tuple[str, tuple[Link, ...]], ...]


def group_lists(directory: Directory, index: Index, cards: Cards, settings: Settings) -> Iterator[Page]:
    """Every list of groups: all of them, and one for each term, row of readings and time that has any."""
    yield from _pages(
        "groups/",
        "団体をさがす",
        index.groups,
        cards,
        lead=_LEAD,
        control=_Control("しぼりこむ", _facets(directory, index), index.grid()),
        ways=_ways(directory, index),
        center=center_view(settings.center),
    )
    yield from _by_term(directory, index, cards)
    yield from _by_row(index, cards)
    yield from _by_time(index, cards)
    yield from _others(directory, index, cards)


def _by_term(directory: Directory, index: Index, cards: Cards) -> Iterator[Page]:
    for name, heading in _HEADINGS.items():
        word = VOCABULARIES[name]
        for term, groups in index.by.get(name, {}).items():
            label = directory.label(name, term)
            facets = ((word, index.links(directory, name, term)),)
            control = _Control(f"ほかの{word}", facets, more=_narrower(name, label))
            yield from _narrowed(f"{name}/{term}/", heading.format(label), groups, cards, control)


def _by_row(index: Index, cards: Cards) -> Iterator[Page]:
    for row, groups in index.rows.items():
        control = _Control("ほかの行", (("行", index.readings(row)),))
        yield from _narrowed(f"reading/{ROWS[row]}/", f"{row_title(row)}の団体", groups, cards, control)


def _by_time(index: Index, cards: Cards) -> Iterator[Page]:
    for (day, part), groups in index.times.items():
        title = f"{dict(DAYS)[day]}の{dict(PARTS)[part]}に活動する団体"
        more = _narrower("times", *slot_words([(day, part)]))
        control = _Control("ほかの曜日と時間", grid=index.grid((day, part)), more=more)
        then = {g.slug: at_meeting(cards[g.slug], g, meeting_in(g, (day, part))) for g in groups}
        yield from _narrowed(f"times/{day}-{part}/", title, groups, then, control)


@dataclass(frozen=True, slots=True)
class _Control:
    """The one way out of a narrowed list: its name, the neighbouring lists, and where one can narrow further."""

    name: str
    facets: Grid = ()
    grid: Grid = ()
    more: str = ""


def _narrowed(url: str, title: str, groups: Sequence[GroupEntry], cards: Cards, control: _Control) -> Iterator[Page]:
    if groups:
        yield from _pages(url, title, groups, cards, control=control, crumb=True)


# What narrows the list of groups down to the same groups (theme/scripts/search/facets.js).
_FACETS = {"fields": "field", "areas": "area", "audiences": "audience", "times": "time"}


def _narrower(name: str, label: str) -> str:
    """The list of groups narrowed down to a term, where a reader goes on narrowing; nothing if it has no such facet."""
    return f"groups/?{urlencode({_FACETS[name]: label})}" if name in _FACETS else ""


def _others(directory: Directory, index: Index, cards: Cards) -> Iterator[Page]:
    latest, resting = index.latest(directory.today), index.resting()
    if latest:
        yield from _pages(
            "new/", "新しくのった・内容を確かめた団体", latest, cards, lead=_NEW, crumb=True, sections=_by_month
        )
    if resting:
        yield from _pages("resting/", "お休み中の団体", resting, cards, lead=_RESTING, crumb=True)


def _ways(directory: Directory, index: Index) -> tuple[Link, ...]:
    wanted = sum(1 for group in index.groups if group.recruiting)
    ways = (
        Link("新しくのった・内容を確かめた団体", "new/", len(index.latest(directory.today))),
        Link("参加する人・手伝う人を募集中", "wanted/", wanted),
        Link("引き継ぐ人を待っている", "succession/", _waiting(index)),
        Link("活動の場所から", "places/", len(directory.places)),
        Link("お休み中の団体", "resting/", len(index.resting())),
    )
    return tuple(way for way in ways if way.number)


def _waiting(index: Index) -> int:
    found = (handing(group) for group in index.groups)
    return sum(1 for each in found if each and each.stage == Succession.LOOKING)


_NEW = "最近、内容を確かめた団体です。新しい順にならんでいます。"
_RESTING = "いまは活動を休んでいる団体です。再開の時期や、いまできることは、各団体のページにあります。"
_LEAD = "名前の五十音順です。分野や地域、活動する時間からもさがせます。"


def _facets(directory: Directory, index: Index) -> Grid:
    terms = tuple((label, index.links(directory, name)) for name, label in VOCABULARIES.items())
    return (*terms, ("名前の五十音", index.readings()))


def _pages(
    url: str,
    title: str,
    groups: Sequence[GroupEntry],
    cards: Cards,
    *,
    lead: str = "",
    control: _Control | None = None,
    ways: tuple[Link, ...] = (),
    crumb: bool = False,
    center: CenterView | None = None,
    sections: Callable[[Sequence[GroupEntry], Cards], Iterator[Section]] | None = None,
) -> Iterator[Page]:
    if sections is None:
        # Groups that pause come last.
        groups = sorted(groups, key=lambda group: group.group.status == "resting")
    chunks = [groups[n : n + PER_PAGE] for n in range(0, len(groups), PER_PAGE)] or [groups]
    for number, chunk in enumerate(chunks, start=1):
        parts = tuple((sections or _rows)(chunk, cards))
        view = ListView(
            title=title,
            lead=lead,
            count=len(groups),
            unit="団体",
            sections=parts,
            jumps=tuple(Link(s.title, f"#{s.anchor}") for s in parts) if len(chunk) > 12 else (),
            facets=control.facets if control and number == 1 else (),
            grid=control.grid if control and number == 1 else (),
            others=control.name if control else "",
            more=control.more if control else "",
            ways=ways if number == 1 else (),
            crumbs=(Link("団体をさがす", "groups/"),) if crumb else (),
            pages=page_links(url, len(chunks), number),
            empty="まだ団体が登録されていません。",
            center=center if number == 1 else None,
        )
        suffix = f"（{number}ページ目）" if number > 1 else ""
        description = f"{title}、{len(groups)}団体の一覧です。{suffix}"
        yield Page(page_url(url, number), GROUP.folder, "list.html", title + suffix, description, view)


def _rows(groups: Sequence[GroupEntry], cards: Cards) -> Iterator[Section]:
    """By reading; groups that pause stand apart, after the others."""
    active = [group for group in groups if group.group.status != "resting"]
    resting = tuple(cards[group.slug] for group in groups if group.group.status == "resting")
    for row, members in groupby(active, key=lambda group: group.row):
        yield Section(f"row-{ord(row):x}", row_title(row), tuple(cards[group.slug] for group in members))
    if resting:
        yield Section("resting", "お休み中", resting)


def _by_month(groups: Sequence[GroupEntry], cards: Cards) -> Iterator[Section]:
    def month(group: GroupEntry) -> str:
        day = group.group.confirmed
        return f"{day.year}年{day.month}月" if day else ""

    for title, members in groupby(groups, key=month):
        yield Section(f"month-{title[:4]}-{title[5:-1]}", title, tuple(cards[group.slug] for group in members))
