"""From a scenario to its projection: settled or live, compared, scored."""

from modeller.projection.projection import (
    BANDS,
    Band,
    Binding,
    BreakEven,
    Progress,
    Projection,
    View,
    break_even,
    json_number,
    project,
    ratio,
    share_between,
    weeks_of_band,
)
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
    "Progress",
    "Projection",
    "View",
    "break_even",
    "json_number",
    "mid_quantiles",
    "project",
    "quantiles",
    "ratio",
    "share_between",
    "summarise",
    "summarise_rows",
    "weeks_of_band",
]
