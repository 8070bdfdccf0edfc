"""Versions of scenarios, kept in the user's state folder and thinned as they grow old.

A version with a note is kept for good. A history that cannot be read is set aside and a new one
started; where none can be written, it is kept in memory. Neither stops the window.
"""

from __future__ import annotations

import contextlib
import math
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from modeller.base.bounded_json import MAXIMUM_BYTES
from modeller.base.clock import seconds as clock_seconds
from modeller.base.errors import ModellerError, Problem
from modeller.base.language import translate
from modeller.base.saving import make_private
from modeller.profiles import Profile
from modeller.scenario import Scenario
from modeller.scenario.file import document_text, parse_scenario, scenario_document
from ui.desk.settings import state_folder

MOST_VERSIONS = 2_000
MOST_NOTE = 500
_SCHEMA_VERSION = 1
_BUSY_SECONDS = 0.5
_LARGEST_CELL = 4 * MAXIMUM_BYTES
_HOUR, _DAY = 3_600.0, 86_400.0

THINNING = (
    (_HOUR, 0.0),
    (_DAY, 600.0),
    (7 * _DAY, _HOUR),
    (60 * _DAY, _DAY),
    (730 * _DAY, 7 * _DAY),
)
"""(age, interval) in seconds: up to that age one version is kept in each interval."""
ALWAYS_KEPT = 20
"""So many of a document's newest versions stay, whatever the clock says of their age."""

_TABLE = """
CREATE TABLE IF NOT EXISTS versions (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    saved_at REAL NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    scenario TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS by_document ON versions (document, saved_at);
"""


@dataclass(frozen=True)
class Version:
    """One version of a document; `saved_at` in seconds since 1970."""

    id: int
    document: str
    saved_at: float
    note: str
    scenario: Scenario


