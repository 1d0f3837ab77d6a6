"""What is wrong with the settings file, said as of a profile, with its place, and before MkDocs says it in English."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from generator.problems import Problem, problem
from generator.reading.positions import Positions, positions
from generator.reading.strict import Fault, Path, parse
from generator.settings import Settings

# What MkDocs' own files may have and ours not: MkDocs itself says what it thinks of them.
_THEIRS = {"alias", "tag", "too-deep", "several-documents"}
_SHAPES = {
    "bool": ("「true」か「false」", "true or false", "true"),
    "int": ("数", "a number", "30"),
    "float": ("数", "a number", "4"),
    "string": ("ひと続きの文字", "one text", "ひろば"),
    "tuple": ("[ ] の中の並び", "a list", "[スマホ, 手話]"),
    "code": ("検査数字の合う、6桁の全国地方公共団体コード", "a municipality's code of six digits", "131016"),
    "model": ("項目と内容の組", "names and values", "{name: センター}"),
    "greater": ("もっと大きい数", "a larger number", "1"),
    "less": ("もっと小さい数", "a smaller number", "1"),
}


def settings_problems(text: str, shown: str, places: Sequence[str] | None = None) -> list[Problem]:
    """Everything wrong with our section of mkdocs.yml, and with its YAML; `places` are the slugs of all place files."""
    data = parse(text)
    at = positions(text, shown)
    if isinstance(data, Fault):
        where = at.at(data.line, data.column)
        return [] if data.rule in _THEIRS else [problem(where, data.rule, **dict(data.facts))]
    path, section = _section(data)
    values = {name: value for name, value in section.items() if name != "content"}
    wrong = list(_faults(values, path, at))
    place = values.get("center", {}).get("place") if isinstance(values.get("center"), dict) else None
    if places is not None and place and place not in places:
        close = get_close_matches(str(place), places, n=1, cutoff=0.5)
        where = at.value((*path, "center", "place"))
        wrong.append(problem(where, "unknown-place", value=place, suggestion="".join(close)))
    return wrong


def _section(data: Any) -> tuple[Path, dict[str, Any]]:
    """Where the plugin's section stands, and what is in it; nothing if there is none."""
    plugins = data.get("plugins") if isinstance(data, dict) else None
    # MkDocs takes a list of plugins as well as names with their sections.
    found = list(enumerate(plugins)) if isinstance(plugins, list) else [(None, plugins)]
    for n, each in found:
        section = each.get("hiroba") if isinstance(each, dict) else None
        if isinstance(section, dict):
            return ("plugins", *(() if n is None else (n,)), "hiroba"), section
    return (), {}


def _faults(values: dict[str, Any], path: Path, at: Positions) -> Iterator[Problem]:
    try:
        Settings.model_validate(values)
    except ValidationError as error:
        for each in error.errors():
            yield _explained(each["loc"], each["type"], path, at)


def _explained(loc: Path, kind: str, path: Path, at: Positions) -> Problem:
    name = ".".join(map(str, loc))
    if kind == "extra_forbidden":
        close = get_close_matches(str(loc[-1]), [*_known(loc[:-1]), *(("content",) if len(loc) == 1 else ())], n=1)
        meant = ".".join(map(str, (*loc[:-1], *close))) if close else ""
        return problem(at.key((*path, *loc)), "unknown-field", value=name, suggestion=meant)
    ja, en, example = next((words for start, words in _SHAPES.items() if kind.startswith(start)), _SHAPES["string"])
    facts = {"label": name, "name": name, "expected_ja": ja, "expected_en": en, "suggestion": example}
    return problem(at.value((*path, *loc)), "wrong-shape", **facts)


def _known(loc: Path) -> list[str]:
    """The names of the settings beside one."""
    model: Any = Settings
    for step in loc:
        info = model.model_fields.get(str(step)) if isinstance(model, type) and issubclass(model, BaseModel) else None
        model = info.annotation if info else None
        model = next((each for each in get_args(model) if isinstance(each, type)), model)
    return list(model.model_fields) if isinstance(model, type) and issubclass(model, BaseModel) else []
