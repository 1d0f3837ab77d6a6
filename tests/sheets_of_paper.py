"""Pages as Chromium prints them, read back: how many sheets, and what stands on each."""

import io
import unicodedata

from playwright.sync_api import Page
from pypdf import PdfReader

from tests.scripts_alone import style


def printed(page: Page) -> list[str]:
    """The words on each sheet of A4 on which the open page is printed, without spaces and in one kind of letters."""
    # Pictures further down are loaded when a reader comes near them, or prints.
    page.evaluate(
        """() => Promise.all([...document.images].map(image => { image.loading = "eager"; return image.decode(); }))"""
    )
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True, print_background=False)))
    return [bare(sheet.extract_text()) for sheet in reader.pages]


def bare(words: str) -> str:
    """Words without spaces and in one kind of letters; a font may have one glyph for two kinds of dots."""
    return "".join(unicodedata.normalize("NFKC", words).replace("‧", "・").split())


def dressed(page: Page, html: str) -> None:
    """Show a page that was poured without MkDocs in the theme's own styles, without the foot of its frame."""
    page.set_content(html.split('<footer><a class="source-link"')[0])
    for name in ("hiroba.css", "record.css"):
        page.add_style_tag(content=style(name))
