"""The reference that staff and developers read is what the program does."""

import importlib.util
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import click
import pytest

from generator.build import load
from generator.cli import main
from generator.models.base import Record, inner_record
from generator.models.event import Event
from generator.models.group import Group
from generator.models.place import Place
from generator.models.vocabulary import Vocabulary
from generator.reading.read import read_record
from generator.reading.source import Source
from generator.reports import terminal
from generator.rules import RULES
from scripts import tables
from scripts.reference import children
from tests.folders import JPEG
from tests.towns import CONTENT

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
DAY = date(2026, 11, 23)
RECORDS: tuple[type[Record], ...] = (Group, Event, Place)


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "scripts" / "reference.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records(top: type[Record]) -> set[type[Record]]:
    """A record type and all record types inside it."""
    found = (inner_record(info.annotation) for info in top.model_fields.values())
    return {top}.union(*(records(inner) for inner in found if inner is not None))


def commands(command: click.Command, path: str) -> list[str]:
    """The full names of a command and all commands below it."""
    below = children(command) if isinstance(command, click.Group) else ()
    return [path, *(name for key, child in below for name in commands(child, f"{path} {key}"))]


def test_the_reference_pages_are_fresh(reference: ModuleType) -> None:
    assert reference.stale(DOCS) == [], "the reference is stale: run `make docs` and commit the result"


def test_a_page_that_was_changed_by_hand_or_is_missing_counts_as_stale(reference: ModuleType, tmp_path: Path) -> None:
    reference.write(tmp_path)
    assert reference.stale(tmp_path) == []
    (tmp_path / "rules.md").write_text("# 手で直したページ\n", encoding="utf-8")
    (tmp_path / "cli.md").unlink()
    assert reference.stale(tmp_path) == ["cli.md", "rules.md"]


def test_the_facts_of_both_languages_are_fresh() -> None:
    written = tables.FILE.read_bytes().decode("utf-8")
    assert written == tables.script(), "theme/scripts/tables.js is stale: run `make docs` and commit the result"


@pytest.mark.parametrize("record", sorted(set().union(*map(records, RECORDS)), key=str))
def test_every_field_is_explained_with_its_label_and_key(reference: ModuleType, record: type[Record]) -> None:
    page = reference.fields_page()
    for name, info in record.model_fields.items():
        english = info.json_schema_extra["label_en"]  # type: ignore[index]
        assert f"| {info.title}<br>{english} | `{name}` |" in page


@pytest.mark.parametrize(
    ("key", "limits"),
    [("name", "60文字まで (≤ 60 characters)"), ("aliases", "8件まで (≤ 8)<br>120文字まで (≤ 120 characters)")],
)
def test_the_stricter_of_two_limits_is_the_one_that_is_named(reference: ModuleType, key: str, limits: str) -> None:
    row = next(line for line in reference.fields_page().splitlines() if f"| `{key}` |" in line)
    assert row.endswith(f"| {limits} |")


def test_every_command_and_option_is_explained_in_both_languages(reference: ModuleType) -> None:
    page = reference.cli_page()
    for path in commands(main, "hiroba"):
        assert f"## {path}\n" in page
        assert reference.ENGLISH[path] in page
    assert "`--today` | この日のサイトを作ります" in page


def test_every_rule_is_explained_and_its_blanks_are_visible(reference: ModuleType) -> None:
    page = reference.rules_page()
    headings = re.findall(r"^### (.+)$", page, re.MULTILINE)
    assert sorted(headings) == sorted(RULES)
    assert not re.search(r"(?<!`)\{\w+\}", page)


def test_every_term_of_a_vocabulary_is_listed(reference: ModuleType) -> None:
    page = reference.fields_page(CONTENT)
    path = CONTENT / "vocabulary" / "fields.yaml"
    vocabulary = read_record(Source(path, "fields.yaml", "fields"), Vocabulary, {}, [])
    assert vocabulary is not None
    for identifier, term in vocabulary.terms.items():
        assert f"| `{identifier}` | {term.label} | {term.label_en} |" in page


@pytest.mark.parametrize(
    "name",
    [
        *("cli.md", "fields.md", "problems.md", "rules.md"),
        *("architecture.md", "staff.md", "groups.md", "sheets.md", "../README.md"),
    ],
)
def test_every_link_in_the_documents_leads_somewhere(name: str) -> None:
    document = DOCS / name
    text = re.sub(r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    for link in re.findall(r"""(?:\]\(|src=")([^)"\s]+)""", text):
        target, _, anchor = link.partition("#")
        if target.startswith(("http:", "https:")):
            continue
        other = (document.parent / target).resolve() if target else document
        assert other.exists(), f"{name} links to {link}"
        if anchor:
            assert anchor in _anchors(other), f"{name} links to {link}"


def _anchors(document: Path) -> set[str]:
    """The anchors of a Markdown page: those written out, and those that code hosts make from headings."""
    text = document.read_text(encoding="utf-8")
    written = re.findall(r'<a id="([^"]+)">', text)
    assert len(written) == len(set(written))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {*written, *(re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings)}


def examples(document: Path) -> list[str]:
    """The whole profiles that a document shows."""
    blocks = re.findall(r"```yaml\n(.+?)```", document.read_text(encoding="utf-8"), re.DOTALL)
    return [block for block in blocks if block.startswith(("name:", "団体名:"))]


@pytest.fixture
def checked(tmp_path: Path) -> Callable[[str], list[str]]:
    """What `hiroba check` prints of a profile that stands alone among the sample places."""
    for folder in ("vocabulary", "places"):
        shutil.copytree(CONTENT / folder, tmp_path / folder)
    (tmp_path / "groups").mkdir()
    (tmp_path / "groups" / "hotaru.jpg").write_bytes(JPEG)

    def lines(profile: str) -> list[str]:
        (tmp_path / "groups" / "machikado-hon.yaml").write_text(profile, encoding="utf-8", newline="\n")
        return list(terminal(load(tmp_path, "content", DAY).problems))

    return lines


def test_every_example_profile_in_the_documents_passes_the_check(checked: Callable[[str], list[str]]) -> None:
    shown = [*examples(ROOT / "README.md"), *examples(DOCS / "groups.md")]
    assert len(shown) == 3
    for profile in shown:
        assert checked(profile) == []


@pytest.mark.parametrize("document", [ROOT / "README.md", DOCS / "staff.md"], ids=["README", "staff"])
def test_the_message_in_the_documents_is_what_the_program_says(
    checked: Callable[[str], list[str]], document: Path
) -> None:
    profile = examples(ROOT / "README.md")[0].replace("[culture,", "[cultre,")
    message = "\n".join(checked(profile)[:5])
    assert message.startswith("content/groups/machikado-hon.yaml:4:10")
    assert message in document.read_text(encoding="utf-8")
