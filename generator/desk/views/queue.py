"""The page that staff begin with: the submissions to be decided, and what was done lately."""

from dataclasses import dataclass

from generator.desk.auth.edit_links import Proof
from generator.desk.decisions.labels import PROOFS, STATES
from generator.desk.decisions.review import Review, age_label, kind_label, outline, problem_counts, way_label
from generator.desk.http.request import Request, Response, redirect
from generator.desk.inbox.history import entries
from generator.desk.inbox.journal import pending_decision
from generator.desk.inbox.submissions import ASKED, WAITING, posts, unknown_files
from generator.desk.jobs.push import Unpushed
from generator.desk.office import Office
from generator.desk.views.history import HistoryLine, history_lines
from generator.desk.views.pages import page

_LATELY = 8
_WAIT_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One submission in the queue."""

    name: str
    title: str
    kind: str
    way: str
    receipt: str
    age: str
    errors: int
    warnings: int
    proof: str
    sure: bool
    by: str
    busy: str
    refusal: str


@dataclass(frozen=True, slots=True)
class QueueView:
    """The queue by state, what was done lately, and files that could not be read."""

    queues: tuple[tuple[str, tuple[QueueLine, ...]], ...]
    lately: tuple[HistoryLine, ...]
    unreadable: tuple[str, ...]
    unpushed: Unpushed | None


def queue_page(office: Office, request: Request) -> Response:
    """The submissions by state, with their numbers of errors and warnings."""
    reviews = {state: [outline(office, post) for post in posts(office.inbox, state)] for state in (WAITING, ASKED)}
    every = [each for state in reviews.values() for each in state]
    problems = problem_counts(office, every)
    queues = tuple(
        (STATES[state], tuple(_line(office, each, problems.get(each.post.name, (0, 0))) for each in reviews[state]))
        for state in reviews
    )
    lately = history_lines(entries(office.inbox)[:_LATELY])
    unreadable = tuple(unknown_files(office.inbox, {each.post.name for each in every}))
    view = QueueView(queues, lately, unreadable, office.pusher.pending())
    return page(office, request, "queue", "受付の一覧", view)


def push_again(office: Office, request: Request) -> Response:
    """Push the commits to the code host once more."""
    office.pusher.start()
    office.pusher.wait(_WAIT_SECONDS)
    return redirect("/desk/")


def _line(office: Office, found: Review, counts: tuple[int, int]) -> QueueLine:
    post = found.post
    decision = pending_decision(office.inbox, post.name)
    return QueueLine(
        name=post.name,
        title=found.title,
        kind=kind_label(found),
        way=way_label(post),
        receipt=post.receipt,
        age=age_label(post, office.now()),
        errors=counts[0],
        warnings=counts[1],
        proof=PROOFS[found.proof],
        sure=found.proof == Proof.VALID,
        by=post.by,
        busy=decision.staff if decision else "",
        refusal=found.refusal,
    )
