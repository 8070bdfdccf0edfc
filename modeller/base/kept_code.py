"""Keeps what dataclasses have compiled at every start, as Python keeps what it has compiled.

For each class the standard library writes half a dozen methods as text and compiles them, which
takes a tenth of a start. Their code depends on nothing but that text and Python's version. It is
kept beside Python's own files. Where nothing can be written there, or what is there cannot be
used, everything is as if nothing had been kept.
"""

from __future__ import annotations

import atexit
import dataclasses
import hashlib
import marshal
import os
import stat
import sys
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any

_NAME = f"dataclasses.{sys.implementation.cache_tag}.kept"
MOST_KEPT = 3_000
"""The most texts worth keeping; the modeller's own are a thousand."""
_MOST_BYTES = 10_000_000


def keep_compiled() -> None:
    """From now on use kept code for dataclasses, and keep what is new when the process ends."""
    place = _place()
    kept = _kept(place)
    found, used = len(kept), dict[str, CodeType]()

    def run(text: str, *names: dict[str, Any]) -> None:
        code = kept.get(text)
        if code is None:
            code = kept[text] = compile(text, "<string>", "exec", dont_inherit=True)
        used[text] = code
        exec(code, *names)

    def keep() -> None:
        if place is not None and len(kept) > found:
            # the process is over, and nobody waits to hear what went wrong
            with suppress(Exception, KeyboardInterrupt):
                # what is left of other versions goes once there is too much of it
                _keep(place, kept if len(kept) <= MOST_KEPT else used)

    setattr(dataclasses, "exec", run)  # noqa: B010 - it hides the built-in one from that module
    atexit.register(keep)


def _place() -> Path | None:
    """Where the code is kept; None where nothing may be.

    A bundle is never written to. Its code is kept among the user's caches, although it says of
    itself that Python must keep nothing, by which it means its own folder.
    """
    with suppress(Exception):  # without it the start takes longer, and nothing else
        if getattr(sys, "frozen", False):
            from modeller.base.user_folders import user_folder

            return user_folder("cache") / _NAME
        if not sys.dont_write_bytecode:
            return Path(cache_from_source(__file__)).with_name(_NAME)
    return None


def _kept(place: Path | None) -> dict[str, CodeType]:
    with suppress(Exception):  # whatever is there: damaged, too large for the memory, no file
        return {} if place is None else read(_bytes_of(place))
    return {}


def _bytes_of(place: Path) -> bytes:
    """What a file contains; nothing if it is no file, or if others may have written it.

    Beside Python's own files, whoever may write this one may write those.
    """
    # so that nothing is waited for where a pipe has been put in its place
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(place, flags), "rb") as file:  # noqa: PTH123 - of an open descriptor
        about = os.fstat(file.fileno())
        own = not hasattr(os, "getuid") or (
            about.st_uid == os.getuid() and not about.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        )
        trusted = own or not getattr(sys, "frozen", False)
        is_one = stat.S_ISREG(about.st_mode) and about.st_size <= _MOST_BYTES
        return file.read(_MOST_BYTES) if trusted and is_one else b""


def read(content: bytes) -> dict[str, CodeType]:
    """Kept code by its text; none where the content is damaged or another Python's."""
    digest, version, packed = content[:32], content[32:36], content[36:]
    if version != MAGIC_NUMBER or hashlib.sha256(packed).digest() != digest:
        return {}
    found = marshal.loads(packed)
    return found if isinstance(found, dict) else {}


def _keep(place: Path, kept: dict[str, CodeType]) -> None:
    from modeller.base.saving import write_atomically

    packed = marshal.dumps(kept)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)  # or this one would get its owner and its permissions
    content = hashlib.sha256(packed).digest() + MAGIC_NUMBER + packed
    write_atomically(place, content, private=bool(getattr(sys, "frozen", False)))
