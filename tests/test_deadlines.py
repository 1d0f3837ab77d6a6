"""A deadline is a day, or 随時: open at any time."""

from datetime import date
from typing import get_type_hints

import pytest
from pydantic import ValidationError

from generator.formatting.values import canonical_value
from generator.japanese.deadlines import ALWAYS, parse_deadline, show_deadline
from generator.japanese.unclear import Unclear
from generator.models.base import Record, field
from generator.models.event import Booking
from generator.models.grant import Grant
from generator.models.types import Deadline

_GRANT = {"title": "見本の助成", "funder": "見本の基金", "summary": "道具の費用を助成します。"}


class _Offer(Record):
    closes: Deadline = field("締切", "Closes", example="2027-01-15")


@pytest.mark.parametrize("text", ["随時", "通年", "いつでも", "ＡＬＷＡＹＳ", " 随時受付 "])
def test_what_is_open_at_any_time_is_never_over_and_is_written_in_one_way(text: str) -> None:
    assert parse_deadline(text) == ALWAYS
    assert _Offer.model_validate({"締切": text}).closes > date(2999, 12, 31)
    hint = _Offer.__annotations__["closes"]
    assert canonical_value(text, _Offer.model_fields["closes"], hint, {}).text == "随時"


def test_a_day_is_read_as_every_day_is() -> None:
    assert parse_deadline("令和9年1月15日（金）") == date(2027, 1, 15)
    assert show_deadline(date(2027, 1, 15)) == "2027-01-15"
    made = canonical_value("令和9年1月15日", _Offer.model_fields["closes"], _Offer.__annotations__["closes"], {})
    assert (made.text, made.free, made.note) == ("2027-01-15", False, "令和9年1月15日")


@pytest.mark.parametrize("text", ["未定", "なくなりしだい", "2027-02-30"])
def test_what_is_neither_is_not_understood(text: str) -> None:
    assert isinstance(parse_deadline(text), Unclear)


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({"closes": "2027年1月15日必着"}, "arrived"),
        ({"closes": "2027年1月15日（金）当日消印有効"}, "postmarked"),
        ({"closes": "2027-01-15"}, None),
        ({"closes": "2027年1月15日必着", "締切の決まり": "必着"}, "arrived"),
    ],
)
def test_the_rule_in_the_words_of_a_last_day_is_not_lost(given: dict[str, str], rule: str | None) -> None:
    for record in (Booking, Grant):
        whole = given if record is Booking else _GRANT | given
        assert record.model_validate(whole).rule == rule


def test_a_last_day_that_says_its_rule_is_left_as_it_is_written() -> None:
    field, hint = Booking.model_fields["closes"], get_type_hints(Booking, include_extras=True)["closes"]
    assert canonical_value("2027年1月15日（金）必着", field, hint, {}).text == "2027年1月15日（金）必着"
    assert canonical_value("令和9年1月15日", field, hint, {}).text == "2027-01-15"


@pytest.mark.parametrize("record", [Booking, Grant])
def test_two_rules_for_one_day_are_refused_where_the_day_is_written(record: type[Booking | Grant]) -> None:
    given = {"closes": "2027年1月15日必着", "締切の決まり": "消印有効"}
    with pytest.raises(ValidationError) as refused:
        record.model_validate(given if record is Booking else _GRANT | given)
    assert [(fault["type"], fault["loc"]) for fault in refused.value.errors()] == [("closing-rule", ("closes",))]
