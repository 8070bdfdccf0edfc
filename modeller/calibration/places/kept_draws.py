"""The draws of the default seed as a file, because drawing takes most of a second.

Drawing from a fit factors the precision of its effects and makes hundreds of streams of normals,
for every place and week. The result is a dozen arrays that depend only on record, seed and the way
of fitting. The digest of the file covers all three, and a file of any other digest is not used.
"""

from __future__ import annotations

import hashlib
import io
from datetime import date
from importlib.resources import files
from types import MappingProxyType

import numpy as np

from modeller.base.elementary import Floats
from modeller.calibration.places import premises
from modeller.evidence import Deployments
from modeller.model.catalogue import BASELINE_DRAWS, BASELINE_SEED
from modeller.model.fitted import FITTED, FITTED_BELIEFS, PLACE, FitDraws
from modeller.model.sampling import STREAMS_VERSION

KEPT_FILE = "kept_draws.npz"
VERSION = "draws-1"
"""To be raised when the way of drawing changes; otherwise the test of the kept draws fails."""
COUNT = -(-BASELINE_DRAWS // 1024) * 1024
"""At least the default number of draws, in whole blocks of the live kernel."""
_PARTS = (("fitted", FITTED), ("place", PLACE), ("belief", FITTED_BELIEFS))


def digest(rows: Deployments, since: date) -> str:
    """SHA-256 of everything that the kept draws of a record depend on."""
    parts = (VERSION, STREAMS_VERSION, str(BASELINE_SEED), str(COUNT), premises.digest(rows, since))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def kept(draws: FitDraws, rows: Deployments, since: date) -> bytes:
    """The first `COUNT` draws of the default seed as the bytes of a file."""
    arrays: dict[str, Floats | np.ndarray] = {"digest": np.array(digest(rows, since))}
    ones = []
    for (kind, names), part in zip(_PARTS, draws, strict=True):
        for name in names:
            values = part[name][:COUNT]
            if (values == 1.0).all():
                ones.append(f"{kind} {name}")
            else:
                arrays[f"{kind} {name}"] = values
    arrays["ones"] = np.array(ones)
    written = io.BytesIO()
    np.savez(written, allow_pickle=False, **arrays)
    return written.getvalue()


def restored(content: bytes, rows: Deployments, since: date) -> FitDraws | None:
    """The draws from the bytes of a file; None when their digest is another."""
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        if str(arrays["digest"]) != digest(rows, since):
            return None
        kept_as = {str(key): np.ones(COUNT) for key in arrays["ones"]}
        kept_as |= {key: arrays[key] for key in arrays if key.partition(" ")[0] in dict(_PARTS)}
        if kept_as.keys() != {f"{kind} {name}" for kind, names in _PARTS for name in names}:
            return None
        for values in kept_as.values():
            values.flags.writeable = False
        found = [
            MappingProxyType({name: kept_as[f"{kind} {name}"] for name in names})
            for kind, names in _PARTS
        ]
    return FitDraws(*found)


def kept_draws(rows: Deployments, since: date) -> FitDraws | None:
    """The kept draws of a record by deployment that is comparable from the Monday `since` on."""
    file = files("modeller.calibration.places") / KEPT_FILE
    return restored(file.read_bytes(), rows, since) if file.is_file() else None
