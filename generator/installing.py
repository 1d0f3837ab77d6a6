"""How missing parts are installed: the line to type, for the Python that this program runs in."""

import sys


def pip(*packages: str) -> str:
    """The command that installs packages where they are missing, quoted as a shell on any system takes it."""
    return " ".join((f'"{sys.executable}"', "-m", "pip", "install", *packages))
