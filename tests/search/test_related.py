"""Who types what troubles them, or what they have in hand, is led to the group that serves it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.lexical.synonyms import load_synonyms
from generator.reading.words import brought
from generator.search.index import index
from scripts.browser import serving
from tests.conftest import ROOT
from tests.scripts_alone import take
from tests.search.everyday_town import EVERYDAY

pytestmark = pytest.mark.browser

Ask = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("everyday")
    words = {name: given for lists in brought().values() for name, given in lists.items()}
    index(EVERYDAY, folder, synonyms=load_synonyms(words))
    copytree(ROOT / "theme/scripts", folder / "assets/scripts")
    (folder / "index.html").write_text('<!doctype html><html lang="ja"><title>川辺市</title>', encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def ask(chromium: Browser, site: Path) -> Iterator[Ask]:
    """Ask the search of the made town: `slugs` in order, and whether they are `near`."""
    with serving(site) as address:
        page = chromium.new_page()
        page.goto(address)
        take(page, Files="search/files.js")
        page.evaluate(
            """async () => {
                const files = Files.filesOf("./");
                const engine = await files.engine();
                window.ask = async (query) => {
                    const found = await engine.search(query);
                    const cards = await Promise.all(found.numbers.map((number) => files.card(String(number))));
                    return { ...found, slugs: cards.map((card) => card.url.split("/")[1]) };
                };
            }"""
        )
        yield lambda query: page.evaluate("(query) => ask(query)", query)
        page.close()


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        ("ランドセル", "osagari"),
        ("制服", "osagari"),
        ("ベビー服", "osagari"),
        ("お米が買えない", "pantry"),
        ("缶詰", "pantry"),
        ("英検", "juku"),
        ("塾に行けない", "juku"),
        ("孤食", "shokudo"),
        ("夜泣き", "salon"),
        ("夜泣きがひどくて困っています", "salon"),
        ("抱っこひも", "osagari"),
        ("お迎え", "famisapo"),
        ("学校に行きたくない", "futoko"),
        ("行き渋り", "futoko"),
        ("ニート", "hikikomori"),
        ("モラハラ", "josei"),
        ("夫に殴られる", "josei"),
        ("カミングアウト", "niji"),
        ("在留カード", "nihongo"),
        ("徘徊", "konwa"),
        ("同じことばかり聞く母", "konwa"),
        ("寂しい", "chanoma"),
        ("井戸端会議", "chanoma"),
        ("愚痴", "keicho"),
        ("命日", "gurifu"),
        ("妻に先立たれました", "gurifu"),
        ("足が悪い", "idou"),
        ("免許返納", "idou"),
        ("タクシー", "idou"),
        ("膝が痛い", "taisou"),
        ("骨粗しょう症", "taisou"),
        ("自炊", "otoko"),
        ("墓じまい", "shukatsu"),
        ("抗がん剤", "gan"),
        ("補聴器", "nanchou"),
        ("緑内障", "onyaku"),
        ("代読", "onyaku"),
        ("扇風機", "repair"),
        ("オルゴール", "repair"),
        ("たんす", "daiku"),
        ("裾上げ", "tenuki"),
        ("はぎれ", "tenuki"),
        ("とうもろこし", "asaichi"),
        ("芋掘り", "hatake"),
        ("チューリップ", "hana"),
        ("森林浴", "zouki"),
        ("カワセミ", "tori"),
        ("クワガタ", "mushi"),
        ("ザリガニ", "kawa"),
        ("流れ星", "hoshi"),
        ("迷い猫", "neko"),
        ("停電", "bosai"),
        ("ハザードマップ", "bosai"),
        ("泥棒", "yomawari"),
        ("交通事故", "hatafuri"),
        ("還付金", "shouhi"),
        ("変な電話", "shouhi"),
        ("SMS", "shouhi"),
        ("マルチ商法", "shouhi"),
        ("パスワード", "sumaho"),
        ("キーボード入力", "pasokon"),
        ("インボイス", "choubo"),
        ("ポスター", "kouhou"),
        ("庚申塔", "kyoudo"),
        ("防空壕", "senso"),
        ("活動写真", "fuirumu"),
        ("ゴスペル", "gassho"),
        ("トロンボーン", "suiso"),
        ("デッサン", "e"),
        ("ブックスタート", "ehon"),
        ("オセロ", "igo"),
    ],
)
def test_who_asks_for_something_of_daily_life_is_led_to_who_serves_it(ask: Ask, asked: str, slug: str) -> None:
    assert slug in ask(asked)["slugs"][:3]


@pytest.mark.parametrize("asked", ["ランドセル", "夜泣きがひどくて困っています", "足が悪い", "変な電話", "ポスター"])
def test_what_was_come_by_so_is_said_to_be_near(ask: Ask, asked: str) -> None:
    found = ask(asked)
    assert (found["near"], found["ignored"][:1] in ([], ["ひどくて"])) == (True, True)


@pytest.mark.parametrize(
    "asked",
    [
        "ボウリング",
        "カジノ",
        "パチンコ屋",
        "新幹線",
        "温泉旅行",
        "スキー",
        "乗馬",
        "歯医者",
        "コンビニ",
        "船",
        "恋",
        "スケート",
        "バレエ",
    ],
)
def test_what_no_group_serves_leads_nowhere(ask: Ask, asked: str) -> None:
    assert ask(asked)["slugs"] == []
