"""Documents to a searchable index: Pagefind's index of our tokens, the facets, the cards, the folding table.

The same documents give the same bytes. Pagefind 1.5 writes filters and metadata in an order that changes from
run to run, so neither is used: it gets tokens and one sort key (the document's number) only, and facets and
cards are files of our own.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from generator.installing import pip
from generator.japanese.text import kana_sort_key
from generator.kinds import KINDS
from generator.search.documents import SearchDocument, card, tokens
from generator.search.fold import Folding
from generator.search.suggest import Suggestion, shelves
from generator.search.synonyms import Synonyms, browser_table, used_of

PAGEFIND: Final = (sys.executable, "-m", "pagefind_bin")
CARDS_PER_FILE: Final = 8
_KEPT: Final = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "wasm.*.pagefind", "index/*.pf_index")
# What Python says when the package, or the program in it, is not there or may not be run.
_MISSING: Final = ("No module named", "FileNotFoundError", "PermissionError", "Exec format error")
# A language that Pagefind does not know keeps it from stemming or segmenting tokens. Every page holds the word
# `every`: asking for it tells the browser which page is which, and loads one part of the index instead of all.
_PAGE: Final = '<!doctype html><html lang="zxx"><body data-pagefind-sort="n:{}">every {}</body></html>'


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What was written: number of documents, the files by their names on the site, and their size in bytes."""

    documents: int
    files: tuple[str, ...]
    size: int


class SearchIndexError(Exception):
    """The index could not be made; says in a sentence why, with Pagefind's own last words where it has spoken."""


def index(
    documents: Sequence[SearchDocument],
    stage: Path,
    *,
    synonyms: Synonyms,
    suggestions: Iterable[Suggestion] = (),
) -> IndexReport:
    """Make `stage` searchable: fill `stage/pagefind/` and write `stage/assets/search-table.json`.

    Raises SearchIndexError when two documents share an address or Pagefind is missing or fails.
    """
    ordered = sorted(documents, key=lambda document: document.url)
    _refuse_twins(ordered)
    bundle = stage / "pagefind"
    shutil.rmtree(bundle, ignore_errors=True)
    used = _index_tokens(ordered, bundle, synonyms.folding) if ordered else set()
    _write_json(bundle / "documents.json", _facets(ordered))
    for number, cards in enumerate(_in_files(ordered)):
        _write_json(bundle / "cards" / f"{number}.json", cards)
    _write_json(bundle / "orders.json", _orders(ordered))
    for letter, shelf in shelves(suggestions, synonyms.folding).items():
        _write_json(bundle / "suggest" / f"{letter}.json", shelf)
    table = stage / "assets" / "search-table.json"
    _write_json(table, browser_table(used_of(synonyms, used)))
    return _report(len(ordered), stage, [table, *bundle.rglob("*")])


def _refuse_twins(ordered: Sequence[SearchDocument]) -> None:
    for one, other in pairwise(ordered):
        if one.url == other.url:
            titles = f"「{one.title}」と「{other.title}」"
            raise SearchIndexError(f"同じアドレス {one.url} のページが二つあります（{titles}）。")


def _index_tokens(ordered: Sequence[SearchDocument], bundle: Path, using: Folding) -> set[str]:
    """Run Pagefind over pages that exist only while it runs, and keep only what the browser loads; all tokens."""
    used: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="search-") as folder:
        pages, output = Path(folder, "pages"), Path(folder, "output")
        pages.mkdir()
        for number, document in enumerate(ordered):
            own = list(tokens(document, using))
            used.update(own)
            text = _PAGE.format(number, " ".join(own))
            (pages / f"{number}.html").write_text(text, encoding="ascii", newline="\n")
        _run_pagefind(pages, output)
        for kept in _KEPT:
            for source in output.glob(kept):
                target = bundle / source.relative_to(output)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
    return used


def _run_pagefind(pages: Path, output: Path) -> None:
    command = [*PAGEFIND, "--quiet", "--site", str(pages), "--output-path", str(output)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    last = (done.stderr.strip() or done.stdout.strip()).rpartition("\n")[2]
    if any(sign in done.stderr for sign in _MISSING):
        again = pip("--force-reinstall", "pagefind-bin")
        raise SearchIndexError(f"検索のプログラム Pagefind がありません。「{again}」で入れなおしてください。")
    if done.returncode != 0:
        raise SearchIndexError(f"検索のプログラム Pagefind が番号 {done.returncode} で止まりました（{last}）。")
    if not (output / "pagefind-entry.json").is_file():
        raise SearchIndexError(f"検索のプログラム Pagefind が索引を書きませんでした（{last}）。")


def _facets(ordered: Sequence[SearchDocument]) -> dict[str, Any]:
    """Which documents (by number) have what one can narrow down by, and the weight of each."""
    return {
        "count": len(ordered),
        "cards": CARDS_PER_FILE,
        "weights": [document.weight for document in ordered],
        "kinds": {name: kind.label for name, kind in KINDS.items()} | {"page": "案内"},
        "kind": _numbers((document.kind,) for document in ordered),
        "field": _numbers(document.fields for document in ordered),
        "area": _numbers(document.areas for document in ordered),
        "time": _numbers(document.times for document in ordered),
        "day": _numbers(document.days for document in ordered),
        "audience": _numbers(document.audiences for document in ordered),
        "role": _numbers(document.roles for document in ordered),
    }


def _orders(ordered: Sequence[SearchDocument]) -> dict[str, list[int]]:
    """Document numbers by reading, and by day: what is coming first, then what was confirmed last."""
    numbers = range(len(ordered))
    coming = [n for n in numbers if ordered[n].ahead]
    others = [n for n in numbers if not ordered[n].ahead]
    return {
        "kana": sorted(numbers, key=lambda n: (kana_sort_key(ordered[n].kana or ordered[n].title), n)),
        "date": sorted(coming, key=lambda n: (ordered[n].day, n))
        + sorted(others, key=lambda n: ordered[n].day, reverse=True),
    }


def _numbers(labels: Iterable[Sequence[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, given in enumerate(labels):
        for label in dict.fromkeys(given):
            found.setdefault(label, []).append(number)
    return {label: found[label] for label in sorted(found)}


def _in_files(ordered: Sequence[SearchDocument]) -> Iterable[list[dict[str, object]]]:
    starts = range(0, len(ordered), CARDS_PER_FILE)
    return ([card(document) for document in ordered[start : start + CARDS_PER_FILE]] for start in starts)


def _write_json(path: Path, data: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _report(documents: int, stage: Path, paths: Iterable[Path]) -> IndexReport:
    sizes = {path.relative_to(stage).as_posix(): path.stat().st_size for path in paths if path.is_file()}
    return IndexReport(documents, tuple(sizes), sum(sizes.values()))
