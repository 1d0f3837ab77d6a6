"""The groups by everything they can be listed by: terms, readings, times, age of their confirmation."""

from datetime import date

from generator.directory.model import Directory, GroupEntry
from generator.wording.days import DAYS, PARTS
from generator.wording.parts import Link

VOCABULARIES = {"fields": "分野", "areas": "地域", "audiences": "対象", "kinds": "種類"}
ROWS = {
    "あ": "a",
    "か": "ka",
    "さ": "sa",
    "た": "ta",
    "な": "na",
    "は": "ha",
    "ま": "ma",
    "や": "ya",
    "ら": "ra",
    "わ": "wa",
    "他": "other",
}
# What counts as new: confirmed within three months; where that is little, the latest few.
NEW_DAYS, NEW_AT_LEAST = 90, 12

Slot = tuple[str, str]


def row_title(row: str) -> str:
    """The name of a row of the syllabary: か行, and その他 for what is not kana."""
    return f"{row}行" if row != "他" else "その他"


class Index:
    """The active and resting groups by everything they can be listed by; each list keeps the reading order."""

    def __init__(self, directory: Directory) -> None:
        self.groups = [g for g in directory.groups if g.group.status != "ended"]
        self.by: dict[str, dict[str, list[GroupEntry]]] = {
            name: {term: [] for term in directory.vocabularies[name].terms}
            for name in VOCABULARIES
            if name in directory.vocabularies
        }
        self.rows: dict[str, list[GroupEntry]] = {row: [] for row in ROWS}
        self.times: dict[Slot, list[GroupEntry]] = {(day, part): [] for day, _ in DAYS for part, _ in PARTS}
        for group in self.groups:
            self._add(group)

    def _add(self, group: GroupEntry) -> None:
        record = group.group
        self.rows[group.row].append(group)
        memberships = {
            "fields": record.fields,
            "areas": record.areas,
            "audiences": record.audiences,
            "kinds": (record.kind,),
        }
        for name, terms in memberships.items():
            for term in dict.fromkeys(terms):
                if term in self.by.get(name, {}):
                    self.by[name][term].append(group)
        for slot in group.slots:
            if slot in self.times:
                self.times[slot].append(group)

    def links(self, directory: Directory, name: str, here: str = "") -> tuple[Link, ...]:
        """The terms of a vocabulary that have groups, each with its count."""
        terms = directory.vocabularies[name].terms if name in directory.vocabularies else {}
        return tuple(
            Link(term.label, f"{name}/{t}/", len(self.by[name][t]), icon=term.icon or "", here=t == here)
            for t, term in terms.items()
            if self.by[name][t]
        )

    def readings(self, here: str = "") -> tuple[Link, ...]:
        """The rows of the Japanese syllabary in which groups stand, each with its count."""
        return tuple(
            Link(row_title(row), f"reading/{name}/", len(self.rows[row]), here=row == here)
            for row, name in ROWS.items()
            if self.rows[row]
        )

    def latest(self, today: date) -> list[GroupEntry]:
        """The active groups that were confirmed lately, newest first."""
        dated = [(g.group.confirmed, g) for g in self.groups if g.group.confirmed and g.group.status == "active"]
        ordered = sorted(dated, key=lambda pair: (-pair[0].toordinal(), pair[1].sort_key))
        recent = sum((today - confirmed).days <= NEW_DAYS for confirmed, _ in ordered)
        return [g for _, g in ordered[: max(recent, NEW_AT_LEAST)]]

    def resting(self) -> list[GroupEntry]:
        """The groups that pause."""
        return [g for g in self.groups if g.group.status == "resting"]

    def grid(self, here: Slot | None = None) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        """Day × time as rows of counted links; an empty cell has no address."""
        return tuple(
            (
                day_label,
                tuple(
                    Link(
                        f"{day_label}{part_label}",
                        f"times/{day}-{part}/" if self.times[day, part] else "",
                        len(self.times[day, part]),
                        here=(day, part) == here,
                    )
                    for part, part_label in PARTS
                ),
            )
            for day, day_label in DAYS
        )
