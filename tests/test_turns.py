"""One site has one writer at a time: others wait or are told, and what is published is whole."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from generator import plugin
from generator.build import Tell
from generator.obstacles import sentence, waiting_for
from generator.publishing.lock import Busy, Holder
from generator.publishing.turn import at_work, turn
from tests.folders import GROUP, JPEG, PDF, ROOT, TODAY, project, put
from tests.test_publish import Tree, tree

SATO = Holder("佐藤さん", datetime(2026, 11, 23, 14, 3, tzinfo=ZoneInfo("Asia/Tokyo")))
TANAKA = Holder("田中さん", datetime(2026, 11, 23, 14, 9, tzinfo=ZoneInfo("Asia/Tokyo")))


def test_whoever_will_not_wait_is_told_who_has_the_turn_and_since_when(tmp_path: Path) -> None:
    with turn(tmp_path / "site", SATO, None):
        assert at_work(tmp_path / "site") == SATO
        with pytest.raises(Busy) as refused, turn(tmp_path / "site", TANAKA, None):
            pass
    assert sentence(refused.value).startswith("佐藤さん が 11月23日 14:03 から、このサイトを作っています。")
    assert at_work(tmp_path / "site") is None


def test_whoever_waits_is_told_once_for_whom_and_then_has_the_turn(tmp_path: Path) -> None:
    first, told = ExitStack(), []
    first.enter_context(turn(tmp_path / "site", SATO, None))

    def waiting(holder: Holder | None) -> None:
        told.append(waiting_for(holder))
        first.close()

    with turn(tmp_path / "site", TANAKA, waiting):
        assert at_work(tmp_path / "site") == TANAKA
    (words,) = told
    assert words.startswith("佐藤さん が 11月23日 14:03 から、このサイトを作っています。終わるのを待っています")


def test_a_turn_that_fails_is_over(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), turn(tmp_path / "site", SATO, None):
        _ = 1 / 0
    with turn(tmp_path / "site", TANAKA, None):
        assert at_work(tmp_path / "site") == TANAKA


def test_two_sites_in_one_folder_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with turn(tmp_path / "one", SATO, None), turn(tmp_path / "other", TANAKA, None):
        assert (at_work(tmp_path / "one"), at_work(tmp_path / "other")) == (SATO, TANAKA)


def test_files_that_somebody_left_hold_nobody_up(tmp_path: Path) -> None:
    put(tmp_path, {".site.lock": "", ".site.lock.json": '{"who": "佐藤", "since": "2026-11-23T14:03:00+09:00"}'})
    assert at_work(tmp_path / "site") is None
    with turn(tmp_path / "site", TANAKA, None):
        assert at_work(tmp_path / "site") == TANAKA


@pytest.mark.parametrize("note", ["", "{", "[]", '{"who": "x"}', '{"who": "x", "since": "きのう"}', "\udcff"])
def test_a_note_that_cannot_be_read_names_nobody_and_breaks_nothing(tmp_path: Path, note: str) -> None:
    with turn(tmp_path / "site", SATO, None):
        (tmp_path / ".site.lock.json").write_bytes(note.encode("utf-8", "surrogateescape"))
        with pytest.raises(Busy) as refused, turn(tmp_path / "site", TANAKA, None):
            pass
    assert sentence(refused.value).startswith("ほかの人かプログラムが、いまこのサイトを作っています。")


_HOLDING = """\
import sys
from datetime import datetime
from pathlib import Path
from generator.publishing.lock import Holder
from generator.publishing.turn import turn
with turn(Path(sys.argv[1]), Holder("夜間", datetime(2026, 11, 23, 2, 0)), None):
    print("taken", flush=True)
    sys.stdin.read()
