"""What is accepted reaches the code host if a city wants that, and nothing is lost when it does not."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator.desk.inbox.history import entries
from generator.desk.office import Office
from tests.desks import NEW, kept, open_desk, press, signed_in, states, token_in
from tests.folders import GROUP
from tests.test_desk_decisions import git, repository

pytestmark = pytest.mark.process

PROFILE = "content/groups/aozoranokai.yaml"


def host_of(folder: Path) -> Path:
    """A project whose branch comes from a code host beside it."""
    repository(folder)
    host = folder.with_name("host.git")
    git(folder.parent, "clone", "-q", "--bare", str(folder), str(host))
    git(folder, "remote", "add", "origin", str(host))
    git(folder, "fetch", "-q")
    git(folder, "branch", "-q", "--set-upstream-to", f"origin/{branch(folder)}")
    return host


def branch(folder: Path) -> str:
    return told(folder, "branch", "--show-current")


def told(folder: Path, *arguments: str) -> str:
    run = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, encoding="utf-8", check=True)
    return run.stdout.strip()


def arrived(host: Path, path: str = PROFILE) -> bool:
    return path in told(host, "ls-tree", "-r", "--name-only", "HEAD").split("\n")


def somebody_sends(host: Path, path: str, text: str) -> None:
    """A change by somebody else that is at the code host already."""
    other = host.with_name("other")
    git(host.parent, "clone", "-q", str(host), str(other))
    (other / path).write_text(text, encoding="utf-8", newline="\n")
    git(other, "add", "-A")
    git(other, "commit", "-qm", "theirs")
    git(other, "push", "-q")


def accept(office: Office) -> Any:
    answer = press(signed_in(office), kept(office, NEW), "accept")
    office.pusher.wait(60)
    assert answer.status_code == 200
    return answer


def queue(office: Office) -> str:
    return str(signed_in(office).get("/desk/").text)


def send_again(office: Office) -> None:
    client = signed_in(office)
    assert client.post("/desk/push", data={"csrf": token_in(client.get("/desk/").text)}).status_code == 303


def test_what_is_accepted_is_sent_to_the_code_host(tmp_path: Path) -> None:
    host = host_of(tmp_path / "city")
    office = open_desk(tmp_path / "city", push=True)
    assert "コードの置き場所にも送ります" in accept(office).text
    assert arrived(host)
    assert "届いていません" not in queue(office)


def test_unless_a_city_wants_it_nothing_is_sent_and_the_desk_says_how(tmp_path: Path) -> None:
    host = host_of(tmp_path / "city")
    office = open_desk(tmp_path / "city")
    assert "コードの置き場所にも送ります" not in accept(office).text
    assert not arrived(host)
    page = queue(office)
    assert ("1件が、まだ" in page, "desk.push" in page, "git push" in page) == (True, True, True)
    assert "もう一度送る" not in page


def test_a_code_host_that_cannot_be_reached_loses_nothing_and_gets_it_later(tmp_path: Path) -> None:
    host = host_of(tmp_path / "city")
    away = host.rename(tmp_path / "away.git")
    office = open_desk(tmp_path / "city", push=True)
    accept(office)
    assert (tmp_path / "city" / PROFILE).exists()
    assert (told(tmp_path / "city", "status", "--porcelain", "content"), states(office)["done"]) == ("", ["1127-K7QX"])
    assert entries(office.inbox)[0].commit == told(tmp_path / "city", "rev-parse", "--short", "HEAD")
    page = queue(office)
    assert ("1件が、まだ" in page, "送れませんでした" in page, "もう一度送る" in page) == (True, True, True)
    away.rename(host)
    send_again(office)
    assert arrived(host)
    assert "もう一度送る" not in queue(office)


def test_what_was_left_here_is_sent_with_the_next_journey(tmp_path: Path) -> None:
    host = host_of(tmp_path / "city")
    accept(open_desk(tmp_path / "city"))
    again = open_desk(tmp_path / "city", push=True)
    again.pusher.start()
    again.pusher.wait(60)
    assert arrived(host)


def test_what_somebody_else_sent_there_meanwhile_is_taken_in_and_both_are_there(tmp_path: Path) -> None:
    host = host_of(tmp_path / "city")
    somebody_sends(host, "content/groups/hoshi.yaml", GROUP.replace("川あかり", "星あかり"))
    office = open_desk(tmp_path / "city", push=True)
    accept(office)
    assert (arrived(host), arrived(host, "content/groups/hoshi.yaml")) == (True, True)
    assert (tmp_path / "city/content/groups/hoshi.yaml").exists()
    assert "届いていません" not in queue(office)


def test_what_does_not_go_together_stays_on_both_sides_and_is_said(tmp_path: Path) -> None:
    host = host_of(tmp_path / "city")
    somebody_sends(host, PROFILE, GROUP)
    office = open_desk(tmp_path / "city", push=True)
    accept(office)
    assert "name: 青空の会" in (tmp_path / "city" / PROFILE).read_text(encoding="utf-8")
    assert told(host, "show", f"HEAD:{PROFILE}") == GROUP.strip()
    assert told(tmp_path / "city", "status", "--porcelain", "content") == ""
    page = queue(office)
    assert ("ぶつかっています" in page, "1件が、まだ" in page) == (True, True)


def test_what_somebody_is_writing_here_is_not_touched_by_taking_in(tmp_path: Path) -> None:
    host = host_of(tmp_path / "city")
    somebody_sends(host, "content/groups/kawa-akari.yaml", GROUP.replace("花を", "木を"))
    office = open_desk(tmp_path / "city", push=True)
    written = tmp_path / "city/content/groups/kawa-akari.yaml"
    written.write_text(GROUP.replace("花を", "星を"), encoding="utf-8", newline="\n")
    accept(office)
    assert written.read_text(encoding="utf-8") == GROUP.replace("花を", "星を")
    assert "1件が、まだ" in queue(office)


def test_a_branch_that_comes_from_nowhere_says_what_to_do_once(tmp_path: Path) -> None:
    repository(tmp_path)
    office = open_desk(tmp_path, push=True)
    accept(office)
    page = queue(office)
    assert ("git push -u origin main" in page, "このパソコンに残っています" in page) == (True, True)


def test_the_password_in_the_address_of_the_code_host_is_not_shown(tmp_path: Path) -> None:
    folder = tmp_path / "city"
    host_of(folder)
    git(folder, "remote", "set-url", "origin", "https://desk:geheim@127.0.0.1:9/city.git")
    office = open_desk(folder, push=True)
    accept(office)
    page = queue(office)
    assert ("送れませんでした" in page, "127.0.0.1:9" in page, "geheim" in page) == (True, True, False)


def test_without_a_repository_nothing_is_said_of_a_code_host(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    accept(office)
    assert "コードの置き場所" not in queue(office)
