"""A group's page, in the order in which people look: what, when, where, how to join, whom to call."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from generator.directory.model import Directory, GroupEntry
from generator.japanese.dates import show_partial_date
from generator.japanese.phones import tel_uri
from generator.japanese.recurrence import show_recurrence, week_cells
from generator.kinds import GROUP
from generator.models.choices import GroupStatus, SocialKind, Succession, Via
from generator.models.contact import Contact
from generator.models.group import Exchange
from generator.pages.cards import at_meeting, event_card
from generator.pages.jsonld import group_data
from generator.pages.markdown import to_html
from generator.pages.parts import Card, ContactView, Fact, Link, MeetingView, plain
from generator.pages.pictures import Pictures
from generator.pages.sheet import sheet
from generator.pages.views import GroupView, Page, TranslationView
from generator.pages.wanted import recruit_views
from generator.pages.words import (
    beside_number,
    confirmed_line,
    day_words,
    fax_words,
    fee_lines,
    map_url,
    meeting_at,
    members_line,
    week_marks,
)
from generator.settings import Settings

_NOTICES = {
    GroupStatus.RESTING: "この団体は、いまお休みしています。",
    GroupStatus.ENDED: "この団体は、活動を終えました。",
}
# So many tints has theme/assets/tokens.css.
TINTS = 5
# BCP 47 tags for the `lang` attribute of a translated part.
_TAGS = {"easy": "ja", "sign": "ja", "tl": "fil"}


def group_page(
    directory: Directory, entry: GroupEntry, settings: Settings, pictures: Pictures, cards: Mapping[str, Card]
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
        view=_view(directory, entry, settings, pictures, cards),
        source=settings.source_url(GROUP.file(entry.slug)),
        correct=GROUP.correct_url(entry.slug) if settings.form else "",
        image=photos[0].src if photos else "",
        data=(group_data(directory, entry, settings),),
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
        fields=_links(directory, entry, "fields", group.fields),
        icon=(main.icon if main else "") or "",
        summary=group.summary,
        notice=_NOTICES.get(group.status, ""),
        meetings=tuple(_meetings(directory, entry)),
        facts=_facts(directory, entry),
        contact=contact_view(group.contact),
        recruiting=recruit_views(directory, entry),
        succession=_succession(entry),
        description=to_html(group.description),
        photos=pictures.of(GROUP.folder, group.photos),
        documents=pictures.documents(group.documents),
        offers=_exchanges(directory, group.offers),
        seeks=_exchanges(directory, group.seeks),
        events=tuple(event_card(directory, event) for event in events[:6]),
        neighbours=tuple(_near(entry, n.entry, cards[n.entry.slug]) for n in near),
        reasons=tuple(n.reason for n in near),
        criteria=tuple(c.label for c in group.criteria),
        translations=_translations(directory, entry),
        confirmed=confirmed_line(group.confirmed),
        stale=entry.stale,
        map_url=_map(directory, entry),
        center=settings.center,
        tint=_tint(directory, group.fields[0]),
        week=week_marks({cell for meeting in group.meetings for cell in week_cells(meeting.when)}),
    )
    return replace(view, sheet=sheet(_on_paper(view)))


def _on_paper(view: GroupView) -> tuple[Any, ...]:
    """What of a page stands on its printed sheet; the rest is for those who have the page itself."""
    described = (view.description, view.photos, view.documents, view.succession or "")
    return (*described, view.meetings, view.facts, view.contact, view.recruiting, view.offers, view.seeks, view.events)


def _tint(directory: Directory, field: str) -> int:
    """Which of the tints a field has; it stands behind the field's icon where a group has no photo."""
    terms = list(directory.vocabularies["fields"].terms) if "fields" in directory.vocabularies else []
    return terms.index(field) % TINTS if field in terms else 0


def _links(directory: Directory, entry: GroupEntry, vocabulary: str, terms: tuple[str, ...]) -> tuple[Link, ...]:
    """Terms with the lists they stand for; a group that has ended is in no list, which may not even exist."""
    listed = entry.group.status != GroupStatus.ENDED
    return tuple(Link(directory.label(vocabulary, t), f"{vocabulary}/{t}/" if listed else "") for t in terms)


def _facts(directory: Directory, entry: GroupEntry) -> tuple[Fact, ...]:
    group = entry.group
    rows = (
        ("地域", _links(directory, entry, "areas", group.areas)),
        ("対象", _words(directory.labels("audiences", group.audiences))),
        ("費用", tuple(Link(line) for line in fee_lines(group.fees))),
        ("会員", plain(members_line(group.members))),
        ("法人番号", plain(group.corporate_number or "")),
        ("設立", plain(show_partial_date(group.founded) if group.founded else "")),
        ("話せる言葉", _words(directory.labels("languages", group.languages))),
        ("バリアフリー対応", _words(directory.labels("accessibility", group.accessibility))),
    )
    return tuple(Fact(label, lines) for label, lines in rows if lines)


def _meetings(directory: Directory, entry: GroupEntry) -> Iterator[MeetingView]:
    """Each meeting with its place; the address of a place stands where the place is named first."""
    told = set()
    for meeting, spot in zip(entry.group.meetings, entry.spots, strict=True):
        known = directory.place_of.get(spot.slug) if spot and spot.slug not in told else None
        told.add(spot.slug if spot else "")
        yield MeetingView(
            when=show_recurrence(meeting.when) or meeting.when.text,
            place=Link(spot.text, spot.url, note=(known.address if known else "") or "") if spot else None,
            note=meeting.note or "",
        )


def _near(entry: GroupEntry, other: GroupEntry, card: Card) -> Card:
    """The card of a near group: if it is near by its place, with the meeting there."""
    return at_meeting(card, other, meeting_at(other, {spot.slug for spot in entry.spots if spot and spot.slug}))


def _words(labels: tuple[str, ...]) -> tuple[Link, ...]:
    return plain("、".join(labels))


def contact_view(contact: Contact) -> ContactView:
    """How to reach a group, as it allows."""
    named = ((contact.form, "問い合わせフォーム"), (contact.website, "ホームページ"))
    links = [Link(label, url) for url, label in named if url]
    links += [Link("ページ" if s.kind == SocialKind.OTHER else s.kind.label, s.url) for s in contact.social]
    phone = contact.phone
    return ContactView(
        via_center=contact.via == Via.CENTER,
        phone=phone.number if phone else "",
        tel=tel_uri(phone) if phone else "",
        phone_note="　".join(filter(None, (beside_number(phone), contact.phone_hours))),
        fax=fax_words(contact.fax),
        email=contact.email or "",
        links=tuple(links),
        address=contact.address or "",
    )


def _succession(entry: GroupEntry) -> tuple[str, str] | None:
    handover = entry.group.succession
    if handover is None or (handover.status == Succession.NOT_NEEDED and not handover.note):
        return None
    return handover.status.label, handover.note or ""


def _exchanges(directory: Directory, items: tuple[Exchange, ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (directory.label("exchanges", i.kind), i.text, f"{day_words(i.until, directory.today)}まで" if i.until else "")
        for i in items
        if i.until is None or i.until >= directory.today
    )


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
