"""What drives a number: a tornado over the ranges of the evidence, and Sobol shares of the spread.

The tornado asks of each belief what the number would be if that belief were at the low or the high
end of its evidence. It is then exactly known, while all others stay as uncertain as in the
scenario; luck is shared, so that only the belief moves. The Sobol shares ask how much of the spread
of an outcome each belief accounts for, and how much is luck, which no better evidence would remove.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from types import MappingProxyType

import numpy as np

from modeller.analysis.evaluation import Evaluate, Measured, Run, evaluator, known_of, runner
from modeller.analysis.targets import Measure
from modeller.base.elementary import Floats
from modeller.base.errors import refusal
from modeller.base.language import numeral, translate
from modeller.base.results import DrawnResult
from modeller.model.catalogue import MAXIMUM_SEED, Belief, Catalogue
from modeller.model.engine import Inputs
from modeller.model.sampling import uniforms
from modeller.projection import PROBABILITIES, Progress, quantiles
from modeller.scenario import BeliefSetting, Scenario
from modeller.scenario.inputs import inputs_of

ENDS = (0.05, 0.95)
INTERIOR = (0.25, 0.50, 0.75)
LUCK = "luck"
"""The name for everything that is neither belief nor lever: counts, levels and their drift."""

_TURN = 0.02  # share of a bar's length: a smaller turn may be due to rounding
_MOST_UNDEFINED = 0.01
_RESAMPLES = 200


@dataclass(frozen=True)
class Bar:
    """What a belief does to a measure over the 90 % range of its evidence.

    Attributes
    ----------
    values
        The belief at its 5th, 25th, 50th, 75th and 95th percentile, or only at both ends.
    measures
        The measure at each of them.
    shares
        These percentiles as shares.
    moved
        Whether the scenario has the belief elsewhere than at the median of the evidence; the bar
        spans the evidence all the same.
    """

    key: str
    label: str
    unit: str
    shares: tuple[float, ...]
    values: tuple[float, ...]
    measures: tuple[float, ...]
    moved: bool

    @property
    def at_low(self) -> float:
        """The measure with the belief at the low end of its evidence."""
        return self.measures[0]

    @property
    def at_high(self) -> float:
        """The measure with the belief at the high end of its evidence."""
        return self.measures[-1]

    @property
    def length(self) -> float:
        """The difference between the largest and the smallest measure, points between included."""
        low, high = min(self.measures), max(self.measures)
        return 0.0 if low == high else high - low

    @property
    def non_monotone(self) -> bool:
        """Whether the measure changes direction between the ends."""
        return changes_direction(self.measures)


@dataclass(frozen=True)
class Tornado(DrawnResult):
    """The bars of a measure, longest first, and its value in the scenario."""

    measure: Measure
    now: float
    bars: tuple[Bar, ...]
    scenario: Scenario


def changes_direction(measures: Sequence[float]) -> bool:
    """Whether values both rise and fall, each by more than a fiftieth of their range."""
    values = np.asarray(measures, dtype=np.float64)
    if values.min() == values.max():
        return False
    slack = _TURN * (values.max() - values.min()) if np.isfinite(values).all() else 0.0
    fallen = np.maximum.accumulate(values) > values + slack
    risen = np.minimum.accumulate(values) < values - slack
    return bool(fallen.any() and risen.any())


def tornado(
    scenario: Scenario,
    measure: Measure,
    *,
    interior: bool = True,
    declared: Catalogue | None = None,
    evaluate: Evaluate | None = None,
    progress: Progress | None = None,
) -> Tornado:
    """Move each belief behind an outcome over its evidence, exactly known at every point.

    Parameters
    ----------
    interior
        Whether to also look between the ends, which is needed to find a bar that is not monotone.
        Without it a first answer takes two runs for each belief instead of five, as does a belief
        that moves nothing here.
    declared
        A catalogue recalibrated on another record; that of the scenario's own record when None.
    """
    known = known_of(scenario, declared)
    keys = [key for key in known.outcomes[measure.outcome].depends_on if key in known.beliefs]
    shares = tuple(sorted((*ENDS, *INTERIOR))) if interior else ENDS
    measured = Measured(
        measure,
        evaluate or evaluator([measure.outcome], known),
        expected=1 + len(keys) * len(shares),
        progress=progress,
    )
    now = measured(scenario)
    bars = []
    for key in keys:
        belief = known.beliefs[key]
        values = tuple(_evidence_at(belief, share) for share in shares)
        points = [scenario.with_setting(key, BeliefSetting(value, 0.0)) for value in values]
        # every draw is monotone in a belief: one whose ends agree in every draw has no effect
        idle = measured.alike(scenario, points[0], points[-1])
        measures = tuple(now if idle else measured(point) for point in points)
        moved = _setting(scenario, key, known).central != belief.baseline
        bars.append(Bar(key, belief.label, belief.unit, shares, values, measures, moved))
    order = {key: place for place, key in enumerate(keys)}
    bars.sort(key=lambda bar: (-bar.length, order[bar.key]))
    measured.done()
    return Tornado(measure, now, tuple(bars), scenario)


def _evidence_at(belief: Belief, share: float) -> float:
    """A percentile of the evidence, to twelve digits, within the slider's range."""
    value = float(f"{float(belief.distribution.quantile(share)):.12g}")
    return min(max(value, belief.minimum), belief.maximum)