"""


@pytest.mark.process
def test_a_turn_ends_with_its_process_however_that_ends(tmp_path: Path) -> None:
    site = tmp_path / "site"
    command = [sys.executable, "-c", _HOLDING, str(site)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"taken\n"
        found = at_work(site)
        assert (found and found.who) == "夜間"
        other.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
        other.wait()
        assert at_work(site) is None
        with turn(site, SATO, None):
            assert at_work(site) == SATO


# --- Pairs of builds ---------------------------------------------------------------------------------------------


class _Pairs:
    """Pairs of builds of one site, in processes of their own."""

    def __init__(self, folder: Path) -> None:
        self.config = project(folder)
        self.site = folder / "site"
        command = [sys.executable, "-m", "tests.overlapping", str(self.config)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, words: str) -> str:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{words}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def say(self, words: str) -> None:
        put(self.config.parent, {"content/groups/kawa-akari.yaml": GROUP.replace("川辺の花を", words)})

    def built(self, words: str) -> Tree:
        self.say(words)
        plugin.build(str(self.config), None, plugin.Options(TODAY, report=lambda problems: None))
        return tree(self.site)


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Pairs]:
    made = _Pairs(tmp_path_factory.mktemp("pairs"))
    yield made
    made.process.communicate()


@pytest.mark.site
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the builds are forked")
def test_twelve_overlapping_pairs_of_builds_tear_nothing_with_and_without_a_kill(pairs: _Pairs) -> None:
    """The first begins with the former words and is stopped on its way; the second publishes the latter."""
    good = {words: pairs.built(words) for words in ("野の花を", "里の花を")}
    former, latter = good
    assert good[former] != good[latter]
    for nth, how in zip((2, 3, 5, 8, 20, 60, 90, 120, 150, 200, 240, 270), ("go", "kill") * 6, strict=True):
        pairs.say(former)
        assert pairs.ask(str(nth)) == "stopped"
        pairs.say(latter)
        assert pairs.ask(how) == f"{0 if how == 'go' else -9} 0 True"
        assert tree(pairs.site) == good[latter], f"stopped at event {nth}, then {how}"
        assert [p.name for p in pairs.config.parent.iterdir() if p.name.startswith(".site")] == [".site.lock"]


# --- Whole sites -------------------------------------------------------------------------------------------------

PICTURED = GROUP + "photos:\n  - {file: a.jpg, alt: 川}\ndocuments:\n  - {file: a.pdf, title: 会則}\n"


@pytest.mark.site
@pytest.mark.parametrize(
    "name",
    [
        "groups/kawa-akari/index.html",
        "about/index.html",
        "404.html",
        "assets/hiroba-*.css",
        "assets/furigana-*.js",
        "media/*.jpg",
        "media/*.pdf",
        "search-index/start.json",
        "search-index/*/words/0.json",
        "assets/form/names.json",
        "schema/group.json",
        "sitemap.xml",
    ],
)
def test_a_site_of_which_a_file_was_lost_on_the_way_is_not_published(tmp_path: Path, name: str) -> None:
    files = {"groups/kawa-akari.yaml": PICTURED, "groups/a.jpg": JPEG, "groups/a.pdf": PDF}
    config = project(tmp_path, files, "      send: {paper: true}\n")
    put(tmp_path, {"site/.hiroba": "x", "site/index.html": "前の版"})
    lost: list[str] = []

    @contextmanager
    def losing(stage: str) -> Iterator[Tell]:
        if stage == "公開":
            (victim,) = tmp_path.glob(f".site.stage-*/{name}")
            lost.append(victim.name)
            victim.unlink()
        yield lambda words: None

    with pytest.raises(plugin.Stopped) as stopped:
        plugin.build(str(config), None, plugin.Options(TODAY, progress=losing, report=lambda problems: None))
    assert stopped.value.code == 2
    assert f"{lost[0]} など 1件が見あたりません" in str(stopped.value)
    assert tree(tmp_path / "site") == {".hiroba": b"x", "index.html": "前の版".encode()}
    assert not list(tmp_path.glob(".site.stage*"))
