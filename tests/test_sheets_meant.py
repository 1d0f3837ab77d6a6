"""A list as an office keeps it: what its cells mean, what it lacks as a whole, and what keeps no row out."""

from pathlib import Path

import pytest

from generator.models.event import When
from generator.models.types import Clock, Day
from generator.sheets.blanks import day_by_number, is_nothing, time_by_number, unlabelled
from generator.sheets.columns import Column
from tests.books import hiroba, table
from tests.folders import content, put

HEADS = ["団体名", "ふりがな", "団体の種類", "活動分野", "活動地域", "ひとこと紹介", "活動紹介", "電話"]
ROW = [
    "花を植える会",
    "はなをうえるかい",
    "NPO法人",
    "環境の保全",
    "市内全域",
    "花を植えます。",
    "毎週植えます。",
    "042-000-0012",
]


def brought(tmp_path: Path, rows: list[list[str]], *words: str, folder: str = "groups") -> tuple[str, str]:
    """What an import of a list says, and the profile that it writes."""
    here = tmp_path / "content"
    if not here.exists():
        content(here)
    before = {path.name for path in (here / folder).iterdir()}
    put(tmp_path, {"g.csv": table(rows)})
    result = hiroba("import", tmp_path / "g.csv", "--content", here, "--write", *words)
    new = [path for path in sorted((here / folder).iterdir()) if path.name not in before]
    return result.output, "".join(path.read_text(encoding="utf-8") for path in new)


def with_columns(tmp_path: Path, **cells: str) -> tuple[str, str]:
    return brought(tmp_path, [[*HEADS, *cells], [*ROW, *cells.values()]])


def test_what_stands_in_two_columns_is_one_value(tmp_path: Path) -> None:
    _, text = with_columns(tmp_path, 活動頻度="毎月第2土曜日", 活動時間帯="19時00分から21時00分まで")
    assert "meetings:\n  - when: 毎月第2土曜日 19時00分から21時00分まで\n" in text


def test_costs_that_begin_with_whether_there_are_any_are_costs(tmp_path: Path) -> None:
    _, text = with_columns(tmp_path, 入会金の有無="無し", 会費の有無="有り(100円/月)")
    assert "fees:\n  joining: 0\n  monthly: 100\n" in text


def test_no_fee_beside_an_entrance_fee_is_no_fee(tmp_path: Path) -> None:
    _, text = with_columns(tmp_path, 入会金の有無="有り(500円)", 会費の有無="無し")
    assert "fees:\n  joining: 500\n  yearly: 0\n  monthly: 0\n" in text


def test_aims_and_results_go_into_the_description(tmp_path: Path) -> None:
    _, text = with_columns(tmp_path, 活動目的="町をきれいにすること。", 入会方法="電話")
    assert "description: |\n  毎週植えます。\n  活動の目的：町をきれいにすること。\n  入会方法：電話\n" in text


@pytest.mark.parametrize("answer", ["無", "募集していない", "募集なし", "なし", "×", "-"])
def test_a_group_that_seeks_nobody_gets_no_entry(tmp_path: Path, answer: str) -> None:
    _, text = with_columns(tmp_path, 会員募集=answer, 役割="会員")
    assert "recruiting" not in text
    assert "name: 花を植える会" in text


@pytest.mark.parametrize(
    ("answer", "title"), [("有", "会員を募集しています"), ("随時募集", "会員を随時募集しています")]
)
def test_a_list_without_roles_seeks_members_in_words(tmp_path: Path, answer: str, title: str) -> None:
    _, text = with_columns(tmp_path, 会員募集状況=answer)
    assert f"recruiting:\n  - role: member\n    title: {title}\n" in text


def test_an_answer_does_not_replace_what_a_group_says_itself(tmp_path: Path) -> None:
    with_columns(tmp_path, 会員募集="庭の水やりをする方", 役割="ボランティア")
    output, _ = with_columns(tmp_path, 会員募集="有")
    assert "変わるもの 0、変わらないもの 1" in output


def test_members_with_a_split_and_headings_with_brackets_in_brackets(tmp_path: Path) -> None:
    heads = [*HEADS, "会員数（人（うち男女））", "連絡先（公開（市民向け））"]
    _, text = brought(tmp_path, [heads, [*ROW, "18人(男18)", "水野公民館 042-000-0019"]])
    assert "members:\n  total: 18\n  note: 男18\n" in text


def test_a_single_contact_column_gives_every_way_of_reaching_the_group(tmp_path: Path) -> None:
    rows = [[*HEADS[:-1], "連絡先"], [*ROW[:-1], "水野公民館 042-000-0019 / kai@example.org"]]
    _, text = brought(tmp_path, rows)
    assert "contact:\n  phone: 042-000-0019 (水野公民館)\n  email: kai@example.org\n" in text


def test_the_first_sentence_of_the_description_lends_the_summary_with_a_remark(tmp_path: Path) -> None:
    rows = [[*HEADS[:5], *HEADS[6:]], [*ROW[:5], "花を植えます。毎週集まります。", ROW[7]]]
    output, text = brought(tmp_path, rows)
    assert "summary: 花を植えます。\ndescription: 花を植えます。毎週集まります。\n" in text
    assert "※ 「ひとこと紹介」は、説明の初めの文から作りました。（g.csv!F2）" in output


