"""A city's workflows: the repository's own, with the released program instead of a checkout's."""

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
_SAYS = "このファイルと generator/codehost.py です"


def workflows() -> dict[str, str]:
    """The files below `.github` that no city writes itself, by name."""
    made = {f".github/workflows/{name}.yml": _released(_text(f"workflows/{name}.yml")) for name in WORKFLOWS}
    return made | {".github/dependabot.yml": _text("dependabot.yml") + _PROGRAM}


def _text(name: str) -> str:
    return packaged(f".github/{name}").read_text(encoding="utf-8")


def _released(text: str) -> str:
    said = text.replace(_SAYS, "このファイルと、requirements.txt のひろばです")
    return said.replace(_INSTALL, _RELEASED).replace(_EDGE, _ALONE)
