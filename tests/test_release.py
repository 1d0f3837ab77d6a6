"""A release is tried before it is published, and a city's workflows are as careful as ours."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator import __version__
from generator.projects.workflows import workflows
from scripts.hosted import commands
from tests.folders import ROOT, put
from tests.workflows import jobs, steps


def test_a_release_is_built_tried_alone_and_only_then_published() -> None:
    found = jobs("release.yml")
    assert list(found) == ["build", "try", "publish"]
    assert found["publish"]["needs"] == ["build", "try"]
    assert found["publish"]["permissions"] == {"id-token": "write"}
    assert found["publish"]["environment"]["name"] == "pypi"
    assert not [step for step in steps("release.yml", "publish") if "run" in step or "password" in step.get("with", {})]
    assert not [step for step in steps("release.yml", "try") if "checkout" in step.get("uses", "")]
    assert {os.partition("-")[0] for os in found["try"]["strategy"]["matrix"]["os"]} == {"ubuntu", "windows", "macos"}


@pytest.mark.process
def test_the_tag_has_to_be_the_program_s_version() -> None:
    script = next(step["run"] for step in steps("release.yml", "build") if "GITHUB_REF_NAME" in step.get("run", ""))
    for tag, code in ((f"v{__version__}", 0), ("v9.9.9", 1)):
        command = ["bash", "-c", f'python() {{ {sys.executable} "$@"; }}; {script}']
        done = subprocess.run(command, cwd=ROOT, env={"GITHUB_REF_NAME": tag, "PATH": "/usr/bin:/bin"}, check=False)
        assert done.returncode == code


def test_the_changelog_has_this_version() -> None:
    assert f"\n## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_tests_run_on_every_python_and_system_that_we_name() -> None:
    told = jobs("test.yml")["elsewhere"]["strategy"]["matrix"]["include"]
    assert [each["python"] for each in told if each["os"].startswith("ubuntu")] == ["3.12", "3.13", "3.14"]
    assert {each["os"].partition("-")[0] for each in told} == {"ubuntu", "windows", "macos"}
    assert steps("test.yml", "test")[1]["with"]["python-version"] == "3.11"


@pytest.mark.process
def test_a_city_s_workflows_pass_the_checks_that_ours_pass(tmp_path: Path) -> None:
    put(tmp_path, dict(workflows()))
    (tmp_path / ".github/ISSUE_TEMPLATE").mkdir()
    for command in commands(tmp_path):
        if not command[-1].startswith("vendor."):
            done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
            assert done.returncode == 0, done.stdout + done.stderr
