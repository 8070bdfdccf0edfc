"""Which weeks a calibration uses, and the posterior of equation 12, which needs no record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from modeller.base.errors import refusal
from modeller.base.language import numeral, translate
from modeller.calibration.estimates import Gathered
from modeller.evidence import Record
from modeller.model.catalogue import estimated_beliefs


@dataclass(frozen=True)
class Grounds:
    """What a calibration takes from sources other than the record.

    Attributes
    ----------
    since
        The Monday from which on the threshold and the way of counting faces are today's.
    black_false_alerts, all_false_alerts
        False alerts on Black people, and all whose ethnicity was published.
    report
        The publication of these two, as a reader would cite it.
    homes
        Boroughs of the sites that the force is known to visit, which a mix may name even if a
        record does not have them.
    """

    since: date
    black_false_alerts: float
    all_false_alerts: float
    report: str
    homes: Mapping[str, str] = field(default_factory=dict)


USEFUL_WEEKS = 10
"""With fewer weeks of deployments the ranges come mostly from the priors."""


def weeks_between(record: Record, since: date, until: date | None) -> Record:
    """The weeks of the record between the two days, with those without deployments filled in."""
    whole = record.by_week().since(since)
    weeks = whole if until is None else whole.until(until)
    if not weeks.deployments.any():
        raise refusal(
            record.name,
            "has no deployments from {first} to {last}",
            "calibration needs one week with deployments, and {weeks} or more before its "
            "ranges say much",
            first=weeks.first_day,
            last=weeks.last_day,
            weeks=USEFUL_WEEKS,
        )
    comparable = (weeks.face_count_basis == "current") & (weeks.faces_scanned > 0)
    if not comparable.any():
        raise refusal(
            record.name,
            "has no faces on the current basis from {first} to {last}",
            "rates per face need one week or more whose face_count_basis is current; the "
            "first comparable week is that of {week}",
            first=weeks.first_day,
            last=weeks.last_day,
            week=since,
        )
    return weeks


def add_black_share(grounds: Grounds, gathered: Gathered) -> None:
    """Add the beta posterior, under Jeffreys' prior, from the force's own report (equation 12)."""
    black, all_false = grounds.black_false_alerts, grounds.all_false_alerts
    gathered.belief(
        estimated_beliefs()["black_share"],
        {"family": "beta", "a": black + 0.5, "b": all_false - black + 0.5},
        "share",
        translate(
            "Calibration",
            "Beta posterior under Jeffreys' prior from {black} of {all} false alerts whose "
            "ethnicity was published ({report}); not from the weekly record.",
            black=numeral(black, "g"),
            all=numeral(all_false, "g"),
            report=grounds.report,
        ),
        0,
    )
