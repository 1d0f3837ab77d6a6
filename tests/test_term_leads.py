"""A term that names an id that is nowhere is published, with a message at its place that names the nearest id."""

from pathlib import Path

import pytest

from generator.build import inspect
from tests.folders import TODAY, content

HEAD = "label: もの\nlabel_en: Thing\n"
FIELDS = HEAD + "terms:\n  environment: {label: 環境の保全, label_en: Environment}\n"
EXCHANGES = HEAD + "terms:\n  equipment: {label: 備品・道具, label_en: Equipment}\n"


@pytest.mark.parametrize(
    ("name", "term", "found"),
    [
        ("things", "kinds: [equipmnt]", [("kinds", "equipmnt", "equipment（備品・道具）")]),
        ("things", "kinds: [equipment], wider: tnt", [("wider", "tnt", "tent（テント）")]),
        ("things", "kinds: [equipment], wider: tent", []),
        ("areas", "next: [tnt]", [("next", "tnt", "tent（テント）")]),
        ("areas", "next: [tent]", []),
        ("skills", "fields: [enviroment]", [("fields", "enviroment", "environment（環境の保全）")]),
        ("skills", "fields: [environment], group: hand", [("group", "hand", "hands")]),
        ("skills", "fields: [environment], group: hands", []),
    ],
)
def test_an_unknown_id_is_named_with_the_nearest_one_and_stops_nothing(
    tmp_path: Path, name: str, term: str, found: list[tuple[str, str, str]]
) -> None:
    text = (
        HEAD
        + "groups:\n  hands: {label: 手しごと, label_en: Crafts}\n"
        + "terms:\n  citywide: {label: 市内全域, label_en: City}\n"
    )
    files = {
        "vocabulary/fields.yaml": FIELDS,
        "vocabulary/exchanges.yaml": EXCHANGES,
        f"vocabulary/{name}.yaml": text + f"  tent: {{label: テント, label_en: Tent, {term}}}\n",
    }
    directory, problems = inspect(content(tmp_path, files), "content", TODAY)
    told = [dict(each.facts) for each in problems if each.rule == "term-nowhere"]
    assert [(each["name"], each["value"], each["suggestion"]) for each in told] == found
    assert [each for each in problems if each.rule != "term-nowhere" and "vocabulary" in each.where.file] == []
    assert "tent" in directory.vocabularies[name].terms


def test_a_city_without_the_vocabulary_that_terms_lead_to_is_not_told_of_it(tmp_path: Path) -> None:
    text = HEAD + "terms:\n  citywide: {label: 市内全域, label_en: City, audiences: [nobody]}\n"
    root = content(tmp_path, {"vocabulary/areas.yaml": text})
    (root / "vocabulary/audiences.yaml").unlink(missing_ok=True)
    assert [each for each in inspect(root, "content", TODAY)[1] if each.rule == "term-nowhere"] == []
