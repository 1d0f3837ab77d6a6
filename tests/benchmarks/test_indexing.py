"""The stage that is held against Pagefind is the one of the build, on the same site."""

from pathlib import Path

import pytest

from benchmarks.building import build, generated
from benchmarks.indexing import Rivals
from benchmarks.measure import run

GROUPS = 20


@pytest.mark.site
@pytest.mark.process
def test_what_is_timed_makes_the_index_of_the_site_and_pagefind_reads_its_finished_pages(tmp_path: Path) -> None:
    config = generated(tmp_path / "project", GROUPS)
    both = Rivals(config, build(config, tmp_path / "site"), tmp_path)
    whole = run(both.ours())
    assert 0 < both.stage().wall < whole.wall
    made = {path.relative_to(both.index): path.read_bytes() for path in both.index.rglob("*") if path.is_file()}
    assert made
    assert [name for name, content in made.items() if (both.site / name).read_bytes() != content] == []
    run(both.pagefind())
    assert len(list(both.folder.glob("pagefind/fragment/*"))) > GROUPS
