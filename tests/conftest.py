"""What several tests need: a browser, a server on this machine, and the site of the tests' own town built once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect

from generator import plugin
from scripts.browser import launched, serving
from tests.towns import CONTENT, PROJECTS, TOWN

ROOT = Path(__file__).parent.parent
SAMPLE_DAY = date(2026, 11, 23)
# How long one example takes says nothing about the program on a busy machine.
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")
# A busy machine may need more than the usual five seconds for its first search.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium; a machine without one fails here, loudly."""
    with launched() as browser:
        yield browser


def build_site(config: Path, site: Path, **options: Any) -> None:
    """Build a site as `hiroba build --today 2026-11-23` does."""
    plugin.build(str(config), str(site), plugin.Options(today=SAMPLE_DAY, report=lambda problems: None, **options))


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tests' own town built on the sample day, with its search index."""
    site = tmp_path_factory.mktemp("sample") / "site"
    build_site(TOWN / "mkdocs.yml", site)
    return site


@pytest.fixture(scope="session")
def sample_server(sample_site: Path) -> Iterator[str]:
    """The town's site on a real server."""
    with serving(sample_site) as address:
        yield address


@dataclass(frozen=True, slots=True)
class Built:
    """A whole site: what it was made of, its folder, and where it is served."""

    content: Path
    site: Path
    address: str

    def slugs(self, folder: str) -> list[str]:
        """The slugs of its groups, events or places; the town has enough of each to mean something."""
        found = sorted(path.stem for path in (self.content / folder).glob("*.yaml"))
        assert len(found) >= ({"grants": 3}.get(folder, 10) if self.content == CONTENT else 0)
        return found


@pytest.fixture(scope="session", params=PROJECTS, ids=("town", "samples")[: len(PROJECTS)])
def each_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The town's site, and that of the samples: for what is to hold for every page of a site."""
    if request.param is TOWN:
        site, address = request.getfixturevalue("sample_site"), request.getfixturevalue("sample_server")
        yield Built(CONTENT, site, address)
        return
    site = tmp_path_factory.mktemp("samples") / "site"
    build_site(request.param / "mkdocs.yml", site)
    with serving(site) as address:
        yield Built(request.param / "content", site, address)
