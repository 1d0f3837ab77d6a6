"""Parts that records of several kinds have in common."""

from typing import Annotated, Any, ClassVar

from pydantic import StringConstraints

from generator.japanese.deadlines import closing_rule
from generator.japanese.money import parse_price
from generator.japanese.unclear import Unclear
from generator.models.base import Record, field
from generator.models.choices import ClosingRule
from generator.models.types import Line, LongText, Text, Yen, refuse, term, terms

FileName = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Fields = terms("fields")
Areas = terms("areas")
Audiences = terms("audiences")
Languages = terms("languages")
Language = term("languages")
Accessibility = terms("accessibility")
GroupKinds = term("kinds")
SeveralGroupKinds = terms("kinds")
EventKinds = term("event-kinds")
PlaceKinds = term("place-kinds")
Roles = term("roles")
SeveralRoles = terms("roles")
Exchanges = term("exchanges")


class UntilThen(Record):
    """What is open until a day: 「1月15日必着」 in `closes` says the `rule` as well, where none is written."""

    @classmethod
    def implied(cls, data: dict[str, Any]) -> dict[str, Any]:
        """The data, with the rule that the words of the last day say."""
        closes, rule = data.get("closes"), data.get("rule")
        said = closing_rule(closes) if isinstance(closes, str) else ""
        if not said:
            return data
        if rule is None:
            return data | {"rule": said}
        other = ClosingRule.called(rule) if isinstance(rule, str) else None
        # Two rules for one day: neither is believed.
        return data | {"closes": f"{closes}・{other.label}"} if other and other != said else data


class Photo(Record):
    """A picture beside the profile; the words for those who do not see it are required."""

    file: FileName = field("ファイル", "File", "プロフィールと同じフォルダに置いた画像の名前", example="kawa.jpg")
    alt: Line = field("写真の説明", "Alternative text", "見えない方にも伝わる説明", example="川岸でごみを拾う会員たち")
    caption: Line | None = field("キャプション", "Caption", "写真の下に出す言葉", default=None, example="秋の一斉清掃")


class Document(Record):
    """A leaflet or rule book beside the profile."""

    file: FileName = field("ファイル", "File", "プロフィールと同じフォルダに置いたPDFの名前", example="kaiho.pdf")
    title: Line = field("題名", "Title", "資料の題名", example="会報 第12号")


class Translation(Record):
    """The essentials in another language or in easy Japanese."""

    name: Line | None = field("名前", "Name", "その言語での名前", default=None, example="River Friends")
    summary: Text | None = field("ひとこと紹介", "Summary", default=None, example="We clean the river together.")
    description: LongText | None = field("活動紹介", "Description", default=None, example="We meet by the bridge.")


class Fee(Record):
    """What taking part once costs; the note says what for or for whom."""

    shorthand: ClassVar[str] = "note"

    @classmethod
    def in_one_line(cls, text: str) -> dict[str, Any]:
        """500円（材料費）as an amount and its note; several amounts stay whole in the note."""
        price = parse_price(text)
        if isinstance(price, Unclear):
            raise refuse(price.rule, text, price.suggestion)
        return {
            name: value for name, value in (("amount", price.amount), ("note", price.note)) if value not in (None, "")
        }

    amount: Yen | None = field("金額", "Amount", "円。無料なら0", default=None, example="500円")
    note: Line | None = field("補足", "Note", "内訳や割引", default=None, example="材料費として")
