"""Runs the model for the analyses: only totals, only the outcomes asked for, each scenario once.

Every analysis runs the model through `Evaluate`, so anything that gives the same totals faster can
replace it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from modeller import kernel
from modeller.analysis.targets import Measure
from modeller.base.elementary import Floats
from modeller.base.errors import ModellerError, problem
from modeller.model.catalogue import Catalogue
from modeller.model.engine import Inputs
from modeller.projection import Progress, ratio, sums_of
from modeller.records import catalogue_for
from modeller.scenario import Scenario
from modeller.scenario.inputs import inputs_of


class Totals(Protocol):
    """What an analysis reads of a projection."""

    def totals(self, outcome: str, /) -> Floats:
        """The outcome's total over the horizon in each draw, shape (draws,)."""


_WORTH_COMPILING = 2_000_000  # draws × weeks: some ten seconds of the engine's work

Evaluate = Callable[[Scenario], Totals]
"""Projects a scenario."""

Run = Callable[[Inputs], Totals]
"""Projects what the equations read, where an analysis replaces the draws themselves."""


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
    """What runs the equations and adds up the given outcomes, as they would be seen."""
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
    """What projects scenarios and adds up the given outcomes, as they would be seen.

    Without a catalogue, each scenario's is that of the record it is based on.
    """
    keys = tuple(outcomes)

    def evaluate(scenario: Scenario) -> Totals:
        known = known_of(scenario, declared)
        return runner(keys, known)(inputs_of(scenario, known))

    return evaluate


def prepare(runs: int, scenario: Scenario) -> None:
    """Compile the machine code before long work, where no first frame is waiting for it.

    The numbers are the same without it; for a few small runs making it would take longer.
    """
    if runs * scenario.draws * scenario.weeks > _WORTH_COMPILING:
        kernel.compile_now()


class Measured:
    """A measure as a function of the scenario; no scenario is run twice.

    Parameters
    ----------
    expected
        How many runs there will be at most, for `progress`.
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
        self._known: dict[Scenario, float] = {}

    def __call__(self, scenario: Scenario) -> float:
        """The measure in this scenario."""
        value = self._known.get(scenario)
        if value is None:
            value = self.measure.of(self._evaluate(scenario).totals(self.measure.outcome))
            self._known[scenario] = value
            self.runs += 1
            if self._progress is not None:
                self._progress(min(self.runs / self._expected, 1.0))
        return value


def defined(value: float, what: str) -> float:
    """The value, unless it is no number at all.

    Raises
    ------
    ModellerError
        When a ratio has no denominator in so many futures that its statistic is infinite.
    """
    if np.isfinite(value):
        return value
    raise ModellerError(
        problem(
            what,
            "is not defined in this scenario: it divides by a count that is zero",
            "choose another statistic, such as p50, or the counts themselves",
        )
    )
