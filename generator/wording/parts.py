"""The parts of what is said of a record: words that lead somewhere, facts, ways to reach somebody.

All addresses are relative to the root of the site, unless a link says that its own is whole.
"""

from typing import NamedTuple


class Link(NamedTuple):
    """Words that lead somewhere; without an address, only words.

    `whole` is an address before which nothing goes (https:, tel:); `shown` is that of another site as people write it.
    """

    text: str
    url: str = ""
    number: int | None = None
    note: str = ""
    icon: str = ""
    here: bool = False
    whole: bool = False
    shown: str = ""


def elsewhere(text: str, url: str) -> Link:
    """Words that lead to another site, given by its address with https:// or http://."""
    return Link(text, url, whole=True, shown=url.split("//")[-1].rstrip("/"))


def plain(text: str) -> tuple[Link, ...]:
    """One line of words that lead nowhere; no words, no line."""
    return (Link(text),) if text else ()


class Fact(NamedTuple):
    """One row of the facts table: a label and its lines."""

    label: str
    lines: tuple[Link, ...]


class MeetingView(NamedTuple):
    """One meeting: when, where (the note of the place is its address), and what else is said of it."""

    when: str
    place: Link | None = None
    note: str = ""


class ContactView(NamedTuple):
    """How to reach somebody, with the addresses that a telephone understands."""

    via_center: bool
    phone: str = ""
    tel: str = ""
    phone_note: str = ""
    fax: str = ""
    email: str = ""
    links: tuple[Link, ...] = ()
    address: str = ""
