"""The command line says what is wrong, writes starters, and never breaks on a console."""

import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click
import pytest
from click.testing import CliRunner, Result
from jsonschema import validate

from generator import __version__
from generator.cli import COMMANDS, main, site, terminal
from generator.publishing.lock import Holder
from generator.publishing.turn import at_work, turn
from generator.reports.jsonl import SCHEMA
from tests.folders import EVENT, GROUP, OTHER_GROUP, content, project, put

BROKEN = {"groups/hana.yaml": OTHER_GROUP.replace("volunteer", "謎の会")}
STALE = {"groups/hana.yaml": OTHER_GROUP + "confirmed: 2025-01-01\n"}
TODAY = ("--today", "2026-11-23")


@pytest.fixture(autouse=True)
def _own_log() -> Iterator[None]:
    """Each run logs to its own stream: a handler of an earlier run holds a stream that is closed."""
    yield
    logging.getLogger("mkdocs").handlers.clear()


def _run(*arguments: str | Path, charset: str = "utf-8") -> Result:
    return CliRunner(charset=charset).invoke(main, [str(a) for a in arguments])


def _check(folder: Path, *arguments: str, **files: str) -> Result:
    return _run("check", content(folder), *TODAY, *arguments)


def _json(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_right_folder_is_said_to_be_right_and_the_exit_code_is_zero(tmp_path: Path) -> None:
    result = _check(tmp_path)
    assert (result.exit_code, result.output) == (
        0,
        "直すところはありません（団体 1、イベント 1、場所 1、助成金 0）。\n",
    )
    assert _check(tmp_path, "--lang", "en").output == "No problems (1 groups, 1 events, 1 places, 0 grants).\n"


def test_a_right_folder_is_passed_over_in_silence_when_asked(tmp_path: Path) -> None:
    result = _check(tmp_path, "--quiet")
    assert (result.exit_code, result.output) == (0, "")


def test_an_error_ends_with_code_one_and_a_warning_with_code_zero(tmp_path: Path) -> None:
    assert _run("check", content(tmp_path / "a", BROKEN), *TODAY).exit_code == 1
    warned = _run("check", content(tmp_path / "b", STALE), *TODAY)
    assert warned.exit_code == 0
    assert "\nエラー 0件、注意 1件（1ファイル）\n" in warned.output


def test_the_terminal_shows_the_line_a_caret_under_the_fault_and_what_to_do(tmp_path: Path) -> None:
    result = _run("check", content(tmp_path, BROKEN), *TODAY)
    shown = result.output.splitlines()
    assert shown[0] == f"{tmp_path.as_posix()}/groups/hana.yaml:3:7  エラー  unknown-term"
    assert shown[1:4] == [
        "    3 | kind: 謎の会",
        "      |       ^^^^^^",
        "  「謎の会」という団体の種類はありません。",
    ]
    assert shown[-2:] == [
        "エラー 1件、注意 0件（1ファイル）",
        "くわしい説明は「hiroba rules unknown-term」のように打つと出ます。",
    ]


def test_the_caret_is_coloured_wherever_it_stands(tmp_path: Path) -> None:
    folder = content(tmp_path, BROKEN)
    result = CliRunner().invoke(main, ["check", str(folder), *TODAY], color=True)
    caret = next(line for line in result.output.splitlines() if "^" in line)
    assert caret.startswith("\x1b[31m")
    assert "\x1b[" not in _run("check", folder, *TODAY).output


def test_the_caret_stands_under_the_fault_behind_wide_characters(tmp_path: Path) -> None:
    files = {"groups/hana.yaml": GROUP.replace("川あかり", "花").replace("kind: volunteer", "団体の種類: 謎")}
    result = _run("check", content(tmp_path, files), *TODAY)
    assert "    3 | 団体の種類: 謎\n      |             ^^\n" in result.output


def test_messages_come_in_english_when_asked(tmp_path: Path) -> None:
    result = _run("check", content(tmp_path, BROKEN), "--lang", "en", *TODAY)
    assert "hana.yaml:3:7  error  unknown-term" in result.output
    assert "  There is no 団体の種類 “謎の会”." in result.output or "  There is no kind “謎の会”." in result.output
    assert "\n1 error(s), 0 warning(s) in 1 file(s)\n" in result.output


def test_programs_get_one_json_object_for_each_problem(tmp_path: Path) -> None:
    result = _run(
        "check", content(tmp_path, BROKEN | {"events/e.yaml": EVENT + "plase: x\n"}), "--format", "jsonl", *TODAY
    )
    assert result.exit_code == 1
    found = _json(result)
    for each in found:
        validate(each, SCHEMA)
    assert found[0] == {
        "file": f"{tmp_path.as_posix()}/events/e.yaml",
        "line": 6,
        "column": 1,
        "end_column": 6,
        "level": "error",
        "rule": "unknown-field",
        "message": "「plase」という項目はありません。",
        "help": "「place」のことでしょうか。",
        "source": "plase: x",
        "facts": {"value": "plase", "suggestion": "place"},
    }


def test_a_code_host_gets_annotations_with_everything_escaped(tmp_path: Path) -> None:
    files = {"groups/hana.yaml": OTHER_GROUP + "'100%\\,::x': 1\n"}
    result = _run("check", content(tmp_path, files), "--format", "github", *TODAY)
    (line,) = result.output.splitlines()
    file = f"{tmp_path.as_posix()}/groups/hana.yaml"
    assert line.startswith(
        f"::error file={file},line=11,col=1,endColumn=12,title=unknown-field::「100%25\\,::x」という項目はありません。"
    )


def test_right_content_gives_programs_no_output_at_all(tmp_path: Path) -> None:
    assert _check(tmp_path, "--format", "jsonl").output == ""
    assert _check(tmp_path, "--format", "github").output == ""


@pytest.mark.parametrize("today", ["2026-11-23", "令和8年11月23日", "R8.11.23", "２０２６年１１月２３日（月）"])
def test_the_day_may_be_given_as_people_write_it(tmp_path: Path, today: str) -> None:
    files = {"groups/hana.yaml": GROUP.replace("川", "花").replace("かわ", "はな") + "confirmed: 2025-11-22\n"}
    assert _run("check", content(tmp_path, files), "--today", today).output.startswith("直すところはありません")
    later = _run("check", tmp_path, "--today", "令和8年11月24日")
    assert "not-confirmed" in later.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "none"],
        ["check", "--today", "きのう"],
        ["check", "--today", "0001-01-01"],
        ["check", "--today", "9999-12-31"],
        ["check", "--today", "1899-12-31"],
        ["check", "--today", "2200-01-01"],
        ["check", "--format", "xml"],
        ["check", "--lang", "fr"],
        ["build", "--config-file", "none.yml"],
        ["serve", "-f", "none.yml"],
        ["new", "group"],
        ["nothing"],
        ["--nothing"],
    ],
)
def test_wrong_use_ends_with_code_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    result = _run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_help_and_version_are_given_in_japanese_and_briefly() -> None:
    assert _run("--version").output == f"hiroba, version {__version__}\n"
    for command in ([], ["build"], ["check"], ["serve"], ["new"], ["new", "group"], ["new", "event"]):
        result = _run(*command, "--help")
        assert result.exit_code == 0
        assert re.search("[ぁ-ん]", result.output)


