"""The file of the ledger: entries chained by SHA-256, which are appended and never changed.

Each line is an entry as canonical JSON (RFC 8785). It has its own digest and that of the entry
before, so that an entry changed, removed or inserted later breaks the chain at a known place. A
small file beside it has the number of entries and the last digest, so that entries cut off the end
are noticed, too. Rewriting both files completely leaves no trace in them; to guard against that,
note the last digest elsewhere.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import rfc8785

from modeller.base import clock
from modeller.base.bounded_json import MAXIMUM_BYTES, parse
from modeller.base.bounded_reading import read_start
from modeller.base.errors import ModellerError, Problem, problem, refusal
from modeller.base.exclusive import only_writer
from modeller.base.language import numeral, source_language, translatable, translate
from modeller.base.saving import flush_folder, write_atomically
from modeller.base.user_folders import user_folder
from modeller.ledger.entries import FIRST, FORMAT, OUTCOMES, QUANTILES, Entry, LedgerState
from modeller.ledger.entry_form import TIME, has_form
from modeller.ledger.times import check_clock
from modeller.model.sampling import STREAMS_VERSION
from modeller.projection import SUMMARY, Projection, View
from modeller.records import record_for, record_label
from modeller.scenario import canonical_digest
from modeller.scenario.document import scenario_document

MOST_ENTRIES = 10_000
LONGEST_ENTRY = MAXIMUM_BYTES
MOST_BYTES = 64_000_000
_BEGIN_ANOTHER = translatable(
    "Problem", "move it elsewhere together with {name}, and another is begun"
)

_VIEWS: tuple[View, ...] = ("weekly", "cumulative")
_FIELDS = frozenset(
    {
        "format", "number", "previous", "locked", "title", "scenario", "fingerprint", "model",
        "record", "first_week", "weeks", "bands", "results_digest", "digest",
    }
)  # fmt: skip


def default_path() -> Path:
    """The path of the user's ledger, which may not exist yet."""
    return user_folder("data") / "ledger.jsonl"


def lock_projection(
    projection: Projection, path: Path | None = None, *, now: datetime | None = None
) -> Entry:
    """Append a projection to the ledger, safely against power cuts and other writers.

    Parameters
    ----------
    projection
        The projection to lock.
    path
        The ledger; the user's own when None.
    now
        The time; that of this machine when None.

    Returns
    -------
    Entry
        The entry as written.

    Raises
    ------
    ModellerError
        When the ledger is damaged, full, or cannot be written, or the clock must be wrong. Nothing
        is then appended.
    """
    place = default_path() if path is None else path
    written = _entry_fields(projection, now or clock.now())
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with only_writer(_beside(place, "lock")):
            state = verify_ledger(place)
            if state.problems:
                raise ModellerError(state.problems)
            if len(state.entries) >= MOST_ENTRIES:
                raise refusal(
                    str(place),
                    "holds {most} entries, its most",
                    _BEGIN_ANOTHER,
                    most=numeral(MOST_ENTRIES),
                    name=_beside(place, "head").name,
                )
            written |= {"number": len(state.entries) + 1, "previous": state.last_digest}
            written["digest"] = canonical_digest(written)
            line = rfc8785.dumps(written) + b"\n"
            if len(line) > LONGEST_ENTRY:
                raise refusal(
                    translate("Problem", "the entry"),
                    "is too large for the ledger",
                    "shorten its notes or project fewer weeks",
                )
            if state.size + len(line) > MOST_BYTES:
                raise refusal(
                    str(place),
                    "would grow beyond {most} bytes",
                    _BEGIN_ANOTHER,
                    most=numeral(MOST_BYTES),
                    name=_beside(place, "head").name,
                )
            fault, _ = _checked(line, written["number"], state.last_digest)
            if fault is not None:  # because an entry can never be taken back
                raise refusal(
                    translate("Problem", "the entry"),
                    "could not be read again: it {what}",
                    "nothing was locked; please report it",
                    what=fault.what,
                )
            if _marked(place) != len(state.entries):
                # it is behind after a crash, or there was no entry; with the right count, a crash
                # in the next step leaves an entry that is recognised as unfinished
                _write_head(place, len(state.entries), state.last_digest)
            _append(place, line, state.size)
            try:
                _write_head(place, written["number"], written["digest"])
            except ModellerError:
                # a reader tolerates an uncounted entry, but the user is told that locking failed
                with contextlib.suppress(OSError):
                    os.truncate(place, state.size)
                raise
    except (OSError, ValueError) as error:
        raise refusal(
            str(place),
            "cannot be written ({reason})",
            "put that right and try again; nothing was locked",
            reason=getattr(error, "strerror", None) or error,
        ) from error
    return _entry(written)


