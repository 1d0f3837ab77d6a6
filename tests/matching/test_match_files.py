"""The files of /match/ say what Python knows, are small, and are the same whenever nothing has changed."""

import gzip
import random
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.people import Files, decoded, mark
from generator.matching.scoring import MET, Matches, rank
from generator.matching.sheet import KEYS, parse_sheet, values
from generator.pages.match_grid import grid_pages, role_tables
from generator.search.match_index import CARDS, write_match_index
from generator.search.postings import encoded
from generator.wording.matches import worded
from tests.matching.answers import asked, opening, town
from tests.matching.test_scoring import random_line

AT = {"when": "毎週火曜 19:00-21:00"}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Matches:
    kinds = [
        opening("会計の人", role="board"),
        opening("料理をする人", ages="18歳以上", beginners_ok="はい", **AT),
        opening("来る人", role="member", text="手話で話します。一日だけでも。"),
    ]
    groups = {f"g-{n}": {"recruiting": f"[{kinds[n % 3]}]", "areas": "[dai3]"} for n in range(9)}
    groups["club"] = {"meetings": "[{when: 毎週土曜 9:00-11:00, place: hall}]", "languages": "[ja, en]"}
    return town(tmp_path_factory.mktemp("town"), groups)


@pytest.fixture(scope="module")
def files(found: Matches, tmp_path_factory: pytest.TempPathFactory) -> Files:
    site = tmp_path_factory.mktemp("site")
    write_match_index(found.reader.directory, site)
    return Files(site)


def test_the_files_give_the_answers_that_python_gives(found: Matches, files: Files) -> None:
    known = values(found.reader.directory.vocabularies)
    for n in range(60):
        line = random_line(found, random.Random(n))
        sheet = parse_sheet(line, known)
        assert rank(files.degrees, files.groups, sheet) == rank(found.degrees, found.groups, sheet), line


def test_the_cards_say_the_reasons_and_differences_that_python_says(found: Matches, files: Files) -> None:
    line = "do=cooking.signlanguage&when=weekday-evening&where=dai3&with=beginner.lang-en.wheelchair&often=once"
    known = values(found.reader.directory.vocabularies)
    sheet = parse_sheet(line, known)
    ranked = rank(files.degrees, files.groups, sheet)
    for each, answer in zip(ranked, asked(found, line), strict=True):
        card, told = files.cards[each.number], []
        for key in KEYS:
            for value in sheet.of(key):
                degree = files.degrees[key].get(value, {}).get(each.number, "")
                if degree in MET[key]:
                    plain = files.start["reasons"][key][value]
                    told.append(worded(key, degree, card.get("says", {}).get(key, {}).get(value, plain)))
        assert tuple(dict.fromkeys(told)) == answer.reasons
        assert card["title"] == answer.document.title


def test_counts_name_the_answers_that_have_a_file(files: Files) -> None:
    folder = files.site / "match-index" / files.start["edition"] / "answers"
    there = {key: {path.stem for path in (folder / key).glob("*.json")} for key in KEYS}
    assert {key: set(files.start["counts"][key]) for key in KEYS} == there
    assert files.start["counts"]["do"]["cooking"] == 3


def test_an_age_excludes_in_the_files_too(files: Files) -> None:
    assert "out" in files.degrees["with"]["teen"].values()


def test_the_same_directory_gives_the_same_files_and_another_one_another_edition(
    found: Matches, files: Files, tmp_path: Path
) -> None:
    again = Files(tmp_path)
    names = write_match_index(found.reader.directory, tmp_path)
    assert [(tmp_path / n).read_bytes() for n in names] == [(files.site / n).read_bytes() for n in names]
    other = replace(
        found.reader.directory, entries={**found.reader.directory.entries, "groups": found.reader.directory.groups[4:]}
    )
    write_match_index(other, tmp_path / "other")
    assert Files(tmp_path / "other").start["edition"] != again.start["edition"]


def test_what_begins_an_answer_is_small(files: Files) -> None:
    start = (files.site / "match-index/start.json").read_bytes()
    assert len(gzip.compress(start)) < 8_000
    assert len(files.read(f"{files.start['edition']}/cards/0.json")) == CARDS


def test_steps_are_read_back() -> None:
    numbers = sorted(random.Random(1).sample(range(300_000), 2_000))
    assert list(decoded(encoded(numbers))) == numbers


def test_a_person_is_marked_by_the_first_three(files: Files) -> None:
    person = {
        "id": 1,
        "who": "",
        "sheet": "do=accounting&often=over",
        "expect": ["g-0", {"slug": "g-1", "title": "会計の人"}],
    }
    marked = mark(files, {**person, "never": [{"slug": slug, "title": "会計の人"} for slug in ("g-3", "g-6", "g-9")]})
    assert marked.met == (True, False)
    assert marked.unwanted == ("会計の人", "会計の人")


# ---- without scripts ----


def test_each_role_has_a_table_whose_cells_lead_to_lists_of_as_many_openings(found: Matches) -> None:
    directory = found.reader.directory
    pages = {page.url: page for page in grid_pages(directory)}
    linked = {c.url: c.number for table in role_tables(directory) for _, row in table.rows for c in row if c.url}
    assert linked == {"match/volunteer-weekday-evening/": 3}
    assert {url: page.view.count for url, page in pages.items()} == linked
    assert pages["match/volunteer-weekday-evening/"].title == "平日の夜にできる「ボランティア」"
