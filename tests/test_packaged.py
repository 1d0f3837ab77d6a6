"""The program brings its theme along, and a project replaces single files of it."""

from datetime import date
from pathlib import Path

import pytest

from generator import plugin
from generator.desk.office import Paths, open_office
from generator.packaged import packaged
from generator.pages.render import environment, first_of, templates
from generator.settings import Settings
from tests.desks import Clock, browser
from tests.folders import project, put

OWN: dict[str, str | bytes] = {
    "theme/hiroba/footer.html": "<footer>川辺町の足もと {% if frame %}[[hiroba:source]]{% endif %}</footer>",
    "theme/pages/place.html": "<h1>川辺町の施設 {{ view.name }}</h1>",
    "theme/assets/favicon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "theme/assets/desk.css": "main { color: teal; }",
    "theme/desk/sign-in.html": "<h1>川辺町の机</h1>",
}


def _build(config: Path) -> Path:
    site = config.parent / "site"
    plugin.build(str(config), str(site), plugin.Options(date(2026, 11, 23), report=lambda problems: None))
    return site


def _with_own_files(folder: Path) -> Path:
    """A project that has a few files of the theme, and leaves the rest to the program."""
    config = project(folder)
    put(folder, OWN)
    text = config.read_text(encoding="utf-8").replace("  name: material\n", "  name: material\n  custom_dir: theme\n")
    config.write_text(text, encoding="utf-8", newline="\n")
    return config


def test_what_is_packaged_is_where_the_program_is() -> None:
    assert (packaged("theme") / "main.html").is_file()


@pytest.mark.site
def test_a_project_without_a_theme_of_its_own_gets_the_program_s(tmp_path: Path) -> None:
    config = project(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["content", "mkdocs.yml"]
    site = _build(config)
    assert "川あかりの会" in (site / "groups/kawa-akari/index.html").read_text(encoding="utf-8")
    assert 'class="site-footer"' in (site / "about/index.html").read_text(encoding="utf-8")
    (style,) = (site / "assets").glob("hiroba-*.css")
    assert ".site-footer" in style.read_text(encoding="utf-8")
    assert not (site / "assets/stylesheets").exists(), "Material's styles are not ours"


@pytest.mark.site
def test_a_project_replaces_single_files_of_the_theme_and_keeps_the_rest(tmp_path: Path) -> None:
    site = _build(_with_own_files(tmp_path))
    place = (site / "places/kawabe/index.html").read_text(encoding="utf-8")
    assert "<h1>川辺町の施設 川辺の家</h1>" in place
    assert "<footer>川辺町の足もと" in place
    assert 'class="site-header' in place
    assert "川あかりの会" in (site / "groups/kawa-akari/index.html").read_text(encoding="utf-8")
    assert (site / "assets/favicon.svg").read_text(encoding="utf-8") == OWN["theme/assets/favicon.svg"]
    assert len(list((site / "assets").glob("hiroba-*.css"))) == 1


def test_the_desk_takes_single_files_from_the_project_too(tmp_path: Path) -> None:
    config = _with_own_files(tmp_path)
    told = plugin.look(str(config))
    assert told.themes == (tmp_path / "theme", packaged("theme"))
    paths = Paths(config, "content", told.themes, told.icons, tmp_path / "inbox", tmp_path / "site")
    client = browser(open_office(Settings(), paths, Clock()))
    assert client.get("/desk/sign-in").text == "<h1>川辺町の机</h1>"
    style = client.get("/submit/style.css").text
    assert "main { color: teal; }" in style
    assert first_of((packaged("theme"),), "assets/tokens.css").read_text(encoding="utf-8") in style


def test_letters_too(tmp_path: Path) -> None:
    put(tmp_path, {"theme/pages/letters.html": "川辺町のお便り"})
    told = plugin.look(str(_with_own_files(tmp_path)))
    env = environment(templates(told.themes), told.icons)
    assert env.get_template("letters.html").render() == "川辺町のお便り"
    assert "掲載内容のご確認" in env.loader.get_source(env, "letter.html")[0] if env.loader else False
