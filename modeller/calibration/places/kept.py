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


@lru_cache(maxsize=4)
def places_fit(rows: Deployments, since: date) -> PlacesFit:
    """The fit of a record: from the file if it is of this record, else fitted anew (seconds).

    `since` is the Monday from which on the record is comparable. The last four fits are shared by
    all callers, who do not keep them, because each takes 35 MB.
    """
    file = files("modeller.calibration.places") / KEPT_FILE
    found = restored(file.read_bytes(), rows, since) if file.is_file() else None
    return fit(rows, since=since) if found is None else found
