"""A template shows what stands in its view, and calls no method: any engine with its syntax could render it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, nodes
from jinja2.meta import find_undeclared_variables

from generator.packaged import packaged
from generator.pages.render import environment

THEME = packaged("theme")
PAGES, DESK = THEME / "pages", THEME / "desk"
# What a whole template is given; one that others import has only the arguments of its macros.
GIVEN = frozenset({"view", "root", "page"})
GIVEN_AT_THE_DESK = frozenset({"view", "site", "title", "staff", "csrf", "waiting", "here", "room"})
FUNCTIONS = frozenset({"icon", "phrases", "qr", "cards", "range"})
FILTERS = frozenset({"asset", "preloads", "join", "length", "list", "replace", "selectattr"})
# Statements, and expressions beside names, constants and what is looked at below.
SYNTAX = (
    *(nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Assign, nodes.Import, nodes.Macro),
    *(nodes.FromImport, nodes.Extends, nodes.Block),
    *(nodes.Name, nodes.Const, nodes.Tuple, nodes.List, nodes.Dict, nodes.Pair),
    *(nodes.Getattr, nodes.Getitem, nodes.Keyword),
    *(nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.CondExpr, nodes.Concat, nodes.Add),
    *(nodes.Call, nodes.Filter),
)


def offences(env: Environment, name: str) -> list[str]:
    """What a template says that only Python understands, or that does not stand in its view."""
    tree = _parsed(env, name)
    desk, _, own = name.rpartition("/")
    given = frozenset() if own.startswith("_") else GIVEN_AT_THE_DESK if desk else GIVEN
    # What stands at the head of a template is known in its blocks as well.
    head = {str(each) for node in tree.body if isinstance(node, nodes.FromImport) for each in node.names}
    names = find_undeclared_variables(tree) - given - FUNCTIONS - head - _macros(tree)
    filters = {node.name for node in tree.find_all(nodes.Filter)} - FILTERS
    others = {type(node).__name__ for node in tree.find_all(nodes.Node) if not isinstance(node, SYNTAX)}
    return sorted(
        [f"name {each}" for each in names]
        + [f"filter {each}" for each in filters]
        + [f"syntax {each}" for each in others]
        + [f"call {each}" for each in _called(env, tree)]
    )


def _parsed(env: Environment, name: str) -> nodes.Template:
    assert env.loader
    return env.parse(env.loader.get_source(env, name)[0])


def _called(env: Environment, tree: nodes.Template) -> Iterator[str]:
    """Whatever is called that is neither a macro nor one of our functions."""
    known = set(FUNCTIONS) | _macros(tree)
    for node in tree.find_all(nodes.Import):
        assert isinstance(node.template, nodes.Const)
        known |= {f"{node.target}.{macro}" for macro in _macros(_parsed(env, node.template.value))}
    for taken in tree.find_all(nodes.FromImport):
        assert isinstance(taken.template, nodes.Const)
        known |= _macros(_parsed(env, taken.template.value)) & set(taken.names)
    for call in tree.find_all(nodes.Call):
        if _written(call.node) not in known:
            yield _written(call.node)


def _macros(tree: nodes.Template) -> set[str]:
    return {node.name for node in tree.find_all(nodes.Macro)}


def _written(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    return f"{_written(node.node)}.{node.attr}" if isinstance(node, nodes.Getattr) else "…"


def ours() -> Environment:
    return environment([PAGES, THEME], Path("none"))


@pytest.mark.parametrize(
    "name",
    sorted([path.name for path in PAGES.glob("*.html")] + [f"desk/{path.name}" for path in DESK.glob("*.html")]),
)
def test_a_page_shows_its_view_and_calls_no_method(name: str) -> None:
    assert offences(ours(), name) == []


def small(text: str, others: Mapping[str, str] | None = None) -> list[str]:
    macros = "{% macro name(g) %}{{ g.name }}{% endmacro %}"
    return offences(Environment(loader=DictLoader({"x.html": text, "_m.html": macros, **(others or {})})), "x.html")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ view.url.startswith('http') }}", ["call view.url.startswith"]),
        ("{{ view.url.split('//')[-1].rstrip('/') }}", ["call view.url.split", "call ….rstrip"]),
        ("{% if view.words.items() %}{% endif %}", ["call view.words.items"]),
        ("{{ view['name']() }}", ["call …"]),
        ("{% set f = view.name.title %}{{ f() }}", ["call f"]),
        ("{% macro m(f) %}{{ f() }}{% endmacro %}{{ m(view.name.title) }}", ["call f"]),
        ("{% import '_m.html' as m %}{{ m.other(view) }}", ["call m.other"]),
        ("{% from '_m.html' import name %}{{ name(view) }}{{ other(view) }}", ["call other", "name other"]),
        ("{{ settings.site_name }}", ["name settings"]),
        ("{{ settings.absolute(page.url) }}", ["call settings.absolute", "name settings"]),
        ("{% for each in view.all %}{% endfor %}{{ each }}", ["name each"]),
        ("{{ view.name | upper }}", ["filter upper"]),
        ("{{ view.all | map('title') | list }}", ["filter map"]),
        ("{{ view.name[:3] }}", ["syntax Slice"]),
        ("{{ '%s' % view.name }}", ["syntax Mod"]),
        ("{% include '_m.html' %}", ["syntax Include"]),
        ("{% if view.name is string %}{% endif %}", ["syntax Test"]),
    ],
)
def test_what_only_python_understands_or_is_not_in_the_view_is_said(text: str, said: list[str]) -> None:
    assert small(text) == sorted(said)


def test_an_imported_template_knows_the_arguments_of_its_macros_alone() -> None:
    env = Environment(loader=DictLoader({"_m.html": "{% macro foot(root) %}{{ root }}{{ page.url }}{% endmacro %}"}))
    assert offences(env, "_m.html") == ["name page"]


@pytest.mark.parametrize(
    "text",
    [
        "{% import '_m.html' as m %}{% for g in view.all %}{{ loop.index }}{{ m.name(g) }}{% endfor %}",
        "{% macro row(r, level=2) %}<h{{ level }}>{{ r.text }}</h{{ level }}>{% endmacro %}{{ row(view.row) }}",
        "{% set name = view.name %}{{ name }}{{ root }}{{ page.url }}{{ icon('leaf') }}",
        "{{ view.all | join('、') }}{{ view.all | length }}{{ view.pair[0] if view.pair else 'なし' }}",
    ],
)
def test_values_macros_loops_and_a_few_filters_are_enough(text: str) -> None:
    assert small(text) == []
