"""The list of activities that wait for somebody to take them over, with the centre to ask first."""

from collections.abc import Iterator
from dataclasses import replace

from generator.directory.model import Directory
from generator.japanese.dates import show_partial_date
from generator.matching.opportunities import Opportunity
from generator.matching.succession import Handing, successions
from generator.models.choices import Succession
from generator.pages.contact_points import address_of, center_view
from generator.pages.paging import paged
from generator.pages.parts import HandingCard, Section, facets_json
from generator.pages.views import Page
from generator.settings import Settings
from generator.wording.days import day_words
from generator.wording.groups import FOUNDED
from generator.wording.parts import Link
from generator.wording.succession import handover_view, short_state

SUCCESSION_URL = "succession/"
SUCCESSION_TITLE = "引き継ぐ人を待っている活動"
_SECTIONS = {
    Succession.LOOKING: "引き継ぐ人を探しています",
    Succession.TALKING: "相談が進んでいます",
    Succession.FOUND: "最近、引き継ぐ人が決まりました",
}
_LEAD = (
    "これまで続けてきた活動を、次の方へ手わたしたいと考えている団体です。"
    "まだ決めていなくても、話を聞いてみたいというお気持ちだけで、どうぞ。"
)
_EMPTY = "いま、引き継ぐ人を探している活動はありません。"


def succession_pages(directory: Directory, settings: Settings) -> Iterator[Page]:
    """The list in pages of bearable length: who is looking, who is in talks, who has lately found somebody."""
    found = successions(directory)
    sections = tuple(
        Section(stage, title, tuple(_card(directory, each) for each in found if each.stage == stage))
        for stage, title in _SECTIONS.items()
    )
    waiting = sum(each.stage == Succession.LOOKING for each in found)
    page = Page(
        SUCCESSION_URL,
        "succession",
        "succession.html",
        SUCCESSION_TITLE,
        f"続けてきた活動を引き継ぐ人を探している市民活動{waiting}件の案内です。",
        None,
    )
    pages = paged(
        page,
        tuple(section for section in sections if section.cards),
        "状況",
        lead=_LEAD,
        count=len(found),
        unit="件",
        empty=_EMPTY,
        center=center_view(settings.center),
    )
    yield from (replace(each, address=address_of(each.url, settings)) for each in pages)


def _card(directory: Directory, found: Handing) -> HandingCard:
    group, told = found.entry.group, handover_view(found.entry.group, directory.today)
    fields = directory.labels("fields", group.fields)
    facets = {"field": fields, "area": directory.labels("areas", group.areas)}
    began = f"{show_partial_date(group.founded)}{FOUNDED}" if group.founded else ""
    return HandingCard(
        id=found.entry.slug,
        url=f"{found.entry.url}#{'succession' if told else 'recruit'}",
        stage=found.stage,
        name=group.name,
        kana=group.kana,
        fields=fields[:2],
        summary=group.summary,
        began=began,
        areas="、".join(facets["area"]),
        state=short_state(found.stage, found.since, directory.today),
        rows=told.rows if told else (),
        note=told.note if told else "",
        calls=tuple(_call(directory, each) for each in found.calls),
        facets=facets_json(facets),
    )


def _call(directory: Directory, opportunity: Opportunity) -> Link:
    until = opportunity.call.until
    by = f"{day_words(until, directory.today)}まで" if until else ""
    return Link(opportunity.call.title, opportunity.url, note=by)
