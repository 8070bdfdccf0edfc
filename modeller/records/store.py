"""Keeps the user's records: one file each, named by its digest, for each force separately."""

from __future__ import annotations

import contextlib
import json
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from modeller.base import clock
from modeller.base.bounded_json import shown
from modeller.base.bounded_reading import FileKind, read_file
from modeller.base.dates import iso_day, short_date
from modeller.base.errors import ModellerError, Problem, problem, refusal
from modeller.base.exclusive import only_writer
from modeller.base.language import translate
from modeller.base.paths import is_folder, is_there
from modeller.base.results import Result
from modeller.base.saving import write_atomically
from modeller.base.user_folders import user_folder
from modeller.base.visible import is_blank
from modeller.evidence import Deployments, Record, parse_record
from modeller.model.catalogue import Catalogue
from modeller.profiles import Profile

FORMAT = 2
_FORMATS = (1, FORMAT)
"""In the first format nothing is fitted to single deployments: there are none, or no places."""
LONGEST_NAME = 100
FEWEST_DIGITS = 6
"""This many characters of a digest can name a record, if no other record begins with them."""
SHIPPED = "shipped"

_SUFFIX = ".record.json"
_MOST_BYTES = 24_000_000
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class StoredRecord(Result):
    """A record of the user's own, as lists show it; `last_day` is its `last_known_day`."""

    digest: str
    name: str
    imported: date
    first_day: date
    last_day: date
    weeks: int
    deployments: int

    @property
    def label(self) -> str:
        """Its label in charts and briefings."""
        day = short_date(self.last_day)
        return translate("Record", "{name}, to {day}", name=self.name, day=day)


@dataclass(frozen=True)
class DamagedRecord:
    """A file among the user's records that cannot be read, and what is wrong with it."""

    digest: str
    problem: Problem


def folder(profile: Profile) -> Path:
    """The folder for the user's records of a force; it may not exist yet."""
    place = user_folder("data")
    return place / "records" if profile.shipped else place / "profiles" / profile.key / "records"


def folder_at_hand(profile: Profile) -> Path | None:
    """The same, or None for a user without a home: whoever only looks keeps nothing there."""
    try:
        return folder(profile)
    except ModellerError:
        return None


def import_record(
    record: Record,
    profile: Profile,
    name: str = "",
    *,
    today: date | None = None,
    deployments: Deployments | None = None,
) -> StoredRecord:
    """Keep a record. One that is already kept keeps its name.

    Parameters
    ----------
    deployments
        The single deployments that it adds up, with their places, where they are known.

    Raises
    ------
    ModellerError
        When the name is not possible, or the record cannot be calibrated on, is the force's own,
        or cannot be written. Nothing is then kept.
    """
    wanted = _clean_name(name or Path(record.name).stem)
    if record.digest_of_weeks == profile.record.digest:
        raise refusal(record.name, "is the record that is shipped", "there is nothing to import")
    recalibrated(record, profile)  # raises if it cannot be, before anything is written
    place = _path(record.digest, profile)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with only_writer(folder(profile).with_name("records.lock")):  # or two could take one name
            return _keep(record, profile, wanted, today or clock.today(), deployments)
    except OSError as error:
        raise refusal(
            str(place.parent),
            "cannot be written to ({reason})",
            "make it possible to write there; nothing was kept",
            reason=error.strerror or error,
        ) from error


def _keep(
    record: Record,
    profile: Profile,
    name: str,
    today: date,
    deployments: Deployments | None,
) -> StoredRecord:
    """Write the record unless it is already kept; the caller holds the writers' lock."""
    place = _path(record.digest, profile)
    if is_there(place):
        with contextlib.suppress(ModellerError):  # a damaged one is replaced
            return _read(place, profile)[0]
    if _is_folder(place):
        raise ModellerError(_folder_there(record.digest, place))
    _check_free(name, record.digest, profile)
    document: dict[str, object] = {
        "format": FORMAT if record.rows is not None else 1,
        "name": name,
        "imported": today.isoformat(),
        "csv": record.to_csv(),
    }
    if deployments is not None and deployments.totals() == record.totals():
        from modeller.records.deployment_text import rows_text

        document["deployments"] = rows_text(deployments)
    write_atomically(
        place,
        json.dumps(document, ensure_ascii=False, indent=1).encode(),
        read_back=lambda content: _parsed(content, place, profile),
        private=True,
    )
    # not read back from the disk: the record is kept even if the folder has vanished again
    return _stored(record.digest, name, today, record)


def stored_records(profile: Profile) -> tuple[StoredRecord, ...]:
    """The user's records by name; damaged ones are left out.

    Raises
    ------
    ModellerError
        When the folder cannot be read.
    """
    return _look_through(profile)[0]


def damaged_records(profile: Profile) -> tuple[DamagedRecord, ...]:
    """The files among the user's records that cannot be read; `remove` removes them."""
    return _look_through(profile)[1]


