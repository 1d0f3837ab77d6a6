"""Japanese sentences with places where a line may break, so that a heading is not cut in the middle of a word."""

from functools import lru_cache

from budoux import load_default_japanese_parser
from markupsafe import Markup, escape

_PARSER = load_default_japanese_parser()
# BudouX takes linear time, but a heading of this length is no heading.
_LONGEST = 200


@lru_cache(maxsize=4096)
def phrases(sentence: str) -> Markup:
    """A sentence whose phrases (文節, as BudouX finds them) have a place to break between them."""
    if not sentence or len(sentence) > _LONGEST:
        return escape(sentence)
    return Markup("<wbr>").join(map(escape, _PARSER.parse(sentence)))
