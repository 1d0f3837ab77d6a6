"""Work done in equal shares by several processes, where the system can fork; elsewhere by one.

A city's directory is small and never gets here. Ten thousand profiles do: reading and rendering them is the same
work over and over, and a forked child has everything its parent has read without a copy being made.
"""

import multiprocessing
import os
import pickle
import sys
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

Result = TypeVar("Result")


class HelperKilled(RuntimeError):
    """A process that did a share of the work was killed."""


# Below this many items starting a second process costs more than it saves.
WORTHWHILE = 500


def in_shares(work: Callable[[int, int], Result], items: int) -> list[Result]:
    """`work(k, n)` for each share k of n, results in the order of the shares; what a share raises is raised here."""
    count = _processes(items)
    if count == 1:
        return [work(0, 1)]
    context = multiprocessing.get_context("fork")
    children = []
    for k in range(1, count):
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_child, args=(work, k, count, sender), daemon=True)
        process.start()
        sender.close()
        children.append((process, receiver))
    try:
        results = [work(0, count)]
        for process, receiver in children:
            results.append(_received(receiver))
            process.join()
    except BaseException:
        _end(process for process, _ in children)
        raise
    return results


def _end(children: Iterable[BaseProcess]) -> None:
    """End the others when one share has failed: none may still write while its parent clears up."""
    for process in children:
        process.kill()
        process.join()


def _processes(items: int) -> int:
    # macOS can fork but its system libraries may not survive it.
    if items < WORTHWHILE or not sys.platform.startswith("linux"):
        return 1
    return min(len(os.sched_getaffinity(0)), 4)


def _child(work: Callable[[int, int], Any], k: int, count: int, sender: Connection) -> None:
    try:
        answer: tuple[Any, Exception | None] = (work(k, count), None)
    except Exception as error:
        answer = (None, error)
    # Pickled here: a connection's own pickler looks every object up in Python, which takes three times as long.
    sender.send_bytes(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))


def _received(receiver: Connection) -> Any:
    try:
        result, error = pickle.loads(receiver.recv_bytes())
    except (EOFError, OSError):
        raise HelperKilled from None
    if error is not None:
        raise error
    return result
