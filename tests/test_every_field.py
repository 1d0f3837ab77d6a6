"""Nothing that a record says is lost: each field is on its page, in the preview, on paper, or named as kept back."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.build import load
from generator.models.base import Record
from generator.models.event import Event
from generator.models.grant import Grant
from generator.models.group import Group
from generator.models.place import Place
from generator.search.records import documents
from tests.every_field import KEPT_BACK, NOT_IN_PREVIEW, NOT_ON_PAPER, NOT_SOUGHT, WORDS, Specimens
from tests.folders import JPEG, PDF, TODAY, content
from tests.form_table import SCRIPTS, SHOW, table
from tests.poured import Elements, elements, poured
from tests.profiles import yaml_text
from tests.scripts_alone import alone
from tests.sheets_of_paper import bare, dressed, printed

KINDS: dict[str, type[Record]] = {"groups": Group, "events": Event, "places": Place, "grants": Grant}


@dataclass(frozen=True, slots=True)
class Case:
    """A record with every field filled in, the words that tell each field, and its built page."""

    data: dict[str, Any]
    expected: list[tuple[tuple[str, ...], str]]
    html: str

    def missing(self, said: str, *kept: dict[tuple[str, ...], str]) -> list[tuple[tuple[str, ...], str]]:
        """Fields whose words are not said, but for those that are kept back."""
        left_out = {field for each in (KEPT_BACK, *kept) for field in each}
        return [(field, words) for field, words in self.expected if field not in left_out and bare(words) not in said]


def case(folder: Path, kind: str) -> Case:
    specimens = Specimens(load(content(folder / "plain", {}), "content", TODAY).directory)
    data = specimens.record(KINDS[kind])
    names = [str(photo["file"]) for photo in (*data.get("photos", ()), *data.get("documents", ()))]
    files = {f"{kind}/{name}": PDF if name.endswith("pdf") else JPEG for name in names}
    pages = poured(folder, {f"{kind}/alle.yaml": yaml_text(data), **files})
    return Case(data, specimens.expected, pages[f"{kind}/alle/index.html"])


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_record_is_on_its_page_or_kept_back_on_purpose(tmp_path: Path, kind: str) -> None:
    made = case(tmp_path, kind)
    assert len(made.expected) > 15
    shown = [element.text for element in elements(made.html, "main")]
    for element in Elements(made.html).all:
        shown += [element.attributes[name] for name in ("href", "alt") if name in element.attributes]
    assert made.missing(bare(" ".join(shown))) == []


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_record_is_on_paper_or_left_to_the_page(chromium: Browser, tmp_path: Path, kind: str) -> None:
    made = case(tmp_path, kind)
    page = chromium.new_page()
    dressed(page, made.html.replace("<img ", "<i ").replace("srcset=", "data-set="))
    assert made.missing("".join(printed(page)), NOT_ON_PAPER) == []
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["groups", "events", "grants"])
def test_every_field_of_a_record_is_in_the_preview_of_the_form(chromium: Browser, tmp_path: Path, kind: str) -> None:
    made = case(tmp_path, kind)
    directory = load(tmp_path / "content", "content", TODAY).directory
    with alone(chromium, **SCRIPTS) as page:
        page.evaluate(SHOW, [kind.removesuffix("s"), made.data, table(directory, {"name": "みんなのセンター"})])
        said = page.locator("#main").inner_text()
        said += " ".join(
            page.evaluate(
                """[...document.querySelectorAll("#main *")].flatMap(each =>
                    ["href", "alt", "aria-label"].map(name => each.getAttribute(name) || ""))"""
            )
        )
    assert made.missing(bare(said), NOT_IN_PREVIEW) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_written_in_words_is_found_by_the_search_or_nobody_looks_for_it(tmp_path: Path, kind: str) -> None:
    made = case(tmp_path, kind)
    directory = load(tmp_path / "content", "content", TODAY).directory
    found = next(each for each in documents(directory) if each.url == f"{kind}/alle/")
    said = bare(" ".join((found.title, found.line, found.lead, found.body)))
    lost = {field for field, words in made.missing(said) if words.startswith(WORDS)}
    assert lost == NOT_SOUGHT.keys() & {field for field, _ in made.expected}


def test_what_is_kept_back_is_still_a_field() -> None:
    """A list of exceptions that nothing needs any more would hide the next loss."""
    for kind, model in KINDS.items():
        assert kind
        assert {name for owner, name in KEPT_BACK | NOT_ON_PAPER if owner == model.__name__} <= set(model.model_fields)
