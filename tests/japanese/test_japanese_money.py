"""Amounts are read exactly, and what is no single amount stays in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.japanese.money import Fees, Price, parse_fees, parse_price, parse_yen, show_yen
from generator.japanese.unclear import Unclear


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1,000円", 1000),
        ("１０００円", 1000),
        ("千円", 1000),
        ("3千円", 3000),
        ("1万6,000円", 16000),
        ("￥1,000", 1000),
        ("500", 500),
        ("無料", 0),
        ("なし", 0),
        ("月500円", 500),
        ("1,000円（税込）", 1000),
    ],
)
def test_an_amount_is_understood_in_many_forms(text: str, amount: int) -> None:
    assert parse_yen(text) == amount


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("1,00円", "100円"),
        ("約500円", "500円"),
        ("500円〜", "500円"),
        ("-500円", "500円"),
        ("1000円(税別)", "1,000円"),
        ("あり", "1,000円"),
    ],
)
def test_a_doubtful_amount_is_refused(text: str, suggestion: str) -> None:
    assert parse_yen(text) == Unclear("money", text, suggestion)


@given(st.integers(0, 10**9))
def test_a_shown_amount_is_read_back(amount: int) -> None:
    assert parse_yen(show_yen(amount)) == amount


@pytest.mark.parametrize(
    ("text", "fees"),
    [
        ("入会金なし 年会費1000円", Fees(joining=0, yearly=1000)),
        ("月500円", Fees(monthly=500)),
        ("会費：月500円", Fees(monthly=500)),
        ("1回300円", Fees(per_time=300)),
        ("500円/回", Fees(per_time=500)),
        ("無料", Fees(0, 0, 0, 0)),
        ("会場費実費", Fees(note="会場費実費")),
        ("入会金1,000円、年会費2,000円、材料費は実費", Fees(1000, 2000, note="材料費は実費")),
        ("年会費1,000円（家族会員500円）", Fees(yearly=1000, note="家族会員500円")),
        ("年1,000円／月200円", Fees(yearly=1000, monthly=200)),
    ],
)
def test_fees_are_sorted_by_their_period(text: str, fees: Fees) -> None:
    assert parse_fees(text) == fees


@pytest.mark.parametrize(
    "text", ["500円", "月1回500円", "半年3,000円", "年会費1000円 年会費2000円", "年会費1000円(税別)", "あり", ""]
)
def test_an_amount_without_a_clear_period_is_never_lost_in_a_note(text: str) -> None:
    found = parse_fees(text)
    assert isinstance(found, Unclear)
    assert isinstance(parse_fees(found.suggestion), Fees)


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("500円（材料費）", Price(500, "材料費")),
        ("参加費800円", Price(800)),
        ("一人1,000円（テキスト代を含む）", Price(1000, "テキスト代を含む")),
        ("1組100円", Price(100, "1組")),
        ("無料", Price(0)),
        ("無料（QRコードで申込）", Price(0, "QRコードで申込")),
        ("参加費：無料、要予約", Price(0, "要予約")),
        ("大人500円・子ども無料", Price(None, "大人500円・子ども無料")),
        ("100円（市外の方は150円）", Price(None, "100円（市外の方は150円）")),
        ("5,000円（税別）", Price(None, "5,000円（税別）")),
        ("500円（中学生以下）", Price(None, "500円（中学生以下）")),
        ("無料（材料費500円）", Price(None, "無料（材料費500円）")),
        ("1,000円〜", Price(None, "1,000円〜")),
        ("実費", Price(None, "実費")),
    ],
)
def test_a_price_is_one_amount_or_the_words_themselves(text: str, price: Price) -> None:
    assert parse_price(text) == price


def test_what_is_not_about_money_is_no_price() -> None:
    assert parse_price("あり") == Unclear("money", "あり", "500円（材料費）")
