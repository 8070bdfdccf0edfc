"""The officers lost against the extra arrests, and what extra arrests are counted from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from modeller.base.elementary import Floats
from modeller.model.catalogue import Catalogue
from modeller.projection.summaries import summarise
from modeller.scenario import Scenario


@dataclass(frozen=True)
class BreakEven:
    """How many arrests an officer would have to make in a year for losses to outweigh the gain.

    Attributes
    ----------
    officers
        Posts gone by the last week.
    officer_years
        Years of work lost over the horizon.
    extra_arrests
        Summary of the arrests beyond those of the baseline's deployments with nothing lost.
    per_officer_year
        Summary of the switching value: above it the extra arrests do not make up for the losses.
    makes_up
        Share of the draws in which the extra arrests are at least as many as the officers lost
        would have made, by the belief about an officer's arrests in a year.
    """

    officers: float
    officer_years: float
    extra_arrests: Floats
    per_officer_year: Floats
    makes_up: float


def break_even(
    lost: Floats, extra_arrests: Floats, forgone: Floats, weeks_per_year: float
) -> BreakEven:
    """The break-even of a projection.

    Parameters
    ----------
    lost
        Posts gone in each week, shape (weeks,), not all zero.
    extra_arrests, forgone
        Arrests gained, and those that the officers lost would have made, shape (draws,).
    """
    officer_years = float(lost.sum()) / weeks_per_year
    return BreakEven(
        officers=float(lost[-1]),
        officer_years=officer_years,
        extra_arrests=summarise(extra_arrests),
        per_officer_year=summarise(extra_arrests / officer_years),
        makes_up=float((extra_arrests >= forgone).mean()),
    )


def nothing_lost(
    scenario: Scenario, catalogue: Catalogue, deployments: float | None = None
) -> Scenario:
    """The scenario with its own beliefs, and every choice and circumstance as it is today.

    Parameters
    ----------
    deployments
        Deployments a week; None for the baseline's.

    Raises
    ------
    ModellerError
        When so many deployments are outside the lever's limits.
    """
    changes = {key: set_ for key, set_ in scenario.changes.items() if key in catalogue.beliefs}
    if deployments is not None:
        changes["deployments_per_week"] = deployments
    return replace(scenario, changes=changes, places=None)


class _KeptArrests:
    """Keeps arrests with nothing lost, with which many scenarios are compared."""

    _KEPT, _MOST_DRAWS = 8, 100_000

    def __init__(self) -> None:
        self._known: list[tuple[str, Catalogue, Floats]] = []

    def of(self, scenario: Scenario, catalogue: Catalogue) -> Floats | None:
        """Total arrests in each draw, (draws,); None where they are not kept."""
        digest = scenario.inputs_digest
        for one, declared, arrests in tuple(self._known):
            if one == digest and declared is catalogue:
                return arrests
        return None

    def keep(self, scenario: Scenario, catalogue: Catalogue, arrests: Floats) -> None:
        """Keep them until others have taken their place."""
        if arrests.size <= self._MOST_DRAWS and self.of(scenario, catalogue) is None:
            self._known = [(scenario.inputs_digest, catalogue, arrests), *self._known][: self._KEPT]


kept_arrests = _KeptArrests()
