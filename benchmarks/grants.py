"""How long it takes to hold fifty grants against all groups: `python -m benchmarks.grants [GROUPS …]`, 10,000 if none.

Seconds of the processor for working out who may apply for what, for the words on every group's page, and for those on
every grant's.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from benchmarks.building import TODAY, generated
from generator.build import load
from generator.kinds import GRANT
from generator.matching.applications import Applications
from generator.pages.chances import Chances
from generator.pages.grant import grant_page
from generator.settings import Settings

FIELDS = ("environment", "welfare", "children", "culture", "town")
KINDS = ("[volunteer, circle]", "[npo]", "[volunteer, citizen, circle, npo]", "")


def grants(count: int) -> Iterator[str]:
    """Grants that differ in what they ask; each fourth asks for no kind, each fifth for no field."""
    for n in range(count):
        kinds, field = KINDS[n % len(KINDS)], FIELDS[n % len(FIELDS)]
        asked = [f"  kinds: {kinds}"] if kinds else []
        asked += [f"  years: {1 + n % 4}", f"  members: {5 + n % 6}", "  note: 市内で活動していること"]
        lines = [f"title: 助成その{n}", "funder: 川べり基金", "summary: 道具を助成します。", "closes: 2027-01-15"]
        yield "\n".join((*lines, "eligible:", *asked, *([f"fields: [{field}]"] if n % 5 else []), ""))


def measured(groups: int, count: int = 50) -> tuple[float, float, float]:
    """Seconds to work everything out, to word it for each group, and for each grant."""
    with tempfile.TemporaryDirectory() as name:
        content = generated(Path(name), groups).parent / "content"
        (content / GRANT.folder).mkdir(exist_ok=True)
        for n, text in enumerate(grants(count)):
            (content / GRANT.folder / f"g{n}.yaml").write_text(text, encoding="utf-8")
        directory = load(content, "content", TODAY).directory
    began = process_time()
    applications = Applications(directory)
    found = process_time()
    chances = Chances(directory, applications)
    for group in directory.groups:
        chances.view(group)
    worded = process_time()
    for entry in directory.entries[GRANT.folder]:
        grant_page(directory, entry, Settings(), applications)
    return found - began, worded - found, process_time() - worded


def main(sizes: list[str]) -> None:
    """Print a line for each number of groups."""
    for groups in map(int, sizes or ["10000"]):
        whole, by_group, by_grant = measured(groups)
        print(
            f"{groups:,} groups, 50 grants: {whole:.2f} s, words for groups {by_group:.2f}, for grants {by_grant:.2f}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
