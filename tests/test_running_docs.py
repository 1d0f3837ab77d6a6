"""What docs/running.md and the Containerfile tell people to type is what the program knows."""

import configparser
import re
import shlex

import pytest
from click.testing import CliRunner

from generator.cli import COMMANDS, main
from generator.packaged import packaged
from generator.static import TYPES, is_text
from tests.folders import ROOT

WORDS = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
UNITS = dict(re.findall(r"`/etc/systemd/system/([\w.-]+)`.*?```ini\n(.*?)```", WORDS, flags=re.DOTALL))
CONTAINER = (packaged("projects/skeleton") / "Containerfile").read_text(encoding="utf-8")


def _unit(name: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(UNITS[name])
    return parser


def _typed() -> list[str]:
    """Every command of ours in the page, the units, the tasks and the container, without the program's name."""
    found = [_unit(name)["Service"]["ExecStart"].partition("bin/hiroba ")[2] for name in UNITS if "service" in name]
    found += re.findall(r"-Argument \"([^\"]+)\"", WORDS)
    found += re.findall(r"(?:/town:Z hiroba|bin/hiroba) ([a-z]+(?: [^\s`）]+)*)`?$", WORDS, flags=re.MULTILINE)
    found.append(" ".join(re.findall(r'"([^"]+)"', next(x for x in CONTAINER.splitlines() if x.startswith("CMD")))))
    return found


@pytest.mark.parametrize("command", _typed())
def test_a_command_that_is_told_is_one_that_there_is(command: str) -> None:
    words = shlex.split(command)
    assert words[0] in COMMANDS
    wrong = CliRunner().invoke(main, [*words, "--help"])
    assert wrong.exit_code == 0, wrong.output
    for option in (word for word in words if word.startswith("--")):
        assert option in wrong.output


def test_the_page_tells_of_build_and_desk_on_every_system() -> None:
    assert sorted(UNITS) == ["hiroba-build.service", "hiroba-build.timer", "hiroba-desk.service"]
    assert len(_typed()) >= 8
    assert {command.split()[0] for command in _typed()} >= {"build", "desk"}


def test_the_units_run_as_nobody_else_and_write_into_the_project_alone() -> None:
    for name in ("hiroba-build.service", "hiroba-desk.service"):
        service = _unit(name)["Service"]
        assert service["User"] == "hiroba"
        assert service["ProtectSystem"] == "strict"
        assert service["ReadWritePaths"] == service["WorkingDirectory"] == "/srv/machi"
        assert service["ExecStart"].startswith("/srv/machi/.venv/bin/hiroba ")
    assert _unit("hiroba-build.timer")["Timer"]["OnCalendar"] == "*-*-* 00:07:00 Asia/Tokyo"


def test_the_container_holds_the_release_that_the_project_names_and_runs_as_nobody_special() -> None:
    lines = CONTAINER.splitlines()
    assert "COPY requirements.txt /tmp/requirements.txt" in lines
    assert [line for line in lines if line.startswith("COPY")] == ["COPY requirements.txt /tmp/requirements.txt"]
    assert lines.index("USER hiroba") < next(n for n, line in enumerate(lines) if line.startswith("ENTRYPOINT"))
    assert "STOPSIGNAL SIGINT" in lines


@pytest.mark.parametrize("directive", ["gzip_types", "AddOutputFilterByType DEFLATE"])
def test_a_host_is_told_to_pack_what_we_pack_ourselves(directive: str) -> None:
    told = set(next(line for line in WORDS.splitlines() if line.startswith(directive)).rstrip(";").split())
    assert told >= {TYPES[ending] for ending in (".css", ".js", ".json", ".svg")}
    assert all(is_text(media_type) for media_type in told if "/" in media_type)