def test_what_is_published_is_not_replaced_by_a_first_sentence(tmp_path: Path) -> None:
    with_columns(tmp_path)
    output, _ = brought(tmp_path, [["団体名", "活動紹介"], [ROW[0], "まったく別の文。毎週です。"]])
    assert "ひとこと紹介：" not in output
    assert "変わるもの 1" in output


def test_a_published_group_keeps_its_own_summary_when_the_cell_is_emptied(tmp_path: Path) -> None:
    with_columns(tmp_path)
    output, _ = brought(tmp_path, [HEADS, [*ROW[:5], "", *ROW[6:]]])
    assert "変わるもの 0、変わらないもの 1" in output


def test_placeholders_are_nothing_and_labels_and_day_numbers_are_read(tmp_path: Path) -> None:
    output, text = with_columns(
        tmp_path,
        法人番号="法人番号8000012010038",
        設立="46357",
        FAX="-",
        メール="なし",
        会員数="0",
        通称="未定",
        ホームページ="―",
    )
    assert "corporate_number: '8000012010038'\n" in text
    assert "founded: 2026-12-01\n" in text
    assert "46357 は Excel の日付や時刻の番号なので、2026-12-01 と読みました。（g.csv!J2）" in output
    assert not {"fax", "email", "members", "aliases", "website"} & {
        line.strip().split(":")[0] for line in text.split("\n")
    }


@pytest.mark.parametrize(
    ("name", "text", "nothing"),
    [("start_date", "未定", True), ("start_date", "12月", False), ("note", "なし", False), ("note", "―", True)],
)
def test_none_is_a_word_for_readers_in_some_fields(name: str, text: str, nothing: bool) -> None:
    assert is_nothing(Column(name, "", When), text) is nothing


def test_numbers_of_days_and_times_are_told_from_other_numbers() -> None:
    assert [day_by_number(text) for text in ("46357", "４６３５７", "46357.0", "12345", "2026", "463570")] == [
        *["2026-12-01"] * 3, *[""] * 3,
    ]  # fmt: skip
    assert [time_by_number(text) for text in ("0.75", ".4375", "1.5", "10.30")] == ["18:00", "10:30", "", ""]
    assert Column("start_date", "", When).is_a(Day) and Column("start_time", "", When).is_a(Clock)


@pytest.mark.parametrize(
    ("text", "value"),
    [("法人番号8000", "8000"), ("団体名：川の会", "川の会"), ("団体名簿の会", "団体名簿の会"), ("電話 042", "042")],
)
def test_a_cell_is_read_without_its_own_heading(text: str, value: str) -> None:
    assert unlabelled(text, ("法人番号", "団体名", "電話")) == value


def test_what_the_table_lacks_is_said_once(tmp_path: Path) -> None:
    rows = [["法人名称", "主たる事務所の所在地"], *([f"見本の会{n}", "清瀬市中里1-2-3"] for n in range(60))]
    output, _ = brought(tmp_path, rows)
    for label in ("団体の種類", "活動分野", "活動地域", "活動紹介", "ふりがな"):
        assert output.count(f"「{label}」の列がありません。") == 1
        assert f"「{label}」が書かれていません" not in output
    assert "g.csv  エラー（60行）\n  「連絡先」の列がありません。" in output
    assert (
        "エラー 60件：g.csv!B2、g.csv!B3、g.csv!B4、g.csv!B5、g.csv!B6 ほか\n  例：「清瀬市中里1-2-3」は番地まで"
        in output
    )
    assert "「公開してよいもの」の列に「住所」と書き" in output
    assert len(output.splitlines()) < 120


def test_few_problems_are_told_one_by_one_at_their_cells(tmp_path: Path) -> None:
    rows = [HEADS, *([f"花の会{n}", "漢字", *ROW[2:]] for n in range(40))]
    output, _ = brought(tmp_path, rows)
    assert all(f"g.csv!B{n}  エラー" in output for n in range(2, 42))


def test_a_refused_value_that_is_not_needed_is_left_out_with_a_remark(tmp_path: Path) -> None:
    output, text = with_columns(tmp_path, 対象="どなたでも、宇宙人", FAX="あとで", 活動日="気が向いたら")
    assert (
        "※ 「連絡先・ファクス」として読めない内容があります。その内容は入れずに、ほかを取り込みます。（g.csv!J2）"
        in output
    )
    assert "audiences: [anyone]\n" in text
    assert "fax" not in text and "meetings" not in text
    assert "1件を書きました。" in output


def test_a_refused_value_leaves_what_is_published(tmp_path: Path) -> None:
    with_columns(tmp_path, FAX="042-000-0013")
    output, _ = with_columns(tmp_path, FAX="あとで")
    assert "「連絡先・ファクス」として読めない内容があります" in output
    assert "変わるもの 0、変わらないもの 1" in output


def test_a_refused_value_that_is_needed_keeps_the_row_out(tmp_path: Path) -> None:
    output, text = brought(tmp_path, [HEADS, [*ROW[:-1], "あとで"]])
    assert text == ""
    assert "g.csv!H2  エラー\n  「あとで」を電話番号として読み取れません" in output
    assert "入れずに" not in output
