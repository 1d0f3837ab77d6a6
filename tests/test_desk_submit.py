"""The door for everybody: what is sent is kept whole or refused in words, and nothing else gets in."""

import base64
import errno
import io
import json
import socket
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import urlencode

import pytest
from PIL import Image

from generator import atomic
from generator.desk.inbox.submissions import TRAPPED, WAITING, open_inbox, posts, store
from generator.desk.middleware import MAX_PER_CLIENT
from generator.desk.office import Office
from generator.desk.server import TimedProtocol
from generator.intake.submission import MOST_PAIRS
from tests.desks import NEW, Clock, browser, clock_of, open_desk, running, states

AS_SCRIPT = {"accept": "application/json"}


def posted(office: Office, pairs: Any = NEW, address: str = "203.0.113.9", **headers: str) -> Any:
    form = {"content-type": "application/x-www-form-urlencoded"}
    return browser(office, address).post("/submit", content=urlencode(pairs), headers=form | headers)


def waiting(office: Office) -> list[str]:
    return states(office)[WAITING]


def tree(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_what_is_sent_is_kept_as_it_was_sent_and_answered_with_its_number(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    answer = posted(office, **AS_SCRIPT)
    assert (answer.status_code, answer.json()["receipt"]) == (200, "1127-K7QX")
    assert "1127-K7QX" in answer.json()["message"]
    (post,) = posts(office.inbox, WAITING)
    assert (post.pairs, post.way, post.by) == (NEW, "form", "")
    assert post.received == office.now()


def test_somebody_without_our_script_reads_the_number_and_what_happens_next(tmp_path: Path) -> None:
    answer = posted(open_desk(tmp_path))
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    for words in ("受け付けました", "1127-K7QX", "1週間ほど", "042-000-0100", "このあと"):
        assert words in answer.text


def test_the_address_of_the_form_leads_who_opens_the_door_in_a_browser(tmp_path: Path) -> None:
    answer = browser(open_desk(tmp_path)).get("/submit")
    assert '<a class="button" href="https://hiroba.example.org/edit/">フォームを開く</a>' in answer.text
    assert '<a class="phone" href="tel:0420000100">042-000-0100</a>' in answer.text


def test_a_form_in_parts_is_read_too(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    answer = browser(office).post("/submit", files=[(name, (None, value)) for name, value in NEW])
    assert answer.status_code == 200
    (post,) = posts(office.inbox, WAITING)
    assert post.pairs == NEW


def test_a_photo_that_comes_as_a_file_is_shrunk_and_says_no_more_where_it_was_taken(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    stream, exif = io.BytesIO(), Image.Exif()
    exif[0x8825] = {1: "N", 2: (35.0, 46.0, 30.0)}
    Image.new("RGB", (3000, 2000), "green").save(stream, "JPEG", exif=exif)
    assert b"Exif" in stream.getvalue()
    parts: Any = [(name, (None, value)) for name, value in NEW]
    answer = browser(office).post("/submit", files=[*parts, ("_photo.0", ("a.jpg", stream.getvalue(), "image/jpeg"))])
    assert answer.status_code == 200
    (post,) = posts(office.inbox, WAITING)
    picture = base64.b64decode(post.value("_photo.0").removeprefix("data:image/jpeg;base64,"))
    with Image.open(io.BytesIO(picture)) as opened:
        assert (opened.size, dict(opened.getexif())) == ((1600, 1067), {})
    fake = browser(office).post("/submit", files=[*parts, ("_photo.0", ("a.jpg", b"<svg/>", "image/jpeg"))])
    assert fake.status_code == 422


def test_no_cookie_no_address_and_any_site_may_read_the_answer(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    answer = posted(office, **AS_SCRIPT)
    assert "set-cookie" not in answer.headers
    assert answer.headers["access-control-allow-origin"] == "*"
    assert all(b"203.0.113.9" not in path.read_bytes() for path in office.inbox.rglob("*") if path.is_file())
    assert "access-control-allow-origin" not in browser(office).get("/desk/sign-in").headers


def test_pressing_twice_keeps_one_and_other_answers_under_one_number_keep_both(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    first, again = posted(office, **AS_SCRIPT), posted(office, **AS_SCRIPT)
    assert first.json() == again.json()
    assert waiting(office) == ["1127-K7QX"]
    posted(office, [*NEW, ("founded", "2020")])
    assert waiting(office) == ["1127-K7QX", "1127-K7QX"]


def test_pressing_twice_without_a_number_keeps_one_and_a_new_number_is_never_lost(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    plain = [pair for pair in NEW if pair[0] != "_receipt"]
    first, again = posted(office, plain, **AS_SCRIPT), posted(office, plain, **AS_SCRIPT)
    assert first.json()["receipt"] == again.json()["receipt"]
    assert posted(office, **AS_SCRIPT).json()["receipt"] == "1127-K7QX"
    assert sorted(waiting(office)) == sorted([first.json()["receipt"], "1127-K7QX"])


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    assert atomic.place_new(path, b"first")
    assert not atomic.place_new(path, b"second")
    assert (path.read_bytes(), tree(tmp_path)) == (b"first", ["a.json"])


def test_files_get_their_place_where_a_file_can_have_only_one_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*paths: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(atomic.os, "link", no_links)
    path = tmp_path / "a.json"
    assert atomic.place_new(path, b"first")
    assert not atomic.place_new(path, b"second")
    assert (path.read_bytes(), tree(tmp_path)) == (b"first", ["a.json"])


def test_a_name_that_was_taken_for_nothing_is_free_again_after_the_next_start(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    (office.inbox / "claims/2026-11-27T09-15-03_1127-K7QX_0123456789ab.json").write_bytes(b"")
    (office.inbox / "claims/.x.json.0000.new").write_bytes(b"{")
    open_desk(tmp_path)
    assert tree(office.inbox / "claims") == []


def test_whoever_adds_staff_takes_no_file_from_under_the_running_desk(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    being_written = office.inbox / "waiting/.x.json.0a1b2c3d.new"
    being_written.write_bytes(b"{")
    open_inbox(office.inbox)
    assert being_written.exists()


def test_a_file_that_somebody_reads_just_now_is_moved_a_moment_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, tries = atomic.os.rename, []

    def busy(*paths: Path) -> None:
        tries.append(paths)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "in use")
        rename(*paths)

    monkeypatch.setattr(atomic.os, "rename", busy)
    monkeypatch.setattr(atomic, "_PAUSE", 0)
    (tmp_path / "a.json").write_bytes(b"a")
    assert atomic.move_file(tmp_path / "a.json", tmp_path / "done")
    assert tree(tmp_path) == ["done/a.json"]


def test_a_robot_that_fills_the_trap_gets_a_number_and_is_not_in_the_queue(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    answer = posted(office, [*NEW, ("_trap", "http://spam.example")], **AS_SCRIPT)
    assert (answer.status_code, answer.json()["receipt"]) == (200, "1127-K7QX")
    assert waiting(office) == []
    assert len(list((office.inbox / TRAPPED).glob("*.json"))) == 1


@pytest.mark.parametrize("declared", [True, False])
def test_what_is_too_large_is_refused_in_words_and_not_kept(tmp_path: Path, declared: bool) -> None:
    office = open_desk(tmp_path, largest_mb=0.01)
    body = urlencode([*NEW, ("description", "あ" * 20_000)]).encode()
    content: Any = body if declared else (body[n : n + 1000] for n in range(0, len(body), 1000))
    form = {"content-type": "application/x-www-form-urlencoded"}
    answer = browser(office).post("/submit", content=content, headers=form)
    assert answer.status_code == 413
    assert "大きすぎて" in answer.text
    assert "書いた内容が残っています" in answer.text
    assert tree(office.inbox / WAITING) == []


def test_too_many_fields_are_refused(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    many = [*NEW, *(("aliases", str(n)) for n in range(MOST_PAIRS))]
    assert posted(office, many).status_code == 413
    parts = [(name, (None, value)) for name, value in many]
    assert browser(office).post("/submit", files=parts).status_code in (400, 413)
    assert waiting(office) == []


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", b"{}", 415),
        ("text/plain", b"name=a", 415),
        ("application/x-www-form-urlencoded", b"", 422),
        ("application/x-www-form-urlencoded", b"name=%E9%9D%92&_kind=cat", 422),
        ("multipart/form-data", b"no boundary", 400),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--", 400),
        ("multipart/form-data; boundary=x", b"\x00\xff\xfe--x--y", 400),
    ],
)
def test_what_is_no_form_is_refused_in_words(tmp_path: Path, kind: str, body: bytes, status: int) -> None:
    office = open_desk(tmp_path)
    answer = browser(office).post("/submit", content=body, headers={"content-type": kind, **AS_SCRIPT})
    assert answer.status_code == status
    assert answer.json()["message"]
    assert waiting(office) == []


def test_bytes_that_are_no_text_are_kept_without_harm(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    body = urlencode(NEW).encode() + b"&name_en=%ff%fe%00x&founded=\xff"
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert browser(office).post("/submit", content=body, headers=form).status_code == 200
    assert waiting(office) == ["1127-K7QX"]


@pytest.mark.parametrize(
    "slug", ["../x", "con", "/etc/passwd", "a\0b", "..\\x", "C:x", "a/b", ".", "kawa-akari.yaml", "Ａ", "a" * 61]
)
def test_a_slug_that_is_a_path_gets_nowhere(tmp_path: Path, slug: str) -> None:
    office = open_desk(tmp_path)
    before = tree(tmp_path)
    answer = posted(office, [*NEW, ("_slug", slug)])
    assert answer.status_code == 422
    assert tree(tmp_path) == before


@pytest.mark.parametrize("receipt", ["../../x", "", "1127-K7QX/../a", "1127-k7q", "あ" * 40, "1127-K7QX\0"])
def test_a_number_that_cannot_be_read_aloud_is_replaced_by_ours(tmp_path: Path, receipt: str) -> None:
    office = open_desk(tmp_path)
    answer = posted(office, [*NEW, ("_receipt", receipt)], **AS_SCRIPT)
    (post,) = posts(office.inbox, WAITING)
    assert answer.json()["receipt"] == post.receipt
    assert post.receipt.startswith("1127-")
    assert len(post.receipt) == 9


def test_who_sends_too_much_has_to_wait_and_others_do_not(tmp_path: Path) -> None:
    office = open_desk(tmp_path, burst=3, every_seconds=30)
    sent = [posted(office, [*NEW, ("founded", str(2000 + n))], **AS_SCRIPT) for n in range(4)]
    assert [answer.status_code for answer in sent] == [200, 200, 200, 429]
    assert 1 <= int(sent[3].headers["retry-after"]) <= 30
    assert "お待ち" in sent[3].json()["message"]
    assert posted(office, address="203.0.113.10").status_code == 200
    assert len(waiting(office)) == 4
    clock_of(office).forward(seconds=31)
    assert [posted(office).status_code, posted(office).status_code] == [200, 429]


def test_one_network_of_ipv6_is_one_sender(tmp_path: Path) -> None:
    office = open_desk(tmp_path, burst=1)
    assert posted(office, address="2001:db8::1").status_code == 200
    assert posted(office, address="2001:db8::2").status_code == 429
    assert posted(office, address="2001:db8:0:1::2").status_code == 200


@pytest.mark.parametrize("step", ["open", "fsync", "link"])
def test_a_full_disk_keeps_nothing_torn_and_tells_the_sender(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    office = open_desk(tmp_path)
    before = tree(tmp_path)

    def full(*arguments: object, **more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(atomic.os, step, full)
        if step == "link":
            patch.setattr(atomic.os, "replace", full)
        answer = posted(office, **AS_SCRIPT)
    assert answer.status_code == 507
    assert "残っています" in answer.json()["message"]
    assert tree(tmp_path) == before
    assert waiting(office) == []
    assert posted(office).status_code == 200


def test_a_full_inbox_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = open_desk(tmp_path)
    monkeypatch.setattr("generator.desk.views.submit._MOST_WAITING", 1)
    assert [posted(office).status_code, posted(office, [*NEW, ("founded", "2020")]).status_code] == [200, 503]


def test_the_address_of_the_door_says_what_it_is_for(tmp_path: Path) -> None:
    answer = browser(open_desk(tmp_path), "203.0.113.9").get("/submit")
    assert (answer.status_code, "https://hiroba.example.org/edit/" in answer.text) == (200, True)


def test_the_style_is_given_to_everybody(tmp_path: Path) -> None:
    answer = browser(open_desk(tmp_path), "203.0.113.9").get("/submit/style.css")
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert "--green" in answer.text


def test_kept_files_are_forms_that_hiroba_intake_reads(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    store(office.inbox, NEW, Clock()(), "form")
    (path,) = (office.inbox / WAITING).glob("*.json")
    saved = json.loads(path.read_text(encoding="utf-8"))
    assert (saved["hiroba"], [tuple(pair) for pair in saved["fields"]]) == (1, list(NEW))
    assert path.name.startswith("2026-11-27T09-15-03_1127-K7QX_")


HEAD = (
    b"POST /submit HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n"
)


def spoken(port: int, *parts: bytes) -> bytes:
    """Say the parts over a bare connection, then listen until the other side hangs up."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as wire:
        with suppress(OSError):
            for part in parts:
                wire.sendall(part)
        heard = b""
        while chunk := _chunk(wire):
            heard += chunk
        return heard


def connected(port: int, source: str = "127.0.0.1") -> socket.socket:
    """A bare connection, from one of this machine's own addresses."""
    return socket.create_connection(("127.0.0.1", port), timeout=20, source_address=(source, 0))


def until(wire: socket.socket, words: str) -> bytes:
    """What is heard until these words, or until the other side hangs up."""
    heard = b""
    while words.encode() not in heard and (chunk := _chunk(wire)):
        heard += chunk
    return heard


def _chunk(wire: socket.socket) -> bytes:
    try:
        return wire.recv(65536)
    except ConnectionError:
        return b""


def test_a_sender_who_stops_in_the_middle_is_given_up(tmp_path: Path) -> None:
    office = open_desk(tmp_path, pause_seconds=0.05)
    with running(office) as port:
        heard = spoken(port, HEAD + b"Content-Length: 1000\r\n\r\n_kind=group")
    assert heard.startswith(b"HTTP/1.1 408")
    assert "時間がかかりすぎた".encode() in heard
    assert tree(office.inbox / WAITING) == []


def test_a_sender_who_trickles_is_given_up_too(tmp_path: Path) -> None:
    office = open_desk(tmp_path, pause_seconds=5, post_seconds=0.1)
    with running(office) as port, socket.create_connection(("127.0.0.1", port), timeout=0.02) as wire:
        wire.sendall(HEAD + b"Content-Length: 1000\r\n\r\n")
        heard = b""
        while not heard:
            # A byte, then as long as the socket's patience for an answer, and again.
            with suppress(TimeoutError):
                wire.sendall(b"a")
                heard = wire.recv(65536)
    assert heard.startswith(b"HTTP/1.1 408")
    assert tree(office.inbox / WAITING) == []


def test_a_caller_who_never_finishes_asking_is_hung_up_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TimedProtocol, "seconds", 0.05)
    with running(open_desk(tmp_path)) as port:
        assert spoken(port, b"POST /submit HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ") == b""
        assert spoken(port) == b""


def test_a_sender_who_hangs_up_leaves_nothing_and_the_next_is_served(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    body = urlencode(NEW).encode()
    with running(office) as port:
        with socket.create_connection(("127.0.0.1", port)) as wire:
            wire.sendall(HEAD + b"Content-Length: 9000\r\n\r\n" + body)
        length = f"Connection: close\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        heard = spoken(port, HEAD + length + body)
    assert heard.startswith(b"HTTP/1.1 200")
    assert waiting(office) == ["1127-K7QX"]


@pytest.mark.parametrize("accept", ["application/json", "text/html"])
def test_what_is_beyond_all_measure_gets_its_page_while_it_is_still_being_sent(tmp_path: Path, accept: str) -> None:
    office = open_desk(tmp_path, largest_mb=0.01)
    head = HEAD.replace(b"application/json", accept.encode())
    with running(office) as port, connected(port) as wire:
        # Nearly nothing has come yet, and far more is announced.
        wire.sendall(head + b"Content-Length: 100000000\r\n\r\n" + b"a" * 5000)
        heard = until(wire, "大きすぎて")
        for _ in range(40):
            wire.sendall(b"a" * 50_000)
    assert heard.startswith(b"HTTP/1.1 413")
    assert b"connection: close" in heard.lower()
    assert tree(office.inbox / WAITING) == []


def test_who_sends_everything_before_listening_hears_that_it_was_too_much(tmp_path: Path) -> None:
    office = open_desk(tmp_path, largest_mb=0.01)
    size = 8_000_000
    pieces = [b"%x\r\n" % size, b"a" * size, b"\r\n0\r\n\r\n"]
    with running(office) as port:
        declared = spoken(port, HEAD + b"Content-Length: %d\r\n\r\n" % size, b"a" * size)
        chunked = spoken(port, HEAD + b"Transfer-Encoding: chunked\r\n\r\n", *pieces)
    for heard in (declared, chunked):
        assert heard.startswith(b"HTTP/1.1 413")
        assert "大きすぎて".encode() in heard
    assert tree(office.inbox / WAITING) == []


def test_who_asks_before_sending_is_told_before_anything_is_sent(tmp_path: Path) -> None:
    with running(open_desk(tmp_path, largest_mb=0.01)) as port, connected(port) as wire:
        wire.sendall(HEAD + b"Content-Length: 100000000\r\nExpect: 100-continue\r\n\r\n")
        assert until(wire, "大きすぎて").startswith(b"HTTP/1.1 413")


def test_who_goes_on_for_ever_after_the_answer_is_hung_up_on(tmp_path: Path) -> None:
    office = open_desk(tmp_path, largest_mb=0.01, pause_seconds=0.05)
    with running(office) as port:
        heard = spoken(port, HEAD + b"Content-Length: 100000000\r\n\r\n" + b"a" * 5000)
    assert heard.startswith(b"HTTP/1.1 413")


def test_somebody_from_outside_hears_so_whatever_they_send_to_the_staffs_side(tmp_path: Path) -> None:
    office = open_desk(tmp_path, networks=("10.0.0.0/8",))
    with running(office) as port:
        heard = spoken(
            port, HEAD.replace(b"/submit", b"/desk/enter") + b"Content-Length: 9000000\r\n\r\n", b"a" * 9_000_000
        )
    assert heard.startswith(b"HTTP/1.1 403")
    assert "事務所のネットワーク".encode() in heard


def ask(port: int, source: str = "127.0.0.1") -> bytes:
    """The answer to one request on a connection of its own."""
    with connected(port, source) as wire:
        wire.sendall(b"GET /submit HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        return until(wire, "</html>")


def test_two_hundred_silent_connections_shut_the_door_for_nobody(tmp_path: Path) -> None:
    with running(open_desk(tmp_path)) as port, ExitStack() as open_wires:
        for _ in range(205):
            open_wires.enter_context(connected(port))
        assert ask(port).startswith(b"HTTP/1.1 200")
        half = [open_wires.enter_context(connected(port)) for _ in range(205)]
        for wire in half:
            with suppress(OSError):
                wire.sendall(b"POST /submit HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        assert ask(port).startswith(b"HTTP/1.1 200")


def test_of_one_senders_silent_connections_the_longest_silent_goes_and_other_senders_keep_theirs(
    tmp_path: Path,
) -> None:
    with running(open_desk(tmp_path), per_client=3) as port, ExitStack() as open_wires:
        other = open_wires.enter_context(connected(port, "127.0.0.2"))
        wires = [open_wires.enter_context(connected(port)) for _ in range(6)]
        ask(port)
        assert [_chunk(wire) for wire in wires[:3]] == [b""] * 3
        for wire in (other, wires[5]):
            wire.sendall(b"GET /submit HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            assert until(wire, "</html>").startswith(b"HTTP/1.1 200")


def test_somebody_who_is_being_answered_is_never_hung_up_on_for_silent_ones(tmp_path: Path) -> None:
    body = urlencode(NEW).encode()
    with running(open_desk(tmp_path), per_client=2, idle=3) as port, ExitStack() as open_wires:
        sending = open_wires.enter_context(connected(port))
        sending.sendall(HEAD + b"Content-Length: %d\r\nExpect: 100-continue\r\n\r\n" % len(body))
        assert until(sending, "\r\n\r\n").startswith(b"HTTP/1.1 100")
        for source in ("127.0.0.1", "127.0.0.2", "127.0.0.3"):
            for _ in range(4):
                open_wires.enter_context(connected(port, source))
        ask(port, "127.0.0.4")
        sending.sendall(body)
        assert until(sending, "}").startswith(b"HTTP/1.1 200")


def test_a_named_proxy_may_keep_as_many_connections_open_as_it_likes(tmp_path: Path) -> None:
    with running(open_desk(tmp_path, proxies=("127.0.0.1",)), per_client=2) as port, ExitStack() as open_wires:
        wires = [open_wires.enter_context(connected(port)) for _ in range(8)]
        ask(port)
        for wire in wires:
            wire.sendall(b"GET /submit HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            assert until(wire, "</html>").startswith(b"HTTP/1.1 200")


def test_who_asks_too_much_at_once_reads_a_page_of_ours_and_others_are_served(tmp_path: Path) -> None:
    with running(open_desk(tmp_path)) as port, ExitStack() as open_wires:
        for _ in range(MAX_PER_CLIENT):
            wire = open_wires.enter_context(connected(port, "127.0.0.2"))
            # Whoever is waited for has been heard: the answer to their question whether to go on shows it.
            wire.sendall(HEAD + b"Content-Length: 1000\r\nExpect: 100-continue\r\n\r\n")
            assert until(wire, "\r\n\r\n").startswith(b"HTTP/1.1 100")
        full = ask(port, "127.0.0.2")
        assert full.startswith(b"HTTP/1.1 503")
        assert "混み合っています".encode() in full
        posted = open_wires.enter_context(connected(port, "127.0.0.2"))
        posted.sendall(HEAD + b"Content-Length: 1000\r\n\r\n")
        told = until(posted, "}")
        assert (told[:12], "いま受け取れません".encode() in told) == (b"HTTP/1.1 503", True)
        assert ask(port).startswith(b"HTTP/1.1 200")
        open_wires.close()
        assert ask(port, "127.0.0.3").startswith(b"HTTP/1.1 200")


def test_somebody_who_does_not_read_the_answer_is_hung_up_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look, given_up = TimedProtocol._check_idle, Event()

    def watched(self: TimedProtocol) -> None:
        look(self)
        if self.transport.is_closing():
            given_up.set()

    monkeypatch.setattr(TimedProtocol, "seconds", 0.1)
    monkeypatch.setattr(TimedProtocol, "_check_idle", watched)
    # More than the system keeps for a connection.
    size = 64 * 1024 * 1024
    (tmp_path / "site").mkdir()
    (tmp_path / "site/large.bin").write_bytes(bytes(size))
    with running(replace(open_desk(tmp_path), site=tmp_path / "site")) as port, connected(port) as wire:
        wire.sendall(b"GET /large.bin HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert given_up.wait(20)
        heard = 0
        while chunk := _chunk(wire):
            heard += len(chunk)
    assert heard < size


def test_what_is_no_http_is_answered_with_a_page_of_ours(tmp_path: Path) -> None:
    with running(open_desk(tmp_path)) as port:
        heard = spoken(port, b"\x16\x03\x01\x02\x00 hello\r\n\r\n")
        twice = spoken(port, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n")
    for each in (heard, twice):
        assert each.startswith(b"HTTP/1.1 400")
        assert "読み取れませんでした".encode() in each
