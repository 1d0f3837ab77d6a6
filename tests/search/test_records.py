"""By which words a group is found."""

from pathlib import Path

from generator.search.records import documents
from generator.wording.groups import AREAS, COMMON, FOUNDED, group_facts
from tests.folders import GROUP, PLACE, loaded

URL = "groups/kawa-akari/"
TOLD = """\
audiences: [anyone]
accessibility: [wheelchair]
languages: [en]
founded: 平成16年4月
members: {total: 25人, note: 男性10人、女性15人}
fees: 年会費2,000円
recruiting: [{role: volunteer, title: 花の世話をする方, when: 第3日曜の朝, place: kawabe, ages: 高校生以上}]
"""


def _body(folder: Path, text: str) -> list[str]:
    made = loaded(folder, {"groups/kawa-akari.yaml": text, "places/kawabe.yaml": PLACE}).directory
    return next(each.body for each in documents(made) if each.url == URL).splitlines()


def test_a_group_is_found_by_what_its_page_tells_of_it(tmp_path: Path) -> None:
    body = _body(tmp_path, GROUP + TOLD)
    assert {"どなたでも", "車いす可", "英語", "25人（男性10人、女性15人）", "年会費 2,000円"} <= set(body)


def test_a_group_is_found_by_when_where_and_for_whom_it_seeks_people(tmp_path: Path) -> None:
    assert {"第3日曜の朝", "川辺の家", "高校生以上"} <= set(_body(tmp_path, GROUP + TOLD))


def test_a_fact_is_found_by_its_name_too_unless_nearly_every_group_has_it(tmp_path: Path) -> None:
    body = _body(tmp_path, GROUP + TOLD)
    assert "バリアフリー対応" in body
    assert not {*COMMON, AREAS, FOUNDED} & set(body)
    assert "バリアフリー対応" not in _body(tmp_path / "bare", GROUP)


def test_who_looks_for_april_does_not_find_who_was_founded_in_april(tmp_path: Path) -> None:
    assert "4月" not in "".join(_body(tmp_path, GROUP + TOLD))


def test_the_facts_that_are_left_out_are_facts(tmp_path: Path) -> None:
    made = loaded(tmp_path, {"groups/kawa-akari.yaml": GROUP + TOLD}).directory
    assert {*COMMON, AREAS, FOUNDED} <= {fact.label for fact in group_facts(made, made.groups[0])}
