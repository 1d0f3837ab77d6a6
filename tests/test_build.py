"""Whole sites: the same from the same content, complete, with every link leading somewhere."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from generator import plugin
from generator.build import load
from generator.clock import today_here
from generator.pages.frame import PARTS, Frame, frame, mark
from generator.pages.site import FRAMES
from tests.conftest import Built
from tests.folders import EVENT, GROUP, OTHER_GROUP, PLACE, project
from tests.poured import FRAME, Elements, addresses, dead_links, linked_data
from tests.profiles import FULL_EVENT, FULL_GROUP, FULL_PLACE, yaml_text
from tests.towns import CONTENT, CONTENTS

pytestmark = pytest.mark.site

FILES: dict[str, str | bytes] = {
    "groups/kawa-akari.yaml": yaml_text(FULL_GROUP | {"photos": [], "documents": []}),
    "groups/hana.yaml": OTHER_GROUP,
    "events/tanemaki.yaml": yaml_text(FULL_EVENT | {"photos": []}),
    "places/kawabe.yaml": yaml_text(FULL_PLACE),
    "vocabulary/synonyms.yaml": "spellings:\n  - [子ども, 子供]\nsynonyms: []\n",
}
BROKEN: dict[str, str | bytes] = {
    "groups/a.yaml": GROUP.replace("volunteer", "謎の会"),
    "events/b.yaml": EVENT.replace("2026-12-05", "2026-02-30"),
    "places/c.yaml": PLACE + "rooms: 広い\n",
}
OWN = "https://hiroba.example.org/"


def _tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def _build(config: Path, site: Path, today: date = date(2026, 11, 23), searchable: bool = True) -> dict[str, bytes]:
    plugin.build(str(config), str(site), plugin.Options(today, searchable, report=lambda problems: None))
    return _tree(site)


def _pages(site: Path) -> dict[str, str]:
    return {p.relative_to(site).as_posix(): p.read_text(encoding="utf-8") for p in sorted(site.rglob("*.html"))}


def _differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project's mkdocs.yml."""
    return project(tmp_path_factory.mktemp("small"), FILES)


@pytest.fixture(scope="module")
def built(small: Path) -> Path:
    """The small project built, with its search index."""
    _build(small, small.parent / "built")
    return small.parent / "built"


def test_the_same_content_on_the_same_day_gives_the_same_bytes(small: Path, built: Path, tmp_path: Path) -> None:
    assert _differences(_tree(built), _build(small, tmp_path / "again")) == []
    assert [name for name in _tree(built) if name.startswith("search-index/")]


def test_another_day_gives_other_pages(small: Path, built: Path, tmp_path: Path) -> None:
    later = _build(small, tmp_path / "later", date(2027, 12, 24), searchable=False)
    assert later["events/index.html"] != _tree(built)["events/index.html"]


def test_nothing_of_the_site_depends_on_where_it_was_built(built: Path, tmp_path: Path) -> None:
    moved = _build(project(tmp_path / "elsewhere/deep", FILES), tmp_path / "other")
    assert _differences(_tree(built), moved) == []
    assert not [name for name, data in moved.items() if str(tmp_path).encode() in data]


def _mkdocs(config: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "-f", str(config), *arguments]
    environment = os.environ | {"PYTHONIOENCODING": "utf-8", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=environment)


def test_plain_mkdocs_builds_the_same_files(small: Path, tmp_path: Path) -> None:
    before = today_here()
    done = _mkdocs(small, "-d", str(tmp_path / "plain"))
    assert done.returncode == 0, done.stderr
    ours = _build(small, tmp_path / "ours", before)
    # Around midnight the two builds may be of two days; then the second day is compared.
    again = _build(small, tmp_path / "again", today_here())
    plain = _tree(tmp_path / "plain")
    assert _differences(ours, plain) == [] or _differences(again, plain) == []


def test_a_broken_profile_stops_plain_mkdocs_too_and_every_problem_is_shown(tmp_path: Path) -> None:
    done = _mkdocs(project(tmp_path, BROKEN))
    assert done.returncode == 1
    for place in (
        "content/events/b.yaml:4:8  エラー  impossible-date",
        "content/groups/a.yaml:3:7  エラー  unknown-term",
        "content/places/c.yaml:4:8  エラー  wrong-shape",
    ):
        assert place in done.stderr
    assert "前のサイトはそのままです" in done.stdout
    assert not (tmp_path / "site").exists()
    assert not list(tmp_path.glob(".site.stage*"))


