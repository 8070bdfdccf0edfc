"""Reads and checks a record by deployment."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from modeller.base.errors import at_line
from modeller.base.language import cropped
from modeller.evidence.boroughs import Borough
from modeller.evidence.csv_rows import LONGEST_TEXT, Reading, Row
from modeller.evidence.deployments import COUNTS, MARKS, Deployment, Deployments
from modeller.evidence.sources import Blemish, Published
from modeller.evidence.weekly_rows import check_sums

COLUMNS = (
    "date",
    "place",
    "site",
    "borough",
    *MARKS,
    "hours",
    "watchlist",
    "threshold",
    "faces_scanned",
    "alerts",
    "false_alerts",
    "arrests",
    "source",
)
OPTIONAL = ("true_alerts",)
"""Where it is missing, true alerts are all alerts less the false ones."""

_FIRST_DAY = date(2016, 1, 1)
_MEASURES = {"hours": 24.0, "watchlist": 100_000_000.0, "threshold": 1.0}
_MOST_FACES, _MOST_OTHERS = 10_000_000, 100_000


@dataclass(frozen=True)
class Known:
    """What the rows of a record are checked against.

    Attributes
    ----------
    boroughs
        Names of the areas.
    fixed_cameras
        Sites with fixed cameras, and from what day on.
    sources
        The values that the column ``source`` may have.
    blemishes
        Declared faults; a row that has one need not have alerts that add up.
    last_day
        The day on which the rows were collected; no deployment can be later. It is not taken from
        the machine's clock, which may be wrong.
    """

    boroughs: Collection[str]
    fixed_cameras: Mapping[str, date]
    sources: Collection[str]
    blemishes: Sequence[Blemish]
    last_day: date


def known_of(published: Published, areas: Mapping[str, Borough], taken_down: date) -> Known:
    """What the record of a profile is checked against; its rows were collected on `taken_down`."""
    return Known(
        boroughs=tuple(areas),
        fixed_cameras={fixed.site: fixed.since for fixed in published.fixed_cameras},
        sources=tuple(s.in_rows for s in published.sources.values() if s.in_rows),
        blemishes=published.blemishes,
        last_day=taken_down,
    )


def parse_deployment_record(content: bytes, *, name: str, known: Known) -> Deployments:
    """The deployments in the bytes of a CSV file.

    Raises
    ------
    ModellerError
        With every problem of the file, each with its line and column.
    """
    reading = Reading(name, COLUMNS, OPTIONAL)
    checks = _Checks(reading, known)
    for row in reading.rows(content):
        checks.read(row)
    reading.stop_if_wrong()
    return Deployments(checks.found)


class _Checks:
    """The deployments found so far, and what later rows are compared with."""

    def __init__(self, reading: Reading, known: Known) -> None:
        self.found: list[Deployment] = []
        self._reading = reading
        self._known = known
        self._sites: dict[str, tuple[str, int]] = {}
        self._seen: dict[tuple[object, ...], int] = {}

    def read(self, row: Row) -> None:
        """Read one row, adding a deployment or the problems of the row."""
        before = len(self._reading.problems)
        day = self._reading.day(row, "date", _FIRST_DAY, self._known.last_day)
        place, site = (self._reading.text(row, column) for column in ("place", "site"))
        borough = self._one_of(row, "borough", self._known.boroughs)
        source = self._one_of(row, "source", self._known.sources)
        fixed, event = (self._reading.mark(row, column) for column in MARKS)
        measures = {
            column: self._reading.measure(row, column, most) for column, most in _MEASURES.items()
        }
        counts = self._counts(row)
        if counts is not None:
            check_sums(self._reading, row, day, counts, self._known.blemishes)
        if site is not None and borough is not None:
            self._check_site(row, site, borough)
        if fixed and site is not None and day is not None:
            self._check_fixed_cameras(row, site, day)
        if counts is not None and site is not None and day is not None:
            self._check_repeats(row, (day, site, *counts.values()))
        if day is None or place is None or site is None or borough is None or source is None:
            return
        if counts is None or len(self._reading.problems) > before:
            return
        self.found.append(
            Deployment(
                date=day,
                place=place,
                site=site,
                borough=borough,
                fixed_cameras=bool(fixed),
                event=bool(event),
                hours=measures["hours"],
                watchlist=measures["watchlist"],
                threshold=measures["threshold"],
                source=source,
                **counts,
            )
        )

    def _counts(self, row: Row) -> dict[str, int] | None:
        counts = {}
        for column in COUNTS:
            if column == "true_alerts" and not row.cells.get(column):
                continue
            most = _MOST_FACES if column == "faces_scanned" else _MOST_OTHERS
            counts[column] = self._reading.count(row, column, most)
        known = {column: count for column, count in counts.items() if count is not None}
        if len(known) < len(counts):
            return None
        if known["false_alerts"] > known["alerts"]:
            self._reading.fault(
                at_line(row.line, "false_alerts"),
                "is {false}, more than the {alerts} alerts",
                "false alerts are part of the alerts",
                false=known["false_alerts"],
                alerts=known["alerts"],
            )
            return None
        known.setdefault("true_alerts", known["alerts"] - known["false_alerts"])
        return known

    def _one_of(self, row: Row, column: str, known: Collection[str]) -> str | None:
        text = row.cells[column]
        if text in known:
            return text
        near = get_close_matches(text[:LONGEST_TEXT], known, n=1) or list(known)
        where, text = at_line(row.line, column), cropped(text, 40)
        if near:
            self._reading.fault(
                where,
                "is “{text}”, which is not known here",
                "write one of those that are, such as “{near}”",
                text=text,
                near=near[0],
            )
        else:
            self._reading.fault(
                where,
                "is “{text}”, which is not known here",
                "the profile declares none yet; declare them before its record",
                text=text,
            )
        return None

    def _check_site(self, row: Row, site: str, borough: str) -> None:
        first, line = self._sites.setdefault(site, (borough, row.line))
        if first != borough:
            self._reading.fault(
                at_line(row.line, "site"),
                "is in {borough}, but in {first} on line {line}",
                "a site lies in one borough; two places have two names",
                borough=borough,
                first=first,
                line=line,
            )

    def _check_fixed_cameras(self, row: Row, site: str, day: date) -> None:
        since = self._known.fixed_cameras.get(site)
        if since is None or day < since:
            self._reading.fault(
                at_line(row.line, "fixed_cameras"),
                "is 1 at {site} on {day}",
                "no fixed cameras are declared there for that day; write 0 for a van",
                site=cropped(site, 40),
                day=day,
            )

    def _check_repeats(self, row: Row, key: tuple[object, ...]) -> None:
        line = self._seen.setdefault(key, row.line)
        if line != row.line:
            self._reading.fault(
                at_line(row.line),
                "repeats line {line}: day, site and counts are the same",
                "give every deployment once",
                line=line,
            )