def read_ledger(path: Path | None = None) -> tuple[Entry, ...]:
    """Every entry of an intact ledger; none if there is no ledger yet.

    Parameters
    ----------
    path
        The ledger; the user's own when None.

    Returns
    -------
    tuple of Entry
        The entries, in order.

    Raises
    ------
    ModellerError
        When it is damaged, naming the entry and what is wrong with it.
    """
    state = verify_ledger(path)
    if state.problems:
        raise ModellerError(state.problems)
    return state.entries


def verify_ledger(path: Path | None = None) -> LedgerState:
    """Check every entry, the chain and the end.

    Parameters
    ----------
    path
        The ledger; the user's own when None.

    Returns
    -------
    LedgerState
        Whether it is sound, and the first entry that is not.

    Raises
    ------
    ModellerError
        Only when the file cannot be read at all.
    """
    place = default_path() if path is None else path
    entries: list[Entry] = []
    problems: list[Problem] = []
    size = 0
    try:
        for line in _lines(place):
            if not line.endswith(b"\n") and _marked(place) == len(entries):
                break  # left by a power cut during an append
            previous = entries[-1].digest if entries else FIRST
            fault, fields = _checked(line, len(entries) + 1, previous)
            if size + len(line) > MOST_BYTES:
                fault = problem(
                    str(place),
                    "is larger than {most} bytes",
                    _BEGIN_ANOTHER,
                    most=numeral(MOST_BYTES),
                    name=_beside(place, "head").name,
                )
            if fault is not None:
                problems.append(fault)
                break
            entries.append(_entry(fields))
            size += len(line)
        if not problems:
            problems.extend(_end_problems(place, entries))
    except (OSError, ValueError) as error:
        raise refusal(
            str(place),
            "cannot be read ({reason})",
            "put that right and try again",
            reason=getattr(error, "strerror", None) or error,
        ) from error
    return LedgerState(place, tuple(entries), tuple(problems), size)


@source_language()
def _entry_fields(projection: Projection, now: datetime) -> dict[str, Any]:
    scenario = projection.scenario
    record = record_for(scenario.record, scenario.profile)
    first_week = record.last_day + timedelta(days=1)
    check_clock(now, first_week)
    label = record_label(scenario.record, scenario.profile)
    return {
        "format": FORMAT,
        "locked": now.astimezone(UTC).strftime(TIME),
        "title": scenario.title,
        # the state of the window is not kept
        "scenario": scenario_document(
            scenario.replace(view={}), record_label=label, declared=projection.catalogue
        ),
        "fingerprint": scenario.fingerprint,
        "model": {"version": scenario.catalogue.version, "streams": STREAMS_VERSION},
        "record": {"label": label, "digest": record.digest},
        "first_week": first_week.isoformat(),
        "weeks": scenario.weeks,
        "bands": {
            outcome: {
                view: {
                    name: [
                        float(f"{value:.9g}")
                        for value in projection.summary(outcome, view)[
                            :, SUMMARY.index(name)
                        ].tolist()
                    ]
                    for name in QUANTILES
                }
                for view in _VIEWS
            }
            for outcome in OUTCOMES
        },
        "results_digest": projection.results_digest,
    }


def _entry(fields: Mapping[str, Any]) -> Entry:
    return Entry(
        number=fields["number"],
        locked=datetime.strptime(fields["locked"], TIME).replace(tzinfo=UTC),
        title=fields["title"],
        fingerprint=fields["fingerprint"],
        model_version=fields["model"]["version"],
        record_label=fields["record"]["label"],
        record_digest=fields["record"]["digest"],
        first_week=date.fromisoformat(fields["first_week"]),
        weeks=fields["weeks"],
        bands={
            outcome: {
                view: {name: tuple(values) for name, values in quantiles.items()}
                for view, quantiles in views.items()
            }
            for outcome, views in fields["bands"].items()
        },
        scenario=fields["scenario"],
        digest=fields["digest"],
        previous=fields["previous"],
    )


def _lines(path: Path) -> Iterator[bytes]:
    """The lines with their line ends; one that is too long is cut."""
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return
    with file:
        for _ in range(MOST_ENTRIES + 1):
            line = file.readline(LONGEST_ENTRY + 1)
            if not line:
                return
            yield line


