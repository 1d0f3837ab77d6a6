"""Scripts of the theme in a page of their own, to be asked as functions."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.conftest import ROOT

ASSETS = ROOT / "theme" / "assets"


@contextmanager
def alone(browser: Browser, *names: str, width: int = 390) -> Iterator[Page]:
    """An empty page with these scripts in it; what goes wrong in them fails the test."""
    page = browser.new_page(viewport={"width": width, "height": 844})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.set_content('<!doctype html><html lang="ja"><meta charset="utf-8"><title>試験</title><main id="main"></main>')
    for name in names:
        page.add_script_tag(path=ASSETS / name)
    yield page
    page.close()
    assert wrong == []
