"""A process whose builds of one site overlap: the first stops at its n-th event, and goes on when the second waits.

Started by test_turns.py with the config. Each line on its input is a number n; the answer is `stopped`, upon which the
test may change the content. The next line is `go` or `kill`; a second build begins, and as soon as it waits (or has
ended) the first goes on or is killed by the system. The answer is both exit statuses and whether the second has waited.
"""

import os
import signal
import sys
from collections.abc import Callable
from datetime import date

from generator import plugin
from tests.killing import CHANGES, WRITING, only_kills


def _build(config: str, waiting: Callable[[object], None] | None) -> None:
    only_kills()
    options = plugin.Options(date(2026, 11, 23), report=lambda problems: None, by="佐藤", waiting=waiting)
    plugin.build(config, None, options)


def _first(config: str, nth: int, stopped: int, go_on: int) -> None:
    """Build; at the n-th event after the turn was taken say so, and wait for a byte that says how to go on."""
    seen: list[str] = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        writing = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
        if not writing and event not in CHANGES:
            return
        if seen or str(arguments[0]).endswith(".lock.json"):
            seen.append(event)
            if len(seen) == nth:
                os.write(stopped, b"x")
                if os.read(go_on, 1) == b"k":
                    os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    _build(config, None)


def _child(work: Callable[[], None]) -> int:
    child = os.fork()
    if not child:
        try:
            work()
        except plugin.Stopped as stopped:
            os._exit(stopped.code)
        os._exit(0)
    return child


def _second(config: str, told: int) -> None:
    _build(config, lambda holder: os.write(told, b"w") and None)


def _answer(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def pair(config: str, nth: int) -> None:
    """Let two builds overlap."""
    stopped, stops = os.pipe()
    resume, go_on = os.pipe()
    first = _child(lambda: _first(config, nth, stops, resume))
    os.close(stops)
    _answer("stopped" if os.read(stopped, 1) else "ended")
    how = sys.stdin.readline().strip()
    told, tells = os.pipe()
    second = _child(lambda: _second(config, tells))
    os.close(tells)
    waited = os.read(told, 1) == b"w"
    os.write(go_on, b"k" if how == "kill" else b"g")
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in (first, second)]
    _answer(f"{codes[0]} {codes[1]} {waited}")


if __name__ == "__main__":
    for line in sys.stdin:
        pair(sys.argv[1], int(line))
