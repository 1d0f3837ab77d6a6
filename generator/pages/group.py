"""A group's page, in the order in which people look: what, when, where, how to join, whom to call."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from generator.directory.model import Directory, GroupEntry
from generator.japanese.recurrence import week_cells
from generator.kinds import GROUP
from generator.matching.exchange import Exchanges
from generator.pages.cards import at_meeting, event_card
from generator.pages.chances import Chances
from generator.pages.contact_points import address_of, center_view
from generator.pages.exchange import partners_of
from generator.pages.jsonld import group_data
from generator.pages.npo import npo_file, npo_url
from generator.pages.parts import Card
from generator.pages.pictures import Pictures
from generator.pages.sheet import sheet
from generator.pages.views import GroupView, Page, TranslationView
from generator.pages.wanted import recruit_views
from generator.settings import Settings
from generator.wording.contacts import contact_view
from generator.wording.days import week_marks
from generator.wording.groups import (
    NOTICES,
    confirmed_line,
    exchanges,
    group_facts,
    meeting_at,
    meeting_lines,
    term_links,
)
from generator.wording.markdown import to_html
from generator.wording.places import map_url
from generator.wording.succession import handover_view

# So many tints has theme/assets/tokens.css.
TINTS = 5
# BCP 47 tags for the `lang` attribute of a translated part.
_TAGS = {"easy": "ja", "sign": "ja", "tl": "fil"}
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"tints": TINTS, "tags": _TAGS}


def group_page(
    directory: Directory,
    entry: GroupEntry,
    settings: Settings,
    pictures: Pictures,
    cards: Mapping[str, Card],
    chances: Chances,
    shared: Exchanges,
) -> Page:
    """The page of one group."""
    group = entry.group
    photos = pictures.of(GROUP.folder, group.photos)
    return Page(
        url=entry.url,
        section=GROUP.folder,
        template="group.html",
        title=group.name,
        description=group.summary,
        view=replace(
            _view(directory, entry, settings, pictures, cards),
            grants=chances.view(entry),
            partners=partners_of(directory, shared, entry),
        ),
        source=settings.source_url(GROUP.file(entry.slug)),
        correct=GROUP.correct_url(entry.slug) if settings.form else "",
        image=photos[0].src if photos else "",
        data=(group_data(directory, entry, settings),),
        address=address_of(entry.url, settings),
        beside=npo_file(directory, entry),
    )


def _view(
    directory: Directory, entry: GroupEntry, settings: Settings, pictures: Pictures, cards: Mapping[str, Card]
) -> GroupView:
    group = entry.group
    events = [e for e in directory.events_of.get(entry.slug, ()) if not e.past]
    main = directory.vocabularies["fields"].terms.get(group.fields[0]) if "fields" in directory.vocabularies else None
    near = directory.neighbours.get(entry.slug, ())
    view = GroupView(
        name=group.name,
        kana=group.kana,
        name_en=group.name_en or "",
        also=group.aliases,
        kind=directory.label("kinds", group.kind),
        fields=term_links(directory, entry, "fields", group.fields),
        icon=(main.icon if main else "") or "",
        summary=group.summary,
        notice=NOTICES.get(group.status, ""),
        meetings=tuple(meeting_lines(directory, entry)),
        facts=group_facts(directory, entry),
        contact=contact_view(group.contact),
        recruiting=recruit_views(directory, entry),
        succession=handover_view(group, directory.today),
        description=to_html(group.description),
        photos=pictures.of(GROUP.folder, group.photos),
        documents=pictures.documents(group.documents),
        offers=exchanges(directory, group.offers),
        seeks=exchanges(directory, group.seeks),
        events=tuple(event_card(directory, event) for event in events[:6]),
        neighbours=tuple(_near(entry, n.entry, cards[n.entry.slug]) for n in near),
        reasons=tuple(n.reason for n in near),
        criteria=tuple(c.label for c in group.criteria),
        translations=_translations(directory, entry),
        confirmed=confirmed_line(group.confirmed),
        stale=entry.stale,
        map_url=_map(directory, entry),
        center=center_view(settings.center),
        tint=_tint(directory, group.fields[0]),
        week=week_marks({cell for meeting in group.meetings for cell in week_cells(meeting.when)}),
    )
    return replace(view, sheet=sheet(_on_paper(view)), npo_url=npo_url(directory, entry))


def _on_paper(view: GroupView) -> tuple[Any, ...]:
    """What of a page stands on its printed sheet; the rest is for those who have the page itself."""
    described = (view.description, view.photos, view.documents, *(view.succession or ())[:3])
    return (*described, view.meetings, view.facts, view.contact, view.recruiting, view.offers, view.seeks, view.events)


def _tint(directory: Directory, field: str) -> int:
    """Which of the tints a field has; it stands behind the field's icon where a group has no photo."""
    terms = list(directory.vocabularies["fields"].terms) if "fields" in directory.vocabularies else []
    return terms.index(field) % TINTS if field in terms else 0


def _near(entry: GroupEntry, other: GroupEntry, card: Card) -> Card:
    """The card of a near group: if it is near by its place, with the meeting there."""
    return at_meeting(card, other, meeting_at(other, {spot.slug for spot in entry.spots if spot and spot.slug}))


def _translations(directory: Directory, entry: GroupEntry) -> tuple[TranslationView, ...]:
    return tuple(
        TranslationView(
            id=lang,
            lang=_TAGS.get(lang, lang),
            label=_autonym(directory, lang),
            name=t.name or "",
            summary=t.summary or "",
            description=to_html(t.description) if t.description else Markup(""),
        )
        for lang, t in entry.group.translations.items()
    )


def _autonym(directory: Directory, lang: str) -> str:
    """A language by its own name, which those who look for it can read; else by its label."""
    known = directory.vocabularies.get("languages")
    term = known.terms.get(lang) if known else None
    return (term and term.autonym) or directory.label("languages", lang)


def _map(directory: Directory, entry: GroupEntry) -> str:
    """A link to a map of the first known place: nothing is loaded from there until somebody follows it."""
    first = next((spot.slug for spot in entry.spots if spot and spot.slug), "")
    return map_url(directory.place_of[first]) if first else ""
