"""Write what Python says about many texts, for Node's tests of the scripts: `python -m scripts.gold`.

One JSON value a line in tests/scripts/gold/; tests/test_gold.py says when a file is stale.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from unittest.mock import patch

import segno
import segno.encoder

from generator.form.checking import checking
from generator.formatting import canonical
from generator.japanese.answers import call_words, is_none, says_nothing
from generator.japanese.dates import parse_date, show_date
from generator.japanese.deadlines import ALWAYS, parse_deadline
from generator.japanese.headcounts import people_in, show_people
from generator.japanese.money import parse_yen, show_yen
from generator.japanese.recurrence import Recurrence, parse_recurrence, show_recurrence
from generator.japanese.times import parse_time_range, show_range
from generator.japanese.unclear import Unclear
from generator.kinds import KINDS
from generator.lexical.fold import fold
from generator.lexical.letters import LETTERS
from generator.lexical.synonyms import load_synonyms
from generator.reading.read import vocabularies
from generator.reading.slugs import slug_of
from generator.reading.strict import parse
from generator.search.grams import runs, units
from generator.search.index import index
from generator.search.postings import by_zone
from generator.search.shards import shard_of
from generator.wording.days import short_days
from generator.wording.markdown import to_html
from tests.conftest import ROOT
from tests.form.corpus import phrases
from tests.form.descriptions import MARKDOWN
from tests.japanese.answered import TEXTS
from tests.japanese.texts import AMOUNTS, CLOSINGS, DATES, TIMES
from tests.profiles import FULL_EVENT, FULL_GROUP
from tests.search.few import FEW
from tests.search.few import WORDS as FEW_WORDS
from tests.search.romanised import readings as romanised_readings
from tests.search.romanised import written_out
from tests.search.texts import EVERY_KANA, ODD, WORDS, accidents
from tests.towns import CONTENT

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


def answers() -> Iterator[Mapping[str, Any]]:
    """Texts: what they say of a call, whether they name nothing, how many people they give."""
    for each in TEXTS:
        said = {"call": call_words(each), "none": is_none(each), "nothing": says_nothing(each)}
        yield {"text": each, **said, "people": people_in(each), "shown": show_people(each)}


def folding() -> Iterator[Mapping[str, Any]]:
    """The table, then texts: what they fold to, their units, the file of 97 for each run."""
    synonyms = load_synonyms(WORDS)
    yield {"letters": LETTERS, "spellings": dict(synonyms.folding.pairs)}
    for written in dict.fromkeys((*ODD, *EVERY_KANA, *accidents(300))):
        folded = fold(written, synonyms.folding)
        parts = [units(run) for run in runs(folded)]
        shards = [shard_of("".join(part), 97) for part in parts]
        yield {"written": written, "folded": folded, "units": parts, "shards": shards}


# Steps of one letter, of two, of three, and beyond.
ZONES: Final = (
    ((0,), (1, 64), (), ()),
    ((), (), (), (0, 1, 65, 1921, 1922)),
    ((63, 127, 128, 129), (), (1855, 3712, 9999), (1856,)),
    ((52031, 104064), (), (2_000_000,), ()),
    (tuple(range(0, 9000, 7)), tuple(range(1, 9000, 700)), (), (5,)),
)


def postings() -> Iterator[Mapping[str, Any]]:
    """Numbers of documents zone by zone, and the text that says so; keys of every kind, and the file of 97 of each."""
    for zones in ZONES:
        yield {"zones": zones, "text": by_zone(zones)}
    keys = (
        "手話サークル",
        "~手話",
        "=手",
        "#12",
        "^川の会$",
        "^川",
        "a",
        "~",
        "𠮷野家",
        "~𠮷",
        "__proto__",
        "constructor",
    )
    yield {"keys": keys, "shards": [shard_of(key, 97) for key in keys]}


def few_pages() -> Iterator[Mapping[str, Any]]:
    """Every file of the index of a few pages, by its address below the site's root."""
    with TemporaryDirectory() as folder:
        index(FEW, Path(folder), synonyms=load_synonyms(FEW_WORDS), everyday={"清掃": ("せいそう",)})
        for path in sorted(Path(folder).rglob("*.json")):
            yield {"name": path.relative_to(folder).as_posix(), "text": path.read_text(encoding="utf-8")}


def readings() -> Iterator[Mapping[str, Any]]:
    """Readings and the addresses made of them."""
    return ({"kana": kana, "address": slug_of(kana, "kai")} for kana in READINGS)


def romanised() -> Iterator[Mapping[str, Any]]:
    """Readings, and the ways to write them with Latin letters that tell each of their kana."""
    for kana in romanised_readings():
        yield {"kana": kana, "ways": written_out(kana)}


