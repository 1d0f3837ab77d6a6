"""Posted forms, parsed within limits: so many bytes, so many fields, so many seconds."""

import asyncio
import base64
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.types import Receive

from generator.images import small_jpeg
from generator.intake.flat import Pair
from generator.intake.submission import MOST_PAIRS

_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
_SLOW = "送信に時間がかかりすぎたため、受け取れませんでした。通信のよい所で、もう一度お送りください。"
_MOST_FILES, _LONGEST_SIDE = 12, 1600
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"longest_side": _LONGEST_SIDE}


@dataclass(frozen=True, slots=True)
class BodyLimits:
    """The largest body in bytes, and after how many seconds without a chunk, and in all, reading it is given up."""

    max_bytes: int
    chunk_seconds: float
    seconds: float


@dataclass(frozen=True, slots=True)
class PostedForm:
    """What was posted: texts, and files with their own names."""

    pairs: tuple[Pair, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()


class BodyError(Exception):
    """A body that is not parsed: the status to respond with, why in Japanese, and whether more of it may follow."""

    def __init__(self, status: int, words: str, rest: bool = False) -> None:
        super().__init__(words)
        self.status, self.words, self.rest = status, words, rest


async def read_form(request: Request, limits: BodyLimits) -> PostedForm:
    """The posted form; BodyError if it is too large, too slow, or none."""
    body = await _read_body(request, limits)
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind not in _TYPES:
        raise BodyError(415, "ひろばのフォームから送られたものではありません。")
    form = _urlencoded(body) if kind == _TYPES[0] else await _multipart(request, body)
    if len(form.pairs) > MOST_PAIRS:
        raise _too_many()
    return form


async def _read_body(request: Request, limits: BodyLimits) -> bytes:
    """The whole body, counted as its chunks arrive; one that announces that it is too large is not read."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > limits.max_bytes:
        raise _too_large(limits, rest=True)
    found = bytearray()
    try:
        async for chunk, more in _chunks(request.receive, limits):
            found += chunk
            if len(found) > limits.max_bytes:
                raise _too_large(limits, more)
    except TimeoutError:
        raise BodyError(408, _SLOW, rest=True) from None
    return bytes(found)


def _too_large(limits: BodyLimits, rest: bool) -> BodyError:
    limit = f"{limits.max_bytes / 1024 / 1024:g}MB"
    words = f"大きすぎて受け取れません（全部で{limit}まで）。写真を減らすか小さくして、もう一度お送りください。"
    return BodyError(413, words, rest)


async def _chunks(receive: Receive, limits: BodyLimits) -> AsyncIterator[tuple[bytes, bool]]:
    """The chunks as they arrive, and whether more follow; TimeoutError if the next one, or all, take too long."""
    clock = asyncio.get_running_loop().time
    end, more = clock() + limits.seconds, True
    while more:
        # Not `wait_for`: it may miss that its time is up when a chunk comes at that very moment.
        async with asyncio.timeout_at(min(end, clock() + limits.chunk_seconds)):
            message = await receive()
        if message["type"] != "http.request":
            raise BodyError(400, "送信が途中で切れました。")
        if clock() > end:
            raise TimeoutError
        more = message.get("more_body", False)
        yield message.get("body", b""), more


def _data_url(photo: bytes) -> str:
    """A photo sent without our script, which would have shrunk it and removed its position, as a data: URL."""
    picture = small_jpeg(photo, _LONGEST_SIDE)
    return f"data:image/jpeg;base64,{base64.b64encode(picture).decode('ascii')}" if picture else "data:,"


def _too_many() -> BodyError:
    return BodyError(413, "項目が多すぎて受け取れません。")


def _urlencoded(body: bytes) -> PostedForm:
    try:
        return PostedForm(
            tuple(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_PAIRS))
        )
    except ValueError:
        raise _too_many() from None


async def _multipart(request: Request, body: bytes) -> PostedForm:
    async def once() -> AsyncGenerator[bytes, None]:
        yield body

    size = len(body) + 1
    parser = MultiPartParser(request.headers, once(), max_files=_MOST_FILES, max_fields=MOST_PAIRS, max_part_size=size)
    try:
        parsed = await parser.parse()
    except (MultiPartException, ValueError, KeyError):
        raise BodyError(400, "送られた内容を読み取れませんでした。もう一度お送りください。") from None
    pairs: list[Pair] = []
    files: list[tuple[str, bytes]] = []
    for name, value in parsed.multi_items():
        if isinstance(value, UploadFile):
            data = await value.read()
            await value.close()
            files.append((value.filename or "", data))
            if data and name.startswith("_photo."):
                pairs.append((name, await run_in_threadpool(_data_url, data)))
        else:
            pairs.append((name, value))
    return PostedForm(tuple(pairs), tuple(files))