@pytest.mark.parametrize(("kind", "folder"), [("group", "groups"), ("event", "events")])
def test_a_starter_is_written_and_waits_only_for_words_of_its_own(tmp_path: Path, kind: str, folder: str) -> None:
    content(
        tmp_path,
        {
            "groups/kawa-no-kai.yaml": GROUP.replace("川", "花").replace("かわ", "はな"),
            "places/shimin-hall.yaml": "name: 館\nkana: やかた\nkind: hall\n",
        },
    )
    result = _run("new", kind, "hana-no-kai", "--content", tmp_path)
    assert result.exit_code == 0
    path = tmp_path / folder / "hana-no-kai.yaml"
    assert path.as_posix() in result.output
    assert b"\r" not in path.read_bytes()
    checked = _run("check", tmp_path, "--format", "jsonl", *TODAY)
    assert checked.exit_code == 1
    problems = [json.loads(line) for line in checked.output.splitlines() if line.startswith("{")]
    assert {p["rule"] for p in problems if p["level"] == "error"} == {"starter-value"}
    assert "エラー" not in checked.output.replace("エラー 0件", "")


def test_a_first_starter_makes_its_folder(tmp_path: Path) -> None:
    assert _run("new", "group", "hana", "--content", tmp_path).exit_code == 0
    assert (tmp_path / "groups/hana.yaml").is_file()