def _checked(line: bytes, number: int, previous: str) -> tuple[Problem | None, dict[str, Any]]:
    """What is wrong with a line, or None and its content."""
    where = translate("Problem", "entry {number}", number=number)
    remedy = translatable(
        "Problem", "restore the ledger from a copy; the entries before it are sound"
    )
    if number > MOST_ENTRIES or len(line) > LONGEST_ENTRY:
        return problem(where, "is beyond what a ledger holds", remedy), {}
    if not line.endswith(b"\n"):
        return problem(where, "is incomplete: the file breaks off in the middle of it", remedy), {}
    try:
        fields = parse(line[:-1], where)
    except ModellerError as error:
        return problem(where, "is damaged ({what})", remedy, what=error.problems[0].what), {}
    if not isinstance(fields, dict) or set(fields) != _FIELDS or fields["format"] != FORMAT:
        return problem(where, "is not an entry of a ledger", remedy), {}
    content = {name: value for name, value in fields.items() if name != "digest"}
    if canonical_digest(content) != fields["digest"] or rfc8785.dumps(fields) != line[:-1]:
        return problem(where, "was changed after it was locked", remedy), {}
    if fields["number"] != number or fields["previous"] != previous:
        fault = problem(
            where,
            "does not follow the one before it (it calls itself number {number})",
            "an entry was taken out, put in or moved; restore the ledger from a copy",
            number=fields["number"],
        )
        return fault, {}
    if not has_form(fields, OUTCOMES, _VIEWS, QUANTILES):
        return problem(where, "is not an entry of a ledger", remedy), {}
    return None, fields


def _end_problems(path: Path, entries: list[Entry]) -> list[Problem]:
    """Whether entries are missing at the end."""
    head_path = _beside(path, "head")
    remedy = translatable("Problem", "restore the ledger from a copy")
    try:
        number, digest = _head(head_path)
    except FileNotFoundError:
        if not entries:
            return []
        return [
            problem(str(head_path), "does not say where the ledger ends: it is missing", remedy)
        ]
    except ValueError:
        return [problem(str(head_path), "is damaged", remedy)]
    if number > len(entries):
        first = len(entries) + 1
        if number == first:
            missing = translate("Problem", "entry {number}", number=first)
        else:
            missing = translate("Problem", "entry {first} to {last}", first=first, last=number)
        return [problem(missing, "is missing: the ledger was cut short", remedy)]
    # one entry more than counted: a power cut between the two writes
    if number < len(entries) - 1 or (entries and number and entries[number - 1].digest != digest):
        return [
            problem(
                str(path),
                "ends with another entry than {name} says",
                remedy,
                name=head_path.name,
            )
        ]
    return []


def _head(path: Path) -> tuple[int, str]:
    """The number of entries and the last digest, from the file beside the ledger."""
    content = read_start(path, 1_000)
    try:
        head: Any = parse(content)
        number, digest = head["entries"], head["digest"]
    except (ModellerError, KeyError, TypeError) as error:
        raise ValueError("it is not the end of a ledger") from error
    if type(number) is not int or not isinstance(digest, str):
        raise ValueError("it is not the end of a ledger")
    return number, digest


def _marked(path: Path) -> int | None:
    """The number of entries in the file beside the ledger; None if it is unreadable."""
    try:
        return _head(_beside(path, "head"))[0]
    except (OSError, ValueError):
        return None


def _beside(path: Path, kind: str) -> Path:
    return path.with_name(f"{path.name}.{kind}")


def _append(path: Path, line: bytes, before: int) -> None:
    """Write a line after the first `before` bytes, replacing anything after them."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        try:
            os.ftruncate(descriptor, before)
            written = os.write(descriptor, line)
            if written != len(line):
                raise OSError(errno.ENOSPC, translate("Problem", "the disk is full"))
            os.fsync(descriptor)
        except OSError:
            # if this fails, too, the unfinished entry is ignored and the next one replaces it
            with contextlib.suppress(OSError):
                os.ftruncate(descriptor, before)
            raise
    finally:
        os.close(descriptor)
    flush_folder(path.parent)


def _write_head(path: Path, number: int, digest: str) -> None:
    content = json.dumps({"entries": number, "digest": digest}) + "\n"
    write_atomically(_beside(path, "head"), content.encode(), private=True)
