"""Public lists of events, as cities publish them, become events: what is understood in its field, the rest in words."""

from pathlib import Path
from typing import Any

import pytest

from generator.reading.strict import parse
from tests.books import hiroba, table
from tests.folders import content, put


def columns(head: str) -> list[str]:
    return head.split(",")


BASE = columns(
    "NO,都道府県コード又は市区町村コード,名称,名称(カナ),名称(英字),名称(通称),サブタイトル,概要,説明,"
    "サブイベント,イベント種類,URL,画像URL,状態,対象となる産業,ステージ,開始日,終了日,開始時刻,終了時刻,"
    "日時備考,場所名称,集合場所,郵便番号,住所都道府県,住所市区町村,住所町名,住所丁目以下,建物名等,緯度,"
    "経度,主催団体,共催団体,その他関係団体,対象者,定員,料金(基本),料金(詳細),外国語対応,申込期限日,"
    "申込期限時刻,申込方法,アクセス方法,駐車場情報,駐輪場情報,連絡先名称,連絡先電話番号,連絡先内線番号,"
    "連絡先メールアドレス,備考"
)
SUGGESTED = columns(
    "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,イベント名,イベント名_カナ,イベント名_英語,"
    "開始日,終了日,開始時間,終了時間,開始日時特記事項,説明,料金（基本）,料金（詳細）,連絡先名称,"
    "連絡先電話番号,連絡先内線番号,主催者,場所名称,住所,方書,緯度,経度,アクセス方法,駐車場情報,定員,"
    "参加申込終了日,参加申込終了時間,参加申込方法,URL,備考"
)
KINDS = """\
label: イベントの種類
label_en: Kind of event
terms:
  living: {label: 生活と環境, label_en: Living}
  music: {label: 音楽, label_en: Music}
  other: {label: その他イベント, label_en: Other}
"""
ONE = {
    "NO": "0000000036",
    "都道府県コード又は市区町村コード": "132217",
    "名称": "川の絵の展示",
    "説明": "\u3000小学生が描いた川の絵を並べます。\n夏の宿題の絵もあります。\n\u3000",
    "イベント種類": "生活と環境",
    "開始日": "2027-01-28",
    "終了日": "2027-01-28",
    "開始時刻": "9:00",
    "終了時刻": "16:00",
    "集合場所": "川辺の家",
    "住所都道府県": "東京都",
    "住所市区町村": "清瀬市",
    "連絡先名称": "川の係",
    "連絡先電話番号": "(042)000-0077",
}


def row(heads: list[str], cells: dict[str, str]) -> list[str]:
    assert cells.keys() <= set(heads)
    return [cells.get(head, "") for head in heads]


def imported(tmp_path: Path, *rows: dict[str, str], heads: list[str] = BASE) -> tuple[dict[str, Any], str]:
    """The events that come of some rows, by address, and what was said."""
    folder = content(tmp_path / "content", {"vocabulary/event-kinds.yaml": KINDS})
    put(tmp_path, {"e.csv": table([heads, *(row(heads, cells) for cells in rows)])})
    result = hiroba("import", tmp_path / "e.csv", "--write", "--skip-bad", "--content", folder)
    made = {path.stem: parse(path.read_text(encoding="utf-8")) for path in (folder / "events").glob("*.yaml")}
    del made["tanemaki"]
    return made, result.output


def one(tmp_path: Path, **cells: str) -> dict[str, Any]:
    made, output = imported(tmp_path, ONE | cells)
    assert list(made) == ["132217-36"], output
    found: dict[str, Any] = made["132217-36"]
    return found


def test_a_row_of_the_base_registry_becomes_an_event(tmp_path: Path) -> None:
    assert one(tmp_path) == {
        "title": "川の絵の展示",
        "kind": "living",
        "organizer": ["川の係"],
        "dates": [{"start_date": "2027-01-28", "start_time": "09:00", "end_time": "16:00"}],
        "place": "川辺の家",
        "summary": "小学生が描いた川の絵を並べます。 夏の宿題の絵もあります。",
        "description": "小学生が描いた川の絵を並べます。\n\n夏の宿題の絵もあります。\n",
        "booking": {"how": "問い合わせ：川の係", "phone": "042-000-0077"},
    }


