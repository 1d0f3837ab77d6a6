"""Runs the steps of a workflow on this machine as the code host would: a job is a fresh clone, each step is bash.

Actions of others are stood in for (`ACTIONS`): a checkout is the clone, artifacts are folders. `gh` is a small program
that answers from a file and notes what it is asked; `pip install` is noted and not run, since the project is here.
"""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from generator.reading.strict import parse
from tests.folders import ROOT, project, put

WORKFLOWS = ROOT / ".github" / "workflows"
REPOSITORY = "example/hiroba"
RUN_URL = f"https://github.com/{REPOSITORY}/actions/runs/77"
# Steps of others that are not run here, and what stands in for them.
ACTIONS = {
    "actions/checkout": "the clone",
    "actions/setup-python": "the Python of these tests",
    "actions/upload-artifact": "a copy into a folder",
    "actions/download-artifact": "a copy from that folder",
    "actions/upload-pages-artifact": "a copy into a folder",
    "actions/deploy-pages": "nothing",
    "pypa/gh-action-pypi-publish": "nothing",
}
_EXPRESSION = re.compile(r"\$\{\{\s*([a-z_.]+)\s*\}\}")

GH = """
import json, os, pathlib, sys
home = pathlib.Path(os.environ["FAKE_GH"])
state = json.loads((home / "answers.json").read_text(encoding="utf-8"))
words = sys.argv[1:]
sent = json.loads(sys.stdin.buffer.read()) if "--input" in words else None
with (home / "calls.jsonl").open("a", encoding="utf-8") as calls:
    calls.write(json.dumps([words, sent, bool(os.environ.get("GH_TOKEN"))]) + "\\n")
if words[0] != "api":
    sys.exit(0)
method = words[words.index("--method") + 1] if "--method" in words else "GET"
answer = state.get(f"{method} {words[1].split('?')[0]}")
if answer is None:
    sys.exit(f"gh: HTTP 404 {method} {words[1]}")
if isinstance(answer, str):
    sys.stdout.buffer.write((home / answer).read_bytes())
else:
    sys.stdout.write(json.dumps(answer))
"""


@dataclass
class Host:
    """A code host in a folder: a repository, what `gh` answers and was asked, and the artifacts of a run."""

    home: Path
    answers: dict[str, Any] = field(default_factory=dict)
    runs: int = 0

    @property
    def origin(self) -> Path:
        """The repository that everybody clones."""
        return self.home / "origin.git"

    @property
    def calls(self) -> list[tuple[list[str], Any, bool]]:
        """What `gh` was asked: its words, the data sent, and whether it had a token."""
        file = self.home / "calls.jsonl"
        lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
        return [tuple(json.loads(line)) for line in lines]

    def sent(self, method: str) -> list[tuple[str, Any]]:
        """The addresses and data of what was written on the host."""
        return [(words[1], data) for words, data, _ in self.calls if method in words]

    def artifact(self, name: str) -> Path:
        """The folder that stands for an artifact."""
        return self.home / "artifacts" / name

    def zipped(self, name: str) -> bytes:
        """An artifact as the host hands it out."""
        stream, folder = io.BytesIO(), self.artifact(name)
        with zipfile.ZipFile(stream, "w") as archive:
            for path in sorted(p for p in folder.rglob("*") if p.is_file()):
                archive.write(path, path.relative_to(folder).as_posix())
        return stream.getvalue()


@dataclass
class Done:
    """What a job did: which of its own steps ran, what they printed, and whether all of them went well."""

    steps: list[str] = field(default_factory=list)
    output: str = ""
    summary: str = ""
    fine: bool = True


def host(home: Path, files: Mapping[str, str | bytes] | None = None) -> Host:
    """A host whose repository holds a small project with our scripts, on its branch main."""
    if sys.platform != "linux":
        pytest.skip("the steps are written for the code host's machines, which are Linux")
    work = home / "work"
    project(work, files, _SETTINGS)
    put(work, {"constraints.txt": "", ".gitignore": "/site/*\n__pycache__/\nprivate/\n"})
    git(work, "init", "--quiet", "--initial-branch", "main")
    commit(work, "Begin")
    git(home, "init", "--quiet", "--bare", "--initial-branch", "main", "origin.git")
    git(work, "remote", "add", "origin", str(home / "origin.git"))
    git(work, "push", "--quiet", "origin", "main")
    _programs(home / "bin")
    return Host(home)


_SETTINGS = "      center: {name: きよせセンター, phone: 042-000-0100}\n"


def git(folder: Path, *arguments: str) -> str:
    """What git says in a folder."""
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout


