"""Importing shows first and writes all or nothing; what no cell speaks of stays; mistakes stand at their cells."""

import os
from pathlib import Path

import pytest

from tests.books import excel, hiroba, table
from tests.folders import GROUP, content, put

HEADS = ["番地", "団体名", "ふりがな", "団体の種類", "活動分野", "活動地域", "ひとこと紹介", "活動紹介", "電話"]
NEW = [
    "",
    "花を植える会",
    "はなを うえるかい",
    "NPO法人",
    "環境の保全、福祉",
    "市内全域",
    "花を植えます。",
    "毎週です。",
    "042-000-0012",
]


def written(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((folder / "groups").iterdir())}


def run(tmp_path: Path, rows: list[list[str]], *words: str) -> tuple[int, str]:
    folder = tmp_path / "content"
    if not folder.exists():
        content(folder)
    put(tmp_path, {"g.csv": table(rows)})
    result = hiroba("import", tmp_path / "g.csv", "--content", folder, *words)
    return result.exit_code, result.output


def test_nothing_is_written_before_it_was_shown(tmp_path: Path) -> None:
    folder = content(tmp_path / "content")
    before = written(folder)
    code, output = run(tmp_path, [HEADS, NEW])
    assert code == 0
    assert "＋ 新しく作ります：花を植える会（hanao-uerukai）" in output
    assert "--write を付けて" in output
    assert written(folder) == before


def test_a_new_group_is_written_in_canonical_form_under_its_reading(tmp_path: Path) -> None:
    code, _ = run(tmp_path, [HEADS, NEW], "--write")
    assert code == 0
    assert (tmp_path / "content/groups/hanao-uerukai.yaml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../schema/group.json\n"
        "name: 花を植える会\nkana: はなを うえるかい\nkind: npo\nfields: [environment, welfare]\nareas: [citywide]\n"
        "summary: 花を植えます。\ndescription: 毎週です。\ncontact:\n  phone: 042-000-0012\n"
    )


def test_importing_twice_is_importing_once(tmp_path: Path) -> None:
    run(tmp_path, [HEADS, NEW], "--write")
    once = written(tmp_path / "content")
    code, output = run(tmp_path, [HEADS, NEW], "--write")
    assert code == 0
    assert "新しいもの 0、変わるもの 0、変わらないもの 1" in output
    assert written(tmp_path / "content") == once


def test_two_new_groups_with_one_reading_get_two_addresses(tmp_path: Path) -> None:
    other = ["", "花を植える会・北", *NEW[2:]]
    run(tmp_path, [HEADS, NEW, other], "--write")
    assert {"hanao-uerukai.yaml", "hanao-uerukai-2.yaml"} <= written(tmp_path / "content").keys()


@pytest.mark.parametrize("who", [("番地", "kawa-akari"), ("団体名", "川あかりの会")])
def test_a_published_group_is_found_by_address_or_name(tmp_path: Path, who: tuple[str, str]) -> None:
    code, output = run(tmp_path, [[who[0], "電話"], [who[1], "042-000-0099"]], "--write")
    assert code == 0
    assert "連絡先・電話：042-000-0011 → 042-000-0099" in output
    text = written(tmp_path / "content")["kawa-akari.yaml"]
    assert text == GROUP.replace("042-000-0011", "042-000-0099")


def test_a_name_in_another_hand_finds_its_group(tmp_path: Path) -> None:
    code, output = run(tmp_path, [["団体名", "電話"], ["川アカリ の会", "042-000-0099"]])
    assert code == 0
    assert "～ 変わります" in output


def test_a_missing_column_changes_nothing_and_an_emptied_cell_takes_away(tmp_path: Path) -> None:
    folder = content(
        tmp_path / "content", {"groups/kawa-akari.yaml": GROUP + "founded: 2004-04  # 春\nstatus: resting\n"}
    )
    code, output = run(tmp_path, [["番地", "設立"], ["kawa-akari", ""]], "--write")
    assert code == 0
    assert "設立：2004-04 → （消えます）" in output
    assert written(folder)["kawa-akari.yaml"] == GROUP + "status: resting\n# 春\n"


