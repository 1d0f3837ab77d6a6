"""Japanese sentences with places where a line may break, so that a heading is not cut in the middle of a word."""

import re
from collections.abc import Iterator
from functools import lru_cache

from budoux import load_default_japanese_parser
from markupsafe import Markup, escape

_PARSER = load_default_japanese_parser()
# BudouX takes linear time, but a heading of this length is no heading.
_LONGEST = 200
# Marks end the parts of a sentence: BudouX, which learnt from prose, cuts 「を、さが|す・知る」 where it reads across.
_PARTS = re.compile(r"[^、。，．・！？!?／/｜|　 ]*[、。，．・！？!?／/｜|　 ]*")
_LAST_LETTER = re.compile(r"[ぁ-んー](?![^\W_])")
_KANA_ALONE = re.compile(r"[ぁ-んー]{1,3}")


@lru_cache(maxsize=4096)
def phrases(sentence: str) -> Markup:
    """A sentence whose phrases (文節, as BudouX finds them) have a place to break between them."""
    if not sentence or len(sentence) > _LONGEST:
        return escape(sentence)
    return Markup("<wbr>").join(map(escape, _phrases(sentence)))


def _phrases(sentence: str) -> Iterator[str]:
    for part in _PARTS.findall(sentence):
        pieces = _PARSER.parse(part) if part else []
        while pieces:
            piece = pieces.pop(0)
            # A few kana by themselves are the beginning of a word (かな|やま) rather than a phrase.
            while pieces and (_KANA_ALONE.fullmatch(piece) or not _worded(pieces[0])):
                piece += pieces.pop(0)
            yield piece


def _worded(piece: str) -> bool:
    """Whether a piece begins with a word: no line begins with a mark, or with the last letter of a word (さん|ぽ)."""
    return (piece[:1].isalnum() or piece[:1] in "（「『〈《【(〇○") and not _LAST_LETTER.match(piece)
