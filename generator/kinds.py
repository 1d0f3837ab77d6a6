"""The kinds of record: everything about each that more than one room has to know, told once.

A further kind is its model, its description here, and what is particular to it in the tables of the rooms above: what
is wrong with it (`check`), its pages (`pages/site.py`), how it is found (`search/records.py`). Whatever goes by kind
beside that (reading, schema, starter, form, sheets, what is sent in, commands, navigation) follows from here.
"""

from collections.abc import Mapping, Sized
from dataclasses import dataclass
from typing import NamedTuple

from generator.models.base import Record
from generator.models.event import Event
from generator.models.grant import Grant
from generator.models.group import Group
from generator.models.place import Place


class Topic(NamedTuple):
    """One step of the form: its address, what it is called, what is said first, and the fields it asks for."""

    anchor: str
    title: str
    lead: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind is written in the browser: where, under which heading, and in which order it is asked for.

    Every field that is asked stands in exactly one step. An `open` form invites everybody: other forms and the pages of
    its records lead to it, and the code host has one like it. Any other is for those who are told its address.
    """

    url: str
    title: str
    steps: tuple[Topic, ...]
    open: bool = True


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record.

    name: in commands, forms, and names of schemas. folder: below `content/`, and the address of the list and of the
    pages below it. label: what one is called; `many`, what the navigation calls them. title: the field that names a
    record. dated: whether several may bear one name on different days. spare: an address where a name gives none.
    form, sheet: whether it is written in the browser, and in workbooks. optional: whether a city may do without
    it; where there is none, nothing leads to the list.
    """

    name: str
    folder: str
    model: type[Record]
    label: str
    english: str
    many: str
    title: str
    spare: str
    dated: bool = False
    form: Form | None = None
    sheet: bool = False
    optional: bool = False

    @property
    def list_url(self) -> str:
        """The site-relative address of the list of all its records."""
        return f"{self.folder}/"

    def url(self, slug: str) -> str:
        """The site-relative address of a record's page."""
        return f"{self.folder}/{slug}/"

    def file(self, slug: str) -> str:
        """The file of a record, from the folder beside mkdocs.yml."""
        return f"content/{self.folder}/{slug}.yaml"

    def correct_url(self, slug: str) -> str:
        """Where everybody can propose a correction of a record; empty if nobody is invited to."""
        return f"{self.form.url}?{self.name}={slug}" if self.form and self.form.open else ""

    def has(self, field: str) -> bool:
        """Whether its records have a field."""
        return field in self.model.model_fields


def _topic(anchor: str, title: str, lead: str, fields: str) -> Topic:
    return Topic(anchor, title, lead, tuple(fields.split()))


_GROUP_STEPS = (
    _topic("name", "団体の名前", "正式な名前を書いてください。", "name kana aliases name_en"),
    _topic(
        "kind",
        "どんな団体か",
        "さがす人は、分野と地域から見つけます。",
        "kind corporate_number fields areas audiences",
    ),
    _topic("words", "紹介のことば", "はじめて知る人に話すように書いてください。", "summary description"),
    _topic("when", "いつ・どこで", "決まった日がなければ、空けたままでかまいません。", "meetings"),
    _topic("members", "会員と会費", "だいたいの数でかまいません。", "members fees founded"),
    _topic(
        "wanted",
        "募集と助け合い",
        "人や物が要るとき、ゆずれるものがあるときに書きます。なければ、次へ進んでください。",
        "recruiting succession offers seeks",
    ),
    _topic(
        "contact",
        "連絡先",
        "一つずつ、公開するかどうかを選べます。公開しないものはセンターだけが知り、ページには出ません。",
        "contact",
    ),
    _topic(
        "care",
        "写真とバリアフリー",
        "写真が一枚あると、ようすがよく伝わります。写っている方の了解をもらってください。",
        "photos languages accessibility translations",
    ),
    _topic("send", "確かめて送る", "最後に、団体の宣言と全体を確かめてください。", "criteria status"),
)
_EVENT_STEPS = (
    _topic(
        "title",
        "イベントの名前",
        "何のイベントか、名前だけで分かるように書いてください。",
        "title kana kind organizer part_of",
    ),
    _topic("when", "いつ", "日にちと時刻を書いてください。", "dates status"),
    _topic("where", "どこで", "はじめての人がたどり着けるように書いてください。", "place address online rain"),
    _topic("words", "内容", "来る人が知りたいことを、話すように書いてください。", "summary description"),
    _topic(
        "people",
        "対象・定員・費用",
        "だれが来てよいか、いくらかかるかを書いてください。",
        "audience audience_note capacity capacity_note fee",
    ),
    _topic("booking", "申し込み", "申し込みが要らなければ、空けたままでかまいません。", "booking"),
    _topic(
        "send", "写真・バリアフリーと送信", "最後に全体を確かめて、お送りください。", "photos accessibility languages"
    ),
)

