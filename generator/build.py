"""The line: profiles in, a searchable site out. These functions read as the table of contents."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from generator.check import check
from generator.directory.model import Directory
from generator.directory.resolve import resolve
from generator.form.page import form_pages
from generator.form.prefill import form_files
from generator.pages.frame import Frame
from generator.pages.pictures import Pictures
from generator.pages.problems import problems_page
from generator.pages.render import Environment, environment, render
from generator.pages.site import cards_of, lists, records
from generator.pages.sitemap import sitemap
from generator.pages.views import Page
from generator.problems import Problem, in_order
from generator.publish import write
from generator.reading.read import Reading, read
from generator.rules import broken
from generator.schemas import schemas
from generator.search.documents import SearchDocument
from generator.search.furigana import furigana
from generator.search.index import index
from generator.search.kana import readings
from generator.search.records import documents
from generator.search.suggest import suggestions
from generator.search.synonyms import load_synonyms
from generator.settings import Settings
from generator.shares import in_shares

Tell = Callable[[str], None]
Stage = Callable[[str], AbstractContextManager[Tell]]


def quietly(name: str) -> AbstractContextManager[Tell]:
    """A stage that tells nobody what it does and how much of it there is."""
    return nullcontext(lambda words: None)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything good in a content folder, resolved, and everything wrong with the rest."""

    directory: Directory
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether an error forbids publishing."""
        return broken(self.problems)


@dataclass(frozen=True, slots=True)
class Theme:
    """What the engine that made the frames leaves for us: frames, templates, icons and its own pages."""

    frames: Mapping[str, Frame]
    templates: Path
    icons: Path
    written: tuple[SearchDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What a build made."""

    pages: int
    found: int


def inspect(content: Path, shown: str, today: date) -> tuple[Reading, tuple[Problem, ...]]:
    """Read → check: everything that could be read under `content`, and everything wrong with it and the rest."""
    reading = read(content, shown)
    return reading, in_order((*reading.problems, *check(reading, today)))


def load(content: Path, shown: str, today: date) -> Loaded:
    """Read → check → resolve: everything good under `content`, and everything wrong with the rest."""
    reading, problems = inspect(content, shown, today)
    return Loaded(resolve(reading, today), problems)


def finish(
    loaded: Loaded,
    content: Path,
    settings: Settings,
    theme: Theme,
    stage: Path,
    *,
    searchable: bool = True,
    preview: bool = False,
    progress: Stage = quietly,
) -> Report:
    """Fill `stage` with all that comes from the directory, then make it searchable."""
    with progress("ページ") as tell:
        urls = [*_write_pages(loaded, content, settings, theme, stage, preview), *(d.url for d in theme.written)]
        write(stage / "sitemap.xml", sitemap(urls, settings))
        write(stage / "assets" / "furigana.json", furigana(loaded.directory))
        if settings.form:
            _write_form(loaded.directory, content, stage)
        for name, text in schemas(loaded.directory.vocabularies, settings.site_url):
            write(stage / "schema" / name, text)
        tell(f"{len(urls):,}ページ")
    found = 0
    if searchable:
        with progress("検索") as tell:
            found = _index(loaded.directory, theme.written, stage, settings)
            tell(f"{found:,}件")
    return Report(len(urls), found)


def _write_pages(
    loaded: Loaded, content: Path, settings: Settings, theme: Theme, stage: Path, preview: bool
) -> list[str]:
    env = environment(theme.templates, theme.icons, settings)
    directory, pictures = loaded.directory, Pictures(content, stage)
    cards = cards_of(directory)
    forms = form_pages(directory.vocabularies, settings)
    makes = [*lists(directory, settings, cards), *forms, *records(directory, settings, pictures, cards)]

    def share(k: int, count: int) -> list[str | None]:
        extra = [problems_page(loaded.problems)] if preview and k == 0 else []
        pages = chain(extra, (make() for make in makes[k::count]))
        return [_write_page(page, theme, env, settings, stage) for page in pages]

    written = in_shares(share, len(makes))
    return sorted(url for urls in written for url in urls if url is not None)


def _write_form(directory: Directory, content: Path, stage: Path) -> None:
    """Write what the form loads: what it checks by, and each published profile."""
    makes = list(form_files(directory, content))

    def share(k: int, count: int) -> None:
        for name, make in makes[k::count]:
            write(f"{stage}/{name}", make())

    in_shares(share, len(makes))


def _write_page(page: Page, theme: Theme, env: Environment, settings: Settings, stage: Path) -> str | None:
    """Write a page and give its address; None for a page that search engines must not know."""
    write(f"{stage}/{file_of(page.url)}", render(page, theme.frames, env, settings))
    return None if page.hidden else page.url


def file_of(url: str) -> str:
    """The file that a site-relative address is served from."""
    return url if url.endswith(".html") else f"{url}index.html"


def _index(directory: Directory, written: Iterable[SearchDocument], stage: Path, settings: Settings) -> int:
    words = {**directory.words.get("synonyms", {}), **directory.words.get("readings", {})}
    found = [*documents(directory), *written]
    if settings.word_readings:
        # What a person wrote in the reading table comes before what a dictionary says.
        words["readings"] = {**readings(f"{d.title}\n{d.lead}\n{d.body}" for d in found), **words.get("readings", {})}
    return index(found, stage, synonyms=load_synonyms(words), suggestions=suggestions(directory)).documents
