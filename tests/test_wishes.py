"""A wish card goes into the office's register, in whatever it comes, and never into what is published."""

import csv
import io
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.intake.wish_register import (
    DONE,
    HEADS,
    LINE,
    NUMBER,
    OPEN,
    SHOWN,
    STATE,
    UNTIL,
    Register,
    Unusable,
    a_year_after,
    changed,
    read_register,
    with_wishes,
)
from generator.intake.wishes import NoWish, Wish, find_wishes
from generator.publishing.lock import Holder
from generator.reading.read import vocabularies
from tests.desks import open_desk, signed_in, token_in
from tests.folders import GROUP, content, put

SKILLS = """\
label: 好きなこと・できること
label_en: Skills
terms:
  sewing: {label: 裁縫, label_en: Sewing, aliases: [裁縫]}
  cooking: {label: 料理, label_en: Cooking, aliases: [料理]}
"""
FILES: dict[str, str | bytes] = {"vocabulary/skills.yaml": SKILLS}
LINE_ONE = "hiroba-wish:1?do=sewing.cooking&when=saturday-morning&where=kiyose&with=beginner"
WORDS_ONE = (
    "好きなこと・できること：裁縫、料理／いつ：土曜の午前／どこで：清瀬小学校区／だれと・どんなふうに：はじめてです"
)
LINE_TWO = "hiroba-wish:1?often=once"
ME = Holder("佐藤", datetime(2026, 11, 27, tzinfo=ZoneInfo("Asia/Tokyo")))
TODAY = date(2026, 11, 27)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content(tmp_path / "content", FILES)
    return tmp_path


def intake(folder: Path, *arguments: str, typed: bytes | None = None) -> Result:
    paths = ["--wishes", str(folder / "private/wishes.csv"), "--register", str(folder / "private/register.csv")]
    options = [*paths, "--content", str(folder / "content"), "--today", TODAY.isoformat()]
    return CliRunner().invoke(main, ["intake", *options, *arguments], input=typed)


def wishes(folder: Path, *arguments: str, today: str = "2026-11-28") -> Result:
    paths = ["--wishes", str(folder / "private/wishes.csv"), "--content", str(folder / "content")]
    return CliRunner().invoke(main, ["wishes", *paths, "--today", today, *arguments])


def found(folder: Path, text: str) -> tuple[Wish | NoWish, ...]:
    return find_wishes(text, vocabularies(folder / "content"))


def rows(folder: Path) -> list[dict[str, str]]:
    data = (folder / "private/wishes.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def lines(folder: Path) -> list[str]:
    return [row[LINE] for row in rows(folder)]


# ---- finding the line ----


@pytest.mark.parametrize(
    "text",
    [
        LINE_ONE,
        f"  {LINE_ONE}\r\n",
        f"カードです。\n\n> {LINE_ONE}\n\nよろしくお願いします",
        LINE_ONE.replace("hiroba-wish:1", "HIROBA-WISH:1"),
        LINE_ONE.replace("&", "&amp;"),
        f"<{LINE_ONE}>",
        LINE_ONE.translate({n: n + 0xFEE0 for n in range(0x21, 0x7F)}),
        "https://hiroba.example.org/match/?" + LINE_ONE.partition("?")[2],
        "https://hiroba.example.org/town/match/?" + LINE_ONE.partition("?")[2] + "#results",
    ],
)
def test_a_wish_is_found_however_it_was_typed_scanned_or_quoted(folder: Path, text: str) -> None:
    assert found(folder, text) == (Wish(LINE_ONE, WORDS_ONE),)


def test_several_lines_are_several_wishes_and_text_beside_them_is_none(folder: Path) -> None:
    text = f"{LINE_ONE}\n希望カード2枚\n{LINE_TWO} {LINE_ONE}\nhttps://hiroba.example.org/match/\n"
    assert [each.line for each in found(folder, text) if isinstance(each, Wish)] == [LINE_ONE, LINE_TWO, LINE_ONE]


def test_answers_that_nobody_here_knows_are_kept_and_said(folder: Path) -> None:
    line = "hiroba-wish:1?do=sewing.falconry&when=tuesday&color=blue&where=%E6%B8%85%E7%80%AC"
    (told,) = found(folder, line)
    # An answer in other letters is none of a card's, and may be a name.
    kept = "hiroba-wish:1?do=sewing.falconry&when=tuesday&color=blue"
    assert told == Wish(kept, "好きなこと・できること：裁縫", ("do=falconry", "when=tuesday", "color=blue"))


def test_a_card_of_a_later_version_is_kept_and_said(folder: Path) -> None:
    (told,) = found(folder, "hiroba-wish:2?do=sewing")
    assert told == Wish("hiroba-wish:2?do=sewing", "好きなこと・できること：裁縫", ("形式 2",))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("hiroba-wish:1", "途中で切れているか"),
        ("hiroba-wish", "途中で切れているか"),
        # A scanner that is set to an English keyboard, on a Japanese one.
        ("hiroba-wish+1_do^sewing", "キーボードの種類"),
        ("hiroba-wish:1?", "答えが一つもありません"),
        ("hiroba-wish:1?do=&when=", "答えが一つもありません"),
        ("hiroba-wish:1?do=" + "a." * 5000, "長すぎます"),
    ],
)
def test_a_line_that_is_no_wish_is_told_with_its_reason(folder: Path, text: str, why: str) -> None:
    (told,) = found(folder, text)
    assert isinstance(told, NoWish)
    assert why in told.words


