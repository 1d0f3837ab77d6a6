"""A submission looked at: what it would make of the published profile, and whether its sender may be believed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from generator.desk.deciding import former_path
from generator.desk.inbox import Post
from generator.desk.office import Office
from generator.desk.repository import former
from generator.desk.signed import Proof, proof
from generator.intake.draft import Draft, drafts, wanted
from generator.intake.submission import Refusal, Submission, digest, from_pairs
from generator.japanese.romaji import free_slug, slug_of
from generator.reading.read import Reading
from generator.reading.source import Source, is_slug, text_of

NO_PAGE = "直すはずのページが見つかりません。消されたか、番地が変わったのかもしれません。"
_TAKEN = "この番地のページはもうあります。別の番地にしてください。"
_NOT_A_SLUG = "番地は、英小文字と数字だけにしてください（つなぎは「-」、60文字まで）。"


@dataclass(frozen=True, slots=True)
class Look:
    """One submission beside what is published. Without a draft, `refusal` says why there is none."""

    post: Post
    title: str
    kind: str
    slug: str
    new: bool
    proof: Proof
    submission: Submission | None = None
    draft: Draft | None = None
    refusal: str = ""


def look(office: Office, post: Post, slug: str = "", kept: frozenset[str] = frozenset(), way: str = "") -> Look:
    """Look at a submission; `slug` is the address chosen for a new page, `kept` are fields to leave as published.

    `way` is how it came, where staff know better than the form.
    """
    found = submission_of(post, way)
    if isinstance(found, Refusal):
        return Look(
            post, post.told("name") or post.told("title"), "", "", new=True, proof=Proof.NONE, refusal=found.words
        )
    stamp, reading = office.library.stamped()
    new = not found.slug
    chosen = found.slug or slug or proposed(found, reading)
    refusal = why_not(found, chosen, reading)
    sure = proof(office.secret, found.token, found.slug, post.received) if found.slug else Proof.NONE
    made = None if refusal else _draft(office, (stamp, post.name, found.way, chosen, kept), found, reading)
    return Look(post, title_of(found), found.kind, chosen, new, sure, found, made, refusal)


def submission_of(post: Post, way: str = "") -> Submission | Refusal:
    """What a kept file says; it came by the way under which it was kept, unless staff say otherwise."""
    found = from_pairs(post.pairs)
    return found if isinstance(found, Refusal) else replace(found, way=way or post.way, receipt=post.receipt)


def title_of(submission: Submission) -> str:
    """The name of the group or the title of the event."""
    text = submission.data.get("name") or submission.data.get("title") or ""
    return str(text)[:80] or "（名前なし）"


def proposed(submission: Submission, reading: Reading) -> str:
    """An address for a new page, from its reading, that no page has yet."""
    kana = str(submission.data.get("kana") or submission.data.get("name") or submission.data.get("title") or "")
    return free_slug(slug_of(kana, submission.kind), reading.slugs[submission.folder])


def why_not(submission: Submission, slug: str, reading: Reading) -> str:
    """Why nothing can be published under an address; empty if it can."""
    published = slug in reading.slugs[submission.folder]
    if submission.slug:
        return "" if published else NO_PAGE
    if not is_slug(slug):
        return _NOT_A_SLUG
    return _TAKEN if published else ""


def base_text(office: Office, made: Draft, base: str) -> str:
    """The text from which a form was filled, if it is still known; empty if not."""
    path = former_path(office.inbox, base)
    if is_slug(base) and path.is_file():
        return text_of(Source(path, path.name, base))[0]
    return former(office.content / made.folder / f"{made.slug}.yaml", lambda text: digest(text) == base)


def _draft(office: Office, key: tuple[object, ...], found: Submission, reading: Reading) -> Draft:
    """The draft, made once for each state of what is published."""
    today = office.now().date()
    _, _, _, slug, kept = key
    wish = wanted(found, str(slug), today)
    if isinstance(kept, frozenset):
        wish = replace(wish, fields={name: value for name, value in wish.fields.items() if name not in kept})
    return office.library.remembered((*key, today), lambda: drafts([wish], reading, today)[0])


def others(posts: Iterator[Post], post: Post) -> tuple[Post, ...]:
    """Further open submissions about the same page, or under the same number."""
    slug = post.told("_slug")
    return tuple(
        each
        for each in posts
        if each.name != post.name and ((slug and each.told("_slug") == slug) or each.receipt == post.receipt)
    )


def age(post: Post, office: Office) -> str:
    """How long a submission has been waiting, in words."""
    waited = max(timedelta(0), office.now() - post.received)
    hours, minutes = waited // timedelta(hours=1), waited // timedelta(minutes=1)
    if waited.days:
        return f"{waited.days}日前"
    return f"{hours}時間前" if hours else f"{minutes}分前" if minutes else "たった今"
