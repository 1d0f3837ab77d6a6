"""A letter asks a group, on one sheet of paper and in plain words, what its profile leaves unclear."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from playwright.sync_api import Browser

from generator.cli import main
from generator.rules import RULES
from generator.rules.letters import FOR_STAFF, LETTERS
from tests.folders import EVENT, GROUP, OTHER_GROUP, project

# One group by paper with all sorts of mistakes, one that the file itself keeps from being read, an event of the first.
BROKEN: dict[str, str | bytes] = {
    "groups/kawa-akari.yaml": GROUP.replace("kind: volunteer", "kind: ボランテア団体").replace(
        "042-000-0011", "090-1111-2222"
    )
    + "source: paper\nconfirmed: 2025-04-01\nmeetings: 気が向いたとき\n"
    + "members: たくさん\nfounded: いつか\ncolour: 青\n",
    "groups/hana.yaml": "name：花の会\n",
    "events/tanemaki.yaml": EVENT.replace("2026-12-05", "2026-02-30"),
}


def _letters(folder: Path, files: dict[str, str | bytes]) -> tuple[Result, Path]:
    config = project(folder, files, "      center: {name: ためしのセンター, phone: 042-000-0100, fax: 042-000-0101}\n")
    out = folder / "out"
    arguments = [str(folder / "content"), "--letters", str(out), "-f", str(config), "--today", "2026-11-23"]
    return CliRunner().invoke(main, ["check", *arguments]), out


def _words(page: Path) -> str:
    text = re.sub(r"<style>.*?</style>|<head>.*?</head>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def test_a_group_gets_one_letter_in_plain_words_with_its_events_questions(tmp_path: Path) -> None:
    result, out = _letters(tmp_path, BROKEN)
    assert result.exit_code == 1
    assert sorted(p.name for p in out.glob("*.html")) == ["all.html", "index.html", "kawa-akari.html"]
    words = _words(out / "kawa-akari.html")
    for expected in ("川あかりの会 御中", "用紙でお寄せいただいた", "2026年（令和8年）11月23日", "ボランテア団体"):
        assert expected in words
    for expected in ("「ボランティア団体」でよろしいですか。", "2026-02-30", "電話 042-000-0100", "ためしのセンター"):
        assert expected.replace("2026-02-30", "2026年2月30日") in words
    assert re.search("ほかに[1-9]点あります", words)
    # Nothing that only somebody at a file understands.
    assert not re.search(r"YAML|yaml|public:|via:|kind|colour|行目|キー|content/", words)


def test_sheets_bear_the_name_of_the_one_group_or_say_that_they_are_letters(tmp_path: Path) -> None:
    _, one = _letters(tmp_path / "one", BROKEN)
    named = "<title>川あかりの会</title>"
    assert all(named in (one / name).read_text(encoding="utf-8") for name in ("kawa-akari.html", "all.html"))
    other = OTHER_GROUP.replace("kind: volunteer", "kind: ボランテア団体")
    _, two = _letters(tmp_path / "two", {**BROKEN, "groups/hoka.yaml": other})
    assert "<title>お便り</title>" in (two / "all.html").read_text(encoding="utf-8")


def test_what_no_group_can_answer_is_on_the_staff_list(tmp_path: Path) -> None:
    _, out = _letters(tmp_path, BROKEN)
    words = _words(out / "index.html")
    assert "hana.yaml" in words
    assert "colour" in words
    assert "090-1111-2222" not in words


def test_a_question_about_one_of_several_meetings_says_which(tmp_path: Path) -> None:
    meetings = "meetings:\n- {when: 毎週水曜 10時から, place: kawabe}\n- {いつ: 気が向いた土曜, どこで: 岡の家}\n"
    files: dict[str, str | bytes] = {"groups/kawa-akari.yaml": GROUP + meetings}
    assert "いつ（岡の家） 気が向いた土曜" in _words(_letters(tmp_path / "a", files)[1] / "kawa-akari.html")
    files["groups/kawa-akari.yaml"] = GROUP + meetings.replace("岡の家", "kawabe")
    assert "いつ（川辺の家） 気が向いた土曜" in _words(_letters(tmp_path / "b", files)[1] / "kawa-akari.html")
    # A group with one meeting knows which one is meant.
    files["groups/kawa-akari.yaml"] = GROUP + "meetings: {when: 気が向いた土曜, place: 岡の家}\n"
    assert "いつ 気が向いた土曜" in _words(_letters(tmp_path / "c", files)[1] / "kawa-akari.html")


def test_without_problems_there_is_an_empty_list_and_no_letter(tmp_path: Path) -> None:
    result, out = _letters(tmp_path, {})
    assert result.exit_code == 0
    assert [p.name for p in out.glob("*.html")] == ["index.html"]
    assert "お便りを出す団体はありません" in _words(out / "index.html")


def test_letters_are_replaced_as_a_whole_and_never_in_a_folder_of_others(tmp_path: Path) -> None:
    _letters(tmp_path / "a", BROKEN)
    out = tmp_path / "a" / "out"
    (out / "old.html").write_text("x", encoding="utf-8")
    arguments = [str(tmp_path / "a" / "content"), "-f", str(tmp_path / "a" / "mkdocs.yml"), "--today", "2026-11-23"]
    assert CliRunner().invoke(main, ["check", *arguments, "--letters", str(out)]).exit_code == 1
    assert not (out / "old.html").exists()
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "mine.txt").write_text("x", encoding="utf-8")
    refused = CliRunner().invoke(main, ["check", *arguments, "--letters", str(foreign)])
    assert refused.exit_code == 2
    assert [p.name for p in foreign.iterdir()] == ["mine.txt"]


def test_html_in_a_profile_stays_words_in_a_letter(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"groups/kawa-akari.yaml": GROUP.replace("volunteer", "<script>alert(1)</script>")}
    _, out = _letters(tmp_path, files)
    page = (out / "kawa-akari.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("rule", sorted(RULES.keys() - FOR_STAFF))
def test_a_letter_never_speaks_of_files(rule: str) -> None:
    letter = LETTERS.get(rule)
    words = (letter.says + letter.asks) if letter else RULES[rule].says.ja + RULES[rule].fix.ja
    words = re.sub(r"\{\w+\}", "", words)
    assert not re.search(r"[a-z]{3,}|YAML|ファイル|フォルダ", words)


def test_letters_speak_only_of_rules_that_groups_can_answer() -> None:
    assert LETTERS.keys() <= RULES.keys() - FOR_STAFF
    assert RULES.keys() >= FOR_STAFF


@pytest.mark.browser
@pytest.mark.parametrize("lines", ["", "summary_note: 1\n" + "aliases: [" + ", ".join(["長" * 200] * 8) + "]\n"])
def test_a_letter_is_one_sheet_of_paper_however_much_is_wrong(tmp_path: Path, chromium: Browser, lines: str) -> None:
    long = GROUP.replace("川あかりの会", "川" * 59).replace("川辺の花を世話しています。", "花" * 300)
    files: dict[str, str | bytes] = {
        **BROKEN,
        "groups/kawa-akari.yaml": str(BROKEN["groups/kawa-akari.yaml"]) + lines,
        "groups/hana-no-kai.yaml": long.replace("かわあかりのかい", "漢" * 119).replace("042-000-0011", "1" * 400)
        + lines,
        "groups/hana.yaml": OTHER_GROUP,
    }
    _, out = _letters(tmp_path, files)
    page = chromium.new_page()
    for sheet, count in (("kawa-akari", 1), ("hana-no-kai", 1), ("all", 2)):
        page.goto((out / f"{sheet}.html").as_uri())
        pdf = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == count
    page.close()
