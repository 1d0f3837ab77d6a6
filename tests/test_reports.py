"""Each face of a problem shows the same thing: to a person, a code host, a program, an editor."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.problems import Problem, Where, problem
from generator.reports import FORMATS
from generator.reports.excerpt import LONGEST, excerpt, visible, width
from generator.reports.github import SUMMARY_BYTES, summary
from generator.rules import RULES
from tests.folders import GROUP, OTHER_GROUP, content, put

TODAY = ("--today", "2026-11-23")


def _many(count: int, rule: str = "unknown-field", files: int = 3) -> tuple[Problem, ...]:
    return tuple(
        problem(Where(f"content/groups/g{n % files}.yaml", n + 1, 1), rule, value=f"x{n}") for n in range(count)
    )


def test_nothing_in_a_profile_acts_on_the_terminal(tmp_path: Path) -> None:
    evil = GROUP + "colour: \"\\e[31m\\a\\u202ered\"\n'\\x1b]0;x\\x07': 1\n"
    result = CliRunner().invoke(main, ["check", str(content(tmp_path, {"groups/kawa-akari.yaml": evil})), *TODAY])
    assert result.exit_code == 1
    assert not {c for c in result.output if not c.isprintable()} - {"\n", "\u3000"}


@pytest.mark.parametrize(
    ("text", "column", "wide", "shown", "caret"),
    [
        ("name: 川", 7, 1, "name: 川", "      ^^"),
        ("\tname", 2, 4, "␉name", " ^^^^"),
        ("ｱｶﾘ：x", 4, 1, "ｱｶﾘ：x", "   ^^"),
        ("か\u3099x", 3, 1, "か\u3099x", "  ^"),
        ("a\u200bb", 2, 1, "a\ufffdb", " ^"),
        ("", 1, 1, "", ""),
    ],
)
def test_the_caret_stands_under_the_fault_whatever_comes_before(
    text: str, column: int, wide: int, shown: str, caret: str
) -> None:
    assert excerpt(Where("f", 1, column, wide, text)) == (shown, caret)


def test_a_long_line_is_cut_around_its_fault() -> None:
    text = "川" * 500 + "悪い" + "花" * 500
    line, caret = excerpt(Where("f", 1, 501, 2, text))
    assert line.startswith("…川")
    assert line.endswith("花…")
    assert len(line) == LONGEST + 2
    at = width(line[: line.index("悪")])
    assert caret == " " * at + "^^^^"


def test_text_without_anything_odd_is_shown_as_it_is() -> None:
    assert visible("柳瀬川　あしの会 ABC") == "柳瀬川　あしの会 ABC"


def test_the_first_of_each_file_comes_first_and_only_as_many_as_the_host_shows() -> None:
    lines = list(FORMATS["github"](_many(40) + _many(30, "not-confirmed"), "ja"))
    errors = [line for line in lines if line.startswith("::error")]
    assert len(errors) == 10
    assert [line.split("file=")[1].split(",")[0] for line in errors[:3]] == [
        f"content/groups/g{n}.yaml" for n in range(3)
    ]
    assert sum(line.startswith("::warning") for line in lines) == 10
    assert lines[-1].startswith("::notice")
    assert "50件" in lines[-1]


def test_a_file_with_a_comma_or_a_colon_in_its_name_is_still_shown_at_its_line() -> None:
    """Else the host reads the name's rest as another property, and the note stands at no line of the proposal."""
    (line,) = FORMATS["github"](
        (problem(Where("content/groups/川,山: 50%.yaml", 3, 7, 2), "unknown-term", value="x"),), "ja"
    )
    place = "file=content/groups/川%2C山%3A 50%25.yaml,line=3,col=7,endColumn=9"
    assert line.startswith(f"::error {place},title=unknown-term::")


def test_few_problems_need_no_notice() -> None:
    assert [line.split(" ")[0] for line in FORMATS["github"](_many(3), "en")] == ["::error"] * 3


