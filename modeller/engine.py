"""The model's equations, week by week: arrays in, arrays out.

This is the specification, written to be read. Every equation names its number in
`docs/model.md`. Arrays have shape (draws,) unless said otherwise; weeks count from 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from modeller import elementary
from modeller.catalogue import Belief, Catalogue
from modeller.counts import beta_binomial, erlang_b, gamma_factor, poisson
from modeller.elementary import Floats
from modeller.sampling import Noise, belief_uniforms, noise
from modeller.scenario import BeliefSetting, Scenario, Schedule

CAUSES = ("plan", "crews", "officers", "staff", "budget")
"""What can bind deployments: the plan itself, today's crews even without losses, or losses."""

LEVELS = {
    "true_alerts_per_deployment": "alerts",
    "faces_per_deployment": "faces",
    "arrests_per_true_alert": "arrests",
}
"""The beliefs whose rates drift, with the name of the level."""

_HIGHEST_SHARE = 0.98  # of true alerts ending in an arrest, however the levels drift
_FEWEST_DEPLOYMENTS = 1e-9  # keeps rates per deployment defined when no crew is left


@dataclass(frozen=True)
class Inputs:
    """All that the equations read.

    Attributes
    ----------
    levers
        Each choice and circumstance week by week, shape (weeks,), with phase-in and the
        losses' phase applied, in the catalogue's units.
    beliefs
        Each belief in each draw, shape (draws,), in the catalogue's units.
    level_starts
        Where each drifting level stands when the record ends, before its own uncertainty,
        on the log scale, shape (draws,).
    figures
        The catalogue's fixed figures.
    """

    weeks: int
    draws: int
    seed: int
    levers: Mapping[str, Floats]
    beliefs: Mapping[str, Floats]
    level_starts: Mapping[str, Floats]
    figures: Mapping[str, float]

    @cached_property
    def noise(self) -> Noise:
        """The seed's random numbers."""
        return noise(self.seed, self.draws)


def ramp(weeks: int, phase_weeks: float) -> Floats:
    """Share of the way gone by the start of each week when it takes `phase_weeks`; (weeks,)."""
    elapsed = np.arange(weeks, dtype=np.float64)
    return np.ones(weeks) if phase_weeks <= 0 else np.minimum(elapsed, phase_weeks) / phase_weeks


def departures(belief: Belief, seed: int, draws: int) -> Floats:
    """How far the evidence's draws lie from its centre, on the belief's natural scale; (draws,).

    No lever moves them, so those of a few beliefs' worth of draws are kept: an analysis
    projects the same draws hundreds of times.
    """
    find = _departures if draws <= _KEPT_DRAWS else _departures.__wrapped__
    return find(belief, seed, draws)


_KEPT_DRAWS = 20_000
"""With more, keeping sixty-four beliefs' departures would take too much memory."""


@lru_cache(maxsize=64)
def _departures(belief: Belief, seed: int, draws: int) -> Floats:
    link = belief.link
    shares = belief_uniforms(seed, belief.key, belief.dimension, draws)
    found = link.forward(belief.distribution.quantile(shares)) - link.forward(belief.baseline)
    found.flags.writeable = False
    return found


def level_start(name: str, departure: Floats, figures: Mapping[str, float]) -> Floats:
    """Where a level stands when the record ends, given its long-run rate's departure.

    The record knows the sum of the two better than either: where the long-run rate is drawn
    higher, the last departure from it was lower. A central value that the user has moved is
    no news about the record and does not enter.
    """
    return figures[f"level_{name}_start"] + figures[f"level_{name}_start_slope"] * departure


def weekly_levers(scenario: Scenario, catalogue: Catalogue) -> dict[str, Floats]:
    """Every choice and circumstance week by week, phases applied (equation 1)."""
    levers = {key: scenario.weekly(key) for key in catalogue.levers}
    deployments = "deployments_per_week"
    if not isinstance(scenario.setting(deployments), Schedule):
        today = catalogue.levers[deployments].baseline
        way = ramp(scenario.weeks, scenario.value("phase_in_weeks"))
        levers[deployments] = today + (levers[deployments] - today) * way
    for losses in ("officer_losses", "staff_losses"):
        if not isinstance(scenario.setting(losses), Schedule):
            levers[losses] = levers[losses] * ramp(
                scenario.weeks, scenario.value("loss_phase_weeks")
            )
    return levers


