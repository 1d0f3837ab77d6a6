"""The index is complete, small, clear about its troubles, and the same every time."""

import json
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from generator.search.documents import SearchDocument, card, tokens
from generator.search.fold import PLAIN
from generator.search.index import SearchIndexError, index
from generator.search.synonyms import Synonyms
from generator.wording.facets import FACETS
from tests.search.town import TOWN


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def read(path: Path) -> dict[str, object]:
    parsed: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return parsed


def test_two_runs_give_the_same_bytes_whatever_the_order(tmp_path: Path, synonyms: Synonyms) -> None:
    index(TOWN, tmp_path / "one", synonyms=synonyms)
    index(TOWN[::-1], tmp_path / "two", synonyms=synonyms)
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_only_what_the_browser_loads_is_published(town: Path) -> None:
    names = [name for name in digests(town / "city" / "pagefind") if not name.startswith(("index/", "cards/"))]
    kinds = sorted(name.split(".")[0] if "pf_meta" not in name else "meta" for name in names)
    assert kinds == ["documents", "meta", "orders", "pagefind", "pagefind-entry", "wasm"]


def test_no_page_made_for_the_indexer_is_published(town: Path) -> None:
    assert [path.name for path in (town / "city").rglob("*.html")] == ["index.html"]


def test_a_second_run_leaves_nothing_of_the_first(tmp_path: Path) -> None:
    index(TOWN, tmp_path, synonyms=Synonyms())
    index(TOWN[:1], tmp_path, synonyms=Synonyms())
    assert len(list((tmp_path / "pagefind" / "cards").iterdir())) == 1


def test_the_report_says_what_was_written(tmp_path: Path) -> None:
    report = index(TOWN, tmp_path, synonyms=Synonyms())
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert (report.documents, len(set(report.files))) == (len(TOWN), len(files))
    assert report.size == sum(path.stat().st_size for path in files)


def test_an_empty_directory_has_an_empty_index(tmp_path: Path) -> None:
    assert index([], tmp_path, synonyms=Synonyms()).documents == 0
    assert read(tmp_path / "pagefind" / "documents.json")["count"] == 0


def test_facets_number_the_documents_by_address(tmp_path: Path) -> None:
    one = SearchDocument("b/", "group", "乙", fields=("観光",), days=("土", "日"), weight=3)
    other = SearchDocument("a/", "event", "甲", days=("土",))
    index([one, other], tmp_path, synonyms=Synonyms())
    facets = read(tmp_path / "pagefind" / "documents.json")
    assert facets["kind"] == {"event": [0], "group": [1]}
    assert (facets["field"], facets["day"]) == ({"観光": [1]}, {"土": [0, 1], "日": [1]})
    assert facets["weights"] == [0, 3]


def test_everything_that_documents_can_be_narrowed_down_by_has_a_name(tmp_path: Path) -> None:
    index(TOWN, tmp_path, synonyms=Synonyms())
    others = {"count", "cards", "weights", "kinds"}
    assert read(tmp_path / "pagefind" / "documents.json").keys() - others <= FACETS.keys()


def test_two_documents_at_one_address_are_refused(tmp_path: Path) -> None:
    twins = [SearchDocument("a/", "group", "甲"), SearchDocument("a/", "group", "乙")]
    with pytest.raises(SearchIndexError, match="アドレス a/ のページが二つあります（「甲」と「乙」）"):
        index(twins, tmp_path, synonyms=Synonyms())


def test_a_missing_pagefind_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.search.index.PAGEFIND", (sys.executable, "-m", "pagefind_that_is_not_there"))
    with pytest.raises(SearchIndexError, match="pagefind-bin"):
        index(TOWN, tmp_path, synonyms=Synonyms())


def test_a_failing_pagefind_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fails = (sys.executable, "-c", "import sys; sys.exit('disk is full')")
    monkeypatch.setattr("generator.search.index.PAGEFIND", fails)
    with pytest.raises(SearchIndexError, match="番号 1 で止まりました（disk is full）"):
        index(TOWN, tmp_path, synonyms=Synonyms())


def test_a_silent_pagefind_that_writes_nothing_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.search.index.PAGEFIND", (sys.executable, "-c", "pass"))
    with pytest.raises(SearchIndexError, match="索引を書きませんでした"):
        index(TOWN, tmp_path, synonyms=Synonyms())


def test_a_card_leaves_out_what_is_empty() -> None:
    assert card(SearchDocument("a/", "page", "案内")) == {"url": "a/", "kind": "page", "title": "案内"}


def test_what_the_body_already_says_is_indexed_once() -> None:
    named = SearchDocument("a/", "group", "川の会", body="川の会です。")
    assert list(tokens(named, PLAIN)).count("x5ddd306e") == 1


def test_one_of_two_weeks_is_indexed_with_its_day() -> None:
    words = list(tokens(SearchDocument("a/", "group", "会", line="第2・第4土曜 午前"), PLAIN))
    assert [words[at : at + 3] for at in range(len(words))].count(["xu7b2c", "xw2zz", "x571f66dc"]) == 1
