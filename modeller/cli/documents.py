"""Projections and comparisons as JSON and CSV, in the form that `document_schema` describes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from modeller.base.elementary import Floats
from modeller.base.spreadsheets import harmless
from modeller.cli.versions import record_words
from modeller.model.engine import CAUSES
from modeller.model.sampling import STREAMS_VERSION
from modeller.projection import SUMMARY, Band, Projection
from modeller.projection.comparison import Comparison
from modeller.records import catalogue_for, record_for
from modeller.scenario import Scenario
from modeller.wording import subject_line
from modeller.wording.break_even import recent_rate_beside

if TYPE_CHECKING:
    import pandas as pd

    from modeller.profiles import Profile

FORMAT = 1
DIGITS = 9
"""Significant digits of figures, few enough that all machines agree."""


def head(profile: Profile) -> dict[str, Any]:
    """The beginning of every document: its format and subject."""
    return {"format": FORMAT, "subject": subject_line(profile)}


def figure(value: float) -> float | None:
    """A figure for JSON, to nine digits; None if it is not finite."""
    return float(f"{value:.{DIGITS}g}") + 0.0 if math.isfinite(value) else None


def by_name(summary: Floats) -> dict[str, Any]:
    """A summary by the names of its figures; for weeks, with a list for each name."""
    if summary.ndim == 1:
        return {name: figure(value) for name, value in zip(SUMMARY, summary.tolist(), strict=True)}
    return {
        name: [figure(value) for value in column]
        for name, column in zip(SUMMARY, summary.T.tolist(), strict=True)
    }


def projections_document(
    projections: Sequence[Projection], band: Band | str = "seen"
) -> dict[str, Any]:
    """Everything about each projection.

    Parameters
    ----------
    band
        ``seen``, ``underlying``, or ``both``.
    """
    return {
        **head(projections[0].scenario.profile),
        "scenarios": [_projection_document(projection, band) for projection in projections],
    }


def _projection_document(projection: Projection, band: Band | str) -> dict[str, Any]:
    first: Band = "underlying" if band == "underlying" else "seen"
    outcomes: dict[str, Any] = {}
    for key, outcome in projection.catalogue.outcomes.items():
        outcomes[key] = {"label": outcome.label, "unit": outcome.unit, "kind": outcome.kind}
        outcomes[key].update(_views(projection, key, first))
        if band == "both":
            outcomes[key]["underlying"] = _views(projection, key, "underlying")
    return {
        **identity(projection.scenario),
        "band": first,
        "outcomes": outcomes,
        "binding": _binding(projection),
        "break_even": _break_even(projection),
        "results_digest": projection.results_digest,
    }


def identity(scenario: Scenario) -> dict[str, Any]:
    """What a result was made from: fingerprint, all values, versions of model and record."""
    record = record_for(scenario.record, scenario.profile)
    return {
        "title": scenario.title,
        "fingerprint": scenario.fingerprint,
        "inputs_digest": scenario.inputs_digest,
        "scenario": {
            "weeks": scenario.weeks,
            "draws": scenario.draws,
            "seed": scenario.seed,
            **scenario.resolved(catalogue_for(scenario.record, scenario.profile)),
            "places": None if scenario.places is None else scenario.places.plain,
        },
        "changes": list(scenario.everything_changed),
        "model": {"version": scenario.catalogue.version, "streams": STREAMS_VERSION},
        "profile": {"key": scenario.profile.key, "digest": scenario.profile.digest},
        "record": {"label": record.label, "digest": record.digest},
    }


def _views(projection: Projection, key: str, band: Band) -> dict[str, Any]:
    is_flow = projection.catalogue.outcomes[key].kind == "flow"
    return {
        "total": by_name(projection.summary(key, "total", band)),
        "weekly": by_name(projection.summary(key, "weekly", band)) if is_flow else None,
        "cumulative": by_name(projection.summary(key, "cumulative", band)),
    }


def _binding(projection: Projection) -> dict[str, Any]:
    binding = projection.binding
    return {
        "ever": {cause: figure(binding.ever[cause]) for cause in CAUSES},
        "weekly": {
            cause: [figure(share) for share in shares]
            for cause, shares in zip(CAUSES, binding.weekly.T.tolist(), strict=True)
        },
        "short_share": figure(binding.short_share),
        "first_week": binding.first_week,
    }


def _break_even(projection: Projection) -> dict[str, Any] | None:
    found = projection.break_even
    if found is None:
        return None
    rate = recent_rate_beside(projection.scenario, projection.catalogue)
    return {
        "officers": figure(found.officers),
        "officer_years": figure(found.officer_years),
        "extra_arrests": by_name(found.extra_arrests),
        "per_officer_year": by_name(found.per_officer_year),
        "makes_up": figure(found.makes_up),
        "recent_rate": None if rate is None else figure(rate),
        "makes_up_against_recent_rate": None
        if rate is None
        else figure(projection.makes_up_against(rate)),
    }


def comparison_document(comparison: Comparison) -> dict[str, Any]:
    """Every scenario compared with the first: what differs, and the paired differences."""
    scenarios = [identity(projection.scenario) for projection in comparison.projections]
    outcomes = comparison.projections[0].catalogue.outcomes
    return {
        **head(comparison.projections[0].scenario.profile),
        "scenarios": scenarios,
        "differences": [
            {
                "from": scenarios[0]["fingerprint"],
                "to": scenarios[other]["fingerprint"],
                "changed": [difference.key for difference in comparison.differences(0, other)],
                "outcomes": {key: _paired(comparison, key, other) for key in outcomes},
            }
            for other in range(1, len(scenarios))
        ],
    }


def _paired(comparison: Comparison, key: str, other: int) -> dict[str, Any]:
    return {
        "unit": comparison.projections[0].catalogue.outcomes[key].unit,
        "total": by_name(comparison.difference(key, 0, other)),
        "more_in": figure(comparison.more_in(key, 0, other)),
        "fewer_in": figure(comparison.more_in(key, other, 0)),
        "same_in": figure(comparison.same_in(key, 0, other)),
    }


def projections_csv(projections: Sequence[Projection], band: Band | str = "seen") -> str:
    """All summaries in long form: a row for each scenario, band, outcome, view and week."""
    import pandas as pd

    bands: tuple[Band, ...] = (
        ("seen", "underlying")
        if band == "both"
        else ("underlying" if band == "underlying" else "seen",)
    )
    frames = []
    for projection in projections:
        for each in bands:
            frame = projection.table(each)
            frame.insert(0, "band", each)
            frame.insert(0, "record", harmless(record_words(projection.scenario)))
            frame.insert(0, "fingerprint", projection.fingerprint)
            frame.insert(0, "scenario", harmless(projection.scenario.title))
            frame.insert(0, "subject", harmless(subject_line(projection.scenario.profile)))
            frames.append(frame)
    return _csv(pd.concat(frames, ignore_index=True))


def comparison_csv(comparison: Comparison) -> str:
    """The paired differences in long form: a row for each scenario and outcome."""
    import pandas as pd

    rows = []
    first = comparison.projections[0].scenario
    for other, projection in enumerate(comparison.projections[1:], 1):
        for key, outcome in projection.catalogue.outcomes.items():
            rows.append(
                {
                    "subject": harmless(subject_line(first.profile)),
                    "from": comparison.projections[0].fingerprint,
                    "to": projection.fingerprint,
                    "scenario": harmless(projection.scenario.title),
                    "from_record": harmless(record_words(first)),
                    "record": harmless(record_words(projection.scenario)),
                    "outcome": key,
                    "unit": outcome.unit,
                    **dict(zip(SUMMARY, comparison.difference(key, 0, other), strict=True)),
                    "more_in": comparison.more_in(key, 0, other),
                    "fewer_in": comparison.more_in(key, other, 0),
                    "same_in": comparison.same_in(key, 0, other),
                }
            )
    return _csv(pd.DataFrame(rows))


def _csv(frame: pd.DataFrame) -> str:
    finite = frame.replace([math.inf, -math.inf], math.nan)
    return finite.to_csv(index=False, lineterminator="\n", float_format=f"%.{DIGITS}g")
