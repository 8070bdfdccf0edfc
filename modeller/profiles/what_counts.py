"""What of a profile moves numbers, and its digest, by which a file knows a profile again.

A label, a help text, a source, a grade or the name of the force may be put better at any time; a
file that was saved before is to open without a word about it.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import astuple
from typing import TYPE_CHECKING, Any

import rfc8785

from modeller.base.toml_tables import read_toml

if TYPE_CHECKING:
    from modeller.profiles.profile import Profile

ON_THE_MAP = 3
"""An area's last fields say where its tile stands and what is written on it."""


def digest_of_numbers(profile: Profile, catalogue: str) -> str:
    """SHA-256, in hexadecimal, of what of a profile moves a number, in a canonical spelling.

    Parameters
    ----------
    catalogue
        Name of the file with the profile's own part of the catalogue.
    """
    return hashlib.sha256(rfc8785.dumps(what_counts(profile, catalogue))).hexdigest()


def what_counts(profile: Profile, catalogue: str) -> dict[str, Any]:
    """The catalogue's numbers, the record, the areas and the mixes, as plain JSON without words."""
    from modeller.calibration.places.named_mixes import WORDS

    declared, rows = profile.about.record, profile.deployments
    return {
        "catalogue": {
            group: {key: _numbers(entry) for key, entry in entries.items()}
            for group, entries in read_toml(profile.files[catalogue], catalogue).items()
        },
        "record": profile.record.digest,
        "deployments": None if rows is None else rows.digest,
        "from": [str(declared.comparable_from), str(declared.faces_counted_alike_from)],
        "year": declared.last_full_year,
        "false alerts": [
            profile.figure(key).number
            for key in (declared.black_false_alerts, declared.all_false_alerts)
        ],
        "areas": [list(astuple(area)[:-ON_THE_MAP]) for area in profile.areas.values()],
        "mixes": {
            key: {name: value for name, value in mix.items() if name not in WORDS}
            for key, mix in profile.mixes.items()
        },
    }


def _numbers(entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry's fields but for texts and lists of them; a distribution keeps its family."""
    return {name: _finite(value) for name, value in entry.items() if not _worded(value)}


def _finite(value: Any) -> Any:
    """The end of a range that has none is spelt out: JSON has no such number."""
    if isinstance(value, list):
        return [_finite(part) for part in value]
    return str(value) if isinstance(value, float) and math.isinf(value) else value


def _worded(value: Any) -> bool:
    parts = value if isinstance(value, list) else [value]
    return all(isinstance(part, str) for part in parts)
