"""A measure along one lever: its values wherever the lever could stand."""

from __future__ import annotations

from dataclasses import dataclass

from modeller.analysis.evaluation import Evaluate, Measured, evaluator, known_of
from modeller.analysis.seek import Places
from modeller.analysis.targets import Measure
from modeller.model.catalogue import Catalogue
from modeller.projection import Progress
from modeller.scenario import Scenario

POINTS = 9


@dataclass(frozen=True)
class Along:
    """A measure at ascending values of a lever, with everything else as in the scenario.

    Attributes
    ----------
    values
        The values of the lever, in its unit.
    measures
        The measure at each of them, in its outcome's unit.
    """

    key: str
    measure: Measure
    values: tuple[float, ...]
    measures: tuple[float, ...]


def along(
    scenario: Scenario,
    measure: Measure,
    key: str,
    *,
    points: int = POINTS,
    also: tuple[float, ...] = (),
    declared: Catalogue | None = None,
    evaluate: Evaluate | None = None,
    progress: Progress | None = None,
) -> Along:
    """The measure at about `points` values of a lever from end to end, and at those in `also`."""
    known = known_of(scenario, declared)
    places = Places(known.sliders[key])
    values = sorted({*(places.value(place) for place in places.spread(points)), *also})
    measured = Measured(
        measure,
        evaluate or evaluator([measure.outcome], known),
        expected=len(values),
        progress=progress,
    )
    found = tuple(measured(scenario.with_value(key, value)) for value in values)
    return Along(key, measure, tuple(values), found)
