"""Questions about a path that may be anything: too long, no path at all, on a removed disk.

`pathlib` raises for some of these, and which of them depends on the version of Python. Here the
answer is no; opening the path then gives the reason.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_there(path: Path | str) -> bool:
    """Whether there is anything at `path`, as far as can be determined."""
    return os.path.exists(path)  # noqa: PTH110 - pathlib's raises


def is_file(path: Path | str) -> bool:
    """Whether there is an ordinary file at `path`, as far as can be determined."""
    return os.path.isfile(path)  # noqa: PTH113 - pathlib's raises


def is_folder(path: Path | str) -> bool:
    """Whether there is a folder at `path`, as far as can be determined."""
    return os.path.isdir(path)  # noqa: PTH112 - pathlib's raises
