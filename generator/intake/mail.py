"""Mails with a filled-in form: as an attached file, or written out in the mail between two lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from html.parser import HTMLParser
from itertools import islice

from generator.intake.flat import Pair
from generator.intake.submission import Refusal, pairs_of

BEGIN, END = "-----ひろば ここから-----", "-----ひろば ここまで-----"
_MOST_PARTS, _LARGEST = 200, 30 * 1024 * 1024
# Between these lines the form writes its pairs into a mail; what mail programs make of the dashes is read as well.
BEGIN, END = "-----ひろば ここから-----", "-----ひろば ここまで-----"
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"begin": BEGIN, "end": END}
_BEGIN = re.compile(r"^(?P<quoted>[>＞\s|]*)[-‐−－―]{3,}\s*ひろば\s*ここから\s*[-‐−－―]{3,}\s*$", re.MULTILINE)
_END = re.compile(r"^[>＞\s|]*[-‐−－―]{3,}\s*ひろば\s*ここまで\s*[-‐−－―]{3,}\s*$", re.MULTILINE)
# Mail programs and virus scanners put a further ending to a name that they do not know.
_FILE = re.compile(r"hiroba[^/\\]*\.json(?:\.[0-9a-z_]{1,10}|_)?\Z", re.IGNORECASE)
_NEXT_MAIL = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From [^\r\n]+\r?\n")
_KANJI_IN, _KANJI_OUT = (b"\x1b$B", b"\x1b$@"), (b"\x1b(B", b"\x1b(J", b"\x1b(I")
_SHIFT = re.compile(rb"(\x1b\$[B@]|\x1b\([BJI])")
_NOTHING = Refusal("no-form", "ひろばのフォームの内容が、このメールには見つかりません。")
_UNREADABLE = Refusal("no-mail", "メールとして読み取れません。こわれているか、メールではないファイルです。")


@dataclass(frozen=True, slots=True)
class ParsedMail:
    """A parsed mail: its sender and subject, and the pairs of the form in it, or why there are none; what it says."""

    sender: str
    subject: str
    found: list[Pair] | Refusal
    text: str = ""


def is_mbox(data: bytes) -> bool:
    """Whether a file holds mails one after another, as mail programs export a folder."""
    return data.startswith(b"From ")


def parse_mails(data: bytes) -> Iterator[ParsedMail]:
    """Every mail of an .eml or .mbox file, in order; never raises for what is in it."""
    mails = _NEXT_MAIL.split(data)[1:] if is_mbox(data) else [data]
    for mail in mails:
        yield _parse_mail(mail)


def _parse_mail(mail: bytes) -> ParsedMail:
    try:
        message = message_from_bytes(mail, policy=policy.compat32)
        sender, subject = _header(message, "From"), _header(message, "Subject")
        if not sender and not subject:
            return ParsedMail("", "", _UNREADABLE)
        return ParsedMail(sender, subject, _found(message), "\n".join(_texts(message)))
    except (RecursionError, ValueError, LookupError, AssertionError, TypeError, AttributeError):
        # The standard library has no one error for a mail that is not one.
        return ParsedMail("", "", _UNREADABLE)


def _header(message: Message, name: str) -> str:
    return _decoded(str(message.get(name, ""))[:1000])


def _decoded(raw: str) -> str:
    try:
        return " ".join(str(make_header(decode_header(raw))).split())
    except (ValueError, LookupError):
        return " ".join(raw.split())


def _found(message: Message) -> list[Pair] | Refusal:
    """The form in a mail: a file, whatever it is called now, goes before text, and what can be read before all else."""
    refused: list[Refusal] = []
    for part in _parts(message):
        attached = _attached(part)
        if attached is not None and not isinstance(attached, Refusal):
            return attached
        if attached is not None:
            refused.append(attached)
    written = [found for text in _texts(message) if (found := from_body(text)) is not None]
    return next((found for found in written if not isinstance(found, Refusal)), (*refused, *written, _NOTHING)[0])


def _parts(message: Message) -> Iterator[Message]:
    return (part for part in islice(message.walk(), _MOST_PARTS) if not part.is_multipart())


def _texts(message: Message) -> Iterator[str]:
    """What the mail itself says, in each of its forms."""
    for part in _parts(message):
        if part.get_content_maintype() == "text" and not part.get_filename():
            text = _text(part)
            yield _without_marks(text) if part.get_content_subtype() == "html" else text


def _attached(part: Message) -> list[Pair] | Refusal | None:
    """The form in one part; why there is none where its name or kind promises one, else None."""
    data = _body(part)
    found = pairs_of(data)
    if isinstance(found, Refusal) and part.get_content_maintype() == "text":
        # Some mail programs write attached text in the encoding of the mail.
        found = pairs_of(_text(part).encode("utf-8", "replace"))
    promised = _FILE.search(_name(part)) or part.get_content_type() == "application/json"
    return found if promised or not isinstance(found, Refusal) else None


def _name(part: Message) -> str:
    name = part.get_filename() or ""
    return _decoded(name) if "=?" in name else name


def _body(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data[:_LARGEST] if isinstance(data, bytes) else b""


def _text(part: Message) -> str:
    data = _body(part)
    if b"\x1b$" in data:
        return jis(data)
    for encoding in (str(part.get_content_charset() or "utf-8"), "utf-8", "cp932", "euc_jp"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("utf-8", "replace")


def jis(data: bytes) -> str:
    """Text in ISO-2022-JP with the signs ①㈱髙 that mail programs put into it and the standard does not know."""
    out, kanji, kana = "", False, False
    for piece in _SHIFT.split(data):
        if piece in (*_KANJI_IN, *_KANJI_OUT):
            kanji, kana = piece in _KANJI_IN, piece == b"\x1b(I"
        elif kana:
            out += bytes(byte | 0x80 for byte in piece).decode("cp932", "replace")
        else:
            out += _shifted(piece).decode("cp932", "replace") if kanji else piece.decode("ascii", "replace")
    return out


def _shifted(pairs: bytes) -> bytes:
    """Two-byte JIS as Shift_JIS; line ends between the pairs stay."""
    out = bytearray()
    n = 0
    while n < len(pairs):
        row = pairs[n]
        if row < 0x21 or n + 1 >= len(pairs):
            out.append(row)
            n += 1
            continue
        cell = pairs[n + 1]
        out.append(((row - 0x21) >> 1) + (0x81 if row < 0x5F else 0xC1))
        out.append(cell + (0x7E if row % 2 == 0 else 0x1F if cell < 0x60 else 0x20))
        n += 2
    return bytes(out)


def from_body(text: str) -> list[Pair] | Refusal | None:
    """The pairs between the two lines of a mail's text, quoted and wrapped or not; None if the lines are not there."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    begin = _BEGIN.search(text)
    if begin is None:
        return None
    end = _END.search(text, begin.end())
    if end is None:
        return Refusal("cut", f"メールの途中で切れています（「{END}」の行がありません）。")
    lines = text[begin.end() : end.start()].strip("\n").split("\n")
    depth = sum(begin["quoted"].count(sign) for sign in ">＞|")
    plain = _whole([_unquoted(line, depth) for line in lines])
    for form in (plain, plain.translate(_STRAIGHT)):
        found = pairs_of(form.encode("utf-8", "replace"))
        if not isinstance(found, Refusal):
            return found
    return Refusal(
        "damaged",
        "メールの中のフォームの内容が、途中で変わってしまっています。添付ファイルで送りなおしてもらってください。",
    )


