"""The draws of the default seed as files, because drawing takes most of a second.

Drawing from a fit factors the precision of its effects and makes hundreds of streams of normals,
for every place and week. The result is a dozen arrays that depend only on record, seed and the way
of fitting. They are in one file, and in another are the faces and arrests of a deployment at every
tile of the map, which only dividing by place needs. The digest of the files covers all three, and a
file of any other digest is not used.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from types import MappingProxyType

import numpy as np

from modeller.base.elementary import Floats
from modeller.calibration.places import premises
from modeller.calibration.places.shares import Yield
from modeller.evidence import Deployments
from modeller.model.catalogue import BASELINE_DRAWS, BASELINE_SEED
from modeller.model.fitted import FITTED, FITTED_BELIEFS, PLACE, FitDraws
from modeller.model.sampling import STREAMS_VERSION

YIELDS_KEPT: tuple[Yield, ...] = ("faces", "arrests")
"""The yields that documents divide totals by; those of alerts would be 3 MB more."""
KEPT_FILE, YIELDS_FILE = "kept_draws.npz", "kept_yields.npz"
VERSION = "draws-1"
"""To be raised when the way of drawing changes; otherwise the test of the kept draws fails."""
COUNT = -(-BASELINE_DRAWS // 1024) * 1024
"""At least the default number of draws, in whole blocks of the live kernel."""
_PARTS = (("fitted", FITTED), ("place", PLACE), ("belief", FITTED_BELIEFS))


def digest(rows: Deployments, since: date) -> str:
    """SHA-256 of everything that the kept draws of a record depend on."""
    parts = (VERSION, STREAMS_VERSION, str(BASELINE_SEED), str(COUNT), premises.digest(rows, since))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def kept(draws: FitDraws, of: str) -> bytes:
    """The first `COUNT` draws of the default seed as the bytes of a file with that digest."""
    rows = {
        f"{kind} {name}": part[name]
        for (kind, names), part in zip(_PARTS, draws, strict=True)
        for name in names
    }
    return kept_rows(rows, of)


def kept_rows(rows: Mapping[str, Floats], of: str) -> bytes:
    """The first `COUNT` values of each row as the bytes of a file with that digest."""
    ones = [name for name, values in rows.items() if (values[:COUNT] == 1.0).all()]
    others = [name for name in rows if name not in ones]
    written = io.BytesIO()
    np.savez(
        written,
        allow_pickle=False,
        digest=np.array(of),
        ones=np.array(ones, np.str_),
        names=np.array(others, np.str_),
        values=np.array([rows[name][:COUNT] for name in others]),
    )
    return written.getvalue()


def restored(file: str, of: str) -> Mapping[str, Floats]:
    """The rows of a file by name; none when there is no such file, or its digest is another."""
    path = files("modeller.calibration.places") / file
    if not path.is_file():
        return MappingProxyType({})
    with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as arrays:
        if str(arrays["digest"]) != of:
            return MappingProxyType({})
        ones, values = np.ones(COUNT), arrays["values"]
        for array in (ones, values):
            array.flags.writeable = False
        found = dict.fromkeys(arrays["ones"].tolist(), ones)
        return MappingProxyType(found | dict(zip(arrays["names"].tolist(), values, strict=True)))


def kept_draws(of: str) -> FitDraws | None:
    """The kept draws, if they have that digest."""
    rows = restored(KEPT_FILE, of)
    if rows.keys() != {f"{kind} {name}" for kind, names in _PARTS for name in names}:
        return None
    found = [
        MappingProxyType({name: rows[f"{kind} {name}"] for name in names}) for kind, names in _PARTS
    ]
    return FitDraws(*found)