def test_plain_mkdocs_leaves_a_folder_of_somebody_else_alone(tmp_path: Path) -> None:
    config = project(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/thesis.txt").write_text("たいせつ", encoding="utf-8", newline="\n")
    done = _mkdocs(config)
    assert done.returncode != 0
    assert ".hiroba" in done.stdout
    assert [p.name for p in (tmp_path / "site").iterdir()] == ["thesis.txt"]


def test_marks_never_reach_a_published_page(built: Path) -> None:
    assert not [name for name, html in _pages(built).items() if "[[hiroba:" in html]


def test_frames_are_not_published_as_pages(built: Path) -> None:
    assert not [name for name in _tree(built) if "frame" in name]


# --- The short way and the long way ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["groups/kawa-akari", "events/tanemaki", "places/kawabe"])
def test_a_poured_page_is_the_page_that_the_theme_itself_renders_with_the_parts_in_it(
    small: Path, built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    """The long way: the theme's templates hold the parts in the place of the marks, and MkDocs renders them."""
    parts = _parts(small, monkeypatch, f"https://hiroba.example.org/{name}/")
    long_way = project(tmp_path, FILES, own_theme=True)
    for template in (tmp_path / "theme").rglob("*.html"):
        _fill(template, parts)
    rendered = _rendered(long_way, monkeypatch)
    poured = (built / name / "index.html").read_text(encoding="utf-8")
    assert len(rendered) == len(FRAMES)
    assert [html == poured for html in rendered].count(True) == 1


def _parts(config: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> dict[str, str]:
    """The parts of the page at an address, noted on their way into its frame."""
    seen: list[dict[str, str]] = []
    pour = Frame.pour

    def noted(self: Frame, parts: Mapping[str, str]) -> str:
        seen.append(dict(parts))
        return pour(self, parts)

    with monkeypatch.context() as patch:
        patch.setattr(Frame, "pour", noted)
        _build(config, config.parent / "noted", searchable=False)
    return next(parts for parts in seen if f'rel="canonical" href="{address}"' in parts["head"])


def _fill(template: Path, parts: Mapping[str, str]) -> None:
    text = template.read_text(encoding="utf-8")
    for name in PARTS:
        text = text.replace(mark(name), f"{{% raw %}}{parts[name]}{{% endraw %}}")
    template.write_text(text, encoding="utf-8", newline="\n")


def _rendered(config: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the theme gives where it is asked for a frame."""
    seen: list[str] = []

    def kept(html: str) -> Frame:
        seen.append(html)
        return frame(FRAME)

    with monkeypatch.context() as patch:
        patch.setattr(plugin, "frame", kept)
        _build(config, config.parent / "site", searchable=False)
    return seen


# --- The sample site -------------------------------------------------------------------------------------------

Site = dict[str, Elements]


@pytest.fixture(scope="module")
def sample(each_site: Built) -> Site:
    """Every page of a whole site."""
    return {name: Elements(html) for name, html in _pages(each_site.site).items()}


def test_every_internal_link_anchor_and_asset_of_the_sample_site_resolves(sample: Site, each_site: Built) -> None:
    assert len(sample) > len(each_site.slugs("groups")) + 30
    assert dead_links(sample, each_site.site) == []


def test_every_address_in_a_stylesheet_resolves(sample_site: Path) -> None:
    styles = list(sample_site.rglob("*.css"))
    assert styles
    for style in styles:
        for address in re.findall(r"url\([\"']?([^)\"']+)", style.read_text(encoding="utf-8")):
            assert address.startswith("data:") or (style.parent / address).is_file()


def test_a_site_below_a_path_of_its_host_resolves_too(tmp_path: Path) -> None:
    config = project(tmp_path, FILES | _footer_pages())
    base = "https://city.example.org/katsudo/hiroba/"
    config.write_text(_with_address(config, base), encoding="utf-8", newline="\n")
    _build(config, tmp_path / "site")
    pages = {name: Elements(html) for name, html in _pages(tmp_path / "site").items()}
    assert any(e.attributes.get("href") == "/katsudo/hiroba/groups/" for e in pages["404.html"].all)
    assert dead_links(pages, tmp_path / "site", base) == []


def _footer_pages() -> dict[str, str | bytes]:
    """The pages that the footer names, in a few words each."""
    names = [path.stem for path in (CONTENT / "pages").glob("*.md")]
    return {f"pages/{name}.md": f"# {name}\n\n案内です。\n" for name in names}


def _with_address(config: Path, base: str) -> str:
    return re.sub(r"(?m)^site_url: .*$", f"site_url: {base}", config.read_text(encoding="utf-8"))


def test_no_page_asks_a_foreign_host_for_anything(sample: Site) -> None:
    loading = {"script", "img", "iframe", "source", "video", "audio", "embed", "object", "input", "form"}
    for name, page in sample.items():
        for element, address in addresses(page):
            host = urlsplit(urljoin(f"{OWN}{name}", address)).netloc
            loaded = element.tag in loading or (element.tag == "link" and element.attributes.get("rel") != "canonical")
            assert not loaded or host == urlsplit(OWN).netloc, f"{name}: {address}"


def test_no_style_asks_a_foreign_host_for_anything(sample_site: Path) -> None:
    for style in sample_site.rglob("*.css"):
        assert not re.search(r"@import|url\([\"']?(?:https?:)?//", style.read_text(encoding="utf-8"))


# Pages that search engines need not know.
GRANTS = "grants/index.html"
HIDDEN = {"404.html", "shortlist/index.html", "styleguide/index.html", "edit/grant/index.html"}


def _hidden(sample: Site) -> set[str]:
    """The pages that no search engine is led to: closed openings, and the list of grants as long as there are none."""
    closed = {name for name, page in sample.items() if name.startswith("wanted/") and _is_closed(page)}
    grants = any(name.startswith("grants/") for name in sample if name != GRANTS)
    return HIDDEN | closed | (set() if grants else {GRANTS})


def _is_closed(page: Elements) -> bool:
    """Whether the page of an opening is kept for those who had its address, and is no opening any more."""
    return any(e.attributes.get("name") == "robots" for e in page.all) and not any(
        "slip" in e.attributes.get("class", "") for e in page.all
    )


def test_the_sitemap_lists_every_page_of_the_site_and_nothing_else(sample: Site, each_site: Built) -> None:
    tree = ElementTree.fromstring((each_site.site / "sitemap.xml").read_text(encoding="utf-8"))
    found = [(e.text or "").removeprefix(OWN) for e in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(set(found)) == len(found)
    assert set(found) == {name.removesuffix("index.html") for name in sample if name not in _hidden(sample)}


def test_every_page_knows_its_own_address(sample: Site) -> None:
    for name, page in sample.items():
        canonical = [e.attributes["href"] for e in page.all if e.attributes.get("rel") == "canonical"]
        assert canonical == ([] if name in _hidden(sample) else [OWN + name.removesuffix("index.html")])


def test_every_page_has_one_heading_a_title_a_description_and_its_language(sample: Site) -> None:
    for name, page in sample.items():
        assert [e.tag for e in page.all].count("h1") == 1, name
        assert [e.text for e in page.all if e.tag == "title"] != [""], name
        assert [e.attributes["lang"] for e in page.all if e.tag == "html"] == ["ja"], name
        assert [e for e in page.all if e.attributes.get("name") == "description" and e.attributes.get("content")], name


def test_names_inside_a_page_are_unique_and_every_reference_to_one_is_kept(sample: Site) -> None:
    for name, page in sample.items():
        ids = [e.attributes["id"] for e in page.all if "id" in e.attributes]
        assert sorted(set(ids)) == sorted(ids), name
        named = [e.attributes.get(a, "") for e in page.all for a in ("aria-labelledby", "aria-describedby", "for")]
        assert {reference for names in named for reference in names.split()} <= set(ids), name


def test_every_picture_is_described_and_has_its_size(sample: Site, each_site: Built) -> None:
    pictures = [e for page in sample.values() for e in page.all if e.tag == "img"]
    assert pictures or each_site.content != CONTENT
    assert not [p for p in pictures if not {"alt", "width", "height"} <= p.attributes.keys()]


def test_every_linked_data_of_the_sample_is_sound(each_site: Built) -> None:
    found = [data for html in _pages(each_site.site).values() for data in linked_data(html)]
    assert {d["@context"] for d in found} == {"https://schema.org"}
    assert not [d for d in found if d["@type"].endswith("Event") and not {"name", "startDate", "location"} <= d.keys()]
    assert len({d["url"] for d in found}) == len(found)


def test_every_group_of_the_sample_has_a_page_and_stands_in_the_list(sample: Site, each_site: Built) -> None:
    for folder, listed in (("groups", "groups/index.html"), ("places", "places/index.html")):
        names = set(each_site.slugs(folder))
        linked = {e.attributes.get("href", "").strip("/").split("/")[-1] for e in sample[listed].all if e.tag == "a"}
        assert names <= linked
        assert {f"{folder}/{name}/index.html" for name in names} <= sample.keys()


@pytest.mark.parametrize("content", CONTENTS, ids=("town", "samples")[: len(CONTENTS)])
def test_the_sample_has_no_error_and_only_calm_warnings(content: Path) -> None:
    found = load(content, "content", date(2026, 11, 23))
    assert not found.failed
    assert {p.rule for p in found.problems} <= {"not-confirmed", "criteria-missing", "opening-vague", "until-past"}
