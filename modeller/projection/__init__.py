"""Projects scenarios, settled or live; compares projections and scores them."""

from modeller.projection.band import Progress, ratio, sums_of, weeks_of_band
from modeller.projection.break_even import BreakEven
from modeller.projection.of_totals import BANDS, Band, By, View
from modeller.projection.projection import Binding, Projection, json_number, project
from modeller.projection.summaries import (
    MEDIAN,
    PROBABILITIES,
    SUMMARY,
    mid_quantiles,
    quantiles,
    summarise,
    summarise_rows,
)

__all__ = [
    "BANDS",
    "MEDIAN",
    "PROBABILITIES",
    "SUMMARY",
    "Band",
    "Binding",
    "BreakEven",
    "By",
    "Progress",
    "Projection",
    "View",
    "json_number",
    "mid_quantiles",
    "project",
    "quantiles",
    "ratio",
    "summarise",
    "summarise_rows",
    "sums_of",
    "weeks_of_band",
]
