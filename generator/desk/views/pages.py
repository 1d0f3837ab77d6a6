"""Responses of the desk: templates rendered, with the headers that keep submitted text harmless."""

import json
from dataclasses import dataclass
from typing import Any

from generator.desk.http.request import HTML, JSON, Request, Response
from generator.desk.inbox.submissions import ASKED, WAITING, count
from generator.desk.office import Office
from generator.pages.contact_points import CenterView, center_view
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


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page of the desk tells of the site that it belongs to."""

    name: str
    url: str
    center: CenterView


def page(office: Office, request: Request, template: str, title: str, view: Any = None, status: int = 200) -> Response:
    """A template of the desk rendered for the client of a request."""
    settings = office.settings
    text = office.env.get_template(f"desk/{template}.html").render(
        site=SiteView(settings.site_name, settings.site_url, center_view(settings.center)),
        view=view,
        title=title,
        staff=request.staff,
        csrf=request.session.csrf if request.session else "",
        waiting=count(office.inbox, WAITING) + count(office.inbox, ASKED) if request.session else 0,
        here=request.path,
        room="/desk/" if request.path.startswith("/desk/post/") else request.path,
    )
    return Response(text.encode("utf-8", "replace"), status, HTML, _HEADERS)


def message_page(
    office: Office, request: Request, title: str, words: str, status: int = 200, back: str = ""
) -> Response:
    """A page with one message, and a link to go on."""
    return page(office, request, "said", title, {"words": words, "back": back}, status)


def json_response(status: int, headers: tuple[tuple[str, str], ...] = (), **facts: str) -> Response:
    """Facts as JSON."""
    return Response(json.dumps(facts, ensure_ascii=False).encode("utf-8"), status, JSON, headers)


def stylesheet(office: Office, request: Request) -> Response:
    """The stylesheet of the desk: the tokens and styles of the site, and a few of its own."""
    files = (first_of(office.themes, f"assets/{name}.css") for name in ("tokens", "hiroba", "desk"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return Response(text.encode("utf-8"), type="text/css; charset=utf-8", headers=(("Cache-Control", "max-age=300"),))


def form_address(office: Office, request: Request) -> str:
    """Where the form of the site is; empty if that is not known."""
    if office.settings.site_url:
        return office.settings.absolute("edit/")
    scheme = "https" if request.secure else "http"
    return f"{scheme}://{request.headers.get('host', '')}/edit/" if office.site else ""
