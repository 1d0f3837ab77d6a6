"""Hand-written pages as search finds them.

What a page quotes is not what it is about: a help page that tells what one may type (「手話を習いたい」) is no answer
to that. So the text of `<kbd>` (what somebody types), `<code>`, `<samp>` and `<pre>`, and of every element with the
attribute `data-search-ignore`, is shown to readers and left out here.
"""

from collections import Counter
from html.parser import HTMLParser
from typing import Final

from generator.search.documents import SearchDocument

_QUOTED: Final = frozenset({"kbd", "code", "samp", "pre"})
_NO_TEXT: Final = frozenset({"script", "style", "template", "rp"})
# They stand within a word or a sentence: 手<strong>話</strong> is one word.
_INLINE: Final = frozenset(
    ("a", "abbr", "b", "cite", "em", "i", "mark", "q", "ruby", "s", "small", "span", "strong", "sub", "sup", "u", "wbr")
)
_VOID: Final = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
# An element that the next of its kind ends, where its end is not written.
_ENDED_BY: Final = {
    "p": ("p",),
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "tr": ("tr",),
    "td": ("td", "th"),
    "th": ("td", "th"),
}


class _Words(HTMLParser):
    """The words of a piece of HTML. An end that is missing comes with that of the element around it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.names: Counter[str] = Counter()
        self.unsaid = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.open and self.open[-1][0] in _ENDED_BY.get(tag, ()):
            self._close()
        unsaid = tag in _QUOTED or tag in _NO_TEXT or any(name == "data-search-ignore" for name, _ in attrs)
        self._part(tag, unsaid)
        if tag not in _VOID:
            self.open.append((tag, unsaid))
            self.names[tag] += 1
            self.unsaid += unsaid

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # <div/> begins a div in HTML; only an element that has no content ends at once.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        while self.names[tag]:
            if self._close() == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self.unsaid:
            self.pieces.append(data)

    def _part(self, tag: str, unsaid: bool = False) -> None:
        if unsaid or tag not in _INLINE:
            self.pieces.append(" ")

    def _close(self) -> str:
        name, unsaid = self.open.pop()
        self.names[name] -= 1
        self.unsaid -= unsaid
        return name


def plain_words(content: str) -> str:
    """The words of HTML that a person wrote, without what it quotes, on one line."""
    words = _Words()
    words.feed(content)
    words.close()
    return " ".join("".join(words.pieces).split())


def written_page(url: str, title: str, lead: str, content: str) -> SearchDocument:
    """The document of a page whose HTML `content` a person wrote, as plain words."""
    return SearchDocument(url, "page", title, lead=lead, body=plain_words(content))