@dataclass(frozen=True)
class Share:
    """How much of the variance of an outcome one factor accounts for.

    Attributes
    ----------
    first
        By the factor alone: how much smaller the variance would be on average if the factor were
        known.
    total
        With all its interactions: how much variance would be left if everything else were known.
    first_error, total_error
        Standard errors, by bootstrap over the futures.
    total_range
        90 % range of `total` by the bootstrap, (low, high).
    """

    key: str
    label: str
    first: float
    total: float
    first_error: float
    total_error: float
    total_range: tuple[float, float]


@dataclass(frozen=True)
class SobolShares(DrawnResult):
    """The shares of an outcome's spread, largest total first; luck is one of the factors.

    `left_out` is the share of futures in which the outcome is not defined.
    """

    outcome: str
    variance: float
    shares: tuple[Share, ...]
    left_out: float
    scenario: Scenario

    @property
    def interactions(self) -> float:
        """The share that no factor accounts for by itself."""
        return 1.0 - sum(share.first for share in self.shares)


Sided = Callable[[frozenset[str]], Floats]
"""Gives the outcome, (draws,), with named factors from the second sample, the rest unchanged."""


def pick_freeze(
    factors: Sequence[str],
    sided: Sided,
    *,
    seed: int,
    labels: Callable[[str], str] = str,
    progress: Progress | None = None,
) -> tuple[float, tuple[Share, ...], float]:
    """Variance, shares in the order of the factors, and the share of futures left out.

    The estimators are those of Azzini, Mara and Rosati ("Monte Carlo estimators of first- and
    total-orders Sobol' indices", 2020). For every factor both samples are crossed both ways, so
    that small shares have little error and an input without effect gets exactly zero.

    Parameters
    ----------
    sided
        Gives the outcome for any crossing of the two independent samples.
    seed
        The seed of the bootstrap.

    Raises
    ------
    ModellerError
        When the outcome does not vary, or is undefined in more than one future in a hundred.
    """
    everything = frozenset(factors)
    runs = 2 + 2 * len(factors)
    done = 0

    def run(from_second: frozenset[str]) -> Floats:
        nonlocal done
        values = sided(from_second)
        done += 1
        if progress is not None:
            progress(done / runs)
        return values

    first, second = run(frozenset()), run(everything)
    crossed = [(run(frozenset({key})), run(everything - {key})) for key in factors]
    stacked = np.stack([first, second, *(values for pair in crossed for values in pair)])
    defined = np.isfinite(stacked).all(axis=0)
    left_out = 1.0 - float(defined.mean())
    if left_out > _MOST_UNDEFINED:
        raise refusal(
            translate("Problem", "outcome"),
            "is not defined in {count} of 100 futures",
            "choose one that does not divide by a count that is often zero",
            count=numeral(100 * left_out, ".0f"),
        )
    stacked = stacked[:, defined]
    variance = float(np.concatenate((stacked[0], stacked[1])).var())
    if variance == 0.0:
        raise refusal(
            translate("Problem", "outcome"),
            "is the same in every future",
            "shares need a spread: give the beliefs behind it some, or choose another outcome",
        )
    size = stacked.shape[1]
    rows = np.floor(uniforms(seed, "bootstrap", 0, _RESAMPLES * size) * size).astype(np.intp)
    rows = rows.reshape(_RESAMPLES, size)
    shares = []
    for index, key in enumerate(factors):
        parts = _products(stacked[0], stacked[1], stacked[2 + 2 * index], stacked[3 + 2 * index])
        estimate = _shares_of(parts.sum(axis=1))
        again = np.stack([_shares_of(parts[:, row].sum(axis=1)) for row in rows], axis=1)
        shares.append(_share(key, labels(key), estimate, again))
    return variance, tuple(shares), left_out


