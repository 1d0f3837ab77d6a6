"""Readings above words are those that the words have where they stand, or none."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.build import load
from generator.search.furigana import furigana
from tests.scripts_alone import alone
from tests.towns import CONTENT

pytestmark = pytest.mark.browser

PAIRS = [
    line.split("\t")
    for line in (Path(__file__).parent / "furigana_pairs.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
# A piece of text as [letters, reading or nothing], in order.
READ = """text => {
    const main = document.getElementById("main");
    Furigana.off();
    main.textContent = text;
    return Furigana.on('').then(() => {
        const span = main.firstElementChild && !main.querySelector(":scope > ruby") ? main.firstElementChild : main;
        return Array.from(span.childNodes).map(node =>
            node.nodeType === 3
                ? [node.nodeValue, ""]
                : [node.firstChild.nodeValue, node.querySelector("rt").textContent]);
    });
}"""


@pytest.fixture(scope="module")
def reader(chromium: Browser) -> Iterator[Page]:
    """A page with the furigana script and the sample site's readings."""
    table = json.loads(furigana(load(CONTENT, "content", date(2026, 11, 23)).directory))
    with alone(chromium, Furigana="page/furigana.js") as page:
        page.evaluate(
            "table => { window.fetch = () => Promise.resolve({ok: true, json: () => table}); }",
            table,
        )
        yield page


def reading_of(pieces: list[list[str]], start: int, end: int) -> str | None:
    """How the letters from start to end are read; nothing if none of them has a reading, None if a piece sticks out."""
    at, said, any_reading = 0, "", False
    for letters, reading in pieces:
        first, last = at, at + len(letters)
        at = last
        if last <= start or first >= end:
            continue
        if reading:
            if first < start or last > end:
                return None
            said += reading
            any_reading = True
        else:
            said += letters[max(0, start - first) : end - first]
    return said if any_reading else ""


@pytest.mark.parametrize(("marked", "reading"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_a_word_is_read_as_it_is_read_where_it_stands(reader: Page, marked: str, reading: str) -> None:
    start, end = marked.index("{"), marked.index("}") - 1
    pieces = reader.evaluate(READ, marked.replace("{", "").replace("}", ""))
    assert reading_of(pieces, start, end) == reading, pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("川を歩く", [["川", "かわ"], ["を歩く", ""]]),
        ("この川", [["この", ""], ["川", "かわ"]]),
        ("川岸を歩く", [["川岸を歩く", ""]]),
        ("小川の花", [["小川の花", ""]]),
        ("佐々川", [["佐々川", ""]]),
    ],
)
def test_a_lone_kanji_is_read_only_where_it_stands_alone(chromium: Browser, text: str, pieces: list[list[str]]) -> None:
    """川岸 read as かわ＋岸, or 小川 as 小＋かわ, teaches a reader who does not know the word a wrong one."""
    table = {"words": {"川": "かわ"}, "contexts": []}
    with alone(chromium, Furigana="page/furigana.js") as page:
        page.evaluate(
            "table => { window.fetch = () => Promise.resolve({ok: true, json: () => table}); }",
            table,
        )
        assert page.evaluate(READ, text) == pieces


def test_furigana_that_are_turned_off_while_they_load_stay_off_and_can_be_wished_for_again(chromium: Browser) -> None:
    with alone(chromium, Furigana="page/furigana.js") as page:
        counted = page.evaluate(
            """async () => {
                const count = () => document.querySelectorAll("ruby.furigana").length;
                let answer;
                window.fetch = () => new Promise(done => { answer = done; });
                document.getElementById("main").textContent = "川をきれいに";
                const loading = Furigana.on("");
                Furigana.off();
                answer({ok: true, json: () => ({words: {"川": "かわ"}, contexts: []})});
                await loading;
                const late = count();
                await Furigana.on("");
                return [late, count()];
            }"""
        )
        assert counted == [0, 1]
