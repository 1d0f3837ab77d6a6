"""Git, where the content lies in a repository: commits of accepted profiles, push and merge."""

import os
import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_SECONDS, _MOST_COMMITS = 60, 20
# For a repository whose owner never said who they are.
_DEFAULT_AUTHOR = ("-c", "user.name=hiroba desk", "-c", "user.email=desk@localhost")

# Nobody sits at the desk's own terminal who could be asked for a password.
_NO_PROMPT = {"GIT_TERMINAL_PROMPT": "0", "GCM_INTERACTIVE": "never", "GIT_SSH_COMMAND": "ssh -oBatchMode=yes"}
_SECRET = re.compile(r"//[^/\s@]*@")
_NOT_SENT = "送れませんでした。つながりと送り先を確かめてください"
_NO_HOST = "送り先が決まっていません。一度だけ「git push -u origin main」のようにしてください"
_CLASH = "コードの置き場所の変更と、ここの変更がぶつかっています。「git pull」で合わせてください"
_UNFINISHED = "「git merge」が途中です。終わらせるか、「git merge --abort」でやめてください"


@dataclass(frozen=True, slots=True)
class CommitResult:
    """A commit's short mark, or in Japanese why there is none."""

    mark: str = ""
    why: str = ""


def commit(folder: Path, files: Sequence[Path], message: str) -> CommitResult:
    """Commit these files and nothing else; never raises for what git says or does."""
    try:
        return _commit(folder, [str(path.resolve()) for path in files], message)
    except FileNotFoundError:
        return CommitResult(why="git が入っていないため、記録していません")
    except (OSError, subprocess.SubprocessError) as error:
        return CommitResult(why=f"git に記録できませんでした（{_short(str(error))}）")


def _commit(folder: Path, files: Sequence[str], message: str) -> CommitResult:
    if _git(folder, "rev-parse", "--is-inside-work-tree").returncode:
        return CommitResult(why="git で管理していないフォルダなので、記録していません")
    added = _git(folder, "add", "--", *files)
    if added.returncode:
        return _failed(added)
    if not _git(folder, "diff", "--cached", "--quiet", "--", *files).returncode:
        return CommitResult(_head(folder), "")
    made = _git(folder, *_author(folder), "commit", "--quiet", "-m", message, "--only", "--", *files)
    return _failed(made) if made.returncode else CommitResult(_head(folder))


def _author(folder: Path) -> tuple[str, ...]:
    return _DEFAULT_AUTHOR if _git(folder, "config", "user.email").returncode else ()


def _head(folder: Path) -> str:
    return _git(folder, "rev-parse", "--short", "HEAD").stdout.strip()


def _failed(run: "subprocess.CompletedProcess[str]") -> CommitResult:
    if "index.lock" in run.stderr:
        return CommitResult(
            why="ほかの git が動いているか、途中で止まったため（.git/index.lock）、記録できませんでした"
        )
    return CommitResult(why=f"git に記録できませんでした（{_short(run.stderr or run.stdout)}）")


def _short(text: str) -> str:
    # An address may hold the password by which it is reached.
    return _SECRET.sub("//", " ".join(text.split()))[:200]


def _git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["git", "-C", str(folder), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=_SECONDS,
        check=False,
        env=_NO_PROMPT | os.environ,
    )


def former_text(file: Path, fits: Callable[[str], bool]) -> str:
    """The text of a file in one of its last commits that fits; empty if none does, or there is no repository."""
    try:
        marks = _git(file.parent, "log", f"-{_MOST_COMMITS}", "--format=%H", "--", file.name).stdout.split()
        texts = (_git(file.parent, "show", f"{mark}:./{file.name}").stdout for mark in marks)
        return next((text for text in texts if fits(text)), "")
    except (OSError, subprocess.SubprocessError):
        return ""


def unpushed(folder: Path) -> int:
    """How many commits the code host does not have, as far as is known here; 0 too if there is no code host."""
    try:
        return int(_git(folder, "rev-list", "--count", "@{upstream}..HEAD").stdout.strip() or 0)
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0


def push(folder: Path) -> str:
    """Send what is committed to where the branch comes from; in Japanese why that did not work, empty if it did."""
    try:
        if _git(folder, "rev-parse", "--verify", "--quiet", "@{upstream}").returncode:
            return _NO_HOST
        sent = _git(folder, "push", "--quiet")
        return f"{_NOT_SENT}（{_short(sent.stderr or sent.stdout)}）" if sent.returncode else ""
    except (OSError, subprocess.SubprocessError) as error:
        return f"{_NOT_SENT}（{_short(str(error))}）"


def merge_upstream(folder: Path) -> str | None:
    """Take in what others have sent to the code host: empty if there was something, None if not, else why it failed.

    What is committed or written here stays as it is, also when the two do not go together.
    """
    try:
        if _git(folder, "fetch", "--quiet").returncode:
            return None
        if not int(_git(folder, "rev-list", "--count", "HEAD..@{upstream}").stdout.strip() or 0):
            return None
        if not _git(folder, "rev-parse", "--verify", "--quiet", "MERGE_HEAD").returncode:
            return _UNFINISHED
        merged = _git(folder, *_author(folder), "merge", "--quiet", "--no-edit", "@{upstream}")
        if merged.returncode:
            _git(folder, "merge", "--abort")
        return _CLASH if merged.returncode else ""
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
