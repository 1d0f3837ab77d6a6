"""The front page and the pages that stand beside it: places, search, shortlist."""

from dataclasses import replace
from datetime import timedelta
from itertools import accumulate
from urllib.parse import urlencode

from generator.directory.model import Directory
from generator.kinds import PLACE
from generator.matching.sheet import URL as MATCH
from generator.pages.contact_points import center_view
from generator.pages.events import week
from generator.pages.index import Index
from generator.pages.lists import Cards
from generator.pages.parts import Section
from generator.pages.views import HomeView, ListView, Page, SearchView, ShortlistView
from generator.pages.wanted import some_wanted
from generator.settings import Settings
from generator.wording.parts import Link

# What else a visitor or a group may have come for.
WAYS = (
    Link("引き継ぐ人を待つ活動", "succession/"),
    Link("団体どうしで助け合う", "exchange/"),
    Link("助成金をさがす", "grants/"),
)
# What a place is called whose settings do not name it.
_TOWN = "まち"
SOON_SHOWN, WANTED_SHOWN, RECENT_SHOWN = 6, 6, 6
# Of one day; in a large city a week has hundreds of events.
DAY_SHOWN = 12


def home_page(directory: Directory, index: Index, cards: Cards, settings: Settings) -> Page:
    """The front page: whom it is for in one glance, search, this week, people wanted, fields."""
    count = len(index.groups)
    city = settings.city or _TOWN
    lead = settings.lead or f"{settings.city_short or city}で活動する{count}の団体を、さがす・知る・手伝う"
    days = week(directory, directory.today)
    view = HomeView(
        city=city,
        lead=lead.format(count=count),
        examples=_examples(settings),
        ask=Link(
            "質問に答えてさがす",
            MATCH,
            note="五つの質問から、あなたに合う活動を理由といっしょに",
            icon="chat-question-outline",
        ),
        doors=_doors(directory, index),
        ways=WAYS,
        week=tuple(map(_shortened, days or _next_days(directory))),
        week_title="今週のイベント" if days else "これからのイベント",
        wanted=tuple(some_wanted(directory, WANTED_SHOWN)),
        fields=index.links(directory, "fields"),
        grid=index.grid(),
        recent=tuple(cards[g.slug] for g in index.latest(directory.today)[:RECENT_SHOWN]),
        center=center_view(settings.center),
        center_url=PLACE.url(settings.center.place) if settings.center.place in directory.place_of else "",
    )
    description = (
        f"{city}の市民活動団体・ボランティア団体{count}団体の案内。活動日、場所、連絡先、イベント、募集をさがせます。"
    )
    return Page("", "home", "home.html", settings.site_name, description, view)


def _shortened(day: Section) -> Section:
    return replace(day, cards=day.cards[:DAY_SHOWN], left=max(0, len(day.cards) - DAY_SHOWN))


def _next_days(directory: Directory) -> tuple[Section, ...]:
    """The next days on which something is on, as many as hold some events; where a week has none."""
    sections = week(directory, directory.today + timedelta(days=7), 24)
    shown = accumulate((len(section.cards) for section in sections), initial=0)
    return tuple(section for section, before in zip(sections, shown, strict=False) if before < SOON_SHOWN)


def _examples(settings: Settings) -> tuple[Link, ...]:
    return tuple(Link(word, f"search/?{urlencode({'q': word})}") for word in settings.search_examples)


def _doors(directory: Directory, index: Index) -> tuple[Link, ...]:
    wanted_count = sum(len(group.recruiting) for group in index.groups)
    return (
        Link("団体をさがす", "groups/", len(index.groups), "分野・地域・曜日から", "account-group-outline"),
        Link(
            "イベントに行く",
            "events/",
            sum(1 for e in directory.events if not e.past and e.occurrences),
            "今週のイベントと、これから",
            "calendar-blank-outline",
        ),
        Link("手伝う・仲間になる", "wanted/", wanted_count, "参加する人・手伝う人の募集", "hand-heart-outline"),
        Link("団体の方へ", "register/", None, "のせかた、なおしかた、部屋と備品", "pencil-outline"),
    )


def places_page(directory: Directory) -> Page:
    """The list of places in reading order."""
    cards = tuple(
        Link(p.place.name, p.url, len(p.groups), p.place.address or "", directory.label("place-kinds", p.place.kind))
        for p in directory.places
    )
    view = ListView(
        title="活動の場所",
        lead="団体が集まる施設や公園です。部屋や備品、そこで活動する団体がわかります。",
        count=len(cards),
        unit="か所",
        sections=(Section("all", "", cards),),
        empty="まだ登録がありません。",
    )
    return Page(
        PLACE.list_url,
        PLACE.folder,
        "places.html",
        view.title,
        f"市民活動に使われる{len(cards)}か所の施設の案内です。",
        view,
    )


def shortlist_page(settings: Settings) -> Page:
    """The page on which a visitor sees what is kept on the device; the rest of it is made in the browser."""
    words = "気になる団体やイベントを、この端末の中だけで見くらべます。"
    return Page(
        "shortlist/",
        "shortlist",
        "shortlist.html",
        "検討リスト",
        words,
        ShortlistView(center_view(settings.center)),
        hidden=True,
    )


def search_page(directory: Directory, index: Index, settings: Settings) -> Page:
    """The search page."""
    view = SearchView(_examples(settings), index.links(directory, "fields"), center_view(settings.center))
    return Page("search/", "search", "search.html", "検索", "団体、イベント、場所、案内をことばでさがします。", view)
