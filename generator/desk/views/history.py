"""The history page: decisions, entries, links and builds, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.desk.decisions.labels import ACTIONS, WAYS
from generator.desk.http.request import Request, Response
from generator.desk.inbox.history import Entry, entries
from generator.desk.office import Office
from generator.desk.views.pages import page
from generator.japanese.dates import show_date

_MOST = 200


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry of the history with Japanese labels."""

    day: str
    time: str
    staff: str
    action: str
    way: str
    title: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The history of one profile or of all; `more` is how many entries are left out."""

    acts: tuple[HistoryLine, ...]
    group: str
    groups: tuple[tuple[str, str], ...]
    more: int


def history_page(office: Office, request: Request) -> Response:
    """Who decided what, when, and by which way it came; of one page with `?group=`."""
    every = entries(office.inbox)
    group = request.query.get("group", "")
    chosen = [entry for entry in every if not group or page_of(entry) == group]
    named = {page_of(entry): entry.title for entry in reversed(every) if entry.slug}
    view = HistoryView(
        acts=history_lines(chosen[:_MOST]),
        group=group,
        groups=tuple(sorted(named.items(), key=lambda pair: pair[1])),
        more=max(0, len(chosen) - _MOST),
    )
    return page(office, request, "history", "履歴", view)


def page_of(entry: Entry) -> str:
    """The profile that an entry is about, as `groups/ashi`; empty for none."""
    return f"{entry.folder}/{entry.slug}" if entry.slug else ""


def history_line(entry: Entry) -> HistoryLine:
    """An entry of the history with Japanese labels."""
    moment = entry.moment
    return HistoryLine(
        day=show_date(moment),
        time=f"{moment:%H:%M}",
        staff=entry.staff,
        action=ACTIONS.get(entry.action, entry.action),
        way=WAYS.get(entry.way, entry.way),
        title=entry.title,
        entry=entry,
    )


def history_lines(found: Iterable[Entry]) -> tuple[HistoryLine, ...]:
    """Entries of the history with Japanese labels."""
    return tuple(map(history_line, found))
