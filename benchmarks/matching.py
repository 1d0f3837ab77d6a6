"""What matching costs: `python -m benchmarks.matching [--groups 10000] [--site SITE]`.

Generated towns, three needs to each group. For a thousand groups and for `--groups`: the seconds in which the files of
`/match/` and the plain lists are made from a directory that is loaded already, and the ratio of both; how many bytes
the files have; and what a browser loads for a first answer, with gzip: start, the files of a full set of answers (each
question answered with its commonest value, several to the fourth), and the cards of the first ten. With `--site`, a
built site that has the page, its document, styles and scripts are counted too. Ends with code 1 if a first answer costs
more than the goal, or time grows faster than it may.
"""

import argparse
import gc
import gzip
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.building import TODAY
from benchmarks.measure import cpu_used
from benchmarks.people import Files
from benchmarks.profiles import write_content
from generator.build import load
from generator.matching.scoring import rank
from generator.matching.sheet import KEYS, AnswerSheet, sheet_of
from generator.pages.match_grid import grid_pages
from generator.search.match_index import write_match_index

NEEDS, SMALL, SHOWN = 3, 1_000, 10
# Bytes with gzip; how much longer ten times as many groups may take.
GOAL, RATIO = 100_000, 12.0
_LINKED = re.compile(r'(?:src|href)="([^"]+\.(?:js|css))"')


def seconds(groups: int, folder: Path) -> tuple[float, float]:
    """How long a town of so many groups takes, by the clock and of CPU; its files stand below `folder`."""
    write_content(folder / "content", groups, needs=NEEDS)
    directory = load(folder / "content", "content", TODAY).directory
    gc.disable()  # as in a real build
    begun, used = time.perf_counter(), cpu_used()
    write_match_index(directory, folder / "site")
    for _ in grid_pages(directory):
        pass
    gc.enable()
    return time.perf_counter() - begun, cpu_used() - used


def common_sheet(files: Files, several: int = 2) -> AnswerSheet:
    """Every question answered with the value that most documents meet, the fourth with several."""
    counts = files.start["counts"]
    chosen = {key: sorted(counts[key], key=lambda v: (-counts[key][v], v)) for key in KEYS}
    known = {key: tuple(files.start["reasons"][key]) for key in KEYS}
    return sheet_of({key: chosen[key][: several if key == "with" else 1] for key in KEYS}, known)


def first_answer(files: Files, sheet: AnswerSheet) -> Iterator[tuple[str, int]]:
    """The files of a first answer below `match-index/`, and what each costs on the line."""
    edition = files.start["edition"]
    names = ["start.json", f"{edition}/answers/always.json"]
    names += [f"{edition}/answers/{key}/{value}.json" for key in KEYS for value in sheet.of(key)]
    ranked = rank(files.degrees, files.groups, sheet)[:SHOWN]
    shelves = dict.fromkeys(each.number // files.start["cards"] for each in ranked)
    names += [f"{edition}/cards/{number}.json" for number in shelves]
    yield from ((name, _weight(files.site / "match-index" / name)) for name in names)


def page(site: Path) -> int:
    """What the page itself costs: its document, and the styles and scripts that it names."""
    document = site / "match" / "index.html"
    linked = dict.fromkeys(_LINKED.findall(document.read_text(encoding="utf-8")))
    own = [(document.parent / name).resolve() for name in linked if "://" not in name]
    return sum(map(_weight, (document, *own)))


def _weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))


def main() -> int:
    """Build both towns and print what they cost; 1 if a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching", description=__doc__)
    parser.add_argument("--groups", type=int, default=10_000)
    parser.add_argument("--site", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hiroba-matching-") as folder:
        small, large = Path(folder, "small"), Path(folder, "large")
        times = seconds(SMALL, small), seconds(given.groups, large)
        files = Files(large / "site")
        sheet = common_sheet(files)
        loaded = list(first_answer(files, sheet))
        whole = sum(path.stat().st_size for path in large.joinpath("site").rglob("*.json"))
    # By CPU time: what else a machine does at the same time is none of ours.
    ratio = times[1][1] / times[0][1]
    for groups, (clock, used) in zip((SMALL, given.groups), times, strict=True):
        print(f"{groups:,} groups {clock:.1f} s, {used:.1f} s of CPU")
    print(f"ratio {ratio:.1f}")
    print(f"all files {whole:,} bytes")
    answer, own = sum(size for _, size in loaded), page(given.site) if given.site else 0
    print(f"first answer {answer:,} bytes in {len(loaded)} files")
    print(f"page, styles and scripts {own:,} bytes, together {answer + own:,}")
    return int(answer + own > GOAL or ratio > RATIO)


if __name__ == "__main__":
    sys.exit(main())