def _look_through(
    profile: Profile,
) -> tuple[tuple[StoredRecord, ...], tuple[DamagedRecord, ...]]:
    kept, damaged = [], []
    for path in _paths(profile):
        try:
            kept.append(_read(path, profile)[0])
        except ModellerError as error:
            digest = path.name.removesuffix(_SUFFIX)
            damaged.append(DamagedRecord(digest, error.problems[0]))
    return tuple(sorted(kept, key=lambda one: (one.name, one.digest))), tuple(damaged)


def choose(name_or_digest: str, profile: Profile) -> StoredRecord:
    """The user's record with a name, a digest, or a digest that begins with these characters.

    Raises
    ------
    ModellerError
        When there is none, or more than one.
    """
    asked = name_or_digest.strip()
    kept, damaged = _look_through(profile)
    found = [record for record in kept if record.name.casefold() == asked.casefold()]
    prefix = asked.lower().rstrip("…")
    if not found and len(prefix) >= FEWEST_DIGITS:
        found = [record for record in kept if record.digest.startswith(prefix)]
        spoilt = [record for record in damaged if record.digest.startswith(prefix)]
        if spoilt and not found:
            raise ModellerError([record.problem for record in spoilt])
    if len(found) == 1:
        return found[0]
    if found:
        which = translate("Problem", " or ").join(record.digest[:12] for record in found)
        raise refusal(shown(asked), "names several records", "give {which}", which=which)
    what = translate("Problem", "is not a record that is kept here")
    known = ", ".join(record.name for record in kept)
    if known:
        remedy = translate("Problem", "the records here are {names}", names=known)
    else:
        remedy = translate("Problem", "no record has been imported yet")
    raise ModellerError(Problem(shown(asked), what, remedy))


def remove(name_or_digest: str, profile: Profile) -> StoredRecord | None:
    """Remove one of the user's records and return it; None for a damaged one, given by its digest.

    Raises
    ------
    ModellerError
        When there is no such record, or it cannot be removed.
    """
    prefix = name_or_digest.strip().lower().rstrip("…")
    spoilt = [one for one in damaged_records(profile) if one.digest.startswith(prefix)]
    kept = None
    if len(spoilt) == 1 and len(prefix) >= FEWEST_DIGITS:
        digest = spoilt[0].digest
    else:
        kept = choose(name_or_digest, profile)
        digest = kept.digest
    if _is_folder(_path(digest, profile)):
        raise ModellerError(_folder_there(digest, _path(digest, profile)))
    try:
        _path(digest, profile).unlink()
    except OSError as error:
        raise refusal(
            str(_path(digest, profile)),
            "cannot be removed ({reason})",
            "remove the file itself",
            reason=error.strerror,
        ) from error
    return kept


def record_for(digest: str | None, profile: Profile) -> Record:
    """The record with a digest; the profile's own for None.

    Raises
    ------
    ModellerError
        When it is not kept here, or is damaged.
    """
    if digest is None or digest == profile.record.digest:
        return profile.record
    if not is_kept(digest, profile):
        raise refusal(
            translate("Problem", "record"),
            "{digest}… is not kept here",
            "import the file it was made from, or use the shipped record",
            digest=digest[:12],
        )
    return _read(_path(digest, profile), profile)[1]


def is_kept(digest: str | None, profile: Profile) -> bool:
    """Whether the record with a digest is here; the profile's own, None, always is."""
    if digest is None or digest == profile.record.digest:
        return True
    return bool(_DIGEST.fullmatch(digest)) and is_there(_path(digest, profile))


def deployments_for(digest: str | None, profile: Profile) -> Deployments | None:
    """The single deployments of the record with a digest; None where they are not known.

    Raises
    ------
    ModellerError
        As `record_for`.
    """
    if digest is None or digest == profile.record.digest:
        return profile.deployments
    record_for(digest, profile)
    return _read(_path(digest, profile), profile)[2]


def record_label(digest: str | None, profile: Profile) -> str:
    """The label, in charts and briefings, of the record with a digest.

    Raises
    ------
    ModellerError
        As `record_for`.
    """
    if digest is None or digest == profile.record.digest:
        return profile.record.label
    record_for(digest, profile)
    return _read(_path(digest, profile), profile)[0].label


def catalogue_for(digest: str | None, profile: Profile) -> Catalogue:
    """The catalogue recalibrated on the record with a digest; the profile's own for None.

    The calibration is done once for each record and kept.

    Raises
    ------
    ModellerError
        As `record_for`.
    """
    record = record_for(digest, profile)
    return profile.catalogue if record is profile.record else recalibrated(record, profile)


def catalogue_at_hand(digest: str | None, profile: Profile) -> Catalogue:
    """The same, or the profile's own where that record is not kept: whoever projects says so."""
    if digest is None or digest == profile.record.digest:
        return profile.catalogue
    try:
        if is_kept(digest, profile):
            return _known_catalogue(digest, profile)
    except ModellerError:
        pass
    return profile.catalogue


@lru_cache(maxsize=8)
def _known_catalogue(digest: str, profile: Profile) -> Catalogue:
    """By its digest a record is always the same, so that its file is not read for every cell."""
    return catalogue_for(digest, profile)


