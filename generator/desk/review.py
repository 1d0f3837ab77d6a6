"""One submission beside what is published, and the decision about it."""

from dataclasses import dataclass

from generator.desk.asked import Answer, Asked
from generator.desk.claims import Plan, claimed
from generator.desk.compare import Row, Section, sections, unchanged
from generator.desk.history import of_post
from generator.desk.inbox import ASKED, DONE, WAITING, Post, find, posts
from generator.desk.lists import Act, acts_of, what
from generator.desk.looking import Look, age, base_text, came_by, counted, look, others
from generator.desk.office import Office
from generator.desk.show import page, said
from generator.desk.signed import Proof
from generator.desk.wording import PROOFS, WAYS
from generator.desk.wording import STATES as STATE_WORDS
from generator.intake.draft import Draft
from generator.intake.submission import digest
from generator.problems import Level, Problem
from generator.rules import advice, level, message

GONE = "この申し込みは見つかりません。"


@dataclass(frozen=True, slots=True)
class Finding:
    """One of the validator's findings, in the words of `hiroba check`."""

    level: str
    message: str
    advice: str
    label: str
    rule: str
    bad: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo that came with a submission, and its words."""

    number: int
    alt: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a submission is, who sent it and how."""

    post: Post
    title: str
    what: str
    way: str
    state: str
    age: str
    received: str
    proof: str
    sure: bool
    address: str
    refusal: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A submission beside what is published. `seen` is the digest of that; `kept` are fields that stay as they are."""

    seen: str
    after: str
    stale: bool
    base_known: bool
    sections: tuple[Section, ...]
    unchanged: tuple[Row, ...]
    findings: tuple[Finding, ...]
    errors: int
    warnings: int
    kept: frozenset[str]


@dataclass(frozen=True, slots=True)
class PostView:
    """Everything on the page of one submission."""

    told: Told
    beside: Beside | None
    folder: str
    slug: str
    new: bool
    slip: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]
    pictures: tuple[Picture, ...]
    others: tuple[Post, ...]
    acts: tuple[Act, ...]
    busy: Plan | None
    way: str
    ways: tuple[tuple[str, str], ...]
    note: str
    alert: str


def review(office: Office, asked: Asked) -> Answer:
    """The page of one submission."""
    post = find(office.inbox, asked.named["name"])
    return show_post(office, asked, post) if post else said(office, asked, "見つかりません", GONE, 404, "/desk/")


def way_in(asked: Asked) -> str:
    """The way by which staff say that something came; empty if they said nothing, or nothing known."""
    way = asked.told("way")
    return way if way in WAYS else ""


def kept_in(asked: Asked) -> frozenset[str]:
    """The fields that somebody wants to stay as they are published."""
    return frozenset(value for name, value in asked.pairs if name == "keep")


def show_post(office: Office, asked: Asked, post: Post, alert: str = "", status: int = 200) -> Answer:
    """The page of one submission; `alert` says why a decision about it was not carried out."""
    kept = kept_in(asked) if asked.pairs else None
    found = look(office, post, asked.told("slug"), kept or frozenset(), way_in(asked))
    if kept is None and found.draft and found.draft.stale:
        # What only others changed since the form was filled stays, unless somebody decides otherwise.
        kept = _theirs(office, found)
        found = look(office, post, "", kept) if kept else found
    return page(office, asked, "post", found.title, _view(office, asked, found, kept or frozenset(), alert), status)


def _theirs(office: Office, found: Look) -> frozenset[str]:
    terms = office.library.reading().vocabularies
    base = _base(office, found)
    every = sections(found.draft, terms, base) if found.draft and base else ()
    return frozenset(each.name for each in every if each.asked and each.other and not each.mine)


def _base(office: Office, found: Look) -> str:
    draft, sent = found.draft, found.submission
    return base_text(office, draft, sent.base) if draft and sent and draft.stale else ""


def _view(office: Office, asked: Asked, found: Look, kept: frozenset[str], alert: str) -> PostView:
    post, sent = found.post, found.submission
    open_posts = (each for state in (WAITING, ASKED) for each in posts(office.inbox, state))
    return PostView(
        told=_told(office, found),
        beside=_beside(office, found, found.draft, kept) if found.draft else None,
        folder=sent.folder if sent else "",
        slug=found.slug,
        new=found.new,
        slip=sent.slip if sent else (),
        unknown=sent.unknown if sent else (),
        pictures=tuple(Picture(n, post.told(f"photos.{n}.alt")) for n, _ in enumerate(sent.photos if sent else ())),
        others=others(open_posts, post),
        acts=acts_of(list(of_post(office.inbox, post.name))),
        busy=claimed(office.inbox, post.name),
        way=sent.way if sent else post.way,
        ways=tuple(WAYS.items()),
        note=asked.told("note"),
        alert=alert,
    )


def _told(office: Office, found: Look) -> Told:
    post, sent = found.post, found.submission
    return Told(
        post=post,
        title=found.title,
        what=what(found),
        way=came_by(post),
        state=STATE_WORDS[post.state],
        age=age(post, office),
        received=f"{post.received.month}月{post.received.day}日 {post.received:%H:%M}",
        proof=PROOFS[found.proof],
        sure=found.proof == Proof.VALID,
        address=office.settings.absolute(f"{sent.folder}/{found.slug}/") if sent and not found.new else "",
        refusal="" if post.state == DONE else found.refusal,
    )


def _beside(office: Office, found: Look, made: Draft, kept: frozenset[str]) -> Beside:
    terms = office.library.reading().vocabularies
    base = _base(office, found)
    # The page shows every difference, also those that are not to be taken over.
    whole = (look(office, found.post, found.slug if found.new else "").draft if kept else None) or made
    # What is settled is no more to be mended, and its own name is taken by itself.
    problems = () if found.post.state == DONE else made.problems
    errors, warnings = counted(problems)
    return Beside(
        seen=digest(made.before),
        after=made.after,
        stale=made.stale,
        base_known=bool(base),
        sections=sections(whole, terms, base),
        unchanged=() if found.new else unchanged(whole, terms),
        findings=tuple(map(_finding, problems)),
        errors=errors,
        warnings=warnings,
        kept=kept,
    )


def _finding(found: Problem) -> Finding:
    bad = level(found) == Level.ERROR
    facts = dict(found.facts)
    return Finding("エラー" if bad else "注意", message(found), advice(found), facts.get("label", ""), found.rule, bad)
