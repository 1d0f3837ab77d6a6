"""Forms that staff enter themselves: from paper, telephone, fax and counter, or as files."""

from dataclasses import dataclass
from typing import Any

from generator.desk.decisions.labels import BY_STAFF, DONE_WORDS, STATES, WAYS
from generator.desk.decisions.review import title_of
from generator.desk.http.request import Request, Response, redirect
from generator.desk.inbox.history import Entry, entries_of, record
from generator.desk.inbox.submissions import Post, find_duplicate, store, without_surrogates
from generator.desk.office import Office
from generator.desk.views.pages import form_address, page
from generator.intake.arrivals import Received, received
from generator.intake.submission import Refusal, from_pairs

_LONGEST_NAME = 100
_NOT_READ = "ファイルを選んでください。フォームの「ファイルに保存」で作ったものか、届いたメールです。"
_WISHES = "希望カードです。「hiroba intake」で、希望カードの登録簿に入れてください。"
_FULL = "書きこめませんでした。ディスクの空きを確かめてください。"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A form in a file that is in the inbox already, and what has become of it there."""

    shown: str
    post: Post
    words: str


@dataclass(frozen=True, slots=True)
class EnterView:
    """The address of the form, the ways by which something can come, and what became of uploaded files: the number of
    forms stored, those that were in the inbox already, and what went wrong."""

    form: str
    ways: tuple[tuple[str, str], ...]
    alert: str = ""
    stored: int = 0
    duplicates: tuple[Duplicate, ...] = ()


def enter_page(office: Office, request: Request) -> Response:
    """Links to the form for each way, and the upload of files."""
    return _enter_page(office, request)


def upload(office: Office, request: Request) -> Response:
    """Store the forms in uploaded files (saved forms, mails), each with its way and who entered it."""
    files = [(name, data) for name, data in request.files if data]
    reading = office.published.reading()
    found = [each for name, data in files for each in received(data, name[:_LONGEST_NAME], reading)]
    refused = [f"{each.shown}：{words}" for each in found if (words := _refusal(each))]
    try:
        outcomes = [_store(office, request, each) for each in found if not _refusal(each)]
    except OSError:
        return _enter_page(office, request, 507, alert=_FULL)
    duplicates = tuple(each for each in outcomes if isinstance(each, Duplicate))
    stored = len(outcomes) - len(duplicates)
    if found and not refused and not duplicates:
        return redirect("/desk/")
    alert = "\n".join(refused) if found else _NOT_READ
    status = 422 if alert else 409 if not stored else 200
    return _enter_page(office, request, status, alert=alert, stored=stored, duplicates=duplicates)


def _refusal(one: Received) -> str:
    """Why a form of a file cannot be stored; empty if it can."""
    if one.only_wishes:
        return _WISHES
    found = one.found if isinstance(one.found, Refusal) else from_pairs(one.found)
    return found.words if isinstance(found, Refusal) else ""


def _store(office: Office, request: Request, one: Received) -> Duplicate | None:
    """Store a form, unless the very same is in the inbox: a mail sent twice, or a file uploaded twice."""
    found = one.found if isinstance(one.found, Refusal) else from_pairs(one.found)
    if isinstance(found, Refusal) or isinstance(one.found, Refusal):
        return None
    before = find_duplicate(office.inbox, one.found)
    if before:
        return Duplicate(one.shown, before, _outcome(office, before))
    way = request.value("way") if request.value("way") in BY_STAFF else "paper"
    stored = store(office.inbox, one.found, request.now, way, request.staff)
    entry = Entry(
        request.now.isoformat(),
        request.staff,
        "enter",
        post=stored.name,
        receipt=stored.receipt,
        title=title_of(found),
        way=way,
        note=without_surrogates(one.sender),
    )
    record(office.inbox, entry)
    return None


def _outcome(office: Office, post: Post) -> str:
    """Since when a submission has been here, and what has become of it."""
    last = next((each for each in entries_of(office.inbox, post.name) if each.action in DONE_WORDS), None)
    did = f"、{last.staff}さんが{DONE_WORDS[last.action]}" if last else ""
    return f"{post.received.month}月{post.received.day}日に届きました。{STATES[post.state]}{did}"


def _enter_page(office: Office, request: Request, status: int = 200, **found: Any) -> Response:
    view = EnterView(form_address(office, request), tuple((way, WAYS[way]) for way in BY_STAFF), **found)
    return page(office, request, "enter", "職員が登録する", view, status)
