"""What staff bring in themselves: forms that came on paper or by telephone, corrections, and links for groups."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from generator.desk.asked import Answer, Asked, go
from generator.desk.claims import Plan
from generator.desk.compare import choices_at
from generator.desk.deciding import Lost, decide
from generator.desk.history import Entry, remember
from generator.desk.inbox import DONE, Pair, Post, find, keep
from generator.desk.looking import submission_of, title_of
from generator.desk.office import Office
from generator.desk.show import page, said
from generator.desk.signed import edit_token
from generator.desk.wording import BY_STAFF, WAYS
from generator.intake.draft import label_at
from generator.intake.submission import KINDS, Refusal, from_pairs, pairs_of
from generator.models.base import Record

_LONG = 40
_NOT_READ = "ファイルを選んでください。フォームの「ファイルに保存」で作ったものです。"
_FULL = "書きこめませんでした。ディスクの空きを確かめてください。"
_OTHER = "ほかの人が先に扱いました。訂正したものは、別の申し込みとして「受付」に残っています。"


@dataclass(frozen=True, slots=True)
class EnterView:
    """Where the form is, by which ways something can come, and what went wrong with a file."""

    form: str
    ways: tuple[tuple[str, str], ...]
    alert: str = ""


@dataclass(frozen=True, slots=True)
class LinksView:
    """The groups for which a link can be made, and the one that was made."""

    groups: tuple[tuple[str, str], ...]
    days: int
    link: str = ""
    name: str = ""
    until: str = ""
    chosen: str = ""
    alert: str = ""


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


def enter(office: Office, asked: Asked) -> Answer:
    """The page on which staff enter what came on paper, by fax, by telephone or at the counter."""
    return _enter(office, asked)


def upload(office: Office, asked: Asked) -> Answer:
    """Take in a saved form file, with the way by which it came and the name of who entered it."""
    data = dict(asked.files).get("file", b"")
    pairs = pairs_of(data) if data else Refusal("no-file", _NOT_READ)
    found = pairs if isinstance(pairs, Refusal) else from_pairs(pairs)
    if isinstance(found, Refusal) or isinstance(pairs, Refusal):
        return _enter(office, asked, found.words if isinstance(found, Refusal) else _NOT_READ, 422)
    way = asked.told("way")
    try:
        kept = keep(office.inbox, pairs, asked.now, way if way in BY_STAFF else "paper", asked.staff)
        remember(
            office.inbox,
            Entry(
                asked.now.isoformat(),
                asked.staff,
                "enter",
                post=kept.name,
                receipt=kept.receipt,
                title=title_of(found),
                way=way,
            ),
        )
    except OSError:
        return _enter(office, asked, _FULL, 507)
    return go("/desk/")


def _enter(office: Office, asked: Asked, alert: str = "", status: int = 200) -> Answer:
    view = EnterView(form_address(office, asked), tuple((way, WAYS[way]) for way in BY_STAFF), alert)
    return page(office, asked, "enter", "職員が登録する", view, status)


def form_address(office: Office, asked: Asked) -> str:
    """Where the form of the site is; empty if that is not known."""
    if office.settings.site_url:
        return office.settings.absolute("edit/")
    scheme = "https" if asked.secure else "http"
    return f"{scheme}://{asked.headers.get('host', '')}/edit/" if office.site else ""


def links(office: Office, asked: Asked) -> Answer:
    """The page on which staff make a link for one group."""
    return page(office, asked, "links", "修正用リンク", _links(office, chosen=asked.query.get("group", "")))


def make_link(office: Office, asked: Asked) -> Answer:
    """Make a link by which one group can correct its profile until a day."""
    slug, address = asked.told("group"), form_address(office, asked)
    reading = office.library.reading()
    if slug not in reading.slugs["groups"] or not address:
        words = (
            "団体を選んでください。" if address else "サイトのアドレス（mkdocs.yml の site_url）を設定してください。"
        )
        return page(office, asked, "links", "修正用リンク", _links(office, alert=words), 422)
    name = str(reading.told("groups", slug).get("name", slug))
    until = asked.now + timedelta(days=office.settings.desk.link_days)
    link = f"{address}?group={slug}#t={edit_token(office.secret, slug, until)}"
    day = f"{until.year}年{until.month}月{until.day}日"
    remember(
        office.inbox,
        Entry(asked.now.isoformat(), asked.staff, "link", folder="groups", slug=slug, title=name, note=f"{day}まで"),
    )
    return page(office, asked, "links", "修正用リンク", _links(office, link=link, name=name, until=day, chosen=slug))


def _links(office: Office, **made: str) -> LinksView:
    reading = office.library.reading()
    named = ((slug, str(reading.told("groups", slug).get("name", slug))) for slug in sorted(reading.slugs["groups"]))
    return LinksView(tuple(sorted(named, key=lambda pair: pair[1])), office.settings.desk.link_days, **made)


def mend(office: Office, asked: Asked) -> Answer:
    """The page on which staff correct what was sent."""
    post = find(office.inbox, asked.named["name"])
    found = submission_of(post) if post and post.state != DONE else None
    if post is None or found is None or isinstance(found, Refusal):
        return said(office, asked, "訂正できません", "この申し込みは、もう訂正できません。", 404, "/desk/")
    boxes = tuple(_boxes(office, post, KINDS[found.kind][1]))
    return page(office, asked, "mend", "訂正する", MendView(post, title_of(found), boxes))


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
        kept = keep(office.inbox, pairs, post.received, post.way, asked.staff, post.state)
        done = decide(office, plan, asked.told("state"))
    except OSError:
        return said(office, asked, "訂正できません", _FULL, 507, f"/desk/post/{post.name}")
    if isinstance(done, Lost):
        return said(office, asked, "訂正できません", _OTHER, 409, "/desk/")
    return go(f"/desk/post/{kept.name}")


def _mended(post: Post, asked: Asked) -> tuple[Pair, ...]:
    given = dict(asked.pairs)
    numbered = ((name, given.get(f"f{n}", value).replace("\r\n", "\n")) for n, (name, value) in enumerate(post.pairs))
    named = () if post.told("_receipt") == post.receipt else (("_receipt", post.receipt),)
    return (*numbered, *named)