def inputs_of(scenario: Scenario, catalogue: Catalogue) -> Inputs:
    """What the equations read, for a scenario."""
    beliefs, starts = {}, {}
    for key, belief in catalogue.beliefs.items():
        setting = scenario.setting(key, catalogue)
        assert isinstance(setting, BeliefSetting)
        departure = setting.spread * departures(belief, scenario.seed, scenario.draws)
        centre = belief.link.forward(setting.central)
        beliefs[key] = np.clip(belief.link.back(centre + departure), *belief.limits)
        if key in LEVELS:
            starts[LEVELS[key]] = level_start(LEVELS[key], departure, catalogue.figures)
    return Inputs(
        weeks=scenario.weeks,
        draws=scenario.draws,
        seed=scenario.seed,
        levers=MappingProxyType(weekly_levers(scenario, catalogue)),
        beliefs=MappingProxyType(beliefs),
        level_starts=MappingProxyType(starts),
        figures=catalogue.figures,
    )


@dataclass(frozen=True)
class Capacity:
    """Deployments the crews can give in one week, and what they lose to each cause."""

    deployments: Floats
    without_losses: Floats
    lost_shares: Mapping[str, Floats]

    def cause(self, planned: float) -> NDArray[np.int8]:
        """Index into `CAUSES` of what bound each draw."""
        losses = np.stack([self.lost_shares[name] for name in CAUSES[2:]])
        largest = 2 + np.argmax(losses, axis=0)
        bound = np.where(self.without_losses < planned, 1, largest)
        return np.where(self.deployments < planned, bound, 0).astype(np.int8)


def capacity(inputs: Inputs, week: int) -> Capacity:
    """Deployments the force can crew in a week (equation 2)."""
    lever = {key: float(values[week - 1]) for key, values in inputs.levers.items()}
    belief, figure = inputs.beliefs, inputs.figures
    shortfall = max(0.0, lever["budget_shortfall"] - lever["additional_funding"])
    lost = {
        "officers": belief["officer_exposure"] * (lever["officer_losses"] / figure["officers"]),
        "staff": belief["staff_exposure"] * (lever["staff_losses"] / figure["staff"]),
        "budget": belief["budget_exposure"] * (shortfall / figure["total_budget"]),
    }
    crew_hours = figure["reference_officers"] * (figure["reference_hours"] + belief["setup_hours"])
    needed = lever["officers_per_deployment"] * (
        lever["hours_per_deployment"] + belief["setup_hours"]
    )
    without_losses = belief["crew_capacity"] * crew_hours / needed
    kept = without_losses
    for share in lost.values():
        kept = kept * np.maximum(1.0 - share, 0.0)
    return Capacity(kept, without_losses, lost)


@dataclass(frozen=True)
class Week:
    """One week of every flow, as it would be seen and as an underlying rate, and its cause."""

    seen: Mapping[str, Floats]
    underlying: Mapping[str, Floats]
    cause: NDArray[np.int8]


class Levels:
    """The drifting levels of alerts, faces and arrests: exp of a first-order autoregression."""

    def __init__(self, inputs: Inputs) -> None:
        self._noise = inputs.noise
        self._figures = inputs.figures
        self._states = {
            name: inputs.level_starts[name]
            + inputs.figures[f"level_{name}_start_sd"] * self._noise.normals(f"level_{name}", 0)
            for name in LEVELS.values()
        }

    def step(self, week: int) -> dict[str, Floats]:
        """Factors of the next week."""
        for name in LEVELS.values():
            persistence = self._figures[f"level_{name}_persistence"]
            sd = self._figures[f"level_{name}_sd"]
            step = self._noise.normals(f"level_{name}", week)
            self._states[name] = persistence * self._states[name] + sd * step
        return {name: elementary.exp(state) for name, state in self._states.items()}


