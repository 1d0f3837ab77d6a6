"""A frame: a page the theme rendered once, with marks where a page's own parts are poured in.

Relative addresses inside a frame fit because it was rendered at the depth at which it is used.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

PARTS = ("title", "description", "head", "body", "source")
_MARK = re.compile(r"\[\[hiroba:(\w+)\]\]")


@dataclass(frozen=True, slots=True)
class Frame:
    """The fixed stretches of a rendered page and the names of what goes between them."""

    fixed: tuple[str, ...]
    names: tuple[str, ...]

    def pour(self, parts: Mapping[str, str]) -> str:
        """The page with its parts in place."""
        poured = [piece for name, text in zip(self.names, self.fixed, strict=False) for piece in (text, parts[name])]
        return "".join((*poured, self.fixed[-1]))


class NoMarks(Exception):
    """The theme gave a page in which not every mark that a frame needs stands just once; `missing` and `others`."""

    def __init__(self, missing: tuple[str, ...], others: tuple[str, ...]) -> None:
        super().__init__(missing, others)
        self.missing, self.others = missing, others


def mark(name: str) -> str:
    """What a template writes where a part goes."""
    return f"[[hiroba:{name}]]"


def frame(html: str) -> Frame:
    """Cut a rendered page at its marks; NoMarks if one of the parts has no place in it, or several.

    A second mark, or one that no part has, was written by somebody (into the site's name, say), and not by the theme.
    """
    pieces = _MARK.split(html)
    found = Counter(pieces[1::2])
    missing = tuple(name for name in PARTS if name not in found)
    others = tuple(name for name, count in found.items() if count > 1 or name not in PARTS)
    if missing or others:
        raise NoMarks(missing, others)
    return Frame(tuple(pieces[0::2]), tuple(pieces[1::2]))


def depth_of(url: str) -> int:
    """How many folders deep a site-relative address stands: "" is 0, "groups/kawa/" is 2."""
    return url.count("/")


def name_of(section: str, depth: int) -> str:
    """The name under which the frame of a section and depth is kept."""
    return f"{section}-{depth}"
