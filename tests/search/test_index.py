"""The index is complete, small, clear about its troubles, and the same every time."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.lexical.fold import PLAIN
from generator.lexical.synonyms import Synonyms, load_synonyms
from generator.search.collect import collected
from generator.search.documents import SearchDocument, Turn, card
from generator.search.index import FOLDER, SearchIndexError, in_order, index
from generator.wording.facets import FACETS
from tests.search.few import FEW, WORDS
from tests.search.reading import Index, numbers_of, read
from tests.search.town import TOWN

ONE = SearchDocument("b/", "group", "乙", fields=("観光",), times=("土曜の朝", "日曜"), weight=3)
OTHER = SearchDocument("a/", "event", "甲", times=("土曜の朝",), ahead=True)


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


# ---- what is written


def test_two_runs_give_the_same_bytes_whatever_the_order(tmp_path: Path, synonyms: Synonyms) -> None:
    index(TOWN, tmp_path / "one", synonyms=synonyms)
    index(TOWN[::-1], tmp_path / "two", synonyms=synonyms)
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_only_what_the_browser_loads_is_published(town: Path) -> None:
    index_of = Index(town / "city")
    names = digests(town / "city" / FOLDER)
    assert {name.split("/")[0] for name in names} == {"start.json", index_of.start["edition"]}
    assert {name.split("/")[1] for name in names if "/" in name} == {
        "words",
        "long",
        "cards",
        "facets",
        "suggest",
        "orders.json",
        "conditions.json",
        "variants.json",
    }
    assert [path.name for path in (town / "city").rglob("*.html")] == ["index.html"]


def test_every_document_has_its_own_card(tmp_path: Path) -> None:
    index(TOWN, tmp_path, synonyms=Synonyms())
    made = Index(tmp_path)
    cards = [read(made.folder / f"cards/{number}.json")["url"] for number in range(len(TOWN))]
    assert cards == [document.url for document in in_order(TOWN)]


def test_a_second_run_leaves_nothing_of_the_first(tmp_path: Path) -> None:
    index(TOWN, tmp_path, synonyms=Synonyms())
    index(TOWN[:1], tmp_path, synonyms=Synonyms())
    assert len(list((tmp_path / FOLDER).glob("*/cards/*"))) == 1
    assert len(list((tmp_path / FOLDER).iterdir())) == 2


def test_other_words_are_another_edition_and_the_same_words_the_same(tmp_path: Path) -> None:
    changed = [*TOWN[1:], SearchDocument("groups/neu/", "group", "新しい会")]
    for name, documents in {"one": TOWN, "again": TOWN, "other": changed}.items():
        index(documents, tmp_path / name, synonyms=Synonyms())
    one, again, other = (Index(tmp_path / name).start["edition"] for name in ("one", "again", "other"))
    assert one == again != other


def test_the_report_says_what_was_written(tmp_path: Path) -> None:
    report = index(TOWN, tmp_path, synonyms=Synonyms())
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert (report.documents, len(set(report.files))) == (len(TOWN), len(files))
    assert report.size == sum(path.stat().st_size for path in files)


def test_an_empty_directory_has_an_empty_index(tmp_path: Path) -> None:
    assert index([], tmp_path, synonyms=Synonyms()).documents == 0
    made = Index(tmp_path)
    assert (made.start["count"], made.start["runs"], made.entry("手話")) == (0, [], None)


def test_two_documents_at_one_address_are_refused(tmp_path: Path) -> None:
    twins = [SearchDocument("a/", "group", "甲"), SearchDocument("a/", "group", "乙")]
    with pytest.raises(SearchIndexError, match="アドレス a/ のページが二つあります（「甲」と「乙」）"):
        index(twins, tmp_path, synonyms=Synonyms())


def test_what_begins_does_not_grow_with_the_number_of_documents(tmp_path: Path) -> None:
    more = [SearchDocument(f"groups/{n}/", "group", f"会{n}") for n in range(800)]
    sizes = []
    for name, documents in {"few": more[:8], "many": more}.items():
        index(documents, tmp_path / name, synonyms=Synonyms())
        sizes.append((tmp_path / name / FOLDER / "start.json").stat().st_size)
    assert sizes[1] - sizes[0] < 10


# ---- the order of documents, and what one can narrow down by


def test_documents_stand_by_weight_and_kind_then_pages_of_text_then_what_is_over(tmp_path: Path) -> None:
    over = SearchDocument("events/over/", "event", "昨年の会", weight=-10)
    closed = SearchDocument("grants/closed/", "grant", "締め切った助成", weight=-10)
    resting = SearchDocument("groups/resting/", "group", "休む会", weight=-2)
    postponed = SearchDocument("events/postponed/", "event", "延期の会", weight=-2, ahead=True)
    place = SearchDocument("places/hall/", "place", "会館")
    help_page = SearchDocument("help/", "page", "使い方", weight=9)
    group = SearchDocument("groups/z/", "group", "会", weight=1)
    event = SearchDocument("events/a/", "event", "催し", weight=1, ahead=True)
    given = [over, closed, help_page, resting, postponed, place, event, group]
    assert in_order(given) == [group, event, place, resting, postponed, help_page, over, closed]
    index(given, tmp_path, synonyms=Synonyms())
    start = Index(tmp_path).start
    runs = [["group", 1], ["event", 1], ["place", 1], ["group", 1], ["event", 1], ["page", 1], ["event", 1]]
    assert (start["count"], start["over"], start["runs"]) == (8, 2, [*runs, ["grant", 1]])


def test_facets_number_the_documents_in_their_order(tmp_path: Path) -> None:
    index([OTHER, ONE], tmp_path, synonyms=Synonyms())
    made = Index(tmp_path)
    facets = {path.stem: read(path) for path in (made.folder / "facets").glob("*.json")}
    assert {name: made.named(text) for name, text in facets["kind"].items()} == {"event": ["a/"], "group": ["b/"]}
    assert {name: made.named(text) for name, text in facets["time"].items()} == {
        "土曜の朝": ["b/", "a/"],
        "日曜": ["b/"],
    }
    assert {name: made.named(text) for name, text in facets["field"].items()} == {"観光": ["b/"]}


def test_everything_that_documents_can_be_narrowed_down_by_has_a_name_and_a_file(town: Path) -> None:
    made = Index(town / "city")
    assert set(made.start["facets"]) == {path.stem for path in (made.folder / "facets").glob("*.json")}
    assert set(made.start["facets"]) <= FACETS.keys()


# ---- cards


def test_a_card_leaves_out_what_is_empty() -> None:
    assert card(SearchDocument("a/", "page", "案内")) == {"url": "a/", "kind": "page", "title": "案内"}


def test_a_card_has_each_day_or_time_once_and_none_of_a_single_meeting() -> None:
    first, same, later = Turn("土曜", ("土曜の朝",)), Turn("土曜もう一度", ("土曜の朝",)), Turn("日曜", ("日曜",))
    made = SearchDocument("a/", "group", "会", turns=(first, same, later))
    assert card(made)["turns"] == [["土曜", ("土曜の朝",), ()], ["日曜", ("日曜",), ()]]
    assert "turns" not in card(SearchDocument("a/", "group", "会", turns=(first,)))


# ---- keys


def test_a_document_stands_under_a_key_once_in_its_best_zone(tmp_path: Path) -> None:
    named = SearchDocument("a/", "group", "川の会", lead="川の会です。", body="川の会に山の会も来ます。")
    index([named], tmp_path, synonyms=Synonyms())
    made = Index(tmp_path)
    assert made.urls("川の会") == [[], [], [], ["a/"]]
    assert made.urls("会です") == [[], ["a/"]]
    assert made.urls("山の会") == [["a/"]]


def test_one_of_two_weeks_is_found_with_its_day() -> None:
    found = collected([SearchDocument("a/", "group", "会", line="第2・第4土曜 午前")], PLAIN).keys
    assert {"第2土", "2土曜", "第4土", "4土曜"} <= found.keys()


def test_a_name_is_a_key_as_a_whole_and_by_its_parts(tmp_path: Path) -> None:
    index(FEW, tmp_path, synonyms=load_synonyms(WORDS))
    made = Index(tmp_path)
    for name in ("npo法人みどりの風", "npo法人", "みどりの風"):
        assert made.urls(f"^{name}$") == [[], [], [], ["groups/midori/"]]
    assert made.urls("^しゆわさあくるつぼみ$") == [[""]] or made.entry("^しゆわさーくるつぼみ$")
    assert made.entry("^みどりの$") is None


# ---- what strangers write

STRANGE = (
    *("__proto__", "constructor", "toString hasOwnProperty", "prototype", "null"),
    *('"', "\\", "\\\"'", "</script><script>alert(1)</script>", "{}", "\u2028\u2029", "\x7f"),
    *("𠮷野家", "😀👨‍👩‍👧", "﷽", "か\u3099き", "\u202eabc", "０" * 40, "=^~#$", "~手話", "#1", "^会$"),
)


def _strange() -> Iterator[SearchDocument]:
    for at, text in enumerate(STRANGE):
        each = dict.fromkeys(("names", "sorts", "badges", "fields", "areas"), (text,))
        yield SearchDocument(f"a{at}/", "group", text, text, line=text, lead=text, body=text, **each)
    yield SearchDocument("line/", "group", "長い行", body="川べり" * 16_384)
    letters = "".join(chr(0x4E00 + at) for at in range(10_000))
    yield SearchDocument("letters/", "group", "一万字", body=letters)


def test_whatever_a_stranger_writes_the_files_are_json_and_lead_to_it(tmp_path: Path) -> None:
    index(list(_strange()), tmp_path, synonyms=load_synonyms(WORDS))
    made = Index(tmp_path)
    assert all(read(path) is not None for path in (tmp_path / FOLDER).rglob("*.json"))
    for word in ("proto", "constructor", "tostring", "prototype", "alert", "𠮷野家"):
        assert any(made.urls(word)), word
    assert made.urls("川べり") == [["line/"]]
    assert made.urls(chr(0x4E00 + 9998) + chr(0x4E00 + 9999)) == [["letters/"]]


@settings(max_examples=40)
@given(st.lists(st.text(max_size=30), max_size=6))
def test_every_letter_of_every_text_is_found_by_its_keys(texts: list[str]) -> None:
    documents = [SearchDocument(f"{at}/", "group", "会", body=text) for at, text in enumerate(texts)]
    found = collected(documents, PLAIN)
    for number, text in enumerate(texts):
        for run in filter(str.isalpha, found.texts[number].folded[-1].split()):
            assert not found.has(run) or number in found.having(run), (text, run)


def test_the_steps_of_every_key_lead_to_the_documents_that_were_collected(tmp_path: Path) -> None:
    index(TOWN, tmp_path, synonyms=Synonyms())
    made, found = Index(tmp_path), collected(in_order(TOWN), PLAIN)
    for key in sorted(found.keys)[::97]:
        zones = [numbers_of(zone) for zone in made.entry(key).split(" ")]
        assert zones + [[]] * (4 - len(zones)) == found.zones_of(key), key
