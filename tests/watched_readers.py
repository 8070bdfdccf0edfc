"""Every reader over its corpus, watched: nothing is run, no other file opened, no socket made.

``python -m tests.watched_readers`` ends with 1 and says what was done, if anything was.
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import scenarios
from benchmarks.soak.reader import CORPUS, Reader
from benchmarks.soak.readers import READERS
from modeller.base.errors import ModellerError

_RUNS = ("exec", "compile", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "os.fork",
         "subprocess.Popen", "pickle.", "marshal.", "ctypes.", "import", "socket.", "urllib.",
         "webbrowser.", "sqlite3.enable_load_extension", "sqlite3.load_extension")  # fmt: skip
_WRITES = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate",
           "shutil.")  # fmt: skip


_APART = ["-m", "modeller.records.tables"]
_SHIPPED = str(Path(scenarios.__file__).parent)


class _Watch:
    """What was done outside `folder` since it was set."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.found: list[str] = []

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Note an event that reading has no use for."""
        if self.folder is None:
            return
        if event == "subprocess.Popen" and arguments[1][-3:-1] == _APART:
            return  # this program again, which reads what comes in within bounds
        if event.startswith(_RUNS):
            self.found.append(f"{event} {arguments!r}"[:200])
        elif event in ("open", "sqlite3.connect", "os.listdir", "os.scandir") or event.startswith(
            _WRITES
        ):
            for place in arguments[:2]:
                if isinstance(place, str | bytes) and not self._allowed(os.fsdecode(place)):
                    self.found.append(f"{event} {place!r}"[:200])

    def _allowed(self, place: str) -> bool:
        # the second argument of open is a mode, not a place; what is shipped may be named
        whole = os.path.abspath(place)  # noqa: PTH100 - looks at nothing
        inside = whole.startswith((f"{self.folder}", _SHIPPED))
        return inside or place in ("r", "rb", "w", "wb", "x", "xb", ":memory:")


def _read(reader: Reader, data: bytes, watch: _Watch | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        if watch is not None:
            watch.folder = Path(folder)
        with suppress(ModellerError):
            reader.read(data, Path(folder))
        if watch is not None:
            watch.folder = None


def main() -> int:
    """Read everything twice: the first time imports what it needs and fills what is kept."""
    inputs = [
        (reader, data)
        for name, reader in READERS.items()
        if name != "calibration"  # a record is read by the reader of records
        for data in (
            *reader.seeds(),
            *(path.read_bytes() for path in sorted((CORPUS / name).glob("*"))[:40]),
        )
    ]
    for reader, data in inputs:
        _read(reader, data, None)
    watch = _Watch()
    sys.addaudithook(watch)
    for reader, data in inputs:
        before = len(watch.found)
        _read(reader, data, watch)
        for what in watch.found[before:]:
            sys.stdout.write(f"{reader.name}: {what} for {data[:100]!r}\n")
    sys.stdout.write(f"{len(inputs)} inputs, {len(watch.found)} events\n")
    return 1 if watch.found else 0


if __name__ == "__main__":
    sys.exit(main())
