"""`hiroba upgrade` brings a project of an older version up to date, and shows everything before it does it."""

import logging
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from generator import __version__, configuration
from generator.cli import main
from generator.packaged import packaged
from generator.projects.older import older_settings, without_older
from tests.folders import put

TOWN = ("--city", "檜原村", "--phone", "042-000-0100", "--yes")
NOTHING = f"この版（{__version__}）に合わせて変えるものはありません。\n"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    folder = tmp_path / "t"
    assert CliRunner().invoke(main, ["new", "site", str(folder), *TOWN]).exit_code == 0
    return folder


def upgrade(folder: Path, *arguments: str, said: str | None = None) -> Result:
    return CliRunner().invoke(main, ["upgrade", "-f", str(folder / "mkdocs.yml"), *arguments], input=said)


def _edit(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8", newline="\n")


def _tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def _older(folder: Path) -> None:
    """Make of a new project what an older version would have left."""
    _edit(folder / "requirements.txt", (f"=={__version__}", "==0.1.0"))
    _edit(folder / ".github/workflows/publish.yml", ("7 15 * * *", "0 15 * * *"))
    (folder / ".github/workflows/comment.yml").unlink()
    _edit(folder / "Containerfile", ("python:3.13", "python:3.11"))
    (folder / "content/vocabulary/languages.yaml").unlink()
    roles = folder / "content/vocabulary/roles.yaml"
    kept = [line for line in roles.read_text(encoding="utf-8").splitlines() if "successor" not in line]
    roles.write_text("\n".join([*kept, "  cook: {label: 料理番, label_en: Cook}  # うちの役"]), encoding="utf-8")


def test_a_new_project_needs_nothing(town: Path) -> None:
    before = _tree(town)
    for arguments in ((), ("--check",), ("--yes",)):
        done = upgrade(town, *arguments)
        assert (done.exit_code, done.output) == (0, NOTHING)
    assert _tree(town) == before


def test_this_repository_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert upgrade(Path(__file__).parents[2], "--check").output == NOTHING


def test_an_older_project_becomes_a_new_one_and_keeps_what_is_its_own(town: Path) -> None:
    new = _tree(town)
    _older(town)
    done = upgrade(town, "--yes")
    assert done.exit_code == 0, done.output
    for words in (
        "languages.yaml：この版で要る用語の表がありません",
        f"+hiroba[desk,sheets]=={__version__}",
        '-    - cron: "0 15',
    ):
        assert words in done.output
    after = _tree(town)
    roles = after.pop("content/vocabulary/roles.yaml").decode("utf-8")
    assert "  cook: {label: 料理番, label_en: Cook}  # うちの役\n  successor: {label: 後継者" in roles
    # The schemas know the city's own term too.
    changed = {name for name in after if after[name] != new.get(name)}
    # The schema of vocabularies too: skills lead to roles.
    schemas = {"content/schema/group.json", "content/schema/vocabulary.json"}
    assert changed == {*schemas, ".github/ISSUE_TEMPLATE/group.yml"}
    assert "料理番" in after["content/schema/group.json"].decode("utf-8")
    assert upgrade(town).output == NOTHING


def test_check_shows_and_changes_nothing(town: Path) -> None:
    _older(town)
    before = _tree(town)
    done = upgrade(town, "--check")
    assert done.exit_code == 1
    assert "successor" in done.output
    assert "変えますか" not in done.output
    assert _tree(town) == before


def test_what_is_not_confirmed_stays(town: Path) -> None:
    _older(town)
    # languages, roles, comment.yml, publish.yml, Containerfile, requirements.txt; then what is made from the terms.
    done = upgrade(town, said="\n".join("ynynnn" + "y" * 6) + "\n")
    assert done.exit_code == 0, done.output
    assert (town / "content/vocabulary/languages.yaml").is_file()
    assert "successor" not in (town / "content/vocabulary/roles.yaml").read_text(encoding="utf-8")
    assert (town / ".github/workflows/comment.yml").is_file()
    assert '"0 15 * * *"' in (town / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    assert "==0.1.0" in (town / "requirements.txt").read_text(encoding="utf-8")


def test_a_term_that_a_city_took_out_is_not_asked_for_again_in_the_same_version(town: Path) -> None:
    roles = town / "content/vocabulary/roles.yaml"
    lines = [line for line in roles.read_text(encoding="utf-8").splitlines() if "successor" not in line]
    roles.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    assert "roles.yaml" not in upgrade(town, "--yes").output


def test_without_code_host_files_none_come_back(town: Path) -> None:
    for path in sorted((town / ".github").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (town / ".github").rmdir()
    _edit(town / "requirements.txt", (f"=={__version__}", "==0.1.0"))
    assert upgrade(town, "--yes").exit_code == 0
    assert not (town / ".github").exists()


# --- Settings of an older version ------------------------------------------------------------------------------


def _with_theme_setting(town: Path) -> Path:
    _edit(town / "mkdocs.yml", ("  name: material\n", "  name: material\n  custom_dir: theme  # いつもの\n"))
    return town / "mkdocs.yml"


def test_a_copied_theme_is_read_with_a_warning_and_taken_out_of_the_settings(
    town: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = (town / "mkdocs.yml").read_bytes()
    config = _with_theme_setting(town)
    copytree(packaged("theme"), town / "theme")
    with caplog.at_level(logging.WARNING):
        assert configuration.configuration(str(config)).theme.custom_dir == str(town / "theme")
    assert "theme.custom_dir は、0.1 の書き方です" in caplog.text
    assert "hiroba upgrade で直せます" in caplog.text
    done = upgrade(town, "--yes")
    assert (done.exit_code, "-  custom_dir: theme" in done.output) == (0, True), done.output
    assert config.read_bytes() == before
    assert (town / "theme").is_dir(), "a folder of people's is never deleted"


def test_a_setting_that_names_a_theme_which_is_gone_is_mended_too(town: Path) -> None:
    config = _with_theme_setting(town)
    assert CliRunner().invoke(main, ["build", "-f", str(config)]).exit_code == 2
    assert upgrade(town, "--yes").exit_code == 0
    assert upgrade(town).output == NOTHING


def test_a_few_files_of_a_city_s_own_are_no_older_version(town: Path) -> None:
    config = _with_theme_setting(town)
    put(town, {"theme/hiroba/footer.html": "x"})
    assert older_settings(config.read_text(encoding="utf-8"), town) == ()
    assert upgrade(town).output == NOTHING


@pytest.mark.parametrize(
    "text", ["", "theme: material\n", "theme: [a]\n", "- x\n", "a: [\n", "theme: {custom_dir: }\n"]
)
def test_settings_of_any_shape_are_looked_at_calmly(tmp_path: Path, text: str) -> None:
    assert older_settings(text, tmp_path) == ()
    assert without_older(text, ()) == text


@pytest.mark.parametrize("command", ["upgrade", "schema"])
def test_a_vocabulary_that_cannot_be_read_takes_no_term_from_schemas_and_forms(
    town: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = town / "content/vocabulary/areas.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "  x: {label\n", encoding="utf-8")
    before = _tree(town)
    monkeypatch.chdir(town)
    done = CliRunner().invoke(main, [command, *(["--yes"] if command == "upgrade" else [])])
    assert (done.exit_code, "content/vocabulary/areas.yaml:" in done.output) == (1, True), done.output
    assert _tree(town) == before
