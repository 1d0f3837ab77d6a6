"""The pages of grants: one for each, and the list of what can be applied for, the nearest deadline first."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.directory.model import Directory, PlainEntry
from generator.kinds import GRANT
from generator.models.grant import Grant
from generator.pages.contact_points import CenterView, address_of, center_view
from generator.pages.parts import Card, Section
from generator.pages.views import ListView, Page
from generator.settings import Settings
from generator.wording.days import day_words
from generator.wording.grants import (
    AHEAD,
    OPEN,
    OVER,
    amount_words,
    deadline_words,
    grant_contact,
    grant_facts,
    grant_state,
)
from generator.wording.markdown import to_html
from generator.wording.parts import ContactView, Fact

_NOTICES = {OVER: "この助成金の受付は終わりました。", AHEAD: "この助成金は、まだ受付が始まっていません。"}
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"notices": _NOTICES}
_SECTIONS = {OPEN: "いま申し込める助成金", AHEAD: "これから受付が始まる助成金", OVER: "受付が終わった助成金"}
_LEAD = "市民活動に使える助成金です。締切の近い順にならんでいます。申し込む前に、助成する団体の案内をお確かめください。"


@dataclass(frozen=True, slots=True)
class GrantView:
    """A grant's page."""

    title: str
    kana: str
    summary: str
    notice: str
    facts: tuple[Fact, ...]
    apply: str
    contact: ContactView | None
    description: Markup
    center: CenterView


def grant_page(directory: Directory, entry: PlainEntry[Grant], settings: Settings) -> Page:
    """The page of one grant."""
    grant = entry.record
    view = GrantView(
        title=grant.title,
        kana=grant.kana or "",
        summary=grant.summary,
        notice=_NOTICES.get(grant_state(grant, directory.today), ""),
        facts=grant_facts(directory, grant),
        apply=grant.apply or "",
        contact=grant_contact(grant),
        description=to_html(grant.description) if grant.description else Markup(""),
        center=center_view(settings.center),
    )
    return Page(
        url=entry.url,
        section=GRANT.folder,
        template="grant.html",
        title=grant.title,
        description=f"{grant.funder}の助成金です。{grant.summary}",
        view=view,
        source=settings.source_url(GRANT.file(entry.slug)),
        address=address_of(entry.url, settings),
    )


def grants_page(directory: Directory) -> Page:
    """The list of grants: open now, open soon, over."""
    entries: tuple[PlainEntry[Grant], ...] = directory.entries[GRANT.folder]
    states = {each.slug: grant_state(each.record, directory.today) for each in entries}
    order = sorted(entries, key=lambda each: (each.record.closes, each.slug))
    sections = tuple(
        Section(f"grants-{n}", title, tuple(_card(directory, each) for each in order if states[each.slug] == state))
        for n, (state, title) in enumerate(_SECTIONS.items(), start=1)
    )
    view = ListView(
        title="助成金をさがす",
        lead=_LEAD,
        count=len(entries),
        unit="件",
        sections=tuple(section for section in sections if section.cards),
        empty="まだ助成金の案内はありません。",
    )
    description = f"市民活動団体が申し込める助成金{len(entries)}件の案内です。"
    return Page(GRANT.list_url, GRANT.folder, "list.html", view.title, description, view, hidden=not entries)


def _card(directory: Directory, entry: PlainEntry[Grant]) -> Card:
    grant, state = entry.record, grant_state(entry.record, directory.today)
    opens = f"{day_words(grant.opens, directory.today)}から" if grant.opens and state == AHEAD else ""
    return Card(
        url=entry.url,
        name=grant.title,
        kana=grant.kana or "",
        field=grant.funder,
        summary=grant.summary,
        line=amount_words(grant.amount),
        calls=(deadline_words(grant, directory.today),) if state == OPEN else (),
        badges=(opens,) if opens else (),
        quiet=OVER if state == OVER else "",
    )
