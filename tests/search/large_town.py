"""A town of any size that nobody lives in: names and sentences of everyday words, common ones more often than rare."""

from collections.abc import Iterator
from random import Random

from generator.search.documents import SearchDocument
from generator.search.lexicon import everyday

WORDS = list(everyday().items())[:60_000:15]
FIELDS = (
    "保健・医療・福祉",
    "社会教育",
    "まちづくり",
    "観光",
    "環境の保全",
    "災害救援",
    "国際協力",
    "子どもの健全育成",
)
AREAS = tuple(f"第{number}小学校区" for number in "一二三四五六七八九十")
SENTENCES = (
    "{}と{}の活動をしています。",
    "毎週{}曜日に、{}を{}ながら{}の話をします。",
    "{}をはじめたい方に、{}のこつを伝えます。",
    "{}の会員が{}と{}を担当します。",
    "はじめての方は{}から{}までお気軽にどうぞ。",
    "年に{}回、{}で{}の発表があります。",
    "{}や{}の道具は貸し出します。",
)
# Each of so many documents has one of the words for which the tests look.
RARELY = 400
SOUGHT = ("手話", "料理教室", "子どもと一緒に", "ボランティア")


def large_town(count: int, seed: int = 1) -> Iterator[SearchDocument]:
    """So many groups, each with some six hundred letters; the same every time."""
    dice = Random(seed)

    def word() -> tuple[str, str]:
        written, kana = WORDS[int(len(WORDS) * dice.random() ** 2.5)]
        return written, kana[0]

    def sentence() -> str:
        form = dice.choice(SENTENCES)
        return form.format(*(word()[0] for _ in range(form.count("{}"))))

    for number in range(count):
        (one, read), (other, also_read) = word(), word()
        sought = SOUGHT[number // RARELY % len(SOUGHT)] if number % RARELY == 0 else ""
        yield SearchDocument(
            f"groups/kai-{number:05}/",
            "group",
            f"{one}{other}の会",
            f"{read}{also_read}のかい",
            lead=sentence(),
            fields=(dice.choice(FIELDS),),
            areas=(dice.choice(AREAS),),
            body="".join(sentence() for _ in range(28)) + sought,
            weight=dice.randint(-1, 3),
        )
