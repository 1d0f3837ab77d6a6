"""The line: profiles in, a searchable site out. These functions read as the table of contents."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

from generator.assets import Assets
from generator.check import check
from generator.directory.model import Directory
from generator.directory.resolve import resolve
from generator.exports.formats import FORMATS
from generator.form.page import form_pages
from generator.form.prefill import form_files
from generator.lexical.synonyms import load_synonyms
from generator.matching.exchange import exchanges
from generator.pages.frame import Frame
from generator.pages.pictures import Pictures
from generator.pages.problems import problem_pages
from generator.pages.render import Environment, environment, render
from generator.pages.site import alone, cards_of, lists, records
from generator.pages.sitemap import sitemap
from generator.pages.views import Page
from generator.problems import Problem, in_order
from generator.reading.read import Reading, read
from generator.rules import broken
from generator.schemas import schemas
from generator.search.conditions import condition_words
from generator.search.dates import span
from generator.search.documents import SearchDocument
from generator.search.furigana import furigana
from generator.search.index import IndexReport, index
from generator.search.kana import readings
from generator.search.lexicon import ways
from generator.search.match_index import write_match_index
from generator.search.records import documents
from generator.search.suggest import suggestions
from generator.settings import Settings
from generator.shares import in_shares
from generator.writing import write, write_bytes

# What makes a file's text or bytes.
Make = Callable[[], str | bytes]
Tell = Callable[[str], None]
Progress = Callable[[str], AbstractContextManager[Tell]]


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
    templates: tuple[Path, ...]
    icons: Path
    assets: Assets
    written: tuple[SearchDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What a build made: pages, what the search finds, and the names of all files, which must be there in the end."""

    pages: int
    found: int
    files: frozenset[str] = frozenset()


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
    progress: Progress = quietly,
) -> Report:
    """Fill `stage` with all that comes from the directory, then make it searchable."""
    with progress("ページ") as tell:
        poured = pour(loaded, content, settings, theme, stage)
        tell(f"{poured.pages:,}ページ")
    if not searchable:
        return poured
    with progress("マッチング") as tell:
        matched = write_match_index(loaded.directory, stage)
        tell(f"{len(matched):,}ファイル")
    with progress("検索") as tell:
        indexed = make_searchable(loaded.directory, theme.written, stage=stage, settings=settings)
        tell(f"{indexed.documents:,}件")
    return Report(poured.pages, indexed.documents, poured.files | {*matched, *indexed.files})


def pour(
    loaded: Loaded, content: Path, settings: Settings, theme: Theme, stage: Path, *, preview: bool = False
) -> Report:
    """Write every page and what programs read; in a preview also what is wrong, and where a broken profile stands."""
    pages, files = _write_pages(loaded, content, settings, theme, stage, preview)
    urls = [*pages, *(d.url for d in theme.written)]
    data = list(_data(loaded.directory, settings, urls))
    files.update(_write_data([*data, *form_files(loaded.directory, content)] if settings.form else data, stage))
    return Report(len(urls), 0, frozenset(files))


def _data(directory: Directory, settings: Settings, urls: Iterable[str]) -> Iterator[tuple[str, Make]]:
    """What programs read: addresses, readings, formats, schemas; each as its name and how it is made."""
    yield "sitemap.xml", partial(sitemap, urls, settings)
    yield "assets/furigana.json", partial(furigana, directory)
    yield from ((name, partial(make, directory, settings)) for name, make in FORMATS.items())
    for name, text in schemas(directory.vocabularies, settings.site_url):
        yield f"schema/{name}", partial(str, text)


def _write_data(makes: Sequence[tuple[str, Make]], stage: Path) -> list[str]:
    """Make and write files that are no pages, in shares; their names."""

    def share(k: int, count: int) -> None:
        for name, make in makes[k::count]:
            made = make()
            write_bytes(f"{stage}/{name}", made if isinstance(made, bytes) else made.encode("utf-8"))

    in_shares(share, len(makes))
    return [name for name, _ in makes]


def _write_pages(
    loaded: Loaded, content: Path, settings: Settings, theme: Theme, stage: Path, preview: bool
) -> tuple[list[str], set[str]]:
    """Write every page; the addresses that search engines may know, and the names of all files."""
    env = environment(theme.templates, theme.icons, theme.assets)
    directory, pictures = loaded.directory, Pictures(content, stage)
    cards = cards_of(directory)
    forms = map(alone, form_pages(directory.vocabularies, settings))
    shared = exchanges(directory)
    made = records(directory, settings, pictures, cards, shared)
    makes = [*lists(directory, settings, cards, shared), *forms, *made]

    def share(k: int, count: int) -> tuple[list[str], set[str]]:
        extra = problem_pages(loaded.problems, directory) if preview and k == 0 else ()
        known, files = [], set()
        for page in chain(extra, chain.from_iterable(make() for make in makes[k::count])):
            files.update(_write_page(page, theme, env, settings, stage))
            if not page.hidden:
                known.append(page.url)
        return known, files | pictures.kept

    written = in_shares(share, len(makes))
    return sorted(url for urls, _ in written for url in urls), {name for _, names in written for name in names}


def _write_page(page: Page, theme: Theme, env: Environment, settings: Settings, stage: Path) -> list[str]:
    """Write a page and what its script asks for; the names of the files."""
    made = [(file_of(page.url), render(page, theme.frames, env, settings)), *page.beside]
    for name, text in made:
        write(f"{stage}/{name}", text)
    return [name for name, _ in made]


def file_of(url: str) -> str:
    """The file that a site-relative address is served from."""
    return url if url.endswith(".html") else f"{url}index.html"


def make_searchable(
    directory: Directory, written: Iterable[SearchDocument], *, stage: Path, settings: Settings, alone: bool = False
) -> IndexReport:
    """Index the directory and the written pages into `stage`; a program with several threads does it `alone`."""
    words = {name: given for lists in directory.words.values() for name, given in lists.items()}
    found = [*documents(directory), *written]
    if settings.word_readings:
        # What a person wrote in the reading table comes before what a dictionary says.
        words["readings"] = {**readings(f"{d.title}\n{d.lead}\n{d.body}" for d in found), **words.get("readings", {})}
    return index(
        found,
        stage,
        synonyms=load_synonyms(words),
        everyday=ways(),
        suggestions=suggestions(directory),
        span=span(directory.today),
        conditions=condition_words(directory, found),
        alone=alone,
    )
