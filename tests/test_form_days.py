"""The form's preview says of every day, time and recurrence that people write what a build says of it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pydantic import ValidationError

from generator.build import load
from generator.directory.calendar import days_of
from generator.directory.model import Directory, EventEntry, GroupEntry
from generator.directory.resolve import resolve
from generator.japanese.recurrence import Recurrence, parse_recurrence
from generator.kinds import KINDS
from generator.models.event import Event
from generator.pages.cards import event_card, group_card
from generator.pages.event import event_page
from generator.reading.read import Reading
from generator.wording.days import occurrence_line
from generator.wording.groups import meeting_lines
from tests.conftest import SAMPLE_DAY
from tests.form.corpus import BASES, phrases, profiles, varied
from tests.form_table import SCRIPTS, SHOW, table
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
def page(chromium: Browser) -> Iterator[Page]:
    with alone(chromium, **SCRIPTS) as opened:
        yield opened


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


def lines_of(page: Page, dates: list[Any], **known: Any) -> list[str]:
    """The days that the preview of an event lists."""
    page.evaluate(SHOW, ["event", {"title": "会", "dates": dates}, table(DIRECTORY) | known])
    return list(page.locator(".days li").all_inner_texts())


@pytest.mark.browser
def test_what_takes_place_but_on_holidays_is_shown_without_them(page: Page) -> None:
    when = {"repeat": "毎週月曜 10:00-12:00（祝日は休み）", "start_date": "2027-01-04", "end_date": "2027-01-25"}
    days = ["2027年1月4日（月） 10:00〜12:00", "2027年1月18日（月） 10:00〜12:00", "2027年1月25日（月） 10:00〜12:00"]
    # 11 January is the day of coming of age.
    assert lines_of(page, [when]) == days
    assert len(lines_of(page, [when | {"repeat": "毎週月曜"}])) == 4


@pytest.mark.browser
def test_where_nobody_knows_the_holidays_no_days_are_told(page: Page) -> None:
    when = {"repeat": "毎週月曜（祝日は休み）"}
    assert lines_of(page, [when], today="2031-05-06") == []
    assert page.locator(".block > p").inner_text() == "毎週月曜日（祝日は休み）"
    assert len(lines_of(page, [{"repeat": "毎週月曜"}], today="2031-05-06")) == 8


@pytest.mark.browser
@pytest.mark.parametrize(
    ("dates", "large", "repeats"),
    [
        (["こんどの土曜"], ["こんどの土曜"], []),
        ([{"repeat": "気が向いたとき"}], ["気が向いたとき"], ["気が向いたとき"]),
        ([{"repeat": "ことばのまま：年に数回"}], [], ["年に数回"]),
        ([{"repeat": "月1回", "end_date": "2026-10-31"}], [], ["月1回（2026年10月31日（土）まで）"]),
        (["2026-12-05 夕方から"], ["12月5日（土）夕方から"], []),
    ],
)
def test_what_is_in_doubt_stands_as_it_was_typed(
    page: Page, dates: list[Any], large: list[str], repeats: list[str]
) -> None:
    assert lines_of(page, dates) == []
    assert page.locator(".event-when").all_inner_texts() == large
    assert page.locator(".block > p").all_inner_texts() == repeats
    assert page.locator(".event .date").inner_text() == ("12月5（土）" if "2026-12-05" in str(dates) else "未定")


def test_of_entries_on_one_day_the_one_that_was_written_first_comes_first() -> None:
    notes = ["昼の部", "夜の部", "朝の部", "昼の部"]
    event = Event.model_validate(BASES["event"] | {"dates": [{"moment": "2026-12-05", "note": n} for n in notes]})
    assert [each.note for each in days_of(event, SAMPLE_DAY)] == ["昼の部", "夜の部", "朝の部"]
