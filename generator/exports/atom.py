"""Atom feeds (RFC 4287): each entry with an id that stays, and the day on which it last changed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from generator.settings import Settings

# What XML 1.0 cannot hold, not even escaped (its section 2.2).
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One page in a feed; `url` is site-relative."""

    url: str
    title: str
    summary: str
    author: str
    updated: date
    published: date | None = None
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed at the site-relative address `url`, of what stands at `page`; `updated` where it has no entries."""

    url: str
    page: str
    title: str
    updated: date
    entries: Sequence[FeedEntry] = ()


def atom(feed: Feed, settings: Settings) -> bytes:
    """A feed as XML. Without the site's own address its links are relative, and its ids names (urn:uuid)."""
    up = "../" * feed.url.count("/")

    def link(url: str) -> str:
        return settings.absolute(url) or f"{up}{url}"

    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">',
        _element("id", _id(feed.url, settings)),
        _element("title", f"{feed.title}｜{settings.site_name}"),
        _element("updated", _moment(max((each.updated for each in feed.entries), default=feed.updated))),
        _element("author", _element("name", settings.site_name), raw=True),
        f'<link rel="self" type="application/atom+xml" href={quoteattr(link(feed.url))}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(link(feed.page))}/>',
        *(_entry(each, link(each.url), settings) for each in feed.entries),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _entry(each: FeedEntry, link: str, settings: Settings) -> str:
    parts = [
        _element("id", _id(each.url, settings)),
        _element("title", each.title),
        _element("updated", _moment(each.updated)),
        _element("published", _moment(each.published)) if each.published else "",
        _element("author", _element("name", each.author), raw=True),
        f'<link rel="alternate" type="text/html" href={quoteattr(link)}/>',
        *(f"<category term={quoteattr(_clean(term))}/>" for term in each.terms),
        _element("summary", each.summary),
    ]
    return _element("entry", "".join(parts), raw=True)


def _id(url: str, settings: Settings) -> str:
    """The page's address is its id for ever; where nobody knows it, a name made of the address below the root."""
    return settings.absolute(url) or f"urn:uuid:{uuid5(NAMESPACE_URL, url)}"


def _moment(day: date) -> str:
    """The beginning of a day in Japan."""
    return f"{day.isoformat()}T00:00:00+09:00"


def _element(name: str, text: str, *, raw: bool = False) -> str:
    return f"<{name}>{text if raw else escape(_clean(text))}</{name}>"


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
