"""What is known: the Met's record, the boroughs and published figures, each with its source."""

from __future__ import annotations

from modeller.evidence.boroughs import Area, Borough, boroughs, london
from modeller.evidence.deployment_reading import (
    Known,
    known_of_shipped,
    parse_deployment_record,
    shipped_deployments,
)
from modeller.evidence.deployments import Deployment, Deployments, Visited
from modeller.evidence.past_year import PastYear, last_full_year
from modeller.evidence.record import Record
from modeller.evidence.sources import (
    Blemish,
    Column,
    Figure,
    FixedCameras,
    Gap,
    PressError,
    RowBlemish,
    Source,
    blemishes,
    columns,
    deployment_blemishes,
    deployment_columns,
    figure,
    figures,
    fixed_camera_sites,
    gaps,
    press_errors,
    sources,
)
from modeller.evidence.weekly_rows import decoded, parse_record, shipped_record
from modeller.evidence.weekly_sums import weekly_record

__all__ = [
    "Area",
    "Blemish",
    "Borough",
    "Column",
    "Deployment",
    "Deployments",
    "Figure",
    "FixedCameras",
    "Gap",
    "Known",
    "PastYear",
    "PressError",
    "Record",
    "RowBlemish",
    "Source",
    "Visited",
    "blemishes",
    "boroughs",
    "columns",
    "decoded",
    "deployment_blemishes",
    "deployment_columns",
    "figure",
    "figures",
    "fixed_camera_sites",
    "gaps",
    "known_of_shipped",
    "last_full_year",
    "london",
    "parse_deployment_record",
    "parse_record",
    "press_errors",
    "shipped_deployments",
    "shipped_record",
    "sources",
    "weekly_record",
]
