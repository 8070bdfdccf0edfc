"""The equations in single precision over one block of draws: what a moved lever has to redo.

The rows of a block lie behind one another in one piece of memory, each LANES long, and every
row starts at a constant: only so can the compiler see that two rows never overlap and take
eight draws in one instruction. For the same reason a value is read before it is chosen: with
a row in place of x or y, `x if a > b else y` is a branch.

Counts come from the same random numbers and the same series as the settled ones; where a
series is not good enough, probabilities are added up.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from modeller.engine import _FEWEST_DEPLOYMENTS, _HIGHEST_SHARE
from modeller.kernel.compiling import compiled
from modeller.kernel.counts64 import _beta_binomial_by_sum
from modeller.kernel.elementary32 import HALF, ONE, TWO, ZERO, exp2, log2
from modeller.kernel.tally import LANES

Singles = NDArray[np.float32]

BELIEF_ROWS = (
    "true_match_rate",
    "false_alerts_per_million_faces",
    "arrests_per_true_alert",
    "true_alerts_per_deployment",
    "faces_per_deployment",
    "diminishing_returns",
    "watchlist_elasticity",
    "crew_capacity",
    "officer_exposure",
    "staff_exposure",
    "budget_exposure",
    "setup_hours",
    "hours_per_arrest",
    "charge_share",
    "cost_per_officer_year",
    "equipment_cost_per_deployment",
    "black_share_of_false_alerts",
)
"""The rows of a block of beliefs."""
(
    _MATCH, _FALSE_RATE, _SHARE, _TRUE_YIELD, _FACES_YIELD, _DIMINISHING, _ELASTICITY, _CREWS,
    _BY_OFFICERS, _BY_STAFF, _BY_BUDGET, _SETUP, _ARREST_HOURS, _CHARGE, _POST_COST, _EQUIPMENT,
    _BLACK_SHARE,
) = (LANES * row for row in range(len(BELIEF_ROWS)))  # fmt: skip

NOISE_ROWS = ("faces", "alerts_rate", "alerts", "false_alerts", "false_alerts_share", "arrests")
"""The rows of a block of noise in one week; a share is uniform, the others are normal."""
_Z_FACES, _Z_RATE, _Z_ALERTS, _Z_FALSE, _U_FALSE, _Z_ARRESTS = (
    LANES * row for row in range(len(NOISE_ROWS))
)

LEVER_COLUMNS = (
    "planned", "lost_officers", "lost_staff", "lost_budget", "officers", "camera_hours",
    "hours_ratio", "log2_list_ratio", "list_ratio", "servers",
)  # fmt: skip
"""The columns of the levers of a week, as the equations want them."""
(
    _PLANNED, _LOST_OFFICERS, _LOST_STAFF, _LOST_BUDGET, _OFFICERS, _CAMERA_HOURS, _HOURS_RATIO,
    _LOG_LIST, _LIST, _SERVERS,
) = range(len(LEVER_COLUMNS))  # fmt: skip

FIGURE_COLUMNS = (
    "reference_deployments", "reference_hours", "reference_officers", "reference_true_match_rate",
    "officers_per_arrest_team", "hours_per_officer_year", "faces_shape_per_deployment",
    "true_alerts_size_per_deployment", "arrests_dispersion",
)  # fmt: skip
"""The fixed figures that the equations want."""
(
    _REFERENCE_DEPLOYMENTS, _REFERENCE_HOURS, _REFERENCE_OFFICERS, _REFERENCE_MATCH, _TEAM,
    _YEAR_HOURS, _FACES_SHAPE, _ALERTS_SIZE, _DISPERSION,
) = range(len(FIGURE_COLUMNS))  # fmt: skip

# The rows of a block's working memory: first every flow and its running sum, as the tallies
# find them by number, then what one equation hands to the next.
SUM_ROW = 10  # as many flows come before their sums
(
    DEPLOYMENTS, FACES, TRUE, FALSE, ALL, ARRESTS, CHARGED, HOURS, COST, BLACK,
) = (LANES * row for row in range(10))  # fmt: skip
(
    CAUSE, FIRST_WEEK, FIRST_CAUSE, _CREW, _YIELD, _FREE_TODAY, _FACES_BASE, _TRUE_BASE,
    _PER_EXPOSURE, _ROOT, _LOAD, _RATE, _A, _B, _C,
) = (LANES * row for row in range(20, 35))  # fmt: skip
RATIO_ROW = 35  # and as many after it as there are ratios

_LEAST = np.float32(1e-12)
_FEWEST = np.float32(_FEWEST_DEPLOYMENTS)
_HIGHEST = np.float32(_HIGHEST_SHARE)
_NINTH = np.float32(1.0 / 9.0)
_MILLIONTH = np.float32(1e-6)
_SIXTH, _SEVENTY_SECOND = np.float32(1 / 6), np.float32(1 / 72)
_SMALL_TERM = np.float32(1 / 810)
_THREE, _FOUR, _FIVE, _SEVEN, _SIXTEEN = (np.float32(n) for n in (3, 4, 5, 7, 16))
_THIRTY_SIXTH, _TWELFTH, _TWENTIETH = np.float32(1 / 36), np.float32(1 / 12), np.float32(0.05)
_CERTAIN = np.float32(1e9)
_SUMMED = np.float32(2.0)  # Poisson means below this are added up
_NEGLIGIBLE = np.float32(1e-9)
_THIRD, _MINUS_LOG2_E = np.float32(1 / 3), np.float32(-1.4426950408889634)
_NONE, _SINGLE = np.int32(0), np.int32(1)
FEW_TRIALS = np.float32(5.5)  # up to this many alerts the arrests are added up
_ROOT_TWO = math.sqrt(2.0)


@compiled
def _lost_calls(s: Singles, load: int, servers: int, free: int) -> None:
    """1 − Erlang's loss of the loads of a row."""
    for i in range(LANES):
        s[_A + i] = ONE / s[load + i]
        s[free + i] = ONE
    server = ONE
    for _ in range(servers // 5):  # several at a time stay in the processor's registers
        second, third = server + ONE, server + TWO
        fourth, fifth = server + _THREE, server + _FOUR
        for i in range(LANES):
            per_load = s[_A + i]
            inverse = ONE + server * per_load * s[free + i]
            inverse = ONE + second * per_load * inverse
            inverse = ONE + third * per_load * inverse
            inverse = ONE + fourth * per_load * inverse
            s[free + i] = ONE + fifth * per_load * inverse
        server += _FIVE
    for _ in range(servers % 5):
        for i in range(LANES):
            s[free + i] = ONE + server * s[_A + i] * s[free + i]
        server += ONE
    for i in range(LANES):
        s[free + i] = ONE - ONE / s[free + i]


@compiled
def start_block(s: Singles, q: Singles, figures: Singles) -> None:
    """What no lever moves."""
    hours, officers = figures[_REFERENCE_HOURS], figures[_REFERENCE_OFFICERS]
    for i in range(LANES):
        s[_CREW + i] = q[_CREWS + i] * (officers * (hours + q[_SETUP + i]))
        s[_LOAD + i] = (q[_TRUE_YIELD + i] / hours) * q[_SHARE + i] * q[_ARREST_HOURS + i]
    _lost_calls(s, _LOAD, int(officers / figures[_TEAM]), _FREE_TODAY)
    for i in range(LANES):
        s[_FREE_TODAY + i] = ONE / s[_FREE_TODAY + i]
    for row in range(SUM_ROW):
        for i in range(LANES):
            s[(SUM_ROW + row) * LANES + i] = ZERO
    for i in range(LANES):
        s[FIRST_WEEK + i] = ZERO
        s[FIRST_CAUSE + i] = ZERO


@compiled
def set_list(s: Singles, q: Singles, figures: Singles, levers: Singles) -> None:
    """What the watchlist moves: the yield of a deployment (part of equation 5)."""
    log_list, match = levers[_LOG_LIST], ONE / figures[_REFERENCE_MATCH]
    for i in range(LANES):
        s[_YIELD + i] = (
            q[_TRUE_YIELD + i] * (q[_MATCH + i] * match) * exp2(q[_ELASTICITY + i] * log_list)
        )


@compiled
def set_crews(s: Singles, q: Singles, levers: Singles) -> None:
    """Deployments achieved and what binds them (equations 2 and 3)."""
    planned, officers, hours = levers[_PLANNED], levers[_OFFICERS], levers[_CAMERA_HOURS]
    lost_officers, lost_staff = levers[_LOST_OFFICERS], levers[_LOST_STAFF]
    lost_budget = levers[_LOST_BUDGET]
    for i in range(LANES):
        without = s[_CREW + i] / (officers * (hours + q[_SETUP + i]))
        by_officers = q[_BY_OFFICERS + i] * lost_officers
        by_staff = q[_BY_STAFF + i] * lost_staff
        by_budget = q[_BY_BUDGET + i] * lost_budget
        kept = without
        kept *= ONE - by_officers if by_officers < ONE else ZERO
        kept *= ONE - by_staff if by_staff < ONE else ZERO
        kept *= ONE - by_budget if by_budget < ONE else ZERO
        s[DEPLOYMENTS + i] = kept if kept < planned else planned
        largest = TWO if by_officers >= by_staff else _THREE
        most = by_officers if by_officers >= by_staff else by_staff
        largest = largest if most >= by_budget else TWO + TWO
        largest = ONE if without < planned else largest
        s[CAUSE + i] = largest if kept < planned else ZERO


@compiled
def set_means(s: Singles, q: Singles, figures: Singles, levers: Singles) -> None:
    """What follows from the deployments without noise (equations 4, 5, 7 and 10)."""
    hours, hours_ratio, officers = levers[_CAMERA_HOURS], levers[_HOURS_RATIO], levers[_OFFICERS]
    per_reference = ONE / figures[_REFERENCE_DEPLOYMENTS]
    per_hour = ONE / figures[_YEAR_HOURS]
    for i in range(LANES):
        deployments = s[DEPLOYMENTS + i]
        held = deployments if deployments > _FEWEST else _FEWEST
        s[_A + i] = held * hours_ratio
        s[_B + i] = held * per_reference
    for i in range(LANES):
        s[_B + i] = log2(s[_B + i])
    for i in range(LANES):
        s[_B + i] = exp2(-q[_DIMINISHING + i] * s[_B + i])
    for i in range(LANES):
        s[_TRUE_BASE + i] = s[_A + i] * s[_YIELD + i] * s[_B + i]
        s[_FACES_BASE + i] = s[_A + i] * q[_FACES_YIELD + i]
    to_hours = hours_ratio / hours
    for i in range(LANES):
        per_exposure = ONE / s[_A + i]
        s[_PER_EXPOSURE + i] = per_exposure
        s[_ROOT + i] = math.sqrt(per_exposure)
        s[_LOAD + i] = q[_SHARE + i] * q[_ARREST_HOURS + i] * (per_exposure * to_hours)
    for i in range(LANES):
        deployments = s[DEPLOYMENTS + i]
        officer_hours = deployments * officers * (hours + q[_SETUP + i])
        s[HOURS + i] = officer_hours
        s[COST + i] = (
            officer_hours * (q[_POST_COST + i] * per_hour) + deployments * q[_EQUIPMENT + i]
        )


@compiled
def count_faces(s: Singles, noise: Singles, level: Singles, figures: Singles, seen: bool) -> None:
    """Faces scanned (4)."""
    if seen:
        ninth = _NINTH / figures[_FACES_SHAPE]
        root_ninth = np.float32(math.sqrt(ninth))
        for i in range(LANES):
            root = ONE - ninth * s[_PER_EXPOSURE + i]
            root += noise[_Z_FACES + i] * (root_ninth * s[_ROOT + i])
            root = root if root > ZERO else ZERO
            s[FACES + i] = np.rint(s[_FACES_BASE + i] * level[i] * (root * root * root))
    else:
        for i in range(LANES):
            s[FACES + i] = s[_FACES_BASE + i] * level[i]


@compiled
def _poisson_series(s: Singles, rate: int, noise: Singles, normal: int, count: int) -> np.int32:
    """Poisson counts by Giles's series; how many rates are too small for it."""
    small = _NONE
    for i in range(LANES):
        mean, z = s[rate + i], noise[normal + i]
        root = math.sqrt(mean if mean > ONE else ONE)
        over = ONE / root
        square = z * z
        series = (
            mean
            + root * z
            + (TWO + square) * _SIXTH
            - z * (TWO + square) * (over * _SEVENTY_SECOND)
            + (square * (_THREE * square + _SEVEN) - _SIXTEEN) * (over * over * _SMALL_TERM)
        )
        s[count + i] = np.floor(series if series > ZERO else ZERO)
    for i in range(LANES):
        small += _SINGLE if s[rate + i] < _SUMMED else _NONE
    return small


@compiled
def _poisson_sums(s: Singles, rate: int, count: int) -> None:
    """Poisson counts of small rates by adding probabilities up; the shares are in row A."""
    for i in range(LANES):
        s[_B + i] = exp2(s[rate + i] * _MINUS_LOG2_E)
    for i in range(LANES):  # up to three at once; few draws have more
        mean, u, series = s[rate + i], s[_A + i], s[count + i]
        probability = s[_B + i]
        cumulative = probability
        found = ONE if u > cumulative else ZERO
        probability *= mean
        cumulative += probability
        found += ONE if u > cumulative else ZERO
        probability *= mean * HALF
        cumulative += probability
        found += ONE if u > cumulative else ZERO
        probability *= mean * _THIRD
        cumulative += probability
        found += ONE if u > cumulative else ZERO
        s[count + i] = found if mean < _SUMMED else series
        s[_B + i] = probability
        s[_C + i] = cumulative if mean < _SUMMED else TWO
    still = _NONE
    for i in range(LANES):
        still += _SINGLE if s[_A + i] > s[_C + i] else _NONE
    if still:
        for i in range(LANES):
            k, u, cumulative, probability = _THREE, s[_A + i], s[_C + i], s[_B + i]
            if u > cumulative:
                while u > cumulative and probability > _NEGLIGIBLE:
                    k += ONE
                    probability *= s[rate + i] / k
                    cumulative += probability
                s[count + i] = k


@compiled
def _shares_of_normals(s: Singles, noise: Singles, normal: int) -> None:
    """The normal distribution function of a row of noise, into row A."""
    for i in range(LANES):
        s[_A + i] = np.float32(0.5 * math.erfc(-float(noise[normal + i]) / _ROOT_TWO))


@compiled
def count_true(s: Singles, noise: Singles, level: Singles, figures: Singles, seen: bool) -> None:
    """True alerts (5)."""
    if not seen:
        for i in range(LANES):
            s[TRUE + i] = s[_TRUE_BASE + i] * level[i]
        return
    ninth = _NINTH / figures[_ALERTS_SIZE]
    root_ninth = np.float32(math.sqrt(ninth))
    for i in range(LANES):
        root = ONE - ninth * s[_PER_EXPOSURE + i]
        root += noise[_Z_RATE + i] * (root_ninth * s[_ROOT + i])
        root = root if root > ZERO else ZERO
        s[_RATE + i] = s[_TRUE_BASE + i] * level[i] * (root * root * root)
    if _poisson_series(s, _RATE, noise, _Z_ALERTS, TRUE):
        _shares_of_normals(s, noise, _Z_ALERTS)
        _poisson_sums(s, _RATE, TRUE)


@compiled
def count_false(s: Singles, q: Singles, noise: Singles, levers: Singles, seen: bool) -> None:
    """False alerts (6)."""
    factor = levers[_LIST] * _MILLIONTH
    target = _RATE if seen else FALSE
    for i in range(LANES):
        s[target + i] = s[FACES + i] * (q[_FALSE_RATE + i] * factor)
    if not seen:
        return
    small = _NONE
    for i in range(LANES):
        small += _SINGLE if s[_RATE + i] < _SUMMED else _NONE
    if small < LANES:
        _poisson_series(s, _RATE, noise, _Z_FALSE, FALSE)
    if small:
        for i in range(LANES):
            s[_A + i] = noise[_U_FALSE + i]
        _poisson_sums(s, _RATE, FALSE)


@compiled
def count_arrests(
    s: Singles,
    q: Singles,
    noise: Singles,
    level: Singles,
    figures: Singles,
    levers: Singles,
    seen: bool,
) -> None:
    """Arrests, from the true alerts that find a free team (7 and 8)."""
    for i in range(LANES):
        s[_B + i] = s[TRUE + i] * s[_LOAD + i]
    _lost_calls(s, _B, int(levers[_SERVERS]), _C)
    for i in range(LANES):
        share = q[_SHARE + i] * level[i] * (s[_C + i] * s[_FREE_TODAY + i])
        s[_B + i] = share if share < _HIGHEST else _HIGHEST
    if not seen:
        for i in range(LANES):
            s[ARRESTS + i] = s[TRUE + i] * s[_B + i]
        return
    dispersion = figures[_DISPERSION]
    if dispersion > ONE:
        scale, offset, least = ONE / (dispersion - ONE), dispersion, _TWENTIETH
    else:
        scale, offset, least = ZERO, ZERO, _CERTAIN
    few = _NONE
    for i in range(LANES):
        total = (s[TRUE + i] - offset) * scale
        s[_A + i] = total if total > least else least
        few += _SINGLE if s[TRUE + i] < FEW_TRIALS else _NONE
    for i in range(LANES):
        trials, share, total, z = s[TRUE + i], s[_B + i], s[_A + i], noise[_Z_ARRESTS + i]
        n = trials if trials > ONE else ONE
        variance = n * share * (ONE - share) * (total + n) / (total + ONE)
        skew = (ONE - TWO * share) * (total + TWO * n) / ((total + TWO) * math.sqrt(variance))
        smooth = variance - _TWELFTH
        smooth = math.sqrt(smooth if smooth > _LEAST else _LEAST)
        square = z * z
        series = n * share + smooth * (
            z
            + skew * (square - ONE) * _SIXTH
            - skew * skew * z * (TWO * square - _FIVE) * _THIRTY_SIXTH
        )
        count = np.floor(series + HALF)
        count = count if count > ZERO else ZERO
        s[ARRESTS + i] = count if count < trials else trials
    if few:
        _few_arrests(s, noise)


@compiled
def _few_arrests(s: Singles, noise: Singles) -> None:
    """Arrests of draws with hardly an alert: shares are in row B, precisions in row A."""
    for i in range(LANES):
        trials = s[TRUE + i]
        if trials < FEW_TRIALS:
            u = 0.5 * math.erfc(-float(noise[_Z_ARRESTS + i]) / _ROOT_TWO)
            share, total = float(s[_B + i]), float(s[_A + i])
            s[ARRESTS + i] = np.float32(
                _beta_binomial_by_sum(u, float(trials), share * total, (1.0 - share) * total)
            )


@compiled
def share_out(s: Singles, q: Singles) -> None:
    """All alerts, charged or cautioned (9), false alerts on Black Londoners (12)."""
    for i in range(LANES):
        s[ALL + i] = s[TRUE + i] + s[FALSE + i]
        s[CHARGED + i] = s[ARRESTS + i] * q[_CHARGE + i]
        s[BLACK + i] = s[FALSE + i] * q[_BLACK_SHARE + i]
