"""Write what Python says about many texts, for Node's tests of the scripts: `python -m scripts.gold`.

One JSON value a line in tests/scripts/gold/; tests/test_gold.py says when a file is stale.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import Any, Final
from unittest.mock import patch

import segno
import segno.encoder

from generator.reading.slugs import slug_of
from generator.search.fold import fold
from generator.search.synonyms import browser_table, load_synonyms
from generator.search.tokens import stream
from tests.conftest import ROOT
from tests.search.texts import EVERY_KANA, ODD, WORDS, accidents

GOLD: Final = ROOT / "tests" / "scripts" / "gold"
READINGS: Final = (
    *("あおぞらのかい", "きよせ　ひまわり", "しゅわサークル", "まっちゃ・いっぽ", "とうきょうこうえん", "づゐゑを"),
    *(
        "コンピューター",
        "ヴァイオリン",
        "ファミリー",
        "ティーサロン",
        "コン",
        "ＡＢＣ２１",
        "ん",
        "ー",
        "っ",
        "",
        "じゅげむ" * 20,
    ),
)
CODED: Final = ("a", "柳瀬川あしの会", "HTTPS://EXAMPLE.ORG/EDIT/", "https://example.org/edit/#d", "0123456789" * 12)
ALPHANUMERIC: Final = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def folding() -> Iterator[Mapping[str, Any]]:
    """The table, then texts with what they fold to and their tokens."""
    synonyms = load_synonyms(WORDS)
    yield browser_table(synonyms)
    for written in dict.fromkeys((*ODD, *EVERY_KANA, *accidents(300))):
        folded = fold(written, synonyms.folding)
        yield {"written": written, "folded": folded, "tokens": list(stream("x", folded))}


def readings() -> Iterator[Mapping[str, Any]]:
    """Readings and the addresses made of them."""
    return ({"kana": kana, "address": slug_of(kana, "kai")} for kana in READINGS)


def codes() -> Iterator[Mapping[str, Any]]:
    """Texts and their QR codes, dark modules as 1, as segno draws them."""
    # Segno pads bits that end on a byte with a whole byte more; the standard (7.4.10) adds none there.
    with patch.object(segno.encoder, "write_padding_bits", lambda bits, version, n: bits.extend([0] * (-n % 8))):
        for text, level in product(CODED, ("L", "M")):
            mode = "alphanumeric" if set(text) <= ALPHANUMERIC else "byte"
            drawn = segno.make(text, error=level, mask=3, mode=mode, micro=False, boost_error=False, encoding="utf-8")
            rows = ["".join(map(str, row)) for row in drawn.matrix]
            yield {"text": text, "version": drawn.version, "level": level, "mask": 3, "rows": rows}


FILES: Final[Mapping[str, Callable[[], Iterable[Mapping[str, Any]]]]] = {
    "folding.jsonl": folding,
    "romaji.jsonl": readings,
    "qr.jsonl": codes,
}


def text(name: str) -> str:
    """A gold file as it should be."""
    return "".join(json.dumps(line, ensure_ascii=True, sort_keys=True) + "\n" for line in FILES[name]())


def main() -> None:
    """Write all gold files."""
    GOLD.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        (GOLD / name).write_bytes(text(name).encode("ascii"))


if __name__ == "__main__":
    main()
