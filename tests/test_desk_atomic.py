"""Whatever happens on the way (a kill, a full disk, two people at once), nothing is lost and nothing is torn."""

import base64
import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from shutil import copytree
from threading import Barrier, Thread
from typing import Any

import pytest

from generator import atomic
from generator.desk.decisions import execute
from generator.desk.decisions.execute import finish_pending
from generator.desk.inbox.history import Entry, entries, record
from generator.desk.inbox.journal import pending_decisions, release
from generator.desk.inbox.submissions import WAITING, posts, set_state
from generator.desk.office import Office
from generator.desk.views import decide
from tests.desk_killing import DONE, TOO_LATE
from tests.desks import NEW, TANAKA, fields_in, kept, open_desk, press, signed_in, states, token_in
from tests.folders import JPEG, ROOT, content
from tests.test_desk_decisions import repository

pytestmark = pytest.mark.process

PHOTO = (("_photo.0", f"data:image/jpeg;base64,{base64.b64encode(JPEG).decode()}"), ("photos.0.alt", "空"))
PROFILE = "groups/aozoranokai.yaml"
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked child")


@contextmanager
def helper(**environment: str) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.desk_killing"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | environment,
    )
    with process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def told(process: "subprocess.Popen[str]", act: str, folder: Path, number: int) -> int:
    """The exit status of an act that is killed at its n-th event."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{act} {folder} {number}\n")
    process.stdin.flush()
    while (line := process.stdout.readline().strip()) == "ready":
        pass
    return int(line)


def whole(office: Office) -> None:
    """Every file that somebody may read is whole."""
    for path in office.inbox.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    profile = office.content / PROFILE
    if profile.exists():
        text = profile.read_text(encoding="utf-8")
        assert ("name: 青空の会" in text, text.endswith("source: form\n")) == (True, True)
        (photo,) = (office.content / "groups/photos").glob("*.jpg")
        assert photo.read_bytes() == JPEG


def settled(office: Office) -> bool:
    """Start the desk again and look: either all of an acceptance has happened, or nothing. Whether it has."""
    whole(office)
    again = open_desk(office.project)
    assert list(finish_pending(again)) == []
    whole(again)
    accepted = (again.content / PROFILE).exists()
    assert states(again) == {
        "waiting": [] if accepted else ["1127-K7QX"],
        "asked": [],
        "done": ["1127-K7QX"] if accepted else [],
    }
    assert [entry.action for entry in entries(again.inbox)] == (["accept"] if accepted else [])
    assert list(pending_decisions(again.inbox)) == []
    assert not list(again.inbox.rglob(".*.new"))
    return accepted


def committed(folder: Path) -> bool:
    run = subprocess.run(
        ["git", "-C", str(folder), "status", "--porcelain", "content"], capture_output=True, check=True
    )
    return run.stdout == b""


@forks
def test_a_kill_while_accepting_leaves_it_waiting_or_accepted_at_every_step(tmp_path: Path) -> None:
    template = repository(tmp_path / "template")
    kept(open_desk(template), (*NEW, *PHOTO))
    outcomes = []
    with helper() as process:
        for number in count(1):
            folder = copytree(template, tmp_path / str(number), symlinks=True)
            status = told(process, "accept", folder, number)
            outcomes.append(settled(open_desk(folder)))
            if outcomes[-1]:
                assert committed(folder)
            else:
                last = folder
            if status == DONE:
                break
            assert status == -9
    # What a kill left behind is in nobody's way.
    post = next(posts(last / "inbox", WAITING))
    assert press(signed_in(open_desk(last)), post, "accept").status_code == 200
    assert committed(last)
    assert number > 12
    # Once the decision has been written down, it happens.
    assert outcomes == sorted(outcomes)


@forks
def test_a_kill_while_a_form_comes_in_leaves_all_of_it_or_nothing(tmp_path: Path) -> None:
    content(tmp_path / "template/content")
    open_desk(tmp_path / "template")
    seen = set()
    with helper() as process:
        for number in count(1):
            folder = copytree(tmp_path / "template", tmp_path / str(number))
            status = told(process, "keep", folder, number)
            office = open_desk(folder)
            found = [post.pairs for post in posts(office.inbox, WAITING)]
            assert found in ([], [NEW])
            assert not list(office.inbox.rglob(".*.new"))
            seen.add(len(found))
            if status == DONE:
                break
    assert seen == {0, 1}


@forks
def test_of_two_processes_one_accepts_and_the_other_is_told(tmp_path: Path) -> None:
    kept(open_desk(tmp_path), (*NEW, *PHOTO))
    with helper(HIROBA_TEST_TWO="1") as one, helper(HIROBA_TEST_TWO="1") as two:
        for process in (one, two):
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(f"accept {tmp_path} 0\n")
            process.stdin.flush()
            assert process.stdout.readline() == "ready\n"
        ends = []
        for process in (one, two):
            assert process.stdin is not None
            process.stdin.write("now\n")
            process.stdin.flush()
        for process in (one, two):
            assert process.stdout is not None
            ends.append(int(process.stdout.readline()))
    assert sorted(ends) == [DONE, TOO_LATE]
    assert settled(open_desk(tmp_path))


def test_of_two_people_at_once_one_accepts_and_the_other_reads_who_it_was(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    post = kept(office, (*NEW, *PHOTO))
    clients = {"佐藤": signed_in(office), "田中": signed_in(office, "田中", TANAKA)}
    forms = {who: fields_in(client.get(f"/desk/post/{post.name}").text) for who, client in clients.items()}
    barrier, answers = Barrier(2), {}

    def pressing(who: str) -> None:
        barrier.wait()
        answers[who] = clients[who].post(f"/desk/post/{post.name}", data=forms[who] | {"action": "accept"})

    threads = [Thread(target=pressing, args=(who,)) for who in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answer.status_code for answer in answers.values()) == [200, 409]
    first = next(who for who, answer in answers.items() if answer.status_code == 200)
    late = next(answer for answer in answers.values() if answer.status_code == 409)
    assert f"もう{first}さんが受け付けました" in late.text
    assert settled(office)


def test_whoever_is_overtaken_while_the_profile_is_read_learns_by_whom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = open_desk(tmp_path)
    post, tanaka = kept(office, NEW), signed_in(office, "田中", TANAKA)
    form, real = fields_in(tanaka.get(f"/desk/post/{post.name}").text), decide.review

    def overtaken(*given: Any) -> Any:
        monkeypatch.setattr(decide, "review", real)
        assert press(signed_in(office), post, "accept").status_code == 200
        return real(*given)

    monkeypatch.setattr(decide, "review", overtaken)
    answer = tanaka.post(f"/desk/post/{post.name}", data=form | {"action": "accept"})
    assert (answer.status_code, "もう佐藤さんが受け付けました" in answer.text) == (409, True)


def test_an_old_page_of_a_new_group_tells_who_accepted_it(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    post, tanaka = kept(office, NEW), signed_in(office, "田中", TANAKA)
    old = fields_in(tanaka.get(f"/desk/post/{post.name}").text)
    press(signed_in(office), post, "accept")
    answer = tanaka.post(f"/desk/post/{post.name}", data=old | {"action": "accept"})
    assert (answer.status_code, "もう佐藤さんが受け付けました" in answer.text) == (409, True)
    settled_page = tanaka.get(f"/desk/post/{post.name}").text
    assert ("エラー" in settled_page, "どうしますか" in settled_page, "これまで" in settled_page) == (
        False,
        False,
        True,
    )


@pytest.mark.parametrize("late", ["accept", "ask", "decline"])
def test_who_presses_while_another_one_is_writing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, late: str
) -> None:
    office = open_desk(tmp_path)
    post = kept(office, (*NEW, *PHOTO))
    tanaka, told_tanaka = signed_in(office, "田中", TANAKA), []
    write = execute.write_draft

    def interrupted(*arguments: Any) -> Any:
        monkeypatch.setattr(execute, "write_draft", write)
        told_tanaka.append(press(tanaka, post, late))
        return write(*arguments)

    monkeypatch.setattr(execute, "write_draft", interrupted)
    monkeypatch.setattr(execute, "_LOOKS", 0)
    assert press(signed_in(office), post, "accept").status_code == 200
    assert told_tanaka[0].status_code == 409
    assert "いま佐藤さんが受け付けているところです" in told_tanaka[0].text
    assert "もう佐藤さん" not in told_tanaka[0].text
    assert settled(office)


def while_he_looks(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Let somebody else's decision go on the first time that somebody waits for it."""

    def once(seconds: float) -> None:
        monkeypatch.setattr(execute.time, "sleep", lambda seconds: None)
        act()

    monkeypatch.setattr(execute.time, "sleep", once)