@pytest.mark.parametrize(
    "slug", ["花の会", "Hana", "hana kai", "../hana", "hana/kai", "con", "a" * 61, "", ".", "-h-", "hana.yaml"]
)
def test_a_starter_is_refused_under_a_name_that_cannot_be_an_address(tmp_path: Path, slug: str) -> None:
    before = sorted(content(tmp_path / "content").rglob("*"))
    result = _run("new", "group", "--content", tmp_path / "content", "--", slug)
    assert result.exit_code == 2
    assert sorted((tmp_path / "content").rglob("*")) == before
    assert not list(tmp_path.glob("*.yaml"))


def test_a_refused_name_is_answered_with_one_that_can_be_used(tmp_path: Path) -> None:
    assert "hana-no-kai.yaml" in _run("new", "group", "Hana_no_kai", "--content", tmp_path).output


def test_a_starter_never_overwrites_a_profile(tmp_path: Path) -> None:
    path = content(tmp_path) / "groups/kawa-akari.yaml"
    result = _run("new", "group", "kawa-akari", "--content", tmp_path)
    assert result.exit_code == 2
    assert "もうあります" in result.output
    assert path.read_text(encoding="utf-8") == GROUP


@pytest.mark.parametrize("form", ["terminal", "github", "jsonl"])
def test_a_console_of_an_office_computer_never_crashes(tmp_path: Path, form: str) -> None:
    files = {"groups/hana.yaml": GROUP.replace("volunteer", "😀—한국é").replace("川あかり", "花")}
    command = [sys.executable, "-m", "generator.cli", "check", str(content(tmp_path, files)), "--format", form, *TODAY]
    environment = os.environ | {"PYTHONIOENCODING": "cp932", "PYTHONUTF8": "0"}
    done = subprocess.run([*command[:1], "-c", _MAIN, *command[3:]], capture_output=True, env=environment, check=False)
    assert done.returncode == 1
    assert done.stderr == b""
    written = done.stdout.decode("cp932" if form == "terminal" else "utf-8")
    assert "という団体の種類はありません。" in written
    assert ("😀" in written) == (form != "terminal")


_MAIN = "import sys; from generator.cli import main; main(sys.argv[1:], prog_name='hiroba')"


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["build", "--help"], ["serve", "--help"]])
def test_help_can_be_shown_on_a_console_of_an_office_computer(arguments: list[str]) -> None:
    assert _run(*arguments, charset="cp932").exit_code == 0


def test_progress_is_for_people_at_a_terminal_only(capsys: pytest.CaptureFixture[str]) -> None:
    with terminal.Progress(show=False).stage("ページ"):
        pass
    assert capsys.readouterr() == ("", "")
    with terminal.Progress(show=True).stage("ページ") as tell:
        tell("196ページ")
    told = capsys.readouterr()
    assert told.out == ""
    assert re.fullmatch(r"ページ … 196ページ、[\d.]+秒\n", told.err)


# --- Whole builds ----------------------------------------------------------------------------------------------


def _build(config: Path, *arguments: str) -> Result:
    return _run("build", "-f", config, "--no-search", *TODAY, *arguments)


@pytest.mark.site
def test_a_build_says_what_it_made_and_is_silent_when_asked(tmp_path: Path) -> None:
    config = project(tmp_path)
    result = _build(config)
    assert result.exit_code == 0
    assert re.fullmatch(rf"できました: {re.escape(str(tmp_path))}/site（\d+ページ、検索 0件）\n", result.stdout)
    stages = re.findall(r"^(\S+) … .*?\d+\.\d秒$", result.stderr, re.MULTILINE)
    assert stages == ["読み取りと点検", "ページ", "公開"]
    quiet = _build(config, "--quiet", "--site", str(tmp_path / "other"))
    assert (quiet.exit_code, quiet.output) == (0, "")
    assert (tmp_path / "other/groups/kawa-akari/index.html").is_file()


