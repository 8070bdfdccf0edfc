"""Keeps what dataclasses have compiled at every start, as Python keeps what it has compiled.

For each class the standard library writes half a dozen methods as text and compiles them, which
takes a tenth of a start. Their code depends on nothing but that text and Python's version. It is
kept beside Python's own files, or else among the user's caches; where neither can be written, or
what is there is damaged, everything is as if nothing had been kept.
"""

from __future__ import annotations

import atexit
import dataclasses
import hashlib
import marshal
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any

_NAME = f"dataclasses.{sys.implementation.cache_tag}.kept"
MOST_KEPT = 5_000
"""The most texts worth keeping; the modeller's own are a thousand."""


def keep_compiled() -> None:
    """From now on use kept code for dataclasses, and keep what is new when the process ends."""
    kept = _kept()
    found = len(kept)
    # a bundle says of itself that Python must keep nothing, which is meant for the bundle's folder
    may_keep = _in_a_bundle() or not sys.dont_write_bytecode

    def run(text: str, *names: dict[str, Any]) -> None:
        code = kept.get(text)
        if code is None:
            code = kept[text] = compile(text, "<string>", "exec", dont_inherit=True)
        exec(code, *names)

    def keep() -> None:
        if may_keep and found < len(kept) <= MOST_KEPT:
            with suppress(MemoryError, KeyboardInterrupt):  # the process is over; nobody waits
                _keep(kept)

    setattr(dataclasses, "exec", run)  # noqa: B010 - it hides the built-in one from that module
    atexit.register(keep)


def _kept() -> dict[str, CodeType]:
    for path in _places():
        with suppress(OSError):
            return read(path.read_bytes())
    return {}


def read(content: bytes) -> dict[str, CodeType]:
    """Kept code by its text; none where the content is damaged or another Python's."""
    digest, version, packed = content[:32], content[32:36], content[36:]
    if version != MAGIC_NUMBER or hashlib.sha256(packed).digest() != digest:
        return {}
    found: dict[str, CodeType] = marshal.loads(packed)
    return found


def _keep(kept: dict[str, CodeType]) -> None:
    from modeller.base.errors import ModellerError
    from modeller.base.saving import write_atomically

    packed = marshal.dumps(kept)
    content = hashlib.sha256(packed).digest() + MAGIC_NUMBER + packed
    for path in _places():
        with suppress(OSError, ModellerError):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, content)
            return


def _places() -> Iterator[Path]:
    """Where the code is kept: the first place that can be written. A bundle is never written to."""
    if not _in_a_bundle():
        yield Path(cache_from_source(__file__)).with_name(_NAME)
    from platformdirs import user_cache_path

    yield user_cache_path("modeller", appauthor=False) / _NAME


def _in_a_bundle() -> bool:
    return bool(getattr(sys, "frozen", False))
