"""Scripts are checked wherever the program is tested, or somebody hears that they were not."""

import pytest

from scripts import javascript
from tests.conftest import ROOT


def test_without_node_the_check_fails_and_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(javascript, "packaged", lambda: None)
    monkeypatch.setattr(javascript, "installed", lambda: None)
    assert javascript.main() == 1
    assert "Node.js 20 or later is missing" in capsys.readouterr().err


def test_node_without_npm_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(javascript.shutil, "which", lambda name: None if name == "npm" else "/usr/bin/node")
    assert javascript.installed() is None


def test_tools_that_cannot_be_installed_fail_the_check(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(javascript, "provide", lambda found: 1)
    assert javascript.main() == 1
    assert "could not be installed" in capsys.readouterr().err


def test_every_tool_and_every_test_of_scripts_is_run() -> None:
    node = javascript.Node(("node",), ("npm",))
    said = [" ".join(command) for command in javascript.commands(node)]
    assert [name for name in ("tsc", "biome", "--test") if any(name in each for each in said)] == [
        "tsc",
        "biome",
        "--test",
    ]
    written = {path.name for path in (ROOT / "tests" / "scripts").glob("*.test.js")}
    assert written
    assert all(name in said[-1] for name in written)


def test_users_need_no_node() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    site = makefile.partition("\nsite:")[2].partition("\ntest:")[0]
    assert "javascript" not in site
    assert makefile.count("scripts/javascript.py") == 2
