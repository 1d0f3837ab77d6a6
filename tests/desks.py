"""A desk in a temporary folder, with a clock that tests set, and a browser's half of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import Any
from zoneinfo import ZoneInfo

from starlette.testclient import TestClient

from generator.desk.app import application
from generator.desk.auth.sessions import COOKIE, session_cookie
from generator.desk.auth.staff import Member, member, read_staff, write_staff
from generator.desk.inbox.submissions import STATES, WAITING, Pair, Post, posts, store
from generator.desk.office import Office, Paths, open_office
from generator.desk.server import ConnectionLimits, server
from generator.settings import Center, Desk, Settings
from tests.folders import ROOT, content

PASSWORD = "けやき並木を歩く"
START = datetime(2026, 11, 27, 9, 15, 3, tzinfo=ZoneInfo("Asia/Tokyo"))
SATO, TANAKA = member(PASSWORD + "佐藤"), member(PASSWORD + "田中")
NEW: tuple[Pair, ...] = (
    ("_hiroba", "1"),
    ("_kind", "group"),
    ("_receipt", "1127-K7QX"),
    ("name", "青空の会"),
    ("kana", "あおぞらのかい"),
    ("kind", "volunteer"),
    ("fields", "environment"),
    ("areas", "citywide"),
    ("summary", "空を見ます。"),
    ("description", "毎月、公園で空を見ています。"),
    ("criteria", "voluntary"),
    ("criteria", "collective"),
    ("criteria", "continuing"),
    ("criteria", "public-benefit"),
    ("criteria", "nonprofit"),
    ("contact.email", "sora@example.org"),
    ("contact.phone", "090-0000-0011"),
    ("_show.contact.phone", "private"),
    ("_slip.name", "山田花子"),
)
# The group of `tests.folders` as a form filled from its profile would post it, with another summary.
CORRECTION: tuple[Pair, ...] = (
    ("_kind", "group"),
    ("_slug", "kawa-akari"),
    ("_receipt", "1127-CRCT"),
    ("name", "川あかりの会"),
    ("kana", "かわあかりのかい"),
    ("kind", "volunteer"),
    ("fields", "environment"),
    ("areas", "citywide"),
    ("summary", "川辺の花と木を世話しています。"),
    ("description", "毎月、川辺の花壇に集まります。"),
    ("criteria", "voluntary"),
    ("criteria", "collective"),
    ("criteria", "continuing"),
    ("criteria", "public-benefit"),
    ("criteria", "nonprofit"),
    ("contact.phone", "042-000-0011"),
)


@dataclass
class Clock:
    """A clock that stands still until it is told to go on."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **lapse: float) -> None:
        self.now += timedelta(**lapse)


def open_desk(
    folder: Path, files: Mapping[str, str | bytes] | None = None, clock: Clock | None = None, **desk: Any
) -> Office:
    """A desk over a small content folder; `desk` are its settings."""
    if not (folder / "content").exists():
        content(folder / "content", files)
    settings = Settings(
        site_name="ためしの広場",
        site_url="https://hiroba.example.org/",
        center=Center(name="ためしのセンター", phone="042-000-0100"),
        desk=Desk(**desk),
    )
    rooms = Paths(
        folder / "mkdocs.yml", "content", (ROOT / "theme",), folder / "icons", folder / "inbox", folder / "site"
    )
    office = open_office(settings, rooms, clock or Clock())
    if not read_staff(office.inbox):
        write_staff(office.inbox, {"佐藤": SATO, "田中": TANAKA})
    return office


def clock_of(office: Office) -> Clock:
    """The clock of a desk."""
    assert isinstance(office.now, Clock)
    return office.now


def browser(office: Office, address: str = "127.0.0.1", **headers: str) -> TestClient:
    """Somebody's browser that keeps cookies and follows no redirects."""
    base = "http://127.0.0.1:8100"
    return TestClient(application(office), base, headers=headers, follow_redirects=False, client=(address, 50000))


def signed_in(office: Office, name: str = "佐藤", found: Member = SATO, address: str = "127.0.0.1") -> TestClient:
    """The browser of somebody who has signed in."""
    client = browser(office, address)
    client.cookies.set(COOKIE, session_cookie(office.secret, name, found.stamp, office.now()))
    return client


def token_in(text: str) -> str:
    """The token of the forms on a page."""
    found = re.search(r'name="csrf" value="([^"]+)"', text)
    assert found, text
    return found[1]


def fields_in(text: str) -> dict[str, str]:
    """The hidden fields and the address of the form for a decision."""
    form = text[text.index('<form id="decide"') :]
    found = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form[: form.index("</form>")]))
    slug = re.search(r'name="slug" value="([^"]*)"', form)
    return found | ({"slug": slug[1]} if slug else {})


def kept(office: Office, pairs: Iterable[Pair], way: str = "form", by: str = "") -> Post:
    """A submission put into the inbox."""
    before = {post.name for post in posts(office.inbox, WAITING)}
    store(office.inbox, list(pairs), office.now(), way, by)
    return next(post for post in posts(office.inbox, WAITING) if post.name not in before)


def states(office: Office) -> dict[str, list[str]]:
    """The receipt numbers by state."""
    return {state: [post.receipt for post in posts(office.inbox, state)] for state in STATES}


def press(client: TestClient, post: Post, action: str, **fields: str) -> Any:
    """Open the page of a submission and press a button on it."""
    page = client.get(f"/desk/post/{post.name}")
    return client.post(f"/desk/post/{post.name}", data=fields_in(page.text) | {"action": action} | fields)


@contextmanager
def running(office: Office, **limits: int) -> Iterator[int]:
    """The desk on a real port of this machine, with these limits on connections."""
    made = server(office, "127.0.0.1", 0, limits=replace(ConnectionLimits(), **limits))
    thread = Thread(target=made.run, daemon=True)
    thread.start()
    while not made.started:
        thread.join(0.01)
    yield made.servers[0].sockets[0].getsockname()[1]
    made.should_exit = True
    thread.join()
