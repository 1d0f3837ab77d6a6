"""The two profiles of every rule, `tests/problems/<rule>/bad.yaml` and `good.yaml`, laid into a content folder.

A first line `# as: events/tanemaki.yaml` says where the file goes (else `groups/kawa-akari.yaml`); `files/` goes beside
it, and `setup.txt` says what a repository cannot hold: `link NAME TARGET`, `size NAME BYTES`, `lock NAME`.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from unittest.mock import patch

from generator.build import inspect
from generator.problems import Problem
from generator.reports import terminal
from tests.folders import TODAY, content

PROBLEMS = Path(__file__).parent / "problems"
_AS = re.compile(rb"# as: (\S+(?: \S+)*)\r?\n")


def place(rule: str, which: str) -> str:
    """Where in a content folder the bad or good file of a rule goes."""
    found = _AS.match((PROBLEMS / rule / f"{which}.yaml").read_bytes())
    return found[1].decode("utf-8") if found else "groups/kawa-akari.yaml"


def found(rule: str, which: str, folder: Path) -> tuple[Problem, ...]:
    """Everything wrong with a content folder that holds the bad or good file of a rule."""
    root = content(folder / "content", {place(rule, which): (PROBLEMS / rule / f"{which}.yaml").read_bytes()})
    beside = PROBLEMS / rule / "files"
    if beside.is_dir():
        copytree(beside, root, dirs_exist_ok=True)
    setup = PROBLEMS / rule / "setup.txt"
    lines = setup.read_text(encoding="utf-8").splitlines() if setup.is_file() else []
    with _locked({str(root / name) for name in (_set_up(root, line, which) for line in lines) if name}):
        return inspect(root, "content", TODAY)[1]


def _set_up(root: Path, line: str, which: str) -> str:
    """Do what a line of setup.txt says; the name of a file that is to be locked, else nothing."""
    what, name, *rest = line.split()
    if what == "size":
        os.truncate(root / name, int(rest[0]))
    if what == "link" and which == "bad":
        (root / name).unlink()
        (root / name).symlink_to(rest[0])
    return name if what == "lock" and which == "bad" else ""


@contextmanager
def _locked(paths: set[str]) -> Iterator[None]:
    """Refuse to open some files, as the system does to somebody without permission (root has every permission)."""
    real = os.open

    def refusing(path: str | Path, *rest: int) -> int:
        if str(path) in paths:
            raise PermissionError(13, "Permission denied")
        return real(path, *rest)

    with patch("generator.reading.source.os.open", refusing):
        yield


def report(problems: tuple[Problem, ...]) -> str:
    """What the terminal shows of problems, in Japanese and then in English."""
    both = ("\n".join(terminal(problems, lang)) for lang in ("ja", "en"))
    return "\n\n".join(both) + "\n"
