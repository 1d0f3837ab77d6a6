"""The page from which staff give a group a signed link to correct its own profile."""

from dataclasses import dataclass
from datetime import timedelta

from generator.desk.auth.edit_links import edit_token
from generator.desk.decisions.review import published_pages
from generator.desk.http.request import Request, Response
from generator.desk.inbox.history import Entry, record
from generator.desk.office import Office
from generator.desk.views.pages import form_address, page
from generator.kinds import GROUP


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


def links_page(office: Office, request: Request) -> Response:
    """The groups for which a link can be made; one is chosen by `?group=`."""
    return page(office, request, "links", "修正用リンク", _links_view(office, chosen=request.query.get("group", "")))


def make_link(office: Office, request: Request) -> Response:
    """Make a signed link for one group, valid for the days in the settings."""
    slug, address = request.value("group"), form_address(office, request)
    reading = office.published.reading()
    if slug not in reading.slugs[GROUP.folder] or not address:
        words = (
            "団体を選んでください。" if address else "サイトのアドレス（mkdocs.yml の site_url）を設定してください。"
        )
        return page(office, request, "links", "修正用リンク", _links_view(office, alert=words), 422)
    name = str(reading.data(GROUP.folder, slug).get(GROUP.title, slug))
    until = request.now + timedelta(days=office.settings.desk.link_days)
    link = f"{address}?group={slug}#t={edit_token(office.secret, slug, until)}"
    day = f"{until.year}年{until.month}月{until.day}日"
    now = request.now.isoformat()
    record(
        office.inbox, Entry(now, request.staff, "link", folder=GROUP.folder, slug=slug, title=name, note=f"{day}まで")
    )
    view = _links_view(office, link=link, name=name, until=day, chosen=slug)
    return page(office, request, "links", "修正用リンク", view)


def _links_view(office: Office, **made: str) -> LinksView:
    return LinksView(published_pages(office, GROUP.folder), office.settings.desk.link_days, **made)
