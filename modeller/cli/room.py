"""Whether a limit of memory leaves room for numpy, whose libraries otherwise end the process."""

from __future__ import annotations

import mmap
import sys

from modeller.base.errors import ModellerError, Problem

_NUMPY_TAKES = 100_000_000
"""More addresses than importing numpy takes: some 86 million."""
_REMEDY = "raise it: ulimit -v 250000 is enough for a small projection, in kilobytes"


def check_room() -> None:
    """Raise if the limit of this process leaves no room for numpy.

    Raises
    ------
    ModellerError
        When it does not. OpenBLAS would print three lines of its own and exit, or crash.
    """
    if sys.platform == "win32" or not _is_limited():
        return
    try:
        mmap.mmap(-1, _NUMPY_TAKES, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS).close()
    except OSError:
        raise ModellerError(
            Problem("the limit of memory", "leaves no room to start", _REMEDY)
        ) from None


def _is_limited() -> bool:
    import resource

    limits = (resource.RLIMIT_AS, resource.RLIMIT_DATA)
    return any(resource.getrlimit(limit)[0] != resource.RLIM_INFINITY for limit in limits)
