"""Many documents are collected by several processes, and give what one would give."""

import multiprocessing
import os
import sys
from pathlib import Path

import pytest

from generator import shares
from generator.lexical.synonyms import Synonyms
from generator.search.collect import collected
from generator.search.documents import SearchDocument
from generator.search.index import index
from tests.search.test_index import digests
from tests.search.town import TOWN

MANY = [SearchDocument(f"groups/{n:03}/", "group", f"会{n}", body=TOWN[n % len(TOWN)].body) for n in range(60)]


@pytest.mark.process
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux works in shares")
@pytest.mark.parametrize("count", [2, 3])
def test_several_processes_give_the_same_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, synonyms: Synonyms, count: int
) -> None:
    index(MANY, tmp_path / "one", synonyms=synonyms)
    monkeypatch.setattr(shares, "WORTHWHILE", len(MANY))
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(count)))
    index(MANY, tmp_path / "several", synonyms=synonyms)
    assert digests(tmp_path / "several") == digests(tmp_path / "one")
    found, alone = collected(MANY, synonyms.folding), collected(MANY, synonyms.folding, alone=True)
    assert (found.texts, found.keys) == (alone.texts, alone.keys)


def test_who_has_several_threads_starts_no_process(monkeypatch: pytest.MonkeyPatch, synonyms: Synonyms) -> None:
    monkeypatch.setattr(shares, "WORTHWHILE", len(MANY))
    monkeypatch.setattr(multiprocessing, "get_context", lambda method: pytest.fail("a process was started"))
    assert len(collected(MANY, synonyms.folding, alone=True).texts) == len(MANY)
