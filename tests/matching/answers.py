"""A small town whose openings differ in one thing each, and what they are ranked as."""

from collections.abc import Mapping
from pathlib import Path

from generator.build import load
from generator.matching.scoring import Matches, matches
from generator.matching.sheet import parse_sheet, values
from generator.packaged import packaged
from generator.wording.matches import Answer, answers, reader_of
from tests.folders import TODAY, content
from tests.test_browsing import group

VOCABULARIES: dict[str, str | bytes] = {
    f"vocabulary/{path.name}": path.read_bytes() for path in packaged("content/vocabulary").glob("*.yaml")
}
HALL = "name: 見本ホール\nkana: みほんほーる\nkind: hall\naccessibility: [wheelchair]\n"
# What every group says unless it says something else: nothing that any answer could be met by.
PLAIN = {"fields": "[other]", "areas": "[neighbors]", "summary": "いろいろあります。", "description": "いろいろ。"}


def town(folder: Path, groups: Mapping[str, Mapping[str, str]]) -> Matches:
    """The matches of a town: by slug the lines of each profile that differ from `PLAIN`."""
    files: dict[str, str | bytes] = {**VOCABULARIES, "places/hall.yaml": HALL}
    for n, (slug, lines) in enumerate(groups.items()):
        files[f"groups/{slug}.yaml"] = group(f"見本{n}", "みほん", **{**PLAIN, **lines})
    loaded = load(content(folder, files), "content", TODAY)
    assert loaded.directory.groups[1:], "no profile of the town could be read"
    assert set(groups) <= set(loaded.directory.group_of)
    return matches(reader_of(loaded.directory))


def asked(found: Matches, line: str) -> tuple[Answer, ...]:
    """The answers to a line."""
    return answers(found, parse_sheet(line, values(found.reader.directory.vocabularies)), most=1_000)


def slugs(found: Matches, line: str) -> list[str]:
    """The groups of the answers to a line, in their order."""
    return [answer.document.entry.slug for answer in asked(found, line)]


def opening(title: str, role: str = "volunteer", **lines: str) -> str:
    """An opening as one line of YAML."""
    told = "".join(f", {key}: {value}" for key, value in lines.items())
    return f"{{role: {role}, title: {title}{told}}}"
