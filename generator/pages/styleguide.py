"""The page that shows every component once, for those who change how the site looks."""

from generator.pages.parts import Card, EventCard, RecruitView
from generator.pages.views import Page, StyleguideView
from generator.wording.parts import Link

_CARD = Card(
    url="groups/",
    name="川あかりの会",
    kana="かわあかりのかい",
    field="環境の保全",
    summary="月に一度、川の五つの地点で水質調査をしています。",
    line="第1日曜日 午前　川辺の公園",
    calls=("ボランティア募集",),
    badges=("初心者歓迎", "英語可"),
)
_EVENT = EventCard(
    url="events/",
    title="冬のはじめの 水質調査と水鳥の観察",
    kind="自然と環境",
    month="12",
    day="5",
    weekday="土",
    time="10:00〜12:00",
    place="川辺の公園",
    summary="川の水を測り、渡ってきた冬鳥を数えます。",
    organizer="川あかりの会",
    fee="無料",
    iso="2026-12-05",
)
_WANTED = RecruitView(
    id="wanted-sample",
    url="styleguide/#wanted-sample",
    role="ボランティア",
    title="水をくむ人・数字を書く人",
    where=(("場所", "橋のたもと"), ("日時", "毎月第1日曜 9:00-11:30")),
    text="測り方は、その場でお教えします。",
    rows=(("人数", "5人"), ("締切", "12月5日（土）")),
    badges=("初心者歓迎",),
    whose="場所と日時は、団体の集まりのものです。",
)
COLOURS = (
    ("paper", "地の色"),
    ("raised", "カードの色"),
    ("ink", "文字"),
    ("soft", "ひかえめな文字"),
    ("line", "部品の線"),
    ("green", "しるしの緑"),
    ("wash", "うすい緑"),
    ("accent", "人をさがす色"),
    ("wrong", "まちがい"),
    ("note", "お知らせの地"),
    ("note-ink", "お知らせの文字"),
    ("link", "リンク"),
)


def styleguide_page() -> Page:
    """Every component with its states; search engines and the site's own search do not know it."""
    view = StyleguideView(
        colours=COLOURS,
        cards=(_CARD, _CARD._replace(url="wanted/", calls=(), badges=(), quiet="お休み中")),
        event=_EVENT,
        wanted=(_WANTED, _WANTED._replace(id="wanted-sample-2", role="後継者", successor=True)),
        grid=(
            (
                "平日",
                (Link("平日午前", "groups/", 20), Link("平日午後", "groups/", 16, here=True), Link("平日夜", "", 0)),
            ),
        ),
        icons=("account-group-outline", "calendar-blank-outline", "hand-heart-outline", "pencil-outline"),
    )
    words = "このサイトの部品と色の見本です。見た目を直すときに使います。"
    return Page("styleguide/", "styleguide", "styleguide.html", "部品の見本", words, view, hidden=True)
