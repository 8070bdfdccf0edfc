"""The process that is fuzzed: ``python -m benchmarks.soak.fuzzed READER`` and the fuzzer's options.

It imports nothing of the modeller before the fuzzer can instrument it.
"""

from __future__ import annotations

import os
import shlex
import sys
import tempfile
import time
import warnings
from pathlib import Path

import atheris

SLOWEST_SECONDS = 20
"""Seconds of processor time for an input, because the clock would also count other programs."""
WATCHED = ["benchmarks.soak", "modeller", "ui", "tomllib", "rfc8785", "csv", "json"]


def main(name: str, options: list[str]) -> None:
    """Run the fuzzer's loop, which ends this process."""
    warnings.simplefilter("error")
    with atheris.instrument_imports(include=WATCHED):
        from benchmarks.soak.reader import replay
        from benchmarks.soak.readers import READERS

        reader = READERS[name]
        for seed in reader.seeds():  # imports whatever the reader needs
            replay(reader, seed)

    def tried(data: bytes) -> None:
        began = time.process_time()
        replay(reader, data)
        took = time.process_time() - began
        if took > SLOWEST_SECONDS:
            raise TimeoutError(f"{took:.0f} seconds of the processor for one input")

    atheris.Setup([_again(name), *options], tried)
    atheris.Fuzz()


def _again(name: str) -> str:
    """A script that starts this process again, which the fuzzer does while it merges."""
    command = shlex.join([sys.executable, "-m", "benchmarks.soak.fuzzed", name])
    path = Path(os.environ.get("HOME", tempfile.gettempdir())) / f"fuzz-{name}"
    path.write_text(f'#!/bin/sh\nexec {command} "$@"\n', "utf-8")
    path.chmod(0o700)
    return str(path)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
