"""What is wrong with an offer or a need: it names nothing, or a thing of another kind."""

from generator.check.finding import Faults
from generator.japanese.text import key
from generator.models.base import label_of
from generator.models.group import Exchange, Group
from generator.reading.read import Reading
from generator.reading.strict import Path as Loc
from generator.things.named import Side, Things, named_in

# With so many letters an entry says enough to be asked about, even if it names nothing that the vocabulary knows.
_ENOUGH = 11
# So much of a text is repeated in a message.
_SHOWN = 30


def exchange_faults(reading: Reading, exchange: Exchange, side: Side, path: Loc) -> Faults:
    """What is wrong with an offer or a need, as far as the city's things tell; nothing where it has none."""
    things = reading.things
    if not things.known:
        return
    named = list(named_in(things, exchange.text, side, exchange.kind))
    if not named and _letters(exchange.text) < _ENOUGH:
        yield (
            (*path, "text"),
            "exchange-vague",
            {"label": label_of(Group, side), "name": side, "value": exchange.text[:_SHOWN]},
        )
    lent = [each for each in named if each.lent]
    if lent and not any(things.is_of(each.thing, exchange.kind) for each in named):
        yield (*path, "kind"), "exchange-kind", _facts(reading, things, exchange, lent[0].thing, lent[0].word)


def _letters(text: str) -> int:
    return sum(letter.isalnum() for letter in key(text))


def _facts(reading: Reading, things: Things, exchange: Exchange, thing: str, word: str) -> dict[str, object]:
    kinds = reading.vocabularies["exchanges"].labels
    better = next((label for name, label in kinds.items() if things.is_of(thing, name)), "")
    return {"value": word, "kind_ja": kinds.get(exchange.kind, exchange.kind), "suggestion": better}
