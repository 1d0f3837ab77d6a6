"""A site whose folder has to stay (a mount point, a container's volume) is replaced file by file, and none is lost."""

import errno
import os
from datetime import datetime
from pathlib import Path

import pytest

from generator import plugin
from generator.obstacles import sentence
from generator.publishing import inplace, stage, swap, turn
from generator.publishing.inplace import HalfReplaced
from generator.publishing.lock import Holder
from generator.publishing.stage import MARKER, NotOurs, Turn, check_target, discard, open_stage, publish, recover
from generator.writing import write
from tests.folders import TODAY, project, put
from tests.test_publish import tree

OLD = {"index.html": "前", "groups/a/index.html": "あ", "places/index.html": "地図", "help": "案内", "tool/a.js": "1"}
# A page that changes, one that stays, one that goes, a folder in a file's place and a file in a folder's, a new one.
NEW = {"index.html": "今", "groups/a/index.html": "あ", "help/index.html": "案内", "tool": "2", "a/b/c.css": "c"}
ME = Holder("佐藤", datetime(2026, 11, 23, 14, 3))


def _turn(site: Path) -> Turn:
    site.mkdir(exist_ok=True)
    return Turn(site, site)


def _stage(mine: Turn, files: dict[str, str]) -> Path:
    made = open_stage(mine)
    for name, text in files.items():
        write(made / name, text)
    return made


def _published(site: Path, files: dict[str, str]) -> None:
    mine = _turn(site)
    publish(_stage(mine, files), mine, files)


def _texts(site: Path) -> dict[str, str]:
    return {name: data.decode() for name, data in tree(site).items() if name != MARKER}


def test_the_files_are_replaced_and_the_folder_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _published(site, OLD)
    before = site.stat().st_ino
    os.utime(site / "groups/a/index.html", ns=(10**18, 10**18))
    _published(site, NEW)
    assert (_texts(site), (site / MARKER).is_file()) == (NEW, True)
    assert site.stat().st_ino == before
    assert (site / "groups/a/index.html").stat().st_mtime_ns == 10**18
    assert not (site / "places").exists()
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


class _Killed(BaseException):
    """Stands for the end of the process."""


def _kill_at(monkeypatch: pytest.MonkeyPatch, nth: int) -> None:
    """End at the n-th file that is to be replaced; the first is the whole stage that is declared ready."""
    left = iter(range(1, nth))
    replace = os.replace

    def replaced(*paths: Path) -> None:
        if next(left, None) is None:
            raise _Killed
        replace(*paths)

    monkeypatch.setattr(inplace.os, "replace", replaced)


@pytest.mark.parametrize("nth", range(1, len(NEW) + 1))
def test_a_kill_while_files_are_replaced_is_finished_by_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    site = tmp_path / "site"
    _published(site, OLD)
    with monkeypatch.context() as patch:
        _kill_at(patch, nth)
        with pytest.raises(_Killed):
            _published(site, NEW)
    recover(_turn(site))
    assert _texts(site) == NEW
    discard(open_stage(_turn(site)))
    assert _texts(site) == NEW


def test_until_everything_is_ready_the_former_site_is_whole(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _published(site, OLD)
    half = _stage(_turn(site), {"index.html": "半分"})
    assert {name: (site / name).read_text(encoding="utf-8") for name in OLD} == OLD
    assert half.parent == site
    # A kill here leaves the stage; the next build clears it away.
    discard(open_stage(_turn(site)))
    assert _texts(site) == OLD


def test_pages_come_after_what_they_load_and_the_home_page_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    replace = os.replace

    def noted(new: Path, target: Path) -> None:
        order.append(target.relative_to(tmp_path / "site").as_posix())
        replace(new, target)

    monkeypatch.setattr(inplace.os, "replace", noted)
    _published(tmp_path / "site", NEW)
    assert order == ["a/b/c.css", "tool", "groups/a/index.html", "help/index.html", "index.html"]


def test_a_file_that_cannot_be_replaced_is_said_and_the_next_build_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    _published(site, OLD)

    def held(*_: object) -> None:
        raise PermissionError(errno.EACCES, "held by another program")

    with monkeypatch.context() as patch:
        patch.setattr(inplace.os, "replace", held)
        with pytest.raises(HalfReplaced) as half:
            _published(site, NEW)
    assert "もう一度 hiroba build をすると、続きをします。" in sentence(half.value)
    recover(_turn(site))
    assert _texts(site) == NEW


def test_a_link_in_the_site_leads_nothing_of_ours_elsewhere(tmp_path: Path) -> None:
    site, other = tmp_path / "site", put(tmp_path / "other", {"a/index.html": "よそ", "x.html": "よそ"})
    _published(site, {"index.html": "前"})
    (site / "groups").symlink_to(other, target_is_directory=True)
    (site / "gone").symlink_to(other, target_is_directory=True)
    _published(site, NEW)
    assert _texts(site) == NEW
    assert _texts(other) == {"a/index.html": "よそ", "x.html": "よそ"}


def test_a_fresh_volume_is_filled_and_keeps_what_its_file_system_needs(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, {"lost+found/1": "x"})
    _published(site, NEW)
    _published(site, OLD)
    assert _texts(site) == {**OLD, "lost+found/1": "x"}


# --- Whose folder, and which way ---------------------------------------------------------------------------------


def test_a_marker_that_is_a_link_marks_nothing(tmp_path: Path) -> None:
    site = put(tmp_path / "site", {"thesis.txt": "たいせつ"})
    put(tmp_path, {"elsewhere": "x"})
    (site / MARKER).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotOurs):
        check_target(site)