_GRANT_STEPS = (
    _topic(
        "title",
        "助成金の名前",
        "助成する団体の案内にあるとおりに書いてください。",
        "title kana funder summary round yearly",
    ),
    _topic("when", "受付の期間", "いつでも受け付けているときは、締切に「随時」と書きます。", "opens closes rule"),
    _topic("whom", "対象になる団体", "案内に決まりのあるところだけで、かまいません。", "eligible fields areas"),
    _topic("money", "助成額と使いみち", "いくらまで、何に使えるかを書いてください。", "amount purpose"),
    _topic("apply", "申し込み方法", "どこへ、どのように申し込むかを書いてください。", "apply url contact"),
    _topic("send", "くわしい案内と送信", "最後に全体を確かめて、お送りください。", "description"),
)

GROUP = Kind(
    name="group",
    folder="groups",
    model=Group,
    label="団体",
    english="Group",
    many="団体",
    title="name",
    spare="dantai",
    form=Form("edit/", "団体の紹介を書く・直す", _GROUP_STEPS),
    sheet=True,
)
EVENT = Kind(
    name="event",
    folder="events",
    model=Event,
    label="イベント",
    english="Event",
    many="イベント",
    title="title",
    spare="event",
    dated=True,
    form=Form("edit/event/", "イベントをのせる・直す", _EVENT_STEPS),
    sheet=True,
)
PLACE = Kind(
    name="place",
    folder="places",
    model=Place,
    label="施設",
    english="Place",
    many="場所",
    title="name",
    spare="place",
)
GRANT = Kind(
    name="grant",
    folder="grants",
    model=Grant,
    label="助成金",
    english="Grant",
    many="助成金",
    title="title",
    spare="grant",
    form=Form("edit/grant/", "助成金をのせる・直す", _GRANT_STEPS, open=False),
    sheet=True,
    optional=True,
)

_ALL = (GROUP, EVENT, PLACE, GRANT)
# By name and by folder; those that are written in the browser; those that everybody may write.
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _ALL}
FOLDERS: Mapping[str, Kind] = {kind.folder: kind for kind in _ALL}
FORMS: Mapping[str, Form] = {kind.name: kind.form for kind in _ALL if kind.form}
OPEN: Mapping[str, Kind] = {kind.name: kind for kind in _ALL if kind.form and kind.form.open}
SHEETS: Mapping[str, Kind] = {kind.folder: kind for kind in _ALL if kind.sheet}


def counted(found: Mapping[str, Sized], lang: str = "ja") -> str:
    """How many records there are of each kind, by its folder, in words: 団体 69、イベント 42、場所 12."""
    if lang == "en":
        return ", ".join(f"{len(found[folder]):,} {folder}" for folder in FOLDERS)
    return "、".join(f"{kind.many} {len(found[folder]):,}" for folder, kind in FOLDERS.items())
