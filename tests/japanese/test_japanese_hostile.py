"""No text, however strange, breaks a parser or goes unanswered."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.japanese.ages import parse_ages
from generator.japanese.bounds import parse_members_least, parse_years_least, parse_years_most
from generator.japanese.dates import parse_date, parse_partial_date
from generator.japanese.moments import parse_moment
from generator.japanese.money import parse_fees, parse_price, parse_yen
from generator.japanese.phones import parse_phone
from generator.japanese.recurrence import parse_recurrence
from generator.japanese.times import parse_time, parse_time_range
from generator.japanese.unclear import LIMIT, Unclear

PARSERS: list[Callable[[str], object]] = [
    parse_date,
    parse_partial_date,
    parse_time,
    parse_time_range,
    parse_recurrence,
    parse_moment,
    parse_phone,
    parse_yen,
    parse_fees,
    parse_price,
    parse_ages,
    parse_years_least,
    parse_years_most,
    parse_members_least,
]
JAPANESE = st.text(
    "0123456789０１一二三十百万:：-ー〜・、。/()（） 年月日時分半週曜土火毎第隔午前後正円無料"
    "内線+¥RHまでからは休み祝除歳代以下小学高校",
    max_size=80,
)


@pytest.mark.parametrize("parse", PARSERS)
@given(text=st.one_of(st.text(max_size=120), JAPANESE))
def test_every_text_gets_an_answer_and_every_refusal_a_suggestion(parse: Callable[[str], object], text: str) -> None:
    found = parse(text)
    if isinstance(found, Unclear):
        assert found.rule
        assert found.suggestion


@pytest.mark.parametrize("parse", PARSERS)
def test_a_text_without_end_is_refused_unread(parse: Callable[[str], object]) -> None:
    found = parse("第1・" * 100_000)
    assert isinstance(found, Unclear)
    assert found.rule == "too-long"
    assert len(found.text) < LIMIT


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize(
    "piece", ["1", "第1・", "月", "土・", "(", "午前", "1時", "10:00-", "0-", "1,000", "8月・", "〇", "無料", "\ufdfa"]
)
def test_repetition_within_the_limit_is_answered_too(parse: Callable[[str], object], piece: str) -> None:
    assert parse((piece * LIMIT)[:LIMIT]) is not None


@pytest.mark.parametrize("begin", ["", "※", "毎週土曜（", "毎日 9時〜17時、"])
@pytest.mark.parametrize(
    "piece",
    [
        "月曜日",
        "祝日、",
        "第1・",
        "第1土曜、",
        "8月、",
        "土曜は9時、",
        "は休み、",
        "1月は第2日曜、",
        "昼の部:",
        "全8回",
    ],
)
def test_a_list_without_end_is_not_tried_in_every_way_it_can_be_cut(begin: str, piece: str) -> None:
    """A pattern that did would never come back from five hundred letters."""
    for end in ("", "は", "）", "x"):
        assert parse_recurrence(f"{begin}{piece * LIMIT}"[: LIMIT - 1] + end) is not None
