"""Photos are made small on the device: so long, so good, so heavy and no more, with nothing that a camera noted."""

import base64
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from scripts.weighing import weighing

pytestmark = [pytest.mark.browser, pytest.mark.site]

# Pictures weigh what the test says: from a side of so many pixels on too much, by one letter of the address.
WEIGHED = """
window.drawn = [];
HTMLCanvasElement.prototype.toDataURL = function (type, quality) {
    window.drawn.push([this.width, this.height, type, quality]);
    const head = 'data:image/jpeg;base64,';
    return head + 'A'.repeat(900 * 1024 - head.length + (Math.max(this.width, this.height) > window.limit ? 1 : 0));
};
"""


@pytest.fixture
def page(chromium: Browser, sample_site: Path) -> Iterator[Page]:
    with weighing(sample_site) as scale:
        opened = chromium.new_page(base_url=scale.address, viewport={"width": 390, "height": 844})
        yield opened
        opened.close()


def to_photos(page: Page) -> None:
    page.goto("edit/")
    expect(page.locator("#form[data-whole]")).to_be_visible()
    step_of_photos(page)


def step_of_photos(page: Page) -> None:
    page.locator(".form__map summary").click()
    page.get_by_role("link", name="写真とバリアフリー", exact=True).click()


def taken(page: Page, file: Path, number: int = 0) -> Image.Image:
    """The picture that would be sent for a file, as it arrives."""
    page.set_input_files("[data-pick-photo]", file)
    expect(page.locator(".entry__photo")).to_have_count(number + 1)
    address = page.locator(f"[name='_photo.{number}']").input_value()
    assert address.startswith("data:image/jpeg;base64,")
    return Image.open(io.BytesIO(base64.b64decode(address.partition(",")[2])))


def saved(folder: Path, name: str, size: tuple[int, int], **options: Any) -> Path:
    Image.radial_gradient("L").resize(size).convert("RGB").save(folder / name, **options)
    return folder / name


def test_the_longest_side_has_sixteen_hundred_pixels_and_a_smaller_picture_stays_as_it_is(
    page: Page, tmp_path: Path
) -> None:
    to_photos(page)
    sizes = ((3200, 1000), (1000, 3200), (1601, 1601), (1600, 20), (400, 300), (1, 1))
    found = [taken(page, saved(tmp_path, f"{n}.png", size), n).size for n, size in enumerate(sizes[:5])]
    assert found == [(1600, 500), (500, 1600), (1600, 1600), (1600, 20), (400, 300)]


def test_it_is_a_jpeg_of_the_quality_that_was_chosen_and_what_the_camera_noted_is_gone(
    page: Page, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[1] = "N"
    to_photos(page)
    picture = taken(page, saved(tmp_path, "kawa.jpg", (800, 600), exif=exif, quality=95, comment="Secret"))
    assert picture.format == "JPEG"
    assert not picture.getexif()
    assert "comment" not in picture.info
    alike = io.BytesIO()
    picture.convert("RGB").save(alike, "JPEG", quality=82)
    assert Image.open(alike).quantization == picture.quantization  # type: ignore[attr-defined]


def test_a_picture_that_stands_on_its_side_is_turned_as_the_camera_meant_it(page: Page, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    to_photos(page)
    assert taken(page, saved(tmp_path, "yoko.jpg", (300, 200), exif=exif)).size == (200, 300)


def test_what_was_transparent_is_white(page: Page, tmp_path: Path) -> None:
    Image.new("RGBA", (40, 30), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    to_photos(page)
    assert taken(page, tmp_path / "clear.png").convert("RGB").getpixel((20, 15)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("limit", "widths"),
    [(1600, [1600]), (1599, [1600, 1200]), (1199, [1600, 1200, 900]), (379, [1600, 1200, 900, 675, 506, 380])],
)
def test_a_picture_gets_smaller_by_a_quarter_until_its_address_has_at_most_900_kb(
    page: Page, tmp_path: Path, limit: int, widths: list[int]
) -> None:
    page.add_init_script(WEIGHED)
    to_photos(page)
    page.evaluate("limit => { window.limit = limit; }", limit)
    page.set_input_files("[data-pick-photo]", saved(tmp_path, "large.png", (3200, 1600)))
    if limit == 379:
        expect(page.locator("[data-refused]")).to_contain_text("「large.png」は写真として開けませんでした。")
        expect(page.locator("[name='_photo.0']")).to_have_count(0)
    else:
        expect(page.locator("[name='_photo.0']")).to_have_count(1)
    drawn = page.evaluate("window.drawn")
    assert [one[0] for one in drawn] == widths
    assert drawn[0] == [1600, 800, "image/jpeg", 0.82]


def test_more_photos_than_fit_are_counted_and_left_out(page: Page, tmp_path: Path) -> None:
    to_photos(page)
    most = int(page.locator(".q--photos").get_attribute("data-most") or 0)
    files = [saved(tmp_path, f"{n}.png", (40, 30)) for n in range(most + 2)]
    page.set_input_files("[data-pick-photo]", files)
    expect(page.locator(".entry__photo")).to_have_count(most)
    expect(page.locator("[data-refused]")).to_have_text(f"写真は{most}枚までです。あとの2枚は入れませんでした。")
