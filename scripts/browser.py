"""A browser and a server on this machine, for tests and screenshots; as a script, it installs a missing Chromium."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from generator import static

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def found() -> str | None:
    """The path of a Chromium on this machine, if there is one."""
    given = os.environ.get("HIROBA_CHROMIUM")
    return given or next((path for path in map(shutil.which, NAMES) if path), None)


def bundled() -> bool:
    """Whether Playwright has a browser of its own here."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


def install() -> None:
    """Install Chromium: from the system's packages where we may, else Playwright's own."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if shutil.which("apt-get") and (root or shutil.which("sudo")):
        sudo = [] if root else ["sudo", "-n"]
        wanted = [*sudo, "apt-get", "install", "-y", "-qq", "chromium", "fonts-noto-cjk"]
        update = subprocess.run([*sudo, "apt-get", "update", "-qq"], check=False)
        if update.returncode == 0 and subprocess.run(wanted, check=False).returncode == 0:
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


@contextmanager
def launched() -> "Iterator[Browser]":
    """A running Chromium; Playwright's own error where there is none."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(), args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def running(listening: ThreadingHTTPServer) -> Iterator[str]:
    """A server on 127.0.0.1, run beside what is asked of it; its address, which ends with a slash."""
    with listening as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A folder on 127.0.0.1 under a free port; the address ends with a slash."""
    with running(static.server(folder, "127.0.0.1", 0)) as address:
        yield address


if __name__ == "__main__":
    if not found() and not bundled():
        install()
    if not found() and not bundled():
        sys.exit("No Chromium could be installed. Install one by hand, or set HIROBA_CHROMIUM to its path.")
