"""Sites to be measured, made by `hiroba build` itself: of the samples, or of generated groups."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import yaml

from benchmarks.profiles import ROOT, write_content

TODAY = date(2026, 11, 24)


def configured(path: Path, content: Path, **changed: object) -> Path:
    """Write the project's mkdocs.yml to `path`, beside `content`; `changed` are settings of ours to be otherwise."""
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config["docs_dir"] = str(content / "pages")
    config["site_dir"] = str(path.parent / "site")
    section = next(plugin["hiroba"] for plugin in config["plugins"] if "hiroba" in plugin)
    section.update(changed, content=content.name)
    path.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8", newline="\n")
    return path


def generated(folder: Path, groups: int, needs: int = 0) -> Path:
    """Fill `folder` with a project of so many generated groups, each with so many needs; its mkdocs.yml."""
    write_content(folder / "content", groups, needs=needs)
    return configured(folder / "mkdocs.yml", folder / "content")


def build(config: Path, site: Path, today: date = TODAY) -> Path:
    """Build a project into `site` by its command, as an office does; CalledProcessError if it fails."""
    command = [sys.executable, "-m", "generator.cli", "build", "--quiet", "--config-file", str(config)]
    subprocess.run([*command, "--site", str(site), "--today", today.isoformat()], cwd=ROOT, check=True)
    return site


@contextmanager
def built(groups: int = 0, site: Path | None = None, today: date = TODAY) -> Iterator[Path]:
    """A finished site: `site` if there is one already, else so many generated groups, or the samples."""
    if site:
        yield site
        return
    with tempfile.TemporaryDirectory(prefix="hiroba-site-") as folder:
        config = generated(Path(folder), groups) if groups else ROOT / "mkdocs.yml"
        yield build(config, Path(folder, "site"), today)
