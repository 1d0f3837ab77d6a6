"""Small Markdown from strangers as safe HTML: paragraphs, lists, bold, links, small headings, and nothing else.

Most descriptions have no mark-up at all and are escaped directly. The rest goes through Python-Markdown, which gets
Japanese bold right where CommonMark does not (`**「重要」**です。`), with raw HTML and images taken out of its grammar,
and then through nh3, which lets only a few tags pass.
"""

import re
from functools import lru_cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markupsafe import Markup, escape

_TAGS = {"p", "br", "ul", "ol", "li", "strong", "em", "a", "h3", "h4", "blockquote"}
# Inline grammar that profiles do not have: raw HTML, images, code, reference links, `_emphasis_` (it breaks addresses).
_UNUSED: tuple[str, ...] = ("html", "entity", "backtick", "image_link", "image_reference", "short_image_ref")
_UNUSED += ("reference", "short_reference", "autolink", "automail", "linebreak")
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SCHEMES = {"http", "https", "mailto", "tel"}
_MARKED = re.compile(r"[*_\[\\]|^\s*(?:[-+#>]|\d+\.)|^(?:=+|-+)\s*$", re.MULTILINE)
_BLANK = re.compile(r"\n\s*\n")


class _SmallHeading(HashHeaderProcessor):
    """Headings inside a profile stand below the page's own: `#` and `##` become h3, deeper ones h4."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Let the heading be made, then lower it."""
        before = len(parent)
        super().run(parent, blocks)
        for element in list(parent)[before:]:
            if element.tag in _HEADINGS:
                element.tag = "h3" if element.tag in ("h1", "h2") else "h4"


def to_html(text: str) -> Markup:
    """A description as HTML that holds nothing but text, paragraphs, lists, emphasis, small headings and links."""
    text = text.strip()
    if not _MARKED.search(text):
        return _paragraphs(text)
    try:
        html = _markdown().reset().convert(_with_list_gaps(text))
    except RecursionError:
        # Lists inside lists without end: nobody means that, so it is shown as it was typed.
        _markdown.cache_clear()
        return _paragraphs(text)
    return Markup(
        nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_SCHEMES, link_rel="nofollow noopener")
    )


def to_text(text: str) -> str:
    """A description as plain words for search and summaries."""
    return re.sub(r"\s+", " ", Markup(to_html(text)).striptags()).strip()


def _paragraphs(text: str) -> Markup:
    parts = (part.strip().replace("\n", "<br>\n") for part in _BLANK.split(str(escape(text))))
    return Markup("\n".join(f"<p>{part}</p>" for part in parts if part))


def _with_list_gaps(text: str) -> str:
    """A list that follows a line of text gets the blank line that Markdown wants and people forget."""
    return re.sub(r"(?m)^(?!\s*(?:[-*+]|\d+\.)\s)(.*\S.*)\n(?=(?:[-*+]|\d+\.)\s)", r"\1\n\n", text)


@lru_cache(maxsize=1)
def _markdown() -> Markdown:
    markdown = Markdown(extensions=["nl2br", "sane_lists"], output_format="html")
    markdown.preprocessors.deregister("html_block")
    for name in _UNUSED:
        markdown.inlinePatterns.deregister(name)
    blocks = markdown.parser.blockprocessors
    for name in ("reference", "code", "hr", "setextheader"):
        blocks.deregister(name)
    blocks.register(_SmallHeading(markdown.parser), "hashheader", 70)
    return markdown
