"""Whatever is in the way of a build although the profiles are right: one sentence, the last good site, no litter."""

import errno
import logging
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import mkdocs.utils
import pytest
from click.testing import CliRunner, Result
from mkdocs.__main__ import cli as mkdocs_cli

from generator import plugin, preview, writing
from generator.build import Tell
from generator.cli import main
from generator.pages.frame import mark
from generator.search import index
from tests.folders import ROOT, TODAY, project, put
from tests.test_publish import tree

BEFORE = {"site/.hiroba": "x", "site/index.html": "前の版"}
Build = Callable[[Path], Result]


@pytest.fixture(autouse=True)
def _own_log() -> Iterator[None]:
    """Each run logs to its own stream: a handler of an earlier run holds a stream that is closed."""
    yield
    logging.getLogger("mkdocs").handlers.clear()


def _run(command: click.Command, *arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def _hiroba(config: Path) -> Result:
    return _run(main, "build", "-f", str(config), "--today", "2026-11-23")


def _serve(config: Path) -> Result:
    return _run(main, "serve", "-f", str(config), "--today", "2026-11-23")


def _mkdocs(config: Path) -> Result:
    return _run(mkdocs_cli, "build", "-f", str(config))


@pytest.fixture(params=[_hiroba, _serve, _mkdocs], ids=["hiroba build", "hiroba serve", "mkdocs build"])
def build(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Each of the three ways to build."""
    monkeypatch.setattr(preview, "_run", lambda *_: None)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    made: Build = request.param
    return made


def _said(result: Result, config: Path, words: str) -> None:
    """Wrong use, said in one sentence; the site is the one from before, and nothing else is left."""
    assert (result.exit_code, isinstance(result.exception, SystemExit)) == (2, True)
    assert result.output.count(words) == 1
    assert "Traceback" not in result.output
    assert tree(config.parent / "site") == {".hiroba": b"x", "index.html": "前の版".encode()}
    assert [p.name for p in config.parent.iterdir() if p.name.startswith(".site")] in ([], [".site.lock"])


def _project(folder: Path) -> Path:
    put(folder, BEFORE)
    return project(folder, own_theme=True)


@pytest.mark.site
def test_a_theme_that_lost_a_mark_is_named_with_the_mark(tmp_path: Path, build: Build) -> None:
    config = _project(tmp_path)
    template = tmp_path / "theme/main.html"
    text = template.read_text(encoding="utf-8").replace(mark("body"), "")
    template.write_text(text, encoding="utf-8", newline="\n")
    _said(build(config), config, "目印 [[hiroba:body]] がありません")


@pytest.mark.site
@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("main.html", "\n{% if %}", "テーマの main.html の2行目を使えません（Expected an expression"),
        ("pages/group.html", "{{ nobody.knows }}", "テーマのひな形のどれかを使えません（'nobody' is undefined）。"),
        ("pages/group.html", "{% include 'gone.html' %}", "テーマの gone.htmlを使えません（"),
        ("pages/group.html", "{% include 'group.html' %}", "テーマの group.htmlを使えません（it includes itself）。"),
    ],
)
def test_a_template_that_cannot_be_used_is_named(tmp_path: Path, name: str, text: str, words: str) -> None:
    config = _project(tmp_path)
    (tmp_path / "theme" / name).write_text(text, encoding="utf-8", newline="\n")
    _said(_hiroba(config), config, words)


@pytest.mark.site
def test_a_script_of_the_theme_that_cannot_be_joined_is_named(tmp_path: Path, build: Build) -> None:
    config = _project(tmp_path)
    put(tmp_path, {"theme/scripts/page.js": 'import { gone } from "./page/tools.js";\ngone();\n'})
    _said(build(config), config, "テーマのスクリプトを使えません（page.js: page/tools.js does not export gone）")


@pytest.mark.site
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("pages/group.html", "UTF-8 でないファイルがあります（「<p>町のことば</p>」の行）"),
        ("main.html", "UTF-8 でないファイルがあります（「<p>町のことば</p>」の行）"),
        ("scripts/page.js", "テーマのスクリプトを使えません（scripts/page.js is not in UTF-8）"),
        ("assets/hiroba.css", "テーマのスタイルを使えません（assets/hiroba.css is not in UTF-8）"),
    ],
)
def test_a_file_of_the_theme_in_the_encoding_of_an_older_computer_is_named(
    tmp_path: Path, name: str, words: str
) -> None:
    config = _project(tmp_path)
    put(tmp_path, {f"theme/{name}": "/* x */\n<p>町のことば</p>\n".encode("cp932")})
    _said(_hiroba(config), config, words)


@pytest.mark.site
def test_a_mark_typed_into_the_name_of_the_site_is_refused(tmp_path: Path, build: Build) -> None:
    config = _project(tmp_path)
    text = config.read_text(encoding="utf-8").replace("ためしの広場", f"ためし{mark('body')}")
    config.write_text(text, encoding="utf-8", newline="\n")
    _said(build(config), config, "目印 [[hiroba:body]] がよけいにあります。設定の site_name など")


@pytest.mark.site
@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ("search-index.md", "search-index/index.html"),
        ("search-index/start.json", "search-index/start.json"),
        ("search-index/plan.pdf", "search-index/plan.pdf"),
        ("search.md", "search/index.html"),
        ("assets/furigana.json", "assets/furigana.json"),
    ],
)
def test_a_written_page_where_the_program_writes_is_refused_by_its_name(
    tmp_path: Path, written: str, taken: str
) -> None:
    config = _project(tmp_path)
    put(tmp_path, {f"content/pages/{written}": "# さがす\n"})
    _said(_hiroba(config), config, f"{taken} は、プログラムが作るファイルと重なります。")


# --- The disk ----------------------------------------------------------------------------------------------------

WRITERS = {
    "the stage": (tempfile, "mkdtemp"),
    "our files": (writing, "_write"),
    "pages of MkDocs": (mkdocs.utils, "write_file"),
    "files of the theme": (mkdocs.utils, "copy_file"),
    "the search index": (index, "_write"),
}


def _fail(monkeypatch: pytest.MonkeyPatch, writer: str, fault: int) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(fault, os.strerror(fault), "ここ")

    monkeypatch.setattr(*WRITERS[writer], fails)


@pytest.mark.site
@pytest.mark.parametrize("way", [_hiroba, _mkdocs], ids=["hiroba build", "mkdocs build"])
@pytest.mark.parametrize("writer", WRITERS)
def test_a_full_disk_is_one_sentence_wherever_it_is_met_and_leaves_no_stage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: Build, writer: str
) -> None:
    config = _project(tmp_path)
    _fail(monkeypatch, writer, errno.ENOSPC)
    _said(way(config), config, "ディスクの空きがたりません。")


@pytest.mark.site
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (errno.EROFS, "ここ を使えません。フォルダの権限と"),
        (errno.EACCES, "ここ を使えません。フォルダの権限と"),
        (errno.EIO, "ここ を読み書きできません（"),
    ],
)
def test_a_disk_that_takes_nothing_is_one_sentence_that_names_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int, words: str
) -> None:
    config = _project(tmp_path)
    _fail(monkeypatch, "our files", fault)
    _said(_hiroba(config), config, words)


_LIMITED = """\
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
from generator.cli import main
main(sys.argv[1:], prog_name="hiroba")
"""


@pytest.mark.process
@pytest.mark.skipif(os.name == "nt", reason="asks the system for a limit that Windows does not have")
def test_a_system_that_writes_no_large_file_is_a_full_disk(tmp_path: Path) -> None:
    config = _project(tmp_path)
    command = [sys.executable, "-c", _LIMITED, "build", "-f", str(config)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert "ディスクの空きがたりません。" in done.stderr
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".site")] == [".site.lock"]
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "前の版"


@pytest.mark.site
def test_a_build_that_is_broken_off_at_the_keyboard_leaves_no_stage_and_no_turn(tmp_path: Path) -> None:
    @contextmanager
    def pressing(name: str) -> Iterator[Tell]:
        if name == "ページ":
            raise KeyboardInterrupt
        yield lambda words: None

    config = _project(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        plugin.build(str(config), None, plugin.Options(TODAY, progress=pressing, report=lambda problems: None))
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".site")] == [".site.lock"]
    assert _hiroba(config).exit_code == 0


# --- Permissions -------------------------------------------------------------------------------------------------


@pytest.mark.site
@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
@pytest.mark.parametrize(("umask", "file", "folder"), [(0o077, 0o644, 0o755), (0o007, 0o664, 0o775), (0, 0o664, 0o775)])
def test_a_web_server_may_read_everything_whatever_the_umask_and_the_world_may_write_nothing(
    tmp_path: Path, umask: int, file: int, folder: int
) -> None:
    config = project(tmp_path)
    former = os.umask(umask)
    try:
        assert _hiroba(config).exit_code == 0
    finally:
        os.umask(former)
    site = tmp_path / "site"
    modes = {(p.is_dir(), stat.S_IMODE(p.stat().st_mode)) for p in site.rglob("*")}
    assert modes == {(False, file), (True, folder)}
    assert stat.S_IMODE(site.stat().st_mode) == 0o755
