"""A whole small project for a city, as texts by their names: what `hiroba new site` writes."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from generator.issueforms import issue_forms
from generator.kinds import GRANT
from generator.models.vocabulary import Vocabulary
from generator.packaged import packaged
from generator.pages.facts import facts_in
from generator.projects.answers import Answers
from generator.projects.areas import areas_text
from generator.projects.workflows import workflows
from generator.reading.read import vocabularies
from generator.reading.words import WORD_LISTS
from generator.schemas import schemas
from generator.settings import Center, Send, Settings
from generator.writing import write

_BLANK = re.compile(r"\[\[([a-z_]+)\]\]")
# Pages of the repository's own site that speak of no city, and are every city's as they are.
SHARED_PAGES = ("help", "npo", "privacy", "register")
SATURDAY = 5
_GRANTS = f'href="../{GRANT.list_url}"'
_NO_ADDRESS = "# site_url: https://hiroba.example.org/  ← 決まったら、先頭の # を消して書いてください。"


def project_files(answers: Answers, today: date, version: str) -> dict[str, str]:
    """Every file of a new project but those that are made from its own vocabularies (`derived_files`)."""
    values = _values(answers, today, version)
    skeleton = packaged("projects/skeleton")
    made = {_name(path, skeleton): filled(path.read_text(encoding="utf-8"), values) for path in _files(skeleton)}
    unset = {f"center.{name}" for name in ("fax", "email", "hours", "address") if not getattr(answers, name)}
    made |= {f"content/pages/{name}.md": _page(name) for name in SHARED_PAGES}
    made |= {name: _without(text, unset) for name, text in made.items() if name.startswith("content/pages/")}
    made |= {f"content/vocabulary/{path.name}": path.read_text(encoding="utf-8") for path in general_vocabularies()}
    made["content/vocabulary/areas.yaml"] = areas_text(answers)
    return made | workflows()


def general_vocabularies() -> Iterator[Path]:
    """The vocabularies that every city begins with; areas and word lists are each city's own."""
    own = {"areas", *WORD_LISTS}
    return (path for path in sorted(packaged("content/vocabulary").glob("*.yaml")) if path.stem not in own)


def derived_files(terms: Mapping[str, Vocabulary], settings: Settings) -> dict[str, str]:
    """The files that are made from a project's vocabularies and settings: schemas and the code host's forms."""
    made = {f"content/schema/{name}": text for name, text in schemas(terms)}
    return made | {f".github/ISSUE_TEMPLATE/{name}": text for name, text in issue_forms(terms, settings)}


def write_project(folder: Path, answers: Answers, today: date, version: str) -> tuple[str, ...]:
    """Write a whole project into a folder; the names of its files, sorted. Raises OSError for what the disk refuses."""
    made = project_files(answers, today, version)
    for name, text in made.items():
        write(folder / name, text)
    derived = derived_files(vocabularies(folder / "content"), settings_of(answers))
    for name, text in derived.items():
        write(folder / name, text)
    return tuple(sorted({*made, *derived}))


def settings_of(answers: Answers) -> Settings:
    """The settings of a new project, as its mkdocs.yml says them."""
    place = answers.municipality
    contact = {name: getattr(answers, name) for name in ("phone", "fax", "email", "hours", "address")}
    return Settings(
        site_name=answers.site_name,
        site_url=answers.site_url,
        city=place.name,
        city_short=place.short,
        prefecture=place.prefecture,
        repository=answers.repository,
        center=Center(name=answers.center, **contact),
        send=Send(email=bool(answers.email), code_host=bool(answers.repository), paper=True),
    )


def filled(text: str, values: Mapping[str, str]) -> str:
    """A text with `[[name]]` replaced; a line that asks for an empty value is left out, with a comment above it."""
    lines: list[str] = []
    for line in text.split("\n"):
        if all(values[name] for name in _BLANK.findall(line)):
            lines.append(_BLANK.sub(lambda match: values[match[1]], line))
        else:
            while lines and lines[-1].lstrip().startswith("#"):
                lines.pop()
    return "\n".join(lines)


def _values(answers: Answers, today: date, version: str) -> dict[str, str]:
    place = answers.municipality
    texts = {
        "site_name": answers.site_name,
        "site_url": answers.site_url,
        "description": f"{place.name}の市民活動団体・ボランティア団体の案内",
        "city": place.name,
        "city_short": place.short,
        "prefecture": place.prefecture,
        "city_code": place.code,
        "repository": answers.repository,
        **{name: getattr(answers, name) for name in ("center", "phone", "fax", "email", "hours", "address")},
    }
    plain = {
        "by_email": "true" if answers.email else "false",
        "by_code_host": "true" if answers.repository else "false",
        "today": today.isoformat(),
        "event_day": _saturday(today + timedelta(days=42)).isoformat(),
        "readings": "\n".join(f"  {word}: {kana}" for word, kana in _readings(answers)),
        "version": version,
        "site_url_line": f"site_url: {_quoted(answers.site_url)}" if answers.site_url else _NO_ADDRESS,
    }
    return texts | {f"q_{name}": _quoted(text) if text else "" for name, text in texts.items()} | plain


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _readings(answers: Answers) -> Iterator[tuple[str, str]]:
    """How the city and its wards are read."""
    place = answers.municipality
    yield place.name, place.kana
    yield from place.wards


def _saturday(day: date) -> date:
    return day + timedelta(days=(SATURDAY - day.weekday()) % 7)


def _without(text: str, unset: set[str]) -> str:
    """A page without the lines that ask for what a centre does not have, or lead to grants: a new city has none."""
    lines = (line for line in text.split("\n") if _GRANTS not in line and not unset & set(facts_in(line)))
    return "\n".join(lines)


def _page(name: str) -> str:
    return packaged(f"content/pages/{name}.md").read_text(encoding="utf-8")


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _name(path: Path, skeleton: Path) -> str:
    """The name of a file in the project; in the program nothing is hidden behind a dot."""
    name = path.relative_to(skeleton).as_posix()
    return f".{name}" if name.split("/")[0] in ("gitattributes", "gitignore", "github") else name
