"""The schemas that editors use agree with the models: what they refuse is wrong, and what is right they let pass."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.cli import main
from generator.kinds import FOLDERS
from generator.models.base import Record
from generator.reading.read import read, read_data, vocabularies
from generator.reading.source import Source, sources
from generator.rules import RULES
from generator.schemas import RECORDS, schema, schemas
from tests.fixtures import PROBLEMS, place
from tests.folders import ROOT, content
from tests.profiles import FULL_EVENT, FULL_GROUP, FULL_PLACE, in_japanese
from tests.towns import CONTENT, CONTENTS, profile_files

VOCABULARIES = vocabularies(CONTENT)
FULL: dict[str, dict[str, Any]] = {"group": FULL_GROUP, "event": FULL_EVENT, "place": FULL_PLACE}
VALIDATORS = {kind: Draft202012Validator(schema(record, VOCABULARIES)) for kind, record in RECORDS.items()}
KIND_OF = {"groups": "group", "events": "event", "places": "place", "grants": "grant"}
# Rules that a schema can hold: they need neither another file, nor a calendar, nor an understanding of Japanese.
CATCHABLE = (
    "unknown-field",
    "missing-field",
    "wrong-shape",
    "text-too-long",
    "too-many",
    "too-few",
    "unknown-term",
    "unknown-choice",
    "alt-missing",
)


def _fine(kind: str, data: Any) -> bool:
    return bool(VALIDATORS[kind].is_valid(data))


def _model_takes(record: type[Record], data: Any) -> bool:
    try:
        record.model_validate(data, context={"vocabularies": VOCABULARIES})
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("kind", RECORDS)
def test_each_schema_is_one_by_the_standard(kind: str) -> None:
    Draft202012Validator.check_schema(schema(RECORDS[kind], VOCABULARIES))


def test_every_sample_profile_is_right_for_the_schema_and_for_the_model() -> None:
    assert not [folder for folder in CONTENTS if read(folder, "content").mended["groups"]]
    for folder, kind in KIND_OF.items():
        for slug, path in profile_files(folder).items():
            source = Source(path, path.as_posix(), slug)
            data = read_data(source, [])
            faults = [f"{source.shown}: {e.json_path} {e.message}" for e in VALIDATORS[kind].iter_errors(data)]
            assert faults == []
            assert _model_takes(FOLDERS[folder].model, data)


@pytest.mark.parametrize("kind", FULL)
def test_a_full_profile_is_right_in_english_and_in_japanese_keys(kind: str) -> None:
    for data in (FULL[kind], in_japanese(RECORDS[kind], FULL[kind])):
        assert list(VALIDATORS[kind].iter_errors(data)) == []
        assert _model_takes(RECORDS[kind], data)


def _fixture(rule: str, which: str) -> tuple[str, Any]:
    folder = place(rule, which).split("/")[0]
    (source,) = (s for s in sources(PROBLEMS / rule, rule) if s.slug == which)
    return KIND_OF[folder], read_data(source, [])


@pytest.mark.parametrize("rule", CATCHABLE)
def test_what_a_schema_can_catch_it_catches(rule: str) -> None:
    kind, data = _fixture(rule, "bad")
    assert data is not None
    assert not _fine(kind, data)


# A word list has no schema: what it is says `generator.reading.words`; and a vocabulary is no profile.
@pytest.mark.parametrize("rule", [rule for rule in RULES if rule not in ("word-list-shape", "term-nowhere")])
def test_a_mended_profile_is_right_for_its_schema(rule: str) -> None:
    kind, data = _fixture(rule, "good")
    # The rule book's small vocabularies have no term that the city's do not.
    assert [e.message for e in VALIDATORS[kind].iter_errors(data)] == []


_WORDS = ["", " ", "x", "川", "川" * 5000, "2026-12-05", "はい", "environment"]
ODD = st.sampled_from([*_WORDS, [], ["x"], {}, {"x": "y"}, None])


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.sampled_from(list(FULL)), st.data())
def test_what_the_schema_refuses_the_model_refuses_too(kind: str, data: st.DataObject) -> None:
    profile = json.loads(json.dumps(FULL[kind]))
    for _ in range(data.draw(st.integers(1, 3))):
        holder, key = data.draw(st.sampled_from(list(_slots(profile))))
        holder[key] = data.draw(ODD)
    if not _fine(kind, profile):
        assert not _model_takes(RECORDS[kind], _without_nothing(profile))


def _slots(data: Any) -> Any:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield data, key
        yield from _slots(value)


def _without_nothing(data: Any) -> Any:
    """What the reader gives for an empty value: no text instead of null."""
    if isinstance(data, dict):
        return {key: _without_nothing(value) for key, value in data.items()}
    return [_without_nothing(each) for each in data] if isinstance(data, list) else "" if data is None else data


def test_terms_are_offered_with_their_labels() -> None:
    field = schema(RECORDS["group"], VOCABULARIES)["$defs"]["Group"]["properties"]["kind"]
    offered, others, nothing = field["anyOf"]
    assert "volunteer" in offered["enum"]
    assert "ボランティア団体（" in offered["markdownEnumDescriptions"][offered["enum"].index("volunteer")]
    assert "ボランティア団体" in others["enum"]
    assert nothing == {"type": "null"}


def test_the_schemas_beside_the_sample_content_are_fresh() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "content" / "schema").iterdir()}
    assert written == dict(schemas(vocabularies(ROOT / "content"))), "run `hiroba schema` and commit the result"


def test_schemas_are_written_checked_and_kept(tmp_path: Path) -> None:
    folder = content(tmp_path)
    stale = CliRunner().invoke(main, ["schema", "--content", str(folder), "--check"])
    assert (stale.exit_code, stale.output.count("新しくありません")) == (1, len(RECORDS))
    assert not (folder / "schema").exists()
    assert CliRunner().invoke(main, ["schema", "--content", str(folder)]).exit_code == 0
    again = CliRunner().invoke(main, ["schema", "--content", str(folder), "--check"])
    assert (again.exit_code, again.output) == (0, "")
    assert b"\r" not in (folder / "schema" / "group.json").read_bytes()


def test_published_schemas_say_where_they_are() -> None:
    made = dict(schemas(VOCABULARIES, "https://hiroba.example.org/"))
    assert json.loads(made["group.json"])["$id"] == "https://hiroba.example.org/schema/group.json"
