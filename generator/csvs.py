"""CSV as offices have it: any of their encodings in, and lines out that a spreadsheet shows and never runs."""

import csv
import io
import re
from collections.abc import Sequence

# A spreadsheet runs a cell that begins so; the mark before it makes it a text.
_ACTS = re.compile(r"'*[=+\-@\t\r]")
_MARKED = re.compile(r"'+[=+\-@\t\r]")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_HALF_WIDTH_KANA = re.compile("[\uff61-\uff9f]")


def harmless(cells: Sequence[str]) -> str:
    """One line of CSV with its CRLF, a mark before every cell that would act."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow([f"'{cell}" if _ACTS.match(cell) else cell for cell in cells])
    return out.getvalue()


def plain(cell: str) -> str:
    """What a cell says: without the mark that makes it a text, without blanks around it, with plain line ends."""
    cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    return (cell[1:] if _MARKED.match(cell) else cell).strip()


def decoded(data: bytes) -> str | None:
    """Bytes as text; None if they are in none of the encodings that offices use."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _in(data, encoding)
    # In UTF-16 without a mark, half of each comma and line end is a zero, and always the same half.
    zeros = [n % 2 for n, byte in enumerate(data[:2000]) if byte == 0]
    if zeros and len(set(zeros)) == 1:
        return _in(data, "utf-16-le" if zeros[0] else "utf-16-be")
    utf8 = _in(data, "utf-8")
    if utf8 is not None:
        return utf8
    shift, unix = _in(data, "cp932"), _in(data, "euc_jp")
    # Most of EUC-JP can be read as Shift_JIS too, and is half-width katakana then.
    if shift is not None and unix is not None and len(_HALF_WIDTH_KANA.findall(shift)) * 3 > len(unix):
        return unix
    return shift if shift is not None else unix


def _in(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
