"""Pages of the desk: a view poured into its template, with the headers that keep strangers' text harmless."""

import json
from typing import Any

from generator.desk.asked import HTML, JSON, Answer, Asked
from generator.desk.inbox import ASKED, WAITING, count
from generator.desk.office import Office
from generator.pages.render import first_of

# No script runs on any page of the desk, whatever somebody has sent.
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = (
    ("Content-Security-Policy", POLICY),
    ("Cache-Control", "no-store"),
    ("X-Robots-Tag", "noindex"),
)


def page(office: Office, asked: Asked, template: str, title: str, view: Any = None, status: int = 200) -> Answer:
    """A page of the desk for whoever asked."""
    text = office.env.get_template(f"desk/{template}.html").render(
        view=view,
        title=title,
        staff=asked.staff,
        csrf=asked.session.csrf if asked.session else "",
        waiting=count(office.inbox, WAITING) + count(office.inbox, ASKED) if asked.session else 0,
        here=asked.path,
    )
    return Answer(text.encode("utf-8", "replace"), status, HTML, _HEADERS)


def said(office: Office, asked: Asked, title: str, words: str, status: int = 200, back: str = "") -> Answer:
    """A page that says one thing, and where to go on."""
    return page(office, asked, "said", title, {"words": words, "back": back}, status)


def told(status: int, headers: tuple[tuple[str, str], ...] = (), **facts: str) -> Answer:
    """The same for a program."""
    return Answer(json.dumps(facts, ensure_ascii=False).encode("utf-8"), status, JSON, headers)


def style(office: Office, asked: Asked) -> Answer:
    """The site's own tokens and styles, and the desk's few."""
    files = (first_of(office.themes, f"assets/{name}.css") for name in ("tokens", "hiroba", "desk"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return Answer(text.encode("utf-8"), type="text/css; charset=utf-8", headers=(("Cache-Control", "max-age=300"),))
