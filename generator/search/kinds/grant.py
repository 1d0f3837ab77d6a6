"""A grant as it is found."""

from generator.directory.model import Directory, PlainEntry
from generator.kinds import GRANT, KINDS
from generator.models.grant import Grant
from generator.search.documents import PAST, SearchDocument
from generator.search.kinds.numbers import numbers, without_hyphens
from generator.wording.grants import OVER, grant_facts, grant_line, grant_state
from generator.wording.markdown import to_text


def grant_document(directory: Directory, entry: PlainEntry[Grant]) -> SearchDocument:
    """A grant as it is found; one that is over weighs less."""
    grant, state = entry.record, grant_state(entry.record, directory.today)
    parts = [fact_line.text for fact in grant_facts(directory, grant) for fact_line in fact.lines]
    parts += [grant.apply or "", to_text(grant.description) if grant.description else "", *numbers(grant.contact)]
    parts.append((grant.contact and grant.contact.address) or "")
    return SearchDocument(
        url=entry.url,
        kind=GRANT.name,
        sorts=(KINDS[GRANT.name].label,),
        title=grant.title,
        kana=grant.kana or "",
        line=grant_line(grant, directory.today),
        badges=(state,),
        lead=grant.summary,
        fields=directory.labels("fields", grant.fields),
        areas=directory.labels("areas", grant.areas),
        day=grant.closes.isoformat(),
        body="\n".join(filter(None, parts)),
        weight=PAST if state == OVER else 0,
        readings=tuple(without_hyphens(grant.contact)),
        ahead=state != OVER,
    )
