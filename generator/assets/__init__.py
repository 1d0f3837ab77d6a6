"""What a browser loads beside the pages: styles and scripts under names that change with their content.

A published site gets the scripts joined into few files, and styles without what only people read; a preview gets them
as they are written, module by module. Neither is minified further: local names made short would take 17 kB of the form
page's 160 and a compiler of another language into every office's installation, and the source map would be gone.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.assets.bundles import bundles
from generator.assets.modules import BrokenScript, Module, gathered
from generator.assets.styles import whole

# The pages' own scripts; each is loaded by the pages that name it.
ENTRIES = ("page.js", "search.js", "narrow.js", "shortlist.js", "match.js", "form.js", "furigana.js", "npo.js")
# The one classic script: it sets the display before anything is painted.
CLASSIC = "display.js"
_FOLDER = "assets"


@dataclass(frozen=True, slots=True)
class Assets:
    """`files`: address below the site → content. `addresses`: name (form.css, form.js) → address.

    `preloads`: name of a script → addresses of the modules that it needs.
    """

    files: Mapping[str, bytes]
    addresses: Mapping[str, str]
    preloads: Mapping[str, tuple[str, ...]]

    def asset(self, name: str) -> str:
        """The address of a style or script, from the root of the site; KeyError if there is none of that name."""
        return self.addresses[name]

    def needed(self, name: str) -> tuple[str, ...]:
        """The addresses of the modules that a script needs, for `modulepreload`."""
        return self.preloads.get(name, ())


# What a room has that renders no page of the site: a letter, the desk.
NO_ASSETS = Assets({}, {}, {})


def assets(theme: Iterable[Path], *, joined: bool) -> Assets:
    """The styles and scripts of these folders, of which the first that has a file counts. Raises BrokenScript."""
    folders = tuple(theme)
    files: dict[str, bytes] = {}
    addresses: dict[str, str] = {}

    def read(name: str) -> str:
        return _text(folders, f"{_FOLDER}/{name}")

    for name in sorted({path.name for folder in folders for path in (folder / _FOLDER).glob("*.css")}):
        content = whole(name, read).encode("utf-8") if joined else read(name).encode("utf-8")
        addresses[name] = f"{_FOLDER}/{_dated(name, content) if joined else name}"
        files[addresses[name]] = content
    display = _read(folders, f"scripts/{CLASSIC}")
    addresses[CLASSIC] = f"{_FOLDER}/{_dated(CLASSIC, display) if joined else CLASSIC}"
    files[addresses[CLASSIC]] = display
    modules = gathered(ENTRIES, lambda path: _text(folders, f"scripts/{path}"))
    made = _joined(modules) if joined else _apart(modules)
    return Assets({**files, **made.files}, {**addresses, **made.addresses}, made.preloads)


def _joined(modules: Mapping[str, Module]) -> Assets:
    found = bundles(modules, ENTRIES)
    files = {
        f"{_FOLDER}/{each.name}{end}": text
        for each in found.values()
        for end, text in (("", each.text), (".map", each.map))
    }
    return Assets(
        {address: text.encode("utf-8") for address, text in files.items()},
        {entry: f"{_FOLDER}/{found[entry].name}" for entry in ENTRIES},
        {entry: tuple(f"{_FOLDER}/{name}" for name in found[entry].needs) for entry in ENTRIES},
    )


def _apart(modules: Mapping[str, Module]) -> Assets:
    def below(path: str) -> list[str]:
        needed = [inner for each in modules[path].imports for inner in (*below(each.source), each.source)]
        return list(dict.fromkeys(needed))

    return Assets(
        {_module(path): module.text.encode("utf-8") for path, module in modules.items()},
        {entry: _module(entry) for entry in ENTRIES},
        {entry: tuple(map(_module, below(entry))) for entry in ENTRIES},
    )


def _module(path: str) -> str:
    return f"{_FOLDER}/scripts/{path}"


def _text(folders: tuple[Path, ...], name: str) -> str:
    """The same as text, without the mark that Windows' editor puts before it: a first import would stand behind it."""
    try:
        return _read(folders, name).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BrokenScript(f"{name} is not in UTF-8") from None


def _read(folders: tuple[Path, ...], name: str) -> bytes:
    """A file of the theme, with the newlines of this repository wherever it was checked out."""
    path = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if path is None:
        raise BrokenScript(f"{name} is not in the theme")
    return path.read_bytes().replace(b"\r\n", b"\n")


def _dated(name: str, content: bytes) -> str:
    """A name that changes with the content, so that a browser may keep the file for ever."""
    stem, _, ending = name.rpartition(".")
    return f"{stem}-{hashlib.sha256(content).hexdigest()[:8]}.{ending}"
