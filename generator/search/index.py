"""Documents to a searchable index: small files of keys, facets, cards, suggestions, and one file to begin with.

The same documents give the same bytes, whatever their order. All but `start.json` stands in a folder that is named
after its content, so that no browser puts files of two editions together.
"""

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, Final

from generator.japanese.text import kana_sort_key
from generator.kinds import KINDS
from generator.lexical.letters import LETTERS
from generator.lexical.synonyms import Synonyms
from generator.search.collect import collected, encoded
from generator.search.concepts import concepts
from generator.search.days import days
from generator.search.documents import SearchDocument, card
from generator.search.postings import encoded as numbers_as_text
from generator.search.shards import Files, sharded, written
from generator.search.shelves import shelves
from generator.search.slips import slips
from generator.search.sounds import sounds
from generator.search.suggest import Suggestion
from generator.search.variants import variants

FOLDER: Final = "search-index"
PAGE: Final = "page"
KIND_LABELS: Final[Mapping[str, str]] = {name: kind.label for name, kind in KINDS.items()} | {PAGE: "案内"}


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What was written: number of documents, the files by their names on the site, and their size in bytes."""

    documents: int
    files: tuple[str, ...]
    size: int


class SearchIndexError(Exception):
    """The index could not be made; says in a sentence why."""


def index(
    documents: Sequence[SearchDocument],
    stage: Path,
    *,
    synonyms: Synonyms,
    everyday: Mapping[str, tuple[str, ...]] | None = None,
    suggestions: Iterable[Suggestion] = (),
    span: Sequence[date] = (),
    conditions: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
    alone: bool = False,
) -> IndexReport:
    """Make `stage` searchable: fill `stage/search-index/`.

    `everyday` are words and their readings beside those of `synonyms`, `span` is the first and the last day of which
    the documents know whether they are on, `conditions` what people call the labels of facets. A program with several
    threads does it `alone`: a forked process would wait for locks that they held. Raises SearchIndexError when two
    documents share an address.
    """
    ordered = in_order(documents)
    _refuse_twins(ordered)
    folder = stage / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    postings = collected(ordered, synonyms.folding, alone=alone)
    known = concepts(synonyms, everyday or {}, postings)
    meant = slips(ordered, postings, known, synonyms.folding) | sounds(postings, known, synonyms.folding)
    words = sharded({**known, **meant, **encoded(postings)})
    offered = shelves(suggestions, synonyms.folding)
    files = dict(_files(ordered, words, offered, span)) | {"conditions.json": written(conditions or {}) + "\n"}
    own = folder / sha256("".join(files.values()).encode()).hexdigest()[:8]
    written_to = {own / name: _write(own / name, text) for name, text in files.items()}
    sizes = {"edition": own.name, "shards": len(words.shards), "shelves": len(offered)}
    start = _start(ordered, synonyms) | sizes | {"days": [day.isoformat() for day in span]}
    written_to[folder / "start.json"] = _write(folder / "start.json", written(start) + "\n")
    names = sorted(path.relative_to(stage).as_posix() for path in written_to)
    return IndexReport(len(ordered), tuple(names), sum(written_to.values()))


def in_order(documents: Iterable[SearchDocument]) -> list[SearchDocument]:
    """Documents in the order of their numbers: what comes first where nothing else decides.

    What is over comes last, before it the text pages, before them records by weight and kind.
    """
    kinds = list(KIND_LABELS)
    return sorted(documents, key=lambda d: (over(d), d.kind == PAGE, -d.weight, kinds.index(d.kind), d.url))


def over(document: SearchDocument) -> bool:
    """Whether it is an event or a grant that one can no longer go to or ask for."""
    return document.weight < 0 and not document.ahead and document.kind in ("event", "grant")


def _refuse_twins(ordered: Sequence[SearchDocument]) -> None:
    for one, other in pairwise(sorted(ordered, key=lambda document: document.url)):
        if one.url == other.url:
            titles = f"「{one.title}」と「{other.title}」"
            raise SearchIndexError(f"同じアドレス {one.url} のページが二つあります（{titles}）。")


def _start(ordered: Sequence[SearchDocument], synonyms: Synonyms) -> dict[str, Any]:
    """What the browser needs before anything else; it does not grow with the number of documents."""
    alike = groupby(ordered, key=lambda document: document.kind)
    return {
        "count": len(ordered),
        "over": sum(map(over, ordered)),
        "kinds": KIND_LABELS,
        "facets": list(FACETED),
        "runs": [[kind, sum(1 for _ in those)] for kind, those in alike],
        "letters": LETTERS,
        "spellings": dict(synonyms.folding.pairs),
        "either": synonyms.either,
    }


def _files(
    ordered: Sequence[SearchDocument], words: Files, offered: Iterable[str], span: Sequence[date]
) -> Iterable[tuple[str, str]]:
    """Names and texts of the files of an edition."""
    yield from ((f"words/{number}.json", text) for number, text in enumerate(words.shards))
    yield from ((f"long/{number}.json", text) for number, text in enumerate(words.long))
    yield from ((f"suggest/{number}.json", text) for number, text in enumerate(offered))
    yield from ((f"cards/{number}.json", written(card(each)) + "\n") for number, each in enumerate(ordered))
    yield from ((f"facets/{name}.json", written(found) + "\n") for name, found in facets(ordered).items())
    yield from ((f"facets/days/{monday}.json", written(found) + "\n") for monday, found in days(ordered, span).items())
    yield "orders.json", written(orders(ordered)) + "\n"
    yield "variants.json", written(dict(variants())) + "\n"


# By what one can narrow down: the labels of a document for each facet.
FACETED: Final[Mapping[str, Callable[[SearchDocument], Sequence[str]]]] = {
    "kind": lambda document: (document.kind,),
    "field": lambda document: document.fields,
    "area": lambda document: document.areas,
    "time": lambda document: document.times,
    "place": lambda document: document.places,
    "fee": lambda document: document.fees,
    "audience": lambda document: document.audiences,
    "access": lambda document: document.access,
    "language": lambda document: document.languages,
    "role": lambda document: document.roles,
}


def facets(ordered: Sequence[SearchDocument]) -> dict[str, dict[str, str]]:
    """For each facet, label → the documents that have it, as text."""
    return {name: _numbers(map(labels, ordered)) for name, labels in FACETED.items()}


def orders(ordered: Sequence[SearchDocument]) -> dict[str, list[int]]:
    """Document numbers by reading, and by day: what is coming first, then what was confirmed last."""
    numbers = range(len(ordered))
    coming = [n for n in numbers if ordered[n].ahead]
    others = [n for n in numbers if not ordered[n].ahead]
    return {
        "kana": sorted(numbers, key=lambda n: (kana_sort_key(ordered[n].kana or ordered[n].title), n)),
        "date": sorted(coming, key=lambda n: (ordered[n].day, n))
        + sorted(others, key=lambda n: ordered[n].day, reverse=True),
    }


def _numbers(labels: Iterable[Sequence[str]]) -> dict[str, str]:
    found: dict[str, list[int]] = {}
    for number, given in enumerate(labels):
        for label in dict.fromkeys(given):
            found.setdefault(label, []).append(number)
    return {label: numbers_as_text(found[label]) for label in sorted(found)}


def _write(path: Path, text: str) -> int:
    """Write a file of the stage and say how many bytes it has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.write_bytes(text.encode())
