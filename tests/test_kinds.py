"""A kind of record is described once; whatever goes by kind follows from its description."""

from pathlib import Path

import pytest

from generator.kinds import EVENT, FOLDERS, FORMS, GROUP, KINDS, OPEN, PLACE, Kind, counted
from generator.models.base import is_asked
from generator.pages.site import navigation
from generator.reading.source import kinds_in
from generator.search.records import DOCUMENTS
from tests.folders import content


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_record_is_named_by_a_field_that_it_must_have(kind: Kind) -> None:
    assert kind.model.model_fields[kind.title].is_required()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_record_of_each_kind_is_found_by_the_search(kind: Kind) -> None:
    assert kind.name in DOCUMENTS


@pytest.mark.parametrize("name", FORMS)
def test_the_form_asks_for_every_field_that_is_asked_in_one_of_its_steps(name: str) -> None:
    asked = [field for step in FORMS[name].steps for field in step.fields]
    assert sorted(asked) == sorted(field for field, info in KINDS[name].model.model_fields.items() if is_asked(info))


def test_addresses_follow_from_the_folder() -> None:
    assert (GROUP.list_url, GROUP.url("kawa"), GROUP.file("kawa")) == (
        "groups/",
        "groups/kawa/",
        "content/groups/kawa.yaml",
    )


def test_everybody_may_correct_what_has_an_open_form() -> None:
    assert GROUP.correct_url("kawa") == "edit/?group=kawa"
    assert EVENT.correct_url("matsuri") == "edit/event/?event=matsuri"
    assert PLACE.correct_url("hall") == ""


def test_the_navigation_leads_to_the_kinds_there_are_and_to_people_wanted(tmp_path: Path) -> None:
    folder = content(tmp_path)
    assert [label for _, _, label in navigation(kinds_in(folder))] == ["団体", "イベント", "募集", "場所", "このサイト"]


def test_a_kind_that_a_city_may_do_without_is_there_from_its_first_file_on(tmp_path: Path) -> None:
    folder = content(tmp_path)
    rare = [kind for kind in KINDS.values() if kind.optional]
    assert not set(rare) & set(kinds_in(folder))
    for kind in rare:
        (folder / kind.folder).mkdir()
        (folder / kind.folder / "one.yaml").write_bytes(b"")
    assert set(rare) <= set(kinds_in(folder))


def test_no_two_kinds_share_a_name_a_folder_or_the_address_of_a_form() -> None:
    assert len(FOLDERS) == len(KINDS) == len({kind.label for kind in KINDS.values()})
    assert len({form.url for form in FORMS.values()}) == len(FORMS)
    assert OPEN.keys() <= FORMS.keys()


def test_how_many_there_are_of_each_is_said_in_one_line() -> None:
    found = {folder: range(1, 1235) if folder == "groups" else () for folder in FOLDERS}
    assert counted(found).startswith("団体 1,234、イベント 0、場所 0")
    assert counted(found, "en").startswith("1,234 groups, 0 events, 0 places")
