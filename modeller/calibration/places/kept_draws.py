"""The draws of the default seed kept as data, so that nobody waits for them.

To draw from a fit, the factor of its effects' precision is worked out and hundreds of streams of
normals are made for every place and week: most of a second, for a dozen arrays that are the same
whenever record, seed and way of fitting are. Kept draws belong to these three: their digest covers
all, and those of anything else are not used.
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
"""To be raised when what is drawn from a fit changes; the test of kept draws fails otherwise."""
COUNT = -(-BASELINE_DRAWS // 1024) * 1024
"""As many as scenarios have by default, and whole blocks of them, as the live engine takes them."""
_PARTS = (("fitted", FITTED), ("place", PLACE), ("belief", FITTED_BELIEFS))


def digest(rows: Deployments, since: date) -> str:
    """SHA-256 of all that the kept draws of a record depend on."""
    parts = (VERSION, STREAMS_VERSION, str(BASELINE_SEED), str(COUNT), premises.digest(rows, since))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def kept(draws: FitDraws, rows: Deployments, since: date) -> bytes:
    """The first `COUNT` draws of the default seed as the bytes of a file, ones named alone."""
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
    """The draws from the bytes of a file; None when they are of another record or way."""
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
    """The draws that are kept of a record by deployment, comparable from the Monday `since` on."""
    file = files("modeller.calibration.places") / KEPT_FILE
    return restored(file.read_bytes(), rows, since) if file.is_file() else None
