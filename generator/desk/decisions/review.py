"""A submission reviewed: the draft it makes of a published profile, its problems, and the proof of its sender."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from generator.desk.auth.edit_links import Proof, verify_edit_token
from generator.desk.decisions.execute import former_path
from generator.desk.decisions.labels import BY_STAFF, WAYS
from generator.desk.inbox.submissions import Post
from generator.desk.jobs.git import former_text
from generator.desk.office import Office
from generator.intake.arrivals import new_slug
from generator.intake.draft import Draft, drafts, wanted
from generator.intake.submission import Refusal, Submission, digest, from_pairs
from generator.kinds import FOLDERS, KINDS
from generator.problems import Level, Problem
from generator.reading.read import Reading
from generator.reading.slugs import free_slug, is_slug
from generator.reading.source import Source, text_of
from generator.rules import level

_LONGEST_TITLE = 80
NO_PAGE = "直すはずのページが見つかりません。消されたか、番地が変わったのかもしれません。"
_TAKEN = "この番地のページはもうあります。別の番地にしてください。"
_NOT_A_SLUG = "番地は、英小文字と数字だけにしてください（つなぎは「-」、60文字まで）。"


@dataclass(frozen=True, slots=True)
class Review:
    """A submission with its draft, if there is one; `refusal` says why nothing can be published of it as it is.

    A new page whose address is refused has its draft nevertheless, under an address that is free.
    """

    post: Post
    title: str
    kind: str
    slug: str
    new: bool
    proof: Proof
    submission: Submission | None = None
    draft: Draft | None = None
    refusal: str = ""


def outline(office: Office, post: Post, slug: str = "", way: str = "") -> Review:
    """The review of a submission without a draft, which is quick; `slug` is the address chosen for a new page.

    `way` is how it came, where staff know better than the form.
    """
    found = submission_of(post, way)
    if isinstance(found, Refusal):
        name = _plain(post.value("name") or post.value("title"))
        return Review(post, name, "", "", new=True, proof=Proof.NONE, refusal=found.words)
    reading = office.published.reading()
    chosen = found.slug or slug or new_slug(found, reading)
    refusal = address_fault(found, chosen, reading)
    sure = verify_edit_token(office.secret, found.token, found.slug, post.received) if found.slug else Proof.NONE
    return Review(post, title_of(found), found.kind, chosen, not found.slug, sure, found, refusal=refusal)


def review(office: Office, post: Post, slug: str = "", kept: frozenset[str] = frozenset(), way: str = "") -> Review:
    """The review of a submission with its draft; `kept` are fields to leave as they are published."""
    found = outline(office, post, slug, way)
    if found.submission is None or (found.refusal and not found.new):
        return found
    version, reading = office.published.versioned()
    today, sent = office.now().date(), found.submission
    slug = new_slug(sent, reading) if found.refusal else found.slug
    wish = wanted(sent, slug, today)
    wish = replace(wish, fields={name: value for name, value in wish.fields.items() if name not in kept})
    key = (version, post.name, sent.way, slug, kept, today)
    return replace(found, draft=office.published.cached(key, lambda: drafts([wish], reading, today)[0]))


def problem_counts(office: Office, reviews: Sequence[Review]) -> dict[str, tuple[int, int]]:
    """How many errors and warnings each submission has, by its name, as if all of them were published together.

    One check of everything takes as long as it takes; one for each line of the queue would take too long.
    """
    version, reading = office.published.versioned()
    today = office.now().date()
    found: dict[str, tuple[int, int]] = {}
    left = [each for each in reviews if each.submission and not each.refusal]
    while left:
        now = _one_round(left)
        wishes = [wanted(each.submission, slug, today) for (_, slug), each in now.items() if each.submission]
        key = (version, tuple(each.post.name for each in now.values()), today)
        made = office.published.cached(key, partial(drafts, wishes, reading, today))
        found |= {
            each.post.name: count_problems(draft.problems) for each, draft in zip(now.values(), made, strict=True)
        }
        left = [each for each in left if each.post.name not in found]
    return found


def _one_round(reviews: Sequence[Review]) -> dict[tuple[str, str], Review]:
    """Submissions that can be checked together, by kind and address: of several about one page only the first."""
    found: dict[tuple[str, str], Review] = {}
    for each in reviews:
        taken = [slug for kind, slug in found if kind == each.kind]
        found.setdefault((each.kind, free_slug(each.slug, taken) if each.new else each.slug), each)
    return found


def count_problems(problems: Sequence[Problem]) -> tuple[int, int]:
    """How many errors and warnings there are."""
    errors = sum(1 for problem in problems if level(problem) == Level.ERROR)
    return errors, len(problems) - errors


def submission_of(post: Post, way: str = "") -> Submission | Refusal:
    """The submission in a stored file; it came by the way under which it was stored, unless staff say otherwise."""
    found = from_pairs(post.pairs)
    return found if isinstance(found, Refusal) else replace(found, way=way or post.way, receipt=post.receipt)


def title_of(submission: Submission) -> str:
    """The name of the group or the title of the event."""
    return _plain(str(submission.data.get("name") or submission.data.get("title") or "")) or "（名前なし）"


def _plain(text: str) -> str:
    """A name in one line that can stand anywhere, also in the message of a commit."""
    return "".join(letter for letter in text if letter.isprintable())[:_LONGEST_TITLE]


def address_fault(submission: Submission, slug: str, reading: Reading) -> str:
    """Why nothing can be published at an address; empty if it can."""
    published = slug in reading.slugs[submission.folder]
    if submission.slug:
        return "" if published else NO_PAGE
    wrong = _TAKEN if published else "" if is_slug(slug) else _NOT_A_SLUG
    return f"{wrong}「{new_slug(submission, reading)}」なら使えます。" if wrong else ""


def published_pages(office: Office, folder: str) -> tuple[tuple[str, str], ...]:
    """Every published page of a folder as (slug, name), in the order of the names."""
    reading, word = office.published.reading(), FOLDERS[folder].title
    named = ((slug, str(reading.data(folder, slug).get(word, slug))) for slug in sorted(reading.slugs[folder]))
    return tuple(sorted(named, key=lambda pair: pair[1]))


def base_text(office: Office, made: Draft, base: str) -> str:
    """The text from which a form was filled, if it is still known; empty if not."""
    path = former_path(office.inbox, base)
    if is_slug(base) and path.is_file():
        return text_of(Source(path, path.name, base))[0]
    return former_text(office.content / made.folder / f"{made.slug}.yaml", lambda text: digest(text) == base)


def related(posts: Iterable[Post], post: Post) -> tuple[Post, ...]:
    """Further open submissions about the same page, or under the same number."""
    slug = post.value("_slug")
    return tuple(
        each
        for each in posts
        if each.name != post.name and ((slug and each.value("_slug") == slug) or each.receipt == post.receipt)
    )


def kind_label(found: Review) -> str:
    """新しい団体, イベントの訂正 and the like."""
    kind = KINDS[found.kind].label if found.kind in KINDS else ""
    return f"新しい{kind}" if found.new else f"{kind}の訂正"


def way_label(post: Post) -> str:
    """The label of the way by which a submission came; one that only the form claims is marked."""
    words = WAYS.get(post.way, post.way)
    return f"{words}（フォームから）" if post.way in BY_STAFF and not post.by else words


def age_label(post: Post, now: datetime) -> str:
    """How long ago a submission was received: 3日前."""
    waited = max(timedelta(0), now - post.received)
    hours, minutes = waited // timedelta(hours=1), waited // timedelta(minutes=1)
    if waited.days:
        return f"{waited.days}日前"
    return f"{hours}時間前" if hours else f"{minutes}分前" if minutes else "たった今"
