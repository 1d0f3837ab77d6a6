"""A group (団体) as it is written in `content/groups/<slug>.yaml`."""

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, StringConstraints, ValidationInfo, model_validator

from generator.japanese.answers import call_words, is_none
from generator.japanese.headcounts import parse_headcount
from generator.japanese.money import is_about_money, parse_fees, spelled_out
from generator.japanese.unclear import Unclear
from generator.models.base import Record, field
from generator.models.choices import (
    Criteria,
    GroupStatus,
    OneGroupStatus,
    OneSource,
)
from generator.models.contact import Contact
from generator.models.handover import Handover
from generator.models.shared import (
    Accessibility,
    Areas,
    Audiences,
    Document,
    Exchanges,
    Fields,
    GroupKinds,
    Language,
    Languages,
    Photo,
    Roles,
    Translation,
)
from generator.models.types import (
    CorporateNumber,
    Count,
    Day,
    Flag,
    Kana,
    Line,
    LongText,
    Many,
    PartialDay,
    People,
    Repeat,
    Text,
    Yen,
    refuse,
)

# A profile that nobody confirmed for this long gets a calm note, and its staff a warning.
STALE_DAYS = 366

Summary = Annotated[str, StringConstraints(min_length=1, max_length=60)]


class Meeting(Record):
    """When and where a group usually meets."""

    shorthand: ClassVar[str] = "when"

    when: Repeat = field("いつ", "When", "曜日と時刻", example="毎月第2・第4土曜 9:00-12:00")
    place: Line | None = field(
        "どこで", "Place", "施設の番号（ファイル名）か場所の名前", default=None, example="shimin-hall"
    )
    note: Text | None = field("補足", "Note", default=None, example="雨の日は翌週に延期します")


class Members(Record):
    """How many people belong to a group."""

    shorthand: ClassVar[str] = "total"

    @classmethod
    def in_one_line(cls, text: str) -> dict[str, Any]:
        """18人（男18） as a number and how it divides; a number alone is the total."""
        count = parse_headcount(text)
        if isinstance(count, Unclear):
            return {"total": text}
        return {name: value for name, value in asdict(count).items() if value not in (None, "")}

    total: Count | None = field("人数", "Total", default=None, example="25人")
    residents: Count | None = field("うち市内", "Residents", default=None, example="20人")
    ages: Line | None = field("年代", "Age bands", default=None, example="60代から80代が中心")
    note: Line | None = field("補足", "Note", "内訳など", default=None, example="男性10人、女性15人")

    @property
    def differ(self) -> bool:
        """Whether more of them live here than there are: nobody can tell which number holds."""
        return self.total is not None and self.residents is not None and self.residents > self.total


class Fees(Record):
    """What belonging to a group costs, in yen; what has no fixed amount goes into the note."""

    shorthand: ClassVar[str] = "note"

    @classmethod
    def in_one_line(cls, text: str) -> dict[str, Any]:
        """年会費1,000円・入会金なし by kind; what has no fixed amount stays whole in the note."""
        fees = parse_fees(spelled_out(text))
        if isinstance(fees, Unclear):
            if not is_about_money(text):
                raise refuse(fees.rule, text, fees.suggestion)
            return {"note": text}
        return {name: value for name, value in asdict(fees).items() if value not in (None, "")}

    joining: Yen | None = field("入会金", "Joining fee", default=None, example="1,000円")
    yearly: Yen | None = field("年会費", "Yearly fee", default=None, example="2,000円")
    monthly: Yen | None = field("月会費", "Monthly fee", default=None, example="500円")
    per_time: Yen | None = field("1回", "Fee per time", default=None, example="300円")
    note: Line | None = field("補足", "Note", default=None, example="ほかに材料費の実費がかかります")


