"""Our search stage beside plain Pagefind on the finished pages: `python -m benchmarks.indexing [--groups 10000]`.

Both make the same site searchable and are run in turn, each as a process of its own: Pagefind reads the pages of a
finished site, our stage (`make_searchable`, as the build calls it) gets the directory that the build has in its memory
anyway. That is loaded before the clock runs, and the memory of the stage is told with it and without it. Memory is the
peak of all processes of one more run, which is not timed. Ends with code 1 if the goal is missed.
"""

import argparse
import gc
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from benchmarks.building import TODAY, build, generated
from benchmarks.measure import cpu_used, peak_together, proportional, run
from generator.build import load, make_searchable
from generator.plugin import Options, ground

# Times and memory of our stage, as multiples of plain Pagefind's.
GOAL = (1.25, 1.0)


@dataclass(frozen=True, slots=True)
class Stage:
    """What our stage tells of itself: seconds, and the MB that its process had with the project, before it began."""

    wall: float
    cpu: float
    loaded: float


@dataclass(frozen=True, slots=True)
class Memory:
    """Peaks in MB of all processes together; 0 where the system does not tell."""

    pagefind: float
    ours: float
    loaded: float


def stage(config: Path, out: Path, told: Path) -> None:
    """Load a project, then make it searchable in `out`; how long that took stands in `told` in the end.

    While the stage runs there is a file beside `told` whose name ends with .begun.
    """
    prepared = ground(str(config), out / "frames", "127.0.0.1:0", Options(TODAY, searchable=False))
    gc.disable()  # as in a real build
    loaded = load(prepared.content, prepared.shown, TODAY)
    before = proportional(os.getpid())
    _begun(told).touch()
    wall, cpu = time.perf_counter(), cpu_used()
    make_searchable(loaded.directory, prepared.theme.written, stage=out / "index", settings=prepared.settings)
    took = Stage(time.perf_counter() - wall, cpu_used() - cpu, before)
    told.write_text(json.dumps(asdict(took)), encoding="utf-8")


def _begun(told: Path) -> Path:
    return told.with_name(f"{told.name}.begun")


@dataclass(frozen=True, slots=True)
class Rivals:
    """A project, its finished site, and a folder for what both make of it."""

    config: Path
    site: Path
    folder: Path

    def pagefind(self) -> Sequence[str]:
        """The command of plain Pagefind."""
        output = self._fresh("pagefind")
        return [
            sys.executable,
            "-m",
            "pagefind_bin",
            "--silent",
            "--site",
            str(self.site),
            "--output-path",
            str(output),
        ]

    def ours(self) -> Sequence[str]:
        """The command of our stage."""
        _begun(self.told).unlink(missing_ok=True)
        parts = (self.config, self._fresh("ours"), self.told)
        return [sys.executable, "-m", "benchmarks.indexing", "--stage", *map(str, parts)]

    @property
    def index(self) -> Path:
        """Where our stage writes."""
        return self.folder / "ours/index"

    @property
    def told(self) -> Path:
        """Where our stage says what it took."""
        return self.folder / "stage.json"

    def stage(self) -> Stage:
        """What our stage has told."""
        return Stage(**json.loads(self.told.read_text(encoding="utf-8")))

    def _fresh(self, name: str) -> Path:
        shutil.rmtree(self.folder / name, ignore_errors=True)
        return self.folder / name


def memory(both: Rivals) -> Memory:
    """The peaks of both, while they do what is compared."""
    theirs = peak_together(both.pagefind())
    ours = peak_together(both.ours(), counts=_begun(both.told).exists)
    return Memory(theirs, ours, both.stage().loaded)


def compare(both: Rivals, rounds: int) -> tuple[float, float]:
    """Run both in turn and print each round; the median ratio of times, and the ratio of peaks of memory."""
    used = memory(both)
    ratios = []
    print(f"{'':8}{'Pagefind s':>12}{'CPU s':>10}{'ours s':>10}{'CPU s':>10}{'ratio':>10}{'of CPU':>10}")
    for number in range(1, rounds + 1):
        theirs = run(both.pagefind())
        run(both.ours())
        ours = both.stage()
        ratios.append(ours.wall / theirs.wall)
        times = "".join(f"{value:10.2f}" for value in (theirs.cpu, ours.wall, ours.cpu, ratios[-1]))
        print(f"round {number:<2}{theirs.wall:12.2f}{times}{ours.cpu / max(theirs.cpu, 1e-9):10.2f}")
    print(
        f"memory MB: Pagefind {used.pagefind:.0f}; ours {used.ours:.0f}, of which the loaded project {used.loaded:.0f}"
    )
    # Where the system does not tell there is nothing to compare.
    return median(ratios), used.ours / used.pagefind if used.pagefind else 0.0


def main() -> None:
    """Measure, and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--groups", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--stage", type=Path, nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.stage:
        stage(*given.stage)
        return
    with tempfile.TemporaryDirectory(prefix="hiroba-indexing-") as folder:
        config = generated(Path(folder, "project"), given.groups)
        both = Rivals(config, build(config, Path(folder, "site")), Path(folder))
        times, peaks = compare(both, given.rounds)
    print(f"median ratio of times {times:.2f}, goal {GOAL[0]}; ratio of memory {peaks:.2f}, goal {GOAL[1]}")
    sys.exit(times > GOAL[0] or peaks > GOAL[1])


if __name__ == "__main__":
    main()
