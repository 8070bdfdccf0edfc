"""Extracts the text of saved emails and documents, in which a share code may be printed.

Python's email package is imported only when it is needed, because it imports a dozen modules.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from email.message import EmailMessage

_Answer = TypeVar("_Answer")

MOST_PARTS = 100
MOST_UNPACKED = 20_000_000
_TEXT_MEMBERS = re.compile(
    r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml|content\.xml"
)
_TAG = re.compile(r"<[^<>]{0,10000}>")
_NEW_LINE = re.compile(r"<(?:/w:p|/text:p|/text:h|w:br|text:line-break|br|/p|/div|/tr)\b", re.I)
_SOFT = re.compile(r"<(?:w:softHyphen|wbr)\b[^<>]{0,200}>", re.I)


def message_text(data: bytes) -> str:
    """The decoded text of an email as a mail program saves it, from every part that is text."""
    parts = _parts(data)
    if not parts:
        return data.decode("utf-8", "replace")
    texts = []
    for part in parts:
        if _asked(part.get_content_maintype, "text") != "text":
            continue
        content = _content(part)
        html_page = _asked(part.get_content_subtype, "plain") == "html"
        texts.append(without_tags(content) if html_page else content)
    return "\n".join(texts)


def attachments(data: bytes) -> list[bytes]:
    """The files attached to an email, unless they claim to be larger than the email itself."""
    found = []
    for part in _parts(data):
        if part.is_multipart() or _asked(part.get_filename, None) is None:
            continue
        payload = _payload(part)
        if payload is not None:
            found.append(payload)
    return found


def _parts(data: bytes) -> list[EmailMessage]:
    """The first hundred parts of a message; none where it is not a message."""
    import email.policy

    def walked() -> list[EmailMessage]:
        message = email.message_from_bytes(data, policy=email.policy.default)
        return list(islice(message.walk(), MOST_PARTS))

    return _asked(walked, [])


def _content(part: EmailMessage) -> str:
    content = _asked(part.get_content, None)
    if content is None:
        content = (_payload(part) or b"").decode("utf-8", "replace")
    return str(content)


def _payload(part: EmailMessage) -> bytes | None:
    payload = _asked(lambda: part.get_payload(decode=True), None)
    return payload if isinstance(payload, bytes) else None


def _asked(ask: Callable[[], _Answer], otherwise: _Answer) -> _Answer:
    """The result of a call of the email package, or `otherwise` if it fails.

    Damaged lines make that package raise errors of many kinds.
    """
    try:
        return ask()
    except MemoryError:
        raise
    except Exception:
        return otherwise


def document_text(data: bytes) -> str:
    """The text of a word processor's document, a line for each paragraph; empty if none."""
    if data.startswith(b"{\\rtf"):
        return _rich_text(data.decode("latin-1"))
    if not data.startswith(b"PK"):
        return ""
    texts, left = [], MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist()[:1_000]:
                if not _TEXT_MEMBERS.fullmatch(member.filename):
                    continue
                with archive.open(member) as packed:
                    content = packed.read(left)
                left -= len(content)
                texts.append(without_tags(content.decode("utf-8", "replace")))
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError,
            NotImplementedError):  # fmt: skip
        return "\n".join(texts)
    return "\n".join(texts)


def _rich_text(text: str) -> str:
    """The text of a file in Rich Text Format, whose own line ends mean nothing."""
    for mark, meant in (("\r", ""), ("\n", ""), ("\\_", "-"), ("\\-", "")):
        text = text.replace(mark, meant)
    return re.sub(r"\\(?:par|line)\b ?", "\n", text)


def without_tags(text: str) -> str:
    """The text of a page or a document without its tags."""
    lines = _NEW_LINE.sub(lambda found: f"\n{found[0]}", _SOFT.sub("", text))
    return html.unescape(_TAG.sub("", lines))
