"""Questions to the search page of a finished site, asked in a real browser as a resident asks them.

A page beside the site opens `search/?q=…` in a frame, waits for the answer, asks for more until there is no more, and
sends back what stands there. Nothing but the page itself is known here (its parts are those of
`theme/scripts/search/view.js`), and no browser is driven from outside, so that every browser can be asked. The clock of
the page stands at the day on which the site was built, so that 今週の土曜 is the same Saturday whenever one asks.
"""

import functools
import http.server
import json
import queue
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.static import Files
from scripts.browser import ARGUMENTS, found, running

# Where the asking page stands, beside the site and not in it.
DESK = "/-/asking/"
SEARCH = "/search/"
# Nobody looks at more results than these.
MOST = 60
# How long a page may take for one answer, and the first one with the start of the browser, in seconds.
PATIENCE = 20
START = 60
# What stands in the status line while there is no answer yet, and how one begins that is none.
UNSAID = ("", "さがしています…", "さがしたいことばを入れてください。")
BROKEN = "いまは検索を使えません"
# How the status line says that nothing fitted and these are only like it.
NEAR = "近い"

# Run before the page's own scripts.
CLOCK = """(() => {{
  const Real = Date, now = new Real("{day}T09:00:00").getTime();
  window.Date = class extends Real {{
    constructor(...given) {{ given.length ? super(...given) : super(now); }}
    static now() {{ return now; }}
  }};
}})();
"""
PAGE = """<!doctype html><html lang="ja"><meta charset="utf-8"><title>Questions</title>
<style>iframe { width: 1200px; height: 900px }</style>
<script type="module" src="ask.js"></script></html>
"""
SCRIPT = """
const { questions, unsaid, broken, most, patience } = await (await fetch("questions.json")).json();
const pause = () => new Promise((done) => setTimeout(done, 5));
const send = (told) => fetch("answer", { method: "POST", body: JSON.stringify(told) });
const said = (part) => (part && !part.hidden ? part.textContent.trim() : "");
const spoken = (part) => {
  const copy = part.cloneNode(true);
  copy.querySelectorAll(".hidden").forEach((one) => one.remove());
  return copy.textContent.trim();
};

/** Wait for what `ready` says of the page; an error of the page itself, or the end of patience, is thrown. */
const until = async (frame, ready) => {
  const end = performance.now() + patience * 1000;
  for (;;) {
    listen(frame);
    const page = frame.contentDocument;
    const status = said(page.querySelector(".search-status"));
    if (frame.errors.length) throw new Error(frame.errors.join("; "));
    if (status.startsWith(broken)) throw new Error(status);
    const list = page.querySelector(".search-results");
    const idle = list && list.getAttribute("aria-busy") !== "true" && !unsaid.includes(status);
    if (idle && ready(page)) return page;
    if (performance.now() > end) throw new Error("no answer after " + patience + " s; the status line: " + status);
    await pause();
  }
};

/** Note the errors of the window that the frame has by now. */
const listen = (frame) => {
  const opened = frame.contentWindow;
  if (frame.heard === opened.document) return;
  frame.heard = opened.document;
  opened.addEventListener("error", (event) => { frame.errors.push(String(event.message)); });
  opened.addEventListener("unhandledrejection", (event) => { frame.errors.push(String(event.reason)); });
};

const cards = (page) => page.querySelectorAll("li.search-card h2 a");

const answer = async (question) => {
  const frame = document.createElement("iframe");
  frame.errors = [];
  frame.src = "/search/?q=" + encodeURIComponent(question);
  document.body.appendChild(frame);
  const page = await until(frame, () => true);
  const more = () => page.querySelector("button.search-more:not([hidden])");
  while (more() && cards(page).length < most) {
    const before = cards(page).length;
    more().click();
    await until(frame, () => cards(page).length > before);
  }
  const told = {
    found: Array.from(cards(page), (link) => decodeURIComponent(new URL(link.href).pathname.slice(1))).slice(0, most),
    status: said(page.querySelector(".search-status")),
    note: said(page.querySelector(".search-note")),
    chips: Array.from(page.querySelectorAll(".search-on:not([hidden]) button"), spoken)
  };
  frame.remove();
  return told;
};

try {
  for (const question of questions) await send(await answer(question));
} catch (error) {
  await send(String(error.stack || error));
}
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the page shows for a question: addresses in order, and what it says of them in words and filters."""

    found: tuple[str, ...]
    near: bool = False
    status: str = ""
    note: str = ""
    chips: tuple[str, ...] = ()


