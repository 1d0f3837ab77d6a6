"""A picture's size is known before it is opened: no bomb unfolds, and no thread changes a limit for the others."""

import io
import struct
import warnings
import zlib
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from PIL import Image

from generator.images import MAX_PIXELS, pixels, small_jpeg, upright
from tests.desks import NEW, browser, open_desk, states

EXIF = Image.Exif()
EXIF[0x0112] = 6


def picture(kind: str, size: tuple[int, int] = (30, 20), mode: str = "RGB", **options: Any) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, "green").save(out, kind, **options)
    return out.getvalue()


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 10)) + chunk(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    """A JPEG whose frame says another size than it has."""
    data = picture("JPEG")
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", height, width) + data[at + 4 :]


def webp(width: int, height: int, kind: bytes) -> bytes:
    if kind == b"VP8X":
        body = bytes([0x10, 0, 0, 0]) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    elif kind == b"VP8L":
        body = b"\x2f" + ((width - 1) | (height - 1) << 14).to_bytes(4, "little") + bytes(20)
    else:
        body = b"\x10\0\0\x9d\x01\x2a" + struct.pack("<HH", width, height) + bytes(20)
    chunk = kind + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk


WIDE = 16_000
BOMBS = {
    "png": png(60_000, 60_000),
    "jpeg": jpeg(65_000, 65_000),
    "webp": webp(WIDE, WIDE, b"VP8X"),
    "webp lossless": webp(WIDE, WIDE, b"VP8L"),
    "webp lossy": webp(WIDE, WIDE, b"VP8 "),
}


@pytest.mark.parametrize(
    "data",
    [
        picture("PNG"),
        picture("PNG", (1, 900), "P"),
        picture("JPEG"),
        picture("JPEG", (900, 7), progressive=True),
        picture("JPEG", exif=EXIF, icc_profile=bytes(90_000), comment=b"\xff\xc0 no frame"),
        picture("WEBP"),
        picture("WEBP", (77, 401), lossless=True),
        picture("WEBP", (333, 3), "RGBA", exif=EXIF.tobytes()),
    ],
)
def test_the_size_in_the_header_is_the_size_of_the_picture(tmp_path: Path, data: bytes) -> None:
    with Image.open(io.BytesIO(data)) as opened:
        size = opened.width * opened.height
    (tmp_path / "a").write_bytes(data)
    assert (pixels(io.BytesIO(data)), pixels(tmp_path / "a")) == (size, size)
    assert upright(io.BytesIO(data)).width * upright(io.BytesIO(data)).height == size


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_by_its_header_and_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(Image, "open", lambda *_, **__: pytest.fail("opened"))
    (tmp_path / "a").write_bytes(BOMBS[name])
    assert (pixels(tmp_path / "a") or 0) > MAX_PIXELS
    assert upright(tmp_path / "a") is None
    assert small_jpeg(BOMBS[name], 1600) is None


def test_a_picture_with_a_second_header_of_another_size_is_none() -> None:
    data = picture("JPEG")
    frame = data[data.index(b"\xff\xc0") :][:19]
    small = frame[:5] + struct.pack(">HH", 2, 2) + frame[9:]
    twice = data.replace(frame, small + frame)
    assert pixels(io.BytesIO(twice)) == 4
    assert upright(io.BytesIO(twice)) is None


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "PPM", "EPS"])
def test_formats_that_nobody_is_asked_for_are_not_opened(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    data = picture(kind)
    monkeypatch.setattr(Image, "open", lambda *_, **__: pytest.fail("opened"))
    assert pixels(io.BytesIO(data)) is None
    assert small_jpeg(data, 1600) is None


@pytest.mark.parametrize("data", [picture("PNG"), picture("JPEG"), picture("WEBP"), *BOMBS.values()])
def test_a_picture_that_is_cut_off_is_no_picture_and_no_crash(data: bytes) -> None:
    for end in range(min(len(data) // 2, 700)):
        assert upright(io.BytesIO(data[:end])) is None


def test_threads_that_look_at_pictures_leave_the_library_s_limit_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of two threads sees the limit of the whole process while the other one is in the midst of a picture."""
    opened, both, limit, seen = Image.open, Barrier(2, timeout=30), Image.MAX_IMAGE_PIXELS, list[object]()
    filters = list(warnings.filters)

    def meeting(*given: Any, **named: Any) -> Any:
        both.wait()
        seen.append(Image.MAX_IMAGE_PIXELS)
        made = opened(*given, **named)
        both.wait()
        return made

    monkeypatch.setattr(Image, "open", meeting)
    made: list[bytes | None] = []
    threads = [
        Thread(target=lambda kind: made.append(small_jpeg(picture(kind), 9)), args=(k,)) for k in ("PNG", "WEBP")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [bool(each) for each in made] == [True, True]
    assert (seen, Image.MAX_IMAGE_PIXELS) == ([limit, limit], limit)
    assert warnings.filters == filters


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_that_is_sent_without_our_script_is_refused_in_words(tmp_path: Path, name: str) -> None:
    office = open_desk(tmp_path)
    parts: Any = [(field, (None, value)) for field, value in NEW]
    answer = browser(office).post("/submit", files=[*parts, ("_photo.0", ("a.jpg", BOMBS[name], "image/jpeg"))])
    assert (answer.status_code, "写真を読み取れません" in answer.text) == (422, True)
    assert states(office)["waiting"] == []