# The role of those who take an activity over, in the ids of the sample vocabulary.
SUCCESSOR = "successor"
# The words for a role by which a line is recognised, in the ids of the sample vocabulary.
_ROLES_IN_WORDS = {
    SUCCESSOR: ("後継", "引き継", "担い手"),
    "volunteer": ("ボランティア", "お手伝い", "協力者", "サポーター"),
    "specialist": ("講師", "指導者", "専門家"),
    "board": ("役員", "世話人"),
    "participant": ("参加者", "受講"),
    "member": ("会員", "メンバー", "仲間", "部員", "団員"),
}
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "roles_in_words": _ROLES_IN_WORDS,
}


class Recruiting(Record):
    """People a group is looking for; a title that only answers (有, 随時) is put into words."""

    shorthand: ClassVar[str] = "title"

    @classmethod
    def in_one_line(cls, text: str) -> dict[str, Any]:
        """会員募集中！ as a title and the role that it names; an answer (有, 無) is about members."""
        named = next((role for role, words in _ROLES_IN_WORDS.items() if any(word in text for word in words)), "")
        role = named or ("member" if call_words(text) is not None else "")
        return {"role": role, "title": text} if role else {"title": text}

    @model_validator(mode="after")
    def _in_words(self, info: ValidationInfo) -> "Recruiting":
        said = call_words(self.title)
        if not said:
            return self
        roles = (info.context or {}).get("vocabularies", {}).get("roles")
        label = roles.labels.get(self.role, self.role) if roles else self.role
        return self.model_copy(update={"title": said.replace("〇〇", label)})

    role: Roles = field("役割", "Role", example="member")
    title: Line = field("見出し", "Title", "30文字ほど", example="川の清掃を手伝ってくださる方")
    text: Text | None = field("内容", "Text", default=None, example="月に一度、2時間ほどです。")
    when: Line | None = field("いつ", "When", default=None, example="毎月第3日曜 9:00-11:00")
    place: Line | None = field("どこで", "Place", "施設の番号か場所の名前", default=None, example="川辺の広場")
    until: Day | None = field("締切", "Until", "この日まで掲載します", default=None, example="2027-03-31")
    number: People | None = field(
        "人数", "Number", "決まっていなければ「若干名」「2〜3人」でも", default=None, example="5人"
    )
    beginners_ok: Flag | None = field("初心者歓迎", "Beginners welcome", default=None, example="はい")
    once: Flag | None = field("一度だけでもよい", "Once is enough", default=None, example="はい")
    with_children: Flag | None = field("子ども連れ歓迎", "Children may come along", default=None, example="はい")
    from_home: Flag | None = field("家でもできる", "Can be done from home", default=None, example="いいえ")
    ages: Line | None = field("年齢", "Ages", default=None, example="高校生以上")
    conditions: Text | None = field("条件", "Conditions", default=None, example="長ぐつをお持ちください")
    posted: Day | None = field("掲載日", "Posted", "募集をはじめた日", default=None, example="2026-10-01", asked=False)
    id: Annotated[Line, Field(max_length=20)] | None = field(
        "番号",
        "ID",
        "この募集のページのアドレスの終わり。見出しを直しても変えません",
        default=None,
        example="b3f09c",
        asked=False,
    )


def _calling(recruiting: tuple[Recruiting, ...]) -> tuple[Recruiting, ...]:
    """The entries that seek somebody: 無 and 募集していません do not."""
    return tuple(each for each in recruiting if call_words(each.title) != "")


class Exchange(Record):
    """Something a group can give to, or would like to have from, another group."""

    kind: Exchanges = field("種類", "Kind", example="equipment")
    text: Text = field("内容", "Text", example="テント2張りをお貸しできます")
    when: Line | None = field("いつ", "When", "決まった曜日や時間があれば", default=None, example="土曜・日曜")
    until: Day | None = field("いつまで", "Until", default=None, example="2027-03-31")


def _named(exchanges: tuple[Exchange, ...]) -> tuple[Exchange, ...]:
    """The entries that name something: 特になし does not."""
    return tuple(each for each in exchanges if not is_none(each.text))


