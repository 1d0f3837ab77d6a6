"""A correction that tells only what changes, as the code on a slip of paper carries it, made whole.

Its pairs say `_changes`, whose page they are about (`_slug`) and which state of it (`_base`). A name that is told takes
the place of what is published under it, an empty text takes it away; everything else stays.
theme/scripts/form/changes.js makes such pairs, and does the same with them in the browser.
"""

from generator.intake.flat import Pair, flat
from generator.intake.submission import CHANGES, Refusal
from generator.kinds import FORMS, KINDS
from generator.reading.read import Reading
from generator.reading.strict import parse

_NO_PAGE = Refusal("no-page", "直すはずのページが見つかりません。番地が変わったか、消されたのかもしれません。")


def completed(pairs: list[Pair], reading: Reading) -> list[Pair] | Refusal:
    """The pairs of a form; where they tell changes alone, with everything published that these leave as it is.

    The digest of the state that was corrected stays with them, so that a page changed meanwhile is seen as such.
    """
    about = dict(pairs)
    if not about.get(CHANGES):
        return pairs
    kind = KINDS[about["_kind"]] if about.get("_kind") in FORMS else None
    slug = about.get("_slug", "")
    if kind is None or slug not in reading.slugs[kind.folder]:
        return _NO_PAGE
    data = parse(reading.text(kind.folder, slug))
    if not isinstance(data, dict):
        return _NO_PAGE
    told = {name for name, _ in pairs}
    kept = [pair for pair in flat(data, kind.model, reading.vocabularies) if pair[0] not in told]
    return [pair for pair in pairs if pair[0] != CHANGES and (pair[1] or pair[0].startswith("_"))] + kept
