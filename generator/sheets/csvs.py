"""CSV as offices write it: any of their encodings in, UTF-8 with a mark and CRLF out, and no cell that would be run."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from generator.csvs import harmless
from generator.sheets.grid import MOST_COLUMNS, MOST_ROWS, Grid, Row, Unread, trimmed

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_HALF_WIDTH_KANA = re.compile("[\uff61-\uff9f]")
# The mark that makes a cell a text is taken away again.
_MARKED = re.compile(r"'+[=+\-@\t\r]")


def read_csv(data: bytes, shown: str) -> Grid | Unread:
    """The cells of a CSV or TSV file in UTF-8, UTF-16, Shift_JIS or EUC-JP."""
    text = decoded(data)
    if text is None:
        return Unread("文字の種類（文字コード）がわかりません。「CSV UTF-8」で保存しなおしてください。")
    if "\0" in text:
        return Unread("文字ではないもの（NUL）が入っています。こわれているか、CSV ではないファイルです。")
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    rows: list[Row] = []
    try:
        for row in lines:
            rows.append(tuple(map(_plain, row)))
            if len(row) > MOST_COLUMNS or len(rows) > MOST_ROWS:
                return Unread(f"大きすぎます。{MOST_ROWS:,}行、{MOST_COLUMNS:,}列までにしてください。")
    except csv.Error:
        why = f"CSV として読めないところがあります（{lines.line_num}行目）。"
        return Unread(f'{why}引用符（"）か、とても長いセルを確かめてください。')
    return Grid("", trimmed(rows), shown)


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


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",\t;", key=first.count)


def _plain(cell: str) -> str:
    cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    return (cell[1:] if _MARKED.match(cell) else cell).strip()


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file that Excel opens by itself: UTF-8 with a mark, CRLF, every cell harmless."""
    return "".join(map(harmless, rows)).encode("utf-8-sig")