class NoAnswer(Exception):
    """The page is broken or does not answer; says for which question, and what it knows."""


class _Desk(Files):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, *given: Any, desk: Mapping[str, str], told: "queue.Queue[Any]", **named: Any) -> None:
        self.desk, self.told = desk, told
        super().__init__(*given, **named)

    def do_GET(self) -> None:
        """Answer with a file of the desk, or of the site."""
        text = self.desk.get(self.path.removeprefix(DESK)) if self.path.startswith(DESK) else self._search_page()
        if text is None:
            super().do_GET()
            return
        body = text.encode("utf-8")
        self.send_response(200)
        page = self.path == DESK or self.path.startswith(SEARCH)
        self.send_header("Content-Type", "text/html" if page else self.guess_type(self.path))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _search_page(self) -> str | None:
        """The search page with the clock before its scripts, where it has one; it says itself how it is encoded."""
        file = Path(self.directory, "search/index.html")
        if "clock.js" not in self.desk or self.path.partition("?")[0] != SEARCH or not file.is_file():
            return None
        return file.read_text(encoding="utf-8").replace("<head>", f'<head><script src="{DESK}clock.js"></script>', 1)

    def do_POST(self) -> None:
        """Take an answer."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(204)
        self.end_headers()
        self.told.put(json.loads(body))


def ask(site: Path, questions: Sequence[str], browser: str, *, patience: float = PATIENCE) -> list[Answer]:
    """What the search page of `site` answers, one for each question; NoAnswer with the first that it does not."""
    asked = {"questions": questions, "unsaid": UNSAID, "broken": BROKEN, "most": MOST, "patience": patience}
    desk = {"": PAGE, "ask.js": SCRIPT, "questions.json": json.dumps(asked), **_clock(site)}
    told: queue.Queue[Any] = queue.Queue()
    handler = functools.partial(_Desk, desk=desk, told=told, directory=str(site))
    with (
        running(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)) as address,
        _opened(f"{address.rstrip('/')}{DESK}", browser),
    ):
        return [_answer(question, told, patience) for question in questions]


def _clock(site: Path) -> dict[str, str]:
    """What sets the clock to the day on which a site was built; nothing where it does not say."""
    start = site / "search-index/start.json"
    days = json.loads(start.read_text(encoding="utf-8")).get("days") if start.is_file() else None
    return {"clock.js": CLOCK.format(day=days[0])} if days else {}


def _answer(question: str, told: "queue.Queue[Any]", patience: float) -> Answer:
    try:
        given = told.get(timeout=patience + START)
    except queue.Empty:
        raise NoAnswer(f"「{question}」: the browser is silent") from None
    if isinstance(given, str):
        raise NoAnswer(f"「{question}」: {given}")
    status = given["status"]
    near = NEAR in status.replace(question, "")
    return Answer(tuple(given["found"]), near, status, given["note"], tuple(given["chips"]))


@contextmanager
def _opened(address: str, browser: str) -> Iterator[None]:
    """A browser of its own, with nothing in it from before, that shows a page."""
    with tempfile.TemporaryDirectory(prefix="asking-", ignore_cleanup_errors=True) as own:
        command = _command(browser, Path(own), address)
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                yield
            finally:
                process.terminate()


def _command(browser: str, profile: Path, address: str) -> list[str]:
    if browser == "firefox":
        path = shutil.which("firefox") or shutil.which("firefox-esr")
        if path is None:
            raise RuntimeError("no Firefox on this machine")
        return [path, "--headless", "--no-remote", "--profile", str(profile), address]
    return [found() or "chromium", "--headless", *ARGUMENTS, f"--user-data-dir={profile}", address]
