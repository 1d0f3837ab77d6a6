"""Whoever reads a file while it is written, or after a kill or on a full disk, reads the former one or the new one."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from threading import Barrier, Thread
from zoneinfo import ZoneInfo

import pytest

from generator import atomic
from generator.atomic import append, clear_leftovers, move_file, place_new, replace_file, replace_files
from generator.intake.draft import Draft, clear_content, write_draft, write_drafts
from generator.publishing import stage as publishing
from generator.publishing.stage import Turn, open_stage
from generator.writing import write
from tests.folders import ROOT
from tests.killed_writer import ACTS, NEW, OLD

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked child")
NOW = datetime(2026, 11, 27, 9, 15, tzinfo=ZoneInfo("Asia/Tokyo"))


def names(folder: Path) -> list[str]:
    """Every file below a folder, hidden ones too."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@contextmanager
def writer() -> Iterator[Callable[[str, Path, int], int]]:
    """Acts of another process, which is killed at its n-th event; each gives its exit status."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.killed_writer"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )

    def act(name: str, folder: Path, number: int) -> int:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{name} {folder} {number}\n")
        process.stdin.flush()
        return int(process.stdout.readline())

    with process:
        yield act
        assert process.stdin is not None
        process.stdin.close()


# What may stand in a file after a kill; a line that is added was added, or was not.
MAY_BE: Mapping[str, Mapping[str, set[bytes | None]]] = {
    "replace": {"a.yaml": {OLD, NEW}},
    "replace-private": {"a.yaml": {OLD, NEW}},
    "replace-two": {"a.yaml": {OLD, NEW}, "photos/b.jpg": {None, NEW}},
    "place": {"new.yaml": {None, NEW}, "a.yaml": {OLD}},
    "append": {"a.yaml": {OLD, OLD + NEW}},
}


@forks
@pytest.mark.process
@pytest.mark.parametrize("name", ACTS)
def test_a_kill_at_any_moment_leaves_the_former_file_or_the_new_one_and_nothing_that_stays(
    tmp_path: Path, name: str
) -> None:
    left: set[bool] = set()
    with writer() as act:
        for number in count(1):
            folder = tmp_path / str(number)
            folder.mkdir()
            (folder / "a.yaml").write_bytes(OLD)
            status = act(name, folder, number)
            for file, texts in MAY_BE[name].items():
                path = folder / file
                assert (path.read_bytes() if path.exists() else None) in texts, (number, file)
            left.add(any(file.rpartition("/")[2].startswith(".") for file in names(folder)))
            for each in (folder, folder / "photos"):
                clear_leftovers(each)
            assert set(names(folder)) <= {"a.yaml", *MAY_BE[name]}
            if status == 0:
                break
            assert status == -9
    assert number > 2
    # Some kill did leave a temporary file behind, so that clearing them was tried; adding a line makes none.
    assert left == ({False} if name == "append" else {False, True})


def test_pictures_are_in_their_place_before_the_profile_that_names_them(tmp_path: Path) -> None:
    seen: list[str] = []
    replace = os.replace
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", lambda one, other: (seen.append(Path(other).name), replace(one, other)))
        write_draft(drafted("aozora", (("photos/a.jpg", b"jpeg"),)), tmp_path)
    assert seen == ["a.jpg", "aozora.yaml"]


def drafted(slug: str, photos: tuple[tuple[str, bytes], ...] = ()) -> Draft:
    return Draft("groups", slug, "", f"name: {slug}\n", (), (), photos)


@contextmanager
def full_after(writes: int) -> Iterator[None]:
    """A disk on which there is room for so many files."""
    room = iter(range(writes))
    sync = os.fsync

    def limited(file: int) -> None:
        if next(room, None) is None:
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(file)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", limited)
        yield


@pytest.mark.parametrize("room", [0, 1, 2])
def test_a_disk_without_room_for_the_photos_gets_no_profile_without_them_either(tmp_path: Path, room: int) -> None:
    groups = tmp_path / "groups"
    groups.mkdir()
    (groups / "aozora.yaml").write_bytes(b"name: before\n")
    made = drafted("aozora", (("photos/a.jpg", b"one"), ("photos/b.jpg", b"two")))
    with full_after(room), pytest.raises(OSError, match="No space"):
        write_draft(made, tmp_path)
    assert names(tmp_path) == ["groups/aozora.yaml"]
    assert (groups / "aozora.yaml").read_bytes() == b"name: before\n"
    write_draft(made, tmp_path)
    assert names(tmp_path) == ["groups/aozora.yaml", "groups/photos/a.jpg", "groups/photos/b.jpg"]


def test_of_many_profiles_all_are_written_or_none(tmp_path: Path) -> None:
    made = [drafted("aozora"), drafted("kawa"), drafted("mori")]
    with full_after(2), pytest.raises(OSError, match="No space"):
        write_drafts(made, tmp_path)
    assert names(tmp_path) == []
    written = write_drafts(made, tmp_path)
    assert [path.name for path in written] == ["aozora.yaml", "kawa.yaml", "mori.yaml"]
    assert names(tmp_path) == ["groups/aozora.yaml", "groups/kawa.yaml", "groups/mori.yaml"]


def test_writers_at_once_never_tear_what_a_reader_sees(tmp_path: Path) -> None:
    path, torn = tmp_path / "a.yaml", list[bytes]()
    texts = [bytes([65 + n]) * 200_000 for n in range(4)]
    replace_file(path, texts[0])
    barrier = Barrier(len(texts) + 1)

    def write_often(text: bytes) -> None:
        barrier.wait()
        for _ in range(5):
            replace_file(path, text)

    threads = [Thread(target=write_often, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    barrier.wait()
    while any(thread.is_alive() for thread in threads):
        torn += [found for found in (path.read_bytes(),) if found not in texts]
    assert torn == []
    assert path.read_bytes() in texts
    assert names(tmp_path) == ["a.yaml"]


def test_of_several_who_place_a_new_file_one_wins_and_the_others_learn_it(tmp_path: Path) -> None:
    barrier, placed = Barrier(4), dict[int, bool]()

    def place(number: int) -> None:
        barrier.wait()
        placed[number] = place_new(tmp_path / "a.json", b"%d" % number)

    threads = [Thread(target=place, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (winner,) = (number for number, won in placed.items() if won)
    assert (tmp_path / "a.json").read_bytes() == b"%d" % winner
    assert names(tmp_path) == ["a.json"]


def test_a_file_is_down_on_the_disk_before_it_takes_its_place_and_its_folder_after(tmp_path: Path) -> None:
    events: list[str] = []
    sync, replace, link = os.fsync, os.replace, os.link

    def synced(file: int) -> None:
        events.append("folder" if stat.S_ISDIR(os.fstat(file).st_mode) else "file")
        sync(file)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", synced)
        patch.setattr(os, "replace", lambda *paths: (events.append("replace"), replace(*paths)))
        patch.setattr(os, "link", lambda *paths: (events.append("link"), link(*paths)))
        replace_file(tmp_path / "a.yaml", b"a")
        place_new(tmp_path / "b.yaml", b"b")
        replace_files({tmp_path / "a.yaml": b"c", tmp_path / "b.yaml": b"d"})
    assert events == [
        *("file", "replace", "folder"),
        *("file", "link", "folder"),
        *("file", "file", "replace", "replace", "folder"),
    ]


def test_a_folder_that_cannot_be_opened_as_on_windows_stops_no_writer(tmp_path: Path) -> None:
    real = os.open

    def windows(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "a folder")
        return real(path, flags, mode)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(atomic.os, "open", windows)
        replace_file(tmp_path / "a.yaml", b"a")
        assert place_new(tmp_path / "b.yaml", b"b")
        assert move_file(tmp_path / "b.yaml", tmp_path / "done")
    assert names(tmp_path) == ["a.yaml", "done/b.yaml"]


def test_a_file_that_somebody_reads_just_now_is_replaced_a_moment_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, tries = os.replace, list[tuple[Path, ...]]()

    def busy(*paths: Path) -> None:
        tries.append(paths)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "in use")
        replace(*paths)

    monkeypatch.setattr(atomic.os, "replace", busy)
    monkeypatch.setattr(atomic, "_PAUSE", 0)
    replace_file(tmp_path / "a.yaml", b"a")
    assert (tmp_path / "a.yaml").read_bytes() == b"a"


def test_a_replaced_file_keeps_its_permissions_and_a_private_one_is_its_owners_alone(tmp_path: Path) -> None:
    for name in ("a.yaml", "secret"):
        (tmp_path / name).write_bytes(b"x")
        (tmp_path / name).chmod(0o640)
    replace_file(tmp_path / "a.yaml", b"a")
    replace_file(tmp_path / "secret", b"b", private=True)
    assert stat.S_IMODE((tmp_path / "a.yaml").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600


def test_a_heading_is_written_once_and_a_line_that_was_torn_off_stays_apart(tmp_path: Path) -> None:
    path = tmp_path / "private/register.csv"
    append(path, b"one\n", heading=b"head\n")
    append(path, b"two\n", heading=b"head\n")
    with path.open("ab") as stream:
        stream.write(b"thr")
    append(path, b"four\n", heading=b"head\n")
    assert path.read_bytes() == b"head\none\ntwo\nthr\nfour\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_others_may_be_writing_just_now_is_left_and_what_was_abandoned_goes(tmp_path: Path) -> None:
    for folder in ("groups", "groups/photos", "events", "places"):
        (tmp_path / folder).mkdir()
        for name, age in ((".old.yaml.0a1b2c3d.new", timedelta(hours=2)), (".young.yaml.0a1b2c3d.new", timedelta(0))):
            (tmp_path / folder / name).write_bytes(b"half")
            moment = (NOW - age).timestamp()
            os.utime(tmp_path / folder / name, (moment, moment))
        (tmp_path / folder / "kept.yaml").write_bytes(b"whole")
    clear_content(tmp_path, NOW)
    assert {name.rpartition("/")[2] for name in names(tmp_path)} == {".young.yaml.0a1b2c3d.new", "kept.yaml"}
    clear_content(tmp_path)
    assert {name.rpartition("/")[2] for name in names(tmp_path)} == {"kept.yaml"}


def test_a_site_is_down_on_the_disk_before_it_is_swapped_in_and_its_folder_after(tmp_path: Path) -> None:
    turn, events = Turn(tmp_path / "site", tmp_path), list[str]()
    stage = open_stage(turn)
    write(stage / "index.html", "ひろば")
    swap = publishing.swap
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(publishing, "sync_files", lambda folder: events.append(f"files of {folder.name == stage.name}"))
        patch.setattr(publishing, "sync_folder", lambda folder: events.append(f"folder {folder == tmp_path}"))
        patch.setattr(publishing, "swap", lambda *folders: (events.append("swap"), swap(*folders))[1])
        publishing.publish(stage, turn, ["index.html"])
    assert events == ["files of True", "swap", "folder True"]


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_a_system_without_a_call_for_all_files_at_once_stops_no_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    def missing(name: object) -> object:
        raise OSError("no such library")

    monkeypatch.setattr(atomic.sys, "platform", platform)
    monkeypatch.setattr(atomic.ctypes, "CDLL", missing)
    if platform == "win32":
        monkeypatch.delattr(os, "sync")
    else:
        monkeypatch.setattr(os, "sync", lambda: None)
    atomic.sync_files(tmp_path)
