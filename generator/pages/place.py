"""A place's page: where it is, its rooms, and who meets there."""

from collections.abc import Mapping

from markupsafe import Markup

from generator.directory.model import Directory, PlaceEntry
from generator.kinds import PLACE
from generator.pages.cards import at_meeting, event_card
from generator.pages.jsonld import place_data
from generator.pages.parts import Card
from generator.pages.views import Page, PlaceView
from generator.settings import Settings
from generator.wording.groups import meeting_at
from generator.wording.markdown import to_html
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
        groups=tuple(at_meeting(cards[g.slug], g, meeting_at(g, {entry.slug})) for g in entry.groups),
        events=tuple(event_card(directory, event) for event in entry.events),
    )
