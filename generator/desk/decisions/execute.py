"""Decisions carried out in steps that are atomic and idempotent, after a write-ahead entry in the journal.

The entry claims the submission and holds everything that is to be written. Then follow profile, commit, history and
state; the entry is removed last. A kill leaves the submission waiting, or an entry from which the next start goes on.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.atomic import place_new
from generator.desk.decisions.labels import ACTIONS, DONE_WORDS, WAYS
from generator.desk.inbox.history import Entry, entries_of, record
from generator.desk.inbox.journal import (
    ACCEPT,
    ASK,
    Decision,
    claim,
    is_claimed,
    pending_decision,
    pending_decisions,
    release,
)
from generator.desk.inbox.submissions import ASKED, DONE, find, set_state
from generator.desk.jobs.git import CommitResult, commit
from generator.desk.office import Office
from generator.intake.draft import Draft, write_draft
from generator.intake.submission import digest
from generator.reading.source import Source, text_of

# How often and how long to wait for a decision under way: a commit takes its time.
_LOOKS, _PAUSE = 100, 0.05


class ConflictKind(StrEnum):
    """Why a decision was not carried out; nothing has changed then."""

    CLAIMED = "claimed"
    DECIDED = "decided"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Another decision came first: which kind of conflict it is, and who made it if that is known."""

    kind: ConflictKind
    staff: str = ""
    action: str = ""


def decide(office: Office, decision: Decision, seen: str) -> Entry | Conflict:
    """Carry a decision out if the submission is still in the state that was seen; the new entry of the history.

    Raises OSError if something could not be written: the submission is then as before, or the decision is pending.
    """
    while not claim(office.inbox, decision):
        # A decision under way may fail; who waits is told of it once it has ended.
        other = wait_for_other(office, decision.post)
        if other:
            return Conflict(ConflictKind.CLAIMED, other.staff, other.action)
    post = find(office.inbox, decision.post)
    if post is None or post.state != seen:
        release(office.inbox, decision.post)
        return last_decision(office, decision.post)
    try:
        return finish(office, decision)
    except OSError:
        if not _is_published(office, decision):
            release(office.inbox, decision.post)
        raise


def wait_for_other(office: Office, post: str) -> Decision | None:
    """Somebody else's decision, if it is pending even after a while; None if there is none any more."""
    for _ in range(_LOOKS):
        if not is_claimed(office.inbox, post):
            return None
        time.sleep(_PAUSE)
    unknown = Decision(post, action="", staff="", at="", receipt="", way="", title="")
    return pending_decision(office.inbox, post) or unknown


def finish(office: Office, decision: Decision) -> Entry | Conflict:
    """Do the steps of a decision that are not done yet; none is done twice."""
    committed = CommitResult()
    if decision.action == ACCEPT:
        with office.write_lock:
            if _published(office, decision) not in (decision.before, digest(decision.after)):
                release(office.inbox, decision.post)
                return Conflict(ConflictKind.CHANGED)
            committed = _publish(office, decision)
    entry = _entry(decision, committed)
    recorded = entries_of(office.inbox, decision.post)
    if not any((each.time, each.action) == (decision.at, decision.action) for each in recorded):
        record(office.inbox, entry)
    set_state(office.inbox, decision.post, ASKED if decision.action == ASK else DONE)
    release(office.inbox, decision.post)
    if decision.action == ACCEPT:
        office.pusher.start()
    return entry


def finish_pending(office: Office) -> Iterator[tuple[Decision, str]]:
    """Finish the decisions that a kill interrupted; gives those that cannot be finished, with the reason."""
    for decision in list(pending_decisions(office.inbox)):
        try:
            finish(office, decision)
        except OSError as error:
            yield decision, str(error)


def last_decision(office: Office, post: str) -> Conflict:
    """The conflict with the last decision about a submission."""
    last = next((each for each in entries_of(office.inbox, post) if each.action in DONE_WORDS), None)
    return Conflict(ConflictKind.DECIDED, last.staff, last.action) if last else Conflict(ConflictKind.DECIDED)


def _publish(office: Office, decision: Decision) -> CommitResult:
    """Write the profile and its pictures and commit them; the text it replaces is kept for comparing later."""
    before = _text(office, decision)
    if before and digest(before) == decision.before:
        place_new(former_path(office.inbox, decision.before), before.encode("utf-8"), private=True)
    made = Draft(decision.folder, decision.slug, before, decision.after, (), (), decision.photos)
    files = write_draft(made, office.content)
    way = WAYS.get(decision.way, decision.way)
    subject = f"{decision.title}：{ACTIONS[decision.action]}（{way}、{decision.receipt}）"
    message = f"{subject}\n\n{decision.staff} が受け付けました。"
    return commit(office.content, files, message)


def former_path(inbox: Path, mark: str) -> Path:
    """Where the text of a profile is kept that an acceptance replaced."""
    return inbox / "former" / f"{mark}.yaml"


def _is_published(office: Office, decision: Decision) -> bool:
    """Whether the profile of an acceptance is written already, so that only later steps are left."""
    return decision.action == ACCEPT and _published(office, decision) == digest(decision.after)


def _published(office: Office, decision: Decision) -> str:
    return digest(_text(office, decision))


def _text(office: Office, decision: Decision) -> str:
    path = office.content / decision.folder / f"{decision.slug}.yaml"
    return text_of(Source(path, path.name, decision.slug))[0] if path.exists() else ""


def _entry(decision: Decision, committed: CommitResult) -> Entry:
    return Entry(
        time=decision.at,
        staff=decision.staff,
        action=decision.action,
        post=decision.post,
        receipt=decision.receipt,
        folder=decision.folder,
        slug=decision.slug,
        title=decision.title,
        way=decision.way,
        note=decision.note,
        commit=committed.mark or committed.why,
    )
