"""Finds libraries in a bundle for Linux that only what was left out of it would have needed."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

_ASKED = re.compile(rb"\(NEEDED\).*\[(.+)\]")


def unneeded(place: Path) -> list[Path]:
    """Shared libraries of a bundle's own folder that none of its other files needs.

    They lie at its top or in the folders into which wheels put theirs. Everything else is a Python
    module or a plugin, all of which are needed.
    """
    found = {path.name: path for path in place.rglob("*.so*") if path.is_file()}
    brought = {
        name
        for name, path in found.items()
        if (path.parent == place or path.parent.match("*.libs"))
        and not name.startswith("libpython")
    }
    waiting = [*(found.keys() - brought)]
    needed: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in found and name not in needed:
            needed.add(name)
            waiting += _asked_for(found[name])
    return sorted(found[name] for name in brought - needed)


def _asked_for(library: Path) -> list[str]:
    told = subprocess.run(["readelf", "-d", library], capture_output=True, check=False).stdout
    return [name.decode() for name in _ASKED.findall(told)]
