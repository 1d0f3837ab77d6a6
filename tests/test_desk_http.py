"""Who asks is known by what a named proxy noted, counted from the right; what a stranger writes opens no door."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from generator.desk.http.clients import Client, client_of
from generator.desk.http.hosts import allowed_hosts, host_name, is_allowed
from generator.desk.http.networks import inside, networks
from generator.settings import Desk, Send, Settings
from tests.desks import NEW, PASSWORD, browser, kept, open_desk, running, signed_in
from tests.test_desk_submit import posted, spoken

OUTSIDE, PROXY, FARTHER = "203.0.113.9", "127.0.0.1", "192.168.0.2"
PROXIES = networks([PROXY, FARTHER])
GATE = networks(Desk().networks)


def came(peer: str, proxies: Any = PROXIES, **lines: list[str]) -> Client:
    return client_of(peer, {name.replace("_", "-"): said for name, said in lines.items()}, proxies)


def address(peer: str, **lines: list[str]) -> tuple[str, ...]:
    return came(peer, **lines).addresses


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([OUTSIDE], OUTSIDE),
        # nginx puts what it saw at the end of the line that came in.
        ([f"127.0.0.1, {OUTSIDE}"], OUTSIDE),
        ([f"127.0.0.1,{OUTSIDE}"], OUTSIDE),
        # HAProxy adds a line of its own.
        (["127.0.0.1", OUTSIDE], OUTSIDE),
        (["192.168.0.9, 127.0.0.1", "10.0.0.1", OUTSIDE], OUTSIDE),
        # Two proxies of ours, one behind the other.
        ([f"10.0.0.1, {OUTSIDE}", FARTHER], OUTSIDE),
        ([f"10.0.0.1, {OUTSIDE}, {FARTHER}"], OUTSIDE),
        # What is not named as a proxy is the caller, however near.
        ([f"{OUTSIDE}, 192.168.0.3"], "192.168.0.3"),
        (["192.168.0.3"], "192.168.0.3"),
        # Ports and brackets.
        ([f"10.0.0.1, {OUTSIDE}:49152"], OUTSIDE),
        (["10.0.0.1, [2001:db8::7]:49152"], "2001:db8::7"),
        (["10.0.0.1, [2001:db8::7]"], "2001:db8::7"),
        (["10.0.0.1, 2001:db8:0::7"], "2001:db8::7"),
        (["::ffff:203.0.113.9"], OUTSIDE),
        (["fe80::1%eth0"], "fe80::1"),
        # Every one is a proxy of ours: the first.
        ([FARTHER, PROXY], FARTHER),
        # Nobody knows.
        (["127.0.0.1, unknown"], "?"),
        (["unknown"], "?"),
        (["127.0.0.1,"], "?"),
        (["127.0.0.1", ""], "?"),
        ([""], "?"),
        ([","], "?"),
        (["127.0.0.1, _hidden"], "?"),
        (["127.0.0.1, 127.0.0.1%x"], "?"),
        (["127.0.0.1, 0127.0.0.1"], "?"),
        (["127.0.0.1, 127.1"], "?"),
        (["127.0.0.1, 2130706433"], "?"),
        (["127.0.0.1, [::1"], "?"),
        (["127.0.0.1, [127.0.0.1]x"], "?"),
        (["127.0.0.1, \x00\xff"], "?"),
        # Garbage of the caller's before what the proxy noted is as good as none.
        ([f"unknown, , [::, {OUTSIDE}"], OUTSIDE),
        (["\xff" * 4000, OUTSIDE], OUTSIDE),
    ],
)
def test_notes_are_counted_from_the_right_over_all_lines(lines: list[str], found: str) -> None:
    assert address(PROXY, x_forwarded_for=lines) == (found,)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([f"for={OUTSIDE}"], OUTSIDE),
        ([f"for=127.0.0.1, for={OUTSIDE};proto=http"], OUTSIDE),
        (["for=127.0.0.1", f"proto=https;For={OUTSIDE};by=_desk"], OUTSIDE),
        (['for=127.0.0.1, for="[2001:db8::7]:4711"'], "2001:db8::7"),
        (['for=127.0.0.1, for="[2001:db8::7]:_port"'], "2001:db8::7"),
        ([f'for=127.0.0.1, for="{OUTSIDE}:4711"'], OUTSIDE),
        ([f"for=127.0.0.1, for={OUTSIDE}:4711"], OUTSIDE),
        (["for=[2001:db8::7]"], "2001:db8::7"),
        (['for=127.0.0.1, for="203.0.113\\.9"'], OUTSIDE),
        ([f'for="127.0.0.1, for=10.0.0.1", for={OUTSIDE}'], OUTSIDE),
        ([f"for={OUTSIDE}, for={FARTHER}"], OUTSIDE),
        (["for=127.0.0.1, for=unknown"], "?"),
        (["for=127.0.0.1, for=_hidden"], "?"),
        (["for=127.0.0.1, proto=https"], "?"),
        (["for=127.0.0.1, "], "?"),
        ([""], "?"),
        (["127.0.0.1"], "?"),
        # An open quote of the caller's may hide what the proxy added: then nothing is believed.
        ([f'for=127.0.0.1, for="a, for={OUTSIDE}'], "?"),
        (['for=127.0.0.1;by="a, for="[2001:db8::7]"'], "?"),
        (['for=127.0.0.1;by="a\\", for=203.0.113.9'], "?"),
        # In a line of its own it hides nothing.
        (['for="a', f"for={OUTSIDE}"], OUTSIDE),
        (['for="' + "\\" * 4000, f"for={OUTSIDE}"], OUTSIDE),
    ],
)
def test_the_standard_header_is_counted_likewise(lines: list[str], found: str) -> None:
    assert address(PROXY, forwarded=lines) == (found,)


def test_one_address_in_a_header_of_its_own_is_read_likewise() -> None:
    assert address(PROXY, x_real_ip=[OUTSIDE]) == (OUTSIDE,)
    assert address(PROXY, x_real_ip=["127.0.0.1", OUTSIDE]) == (OUTSIDE,)
    assert address(PROXY, x_real_ip=["[2001:db8::7]"]) == ("2001:db8::7",)


def test_headers_that_contradict_each_other_count_all() -> None:
    both = came(PROXY, forwarded=["for=127.0.0.1"], x_forwarded_for=[OUTSIDE], x_real_ip=["192.168.0.3"])
    assert set(both.addresses) == {"127.0.0.1", OUTSIDE, "192.168.0.3"}
    assert not inside(both.addresses, GATE)


@pytest.mark.parametrize("header", ["x_forwarded_for", "forwarded", "x_real_ip"])
def test_notes_of_somebody_who_is_no_proxy_of_ours_are_not_believed(header: str) -> None:
    note = "for=192.168.0.3" if header == "forwarded" else "192.168.0.3"
    assert came(OUTSIDE, **{header: [note]}) == Client((OUTSIDE,), relayed=True)
    assert came(PROXY, (), **{header: [note]}) == Client((PROXY,), relayed=True)
    assert came(OUTSIDE) == Client((OUTSIDE,))


@pytest.mark.parametrize(
    ("peer", "allowed"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("192.168.3.4", True),
        ("10.1.2.3", True),
        ("172.16.0.1", True),
        ("::ffff:192.168.3.4", True),
        ("fe80::1%eth0", True),
        ("172.32.0.1", False),
        (OUTSIDE, False),
        ("2001:db8::1", False),
        ("::ffff:203.0.113.9", False),
        ("", False),
        ("testclient", False),
    ],
)
def test_only_the_office_networks_reach_the_staff(peer: str, allowed: bool) -> None:
    assert inside(came(peer, ()).addresses, GATE) is allowed


def test_the_networks_of_one_sender_count_as_one() -> None:
    assert Client(("2001:db8::1", "2001:db8::2", OUTSIDE)).keys == ("2001:db8::/64", OUTSIDE)


SHAPES = {
    "nginx": ["X-Forwarded-For: 127.0.0.1, {}"],
    "haproxy": ["X-Forwarded-For: 127.0.0.1", "X-Forwarded-For: {}"],
    "haproxy, forged twice": ["X-Forwarded-For: 10.0.0.1, 127.0.0.1", "x-forwarded-for: ::1", "x-forwarded-for: {}"],
    "caddy": ["X-Forwarded-For: {}", "X-Forwarded-Proto: http", "X-Forwarded-Host: 127.0.0.1"],
    "haproxy forwarded": ["forwarded: for=127.0.0.1", 'forwarded: proto=http;for="{}"'],
    "real address beside a forged list": ["X-Forwarded-For: 127.0.0.1", "X-Real-IP: {}"],
    "real address beside a forged standard": ["Forwarded: for=127.0.0.1", "X-Real-IP: {}"],
    "forged address beside a list": ["X-Real-IP: 127.0.0.1", "X-Forwarded-For: {}"],
}


def _heard(port: int, lines: list[str], path: str = "/desk/sign-in") -> str:
    head = "".join(f"{line}\r\n" for line in [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", "Connection: close", *lines])
    return spoken(port, f"{head}\r\n".encode()).decode()


@pytest.mark.parametrize("shape", SHAPES)
def test_a_caller_from_outside_does_not_walk_through_the_gate_behind_a_proxy(tmp_path: Path, shape: str) -> None:
    with running(open_desk(tmp_path, proxies=(PROXY,))) as port:
        for where, status in ((OUTSIDE, "403"), ("[2001:db8::7]:4711", "403"), ("unknown", "403"), ("10.9.8.7", "200")):
            heard = _heard(port, [line.format(where) for line in SHAPES[shape]])
            assert heard.startswith(f"HTTP/1.1 {status} "), (where, heard[:200])


@pytest.mark.parametrize("shape", SHAPES)
def test_behind_a_proxy_that_nobody_named_the_staffs_side_stays_shut_and_says_why(tmp_path: Path, shape: str) -> None:
    with running(open_desk(tmp_path)) as port:
        assert _heard(port, []).startswith("HTTP/1.1 200 ")
        for where in ("127.0.0.1", OUTSIDE):
            heard = _heard(port, [line.format(where) for line in SHAPES[shape]])
            assert heard.startswith("HTTP/1.1 403 ")
            assert "desk.proxies" in heard


def test_a_sender_behind_our_proxy_is_known_by_the_address_that_the_proxy_saw(tmp_path: Path) -> None:
    office = open_desk(tmp_path, burst=1, proxies=(PROXY,))

    def status(*lines: str) -> int:
        headers: Any = [("x-forwarded-for", line) for line in lines]
        return int(browser(office).post("/submit", data=dict(NEW), headers=headers).status_code)

    assert [status("198.51.100.1", OUTSIDE), status("198.51.100.2", OUTSIDE)] == [200, 429]
    assert [status("198.51.100.3, 203.0.113.9"), status("198.51.100.3")] == [429, 200]


def test_a_note_that_is_not_believed_does_not_help_past_the_limits(tmp_path: Path) -> None:
    office = open_desk(tmp_path, burst=1)
    sent = [posted(office, **{"x-forwarded-for": f"198.51.100.{n}"}) for n in range(2)]
    assert [answer.status_code for answer in sent] == [200, 429]


def test_guesses_of_a_password_are_counted_by_what_the_proxy_saw(tmp_path: Path) -> None:
    office = open_desk(tmp_path, proxies=(PROXY,))

    def guess(n: int, where: str) -> int:
        data, noted = {"name": f"誰か{n}", "password": "まちがい"}, {"x-forwarded-for": f"10.0.0.{n}, {where}"}
        return int(browser(office).post("/desk/sign-in", data=data, headers=noted).status_code)

    assert [guess(n, "192.168.0.7") for n in range(6)] == [403] * 5 + [429]
    assert guess(7, "192.168.0.8") == 403


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("127.0.0.1:8100", "127.0.0.1"),
        ("Hiroba.Example.ORG.", "hiroba.example.org"),
        ("[::1]:8100", "::1"),
        ("[::0001]", "::1"),
        ("[::ffff:127.0.0.1]", "127.0.0.1"),
        ("", ""),
        ("a:b:c", ""),
        ("127.0.0.1:8100:1", ""),
        ("127.0.0.1@evil.example", "127.0.0.1@evil.example"),
    ],
)
def test_a_host_is_read_without_its_port_in_one_spelling(text: str, name: str) -> None:
    assert host_name(text) == name


@pytest.mark.parametrize(
    ("host", "reached", "found"),
    [
        ("127.0.0.1:8100", "127.0.0.1", True),
        ("localhost:8100", "127.0.0.1", True),
        ("[::1]:8100", "::1", True),
        ("localhost", "::1", True),
        ("192.168.0.5:8100", "192.168.0.5", True),
        ("desk.example.org", "192.168.0.5", True),
        ("localhost", "192.168.0.5", False),
        ("192.168.0.6", "192.168.0.5", False),
        ("evil.example", "127.0.0.1", False),
        ("evil.example:127.0.0.1", "127.0.0.1", False),
        ("127.0.0.1.evil.example", "127.0.0.1", False),
        ("127.0.0.1@evil.example", "127.0.0.1", False),
        ("desk.example.org.evil.example", "127.0.0.1", False),
        ("", "127.0.0.1", False),
        ("", "", False),
    ],
)
def test_the_desk_is_asked_for_by_its_own_address_or_a_name_in_the_settings(
    host: str, reached: str, found: bool
) -> None:
    assert is_allowed(host, reached, {"desk.example.org"}) is found


def test_under_a_name_that_is_not_ours_nothing_opens_and_the_page_says_why(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    client = signed_in(office)
    for path in ("/desk/", "/submit", "/desk/sign-in", "/"):
        answer = client.get(path, headers={"host": "evil.example"})
        assert (answer.status_code, "desk.hosts" in answer.text) == (421, True)
    assert posted(office, host="evil.example").status_code == 421
    assert client.get("/desk/").status_code == 200


def test_names_in_the_settings_and_where_the_form_is_sent_are_ours(tmp_path: Path) -> None:
    office = open_desk(tmp_path, hosts=("Desk.Example.org",))
    kept(office, NEW)
    for host in ("desk.example.org", "desk.example.org:8443", "DESK.EXAMPLE.ORG."):
        assert signed_in(office).get("/desk/", headers={"host": host}).status_code == 200


def test_the_name_to_which_the_form_is_sent_and_as_what_the_desk_was_opened_are_its_own() -> None:
    settings = Settings(site_url="https://site.example.org/", send=Send(post="https://Desk.example.org:8443/submit"))
    assert allowed_hosts(settings) == {"desk.example.org"}
    assert allowed_hosts(settings, "jimusho-pc", with_site=True) == {
        "desk.example.org",
        "site.example.org",
        "jimusho-pc",
    }
    assert allowed_hosts(Settings(send=Send(post="/submit")), "0.0.0.0") == {"0.0.0.0"}


@pytest.mark.parametrize("name", ["https://desk.example.org", "desk.example.org/desk", "a b", ""])
def test_what_is_no_name_is_refused_in_the_settings(name: str) -> None:
    with pytest.raises(ValidationError):
        Desk(hosts=(name,))


def test_what_is_asked_by_https_at_our_proxy_gets_a_cookie_for_https_alone(tmp_path: Path) -> None:
    office = open_desk(tmp_path, proxies=(PROXY,))

    def secure(address: str, *proto: str) -> bool:
        headers: Any = [("x-forwarded-proto", each) for each in proto]
        data = {"name": "佐藤", "password": PASSWORD + "佐藤"}
        answer = browser(office, address).post("/desk/sign-in", data=data, headers=headers)
        return "; Secure" in answer.headers["set-cookie"]

    assert [secure(PROXY, "https"), secure(PROXY, "http", "https"), secure(PROXY, "http, https")] == [True] * 3
    assert [secure(PROXY), secure(PROXY, "https", "http"), secure("192.168.0.9", "https")] == [False] * 3
