"""What staff bring in themselves: forms that came on paper or by telephone, corrections, and links for groups."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from generator.desk.asked import Answer, Asked, go
from generator.desk.history import Entry, of_post, remember
from generator.desk.inbox import Post, keep, twin, whole
from generator.desk.looking import published, title_of
from generator.desk.office import Office
from generator.desk.show import page
from generator.desk.signed import edit_token
from generator.desk.wording import BY_STAFF, DONE_WORDS, STATES, WAYS
from generator.intake.arrivals import Received, received
from generator.intake.submission import Refusal, from_pairs

_LONGEST_NAME = 100
_NOT_READ = "ファイルを選んでください。フォームの「ファイルに保存」で作ったものか、届いたメールです。"
_FULL = "書きこめませんでした。ディスクの空きを確かめてください。"


@dataclass(frozen=True, slots=True)
class Twin:
    """A form in a file that is in the inbox already, and what has become of it there."""

    shown: str
    post: Post
    words: str


@dataclass(frozen=True, slots=True)
class EnterView:
    """Where the form is, by which ways something can come, and what became of the files: the number of forms taken in,
    those that were there already, and what went wrong."""

    form: str
    ways: tuple[tuple[str, str], ...]
    alert: str = ""
    taken: int = 0
    twins: tuple[Twin, ...] = ()


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


def enter(office: Office, asked: Asked) -> Answer:
    """The page on which staff enter what came on paper, by fax, by telephone or at the counter."""
    return _enter(office, asked)


def upload(office: Office, asked: Asked) -> Answer:
    """Take in a saved form file, a mail, or several; each with the way by which it came and who entered it."""
    named = [(name, data) for name, data in asked.files if data]
    reading = office.library.reading()
    found = [each for name, data in named for each in received(data, name[:_LONGEST_NAME], reading)]
    refused = [f"{each.shown}：{words}" for each in found if (words := _refusal(each))]
    try:
        outcomes = [_take_in(office, asked, each) for each in found if not _refusal(each)]
    except OSError:
        return _enter(office, asked, 507, alert=_FULL)
    twins = tuple(each for each in outcomes if isinstance(each, Twin))
    taken = len(outcomes) - len(twins)
    if found and not refused and not twins:
        return go("/desk/")
    alert = "\n".join(refused) if found else _NOT_READ
    return _enter(office, asked, 422 if alert else 409 if not taken else 200, alert=alert, taken=taken, twins=twins)


def _refusal(one: Received) -> str:
    """Why one form of a file cannot be taken in; empty if it can."""
    found = one.found if isinstance(one.found, Refusal) else from_pairs(one.found)
    return found.words if isinstance(found, Refusal) else ""


def _take_in(office: Office, asked: Asked, one: Received) -> Twin | None:
    """Keep one form, unless the very same has come before: a mail sent twice, or a file read twice."""
    found = one.found if isinstance(one.found, Refusal) else from_pairs(one.found)
    if isinstance(found, Refusal) or isinstance(one.found, Refusal):
        return None
    before = twin(office.inbox, one.found)
    if before:
        return Twin(one.shown, before, _became(office, before))
    way = asked.told("way") if asked.told("way") in BY_STAFF else "paper"
    kept = keep(office.inbox, one.found, asked.now, way, asked.staff)
    entry = Entry(
        asked.now.isoformat(),
        asked.staff,
        "enter",
        post=kept.name,
        receipt=kept.receipt,
        title=title_of(found),
        way=way,
        note=whole(one.sender),
    )
    remember(office.inbox, entry)
    return None


def _became(office: Office, post: Post) -> str:
    """Since when a submission has been here, and what has become of it."""
    last = next((each for each in of_post(office.inbox, post.name) if each.action in DONE_WORDS), None)
    did = f"、{last.staff}さんが{DONE_WORDS[last.action]}" if last else ""
    return f"{post.received.month}月{post.received.day}日に届きました。{STATES[post.state]}{did}"


def _enter(office: Office, asked: Asked, status: int = 200, **found: Any) -> Answer:
    view = EnterView(form_address(office, asked), tuple((way, WAYS[way]) for way in BY_STAFF), **found)
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
    return LinksView(published(office, "groups"), office.settings.desk.link_days, **made)
