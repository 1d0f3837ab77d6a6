"""People wanted: the list of all openings, one for each role, and their cards in the pages of their groups."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.directory.model import Directory, GroupEntry
from generator.matching.opportunities import Opportunity, in_order, opportunities, opportunities_of
from generator.matching.sheet import URL as MATCH
from generator.pages.paging import Facets, paged
from generator.pages.parts import RecruitView, Section, facets_json
from generator.pages.succession import SUCCESSION_URL
from generator.pages.views import Page
from generator.wording.days import times_of, week_words
from generator.wording.openings import CLOSES, POSTED, age_words, of_meetings, opening_badges, opening_rows, to_ask
from generator.wording.parts import Link

URL, FEED = "wanted/", Link("新しい募集", "wanted/feed.xml")
# A card is longer than that of a group, and a page of them as long as one can bear on a telephone.
_SIZE = 40
_LEAD = "電話かメールで、まず見学からどうぞ。"
_EMPTY = "いま募集はありません。"
_WAYS = (
    Link("質問に答えてさがす", MATCH),
    Link("引き継げる活動", SUCCESSION_URL),
)
_DATA = (
    Link("新しい募集のフィード（Atom）", FEED.url),
    Link("募集のデータ（CSV）", "wanted/wanted.csv"),
    Link("募集のデータ（JSON）", "wanted/wanted.json"),
)
# What a card in a list tells beside place, time and words; the rest is on the entry's own page.
_LISTED = ("年齢", CLOSES, POSTED)


def recruit_views(directory: Directory, entry: GroupEntry) -> tuple[RecruitView, ...]:
    """What a group is looking for, in the order in which volunteers look: place, day, what, for whom."""
    return tuple(_view(directory, each) for each in opportunities_of(entry))


def _view(directory: Directory, each: Opportunity) -> RecruitView:
    """An entry in the page of its group, where the meetings stand above it."""
    call = each.call
    own = each.spot.text if each.spot and not each.spot_of_meeting else ""
    where = (("場所", own), ("日時", call.when or ""))
    return RecruitView(
        id=f"wanted-{each.name}",
        url=each.url,
        role=directory.label("roles", call.role),
        title=call.title,
        where=tuple(row for row in where if row[1]),
        text=call.text or "",
        rows=opening_rows(directory, call),
        badges=opening_badges(call),
        successor=call.role == "successor",
    )


def listed_view(directory: Directory, each: Opportunity) -> RecruitView:
    """An entry in a list: with its group, and the place and time of its group's meetings where it has none."""
    group, view = each.entry.group, _view(directory, each)
    return view._replace(
        id=f"{each.entry.slug}-{view.id}",
        where=tuple(row for row in (("場所", each.spot.text if each.spot else ""), ("日時", each.when)) if row[1]),
        whose=of_meetings(each) + to_ask(each),
        rows=tuple(row for row in view.rows if row[0] in _LISTED),
        group=Link(group.name, each.entry.url),
        field=directory.label("fields", group.fields[0]),
        facets=_facets(directory, each),
    )


def _facets(directory: Directory, each: Opportunity) -> str:
    group = each.entry.group
    return facets_json(
        {
            "role": (directory.label("roles", each.call.role),),
            "time": times_of(each.repeat) if each.repeat else week_words(each.cells),
            "field": directory.labels("fields", group.fields),
            "area": directory.labels("areas", group.areas),
            "way": opening_badges(each.call),
            "age": age_words(each.call),
        }
    )


def some_wanted(directory: Directory, most: int) -> Iterator[RecruitView]:
    """One call each of the first few groups: many groups with one tell more than one group with many."""
    calling = sorted((g for g in directory.groups if g.recruiting), key=lambda g: not _seeks_successor(g))
    for group in calling[:most]:
        found = opportunities_of(group)
        yield listed_view(directory, next((each for each in found if each.call.role == "successor"), found[0]))


def _seeks_successor(group: GroupEntry) -> bool:
    return any(r.role == "successor" for r in group.recruiting)


def wanted_pages(directory: Directory) -> Iterator[Page]:
    """The list of people wanted and one for each role that somebody is wanted for, in pages of bearable length."""
    found = in_order(opportunities(directory))
    views = [(each.call.role, each.call.until, listed_view(directory, each)) for each in found]
    roles = _roles(directory, [role for role, _, _ in views])
    yield from _list(
        URL,
        "手伝う・仲間になる",
        f"市民活動団体が参加する人や手伝う人を求める募集{len(views)}件。",
        [(until, view) for _, until, view in views],
        (("役割", _links(roles)),) if len(roles) > 1 else (),
    )
    for role, (label, url, number) in roles.items():
        yield from _list(
            url,
            f"{label}の募集",
            f"市民活動団体が{label}を求める募集{number}件。",
            [(until, view) for each, until, view in views if each == role],
            (("ほかの役割", _links(roles, role)),) if len(roles) > 1 else (),
            crumbs=(Link("手伝う・仲間になる", URL),),
        )


def _roles(directory: Directory, wanted: Sequence[str]) -> dict[str, tuple[str, str, int]]:
    """The roles that somebody is wanted for, in the order of the vocabulary: label, address, number of entries."""
    known = directory.vocabularies.get("roles")
    ordered = dict.fromkeys((*(known.terms if known else ()), *wanted))
    return {r: (directory.label("roles", r), f"roles/{r}/", wanted.count(r)) for r in ordered if r in wanted}


def _links(roles: dict[str, tuple[str, str, int]], here: str = "") -> tuple[Link, ...]:
    return tuple(Link(label, url, number, here=role == here) for role, (label, url, number) in roles.items())


def _list(
    url: str,
    title: str,
    description: str,
    views: Sequence[tuple[date | None, RecruitView]],
    facets: Facets,
    crumbs: tuple[Link, ...] = (),
) -> Iterator[Page]:
    closing = tuple(view for until, view in views if until)
    others = tuple(view for until, view in views if not until)
    parts = (
        Section("closing", "締切のある募集（締切の近い順）", closing),
        Section("always", "締切のない募集", others),
    )
    yield from paged(
        Page(url, "wanted", "wanted.html", title, description, None, feeds=(FEED,)),
        [part for part in parts if part.cards],
        facets,
        size=_SIZE,
        lead=_LEAD,
        count=len(views),
        unit="件",
        crumbs=crumbs,
        jumps=_WAYS,
        ways=_DATA,
        empty=_EMPTY,
    )
