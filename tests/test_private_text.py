"""Private details are found in running text as they are in their own fields, and what is public is let through."""

import pytest

from generator.models.group import Group
from generator.problems import Problem
from generator.reading.doubts import doubtful, doubts
from generator.reading.positions import positions
from tests.folders import GROUP

PRIVATE = {
    "代表宅（中里1-2-3）に集まります。": "代表宅（中里1-2-3",
    "住所は清瀬市中里１－２－３です。": "住所は清瀬市中里１－２－３",
    "連絡先：竹丘2丁目3番4号 山田": "連絡先：竹丘2丁目3",
    "見学は自宅（松山三丁目5）へどうぞ。": "自宅（松山三丁目5",
    "会長 山田花子 清瀬市野塩5-6-7": "会長 山田花子 清瀬市野塩5-6-7",
    "〒204-0012 清瀬市中清戸3-235": "〒204-0012 清瀬市中清戸3-235",
    "送り先は上清戸2の6の12です。": "送り先は上清戸2の6の12",
    "お宅は下宿一丁目二番三号です。": "お宅は下宿一丁目二",
    "事務局は中里五番地の山田です。": "事務局は中里五番地",
    "山田さん宅（中里4-1234）": "さん宅（中里4-1234",
    "住所：東京都清瀬市元町1-2-3-405": "住所：東京都清瀬市元町1-2-3-405",
    "連絡は 090.1234.5678 へ。": "090.1234.5678",
    "代表の山田花子（090-1234-5678）まで。": "090-1234-5678",
    "海外からは +81 90-1234-5678 へ。": "+81 90-1234-5678",
    "０８０・１２３４・５６７８": "０８０・１２３４・５６７８",
    "夜は060-1234-5678へ。": "060-1234-5678",
    "海外から+81-90-1234-5678へ。": "+81-90-1234-5678",
    "海外から+81(0)90-1234-5678へ。": "+81(0)90-1234-5678",
    "電話〇九〇－一二三四－五六七八": "〇九〇－一二三四－五六七八",
    "090/1234/5678": "090/1234/5678",
    "住所は清瀬市梅園３丁目１０番２２号。": "住所は清瀬市梅園３丁目１０",
    "住所は梅園3-10-22。": "住所は梅園3-10-22",
    "住所：国分寺市東元町1-2-3": "住所：国分寺市東元町1-2-3",
    "住所：野塩 1-2-3": "住所：野塩 1-2-3",
    "住所：野塩 1丁目 2番 3号": "住所：野塩 1丁目 2",
    "住所は清瀬市大字中清戸123": "住所は清瀬市大字中清戸123",
    "申込先：清瀬市旭が丘2-4-6 山田": "申込先：清瀬市旭が丘2-4-6",
    "お問い合わせ：旭が丘2-4-6 佐藤": "問い合わせ：旭が丘2-4-6",
    "会計宅 竹丘1-2-3": "会計宅 竹丘1-2-3",
    "集合は竹丘1-2-3の代表宅です。": "丘1-2-3の代表宅",
}
PUBLIC = (
    "会場は元町1丁目の集会所です。",
    "代表は2026-12-05から交代します。",
    "連絡先 電話042-000-0011",
    "代表 10-15名で活動しています。",
    "住所は元町1-4-17 市民センターです。",
    "見本大学地域連携課へ。\n郵送 〒187-0000 小川町1-830",
    "小学3-4年生が対象です。",
    "会長は3-5人の中から選びます。",
    "都営住宅3-2-1号棟の集会所前に集まります。",
    "事務局は午前9-11時に開けます。",
    "連絡先は042-000-0011（10-16時）です。",
    "住所は公開していません。",
    "代表の当番は第1-3土曜です。",
    "自宅でも参加できます。",
    "お宅を訪問し、約2-3件まわります。",
    "お宅の庭の花壇2-3か所をお手入れします。",
    "お宅へ月1-2度うかがいます。",
    "代表作は全3-4巻です。",
    "代表的な曲は全10-12曲です。",
    "住所が中里1-6丁目の方が対象です。",
    "連絡先 内線12-3",
    "事務局前から西武バス清61-2系統",
    "住所は梅園2丁目3番4号の梅園集会所です。",
    "問い合わせは平日10-16時に。",
    "品番12345678901",
)


def found(text: str) -> list[Problem]:
    """What is private in a group's description."""
    where = positions(GROUP, "content/groups/kawa-akari.yaml", Group)
    return [p for p in doubts({"description": text}, Group, where) if p.rule == "private-in-text"]


@pytest.mark.parametrize(("text", "value"), PRIVATE.items())
def test_a_home_or_a_mobile_number_in_a_text_is_found(text: str, value: str) -> None:
    assert [dict(p.facts)["value"] for p in found(text)] == [value]


@pytest.mark.parametrize(("text", "value"), PRIVATE.items())
def test_it_is_found_in_a_profile_in_which_nothing_else_is_doubtful(text: str, value: str) -> None:
    """The quick look at a whole file, before its texts are looked at one by one, passes none of them over."""
    assert doubtful(f"description: {text}\n"), value


@pytest.mark.parametrize("text", PUBLIC)
def test_offices_dates_and_numbers_are_no_homes(text: str) -> None:
    assert found(text) == []