def test_a_link_with_the_name_of_a_stage_is_not_emptied(tmp_path: Path) -> None:
    other = put(tmp_path / "other", {MARKER: "x", "index.html": "よそのサイト"})
    (tmp_path / ".site.stage-1").symlink_to(other, target_is_directory=True)
    discard(open_stage(Turn(tmp_path / "site", tmp_path)))
    assert _texts(other) == {"index.html": "よそのサイト"}


@pytest.mark.parametrize("name", ["site", "サイト", "my site", "back\\slash"])
def test_a_mount_point_is_known_by_the_kernels_list_though_its_disk_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    site = tmp_path / name
    site.mkdir()
    written = os.fspath(site).replace("\\", "\\134").replace(" ", "\\040")
    line = f"36 35 98:0 /srv/data {written} rw,noatime master:1 - ext4 /dev/root rw\n"
    put(tmp_path, {"mountinfo": line})
    monkeypatch.setattr(turn, "_MOUNTS", tmp_path / "mountinfo")
    with turn.turn(site, ME, None) as mine:
        assert mine.in_place
        assert turn.at_work(site) == ME
    with turn.turn(tmp_path / "plain", ME, None) as mine:
        assert not mine.in_place


@pytest.mark.parametrize("fault", [errno.EBUSY, errno.EXDEV])
def test_a_folder_that_turns_out_not_to_move_is_filled_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    site, rename = tmp_path / "site", Path.rename
    mine = Turn(site, tmp_path)
    publish(_stage(mine, OLD), mine, OLD)

    def fixed(folder: Path, target: Path) -> Path:
        if folder == site:
            raise OSError(fault, "the folder does not move")
        return rename(folder, target)

    monkeypatch.setattr(swap, "_exchange", lambda first, second: False)
    monkeypatch.setattr(Path, "rename", fixed)
    publish(_stage(mine, NEW), mine, NEW)
    assert _texts(site) == NEW
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_a_volume_that_is_full_on_the_way_in_keeps_the_former_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    mine = Turn(site, tmp_path)
    publish(_stage(mine, OLD), mine, OLD)

    def busy(*_: object) -> None:
        raise OSError(errno.EBUSY, "the folder does not move")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(stage, "swap", busy)
    monkeypatch.setattr(stage.shutil, "copy2", full)
    ready = _stage(mine, NEW)
    with pytest.raises(OSError, match="no space left"):
        publish(ready, mine, NEW)
    assert _texts(site) == OLD


@pytest.mark.site
def test_a_city_can_ask_for_it_and_gets_the_same_site(tmp_path: Path) -> None:
    asked, plain = project(tmp_path / "a", settings="      in_place: true\n"), project(tmp_path / "b")
    (tmp_path / "a/site").mkdir()
    before = (tmp_path / "a/site").stat().st_ino
    for config in (asked, asked, plain):
        plugin.build(str(config), None, plugin.Options(TODAY, report=lambda problems: None))
    assert (tmp_path / "a/site").stat().st_ino == before
    assert tree(tmp_path / "a/site") == tree(tmp_path / "b/site") | {".site.lock": b""}
