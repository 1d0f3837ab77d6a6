"""What is released is the whole program: any city builds its site with the wheel, and nothing of the checkout."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from generator import __version__
from tests.folders import ROOT, put
from tests.towns import CONTENT

pytestmark = pytest.mark.process
DAY = "2026-11-23"
TOWN = ("--city", "檜原村", "--phone", "042-000-0100", "--yes")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made from the source distribution as a release is."""
    out = tmp_path_factory.mktemp("dist")
    # Without isolation nothing is fetched: the build's own requirements are among the development tools.
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    assert {p.name for p in out.iterdir()} == {
        f"hiroba-{__version__}.tar.gz",
        f"hiroba-{__version__}-py3-none-any.whl",
    }
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel installed in it, and nothing else."""
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"]
    subprocess.run([*pip, "--target", str(target), str(wheel)], check=True, capture_output=True)
    return target


def run(installed: Path, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Python in a folder, with the installed wheel before the libraries, and without the checkout."""
    # -S leaves out the .pth file by which an editable install puts the checkout on the path.
    libraries = sysconfig.get_paths()["purelib"], sysconfig.get_paths()["platlib"]
    path = os.pathsep.join([str(installed), *dict.fromkeys(libraries)])
    return subprocess.run(
        [sys.executable, "-S", *command],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": path, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def hiroba(installed: Path, folder: Path, *arguments: str) -> str:
    """What a command prints; it has to go well."""
    done = run(installed, folder, "-P", "-c", "from generator.cli import run; run()", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_wheel_has_the_program_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    parts = ("theme/main.html", "theme/pages/group.html", "theme/desk/queue.html", "words/readings.yaml")
    parts += ("words/dictionary.tsv", "words/spellings.tsv", "words/letters.tsv", "words/LICENSE-2.0.txt")
    parts += ("projects/municipalities.csv", "projects/skeleton/mkdocs.yml", "content/vocabulary/fields.yaml")
    parts += ("content/pages/help.md", ".github/workflows/publish.yml", "codehost.py", "cli/__main__.py")
    assert [part for part in parts if f"generator/{part}" not in names] == []
    assert {name.split("/")[0] for name in names} == {"generator", f"hiroba-{__version__}.dist-info"}
    assert not [name for name in names if name.startswith(("generator/content/groups", "generator/content/events"))]
    own = {p.relative_to(ROOT).as_posix() for p in (ROOT / "generator").rglob("*") if p.is_file()}
    assert {name for name in own if "__pycache__" not in name} <= set(names)


def test_the_wheel_says_all_its_licences_and_brings_their_texts(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    folder = f"hiroba-{__version__}.dist-info"
    said = archive.read(f"{folder}/METADATA").decode("utf-8")
    assert "License-Expression: MIT AND Apache-2.0 AND BSD-3-Clause\n" in said
    texts = {"LICENSE": "MIT License", "generator/words/LICENSE-2.0.txt": "Apache License"}
    texts |= {"generator/words/dictionary.md": "The UniDic Consortium", "generator/words/letters.md": "OpenCC"}
    for name, words in texts.items():
        assert words in archive.read(f"{folder}/licenses/{name}").decode("utf-8")
        assert f"License-File: {name}\n" in said


def test_a_new_city_s_site_is_built_from_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    where = run(installed, tmp_path, "-P", "-c", "import generator; print(generator.__file__)").stdout.strip()
    assert Path(where) == installed / "generator" / "__init__.py"
    assert f"version {__version__}" in hiroba(installed, tmp_path, "--version")
    hiroba(installed, tmp_path, "new", "site", "my-town", *TOWN)
    assert "直すところはありません" in hiroba(installed, tmp_path / "my-town", "check")
    hiroba(installed, tmp_path / "my-town", "build", "--quiet")
    site = _tree(tmp_path / "my-town" / "site")
    assert "見本・水曜おりがみの会" in site["groups/mihon-origami/index.html"].decode("utf-8")
    assert {"search-index/start.json", "search/index.html"} <= site.keys()
    home = site["index.html"].decode("utf-8")
    assert '<link rel="stylesheet"' in home
    assert "<script" in home
    assert [name for name in site if name.endswith(".css")]
    assert [name for name in site if name.endswith(".js")]


def test_the_wheel_builds_our_own_site_byte_for_byte_as_the_checkout_does(installed: Path, tmp_path: Path) -> None:
    config = str(CONTENT.parent / "mkdocs.yml")
    hiroba(installed, tmp_path, "build", "-f", config, "--site", "wheel", "--today", DAY, "--quiet")
    checkout = [sys.executable, "-m", "generator.cli", "build", "-f", config, "--today", DAY, "--quiet"]
    subprocess.run([*checkout, "--site", str(tmp_path / "checkout")], cwd=ROOT, check=True, capture_output=True)
    one, other = _tree(tmp_path / "wheel"), _tree(tmp_path / "checkout")
    assert [name for name in one.keys() | other.keys() if one.get(name) != other.get(name)] == []
    assert len(one) > 200


def test_a_folder_generator_beside_mkdocs_yml_does_not_hide_the_program(installed: Path, tmp_path: Path) -> None:
    put(tmp_path, {"mkdocs.yml": "", "generator/notes.txt": "x", "generator/pages/x.py": "1/0"})
    done = run(installed, tmp_path, "-m", "generator.cli", "--version")
    assert (done.returncode, done.stdout.strip()) == (0, f"hiroba, version {__version__}")


def test_a_package_of_that_name_hides_it_from_m_alone(installed: Path, tmp_path: Path) -> None:
    """`python -m` looks into the current folder first: nothing of ours runs by then. The command, and -P, do not."""
    put(tmp_path, {"mkdocs.yml": "", "generator/__init__.py": ""})
    assert "No module named generator.cli" in run(installed, tmp_path, "-m", "generator.cli", "--version").stderr
    done = run(installed, tmp_path, "-P", "-m", "generator.cli", "--version")
    assert (done.returncode, done.stdout.strip()) == (0, f"hiroba, version {__version__}")
    assert f"version {__version__}" in hiroba(installed, tmp_path, "--version")


def test_in_a_checkout_m_runs_the_checkout(installed: Path) -> None:
    done = run(installed, ROOT, "-m", "generator.cli", "--version")
    where = run(installed, ROOT, "-c", "import generator; print(generator.__file__)")
    assert done.returncode == 0
    assert Path(where.stdout.strip()) == ROOT / "generator" / "__init__.py"
