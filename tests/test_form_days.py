"""The form's preview says of every day, time and recurrence that people write what a build says of it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser
from pydantic import ValidationError

from generator.build import load
from generator.directory.model import Directory, EventEntry, GroupEntry
from generator.directory.resolve import resolve
from generator.japanese.recurrence import Recurrence, parse_recurrence
from generator.kinds import KINDS
from generator.pages.cards import event_card, group_card
from generator.pages.event import event_page
from generator.reading.read import Reading
from generator.wording.days import occurrence_line
from generator.wording.groups import meeting_lines
from tests.conftest import SAMPLE_DAY
from tests.form.corpus import BASES, phrases, profiles, varied
from tests.form_table import SCRIPTS, table
from tests.poured import SETTINGS
from tests.scripts_alone import alone
from tests.towns import CONTENT

Case = tuple[str, dict[str, Any]]

DIRECTORY = load(CONTENT, "content", SAMPLE_DAY).directory
WRITTEN = (*phrases(), *varied(phrases()))
# Between which days a recurrence is told, with days off and times of its own.
FRAMES: tuple[dict[str, Any], ...] = (
    {},
    {"start_date": "2026-11-10", "end_date": "2027-02-20"},
    {"start_date": "2026-10-01", "except_dates": ["2026-12-01", "2026-12-12"], "note": "雨天中止"},
    {"end_date": "2027-01-31", "start_time": "9:30", "end_time": "11:00"},
    {"start_date": "2026-05-01", "end_date": "2026-08-31", "start_time": "18:00"},
)
PARTS = (".meeting__when", ".event-when", ".event-note", ".days li", ".block > p")
IN_LISTS = ".card__line, .date, .event__when, .event__note"
SHOWN = """([cases, table, parts, inLists]) => {
    const box = document.getElementById("main");
    const words = (root, part) => [...root.querySelectorAll(part)].map(each => each.textContent.replace(/\\s+/g, ""));
    return cases.map(([kind, data]) => {
        Preview.show(box, kind, data, table);
        const page = box.querySelector(".form-preview__page");
        const town = Town.town(table);
        const days = Calendar.daysOf(Typed.typed(table, kind, data).dates || [], town.today, town.holidays);
        const lines = days.map(each => Days.occurrenceLine(each, town.today));
        return [parts.map(part => words(page, part)), words(box, inLists).filter(Boolean), lines];
    });
}"""
MODULES = {
    "Typed": "reading/typed.js",
    "Town": "directory/town.js",
    "Calendar": "directory/calendar.js",
    "Days": "wording/days.js",
}


def _recurrences() -> tuple[str, ...]:
    """Everything in the corpus, the samples and the lists of phrases that is a recurrence."""
    return tuple(text for text in WRITTEN if isinstance(parse_recurrence(text), Recurrence))


def _cases() -> Iterator[Case]:
    for n, text in enumerate(_recurrences()):
        yield "group", {"meetings": [text]}
        for frame in (FRAMES[0], FRAMES[n % len(FRAMES)]):
            yield "event", {"dates": [frame | {"repeat": text}]}
    for text in WRITTEN:
        yield "event", {"dates": [text]}
    for n, text in enumerate(phrases()):
        span = {"start_date": "2026-11-03", "end_date": "2027-01-30", "note": text[:60]}
        yield "event", {"dates": [span | ({"start_time": "10:00"} if n % 2 else {})]}
    for data in profiles("events").values():
        yield "event", {"dates": data["dates"]}


@cache
def _built() -> tuple[tuple[Case, Any], ...]:
    """Each case that a build takes, and what it then says: on the page, in lists, and of every day."""
    taken = {}
    records: dict[str, dict[str, Any]] = {"group": {}, "event": {}}
    for n, (kind, data) in enumerate(_cases()):
        with suppress(ValidationError):
            whole = BASES[kind] | data
            context = {"vocabularies": DIRECTORY.vocabularies}
            records[kind][f"n{n}"] = KINDS[kind].model.model_validate(whole, context=context)
            taken[f"n{n}"] = (kind, whole)
    by_folder = {kind.folder: records.get(name, {}) for name, kind in KINDS.items()}
    directory = resolve(Reading(CONTENT, "content", DIRECTORY.vocabularies, {}, by_folder, {}, {}), SAMPLE_DAY)
    said = {entry.slug: _of_group(directory, entry) for entry in directory.groups}
    said |= {entry.slug: _of_event(directory, entry) for entry in directory.events}
    return tuple((case, said[slug]) for slug, case in taken.items())


def _bare(*texts: str) -> list[str]:
    return [bare for bare in (re.sub(r"\s+", "", text) for text in texts) if bare]


def _of_group(directory: Directory, entry: GroupEntry) -> Any:
    meetings = _bare(*(line.when for line in meeting_lines(directory, entry)))
    return [[meetings, [], [], [], []], _bare(group_card(directory, entry).line), []]


def _of_event(directory: Directory, entry: EventEntry) -> Any:
    pictures: Any = SimpleNamespace(of=lambda folder, photos: ())
    view: Any = event_page(directory, entry, SETTINGS, pictures).view
    large = view.block and f"{view.block.year}{_large(view.block)}{view.block.until}{view.block.time}"
    schedule = len(view.days) > 1 or view.repeats or view.gone
    days = [day.text for day in view.days] if schedule else []
    gone = f"終わった回：{view.gone}" if view.gone else ""
    parts = [_bare(large or ""), _bare(view.note), _bare(*days), _bare(*view.repeats, gone)]
    card = event_card(directory, entry)
    date = f"{card.year}{card.month}月{card.day}（{card.weekday}）" if card.month else "未定"
    lines = [occurrence_line(o, directory.today) for o in entry.occurrences]
    return [[[], *parts], _bare(date, card.time + card.until + card.place, card.note), lines]


def _large(block: Any) -> str:
    return f"{block.month}月{block.day}日（{block.weekday}）"


@pytest.fixture(scope="module")
def shown(chromium: Browser) -> list[Any]:
    """What the preview says of the same."""
    cases = [case for case, _ in _built()]
    with alone(chromium, **SCRIPTS, **MODULES) as page:
        return list(page.evaluate(SHOWN, [cases, table(DIRECTORY), PARTS, IN_LISTS]))


@pytest.mark.browser
def test_the_preview_says_of_every_phrase_that_is_understood_what_a_build_says_of_it(shown: list[Any]) -> None:
    pairs = zip(_built(), shown, strict=True)
    assert [(case, built, preview) for (case, built), preview in pairs if built != preview] == []


@pytest.mark.browser
def test_there_are_days_to_compare(shown: list[Any]) -> None:
    assert len(shown) > 5000
    assert sum(bool(days) for _, _, days in shown) > 3000
