"""A reader of untrusted input and its replay."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from modeller.base.errors import ModellerError

CORPUS = Path(__file__).parents[2] / "tests" / "corpus"
Seeds = Callable[[], Iterator[bytes]]


@dataclass(frozen=True)
class Reader:
    """A reader.

    `read` is given a folder of its own, in which it may write; `seeds` are valid inputs with which
    fuzzing begins.
    """

    name: str
    read: Callable[[bytes, Path], object]
    seeds: Seeds
    longest: int = 20_000


def replay(reader: Reader, data: bytes) -> None:
    """Give the bytes to the reader, which may refuse them only by a `ModellerError`."""
    with suppress(ModellerError), tempfile.TemporaryDirectory(prefix="reader-") as folder:
        reader.read(data, Path(folder))


def words(reader: Reader) -> set[bytes]:
    """Words in the seeds of a reader, for the fuzzer's dictionary."""
    found: set[bytes] = set()
    for seed in reader.seeds():
        found.update(re.findall(rb"[A-Za-z_.$-]{3,40}", seed))
    return found
