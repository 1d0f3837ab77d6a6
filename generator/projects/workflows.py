"""A city's workflows: the repository's own, with the released program instead of a checkout's."""

import re

from generator.packaged import packaged

WORKFLOWS = ("check", "comment", "issue", "publish")
_INSTALL = "-c constraints.txt -e ."
_RELEASED = "-r requirements.txt"
_EDGE = "python3 -m generator.codehost"
# Where a token may write, the program comes alone, without the libraries that it otherwise needs.
_ALONE = (
    "python3 -m pip install --quiet --disable-pip-version-check --no-deps"
    ' --target "$RUNNER_TEMP/hiroba" -r requirements.txt'
    ' && PYTHONPATH="$RUNNER_TEMP/hiroba" python3 -m generator.codehost'
)
# The code host proposes a new version of the program by itself.
_PROGRAM = """\
  - package-ecosystem: pip
    directory: /
    schedule:
      interval: monthly
    cooldown:
      default-days: 7
"""
_NPM = re.compile(r"  - package-ecosystem: npm\n(?:[ ]{4}.*\n)+\n?")
_TOOLS = "と、スクリプトを点検する道具（npm）の"
_SAYS = "このファイルと generator/codehost.py です"


def workflows() -> dict[str, str]:
    """The files below `.github` that no city writes itself, by name."""
    made = {f".github/workflows/{name}.yml": _released(_text(f"workflows/{name}.yml")) for name in WORKFLOWS}
    return made | {".github/dependabot.yml": _dependabot(_text("dependabot.yml"))}


def _text(name: str) -> str:
    return packaged(f".github/{name}").read_text(encoding="utf-8")


def _dependabot(text: str) -> str:
    """What a city is told of new versions of: the actions and the program; it has no scripts to be checked."""
    return _NPM.sub("", text).replace(_TOOLS, "と、ひろばの").rstrip("\n") + "\n\n" + _PROGRAM


def _released(text: str) -> str:
    said = text.replace(_SAYS, "このファイルと、requirements.txt のひろばです")
    return said.replace(_INSTALL, _RELEASED).replace(_EDGE, _ALONE)
