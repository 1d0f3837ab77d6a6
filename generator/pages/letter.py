"""Letters: what was unclear in a group's profile, on one sheet of paper that can be answered by hand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from generator.japanese.dates import show_date_with_era
from generator.kinds import EVENT, GROUP
from generator.models.choices import Source
from generator.pages.contact_points import CenterView, center_view
from generator.pages.render import Environment
from generator.problems import Level, Problem
from generator.reading.read import Reading
from generator.reports.excerpt import visible
from generator.rules import advice, level, message
from generator.rules.letters import FOR_STAFF, in_words, letter_text
from generator.settings import Settings

# What one sheet of A4 has room for beside its head and foot, in letters that old eyes can read.
_ROOM_MM = 145
# So much in ordinary letters leaves room for large ones, and for more to be written by hand.
_LARGE_MM = 105
_POINT_MM, _LINE_MM, _PER_LINE = 16, 7, 36
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to answer: which item, what was written, what is unclear, and how to write it."""

    label: str
    written: str
    says: str
    asks: str
    gentle: bool


@dataclass(frozen=True, slots=True)
class LetterView:
    """One letter; without a group it is the centre's own list."""

    slug: str
    name: str
    day: str
    source: str
    points: tuple[Point, ...]
    more: int
    large: bool


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One problem that staff see to themselves."""

    place: str
    rule: str
    says: str
    asks: str


@dataclass(frozen=True, slots=True)
class SheetsView:
    """Letters to print in one go, and who sends them."""

    title: str
    site_name: str
    center: CenterView
    letters: tuple[LetterView, ...]


@dataclass(frozen=True, slots=True)
class OverviewView:
    """All letters in a list, and what staff see to themselves."""

    letters: tuple[LetterView, ...]
    staff: tuple[StaffLine, ...]


def letters(reading: Reading, problems: Sequence[Problem], today: date) -> tuple[LetterView, ...]:
    """A letter for each group that has something to answer, errors first; its events' questions are in it too."""
    mine: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        slug = _addressee(reading, problem)
        if slug:
            mine[slug].append(problem)
    return tuple(_letter(slug, reading, mine[slug], today) for slug in sorted(mine))


def for_staff(reading: Reading, problems: Sequence[Problem]) -> tuple[StaffLine, ...]:
    """What no letter asks: mistakes of the file, and records that belong to no known group."""
    own = (p for p in problems if not _addressee(reading, p))
    return tuple(StaffLine(f"{p.where.file} {p.where.line or ''}".strip(), p.rule, message(p), advice(p)) for p in own)


def _addressee(reading: Reading, problem: Problem) -> str:
    """The slug of the group that can answer; empty if only staff can."""
    if problem.rule in FOR_STAFF:
        return ""
    file = PurePosixPath(problem.where.file)
    if file.parent.name == GROUP.folder:
        return file.stem
    organizers = reading.data(EVENT.folder, file.stem).get("organizer", ()) if file.parent.name == EVENT.folder else ()
    names = [organizers] if isinstance(organizers, str) else organizers
    return next((name for name in names if name in reading.slugs[GROUP.folder]), "")


def _letter(slug: str, reading: Reading, problems: Sequence[Problem], today: date) -> LetterView:
    letter_text = reading.data(GROUP.folder, slug)
    source = Source.called(str(letter_text.get("source", "")))
    ordered = sorted(problems, key=lambda p: level(p) != Level.ERROR)
    points = tuple(_that_fit(_placed(_point(p), reading, letter_text) for p in ordered))
    return LetterView(
        slug=slug,
        name=_short(visible(str(letter_text.get("name", ""))), _LONGEST),
        day=show_date_with_era(today),
        source=source.label if source else "",
        points=points,
        more=len(ordered) - len(points),
        large=sum(map(_height, points)) <= _LARGE_MM,
    )


def _that_fit(points: Iterable[Point]) -> Iterator[Point]:
    """As many points as there is room for, but always one."""
    room = _ROOM_MM
    for number, point in enumerate(points):
        room -= _height(point)
        if room < 0 and number:
            return
        yield point


def _height(point: Point) -> int:
    """How much of the sheet a point takes, in millimetres."""
    first, second = len(point.label) + len(point.written) + 2, len(point.says) + len(point.asks)
    return _POINT_MM + _LINE_MM * (-(-first // _PER_LINE) - (-second // _PER_LINE))


def _point(problem: Problem) -> Point:
    says, asks = letter_text(problem)
    return Point(
        label=dict(problem.facts).get("label", ""),
        written=_on_paper(_written(problem), _LONGEST),
        says=_on_paper(says, 3 * _LONGEST),
        asks=_on_paper(asks, 4 * _LONGEST),
        gentle=level(problem) != Level.ERROR,
    )


def _placed(point: Point, reading: Reading, letter_text: Mapping[str, Any]) -> Point:
    """A point about one of several meetings also says where that meeting is: whoever reads it has no file at hand."""
    places = list(_places_of(point.written, letter_text.get("meetings"))) if point.written else []
    if len(places) != 1 or point.written == places[0]:
        return point
    known = reading.places.get(places[0])
    return replace(point, label=f"{point.label}（{_short(visible(known.name if known else places[0]), _LONGEST)}）")


def _places_of(written: str, meetings: Any) -> Iterator[str]:
    """The places of those meetings in which these words stand, if there are several meetings."""
    several = [m for m in meetings if isinstance(m, dict)] if isinstance(meetings, list) and len(meetings) > 1 else []
    for meeting in several:
        place = next((str(meeting[key]) for key in ("place", "どこで") if meeting.get(key)), "")
        if place and written in map(str, meeting.values()):
            yield place


def _on_paper(text: str, most: int) -> str:
    """Words for paper: no ids beside the labels of terms, days as people write them, and not too long."""
    return _short(in_words(visible(text)), most)


def _written(problem: Problem) -> str:
    """What was written, as it was written; nothing if the place is a whole entry."""
    where = problem.where
    text = where.text[where.column - 1 : where.column - 1 + where.width]
    return text.strip("'\"") if where.width > 1 else ""


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def letter_pages(
    views: Sequence[LetterView], staff: Sequence[StaffLine], env: Environment, settings: Settings
) -> Iterator[tuple[str, str]]:
    """Every sheet as (file name, HTML): one for each group, all of them to print at once, and the centre's list."""
    sheet = env.get_template("letter.html")
    for view in views:
        yield f"{view.slug}.html", sheet.render(view=_sheets((view,), settings))
    if views:
        yield "all.html", sheet.render(view=_sheets(tuple(views), settings))
    yield "index.html", env.get_template("letters.html").render(view=OverviewView(tuple(views), tuple(staff)))


def _sheets(views: tuple[LetterView, ...], settings: Settings) -> SheetsView:
    title = views[0].name or views[0].slug if len(views) == 1 else "お便り"
    return SheetsView(title, settings.site_name, center_view(settings.center), views)
