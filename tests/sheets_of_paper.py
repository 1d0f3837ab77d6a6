"""Pages as Chromium prints them, read back: how many sheets, and what stands on each."""

import io
import unicodedata
from pathlib import Path

from playwright.sync_api import Page
from pypdf import PdfReader

from tests.conftest import ROOT


def printed(page: Page) -> list[str]:
    """The words on each sheet of A4 on which the open page is printed, without spaces and in one kind of letters."""
    # Pictures further down are loaded when a reader comes near them, or prints.
    page.evaluate(
        """() => Promise.all([...document.images].map(image => { image.loading = "eager"; return image.decode(); }))"""
    )
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True, print_background=False)))
    return ["".join(unicodedata.normalize("NFKC", sheet.extract_text()).split()) for sheet in reader.pages]


def dressed(page: Page, html: str, site: Path | None = None) -> None:
    """Show a page that was poured without MkDocs in the theme's own styles."""
    page.set_content(html)
    for name in ("tokens.css", "hiroba.css"):
        page.add_style_tag(path=ROOT / "theme" / "assets" / name)
