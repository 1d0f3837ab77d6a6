"""Write tests/problems/<rule>/expected.txt anew from what the program says now: `python -m scripts.expected [RULE …]`.

Read the difference before it is committed: these files are what people get to see.
"""

import sys
import tempfile
from pathlib import Path

from generator.rules import RULES
from tests.fixtures import PROBLEMS, found, report


def main(rules: list[str]) -> None:
    """Write the reports of some rules, or of all."""
    for rule in rules or RULES:
        with tempfile.TemporaryDirectory() as folder:
            text = report(found(rule, "bad", Path(folder)))
        (PROBLEMS / rule / "expected.txt").write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
