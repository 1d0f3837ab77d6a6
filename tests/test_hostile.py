"""Files from hostile or unlucky hands are told apart in a sentence; none hangs, fills or crashes anything."""

import json
import os
import random
import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.formatting import NotKept, canonical
from generator.images import MAX_PIXELS, pixels, upright
from generator.kinds import FOLDERS
from generator.models.group import Group
from generator.problems import Problem
from generator.reading.mend import Mended
from generator.reading.read import read_record, vocabularies
from generator.reading.source import MAX_BYTES, Source
from generator.rules import advice, message
from scripts.fuzz import run
from tests.folders import GROUP, OTHER_GROUP, content, problems
from tests.towns import CONTENT

VOCABULARIES = vocabularies(CONTENT)
LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (LAUGHS.encode(), "alias"),
        (b"a: " + b"[" * 10_000, "too-deep"),
        (b"".join(b"  " * n + b"a:\n" for n in range(200)), "too-deep"),
        (b"name: a\0b\n", "encoding"),
        (b"name: \x1b[31m\n", "encoding"),
        (b"name: \xed\xa0\x80\n", "encoding"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "encoding"),
        ("名前: 川\n".encode("euc_jp"), "encoding"),
        (b"<<: {a: b}\n", "unknown-field"),
        (b"%TAG ! tag:x,2000:\n---\nname: !x y\n", "tag"),
        (b"name: !!python/object/apply:os.system [ls]\n", "tag"),
        (b"? [a, b]\n: c\n", "syntax"),
        (b"\tname: x\n", "syntax"),
        (b"name: 'x\n", "syntax"),
        (b"# only a comment\n", "empty-file"),
        (b"- a\n- b\n", "wrong-shape"),
        (b"\n\n\n", "empty-file"),
        (b"name: x\n...\nname: y\n", "syntax"),
    ],
)
def test_what_is_no_profile_is_refused_with_its_rule(tmp_path: Path, data: bytes, rule: str) -> None:
    found = [p for p in problems(tmp_path, {"groups/x.yaml": data}) if p.where.file.endswith("x.yaml")]
    assert rule in {p.rule for p in found}
    for problem in found:
        assert message(problem)
        assert "{" not in message(problem) + advice(problem)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp932", "utf-8-sig"])
def test_files_of_office_programs_are_read(tmp_path: Path, encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    data = mark + OTHER_GROUP.replace("\n", "\r\n").encode(encoding)
    rules = [p.rule for p in problems(tmp_path, {"groups/x.yaml": data})]
    assert rules == ([] if encoding == "utf-8-sig" else ["not-utf8"])


def test_a_hundred_megabytes_are_not_read(tmp_path: Path) -> None:
    folder = content(tmp_path, {"groups/x.yaml": b""})
    os.truncate(folder / "groups/x.yaml", 100 * 1024 * 1024)
    found: list[Problem] = []
    read_record(Source(folder / "groups/x.yaml", "x", "x"), Group, {}, found)
    assert [p.rule for p in found] == ["too-big"]
    assert dict(found[0].facts)["size"] == "104,857,600"
    assert dict(found[0].facts)["limit"] == f"{MAX_BYTES:,}"


def test_a_pipe_or_a_folder_named_like_a_profile_is_not_waited_for(tmp_path: Path) -> None:
    folder = content(tmp_path)
    (folder / "groups" / "folder.yaml").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "groups" / "pipe.yaml")
    assert {p.rule for p in problems(tmp_path)} == {"stray-file"}


