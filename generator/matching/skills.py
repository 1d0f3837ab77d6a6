"""Which skills a text speaks of: the words of the vocabulary, with their synonyms, where they stand as words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import add

from generator.lexical.borders import bordered
from generator.lexical.fold import fold
from generator.lexical.synonyms import Synonyms, all_together, load_synonyms, together
from generator.models.vocabulary import Vocabulary

# What stands between the two halves of a label: 大工仕事・木工.
_PARTS = re.compile("[・、（）()]")


@dataclass(frozen=True, slots=True)
class _Word:
    """One word as it is looked for: its pattern, whether in the text as written, and the skills it tells of."""

    word: str
    folded: str
    pattern: re.Pattern[str]
    as_written: bool
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Skills:
    """The skills of a city, ready to be found in texts.

    words: every word that tells of skills; fields, audiences, roles: lead from these to skills.
    """

    synonyms: Synonyms = field(default_factory=Synonyms)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_letters: Mapping[str, tuple[_Word, ...]] = field(default_factory=dict)
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    audiences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def found(self, text: str) -> dict[str, str]:
        """The skills that a text speaks of, each with the word that says so, the first in the order of the list."""
        folded = fold(text, self.synonyms.folding)
        letters = {*folded, *map(add, folded, folded[1:])}
        found: dict[str, str] = {}
        for known in sorted(letters & self.by_letters.keys()):
            for word in self.by_letters[known]:
                if word.folded in folded and word.pattern.search(text if word.as_written else folded):
                    for skill in word.skills:
                        found.setdefault(skill, word.word)
        return found


def skills_of(vocabularies: Mapping[str, Vocabulary], words: Mapping[str, Mapping[str, object]]) -> Skills:
    """The skills of a city's vocabulary with the synonyms of its word lists (`Directory.words`)."""
    vocabulary = vocabularies.get("skills")
    if vocabulary is None:
        return Skills()
    synonyms = load_synonyms({name: given for lists in words.values() for name, given in lists.items()})
    terms, told = vocabulary.terms.items(), _words(vocabulary, synonyms)
    return Skills(
        synonyms,
        told,
        _by_letters(told, synonyms),
        _turned((skill, term.fields) for skill, term in terms),
        _turned((skill, term.audiences) for skill, term in terms),
        _turned((skill, term.roles) for skill, term in terms),
    )


def _words(vocabulary: Vocabulary, synonyms: Synonyms) -> dict[str, tuple[str, ...]]:
    """Every word that tells of skills in a text, as it is written, and these skills.

    Of the aliases the first has its synonyms beside it, and those of one letter are none: 車 is in 車いす.
    """
    alike = _alike(synonyms)
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for skill, term in vocabulary.terms.items():
        like = (other for first in term.aliases[:1] for other in alike.get(together(first, synonyms.folding), ()))
        for word in (*(word for word in (*term.aliases, *like) if len(word) > 1), *term.words):
            found[word][skill] = None
    return {word: tuple(skills) for word, skills in found.items()}


def typed(vocabulary: Vocabulary, skills: Skills) -> dict[str, list[str]]:
    """What somebody may type for a skill, folded, and the skills that it means: labels, their parts, aliases, words."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for skill, term in vocabulary.terms.items():
        for word in (term.label, *_PARTS.split(term.label), term.label_en, *term.aliases):
            found[together(word, skills.synonyms.folding)][skill] = None
    for word, those in skills.words.items():
        found[together(word, skills.synonyms.folding)].update(dict.fromkeys(those))
    return {word: list(those) for word, those in sorted(found.items()) if word}


def _alike(synonyms: Synonyms) -> dict[str, tuple[str, ...]]:
    """For each word of the synonym groups the others of its groups."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    folded = iter(all_together((word for group in synonyms.synonyms for word in group), synonyms.folding))
    for group in synonyms.synonyms:
        for _ in group:
            found[next(folded)].update(dict.fromkeys(group))
    return {word: tuple(others) for word, others in found.items()}


def _by_letters(words: Mapping[str, tuple[str, ...]], synonyms: Synonyms) -> dict[str, tuple[_Word, ...]]:
    """The words by the first two letters of their folded form, or by the only one."""
    found: dict[str, list[_Word]] = defaultdict(list)
    for word, skills in words.items():
        folded = fold(word, synonyms.folding).strip()
        if folded:
            found[folded[:2]].append(_Word(word, folded, *bordered(word, folded), skills))
    return {letters: tuple(those) for letters, those in found.items()}


def _turned(pairs: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    """Terms of another vocabulary and the skills that name them."""
    found: dict[str, list[str]] = defaultdict(list)
    for skill, terms in pairs:
        for term in terms:
            found[term].append(skill)
    return {term: tuple(skills) for term, skills in found.items()}


def strongest(*found: tuple[str, Mapping[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Each skill once, with the first of several degrees at which it was found and the word: (skill, degree, word)."""
    told: set[str] = set()
    for degree, words in found:
        yield from ((skill, degree, word) for skill, word in words.items() if skill not in told)
        told.update(words)
