"""The kinds of evidence and how they are read: records, areas, published figures and sources."""

from __future__ import annotations

from modeller.evidence.boroughs import Area, Borough, parse_boroughs, together
from modeller.evidence.deployment_reading import Known, known_of, parse_deployment_record
from modeller.evidence.deployments import Deployment, Deployments, Visited
from modeller.evidence.layouts import Layout, parse_layouts
from modeller.evidence.past_year import PastYear, last_full_year, recent_rate
from modeller.evidence.record import Record
from modeller.evidence.sources import (
    DEFINITION,
    JUDGEMENT,
    Blemish,
    Column,
    Figure,
    FixedCameras,
    Gap,
    PressError,
    Published,
    RowBlemish,
    Source,
    parse_published,
)
from modeller.evidence.weekly_rows import excused, parse_record, record_of_rows
from modeller.evidence.weekly_sums import weekly_record

__all__ = [
    "DEFINITION",
    "JUDGEMENT",
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
    "Layout",
    "PastYear",
    "PressError",
    "Published",
    "Record",
    "RowBlemish",
    "Source",
    "Visited",
    "excused",
    "known_of",
    "last_full_year",
    "parse_boroughs",
    "parse_deployment_record",
    "parse_layouts",
    "parse_published",
    "parse_record",
    "recent_rate",
    "record_of_rows",
    "together",
    "weekly_record",
]