@pytest.mark.site
def test_a_build_of_broken_content_ends_with_code_one_and_writes_nothing(tmp_path: Path) -> None:
    result = _build(project(tmp_path, BROKEN))
    assert result.exit_code == 1
    assert "content/groups/hana.yaml:3:7  エラー  unknown-term" in result.output
    assert "前のサイトはそのままです" in result.output
    assert not (tmp_path / "site").exists()


@pytest.mark.site
def test_a_build_into_a_folder_of_somebody_else_is_wrong_use(tmp_path: Path) -> None:
    config = project(tmp_path)
    put(tmp_path, {"site/thesis.txt": "たいせつ"})
    result = _build(config)
    assert result.exit_code == 2
    assert ".hiroba" in result.output
    assert [p.name for p in (tmp_path / "site").iterdir()] == ["thesis.txt"]


SATO = Holder("佐藤さん", datetime(2026, 11, 23, 14, 3, tzinfo=ZoneInfo("Asia/Tokyo")))


@pytest.mark.site
def test_a_build_that_must_not_wait_ends_with_code_two_and_says_who_is_building(tmp_path: Path) -> None:
    config = project(tmp_path)
    with turn(tmp_path / "site", SATO, None):
        result = _build(config, "--no-wait")
    assert result.exit_code == 2
    assert "佐藤さん が 11月23日 14:03 から、このサイトを作っています。" in result.output
    assert not (tmp_path / "site").exists()
    assert _build(config, "--no-wait").exit_code == 0


@pytest.mark.site
def test_a_build_waits_and_says_for_whom_even_if_it_is_quiet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config, other = project(tmp_path), ExitStack()
    other.enter_context(turn(tmp_path / "site", SATO, None))
    tell = site._tell

    def told(holder: Holder | None) -> None:
        tell(holder)
        other.close()

    monkeypatch.setattr(site, "_tell", told)
    result = _build(config, "--quiet")
    assert (result.exit_code, result.output.count("佐藤さん が 11月23日 14:03 から")) == (0, 1)
    assert "終わるのを待っています" in result.stderr
    assert (tmp_path / "site/index.html").is_file()


@pytest.mark.site
def test_others_see_the_name_that_a_build_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Holder | None] = []
    monkeypatch.setattr(site, "_report", lambda problems, **_: seen.append(at_work(tmp_path / "site")))
    assert _build(project(tmp_path), "--by", "田中さん（受付の机）").exit_code == 0
    assert [holder and holder.who for holder in seen] == ["田中さん（受付の机）"]


def test_letters_are_not_written_while_somebody_else_writes_them(tmp_path: Path) -> None:
    config = project(tmp_path)
    with turn(tmp_path / "letters", SATO, None):
        result = _run("check", tmp_path / "content", "-f", config, "--letters", tmp_path / "letters", *TODAY)
    assert (result.exit_code, "ほかの人が" in result.output) == (2, True)
    assert not (tmp_path / "letters").exists()


@pytest.mark.site
@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ("      citty: 清瀬市\n", "citty"),
        ("      center: {fon: 1}\n", "center.fon"),
        ("  - nonsense\n", "nonsense"),
        ("a: [\n", "yml"),
    ],
)
def test_a_mistake_in_the_settings_is_wrong_use_and_is_named(tmp_path: Path, settings: str, named: str) -> None:
    result = _build(project(tmp_path, settings=settings))
    assert result.exit_code == 2
    assert named in result.output
    assert isinstance(result.exception, SystemExit)


def test_the_list_of_commands_says_what_each_says_of_itself() -> None:
    context = click.Context(main)
    own = {name: main.get_command(context, name) for name in COMMANDS}
    assert {name: made.get_short_help_str(200) for name, made in own.items() if made} == {
        name: line for name, (_, _, line) in COMMANDS.items()
    }
    assert main.get_command(context, "nonsense") is None


@pytest.mark.process
def test_asking_for_help_imports_neither_the_models_nor_what_a_command_needs() -> None:
    """What keeps `hiroba --help` at a fifth of a second."""
    names = (
        "generator.build",
        "generator.models.base",
        "pydantic",
        "yaml",
        "jinja2",
        "mkdocs",
        "generator.japanese.dates",
    )
    code = f"{_MAIN[:-1]}, standalone_mode=False); print([n for n in {names} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code, "--help"], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.endswith("[]\n")
    assert "build" in done.stdout
