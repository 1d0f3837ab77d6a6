"""Parts of a whole as notices of grants write them: 3分の2以内, 80％, 8割, 全額."""

import re
from fractions import Fraction

from generator.japanese.text import compact, kanji_number

_NUMBER = "[0-9一二三四五六七八九十百]{1,4}"
_RATE = re.compile(
    rf"(?P<whole>全額)|(?P<under>{_NUMBER})分の(?P<over>{_NUMBER})|(?P<a>[0-9]{{1,4}})/(?P<b>[0-9]{{1,4}})"
    rf"|(?P<percent>[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?)(?:%|パーセント)|(?P<tenths>{_NUMBER})割(?P<half>5分|五分|半)?"
)
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"rate": _RATE}


def rates_in(text: str) -> tuple[Fraction, ...]:
    """Every part of a whole that a text names, in its order; the largest of them is what is paid at most."""
    found = (_value(match) for match in _RATE.finditer(compact(text)))
    return tuple(rate for rate in found if rate is not None)


def _value(match: re.Match[str]) -> Fraction | None:
    if match["whole"]:
        return Fraction(1)
    if match["percent"]:
        return Fraction(match["percent"]) / 100
    if match["tenths"]:
        return Fraction((kanji_number(match["tenths"]) or 0) * 10 + (5 if match["half"] else 0), 100)
    parts, of = kanji_number(match["over"] or match["a"]), kanji_number(match["under"] or match["b"])
    return Fraction(parts, of) if parts is not None and of else None
