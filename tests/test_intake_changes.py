"""The code on a correction slip carries changes alone; taken in, they change these fields of the page and no others."""

import base64
import json
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.intake.arrivals import Arrival, arrival, received
from generator.intake.carried import carried
from generator.intake.changes import completed
from generator.intake.flat import Pair
from generator.intake.submission import Refusal, digest, from_pairs
from generator.reading.read import read
from tests.conftest import SAMPLE_DAY
from tests.towns import CONTENT

SAMPLE = read(CONTENT, "content")
ASHI = SAMPLE.text("groups", "yanasegawa-ashi")
CHANGED: list[Pair] = [
    ("_kind", "group"),
    ("_slug", "yanasegawa-ashi"),
    ("_base", digest(ASHI)),
    ("_changes", "1"),
    ("contact.website", "www.example.org/ashi"),
    ("meetings.1.when", ""),
    ("meetings.1.place", ""),
    ("meetings.1.note", ""),
    ("fields", "environment"),
    ("fields", "welfare"),
]


def link(pairs: list[Pair]) -> str:
    deflating = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = json.dumps([1, *(each for pair in pairs for each in pair)], ensure_ascii=False).encode()
    packed = wrapped(deflating.compress(data) + deflating.flush())
    return f"https://hiroba.example.org/edit/?group=yanasegawa-ashi&way=paper#d={packed}"


def wrapped(data: bytes, way: str = "d") -> str:
    return way + base64.urlsafe_b64encode(data).decode().rstrip("=")


def arrived(text: str, name: str = "slip.txt") -> Arrival:
    (one,) = received(text.encode(), name, SAMPLE)
    return arrival(one, SAMPLE, SAMPLE_DAY)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("slip.txt", "{}\r\n"),
        ("slip.url", "[InternetShortcut]\r\nURL={}\r\n"),
        ("よみとり", "\ufeff{}"),
    ],
)
def test_a_scanned_code_changes_what_it_names_and_nothing_else(name: str, text: str) -> None:
    found = arrived(text.format(link(CHANGED)), name)
    assert found.draft
    assert found.submission
    assert found.submission.way == "paper"
    assert not found.draft.stale
    told = {change.name: (change.before, change.after) for change in found.draft.changes}
    assert told.pop("confirmed")[1] == SAMPLE_DAY.isoformat()
    told.pop("source", None)
    assert told.keys() == {"contact.website", "fields", "meetings.1.when", "meetings.1.place", "meetings.1.note"}
    assert told["contact.website"] == ("https://ashi.example.org/", "https://www.example.org/ashi")
    assert told["meetings.1.when"][1] == ""
    assert told["fields"][1] == "環境の保全、保健・医療・福祉"


def test_a_page_that_was_changed_after_the_slip_was_printed_is_told(tmp_path: Path) -> None:
    old = [(name, "0123456789abcdef" if name == "_base" else value) for name, value in CHANGED]
    found = arrived(link(old))
    assert found.draft
    assert found.draft.stale


def test_changes_alone_are_never_taken_for_a_whole_profile() -> None:
    refused = from_pairs(CHANGED)
    assert isinstance(refused, Refusal)
    assert refused.code == "only-changes"


@pytest.mark.parametrize(
    ("name", "value"), [("_slug", "nowhere"), ("_slug", "../x"), ("_kind", "place"), ("_kind", "")]
)
def test_changes_of_a_page_that_is_not_there_are_refused(name: str, value: str) -> None:
    refused = completed([(key, value if key == name else each) for key, each in CHANGED], SAMPLE)
    assert isinstance(refused, Refusal)
    assert refused.code == "no-page"


def test_a_code_with_every_answer_is_taken_in_as_it_is() -> None:
    pairs = [("_kind", "group"), ("name", "青空の会"), ("kana", "あおぞらのかい")]
    assert carried(link(pairs)) == pairs
    assert completed(pairs, SAMPLE) is pairs


BOMB = zlib.compressobj(9, zlib.DEFLATED, -15)
BROKEN = [
    "dAAAA",
    "s" + "A" * 5,
    wrapped(b"[1]x", "s"),
    wrapped(b'[2,"a","b"]', "s"),
    wrapped(b'[true,"a","b"]', "s"),
    wrapped(b'[1,"a"]', "s"),
    wrapped(b'[1,"a",1]', "s"),
    wrapped(b"{}", "s"),
    wrapped(b"[]", "s"),
    wrapped(b"\xff", "s"),
    wrapped(b"[" * 60_000, "s"),
    wrapped(BOMB.compress(b'[1,"a","' + b" " * 30_000_000 + b'"]') + BOMB.flush()),
]


@pytest.mark.parametrize("text", BROKEN)
def test_a_damaged_code_is_told_and_does_no_harm(text: str) -> None:
    found = carried(f"https://hiroba.example.org/edit/#d={text}")
    assert isinstance(found, Refusal)
    assert found.code == "broken-link"


def test_an_address_without_a_code_is_told() -> None:
    found = arrived("https://hiroba.example.org/edit/")
    assert found.refusal
    assert found.refusal.code == "no-link"


def test_the_command_shows_the_changes_of_a_slip(tmp_path: Path) -> None:
    file = tmp_path / "slip.txt"
    file.write_text(link(CHANGED), encoding="utf-8")
    result = CliRunner().invoke(main, ["intake", "--content", str(CONTENT), str(file)])
    assert "https://ashi.example.org/ → https://www.example.org/ashi" in result.output
    assert "柳瀬川あしの会" in result.output
