"""Work in shares gives what work in one piece gives, and a share that fails or dies is never passed over."""

import multiprocessing
import os
import signal
import sys
from pathlib import Path

import pytest

from generator import shares
from generator.shares import WORTHWHILE, HelperKilled, in_shares
from tests.folders import GROUP
from tests.poured import poured

several = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux works in shares")


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with two cores, whatever this one has."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {0, 1}, raising=False)


def test_little_work_is_done_in_one_piece_by_this_process() -> None:
    assert in_shares(lambda k, n: (k, n, os.getpid()), WORTHWHILE - 1) == [(0, 1, os.getpid())]


@several
@pytest.mark.usefixtures("two")
def test_much_work_is_done_in_shares_whose_results_keep_their_order() -> None:
    results = in_shares(lambda k, n: (list(range(10))[k::n], os.getpid()), WORTHWHILE)
    assert [numbers for numbers, _ in results] == [[0, 2, 4, 6, 8], [1, 3, 5, 7, 9]]
    assert len({process for _, process in results}) == 2


@several
@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("share", [0, 1])
def test_what_a_share_raises_is_raised_here(share: int) -> None:
    def work(k: int, n: int) -> None:
        if k == share:
            raise ValueError("この分は作れません")

    with pytest.raises(ValueError, match="この分は作れません"):
        in_shares(work, WORTHWHILE)


@several
@pytest.mark.usefixtures("two")
def test_a_share_whose_process_is_killed_is_an_error_and_no_missing_page() -> None:
    def work(k: int, n: int) -> int:
        if k:
            os.kill(os.getpid(), signal.SIGKILL)
        return k

    with pytest.raises(HelperKilled):
        in_shares(work, WORTHWHILE)


@several
@pytest.mark.usefixtures("two")
def test_when_one_share_fails_no_other_goes_on_writing() -> None:
    never, _ = os.pipe()

    def work(k: int, n: int) -> None:
        if k == 0:
            raise OSError("no space left")
        os.read(never, 1)

    with pytest.raises(OSError, match="no space left"):
        in_shares(work, WORTHWHILE)
    assert multiprocessing.active_children() == []


@several
@pytest.mark.usefixtures("two")
def test_a_site_made_in_shares_is_the_site_made_in_one_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files: dict[str, str | bytes] = {f"groups/g{n}.yaml": GROUP.replace("川", "花" * (n + 1)) for n in range(9)}
    alone = poured(tmp_path / "alone", files)
    monkeypatch.setattr(shares, "WORTHWHILE", 1)
    assert poured(tmp_path / "shared", files) == alone
