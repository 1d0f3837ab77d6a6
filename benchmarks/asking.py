"""Questions to the search script in a real browser, which sends its answers back by itself: no driver is needed."""

import functools
import http.server
import json
import queue
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scripts.browser import ARGUMENTS, found

PAGE = """<!doctype html><html lang="ja"><meta charset="utf-8"><title>Questions</title>
<script type="module" src="ask.js"></script></html>
"""
SCRIPT = """import { makeEngine } from "./assets/scripts/search/engine.js";
import { makeFind } from "./assets/scripts/search/find.js";
(async () => {
  const json = async (address) => (await fetch(address)).json();
  const [table, facets, questions] = await Promise.all(
    ["assets/search-table.json", "pagefind/documents.json", "questions.json"].map(json));
  const bundle = await import(new URL("pagefind/pagefind.js", document.baseURI).href);
  const find = makeFind(bundle.createInstance({ noWorker: true }));
  const engine = makeEngine(table, facets, find);
  const answers = [];
  for (const question of questions) answers.push(await engine.search(question));
  await fetch("answers", { method: "POST", body: JSON.stringify(answers) });
})().catch((error) => fetch("answers", { method: "POST", body: JSON.stringify(String(error.stack || error)) }));
"""
PATIENCE = 300


class _Desk(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *given: Any, told: "queue.Queue[Any]", **named: Any) -> None:
        self.told = told
        super().__init__(*given, **named)

    def do_POST(self) -> None:
        """Take the answers."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(204)
        self.end_headers()
        self.told.put(json.loads(body))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def ask(site: Path, questions: Sequence[str], browser: str) -> list[dict[str, Any]]:
    """The answers of the search script in `site`, one for each question; RuntimeError with what went wrong."""
    for name, text in (("index.html", PAGE), ("ask.js", SCRIPT), ("questions.json", json.dumps(questions))):
        (site / name).write_text(text, encoding="utf-8", newline="\n")
    told: queue.Queue[Any] = queue.Queue()
    handler = functools.partial(_Desk, told=told, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, tempfile.TemporaryDirectory() as own:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        command = _command(browser, Path(own), f"http://127.0.0.1:{server.server_port}/")
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
            answered = told.get(timeout=PATIENCE)
            running.terminate()
        server.shutdown()
    if isinstance(answered, str):
        raise RuntimeError(answered)
    return list(answered)


def _command(browser: str, profile: Path, address: str) -> list[str]:
    if browser == "firefox":
        path = shutil.which("firefox") or shutil.which("firefox-esr")
        if path is None:
            raise RuntimeError("no Firefox on this machine")
        return [path, "--headless", "--no-remote", "--profile", str(profile), address]
    return [found() or "chromium", "--headless", *ARGUMENTS, f"--user-data-dir={profile}", address]