@pytest.mark.parametrize("text", ["", "hiroba", "wish:1?do=sewing", "match/?", "\x00" * 1000, "hiroba-" * 50_000])
def test_other_text_has_no_wishes(folder: Path, text: str) -> None:
    assert found(folder, text) == ()


# ---- into the register ----


def test_at_first_it_is_shown_and_only_write_takes_it(folder: Path) -> None:
    result = intake(folder, "--wish", LINE_ONE)
    assert result.exit_code == 0
    assert f"希望カード　{WORDS_ONE}" in result.stdout
    assert not (folder / "private/wishes.csv").exists()


def test_the_register_opens_in_excel_has_a_number_and_a_day_until_when_it_is_kept(folder: Path) -> None:
    result = intake(folder, "--write", "--wish", LINE_ONE, "--wish", LINE_TWO)
    assert result.exit_code == 0
    first, second = rows(folder)
    assert tuple(first) == HEADS
    told = {head: text for head, text in first.items() if head != NUMBER}
    assert list(told.values()) == ["2026-11-27", LINE_ONE, WORDS_ONE, "2027-11-27", OPEN, "", ""]
    assert first[NUMBER] != second[NUMBER]
    for row in (first, second):
        assert row[NUMBER].startswith("1127-")
        assert f"受付番号 {row[NUMBER]}" in result.stdout
    assert (folder / "private/wishes.csv").stat().st_mode & 0o077 == 0


def test_no_wish_is_left_anywhere_in_content(folder: Path) -> None:
    before = sorted((path, path.read_bytes()) for path in (folder / "content").rglob("*") if path.is_file())
    intake(folder, "--write", "--wish", LINE_ONE)
    assert sorted((p, p.read_bytes()) for p in (folder / "content").rglob("*") if p.is_file()) == before
    refused = intake(folder, "--write", "--wish", LINE_ONE, "--wishes", str(folder / "content/wishes.csv"))
    assert (refused.exit_code, "公開するフォルダの中" in refused.stderr) == (2, True)


def test_what_a_scanner_types_is_read_until_its_end(folder: Path) -> None:
    result = intake(folder, "--write", "-", typed=f"{LINE_ONE}\r\n{LINE_TWO}\r\n".encode())
    assert result.exit_code == 0
    assert lines(folder) == [LINE_ONE, LINE_TWO]


def mail(text: str, html: str = "", encoding: str = "utf-8") -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "山田花子 <hana@example.org>", "希望カード"
    message.set_content(text, charset=encoding)
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def test_a_wish_in_a_mail_is_taken_once_and_the_senders_name_is_not(folder: Path) -> None:
    html = f"<p>カードです</p><p>{LINE_ONE.replace('&', '&amp;')}</p>"
    put(folder, {"a.eml": mail(f"カードです\n{LINE_ONE}\n", html), "b.eml": mail(LINE_TWO, encoding="iso-2022-jp")})
    result = intake(folder, "--write", str(folder / "a.eml"), str(folder / "b.eml"))
    assert result.exit_code == 0, result.output
    assert lines(folder) == [LINE_ONE, LINE_TWO]
    assert "花子" not in (folder / "private/wishes.csv").read_text(encoding="utf-8-sig")
    # Nothing is said of a form that nobody sent.
    assert "フォーム" not in result.output


def test_a_file_of_lines_is_read_in_the_encodings_of_offices(folder: Path) -> None:
    put(folder, {"cards.txt": f"きょうのカード\r\n{LINE_ONE}\r\n{LINE_TWO}\r\n".encode("cp932")})
    assert intake(folder, "--write", str(folder / "cards.txt")).exit_code == 0
    assert lines(folder) == [LINE_ONE, LINE_TWO]


