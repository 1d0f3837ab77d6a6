"""People wanted: each call with an address of its own in the page of its group, and the list of all of them by role."""

import hashlib
from collections import Counter
from collections.abc import Iterator

from generator.directory.model import Directory, GroupEntry
from generator.japanese.recurrence import Recurrence, parse_recurrence
from generator.models.group import Recruiting
from generator.pages.paging import paged
from generator.pages.parts import RecruitView, Section, facets_json
from generator.pages.views import Page
from generator.wording.days import day_words, times_of
from generator.wording.parts import Link

_LEAD = "参加する人や手伝う人を募集しています。まずは電話やメールで、見学からどうぞ。"


def recruit_views(directory: Directory, entry: GroupEntry, listed: bool = False) -> tuple[RecruitView, ...]:
    """What a group is looking for, in the order in which volunteers look: place, day, what, for whom."""
    return tuple(
        _view(directory, entry, call, name, listed)
        for call, name in zip(entry.recruiting, _names(entry.recruiting), strict=True)
    )


def _view(directory: Directory, entry: GroupEntry, call: Recruiting, name: str, listed: bool) -> RecruitView:
    known = directory.place_of.get(call.place or "")
    where = (("場所", known.name if known else call.place or ""), ("日時", call.when or ""))
    rows = (
        ("人数", f"{call.number}人" if call.number else ""),
        ("年齢", call.ages or ""),
        ("対象", "経験のある方" if call.beginners_ok is False else ""),
        ("条件", call.conditions or ""),
        ("締切", day_words(call.until, directory.today) if call.until else ""),
    )
    return RecruitView(
        id=f"{entry.slug}-{name}" if listed else name,
        url=f"{entry.url}#{name}" if listed else "",
        role=directory.label("roles", call.role),
        title=call.title,
        where=tuple(row for row in where if row[1]),
        text=call.text or "",
        rows=tuple(row for row in rows if row[1]),
        badges=("初心者歓迎",) if call.beginners_ok else (),
        successor=call.role == "successor",
        group=Link(entry.group.name, entry.url) if listed else None,
        field=directory.label("fields", entry.group.fields[0]),
        facets=_facets(directory, entry, call) if listed else "",
    )


def _names(calls: tuple[Recruiting, ...]) -> Iterator[str]:
    """A name for each call that stays the same when others come, go or change places: made of its role and title."""
    seen: Counter[str] = Counter()
    for call in calls:
        digest = hashlib.sha256(f"{call.role}\n{call.title}".encode()).hexdigest()[:6]
        seen[digest] += 1
        yield f"wanted-{digest}" + (f"-{seen[digest]}" if seen[digest] > 1 else "")


def _facets(directory: Directory, entry: GroupEntry, call: Recruiting) -> str:
    when = parse_recurrence(call.when) if call.when else None
    known = when if isinstance(when, Recurrence) else None
    return facets_json(
        {
            "role": (directory.label("roles", call.role),),
            "time": times_of(known) if known else (),
            "field": directory.labels("fields", entry.group.fields),
            "area": directory.labels("areas", entry.group.areas),
        }
    )


def some_wanted(directory: Directory, most: int) -> Iterator[RecruitView]:
    """One call each of the first few groups: many groups with one tell more than one group with many."""
    calling = sorted((g for g in directory.groups if g.recruiting), key=lambda g: not _seeks_successor(g))
    for group in calling[:most]:
        views = recruit_views(directory, group, listed=True)
        yield next((view for view in views if view.successor), views[0])


def _seeks_successor(group: GroupEntry) -> bool:
    return any(r.role == "successor" for r in group.recruiting)


def wanted(directory: Directory) -> tuple[RecruitView, ...]:
    """Everything that groups are looking for, successors first, then in the reading order of the groups."""
    entries = [g for g in directory.groups if g.recruiting]
    views = [view for group in entries for view in recruit_views(directory, group, listed=True)]
    return tuple(sorted(views, key=lambda view: not view.successor))


def wanted_pages(directory: Directory) -> Iterator[Page]:
    """The list of people wanted, by role, in pages of bearable length."""
    views = wanted(directory)
    roles = tuple(dict.fromkeys(view.role for view in views))
    sections = tuple(
        Section(f"role-{n}", role, tuple(view for view in views if view.role == role))
        for n, role in enumerate(roles, start=1)
    )
    yield from paged(
        "wanted/",
        "wanted",
        "wanted.html",
        "手伝う・仲間になる",
        f"市民活動団体が参加する人や手伝う人を求める募集{len(views)}件。",
        sections,
        facet="役割",
        lead=_LEAD,
        count=len(views),
        unit="件",
        empty="いま募集はありません。",
    )
