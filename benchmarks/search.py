"""How well search finds: `python -m benchmarks.search [--trial FOLDER] [--browser chromium|firefox|both] [--wrong]`.

The real script answers in a real browser, over the real index: first the questions of `queries.yaml` to the sample
directory, then, with --trial, those of a folder with `groups.json` and `queries.json`. For each class: recall (how
many of the pages that must be found are), precision (how many of the pages found are right) and the reciprocal of the
place of the first right one. A question with no right answer is right when nothing is found at all.
"""

import argparse
import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import fmean

import yaml

from benchmarks.asking import ask
from generator.build import load
from generator.reading.words import WORD_LISTS, with_own
from generator.search.documents import SearchDocument
from generator.search.index import index
from generator.search.records import documents
from generator.search.synonyms import Synonyms, load_synonyms

ROOT = Path(__file__).parents[1]
GOAL = "goal .98 / .95 / .90"


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody types, the addresses that must be found, and those that may be."""

    text: str
    kind: str
    must: frozenset[str]
    ok: frozenset[str]
    part: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """Documents and the questions asked about them."""

    name: str
    documents: tuple[SearchDocument, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """How one question was answered."""

    question: Question
    found: tuple[str, ...]
    near: bool

    @property
    def recall(self) -> float:
        """Of the pages that must be found, how many are."""
        must = self.question.must
        return len(must & set(self.found)) / len(must) if must else 1.0

    @property
    def precision(self) -> float:
        """Of the pages found, how many may be."""
        if not self.found:
            return 1.0
        return len(self.question.ok & set(self.found)) / len(self.found)

    @property
    def rank(self) -> float:
        """One divided by the place of the first page that must be found."""
        if not self.question.must:
            return 0.0 if self.found else 1.0
        places = (place for place, url in enumerate(self.found, start=1) if url in self.question.must)
        return 1 / next(places, float("inf"))


def sample() -> Trial:
    """The sample directory and the questions written for it."""
    given = yaml.load((ROOT / "benchmarks/queries.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    directory = load(ROOT / "content", "content", date.fromisoformat(given["today"])).directory
    return Trial("sample directory", tuple(documents(directory)), tuple(map(_question, given["queries"])))


def _question(given: dict[str, object]) -> Question:
    must, ok = ({f"{slug}/" for slug in _several(given[part])} for part in ("must", "ok"))
    kind, part = str(given["class"]), str(given["set"])
    return Question(str(given["query"]), kind, frozenset(must), frozenset(must | ok), part)


def _several(given: object) -> Sequence[str]:
    return given if isinstance(given, list) else []


def trial(folder: Path) -> Trial:
    """A trial set: groups with name, yomi, area, cats and paragraphs, and queries with must and ok."""
    groups = json.loads((folder / "groups.json").read_text(encoding="utf-8"))
    asked = json.loads((folder / "queries.json").read_text(encoding="utf-8"))
    made = tuple(
        SearchDocument(
            url=group["url"],
            kind="group",
            title=group["name"],
            kana=group["yomi"],
            fields=tuple(group["cats"]),
            areas=(group["area"],),
            body="\n".join(group["paras"]),
        )
        for group in groups
    )
    questions = tuple(Question(a["q"], a["cls"], frozenset(a["must"]), frozenset(a["ok"])) for a in asked)
    return Trial("trial set", made, questions)


def _vocabulary() -> Synonyms:
    texts = {name: (ROOT / f"content/vocabulary/{name}.yaml").read_text(encoding="utf-8") for name in WORD_LISTS}
    own = {name: yaml.load(text, yaml.BaseLoader) for name, text in texts.items()}
    return load_synonyms({name: words for one in with_own(own).values() for name, words in one.items()})


def answers(given: Trial, browser: str) -> list[Mark]:
    """Ask every question of a trial in a browser."""
    urls = sorted(document.url for document in given.documents)
    with tempfile.TemporaryDirectory(prefix="search-") as folder:
        site = Path(folder)
        index(given.documents, site, synonyms=_vocabulary())
        shutil.copytree(ROOT / "theme/scripts", site / "assets/scripts")
        answered = ask(site, [question.text for question in given.questions], browser)
    pairs = zip(given.questions, answered, strict=True)
    return [Mark(question, tuple(urls[n] for n in answer["numbers"]), answer["near"]) for question, answer in pairs]


def _rows(marks: Sequence[Mark]) -> Iterator[str]:
    for kind in dict.fromkeys(mark.question.kind for mark in marks):
        yield _row(kind, [mark for mark in marks if mark.question.kind == kind])
    for part in dict.fromkeys(mark.question.part for mark in marks if mark.question.part):
        yield _row(f"set {part}", [mark for mark in marks if mark.question.part == part])
    yield _row("ALL", marks) + f"   ({GOAL})"


def _row(name: str, marks: Sequence[Mark]) -> str:
    recall, precision, rank = (fmean(getattr(m, part) for m in marks) for part in ("recall", "precision", "rank"))
    return f"{name:14} {len(marks):4}   recall {recall:.3f}   precision {precision:.3f}   reciprocal {rank:.3f}"


def _wrong(marks: Sequence[Mark]) -> Iterator[str]:
    for mark in marks:
        if mark.recall < 1 or mark.precision < 1 or mark.rank < 1:
            missing = " ".join(sorted(mark.question.must - set(mark.found)))
            extra = " ".join(url for url in mark.found if url not in mark.question.ok)
            first = mark.found[0] if mark.found and mark.rank < 1 else ""
            asked = f"{mark.question.kind} 「{mark.question.text}」{' near' if mark.near else ''}"
            yield f"  {asked} | missing: {missing} | extra: {extra} | first: {first}"


def main() -> None:
    """Ask, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trial", type=Path, help="a folder with groups.json and queries.json")
    parser.add_argument("--browser", choices=("chromium", "firefox", "both"), default="chromium")
    parser.add_argument("--wrong", action="store_true", help="list what was not answered perfectly")
    parser.add_argument("--set", choices=("tuned", "held", "fresh"), help="ask only the questions of this set")
    given = parser.parse_args()
    browsers = ("chromium", "firefox") if given.browser == "both" else (given.browser,)
    for one in [sample(), *([trial(given.trial)] if given.trial else [])]:
        asked = [q for q in one.questions if given.set in (None, q.part)]
        told = [answers(Trial(one.name, one.documents, tuple(asked)), browser) for browser in browsers]
        print(f"\n{one.name}: {len(one.documents)} documents, {len(asked)} questions, {browsers[0]}")
        print(*_rows(told[0]), sep="\n")
        if given.wrong:
            print(*_wrong(told[0]), sep="\n")
        if len(told) > 1:
            same = sum(a == b for a, b in zip(*told, strict=True))
            print(f"the same answers in the same order in {' and '.join(browsers)}: {same} of {len(asked)}")


if __name__ == "__main__":
    main()
