"""The page from which staff build the site."""

from dataclasses import dataclass

from generator.desk.http.request import Request, Response, redirect
from generator.desk.inbox.history import Entry, record
from generator.desk.jobs.build import BuildRun
from generator.desk.office import Office
from generator.desk.views.pages import page
from generator.obstacles import at_work

_WAIT_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class BuildView:
    """The last build, if there was one since the program was started, and who else builds."""

    busy: bool
    last: BuildRun | None
    ended: str
    other: str


def build_page(office: Office, request: Request) -> Response:
    """The last build and its output; with `?wait=` the response comes when the build has ended, or after a while."""
    if request.query.get("wait"):
        office.builder.wait(_WAIT_SECONDS)
    last = office.builder.last
    ended = f"{last.ended:%H:%M:%S}" if last and last.ended else ""
    other = office.builder.other_holder()
    view = BuildView(office.builder.busy, last, ended, at_work(other) if other else "")
    return page(office, request, "build", "サイトを作る", view)


def start_build(office: Office, request: Request) -> Response:
    """Start a build, unless one is running."""
    if office.builder.start(request.staff, office.now):
        record(office.inbox, Entry(request.now.isoformat(), request.staff, "build"))
    return redirect("/desk/build")