def test_a_row_of_the_suggested_list_becomes_an_event(tmp_path: Path) -> None:
    cells = {
        "都道府県コード又は市区町村コード": "132217",
        "NO": "7",
        "イベント名": "花の会",
        "イベント名_カナ": "ハナノカイ",
        "開始日": "令和9年1月5日",
        "開始時間": "午後1時30分",
        "終了時間": "午後3時",
        "説明": "花を植えます。",
        "料金（基本）": "100",
        "主催者": "花の会、川の会",
        "場所名称": "川辺の家",
        "方書": "2階",
        "住所": "東京都清瀬市中里1丁目",
        "定員": "先着順20名",
        "参加申込終了日": "2026/12/25",
        "参加申込方法": "電話で",
    }
    made, output = imported(tmp_path, cells | {"イベント名": "花を植える日"}, heads=SUGGESTED)
    assert "種類がないので「その他イベント」にしました。" in output
    event = made["2027-01-05-hananokai"]
    assert event["dates"] == [{"start_date": "2027-01-05", "start_time": "13:30", "end_time": "15:00"}]
    assert event["organizer"] == ["花の会", "川の会"]
    assert (event["place"], event["address"]) == ("川辺の家 2階", "東京都清瀬市中里1丁目")
    assert (event["capacity"], event["capacity_note"], event["fee"]) == ("20", "先着順20名", {"amount": "100"})
    assert event["booking"] == {"required": "yes", "how": "電話で", "closes": "2026-12-25"}


@pytest.mark.parametrize(
    ("cells", "dates"),
    [
        (
            {"終了日": "2027-02-03", "終了時刻": ""},
            {"start_date": "2027-01-28", "end_date": "2027-02-03", "start_time": "09:00"},
        ),
        ({"終了時刻": "9:00"}, {"start_date": "2027-01-28", "start_time": "09:00"}),
        ({"開始時刻": ""}, {"start_date": "2027-01-28", "note": "16:00まで"}),
        (
            {
                "終了日": "2027-03-30",
                "日時備考": "長期間イベント(期間中毎週水曜日開催)\n開始日: 2027/1/28\n終了日: 2027/3/30",
            },
            {"start_date": "2027-01-28", "end_date": "2027-03-30", "repeat": "毎週水曜日 09:00-16:00"},
        ),
        *(
            (
                {"終了日": "2027-03-30", "日時備考": f"{note}\n開始日: 2027/1/28\n終了日: 2027/3/30\n開始時刻: 9:00"},
                {"start_date": "2027-01-28", "end_date": "2027-03-30", "repeat": f"{repeat} 09:00-16:00"},
            )
            for note, repeat in (
                ("毎週火曜日・全8回", "毎週火曜日・全8回"),
                ("毎週土曜日(11日間)", "毎週土曜日(11日間)"),
                ("2月12日を除く毎週金曜日・全8回", "2月12日を除く毎週金曜日・全8回"),
                ("毎日曜日開催", "毎日曜日"),
                ("期間中の土曜日のみの開催", "土曜日"),
                ("長期間イベント/毎土曜日、日曜日、祝日", "毎土曜日、日曜日、祝日"),
            )
        ),
        *(
            (
                {"終了日": "2027-03-30", "日時備考": note},
                {
                    **{"start_date": "2027-01-28", "end_date": "2027-03-30"},
                    **{"start_time": "09:00", "end_time": "16:00", "note": note},
                },
            )
            for note in ("土日祝日は9時から", "最終日は13時から", "木曜日は21時まで", "月曜休館", "土曜又は日曜")
        ),
        (
            {"日時備考": "受付は\n8時50分から\n開始日: 2027/1/28\n終了日: 2027/1/28"},
            {"start_date": "2027-01-28", "start_time": "09:00", "end_time": "16:00", "note": "受付は 8時50分から"},
        ),
        ({"開始日": "", "終了日": "", "日時備考": "2027/2/1"}, {"moment": "2027-02-01"}),
    ],
)
def test_days_and_times_are_understood(tmp_path: Path, cells: dict[str, str], dates: dict[str, str]) -> None:
    assert one(tmp_path, **cells)["dates"] in ([dates], [dates.get("moment")])


