"""Rows of single deployments for the tests: good ones, and good ones with something changed."""

import csv
import io
from datetime import date, timedelta

import pytest

from modeller.base.errors import ModellerError
from modeller.evidence import Known, parse_deployment_record

KNOWN = Known(
    boroughs=("Camden", "Croydon", "Westminster"),
    fixed_cameras={"Croydon, North End": date(2025, 10, 1)},
    sources=("Met PDF", "copy"),
    blemishes=(),
    last_day=date(2026, 4, 17),
)
GOOD = {
    "date": "2025-01-08",
    "place": "Camden High Rd",
    "site": "Camden Town",
    "borough": "Camden",
    "fixed_cameras": "0",
    "event": "0",
    "hours": "5.5",
    "watchlist": "16000",
    "threshold": "0.64",
    "faces_scanned": "14210",
    "alerts": "9",
    "true_alerts": "8",
    "false_alerts": "1",
    "arrests": "4",
    "source": "Met PDF",
}


def text_of(*changes, columns=tuple(GOOD)):
    """CSV text with a row for each set of changes to a good one, a day apart."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for index, change in enumerate(changes):
        day = str(date(2025, 1, 8) + timedelta(days=index))
        writer.writerow({**GOOD, "date": day, **change})
    return buffer.getvalue()


def parse(text, known=KNOWN):
    content = text if isinstance(text, bytes) else text.encode()
    return parse_deployment_record(content, name="mine", known=known)


def problems_of(text, known=KNOWN):
    with pytest.raises(ModellerError) as caught:
        parse(text, known)
    return [str(problem) for problem in caught.value.problems]
