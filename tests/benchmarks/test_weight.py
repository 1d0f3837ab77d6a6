"""The weight of a search is what a browser with nothing in its cache loads until the first card stands."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.weight import Load, name_in, warm, weigh
from scripts.weighing import weighing

pytestmark = [pytest.mark.browser, pytest.mark.site]

PAGE = """<!doctype html><html lang="ja"><meta charset="utf-8"><title>検索</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="../own.css">
<div id="search-app"><form><input name="q"></form></div>
<p class="search-status"></p><ol class="search-results"></ol>
<script type="module" src="../own.js"></script></html>
"""
SCRIPT = """
const list = document.querySelector(".search-results"), box = document.querySelector("input");
const get = async (name) => (await fetch("../" + name + ".json")).text();
const answer = async (q) => {
  list.setAttribute("aria-busy", "true");
  await get("before");
  document.querySelector(".search-status").textContent = q + "件";
  list.innerHTML = q === "nothing" ? "" : '<li class="search-card"><h2><a href="../groups/a/">a</a></h2></li>';
  list.removeAttribute("aria-busy");
};
box.addEventListener("input", () => { setTimeout(() => answer(box.value), 30); });
answer(new URLSearchParams(location.search).get("q")).then(() => setTimeout(() => get("after"), 30));
"""
FILES = {
    "search/index.html": PAGE,
    "own.css": "p { color: black }" * 50,
    "own.js": SCRIPT,
    "before.json": "[]" * 999,
    "after.json": "{}" * 999,
}


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "search").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    with weighing(tmp_path) as scale:
        yield scale.address


def packed(*names: str) -> Load:
    """The files as a host sends them."""
    return Load(len(names), sum(len(gzip.compress(FILES[name].encode("utf-8"), 6, mtime=0)) for name in names))


@pytest.mark.parametrize("question", ["川", "nothing"])
def test_what_begins_after_the_first_card_or_the_answer_is_counted_apart(
    chromium: Browser, address: str, question: str
) -> None:
    told = weigh(chromium, address, question)
    assert told.card == (question == "川")
    assert told.first == packed("search/index.html", "own.css", "own.js", "before.json")
    assert told.whole == packed(*FILES)


def test_each_question_is_typed_and_waited_for_twice(chromium: Browser, address: str) -> None:
    typed, again = warm(chromium, address, ["川", "nothing", "山"])
    # The page's own pause for typing is a part of each.
    assert [len([time for time in times if time >= 29]) for times in (typed, again)] == [3, 3]


def test_on_a_published_site_the_browser_counts_what_the_server_has_sent(chromium: Browser, sample_site: Path) -> None:
    name = name_in(sample_site)
    with weighing(sample_site) as scale:
        told = weigh(chromium, scale.address, name)
        sent = {path: size for path, size in scale.sent.items() if not path.endswith("favicon.svg")}
        assert told.card
        assert 5_000 < told.first.size <= told.whole.size
        assert told.whole.size in (sum(sent.values()), sum(scale.sent.values()))
        assert told.whole.requests in (len(sent), len(scale.sent))
