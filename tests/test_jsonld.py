"""What search engines are told of an event: whether one can still come, and when it ends."""

from pathlib import Path
from typing import Any

import pytest

from generator.pages.jsonld import event_data
from generator.settings import Settings
from tests.folders import EVENT, loaded

SETTINGS = Settings(site_url="https://hiroba.example.org/")


def _data(folder: Path, dates: str = "2026-12-05 10:00-12:00", extra: str = "") -> dict[str, Any]:
    text = EVENT.replace("2026-12-05 10:00-12:00", dates) + "fee: 500円\n" + extra
    directory = loaded(folder, {"events/tanemaki.yaml": text}).directory
    (data,) = event_data(directory, directory.events[0], SETTINGS)
    return data


CLOSED = "booking: {closes: 2026-11-20}\n"


@pytest.mark.parametrize(
    ("dates", "extra", "availability"),
    [
        ("2026-12-05 10:00-12:00", "", "https://schema.org/InStock"),
        ("2026-12-05 10:00-12:00", "status: full\n", "https://schema.org/SoldOut"),
        # Full is what a reader wants to know, also after the closing day.
        ("2026-12-05 10:00-12:00", f"status: full\n{CLOSED}", "https://schema.org/SoldOut"),
        # Booking is closed: places may be left, but nobody can have one; neither may be claimed.
        ("2026-12-05 10:00-12:00", CLOSED, None),
        ("2026-12-05 10:00-12:00", "status: cancelled\n", None),
        ("2026-12-05 10:00-12:00", "status: postponed\n", None),
        # What is over is neither sold out nor to be had.
        ("2026-11-01 10:00-12:00", "", None),
        ("2026-11-01 10:00-12:00", "status: full\n", None),
    ],
)
def test_nobody_is_told_of_a_place_that_cannot_be_had(
    tmp_path: Path, dates: str, extra: str, availability: str | None
) -> None:
    assert _data(tmp_path, dates, extra)["offers"].get("availability") == availability


@pytest.mark.parametrize(
    ("dates", "end"),
    [
        ("2026-12-05 10:00-12:00", "2026-12-05T12:00:00+09:00"),
        # No end is known: none is made up.
        ("2026-12-05 10:00", None),
        ("2026-12-05", None),
        # Of several days the end is on the last one, with its time if there is one.
        ("2026-12-05/2026-12-07", "2026-12-07"),
        ("2026-12-05/2026-12-07 10:00-16:00", "2026-12-07T16:00:00+09:00"),
        # The end of a night is on the day after.
        ("2026-12-31 23:00-24:00", "2027-01-01T00:00:00+09:00"),
        ("2026-12-31 22:00-翌2:00", "2027-01-01T02:00:00+09:00"),
    ],
)
def test_the_end_is_the_end_of_the_last_day_and_no_end_is_made_up(tmp_path: Path, dates: str, end: str | None) -> None:
    assert _data(tmp_path, dates).get("endDate") == end
