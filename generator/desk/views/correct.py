"""Corrections of a submission by staff: slips of the pen, and the published page that it is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.desk.decisions.execute import Conflict, ConflictKind, decide
from generator.desk.decisions.labels import conflict_words
from generator.desk.decisions.review import published_pages, submission_of, title_of
from generator.desk.http.request import Request, Response, redirect
from generator.desk.inbox.journal import Decision
from generator.desk.inbox.submissions import DONE, WAITING, Post, find, store
from generator.desk.office import Office
from generator.desk.views.pages import message_page, page
from generator.intake.flat import Pair
from generator.intake.labels import choices_at, label_at
from generator.intake.submission import Refusal, from_pairs
from generator.kinds import KINDS
from generator.models.base import Record

_LONG = 40
_FULL = "書きこめませんでした。ディスクの空きを確かめてください。"
_KEPT = "訂正したものは、別の申し込みとして「受付」に残っています。"


@dataclass(frozen=True, slots=True)
class AnswerField:
    """One answer as a field of the form; with choices if it takes only some values."""

    number: int
    label: str
    value: str
    long: bool
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CorrectView:
    """The answers of a submission as a form, and the published pages that it may be about."""

    post: Post
    title: str
    answers: tuple[AnswerField, ...]
    pages: tuple[tuple[str, str], ...] = ()
    slug: str = ""


def correct_page(office: Office, request: Request) -> Response:
    """The answers of an open submission as a form."""
    post = find(office.inbox, request.path_parameters["name"])
    found = submission_of(post) if post and post.state != DONE else None
    if post is None or found is None or isinstance(found, Refusal):
        return message_page(office, request, "訂正できません", "この申し込みは、もう訂正できません。", 404, "/desk/")
    answers = tuple(_answer_fields(office, post, KINDS[found.kind].model))
    pages = published_pages(office, found.folder)
    return page(office, request, "mend", "訂正する", CorrectView(post, title_of(found), answers, pages, found.slug))


def _answer_fields(office: Office, post: Post, record: type[Record]) -> Iterator[AnswerField]:
    terms = office.published.reading().vocabularies
    for number, (name, value) in enumerate(post.pairs):
        if name.startswith("_"):
            continue
        choices = choices_at(record, name, terms)
        if choices and value not in dict(choices):
            choices = ((value, value), *choices)
        long = len(value) > _LONG or "\n" in value
        yield AnswerField(number, label_at(record, name), value, long, (("", "（消す）"), *choices) if choices else ())


def save_correction(office: Office, request: Request) -> Response:
    """Store the corrected answers as a new submission under the same number; the former one is done."""
    post = find(office.inbox, request.path_parameters["name"])
    if post is None:
        return message_page(office, request, "見つかりません", "この申し込みは見つかりません。", 404, "/desk/")
    pairs = _corrected(post, request)
    found = from_pairs(pairs)
    if isinstance(found, Refusal):
        return message_page(office, request, "訂正できません", found.words, 422, f"/desk/post/{post.name}/mend")
    if pairs == post.pairs:
        return redirect(f"/desk/post/{post.name}")
    now = request.now.isoformat()
    decision = Decision(post.name, "mend", request.staff, now, post.receipt, post.way, title_of(found))
    try:
        # The corrected one is stored first: a kill between the two leaves both, and loses nothing.
        state = WAITING if post.state == DONE else post.state
        corrected = store(office.inbox, pairs, post.received, post.way, request.staff, state)
        done = decide(office, decision, request.value("state"))
    except OSError:
        return message_page(office, request, "訂正できません", _FULL, 507, f"/desk/post/{post.name}")
    if isinstance(done, Conflict):
        did = conflict_words(done.staff, done.action, under_way=done.kind == ConflictKind.CLAIMED)
        return message_page(
            office, request, did, f"この申し込みは、{did}。{_KEPT}", 409, f"/desk/post/{corrected.name}"
        )
    return redirect(f"/desk/post/{corrected.name}")


def _corrected(post: Post, request: Request) -> tuple[Pair, ...]:
    given = dict(request.pairs)
    numbered = ((name, given.get(f"f{n}", value).replace("\r\n", "\n")) for n, (name, value) in enumerate(post.pairs))
    receipt = () if post.value("_receipt") == post.receipt else (("_receipt", post.receipt),)
    slug = given.get("page", post.value("_slug"))
    if slug == post.value("_slug"):
        return (*numbered, *receipt)
    # It is about another page now: what the form was filled from, and its proof, say nothing about this one.
    kept = (pair for pair in numbered if pair[0] not in ("_slug", "_base", "_token"))
    return (*kept, *receipt, ("_slug", slug))
