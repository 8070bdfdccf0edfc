"""Projections and comparisons as JSON and CSV, in the form that `document_schema` describes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from modeller.base.elementary import Floats
from modeller.base.printed import DIGITS, figure
from modeller.base.spreadsheets import harmless
from modeller.cli.versions import record_words
from modeller.model.engine import CAUSES
from modeller.model.sampling import STREAMS_VERSION
from modeller.profiles import Profile
from modeller.projection import SUMMARY, Band, By, Projection
from modeller.projection.comparison import Comparison
from modeller.projection.of_totals import VIEWS, views_of
from modeller.records import catalogue_for, record_for
from modeller.scenario import Scenario
from modeller.wording import subject_line
from modeller.wording.break_even import recent_rate_beside

if TYPE_CHECKING:
    import pandas as pd


FORMAT = 1


def head(profile: Profile) -> dict[str, Any]:
    """The beginning of every document: its format and subject."""
    return {"format": FORMAT, "subject": subject_line(profile)}


def by_name(summary: Floats) -> dict[str, Any]:
    """A summary by the names of its figures; for weeks, with a list for each name."""
    if summary.ndim == 1:
        return {name: figure(value) for name, value in zip(SUMMARY, summary.tolist(), strict=True)}
    return {
        name: [figure(value) for value in column]
        for name, column in zip(SUMMARY, summary.T.tolist(), strict=True)
    }


def projections_document(
    projections: Sequence[Projection], band: Band | str = "seen", by: By | None = None
) -> dict[str, Any]:
    """Everything about each projection.

    Parameters
    ----------
    band
        ``seen``, ``underlying``, or ``both``: seen, with the underlying rate beside it.
    by
        ``week`` or ``total`` alone; both when None. What is left out is None in the document.
    """
    return {
        **head(projections[0].scenario.profile),
        "scenarios": [_projection_document(each, band, by) for each in projections],
    }


def projection_line(
    projection: Projection, band: Band | str = "seen", by: By | None = None
) -> dict[str, Any]:
    """One JSON line: the head of the document with one of its scenarios."""
    return {**head(projection.scenario.profile), **_projection_document(projection, band, by)}


def _projection_document(projection: Projection, band: Band | str, by: By | None) -> dict[str, Any]:
    first: Band = "underlying" if band == "underlying" else "seen"
    outcomes: dict[str, Any] = {}
    for key, outcome in projection.catalogue.outcomes.items():
        outcomes[key] = {"label": outcome.label, "unit": outcome.unit, "kind": outcome.kind}
        outcomes[key].update(_views(projection, key, first, by))
        if band == "both":
            outcomes[key]["underlying"] = _views(projection, key, "underlying", by)
    return {
        **identity(projection.scenario),
        "band": first,
        "outcomes": outcomes,
        "binding": _binding(projection, by),
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


def _views(projection: Projection, key: str, band: Band, by: By | None) -> dict[str, Any]:
    views = views_of(projection.catalogue.outcomes[key], by)
    return {
        view: by_name(projection.summary(key, view, band)) if view in views else None
        for view in VIEWS
    }


def _binding(projection: Projection, by: By | None) -> dict[str, Any]:
    binding = projection.binding
    weekly = zip(CAUSES, binding.weekly.T.tolist(), strict=True)
    return {
        "ever": {cause: figure(binding.ever[cause]) for cause in CAUSES},
        "weekly": None
        if by == "total"
        else {cause: [figure(share) for share in shares] for cause, shares in weekly},
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
    """Every scenario against the first: what differs, and the paired differences."""
    projections = comparison.projections
    return {
        **head(projections[0].scenario.profile),
        "scenarios": [identity(projection.scenario) for projection in projections],
        "differences": [_against_first(comparison, other) for other in range(1, len(projections))],
    }


def comparison_lines(comparison: Comparison) -> Iterator[dict[str, Any]]:
    """JSON lines, one for each further scenario, with how it differs from the first."""
    for other, projection in enumerate(comparison.projections[1:], 1):
        yield {
            **head(projection.scenario.profile),
            **identity(projection.scenario),
            **_against_first(comparison, other),
        }


def _against_first(comparison: Comparison, other: int) -> dict[str, Any]:
    projections = comparison.projections
    return {
        "from": projections[0].fingerprint,
        "to": projections[other].fingerprint,
        "changed": [difference.key for difference in comparison.differences(0, other)],
        "outcomes": {
            key: _paired(comparison, key, other) for key in projections[0].catalogue.outcomes
        },
    }


def _paired(comparison: Comparison, key: str, other: int) -> dict[str, Any]:
    return {
        "unit": comparison.projections[0].catalogue.outcomes[key].unit,
        "total": by_name(comparison.difference(key, 0, other)),
        "more_in": figure(comparison.more_in(key, 0, other)),
        "fewer_in": figure(comparison.more_in(key, other, 0)),
        "same_in": figure(comparison.same_in(key, 0, other)),
    }


def projections_csv(
    projections: Sequence[Projection], band: Band | str = "seen", by: By | None = None
) -> str:
    """Every summary in long form: one row a scenario, band, outcome, view and week."""
    import pandas as pd

    bands: tuple[Band, ...] = (
        ("seen", "underlying")
        if band == "both"
        else ("underlying" if band == "underlying" else "seen",)
    )
    frames = []
    for projection in projections:
        for each in bands:
            frame = projection.table(each, by)
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
