"""Hand-written pages as search finds them."""

import html
import re
from typing import Final

from generator.search.documents import SearchDocument

_TAG: Final = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)


def written_page(url: str, title: str, lead: str, content: str) -> SearchDocument:
    """The document of a page whose HTML `content` a person wrote, as plain words."""
    text = html.unescape(_TAG.sub(" ", content))
    return SearchDocument(url, "page", title, lead=lead, body=" ".join(text.split()))