_STRAIGHT = str.maketrans({"“": '"', "”": '"', "＂": '"', "\u00a0": " "})
_QUOTE = re.compile(r"\s*[>＞|]\s?")


def _unquoted(line: str, depth: int) -> str:
    for _ in range(depth):
        found = _QUOTE.match(line)
        line = line[found.end() :] if found else line
    return line


def _whole(lines: list[str]) -> str:
    """Lines that a mail program broke, as one: JSON has no line ends of its own inside a text.

    Where a line is shorter than the longest and breaks between two Latin letters, the break took the place of a space.
    That is a guess; who writes such a mail does better to write the spaces of texts as \\u0020, which none can lose.
    """
    longest = max(map(len, lines), default=0)
    out = ""
    for n, line in enumerate(lines):
        before = lines[n - 1] if n else ""
        between = f"{before[-1:]}{line[:1]}"
        spaced = len(before) < longest and len(between) == 2 and between.isascii() and between.isalnum()
        out += f" {line}" if spaced else line
    return out


class _Words(HTMLParser):
    """The text of a mail in HTML, with a line end where it has one for the eye."""

    def __init__(self) -> None:
        super().__init__()
        self.out: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """A line end at each line, paragraph and row."""
        if tag in ("br", "p", "div", "tr", "li", "blockquote"):
            self.out.append("\n")

    def handle_data(self, data: str) -> None:
        """The text itself."""
        self.out.append(data)


def _without_marks(html: str) -> str:
    words = _Words()
    words.feed(html)
    return "".join(words.out).replace("\u00a0", " ")
