"""Which libraries Qt needs for a window on X11, and this machine has not."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from ui.__main__ import LIBRARIES, X11_LIBRARIES


def missing_for_x11() -> list[str]:
    """Debian packages that Qt's plugin for X11 lacks here; none where that cannot be asked."""
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return []
    import PySide6

    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    asked = subprocess.run(["ldd", plugin], capture_output=True, text=True, check=False)
    return packages_of_missing(asked.stdout)


def packages_of_missing(listing: str) -> list[str]:
    """The packages of the libraries that a listing of ``ldd``'s says are not found, once each."""
    libraries = re.findall(r"^\s*(\S+) => not found", listing, re.MULTILINE)
    return sorted({_package(library) for library in libraries})


def _package(library: str) -> str:
    """By name where the window knows it, else by Debian's rule for naming a library's package."""
    known = (LIBRARIES | X11_LIBRARIES).get(library)
    if known is not None:
        return known
    name, _, version = library.lower().partition(".so.")
    return f"{name}-{version}" if name[-1:].isdigit() and version else f"{name}{version}"
