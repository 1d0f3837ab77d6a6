"""Small Markdown from strangers as safe HTML: paragraphs, lists, emphasis, links, small headings, and nothing else.

Most descriptions have no mark-up at all and are escaped directly. The rest goes through cmark, which takes linear time
whatever it is given, and then through nh3, which lets only a few tags pass. CommonMark gets bold wrong beside Japanese
punctuation (`**「重要」**です。`): a word joiner on both sides of the stars makes them open and close as people expect.
"""

import re

import nh3
from cmarkgfm import markdown_to_html
from cmarkgfm.cmark import Options
from markupsafe import Markup, escape

_TAGS = {"p", "br", "ul", "ol", "li", "strong", "em", "a", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}
# A page on the web under its own host, a mail or a call. No relative address: `//host` and `/\host` lead elsewhere; no
# name or password before the host: `https://bank.example@evil.example/` shows the host to which it does not lead.
_LED = re.compile(r"https?://[^\s/?#\\@]+(?:[/?#].*)?|(?:mailto|tel):.*", re.IGNORECASE | re.DOTALL)
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"led": _LED}
# Headings inside a profile stand below the page's own.
_LOWERED = {f"{slash}h{n}>": f"{slash}h{3 if n < 3 else 4}>" for n in range(1, 7) for slash in ("<", "</")}
_HEADING = re.compile(r"</?h[1-6]>")
# A link whose address was not allowed is no link.
_NOWHERE = re.compile(r'<a rel="[^"]*">(.*?)</a>', re.DOTALL)
_MARKED = re.compile(r"[*_\[\\]|^\s*(?:[-+#>]|\d+[.)])", re.MULTILINE)
_BLANK = re.compile(r"\n\s*\n")

_JOINER = "\u2060"
_STARS = re.compile(r"(?<=[^\s*\\])(\*{1,3})(?=[^\s*])")
# Grammar that profiles do not have, written so that it comes out as the text it is: raw HTML, code, images,
# underlined headings and rules, definitions of links, code by indentation.
_PLAIN = str.maketrans({"&": "&amp;", "<": "&lt;", "`": "&#96;", "~": "&#126;", _JOINER: ""})
_IMAGE = re.compile(r"!\[")
_RULE = re.compile(r"^[ \t]*(?=(?:=+|(?:-[ \t]*)+|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$|\[[^\]\n]*\]:)", re.MULTILINE)
_INDENT = re.compile(r"^(?: {4,}|\t+)(?![-*+\d])", re.MULTILINE)
_LIST_BELOW_TEXT = re.compile(r"^(?!\s*(?:[-*+]|\d+[.)])\s)(.*\S.*)\n(?=(?:[-*+]|\d+[.)])\s)", re.MULTILINE)


def _kept(tag: str, attribute: str, value: str) -> str | None:
    return value if attribute != "href" or _LED.fullmatch(value) else None


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes={"a": {"href"}},
    attribute_filter=_kept,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="nofollow noopener",
)


def to_html(text: str) -> Markup:
    """A description as HTML that holds nothing but text, paragraphs, lists, emphasis, small headings and links."""
    text = text.strip()
    if not _MARKED.search(text):
        return _paragraphs(text)
    html = markdown_to_html(_prepared(text), options=Options.CMARK_OPT_HARDBREAKS).replace(_JOINER, "")
    lowered = _HEADING.sub(lambda tag: _LOWERED[tag[0]], _CLEANER.clean(html))
    return Markup(_NOWHERE.sub(r"\1", lowered).strip())


def to_text(text: str) -> str:
    """A description as plain words for search and summaries."""
    return re.sub(r"\s+", " ", Markup(to_html(text)).striptags()).strip()


def _prepared(text: str) -> str:
    """Text in which only the grammar that we want is left, and Japanese stars do what they are meant to do."""
    text = _IMAGE.sub(r"&#33;\\[", text.translate(_PLAIN))
    text = _RULE.sub(r"\\", _INDENT.sub("  ", text))
    # A list below a line of text gets the blank line that people forget.
    text = _LIST_BELOW_TEXT.sub(r"\1\n\n", text)
    return _STARS.sub(rf"{_JOINER}\1{_JOINER}", text)


def _paragraphs(text: str) -> Markup:
    parts = (part.strip().replace("\n", "<br>\n") for part in _BLANK.split(str(escape(text))))
    return Markup("\n".join(f"<p>{part}</p>" for part in parts if part))
