"""A starter profile mentions every field in Japanese and is right as it stands, in part and in whole."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.models.base import Record, inner_record
from generator.reading.strict import Fault, parse
from generator.starter import KINDS, starter
from tests.folders import GROUP, JPEG, PDF, PLACE, content, problems
from tests.profiles import filled

FOLDERS = {"group": "groups", "event": "events", "place": "places"}
# A field behind a sign: `# aliases: …`, `#   - file: …`, `    # note: …`; a sentence never looks like that.
_BEHIND = re.compile(r"^( *)# ( *(?:# )?(?:- )?[a-z_]+:(?: |$))", re.MULTILINE)
BESIDE: dict[str, str | bytes] = {
    "groups/yanasegawa-ashi.yaml": GROUP.replace("川", "花").replace("かわ", "はな"),
    "places/keyaki-hall.yaml": PLACE.replace("川辺", "けやき"),
    **{f"{folder}/kawa.jpg": JPEG for folder in FOLDERS.values()},
    "groups/kaiho.pdf": PDF,
}


def _uncommented(text: str) -> str:
    """The starter with every example made active, inner ones too."""
    once = _BEHIND.sub(r"\1\2", text)
    return once if once == text else _uncommented(once)


def _labels(record: type[Record]) -> Iterator[str]:
    for info in record.model_fields.values():
        yield str(info.title)
        inner = inner_record(info.annotation)
        if inner:
            yield from _labels(inner)


@pytest.mark.parametrize("kind", KINDS)
def test_a_starter_is_right_as_it_stands(tmp_path: Path, kind: str) -> None:
    found = problems(tmp_path, {**BESIDE, f"{FOLDERS[kind]}/new.yaml": starter(kind)})
    assert [p.rule for p in found] in ([], ["criteria-missing"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_starter_with_every_example_made_active_is_a_right_profile(tmp_path: Path, kind: str) -> None:
    text = _uncommented(starter(kind))
    assert problems(tmp_path, {**BESIDE, f"{FOLDERS[kind]}/new.yaml": text}) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_starter_has_an_example_for_every_field(tmp_path: Path, kind: str) -> None:
    from generator.reading.read import read

    folder = content(tmp_path, {**BESIDE, f"{FOLDERS[kind]}/new.yaml": _uncommented(starter(kind))})
    record = getattr(read(folder, "content"), FOLDERS[kind])["new"]
    assert {model: set(model.model_fields) - names for model, names in filled(record).items()} == {
        model: set() for model in filled(record)
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_starter_names_every_field_in_japanese(kind: str) -> None:
    comments = "\n".join(line[line.index("#") :] for line in starter(kind).splitlines() if "#" in line)
    assert [label for label in _labels(KINDS[kind]) if label not in comments] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_fields_that_must_be_written_are_marked_and_the_others_wait(kind: str) -> None:
    needed = {name for name, info in KINDS[kind].model_fields.items() if info.is_required()}
    data = parse(starter(kind))
    assert not isinstance(data, Fault)
    assert set(data) == needed
    marked = re.findall(r"^# [^\n]*（必須）[^\n]*\n([a-z_]+):", starter(kind), re.MULTILINE)
    assert set(marked) == needed


def test_a_starter_says_each_limit_once() -> None:
    lines = [line for kind in KINDS for line in starter(kind).splitlines() if "文字まで" in line]
    assert lines
    assert [line for line in lines if line.count("文字まで") != 1] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_single_example_can_be_made_active_alone(tmp_path: Path, kind: str) -> None:
    names = [name for name, info in KINDS[kind].model_fields.items() if not info.is_required()]
    for name in names:
        alone = re.sub(
            rf"^# {name}:(?:[^\n]*\n)(?:#  [^\n]*\n)*", lambda m: _plain(m[0]), starter(kind), flags=re.MULTILINE
        )
        data = parse(alone)
        assert not isinstance(data, Fault)
        assert name in data


def _plain(block: str) -> str:
    return re.sub(r"^# ", "", block, flags=re.MULTILINE)
