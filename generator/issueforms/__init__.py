"""Forms on the code host (GitHub issue forms), made from the models; `generator.intake.issue` reads what they send."""

from generator.issueforms.asks import Ask, asks, prefill_ids
from generator.issueforms.write import issue_forms

__all__ = ["Ask", "asks", "issue_forms", "prefill_ids"]
