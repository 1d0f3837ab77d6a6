"""A vocabulary: the terms a city chooses, as written in `content/vocabulary/<name>.yaml`."""

from functools import cached_property
from typing import Annotated

from pydantic import ConfigDict

from generator.japanese.text import key
from generator.models.base import Record, field
from generator.models.shared import Audiences, Fields, SeveralRoles
from generator.models.types import Flag, Kana, Line, Many

# The vocabularies whose terms lead to terms of others.
LEADING = ("skills",)


class Term(Record):
    """One term with its label, its other spellings and its code in a standard."""

    label: Line = field("表示名", "Label", example="環境の保全")
    label_en: Line = field("英語名", "English label", example="Environment")
    kana: Kana | None = field("ふりがな", "Reading", default=None, example="かんきょうのほぜん")
    autonym: Line | None = field(
        "その言葉での名前", "Autonym", "言葉の名前を、その言葉で", default=None, example="中文"
    )
    code: Line | None = field("コード", "Code", default=None, example="7")
    icon: Line | None = field("図記号", "Icon", default=None, example="leaf")
    description: Line | None = field("説明", "Description", default=None)
    aliases: Annotated[tuple[Line, ...], Many] = field("別の書き方", "Aliases", default=())
    schema_type: Line | None = field("schema.org の型", "schema.org type", default=None, alias="schema")
    corporate: Flag | None = field("法人", "Corporate body", "事務所の所在地が登記される種類", default=None)
    gif: Line | None = field("GIFの項目", "GIF item", default=None)
    kinds: Annotated[tuple[Line, ...], Many] = field(
        "助け合いの種類", "Kinds of exchange", "貸し借りするものだけ", default=(), example="equipment"
    )
    sorts: Annotated[tuple[Line, ...], Many] = field(
        "その中のもの",
        "Sorts",
        "たがいに代わりにならないもの。同じものの書き方は / で、より広いものは < でつなぐ",
        default=(),
        example="のこぎり/糸のこぎり",
    )
    wider: Line | None = field("これも含む言葉", "Wider term", "より広い用語の番号", default=None, example="any-room")
    unlike: Annotated[tuple[Line, ...], Many] = field(
        "別のもの", "Not meant", "この字が入っていても、別のもの", default=(), example="テントウムシ"
    )
    next: Annotated[tuple[Line, ...], Many] = field(
        "となりの地域", "Next areas", "地域だけ。隣り合う地域の番号", default=(), example="shibayama"
    )
    group: Line | None = field("まとまり", "Group", "groups の名前", default=None, example="hands")
    fields: Fields = field("活動分野", "Fields", "この用語があてはまる分野", default=(), example="environment")
    audiences: Audiences = field("対象", "Audiences", "この用語でかかわる人たち", default=(), example="seniors")
    roles: SeveralRoles = field("役割", "Roles", "この用語で引き受けられる役割", default=(), example="volunteer")
    words: Annotated[tuple[Line, ...], Many] = field(
        "紹介のことば", "Words", "団体が紹介や募集に使うことば", default=(), example="大工, 木工", max_length=60
    )


class Heading(Record):
    """What several terms of a long vocabulary have in common."""

    label: Line = field("表示名", "Label", example="手しごと")
    label_en: Line = field("英語名", "English label", example="Crafts")


class Vocabulary(Record):
    """An ordered list of terms; what is written in a profile is looked up by id, label or alias."""

    model_config = ConfigDict(ignored_types=(cached_property,))

    label: Line = field("名前", "Label", example="活動分野")
    label_en: Line = field("英語名", "English label", example="Field of activity")
    groups: dict[str, Heading] = field("まとまり", "Groups", "長い一覧の見出し", default={})
    terms: dict[str, Term] = field("用語", "Terms", min_length=1)

    @cached_property
    def _ids(self) -> dict[str, str]:
        table: dict[str, str] = {}
        for spell in (lambda i, t: [i], lambda i, t: [t.label], lambda i, t: t.aliases):
            for identifier, entry in self.terms.items():
                for spelling in spell(identifier, entry):
                    table.setdefault(key(spelling), identifier)
        return table

    def find(self, text: str) -> str | None:
        """The id of the term that this id, label or alias means, in any width or case; None if there is none."""
        return text if text in self.terms else self._ids.get(key(text))

    @cached_property
    def labels(self) -> dict[str, str]:
        """The Japanese label of every term."""
        return {identifier: entry.label for identifier, entry in self.terms.items()}

    def label_for(self, identifier: str) -> str:
        """The Japanese label of a term."""
        return self.labels[identifier]
