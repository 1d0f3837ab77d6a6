"""In which order the form asks: one topic a step. Every field that is asked stands in exactly one step."""

from typing import NamedTuple


class Topic(NamedTuple):
    """One step of the form: its address, what it is called, what is said first, and the fields it asks for."""

    anchor: str
    title: str
    lead: str
    fields: tuple[str, ...]


def _topic(anchor: str, title: str, lead: str, fields: str) -> Topic:
    return Topic(anchor, title, lead, tuple(fields.split()))


GROUP: tuple[Topic, ...] = (
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
EVENT: tuple[Topic, ...] = (
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
TOPICS: dict[str, tuple[Topic, ...]] = {"group": GROUP, "event": EVENT}
# What is asked only of those who open it: the usual way of saying it stands above.
FOLDED: frozenset[str] = frozenset(
    {"dates.#.start_date", "dates.#.end_date", "dates.#.start_time", "dates.#.end_time", "dates.#.except_dates"}
)
