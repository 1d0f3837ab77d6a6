"""A grant's page: until when, how much, for whom, and which groups meet its conditions, with the reasons."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator.directory.model import Directory, PlainEntry
from generator.japanese.dates import show_date
from generator.kinds import GRANT
from generator.matching.applications import Applicant, Applications
from generator.matching.eligibility import Answer, Verdict, counting_day
from generator.models.grant import Grant
from generator.pages.contact_points import CenterView, address_of, center_view
from generator.pages.jsonld import grant_data
from generator.pages.views import Page
from generator.settings import Settings
from generator.wording.eligibility import Case, Reason, asked_words, reasons
from generator.wording.grants import AHEAD, OVER, condition_words, grant_contact, grant_facts, grant_state
from generator.wording.markdown import to_html
from generator.wording.parts import ContactView, Fact, Link

_NOTICES = {OVER: "この助成金の受付は終わりました。", AHEAD: "この助成金は、まだ受付が始まっていません。"}
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"notices": _NOTICES}
# So many groups stand in each list of those that may apply.
_MOST = 20
_MEET = "プロフィールで分かる条件を、すべて満たす団体"
_OPEN = "プロフィールだけでは分からない条件がある団体"


class ApplicantView(NamedTuple):
    """A group that may apply: what its profile could still say, and what each condition means for it."""

    group: Link
    missing: tuple[str, ...]
    reasons: tuple[Reason, ...]


class ApplicantsView(NamedTuple):
    """The first groups that stand alike, how many there are, and how many of them stand nowhere."""

    title: str
    number: int
    applicants: tuple[ApplicantView, ...]
    left: int


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
    as_of: str
    untold: tuple[Reason, ...]
    applicants: tuple[ApplicantsView, ...]
    nobody: tuple[str, ...]


def grant_page(directory: Directory, entry: PlainEntry[Grant], settings: Settings, applications: Applications) -> Page:
    """The page of one grant."""
    grant = entry.record
    applicants = tuple(_applicants(directory, entry, applications))
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
        as_of=show_date(directory.today),
        untold=_untold(directory, entry, applications) if applicants else (),
        applicants=applicants,
        nobody=() if applicants else _nobody(directory, entry, applications),
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
        data=(grant_data(grant, settings, entry.url),),
    )


def _applicants(directory: Directory, entry: PlainEntry[Grant], applications: Applications) -> Iterator[ApplicantsView]:
    """The groups that may apply: those that meet what profiles tell, and those whose profiles could tell more."""
    found = {_MEET: applications.groups(entry.slug, _MOST), _OPEN: applications.perhaps(entry.slug, _MOST)}
    for title, (those, count) in found.items():
        # A grant that asks nothing of which profiles tell is for everybody or for nobody: no list helps.
        if those and those[0].verdict.told.conditions:
            shown = tuple(_applicant(directory, entry.record, each) for each in those)
            yield ApplicantsView(title, count, shown, count - len(shown))


def _applicant(directory: Directory, grant: Grant, applicant: Applicant) -> ApplicantView:
    group = applicant.entry.group
    made = _reasons(directory, grant, applicant, applicant.verdict.told)
    missing = tuple(reason.note for reason in made if reason.answer == Answer.UNKNOWN)
    return ApplicantView(Link(group.name, applicant.entry.url), tuple(dict.fromkeys(missing)), made)


def _untold(directory: Directory, entry: PlainEntry[Grant], applications: Applications) -> tuple[Reason, ...]:
    """The conditions of which no profile tells: they are the same for every group, and said once."""
    first = (*applications.groups(entry.slug, 1)[0], *applications.perhaps(entry.slug, 1)[0])[0]
    return _reasons(directory, entry.record, first, first.verdict.untold)


def _reasons(directory: Directory, grant: Grant, applicant: Applicant, verdict: Verdict) -> tuple[Reason, ...]:
    asked, day = condition_words(directory, grant), counting_day(grant, directory.today)
    return reasons(Case(directory, applicant.entry.group, asked, day), verdict)


def _nobody(directory: Directory, entry: PlainEntry[Grant], applications: Applications) -> tuple[str, ...]:
    """How many groups do not meet each condition of a grant that no group meets, the hardest condition first."""
    asked = condition_words(directory, entry.record)
    failed = sorted(applications.failing(entry.slug).items(), key=lambda each: -each[1])
    return tuple(f"「{asked_words(name, asked[name])}」を満たさない団体が{count:,}あります。" for name, count in failed)