def commit(folder: Path, words: str, mail: str = "somebody@example.org") -> None:
    """Commit everything in a folder."""
    git(folder, "add", "--all")
    git(folder, "-c", "user.name=x", "-c", f"user.email={mail}", "commit", "--quiet", "--message", words)


def _programs(folder: Path) -> None:
    """The programs that a runner has: ours, Python without pip, and `gh`."""
    put(folder, {"gh.py": GH})
    python = f'#!/bin/sh\n[ "$1 $2" = "-m pip" ] && exit 0\nexec "{sys.executable}" "$@"\n'
    ours = f'#!/bin/sh\nexec "{sys.executable}" -m generator.cli "$@"\n'
    programs = {
        "python": python,
        "python3": python,
        "hiroba": ours,
        "gh": f'#!/bin/sh\nexec "{sys.executable}" "{folder}/gh.py" "$@"\n',
    }
    put(folder, programs)
    for name in programs:
        (folder / name).chmod(0o755)


def run(there: Host, workflow: str, job: str, event: Mapping[str, Any], ref: str = "main") -> Done:
    """Run a job of a workflow in a fresh clone of the repository at a ref."""
    there.runs += 1
    work, temp = there.home / f"run-{there.runs}", there.home / "temp"
    git(there.home, "clone", "--quiet", "--no-local", str(there.origin), str(work))
    git(work, "checkout", "--quiet", ref if ref == "main" else f"origin/{ref}")
    shutil.rmtree(temp, ignore_errors=True)
    put(temp, {"event.json": json.dumps(event), "summary.md": "", "output.txt": ""})
    (there.home / "answers.json").write_text(json.dumps(there.answers), encoding="utf-8")
    done = Done()
    for step in steps(workflow, job):
        _step(there, step, event, (work, temp), done)
        if not done.fine:
            break
    done.summary = (temp / "summary.md").read_text(encoding="utf-8")
    return done


def steps(workflow: str, job: str) -> list[dict[str, Any]]:
    """The steps of a job."""
    return list(jobs(workflow)[job]["steps"])


def jobs(workflow: str) -> dict[str, Any]:
    """The jobs of a workflow by name."""
    data = parse((WORKFLOWS / workflow).read_text(encoding="utf-8"))
    assert isinstance(data, dict), data
    return dict(data["jobs"])


def _step(
    there: Host, step: Mapping[str, Any], event: Mapping[str, Any], folders: tuple[Path, Path], done: Done
) -> None:
    work, temp = folders
    if "run" not in step:
        action = str(step["uses"]).split("@")[0]
        assert action in ACTIONS, action
        given = {name: _filled(value, event, temp) for name, value in step.get("with", {}).items()}
        _stand_in(there, action, given, work)
        return
    script = temp / "step.sh"
    script.write_text(step["run"], encoding="utf-8", newline="\n")
    own = {name: _filled(value, event, temp) for name, value in step.get("env", {}).items()}
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
    ran = subprocess.run(shell, cwd=work, env=_surroundings(there, temp) | own, capture_output=True, check=False)
    done.steps.append(str(step["name"]))
    done.output += (ran.stdout + ran.stderr).decode("utf-8")
    done.fine = ran.returncode == 0


def _surroundings(there: Host, temp: Path) -> dict[str, str]:
    """The environment of a step: what the host gives, and nothing of this machine's but where things lie."""
    kept = {name: os.environ[name] for name in ("HOME", "LANG", "SYSTEMROOT") if name in os.environ}
    return kept | {
        "PATH": f"{there.home / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "GITHUB_REPOSITORY": REPOSITORY,
        "GITHUB_EVENT_PATH": str(temp / "event.json"),
        "GITHUB_STEP_SUMMARY": str(temp / "summary.md"),
        "GITHUB_OUTPUT": str(temp / "output.txt"),
        "RUNNER_TEMP": str(temp),
        "FAKE_GH": str(there.home),
    }


def _filled(value: object, event: Mapping[str, Any], temp: Path) -> str:
    """A value with its expressions filled in; only those that our workflows use are known."""

    def look(match: re.Match[str]) -> str:
        if match[1] in ("github.token", "runner.temp"):
            return "a-token" if match[1] == "github.token" else str(temp)
        found: Any = {"github": {"event": event}}
        for name in match[1].split("."):
            found = found[name]
        return str(found)

    return _EXPRESSION.sub(look, str(value))


def _stand_in(there: Host, action: str, given: Mapping[str, str], work: Path) -> None:
    if action in ("actions/upload-artifact", "actions/upload-pages-artifact"):
        target = there.artifact(given.get("name", "github-pages"))
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(work / given["path"], target)
    elif action == "actions/download-artifact":
        shutil.copytree(there.artifact(given["name"]), work / given["path"], dirs_exist_ok=True)
