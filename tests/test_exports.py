"""The openings for other programs: JSON, CSV and a feed."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.build import load
from generator.exports.formats import FORMATS
from generator.settings import Settings
from tests.folders import TODAY, content
from tests.poured import SETTINGS, poured
from tests.test_openings import BARE, GUIDE, HOME, town

ATOM = "{http://www.w3.org/2005/Atom}"


def made(folder: Path, name: str, *calls: str, settings: Settings = SETTINGS, **said: str) -> bytes:
    directory = load(content(folder, town(*calls, **said)), "content", TODAY).directory
    return FORMATS[name](directory, settings)


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_json_says_what_is_known_and_leaves_out_the_rest(tmp_path: Path) -> None:
    said = json.loads(made(tmp_path, "wanted/wanted.json", GUIDE, BARE))
    assert (said["date"], said["count"]) == (TODAY.isoformat(), 2)
    guide, bare = said["openings"]
    assert guide["title"] == "川の案内をする人"
    assert (guide["place"], guide["when"]) == ("川辺の家", "毎月第1日曜 9:00-11:30")
    assert (guide["ages"], guide["age_from"]) == ("高校生以上", 15)
    assert (guide["once"], guide["posted"], guide["until"]) == (True, "2026-11-20", "2099-12-01")
    assert "when_of_meeting" not in guide
    assert (bare["when"], bare["when_of_meeting"], bare["place_of_meeting"]) == ("毎週水曜 10:00-12:00", True, True)
    assert "once" not in bare
    assert "ages" not in bare


def test_ages_that_are_not_understood_stand_as_they_are_written(tmp_path: Path) -> None:
    said = json.loads(made(tmp_path, "wanted/wanted.json", "{role: member, title: 会員, ages: 若い方}"))["openings"][0]
    assert said["ages"] == "若い方"
    assert "age_from" not in said


@pytest.mark.parametrize(("written", "number"), [("3", 3), ("５名", 5)])
def test_how_many_is_a_number_where_it_is_one(tmp_path: Path, written: str, number: int) -> None:
    said = json.loads(made(tmp_path, "wanted/wanted.json", f"{{role: member, title: 会員, number: {written}}}"))
    assert said["openings"][0]["number"] == number
    assert "number_words" not in said["openings"][0]


@pytest.mark.parametrize("written", ["若干名", "2〜3人", "何人でも", "各1名"])
def test_how_many_stands_as_it_is_written_where_it_is_no_number(tmp_path: Path, written: str) -> None:
    call = f"{{role: member, title: 会員, number: {written}}}"
    said = json.loads(made(tmp_path / "a", "wanted/wanted.json", call))["openings"][0]
    assert said["number_words"] == written
    assert "number" not in said
    row = rows(made(tmp_path / "b", "wanted/wanted.csv", call))[0]
    assert (row["人数"], row["人数（ことば）"]) == ("", written)


def test_an_entry_that_says_that_nobody_is_sought_is_published_nowhere(tmp_path: Path) -> None:
    nobody = "{role: member, title: 定員に達したため締め切りました}"
    said = json.loads(made(tmp_path, "wanted/wanted.json", nobody, "{role: member, title: 会員}"))
    assert [each["title"] for each in said["openings"]] == ["会員"]


def test_the_csv_has_japanese_headings_a_bom_and_the_same_rows(tmp_path: Path) -> None:
    guide, bare = rows(made(tmp_path, "wanted/wanted.csv", GUIDE, BARE))
    assert (guide["見出し"], guide["役割"], guide["初心者歓迎"]) == ("川の案内をする人", "ボランティア", "有")
    assert (guide["掲載日"], guide["締切"], guide["電話"]) == ("2026-11-20", "2099-12-01", "042-000-0001")
    assert (bare["初心者歓迎"], bare["日時は団体の集まりのもの"]) == ("", "有")


@pytest.mark.parametrize("title", ["=1+1", "+81", "-2+3", "@SUM(A1)", "'=cmd"])
def test_no_cell_of_a_stranger_acts_in_a_spreadsheet(tmp_path: Path, title: str) -> None:
    data = made(tmp_path, "wanted/wanted.csv", f"{{role: member, title: {json.dumps(title)}}}")
    assert rows(data)[0]["見出し"] == f"'{title}"


def test_the_feed_is_valid_atom_with_ids_that_stay(tmp_path: Path) -> None:
    feed = ElementTree.fromstring(made(tmp_path, "wanted/feed.xml", HOME, GUIDE))
    assert feed.tag == f"{ATOM}feed"
    for parent in (feed, *feed.iter(f"{ATOM}entry")):
        assert [len(parent.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated", "author")] == [1, 1, 1, 1]
    newest, older = feed.iter(f"{ATOM}entry")
    assert newest.findtext(f"{ATOM}updated") == "2026-11-20T00:00:00+09:00"
    assert older.findtext(f"{ATOM}published") == "2026-11-01T00:00:00+09:00"
    assert feed.findtext(f"{ATOM}updated") == "2026-11-20T00:00:00+09:00"
    ids = [each.text for each in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == 3
    assert all(each and each.startswith("https://hiroba.example.org/wanted/") for each in ids)


def test_what_nobody_dated_is_not_called_new(tmp_path: Path) -> None:
    feed = ElementTree.fromstring(made(tmp_path / "undated", "wanted/feed.xml", BARE))
    assert list(feed.iter(f"{ATOM}entry")) == []
    assert feed.findtext(f"{ATOM}updated") == f"{TODAY}T00:00:00+09:00"
    confirmed = ElementTree.fromstring(made(tmp_path / "dated", "wanted/feed.xml", BARE, confirmed="2026-10-01"))
    assert confirmed.findtext(f"{ATOM}entry/{ATOM}updated") == "2026-10-01T00:00:00+09:00"
    assert confirmed.find(f"{ATOM}entry/{ATOM}published") is None


def test_without_the_address_of_the_site_links_are_relative_and_ids_are_names(tmp_path: Path) -> None:
    feed = ElementTree.fromstring(made(tmp_path, "wanted/feed.xml", GUIDE, settings=Settings(site_name="ひろば")))
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert (entry.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.attrib["href"].startswith("../wanted/aoi-")


def test_marks_of_mark_up_in_a_title_do_not_break_the_feed(tmp_path: Path) -> None:
    title = "A&B <b>「さがす」</b> ]]>"
    call = f"{{role: member, title: {json.dumps(title)}, posted: 2026-11-01}}"
    feed = ElementTree.fromstring(made(tmp_path, "wanted/feed.xml", call))
    assert (feed.findtext(f"{ATOM}entry/{ATOM}title") or "").startswith(title)


@pytest.mark.parametrize("name", FORMATS)
def test_a_town_without_openings_has_files_that_can_be_read(tmp_path: Path, name: str) -> None:
    data = made(tmp_path, name)
    if name.endswith("json"):
        assert json.loads(data)["openings"] == []
    elif name.endswith("csv"):
        assert rows(data) == []
    else:
        assert ElementTree.fromstring(data).tag == f"{ATOM}feed"


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_day_gives_the_same_bytes_and_every_address_in_them_is_a_page(tmp_path: Path, name: str) -> None:
    directory = load(content(tmp_path / "town", town(GUIDE, BARE, HOME)), "content", TODAY).directory
    assert FORMATS[name](directory, SETTINGS) == FORMATS[name](directory, SETTINGS)
    poured(tmp_path / "town", town(GUIDE, BARE, HOME))
    stage = tmp_path / "town/stage"
    text = (stage / name).read_text(encoding="utf-8")
    told = {re.split(r'["<\s,]', part)[0] for part in text.split(SETTINGS.site_url)[1:]}
    assert any(each.startswith("wanted/aoi-") for each in told)
    assert [each for each in told if not (stage / each / "index.html").is_file() and not (stage / each).is_file()] == []


def test_what_closed_yesterday_is_in_no_file(tmp_path: Path) -> None:
    call = "{role: member, title: 会員, posted: 2026-11-01, until: 2026-12-31}"
    folder = content(tmp_path, town(call))
    for day, there in ((date(2026, 12, 31), True), (date(2027, 1, 1), False)):
        directory = load(folder, "content", day).directory
        assert [("aoi-" in FORMATS[name](directory, SETTINGS).decode("utf-8")) for name in FORMATS] == [there] * 3