def _follow_up(inputs: Inputs, officers: float, load: Floats) -> Floats:
    """Share of alerts that find a free team, over the same today (equation 7)."""
    belief, figure = inputs.beliefs, inputs.figures
    per_team = figure["officers_per_arrest_team"]
    today = (
        belief["true_alerts_per_deployment"]
        / figure["reference_hours"]
        * belief["arrests_per_true_alert"]
        * belief["hours_per_arrest"]
    )
    free = 1.0 - erlang_b(int(officers // per_team), load)
    free_today = 1.0 - erlang_b(int(figure["reference_officers"] // per_team), today)
    return free / free_today


def simulate(inputs: Inputs) -> Iterator[Week]:
    """Run the model week by week (equations 1 to 12)."""
    belief, figure = inputs.beliefs, inputs.figures
    levels = Levels(inputs)
    officer_hour = belief["cost_per_officer_year"] / figure["hours_per_officer_year"]
    match_ratio = belief["true_match_rate"] / figure["reference_true_match_rate"]
    false_rate = belief["false_alerts_per_million_faces"] * 1e-6
    for week in range(1, inputs.weeks + 1):
        lever = {key: float(values[week - 1]) for key, values in inputs.levers.items()}
        level = levels.step(week)
        planned = lever["deployments_per_week"]
        limit = capacity(inputs, week)
        deployments = np.minimum(limit.deployments, planned)  # (3)
        held = np.maximum(deployments, _FEWEST_DEPLOYMENTS)
        # noise goes with the hours the cameras run, not only with their number, so that
        # longer deployments never lower a count in any draw
        exposure = held * (lever["hours_per_deployment"] / figure["reference_hours"])
        list_ratio = lever["watchlist_size"] / figure["reference_watchlist"]

        faces_mean = exposure * belief["faces_per_deployment"] * level["faces"]  # (4)
        faces = np.rint(
            faces_mean
            * gamma_factor(
                inputs.noise.normals("faces", week), figure["faces_shape_per_deployment"] * exposure
            )
        )

        growth = held / figure["reference_deployments"]
        true_mean = (  # (5)
            exposure
            * belief["true_alerts_per_deployment"]
            * match_ratio
            * elementary.power(list_ratio, belief["watchlist_elasticity"])
            * elementary.power(growth, -belief["diminishing_returns"])
            * level["alerts"]
        )
        true_rate = true_mean * gamma_factor(
            inputs.noise.normals("alerts_rate", week),
            figure["true_alerts_size_per_deployment"] * exposure,
        )
        true_alerts = poisson(
            inputs.noise.shares("alerts", week), inputs.noise.normals("alerts", week), true_rate
        )

        false_per_face = false_rate * list_ratio  # (6)
        false_alerts = poisson(
            inputs.noise.shares("false_alerts", week),
            inputs.noise.normals("false_alerts", week),
            faces * false_per_face,
        )

        hours = held * lever["hours_per_deployment"]
        share = belief["arrests_per_true_alert"] * level["arrests"]
        load_per_alert = belief["arrests_per_true_alert"] * belief["hours_per_arrest"] / hours
        officers = lever["officers_per_deployment"]
        seen_share = share * _follow_up(inputs, officers, true_alerts * load_per_alert)  # (7)
        mean_share = share * _follow_up(inputs, officers, true_mean * load_per_alert)
        arrests = beta_binomial(  # (8)
            inputs.noise.shares("arrests", week),
            inputs.noise.normals("arrests", week),
            true_alerts,
            np.minimum(seen_share, _HIGHEST_SHARE),
            figure["arrests_dispersion"],
        )

        officer_hours = (  # (10)
            deployments * officers * (lever["hours_per_deployment"] + belief["setup_hours"])
        )
        settled = {
            "deployments": deployments,
            "officer_hours": officer_hours,
            "cost": officer_hours * officer_hour
            + deployments * belief["equipment_cost_per_deployment"],
            "arrests_forgone": belief["arrests_per_officer_year"]  # (11)
            * (lever["officer_losses"] / figure["weeks_per_year"]),
        }
        yield Week(
            seen=settled | _counted(inputs, faces, true_alerts, false_alerts, arrests),
            underlying=settled
            | _counted(
                inputs,
                faces_mean,
                true_mean,
                faces_mean * false_per_face,
                true_mean * np.minimum(mean_share, _HIGHEST_SHARE),
            ),
            cause=limit.cause(planned),
        )


def _counted(
    inputs: Inputs, faces: Floats, true_alerts: Floats, false_alerts: Floats, arrests: Floats
) -> dict[str, Floats]:
    """The flows that are counts or shares of counts (equations 4 to 9 and 12)."""
    return {
        "faces_scanned": faces,
        "true_alerts": true_alerts,
        "false_alerts": false_alerts,
        "alerts": true_alerts + false_alerts,
        "arrests": arrests,
        "charged_or_cautioned": arrests * inputs.beliefs["charge_share"],
        "false_alerts_on_black_londoners": false_alerts
        * inputs.beliefs["black_share_of_false_alerts"],
    }
