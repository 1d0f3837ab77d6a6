"""Whatever an office does to a workbook: what is not taken out on purpose stays, and what goes is named first."""

from collections.abc import Iterable, Mapping

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.intake.draft import Draft
from generator.models.group import Group
from generator.reading.strict import parse
from generator.sheets.book import said_in
from generator.sheets.cells import shown
from generator.sheets.columns import LANGUAGE, SLUG, blocks, plain_columns
from generator.sheets.excel import read_workbook
from generator.sheets.grid import Book, Unread
from generator.sheets.lenient import lenient
from generator.sheets.plan import Plan, plan, without_bad
from generator.sheets.profile import Texts, collected, entries
from generator.sheets.words import gone_lines
from tests.folders import TODAY
from tests.offices import FACTS, GROUPS, PLAIN, READING, TRAPS, Deed, Fact, Office, exported

TERMS = READING.vocabularies
numbers = st.integers(0, 59)
deeds = st.tuples(st.sampled_from((*PLAIN, *TRAPS, *TRAPS)), numbers, numbers, numbers)


def taken_up(data: bytes) -> Plan | None:
    """What importing a file would do; nothing if it cannot be read."""
    book = read_workbook(data, "g.xlsx")
    assert isinstance(book, Book), book
    told = said_in(book, READING)
    return None if isinstance(told, Unread) else lenient(plan(told, READING, TODAY), READING, TODAY)


def said_after(made: Draft) -> Mapping[str, Texts]:
    """What a profile says when a draft of it is written."""
    data = parse(made.after)
    assert isinstance(data, dict), data
    return collected(data, Group, TERMS)


def told_by(texts: Mapping[str, Texts]) -> dict[str, list[dict[str, str]]]:
    """The entries of a profile as cells say them, block by block; the profile itself is the only one of its block."""
    out = {"": [{c.name: shown(c, texts.get(c.name, []), TERMS) for c in plain_columns(Group)}]}
    for block in blocks(Group):
        listed = entries(texts, block, TERMS)
        out[block.name] = [{c.name: shown(c, e.get(c.name, []), TERMS) for c in block.columns} for e in listed]
    return out


def kept(made: Draft, taken_out: set[Fact]) -> Iterable[str]:
    """What is lost by a draft although nobody took it out, entry by entry: what belongs together stays together."""
    now = told_by(said_after(made))
    for entry in dict.fromkeys(fact[:3] for fact in FACTS if fact[0] == made.slug):
        stays = {
            f[3]: text
            for f, text in FACTS.items()
            if f[:3] == entry and f not in taken_out and f[3] not in (SLUG, "owner", LANGUAGE)
        }
        if stays and not any(stays.items() <= each.items() for each in now[entry[1]]):
            yield f"{entry}: {stays}"


def unnamed(made: Draft, said: str, taken_out: set[Fact]) -> Iterable[str]:
    """What goes by a draft without having been named: as gone, or as a value in the place of which another stands."""
    now = told_by(said_after(made))
    named = [line for line in said.splitlines() if f"（{made.slug}）" in line]
    rewritten = {c.before for c in made.changes if c.after}
    for fact in sorted(taken_out):
        text = FACTS[fact]
        shortly = " ".join(text.split())[:40]
        gone = fact[0] == made.slug and not any(each.get(fact[3]) == text for each in now[fact[1]])
        if gone and fact[3] not in (SLUG, "owner") and text not in rewritten and not any(shortly in n for n in named):
            yield f"{fact}: {text} in {named}"


def judged(office: Office) -> None:
    """An import of what an office has saved does what was meant, with and without leaving out bad rows."""
    whole = taken_up(office.data())
    if whole is None or whole.barred:
        return
    taken_out = office.taken_out()
    said = "\n".join(gone_lines(whole))
    written = without_bad(whole, READING, TODAY).drafts if whole.failed else whole.drafts
    assert {made.slug for made in written} <= GROUPS.keys()
    for made in written:
        lost = [*kept(made, taken_out)]
        assert not lost, lost
        silent = [*unnamed(made, said, taken_out)]
        assert not silent, silent


def test_the_workbook_has_every_group_and_all_its_entries() -> None:
    assert not READING.problems
    assert [len(sheet.rows) for sheet in exported().sheets][:5] == [3, 6, 9, 0, 3]
    assert taken_up(exported().data()).drafts == ()  # type: ignore[union-attr]


@given(st.lists(deeds, min_size=1, max_size=4))
@settings(max_examples=150, derandomize=True, deadline=None, phases=[Phase.generate])
def test_nothing_disappears_but_what_was_taken_out_on_purpose_and_that_is_named(
    done: list[tuple[Deed, int, int, int]],
) -> None:
    office = exported()
    for deed, where, n, m in done:
        # Every third deed is done to the list of groups.
        deed(office, office.sheets[where % len(office.sheets) if where % 3 else 0], n, m)
    judged(office)
