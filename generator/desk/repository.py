"""Accepted profiles go into git, if the content lies in a repository: exactly the files that were written."""

import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_SECONDS, _DEEP = 60, 20
# For a repository whose owner never said who they are.
_NOBODY = ("-c", "user.name=hiroba desk", "-c", "user.email=desk@localhost")


@dataclass(frozen=True, slots=True)
class Committed:
    """A commit's short mark, or in Japanese why there is none."""

    mark: str = ""
    why: str = ""


def commit(folder: Path, files: Sequence[Path], message: str) -> Committed:
    """Commit these files and nothing else; never raises for what git says or does."""
    try:
        return _commit(folder, [str(path.resolve()) for path in files], message)
    except FileNotFoundError:
        return Committed(why="git が入っていないため、記録していません")
    except (OSError, subprocess.SubprocessError) as error:
        return Committed(why=f"git に記録できませんでした（{_short(str(error))}）")


def _commit(folder: Path, files: Sequence[str], message: str) -> Committed:
    if _git(folder, "rev-parse", "--is-inside-work-tree").returncode:
        return Committed(why="git で管理していないフォルダなので、記録していません")
    added = _git(folder, "add", "--", *files)
    if added.returncode:
        return _failed(added)
    if not _git(folder, "diff", "--cached", "--quiet", "--", *files).returncode:
        return Committed(_head(folder), "")
    known = not _git(folder, "config", "user.email").returncode
    made = _git(folder, *(() if known else _NOBODY), "commit", "--quiet", "-m", message, "--only", "--", *files)
    return _failed(made) if made.returncode else Committed(_head(folder))


def _head(folder: Path) -> str:
    return _git(folder, "rev-parse", "--short", "HEAD").stdout.strip()


def _failed(run: "subprocess.CompletedProcess[str]") -> Committed:
    if "index.lock" in run.stderr:
        return Committed(why="ほかの git が動いているか、途中で止まったため（.git/index.lock）、記録できませんでした")
    return Committed(why=f"git に記録できませんでした（{_short(run.stderr or run.stdout)}）")


def _short(text: str) -> str:
    return " ".join(text.split())[:200]


def _git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["git", "-C", str(folder), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=_SECONDS,
        check=False,
    )


def former(file: Path, fits: Callable[[str], bool]) -> str:
    """The text of a file in one of its last commits that fits; empty if none does, or there is no repository."""
    try:
        marks = _git(file.parent, "log", f"-{_DEEP}", "--format=%H", "--", file.name).stdout.split()
        texts = (_git(file.parent, "show", f"{mark}:./{file.name}").stdout for mark in marks)
        return next((text for text in texts if fits(text)), "")
    except (OSError, subprocess.SubprocessError):
        return ""
