"""A new call gets the day on which it came, and one that is published keeps its own."""

from datetime import date
from pathlib import Path

import pytest

from generator.intake.draft import draft
from generator.intake.flat import Pair
from generator.intake.submission import Submission, from_pairs
from generator.reading.read import read
from generator.reading.strict import parse
from tests.folders import content
from tests.test_browsing import group

DAY = date(2026, 12, 5)
CALL = [("recruiting.0.role", "member"), ("recruiting.0.title", "花を植える人")]


def after(folder: Path, pairs: list[Pair], published: str = "") -> dict[str, object]:
    """What the profile says when these calls have been sent in place of the published ones."""
    files: dict[str, str | bytes] = {"groups/aoi.yaml": published} if published else {}
    reading = read(content(folder, files), "content")
    plain = [("name", "青い会"), ("kana", "あおいかい"), ("kind", "volunteer"), ("contact.phone", "042-000-0001")]
    sent = from_pairs([("_kind", "group"), *plain, *pairs])
    assert isinstance(sent, Submission)
    text = draft(sent, reading, "aoi", DAY).after
    found = parse(text)
    assert isinstance(found, dict)
    return found


def days(folder: Path, pairs: list[Pair], published: str = "") -> list[str | None]:
    calls = after(folder, pairs, published).get("recruiting", [])
    assert isinstance(calls, list)
    return [call.get("posted") for call in calls]


def profile(calls: str) -> str:
    return group("青い会", "あおいかい", recruiting=calls)


def test_the_calls_of_a_new_group_are_posted_on_the_day_on_which_they_came(tmp_path: Path) -> None:
    assert days(tmp_path, CALL) == ["2026-12-05"]


@pytest.mark.parametrize("role", ["member", "会員"])
def test_a_call_that_was_published_keeps_its_day(tmp_path: Path, role: str) -> None:
    published = profile(f"[{{role: {role}, title: 花を植える人, posted: 2026-10-01}}]")
    assert days(tmp_path, [*CALL, ("recruiting.0.text", "春まで")], published) == ["2026-10-01"]


def test_a_call_whose_words_changed_is_still_the_same_and_another_one_is_new(tmp_path: Path) -> None:
    published = profile("[{role: member, title: 花を植える方, posted: 2026-10-01}]")
    more = [("recruiting.1.role", "volunteer"), ("recruiting.1.title", "水をやる人")]
    assert days(tmp_path, [*CALL, *more], published) == ["2026-10-01", "2026-12-05"]


def test_a_second_call_in_the_same_role_is_new_wherever_it_stands(tmp_path: Path) -> None:
    published = profile("[{role: member, title: 花を植える人, posted: 2026-10-01}]")
    calls = [("recruiting.0.role", "member"), ("recruiting.0.title", "会計をする人")]
    again = [(name.replace(".0.", ".1."), value) for name, value in CALL]
    assert days(tmp_path, [*calls, *again], published) == ["2026-12-05", "2026-10-01"]


def test_of_a_call_that_nobody_dated_nothing_is_claimed(tmp_path: Path) -> None:
    assert days(tmp_path, CALL, profile("[{role: member, title: 花を植える人}]")) == [None]


def test_a_published_call_may_be_written_in_japanese_or_in_one_line(tmp_path: Path) -> None:
    published = profile("[{役割: 会員, 見出し: 花を植える人, 掲載日: 2026-10-01}]").replace("recruiting:", "募集:")
    assert days(tmp_path / "japanese", CALL, published) == ["2026-10-01"]
    line = [("recruiting.0.role", "member"), ("recruiting.0.title", "会員募集中！")]
    assert "posted" not in str(after(tmp_path / "line", line, profile("会員募集中！")))


def test_nobody_can_date_a_call_but_the_staff(tmp_path: Path) -> None:
    forged = [*CALL, ("recruiting.0.posted", "2099-01-01")]
    assert days(tmp_path / "new", forged) == ["2026-12-05"]
    published = profile("[{role: member, title: 花を植える人, posted: 2026-10-01}]")
    assert days(tmp_path / "old", forged, published) == ["2026-10-01"]


def test_what_is_over_or_seeks_nobody_is_not_posted(tmp_path: Path) -> None:
    assert days(tmp_path / "over", [*CALL, ("recruiting.0.until", "2026-12-04")]) == [None]
    assert "posted" not in str(after(tmp_path / "none", [CALL[0], ("recruiting.0.title", "なし")]))
