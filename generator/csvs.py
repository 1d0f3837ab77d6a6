"""Lines of CSV that a spreadsheet shows and never runs."""

import csv
import io
import re
from collections.abc import Sequence

# A spreadsheet runs a cell that begins so; the mark before it makes it a text.
_ACTS = re.compile(r"'*[=+\-@\t\r]")


def harmless(cells: Sequence[str]) -> str:
    """One line of CSV with its CRLF, a mark before every cell that would act."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow([f"'{cell}" if _ACTS.match(cell) else cell for cell in cells])
    return out.getvalue()
