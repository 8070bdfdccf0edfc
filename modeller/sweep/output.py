"""The results of a sweep: a journal that survives interruption, then CSV or Parquet.

The journal has each finished scenario by the digest of its inputs and of the measures, saved as
soon as it is finished, in any order. When all are there, the table is written in the order of the
design, in chunks, so that an interrupted sweep ends with the same bytes as any other.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from modeller.base.errors import ModellerError, Problem, problem, refusal
from modeller.base.formats import format_for
from modeller.base.language import translatable, translate
from modeller.base.paths import is_folder, is_there
from modeller.base.printed import DIGITS, figure, json_line
from modeller.base.saving import already_there, replacing
from modeller.base.spreadsheets import harmless
from modeller.sweep.axes import TEXTS
from modeller.sweep.description import description_path, origin_cells, row_fields
from modeller.sweep.planned import Design, Row
from modeller.sweep.reported import Reported

JOURNAL_SUFFIX = ".unfinished"

_FORMAT = 1
_CHUNK = 4096  # rows in a chunk of Parquet, and scenarios fetched from the journal at a time
_AGAIN = translatable(
    "Problem", "make room and run the same command again; what was finished is kept"
)


class Journal:
    """Results so far, kept in a file beside the output.

    Raises
    ------
    ModellerError
        When the file is not a journal, or another sweep is writing to it.
    """

    def __init__(self, output: Path, measures: Sequence[Reported]) -> None:
        self.path = output.with_name(output.name + JOURNAL_SUFFIX)
        self._measures = hashlib.sha256(",".join(map(str, measures)).encode()).hexdigest()
        try:
            self._database = sqlite3.connect(self.path, isolation_level=None, timeout=1.0)
            self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
            # this survives the end of the process at no cost; after a power cut the last few
            # scenarios may have to be run again
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = NORMAL")
            self._database.execute("BEGIN EXCLUSIVE")
            (found,) = self._database.execute("PRAGMA user_version").fetchone()
            if found not in (0, _FORMAT):
                raise sqlite3.DatabaseError(f"format {found}")
            self._database.execute(f"PRAGMA user_version = {_FORMAT}")
            self._database.execute(
                "CREATE TABLE IF NOT EXISTS results ("
                "inputs TEXT, measures TEXT, figures TEXT, PRIMARY KEY (inputs, measures)"
                ") WITHOUT ROWID"
            )
            self._database.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                fault = problem(
                    str(self.path),
                    "is in use by another sweep",
                    "wait for it, or write to another file",
                )
            else:
                fault = problem(
                    str(self.path),
                    "cannot be opened ({reason})",
                    "choose another folder",
                    reason=error,
                )
            raise ModellerError(fault) from error
        except sqlite3.DatabaseError as error:
            raise refusal(
                str(self.path),
                "is not an unfinished sweep of this modeller",
                "move it away, or write to another file",
            ) from error

    def holds(self, digest: str) -> bool:
        """Whether the scenario with these inputs is finished."""
        return self.figures(digest) is not None

    def figures(self, digest: str) -> str | None:
        """The figures of a finished scenario, separated by commas; None if it is not finished."""
        try:
            found = self._database.execute(
                "SELECT figures FROM results WHERE inputs = ? AND measures = ?",
                (digest, self._measures),
            ).fetchone()
        except sqlite3.DatabaseError as error:
            raise refusal(
                str(self.path),
                "cannot be read ({reason})",
                "move it away and begin anew, or run the same command again",
                reason=error,
            ) from error
        return None if found is None else str(found[0])

    def keep(self, finished: Iterable[tuple[str, Sequence[float]]]) -> None:
        """Save the figures of some scenarios, all of them or none."""
        rows = [
            (digest, self._measures, ",".join(f"{value:.12g}" for value in figures))
            for digest, figures in finished
        ]
        try:
            self._database.execute("BEGIN")
            self._database.executemany("INSERT OR IGNORE INTO results VALUES (?, ?, ?)", rows)
            self._database.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            with contextlib.suppress(sqlite3.Error):
                self._database.execute("ROLLBACK")
            raise refusal(
                str(self.path), "cannot be written ({reason})", _AGAIN, reason=error
            ) from error

    def close(self, *, remove: bool = False) -> None:
        """Close the file, and delete it if the output of the sweep is complete."""
        with contextlib.suppress(sqlite3.Error):
            self._database.close()
        if remove:
            # the output is complete, so a journal that cannot be deleted does no harm
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)


def check_output(path: Path, *, over: bool = False) -> None:
    """Raise, before the work begins, for whatever would fail at its end.

    Raises
    ------
    ModellerError
        When the ending of the name is no known format, pyarrow is not there for Parquet, the
        folder does not exist, or the file does.
    """
    problems: list[Problem] = []
    try:
        form = format_for("sweep", path).key
    except ModellerError as error:
        problems.extend(error.problems)
        form = ""
    if not is_folder(path.parent):
        problems.append(problem(str(path.parent), "is not a folder", "make it first"))
    if is_there(path) and not over:
        problems.append(already_there(path))
    if is_there(description_path(path)) and not over:
        problems.append(already_there(description_path(path)))
    if form == "parquet":
        try:
            import pyarrow.parquet  # noqa: F401
        except ImportError:
            problems.append(
                problem(
                    "Parquet",
                    "needs the library pyarrow",
                    'install it with: pip install "policy-scenario-modeller[parquet]"',
                )
            )
    if problems:
        raise ModellerError(problems)


def write_table(design: Design, journal: Journal, output: Path, *, over: bool = False) -> None:
    """Write all results in the order of the design, in one step, so that no half table is seen."""
    with replacing(output, remedy=translate("Problem", _AGAIN), over=over) as file:
        WRITERS[format_for("sweep", output).key](design, journal, file)


def _header(design: Design) -> list[str]:
    said = [field.name for field in row_fields(design)]
    return ["index", "fingerprint", *design.columns, *map(str, design.measures), *said]


def _finished(design: Design, journal: Journal) -> Iterator[tuple[Row, str]]:
    for row in design.rows():
        figures = journal.figures(row.scenario.inputs_digest)
        assert figures is not None  # the table is only written when all are finished
        yield row, figures


def _write_csv(design: Design, journal: Journal, file: BinaryIO) -> None:
    text = TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_header(design))
    names = [field.name for field in row_fields(design)]
    for row, figures in _finished(design, journal):
        given = [_cell(row.values, name) for name in design.columns]
        of_row = origin_cells(design, row.scenario)
        said = [of_row[name] for name in names]
        found = ["" if each is None else f"{each:.{DIGITS}g}" for each in _figures(figures)]
        writer.writerow([row.index, row.scenario.fingerprint, *given, *found, *said])
    text.detach()  # otherwise closing it would close the file before it is on the disk


def _cell(values: Mapping[str, float | str], name: str) -> str:
    value = values.get(name, "")
    return harmless(value) if isinstance(value, str) else f"{value:.12g}"


def _figures(kept: str) -> list[float | None]:
    """The numbers in the journal, as every other output has them; None where undefined."""
    return [figure(float(text)) for text in kept.split(",")]


def _write_json_lines(design: Design, journal: Journal, file: BinaryIO) -> None:
    names = [field.name for field in row_fields(design)]
    for row, figures in _finished(design, journal):
        of_row = origin_cells(design, row.scenario)
        line = {
            "index": row.index,
            "fingerprint": row.scenario.fingerprint,
            **{name: row.values.get(name) for name in design.columns},
            **dict(zip(map(str, design.measures), _figures(figures), strict=True)),
            **{name: of_row[name] for name in names},
        }
        file.write(json_line(line).encode())


def _write_parquet(design: Design, journal: Journal, file: BinaryIO) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    of_rows = row_fields(design)
    kinds = [
        ("index", pa.int64()),
        ("fingerprint", pa.string()),
        *((name, pa.string() if name in TEXTS else pa.float64()) for name in design.columns),
        *((str(measure), pa.float64()) for measure in design.measures),
        *((each.name, pa.int64() if each.type == "integer" else pa.string()) for each in of_rows),
    ]
    schema = pa.schema(kinds)
    finished = _finished(design, journal)
    with pq.ParquetWriter(file, schema) as writer:
        while chunk := list(islice(finished, _CHUNK)):
            rows = [
                (
                    row.index,
                    row.scenario.fingerprint,
                    *(row.values.get(name) for name in design.columns),
                    *_figures(figures),
                    *(origin_cells(design, row.scenario)[each.name] for each in of_rows),
                )
                for row, figures in chunk
            ]
            columns = zip(*rows, strict=True)
            arrays = [pa.array(list(c), kind) for c, (_, kind) in zip(columns, kinds, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))


WRITERS: Mapping[str, Callable[[Design, Journal, BinaryIO], None]] = {
    "csv": _write_csv,
    "parquet": _write_parquet,
    "jsonl": _write_json_lines,
}
"""The functions that write a table of results, by the key of the format."""
