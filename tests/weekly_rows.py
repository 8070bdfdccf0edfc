"""A weekly record as text for the tests: good rows, changed as a test needs them."""

from datetime import date, timedelta

import pytest

from modeller.base.errors import ModellerError
from modeller.evidence import parse_record
from modeller.evidence.record import COLUMNS

HEADER = ",".join(COLUMNS)
GOOD = {
    "week_starting": "2025-01-06",
    "deployments": "4",
    "faces_scanned": "37715",
    "alerts": "35",
    "true_alerts": "34",
    "false_alerts": "1",
    "arrests": "15",
    "hours": "22.8",
    "threshold": "0.64",
    "watchlist": "15114",
    "face_count_basis": "current",
}


def text_of(*changes, header=HEADER):
    """CSV text with one row for each set of changes to a good row, a week apart."""
    rows = []
    for index, change in enumerate(changes):
        monday = date(2025, 1, 6) + timedelta(weeks=index)
        rows.append(",".join({**GOOD, "week_starting": str(monday), **change}.values()))
    return "\n".join((header, *rows)) + "\n"


def parse(text, **options):
    return parse_record(text.encode(), name="mine", **options)


def problems_of(text, **options):
    with pytest.raises(ModellerError) as caught:
        parse(text, **options)
    return [str(problem) for problem in caught.value.problems]
