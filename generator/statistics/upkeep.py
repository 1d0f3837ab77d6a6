"""The chapters about the office's own work: entries that say too little, profiles to confirm, needs that were met."""

from pathlib import PurePosixPath

from generator.japanese.dates import show_date
from generator.kinds import GROUP
from generator.problems import Problem
from generator.rules import message
from generator.statistics.chapters import at_work
from generator.statistics.figures import Chapter, Figure, Material, Task, by_count, listed
from generator.statistics.needs import every_need, need_words
from generator.statistics.outcomes import WAYS

# The rules about entries that leave out what volunteers look for.
VAGUE = frozenset({"opening-vague"})


def vague(material: Material) -> Chapter:
    """Entries that lack what people look for: who, when, where, how long, what for."""
    found = [problem for problem in material.problems if problem.rule in VAGUE]
    figures = (
        Figure("vague.entries", "書きたりないところ", len(found)),
        Figure("vague.groups", "その団体", len({problem.where.file for problem in found})),
    )
    tasks = tuple(_task(material, problem) for problem in found)
    lead = "さがす人が知りたいこと（だれに、いつ、どこで、どのくらい、何のために）が書かれていないところです。"
    return Chapter("書きたりない募集", lead, figures, listed("書きたしてもらうところ", tasks))


def confirming(material: Material) -> Chapter:
    """Profiles of groups at work that nobody confirmed for a year, or ever."""
    groups = at_work(material)
    stale = tuple(entry for entry in groups if entry.stale)
    never = tuple(entry for entry in groups if entry.group.confirmed is None)
    figures = (
        Figure("confirm.stale", "1年以上たった団体", len(stale)),
        Figure("confirm.never", "確認日のない団体", len(never)),
    )
    tasks = (
        *(Task(e.group.name, f"確認日 {show_date(e.group.confirmed)}", e.url) for e in stale if e.group.confirmed),
        *(Task(e.group.name, "確認日がありません", e.url) for e in never),
    )
    return Chapter("内容を確かめるプロフィール", "団体に、変わりがないか聞きます。", figures, listed("団体", tasks))


def met(material: Material) -> Chapter:
    """The needs that were met in the month of the report, by kind and by way."""
    directory = material.directory
    found = [each for each in material.outcomes if each.month == material.month]
    kinds = {need: need_words(directory, need) for need in every_need(directory)}
    figures = (
        Figure("outcomes.month", "この月に決まった数", len(found)),
        *by_count("outcomes.need", kinds, (each.need for each in found), lambda need: need_words(directory, need)),
        *by_count("outcomes.way", WAYS, (each.way for each in found), str),
    )
    return Chapter("決まったこと", "職員が「決まった」と記録した数です。名前は記録しません。", figures)


def _task(material: Material, problem: Problem) -> Task:
    path = PurePosixPath(problem.where.file)
    entry = material.directory.group_of.get(path.stem) if path.parent.name == GROUP.folder else None
    name = entry.group.name if entry else path.name
    return Task(name, message(problem), entry.url if entry else "")
