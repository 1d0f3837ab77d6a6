"""Addresses as prefecture, city and the rest; what only looks like a city is none."""

import pytest

from generator.japanese.addresses import Address, parse_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("東京都清瀬市中里1丁目", Address("東京都", "清瀬市", "中里1丁目")),
        ("〒204-0021　清瀬市元町", Address("", "清瀬市", "元町")),
        ("埼玉県志木市", Address("埼玉県", "志木市")),
        ("三重県四日市市諏訪町", Address("三重県", "四日市市", "諏訪町")),
        ("埼玉県入間郡三芳町藤久保", Address("埼玉県", "入間郡三芳町", "藤久保")),
        ("余市郡余市町", Address("", "余市郡余市町")),
        ("奈良県大和郡山市北郡山町", Address("奈良県", "大和郡山市", "北郡山町")),
        ("武蔵村山市", Address("", "武蔵村山市")),
        ("東京都瑞穂町", Address("東京都", "瑞穂町")),
        ("新宿区西新宿", Address("", "新宿区", "西新宿")),
        *(
            (text, Address("", "", text))
            for text in ("元町1-2", "中央公民館", "地区センター", "市民会館", "東町の市営住宅", "")
        ),
    ],
)
def test_an_address_is_read_as_far_as_it_names_its_city(text: str, address: Address) -> None:
    assert parse_address(text) == address
