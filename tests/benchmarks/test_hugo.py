"""Our build and Hugo's are compared only while they make the same pages, and Hugo's follow our templates."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from jinja2 import DictLoader, Environment

from benchmarks.hugo import prepare, unlike
from benchmarks.hugo_templates import Language, Untranslatable, Value, literal, translated
from benchmarks.measure import run

PROFILES = 100


class Sites(NamedTuple):
    ours: Path
    theirs: Path


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    rivals = prepare(tmp_path_factory.mktemp("rivals"), PROFILES, 1)
    for rival in rivals:
        run(rival.command)
    yield Sites(rivals[0].out, rivals[1].out)


@pytest.mark.site
@pytest.mark.process
def test_a_hundred_pages_are_the_same_word_for_word_and_element_for_element(sites: Sites) -> None:
    assert len(list((sites.theirs / "groups").iterdir())) == PROFILES
    assert unlike(sites.ours, sites.theirs, PROFILES) == []


@pytest.mark.site
@pytest.mark.process
@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("参加するには", "参加できません", ["-参加するには", "+参加できません"]),
        (
            '<section class="join"',
            '<section class="joint"',
            ['+section aria-labelledby="join-title" class="joint" id="join"'],
        ),
        ("</h1>", "</h1><hr>", ["+hr"]),
    ],
)
def test_another_word_element_or_attribute_is_said(
    sites: Sites, tmp_path: Path, before: str, after: str, said: list[str]
) -> None:
    name = "dantai-00003"
    for site, folder in zip(("ours", "theirs"), sites, strict=True):
        shutil.copytree(folder / "groups" / name, tmp_path / site / "groups" / name)
    page = tmp_path / "theirs" / "groups" / name / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")
    assert set(said) <= set(unlike(tmp_path / "ours", tmp_path / "theirs"))


def written(template: str, **others: str) -> str:
    """A template in Go; `root` is known, and `view` is a variable."""
    env = Environment(loader=DictLoader({"page.html": template, **others}), trim_blocks=True, lstrip_blocks=True)
    language = Language(env, {}, {"view.center": "$center"})
    return translated(language, "page.html", {"view": Value("$view"), "root": literal("../")})


def test_what_is_fixed_becomes_text_and_what_is_not_an_expression() -> None:
    assert written('<a href="{{ root }}{{ view.url }}">') == '<a href="../{{ $view.url }}">'
    assert written('<a href="{{ view.url }}">') == '<a href="{{ $view.url | safeURL }}">'


def test_a_filter_of_what_is_fixed_becomes_text() -> None:
    assert written("{{ 'a.css' | upper }}") == "A.CSS"


def test_a_macro_of_another_template_is_put_in_where_it_is_called() -> None:
    made = written(
        "{% import 'm.html' as m %}{{ m.name(view.group) }}",
        **{"m.html": "{% macro name(g, level=3) %}<h{{ level }}>{{ g.name }}</h{{ level }}>{% endmacro %}"},
    )
    assert made == "<h3>{{ $view.group.name }}</h3>"


def test_the_parts_of_a_loop_are_taken_by_name_or_by_place() -> None:
    named = written("{% for row in view.facts %}{{ row.lines }}{% endfor %}")
    assert named == "{{ range $n1, $row2 := $view.facts }}{{ $row2.lines }}{{ end }}"
    placed = written("{% for kind, text in view.offers %}{{ text }}{% endfor %}")
    assert placed == "{{ range $n1, $kind2 := $view.offers }}{{ (index $kind2 1) }}{{ end }}"


@pytest.mark.parametrize("template", ["{{ view.name | upper }}", "{{ view.name.title() }}", "{{ other(view) }}"])
def test_what_has_no_translation_is_refused_by_name(template: str) -> None:
    with pytest.raises(Untranslatable, match=r"upper|title|other"):
        written(template)
