"""Styles in parts: a page's style imports the parts that it needs (CSS `@import`), and is published as one file.

Imports stand at the beginning of a style and name files beside it: `@import "cards.css";`.
"""

import re
from collections.abc import Callable, Iterator

from generator.assets.modules import BrokenScript

_IMPORT = re.compile(r'^@import "([^"/]+\.css)";$', re.M)
_COMMENT = re.compile(r"/\*.*?\*/", re.S)


def whole(name: str, read: Callable[[str], str]) -> str:
    """A style with all its parts, each once and before what imports it, without comments and indentation.

    `read` gives a style's text by its name. Raises BrokenScript for an `@import` of another form. No string in ours
    holds the beginning of a comment.
    """
    text = _COMMENT.sub("", "".join(_parts(name, read, set())))
    if "@import" in text:
        raise BrokenScript(f"{name}: an @import cannot be read")
    return "\n".join(line for each in text.split("\n") if (line := each.strip())) + "\n"


def _parts(name: str, read: Callable[[str], str], seen: set[str]) -> Iterator[str]:
    seen.add(name)
    text = read(name)
    for part in _IMPORT.findall(text):
        if part not in seen:
            yield from _parts(part, read, seen)
    yield _IMPORT.sub("", text)
