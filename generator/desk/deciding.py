"""Decisions carried out: step by step, each step whole, and every one of them can be done again.

The decision is placed as a claim first, with everything that is to be written. Then profile, commit, folder, history;
the claim goes last. A kill leaves the submission waiting, or a claim from which the next start finishes.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.atomic import place_new
from generator.desk.claims import ACCEPT, ASK, Plan, claim, claimed, claims, is_claimed, release
from generator.desk.history import Entry, of_post, remember
from generator.desk.inbox import ASKED, DONE, find, put
from generator.desk.office import Office
from generator.desk.repository import Committed, commit
from generator.desk.wording import ACTIONS, DONE_WORDS, WAYS
from generator.intake.draft import Draft, write_draft
from generator.intake.submission import digest
from generator.reading.source import Source, text_of

# How long to wait for what somebody else has begun: a commit takes its time.
_LOOKS, _PAUSE = 100, 0.05


class Overtaken(StrEnum):
    """Why a decision was not carried out; nothing has changed then."""

    CLAIMED = "claimed"
    DECIDED = "decided"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Lost:
    """Somebody was faster: what has happened, and who did it if that is known."""

    what: Overtaken
    staff: str = ""
    action: str = ""


def decide(office: Office, plan: Plan, seen: str) -> Entry | Lost:
    """Carry a decision out if the submission is still in the state that was seen; the line of the history if so.

    Raises OSError if something could not be written; the submission is then as before, or `unfinished`.
    """
    while not claim(office.inbox, plan):
        # What somebody else begins may come to nothing; what is told of it is told when it has come to an end.
        other = settling(office, plan.post)
        if other:
            return Lost(Overtaken.CLAIMED, other.staff, other.action)
    post = find(office.inbox, plan.post)
    if post is None or post.state != seen:
        release(office.inbox, plan.post)
        return decided(office, plan.post)
    try:
        return finish(office, plan)
    except OSError:
        if not _written(office, plan):
            release(office.inbox, plan.post)
        raise


def settling(office: Office, post: str) -> Plan | None:
    """The decision of somebody else that is not carried out even after a while; None if none is under way any more."""
    for _ in range(_LOOKS):
        if not is_claimed(office.inbox, post):
            return None
        time.sleep(_PAUSE)
    return claimed(office.inbox, post) or Plan(post, action="", staff="", at="", receipt="", way="", title="")


def finish(office: Office, plan: Plan) -> Entry | Lost:
    """Do what is still to be done of a claimed decision; what is done already is not done twice."""
    committed = Committed()
    if plan.action == ACCEPT:
        with office.writing:
            if _published(office, plan) not in (plan.before, digest(plan.after)):
                release(office.inbox, plan.post)
                return Lost(Overtaken.CHANGED)
            committed = _publish(office, plan)
    entry = _entry(plan, committed)
    if not any((each.time, each.action) == (plan.at, plan.action) for each in of_post(office.inbox, plan.post)):
        remember(office.inbox, entry)
    put(office.inbox, plan.post, ASKED if plan.action == ASK else DONE)
    release(office.inbox, plan.post)
    if plan.action == ACCEPT:
        office.courier.send()
    return entry


def unfinished(office: Office) -> Iterator[tuple[Plan, str]]:
    """Finish what a kill interrupted; every decision that could not be, with the reason."""
    for plan in list(claims(office.inbox)):
        try:
            finish(office, plan)
        except OSError as error:
            yield plan, str(error)


def decided(office: Office, post: str) -> Lost:
    """What has become of a submission meanwhile."""
    last = next((each for each in of_post(office.inbox, post) if each.action in DONE_WORDS), None)
    return Lost(Overtaken.DECIDED, last.staff, last.action) if last else Lost(Overtaken.DECIDED)


def _publish(office: Office, plan: Plan) -> Committed:
    """Write the profile and its pictures and commit them; the text it replaces is kept for comparing later."""
    before = _text(office, plan)
    if before and digest(before) == plan.before:
        place_new(former_path(office.inbox, plan.before), before.encode("utf-8"), private=True)
    made = Draft(plan.folder, plan.slug, before, plan.after, (), (), plan.photos)
    files = write_draft(made, office.content)
    way = WAYS.get(plan.way, plan.way)
    message = f"{plan.title}：{ACTIONS[plan.action]}（{way}、{plan.receipt}）\n\n{plan.staff} が受け付けました。"
    return commit(office.content, files, message)


def former_path(inbox: Path, mark: str) -> Path:
    """Where the text of a profile is kept that an acceptance replaced."""
    return inbox / "former" / f"{mark}.yaml"


def _written(office: Office, plan: Plan) -> bool:
    """Whether the profile of an acceptance is published already, so that only the rest is left to do."""
    return plan.action == ACCEPT and _published(office, plan) == digest(plan.after)


def _published(office: Office, plan: Plan) -> str:
    return digest(_text(office, plan))


def _text(office: Office, plan: Plan) -> str:
    path = office.content / plan.folder / f"{plan.slug}.yaml"
    return text_of(Source(path, path.name, plan.slug))[0] if path.exists() else ""


def _entry(plan: Plan, committed: Committed) -> Entry:
    return Entry(
        time=plan.at,
        staff=plan.staff,
        action=plan.action,
        post=plan.post,
        receipt=plan.receipt,
        folder=plan.folder,
        slug=plan.slug,
        title=plan.title,
        way=plan.way,
        note=plan.note,
        commit=committed.mark or committed.why,
    )