def test_a_bad_line_is_said_the_good_ones_are_taken_and_the_number_at_the_end_is_one(folder: Path) -> None:
    put(folder, {"cards.txt": f"{LINE_ONE}\nhiroba-wish:1\n{LINE_TWO}\n"})
    result = intake(folder, "--write", str(folder / "cards.txt"))
    assert result.exit_code == 1
    assert lines(folder) == [LINE_ONE, LINE_TWO]
    assert "× 希望の行" in result.stdout
    assert "（読んだもの：hiroba-wish:1）" in result.stdout


def test_the_same_wish_twice_is_asked_about_and_taken_if_it_is_somebody_elses(folder: Path) -> None:
    intake(folder, "--write", "--wish", LINE_ONE)
    number = rows(folder)[0][NUMBER]
    again = intake(folder, "--write", "--wish", LINE_ONE)
    assert (again.exit_code, f"もう {number} にあります" in again.stdout) == (1, True)
    assert len(rows(folder)) == 1
    assert intake(folder, "--write", "--even-twin", "--wish", LINE_ONE).exit_code == 0
    assert len(rows(folder)) == 2


def test_a_file_that_is_nothing_says_that_a_wish_would_do_too(folder: Path) -> None:
    put(folder, {"memo.txt": "こんにちは"})
    result = intake(folder, str(folder / "memo.txt"))
    assert (result.exit_code, "希望カードの行" in result.stdout) == (1, True)
    assert intake(folder).exit_code == 2


def test_the_desk_says_where_a_wish_card_belongs(tmp_path: Path) -> None:
    client = signed_in(open_desk(tmp_path))
    token = token_in(client.get("/desk/enter").text)
    sent = client.post("/desk/enter", data={"csrf": token}, files={"file": ("card.txt", LINE_ONE.encode())})
    assert (sent.status_code, "希望カードの登録簿に入れてください" in sent.text) == (422, True)


# ---- the register as staff leave it ----


def table(folder: Path, text: str, encoding: str = "utf-8-sig") -> Path:
    return put(folder, {"private/wishes.csv": text.encode(encoding)}) / "private/wishes.csv"


def test_what_a_spreadsheet_saved_again_is_read_whatever_it_did(folder: Path) -> None:
    intake(folder, "--write", "--wish", LINE_ONE)
    number = rows(folder)[0][NUMBER]
    cells = [number, "2026/11/27", LINE_ONE, WORDS_ONE, "2027/11/27", OPEN, "", "山田さん 窓口で"]
    grid: Sequence[Sequence[str]] = (HEADS, cells)
    for between, encoding in ((",", "cp932"), ("\t", "utf-16"), (",", "utf-8-sig"), (";", "utf-8")):
        path = table(folder, "\n".join(between.join(row) for row in grid) + "\n", encoding)
        (row,) = read_register(path).rows
        assert (row.number, row.cell(LINE), row.open, row.is_over(date(2027, 11, 28))) == (number, LINE_ONE, True, True)


def test_columns_that_staff_added_moved_or_left_out_and_their_words_stay(folder: Path) -> None:
    path = table(folder, f"状態,{LINE},{NUMBER},電話した日\n,{LINE_ONE},A-1,11/20\n知らない,{LINE_TWO},A-2,,はみ出し\n")
    assert intake(folder, "--write", "--wish", "hiroba-wish:1?do=sewing").exit_code == 0
    assert wishes(folder, "--done", "a-1").exit_code == 0
    first, second, third = rows(folder)
    assert (first[STATE], first["電話した日"], second[STATE]) == (DONE, "11/20", "知らない")
    assert third[LINE] == "hiroba-wish:1?do=sewing"
    assert "はみ出し" in path.read_text(encoding="utf-8-sig")
    assert {UNTIL, *HEADS} <= set(first)


@pytest.mark.parametrize(
    "text",
    ["名前,住所\n山田,清瀬\n", f"{NUMBER},{LINE},{NUMBER}\n1,2,3\n", "\0\1\2", f'{NUMBER},"{"x" * 200_000}"\n'],
)
def test_another_table_in_its_place_is_not_written_over(folder: Path, text: str) -> None:
    path = table(folder, text)
    before = path.read_bytes()
    for result in (intake(folder, "--write", "--wish", LINE_ONE), wishes(folder)):
        assert result.exit_code == 1
        assert "wishes.csv" in result.stderr
        assert isinstance(result.exception, SystemExit)
    assert path.read_bytes() == before


