"""Another city takes the program as it is: a village's site, papers and forms have nothing of the first city."""

import re
from pathlib import Path
from shutil import copyfile, copytree

import pytest
from click.testing import CliRunner

from generator.build import inspect
from generator.cli import main
from generator.settings import Settings
from tests.conftest import build_site
from tests.folders import ROOT, TODAY
from tests.poured import linked_data, poured
from tests.towns import CONTENT

MIDORI = ROOT / "tests/sites/midori"
# Terms by the law or by a standard, which every city has.
NATIONAL = "accessibility audiences event-kinds exchanges fields kinds languages place-kinds roles things"
# The first city in its spellings, its places, schools, stations and neighbours, and the beginnings of its numbers.
WORDS = (
    *("清瀬", "淸瀨", "きよせ", "キヨセ", "kiyose", "柳瀬", "やなせ", "yanase", "空堀川", "からぼり", "karabori"),
    *("金山", "かなやま", "kanayama", "中里", "なかざと", "nakazato", "竹丘", "たけおか", "takeoka", "野塩", "のしお"),
    *("noshio", "下宿", "したじゅく", "shitajuku", "清戸", "きよと", "kiyoto", "元町", "旭が丘", "松山", "matsuyama"),
    *(
        "梅園",
        "けやきホール",
        "keyaki",
        "アミュー",
        "amyu",
        "台田",
        "芝山",
        "秋津",
        "西武",
        "東久留米",
        "042-49",
        "04249",
    ),
    *("〒204", "204-0", "132217", "13221"),
)
_FOUND = re.compile("|".join(map(re.escape, WORDS)), re.IGNORECASE)
# What may name any city: the table of all municipalities, and how it is read.
LISTS = re.compile(r"projects/municipalities\.|words/dictionary\.tsv|__pycache__")


def found_in(folder: Path) -> list[tuple[str, list[str]]]:
    """The files below a folder, of any kind, in whose bytes or name something of the first city stands."""
    files = (
        (path, path.read_bytes().decode("utf-8", "ignore")) for path in sorted(folder.rglob("*")) if path.is_file()
    )
    named = ((path.relative_to(folder).as_posix(), text) for path, text in files)
    return [(name, words) for name, text in named if (words := sorted(set(_FOUND.findall(f"{name}\n{text}"))))]


@pytest.fixture(scope="module")
def midori(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of a mountain village: words of its own beside those that every city has."""
    folder = tmp_path_factory.mktemp("midori") / "project"
    copytree(MIDORI, folder)
    for name in NATIONAL.split():
        copyfile(CONTENT / f"vocabulary/{name}.yaml", folder / f"content/vocabulary/{name}.yaml")
    return folder


@pytest.fixture(scope="module")
def village(midori: Path) -> Path:
    """The village's built site."""
    build_site(midori / "mkdocs.yml", midori.parent / "site")
    return midori.parent / "site"


def test_the_village_has_no_problem(midori: Path) -> None:
    assert inspect(midori / "content", "content", TODAY)[1] == ()


@pytest.mark.site
def test_no_file_of_the_villages_site_has_anything_of_the_first_city(village: Path) -> None:
    assert len(list(village.rglob("*.html"))) > 30
    assert found_in(village) == []


@pytest.mark.site
def test_the_villages_pages_name_the_village(village: Path) -> None:
    home = (village / "index.html").read_text(encoding="utf-8")
    assert "みどり村の市民活動" in home
    assert "みどり村で活動する2の団体を、さがす・知る・手伝う" in re.sub("<wbr>|\u200b", "", home)
    (group,) = linked_data((village / "groups/tofu/index.html").read_text(encoding="utf-8"))
    assert group["areaServed"] == {"@type": "AdministrativeArea", "name": "長野県みどり村"}
    (place,) = linked_data((village / "places/yakuba/index.html").read_text(encoding="utf-8"))
    assert (place["address"]["addressRegion"], place["address"]["addressLocality"]) == ("長野県", "みどり村")


@pytest.mark.site
def test_the_footer_offers_the_pages_that_the_village_has_written_and_no_others(village: Path) -> None:
    for name in ("index.html", "groups/tofu/index.html", "404.html"):
        footer = (village / name).read_text(encoding="utf-8").split("site-footer__links")[1].split("</ul>")[0]
        assert re.findall(r">([^<>\s]+)</a>", footer) == [
            "このサイトについて",
            "団体ののせかた",
            # No page of the village: every site has it.
            "団体どうしの助け合い",
            "センターの案内",
            "プライバシー",
        ]


def _hiroba(folder: Path, *words: str) -> str:
    config = ["--content", str(folder / "content")]
    result = CliRunner().invoke(main, [*words, *config])
    assert result.exit_code == 0, result.output
    return result.output


def test_starters_schemas_issue_forms_letters_and_sheets_have_nothing_of_the_first_city(
    midori: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "project"
    copytree(midori, folder)
    (folder / ".github/ISSUE_TEMPLATE").mkdir(parents=True)
    config = str(folder / "mkdocs.yml")
    for kind, folders in (("group", "groups"), ("event", "events"), ("place", "places")):
        _hiroba(folder, "new", kind, "atarashii")
        assert (folder / f"content/{folders}/atarashii.yaml").is_file()
    _hiroba(folder, "schema", "--config-file", config)
    writing = ["-f", config, "--letters", str(folder / "letters"), "--today", "2030-01-01"]
    letters = CliRunner().invoke(main, ["check", str(folder / "content"), *writing])
    assert list((folder / "letters").rglob("*.html")), letters.output
    _hiroba(folder, "export", str(folder / "groups.csv"))
    assert found_in(folder) == []


def test_no_source_of_the_program_names_anything_of_one_city() -> None:
    found = [*found_in(ROOT / "generator"), *found_in(ROOT / "theme")]
    assert [(name, words) for name, words in found if not LISTS.search(name)] == []


def test_a_city_that_does_not_name_itself_is_called_a_town_and_promised_no_area(tmp_path: Path) -> None:
    pages = poured(tmp_path, settings=Settings(site_url="https://hiroba.example.org/"))
    assert "まちの市民活動" in pages["index.html"]
    (group,) = linked_data(pages["groups/kawa-akari/index.html"])
    assert "areaServed" not in group
