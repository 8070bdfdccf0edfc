"""The digest of what moves numbers in a profile, by which a scenario's file recognises it.

Labels, help texts, sources, grades and the names of the force can be improved at any time; a file
that was saved before must open without a note about that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import astuple
from typing import Any

import rfc8785

from modeller.evidence import Borough
from modeller.model.catalogue import former_names
from modeller.profiles.about import RecordFiles

ON_THE_MAP = 3
"""The last fields of an area, which say where its tile is and what is written on it."""


def digest_of_numbers(
    catalogue: Mapping[str, Any],
    declared: RecordFiles,
    records: Sequence[str | None],
    false_alerts: Sequence[float | None],
    areas: Collection[Borough],
    mixes: Mapping[str, Mapping[str, Any]],
) -> str:
    """SHA-256, in hexadecimal, of what moves a number in a profile, as canonical JSON.

    Parameters
    ----------
    catalogue
        The tables of the profile's own part of the catalogue.
    records
        The digests of the weekly record and of that by deployment, if there is one.
    false_alerts
        False alerts on Black people, and all false alerts.
    """
    from modeller.calibration.places.named_mixes import WORDS

    weekly, by_deployment = records
    counts = {
        "catalogue": {
            group: {_first(group, key): _numbers(entry) for key, entry in entries.items()}
            for group, entries in catalogue.items()
        },
        "record": weekly,
        "deployments": by_deployment,
        "from": [str(declared.comparable_from), str(declared.faces_counted_alike_from)],
        "year": declared.last_full_year,
        "false alerts": [*false_alerts],
        "areas": [list(astuple(area)[:-ON_THE_MAP]) for area in areas],
        "mixes": {
            key: {name: value for name, value in mix.items() if name not in WORDS}
            for key, mix in mixes.items()
        },
    }
    return hashlib.sha256(rfc8785.dumps(counts)).hexdigest()


def _first(group: str, key: str) -> str:
    """The key that an entry was released with, so that a new one keeps the digest."""
    return next((old for old, new in former_names(group).items() if new == key), key)


def _numbers(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an entry except texts and lists of texts."""
    return {name: value for name, value in entry.items() if not _worded(value)}


def _worded(value: Any) -> bool:
    parts = value if isinstance(value, list) else [value]
    return all(isinstance(part, str) for part in parts)
