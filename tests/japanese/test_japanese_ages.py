"""Who may come by age is read as it is meant, or not at all."""

import pytest

from generator.japanese.ages import OLDEST, Ages, parse_ages
from generator.japanese.unclear import Unclear


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("高校生以上", 15, OLDEST),
        ("中学生以上", 12, OLDEST),
        ("大学生以上", 18, OLDEST),
        ("18歳以上", 18, OLDEST),
        ("１８才以上の方", 18, OLDEST),
        ("満十八歳以上", 18, OLDEST),
        ("18歳から", 18, OLDEST),
        ("成人", 18, OLDEST),
        ("小学3年生以上", 8, OLDEST),
        ("小学校4年生から", 9, OLDEST),
        ("小学校高学年以上", 9, OLDEST),
        ("60代まで", 0, 69),
        ("65歳以下", 0, 65),
        ("70歳未満", 0, 69),
        ("小学生以下", 0, 11),
        ("18歳〜65歳", 18, 65),
        ("18歳以上70歳未満", 18, 69),
        ("20歳以上、75歳以下", 20, 75),
        ("20〜40代", 20, 49),
        ("20代から40代まで", 20, 49),
        ("60代・70代", 60, 79),
        ("中学生・高校生", 12, 17),
        ("中高生", 12, 17),
        ("小学生〜高校生", 6, 17),
        ("中学生から大人まで", 12, OLDEST),
        ("高校生", 15, 17),
        ("年齢不問", 0, OLDEST),
        ("年齢は問いません。", 0, OLDEST),
        ("どなたでも", 0, OLDEST),
        ("18歳以上（男女不問）", 18, OLDEST),
    ],
)
def test_ages_are_read_from_and_until(text: str, least: int, most: int) -> None:
    assert parse_ages(text) == Ages(least, most)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "学生",
        "大学生",
        "シニア",
        "60代が中心",
        "60代から80代が中心",
        "保護者同伴なら小学生も可",
        "18歳",
        "10代・60代",
        "おおむね60歳以上",
        "65歳以上18歳以下",
        "18歳65歳",
        "〇〇歳以上",
        "999歳以上",
        "16歳以上（高校生不可）",
        "18歳以上。ただし運転は70歳まで",
        "若い方",
        "18人以上",
    ],
)
def test_what_is_no_limit_or_depends_on_something_is_not_understood(text: str) -> None:
    found = parse_ages(text)
    assert isinstance(found, Unclear)
    assert found.rule == "ages"


def test_an_age_meets_a_span_that_has_one_of_its_years() -> None:
    assert Ages(18, 65).meets(60, 69)
    assert not Ages(18, 65).meets(66, 69)
    assert not Ages(18).meets(15, 17)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("20代から40代の女性", Ages(20, 49)),
        ("65歳くらいまで", Ages(0, 65)),
        ("18歳未満はお断り", Ages(18)),
        ("18歳未満の方はご遠慮ください", Ages(18)),
        ("60歳以上（70歳まで）", Ages(60, 70)),
        ("小学生は不可", Ages(12)),
        ("未成年はお断りします", Ages(18)),
    ],
)
def test_who_is_refused_and_an_end_in_brackets_leave_a_span(text: str, ages: Ages) -> None:
    assert parse_ages(text) == ages


@pytest.mark.parametrize(
    "text", ["中学生は不可", "60歳以上はお断り", "どなたでもお断り", "60歳以上（50歳まで）", "お断り"]
)
def test_a_refusal_that_leaves_two_spans_or_none_is_not_understood(text: str) -> None:
    assert isinstance(parse_ages(text), Unclear)
