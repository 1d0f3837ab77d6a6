"""What a telephone has to load until it sees the first answer: as little in a large town as in a small one."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copytree, rmtree
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from generator.lexical.synonyms import Synonyms
from generator.search.index import FOLDER, index
from generator.search.lexicon import everyday
from scripts.weighing import Scale, weighing
from tests.search.large_town import large_town

pytestmark = [pytest.mark.browser, pytest.mark.site]

# With gzip, from an empty cache: page, styles, scripts, index and the cards of the answer.
MOST = 150_000
LARGE = 10_000
SPAN = (date(2026, 11, 23), date(2027, 11, 22))
QUESTIONS = {
    "a word": "手話",
    "a word of each page": "活動",
    "two words": "料理教室　ボランティア",
    "romaji": "shuwa",
    "a slip": "ボランテァイ",
    "a reading": "りょうりきょうしつ",
}


@pytest.fixture(scope="module")
def small(sample_site: Path) -> Iterator[Scale]:
    """The tests' own town."""
    with weighing(sample_site) as scale:
        yield scale


@pytest.fixture(scope="module")
def large(sample_site: Path, tmp_path_factory: pytest.TempPathFactory, synonyms: Synonyms) -> Iterator[Scale]:
    """The same pages with the search of ten thousand groups."""
    site = tmp_path_factory.mktemp("large") / "site"
    copytree(sample_site, site)
    rmtree(site / FOLDER)
    index(list(large_town(LARGE)), site, synonyms=synonyms, everyday=everyday(), span=SPAN)
    with weighing(site) as scale:
        yield scale


def asked(chromium: Browser, scale: Scale, question: str) -> dict[str, int]:
    """What a telephone with an empty cache was sent until the first answer stood on its screen: path → bytes."""
    scale.sent.clear()
    context = chromium.new_context(viewport={"width": 390, "height": 844}, base_url=scale.address, locale="ja-JP")
    page = context.new_page()
    page.goto(f"search/?q={quote(question)}", wait_until="commit")
    expect(page.locator(".search-name").first).to_be_visible()
    sent = dict(scale.sent)
    context.close()
    return sent


def kinds(sent: dict[str, int]) -> set[str]:
    """The files without what tells one of them from another of its kind."""
    return {re.sub("[0-9a-f]{8}|[0-9]+", "*", name) for name in sent}


def name_of(scale: Scale, chromium: Browser) -> str:
    """The name of a group that is found by it."""
    page = chromium.new_page(base_url=scale.address)
    page.goto(f"search/?q={quote('活動')}")
    expect(page.locator(".search-name").first).to_be_visible()
    name = page.locator(".search-name").first.inner_text()
    page.close()
    return name


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS.keys())
@pytest.mark.parametrize("town", ["small", "large"])
def test_the_first_answer_stands_there_after_150_kilobytes(
    chromium: Browser, request: pytest.FixtureRequest, town: str, question: str
) -> None:
    sent = asked(chromium, request.getfixturevalue(town), question)
    assert sum(sent.values()) <= MOST, sorted(sent.items(), key=lambda one: -one[1])


def test_a_sentence_is_answered_after_150_kilobytes_in_a_small_town(chromium: Browser, small: Scale) -> None:
    assert sum(asked(chromium, small, "子どもと一緒に料理を習いたい").values()) <= MOST


@pytest.mark.parametrize("town", ["small", "large"])
def test_a_name_is_found_after_150_kilobytes(chromium: Browser, request: pytest.FixtureRequest, town: str) -> None:
    scale = request.getfixturevalue(town)
    assert sum(asked(chromium, scale, name_of(scale, chromium)).values()) <= MOST


def test_what_every_question_needs_does_not_grow_with_the_number_of_groups(
    chromium: Browser, small: Scale, large: Scale
) -> None:
    few, many = asked(chromium, small, "手話"), asked(chromium, large, "手話")
    always = [
        {name: size for name, size in sent.items() if not re.search("/(words|long|cards)/", name)}
        for sent in (few, many)
    ]
    assert kinds(always[0]) == kinds(always[1])
    assert sum(always[1].values()) <= 1.1 * sum(always[0].values())
    assert many[f"/{FOLDER}/start.json"] <= 1.1 * few[f"/{FOLDER}/start.json"]
    assert kinds(many) - kinds(few) <= {f"/{FOLDER}/*/long/*.json"}