def test_a_profile_is_not_read_through_a_link(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("password: himitsu\n", encoding="utf-8")
    folder = content(tmp_path / "content")
    for name, target in (("link", secret), ("gone", tmp_path / "nowhere"), ("loop", folder / "groups" / "loop.yaml")):
        (folder / "groups" / f"{name}.yaml").symlink_to(target)
    found = problems(tmp_path / "content")
    assert [p.rule for p in found] == ["linked-file"] * 3
    assert "himitsu" not in "".join(message(p) + p.where.text for p in found)


@pytest.mark.parametrize("name", ["con", "aux", "nul", "com1", "lpt9", "a" * 61, "-a", "a--b", "かわ", "a b", "a.b"])
def test_a_name_that_some_system_or_address_cannot_have_is_refused(tmp_path: Path, name: str) -> None:
    assert [p.rule for p in problems(tmp_path, {f"groups/{name}.yaml": OTHER_GROUP})] == ["file-name"]


@pytest.mark.parametrize(
    "name",
    ["../x.jpg", "/etc/passwd", "..\\x.jpg", "C:\\x.jpg", "file:///etc/passwd", "a/../../x.jpg", "~/x.jpg"],
)
def test_a_photo_from_outside_is_refused(tmp_path: Path, name: str) -> None:
    text = OTHER_GROUP + f"photos: {{file: {json.dumps(name)}, alt: 川の花}}\n"
    assert {p.rule for p in problems(tmp_path, {"groups/x.yaml": text})} <= {"file-outside", "file-missing"}
    assert problems(tmp_path, {"groups/x.yaml": text})


def test_a_photo_behind_a_link_is_refused(tmp_path: Path) -> None:
    folder = content(tmp_path / "content", {"groups/x.yaml": OTHER_GROUP + "photos: {file: k.jpg, alt: 川の花}\n"})
    (tmp_path / "k.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "groups/k.jpg").symlink_to(tmp_path / "k.jpg")
    text = OTHER_GROUP + "photos: {file: k.jpg, alt: 川の花}\n"
    assert [p.rule for p in problems(tmp_path / "content", {"groups/x.yaml": text})] == ["file-outside"]


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 10)) + chunk(b"IEND", b"")


def test_a_picture_that_would_unfold_into_gigabytes_is_never_unfolded(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(_png(60_000, 60_000))
    assert pixels(bomb) == 3_600_000_000 > MAX_PIXELS
    assert upright(bomb) is None


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n", _png(5, 5)[:40], b"GIF89a", b"<svg/>", b"\xff\xd8\xff\xe0"]
)
def test_what_is_no_whole_picture_is_no_picture(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "x.png"
    file.write_bytes(data)
    assert upright(file) is None


def _calls(work: Callable[[], object]) -> int:
    """How many Python functions are called; a measure of work that no busy machine disturbs."""
    count = 0

    def counted(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


GROWING: dict[str, Callable[[int], str]] = {
    "unknown keys": lambda n: GROUP + "".join(f"k{i:05}: x\n" for i in range(n)),
    "unknown terms": lambda n: GROUP.replace("[environment]", f"[{', '.join(f'e{i:05}' for i in range(n))}]"),
    "entries": lambda n: GROUP + "meetings:\n" + "".join(f"  - いつか{i:05}\n" for i in range(n)),
    "comments": lambda n: GROUP + "".join(f"# 川\nk{i:05}: x # y\n" for i in range(n)),
    "spaces": lambda n: GROUP.replace("毎月、", "川 " * n),
    "signs": lambda n: GROUP.replace("毎月、", "<a 090- 自宅 @ 午前 ]( " * n),
    "invisible": lambda n: GROUP.replace("毎月、", "\u200b" * n),
}


@pytest.mark.parametrize("name", GROWING)
def test_twice_as_much_of_anything_is_twice_the_work_at_most(tmp_path: Path, name: str) -> None:
    def work(size: int) -> int:
        file = tmp_path / f"x{size}.yaml"
        text = GROWING[name](size)
        file.write_bytes(text.encode("utf-8"))
        mended: dict[str, Mended] = {}

        def once() -> None:
            read_record(Source(file, "x", "x"), Group, VOCABULARIES, [], mended)
            _format(text)

        return _calls(once)

    small, large = work(600), work(1200)
    assert large <= 2.3 * small + 2_000


def _format(text: str) -> object:
    try:
        return canonical(text, Group, VOCABULARIES)
    except NotKept:
        return None


def test_thousands_of_accidents_leave_no_traceback(tmp_path: Path) -> None:
    assert run(400, random.Random(7).randrange(1000), tmp_path) == 0


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_a_record_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_bytes(data)
    found: list[Problem] = []
    for kind in FOLDERS.values():
        assert read_record(Source(file, "any.yaml", "any"), kind.model, VOCABULARIES, found) is None
    assert found
    for problem in found:
        assert message(problem)
        assert message(problem, "en")
