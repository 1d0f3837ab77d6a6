"""Tables of hand-written pages: cells know their column, so that a narrow screen can show rows as labels and words."""

import xml.etree.ElementTree as etree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor


class LabelledTables(Extension):
    """Give each cell of a table its column's heading (`data-label`), and each heading its scope."""

    def extendMarkdown(self, md: Markdown) -> None:
        """After the words in the cells have been read (priority 20)."""
        md.treeprocessors.register(_Labels(md), "hiroba-tables", 5)


class _Labels(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        for table in root.iter("table"):
            labels = [_heading(cell) for cell in table.iterfind("thead/tr/th")]
            for row in table.iterfind("tbody/tr"):
                for label, cell in zip(labels, row, strict=False):
                    _labelled(cell, label)


def _heading(cell: etree.Element) -> str:
    cell.set("scope", "col")
    return "".join(cell.itertext()).strip()


def _labelled(cell: etree.Element, label: str) -> None:
    """The words of a cell in one box beside its label; an empty cell stays empty."""
    if not label or (not len(cell) and not (cell.text or "").strip()):
        return
    words = etree.Element("span", {"class": "cell"})
    words.text, words[:] = cell.text, list(cell)
    cell.text, cell[:] = None, [words]
    cell.set("data-label", label)
