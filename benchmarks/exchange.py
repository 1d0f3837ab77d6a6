"""What groups with groups adds to a build: `python -m benchmarks.exchange [--count 10000]`.

A made-up town whose groups have two offers and one need each, in the words of the samples. Seconds of the processor, in
one process: finding things and indexing, the pages of all kinds, what the groups' own pages show; and how the whole
grows with the number of groups: time(all) / time(a tenth).
"""

import argparse
import random
import tempfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from time import process_time

from benchmarks.profiles import write_content
from generator.build import load
from generator.directory.model import Directory, GroupEntry
from generator.kinds import GROUP
from generator.matching.exchange import exchanges
from generator.models.group import Exchange
from generator.pages.exchange import exchange_pages, partners_of
from generator.settings import Settings
from tests.folders import TODAY

ROOT = Path(__file__).resolve().parent.parent


def town(count: int, folder: Path) -> Directory:
    """A directory of so many groups, each with two offers and one need."""
    write_content(folder, count)
    samples = load(ROOT / "content", "content", TODAY).directory.groups
    offers = [each for entry in samples for each in entry.group.offers if each.until is None]
    seeks = [each for entry in samples for each in entry.group.seeks if each.until is None]
    rng = random.Random(1)
    directory = load(folder, "content", TODAY).directory
    groups = tuple(_with(entry, rng.sample(offers, 2), rng.sample(seeks, 1), rng) for entry in directory.groups)
    return replace(directory, entries={**directory.entries, GROUP.folder: groups})


def _with(entry: GroupEntry, offers: list[Exchange], seeks: list[Exchange], rng: random.Random) -> GroupEntry:
    """A group with entries whose texts are its own, so that none is read for another one."""
    told = [
        tuple(each.model_copy(update={"text": f"{each.text} 番号{rng.random()}"}) for each in given)
        for given in (offers, seeks)
    ]
    return replace(entry, group=entry.group.model_copy(update={"offers": told[0], "seeks": told[1]}))


def measured(directory: Directory) -> dict[str, float]:
    """Seconds of the processor for each part."""
    settings = Settings(site_name="広場")
    times = {"start": process_time()}
    found = exchanges(directory)
    times["index"] = process_time()
    views = [make() for make in exchange_pages(directory, found, settings)]
    times["pages of kinds"] = process_time()
    shown = sum(bool(partners_of(directory, found, entry)) for entry in directory.groups)
    times["pages of groups"] = process_time()
    print(f"{len(directory.groups)} groups, {len(found.entries)} entries, {len(views)} pages, {shown} with partners")
    names = list(times)
    return {name: times[name] - times[before] for before, name in pairwise(names)}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    count = parser.parse_args().count
    totals = []
    for groups in (count // 10, count):
        with tempfile.TemporaryDirectory() as folder:
            parts = measured(town(groups, Path(folder)))
        totals.append(sum(parts.values()))
        print("  " + ", ".join(f"{name} {seconds:.2f} s" for name, seconds in parts.items()), f"= {totals[-1]:.2f} s")
    print(f"growth {totals[1] / totals[0]:.1f}")


if __name__ == "__main__":
    main()