def test_cells_of_a_wish_do_nothing_in_a_spreadsheet(folder: Path) -> None:
    register = with_wishes(Register(), [Wish("=cmd|' /C calc'!A0", "@SUM(1)")], TODAY)
    path = folder / "private/wishes.csv"
    changed(path, ME, lambda _: register)
    text = path.read_text(encoding="utf-8-sig")
    assert ",'=cmd" in text
    assert ",'@SUM" in text
    assert read_register(path).rows[0].cell(LINE) == "=cmd|' /C calc'!A0"


def test_several_who_write_at_once_lose_nothing(folder: Path) -> None:
    path = folder / "private/wishes.csv"

    def one(n: int) -> None:
        wish = Wish(f"hiroba-wish:1?do=x{n}", "")
        changed(path, ME, lambda now: with_wishes(now, [wish], TODAY))

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(one, range(12)))
    assert len({row.number for row in read_register(path).rows}) == 12


def test_a_register_that_cannot_be_read_is_no_register(folder: Path) -> None:
    (folder / "private/wishes.csv").mkdir(parents=True)
    with pytest.raises(Unusable, match="開けません"):
        read_register(folder / "private/wishes.csv")
    assert intake(folder, "--write", "--wish", LINE_ONE).exit_code == 2


# ---- looking into it ----


def test_wishes_that_are_met_or_withdrawn_are_shown_no_more(folder: Path) -> None:
    intake(folder, "--write", "--wish", LINE_ONE, "--wish", LINE_TWO, "--wish", "hiroba-wish:1?do=cooking")
    one, two, three = (row[NUMBER] for row in rows(folder))
    assert wishes(folder, "--done", one, "--withdrawn", two.lower()).exit_code == 0
    shown = wishes(folder).stdout
    assert three in shown
    assert one not in shown
    assert two not in shown
    assert [row[STATE] for row in rows(folder)] == [DONE, "取り下げ", OPEN]
    unknown = wishes(folder, "--done", "0000-AAAA")
    assert (unknown.exit_code, "番号の希望はありません" in unknown.stderr) == (2, True)


def test_what_was_to_be_kept_until_a_day_is_offered_for_deletion_and_then_gone(folder: Path) -> None:
    intake(folder, "--write", "--wish", LINE_ONE)
    number = rows(folder)[0][NUMBER]
    assert number in wishes(folder, today="2027-11-27").stdout
    after = wishes(folder, today="2027-11-28").stdout
    assert f"期限のすぎた希望が1件あります（{number}）" in after
    assert "待っている希望はありません" in after
    assert "1件消しました" in wishes(folder, "--forget", today="2027-11-28").stdout
    assert lines(folder) == []
    assert "0件消しました" in wishes(folder, "--forget", today="2027-11-28").stdout


def test_what_staff_wrote_in_the_last_column_is_never_said(folder: Path) -> None:
    cells = ["A-1", "2026-11-27", LINE_ONE, WORDS_ONE, "いつまでも", OPEN, "", "山田花子 090-1111-2222"]
    table(folder, f"{','.join(HEADS)}\n{','.join(cells)}\n")
    result = wishes(folder)
    assert "A-1" in result.stdout
    assert "山田" not in result.output
    # A day that nobody can read is no reason to forget.
    assert "0件" in wishes(folder, "--forget", today="2040-01-01").stdout


def test_a_year_after_a_leap_day_is_the_day_before() -> None:
    assert a_year_after(date(2028, 2, 29)) == date(2029, 2, 28)
    assert a_year_after(TODAY) == date(2027, 11, 27)


# ---- what fits ----

OPENING = """\
recruiting:
  - {role: volunteer, title: 布おもちゃの裁縫, when: 毎月第2土曜 10:00-12:00, beginners_ok: はい, posted: 2026-11-01}
"""
LATER = OPENING.replace("布おもちゃの裁縫", "バザーの裁縫").replace("第2土曜", "第4土曜")


def group(folder: Path, slug: str, name: str, more: str) -> None:
    text = GROUP.replace("川あかりの会", name).replace("citywide", "kiyose") + more
    put(folder, {f"content/groups/{slug}.yaml": text})


def test_each_wish_is_shown_what_fits_with_its_reasons_and_the_next_time_only_what_came_since(folder: Path) -> None:
    group(folder, "nuno", "布の会", OPENING)
    intake(folder, "--write", "--wish", LINE_ONE)
    first = wishes(folder).stdout
    assert "布おもちゃの裁縫　布の会" in first
    assert "合うところ：裁縫、土曜の午前、清瀬小学校区、初心者歓迎" in first
    assert "まだお知らせしていないものは、ありません" in wishes(folder).stdout
    group(folder, "ito", "糸の会", LATER)
    second = wishes(folder).stdout
    assert "バザーの裁縫　糸の会" in second
    assert "布おもちゃ" not in second
    again = wishes(folder, "--all").stdout
    assert "バザーの裁縫" in again
    assert "布おもちゃの裁縫" in again


