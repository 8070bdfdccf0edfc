"""Where the user's records are kept: one file each, named by its digest, beside the shipped one."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

import platformdirs

from modeller.base.bounded_json import shown
from modeller.base.dates import short_month
from modeller.base.errors import ModellerError, Problem, problem
from modeller.base.language import translate
from modeller.base.paths import is_folder, is_there
from modeller.base.saving import write_atomically
from modeller.evidence import Record, parse_record, shipped_record
from modeller.model.catalogue import Catalogue, catalogue

APPLICATION = "modeller"
FORMAT = 1
LONGEST_NAME = 100
FEWEST_DIGITS = 6
"""So many characters of a digest are enough to name a record, if no other begins so."""
SHIPPED = "shipped"

_SUFFIX = ".record.json"
_MOST_BYTES = 4_000_000
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class StoredRecord:
    """A record of the user's own, as the list shows it."""

    digest: str
    name: str
    imported: date
    first_day: date
    last_day: date
    weeks: int
    deployments: int

    @property
    def label(self) -> str:
        """What charts and briefings call it."""
        day = f"{self.last_day.day} {short_month(self.last_day)} {self.last_day.year}"
        return translate("Record", "{name}, to {day}", name=self.name, day=day)


def folder() -> Path:
    """Where the user's records are kept; it may not exist yet."""
    return platformdirs.user_data_path(APPLICATION, appauthor=False) / "records"


def import_record(record: Record, name: str = "", *, today: date | None = None) -> StoredRecord:
    """Keep a record beside the shipped one. One that is kept already keeps its name.

    Raises
    ------
    ModellerError
        When the name cannot serve, the record cannot be calibrated on, is the shipped one,
        or cannot be written; nothing is kept then.
    """
    wanted = _checked_name(name or Path(record.name).stem, record.digest)
    if record.digest == shipped_record().digest:
        raise ModellerError(
            problem(record.name, "is the record that is shipped", "there is nothing to import")
        )
    recalibrated(record)  # says why not, before anything is written
    place = _path(record.digest)
    if is_there(place):
        return _read(place)[0]
    document = {
        "format": FORMAT,
        "name": wanted,
        "imported": (today or datetime.now(UTC).date()).isoformat(),
        "csv": record.to_csv(),
    }
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ModellerError(
            problem(
                str(place.parent),
                "cannot be made ({reason})",
                "make it possible to write there; nothing was kept",
                reason=error.strerror,
            )
        ) from error
    write_atomically(place, json.dumps(document, ensure_ascii=False, indent=1).encode())
    return _read(place)[0]


def stored_records() -> tuple[StoredRecord, ...]:
    """The user's records by name.

    Raises
    ------
    ModellerError
        When one of them is damaged, naming it; `remove` takes it away.
    """
    return tuple(
        sorted((_read(path)[0] for path in _paths()), key=lambda kept: (kept.name, kept.digest))
    )


def choose(name_or_digest: str) -> StoredRecord:
    """The user's record that a name, a digest or the first characters of one names.

    Raises
    ------
    ModellerError
        When there is none, or more than one.
    """
    asked = name_or_digest.strip()
    kept = stored_records()
    found = [record for record in kept if record.name.casefold() == asked.casefold()]
    prefix = asked.lower().rstrip("…")
    if not found and len(prefix) >= FEWEST_DIGITS:
        found = [record for record in kept if record.digest.startswith(prefix)]
    if len(found) == 1:
        return found[0]
    if found:
        which = translate("Problem", " or ").join(record.digest[:12] for record in found)
        raise ModellerError(
            problem(shown(asked), "names several records", "give {which}", which=which)
        )
    what = translate("Problem", "is not a record that is kept here")
    known = ", ".join(record.name for record in kept)
    if known:
        remedy = translate("Problem", "the records here are {names}", names=known)
    else:
        remedy = translate("Problem", "no record has been imported yet")
    raise ModellerError(Problem(shown(asked), what, remedy))


def remove(name_or_digest: str) -> StoredRecord | None:
    """Take one of the user's records away; None for a damaged one named by its digest.

    Raises
    ------
    ModellerError
        When there is no such record, or it cannot be removed.
    """
    asked = name_or_digest.strip().lower()
    if _DIGEST.fullmatch(asked) and is_there(_path(asked)):
        # without reading the others: this is how a damaged one is got rid of
        try:
            kept = _read(_path(asked))[0]
        except ModellerError:
            kept = None
        digest = asked
    else:
        kept = choose(name_or_digest)
        digest = kept.digest
    try:
        _path(digest).unlink()
    except OSError as error:
        raise ModellerError(
            problem(
                str(_path(digest)),
                "cannot be removed ({reason})",
                "remove the file itself",
                reason=error.strerror,
            )
        ) from error
    return kept


