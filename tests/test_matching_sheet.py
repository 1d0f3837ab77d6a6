"""The line of answers is read and written in the browser as in a build, whatever stands in it."""

import random

import pytest
from playwright.sync_api import Browser

from generator.matching.sheet import KEYS, AnswerSheet, parse_sheet, sheet_of, show_sheet, show_wish, values
from generator.packaged import packaged
from generator.reading.read import vocabularies
from tests.scripts_alone import alone

pytestmark = [pytest.mark.browser]

KNOWN = values(vocabularies(packaged("content/vocabulary").parent))
# What nobody means and anybody may write into an address.
ODD = (
    "",
    "?",
    "do=",
    "do=<script>alert(1)</script>",
    "do=cooking.<script>.cooking",
    "do=cooking&do=sewing",
    "do=sewing.cooking&when=sunday-evening.weekday-morning",
    "?do=cooking?when=saturday-morning",
    "hiroba-wish:1?do=cooking&often=once",
    "do=cooking%2Esewing&with=lang%2Den",
    "do=%zz.cooking",
    "do=%E6%96.cooking",
    "do=cooking+sewing",
    "do=__proto__.constructor&constructor=cooking&__proto__=cooking",
    "do&when&=cooking&do=cooking=sewing",
    "DO=cooking&do=COOKING",
    "do=" + ".".join(f"no{n}" for n in range(59)) + ".cooking",
    "do=" + ".".join(f"no{n}" for n in range(60)) + ".cooking",
    "do=" + ".".join(["cooking"] * 10_000) + "&when=saturday-morning",
    "x" * 3990 + "&do=cooking",
    "do=cooking\n&when=saturday-morning",
    "utm=1&do=料理.cooking#often=once",
)


def _lines() -> list[str]:
    """Sheets of every size, as their own lines; the same answers mixed up; and what is odd."""
    chance = random.Random(13)
    lines = [*ODD, "&".join(f"{key}={'.'.join(KNOWN[key])}" for key in KEYS)]
    for _ in range(200):
        given = {key: chance.sample(KNOWN[key], chance.randint(0, min(6, len(KNOWN[key])))) for key in KEYS}
        mixed = chance.sample(list(given.items()), len(given))
        lines += [show_sheet(sheet_of(given, KNOWN)), "&".join(f"{key}={'.'.join(told)}" for key, told in mixed)]
    return lines


def test_browser_and_build_read_and_write_the_same_line(chromium: Browser) -> None:
    lines = _lines()
    with alone(chromium, Sheet="matching/sheet.js") as page:
        read = page.evaluate(
            """([lines, known]) => lines.map((line) => {
                const sheet = Sheet.parseSheet(line, known);
                return [sheet, Sheet.showSheet(sheet), Sheet.showWish(sheet), Sheet.isEmpty(sheet)];
            })""",
            [lines, {key: list(told) for key, told in KNOWN.items()}],
        )
    sheets = [parse_sheet(line, KNOWN) for line in lines]
    told = [
        [{key: list(v) for key, v in s.by_key.items()}, show_sheet(s), show_wish(s), s == AnswerSheet()] for s in sheets
    ]
    assert [(line, one, other) for line, one, other in zip(lines, read, told, strict=True) if one != other] == []
    assert sum(s != AnswerSheet() for s in sheets) > 400
