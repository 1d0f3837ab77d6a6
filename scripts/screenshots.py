"""Write docs/images: the sample site of one fixed day and a preview with broken profiles, as Chromium shows them."""

import io
import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from browser import launched, serving
from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import Browser

from generator import plugin
from generator.cli import main as hiroba
from generator.preview import ROOM, Preview
from generator.problems import Level, Problem
from generator.reports import terminal
from generator.rules import level

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
DAY = date(2026, 11, 23)
HEIGHT = 1000
LIMIT = 150 * 1024
# The fewest colours are the last resort: text stays sharp, photographs lose first.
COLOURS = (128, 64, 40, 24, 16)

# Three profiles as they come in on a bad day: a term and a key misspelt, a private number, a day that cannot be.
BROKEN = {
    "ryokudo-aruki": """\
name: 緑道を歩く会
kana: りょくどうをあるくかい
kind: citizen
fields: [enviroment]
areas: 市内全域
sumary: けやき並木を歩き、落ち葉を掃きます。
description: 毎週、駅から公園まで歩きます。
contact: {via: センター}
""",
    "hidamari-engawa": """\
団体名: ひだまり縁側
ふりがな: ひだまりえんがわ
団体の種類: サークル
活動分野: 福祉
活動地域: 市内全域
ひとこと紹介: だれでも寄れる縁側です。
活動紹介: お茶を飲んで話す会です。
市民活動の要件: [voluntary, collective, continuing, public-benefit, nonprofit]
連絡先:
  電話: 090-0000-0011
""",
    "kawabata-kamera": """\
name: 川べりカメラ
kana: かわべりかめら
kind: circle
fields: [culture]
areas: [citywide]
summary: 月に一度、川べりで写真をとります。
description: とった写真は、公民館で見せ合います。
meetings:
  - when: 第2土曜の朝ごはんのあと
contact: {via: center}
confirmed: 令和8年2月30日
""",
}


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its file, the page, the width of the window and the colour scheme."""

    name: str
    url: str
    width: int
    scheme: Literal["light", "dark"] = "light"
    wait_for: str = "h1"
    stored: tuple[tuple[str, str], ...] = ()
    press: tuple[str, ...] = ()


GROUP = "groups/yanasegawa-ashi/"
STEP_FOUR = (".form__map summary", "[data-go='3']")
KEPT = json.dumps(
    [
        {"url": "groups/yonabe-no-te/", "title": "手話サークル よなべの手"},
        {"url": "groups/kutsushita-yoga/", "title": "夜ヨガ くつしたぬいで"},
        {"url": "events/himawari-nodobotoke-2026/", "title": "冬の合同演奏会「七列目とのどぼとけ」"},
    ],
    ensure_ascii=False,
)
SAMPLE = (
    Shot("home-390", "", 390),
    Shot("home-1280", "", 1280),
    Shot("group-390", GROUP, 390),
    Shot("group-1280", GROUP, 1280),
    Shot("list-1280", "groups/", 1280),
    Shot("events-390", "events/", 390),
    Shot("search-1280", "search/?q=水質調査", 1280, wait_for=".search-results li"),
    Shot("dark-390", "", 390, scheme="dark"),
    Shot("search-390", "search/?q=しゅわ", 390, wait_for=".search-results li"),
    Shot("shortlist-390", "shortlist/", 390, wait_for=".shortlist-card", stored=(("hiroba.kept", KEPT),)),
    Shot("furigana-390", GROUP, 390, wait_for="ruby", stored=(("hiroba.furigana", "on"),)),
    Shot("styleguide-1280", "styleguide/", 1280),
    Shot("form-390", "edit/?group=yanasegawa-ashi", 390, wait_for="#form[data-ready]", press=STEP_FOUR),
    Shot("form-errors-390", "edit/", 390, wait_for="#form[data-ready]", press=(".step:not([hidden]) [data-next]",)),
    Shot("form-1280", "edit/?group=yanasegawa-ashi", 1280, wait_for="#form[data-ready]", press=STEP_FOUR),
)
EXAMPLE = (Shot("example-390", "groups/machikado-hon/", 390),)
LETTERS = (Shot("letter-700", "kawabata-kamera.html", 700, wait_for=".reply"),)
PREVIEW = (Shot("problems-1280", "problems/", 1280, wait_for=".problem"),)


def sample(site: Path) -> None:
    """Build the sample site of the fixed day."""
    _build(ROOT, site)


def example(project: Path, site: Path) -> None:
    """Build a site whose only group is the example in README.md."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    profile = re.search(r"```yaml\n(.+?)```", readme, re.DOTALL)
    assert profile is not None, "README.md has no example profile"
    _project(project, {"machikado-hon": profile[1]})
    _build(project, site)


