"""The table of analyses that a briefing can have: how each is made, and its section.

Most briefings have none, so the code of an analysis is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from modeller.analysis.targets import Goal, Measure
from modeller.base.results import Result
from modeller.briefing.content import Section
from modeller.briefing.shown import Shown
from modeller.projection import Progress
from modeller.scenario import Scenario

_POINTS = (7, 4)


@dataclass(frozen=True)
class Asked:
    """What an analysis for a briefing is given.

    Attributes
    ----------
    scenario
        The scenario that the briefing is about.
    others
        The other scenarios, in the order of the briefing.
    goal
        The target, if one was given or the scenario has one.
    """

    scenario: Scenario
    others: tuple[Scenario, ...]
    goal: Goal | None
    progress: Progress | None


@dataclass(frozen=True)
class Analysed:
    """One analysis that a briefing can have.

    Attributes
    ----------
    key
        Its key in the table of analyses, which has its heading.
    make
        Makes the result.
    section
        Makes the section from the result.
    needs_target, needs_others
        Whether it needs a target, and whether it needs other scenarios.
    """

    key: str
    make: Callable[[Asked], object]
    section: Callable[[Shown, Any], Section]
    needs_target: bool = False
    needs_others: bool = False

    def possible(self, *, target: bool, others: bool) -> bool:
        """Whether it can be made, with or without a target and other scenarios."""
        return (target or not self.needs_target) and (others or not self.needs_others)


def _trade_off(asked: Asked) -> object:
    from modeller.analysis.mixes import over_mixes
    from modeller.analysis.trade_off import FRONTIER_LEVERS, FRONTIER_MEASURES, frontier, grid
    from modeller.briefing.analysis_sections import TradedOff

    cost, gain = FRONTIER_MEASURES
    surface = grid(
        asked.scenario,
        *FRONTIER_LEVERS,
        (cost, gain),
        points=_POINTS,
        through_here=True,
        progress=asked.progress,
    )
    edge = frontier(surface, cost, gain, scenario=asked.scenario)
    return TradedOff(surface, edge, over_mixes(asked.scenario))


def _what_must_be_true(asked: Asked) -> object:
    from modeller.analysis.what_must_be_true import switching_values

    assert asked.goal is not None
    return switching_values(asked.scenario, asked.goal, progress=asked.progress)


def _value_of_knowing(asked: Asked) -> object:
    from modeller.analysis.value_of_knowing import value_of_knowing

    assert asked.goal is not None
    options = (asked.scenario, *asked.others)
    return value_of_knowing(options, asked.goal, progress=asked.progress)


def _sensitivity(asked: Asked) -> object:
    from modeller.analysis.sensitivity import tornado

    return tornado(asked.scenario, Measure("arrests"), progress=asked.progress)


def _backtest(asked: Asked) -> object:
    from modeller.backtest import backtest

    return backtest(asked.scenario.profile, progress=asked.progress)


def _trade_off_section(shown: Shown, found: Any) -> Section:
    from modeller.briefing.analysis_sections import trade_off_section

    return trade_off_section(shown, found)


def _true_section(shown: Shown, found: Any) -> Section:
    from modeller.briefing.analysis_sections import what_must_be_true_section

    return what_must_be_true_section(shown, found)


def _sensitivity_section(shown: Shown, found: Any) -> Section:
    from modeller.briefing.analysis_sections import sensitivity_section

    return sensitivity_section(shown, found)


def _knowing_section(shown: Shown, found: Any) -> Section:
    from modeller.briefing.analysis_sections import knowing_section

    return knowing_section(shown, found)


def _backtest_section(shown: Shown, found: Any) -> Section:
    from modeller.briefing.backtest import backtest_section

    return backtest_section(shown, found)


ANALYSED = (
    Analysed("trade-off", _trade_off, _trade_off_section),
    Analysed(
        "what-must-be-true",
        _what_must_be_true,
        _true_section,
        needs_target=True,
    ),
    Analysed("sensitivity", _sensitivity, _sensitivity_section),
    Analysed(
        "value-of-knowing",
        _value_of_knowing,
        _knowing_section,
        needs_target=True,
        needs_others=True,
    ),
    Analysed("backtest", _backtest, _backtest_section),
)
"""The analyses, in the order of their sections."""


@dataclass(frozen=True, eq=False)
class Analyses(Result):
    """Results of analyses of the scenario that a briefing is about, by key."""

    found: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def has(self, key: str) -> bool:
        """Whether the analysis of that key was made."""
        return self.found.get(key) is not None

    def with_(self, key: str, found: object) -> Analyses:
        """These and one more; unchanged if `found` is None."""
        return Analyses({**self.found, key: found})

    def without(self, *keys: str) -> Analyses:
        """These without some."""
        return Analyses({key: found for key, found in self.found.items() if key not in keys})

    def __getitem__(self, key: str) -> Any:
        """The result of an analysis; KeyError if it was not made."""
        return self.found[key]
