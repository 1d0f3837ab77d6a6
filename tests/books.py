"""Spreadsheets for tests, and the commands that read and write them."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
from click.testing import CliRunner, Result

from generator.cli import main

Rows = Sequence[Sequence[str]]


def hiroba(*words: str | Path) -> Result:
    """Run a command as of the day of all tests; what goes wrong inside is an error of the test."""
    result = CliRunner().invoke(main, [*map(str, words), "--today", "2026-11-23"])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def table(rows: Rows) -> bytes:
    """A CSV file in UTF-8."""
    quoted = (",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows)
    return ("\r\n".join(quoted) + "\r\n").encode("utf-8")


def excel(sheets: Mapping[str, Rows]) -> bytes:
    """A workbook whose cells are all texts."""

    def write(book: Any) -> None:
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for n, row in enumerate(rows):
                for m, cell in enumerate(row):
                    sheet.write_string(n, m, cell)

    return made(write)


def made(write: Callable[[Any], None]) -> bytes:
    """A workbook as `write` fills it."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        write(book)
    return out.getvalue()


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """A workbook in which parts say something else."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
    return out.getvalue()
