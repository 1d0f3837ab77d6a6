"""What this version wants changed in a project that an older one made: each change as a file before and after."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from generator.models.vocabulary import Vocabulary
from generator.packaged import packaged
from generator.projects.make import derived_files, general_vocabularies
from generator.projects.older import older_settings, without_older
from generator.projects.workflows import workflows
from generator.reading.strict import parse
from generator.settings import Settings

_PIN = re.compile(r"^(hiroba(?:\[[^\]\n]*\])?==)([0-9]+(?:\.[0-9]+)*)[ \t]*$", re.MULTILINE)
_TERM = re.compile(r"^  ([a-z0-9-]+):", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Change:
    """One file that is to be changed: its name in the project, why, and its text before (empty if new) and after."""

    name: str
    why: str
    before: str
    after: str

    def diff(self) -> list[str]:
        """The change as a unified diff, line by line."""
        lines = self.before.splitlines(), self.after.splitlines()
        return list(unified_diff(*lines, self.name, self.name, lineterm="", n=2))


def settings_changes(config: Path) -> tuple[Change, ...]:
    """What is to be changed in mkdocs.yml, which may be unfit for this version as it is."""
    text = _text(config)
    found = older_settings(text, config.parent)
    why = "".join(older.words for older in found)
    return (Change(config.name, why, text, without_older(text, found)),) if found else ()


def changes(project: Path, content: str, version: str) -> tuple[Change, ...]:
    """What is to be changed in the other files that people write: terms, workflows, the program's version.

    `content` is the name of the content folder in the project.
    """
    pinned = _pinned(project)
    behind = pinned is not None and _number(pinned) < _number(version)
    found = [*_vocabularies(project, content, behind=behind)]
    if pinned is not None:
        found += _programs_own(project, behind=behind)
    if behind:
        found += _pin(project, version)
    return tuple(found)


def derived_changes(
    project: Path, content: str, terms: Mapping[str, Vocabulary], settings: Settings
) -> tuple[Change, ...]:
    """What is to be made anew from the terms and settings, after `changes`: schemas, and forms where there are any."""
    made = {name.replace("content/", f"{content}/", 1): text for name, text in derived_files(terms, settings).items()}
    forms = (project / ".github" / "ISSUE_TEMPLATE").is_dir()
    wanted = {name: text for name, text in made.items() if forms or not name.startswith(".github/")}
    why = "用語と設定から作るファイルを、新しくします。"
    return tuple(Change(n, why, before, text) for n, text in wanted.items() if (before := _text(project / n)) != text)


def _pinned(project: Path) -> str | None:
    """The version that a project names in its requirements.txt; None if it names none (a checkout of the program)."""
    found = _PIN.search(_text(project / "requirements.txt"))
    return found[2] if found else None


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"[0-9]+", version))


def _pin(project: Path, version: str) -> Iterator[Change]:
    text = _text(project / "requirements.txt")
    after = _PIN.sub(rf"\g<1>{version}", text)
    yield Change("requirements.txt", f"ひろばの版を {version} にします。", text, after)


def _vocabularies(project: Path, content: str, *, behind: bool) -> Iterator[Change]:
    """Vocabularies that are missing, and terms that are new since the version that the project names."""
    for source in general_vocabularies():
        name = f"{content}/vocabulary/{source.name}"
        before, brought = _text(project / name), _text(source)
        if not before:
            yield Change(name, "この版で要る用語の表がありません。", "", brought)
        elif behind and (after := _with_new_terms(before, brought)) != before:
            yield Change(name, "この版で増えた用語を足します（いらないものは、消してかまいません）。", before, after)


def _with_new_terms(own: str, brought: str) -> str:
    """A vocabulary's text with the terms that it lacks behind its own; as it is where that is not safe."""
    mine, theirs = _terms(own), _terms(brought)
    new = [term for term in theirs if term not in mine]
    if not new or not mine:
        return own
    after = own.rstrip("\n") + "\n" + "".join(_lines_of(brought, term) for term in new)
    return after if list(_terms(after)) == [*mine, *new] else own


def _terms(text: str) -> dict[str, object]:
    data = parse(text)
    terms = data.get("terms") if isinstance(data, dict) else None
    return terms if isinstance(terms, dict) else {}


def _lines_of(text: str, term: str) -> str:
    """The lines of one term in a vocabulary's text."""
    starts = [*((m[1], m.start()) for m in _TERM.finditer(text)), ("", len(text))]
    return next(text[at : starts[n + 1][1]] for n, (name, at) in enumerate(starts) if name == term)


def _programs_own(project: Path, *, behind: bool) -> Iterator[Change]:
    """Workflows and Containerfile as this version writes them; what a city has taken away stays away.

    A workflow that is missing among others comes with a new version, which may have brought it.
    """
    hosted = (project / ".github" / "workflows").is_dir()
    why = "この版のものにします（自分で直した所があれば、見くらべてください）。"
    for name, after in {**workflows(), "Containerfile": _text(packaged("projects/skeleton/Containerfile"))}.items():
        before = _text(project / name)
        if before != after and (before or (behind and hosted and name.startswith(".github/workflows/"))):
            yield Change(name, why, before, after)


def _text(path: Path) -> str:
    """The text of a file; empty if there is none."""
    return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n") if path.is_file() else ""