def codes() -> Iterator[Mapping[str, Any]]:
    """Texts and their QR codes, dark modules as 1, as segno draws them."""
    # Segno pads bits that end on a byte with a whole byte more; the standard (7.4.10) adds none there.
    with patch.object(segno.encoder, "write_padding_bits", lambda bits, version, n: bits.extend([0] * (-n % 8))):
        for text, level in product(CODED, ("L", "M")):
            mode = "alphanumeric" if set(text) <= ALPHANUMERIC else "byte"
            drawn = segno.make(text, error=level, mask=3, mode=mode, micro=False, boost_error=False, encoding="utf-8")
            rows = ["".join(map(str, row)) for row in drawn.matrix]
            yield {"text": text, "version": drawn.version, "level": level, "mask": 3, "rows": rows}


def recurrences() -> Iterator[Mapping[str, Any]]:
    """What people write of when something comes round, how a page shows it, and how a card does."""
    for written in phrases():
        found = parse_recurrence(written)
        if isinstance(found, Recurrence):
            yield {"text": written, "shown": show_recurrence(found), "short": short_days(found)}


class _Bare(HTMLParser):
    """Mark-up without white space, without attributes but addresses, and without paragraphs in lists."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href")
        self.open += [] if tag == "br" else [tag]
        if not (tag == "p" and self.open[-2:-1] == ["li"]):
            self.parts.append(f'<{tag} href="{address}">' if address else f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()
        if not (tag == "p" and self.open[-1:] == ["li"]):
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(escape("".join(data.split()), quote=False))


def descriptions() -> Iterator[Mapping[str, Any]]:
    """Descriptions, and the mark-up that a build makes of them."""
    return ({"text": each, "html": "".join(_Bare(str(to_html(each))).parts)} for each in MARKDOWN)


# What fmt notes beside a value: the era in which it was written.
_NOTED: Final = re.compile(r" +# .*$", re.M)
# What the YAML of the form needs to know of a field.
_OF_A_FIELD: Final = ("record", "many", "keyed", "kind", "vocabulary", "choices", "min_length", "max_length")


def _parsed(written: str) -> Any:
    """The data of a profile as `fmt` writes it, without what it notes beside a value."""
    return parse(re.sub(_NOTED, "", written))


def profiles() -> Iterator[Mapping[str, Any]]:
    """The fields of each record in their order, then profiles as data, and as `hiroba fmt` writes them."""
    known = vocabularies(CONTENT)
    table = checking(known)
    types = {
        name: [[f, {n: v for n, v in each.items() if n in _OF_A_FIELD}] for f, each in made["fields"].items()]
        for name, made in table["types"].items()
    }
    yield {"types": types, "vocabularies": table["vocabularies"]}
    for kind, data in (("group", FULL_GROUP), ("event", FULL_EVENT)):
        record = KINDS[kind].model
        for name in (*record.model_fields, ""):
            # One field by itself, then all of them.
            given = {name: data[name]} if name in data else {} if name else data
            written = canonical(json.dumps(given, ensure_ascii=False), record, known)
            if given and isinstance(written, str):
                yield {"record": record.__name__, "data": _parsed(written), "yaml": re.sub(_NOTED, "", written)}


def understood() -> Iterator[Mapping[str, Any]]:
    """Dates, times and amounts in the words in which they are shown, or what is unclear about them."""
    readers: tuple[tuple[str, tuple[str, ...], Callable[[str], Any], Callable[[Any], str]], ...] = (
        ("date", DATES, parse_date, show_date),
        ("deadline", CLOSINGS, parse_deadline, lambda day: "" if day == ALWAYS else show_date(day)),
        ("range", TIMES, parse_time_range, show_range),
        ("yen", AMOUNTS, parse_yen, show_yen),
    )
    for kind, texts, read, show in readers:
        for written in texts:
            value = read(written)
            if isinstance(value, Unclear):
                yield {"kind": kind, "text": written, "rule": value.rule, "suggestion": value.suggestion}
            else:
                yield {"kind": kind, "text": written, "shown": show(value)}


FILES: Final[Mapping[str, Callable[[], Iterable[Mapping[str, Any]]]]] = {
    "folding.jsonl": folding,
    "postings.jsonl": postings,
    "search.jsonl": few_pages,
    "romaji.jsonl": readings,
    "romanised.jsonl": romanised,
    "qr.jsonl": codes,
    "answers.jsonl": answers,
    "japanese.jsonl": understood,
    "recurrences.jsonl": recurrences,
    "markdown.jsonl": descriptions,
    "yaml.jsonl": profiles,
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
