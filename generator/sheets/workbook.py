"""Excel workbooks out: drop-downs, notes and widths from the models, and every cell a text."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from generator.models.base import Record
from generator.sheets.columns import SLUG, Column, Vocabularies, choices, width
from generator.sheets.grid import NEEDED, Unread, column_letters
from generator.sheets.layout import OWNER, Layout

_FONT = {"font_name": "Meiryo", "font_size": 10}
_CELL = {**_FONT, "num_format": "@", "text_wrap": True, "valign": "top"}
_FIXED = {**_CELL, "font_color": "#5f6368", "bg_color": "#f1f3f4"}
_HEAD = {**_FONT, "bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#dbe9f6"}
_NEEDED = {**_HEAD, "bg_color": "#fde7c7"}
_SPARE_ROWS = 300
_MOST_IN_CELL = 32_000
_LISTS = "選択肢"
_HELP = (
    "1行が1つの{record}です。「{title}」のシートに基本のことを、ほかのシートに何件もあること（{blocks}）を書きます。",
    "ほかのシートでは、1行が1件です。左端の「番地」で、どの{record}のことかを示します。件数を増やすには行を足し、減らすには行を消します。",
    "「番地」はページのアドレスです。いまあるものは変えないでください。新しい{record}は空けておくと、ふりがなから付きます。",
    "見出しの色が濃い（だいだい色の）列は、かならず書きます。見出しにマウスを乗せると、書き方と例が出ます。",
    "▼の出る列は、一覧から選べます。一覧の言葉は「選択肢」のシートにあります。",
    "いくつも書ける列では、「、」で区切ります（例：環境の保全、まちづくり）。おもなものを先にします。",
    "日付は「2026-10-01」のほか、「令和8年10月1日」でもかまいません。電話や日付は文字のまま扱われます。",
    "セルを空にすると、その内容は消えます。列やシートを丸ごと消したとき、#N/A などのセル、番地のない行では消えません。",
    "同じ番地の行は1つだけにします。行を写して新しい{record}を書くときは、番地を空けてください。",
    "列の順番は変えてもかまいません。見出しの言葉は変えないでください。知らない列は読みとばします。",
    "書きおわったら「hiroba import ファイル名」で確かめます。「--write」を付けるまで、何も変わりません。",
)


def workbook(
    layouts: Sequence[Layout], record: type[Record], vocabularies: Vocabularies, today: date
) -> bytes | Unread:
    """A workbook with these sheets, the lists behind the drop-downs, and ten lines on how to use it."""
    try:
        import xlsxwriter
    except ImportError:
        return Unread(NEEDED)
    out = io.BytesIO()
    texts_only = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, {"in_memory": True, **texts_only}) as book:
        # The same profiles on the same day give the same bytes.
        book.set_properties({"created": datetime.combine(today, time())})
        looks = {"cell": _CELL, "fixed": _FIXED, "head": _HEAD, "needed": _NEEDED}
        formats = {name: book.add_format(look) for name, look in looks.items()}
        lists = _lists(layouts, vocabularies)
        for layout in layouts:
            _sheet(book.add_worksheet(layout.title), layout, formats, lists, vocabularies)
        _choices(book.add_worksheet(_LISTS), lists, formats)
        _guide(book.add_worksheet("書き方"), layouts, formats)
    return out.getvalue()


Lists = dict[tuple[str, ...], str]


def _lists(layouts: Iterable[Layout], vocabularies: Vocabularies) -> Lists:
    """The different lists of labels from which cells are chosen, each with a heading."""
    found: Lists = {}
    for column in (column for layout in layouts for column in layout.columns):
        labels = tuple(choices(column, vocabularies).values())
        if labels:
            found[labels] = "はい・いいえ" if labels == ("はい", "いいえ") else found.get(labels, column.label)
    return found


def _sheet(sheet: Any, layout: Layout, formats: Mapping[str, Any], lists: Lists, vocabularies: Vocabularies) -> None:
    last = len(layout.rows) + _SPARE_ROWS
    for n, column in enumerate(layout.columns):
        fixed = column.name in (SLUG, OWNER)
        needed = column.info is not None and column.info.is_required() and "." not in column.name
        sheet.set_column(n, n, 22 if fixed else width(column), formats["fixed" if fixed else "cell"])
        sheet.write_string(0, n, column.label, formats["needed" if needed else "head"])
        sheet.write_comment(0, n, _note(column, vocabularies), {"x_scale": 2, "y_scale": 1.6, "font_size": 9})
        labels = tuple(choices(column, vocabularies).values())
        if labels and not column.many:
            sheet.data_validation(1, n, last, n, _drop_down(list(lists).index(labels), len(labels)))
    for row, cells in enumerate(layout.rows, start=1):
        if layout.block is None:
            # A profile of twenty lines would make one row fill the screen.
            sheet.set_row(row, 54)
        for n, text in enumerate(cells):
            if text:
                sheet.write_string(row, n, text[:_MOST_IN_CELL])
    sheet.set_row(0, 34)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(layout.rows), 1), len(layout.columns) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)


def _drop_down(number: int, many: int) -> dict[str, Any]:
    column = column_letters(number)
    return {
        "validate": "list",
        "source": f"='{_LISTS}'!${column}$2:${column}${many + 1}",
        "error_type": "warning",
        "error_title": "一覧にない言葉です",
        "error_message": "一覧から選んでください。このまま入れると、取り込むときに直すことになるかもしれません。",
    }


def _note(column: Column, vocabularies: Vocabularies) -> str:
    """What is to be known of a column: what belongs there, an example, its limits, and its English name."""
    if column.name == SLUG:
        return "ページのアドレスになる名前です。変えないでください。新しいものは空けておきます。"
    if column.name == OWNER:
        return "見やすくするための列です。番地がないときだけ、この名前で探します。"
    info = column.info
    if info is None:
        return "一覧から選びます。\n項目名: language"
    labels = list(choices(column, vocabularies).values())
    lines = [
        "かならず書きます。" if info.is_required() else "",
        f"{info.description}。" if info.description else "",
        "いくつでも書けます。「、」で区切ります。" if column.many else "",
        f"選択肢：{'、'.join(labels[:40])}" if labels and column.many else "一覧から選びます。" if labels else "",
        f"例：{info.examples[0]}" if info.examples and not labels else "",
        f"項目名: {column.name}",
    ]
    return "\n".join(line for line in lines if line)


def _choices(sheet: Any, lists: Lists, formats: Mapping[str, Any]) -> None:
    for n, (labels, title) in enumerate(lists.items()):
        sheet.set_column(n, n, 26, formats["cell"])
        sheet.write_string(0, n, title, formats["head"])
        for row, label in enumerate(labels, start=1):
            sheet.write_string(row, n, label)
    sheet.freeze_panes(1, 0)


def _guide(sheet: Any, layouts: Sequence[Layout], formats: Mapping[str, Any]) -> None:
    sheet.set_column(0, 0, 5, formats["cell"])
    sheet.set_column(1, 1, 110, formats["cell"])
    sheet.write_string(0, 1, "書き方", formats["head"])
    words = {"record": layouts[0].title, "title": layouts[0].title}
    several = "、".join(layout.title for layout in layouts[1:])
    for n, line in enumerate(_HELP, start=1):
        sheet.write_string(n, 0, str(n))
        sheet.write_string(n, 1, line.format(**words, blocks=several))
