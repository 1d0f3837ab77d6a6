"""Groups and grants made from few words, for tests that read no files."""

from typing import Any

from generator.models.grant import Grant
from generator.models.group import Group


def group_of(**given: Any) -> Group:
    """A group with the least that a profile has; what is given is added, None is left out."""
    least = {
        **{"name": "川あかりの会", "kana": "かわあかりのかい", "kind": "volunteer", "fields": ["environment"]},
        **{"areas": ["citywide"], "summary": "花を世話しています。", "description": "毎月、花壇に集まります。"},
        "contact": {"via": "center"},
    }
    return Group.model_validate(_present(least | given))


def grant_of(**given: Any) -> Grant:
    """A grant that closes on 15 January 2027; what is given is added, None is left out."""
    least = {"title": "川べり助成", "funder": "川べり基金", "summary": "道具を助成します。", "closes": "2027-01-15"}
    return Grant.model_validate(_present(least | given))


def _present(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