def test_whoever_waits_for_another_decision_is_told_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = open_desk(tmp_path)
    post, tanaka = kept(office, NEW), signed_in(office, "田中", TANAKA)
    with monkeypatch.context() as patch:
        patch.setattr(execute, "finish", lambda office, decision: Entry("", "", ""))
        press(signed_in(office), post, "decline")
    (decision,) = pending_decisions(office.inbox)
    while_he_looks(monkeypatch, lambda: execute.finish(office, decision))
    answer = press(tanaka, post, "accept")
    assert (answer.status_code, "もう佐藤さんが見送りにしました" in answer.text) == (409, True)
    assert not (office.content / PROFILE).exists()


def test_a_decision_that_came_to_nothing_overtakes_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = open_desk(tmp_path)
    post, tanaka = kept(office, NEW), signed_in(office, "田中", TANAKA)
    with monkeypatch.context() as patch:
        patch.setattr(execute, "finish", lambda office, decision: Entry("", "", ""))
        press(signed_in(office), post, "accept")
    while_he_looks(monkeypatch, lambda: release(office.inbox, post.name))
    assert press(tanaka, post, "decline").status_code == 200
    assert [(entry.staff, entry.action) for entry in entries(office.inbox)] == [("田中", "decline")]
    assert states(office)["done"] == ["1127-K7QX"]