@pytest.mark.parametrize(
    ("cells", "name", "value"),
    [
        ({"料金(基本)": "0"}, "fee", {"amount": "0"}),
        ({"料金(基本)": "大人500円、子ども300円"}, "fee", {"note": "大人500円、子ども300円"}),
        ({"料金(基本)": "300", "料金(詳細)": "材料費\nとして"}, "fee", {"amount": "300", "note": "材料費 として"}),
        ({"定員": "30"}, "capacity", "30"),
        ({"主催団体": "川の会共催", "共催団体": "花の会"}, "organizer", ["川の会", "花の会"]),
        ({"状態": "中止"}, "status", "cancelled"),
        ({"対象者": "小学生"}, "audience_note", "小学生"),
        ({"住所町名": "中里", "住所丁目以下": "1丁目"}, "address", "東京都清瀬市中里1丁目"),
        ({"イベント種類": "生活と環境、音楽"}, "kind", "living"),
        ({"概要": "短い紹介"}, "summary", "短い紹介"),
    ],
)
def test_each_cell_finds_its_field(tmp_path: Path, cells: dict[str, str], name: str, value: object) -> None:
    assert one(tmp_path, **cells)[name] == value


def test_what_has_no_field_is_told_in_the_description(tmp_path: Path) -> None:
    cells = {"アクセス方法": "駅から\n2分", "駐車場情報": "なし", "備考": "雨天中止", "URL": "https://example.org/e"}
    text = one(tmp_path, **cells)["description"]
    assert text.endswith(
        "- 行き方：駅から 2分\n- 駐車場：なし\n- 備考：雨天中止\n- くわしくは：https://example.org/e\n"
    )


@pytest.mark.parametrize(
    ("phone", "number", "how"),
    [
        ("(042)000-0077 / (042)000-0078", "042-000-0077", "ほかの電話：(042)000-0078"),
        ("000-00", None, "電話：000-00"),
    ],
)
def test_of_several_numbers_none_is_lost(tmp_path: Path, phone: str, number: str | None, how: str) -> None:
    booking = one(tmp_path, 連絡先電話番号=phone)["booking"]
    assert booking.get("phone") == number
    assert how in booking["how"]


def test_lines_that_were_broken_to_fit_a_page_are_joined(tmp_path: Path) -> None:
    text = "市と大学とが連携して実施している行事で、\n川の好きな方を対象とした集まりです。\n・長ぐつ\n・雨天中止"
    assert one(tmp_path, 説明=text)["description"] == (
        "市と大学とが連携して実施している行事で、川の好きな方を対象とした集まりです。\n\n・長ぐつ\n\n・雨天中止\n"
    )


def test_lines_without_full_stops_stay_lines_however_long_they_are(tmp_path: Path) -> None:
    text = "第1回 川の生きものをさがして水の中を見る会\n第2回 橋の上から鳥の名前をおぼえて数える会\n講師 見本太郎"
    assert one(tmp_path, 説明=text)["description"] == f"{text}\n"


def test_a_short_line_among_sentences_stays_a_line(tmp_path: Path) -> None:
    text = "市内の川をきれいにするために毎月集まっている会\nです。どなたでもどうぞ。\n川の係より\n長ぐつ"
    assert one(tmp_path, 説明=text)["description"] == (
        "市内の川をきれいにするために毎月集まっている会です。どなたでもどうぞ。\n\n川の係より\n長ぐつ\n"
    )


@pytest.mark.parametrize(
    "cells", [{"住所市区町村": "志木市", "住所都道府県": "埼玉県"}, {"住所市区町村": "志木市", "住所都道府県": ""}]
)
def test_an_event_elsewhere_keeps_its_city(tmp_path: Path, cells: dict[str, str]) -> None:
    assert one(tmp_path, **cells)["address"] == f"{cells['住所都道府県']}志木市"


@pytest.mark.parametrize(("answer", "word"), [("○", "あり"), ("有", "あり"), ("無", "なし"), ("×", "なし")])
def test_a_bare_answer_about_parking_is_a_word(tmp_path: Path, answer: str, word: str) -> None:
    assert one(tmp_path, 駐車場情報=answer)["description"].endswith(f"- 駐車場：{word}\n")


def test_dashes_and_words_for_nothing_leave_no_trace(tmp_path: Path) -> None:
    plain = one(tmp_path)
    cells = {
        "駐車場情報": "-",
        "備考": "―",
        "定員": "なし",
        "対象者": "特になし",
        "連絡先メールアドレス": "なし",
        "申込期限日": "未定",
    }
    again = one(tmp_path / "again", **cells)
    assert again == plain