def record_for(digest: str | None) -> Record:
    """The record that a scenario stands on: the shipped one for None.

    Raises
    ------
    ModellerError
        When it is not kept here, or is damaged.
    """
    if digest is None or digest == shipped_record().digest:
        return shipped_record()
    path = _path(digest) if _DIGEST.fullmatch(digest) else None
    if path is None or not is_there(path):
        raise ModellerError(
            problem(
                translate("Problem", "record"),
                "{digest}… is not kept here",
                "import the file it was made from, or use the shipped record",
                digest=digest[:12],
            )
        )
    return _read(path)[1]


def record_label(digest: str | None) -> str:
    """What charts and briefings call the record that a scenario stands on.

    Raises
    ------
    ModellerError
        As `record_for`.
    """
    if digest is None or digest == shipped_record().digest:
        return shipped_record().label
    record_for(digest)
    return _read(_path(digest))[0].label


def catalogue_for(digest: str | None) -> Catalogue:
    """The catalogue recalibrated on the record that a scenario stands on; the shipped for None.

    The calibration is done once for each record and kept.

    Raises
    ------
    ModellerError
        As `record_for`.
    """
    record = record_for(digest)
    return catalogue() if record is shipped_record() else recalibrated(record)


@lru_cache(maxsize=8)
def recalibrated(record: Record) -> Catalogue:
    """The catalogue recalibrated on any record, kept here or not.

    Raises
    ------
    ModellerError
        When it holds nothing to calibrate on.
    """
    from modeller.calibration import calibrate  # a start does not wait for it

    calibration = calibrate(record)
    return catalogue().recalibrated(calibration.beliefs, calibration.constants)


def _path(digest: str) -> Path:
    return folder() / f"{digest}{_SUFFIX}"


def _paths() -> list[Path]:
    place = folder()
    if not is_folder(place):
        return []
    try:
        paths = list(place.iterdir())
    except OSError as error:
        raise ModellerError(
            problem(
                str(place),
                "cannot be read ({reason})",
                "make it possible to read there",
                reason=error.strerror or error,
            )
        ) from error
    return sorted(
        path
        for path in paths
        if path.name.endswith(_SUFFIX) and _DIGEST.fullmatch(path.name.removesuffix(_SUFFIX))
    )


def _read(path: Path) -> tuple[StoredRecord, Record]:
    """A kept record, which must still have the content that its name promises."""
    digest = path.name.removesuffix(_SUFFIX)
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise ValueError("it is too large")
        document = json.loads(content)
        name, imported = document["name"], date.fromisoformat(document["imported"])
        if document["format"] != FORMAT or not name.isprintable():
            raise ValueError("it has another format")
        record = parse_record(document["csv"].encode(), name=name)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ModellerError(_damaged(digest, path)) from error
    except ModellerError as error:
        raise ModellerError(_damaged(digest, path)) from error
    if record.digest != digest:
        raise ModellerError(_damaged(digest, path))
    kept = StoredRecord(
        digest=digest,
        name=record.name,
        imported=imported,
        first_day=record.first_day,
        last_day=record.last_day,
        weeks=len(record),
        deployments=int(record.deployments.sum()),
    )
    return kept, record


def _damaged(digest: str, path: Path) -> Problem:
    return problem(
        translate("Problem", "record {digest}…", digest=digest[:12]),
        "is damaged ({path})",
        "remove it and import its file again",
        path=path,
    )


def _checked_name(name: str, digest: str) -> str:
    """A name that tells the record from the others."""
    clean = " ".join(name.split())
    if not clean or not clean.isprintable() or len(clean) > LONGEST_NAME:
        raise ModellerError(
            problem(
                translate("Problem", "the name {name}", name=shown(name)),
                "cannot serve",
                "choose one of 1 to {most} ordinary characters",
                most=LONGEST_NAME,
            )
        )
    if clean.casefold() == SHIPPED:
        raise ModellerError(
            problem(shown(clean), "stands for the record that is shipped", "give another")
        )
    for kept in stored_records():
        if kept.name.casefold() == clean.casefold() and kept.digest != digest:
            raise ModellerError(
                problem(
                    shown(clean),
                    "is the name of another record kept here ({digest}…)",
                    "give this one another, or remove that one first",
                    digest=kept.digest[:12],
                )
            )
    return clean
