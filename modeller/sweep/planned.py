"""The design of a sweep: what is varied, what is set in each scenario, what is reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from modeller.analysis.targets import Goal, Measure
from modeller.base.results import Result
from modeller.model.catalogue import Belief, Catalogue
from modeller.scenario import BeliefSetting, Scenario
from modeller.sweep.axes import RUN, SPREAD, TEXTS
from modeller.sweep.reported import Reported, with_targets

MEASURED = tuple(
    Measure(outcome, statistic)
    for outcome in ("deployments", "faces_scanned", "true_alerts", "false_alerts", "arrests")
    for statistic in ("mean", "p10", "p50", "p90")
)
"""What is reported if the design does not say."""

Values = Mapping[str, float | str]


@dataclass(frozen=True)
class Row:
    """One scenario of a sweep: its number from 0, what the design sets in it, and itself."""

    index: int
    values: Values
    scenario: Scenario


@dataclass(frozen=True)
class Design(Result):
    """A sweep as it was asked for.

    Attributes
    ----------
    columns
        The quantities that the design sets, in the order of the output's columns: sliders' keys,
        keys with ``.spread``, ``weeks``, ``draws``, ``seed``, ``places``, and ``title`` in a CSV.
    measures
        The numbers reported for each scenario, in the order of the output's columns.
    size
        How many scenarios there are.
    declared
        The catalogue of the record that the base, and so every scenario, is based on.
    notes
        What there is to say about the file of the base that the design names.
    """

    base: Scenario
    columns: tuple[str, ...]
    measures: tuple[Reported, ...]
    size: int
    declared: Catalogue
    _rows: Callable[[], Iterator[Values]]
    notes: tuple[str, ...] = ()

    def rows(self) -> Iterator[Row]:
        """The scenarios one by one, the same every time."""
        for index, values in enumerate(self._rows()):
            yield Row(index, values, applied(self.base, values, self.declared))

    def with_targets(self, targets: Sequence[Goal]) -> Design:
        """This design, reporting also the chance of each target and whether it is met."""
        return replace(self, measures=with_targets(self.measures, targets))


def applied(base: Scenario, values: Values, declared: Catalogue) -> Scenario:
    """The base scenario with what one row of the design sets."""
    changes = dict(base.changes)
    fields: dict[str, Any] = {}
    for name, value in values.items():
        key = name.removesuffix(SPREAD)
        if name in (*RUN, *TEXTS):
            fields[name] = value
        elif isinstance(declared.sliders[key], Belief):
            now = changes.get(key) or base.setting(key, declared)
            assert isinstance(now, BeliefSetting)
            number = float(value)
            changes[key] = (
                BeliefSetting(now.central, number)
                if name.endswith(SPREAD)
                else BeliefSetting(number, now.spread)
            )
        else:
            changes[key] = float(value)
    return base.replace(changes=changes, **fields)
