"""Where machine code is kept between starts, and for which processor it was made.

numba keeps machine code beside the source file it came from and looks at that file alone to
see whether it is stale, although these files compile into one another. So the code is kept
in a folder named after all of them: a changed line anywhere is a new folder. A file in it
says for which processor all of it has been made.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numba  # noqa: TID253 - this package is imported only once the first frame is on the screen
from llvmlite import binding
from numba import config  # noqa: TID253
from numba.core.caching import FunctionCache  # noqa: TID253
from platformdirs import user_cache_path


def _sources_digest() -> str:
    digest = hashlib.sha256(numba.__version__.encode())
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _usable_folder() -> Path | None:
    """Beside the source where that can be written, otherwise among the user's caches.

    A bundle is never written into: a signature of its files would be broken. None where neither
    can be written: the code is made at every start then.
    """
    places = [user_cache_path("modeller", appauthor=False)]
    if not getattr(sys, "frozen", False):
        places.insert(0, Path(__file__).parent / "__pycache__")
    for place in places:
        folder = place / f"kernel-{_sources_digest()}"
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            if os.access(folder, os.W_OK):
                return folder
    return None


_FOLDER = _usable_folder()


class _Cache(FunctionCache):
    """What is damaged is made again; what a full disk does not take is made at the next start."""

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        try:
            return super().load_overload(sig, target_context)
        except Exception:  # whatever comes of unpickling half a file
            with suppress(OSError):
                self.flush()
            return None

    def save_overload(self, sig: Any, data: Any) -> None:
        with suppress(OSError):
            super().save_overload(sig, data)


def keep(dispatcher: Any, function: Callable[..., Any]) -> None:
    """Have what is compiled for a function kept, where anything can be."""
    if _FOLDER is None:
        return
    before = config.CACHE_DIR
    config.CACHE_DIR = str(_FOLDER)  # read when the cache is made
    try:
        dispatcher._cache = _Cache(function)
    finally:
        config.CACHE_DIR = before


def is_to_be_kept() -> bool:
    """Whether machine code for this processor is still to be made where it can be kept."""
    if _FOLDER is None:
        return False
    try:
        return (_FOLDER / "made-for").read_text("utf-8") != _processor()
    except (OSError, ValueError):
        return True


def mark_kept() -> None:
    """Say that all of it has been made; where that cannot be said it is made again."""
    if _FOLDER is not None and is_to_be_kept():  # not at every start
        with suppress(OSError):
            (_FOLDER / "made-for").write_text(_processor(), "utf-8")


def _processor() -> str:
    return f"{binding.get_host_cpu_name()} {binding.get_host_cpu_features().flatten()}"
