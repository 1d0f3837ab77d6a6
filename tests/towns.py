"""Whose content tests read: a town of their own, always, and the samples of this repository while it has them.

A city that clones the repository puts its own profiles where the samples were and says `sample: false`: no test reads
those, so `make test` says whether the program is whole, and `hiroba check` whether the profiles are.
"""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
TOWN = ROOT / "tests/sites/town"
CONTENT = TOWN / "content"
_SAMPLES = re.search(r"(?m)^ +sample: true\b", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
# Folders with mkdocs.yml and content.
PROJECTS = (TOWN, ROOT) if _SAMPLES else (TOWN,)
CONTENTS = tuple(project / "content" for project in PROJECTS)


def profile_files(folder: str) -> dict[str, Path]:
    """Every profile of a folder (groups, events, places) by its slug, sorted; of two with one slug the town's."""
    found = {path.stem: path for content in reversed(CONTENTS) for path in (content / folder).glob("*.yaml")}
    return dict(sorted(found.items()))
