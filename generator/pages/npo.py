"""Becoming an NPO法人: the list of what the law asks, to be printed, and what of it each group's profile already says.

The list is one page; what a profile says of it is a small file for each group, which the page asks for (`page/npo.js`).
So ten thousand groups do not make ten thousand pages, and what is judged is judged here alone.
"""

import json
from dataclasses import dataclass

from generator.directory.model import Directory, GroupEntry
from generator.kinds import GROUP
from generator.matching.eligibility import Answer
from generator.matching.npo import is_unincorporated
from generator.pages.contact_points import CenterView, address_of, center_view
from generator.pages.views import Page
from generator.settings import Settings
from generator.wording.npo import ANSWERS, Condition, conditions, npo_findings

NPO_URL = "npo-check/"
_TITLE = "NPO法人になる条件を確かめる"


@dataclass(frozen=True, slots=True)
class NpoView:
    """The list of conditions; `findings` is where the files of the groups lie, the slug goes between."""

    title: str
    conditions: tuple[Condition, ...]
    answers: tuple[tuple[str, str], ...]
    prefecture: str
    center: CenterView


def npo_page(settings: Settings) -> Page:
    """The page with the list, which is the same for every group."""
    view = NpoView(
        title=_TITLE,
        conditions=conditions(),
        answers=tuple((answer, words) for answer, words in ANSWERS.items()),
        prefecture=settings.prefecture or "都道府県",
        center=center_view(settings.center),
    )
    words = f"NPO法人になるために法律が求める{len(view.conditions)}の条件を、団体で一つずつ確かめるための一覧です。"
    return Page(NPO_URL, "npo-check", "npo-check.html", _TITLE, words, view, address=address_of(NPO_URL, settings))


def npo_url(directory: Directory, entry: GroupEntry) -> str:
    """Where a group sees what its profile says of the conditions; empty for one that is a corporation already."""
    kinds = directory.vocabularies.get("kinds")
    return f"{NPO_URL}?{GROUP.name}={entry.slug}" if is_unincorporated(entry.group, kinds) else ""


def npo_file(directory: Directory, entry: GroupEntry) -> tuple[tuple[str, str], ...]:
    """The file with what a group's profile says: its name → text; none for a corporation."""
    if not npo_url(directory, entry):
        return ()
    found = npo_findings(entry.group, directory.vocabularies)
    known = {
        "name": entry.group.name,
        "url": entry.url,
        "found": {name: [answer, words] for name, (answer, words) in found.items()},
        "counts": _counts([answer for answer, _ in found.values()]),
    }
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    return ((f"{NPO_URL}data/{entry.slug}.json", text),)


def _counts(answers: list[Answer]) -> dict[str, int]:
    """How many conditions have each answer; of those that no profile tells nothing is known."""
    given = {str(answer): answers.count(answer) for answer in (Answer.YES, Answer.NO)}
    return given | {str(Answer.UNKNOWN): len(conditions()) - sum(given.values())}
