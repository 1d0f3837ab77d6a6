"""What a command needs is measured from outside, and what it prepared before is left out."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.measure import peak_together

# First much memory, then little; each until it has been looked at.
COMMAND = """
import sys
from pathlib import Path
folder = Path(sys.argv[1])
def stand(name):
    (folder / name).touch()
    while not (folder / f"{name}.seen").exists():
        pass
much = b"x" * 150 * 2**20
stand("much")
del much
stand("little")
"""


def looking(folder: Path, counted: set[str]) -> Callable[[], bool]:
    """Whether the phase in which the command is counts; a phase ends when it is looked at once more."""
    looked: list[str] = []

    def counts() -> bool:
        phase = next((name for name in ("little", "much") if (folder / name).exists()), "")
        if phase and looked[-1:] == [phase]:
            (folder / f"{phase}.seen").touch()
        looked.append(phase)
        return phase in counted

    return counts


@pytest.mark.process
@pytest.mark.parametrize(("counted", "many"), [({"much", "little"}, True), ({"little"}, False)])
def test_memory_counts_only_in_the_part_that_is_compared(tmp_path: Path, counted: set[str], many: bool) -> None:
    peak = peak_together([sys.executable, "-c", COMMAND, str(tmp_path)], looking(tmp_path, counted))
    assert (peak > 100, peak > 0) == ((many, True) if sys.platform == "linux" else (False, False))