@pytest.mark.parametrize("faster", ["accept", "decline", "ask"])
def test_whoever_corrects_what_another_one_decided_reads_who_did_what_and_keeps_the_correction(
    tmp_path: Path, faster: str
) -> None:
    office = open_desk(tmp_path)
    post, tanaka = kept(office, NEW), signed_in(office, "田中", TANAKA)
    csrf = token_in(tanaka.get(f"/desk/post/{post.name}/mend").text)
    press(signed_in(office), post, faster)
    number = next(n for n, (name, _) in enumerate(post.pairs) if name == "summary")
    data = {"csrf": csrf, "state": "waiting", f"f{number}": "星も見ます。"}
    answer = tanaka.post(f"/desk/post/{post.name}/mend", data=data)
    words = {"accept": "受け付けました", "decline": "見送りにしました", "ask": "問い合わせ中にしました"}[faster]
    assert (answer.status_code, f"もう佐藤さんが{words}" in answer.text) == (409, True)
    left = [each.value("summary") for state in ("waiting", "asked") for each in posts(office.inbox, state)]
    assert "星も見ます。" in left


def test_who_entered_a_submission_is_not_taken_for_who_decided_it(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    post = kept(office, NEW, "paper", "佐藤")
    record(office.inbox, Entry(office.now().isoformat(), "佐藤", "enter", post=post.name))
    tanaka = signed_in(office, "田中", TANAKA)
    old = fields_in(tanaka.get(f"/desk/post/{post.name}").text)
    # Somebody moved the file by hand.
    set_state(office.inbox, post.name, "done")
    answer = tanaka.post(f"/desk/post/{post.name}", data=old | {"action": "decline"})
    assert (answer.status_code, "もうほかの人が扱いました" in answer.text) == (409, True)
    assert "もう佐藤さん" not in answer.text


def test_an_old_page_decides_nothing_after_somebody_else_has(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    post = kept(office, NEW)
    tanaka = signed_in(office, "田中", TANAKA)
    old = fields_in(tanaka.get(f"/desk/post/{post.name}").text)
    press(signed_in(office), post, "ask")
    answer = tanaka.post(f"/desk/post/{post.name}", data=old | {"action": "decline"})
    assert (answer.status_code, "もう佐藤さんが問い合わせ中にしました" in answer.text) == (409, True)
    assert states(office)["asked"] == ["1127-K7QX"]


def _fills_up(monkeypatch: pytest.MonkeyPatch, after: int) -> Callable[[], bool]:
    """A disk that is full after so many writes; tells whether it ever was."""
    counted = count(1)
    full: list[bool] = []

    def limited(real: Callable[..., Any], writes: Callable[..., bool]) -> Callable[..., Any]:
        def call(*arguments: Any, **more: Any) -> Any:
            if writes(*arguments) and next(counted) > after:
                full.append(True)
                raise OSError(errno.ENOSPC, "No space left on device")
            return real(*arguments, **more)

        return call

    flags = os.O_WRONLY | os.O_RDWR
    monkeypatch.setattr(os, "open", limited(os.open, lambda path, mode=0, *rest: bool(mode & flags)))
    monkeypatch.setattr(os, "link", limited(os.link, lambda *paths: True))
    monkeypatch.setattr(os, "write", limited(os.write, lambda *told: True))
    monkeypatch.setattr(os, "fsync", limited(os.fsync, lambda file: True))
    monkeypatch.setattr(Path, "write_bytes", limited(Path.write_bytes, lambda *told: True))
    return lambda: bool(full)


def test_a_disk_that_fills_up_while_accepting_loses_nothing_at_every_step(tmp_path: Path) -> None:
    content(tmp_path / "template/content")
    kept(open_desk(tmp_path / "template"), (*NEW, *PHOTO))
    for after in count(0):
        office = open_desk(copytree(tmp_path / "template", tmp_path / str(after)))
        post, client = next(posts(office.inbox, WAITING)), signed_in(office)
        fields = fields_in(client.get(f"/desk/post/{post.name}").text) | {"action": "accept"}
        with pytest.MonkeyPatch.context() as patch:
            was_full = _fills_up(patch, after)
            answer = client.post(f"/desk/post/{post.name}", data=fields)
        if not was_full():
            break
        assert answer.status_code in (200, 507), after
        assert answer.status_code == 200 or "書きこめませんでした" in answer.text
        if answer.status_code == 507 and list(pending_decisions(office.inbox)):
            assert "途中で止まっている" in answer.text
            assert client.post(f"/desk/post/{post.name}/go-on", data=fields).status_code == 303
        settled(office)
    assert after > 8
    assert settled(office)


@pytest.mark.parametrize("action", ["accept", "decline"])
def test_a_decision_that_could_not_be_written_leaves_the_submission_free_for_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    """A claim that stayed would keep everybody else out, with a decision that nobody has made.

    Only where the profile is written already does the decision stay, to be finished: it must not be lost.
    """
    office = open_desk(tmp_path)
    post, tanaka = kept(office, (*NEW, *PHOTO)), signed_in(office, "田中", TANAKA)

    def full(*given: Any) -> Any:
        raise OSError(errno.ENOSPC, "No space left on device")

    failing = "write_draft" if action == "accept" else "record"
    with monkeypatch.context() as patch:
        patch.setattr(execute, failing, full)
        answer = press(signed_in(office), post, action)
    assert (answer.status_code, "途中で止まっている" in answer.text) == (507, False)
    assert (list(pending_decisions(office.inbox)), names_in(office.inbox / "claims")) == ([], [])
    assert states(office)["waiting"] == ["1127-K7QX"]
    assert press(tanaka, post, "ask").status_code == 200
    assert [(entry.staff, entry.action) for entry in entries(office.inbox)] == [("田中", "ask")]


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_acceptance_whose_profile_is_written_stays_to_be_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = open_desk(tmp_path)
    post = kept(office, (*NEW, *PHOTO))

    def full(*given: Any) -> Any:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(execute, "record", full)
        answer = press(signed_in(office), post, "accept")
    assert (answer.status_code, "途中で止まっている" in answer.text) == (507, True)
    assert [(each.staff, each.action) for each in pending_decisions(office.inbox)] == [("佐藤", "accept")]
    assert settled(office)


def test_a_line_of_the_history_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = Entry("2026-11-27T09:00:00+09:00", "佐藤", "accept")
    record(tmp_path, entry)
    before = (tmp_path / "history.jsonl").read_bytes()
    write = os.write
    with monkeypatch.context() as patch:
        patch.setattr(atomic.os, "write", lambda file, data: write(file, data[:7]))
        with pytest.raises(OSError, match="no room"):
            record(tmp_path, entry)
    assert (tmp_path / "history.jsonl").read_bytes() == before


def test_a_decision_that_was_overtaken_before_the_restart_is_offered_again(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    post = kept(office, NEW)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(execute, "finish", lambda office, decision: Entry("", "", ""))
        press(signed_in(office), post, "accept")
    assert [decision.staff for decision in pending_decisions(office.inbox)] == ["佐藤"]
    (office.content / PROFILE).write_text("name: 別の会\n", encoding="utf-8", newline="\n")
    assert list(finish_pending(open_desk(tmp_path))) == []
    assert (office.content / PROFILE).read_text(encoding="utf-8") == "name: 別の会\n"
    assert states(office)["waiting"] == ["1127-K7QX"]
    assert list(pending_decisions(office.inbox)) == []
