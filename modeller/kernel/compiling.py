"""How every function of the kernel is compiled, and where the machine code is kept.

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
from typing import Any, TypeVar, cast

import numba  # noqa: TID253 - this package is imported only once the first frame is on the screen
from llvmlite import binding
from numba import config, njit  # noqa: TID253
from platformdirs import user_cache_path

Function = TypeVar("Function", bound=Callable[..., Any])


def _sources_digest() -> str:
    digest = hashlib.sha256(numba.__version__.encode())
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _cache_folder() -> str:
    """Beside the source where that can be written, otherwise among the user's caches.

    A bundle is never written into: a signature of its files would be broken.
    """
    name = f"kernel-{_sources_digest()}"
    beside = Path(__file__).parent / "__pycache__"
    kept = str(user_cache_path("modeller", appauthor=False) / name)
    if getattr(sys, "frozen", False):
        return kept
    try:
        (beside / name).mkdir(parents=True, exist_ok=True)
        if os.access(beside / name, os.W_OK):
            return str(beside / name)
    except OSError:
        pass
    return kept


_FOLDER = _cache_folder()
_MADE_FOR = Path(_FOLDER) / "made-for"


def _processor() -> str:
    return f"{binding.get_host_cpu_name()} {binding.get_host_cpu_features().flatten()}"


def is_kept() -> bool:
    """Whether all of the machine code for this processor has been made, and need only be loaded."""
    try:
        return _MADE_FOR.read_text("utf-8") == _processor()
    except (OSError, ValueError):
        return False


def mark_kept() -> None:
    """Say that all of it has been made; where that cannot be said it is made again."""
    with suppress(OSError):
        _MADE_FOR.write_text(_processor(), "utf-8")


def compiled(function: Function) -> Function:
    """The function as machine code that runs without Python's lock.

    Without fastmath: the compiler may neither reorder a sum nor fuse a product into it, so
    the equations give the bits that numpy gives. Division by zero gives infinity, as numpy's.
    """
    before = config.CACHE_DIR
    config.CACHE_DIR = _FOLDER  # read when the function is declared
    try:
        return cast(Function, njit(cache=True, nogil=True, error_model="numpy")(function))
    finally:
        config.CACHE_DIR = before
