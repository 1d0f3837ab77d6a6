"""What needs cost a whole build: `python -m benchmarks.needs [--groups 10000] [--before CHECKOUT]`.

`hiroba build` as an office runs it, of towns whose groups have three needs each (openings, offers, wishes, hand-overs)
and of which each may ask for the grants of the samples; a tenth of the groups first. Per stage: seconds by the clock
and of CPU in all processes. With `--before`, a checkout of the program as it was builds the same groups, with the
grants and words that it knows; what is added is the difference. By the clock that counts only on a machine that has
nothing else to do: CPU seconds over two processors are what it could be at best. Ends with code 1 if more is added than
may be, or time grows faster.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.building import TODAY, configured
from benchmarks.measure import cpu_used
from benchmarks.profiles import COPIED, ROOT, write_content
from generator.cli.terminal import calm_mkdocs
from generator.kinds import GRANT
from generator.plugin import Options, build

NEEDS, TENTH = 3, 10
# Seconds by the clock; how much longer ten times as many groups may take.
GOAL, RATIO = 10.0, 12.0
_WHOLE = "whole"
# Stage → seconds by the clock, of CPU.
Times = dict[str, tuple[float, float]]


def town(folder: Path, program: Path, groups: int) -> Path:
    """A project of so many groups with needs, in the words and with the grants of a program; its mkdocs.yml."""
    content = folder / "content"
    write_content(content, groups, needs=NEEDS)
    for name in (*COPIED, GRANT.folder):
        shutil.rmtree(content / name, ignore_errors=True)
        shutil.copytree(program / "content" / name, content / name)
    return configured(folder / "mkdocs.yml", content)


def timed(program: Path, config: Path) -> Times:
    """What each stage of a build by a program takes, in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="hiroba-needs-site-", dir=config.parent) as site:
        command = [sys.executable, str(Path(__file__).resolve()), "--stages", str(config), str(Path(site, "site"))]
        # The program's own modules, and this one's beside them.
        paths = os.pathsep.join((str(program), str(ROOT)))
        made = subprocess.run(
            command, cwd=program, env={**os.environ, "PYTHONPATH": paths}, check=True, stdout=subprocess.PIPE
        )
    rows = (line.split("\t") for line in made.stdout.decode("utf-8").splitlines())
    return {name: (float(wall), float(cpu)) for name, wall, cpu in rows}


def stages(config: str, site: str) -> None:
    """Build, and print a line for each stage and one for the whole."""

    @contextmanager
    def progress(name: str) -> Iterator[object]:
        begun, used = time.perf_counter(), cpu_used()
        yield lambda words: None
        print(f"{name}\t{time.perf_counter() - begun}\t{cpu_used() - used}")

    calm_mkdocs()
    begun = time.perf_counter()
    build(config, site, Options(TODAY, progress=progress, report=lambda problems: None))  # type: ignore[arg-type]
    print(f"{_WHOLE}\t{time.perf_counter() - begun}\t{cpu_used()}")


def measured(groups: int, before: Path | None) -> tuple[Times, Times]:
    """The stages of both programs for so many groups; none for a program that is not given."""
    with tempfile.TemporaryDirectory(prefix="hiroba-needs-") as name:
        programs = [ROOT, *([before] if before else [])]
        folders = [Path(name, str(n)) for n in range(len(programs))]
        found = [timed(p, town(folder, p, groups)) for p, folder in zip(programs, folders, strict=True)]
    return found[0], found[1] if before else {}


def show(groups: int, now: Times, before: Times) -> None:
    """Print a table of the stages."""
    print(
        f"{groups:,} groups, {NEEDS} needs each: seconds by the clock, of CPU" + (", before, added" if before else "")
    )
    for name in now:
        told = [*now[name]]
        if before:
            old = before.get(name, (0.0, 0.0))
            told += [*old, *(a - b for a, b in zip(now[name], old, strict=True))]
        print("".join(f"{seconds:9.2f}" for seconds in told), name)


def main() -> int:
    """Build all towns and print what they take; 1 if a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.needs", description=__doc__)
    parser.add_argument("--groups", type=int, default=10_000)
    parser.add_argument("--before", type=Path, help="a checkout of the program to compare with")
    parser.add_argument("--stages", nargs=2, metavar=("CONFIG", "SITE"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.stages:
        stages(*given.stages)
        return 0
    before = given.before.resolve() if given.before else None
    few, many = (measured(groups, before) for groups in (given.groups // TENTH, given.groups))
    show(given.groups // TENTH, *few)
    show(given.groups, *many)
    ratio = many[0][_WHOLE][1] / few[0][_WHOLE][1]
    print(f"ratio {ratio:.1f} of CPU")
    added = many[0][_WHOLE][0] - many[1][_WHOLE][0] if before else 0.0
    if before:
        spent = many[0][_WHOLE][1] - many[1][_WHOLE][1]
        print(f"added {added:.1f} s by the clock, {spent:.1f} s of CPU, {spent / 2:.1f} s on two processors at best")
    return int(added > GOAL or ratio > RATIO)


if __name__ == "__main__":
    sys.exit(main())
