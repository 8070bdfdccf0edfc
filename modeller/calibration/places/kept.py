"""The fit of the shipped record as a file, because fitting takes seconds.

The file holds the points of the spreads, their weights and the mode at each. The large part, the
factor of the effects' precision, is computed again from them by one step. Its digest covers the
record and the way of fitting, and a file of any other digest is not used.
"""

from __future__ import annotations

import io
from datetime import date
from functools import lru_cache
from importlib.resources import files

import numpy as np

from modeller.base.elementary import Floats
from modeller.calibration.places.effects import Spreads, effects_at
from modeller.calibration.places.fit import Basis, OutcomeFit, PlacesFit, fit
from modeller.calibration.places.premises import FITTED, Outcome, digest
from modeller.calibration.places.spreads import Posterior
from modeller.evidence import Deployments

KEPT_FILE = "kept_fit.npz"
_SPREADS = ("size", "site_sd", "borough_sd", "drift")


def kept(fitted: PlacesFit, of: Deployments, since: date) -> bytes:
    """A fit, with default settings, of the record `of` as the bytes of a file."""
    arrays: dict[str, Floats | np.ndarray] = {"digest": np.array(digest(of, since))}
    for key in FITTED:
        posterior = fitted.outcomes[key].posterior
        for name, values in zip(_SPREADS, posterior.spreads.rows, strict=True):
            arrays[f"{key} {name}"] = values
        arrays[f"{key} weights"] = posterior.weights
        arrays[f"{key} others"] = posterior.effects.others
        arrays[f"{key} sites"] = posterior.effects.sites
    written = io.BytesIO()
    np.savez_compressed(written, allow_pickle=False, **arrays)
    return written.getvalue()


def restored(content: bytes, rows: Deployments, since: date) -> PlacesFit | None:
    """The fit of a record from the bytes of a file; None when their digest is another."""
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        if str(arrays["digest"]) != digest(rows, since):
            return None
        basis = Basis.of(rows, since, None)
        found: dict[Outcome, OutcomeFit] = {}
        for key in FITTED:
            ready = basis.prepared(key)
            spreads = Spreads(*(arrays[f"{key} {name}"] for name in _SPREADS))
            effects = effects_at(
                ready.layout, ready.noise, spreads, arrays[f"{key} others"], arrays[f"{key} sites"]
            )
            found[key] = ready.fitted(Posterior(spreads, arrays[f"{key} weights"], effects))
    return basis.together(found)


@lru_cache(maxsize=1)
def places_fit(rows: Deployments, since: date) -> PlacesFit:
    """The fit of a record: from the file if it is of this record, else fitted (a second).

    `since` is the Monday from which on the record is comparable. Only the last fit is kept whole,
    because it takes 35 MB; callers do not keep it. One that is asked for again is made again from
    what is kept of it, in a tenth of a second and with the same bits.
    """
    found = restored(_written(rows, since), rows, since)
    assert found is not None  # it has just been written, of these rows
    return found


@lru_cache(maxsize=16)
def _written(rows: Deployments, since: date) -> bytes:
    """The fit of a record as the bytes of a file, 0.3 MB."""
    file = files("modeller.calibration.places") / KEPT_FILE
    content = file.read_bytes() if file.is_file() else b""
    if content and _digest_in(content) == digest(rows, since):
        return content
    return kept(fit(rows, since=since), rows, since)


def _digest_in(content: bytes) -> str:
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        return str(arrays["digest"])
