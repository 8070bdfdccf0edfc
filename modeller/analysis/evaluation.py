"""Runs the model for the analyses: only totals of the outcomes needed, and each scenario once.

Every analysis runs the model through an `Evaluate`, so that anything faster that gives the same
totals can take its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Protocol

import numpy as np

from modeller import kernel
from modeller.analysis.targets import Measure
from modeller.base.elementary import Floats
from modeller.base.errors import refusal
from modeller.model.catalogue import Catalogue
from modeller.model.engine import Inputs
from modeller.projection import Progress, ratio, sums_of
from modeller.records import catalogue_for
from modeller.scenario import Scenario
from modeller.scenario.inputs import inputs_of


class Totals(Protocol):
    """The part of a projection that an analysis reads."""

    def totals(self, outcome: str, /) -> Floats:
        """The outcome's total over the horizon in each draw, shape (draws,)."""


_WORTH_COMPILING = 2_000_000  # draws × weeks: about ten seconds of the engine

Evaluate = Callable[[Scenario], Totals]
"""Projects a scenario."""

Run = Callable[[Inputs], Totals]
"""Projects inputs of the equations, for an analysis that replaces draws."""


@dataclass(frozen=True)
class Sums:
    """Totals of some outcomes."""

    values: Mapping[str, Floats]

    def totals(self, outcome: str, /) -> Floats:
        """The outcome's total in each draw, shape (draws,)."""
        return self.values[outcome]


def known_of(scenario: Scenario, declared: Catalogue | None) -> Catalogue:
    """The catalogue that an analysis was given, or else that of the record the scenario stands on.

    Raises
    ------
    ModellerError
        When that record is not kept here.
    """
    return declared or catalogue_for(scenario.record, scenario.profile)


def runner(outcomes: Iterable[str], declared: Catalogue) -> Run:
    """A function that runs the equations on inputs and adds up the given outcomes."""
    entries = declared.outcomes
    wanted = [entries[key] for key in dict.fromkeys(outcomes)]
    flows = dict.fromkeys(
        key
        for entry in wanted
        for key in ((entry.key,) if entry.kind == "flow" else (entry.numerator, entry.denominator))
    )

    def run(inputs: Inputs) -> Sums:
        sums = sums_of(inputs, flows)
        ratios = {entry.key: ratio(entry, sums) for entry in wanted if entry.kind == "ratio"}
        return Sums({**sums, **ratios})

    return run


def evaluator(outcomes: Iterable[str], declared: Catalogue | None = None) -> Evaluate:
    """A function that projects scenarios and adds up the given outcomes.

    Without a catalogue, that of each scenario's record is used.
    """
    keys = tuple(outcomes)

    def evaluate(scenario: Scenario) -> Totals:
        known = known_of(scenario, declared)
        return runner(keys, known)(inputs_of(scenario, known))

    return evaluate


def prepare(runs: int, scenario: Scenario) -> None:
    """Compile the machine code before long work, if that is worth it.

    The numbers are the same without it, and for a few small runs compiling would take longer.
    """
    if runs * scenario.draws * scenario.weeks > _WORTH_COMPILING:
        kernel.compile_now()


class Measured:
    """A measure as a function of the scenario; no scenario is run twice.

    Parameters
    ----------
    expected
        The greatest number of runs there will be, for `progress`.
    progress
        Called with the share done after each run; an exception it raises stops the work.
    """

    def __init__(
        self,
        measure: Measure,
        evaluate: Evaluate,
        *,
        expected: int = 1,
        progress: Progress | None = None,
    ) -> None:
        self.measure = measure
        self.runs = 0
        self._evaluate = evaluate
        self._expected = expected
        self._progress = progress
        self._known: dict[Scenario, tuple[float, bytes]] = {}

    def __call__(self, scenario: Scenario) -> float:
        """The measure in this scenario."""
        return self._of(scenario)[0]

    def alike(self, *scenarios: Scenario) -> bool:
        """Whether the outcome is the same in every draw of all scenarios."""
        return len({self._of(scenario)[1] for scenario in scenarios}) == 1

    def done(self) -> None:
        """Report that no run follows, where fewer were needed than expected."""
        if self._progress is not None:
            self._progress(1.0)

    def _of(self, scenario: Scenario) -> tuple[float, bytes]:
        """The measure, and a digest of all draws."""
        found = self._known.get(scenario)
        if found is None:
            totals = self._evaluate(scenario).totals(self.measure.outcome)
            digest = blake2b(totals.tobytes(), digest_size=16).digest()
            found = self._known[scenario] = self.measure.of(totals), digest
            self.runs += 1
            if self._progress is not None:
                self._progress(min(self.runs / self._expected, 1.0))
        return found


def defined(value: float, what: str) -> float:
    """The value, unless it is not finite.

    Raises
    ------
    ModellerError
        When the denominator of a ratio is zero in so many futures that its statistic is infinite.
    """
    if np.isfinite(value):
        return value
    raise refusal(
        what,
        "is not defined in this scenario: it divides by a count that is zero",
        "choose another statistic, such as p50, or the counts themselves",
    )