def test_the_step_summary_has_all_problems_and_nothing_gets_out_of_its_cell(tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    put(tmp_path, {"summary.md": "before\n"})
    odd = OTHER_GROUP + "'x|y<b>`#*': 1\n" + "".join(f"mystery{n}: 1\n" for n in range(30))
    folder = content(tmp_path / "c", {"groups/hana.yaml": odd})
    env = {"GITHUB_STEP_SUMMARY": str(file)}
    CliRunner(env=env).invoke(main, ["check", str(folder), "--format", "github", *TODAY])
    text = file.read_text(encoding="utf-8")
    assert text.startswith("before\n### エラー 31件")
    assert text.count("unknown-field") == 31
    assert "x\\|y&lt;b>\\`\\#\\*" in text


def test_the_step_summary_stays_below_what_the_host_takes() -> None:
    text = summary(_many(20_000), "ja")
    assert len(text.encode("utf-8")) <= SUMMARY_BYTES
    assert text.rstrip().endswith("件あります。")
    assert summary((), "ja") == ""


def test_sarif_names_each_rule_once_and_each_place_by_code_points() -> None:
    found = (
        problem(Where("content/groups/川 の会.yaml", 3, 7, 2, "名前: 𠮷川"), "unknown-term", value="x"),
        problem(Where("content/groups/a.yaml"), "too-big", size=1, limit=2),
        problem(Where("content/groups/a.yaml", 4, 1), "unknown-term", value="y"),
    )
    (text,) = FORMATS["sarif"](found, "ja")
    log = json.loads(text)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert sorted(rules) == ["too-big", "unknown-term"]
    assert "{" not in "".join(rule["shortDescription"]["text"] for rule in run["tool"]["driver"]["rules"])
    assert [rules[r["ruleIndex"]] for r in run["results"]] == [r["ruleId"] for r in run["results"]]
    assert run["columnKind"] == "unicodeCodePoints"
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/groups/%E5%B7%9D%20%E3%81%AE%E4%BC%9A.yaml"
    assert place["region"] | {"snippet": None} == {"startLine": 3, "startColumn": 7, "endColumn": 9, "snippet": None}
    assert "region" not in run["results"][1]["locations"][0]["physicalLocation"]
    assert {r["level"] for r in run["results"]} == {"error"}


# Who proposes something right is thanked, so a comment is never silent.
@pytest.mark.parametrize("form", sorted(FORMATS.keys() - {"comment"}))
def test_no_problem_is_no_annotation_no_line_and_a_log_without_results(form: str) -> None:
    lines = list(FORMATS[form]((), "ja"))
    assert lines == [] if form != "sarif" else json.loads(lines[0])["runs"][0]["results"] == []


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_rules_are_listed_and_each_is_explained(lang: str) -> None:
    listed = CliRunner().invoke(main, ["rules", "--lang", lang]).output.splitlines()
    assert [line.split()[0] for line in listed] == list(RULES)
    told = CliRunner().invoke(main, ["rules", "noon-or-midnight", "--lang", lang]).output
    rule = RULES["noon-or-midnight"]
    for part in (rule.why.spoken(lang), rule.bad, rule.good):
        assert part in told
    assert "{" not in told


def test_a_misspelt_rule_is_asked_back() -> None:
    result = CliRunner().invoke(main, ["rules", "unknown-fild"])
    assert result.exit_code == 2
    assert "「unknown-field」のことでしょうか" in result.output


def test_single_files_are_checked_against_the_whole_folder(tmp_path: Path) -> None:
    files = {"groups/a.yaml": OTHER_GROUP + "colour: 1\n", "events/e.yaml": "title: x\n"}
    folder = content(tmp_path, files)
    result = CliRunner().invoke(
        main, ["check", str(folder / "groups/a.yaml"), str(folder / "groups/kawa-akari.yaml"), *TODAY]
    )
    assert result.exit_code == 1
    assert "a.yaml:11:1" in result.output
    assert "e.yaml" not in result.output
    fine = CliRunner().invoke(main, ["check", str(folder / "places/kawabe.yaml"), *TODAY])
    assert fine.exit_code == 0


@pytest.mark.parametrize("name", ["groups", "../outside.yaml"])
def test_what_is_no_content_is_wrong_use(tmp_path: Path, name: str) -> None:
    folder = content(tmp_path / "content")
    put(tmp_path, {"outside.yaml": "a: b\n"})
    result = CliRunner().invoke(main, ["check", str(folder / name), *TODAY])
    assert result.exit_code == 2
    assert "content フォルダ" in result.output


def test_strict_makes_warnings_count(tmp_path: Path) -> None:
    folder = content(tmp_path, {"groups/hana.yaml": OTHER_GROUP + "confirmed: 2025-01-01\n"})
    assert CliRunner().invoke(main, ["check", str(folder), *TODAY]).exit_code == 0
    assert CliRunner().invoke(main, ["check", str(folder), "--strict", *TODAY]).exit_code == 1


@pytest.mark.parametrize("command", ["check", "fmt"])
def test_a_folder_without_content_is_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, [command])
    assert result.exit_code == 2
    assert "content フォルダがありません" in result.output
