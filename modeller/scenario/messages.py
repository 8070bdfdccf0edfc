"""The words in what a message or a document is kept as: there a share code may be printed.

Python's reader of e-mails is imported when one is read: a dozen modules come with it.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib

MOST_PARTS = 100
MOST_UNPACKED = 20_000_000
_TEXT_MEMBERS = re.compile(
    r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml|content\.xml"
)
_TAG = re.compile(r"<[^<>]{0,10000}>")
_NEW_LINE = re.compile(r"<(?:/w:p|/text:p|/text:h|w:br|text:line-break|br|/p|/div|/tr)\b", re.I)
_SOFT = re.compile(r"<(?:w:softHyphen|wbr)\b[^<>]{0,200}>", re.I)


def message_text(data: bytes) -> str:
    """The text of an e-mail as a mail program saves it, decoded; of every part that is text."""
    import email.policy
    from email.errors import MessageError
    from email.message import EmailMessage

    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except (MessageError, ValueError, LookupError):
        return data.decode("utf-8", "replace")
    texts = []
    for number, part in enumerate(message.walk()):
        if number >= MOST_PARTS:
            break
        assert isinstance(part, EmailMessage)
        if part.get_content_maintype() != "text":
            continue
        try:
            content = str(part.get_content())
        except (MessageError, ValueError, LookupError, KeyError, AttributeError):
            payload = part.get_payload(decode=True)
            content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
        texts.append(without_tags(content) if part.get_content_subtype() == "html" else content)
    return "\n".join(texts)


def attachments(data: bytes) -> list[bytes]:
    """The files that came with an e-mail, as long as they are not larger than it can hold."""
    import email.policy
    from email.errors import MessageError

    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except (MessageError, ValueError, LookupError):
        return []
    found = []
    for number, part in enumerate(message.walk()):
        if number >= MOST_PARTS:
            break
        if part.is_multipart() or part.get_filename() is None:
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            found.append(payload)
    return found


def document_text(data: bytes) -> str:
    """The text of a word processor's document, one line a paragraph; empty where there is none."""
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


def without_tags(text: str) -> str:
    """What a reader of a page or a document sees of it."""
    lines = _NEW_LINE.sub(lambda found: f"\n{found[0]}", _SOFT.sub("", text))
    return html.unescape(_TAG.sub("", lines))
