"""What puts one record before another that is found just as well."""

from pathlib import Path

import pytest

from generator.search.records import documents
from tests.folders import EVENT, GROUP, loaded

CALL = "recruiting:\n  - role: member\n    title: 花の世話をする方\n"
FRESH, OLD = "confirmed: 2026-10-01\n", "confirmed: 2025-06-01\n"


def _weight(folder: Path, url: str, files: dict[str, str]) -> int:
    return next(each.weight for each in documents(loaded(folder, files).directory) if each.url == url)


@pytest.mark.parametrize(
    ("extra", "weight"),
    [
        ("", 0),
        (FRESH, 1),
        # A group that seeks people comes before one that only confirmed its page: it is whom a reader can join today …
        (CALL, 2),
        (CALL + FRESH, 3),
        # … and with an old page it is as good as one that is confirmed and seeks nobody.
        (CALL + OLD, 1),
        (OLD, -1),
        ("status: resting\n" + FRESH, -2),
        # A call whose closing day has passed is none.
        (CALL + "    until: 2026-11-22\n", 0),
        (CALL + "    until: 2026-11-23\n", 2),
    ],
)
def test_a_group_that_seeks_people_comes_first_and_one_that_rests_last(tmp_path: Path, extra: str, weight: int) -> None:
    assert _weight(tmp_path, "groups/kawa-akari/", {"groups/kawa-akari.yaml": GROUP + extra}) == weight


@pytest.mark.parametrize(
    ("dates", "status", "weight"),
    [
        ("2026-12-05", "scheduled", 0),
        ("2026-12-05", "full", 0),
        ("2026-12-05", "cancelled", -2),
        ("2026-11-01", "scheduled", -10),
    ],
)
def test_an_event_to_which_one_can_come_is_before_one_that_is_off_and_that_before_what_is_over(
    tmp_path: Path, dates: str, status: str, weight: int
) -> None:
    text = EVENT.replace("2026-12-05 10:00-12:00", dates) + f"status: {status}\n"
    assert _weight(tmp_path, "events/tanemaki/", {"events/tanemaki.yaml": text}) == weight