@lru_cache(maxsize=4)
def recalibrated(record: Record, profile: Profile) -> Catalogue:
    """The profile's catalogue recalibrated on any record, kept here or not.

    Raises
    ------
    ModellerError
        When it is not enough to calibrate on.
    """
    calibration = profile.calibrate(record)
    return profile.catalogue.recalibrated(
        calibration.beliefs, calibration.constants, calibration.fit
    )


def _path(digest: str, profile: Profile) -> Path:
    return folder(profile) / f"{digest}{_SUFFIX}"


def _paths(profile: Profile) -> list[Path]:
    place = folder(profile)
    if not is_folder(place):
        return []
    try:
        paths = list(place.iterdir())
    except OSError as error:
        raise refusal(
            str(place),
            "cannot be read ({reason})",
            "make it possible to read there",
            reason=error.strerror or error,
        ) from error
    return sorted(
        path
        for path in paths
        if path.name.endswith(_SUFFIX) and _DIGEST.fullmatch(path.name.removesuffix(_SUFFIX))
    )


_Read = tuple[StoredRecord, Record, Deployments | None]


def _read(path: Path, profile: Profile) -> _Read:
    """A kept record, whose content must still have the digest in its name.

    It is read again only when its file has changed: a window asks for it at every move of a lever.
    """
    state: tuple[int, ...] | None = None
    with contextlib.suppress(OSError, ValueError):
        known = path.stat()
        state = known.st_ino, known.st_size, known.st_mtime_ns, known.st_ctime_ns
    return _read_anew(path, profile, state)


@lru_cache(maxsize=16)
def _read_anew(path: Path, profile: Profile, _state: tuple[int, ...] | None) -> _Read:
    try:
        content = read_file(path, FileKind(_MOST_BYTES))
    except ModellerError as error:
        raise ModellerError(_damaged(path.name.removesuffix(_SUFFIX), path)) from error
    return _parsed(content, path, profile)


def _parsed(content: bytes, path: Path, profile: Profile) -> _Read:
    """The record in the bytes of the file at `path`."""
    from modeller.records.deployment_text import rows_of_text
    from modeller.records.with_places import with_places

    digest = path.name.removesuffix(_SUFFIX)
    try:
        if len(content) > _MOST_BYTES:
            raise ValueError("it is too large")
        document = json.loads(content)
        name, imported = document["name"], iso_day(document["imported"])
        if document["format"] not in _FORMATS or not name.isprintable() or imported is None:
            raise ValueError("it has another format")
        record = parse_record(
            document["csv"].encode(), name=name, known=profile.published.blemishes
        )
        rows = document.get("deployments")
        deployments = None if rows is None else rows_of_text(rows)
        if deployments is not None and deployments.totals() != record.totals():
            raise ValueError("its deployments do not add up to its weeks")
        if document["format"] == FORMAT:
            record = with_places(record, deployments, profile)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ModellerError(_damaged(digest, path)) from error
    except ModellerError as error:
        raise ModellerError(_damaged(digest, path)) from error
    if record.digest != digest:
        raise ModellerError(_damaged(digest, path))
    return _stored(digest, name, imported, record), record, deployments


def _stored(digest: str, name: str, imported: date, record: Record) -> StoredRecord:
    return StoredRecord(
        digest=digest,
        name=name,
        imported=imported,
        first_day=record.first_day,
        last_day=record.last_known_day,
        weeks=len(record),
        deployments=int(record.deployments.sum()),
    )


def _is_folder(path: Path) -> bool:
    """Whether a folder stands where a record's file should; a link to one can be removed."""
    return is_folder(path) and not path.is_symlink()


def _folder_there(digest: str, path: Path) -> Problem:
    return problem(
        translate("Problem", "record {digest}…", digest=digest[:12]),
        "has a folder where its file should be ({path})",
        "move that folder away, and import the record’s file again",
        path=path,
    )


def _damaged(digest: str, path: Path) -> Problem:
    if _is_folder(path):  # nobody knows what is in it, so nothing here removes it
        return _folder_there(digest, path)
    return problem(
        translate("Problem", "record {digest}…", digest=digest[:12]),
        "is damaged ({path})",
        "remove it and import its file again",
        path=path,
    )


def _clean_name(name: str) -> str:
    """A name that a record can have."""
    clean = " ".join(name.split())
    if is_blank(clean) or not clean.isprintable() or len(clean) > LONGEST_NAME:
        raise refusal(
            translate("Problem", "the name {name}", name=shown(name)),
            "cannot serve",
            "choose one of 1 to {most} ordinary characters",
            most=LONGEST_NAME,
        )
    if clean.casefold() == SHIPPED:
        raise refusal(shown(clean), "stands for the record that is shipped", "give another")
    return clean


def _check_free(name: str, digest: str, profile: Profile) -> None:
    """Raise if the name is taken by another record."""
    for kept in stored_records(profile):
        if kept.name.casefold() == name.casefold() and kept.digest != digest:
            raise refusal(
                shown(name),
                "is the name of another record kept here ({digest}…)",
                "give this one another, or remove that one first",
                digest=kept.digest[:12],
            )
