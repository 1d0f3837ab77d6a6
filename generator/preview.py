"""The preview (`hiroba serve`): the site as it would be published, made anew whenever somebody saves a file.

MkDocs renders frames and written pages when it has to: at the start, and when the settings, the theme or a written
page changed. After an edit of a profile only the profiles are read and poured again, and the browser shows them at
once; the search index follows a moment later. Whatever is wrong, the last good pages stay, and each says what it is.
"""

import gc
import html
import logging
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from generator.build import load, make_searchable, pour
from generator.clock import today_here
from generator.configuration import Stopped
from generator.obstacles import sentence
from generator.plugin import Ground, Options, ground
from generator.problems import Level, Problem
from generator.reading.source import kinds_in
from generator.rules import level
from generator.serving import host_and_port, taken

log = logging.getLogger("mkdocs.plugins.hiroba")
# Where the theme leaves room for the preview's own line.
ROOM = b"<!--hiroba:preview-->"
_INDEX = ("search-index",)

Signs = frozenset[tuple[str, int, int]]


class Preview:
    """The folder that is shown, and what is wrong with what was last saved; `rebuild` never raises."""

    def __init__(self, config_file: Path, address: str, options: Options, folder: Path) -> None:
        self.config_file, self.address, self.options, self.folder = config_file, address, options, folder
        self.root = folder / "0"
        self.ground: Ground | None = None
        self.problems: tuple[Problem, ...] = ()
        self.fault = self._unfounded = ""
        self._signs: Signs = frozenset()
        self._poured: frozenset[str] = frozenset()
        self._indexing = threading.Lock()

    @property
    def mount(self) -> str:
        """The path under which the site will stand, with its slashes."""
        path = urlsplit(self.ground.published if self.ground else "").path.strip("/")
        return f"/{path}/" if path else "/"

    def start(self) -> None:
        """Make everything for the first time. Raises Stopped if there is nothing that could be shown."""
        try:
            self._anew()
            self._indexed()
        except Exception as error:
            if isinstance(error, Stopped) or not sentence(error):
                raise
            raise Stopped(sentence(error), 2) from None

    def rebuild(self) -> None:
        """Make anew what a change has touched; if that fails, keep what there is and remember why."""
        if self._signs != self._look():
            self._unfounded = _fault_of(self._anew)
            fault = self._unfounded
        else:
            # What is wrong with the settings stays wrong while somebody mends a profile.
            fault = _fault_of(self._again) or self._unfounded
        if fault and fault != self.fault:
            log.error(fault)
        self.fault = fault
        if not fault:
            threading.Thread(target=self.index, daemon=True).start()

    def _again(self) -> None:
        assert self.ground is not None
        self._poured = self._pour(self.ground, self.root, self._poured)

    def _look(self) -> Signs:
        if self.ground is None:
            return frozenset()
        # The navigation, which stands in the frames, names a kind from its first record on.
        named = ((kind.folder, 0, 0) for kind in kinds_in(self.ground.content))
        return frozenset((*_signs(self.ground.watched), *named))

    def _anew(self) -> None:
        """Let MkDocs make frames and written pages, in a new folder that is shown when everything is in it."""
        # What fails is not tried again before something changes.
        self._signs = self._look()
        fresh = Path(tempfile.mkdtemp(dir=self.folder))
        try:
            made = ground(str(self.config_file), fresh, self.address, self.options)
            poured = self._pour(made, fresh, frozenset())
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        for name in _INDEX:
            if (self.root / name).exists():
                _replace(self.root / name, fresh / name)
        former, self.root, self.ground, self._poured = self.root, fresh, made, poured
        self._signs = self._look()
        shutil.rmtree(former, ignore_errors=True)

    def _pour(self, made: Ground, root: Path, former: frozenset[str]) -> frozenset[str]:
        """Read and check the profiles and write their pages over the `former` ones; the names of all files."""
        with _no_search_for_cycles():
            loaded = load(made.content, made.shown, self.options.today or today_here())
            files = pour(loaded, made.content, made.settings, made.theme, root, preview=True).files
        for left in former - files:
            with suppress(OSError):
                (root / left).unlink()
        if self.problems != loaded.problems:
            self.options.report(loaded.problems)
        self.problems = loaded.problems
        self._index = partial(make_searchable, loaded.directory, made.theme.written, settings=made.settings, alone=True)
        return files

    def index(self) -> None:
        """Make the pages searchable; what is in the way is logged, and the former index stays."""
        if words := _fault_of(self._indexed):
            log.error(words)

    def _indexed(self) -> None:
        """Make the index beside the pages, and put it in its place when it is whole."""
        with self._indexing:
            begun, root = self._index, self.root
            with tempfile.TemporaryDirectory(dir=self.folder) as folder:
                begun(stage=Path(folder))
                for name in _INDEX if root == self.root else ():
                    _replace(Path(folder, name), root / name)

    def banner(self) -> str:
        """The line over every page: whether this could be published, and what is in the way."""
        errors = sum(1 for problem in self.problems if level(problem) == Level.ERROR)
        notes = len(self.problems) - errors
        words = f"公開できません：エラー{errors}件" if errors else f"注意{notes}件（公開できます）"
        linked = f'<a href="{html.escape(self.mount)}problems/">{words}</a>'
        said = linked if self.problems else "公開できます。直すところはありません。"
        if self.fault:
            said = f"{html.escape(self.fault)}<br>直す前のサイトを見せています。"
        return f'<aside class="preview" aria-label="下見の知らせ"><p><strong>下見</strong>　{said}</p></aside>'


