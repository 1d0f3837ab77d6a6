"""The tables that the form's scripts read, in each of the shapes that they take."""

from typing import Any

from generator.directory.model import Directory
from generator.form.checking import checking
from generator.wording.places import map_url


def table(directory: Directory, center: Any = None) -> dict[str, Any]:
    """What the form page gives to its preview, and all that it might give."""
    checks = checking(directory.vocabularies)
    return {
        "types": checks["types"],
        "vocabularies": checks["vocabularies"],
        "places": {
            slug: [place.name, place.address or "", bool(map_url(place))] for slug, place in directory.place_of.items()
        },
        "groups": {slug: [entry.group.name, entry.group.kana] for slug, entry in directory.group_of.items()},
        "center": center,
        "today": directory.today.isoformat(),
    }


def in_objects(made: dict[str, Any]) -> dict[str, Any]:
    """The same table with an object for every term, choice and place."""
    choices = {
        f"{name}.{field}": {i: {"label": label} for i, label, _ in facts["choices"]}
        for name, record in made["types"].items()
        for field, facts in record["fields"].items()
        if "choices" in facts
    }
    vocabularies = {
        name: {
            "terms": {
                i: {"label": label, "icon": "", "aliases": aliases, "autonym": "".join(autonym)}
                for i, label, _, aliases, *autonym in each["terms"]
            }
        }
        for name, each in made["vocabularies"].items()
    }
    places = {
        slug: {"name": name, "address": address, "map": known}
        for slug, (name, address, known) in made["places"].items()
    }
    groups = {slug: name for slug, (name, _) in made["groups"].items()}
    return {**made, "types": {}, "choices": choices, "vocabularies": vocabularies, "places": places, "groups": groups}


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
