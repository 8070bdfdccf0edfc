"""What would have to be true: the value at which each belief or circumstance switches a target.

Each is moved by itself, with all others and its own spread as in the scenario, so that the answer
is what its slider would have to show. The range of its evidence is given beside it, so that readers
can judge whether that is likely.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from modeller.analysis.evaluation import Evaluate, Measured, evaluator, known_of
from modeller.analysis.seek import Places, boundary
from modeller.analysis.targets import Goal
from modeller.base.elementary import Floats
from modeller.base.errors import ModellerError, problem
from modeller.base.results import DrawnResult
from modeller.model.catalogue import Belief, Catalogue, Lever
from modeller.projection import Progress, summarise
from modeller.projection.break_even import nothing_lost
from modeller.scenario import BeliefSetting, Scenario
from modeller.scenario.inputs import weekly_levers
from modeller.wording.break_even import recent_rate_beside

_FINENESS = 10  # values in one step of a belief's slider, whose steps are made for dragging
_RUNS_EACH = 12


@dataclass(frozen=True)
class SwitchingValue:
    """Where one belief or circumstance switches the target.

    Attributes
    ----------
    now
        The present value of the slider.
    value
        The last value that still meets the target, or the first that does; None if no value of the
        slider switches it.
    side
        On which side of `value` the target is met.
    holds
        Why there is no value: ``always`` if every value meets the target, ``never`` if it cannot be
        reached by this alone.
    evidence
        The 90 % range of a belief's evidence, the range of a circumstance that evidence covers, or
        None.
    limits
        Both ends of the slider.
    bears
        Whether the outcome depends on it at all.
    turns
        Whether the target switches more than once along the slider; `value` is then the switch
        nearest to the present value.
    closest, measured
        The value that comes nearest to the target, and the measure there or at `value`.
    way
        How far `value` is from the present value, as a share of the slider; None without a value.
    """

    key: str
    label: str
    unit: str
    kind: Literal["choice", "circumstance", "belief"]
    now: float
    value: float | None
    side: Literal["above", "below"] | None
    holds: Literal["switches", "always", "never"]
    evidence: tuple[float, float] | None
    limits: tuple[float, float]
    bears: bool
    turns: bool
    closest: float
    measured: float
    way: float | None = None

    @property
    def within_evidence(self) -> bool | None:
        """Whether the value lies within its evidence; None if either is missing."""
        if self.value is None or self.evidence is None:
            return None
        return self.evidence[0] <= self.value <= self.evidence[1]


@dataclass(frozen=True)
class OfficersLost:
    """The break-even of the officers lost, beside the belief about an officer's arrests.

    Attributes
    ----------
    officers, officer_years
        Posts gone by the last week, and the years of work lost over the horizon.
    per_officer_year
        Summary, in the order of `SUMMARY`, of the arrests an officer makes in a year at which the
        arrests beyond the baseline's just make up for those of the officers lost.
    belief, setting
        The belief about an officer's arrests in a year, and the user's setting of it; None if it is
        not set.
    covered_in
        Share of the futures, each with its own draw of the belief, in which they make up for it.
    against_recent
        The record's recent rate, in deployments a week, and the same share with the extra arrests
        counted from that; None where the record has no such rate.
    """

    officers: float
    officer_years: float
    per_officer_year: Floats
    belief: Belief
    setting: BeliefSetting | None
    covered_in: float
    against_recent: tuple[float, float] | None = None

    @property
    def evidence(self) -> tuple[float, float]:
        """The 90 % range of the belief."""
        return self.belief.evidence


@dataclass(frozen=True)
class SwitchingValues(DrawnResult):
    """What would have to be true for a target, one belief or circumstance at a time."""

    goal: Goal
    met_now: bool
    measured_now: float
    values: tuple[SwitchingValue, ...]
    officers_lost: OfficersLost | None
    scenario: Scenario

    @property
    def nearest(self) -> SwitchingValue | None:
        """The switching value that needs the least move, within its evidence if there is one."""
        switching = [each for each in self.values if each.way is not None]
        inside = [each for each in switching if each.within_evidence]
        return min(inside or switching, key=lambda each: each.way or 0.0, default=None)


def switching_values(
    scenario: Scenario,
    goal: Goal,
    *,
    keys: Sequence[str] | None = None,
    declared: Catalogue | None = None,
    evaluate: Evaluate | None = None,
    progress: Progress | None = None,
) -> SwitchingValues:
    """The switching value of every belief and circumstance that can move the outcome.

    Parameters
    ----------
    keys
        The levers and beliefs to vary, which may be choices; every belief and circumstance when
        None. Those that the outcome does not depend on need no run.

    Raises
    ------
    ModellerError
        When a key is unknown.
    """
    known = known_of(scenario, declared)
    asked = _sliders(keys, known)
    behind = known.outcomes[goal.measure.outcome].depends_on
    measured = Measured(
        goal.measure,
        evaluate or evaluator([goal.measure.outcome], known),
        expected=1 + _RUNS_EACH * sum(slider.key in behind for slider in asked),
        progress=progress,
    )
    now = measured(scenario)
    values = tuple(_switching_value(scenario, goal, slider, measured, known) for slider in asked)
    lost = officers_lost(scenario, declared=known) if goal.measure.outcome == "arrests" else None
    measured.done()
    return SwitchingValues(goal, goal.met(now), now, values, lost, scenario)


def officers_lost(scenario: Scenario, *, declared: Catalogue | None = None) -> OfficersLost | None:
    """The break-even of the officers lost (equation 11); None when the scenario loses none."""
    known = known_of(scenario, declared)
    lost = weekly_levers(scenario, known)["officer_losses"]
    officer_years = float(lost.sum()) / known.figures["weeks_per_year"]
    if officer_years == 0.0:
        return None
    (belief,) = known.model.taken_by("arrests_forgone", "belief")
    run = evaluator(["arrests", "arrests_forgone"], known)
    totals = run(scenario)
    setting = scenario.changes.get(belief)
    arrests, forgone = totals.totals("arrests"), totals.totals("arrests_forgone")

    def extra(deployments: float | None = None) -> Floats:
        return arrests - run(nothing_lost(scenario, known, deployments)).totals("arrests")

    beyond, rate = extra(), recent_rate_beside(scenario, known)
    return OfficersLost(
        officers=float(lost[-1]),
        officer_years=officer_years,
        per_officer_year=summarise(beyond / officer_years),
        belief=known.beliefs[belief],
        setting=setting if isinstance(setting, BeliefSetting) else None,
        covered_in=float((beyond >= forgone).mean()),
        against_recent=None if rate is None else (rate, float((extra(rate) >= forgone).mean())),
    )


def _sliders(keys: Sequence[str] | None, known: Catalogue) -> list[Lever | Belief]:
    if keys is None:
        return [slider for slider in known.sliders.values() if slider.kind != "choice"]
    problems = [
        problem(key, "is not a choice, circumstance or belief", "“modeller list” shows all names")
        for key in keys
        if key not in known.sliders
    ]
    if problems:
        raise ModellerError(problems)
    return [known.sliders[key] for key in keys]


def _switching_value(
    scenario: Scenario,
    goal: Goal,
    slider: Lever | Belief,
    measured: Measured,
    known: Catalogue,
) -> SwitchingValue:
    key = slider.key
    start = scenario.value(key, known)
    places = Places(slider, _FINENESS if isinstance(slider, Belief) else 1)
    now = measured(scenario)
    bears = key in known.outcomes[goal.measure.outcome].depends_on
    if bears:
        found = boundary(
            lambda place: goal.margin(measured(scenario.with_value(key, places.value(place)))),
            places,
            start,
        )
        place, met_above, changes = found.place, found.met_above, found.changes
        met = found.met_somewhere
        closest = places.value(found.place if found.place is not None else found.best)
        at_closest = measured(scenario.with_value(key, closest))
    else:
        place, met_above, changes = None, None, 0
        met = goal.met(now)
        closest, at_closest = start, now
    return SwitchingValue(
        key=key,
        label=slider.label,
        unit=slider.unit,
        kind=slider.kind,
        now=start,
        value=None if place is None else places.value(place),
        side=None if met_above is None else "above" if met_above else "below",
        holds="switches" if place is not None else "always" if met else "never",
        evidence=slider.evidence,
        limits=(float(slider.minimum), float(slider.maximum)),
        bears=bears,
        turns=changes > 1,
        closest=closest,
        measured=at_closest,
        way=None if place is None else abs(places.way(places.value(place)) - places.way(start)),
    )
