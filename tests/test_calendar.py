"""How far the days of an event are worked out: neither a day too few for the lists, nor days without end."""

from datetime import date, timedelta
from pathlib import Path

from generator.directory.calendar import days_of
from generator.directory.model import EventEntry
from tests.folders import EVENT, TODAY, loaded


def _event(folder: Path, dates: str) -> EventEntry:
    text = EVENT.replace("dates: 2026-12-05 10:00-12:00\n", f"dates:\n{dates}")
    return loaded(folder, {"events/tanemaki.yaml": text}).directory.events[0]


def _days(folder: Path, dates: str) -> list[date]:
    return [occurrence.first for occurrence in _event(folder, dates).occurrences]


def test_a_series_without_an_end_is_worked_out_for_a_year_so_that_a_yearly_day_comes_again(
    tmp_path: Path,
) -> None:
    assert _days(tmp_path / "a", "  - repeat: 毎年11月23日\n") == [date(2026, 11, 23), date(2027, 11, 23)]
    # 366 days on, so that in a leap year too the same day is there; and not a day further.
    assert _days(tmp_path / "b", "  - repeat: 毎年11月24日\n") == [date(2026, 11, 24), date(2027, 11, 24)]
    assert _days(tmp_path / "c", "  - repeat: 毎年11月25日\n") == [date(2026, 11, 25)]


def test_a_running_series_keeps_the_days_of_the_last_two_months_and_no_older_ones(tmp_path: Path) -> None:
    days = _days(tmp_path, "  - repeat: 毎日\n    start_date: 2025-01-01\n    end_date: 2026-12-01\n")
    assert (days[0], days[-1]) == (TODAY - timedelta(days=62), date(2026, 12, 1))


def test_a_series_that_is_over_keeps_its_days_since_its_page_tells_of_them(tmp_path: Path) -> None:
    days = _days(tmp_path, "  - repeat: 毎日\n    start_date: 2026-01-01\n    end_date: 2026-01-10\n")
    assert (days[0], days[-1], len(days)) == (date(2026, 1, 1), date(2026, 1, 10), 10)


def test_of_one_event_the_first_hundred_and_twenty_days_are_kept_so_that_no_profile_fills_the_lists(
    tmp_path: Path,
) -> None:
    days = _days(tmp_path, "  - repeat: 毎日\n")
    assert (len(days), days[0], days[-1]) == (120, TODAY, TODAY + timedelta(days=119))


def test_a_day_that_two_entries_name_counts_once(tmp_path: Path) -> None:
    event = _event(tmp_path, "  - moment: 2026-12-05 10:00-12:00\n  - moment: 2026-12-05 10:00-12:00\n")
    assert len(days_of(event.event, TODAY)) == 1
