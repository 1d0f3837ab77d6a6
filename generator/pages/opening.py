"""The page of one opening, in the order in which volunteers look, with a slip of paper to answer on; and what stands
in its place when it is over."""

from collections.abc import Iterator

from generator.directory.model import Directory, GroupEntry, Spot
from generator.kinds import GROUP
from generator.matching.opportunities import Opportunity, closed_urls
from generator.pages.contact_points import address_of, center_view
from generator.pages.jsonld_opening import opening_data
from generator.pages.lists import Cards
from generator.pages.views import ClosedView, OpeningView, Page, SlipView
from generator.settings import Settings
from generator.wording.contacts import contact_view
from generator.wording.days import day_words, week_marks
from generator.wording.facets import FACETS
from generator.wording.groups import NOTICES, confirmed_line
from generator.wording.openings import ASK, CLOSES, OF_MEETING, POSTED, opening_badges, opening_rows, unsaid
from generator.wording.parts import ContactView, Fact, Link, elsewhere, plain
from generator.wording.places import map_url

OVER = "この募集は終わりました。"


def opening_page(directory: Directory, each: Opportunity, settings: Settings, cards: Cards) -> Page:
    """The page of one open entry."""
    group, view = each.entry.group, _view(directory, each, settings, cards)
    said = (f"{row.label}：{row.lines[0].text}" for row in view.facts[:2])
    return Page(
        url=each.url,
        section="wanted",
        template="opening.html",
        title=f"{view.title}（{group.name}）",
        description="　".join((f"{group.name}が{view.role}をさがしています。", *said)),
        view=view,
        source=settings.source_url(GROUP.file(each.entry.slug)),
        correct=GROUP.correct_url(each.entry.slug) if settings.form else "",
        data=(opening_data(directory, each, settings),),
        address=address_of(each.url, settings),
    )


def closed_pages(directory: Directory) -> Iterator[Page]:
    """What stands at the address of an entry that a profile still has and that is not open: no list leads there."""
    for entry in directory.groups:
        for call, url in closed_urls(entry):
            notice = NOTICES.get(entry.group.status, OVER)
            view = ClosedView(call.title, notice, Link(entry.group.name, entry.url))
            yield Page(url, "wanted", "closed.html", call.title, notice, view, hidden=True)


def _view(directory: Directory, each: Opportunity, settings: Settings, cards: Cards) -> OpeningView:
    entry, call = each.entry, each.call
    contact, center = contact_view(entry.group.contact), center_view(settings.center)
    return OpeningView(
        role=directory.label("roles", call.role),
        title=call.title,
        group=Link(entry.group.name, entry.url),
        field=directory.label("fields", entry.group.fields[0]),
        badges=opening_badges(call),
        facts=tuple(_facts(directory, each)),
        deadline=day_words(call.until, directory.today) if call.until else "",
        contact=contact,
        center=center,
        slip=SlipView(*_fax(contact, entry, settings), center if center.address else None),
        card=(cards[entry.slug],),
        stale=entry.stale,
        confirmed=confirmed_line(entry.group.confirmed),
        week="" if each.when_of_meeting else week_marks(each.cells),
        notice=NOTICES.get(entry.group.status, ""),
        successor=call.role == "successor",
    )


def _fax(contact: ContactView, entry: GroupEntry, settings: Settings) -> tuple[str, str]:
    """The fax that takes a slip: the group's; the centre's where it passes on, or the group has none."""
    if contact.fax and not contact.via_center:
        return contact.fax, entry.group.name
    return settings.center.fax, settings.center.name


def _facts(directory: Directory, each: Opportunity) -> Iterator[Fact]:
    """Place, time, what, and the rest: a label and its lines each."""
    if each.spot:
        yield Fact("場所", tuple(_place(directory, each, each.spot)))
    if each.when:
        whose = OF_MEETING.format("日時") if each.when_of_meeting else ""
        yield Fact("日時", (Link(each.when, note=whose),))
    yield from (Fact(label, plain(ASK)) for label in unsaid(each))
    rows = (
        ("内容", plain(each.call.text or "")),
        *((label, plain(words)) for label, words in opening_rows(directory, each.call)),
        (FACETS["way"], plain("、".join(opening_badges(each.call)))),
    )
    yield from (Fact(label, lines) for label, lines in sorted(rows, key=_late) if lines)


def _late(row: tuple[str, tuple[Link, ...]]) -> bool:
    """Dates come last: who is welcome stands before them."""
    return row[0] in (CLOSES, POSTED)


def _place(directory: Directory, each: Opportunity, spot: Spot) -> Iterator[Link]:
    """The place with its address, how to get there, and a map."""
    yield Link(spot.text, spot.url, note=OF_MEETING.format("場所") if each.spot_of_meeting else "")
    known = directory.place_of.get(spot.slug)
    if known is None:
        return
    yield from (Link(line) for line in (known.address, known.access) if line)
    if map_url(known):
        yield elsewhere("地図を開く", map_url(known))
