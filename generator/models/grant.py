"""A grant (助成金) as it is written in `content/grants/<slug>.yaml`."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.models.base import Record, field
from generator.models.choices import OneClosingRule
from generator.models.contact import Contact
from generator.models.shared import Areas, Fields, SeveralGroupKinds, UntilThen
from generator.models.types import (
    Day,
    Deadline,
    Flag,
    Kana,
    Line,
    LongText,
    MembersLeast,
    Text,
    Url,
    YearsLeast,
    YearsMost,
    Yen,
)


class Eligible(Record):
    """Who may apply for a grant."""

    shorthand: ClassVar[str] = "note"

    kinds: SeveralGroupKinds = field("団体の種類", "Kinds of groups", default=(), example="volunteer")
    years: YearsLeast | None = field("活動年数", "Years at work", "何年以上か", default=None, example="3年以上")
    years_most: YearsMost | None = field(
        "活動年数の上限", "Years at work at most", "何年以内か", default=None, example="5年以内"
    )
    members: MembersLeast | None = field("会員数", "Members", "何人以上か", default=None, example="5人以上")
    registered: Flag | None = field("登録団体だけ", "Registered groups only", default=None, example="はい")
    note: Text | None = field("条件", "Conditions", default=None, example="市内で活動していること")


class Amount(Record):
    """How much a grant pays."""

    shorthand: ClassVar[str] = "note"

    most: Yen | None = field("上限", "Upper limit", default=None, example="100,000円")
    rate: Line | None = field("割合", "Rate", default=None, example="対象になる経費の2分の1以内")
    note: Line | None = field("補足", "Note", default=None, example="採択は5団体ほど")


class Grant(UntilThen):
    """One grant, in the round that is open now or was open last."""

    title: Annotated[Line, Field(max_length=80)] = field("助成金の名前", "Title", example="見本活動助成", own=True)
    kana: Kana | None = field("ふりがな", "Reading", default=None, example="みほんかつどうじょせい")
    funder: Line = field("助成する団体", "Funder", example="見本財団")
    summary: Annotated[Text, Field(max_length=80)] = field(
        "ひとこと紹介",
        "Summary",
        "80文字まで",
        example="はじめて3年以内の団体の、道具をそろえるお金を助成します。",
        own=True,
    )
    fields: Fields = field(
        "対象の分野", "Fields of activity", "決まりがなければ、空けておきます", default=(), example="environment"
    )
    areas: Areas = field("対象の地域", "Areas", "決まりがなければ、空けておきます", default=(), example="citywide")
    eligible: Eligible | None = field("対象になる団体", "Eligible groups", default=None)
    amount: Amount | None = field("助成額", "Amount", default=None)
    purpose: Text | None = field(
        "使いみち",
        "Purpose",
        "何に使えて、何に使えないか",
        default=None,
        example="道具と材料の購入費。人件費は対象になりません",
    )
    round: Line | None = field("募集の回", "Round", default=None, example="2027年度 前期")
    opens: Day | None = field("受付開始", "Opens", default=None, example="2026-12-01")
    closes: Deadline = field("締切", "Closes", "日付か、「随時」", example="2027-01-15")
    rule: OneClosingRule | None = field("締切の決まり", "Closing rule", default=None, example="arrived")
    yearly: Flag | None = field("毎年募集", "Every year", default=None, example="はい")
    apply: Text | None = field("申し込み方法", "How to apply", default=None, example="申請書を窓口へお持ちください")
    url: Url | None = field("案内のページ", "Website", default=None, example="https://example.org/josei", own=True)
    contact: Contact | None = field("問い合わせ先", "Contact", default=None)
    description: LongText | None = field(
        "くわしい案内", "Description", default=None, example="選考は書類で行います。", own=True
    )
