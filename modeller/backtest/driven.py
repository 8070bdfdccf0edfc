"""Forecasts by the model and by two simple rules, given the deployments of each week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats, normal_quantile
from modeller.evidence import Record
from modeller.model.catalogue import MAXIMUM_WEEKS, MINIMUM_WEEKS, Catalogue
from modeller.model.counts import poisson
from modeller.model.distributions import Gamma
from modeller.model.engine import Inputs, simulate
from modeller.model.sampling import uniforms
from modeller.profiles import Profile
from modeller.scenario import Scenario
from modeller.scenario.inputs import inputs_of

LAST_WEEKS = 13
_AMPLE_CREWS = 1e6  # deployments a week; the given ones took place, so crews must never bind


def driven_inputs(
    declared: Catalogue,
    deployments: NDArray[np.int64],
    draws: int,
    seed: int,
    profile: Profile,
) -> Inputs:
    """Inputs of the equations with known deployments and everything else as today.

    Parameters
    ----------
    declared
        The catalogue, calibrated on what was known at the time.
    deployments
        Shape (weeks,); they need not be within the range of the lever.
    profile
        The force of the catalogue.
    """
    weeks = deployments.size
    span = min(max(weeks, MINIMUM_WEEKS), MAXIMUM_WEEKS)
    inputs = inputs_of(Scenario(weeks=span, draws=draws, seed=seed, profile=profile), declared)
    levers = {
        key: np.full(weeks, values[0]) for key, values in inputs.levers.items()
    }  # at the baseline no lever changes over the weeks
    levers["deployments_per_week"] = deployments.astype(np.float64)
    ample = MappingProxyType({"crews": np.full(draws, _AMPLE_CREWS)})
    return replace(inputs, weeks=weeks, levers=MappingProxyType(levers), known=ample)


def simulated(inputs: Inputs, outcomes: Iterable[str]) -> dict[str, Floats]:
    """Weekly draws of the model, by outcome, each (weeks, draws)."""
    wanted = tuple(outcomes)
    values = {key: np.empty((inputs.weeks, inputs.draws)) for key in wanted}
    for index, week in enumerate(simulate(inputs)):
        for key in wanted:
            values[key][index] = week.seen[key]
    return values


def last_weeks_again(
    past: Record, deployments: NDArray[np.int64], outcomes: Iterable[str], draws: int, seed: int
) -> Mapping[str, Floats]:
    """“The last 13 weeks again” as a distribution; by outcome, each (weeks, draws).

    For every week ahead, each draw takes one of the last 13 weeks with deployments, all equally
    likely, and applies its counts per deployment to the deployments that took place. Weeks are
    drawn independently; all outcomes of a draw come from the same week.
    """
    held = past.deployments > 0
    taken = np.flatnonzero(held)[-LAST_WEEKS:]
    chosen = np.stack(
        [
            (uniforms(seed, "reference last weeks", week, draws) * taken.size).astype(np.intp)
            for week in range(1, deployments.size + 1)
        ]
    )
    found = {}
    for key in outcomes:
        each = getattr(past, key)[taken] / past.deployments[taken]
        found[key] = each[chosen] * deployments[:, None]
    return found


def plain_poisson(
    past: Record, deployments: NDArray[np.int64], outcomes: Iterable[str], draws: int, seed: int
) -> Mapping[str, Floats]:
    """A simple Poisson model; by outcome, each (weeks, draws).

    All deployments have the same constant rate, estimated from all weeks so far (gamma posterior
    under Jeffreys' prior), and weekly counts are Poisson, without drift or over-dispersion.
    """
    held = float(past.deployments.sum())
    found = {}
    for key in outcomes:
        shape = float(getattr(past, key).sum()) + 0.5
        rate = Gamma(shape, held).quantile(uniforms(seed, f"reference rate {key}", 0, draws))
        weekly = np.empty((deployments.size, draws))
        for index, number in enumerate(deployments.tolist()):
            share = uniforms(seed, f"reference count {key}", index + 1, draws)
            weekly[index] = poisson(share, normal_quantile(share), rate * number)
        found[key] = weekly
    return found
