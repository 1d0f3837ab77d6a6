"""How long `hiroba check` takes beside reading and parsing alone: `python -m benchmarks.checking`.

The floor is one process that reads every file and runs PyYAML's C parser over it, event by event, and does nothing
with what it finds. Both are whole processes, timed in turn on the same generated profiles; only their ratio counts.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.measure import Run, run
from benchmarks.profiles import ROOT, write_content

FLOOR = """\
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).glob("groups/*.yaml")):
    for event in yaml.parse(path.read_bytes().decode("utf-8"), Loader=yaml.CBaseLoader):
        pass
"""
GOAL = 3.0


def measure(folder: Path, count: int, rounds: int) -> float:
    """Print both times and their ratio, round by round; returns the median ratio of wall times."""
    content = folder / "content"
    write_content(content, count)
    shutil.copytree(ROOT / "content" / "vocabulary", content / "vocabulary", dirs_exist_ok=True)
    floor = [sys.executable, "-c", FLOOR, str(content)]
    check = [sys.executable, "-m", "generator.cli", "check", str(content), "--today", "2026-11-23", "--quiet"]
    ratios = []
    print(f"{'':8}{'floor s':>10}{'CPU s':>10}{'check s':>10}{'CPU s':>10}{'ratio':>10}{'of CPU':>10}")
    for number in range(1, rounds + 1):
        low, ours = run(floor), run(check)
        ratios.append(ours.wall / low.wall)
        print(_row(number, low, ours))
    return median(ratios)


def _row(number: int, low: Run, ours: Run) -> str:
    times = "".join(f"{value:10.2f}" for value in (low.wall, low.cpu, ours.wall, ours.cpu))
    return f"round {number:<2}{times}{ours.wall / low.wall:10.2f}{ours.cpu / max(low.cpu, 1e-9):10.2f}"


def main() -> None:
    """Measure; exit 1 if checking takes more than three times as long as reading."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checking", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hiroba-checking-") as folder:
        ratio = measure(Path(folder), given.count, given.rounds)
    print(f"median ratio {ratio:.2f}, goal at most {GOAL:.0f}")
    sys.exit(ratio > GOAL)


if __name__ == "__main__":
    main()
