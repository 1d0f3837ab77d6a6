"""The page on which staff note, with one click, that a need of a group was met; counts only, no names."""

import secrets
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from generator.desk.decisions.review import published_pages
from generator.desk.http.request import Request, Response, redirect
from generator.desk.inbox.history import Entry, record
from generator.desk.jobs.git import commit
from generator.desk.office import Office
from generator.desk.views.pages import form_address, page
from generator.directory.model import Directory
from generator.directory.resolve import resolve
from generator.kinds import GROUP
from generator.statistics.months import month_of, month_words
from generator.statistics.needs import every_need, need_words, needs_of
from generator.statistics.outcomes import (
    NAME,
    NOTED,
    WAYS,
    WITHDRAWN,
    Outcome,
    Outcomes,
    is_outcome,
    note,
    read_outcomes,
)

_TEMPLATE, _TITLE = "outcomes", "決まったこと"
HERE = "/desk/met"
_LATELY = 20
_FULL = "書きこめませんでした。ディスクの空きを確かめてください。"
_UNREADABLE = f"いままでの記録（reports/{NAME}）を開けません。ほかのプログラムで開いていないか、確かめてください。"
_OLD = "団体の内容が変わったか、押したボタンが古いようです。もう一度選んでください。"


@dataclass(frozen=True, slots=True)
class NeedView:
    """One entry of a group, to be clicked. number: that of the outcome which the click notes, once however often."""

    need: str
    entry: str
    kind: str
    words: str
    over: bool
    number: str


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """One outcome in words."""

    number: str
    group: str
    kind: str
    way: str


@dataclass(frozen=True, slots=True)
class OutcomesView:
    """The groups to choose from; the needs of the chosen one; what was noted just now, and this month.

    form: where the chosen profile is corrected; more: how many of this month are left out; unread: lines of the file
    that nobody can read.
    """

    groups: tuple[tuple[str, str], ...]
    chosen: str
    name: str
    needs: tuple[NeedView, ...]
    others: tuple[tuple[str, str], ...]
    other_number: str
    ways: tuple[tuple[str, str], ...]
    form: str
    noted: OutcomeView | None
    withdrawn: bool
    month: str
    lately: tuple[OutcomeView, ...]
    count: int
    more: int
    unread: str
    alert: str = ""


def outcomes_page(office: Office, request: Request) -> Response:
    """The needs of the group in `?group=`; what was noted under `?noted=` is said above them."""
    return _page(office, request, request.query.get("group", ""))


def note_outcome(office: Office, request: Request) -> Response:
    """Note that a need was met; pressing twice notes it once, because the button carries the number."""
    directory = _directory(office, request)
    slug = request.value("group")
    known = directory.group_of.get(slug)
    need, entry, way, number = (request.value(name) for name in ("need", "entry", "way", "number"))
    outcome = Outcome(number, month_of(request.now.date()), need, slug, entry, way)
    if known is None or not is_outcome(outcome) or not _is_of(directory, outcome):
        return _page(office, request, slug, HTTPStatus.UNPROCESSABLE_ENTITY, _OLD)
    try:
        with office.write_lock:
            if any(each.number == outcome.number for each in _noted(office).all):
                return redirect(f"{HERE}?group={slug}&noted={outcome.number}")
            _write(office, request, directory, outcome, NOTED)
    except OSError:
        return _page(office, request, slug, HTTPStatus.INSUFFICIENT_STORAGE, _FULL)
    office.pusher.start()
    return redirect(f"{HERE}?group={slug}&noted={outcome.number}")


def withdraw_outcome(office: Office, request: Request) -> Response:
    """Take back one outcome; one that is taken back already stays so."""
    number, slug = request.value("number"), request.value("group")
    try:
        with office.write_lock:
            found = next((each for each in _noted(office).all if each.number == number), None)
            if found:
                _write(office, request, _directory(office, request), found, WITHDRAWN)
    except OSError:
        return _page(office, request, slug, HTTPStatus.INSUFFICIENT_STORAGE, _FULL)
    office.pusher.start()
    return redirect(f"{HERE}?group={quote(slug)}&withdrawn=1")


def _write(office: Office, request: Request, directory: Directory, outcome: Outcome, state: str) -> None:
    """Note it, commit the file, and add a line to the history."""
    note(_folder(office), [outcome], state)
    shown = _shown(directory, outcome)
    did = "決まったことを記録" if state == NOTED else "決まったことの記録を取り消し"
    words = f"{shown.kind}・{shown.way}"
    committed = commit(office.project, [_folder(office) / NAME], f"{shown.group}：{did}（{words}）")
    entry = Entry(
        request.now.isoformat(),
        request.staff,
        "met" if state == NOTED else "unmet",
        folder=GROUP.folder,
        slug=outcome.group,
        title=shown.group,
        note=words,
        commit=committed.mark or committed.why,
    )
    record(office.inbox, entry)


def _page(office: Office, request: Request, slug: str, status: int = HTTPStatus.OK, alert: str = "") -> Response:
    directory = _directory(office, request)
    try:
        told = _noted(office)
    except OSError:
        told, alert = Outcomes(), alert or _UNREADABLE
    entry = directory.group_of.get(slug)
    month = month_of(request.now.date())
    lately = [each for each in told.all if each.month == month]
    number = request.query.get("noted", "")
    noted = next((each for each in told.all if number and each.number == number), None)
    found = needs_of(directory, entry) if entry else ()
    view = OutcomesView(
        groups=published_pages(office, GROUP.folder),
        chosen=slug if entry else "",
        name=entry.group.name if entry else "",
        needs=tuple(NeedView(n.need, n.entry, n.kind, n.words, n.over, _number()) for n in found),
        others=tuple((need, need_words(directory, need)) for need in every_need(directory)),
        other_number=_number(),
        ways=tuple(WAYS.items()),
        form=form_address(office, request),
        noted=_shown(directory, noted) if noted else None,
        withdrawn=bool(request.query.get("withdrawn")),
        month=month_words(month),
        lately=tuple(_shown(directory, each) for each in lately[: -_LATELY - 1 : -1]),
        count=len(lately),
        more=max(0, len(lately) - _LATELY),
        unread="、".join(f"{number}行目" for number in told.unread[:_LATELY]),
        alert=alert,
    )
    return page(office, request, _TEMPLATE, _TITLE, view, status)


def _is_of(directory: Directory, outcome: Outcome) -> bool:
    """Whether it is about a need that the group has, or about none of its entries and of a known kind."""
    if not outcome.entry:
        return outcome.need in every_need(directory)
    entry = directory.group_of[outcome.group]
    return any((each.need, each.entry) == (outcome.need, outcome.entry) for each in needs_of(directory, entry))


def _shown(directory: Directory, outcome: Outcome) -> OutcomeView:
    entry = directory.group_of.get(outcome.group)
    name = entry.group.name if entry else outcome.group
    return OutcomeView(outcome.number, name, need_words(directory, outcome.need), WAYS[outcome.way])


def _directory(office: Office, request: Request) -> Directory:
    """What is published, resolved for the day of the request."""
    reading, today = office.published.reading(), request.now.date()
    return office.published.cached(("directory", today), lambda: resolve(reading, today))


def _noted(office: Office) -> Outcomes:
    return read_outcomes(_folder(office))


def _folder(office: Office) -> Path:
    return office.project / "reports"


def _number() -> str:
    return secrets.token_hex(4)
