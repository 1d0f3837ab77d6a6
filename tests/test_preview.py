"""`hiroba serve`: what is saved is seen at once, and whatever is wrong, the last good pages stay and say so."""

import gzip
import re
import socket
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner

from generator import plugin
from generator.cli import main
from generator.plugin import Options, Stopped
from generator.preview import ROOM, Preview, Server
from generator.problems import Problem
from scripts.browser import serving
from tests.folders import GROUP, OTHER_GROUP, project, put
from tests.poured import said

pytestmark = pytest.mark.site
BROKEN = {"groups/hana.yaml": OTHER_GROUP.replace("volunteer", "謎の会")}
ADDRESS = "127.0.0.1:8000"
HOME = "groups/kawa-akari/index.html"


def started(config: Path, folder: Path, day: date = date(2026, 11, 23)) -> Preview:
    folder.mkdir()
    told: list[tuple[Problem, ...]] = []
    preview = Preview(config, ADDRESS, Options(day, report=told.append), folder)
    preview.start()
    return preview


def words(preview: Preview) -> str:
    return re.sub(r"<br>|<[^>]+>", " ", preview.banner())


def page(preview: Preview, name: str) -> str:
    return (preview.root / name).read_text(encoding="utf-8")


@pytest.fixture
def mkdocs(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What MkDocs has been asked to render."""
    asked: list[str] = []
    real: Callable[..., None] = plugin.mkdocs_build

    def build(config: object, **wishes: object) -> None:
        asked.append("all")
        real(config, **wishes)

    monkeypatch.setattr(plugin, "mkdocs_build", build)
    return asked


@pytest.mark.parametrize(("day", "coming"), [(date(2026, 12, 5), True), (date(2026, 12, 6), False)])
def test_serve_previews_the_day_that_was_asked_for(tmp_path: Path, day: date, coming: bool) -> None:
    preview = started(project(tmp_path), tmp_path / "shown", day)
    assert ("花の種まき" in said(page(preview, "events/index.html"))) == coming
    assert not (tmp_path / "site").exists()


def test_an_edit_of_a_profile_is_poured_without_mkdocs_and_found_afterwards(tmp_path: Path, mkdocs: list[str]) -> None:
    config = project(tmp_path)
    preview = started(config, tmp_path / "shown")
    put(tmp_path, {"content/groups/kawa-akari.yaml": GROUP.replace("川辺の花", "岸辺の草")})
    preview.rebuild()
    assert "岸辺の草" in page(preview, HOME)
    preview.index()
    assert any("岸辺の草" in card.read_text("utf-8") for card in preview.root.glob("search-index/*/cards/*.json"))
    assert mkdocs == ["all"]


def test_a_written_page_or_a_setting_is_rendered_anew(tmp_path: Path, mkdocs: list[str]) -> None:
    config = project(tmp_path)
    preview = started(config, tmp_path / "shown")
    config.write_text(config.read_text(encoding="utf-8").replace("site_name: ", "site_name: 新しい"), encoding="utf-8")
    preview.rebuild()
    assert "新しい" in page(preview, HOME)
    assert (preview.root / "search-index" / "start.json").is_file()
    assert mkdocs == ["all", "all"]


def test_a_deleted_profile_has_no_page_any_more(tmp_path: Path) -> None:
    preview = started(project(tmp_path, {"groups/hana.yaml": OTHER_GROUP}), tmp_path / "shown")
    assert (preview.root / "groups/hana/index.html").is_file()
    (tmp_path / "content" / "groups" / "hana.yaml").unlink()
    preview.rebuild()
    assert not (preview.root / "groups/hana/index.html").exists()


def test_in_the_place_of_a_broken_profile_stand_its_problems_errors_first(tmp_path: Path) -> None:
    files = {"groups/hana.yaml": BROKEN["groups/hana.yaml"] + "confirmed: 2020-01-01\n", "groups/old.yaml": OTHER_GROUP}
    files["groups/old.yaml"] = files["groups/old.yaml"].replace("花あかり", "古あかり") + "confirmed: 2020-01-01\n"
    preview = started(project(tmp_path, files), tmp_path / "shown")
    own = said(page(preview, "groups/hana/index.html"))
    assert "「謎の会」という団体の種類はありません。" in own
    assert own.index("謎の会") < own.index("1年以上たっています")
    whole = page(preview, "problems/index.html")
    assert re.findall(r"problem--(\w+)", whole)[0] == "error"
    assert "groups/kawa-akari" in page(preview, "groups/index.html")
    assert "hana" not in page(preview, "sitemap.xml")


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({}, "公開できます。直すところはありません。"),
        (BROKEN, "公開できません：エラー1件"),
        ({"groups/hana.yaml": OTHER_GROUP + "confirmed: 2020-01-01\n"}, "注意1件（公開できます）"),
    ],
)
def test_the_banner_says_whether_this_could_be_published(tmp_path: Path, more: dict[str, str], line: str) -> None:
    assert line in words(started(project(tmp_path, more), tmp_path / "shown"))


@pytest.mark.parametrize(
    ("add", "named"),
    [
        ("      citty: 清瀬市\n", "「citty」という項目はありません。「city」のことでしょうか。"),
        ("a: [\n", "書き方の決まりに合わないところがあります。"),
        ("  - nonsense\n", "nonsense"),
    ],
)
def test_a_wrong_setting_is_one_sentence_and_the_last_good_site_stays(tmp_path: Path, add: str, named: str) -> None:
    config = project(tmp_path)
    preview = started(config, tmp_path / "shown")
    right = config.read_text(encoding="utf-8")
    config.write_text(right + add, encoding="utf-8")
    preview.rebuild()
    assert named in words(preview)
    assert "直す前のサイトを見せています。" in words(preview)
    assert "川あかりの会" in page(preview, HOME)
    # Mending a profile meanwhile shows, and the settings are still said to be wrong.
    put(tmp_path, {"content/groups/kawa-akari.yaml": GROUP.replace("川辺の花", "岸辺の草")})
    preview.rebuild()
    assert named in words(preview)
    assert "岸辺の草" in page(preview, HOME)
    config.write_text(right, encoding="utf-8")
    preview.rebuild()
    assert named not in words(preview)


def test_a_theme_that_cannot_be_rendered_leaves_the_last_good_site(tmp_path: Path) -> None:
    preview = started(project(tmp_path, own_theme=True), tmp_path / "shown")
    put(tmp_path, {"theme/pages/wanted.html": "{% if %}"})
    preview.rebuild()
    assert "テーマの wanted.html の1行目を使えません" in words(preview)
    assert "川あかりの会" in page(preview, HOME)


def test_a_preview_that_cannot_begin_says_why(tmp_path: Path) -> None:
    config = project(tmp_path, settings="      citty: 清瀬市\n")
    with pytest.raises(Stopped, match="citty"):
        started(config, tmp_path / "shown")


def test_a_port_that_is_taken_is_one_sentence_with_the_way_out(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", "-f", str(project(tmp_path)), "-a", f"127.0.0.1:{port}"])
    assert result.exit_code == 2
    assert f"127.0.0.1:{port} を使えません" in result.output
    assert f"hiroba serve --address 127.0.0.1:{port + 1}" in result.output
    assert "を開いてください" not in result.output


def test_a_site_that_was_built_is_shown_as_it_is_with_types_that_no_registry_changes(tmp_path: Path) -> None:
    put(
        tmp_path,
        {"index.html": "<p>川の会", "a.js": "1", "a.wasm": b"\0asm", "a.json": "{}", "a.css": "a{}", "a.svg": "<svg/>"},
    )
    with serving(tmp_path) as address:
        types = {}
        for name in ("", "a.js", "a.wasm", "a.json", "a.css", "a.svg"):
            with urlopen(f"{address}{name}") as answer:
                types[name] = answer.headers.get_content_type()
    assert types == {
        "": "text/html",
        "a.js": "text/javascript",
        "a.wasm": "application/wasm",
        "a.json": "application/json",
        "a.css": "text/css",
        "a.svg": "image/svg+xml",
    }


def asked(address: str, accepted: str, method: str = "GET") -> tuple[dict[str, str | None], bytes]:
    """What is said of an answer's body, and the body as it came."""
    with urlopen(Request(address, headers={"Accept-Encoding": accepted}, method=method)) as answer:
        body = answer.read()
        names = ("Content-Encoding", "Vary", "Content-Length")
        return {name: answer.headers[name] for name in names}, body


WORDS = "<p>川の会は、毎月第二土曜に集まります。" * 100


@pytest.mark.parametrize("accepted", ["gzip", "br, GZIP;q=0.5", "*", "deflate, *;q=0.1"])
def test_text_goes_out_with_gzip_to_a_browser_that_takes_it(tmp_path: Path, accepted: str) -> None:
    names = ("index.html", "groups/index.html", "a.js", "a.css", "a.json", "a.svg", "a.xml", "a.ics")
    put(tmp_path, dict.fromkeys(names, WORDS))
    with serving(tmp_path) as address:
        for name in ("", "groups/", "?q=a", *names):
            head, body = asked(address + name, accepted)
            assert gzip.decompress(body).decode() == WORDS, name
            assert head == {"Content-Encoding": "gzip", "Vary": "Accept-Encoding", "Content-Length": str(len(body))}
            assert len(body) < len(WORDS.encode()) / 5
            assert asked(address + name, accepted, "HEAD") == (head, b"")


@pytest.mark.parametrize(
    "accepted", ["", "identity", "br, deflate", "gzip;q=0", "gzip; q=0.000, *", "*;q=0", "notgzip"]
)
def test_text_goes_out_as_it_is_to_a_browser_that_takes_no_gzip(tmp_path: Path, accepted: str) -> None:
    put(tmp_path, {"index.html": WORDS})
    with serving(tmp_path) as address:
        head, body = asked(address, accepted)
    assert body.decode() == WORDS
    assert head == {"Content-Encoding": None, "Vary": "Accept-Encoding", "Content-Length": str(len(body))}


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp", "a.woff2", "a.zip"])
def test_what_is_packed_already_is_not_packed_again(tmp_path: Path, name: str) -> None:
    put(tmp_path, {name: b"0" * 5000})
    with serving(tmp_path) as address:
        head, body = asked(address + name, "gzip")
    assert (head, body) == ({"Content-Encoding": None, "Vary": None, "Content-Length": "5000"}, b"0" * 5000)


def test_a_text_that_gzip_would_make_longer_and_an_empty_one_go_out_as_they_are(tmp_path: Path) -> None:
    put(tmp_path, {"a.json": "{}", "b.json": ""})
    with serving(tmp_path) as address:
        assert [asked(address + name, "gzip")[1] for name in ("a.json", "b.json")] == [b"{}", b""]


def test_what_is_not_there_and_what_is_elsewhere_are_said_as_they_are(tmp_path: Path) -> None:
    put(tmp_path, {"groups/index.html": WORDS})
    with serving(tmp_path) as address:
        with pytest.raises(HTTPError) as refused:
            urlopen(Request(f"{address}none.html", headers={"Accept-Encoding": "gzip"}))
        assert (refused.value.code, refused.value.headers["Content-Encoding"]) == (404, None)
        assert int(refused.value.headers["Content-Length"]) == len(refused.value.read())
        # A folder without its slash leads to the one with it.
        assert gzip.decompress(asked(f"{address}groups", "gzip")[1]).decode() == WORDS


def test_a_text_that_has_not_changed_is_not_sent_again(tmp_path: Path) -> None:
    put(tmp_path, {"index.html": WORDS})
    with serving(tmp_path) as address:
        with urlopen(address) as first:
            seen = first.headers["Last-Modified"]
        with pytest.raises(HTTPError) as unchanged:
            urlopen(Request(address, headers={"Accept-Encoding": "gzip", "If-Modified-Since": seen}))
        assert (unchanged.value.code, unchanged.value.read()) == (304, b"")


def test_an_address_that_no_file_can_have_is_not_found(tmp_path: Path) -> None:
    put(tmp_path, {"index.html": "<p>川の会"})
    with serving(tmp_path) as address:
        with pytest.raises(HTTPError) as refused:
            urlopen(f"{address}%00")
        refused.value.close()
    assert refused.value.code == 404


def test_showing_a_site_that_was_not_built_says_what_to_do(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["serve", "-f", str(project(tmp_path)), "--built"])
    assert result.exit_code == 2
    assert "先に hiroba build をしてください" in result.output


def test_a_built_site_at_a_port_that_is_taken_is_one_sentence_too(tmp_path: Path) -> None:
    put(tmp_path, {"made/index.html": "<p>川の会"})
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        arguments = ["serve", "-f", str(project(tmp_path)), "--built", "--site", str(tmp_path / "made")]
        result = CliRunner().invoke(main, [*arguments, "-a", f"127.0.0.1:{port}"])
    assert (result.exit_code, f"127.0.0.1:{port} を使えません" in result.output) == (2, True)


@pytest.mark.parametrize("address", ["8000", "here:there", "127.0.0.1:99999"])
def test_an_address_that_is_none_is_said(tmp_path: Path, address: str) -> None:
    result = CliRunner().invoke(main, ["serve", "-f", str(project(tmp_path)), "-a", address])
    assert (result.exit_code, f"「{address}」は番地として読めません。" in result.output) == (2, True)


def test_every_page_goes_out_with_the_banner_of_this_moment(tmp_path: Path) -> None:
    preview = started(project(tmp_path, BROKEN), tmp_path / "shown")
    server = Server(preview, "127.0.0.1", 0)
    server.watch(str(tmp_path / "content"))
    sent: list[str] = []
    for path in ("/", "/groups/kawa-akari/", "/about/", "/nothing/"):
        body = b"".join(server.serve_request({"PATH_INFO": path}, lambda status, _: sent.append(status)))
        assert "公開できません：エラー1件".encode() in body, path
        assert ROOM not in body
    assert [status[:3] for status in sent] == ["200", "200", "200", "404"]
    server.server_close()


def test_a_build_after_a_preview_in_one_process_is_staged_like_any_other(tmp_path: Path) -> None:
    config = project(tmp_path / "project")
    started(config, tmp_path / "shown")
    site = put(tmp_path / "site", {"thesis.txt": "たいせつ"})
    assert CliRunner().invoke(main, ["build", "-f", str(config), "--site", str(site)]).exit_code == 2
    assert [p.name for p in site.iterdir()] == ["thesis.txt"]
