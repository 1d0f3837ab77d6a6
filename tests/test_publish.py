"""The site is the last good build, whole, whatever happens to the build after it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.publishing import stage as publishing
from generator.publishing import swap
from generator.publishing.stage import MARKER, NotOurs, Turn, check_target, discard, open_stage, recover
from generator.writing import write
from tests.folders import GROUP, ROOT, project, put

Tree = dict[str, bytes]


def tree(folder: Path) -> Tree:
    """Every file below a folder with its bytes."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def _turn(site: Path) -> Turn:
    return Turn(site, site.parent)


def _stage(site: Path, files: dict[str, str]) -> Path:
    stage = open_stage(_turn(site))
    for name, text in files.items():
        write(stage / name, text)
    return stage


def _published(site: Path, files: dict[str, str]) -> None:
    publishing.publish(_stage(site, files), _turn(site), files)


def _beside(site: Path) -> list[str]:
    return sorted(p.name for p in site.parent.iterdir() if p != site)


OLD = {"index.html": "前の版", "groups/a/index.html": "あ"}
NEW = {"index.html": "今の版", "groups/a/index.html": "あ", "groups/b/index.html": "い"}


def test_a_stage_becomes_the_site_with_its_marker_and_nothing_else(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _published(site, OLD)
    assert {n: t.decode() for n, t in tree(site).items() if n != MARKER} == OLD
    _published(site, NEW)
    assert {n: t.decode() for n, t in tree(site).items() if n != MARKER} == NEW
    assert (site / MARKER).is_file()
    assert _beside(site) == []


def test_a_page_that_is_no_longer_there_leaves_the_site(tmp_path: Path) -> None:
    _published(tmp_path / "site", NEW)
    _published(tmp_path / "site", OLD)
    assert not (tmp_path / "site/groups/b").exists()


def test_the_site_is_untouched_while_a_stage_fills(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _published(site, OLD)
    before = tree(site)
    stage = _stage(site, NEW)
    assert stage.parent == site.parent
    assert tree(site) == before
    discard(stage)
    assert (tree(site), _beside(site)) == (before, [])


def test_a_folder_without_our_marker_is_never_emptied(tmp_path: Path) -> None:
    site = put(tmp_path / "site", {"thesis.txt": "たいせつ"})
    with pytest.raises(NotOurs):
        open_stage(_turn(site))
    stage = put(tmp_path / "stage", {"index.html": "今の版"})
    with pytest.raises(NotOurs):
        publishing.publish(stage, _turn(site), [])
    assert tree(site) == {"thesis.txt": "たいせつ".encode()}


def test_a_file_in_the_place_of_the_site_is_left_alone(tmp_path: Path) -> None:
    put(tmp_path, {"site": "これはファイルです"})
    with pytest.raises(NotOurs):
        check_target(tmp_path / "site")


def test_a_site_of_which_only_the_marker_stands_in_a_clone_is_ours(tmp_path: Path) -> None:
    assert (ROOT / "site" / MARKER).is_file()
    site = put(tmp_path / "site", {MARKER: "x"})
    _published(site, NEW)
    assert (site / "index.html").is_file()


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    _published(tmp_path / "site", OLD)
    assert (tmp_path / "site/index.html").is_file()


def test_stages_that_killed_builds_left_are_cleared_away_by_the_next(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for _ in range(2):
        (tmp_path / f".site.stage-{_}").mkdir()
        put(tmp_path / f".site.stage-{_}", {MARKER: "x", "a/b.html": "x"})
    _published(site, OLD)
    assert _beside(site) == []


def test_files_that_did_not_change_keep_their_times_and_others_do_not(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _published(site, OLD)
    for name in OLD:
        os.utime(site / name, ns=(10**18, 10**18))
    _published(site, NEW)
    times = {name: (site / name).stat().st_mtime_ns for name in NEW}
    assert times["groups/a/index.html"] == 10**18
    assert times["index.html"] != 10**18
    assert times["groups/b/index.html"] != 10**18


def test_a_page_of_the_same_length_and_other_words_counts_as_changed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _published(site, {"index.html": "い"})
    os.utime(site / "index.html", ns=(10**18, 10**18))
    _published(site, {"index.html": "ろ"})
    assert (site / "index.html").stat().st_mtime_ns != 10**18


def test_text_is_written_as_utf8_with_plain_newlines(tmp_path: Path) -> None:
    write(tmp_path / "a/b/c.html", "一\n二\n")
    assert (tmp_path / "a/b/c.html").read_bytes() == "一\n二\n".encode()


class _Killed(BaseException):
    """Stands for the end of the process."""


def _die(*_: object, **__: object) -> None:
    raise _Killed


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot exchange two folders in one step."""
    monkeypatch.setattr(swap, "_exchange", lambda first, second: False)


@pytest.mark.usefixtures("no_exchange")
def test_without_an_exchange_in_one_step_the_site_is_swapped_by_renaming(tmp_path: Path) -> None:
    _published(tmp_path / "site", OLD)
    _published(tmp_path / "site", NEW)
    assert {n: t.decode() for n, t in tree(tmp_path / "site").items() if n != MARKER} == NEW
    assert _beside(tmp_path / "site") == []


def _dies_at_rename(nth: int) -> Callable[[Path, Path], Path]:
    left = iter(range(1, nth))
    rename = Path.rename

    def renamed(self: Path, target: Path) -> Path:
        if next(left, None) is None:
            raise _Killed
        return rename(self, target)

    return renamed


@pytest.mark.usefixtures("no_exchange")
@pytest.mark.parametrize("nth", [1, 2])
def test_a_kill_between_two_renames_is_mended_by_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    site = tmp_path / "site"
    _published(site, OLD)
    before = tree(site)
    stage = _stage(site, NEW)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", _dies_at_rename(nth))
        with pytest.raises(_Killed):
            publishing.publish(stage, _turn(site), NEW)
    assert site.exists() == (nth == 1)
    recover(_turn(site))
    assert tree(site) == before
    _published(site, NEW)
    assert _beside(site) == []


@pytest.mark.usefixtures("no_exchange")
def test_a_kill_after_both_renames_leaves_the_new_site_and_the_next_build_tidies_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    _published(site, OLD)
    stage = _stage(site, NEW)
    with monkeypatch.context() as patch:
        patch.setattr(publishing, "discard", _die)
        with pytest.raises(_Killed):
            publishing.publish(stage, _turn(site), NEW)
    assert (site / "groups/b/index.html").is_file()
    assert _beside(site) == [".site.old"]
    discard(open_stage(_turn(site)))
    assert (site / "groups/b/index.html").is_file()
    assert _beside(site) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux to exchange two folders")
def test_linux_exchanges_two_folders_in_one_step(tmp_path: Path) -> None:
    first, second = put(tmp_path / "a", {"one": "1"}), put(tmp_path / "b", {"two": "2"})
    assert swap._exchange(first, second)
    assert (tree(first), tree(second)) == ({"two": b"2"}, {"one": b"1"})
    assert not swap._exchange(first, tmp_path / "none")


class _Builder:
    """Builds that are killed at a chosen event, in a process of their own."""

    def __init__(self, folder: Path) -> None:
        self.config = project(folder)
        self.site = folder / "site"
        self.events = folder / "events.json"
        command = [sys.executable, "-m", "tests.killing", str(self.config), str(self.events)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def build(self, words: str, kill_at: int = 0) -> int:
        """Build the site of a group that says `words`; the exit code of the build."""
        put(self.config.parent, {"content/groups/kawa-akari.yaml": GROUP.replace("川辺の花を", words)})
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{kill_at}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def close(self) -> None:
        """Let the process end."""
        self.process.communicate()


@pytest.fixture(scope="module")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Builder]:
    """A small project whose builds can be killed."""
    made = _Builder(tmp_path_factory.mktemp("killed"))
    yield made
    made.close()


KILLS = 30


@pytest.mark.site
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the killed builds are forked")
def test_a_build_killed_at_any_moment_leaves_the_last_good_site_or_the_new_one(builder: _Builder) -> None:
    good: dict[str, Tree] = {}
    for words in ("野の花を", "里の花を"):
        assert builder.build(words) == 0
        good[words] = tree(builder.site)
    former, latter = good
    assert good[former] != good[latter]
    events = json.loads(builder.events.read_text(encoding="utf-8"))
    swap = max(n for n, event in enumerate(events, start=1) if event == "ctypes.dlsym")
    assert swap < len(events), "the former site is cleared away after the swap"
    for nth in _moments(swap, len(events)):
        assert builder.build(former, kill_at=nth) == -9
        # Just before the look-up of the system call nothing is swapped yet; the next event is after the swap.
        assert tree(builder.site) == good[latter if nth <= swap else former], (
            f"killed at event {nth}, {events[nth - 1]}"
        )
        assert builder.build(latter) == 0
        assert tree(builder.site) == good[latter]
        assert not [p.name for p in builder.config.parent.iterdir() if p.name.startswith((".site.stage", ".site.old"))]


def _moments(swap: int, last: int) -> list[int]:
    spread = {1 + n * (last - 1) // (KILLS - 10) for n in range(KILLS - 10)}
    return sorted(n for n in {*spread, *range(swap - 4, swap + 5), last} if 1 <= n <= last)


@pytest.mark.site
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the builds are forked")
def test_a_build_that_fails_leaves_the_site_and_no_stage(builder: _Builder) -> None:
    assert builder.build("山の花を") == 0
    before = tree(builder.site)
    assert builder.build("川" * 80) == 1
    assert tree(builder.site) == before
    assert not [p.name for p in builder.config.parent.iterdir() if p.name.startswith((".site.stage", ".site.old"))]


@pytest.mark.site
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the builds are forked")
def test_a_second_build_of_the_same_content_changes_no_file_and_no_time(builder: _Builder) -> None:
    assert builder.build("海の花を") == 0
    before, times = tree(builder.site), _times(builder.site)
    assert builder.build("海の花を") == 0
    assert tree(builder.site) == before
    assert _times(builder.site) == times


def _times(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_a_stage_that_cannot_take_its_place_leaves_the_former_site(
    tmp_path: Path, no_exchange: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    _published(site, OLD)
    before, stage, rename = tree(site), _stage(site, NEW), Path.rename

    def held(folder: Path, target: Path) -> Path:
        if folder == stage:
            raise PermissionError("a file of it is open")
        return rename(folder, target)

    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(PermissionError):
        publishing.publish(stage, _turn(site), NEW)
    assert tree(site) == before


def test_a_folder_that_is_being_deleted_is_known_as_ours_to_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = _stage(tmp_path / "site", NEW)
    monkeypatch.setattr(publishing.shutil, "rmtree", lambda *_, **__: None)
    discard(stage)
    assert (stage / MARKER).is_file()
    monkeypatch.undo()
    open_stage(_turn(tmp_path / "site"))
    assert not stage.exists()
