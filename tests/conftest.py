"""What several tests need: a browser, a server on this machine, and the sample site built once."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from generator import plugin
from scripts.browser import launched, serving

ROOT = Path(__file__).parent.parent
SAMPLE_DAY = date(2026, 11, 23)
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
    """The sample directory built on the sample day, with its search index."""
    site = tmp_path_factory.mktemp("sample") / "site"
    build_site(ROOT / "mkdocs.yml", site)
    return site


@pytest.fixture(scope="session")
def sample_server(sample_site: Path) -> Iterator[str]:
    """The sample site on a real server."""
    with serving(sample_site) as address:
        yield address
