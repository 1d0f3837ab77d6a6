"""Staff correct what was sent: slips of the pen, and which published page it is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.desk.asked import Answer, Asked, go
from generator.desk.claims import Plan
from generator.desk.deciding import Lost, Overtaken, decide
from generator.desk.inbox import DONE, WAITING, Pair, Post, find, keep
from generator.desk.looking import published, submission_of, title_of
from generator.desk.office import Office
from generator.desk.show import page, said
from generator.desk.wording import faster
from generator.intake.submission import Refusal, from_pairs
from generator.intake.told import choices_at, label_at
from generator.kinds import KINDS
from generator.models.base import Record

_LONG = 40
_FULL = "書きこめませんでした。ディスクの空きを確かめてください。"
_KEPT = "訂正したものは、別の申し込みとして「受付」に残っています。"


@dataclass(frozen=True, slots=True)
class Box:
    """One answer to be corrected; with choices if only some things may be answered."""

    number: int
    label: str
    value: str
    long: bool
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MendView:
    """The answers of a submission, to be corrected by staff."""

    post: Post
    title: str
    boxes: tuple[Box, ...]
    pages: tuple[tuple[str, str], ...] = ()
    slug: str = ""


def mend(office: Office, asked: Asked) -> Answer:
    """The page on which staff correct what was sent."""
    post = find(office.inbox, asked.named["name"])
    found = submission_of(post) if post and post.state != DONE else None
    if post is None or found is None or isinstance(found, Refusal):
        return said(office, asked, "訂正できません", "この申し込みは、もう訂正できません。", 404, "/desk/")
    boxes = tuple(_boxes(office, post, KINDS[found.kind].model))
    pages = published(office, found.folder)
    return page(office, asked, "mend", "訂正する", MendView(post, title_of(found), boxes, pages, found.slug))


def _boxes(office: Office, post: Post, record: type[Record]) -> Iterator[Box]:
    terms = office.library.reading().vocabularies
    for number, (name, value) in enumerate(post.pairs):
        if name.startswith("_"):
            continue
        choices = choices_at(record, name, terms)
        if choices and value not in dict(choices):
            choices = ((value, value), *choices)
        long = len(value) > _LONG or "\n" in value
        yield Box(number, label_at(record, name), value, long, (("", "（消す）"), *choices) if choices else ())


def save_mended(office: Office, asked: Asked) -> Answer:
    """Keep the corrected answers as a new submission under the same number; the former one is put away."""
    post = find(office.inbox, asked.named["name"])
    if post is None:
        return said(office, asked, "見つかりません", "この申し込みは見つかりません。", 404, "/desk/")
    pairs = _mended(post, asked)
    found = from_pairs(pairs)
    if isinstance(found, Refusal):
        return said(office, asked, "訂正できません", found.words, 422, f"/desk/post/{post.name}/mend")
    if pairs == post.pairs:
        return go(f"/desk/post/{post.name}")
    plan = Plan(post.name, "mend", asked.staff, asked.now.isoformat(), post.receipt, post.way, title_of(found))
    try:
        # The corrected one is kept first: a kill between the two leaves both, and loses nothing.
        kept = keep(
            office.inbox, pairs, post.received, post.way, asked.staff, WAITING if post.state == DONE else post.state
        )
        done = decide(office, plan, asked.told("state"))
    except OSError:
        return said(office, asked, "訂正できません", _FULL, 507, f"/desk/post/{post.name}")
    if isinstance(done, Lost):
        did = faster(done.staff, done.action, under_way=done.what == Overtaken.CLAIMED)
        return said(office, asked, did, f"この申し込みは、{did}。{_KEPT}", 409, f"/desk/post/{kept.name}")
    return go(f"/desk/post/{kept.name}")


def _mended(post: Post, asked: Asked) -> tuple[Pair, ...]:
    given = dict(asked.pairs)
    numbered = ((name, given.get(f"f{n}", value).replace("\r\n", "\n")) for n, (name, value) in enumerate(post.pairs))
    named = () if post.told("_receipt") == post.receipt else (("_receipt", post.receipt),)
    slug = given.get("page", post.told("_slug"))
    if slug == post.told("_slug"):
        return (*numbered, *named)
    # It is about another page now: what the form was filled from, and its proof, say nothing about this one.
    kept = (pair for pair in numbered if pair[0] not in ("_slug", "_base", "_token"))
    return (*kept, *named, ("_slug", slug))
