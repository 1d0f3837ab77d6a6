"""Where our own time goes for one content folder: `python -m benchmarks.stages DIR`.

DIR is a folder as `python -m benchmarks.profiles` writes it. The search index is left out.
"""

import argparse
import gc
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.hugo import TODAY, few_frames
from benchmarks.hugo_site import icon_folder
from benchmarks.measure import cpu_used
from generator.assets import assets
from generator.build import Loaded, Theme, finish
from generator.check import check
from generator.directory.resolve import resolve
from generator.packaged import packaged
from generator.pages.render import templates
from generator.problems import in_order
from generator.publishing.stage import Turn, open_stage, publish
from generator.reading.read import read


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Print what a stage took: seconds of wall time, and of CPU time in all processes."""
    wall, cpu = time.perf_counter(), cpu_used()
    yield
    print(f"{name:10}{time.perf_counter() - wall:10.2f}{cpu_used() - cpu:10.2f}")


def measure(content: Path, folder: Path) -> None:
    """Build `content` into `folder`, stage by stage."""
    gc.disable()  # as in a real build
    print(f"{'':10}{'wall s':>10}{'CPU s':>10}")
    with stage("frames"):
        few = few_frames(folder / "few")
    with stage("read"):
        reading = read(content, content.name)
    with stage("check"):
        problems = in_order((*reading.problems, *check(reading, TODAY)))
    with stage("resolve"):
        loaded = Loaded(resolve(reading, TODAY), problems)
    ours = (packaged("theme"),)
    theme = Theme(few.frames, templates(ours), icon_folder(), assets(ours, joined=True))
    mine = Turn(folder / "site", folder)
    target = open_stage(mine)
    with stage("pages"):
        report = finish(loaded, content, few.settings, theme, target, searchable=False)
    with stage("publish"):
        publish(target, mine, report.files)


def main() -> None:
    """Measure one folder."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stages", description=__doc__)
    parser.add_argument("content", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hiroba-stages-") as folder:
        measure(given.content.resolve(), Path(folder))


if __name__ == "__main__":
    main()
