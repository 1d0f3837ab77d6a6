"""What a search costs on the line, and how fast it is: `python -m benchmarks.weight [--groups 10000] [--site DIR]`.

For each question a Chromium without any cache opens `search/?q=…` of a site that is served as a host serves it, with
gzip. Counted are the requests that begin before the first card stands, and the bytes of their bodies: page, styles,
scripts, data, pictures. Then everything that is loaded until the page is idle. Then the same questions are typed into
one page, twice: the time from the last key until the results stand, the page's own pause for typing included. Ends with
code 1 if a first card costs more than the goal.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import quote

from benchmarks.building import built
from scripts.browser import launched
from scripts.weighing import weighing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# Words, words together, sentences, Latin letters, slips; what groups of the samples and generated ones both do.
QUESTIONS = (
    "手話", "防災", "将棋 土曜", "俳句 初心者", "手話を習いたい", "スマホの使い方を教えてほしい",
    "子ども食堂を手伝いたい", "haiku", "shuwa", "ボランテイア", "しょうき", "高令者",
)  # fmt: skip
GOAL = 150_000

# When the first card stood, and when the answer did: a page that finds nothing has no card.
NOTING = """
window.stood = {};
new MutationObserver(() => {
  const list = document.querySelector(".search-results"), status = document.querySelector(".search-status");
  if (!stood.card && document.querySelector("li.search-card")) stood.card = performance.now();
  if (!stood.answer && list && !list.hasAttribute("aria-busy") && status.textContent) stood.answer = performance.now();
}).observe(document, { attributes: true, childList: true, subtree: true });
"""
# Called when nothing is on the way any more, so that every request has an end.
LOADED = """() => {
  const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  return { ...stood, loaded: all.map((one) => [one.startTime, one.encodedBodySize]) };
}"""
TYPING = """(question) => new Promise((done, fail) => {
  const list = document.querySelector(".search-results");
  const box = document.querySelector("#search-app input[name=q]");
  const begun = performance.now();
  const watching = new MutationObserver(() => {
    if (list.getAttribute("aria-busy") === "true") return;
    watching.disconnect();
    done(performance.now() - begun);
  });
  watching.observe(list, { attributes: true, attributeFilter: ["aria-busy"] });
  setTimeout(() => fail(new Error("no answer to " + question)), 20000);
  box.value = question;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
})"""


@dataclass(frozen=True, slots=True)
class Load:
    """Requests, and the bytes of what was answered to them."""

    requests: int
    size: int


@dataclass(frozen=True, slots=True)
class Weight:
    """What a page of results has loaded: until its first card stood (if there is none, its answer), and in all."""

    card: bool
    first: Load
    whole: Load


def weigh(browser: "Browser", address: str, question: str) -> Weight:
    """Open the search page of a site with nothing in the cache; Playwright's error if it never answers."""
    with _opened(browser, address, question) as page:
        told = page.evaluate(LOADED)
    until = told.get("card") or told["answer"]
    early = (size for begun, size in told["loaded"] if begun < until)
    return Weight("card" in told, _load(early), _load(size for _, size in told["loaded"]))


@contextmanager
def _opened(browser: "Browser", address: str, question: str) -> "Iterator[Page]":
    """The search page with its answer, and with nothing on the way any more."""
    with browser.new_context(base_url=address, viewport={"width": 390, "height": 844}) as context:
        context.add_init_script(NOTING)
        page = context.new_page()
        page.goto(f"search/?q={quote(question)}")
        page.wait_for_function("stood.answer")
        page.wait_for_load_state("networkidle")
        yield page


def _load(sizes: Iterable[int]) -> Load:
    counted = list(sizes)
    return Load(len(counted), sum(counted))


def warm(browser: "Browser", address: str, questions: Sequence[str]) -> tuple[list[float], list[float]]:
    """Milliseconds for each question typed into a page that has answered one, and for each of them once more."""
    with _opened(browser, address, "市") as page:
        return _typed(page, questions), _typed(page, questions)


def _typed(page: "Page", questions: Sequence[str]) -> list[float]:
    return [page.evaluate(TYPING, question) for question in questions]


def name_in(site: Path) -> str:
    """The name of the first group of a site."""
    page = min(site.glob("groups/*/index.html")).read_text(encoding="utf-8")
    found = re.search(r"<title>([^<｜]+)", page)
    assert found, "a page of a group begins its title with a name"
    return found[1]


def measure(site: Path) -> int:
    """Weigh and time a site, and print it; the heaviest first card in bytes."""
    questions = (*QUESTIONS, name_in(site))
    with weighing(site) as scale, launched() as browser:
        weights = [weigh(browser, scale.address, question) for question in questions]
        typed, again = warm(browser, scale.address, questions)
    _print_weights(dict(zip(questions, weights, strict=True)))
    for name, times in (("typed", typed), ("typed again", again)):
        print(f"{name:16}min {min(times):6.0f} ms, median {median(times):6.0f} ms, max {max(times):6.0f} ms")
    return max(weight.first.size for weight in weights)


def _print_weights(told: dict[str, Weight]) -> None:
    print(f"{'first card':>14}{'requests':>10}{'all':>12}{'requests':>10}")
    for question, weight in told.items():
        print(_row(weight.first, weight.whole), question, "" if weight.card else "(finds nothing)")
    first, whole = [weight.first for weight in told.values()], [weight.whole for weight in told.values()]
    for name, take in (("min", min), ("median", median), ("max", max)):
        print(_row(_middle(first, take), _middle(whole, take)), name)


def _middle(loads: Sequence[Load], take: Callable[[list[int]], float]) -> Load:
    """The least, the median or the most of requests and of bytes, each for itself."""
    return Load(round(take([load.requests for load in loads])), round(take([load.size for load in loads])))


def _row(first: Load, whole: Load) -> str:
    return f"{first.size:>14,}{first.requests:>10}{whole.size:>12,}{whole.requests:>10} "


def main() -> None:
    """Measure a site and print what it weighs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--groups", type=int, default=0, help="so many generated groups, instead of the samples")
    parser.add_argument("--site", type=Path, help="a site that is built already")
    given = parser.parse_args()
    with built(given.groups, given.site) as site:
        heaviest = measure(site)
    print(f"first card: at most {heaviest:,} bytes, goal {GOAL:,}")
    sys.exit(heaviest > GOAL)


if __name__ == "__main__":
    main()
