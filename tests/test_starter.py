"""A starter profile mentions every field in Japanese and is right as it stands, in part and in whole."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.kinds import FOLDERS, KINDS
from generator.models.base import Record, inner_record, is_own
from generator.reading.strict import Fault, parse
from generator.rules import level
from generator.starter import starter
from tests.folders import EVENT, GROUP, JPEG, PDF, PLACE, content, problems
from tests.profiles import filled

# A field behind a sign: `# aliases: …`, `#   - file: …`, `    # note: …`; a sentence never looks like that.
SUMMARY = "川の水質を調べ、岸辺の掃除を続けています。"
_BEHIND = re.compile(r"^( *)# ( *(?:# *){0,2}(?:- )?[a-z_]+:(?: |$))", re.MULTILINE)
BESIDE: dict[str, str | bytes] = {
    "groups/kawa-no-kai.yaml": GROUP.replace("川", "花").replace("かわ", "はな"),
    "places/shimin-hall.yaml": PLACE.replace("川辺", "けやき"),
    **{f"{folder}/kawa.jpg": JPEG for folder in FOLDERS},
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
def test_an_untouched_starter_is_refused_only_because_nobody_has_written_in_it(tmp_path: Path, kind: str) -> None:
    found = problems(tmp_path, {**BESIDE, f"{KINDS[kind].folder}/new.yaml": starter(kind)})
    errors = [p for p in found if level(p) == "error"]
    assert {p.rule for p in errors} == {"starter-value"}
    needed = {n for n, info in KINDS[kind].model.model_fields.items() if info.is_required() and is_own(info)}
    assert {dict(p.facts)["name"] for p in errors} == needed


def test_what_is_left_of_a_starter_is_named_field_by_field(tmp_path: Path) -> None:
    left = GROUP.replace("042-000-0011", "０４２ー０００ー０００１").replace("川辺の花を世話しています。", SUMMARY)
    found = problems(tmp_path, {"groups/kawa-akari.yaml": left})
    assert [(p.where.line, p.rule, dict(p.facts)["name"]) for p in found] == [
        (6, "starter-value", "summary"),
        (10, "starter-value", "phone"),
    ]


def test_what_was_uncommented_and_left_as_it_is_is_named_too(tmp_path: Path) -> None:
    left = GROUP.replace("kind:", "name_en: MIHON CLUB\nkind:", 1)
    event = EVENT + "description: 川沿いを2時間ほど歩きます。\n"
    found = problems(tmp_path, {"groups/kawa-akari.yaml": left, "events/aki.yaml": event})
    named = [(p.where.file, dict(p.facts)["name"]) for p in found if p.rule == "starter-value"]
    assert named == [("content/events/aki.yaml", "description"), ("content/groups/kawa-akari.yaml", "name_en")]


def test_a_value_that_was_refused_is_not_said_to_be_the_starters(tmp_path: Path) -> None:
    """A broken value is replaced by the example for a moment; that example is nobody's mistake."""
    found = problems(tmp_path, {"groups/kawa-akari.yaml": GROUP.replace("042-000-0011", "あとで書く")})
    assert [p.rule for p in found] == ["phone"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_starter_with_every_example_made_active_lacks_nothing_but_words_of_its_own(tmp_path: Path, kind: str) -> None:
    text = _uncommented(starter(kind))
    found = {p.rule for p in problems(tmp_path, {**BESIDE, f"{KINDS[kind].folder}/new.yaml": text})}
    # One entry of an event's dates cannot have all its fields at once.
    assert found - {"moment-twice", "repeat-without-days"} == {"starter-value"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_starter_has_an_example_for_every_field(tmp_path: Path, kind: str) -> None:
    from generator.reading.read import read

    folder = content(tmp_path, {**BESIDE, f"{KINDS[kind].folder}/new.yaml": _uncommented(starter(kind))})
    record = read(folder, "content").records[KINDS[kind].folder]["new"]
    assert {model: set(model.model_fields) - names for model, names in filled(record).items()} == {
        model: set() for model in filled(record)
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_starter_names_every_field_in_japanese(kind: str) -> None:
    comments = "\n".join(line[line.index("#") :] for line in starter(kind).splitlines() if "#" in line)
    assert [label for label in _labels(KINDS[kind].model) if label not in comments] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_fields_that_must_be_written_are_marked_and_the_others_wait(kind: str) -> None:
    needed = {name for name, info in KINDS[kind].model.model_fields.items() if info.is_required()}
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
    names = [name for name, info in KINDS[kind].model.model_fields.items() if not info.is_required()]
    for name in names:
        alone = re.sub(
            rf"^# {name}:(?:[^\n]*\n)(?:#  [^\n]*\n)*", lambda m: _plain(m[0]), starter(kind), flags=re.MULTILINE
        )
        data = parse(alone)
        assert not isinstance(data, Fault)
        assert name in data


def _plain(block: str) -> str:
    return re.sub(r"^# ", "", block, flags=re.MULTILINE)