def test_what_differs_is_said_and_what_does_not_fit_is_not_shown(folder: Path) -> None:
    group(folder, "nuno", "布の会", OPENING)
    intake(folder, "--write", "--wish", "hiroba-wish:1?do=sewing&when=weekday-evening")
    assert "ちがうところ：土曜の午前なら" in wishes(folder).stdout
    intake(folder, "--write", "--wish", "hiroba-wish:1?do=cooking")
    assert "合うものは、まだありません" in wishes(folder).stdout


def test_a_wish_of_which_this_city_knows_nothing_is_kept_and_nothing_is_made_up_for_it(folder: Path) -> None:
    group(folder, "nuno", "布の会", OPENING)
    intake(folder, "--write", "--wish", "hiroba-wish:1?do=falconry")
    shown = wishes(folder)
    assert (shown.exit_code, "hiroba-wish:1?do=falconry" in shown.stdout) == (0, True)
    assert "布おもちゃ" not in shown.stdout


def test_looking_changes_nothing_but_what_was_shown(folder: Path) -> None:
    group(folder, "nuno", "布の会", OPENING)
    intake(folder, "--write", "--wish", LINE_ONE)
    before = rows(folder)[0]
    wishes(folder)
    after = rows(folder)[0]
    assert after[SHOWN].startswith("wanted/nuno-")
    assert {**after, SHOWN: ""} == before
    data = (folder / "private/wishes.csv").read_bytes()
    wishes(folder)
    assert (folder / "private/wishes.csv").read_bytes() == data


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("「hiroba-wish:1?do=sewing&when=sunday-evening」です。田中", "hiroba-wish:1?do=sewing&when=sunday-evening"),
        ("hiroba-wish:1?do=sewing&when=sunday-morning。よろしく、田中", "hiroba-wish:1?do=sewing&when=sunday-morning"),
        ("hiroba-wish:1?do=sewing.", "hiroba-wish:1?do=sewing"),
        ("hiroba-wish:1?do=sewing%E7%94%B0%E4%B8%AD", "hiroba-wish:1?do=sewing"),
        ("hiroba-wish:1?do=sewing%26when%3Dsunday-evening", "hiroba-wish:1?do=sewing&when=sunday-evening"),
        (
            "https://example.org/match/?do=sewing&when=sunday-evening（田中）",
            "hiroba-wish:1?do=sewing&when=sunday-evening",
        ),
    ],
)
def test_a_line_ends_where_its_letters_end_and_nothing_of_the_text_around_it_is_kept(
    folder: Path, text: str, line: str
) -> None:
    (wish,) = found(folder, text)
    assert isinstance(wish, Wish)
    assert (wish.line, wish.unknown) == (line, ())


def test_a_register_inside_a_published_site_is_refused(folder: Path) -> None:
    put(folder, {"site/.hiroba": "", "site/a/b.html": ""})
    result = CliRunner().invoke(
        main,
        [
            "intake",
            "--write",
            "--wish",
            LINE_ONE,
            "--wishes",
            str(folder / "site/a/w.csv"),
            "--content",
            str(folder / "content"),
        ],
    )
    assert (result.exit_code, "公開するフォルダの中" in result.output) == (2, True)
    assert not (folder / "site/a/w.csv").exists()


def test_a_new_opening_as_good_as_those_that_were_shown_is_told_behind_them(folder: Path) -> None:
    call = (
        "recruiting:\n  - {{role: volunteer, title: {}, when: 毎週月曜 9:00-10:00, place: 川辺, beginners_ok: yes}}\n"
    )
    groups = [
        GROUP.replace("川あかりの会", f"見本{n}の会").replace("かわあかりのかい", f"みほん{n}のかい")
        for n in "あいうえおかき"
    ]
    put(
        folder,
        {
            f"content/groups/mihon-{n}.yaml": text + call.format(f"受付を手伝う方{'あいうえおか'[n]}")
            for n, text in enumerate(groups[:6])
        },
    )
    intake(folder, "--write", "--wish", "hiroba-wish:1?when=weekday-morning&with=beginner")
    assert wishes(folder).stdout.count("・受付") == 5
    assert wishes(folder).stdout.count("・受付") == 1
    assert "まだお知らせしていないものは、ありません" in wishes(folder).stdout
    put(folder, {"content/groups/mihon-9.yaml": groups[6] + call.format("受付を手伝う方き")})
    assert "・受付を手伝う方き" in wishes(folder).stdout
