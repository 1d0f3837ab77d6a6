"""The tables that the form's scripts read."""

import json
from typing import Any

from generator.directory.model import Directory
from generator.form.checking import checking
from generator.form.prefill import names

# `known`, if any, is all that the preview knows of the town.
SHOW = """([kind, data, table, known, box]) => {
    const { types, records, vocabularies, today } = table;
    const whole = known ? { types, records, vocabularies, today, ...known } : table;
    return Preview.show(document.getElementById(box || "main"), kind, data, whole);
}"""
SCRIPTS = {"Preview": "profile/preview.js"}


def table(directory: Directory, center: Any = None) -> dict[str, Any]:
    """What the form page gives to its preview."""
    known = json.loads(names(directory))
    return {**checking(directory.vocabularies), **known, "center": center, "today": directory.today.isoformat()}


def layout(types: dict[str, Any]) -> dict[str, Any]:
    """The fields of each record as a list: their order, what is inside, and their kinds of value."""
    return {name: {"fields": [_field(n, facts) for n, facts in made["fields"].items()]} for name, made in types.items()}


def _field(name: str, facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "inner": facts.get("record"),
        "list": "many" in facts,
        "mapping": "keyed" in facts,
        "kind": facts["kind"],
        "vocabulary": facts.get("vocabulary", ""),
    }