def preview(project: Path, site: Path) -> None:
    """Build what `hiroba serve` shows of a project whose only groups are the broken ones."""
    _project(project, BROKEN)
    folder = site.with_name("preview-work")
    folder.mkdir()
    shown = Preview(project / "mkdocs.yml", "127.0.0.1:8000", plugin.Options(today=DAY, report=_say_errors), folder)
    shown.start()
    shutil.copytree(shown.root, site)
    page = site / PREVIEW[0].url / "index.html"
    # The server puts the banner in when a page is asked for.
    page.write_bytes(page.read_bytes().replace(ROOM, shown.banner().encode("utf-8"), 1))


def letters(project: Path, out: Path) -> None:
    """Write the letters to the groups of a project."""
    arguments = ["check", str(project / "content"), "--letters", str(out), "-f", str(project / "mkdocs.yml")]
    # The profiles are broken on purpose, so the command ends with code 1.
    CliRunner().invoke(hiroba, [*arguments, "--today", DAY.isoformat()])


def _project(folder: Path, profiles: Mapping[str, str]) -> None:
    """A copy of the project in which the given profiles are the only groups."""
    shutil.copytree(ROOT / "content", folder / "content", ignore=shutil.ignore_patterns("groups", "events"))
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    (folder / "content" / "groups").mkdir()
    for slug, text in profiles.items():
        (folder / "content" / "groups" / f"{slug}.yaml").write_bytes(text.encode("utf-8"))


def _build(project: Path, site: Path) -> None:
    plugin.build(str(project / "mkdocs.yml"), str(site), plugin.Options(today=DAY, report=_say_errors))


def _say_errors(problems: Iterable[Problem]) -> None:
    for line in terminal([problem for problem in problems if level(problem) == Level.ERROR]):
        print(line)


def shoot(browser: Browser, site: Path, shots: Iterable[Shot]) -> None:
    """Take pictures of a built site and keep them small."""
    with serving(site) as address:
        for shot in shots:
            data = small(_picture(browser, address, shot))
            (IMAGES / f"{shot.name}.png").write_bytes(data)
            print(f"{shot.name}.png  {len(data) // 1024} KB")


def _picture(browser: Browser, address: str, shot: Shot) -> bytes:
    # A telephone shows two dots for one; on the wide pages that would only make the files large.
    context = browser.new_context(
        viewport={"width": shot.width, "height": HEIGHT},
        device_scale_factor=2 if shot.width < 600 else 1,
        color_scheme=shot.scheme,
        reduced_motion="reduce",
        locale="ja-JP",
        timezone_id="Asia/Tokyo",
    )
    page = context.new_page()
    for name, value in shot.stored:
        page.add_init_script(f"localStorage.setItem({json.dumps(name)}, {json.dumps(value)})")
    page.goto(address + shot.url, wait_until="networkidle")
    page.locator(shot.wait_for).first.wait_for()
    for selector in shot.press:
        page.locator(selector).click()
    data = page.screenshot()
    context.close()
    return data


def small(png: bytes) -> bytes:
    """A picture with the most colours that keep it below the limit; with the fewest if none does."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    data = b""
    for colours in COLOURS:
        stream = io.BytesIO()
        image.quantize(colours, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
        data = stream.getvalue()
        if len(data) <= LIMIT:
            return data
    return data


def main() -> None:
    """Build the sites in a temporary folder and take all pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="screenshots-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        sample(folder / "sample")
        example(folder / "one", folder / "example")
        preview(folder / "broken", folder / "preview")
        letters(folder / "broken", folder / "letters")
        with launched() as browser:
            shoot(browser, folder / "sample", SAMPLE)
            shoot(browser, folder / "example", EXAMPLE)
            shoot(browser, folder / "preview", PREVIEW)
            shoot(browser, folder / "letters", LETTERS)


if __name__ == "__main__":
    main()
