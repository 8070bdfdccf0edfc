"""Measures how far each entry of the catalogue moves the outcomes of a force's plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from modeller.analysis.evaluation import evaluator
from modeller.model.catalogue import Catalogue
from modeller.profiles import Profile
from modeller.projection import Progress
from modeller.scenario import BeliefSetting, Scenario
from modeller.scenario.file import load_scenario

MEASURED = ("arrests", "false_alerts")
"""The outcomes whose median totals are measured."""
EFFECT_DRAWS = 500


@dataclass(frozen=True)
class Effect:
    """Medians of the year's arrests and false alerts with one entry at either end.

    `low` and `high` are the entry's values at the ends; the medians are by outcome.
    """

    key: str
    low: float
    high: float
    at_low: Mapping[str, float]
    at_high: Mapping[str, float]

    def swing(self, outcome: str) -> float:
        """The median at the high end less that at the low end."""
        return self.at_high[outcome] - self.at_low[outcome]


@dataclass(frozen=True)
class Effects:
    """The effects of all entries, and the medians of the plan itself."""

    scenario: Scenario
    now: Mapping[str, float]
    by_key: Mapping[str, Effect]


def plan_of(profile: Profile) -> Scenario:
    """The scenario of a profile at which effects are measured."""
    return load_scenario(profile.about.plan_scenario, profile).scenario


def effects(
    scenario: Scenario,
    *,
    declared: Catalogue | None = None,
    draws: int = EFFECT_DRAWS,
    progress: Progress | None = None,
) -> Effects:
    """Move one entry at a time over its range.

    A belief is moved over its evidence and exactly known at each end, a fixed figure over its
    range, and a lever over the range of its slider.

    Parameters
    ----------
    scenario
        The scenario in which entries are moved, usually `plan_of` a profile.
    progress
        Called with the share done; an exception it raises stops the work.
    """
    known = declared or scenario.catalogue
    plan = scenario.replace(draws=draws)
    runs = list(_ends(plan, known))
    now = _medians(plan, known)
    moving = {key for outcome in MEASURED for key in known.outcomes[outcome].depends_on}
    found = {}
    for index, (key, ends, cases) in enumerate(runs):
        if key in known.sliders and key not in moving:
            at_low = at_high = now
        else:
            at_low, at_high = (_medians(case, using) for case, using in cases)
        found[key] = Effect(key, *ends, at_low, at_high)
        if progress is not None:
            progress((index + 1) / len(runs))
    return Effects(plan, now, MappingProxyType(found))


_Case = tuple[Scenario, Catalogue]


def _ends(
    plan: Scenario, known: Catalogue
) -> Iterator[tuple[str, tuple[float, float], tuple[_Case, _Case]]]:
    for key, lever in known.levers.items():
        ends = (lever.minimum, lever.maximum)
        low, high = (plan.with_setting(key, end) for end in ends)
        yield key, ends, ((low, known), (high, known))
    for key, belief in known.beliefs.items():
        # the evidence may extend beyond the slider
        ends = (max(belief.evidence[0], belief.minimum), min(belief.evidence[1], belief.maximum))
        low, high = (plan.with_setting(key, BeliefSetting(end, 0.0)) for end in ends)
        yield key, ends, ((low, known), (high, known))
    for key, constant in known.constants.items():
        if constant.range[0] == constant.range[1]:
            continue
        first, last = (
            replace(
                known,
                constants=MappingProxyType({**known.constants, key: replace(constant, value=end)}),
            )
            for end in constant.range
        )
        yield key, constant.range, ((plan, first), (plan, last))


def _medians(scenario: Scenario, declared: Catalogue) -> Mapping[str, float]:
    totals = evaluator(MEASURED, declared)(scenario)
    return MappingProxyType({key: float(np.median(totals.totals(key))) for key in MEASURED})
