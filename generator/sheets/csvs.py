"""CSV as offices write it: any of their encodings in, UTF-8 with a mark and CRLF out, and no cell that would be run."""

import csv
import io
from collections.abc import Iterable, Sequence

from generator.csvs import decoded, harmless, plain
from generator.sheets.grid import MOST_COLUMNS, MOST_ROWS, Grid, Row, Unread, trimmed


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
            rows.append(tuple(map(plain, row)))
            if len(row) > MOST_COLUMNS or len(rows) > MOST_ROWS:
                return Unread(f"大きすぎます。{MOST_ROWS:,}行、{MOST_COLUMNS:,}列までにしてください。")
    except csv.Error:
        why = f"CSV として読めないところがあります（{lines.line_num}行目）。"
        return Unread(f'{why}引用符（"）か、とても長いセルを確かめてください。')
    return Grid("", trimmed(rows), shown)


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",\t;", key=first.count)


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file that Excel opens by itself: UTF-8 with a mark, CRLF, every cell harmless."""
    return "".join(map(harmless, rows)).encode("utf-8-sig")