def _products(first: Floats, second: Floats, only: Floats, without: Floats) -> Floats:
    """In each future, the terms of the first-order, total and variance sums; (3, draws)."""
    return np.stack(
        [
            2.0 * (without - second) * (first - only),
            (second - without) ** 2 + (first - only) ** 2,
            (first - second) ** 2 + (without - only) ** 2,
        ]
    )


def _shares_of(sums: Floats) -> Floats:
    """First-order and total share, from sums of terms, shape (2,)."""
    return sums[:2] / sums[2] if sums[2] > 0.0 else np.zeros(2)


def _share(key: str, label: str, estimate: Floats, again: Floats) -> Share:
    ordered = np.sort(again, axis=1)
    ends = (PROBABILITIES[0], PROBABILITIES[-1])
    ranges = [quantiles(row, ends) for row in ordered]
    errors = again.std(axis=1)
    return Share(
        key=key,
        label=label,
        first=float(estimate[0]),
        total=float(estimate[1]),
        first_error=float(errors[0]),
        total_error=float(errors[1]),
        total_range=(float(ranges[1][0]), float(ranges[1][1])),
    )


def sobol_shares(
    scenario: Scenario,
    outcome: str,
    *,
    declared: Catalogue | None = None,
    run: Run | None = None,
    progress: Progress | None = None,
) -> SobolShares:
    """Shares of the spread of an outcome's total among the beliefs behind it, and luck.

    The first sample is that of the scenario's own futures; the second is independent of it. A
    belief that is treated as exactly known has no share and is left out. It takes four runs, and
    two more for each belief, each with the scenario's number of draws.
    """
    known = known_of(scenario, declared)
    uncertain = [
        key
        for key in known.outcomes[outcome].depends_on
        if key in known.beliefs and _setting(scenario, key, known).spread > 0.0
    ]
    first = inputs_of(scenario, known)
    second = _second_sample(scenario, known)
    execute = run or runner([outcome], known)

    def sided(from_second: frozenset[str]) -> Floats:
        beliefs, departures = dict(first.beliefs), dict(first.departures)
        for key in from_second - {LUCK}:
            beliefs[key] = second.beliefs[key]
            if key in departures:  # what the fit gives of these is drawn jointly
                departures[key] = second.departures[key]
        crossed = replace(
            first,
            seed=second.seed if LUCK in from_second else first.seed,
            beliefs=MappingProxyType(beliefs),
            departures=MappingProxyType(departures),
            # drift and places in the fit count as luck here
            fitted=second.fitted if LUCK in from_second else first.fitted,
        )
        return execute(crossed).totals(outcome)

    variance, shares, left_out = pick_freeze(
        [*uncertain, LUCK],
        sided,
        seed=scenario.seed,
        labels=lambda key: (
            translate("Sensitivity", "Luck") if key == LUCK else known.beliefs[key].label
        ),
        progress=progress,
    )
    ordered = tuple(sorted(shares, key=lambda share: -share.total))
    return SobolShares(outcome, variance, ordered, left_out, scenario)


def _setting(scenario: Scenario, key: str, known: Catalogue) -> BeliefSetting:
    setting = scenario.setting(key, known)
    assert isinstance(setting, BeliefSetting)
    return setting


def _second_sample(scenario: Scenario, known: Catalogue) -> Inputs:
    """A second sample of every belief and all luck, independent of the scenario's own draws."""
    other = inputs_of(scenario.replace(seed=_other_seed(scenario.seed)), known)
    # another shift of the same Sobol points would depend on the first sample, so each belief is
    # shuffled by itself, which keeps its even spread
    orders = {
        key: np.argsort(uniforms(other.seed, f"order of {key}", 0, other.draws), kind="stable")
        for key in other.beliefs
    }
    return replace(
        other,
        beliefs={key: values[orders[key]] for key, values in other.beliefs.items()},
        departures={key: values[orders[key]] for key, values in other.departures.items()},
    )


def _other_seed(seed: int) -> int:
    """A seed whose noise is independent of that of `seed`."""
    digest = blake2b(f"other luck than {seed}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little") & MAXIMUM_SEED
