"""A new call gets the day on which it came, and one that is published keeps its own."""

from datetime import date
from pathlib import Path

import pytest

from generator.intake.draft import draft
from generator.intake.flat import Pair
from generator.intake.submission import Submission, from_pairs
from generator.models.calls import call_names
from generator.models.group import Recruiting
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


def named(folder: Path, pairs: list[Pair], published: str = "") -> list[str]:
    """The addresses of the calls once what was sent in is published."""
    reading = read(content(folder, {"groups/aoi.yaml": published} if published else {}), "content")
    plain = [("name", "青い会"), ("kana", "あおいかい"), ("kind", "volunteer"), ("contact.phone", "042-000-0001")]
    sent = from_pairs([("_kind", "group"), *plain, *pairs])
    assert isinstance(sent, Submission)
    return names_in(draft(sent, reading, "aoi", DAY).after)


def names_in(text: str) -> list[str]:
    found = parse(text)
    assert isinstance(found, dict)
    calls = found.get("recruiting", [])
    assert isinstance(calls, list)
    return list(call_names([Recruiting.model_validate(call) for call in calls]))


@pytest.mark.parametrize("role", ["member", "会員"])
def test_a_call_keeps_its_address_when_its_title_is_put_right(tmp_path: Path, role: str) -> None:
    published = profile(f"[{{role: {role}, title: 花お植える人}}]")
    (former,) = names_in(published.replace("会員", "member"))
    assert named(tmp_path / "once", CALL, published) == [former]
    # And again, when it is changed once more.
    kept = profile(f"[{{role: member, title: 花を植える人, id: {former}}}]")
    again = [CALL[0], ("recruiting.0.title", "花を植える方")]
    assert named(tmp_path / "again", again, kept) == [former]


def test_of_two_calls_of_one_title_the_second_keeps_its_address_when_the_first_goes(tmp_path: Path) -> None:
    published = profile(
        "[{role: member, title: 花を植える人, when: 火曜}, {role: member, title: 花を植える人, when: 金曜}]"
    )
    first, second = names_in(published)
    assert first != second
    left = [*CALL, ("recruiting.0.when", "金曜")]
    assert named(tmp_path, left, published) == [second]


def test_a_new_call_has_an_address_of_its_own_from_then_on(tmp_path: Path) -> None:
    (name,) = named(tmp_path / "new", CALL)
    calls = after(tmp_path / "written", CALL)["recruiting"]
    assert isinstance(calls, list)
    assert calls[0]["id"] == name
    # One that takes the title of another one does not take its address.
    published = profile(f"[{{role: member, title: 花を育てる人, id: {name}}}]")
    more = [("recruiting.0.role", "member"), ("recruiting.0.title", "花を育てる人")]
    both = named(tmp_path / "both", [*more, *((k.replace(".0.", ".1."), v) for k, v in CALL)], published)
    assert both[0] == name
    assert both[1] != name


def test_a_call_that_did_not_change_is_left_as_it_was_written(tmp_path: Path) -> None:
    calls = after(tmp_path, CALL, profile("[{role: member, title: 花を植える人}]"))["recruiting"]
    assert calls == [{"role": "member", "title": "花を植える人"}]


def test_nobody_sends_in_the_address_of_a_call(tmp_path: Path) -> None:
    sent = [*CALL, ("recruiting.0.id", "admin")]
    assert "admin" not in named(tmp_path, sent)
