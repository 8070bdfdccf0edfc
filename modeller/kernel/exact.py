"""`modeller.engine`, equation by equation the same numbers, as machine code.

The engine is the specification; this follows it operation by operation, for any range of
draws and one week at a time. Draws go through in batches that fit the processor's nearest
memory, each equation over the whole batch.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from modeller.elementary import Floats
from modeller.engine import _FEWEST_DEPLOYMENTS, _HIGHEST_SHARE
from modeller.kernel.arguments import FLOWS, STREAMS, Beliefs, Figures, Levers
from modeller.kernel.compiling import compiled
from modeller.kernel.counts64 import beta_binomial, erlang_b, gamma_factor, poisson
from modeller.kernel.elementary64 import exp, log
from modeller.kernel.noise import fill_normals, fill_shares

BATCH = 256  # draws at a time; a multiple of four, as the noise comes in fours

_STREAMS = len(STREAMS)
_ALERTS, _FALSE_ALERTS, _ARRESTS = (STREAMS.index(s) for s in ("alerts", "false_alerts", "arrests"))
_FACES, _ALERTS_RATE = (STREAMS.index(s) for s in ("faces", "alerts_rate"))
_LEVEL_ALERTS, _LEVEL_FACES, _LEVEL_ARRESTS = (
    STREAMS.index(f"level_{name}") for name in ("alerts", "faces", "arrests")
)
(
    _DEPLOYMENTS, _FACES_SCANNED, _TRUE, _FALSE, _ALL, _ARRESTED, _CHARGED, _HOURS, _COST, _BLACK,
    _FORGONE,
) = range(len(FLOWS))  # fmt: skip


@compiled
def start_levels(
    keys: NDArray[np.uint64],
    figures: Figures,
    starts: Floats,
    first: int,
    last: int,
    states: Floats,
) -> None:
    """The levels' states where the record ends, shape (3, draws): alerts, faces, arrests.

    `starts` has the same shape and holds them before their own uncertainty.
    """
    shares, normals = np.empty(BATCH), np.empty(BATCH)
    for start in range(first, last, BATCH):
        size = min(BATCH, last - start)
        for row in range(3):
            fill_shares(keys[_LEVEL_ALERTS + row], 0, start, shares[:size])
            fill_normals(shares[:size], normals[:size])
            if row == 0:
                sd = figures.level_alerts_start_sd
            elif row == 1:
                sd = figures.level_faces_start_sd
            else:
                sd = figures.level_arrests_start_sd
            for i in range(size):
                states[row, start + i] = starts[row, start + i] + sd * normals[i]


@compiled
def follow_up_today(
    beliefs: Beliefs, figures: Figures, first: int, last: int, free_today: Floats
) -> None:
    """Share of alerts that find a free team today (the divisor of equation 7)."""
    servers = int(figures.reference_officers // figures.officers_per_arrest_team)
    for i in range(first, last):
        load = (
            beliefs.true_alerts_per_deployment[i]
            / figures.reference_hours
            * beliefs.arrests_per_true_alert[i]
            * beliefs.hours_per_arrest[i]
        )
        free_today[i] = 1.0 - erlang_b(servers, load)


@compiled
def _fill_noise(
    keys: NDArray[np.uint64], week: int, first: int, shares: Floats, normals: Floats
) -> None:
    for stream in range(_STREAMS):
        fill_shares(keys[stream], week, first, shares[stream])
        fill_normals(shares[stream], normals[stream])


@compiled
def _step_levels(
    figures: Figures, normals: Floats, first: int, size: int, states: Floats, levels: Floats
) -> None:
    """One more week of the levels, and their factors."""
    for row in range(3):
        if row == 0:
            persistence, sd = figures.level_alerts_persistence, figures.level_alerts_sd
        elif row == 1:
            persistence, sd = figures.level_faces_persistence, figures.level_faces_sd
        else:
            persistence, sd = figures.level_arrests_persistence, figures.level_arrests_sd
        state, level, step = states[row], levels[row], normals[_LEVEL_ALERTS + row]
        for i in range(size):
            moved = persistence * state[first + i] + sd * step[i]
            state[first + i] = moved
            level[i] = exp(moved)


@compiled
def run_week(
    keys: NDArray[np.uint64],
    figures: Figures,
    beliefs: Beliefs,
    levers: Levers,
    week: int,
    first: int,
    last: int,
    seen_wanted: bool,
    free_today: Floats,
    states: Floats,
    flows: Floats,
    causes: NDArray[np.int8],
) -> None:
    """One week of the draws from `first` (a multiple of four) to before `last`.

    Parameters
    ----------
    seen_wanted
        Whether to write what would be seen or the underlying rates.
    free_today, states
        From `follow_up_today` and `start_levels`; the states move on by a week.
    flows, causes
        Written: shape (flows, draws) in the order of `FLOWS`, and (draws,).
    """
    noise = np.empty((2, _STREAMS, BATCH))
    levels = np.empty((3, BATCH))
    work = np.empty((6, BATCH))
    planned, officers = levers.deployments_per_week, levers.officers_per_deployment
    camera_hours = levers.hours_per_deployment
    lost_officers = levers.officer_losses / figures.officers
    lost_staff = levers.staff_losses / figures.staff
    shortfall = max(0.0, levers.budget_shortfall - levers.additional_funding)
    lost_budget = shortfall / figures.total_budget
    hours_ratio = camera_hours / figures.reference_hours
    list_ratio = levers.watchlist_size / figures.reference_watchlist
    log_list_ratio = log(list_ratio)
    servers = int(officers // figures.officers_per_arrest_team)
    forgone = levers.officer_losses / figures.weeks_per_year

    for start in range(first, last, BATCH):
        size = min(BATCH, last - start)
        shares, normals = noise[0, :, :size], noise[1, :, :size]
        _fill_noise(keys, week, start, shares, normals)
        _step_levels(figures, normals, start, size, states, levels)
        faces_mean, true_mean, load_per_alert = work[0], work[1], work[2]
        exposed, true_alerts, share = work[3], work[4], work[5]

        for i in range(size):
            draw = start + i
            setup = beliefs.setup_hours[draw]
            by_officers = beliefs.officer_exposure[draw] * lost_officers
            by_staff = beliefs.staff_exposure[draw] * lost_staff
            by_budget = beliefs.budget_exposure[draw] * lost_budget
            crew_hours = figures.reference_officers * (figures.reference_hours + setup)
            needed = officers * (camera_hours + setup)
            without_losses = beliefs.crew_capacity[draw] * crew_hours / needed
            kept = without_losses * max(1.0 - by_officers, 0.0)  # (2)
            kept = kept * max(1.0 - by_staff, 0.0)
            kept = kept * max(1.0 - by_budget, 0.0)
            if kept >= planned:
                cause = 0
            elif without_losses < planned:
                cause = 1
            elif by_officers >= by_staff and by_officers >= by_budget:
                cause = 2
            elif by_staff >= by_budget:
                cause = 3
            else:
                cause = 4
            causes[draw] = cause
            deployments = min(kept, planned)  # (3)
            held = max(deployments, _FEWEST_DEPLOYMENTS)
            exposure = held * hours_ratio
            exposed[i] = exposure
            faces_mean[i] = exposure * beliefs.faces_per_deployment[draw] * levels[1, i]  # (4)
            growth = held / figures.reference_deployments
            true_mean[i] = (  # (5)
                exposure
                * beliefs.true_alerts_per_deployment[draw]
                * (beliefs.true_match_rate[draw] / figures.reference_true_match_rate)
                * exp(beliefs.watchlist_elasticity[draw] * log_list_ratio)
                * exp(-beliefs.diminishing_returns[draw] * log(growth))
                * levels[0, i]
            )
            hours = held * camera_hours
            load_per_alert[i] = (
                beliefs.arrests_per_true_alert[draw] * beliefs.hours_per_arrest[draw] / hours
            )
            share[i] = beliefs.arrests_per_true_alert[draw] * levels[2, i]
            officer_hours = deployments * officers * (camera_hours + setup)  # (10)
            flows[_DEPLOYMENTS, draw] = deployments
            flows[_HOURS, draw] = officer_hours
            flows[_COST, draw] = (
                officer_hours
                * (beliefs.cost_per_officer_year[draw] / figures.hours_per_officer_year)
                + deployments * beliefs.equipment_cost_per_deployment[draw]
            )
            flows[_FORGONE, draw] = beliefs.arrests_per_officer_year[draw] * forgone  # (11)

        for i in range(size):
            draw = start + i
            false_per_face = beliefs.false_alerts_per_million_faces[draw] * 1e-6 * list_ratio
            if seen_wanted:
                faces = np.rint(
                    faces_mean[i]
                    * gamma_factor(
                        normals[_FACES, i], figures.faces_shape_per_deployment * exposed[i]
                    )
                )
                rate = true_mean[i] * gamma_factor(
                    normals[_ALERTS_RATE, i], figures.true_alerts_size_per_deployment * exposed[i]
                )
                true_alerts[i] = poisson(shares[_ALERTS, i], normals[_ALERTS, i], rate)
                false_alerts = poisson(  # (6)
                    shares[_FALSE_ALERTS, i], normals[_FALSE_ALERTS, i], faces * false_per_face
                )
            else:
                faces = faces_mean[i]
                true_alerts[i] = true_mean[i]
                false_alerts = faces * false_per_face
            flows[_FACES_SCANNED, draw] = faces
            flows[_TRUE, draw] = true_alerts[i]
            flows[_FALSE, draw] = false_alerts
            flows[_ALL, draw] = true_alerts[i] + false_alerts
            flows[_BLACK, draw] = false_alerts * beliefs.black_share_of_false_alerts[draw]

        for i in range(size):
            draw = start + i
            free = 1.0 - erlang_b(servers, true_alerts[i] * load_per_alert[i])  # (7)
            arrested = min(share[i] * (free / free_today[draw]), _HIGHEST_SHARE)
            if seen_wanted:
                arrests = beta_binomial(  # (8)
                    shares[_ARRESTS, i],
                    normals[_ARRESTS, i],
                    true_alerts[i],
                    arrested,
                    figures.arrests_dispersion,
                )
            else:
                arrests = true_alerts[i] * arrested
            flows[_ARRESTED, draw] = arrests
            flows[_CHARGED, draw] = arrests * beliefs.charge_share[draw]  # (9)
