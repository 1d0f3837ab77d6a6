"""A process that keeps or accepts a submission, and has itself killed at the n-th time it touches the disk.

Started by test_desk_atomic.py. Each line on its input is `act folder n`: a forked child does the act at the desk in
that folder, and is killed by the system just before its n-th event (0: never). Each answer is the child's exit status.
"""

import os
import re
import signal
import sys
from pathlib import Path

from generator.desk.auth.sessions import Session
from generator.desk.http.request import Request
from generator.desk.inbox.submissions import WAITING, posts
from generator.desk.office import Office
from generator.desk.views.decide import post_decision
from generator.desk.views.submission import submission_page
from generator.desk.views.submit import submit
from tests.desks import NEW, open_desk

CHANGES = {
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.link",
    "os.truncate",
    "os.chmod",
    "subprocess.Popen",
    "shutil.copymode",
}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
DONE, TOO_LATE = 0, 9


def accept(office: Office) -> int:
    """Open the only submission that waits, and press the button; 0 if it was accepted, 9 if somebody was faster."""
    (post,) = posts(office.inbox, WAITING)
    asked = Request("/", ("127.0.0.1",), office.now(), {"name": post.name}, session=Session(f"{os.getpid()}", "", "x"))
    text = submission_page(office, asked).body.decode("utf-8")
    form = dict(re.findall(r'<input type="hidden" name="(state|published)" value="([^"]*)"', text))
    pressed = Request(
        "/",
        ("127.0.0.1",),
        office.now(),
        {"name": post.name},
        pairs=(*form.items(), ("action", "accept"), ("slug", "aozoranokai")),
        session=asked.session,
    )
    # The other one of two processes may press now.
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    if os.environ.get("HIROBA_TEST_TWO"):
        sys.stdin.readline()
    _watch_begins()
    return DONE if post_decision(office, pressed).status == 200 else TOO_LATE


def keep(office: Office) -> int:
    """Send a form."""
    asked = Request("/submit", ("127.0.0.1",), office.now(), pairs=NEW)
    _watch_begins()
    return DONE if submit(office, asked).status == 200 else TOO_LATE


ACTS = {"accept": accept, "keep": keep}
watching: list[int] = []


def _watch_begins() -> None:
    watching.append(0)


def _killed_at(number: int) -> None:
    """Have this process killed just before its n-th event."""

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        writing = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
        if not watching or not (writing or event in CHANGES):
            return
        watching[0] += 1
        if watching[0] == number:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def main() -> None:
    """Answer every line of the standard input."""
    for line in iter(sys.stdin.readline, ""):
        act, folder, number = line.split()
        child = os.fork()
        if not child:
            office = open_desk(Path(folder))
            _killed_at(int(number))
            os._exit(ACTS[act](office))
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
