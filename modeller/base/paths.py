"""Asks about a path that may be too long, malformed, or on a disk that has been removed.

`pathlib` raises for some of these, and for which depends on the version of Python. Here the answer
is simply no; whoever then opens the path gets the reason.
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