class History:
    """The versions of all documents.

    Parameters
    ----------
    profile
        The force; versions of another's scenarios are passed over.
    path
        Another file than the user's own.
    clock
        Tells the time, in seconds since 1970.
    failed
        Takes a `ModellerError` when the history could not be read or kept; once for each.
    """

    def __init__(
        self,
        profile: Profile,
        path: Path | None = None,
        *,
        clock: Callable[[], float] = clock_seconds,
        failed: Callable[[ModellerError], object] = lambda _error: None,
    ) -> None:
        self.path = state_folder() / "history.sqlite" if path is None else path
        self._profile = profile
        self._clock = clock
        self._failed = failed
        self._told = False

    def close(self) -> None:
        """Close the file."""
        if "_connection" in vars(self):
            self._connection.close()

    def record(self, document: str, scenario: Scenario, note: str = "") -> int | None:
        """Keep a version, unless it is the same as the document's newest; its number.

        Parameters
        ----------
        document
            What the version is of: the path of its file, or another lasting name.
        """
        text = document_text(scenario_document(scenario))
        kept: list[int | None] = [None]
        with self._safely():
            if (
                _version((0, document, self._clock(), note[:MOST_NOTE], text), self._profile)
                is None
            ):
                # it could never be read again, so say so now
                raise ValueError(translate("History", "a version could not be read again"))
            kept.append(self._kept(document, text, note[:MOST_NOTE]))
        return kept[-1]

    def _kept(self, document: str, text: str, note: str) -> int | None:
        newest = self._connection.execute(
            "SELECT id, scenario FROM versions WHERE document = ? ORDER BY id DESC LIMIT 1",
            (document,),
        ).fetchone()
        if newest is not None and newest[1] == text:
            if note:
                self.set_note(int(newest[0]), note)
            return int(newest[0])
        with self._connection:
            cursor = self._connection.execute(
                "INSERT INTO versions (document, saved_at, note, scenario) VALUES (?, ?, ?, ?)",
                (document, self._clock(), note, text),
            )
        return cursor.lastrowid

    def versions(self, document: str, most: int = 200) -> tuple[Version, ...]:
        """Versions of a document, the newest first; those that cannot be read are left out."""
        rows: list[tuple[int, str, float, str, str]] = []
        with self._safely():
            rows = self._connection.execute(
                "SELECT id, document, saved_at, note, scenario FROM versions WHERE document = ?"
                " ORDER BY id DESC LIMIT ?",
                (document, most),
            ).fetchall()
        return tuple(
            version for row in rows if (version := _version(row, self._profile)) is not None
        )

    def set_note(self, version: int, note: str) -> None:
        """Write a note to a version, which is then kept for good; an empty one ends that."""
        with self._safely(), self._connection:
            self._connection.execute(
                "UPDATE versions SET note = ? WHERE id = ?",
                (" ".join(note.split())[:MOST_NOTE], version),
            )

    def rename(self, before: str, after: str) -> None:
        """Keep a document under another name from now on, as after it is first saved."""
        with self._safely(), self._connection:
            self._connection.execute(
                "UPDATE versions SET document = ? WHERE document = ?", (after, before)
            )

    def thin(self) -> None:
        """Delete what `THINNING` does not keep, and what is beyond `MOST_VERSIONS`."""
        now = self._clock()
        with self._safely():
            rows = self._connection.execute(
                "SELECT id, document, saved_at FROM versions WHERE note = '' ORDER BY id DESC"
            ).fetchall()
            newest: Counter[str] = Counter()
            kept: set[tuple[str, float, int]] = set()
            spare: list[int] = []
            for number, document, saved_at in rows:
                place = _place(now - float(saved_at), float(saved_at))
                full = len(kept) >= MOST_VERSIONS
                newest[document] += 1
                if full:
                    spare.append(int(number))
                elif newest[document] <= ALWAYS_KEPT:
                    kept.add((document, -1.0, int(number)))
                elif place is None or (document, *place) in kept:
                    spare.append(int(number))
                else:
                    # where there is no interval every version has a place of its own
                    kept.add((document, place[0], place[1] if place[0] else number))
            with self._connection:
                self._connection.executemany(
                    "DELETE FROM versions WHERE id = ?", [(number,) for number in spare]
                )

    # ---- inside

    @contextlib.contextmanager
    def _safely(self) -> Iterator[None]:
        """Report a history that fails once, and never let it get in the way."""
        try:
            yield
        except (sqlite3.Error, ValueError, TypeError) as error:
            if not self._told:
                self._told = True
                self._say(
                    translate("History", "cannot be kept ({error})", error=error),
                    translate("History", "you can carry on; save versions under new names"),
                )

    def _say(self, what: str, remedy: str) -> None:
        self._failed(
            ModellerError(
                Problem(
                    translate("History", "The history ({name})", name=self.path.name), what, remedy
                )
            )
        )

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        """The connection, opened when it is first wanted so that a start does not wait for it."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            make_private(self.path)  # the database gives the files beside it the same permissions
            return self._checked(self._connected(str(self.path)))
        except sqlite3.OperationalError as error:
            # the folder is read-only or another window has the file: the history itself is sound
            self._say(
                translate("History", "cannot be opened ({error})", error=error),
                translate("History", "versions are kept until the window closes"),
            )
        except OSError as error:
            reason = error.strerror or str(error)
            self._say(
                translate("History", "cannot be opened ({reason})", reason=reason),
                translate("History", "versions are kept until the window closes"),
            )
        except sqlite3.DatabaseError:
            with contextlib.suppress(OSError, sqlite3.Error):
                return self._started_again()
        except _TooNew:
            self._say(
                translate("History", "comes from a newer version of the modeller"),
                translate("History", "versions are kept until the window closes"),
            )
        return self._checked(self._connected(":memory:"))

    def _started_again(self) -> sqlite3.Connection:
        stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime(self._clock()))
        aside = self.path.with_name(f"{self.path.stem}.damaged-{stamp}.sqlite")
        self.path.replace(aside)
        for ending in ("-journal", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                self.path.with_name(self.path.name + ending).unlink()
        make_private(self.path)
        connection = self._checked(self._connected(str(self.path)))
        self._say(
            translate("History", "is damaged"),
            translate(
                "History", "it was set aside as {name}, and a new one was started", name=aside.name
            ),
        )
        return connection

    @staticmethod
    def _connected(name: str) -> sqlite3.Connection:
        connection = sqlite3.connect(name, timeout=_BUSY_SECONDS)
        # The file may be a stranger's: invalid text is read all the same, none is larger
        # than a version, nothing that the schema asks for is run, no page has more than it says.
        connection.text_factory = lambda text: text.decode("utf-8", "replace")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_CELL)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        return connection

    @staticmethod
    def _checked(connection: sqlite3.Connection) -> sqlite3.Connection:
        """The connection, with its table made and its content looked at."""
        try:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > _SCHEMA_VERSION:
                raise _TooNew
            (state,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            if state != "ok":
                raise sqlite3.DatabaseError(state)
            strange = connection.execute(
                "SELECT 1 FROM sqlite_master WHERE type NOT IN ('table', 'index') OR"
                " tbl_name <> 'versions' LIMIT 1"
            ).fetchone()
            if strange is not None:  # a view or a trigger would be run by what is asked here
                raise sqlite3.DatabaseError("it holds more than versions")
            connection.executescript(_TABLE)
            connection.execute(f"PRAGMA user_version = {_SCHEMA_VERSION}")
            connection.execute(
                "SELECT id, document, saved_at, note, scenario FROM versions LIMIT 1"
            )
        except sqlite3.OperationalError as error:
            connection.close()
            if "no such column" in str(error):  # a table of that name that is not ours
                raise sqlite3.DatabaseError(str(error)) from error
            raise
        except UnicodeDecodeError as error:  # the error names things by bytes that are no text
            connection.close()
            raise sqlite3.DatabaseError("its schema is damaged") from error
        except (sqlite3.Error, _TooNew):
            connection.close()
            raise
        return connection


class _TooNew(Exception):  # noqa: N818 - not an error: a file that is to be left alone
    """The history has a form that this version does not know."""


def _place(age: float, saved_at: float) -> tuple[float, int] | None:
    """The interval that applies at an age, and the number of the interval that the time is in."""
    for limit, distance in THINNING:
        if age <= limit:
            return distance, int(saved_at // distance) if distance else 0
    return None


def _version(row: tuple[int, str, float, str, str], profile: Profile) -> Version | None:
    number, document, saved_at, note, text = row
    try:
        if not math.isfinite(saved_at):
            return None
        scenario = parse_scenario(
            str(text).encode("utf-8", "replace"), "a version", profile=profile
        ).scenario
        shown = "".join(c for c in str(note)[:MOST_NOTE] if c.isprintable())
        return Version(int(number), str(document), float(saved_at), shown, scenario)
    except (ModellerError, TypeError, ValueError):
        return None