@pytest.mark.parametrize(
    ("how", "days"),
    [
        ("1月15日（金）までに往復はがきで（必着）。結果は1月20日に送ります", ("", "2027-01-15", "arrived")),
        ("12月20日（日）から令和9年1月20日（水）まで電話で", ("2026-12-20", "2027-01-20", "")),
        ("1月15日（月）までに電話で", ("", "", "")),
        ("開催日の3日前まで", ("", "", "")),
        ("保育を希望する方は1月10日までにお知らせください", ("", "", "")),
        ("2027年2月10日まで", ("", "", "")),
    ],
)
def test_a_last_day_in_words_becomes_the_last_day_of_booking_and_the_words_stay(
    tmp_path: Path, how: str, days: tuple[str, str, str]
) -> None:
    booking = one(tmp_path, 申込方法=how)["booking"]
    assert tuple(booking.get(name, "") for name in ("opens", "closes", "rule")) == days
    assert how in booking["how"]


@pytest.mark.parametrize(
    ("cells", "name", "value"),
    [
        ({"申込方法": "不要"}, "booking", {"required": "no", "how": "問い合わせ：川の係", "phone": "042-000-0077"}),
        ({"申込方法": "要"}, "booking", {"required": "yes", "how": "問い合わせ：川の係", "phone": "042-000-0077"}),
        ({"料金(基本)": "無"}, "fee", {"amount": "0"}),
        ({"料金(基本)": "有"}, "fee", {"note": "有料"}),
        (
            {"開始日": "46357", "終了日": "46357"},
            "dates",
            [{"start_date": "2026-12-01", "start_time": "09:00", "end_time": "16:00"}],
        ),
        ({"名称(カナ)": "カワノエノ「テンジ」！"}, "kana", "かわのえのてんじ"),
    ],
)
def test_answers_numbers_and_marks_are_read_as_what_they_are(
    tmp_path: Path, cells: dict[str, str], name: str, value: object
) -> None:
    made, output = imported(tmp_path, ONE | cells)
    assert [event[name] for event in made.values()] == [value], output


def test_a_reading_with_digits_or_letters_is_left_out_and_the_event_imported(tmp_path: Path) -> None:
    made, output = imported(tmp_path, ONE | {"名称(カナ)": "ダイ87カイDVテンジ"})
    assert ["kana" in event for event in made.values()] == [False], output
    assert "※ 「ふりがな」として読めない内容があります。その内容は入れずに、ほかを取り込みます。（e.csv!D2）" in output


def test_rows_that_differ_only_in_their_day_are_one_event(tmp_path: Path) -> None:
    rows = [ONE | {"NO": str(n), "開始日": f"2027-02-0{n}", "終了日": f"2027-02-0{n}"} for n in (1, 2, 3)]
    made, output = imported(tmp_path, *rows)
    assert [date["start_date"] for date in made["132217-1"]["dates"]] == ["2027-02-01", "2027-02-02", "2027-02-03"]
    assert "同じ内容の3行を、3回ある一つのイベントにしました。" in output


def test_one_number_for_two_events_gives_two_addresses(tmp_path: Path) -> None:
    made, _ = imported(tmp_path, ONE, ONE | {"名称": "別の展示"})
    assert len(made) == 2
    assert "132217-36-2" in made


def test_reading_a_list_again_changes_nothing(tmp_path: Path) -> None:
    imported(tmp_path, ONE, ONE | {"NO": "37", "名称": "別の展示", "概要": "短い紹介"})
    result = hiroba("import", tmp_path / "e.csv", "--content", tmp_path / "content")
    assert "新しいもの 0、変わるもの 0、変わらないもの 2" in result.output


def test_what_is_not_understood_is_told_cell_by_cell(tmp_path: Path) -> None:
    bad = {"NO": "40", "開始日": "三月中旬", "終了日": "", "申込方法": "大沼 090-0000-0000 まで"}
    made, output = imported(tmp_path, ONE, ONE | bad)
    assert list(made) == ["132217-36"]
    assert "e.csv!Q3  エラー\n  「三月中旬」を日付として読み取れません。" in output
    assert "e.csv!AP3  エラー" in output
    assert "主催がないので「川の係」を主催にしました。（e.csv!AF2、e.csv!AF3）" in output
    assert "AD「緯度」→ 使いません" in output


def test_an_office_may_say_that_a_number_is_meant_to_be_public(tmp_path: Path) -> None:
    mobile = ONE | {"連絡先電話番号": "090-0000-0077"}
    made, output = imported(tmp_path, mobile)
    assert not made
    assert "「公開してよいもの」の列に「電話番号」" in output
    made, output = imported(tmp_path, mobile | {"公開してよいもの": "電話番号"}, heads=[*BASE, "公開してよいもの"])
    assert made["132217-36"]["booking"]["public"] == ["phone"], output