def test_empty_cells_can_be_told_to_say_nothing(tmp_path: Path) -> None:
    folder = content(tmp_path / "content")
    rows = [["番地", "ひとこと紹介", "電話"], ["kawa-akari", "", "042-000-0099"]]
    assert run(tmp_path, rows)[0] == 1
    assert run(tmp_path, rows, "--write", "--keep-empty")[0] == 0
    assert written(folder)["kawa-akari.yaml"] == GROUP.replace("042-000-0011", "042-000-0099")


def test_comments_and_other_fields_outlive_a_change(tmp_path: Path) -> None:
    noted = "# 覚え\n" + GROUP + "  fax: 042-000-0012  # 夜は留守番\n"
    folder = content(tmp_path / "content", {"groups/kawa-akari.yaml": noted})
    run(tmp_path, [["番地", "電話"], ["kawa-akari", "042-000-0099"]], "--write")
    assert written(folder)["kawa-akari.yaml"] == noted.replace("042-000-0011", "042-000-0099")


BAD = ["", "まちがいの会", "間違", "なぞの種類", "環境の保全", "どこか", "短い", "長い", "042-000-001"]


def test_mistakes_stand_at_their_cells_and_one_keeps_everything_back(tmp_path: Path) -> None:
    folder = content(tmp_path / "content")
    before = written(folder)
    code, output = run(tmp_path, [HEADS, NEW, BAD], "--write")
    assert code == 1
    for cell, words in (("C3", "間違"), ("D3", "なぞの種類"), ("F3", "どこか"), ("I3", "042-000-001")):
        assert words in output.partition(f"g.csv!{cell}  エラー\n")[2].partition("\n")[0]
    assert "何も書きませんでした" in output
    assert written(folder) == before


def test_bad_rows_can_be_left_out_by_name(tmp_path: Path) -> None:
    code, output = run(tmp_path, [HEADS, NEW, BAD], "--write", "--skip-bad")
    assert code == 1
    assert "とばした行：まちがいの会（g.csv!A3）" in output
    assert "1件を書きました" in output
    assert "hanao-uerukai.yaml" in written(tmp_path / "content")


def test_a_value_that_is_missing_is_reported_at_its_empty_cell(tmp_path: Path) -> None:
    _, output = run(tmp_path, [HEADS, [*NEW[:2], "", *NEW[3:]]])
    assert "g.csv!C2  エラー\n  「ふりがな」が書かれていません。" in output


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([HEADS, ["Kawa Akari", *NEW[1:]]], "番地「Kawa Akari」は使えません"),
        ([HEADS, ["../etc", *NEW[1:]]], "番地「../etc」は使えません"),
        ([HEADS, NEW, NEW], "同じものを指す行がもうあります（g.csv!A2）"),
        ([HEADS, ["", "", "かな", *NEW[3:]]], "番地も名前もない行です"),
        ([["あ", "い"], ["う", "え"]], "見出しの行が見つかりません"),
        ([["", ""], [""]], "見出しの行が見つかりません"),
        ([[]], "空のファイルです"),
    ],
)
def test_rows_that_make_no_sense_are_refused_in_words(tmp_path: Path, rows: list[list[str]], words: str) -> None:
    folder = content(tmp_path / "content")
    before = written(folder)
    code, output = run(tmp_path, rows, "--write")
    assert code == 1
    assert words in output
    assert written(folder) == before


def test_a_title_above_the_headings_and_columns_for_the_office_do_no_harm(tmp_path: Path) -> None:
    rows = [["令和8年度 団体一覧"], [], ["No", *HEADS[1:], "代表者"], ["1", *NEW[1:], "山田太郎"]]
    code, output = run(tmp_path, rows, "--write")
    assert code == 0
    assert "A「No」… わからないので、読みません" in output
    assert "J「代表者」… わからないので、読みません" in output
    assert "山田" not in written(tmp_path / "content")["hanao-uerukai.yaml"]


