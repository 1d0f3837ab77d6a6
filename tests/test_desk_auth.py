"""Nobody is at the staff's desk who should not be."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from itsdangerous import URLSafeSerializer

from generator.cli import main
from generator.desk.app import GET_ROUTES, POST_ROUTES
from generator.desk.auth.sessions import COOKIE, session_cookie
from generator.desk.auth.staff import authenticate, member, normal_name, read_staff, write_staff
from generator.desk.http.networks import InvalidNetwork
from generator.desk.inbox.submissions import find
from generator.desk.office import Office
from tests.desks import NEW, PASSWORD, SATO, TANAKA, browser, clock_of, kept, open_desk, signed_in, token_in
from tests.folders import ROOT, project

PUBLIC = {"/submit", "/submit/style.css"}
OUTSIDE = "203.0.113.9"


def addresses(table: Any, name: str) -> list[str]:
    return [a.replace("{name}", name).replace("{number:int}", "0") for a, _ in table if a not in PUBLIC]


def everywhere(office: Office, client: Any, csrf: str = "guessed") -> dict[str, int]:
    """The status of every staff page and every staff form."""
    name = kept(office, NEW).name
    got = {f"GET {a}": client.get(a).status_code for a in addresses(GET_ROUTES, name)}
    return got | {f"POST {a}": client.post(a, data={"csrf": csrf}).status_code for a in addresses(POST_ROUTES, name)}


def sign_in(client: Any, name: str = "佐藤", password: str = PASSWORD + "佐藤") -> Any:
    return client.post("/desk/sign-in", data={"name": name, "password": password})


def test_staff_sign_in_with_name_and_password_and_are_at_their_desk(tmp_path: Path) -> None:
    client = browser(open_desk(tmp_path))
    assert client.get("/desk/").headers["location"] == "/desk/sign-in"
    answer = sign_in(client)
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk/")
    page = client.get("/desk/")
    assert (page.status_code, "佐藤 さん" in page.text) == (200, True)


def test_the_cookie_is_for_the_desk_alone_and_no_script_reads_it(tmp_path: Path) -> None:
    cookie = sign_in(browser(open_desk(tmp_path))).headers["set-cookie"]
    assert {"Path=/desk", "HttpOnly", "SameSite=Strict", "Max-Age=36000"} <= set(cookie.split("; "))


def test_without_a_session_no_page_is_seen_and_no_form_is_taken(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    got = everywhere(office, browser(office))
    assert {a: s for a, s in got.items() if s not in (303, 403)} == {"GET /desk/sign-in": 200}
    assert "青空の会" not in browser(office).get("/desk/").text


def test_from_another_network_nothing_is_seen_even_with_a_session(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    client = signed_in(office, address=OUTSIDE)
    got = everywhere(office, client, csrf=token_in(signed_in(office).get("/desk/").text))
    assert {a for a, s in got.items() if s != 403} == {"GET /desk"}
    assert sign_in(browser(office, OUTSIDE)).status_code == 403


def test_a_network_that_is_none_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(InvalidNetwork):
        open_desk(tmp_path, networks=("192.168.0.0/99",))


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("佐藤", ""),
        ("佐藤", "けやき"),
        ("佐藤", PASSWORD + "田中"),
        ("鈴木", PASSWORD + "佐藤"),
        ("", ""),
        ("佐藤", "x" * 100_000),
    ],
)
def test_a_wrong_name_or_password_lets_nobody_in(tmp_path: Path, name: str, password: str) -> None:
    client = browser(open_desk(tmp_path))
    answer = sign_in(client, name, password)
    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)
    assert "名前かパスワードが違います。" in answer.text
    assert client.get("/desk/").status_code == 303


def test_who_guesses_has_to_wait_from_any_address(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    guesses = [sign_in(browser(office), password=f"まちがい{n}").status_code for n in range(6)]
    assert guesses == [403] * 5 + [429]
    assert sign_in(browser(office)).status_code == 429
    assert sign_in(browser(office, "192.168.0.7")).status_code == 429
    assert sign_in(browser(office, "192.168.0.7"), "田中", PASSWORD + "田中").status_code == 303
    clock_of(office).forward(minutes=5)
    assert sign_in(browser(office)).status_code == 303


def test_who_knows_the_password_never_has_to_wait(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    assert {sign_in(browser(office)).status_code for _ in range(12)} == {303}
    sign_in(browser(office), password="まちがい")
    assert sign_in(browser(office)).status_code == 303


def test_a_cookie_that_was_touched_is_no_session(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    right = session_cookie(office.secret, "佐藤", SATO.stamp, office.now())
    told = ["佐藤", SATO.stamp, "x", int(office.now().timestamp()) + 999]
    other_key = URLSafeSerializer("guess", salt="hiroba-session").dumps(told)
    other_use = URLSafeSerializer(office.secret, salt="hiroba-edit").dumps(told)
    touched = [
        right[:-1],
        right[1:],
        right + "A",
        right.swapcase(),
        other_key,
        other_use,
        "",
        ".",
        "a.b.c",
        "é",
        "x" * 9000,
    ]
    for cookie in touched:
        client = browser(office)
        client.cookies.set(COOKIE, cookie.encode("ascii", "ignore").decode())
        assert client.get("/desk/").status_code == 303


def test_a_session_ends_with_the_day(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    client = signed_in(office)
    clock_of(office).forward(hours=9.9)
    assert client.get("/desk/").status_code == 200
    clock_of(office).forward(hours=0.2)
    assert client.get("/desk/").status_code == 303


def test_a_session_ends_when_the_password_changes_or_somebody_leaves(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    sato, tanaka = signed_in(office), signed_in(office, "田中", TANAKA)
    write_staff(office.inbox, {"佐藤": member("あたらしい合言葉です")})
    assert [sato.get("/desk/").status_code, tanaka.get("/desk/").status_code] == [303, 303]


def test_signing_out_forgets_the_session(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    client = browser(office)
    sign_in(client)
    client.post("/desk/sign-out", data={"csrf": token_in(client.get("/desk/").text)})
    assert client.get("/desk/").status_code == 303


@pytest.mark.parametrize("token", ["", "wrong", "other"])
def test_a_form_without_the_token_of_the_session_does_nothing(tmp_path: Path, token: str) -> None:
    office = open_desk(tmp_path)
    if token == "other":
        token = token_in(signed_in(office, "田中", TANAKA).get("/desk/").text)
    client, name = signed_in(office), kept(office, NEW).name
    forms = {
        a: client.post(a, data={"csrf": token, "action": "accept"}).status_code for a in addresses(POST_ROUTES, name)
    }
    assert set(forms.values()) == {403}
    assert client.get("/desk/").status_code == 200
    post = find(office.inbox, name)
    assert post is not None
    assert (post.state, (office.inbox / "history.jsonl").exists()) == ("waiting", False)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_on_somebody_elses_page_does_nothing(tmp_path: Path, headers: dict[str, str]) -> None:
    office = open_desk(tmp_path)
    client = signed_in(office)
    token = token_in(client.get("/desk/").text)
    name = kept(office, NEW).name
    got = {client.post(a, data={"csrf": token}, headers=headers).status_code for a in addresses(POST_ROUTES, name)}
    assert got == {403}
    own = {"origin": "http://127.0.0.1:8100", "sec-fetch-site": "same-origin"}
    assert client.post("/desk/sign-out", data={"csrf": token}, headers=own).status_code == 303


def test_no_page_runs_a_script_or_is_kept_by_the_browser(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    client, name = signed_in(office), kept(office, NEW).name
    for address in addresses(GET_ROUTES, name):
        answer = client.get(address)
        if answer.status_code == 200:
            assert "default-src 'none'" in answer.headers["content-security-policy"]
            assert "script-src" not in answer.headers["content-security-policy"]
            assert answer.headers["cache-control"] == "no-store"
            assert not re.search(r"<script|<style|\son\w+=|style=|javascript:", answer.text)
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_passwords_are_not_in_the_file_and_the_secret_is_its_owners_alone(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    assert PASSWORD not in (office.inbox / "staff.json").read_text(encoding="utf-8")
    assert member("おなじ合言葉") != member("おなじ合言葉")
    assert open_desk(tmp_path).secret == office.secret
    if os.name == "posix":
        modes = {(office.inbox / name).stat().st_mode & 0o777 for name in ("staff.json", "secret")}
        assert modes == {0o600}


def test_names_and_passwords_are_the_same_in_every_width() -> None:
    assert authenticate({"サトウ A": member("ｋｅｙａｋｉ１２３４５")}, "ｻﾄｳ　Ａ", "keyaki12345") is not None
    assert normal_name("  佐藤　花子 ") == "佐藤 花子"


def test_a_page_that_is_not_there_says_so(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    answer = signed_in(office).get("/desk/post/2026-11-27T09-15-03_1127-K7QX_0123456789ab")
    assert (answer.status_code, "見つかりません" in answer.text) == (404, True)
    for name in (
        "..%2f..%2fstaff",
        "staff",
        "%00",
        "waiting",
        "CON",
        "2026-11-27T09-15-03_1127-K7QX_0123456789ab.json",
    ):
        assert signed_in(office).get(f"/desk/post/{name}").status_code == 404
    assert browser(office).get("/nowhere").status_code == 404
    assert browser(office).put("/submit").status_code == 405


def _run(folder: Path, *arguments: str, told: str = "") -> Any:
    return CliRunner().invoke(main, ["desk", "-f", str(folder / "mkdocs.yml"), *arguments], input=told)


def test_staff_are_added_with_a_password_typed_twice_and_removed(tmp_path: Path) -> None:
    project(tmp_path)
    result = _run(tmp_path, "add", "佐藤", told=f"{PASSWORD}さん\n{PASSWORD}さん\n")
    assert (result.exit_code, PASSWORD in result.output) == (0, False)
    assert authenticate(read_staff(tmp_path / "inbox"), "佐藤", PASSWORD + "さん")
    assert _run(tmp_path, "staff").output == "佐藤\n"
    assert _run(tmp_path, "remove", "佐藤").exit_code == 0
    assert _run(tmp_path, "remove", "佐藤").exit_code == 2
    assert _run(tmp_path, "staff").output == "まだ職員がいません。\n"


@pytest.mark.parametrize("told", ["short\nshort\n", f"{PASSWORD}さん\n{PASSWORD}さま\n"])
def test_a_short_password_or_two_different_ones_are_refused(tmp_path: Path, told: str) -> None:
    project(tmp_path)
    assert _run(tmp_path, "add", "佐藤", told=told).exit_code != 0
    assert read_staff(tmp_path / "inbox") == {}


@pytest.mark.parametrize(
    ("arguments", "settings", "words"),
    [
        (["-a", "nowhere"], "", "127.0.0.1:8100 のように"),
        (["-a", "127.0.0.1:99999"], "", "127.0.0.1:8100 のように"),
        (["--inbox", "content/inbox"], "", "公開するフォルダの外に"),
        (["--inbox", "site"], "", "公開するフォルダの外に"),
        ([], "      desk: {networks: [office]}\n", "「office」は、ネットワークではありません"),
        ([], "      desk: {largest: 3}\n", "「desk.largest_mb」のことでしょうか"),
    ],
)
def test_wrong_settings_of_the_desk_are_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], settings: str, words: str
) -> None:
    project(tmp_path, settings=settings)
    monkeypatch.chdir(tmp_path)
    result = _run(tmp_path, *arguments)
    assert (result.exit_code, words in result.output) == (2, True)


def test_without_its_libraries_the_desk_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The module, not the command of the same name.
    monkeypatch.setattr(sys.modules["generator.cli.desk"], "find_spec", lambda name: None)
    project(tmp_path)
    for arguments in ([], ["add", "佐藤"], ["staff"], ["remove", "佐藤"]):
        result = _run(tmp_path, *arguments)
        assert (result.exit_code, "-m pip install starlette uvicorn" in result.output) == (2, True)


def test_other_commands_do_without_the_libraries_of_the_desk() -> None:
    code = "import sys, json, generator.cli; print(json.dumps(sorted(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert not {"starlette", "uvicorn", "itsdangerous", "python_multipart"} & set(json.loads(run.stdout))
