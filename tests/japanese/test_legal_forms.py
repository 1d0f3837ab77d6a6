"""A legal form belongs to a name and its reading, but neither to its place in a list nor to who it is."""

import pytest

from generator.check.names import spoken
from generator.japanese.legal_forms import bare_name
from generator.japanese.text import gojuon_row, kana_sort_key


@pytest.mark.parametrize(
    ("reading", "row"),
    [
        ("えぬぴーおーほうじん ことことごう", "か"),
        ("エヌピーオーホウジン・ことことごう", "か"),
        ("とくていひえいりかつどうほうじんことことごう", "か"),
        ("いっぱんしゃだんほうじん すみびじしゅうしつ", "さ"),
        ("いっぱん しゃだん ほうじん すみび", "さ"),
        ("こうえきざいだんほうじん まちのもり", "ま"),
        ("しゃかいふくしほうじんとおまわりかい やきがしこうぼうさじかげん", "た"),
        ("にんていえぬぴーおーほうじん はたらくしたくべや", "は"),
        ("にんていえぬぴーおー はたらくしたくべや", "は"),
        ("にんていとくていひえいりかつどうほうじん はたらくしたくべや", "は"),
        ("かぶしきがいしゃ やまのて", "や"),
        ("えぬぴーおー ことことごう", "か"),
        # Names that only begin like a legal form.
        ("えぬぴーおーさぽーとせんたー", "あ"),
        ("えぬぴーおーほうじん", "あ"),
        ("しゃかいかけんがくかい", "さ"),
        ("がっこうきゅうしょくのかい", "か"),
        ("こうえきのおはなし", "か"),
        ("にんていこどもえん", "な"),
    ],
)
def test_a_reading_stands_where_its_own_name_begins(reading: str, row: str) -> None:
    assert gojuon_row(reading) == row


def test_groups_with_a_legal_form_stand_among_the_others() -> None:
    readings = ["えほんのかい", "えぬぴーおーほうじん ことことごう", "こだまのかい", "かわのかい"]
    assert sorted(readings, key=kana_sort_key) == [
        "えほんのかい",
        "かわのかい",
        "こだまのかい",
        "えぬぴーおーほうじん ことことごう",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "ことこと号",
        "NPO法人 ことこと号",
        "ＮＰＯ法人ことこと号",
        "特定非営利活動法人 ことこと号",
        "認定特定非営利活動法人ことこと号",
        "認定NPO法人ことこと号",
        "（特非）ことこと号",
        "ことこと号（NPO法人）",
        "ことこと号 特定非営利活動法人",
        "（一社）ことこと号",
        "株式会社ことこと号",
    ],
)
def test_one_body_has_one_name_whatever_its_legal_form_is_called(name: str) -> None:
    assert bare_name(spoken(name)) == bare_name(spoken("ことこと号"))


@pytest.mark.parametrize("name", ["NPO法人", "NPOサポートセンター", "財団の森を歩く会", "学びの会", "医療と暮らしの会"])
def test_a_name_that_is_no_legal_form_stays(name: str) -> None:
    assert bare_name(spoken(name)) == spoken(name)