class Server(LiveReloadServer):
    """MkDocs' server of a folder, which reloads what a browser shows; it serves whatever folder the preview has."""

    def __init__(self, preview: Preview, host: str, port: int) -> None:
        self.preview = preview
        self.ready: Callable[[], None] = lambda: None
        super().__init__(preview.rebuild, host, port, str(preview.root), preview.mount, polling_interval=0.2)
        self.build_delay = 0.05
        self.error_handler = self._page

    def server_activate(self) -> None:
        """Listen, and say so."""
        super().server_activate()
        self.ready()

    @property
    def root(self) -> str:
        """The folder that is shown now."""
        return str(self.preview.root)

    @root.setter
    def root(self, folder: str) -> None:
        """MkDocs sets it once; the preview knows better."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        said = content.replace(ROOM, self.preview.banner().encode("utf-8"), 1)
        return bytes(super()._inject_js_into_html(said, epoch))  # type: ignore[no-untyped-call]

    def _page(self, code: int) -> bytes | None:
        page = self.preview.root / f"{code}.html"
        return self._inject_js_into_html(page.read_bytes(), self._visible_epoch) if page.is_file() else None


def serve(config_file: Path, address: str, options: Options, ready: Callable[[], None]) -> None:
    """Serve a preview until Ctrl+C, and tell when it can be looked at. Raises Stopped if it cannot begin."""
    host, port = host_and_port(address)
    folder = Path(tempfile.mkdtemp(prefix="hiroba-preview-"))
    try:
        preview = Preview(config_file, address, options, folder)
        preview.start()
        server = Server(preview, host, port)
        for path in {config_file, *(preview.ground.watched if preview.ground else ())}:
            server.watch(str(path))
        if preview.ground:
            server.watch(str(preview.ground.content))
        _run(server, address, ready)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(server: Server, address: str, ready: Callable[[], None]) -> None:
    # Called when the port is ours, before the first request is answered.
    server.ready = ready
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except OSError as error:
        raise taken(address, error) from None
    except KeyboardInterrupt:
        return
    finally:
        server.shutdown()


def _fault_of(work: Callable[[], None]) -> str:
    """Why a piece of work could not be done, in a sentence; empty if it was done."""
    try:
        work()
    except Stopped as stopped:
        return str(stopped)
    except Exception as error:
        return sentence(error) or f"作りなおせませんでした（{type(error).__name__}: {error}）。"
    return ""


def _signs(paths: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    """Name, time and size of every file that MkDocs reads."""
    for path in paths:
        files = (
            (Path(folder, name) for folder, _, names in os.walk(path) for name in names) if path.is_dir() else [path]
        )
        for file in files:
            with suppress(OSError):
                status = file.stat()
                yield str(file), status.st_mtime_ns, status.st_size


def _replace(made: Path, there: Path) -> None:
    """Put a file or folder in the place of another."""
    there.parent.mkdir(parents=True, exist_ok=True)
    if there.is_dir():
        there.rename(made.with_name("former"))
        made.rename(there)
    else:
        made.replace(there)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Making pages leaves no cycles worth finding, and looking for them takes a fifth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