def test_a_fee_in_one_cell_is_taken_apart(tmp_path: Path) -> None:
    run(tmp_path, [["番地", "会費"], ["kawa-akari", "入会金なし・年会費1,000円"]], "--write")
    assert "fees:\n  joining: 0\n  yearly: 1000\n" in written(tmp_path / "content")["kawa-akari.yaml"]


def test_numbered_columns_are_entries_and_those_without_a_column_stay(tmp_path: Path) -> None:
    meetings = "meetings:\n  - when: 毎週水曜 9:00-10:00\n    place: kawabe\n  - when: 毎週金曜 9:00-10:00\n"
    folder = content(tmp_path / "content", {"groups/kawa-akari.yaml": GROUP + meetings})
    run(tmp_path, [["番地", "活動日1"], ["kawa-akari", "毎週木曜 9:00-10:00"]], "--write")
    assert meetings.replace("水曜", "木曜") in written(folder)["kawa-akari.yaml"]
    run(
        tmp_path,
        [["番地", "活動日1", "活動日2", "活動日3"], ["kawa-akari", "", "毎週金曜 9:00-10:00", "毎日 7:00"]],
        "--write",
    )
    assert (
        "meetings:\n  - when: 毎週金曜 9:00-10:00\n  - when: 毎日 7:00\ncontact:" in written(folder)["kawa-akari.yaml"]
    )


BLOCKS = {
    "団体": [["番地", "団体名"], ["kawa-akari", "川あかりの会"], ["", "花を植える会"]],
    "募集": [
        ["番地", "団体名", "役割", "見出し"],
        ["kawa-akari", "", "会員", "水やりの仲間"],
        ["", "花を植える会", "会員", "植える仲間"],
    ],
}


def test_rows_of_a_block_belong_to_the_group_of_their_address_or_name(tmp_path: Path) -> None:
    folder = content(tmp_path / "content")
    put(tmp_path, {"g.xlsx": excel(BLOCKS)})
    output = hiroba("import", tmp_path / "g.xlsx", "--content", folder).output
    assert "募集1・見出し：（なし） → 水やりの仲間" in output
    hiroba("import", tmp_path / "g.xlsx", "--content", folder, "--write", "--skip-bad")
    assert written(folder)["kawa-akari.yaml"].count("title: 水やりの仲間") == 1


def test_rows_of_a_block_can_be_added_taken_away_and_corrected(tmp_path: Path) -> None:
    two = "recruiting:\n  - role: member\n    title: 一\n    number: 5\n  # 急ぎ\n  - role: volunteer\n    title: 二\n"
    folder = content(tmp_path / "content", {"groups/kawa-akari.yaml": GROUP + two})
    sheet = {
        "募集": [
            ["番地", "団体名", "役割", "見出し"],
            ["kawa-akari", "", "後継者", "三"],
            ["kawa-akari", "", "会員", "一"],
        ]
    }
    put(tmp_path, {"g.xlsx": excel(sheet)})
    hiroba("import", tmp_path / "g.xlsx", "--content", folder, "--write")
    text = written(folder)["kawa-akari.yaml"]
    assert "  - role: member\n    title: 一\n    number: 5\n" in text
    assert "role: successor\n    title: 三\n" in text
    assert "title: 二" not in text
    assert "# 急ぎ" in text


def test_a_mistake_in_a_block_stands_in_its_sheet(tmp_path: Path) -> None:
    folder = content(tmp_path / "content")
    rows = [
        ["番地", "団体名", "役割", "見出し", "締切"],
        ["kawa-akari", "", "なぞの役", "一", ""],
        ["nai", "", "会員", "二", ""],
    ]
    put(tmp_path, {"g.xlsx": excel({"募集": rows})})
    result = hiroba("import", tmp_path / "g.xlsx", "--content", folder)
    assert result.exit_code == 1
    assert "g.xlsx[募集]!C2  エラー" in result.output
    assert "× 番地「nai」にあたるものがありません。（g.xlsx[募集]!A3）" in result.output
    assert "直すところのある行 2" in result.output


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = content(tmp_path / "content")
    before = written(folder)
    left = [2]

    def full(file: int) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, output = run(tmp_path, [HEADS, NEW, ["", "ほかの会", "ほかのかい", *NEW[3:]]], "--write")
    assert code == 1
    assert "書けませんでした" in output
    assert written(folder) == before


