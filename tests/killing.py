"""A process that builds a site again and again, and has itself killed at the n-th time it touches the disk.

Started by test_publish.py with the config and a file for the events. Each line on its input is a number n: a forked
child builds, and is killed by the system just before its n-th event (0: never). Each answer is the child's exit status.
"""

import json
import os
import signal
import sys
from datetime import date
from pathlib import Path

from generator import plugin
from generator.publishing import stage

# Everything that changes the disk, and the look-up of the system call that swaps two folders.
CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.utime", "os.chmod", "shutil.rmtree", "ctypes.dlsym"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def only_kills() -> None:
    """A kill leaves to the system what was written: no need to wait for the disk as for a power cut."""
    stage.sync_files = lambda folder: None


def build(config: str, kill_at: int) -> list[str]:
    """Build once; the names of the events so far if the build comes to its end."""
    events: list[str] = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        writing = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
        if not writing and event not in CHANGES:
            return
        events.append(event)
        if len(events) == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    only_kills()
    plugin.build(config, None, plugin.Options(today=date(2026, 11, 23), report=lambda problems: None))
    return list(events)


def main(config: str, told: Path) -> None:
    """Answer every number on the standard input."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            told.write_text(json.dumps(build(config, int(line))), encoding="utf-8", newline="\n")
            os._exit(0)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
