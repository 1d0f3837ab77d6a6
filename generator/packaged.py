"""What the program reads that is no Python: its theme, the vocabularies and pages that a new site begins with.

A wheel carries these folders inside the package; in a checkout, and an editable install of it, they stand beside it.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def packaged(name: str) -> Path:
    """A file or folder that travels with the program, by its name in the repository, such as `theme`."""
    inside = _PACKAGE / name
    return inside if inside.exists() else _PACKAGE.parent / name