class Group(Record):
    """One community group's profile."""

    name: Annotated[Line, Field(max_length=60)] = field("団体名", "Name", "正式な名前", example="見本の会", own=True)
    kana: Kana = field("ふりがな", "Reading", "ひらがなで。並び順と検索に使います", example="みほんのかい", own=True)
    name_en: Line | None = field("英語名", "English name", default=None, example="Mihon Club", own=True)
    aliases: Annotated[tuple[Line, ...], Many] = field(
        "通称", "Aliases", "ほかの呼び名や略称", default=(), example="みほん", max_length=8
    )
    kind: GroupKinds = field("団体の種類", "Kind", example="volunteer")
    corporate_number: CorporateNumber | None = field(
        "法人番号", "Corporate number", "法人だけ。13けた", default=None, example="8000012010038"
    )
    fields: Fields = field(
        "活動分野", "Fields of activity", "おもな分野を先に", example="environment", min_length=1, max_length=6
    )
    areas: Areas = field("活動地域", "Areas", "小学校区か市内全域", example="citywide", min_length=1, max_length=12)
    audiences: Audiences = field("対象", "Audience", "どなたに向けた活動か", default=(), example="anyone")
    summary: Summary = field(
        "ひとこと紹介", "Summary", "60文字まで", example="川の水質を調べ、岸辺の掃除を続けています。", own=True
    )
    description: LongText = field(
        "活動紹介",
        "Description",
        "何を、どのように、なぜ。箇条書きと太字が使えます",
        example="毎月一度、五つの地点で水を調べています。",
        own=True,
    )
    criteria: Criteria = field(
        "市民活動の要件",
        "Criteria",
        "当てはまるものをすべて",
        default=(),
        example="voluntary, collective, continuing, public-benefit, nonprofit",
    )
    meetings: Annotated[tuple[Meeting, ...], Many] = field("活動日時・場所", "Meetings", default=(), max_length=12)
    members: Members | None = field("会員数", "Members", default=None)
    fees: Fees | None = field("会費", "Fees", default=None)
    founded: PartialDay | None = field("設立", "Founded", "年だけでもかまいません", default=None, example="平成16年4月")
    recruiting: Annotated[tuple[Recruiting, ...], Many, AfterValidator(_calling)] = field(
        "募集", "Recruiting", default=(), max_length=8
    )
    succession: Handover | None = field(
        "引き継ぎ",
        "Succession",
        "代表や世話役のあとを継ぐ方のこと。心配ごとのうちからでも書けます。センターもいっしょに考えます",
        default=None,
    )
    offers: Annotated[tuple[Exchange, ...], Many, AfterValidator(_named)] = field(
        "できること", "Offers", default=(), max_length=8
    )
    seeks: Annotated[tuple[Exchange, ...], Many, AfterValidator(_named)] = field(
        "求めていること", "Seeks", default=(), max_length=8
    )
    contact: Contact = field("連絡先", "Contact", "電話だけでも、「センター」だけでもかまいません")
    languages: Languages = field("対応言語", "Languages spoken", default=(), example="en")
    accessibility: Accessibility = field("バリアフリー対応", "Accessibility", default=(), example="wheelchair")
    photos: Annotated[tuple[Photo, ...], Many] = field("写真", "Photos", default=(), max_length=6)
    documents: Annotated[tuple[Document, ...], Many] = field("資料", "Documents", default=(), asked=False, max_length=6)
    translations: Annotated[dict[Language, Translation], Field(max_length=10)] = field(
        "ほかの言語", "Translations", "easy（やさしい日本語）、en、zh など", default={}
    )
    confirmed: Day | None = field(
        "確認日", "Last confirmed", "団体が内容を確かめた日", default=None, example="2026-10-01", asked=False
    )
    source: OneSource | None = field("受付方法", "Source", default=None, example="paper", asked=False)
    status: OneGroupStatus = field("状態", "Status", default=GroupStatus.ACTIVE, example="active")


def is_stale(group: Group, today: date) -> bool:
    """Whether the last confirmation of a profile is more than a year old; one without a date is not."""
    return group.confirmed is not None and (today - group.confirmed).days > STALE_DAYS
