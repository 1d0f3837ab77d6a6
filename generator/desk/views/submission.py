"""The page of one submission: what it would change, what is wrong with it, and the form for a decision."""

from dataclasses import dataclass

from generator.desk.auth.edit_links import Proof
from generator.desk.decisions.compare import FieldChange, ValueChange, field_changes, unchanged
from generator.desk.decisions.labels import PROOFS, WAYS
from generator.desk.decisions.labels import STATES as STATE_WORDS
from generator.desk.decisions.review import (
    Review,
    age_label,
    base_text,
    count_problems,
    kind_label,
    outline,
    related,
    review,
    way_label,
)
from generator.desk.http.request import Request, Response
from generator.desk.inbox.history import entries_of
from generator.desk.inbox.journal import Decision, pending_decision
from generator.desk.inbox.submissions import ASKED, DONE, WAITING, Post, find, posts
from generator.desk.office import Office
from generator.desk.views.history import HistoryLine, history_lines
from generator.desk.views.pages import message_page, page
from generator.intake.draft import Draft
from generator.intake.submission import digest
from generator.problems import Level, Problem
from generator.rules import advice, level, message

GONE = "この申し込みは見つかりません。"
_PHOTO_TYPES = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"))


@dataclass(frozen=True, slots=True)
class FindingView:
    """One of the validator's findings, in the words of `hiroba check`."""

    level: str
    message: str
    advice: str
    label: str
    rule: str
    bad: bool


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A photo of a submission by its number, and its text alternative."""

    number: int
    alt: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a submission is about, and when, how and by whom it came."""

    post: Post
    title: str
    kind: str
    way: str
    state: str
    age: str
    received: str
    proof: str
    sure: bool
    address: str
    refusal: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A submission compared with the published profile: `seen` is its digest, `kept` are fields left as they are."""

    seen: str
    after: str
    stale: bool
    base_known: bool
    changes: tuple[FieldChange, ...]
    unchanged: tuple[ValueChange, ...]
    findings: tuple[FindingView, ...]
    errors: int
    warnings: int
    kept: frozenset[str]


@dataclass(frozen=True, slots=True)
class PostView:
    """Everything on the page of one submission."""

    summary: Summary
    comparison: Comparison | None
    folder: str
    slug: str
    new: bool
    slip: tuple[tuple[str, str], ...]
    unknown: tuple[tuple[str, str], ...]
    pictures: tuple[PhotoView, ...]
    related: tuple[Post, ...]
    acts: tuple[HistoryLine, ...]
    busy: Decision | None
    way: str
    ways: tuple[tuple[str, str], ...]
    note: str
    alert: str


def submission_page(office: Office, request: Request) -> Response:
    """The page of one submission."""
    post = find(office.inbox, request.path_parameters["name"])
    if post is None:
        return message_page(office, request, "見つかりません", GONE, 404, "/desk/")
    return show_submission(office, request, post)


def chosen_way(request: Request) -> str:
    """The way that staff chose for a submission; empty if they chose none, or none that is known."""
    way = request.value("way")
    return way if way in WAYS else ""


def kept_fields(request: Request) -> frozenset[str]:
    """The fields that staff chose to leave as they are published."""
    return frozenset(value for name, value in request.pairs if name == "keep" and value)


def show_submission(office: Office, request: Request, post: Post, alert: str = "", status: int = 200) -> Response:
    """The page of one submission; `alert` says why a decision about it was not carried out."""
    kept = kept_fields(request) if request.pairs else None
    found = review(office, post, request.value("slug"), kept or frozenset(), chosen_way(request))
    if kept is None and found.draft and found.draft.stale:
        # What only others changed since the form was filled stays, unless somebody decides otherwise.
        kept = _changed_by_others(office, found)
        found = review(office, post, "", kept) if kept else found
    return page(office, request, "post", found.title, _view(office, request, found, kept or frozenset(), alert), status)


def _changed_by_others(office: Office, found: Review) -> frozenset[str]:
    terms = office.published.reading().vocabularies
    base = _base(office, found)
    every = field_changes(found.draft, terms, base) if found.draft and base else ()
    return frozenset(each.name for each in every if each.asked and each.other and not each.mine)


def _base(office: Office, found: Review) -> str:
    draft, sent = found.draft, found.submission
    return base_text(office, draft, sent.base) if draft and sent and draft.stale else ""


def _view(office: Office, request: Request, found: Review, kept: frozenset[str], alert: str) -> PostView:
    post, sent = found.post, found.submission
    open_posts = (each for state in (WAITING, ASKED) for each in posts(office.inbox, state))
    return PostView(
        summary=_summary(office, found),
        comparison=_comparison(office, found, found.draft, kept) if found.draft else None,
        folder=sent.folder if sent else "",
        slug=found.slug,
        new=found.new,
        slip=sent.slip if sent else (),
        unknown=tuple((name, post.value(name)) for name in (sent.unknown if sent else ())),
        pictures=tuple(PhotoView(n, post.value(f"photos.{n}.alt")) for n, _ in enumerate(sent.photos if sent else ())),
        related=related(open_posts, post),
        acts=history_lines(entries_of(office.inbox, post.name)),
        busy=pending_decision(office.inbox, post.name),
        way=sent.way if sent else post.way,
        ways=tuple(WAYS.items()),
        note=request.value("note"),
        alert=alert,
    )


def _summary(office: Office, found: Review) -> Summary:
    post, sent = found.post, found.submission
    return Summary(
        post=post,
        title=found.title,
        kind=kind_label(found),
        way=way_label(post),
        state=STATE_WORDS[post.state],
        age=age_label(post, office.now()),
        received=f"{post.received.month}月{post.received.day}日 {post.received:%H:%M}",
        proof=PROOFS[found.proof],
        sure=found.proof == Proof.VALID,
        address=office.settings.absolute(f"{sent.folder}/{found.slug}/") if sent and not found.new else "",
        refusal="" if post.state == DONE else found.refusal,
    )


def _comparison(office: Office, found: Review, made: Draft, kept: frozenset[str]) -> Comparison:
    terms = office.published.reading().vocabularies
    base = _base(office, found)
    # The page shows every difference, also those that are not to be taken over.
    every = (review(office, found.post, found.slug if found.new else "").draft if kept else None) or made
    # What is decided needs no correction any more, and its own name is taken by itself.
    problems = () if found.post.state == DONE else made.problems
    errors, warnings = count_problems(problems)
    return Comparison(
        seen=digest(made.before),
        after=made.after,
        stale=made.stale,
        base_known=bool(base),
        changes=field_changes(every, terms, base),
        unchanged=() if found.new else unchanged(every, terms),
        findings=tuple(map(_finding, problems)),
        errors=errors,
        warnings=warnings,
        kept=kept,
    )


def _finding(found: Problem) -> FindingView:
    bad = level(found) == Level.ERROR
    facts = dict(found.facts)
    return FindingView(
        "エラー" if bad else "注意", message(found), advice(found), facts.get("label", ""), found.rule, bad
    )


def photo(office: Office, request: Request) -> Response:
    """A photo of a submission; only data that begins like a JPEG, PNG or WebP is sent."""
    post = find(office.inbox, request.path_parameters["name"])
    found = outline(office, post).submission if post else None
    photos = found.photos if found else ()
    number = int(request.path_parameters["number"])
    data = photos[number][1] if number < len(photos) else b""
    kind = next((kind for mark, kind in _PHOTO_TYPES if data.startswith(mark)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        kind = "image/webp"
    if not kind:
        return message_page(office, request, "見つかりません", "この写真は見つかりません。", 404, "/desk/")
    return Response(data, type=kind, headers=(("Cache-Control", "no-store"), ("Content-Security-Policy", "sandbox")))
