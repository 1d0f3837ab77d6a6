"""One command measured from outside: wall time, CPU time and memory of it and of the processes it started."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

# How often the memory of all processes together is looked at, in seconds; only done in runs that are not timed.
INTERVAL = 0.1


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds, and the peak memory of its largest process in MB; 0 where the system does not tell."""

    wall: float
    cpu: float = 0.0
    largest: float = 0.0


def run(command: Sequence[str]) -> Run:
    """Run a command to its end; CalledProcessError if it fails. CPU and memory count its finished children too."""
    if not hasattr(os, "wait4"):
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return Run(time.perf_counter() - begun)
    # What the run before has written must not be paid for by this one.
    os.sync()
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command))
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def cpu_used() -> float:
    """Seconds of CPU time that this process and its finished children have used."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def peak_together(command: Sequence[str], counts: Callable[[], bool] = lambda: True) -> float:
    """The peak memory in MB of a command and all its children together (Linux, shared pages counted once); else 0.

    Only while it `counts`, for commands that have to prepare something first.
    """
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    peak = 0.0
    while process.poll() is None:
        if counts():
            peak = max(peak, sum(map(proportional, _family(process.pid))))
        time.sleep(INTERVAL)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command))
    return peak


def _family(pid: int) -> Iterator[int]:
    yield pid
    for task in _read(Path(f"/proc/{pid}/task/{pid}/children")).split():
        yield from _family(int(task))


def proportional(pid: int) -> float:
    """The memory of a process in MB, what it shares with others divided among them (Linux); else 0."""
    for line in _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except OSError:
        return ""
