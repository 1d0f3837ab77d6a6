"""Telephone numbers come out in one form, and only one at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.japanese.phones import Phone, parse_phone, tel_uri
from generator.japanese.unclear import Unclear


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("042-000-0011", "042-000-0011", "landline"),
        ("(042)000-0011", "042-000-0011", "landline"),
        ("０４２ー０００ー００１１", "042-000-0011", "landline"),
        ("0420000011", "042-000-0011", "landline"),
        ("0420-00-0011", "042-000-0011", "landline"),
        ("+81 42-000-0011", "042-000-0011", "landline"),
        ("+81(0)42-000-0011", "042-000-0011", "landline"),
        ("ＴＥＬ：042.000.0011", "042-000-0011", "landline"),
        ("03(0000)0011", "03-0000-0011", "landline"),
        ("0422000011", "0422-00-0011", "landline"),
        ("0429200011", "04-2920-0011", "landline"),
        ("0770000011", "0770-00-0011", "landline"),
        ("(0770)00-0011", "0770-00-0011", "landline"),
        ("09000000011", "090-0000-0011", "mobile"),
        ("(080)0000-0011", "080-0000-0011", "mobile"),
        ("080-0000-0011", "080-0000-0011", "mobile"),
        ("08000000011", "0800-000-0011", "toll-free"),
        ("080-1000-0011", "080-1000-0011", "mobile"),
        ("0120000011", "0120-000-011", "toll-free"),
        ("0800-000-0011", "0800-000-0011", "toll-free"),
        ("050-0000-0011", "050-0000-0011", "ip"),
        ("0570-00-0011", "0570-00-0011", "other"),
    ],
)
def test_a_number_is_understood_in_many_forms(text: str, number: str, kind: str) -> None:
    assert parse_phone(text) == Phone(number, kind)  # type: ignore[arg-type]


def test_extension_and_remark_are_kept_apart() -> None:
    assert parse_phone("042-000-0011（代表）内線12") == Phone("042-000-0011", "landline", "12", "代表")
    assert parse_phone("042-000-0011(内線1234)") == Phone("042-000-0011", "landline", "1234")


@pytest.mark.parametrize(
    ("text", "suggestion", "digits"),
    [
        ("042-000-001", "042-000-0011", "9"),
        ("000-0011", "042-000-0011", "7"),
        ("10-0011", "0422-10-0011", "6"),
        ("042-000-0011/042-000-0012", "042-000-0011", "20"),
        ("042-000-0011、042-000-0012", "042-000-0011", "20"),
        ("042-000-0011 042-000-0012", "042-000-0011", "20"),
        ("山田 042-000-0011", "042-000-0011", "10"),
        ("042-000-0011〜9", "042-000-0011", "11"),
        ("なし", "042-000-0011", "0"),
        ("+1 212 555 0100", "042-000-0011", "12"),
    ],
)
def test_what_is_not_one_whole_number_is_refused(text: str, suggestion: str, digits: str) -> None:
    found = parse_phone(text)
    assert isinstance(found, Unclear)
    assert (found.rule, found.suggestion) == ("phone", suggestion)
    assert dict(found.facts)["digits"] == digits


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("420001234", "042-000-1234"),
        ("42-000-1234", "042-000-1234"),
        ("９０１２３４５６７８", "090-1234-5678"),
    ],
)
def test_a_zero_that_a_spreadsheet_dropped_is_offered_again(text: str, suggestion: str) -> None:
    found = parse_phone(text)
    assert isinstance(found, Unclear)
    assert found.suggestion == suggestion


def test_a_number_can_be_dialled() -> None:
    assert tel_uri(Phone("042-000-0011", "landline")) == "tel:+81420000011"
    assert tel_uri(Phone("042-000-0011", "landline", "12")) == "tel:+81420000011;ext=12"
    assert tel_uri(Phone("0120-000-011", "toll-free")) == "tel:0120000011"


@given(st.from_regex(r"0[1-9][0-9]{8,9}", fullmatch=True))
def test_no_digit_is_lost_or_added(digits: str) -> None:
    found = parse_phone(digits)
    if isinstance(found, Phone):
        assert found.number.replace("-", "") == digits
        assert parse_phone(found.number) == found
