"""Inputs made to take all of a machine's time or memory: every reader, in a process with limits.

``python -m tests.big_inputs`` prints each with what the reader said of it.
"""

from __future__ import annotations

import resource
import sqlite3
import sys
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from benchmarks.soak.readers import READERS
from modeller.base.errors import ModellerError

SECONDS = 60
"""Of the processor, for all of them; without its remedy one alone takes longer."""
MEGABYTES = 1_500

MILLION = 1_000_000
_OPENING = b'<script type="application/json" id="modeller-briefing">'
_ATTACHED = b"<</Type /EmbeddedFile>>\nstream\n"


def _bomb(megabytes: int) -> bytes:
    """Zeros, packed to a thousandth; after a full flush the same block can stand again."""
    packer = zlib.compressobj(9)
    start = packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(bytes(MILLION)) + packer.flush(zlib.Z_FULL_FLUSH)
    return start + block * megabytes


def inputs() -> Iterator[tuple[str, str, bytes]]:
    """Reader, what is wrong, and the bytes."""
    yield "scenario", "ten megabytes", b'{"format": 1, "about": "' + b"a" * 10 * MILLION
    yield "scenario", "brackets", b"[" * 999_999
    yield "scenario", "braces", b'{"a":' * 199_000
    yield "scenario", "digits", b'{"format": ' + b"9" * 999_900 + b"}"
    yield "scenario", "quotes", b'"' * 999_999
    yield "scenario", "backslashes", b'"' + b"\\" * 999_998
    names = b",".join(b'"name%d": 1' % n for n in range(60_000))
    yield "scenario", "names", b'{"format": 1, "changes": {' + names + b"}}"
    yield "scenario", "one name", b'{"format": 1' + b',"a":1' * 150_000 + b"}"
    yield "share-code", "a bomb", b"!" + _bomb(280)
    yield "share-code", "beginnings", b"LFR1." * 80_000
    yield "share-code", "ten megabytes", b"LFR1." + b"A" * 10 * MILLION
    yield "web-page", "blocks", b"<!doctype html>" + _OPENING * 400_000
    yield "web-page", "open", b"<!doctype html>" + _OPENING + b" " * 20 * MILLION
    yield "pdf", "attachments", b"%PDF-" + b"<</Type /EmbeddedFile>>" * MILLION
    yield "pdf", "a bomb", b"%PDF-" + _ATTACHED + _bomb(4_000)
    nearly = zlib.compress(b'{"modeller-briefing":' + b" " * 990_000, 9)
    yield "pdf", "many bombs", b"%PDF-" + (_ATTACHED + nearly + b"endstream\n") * 5_000
    yield "record", "columns", b"date," * 1_900_000
    yield "record", "weekly columns", b"hours," * 160_000
    yield "record", "rows", b"date,faces,alerts,false_alerts,arrests\n" + b"1\n" * 4_900_000
    yield "record", "a cell", b'date,"' + b"a" * 9_900_000
    yield "ledger", "a line", b'{"format": 1' * MILLION
    yield "ledger", "lines", b"{}\n" * 20_000
    yield "design", "brackets", b"a = " + b"[" * 999_000
    yield "design", "a dotted name", b".".join([b"a"] * 490_000) + b" = 1"
    yield "design", "a dotted table", b"[" + b" . ".join([b'"a"'] * 160_000) + b"]"
    yield (
        "design",
        "a grid",
        b"[grid]\n"
        + b"\n".join(
            b'"%s" = {from = 0, to = 1, step = 0.000002}' % key.encode() for key in _beliefs()
        ),
    )
    yield "design", "a number", b"seed = " + b"9" * 990_000
    yield "design", "columns", b"!" + b"a," * 5 * MILLION
    yield "design", "a cell", b'!weeks\n"' + b"1" * 10 * MILLION
    yield "typed", "digits", b"arrests.p50 >= " + b"9" * MILLION
    yield "typed", "a schedule", b"officer_losses=" + b"[" * MILLION
    yield "settings", "ten megabytes", b"[window]\ngeometry=" + b"0" * 10 * MILLION
    yield "autosave", "brackets", b'{"slots":' + b"[" * 990_000
    yield "history", "a view without end", _endless_view()


def _beliefs() -> tuple[str, ...]:
    from modeller.model.catalogue import catalogue

    return tuple(catalogue().beliefs)


def _endless_view() -> bytes:
    """A database in which the table is a view that never ends."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history.sqlite"
        connection = sqlite3.connect(path)
        connection.execute(
            "CREATE VIEW versions AS WITH RECURSIVE counted(id) AS (SELECT 1 UNION ALL"
            " SELECT id + 1 FROM counted) SELECT id, 'a' AS document, 1.0 AS saved_at,"
            " '' AS note, '' AS scenario FROM counted"
        )
        connection.commit()
        connection.close()
        return path.read_bytes()


def main() -> None:
    """Read them all, within limits that end this process."""
    made = list(inputs())
    for name in {name for name, _, _ in made}:  # whatever is imported is no part of the limits
        with tempfile.TemporaryDirectory() as folder:
            READERS[name].read(next(READERS[name].seeds()), Path(folder))
    used = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS,) * 2)
    taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + MEGABYTES * MILLION,) * 2)
    for name, what, data in made:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        try:
            with tempfile.TemporaryDirectory() as folder:
                READERS[name].read(data, Path(folder))
            said = "read"
        except ModellerError as error:
            said = str(error.problems[0])[:80]
        took = resource.getrusage(resource.RUSAGE_SELF).ru_utime - before
        sys.stdout.write(f"{name}: {what}: {took:.1f} s: {said}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