def test_an_import_killed_half_way_is_completed_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = content(tmp_path / "content")
    rows = [
        HEADS,
        NEW,
        ["", "ほかの会", "ほかのかい", *NEW[3:]],
        ["kawa-akari", "川あかりの会", "かわあかりのかい", *NEW[3:]],
    ]
    (tmp_path / "whole").mkdir()
    run(tmp_path / "whole", rows, "--write")
    replace, left = os.replace, [2]

    def killed(one: Path, other: Path) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise KeyboardInterrupt
        replace(one, other)

    monkeypatch.setattr(os, "replace", killed)
    run(tmp_path, rows, "--write")
    monkeypatch.setattr(os, "replace", replace)
    assert all(text.endswith("\n") for name, text in written(folder).items() if not name.startswith("."))
    code, _ = run(tmp_path, rows, "--write")
    assert code == 0
    assert written(folder) == written(tmp_path / "whole/content")


def test_what_a_killed_program_left_among_the_profiles_is_cleared_away_by_an_import(tmp_path: Path) -> None:
    folder = content(tmp_path / "content")
    left = folder / "groups/.mori.yaml.0a1b2c3d.new"
    left.write_bytes(b"name: mo")
    os.utime(left, (0, 0))
    run(tmp_path, [HEADS, NEW])
    assert left.exists()
    run(tmp_path, [HEADS, NEW], "--write")
    assert [path.name for path in folder.rglob(".*.new")] == []


def test_permissions_of_a_file_outlive_an_import(tmp_path: Path) -> None:
    folder = content(tmp_path / "content")
    file = folder / "groups/kawa-akari.yaml"
    file.chmod(0o640)
    mode = file.stat().st_mode
    run(tmp_path, [["番地", "電話"], ["kawa-akari", "042-000-0099"]], "--write")
    assert file.stat().st_mode == mode


def test_a_group_named_almost_like_another_is_pointed_out(tmp_path: Path) -> None:
    _, output = run(tmp_path, [HEADS, ["", "川あかり会", *NEW[2:]]])
    assert "似た名前の団体（kawa-akari）がもうあります" in output


@pytest.mark.parametrize(
    "name",
    ["NPO法人 川あかりの会", "特定非営利活動法人川あかりの会", "（特非）川あかりの会", "川あかりの会（NPO法人）"],
)
def test_a_group_under_another_spelling_is_offered_as_an_update(tmp_path: Path, name: str) -> None:
    folder = content(tmp_path / "content")
    before = written(folder)
    code, output = run(tmp_path, [HEADS, ["", name, *NEW[2:]]], "--write", "--skip-bad")
    assert code == 1
    assert "いまある「川あかりの会」（kawa-akari）と同じ団体のようです。同じなら番地に kawa-akari と書い" in output
    assert written(folder) == before
    code, output = run(tmp_path, [HEADS, ["kawa-akari", name, *NEW[2:]]])
    assert "～ 変わります" in output
    run(tmp_path, [HEADS, ["hokano-kai", name, *NEW[2:]]], "--write")
    assert "hokano-kai.yaml" in written(folder)


def test_the_same_telephone_is_pointed_out_and_with_a_like_name_it_is_the_same_group(tmp_path: Path) -> None:
    code, output = run(tmp_path, [HEADS, [*NEW[:8], "042(000)0011"]])
    assert code == 0
    assert "電話かホームページが同じ団体（kawa-akari）がもうあります" in output
    code, output = run(tmp_path, [HEADS, ["", "川あかり", *NEW[2:8], "042(000)0011"]])
    assert code == 1
    assert "（kawa-akari）と同じ団体のようです" in output
