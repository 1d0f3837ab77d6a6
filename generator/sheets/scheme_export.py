"""Grants as a public list of 支援制度 in 34 columns; what has no column of its own stands labelled where it belongs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.japanese.deadlines import ALWAYS_WORDS
from generator.kinds import GRANT
from generator.reading.read import Reading
from generator.sheets.columns import Column
from generator.sheets.layout import wide
from generator.sheets.made import opening
from generator.sheets.schemes import COLUMNS, MARK, PLACES, SHARED, UNITS, group_of, short_label

_MOST_WORDS, _LONGEST_WORD, _LONGEST = 5, 20, 5000


def scheme_rows(reading: Reading, city_code: str = "") -> tuple[list[Sequence[str]], tuple[str, ...]]:
    """The head and a row for each grant, and what a reader of the list has to know of what did not fit its columns."""
    layout, lost = wide(reading, GRANT.folder)
    told = list(lost)
    rows: list[Sequence[str]] = [COLUMNS]
    for cells in layout.rows:
        named = zip(layout.columns, cells, strict=True)
        given = {column: f"{cell}{UNITS.get(column.name, '')}" for column, cell in named if cell}
        row, remarks = _row(given)
        row["全国地方公共団体コード"] = city_code
        rows.append([row.get(name, "") for name in COLUMNS])
        told += [f"{row['制度番号']}：{words}" for words in remarks]
    return rows, tuple(told)


def _row(given: Mapping[Column, str]) -> tuple[dict[str, str], list[str]]:
    row: dict[str, str] = {}
    told: list[str] = []
    shared: dict[str, list[tuple[Column, str]]] = defaultdict(list)
    tail: list[str] = []
    for column, text in given.items():
        place = PLACES.get(column.name)
        if place and text != ALWAYS_WORDS[0]:
            row[place.column] = opening(text, place.most) if place.most and len(text) > place.most else text
            if row[place.column] != text:
                tail.append(_line(column.label, text))
                told.append(f"「{column.label}」は{place.most}文字までなので、全文を「内容」に入れました。")
        elif group_of(column.name):
            shared[group_of(column.name)].append((column, text))
        elif column.name == "fields" and _are_keywords(text):
            row["キーワード"] = text.replace("、", ";")
        else:
            tail.append(_line(column.label, text))
    row["対象地域群"] = row.get("対象地域群", "").replace("、", ";")
    for lead, lines in shared.items():
        tail += _share(row, SHARED[lead].column, SHARED[lead].most, lines, told)
    row["内容"] = "\n".join((*filter(None, [row.get("内容", "")]), *((MARK, *tail) if tail else ())))
    if len(row["内容"]) > _LONGEST:
        told.append(f"「内容」が{_LONGEST:,}文字をこえています。")
    return row, told


def _share(
    row: dict[str, str], name: str, most: int, lines: Sequence[tuple[Column, str]], told: list[str]
) -> Iterator[str]:
    """Put the lines of a group into the column that they share; those for which there is no room are given back."""
    for column, text in lines:
        whole = "\n".join(filter(None, (row.get(name, ""), f"{short_label(column)}：{text}")))
        if most and len(whole) > most:
            told.append(f"「{column.label}」は「{name}」に入りきらないので、「内容」に入れました。")
            yield _line(column.label, text)
        else:
            row[name] = whole


def _line(label: str, text: str) -> str:
    return f"{label}：{text}"


def _are_keywords(text: str) -> bool:
    words = text.split("、")
    return len(words) <= _MOST_WORDS and all(len(word) <= _LONGEST_WORD for word in words)