@pytest.mark.parametrize(
    ("cells", "status", "remark"),
    [
        ({"名称": "【中止】川の絵の展示"}, "cancelled", "「【中止】」とあるので、開催状況を「中止」にしました。（"),
        (
            {"名称": "「川の絵」中止のお知らせ"},
            "cancelled",
            "「中止のお知らせ」とあるので、開催状況を「中止」にしました。",
        ),
        ({"名称": "【1月開催中止】川の絵の展示"}, "cancelled", "「【1月開催中止】」とあるので"),
        ({"名称": "川の絵の講演【受付終了】"}, "full", "「【受付終了】」とあるので、開催状況を「満席」にしました。"),
        ({"説明": "絵を並べます。\n定員に達したため、受付は終了しました。"}, "full", "「定員に達したため」とあるので"),
        ({"備考": "新型コロナウイルスの影響により中止"}, "cancelled", "とあるので、開催状況を「中止」にしました。"),
        ({"申込方法": "申し込みは終了しました。"}, "full", "「申し込みは終了しました」とあるので"),
        ({"日時備考": "講師の都合により延期となりました。"}, "postponed", "とあるので、開催状況を「延期」にしました。"),
        ({"名称": "CANCELED - river pictures"}, "cancelled", "「CANCELED」とあるので"),
        ({"状態": "受付終了"}, "full", ""),
        ({"状態": "延期", "名称": "【中止】川の絵の展示"}, "postponed", ""),
    ],
)
def test_a_status_in_words_is_a_status_and_is_said(
    tmp_path: Path, cells: dict[str, str], status: str, remark: str
) -> None:
    made, output = imported(tmp_path, ONE | cells)
    assert made["132217-36"]["status"] == status
    assert remark in output
    assert "とあるので" in remark or "とあるので" not in output


@pytest.mark.parametrize(
    "cells",
    [
        {"名称": "(一部中止)牛乳パックの箱作り"},
        {"備考": "雨天中止"},
        {"日時備考": "荒天の場合は中止となる場合があります"},
        {"申込方法": "定員になり次第受付終了"},
        {"名称": "【懇親会中止】川の絵の展示"},
    ],
)
def test_what_may_come_to_pass_is_no_status(tmp_path: Path, cells: dict[str, str]) -> None:
    made, output = imported(tmp_path, ONE | cells)
    assert "status" not in made["132217-36"]
    assert "とあるので" not in output
    assert "「開催状況」は" not in output


def test_what_is_cancelled_on_some_days_only_is_said_and_left_to_the_office(tmp_path: Path) -> None:
    days = ({"NO": str(n), "開始日": day, "終了日": day} for n, day in ((1, "2026-12-12"), (2, "2027-01-09")))
    made, output = imported(tmp_path, *(ONE | {"名称": "【12月開催中止】川の絵の会"} | day for day in days))
    assert "status" not in made["132217-1"]
    assert "「【12月開催中止】」とありますが、ほかの日もあるようなので、開催状況は「中止」にしていません。" in output


def test_an_empty_state_says_nothing_about_what_the_office_knows(tmp_path: Path) -> None:
    folder = content(tmp_path / "content", {"vocabulary/event-kinds.yaml": KINDS})
    put(tmp_path, {"e.csv": table([BASE, row(BASE, ONE)])})
    hiroba("import", tmp_path / "e.csv", "--write", "--content", folder)
    file = folder / "events" / "132217-36.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "status: cancelled\n", encoding="utf-8", newline="\n")
    hiroba("import", tmp_path / "e.csv", "--write", "--content", folder)
    assert parse(file.read_text(encoding="utf-8"))["status"] == "cancelled"


def test_a_table_of_ones_own_is_read_for_announcements_too(tmp_path: Path) -> None:
    folder = content(tmp_path / "content", {"vocabulary/event-kinds.yaml": KINDS})
    heads = ["番地", "イベント名", "種類", "主催", "ひとこと紹介", "日時1・開始日"]
    cells = ["hana", "【延期】花の会", "music", "花の会", "花を見ます。", "2026-12-05"]
    put(tmp_path, {"e.csv": table([heads, cells])})
    output = hiroba("import", tmp_path / "e.csv", "--write", "--content", folder).output
    assert parse((folder / "events" / "hana.yaml").read_text(encoding="utf-8"))["status"] == "postponed"
    assert "「【延期】」とあるので、開催状況を「延期」にしました。" in output
