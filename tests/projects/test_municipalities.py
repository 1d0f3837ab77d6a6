"""The table of municipalities is whole, its codes fit, and a name finds the place that was meant."""

import csv
import re
from collections import Counter

import pytest

from generator.japanese.municipal import check_digit, right_code
from generator.packaged import packaged
from generator.projects import municipalities as table
from generator.projects.municipalities import (
    Municipality,
    Several,
    Unknown,
    find,
    find_prefecture,
    municipalities,
    prefectures,
)


def test_the_table_has_every_municipality_and_every_ward_of_a_designated_city() -> None:
    assert len(municipalities()) == 1741
    assert Counter(one.unit for one in municipalities()) == {"市": 792, "町": 743, "村": 183, "区": 23}
    assert len(prefectures()) == 47
    wards = {one.name: len(one.wards) for one in municipalities() if one.wards}
    assert (len(wards), sum(wards.values())) == (20, 171)
    assert wards["横浜市"] == 18
    assert dict(find_one("浜松市").wards).keys() == {"中央区", "浜名区", "天竜区"}


def test_every_code_has_its_check_digit_and_its_prefecture() -> None:
    with table._TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["code"] for row in rows if not right_code(row["code"])] == []
    assert len({row["code"] for row in rows}) == len(rows) == 47 + 1741 + 171
    heads = {row["code"][:2]: row["prefecture"] for row in rows if not row["city"]}
    assert [row for row in rows if heads[row["code"][:2]] != row["prefecture"]] == []
    assert [row for row in rows if not re.fullmatch("[ぁ-んー]+", row["kana"])] == []
    assert [row["code"] for row in rows] == sorted(row["code"] for row in rows)


@pytest.mark.parametrize(("code", "digit"), [("13221", "7"), ("13000", "1"), ("01100", "2"), ("09000", "0")])
def test_the_check_digit_is_the_ministry_s(code: str, digit: str) -> None:
    assert check_digit(code) == digit
    assert right_code(code + digit)


@pytest.mark.parametrize("code", ["", "132216", "13221", "1322170", "１３２２１７", "13221x", "-13221"])
def test_a_wrong_code_is_none(code: str) -> None:
    assert not right_code(code)


def test_source_and_licence_stand_beside_the_table() -> None:
    words = table._TABLE.with_suffix(".md").read_text(encoding="utf-8")
    for needed in ("総務省", "https://www.soumu.go.jp/denshijiti/code.html", "政府標準利用規約", "1,741"):
        assert needed in words
    assert packaged("projects/municipalities.csv").is_file()


def find_one(text: str, prefecture: str = "") -> Municipality:
    found = find(text, prefecture)
    assert isinstance(found, Municipality), found
    return found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("檜原村", "133078"),
        ("東京都檜原村", "133078"),
        ("西多摩郡檜原村", "133078"),
        ("東京都 西多摩郡 檜原村", "133078"),
        ("長野県北安曇郡池田町", "204811"),
        ("新宿", "131041"),
        ("きよせし", "132217"),
        ("13221", "132217"),
        ("１３２２１７", "132217"),
        ("郡上市", "212199"),
        ("大和郡山市", "292036"),
        ("茅ケ崎市", "142077"),
        ("鎌ヶ谷市", "122246"),
    ],
)
def test_a_municipality_is_found_as_people_write_it(text: str, code: str) -> None:
    assert find_one(text).code == code


def test_a_name_that_two_prefectures_have_asks_which() -> None:
    found = find("府中市")
    assert isinstance(found, Several)
    assert [one.prefecture for one in found.found] == ["東京都", "広島県"]
    assert find_one("府中市", "広島県").code == "342084"
    assert find_one("広島県府中市").code == "342084"


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("清頼市", "東京都清瀬市"),
        ("静岡市葵区", "静岡県静岡市"),
        ("葵区", "静岡県静岡市"),
        ("宇都宮県", "栃木県宇都宮市"),
        ("さいたま", ""),
    ],
)
def test_an_unknown_name_is_answered_with_what_may_be_meant(text: str, near: str) -> None:
    found = find(text)
    if not near:
        assert isinstance(found, Municipality)
        return
    assert isinstance(found, Unknown)
    assert near in found.near


@pytest.mark.parametrize(
    ("text", "first"),
    [("横浜市港北区", "神奈川県横浜市"), ("神奈川県横浜市港北区", "神奈川県横浜市"), ("浜松市中区", "静岡県浜松市")],
)
def test_the_ward_of_a_city_is_answered_with_its_city_first(text: str, first: str) -> None:
    found = find(text)
    assert isinstance(found, Unknown)
    assert found.near[0] == first


@pytest.mark.parametrize("text", ["", "　", "ハルヒ国", "<script>", "市", "." * 10_000])
def test_what_is_no_name_finds_nothing_and_takes_no_time(text: str) -> None:
    assert not isinstance(find(text), Municipality)


@pytest.mark.parametrize(
    ("text", "name"), [("東京", "東京都"), ("京都", "京都府"), ("北海道", "北海道"), ("大阪府", "大阪府")]
)
def test_a_prefecture_is_found_with_and_without_its_ending(text: str, name: str) -> None:
    assert find_prefecture(text) == name


def test_an_unknown_prefecture_is_answered_with_the_nearest() -> None:
    found = find_prefecture("東亰都")
    assert isinstance(found, Unknown)
    assert found.near[0] == "東京都"


@pytest.mark.parametrize(
    ("name", "short"),
    [("清瀬市", "清瀬"), ("檜原村", "檜原"), ("新宿区", "新宿区"), ("津市", "津市"), ("森町", "森町")],
)
def test_the_short_name_is_what_people_say(name: str, short: str) -> None:
    assert Municipality("", "", name, "").short == short
