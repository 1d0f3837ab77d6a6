"""Scripts of the theme in a page of their own, to be asked as functions; and its styles as pages get them."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, Route

from generator.assets.styles import whole
from tests.conftest import ROOT

SCRIPTS = ROOT / "theme" / "scripts"
NOWHERE = "http://scripts.test/"
EMPTY = '<!doctype html><html lang="ja"><meta charset="utf-8"><title>試験</title><main id="main"></main>'
# An address that no site has: below it the modules are served as they are written.
_FOLDER = "/as-written/"


def style(name: str) -> str:
    """A style of the theme with the parts that it imports."""
    return whole(name, lambda part: (ROOT / "theme" / "assets" / part).read_text(encoding="utf-8"))


def take(page: Page, **modules: str) -> None:
    """Give a page, whatever it shows, modules of the theme under names: `Qr="qr/code.js"` for `Qr.code(…)`."""
    page.route(f"**{_FOLDER}**", _module)
    load = "async ([name, address]) => { window[name] = await import(address); }"
    for name, path in modules.items():
        page.evaluate(load, [name, f"{_FOLDER}{path}"])


def _module(route: Route) -> None:
    path = SCRIPTS / route.request.url.partition(_FOLDER)[2]
    route.fulfill(body=path.read_bytes(), content_type="text/javascript; charset=utf-8")


@contextmanager
def alone(browser: Browser, *, width: int = 390, before: str = "", **modules: str) -> Iterator[Page]:
    """An empty page with these modules, whose faults fail the test. `before` is a script that runs first."""
    page = browser.new_page(viewport={"width": width, "height": 844})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    if before:
        page.add_init_script(before)
    page.route(NOWHERE, lambda route: route.fulfill(body=EMPTY, content_type="text/html; charset=utf-8"))
    page.goto(NOWHERE)
    take(page, **modules)
    yield page
    page.close()
    assert wrong == []
