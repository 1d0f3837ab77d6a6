"""A searchable town, made once, and a browser page that searches it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from generator.assets import Assets
from generator.assets.styles import whole
from generator.lexical.synonyms import Synonyms, load_synonyms
from generator.pages.contact_points import CenterView
from generator.pages.render import environment
from generator.pages.views import SearchView
from generator.reading.words import WORD_LISTS, with_own
from generator.search.index import index
from generator.search.lexicon import everyday
from scripts.browser import serving
from tests.scripts_alone import take
from tests.search.town import TOWN
from tests.towns import CONTENT

ROOT = Path(__file__).parents[2]
CENTER = CenterView("市民活動センター", "042-000-0000", "tel:+81420000000", "", "c@example.jp", "", "")
SHELL = """<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>さがす</title></head><body><main>{}</main>
</body></html>
"""


def search_page() -> str:
    """The search page that ships, of a site whose scripts are not joined, without what stands around every page."""
    assets = Assets({}, {"list.css": "assets/list.css", "search.js": "assets/scripts/search.js"}, {})
    env = environment((ROOT / "theme/pages",), ROOT, assets)
    return SHELL.format(env.get_template("search.html").render(root="../", view=SearchView((), (), CENTER)))


def style(name: str) -> str:
    """A style of the theme with its parts."""
    return whole(name, lambda part: (ROOT / "theme/assets" / part).read_text(encoding="utf-8"))


def words() -> dict[str, Any]:
    """The word lists of the tests' town as they are written."""
    known = ((name, CONTENT / f"vocabulary/{name}.yaml") for name in WORD_LISTS)
    files = {name: file for name, file in known if file.is_file()}
    own = {name: yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader) for name, file in files.items()}
    return {name: given for one in with_own(own).values() for name, given in one.items()}


@pytest.fixture(scope="session")
def synonyms() -> Synonyms:
    """The words of the tests' town."""
    return load_synonyms(words())


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory, synonyms: Synonyms) -> Path:
    """A folder with a sub-folder `city/`, the site's root, so that nothing can rely on being at the top."""
    top = tmp_path_factory.mktemp("town")
    site = top / "city"
    index(TOWN, site, synonyms=synonyms, everyday=everyday())
    copytree(ROOT / "theme/scripts", site / "assets/scripts")
    (site / "assets/list.css").write_text(style("list.css"), encoding="utf-8", newline="\n")
    (site / "search").mkdir()
    (site / "search" / "index.html").write_text(search_page(), encoding="utf-8", newline="\n")
    return top


@pytest.fixture(scope="session")
def address(town: Path) -> Iterator[str]:
    """The search page's address on this machine."""
    with serving(town) as top:
        yield f"{top}city/search/"


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """A fresh tab."""
    tab = chromium.new_page()
    yield tab
    tab.close()


@pytest.fixture(scope="session")
def engine_page(chromium: Browser, address: str) -> Iterator[Page]:
    """A tab in which `titles(query)` promises the titles found, in order."""
    tab = chromium.new_page()
    tab.goto(address)
    take(tab, Files="search/files.js")
    tab.evaluate(
        """async () => {
            window.files = Files.filesOf("../");
            window.folding = (await files.ready()).folding;
            const engine = await files.engine();
            window.ask = async (query) => {
                const found = await engine.search(query);
                const cards = await Promise.all(found.numbers.map((number) => files.card(String(number))));
                return { ...found, titles: cards.map((card) => card.title) };
            };
        }"""
    )
    yield tab
    tab.close()


@pytest.fixture
def ask(engine_page: Page) -> Callable[[str], dict[str, Any]]:
    """Search the town: `titles` in order, and `near`, `ignored`, `instead`."""
    return lambda query: engine_page.evaluate("(query) => ask(query)", query)
