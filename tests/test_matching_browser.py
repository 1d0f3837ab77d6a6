"""The browser ranks and words as a build does: same documents, same order, same reasons, over many sheets."""

import random
from datetime import date

import pytest
from playwright.sync_api import Browser

from generator.build import load
from generator.matching.scoring import matches
from generator.matching.sheet import KEYS, AnswerSheet, parse_sheet, sheet_of, show_sheet, values
from generator.wording.matches import answers, reader_of
from tests.conftest import SAMPLE_DAY
from tests.scripts_alone import take
from tests.towns import CONTENT

pytestmark = [pytest.mark.browser, pytest.mark.site]

TWENTY = 20


def _sheets(today: date) -> tuple[list[AnswerSheet], list[list[object]]]:
    """Sheets of every size, and what Python answers: address, reasons, differences, the unknown, whether it is near."""
    directory = load(CONTENT, "content", today).directory
    found = matches(reader_of(directory))
    known = values(directory.vocabularies)
    chance = random.Random(7)
    sheets = [parse_sheet("&".join(f"{key}={'.'.join(known[key])}" for key in KEYS), known)]
    sheets += [sheet_of({key: [value]}, known) for key in KEYS for value in known[key]]
    for _ in range(150):
        asked = chance.sample(KEYS, chance.randint(1, 5))
        given = {key: chance.sample(known[key], chance.randint(1, min(4, len(known[key])))) for key in asked}
        sheets.append(sheet_of(given, known))
    told = [
        [
            [a.document.url, list(a.reasons), list(a.differences), list(a.unknown), a.near]
            for a in answers(found, sheet, TWENTY)
        ]
        for sheet in sheets
    ]
    return sheets, told


def test_browser_and_build_rank_alike_and_in_the_same_words(chromium: Browser, sample_server: str) -> None:
    sheets, told = _sheets(SAMPLE_DAY)
    page = chromium.new_page(base_url=sample_server)
    page.goto("match/")
    take(page, Files="matching/files.js")
    shown = page.evaluate(
        """async ([sheets, most]) => {
            const files = Files.filesOf("../");
            const out = [];
            for (const sheet of sheets) {
                const answer = await files.answer(sheet);
                const numbers = answer.fits.concat(answer.near).slice(0, most);
                const found = await Promise.all(numbers.map(answer.found));
                out.push(found.map((one, n) =>
                    [one.card.url, one.reasons, one.differences, one.unknown, n >= answer.fits.length]));
            }
            return out;
        }""",
        [[{key: list(told) for key, told in sheet.by_key.items()} for sheet in sheets], TWENTY],
    )
    page.close()
    different = [
        (show_sheet(sheet), one, other) for sheet, one, other in zip(sheets, shown, told, strict=True) if one != other
    ]
    assert different[:2] == []
    assert sum(len(each) for each in told) > 2000
