"""The backtest of the shipped record as a file, because running it takes most of a minute.

Its digest covers the record, the way of fitting and the way of forecasting. Bands are stored as
whole tenths, scores exactly.
"""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import asdict, replace
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import numpy as np

from modeller.backtest.driven import LAST_WEEKS
from modeller.backtest.places.forecast import EVENT_SD
from modeller.backtest.places.rolling import DRAWS, backtest_places
from modeller.backtest.results import (
    HORIZONS,
    OUTCOMES,
    TELLINGS,
    Backtest,
    DeploymentLine,
    Line,
    Origin,
    Range,
    Series,
)
from modeller.calibration.places import premises
from modeller.calibration.places.draws import FADING_WEEKS, FULL_WEEKS
from modeller.calibration.places.false_alerts import BLOCK_WEEKS
from modeller.calibration.places.premises import DEPARTURE_SD
from modeller.evidence import Deployments
from modeller.profiles import Profile
from modeller.projection import Progress

KEPT_FILE = "kept_backtest.npz"
VERSION = "backtest-1"
"""To be raised when forecasts or scores change; otherwise the test of the kept backtest fails."""
SEED = 1


def _rows(profile: Profile) -> Deployments:
    if profile.deployments is None:
        raise ValueError("only a record by deployment has a backtest that is kept")
    return profile.deployments


def digest(profile: Profile) -> str:
    """SHA-256 of everything that a backtest with default settings depends on."""
    settings = {
        "version": VERSION,
        "fit": premises.digest(_rows(profile), profile.about.record.comparable_from),
        "departure": dict(DEPARTURE_SD),
        "draws": DRAWS,
        "seed": SEED,
        "forecast": [EVENT_SD, BLOCK_WEEKS, LAST_WEEKS, FULL_WEEKS, FADING_WEEKS, *HORIZONS],
    }
    text = json.dumps(settings, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def made(profile: Profile, progress: Progress | None = None) -> Backtest:
    """Run the backtest, with default settings, of a profile's own deployments: some 40 seconds."""
    found = backtest_places(
        _rows(profile),
        since=profile.about.record.comparable_from,
        current_basis_from=profile.about.record.faces_counted_alike_from,
        profile=profile,
        draws=DRAWS,
        seed=SEED,
        progress=progress,
    )
    return replace(found, record_label=profile.record.label)


def kept(found: Backtest, of: Profile) -> bytes:
    """A backtest, with default settings, of a profile's record as the bytes of a file."""
    told = {
        "origins": [
            {"day": origin.day.isoformat(), "deployments": origin.deployments.tolist()}
            for origin in found.origins
        ],
        "lines": [asdict(line) for line in found.lines],
        "deployments": [asdict(line) for line in found.deployments],
    }
    arrays: dict[str, np.ndarray] = {
        "digest": np.array(digest(of)),
        "told": np.array(json.dumps(told, separators=(",", ":"))),
    }
    for outcome in OUTCOMES:
        series = [origin.told[TELLINGS[0]][outcome] for origin in found.origins]
        arrays[f"{outcome} happened"] = np.concatenate([each.observed_weekly for each in series])
        for telling in TELLINGS:
            for view in ("weekly", "cumulative"):
                bands = [getattr(origin.told[telling][outcome], view) for origin in found.origins]
                tenths = np.rint(np.concatenate(bands) * 10.0).astype(np.int32)
                arrays[f"{outcome} {telling} {view}"] = tenths
    written = io.BytesIO()
    np.savez_compressed(written, allow_pickle=False, **arrays)
    return written.getvalue()


def restored(content: bytes, profile: Profile) -> Backtest | None:
    """The backtest from the bytes of a file; None when their digest is another."""
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        if str(arrays["digest"]) != digest(profile):
            return None
        told: dict[str, Any] = json.loads(str(arrays["told"]))
        held = {name: arrays[name] for name in arrays.files if name not in ("digest", "told")}
    origins, begins = [], 0
    for known in told["origins"]:
        deployments = np.array(known["deployments"], dtype=np.int64)
        weeks = slice(begins, begins + deployments.size)
        begins += deployments.size
        series = {
            telling: MappingProxyType(
                {
                    key: Series(
                        key,
                        held[f"{key} {telling} weekly"][weeks] / 10.0,
                        held[f"{key} {telling} cumulative"][weeks] / 10.0,
                        held[f"{key} happened"][weeks],
                    )
                    for key in OUTCOMES
                }
            )
            for telling in TELLINGS
        }
        day = date.fromisoformat(known["day"])
        origins.append(Origin(day, deployments, MappingProxyType(series)))
    record = profile.record
    return Backtest(
        profile=profile,
        record_label=record.label,
        record_digest=record.digest,
        draws=DRAWS,
        seed=SEED,
        origins=tuple(origins),
        lines=tuple(Line(**_ranged(each, "last_weeks", "poisson")) for each in told["lines"]),
        deployments=tuple(DeploymentLine(**_ranged(each, "gain")) for each in told["deployments"]),
    )


def _ranged(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    return fields | {name: Range(**fields[name]) for name in names}


@cache
def kept_backtest(profile: Profile) -> Backtest | None:
    """The kept backtest of a profile's record; None if none is kept with its digest."""
    file = files("modeller.backtest") / KEPT_FILE
    return restored(file.read_bytes(), profile) if file.is_file() else None
