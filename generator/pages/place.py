"""A place's page: where it is, its rooms, and who meets there."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from generator.directory.model import Directory, PlaceEntry
from generator.kinds import PLACE
from generator.pages.cards import at_meeting, event_card
from generator.pages.jsonld import place_data
from generator.pages.paging import PER_PAGE, page_count, page_links, page_url
from generator.pages.parts import Card, Section
from generator.pages.views import ListView, Page, PlaceView
from generator.settings import Settings
from generator.wording.groups import meeting_at
from generator.wording.markdown import to_html
from generator.wording.parts import Link
from generator.wording.places import place_facts


def place_page(directory: Directory, entry: PlaceEntry, settings: Settings, cards: Mapping[str, Card]) -> Page:
    """The page of one place."""
    place = entry.place
    kind = directory.label("place-kinds", place.kind)
    meeting = f"ここで活動する団体は{len(entry.groups)}団体です。" if entry.groups else ""
    return Page(
        url=entry.url,
        section=PLACE.folder,
        template="place.html",
        title=place.name,
        description="　".join(filter(None, (f"{place.name}（{kind}）", place.address, meeting))),
        view=_view(directory, entry, kind, cards),
        source=settings.source_url(PLACE.file(entry.slug)),
        data=(place_data(entry, settings),),
    )


def place_rest(entry: PlaceEntry, cards: Mapping[str, Card]) -> Iterator[Page]:
    """The groups that a place's own page has no room for, in further pages."""
    pages = page_count(len(entry.groups))
    for number in range(2, pages + 1):
        title = f"{entry.place.name}で活動する団体"
        suffix = f"（{number}ページ目）"
        view = ListView(
            title=title,
            lead="",
            count=len(entry.groups),
            unit="団体",
            sections=(Section("groups", "つづき", _cards(entry, cards, number)),),
            crumbs=(Link(entry.place.name, entry.url),),
            pages=page_links(entry.url, pages, number),
        )
        description = f"{title}、{len(entry.groups)}団体の一覧です。{suffix}"
        yield Page(page_url(entry.url, number), PLACE.folder, "list.html", title + suffix, description, view)


def _cards(entry: PlaceEntry, cards: Mapping[str, Card], number: int) -> tuple[Card, ...]:
    """The cards of the n-th page, each with the meeting that is held at the place."""
    groups = entry.groups[(number - 1) * PER_PAGE : number * PER_PAGE]
    return tuple(at_meeting(cards[g.slug], g, meeting_at(g, {entry.slug})) for g in groups)


def _view(directory: Directory, entry: PlaceEntry, kind: str, cards: Mapping[str, Card]) -> PlaceView:
    place = entry.place
    return PlaceView(
        name=place.name,
        kana=place.kana,
        kind=kind,
        facts=place_facts(directory, entry),
        description=to_html(place.description) if place.description else Markup(""),
        rooms=tuple(
            (r.name, f"{r.capacity}人" if r.capacity else "", r.fee or "", "、".join(r.equipment)) for r in place.rooms
        ),
        equipment=place.equipment,
        groups=_cards(entry, cards, 1),
        events=tuple(event_card(directory, event) for event in entry.events),
        count=len(entry.groups),
        pages=page_links(entry.url, page_count(len(entry.groups)), 1),
    )
