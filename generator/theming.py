"""Which theme a site wears: the program's own over Material's icons, and single files of the project's over both."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.packaged import packaged


def wear(config: MkDocsConfig) -> None:
    """Put the packaged theme before MkDocs' own, and behind the project's folder that replaces single files of it."""
    ours = str(packaged("theme"))
    if ours not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, ours)


def themes(config: MkDocsConfig) -> tuple[Path, ...]:
    """The folders of our theme: the project's `custom_dir` if it has one, then the packaged one."""
    folders = dict.fromkeys((config.theme.custom_dir, str(packaged("theme"))))
    return tuple(Path(folder) for folder in folders if folder)


def take_out_others(files: Files, config: MkDocsConfig) -> None:
    """Leave out Material's own scripts and styles, which we do not use, and of ours those that `assets` writes."""
    ours = themes(config)
    others = [folder for folder in map(Path, config.theme.dirs) if folder not in ours]
    for file in list(files):
        source = Path(file.abs_src_path or "")
        written = file.src_uri.startswith("scripts/") or file.src_uri.endswith(".css")
        folders = (*others, *ours) if written else others
        if any(source.is_relative_to(folder) for folder in folders):
            files.remove(file)


def icons(config: MkDocsConfig) -> Path:
    """Where Material keeps its icons as single SVG files."""
    return next(p for p in (Path(d) / ".icons" / "material" for d in config.theme.dirs) if p.is_dir())
