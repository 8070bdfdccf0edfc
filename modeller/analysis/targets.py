"""Reads and checks targets and measures such as ``arrests.p20 >= 1500``.

A percentile turns "in 8 of 10 futures" into a number: at least 1,500 arrests in 8 of 10 futures is
a twentieth percentile of at least 1,500; at most 30 false alerts in 9 of 10 is a ninetieth
percentile of at most 30.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from modeller.base.bounded_json import raise_if_any, shown
from modeller.base.elementary import Floats
from modeller.base.errors import Problem, problem
from modeller.base.language import translatable, translate
from modeller.base.typed_numbers import NUMBER, exact_value, rounded
from modeller.model.catalogue import Catalogue
from modeller.projection import quantiles
from modeller.scenario.setting import unknown

Relation = Literal[">=", "<="]
MAXIMUM_TEXT = 200

_PERCENTILE = re.compile(r"p(\d{1,2})", re.ASCII)
_GOAL = re.compile(r"\s*([^<>=≤≥\s]*)\s*([<>=≤≥]*)\s*(.*?)\s*")
_FIGURE = re.compile(
    rf"(?P<sign>[+\-−]?)(?P<pound>£?)(?P<number>{NUMBER})(?:e(?P<exponent>[-+]?[0-9]{{1,3}}))?"
    rf"(?P<factor>[km]?)",
    re.ASCII,
)
_RELATIONS: dict[str, Relation] = {
    ">=": ">=",
    "<=": "<=",
    "≥": ">=",
    "≤": "<=",
    "=>": ">=",
    "=<": "<=",
}
_EXAMPLE = translatable(
    "Problem", "arrests.p20 >= 1500 asks for at least 1,500 arrests in 80 of 100 futures"
)
_STATISTICS = translatable("Problem", "the statistics are mean and p01 to p99")


@dataclass(frozen=True)
class Measure:
    """One number of a projection: a statistic of an outcome's total over the horizon.

    `statistic` is ``mean`` or a percentile, ``p01`` to ``p99``.
    """

    outcome: str
    statistic: str = "p50"

    @property
    def probability(self) -> float | None:
        """The share of the futures that lie below; None for the mean."""
        return None if self.statistic == "mean" else int(self.statistic[1:]) / 100

    def of(self, totals: Floats) -> float:
        """The statistic of the totals of an outcome, shape (draws,), in its unit.

        Parameters
        ----------
        totals
            The totals of the measure's outcome, shape (draws,).

        Returns
        -------
        float
            In the outcome's unit.
        """
        probability = self.probability
        if probability is None:
            return float(totals.mean())
        return float(quantiles(np.sort(totals), (probability,))[0])

    def __str__(self) -> str:
        return f"{self.outcome}.{self.statistic}"


@dataclass(frozen=True)
class Goal:
    """A target for a measure: at least (``>=``) or at most (``<=``) `figure`."""

    measure: Measure
    relation: Relation
    figure: float

    def margin(self, value: float) -> float:
        """How far `value` is on the right side of the target; negative if it misses it.

        Parameters
        ----------
        value
            The measure's value, in the outcome's unit.

        Returns
        -------
        float
            In the outcome's unit; minus infinity for a ratio that is not defined.
        """
        if math.isinf(value):
            return -math.inf
        return value - self.figure if self.relation == ">=" else self.figure - value

    def met(self, value: float) -> bool:
        """Whether `value` meets the target.

        Parameters
        ----------
        value
            The measure's value, in the outcome's unit.

        Returns
        -------
        bool
            True also where it is met exactly.
        """
        return self.margin(value) >= 0.0

    def failing(self, totals: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Which futures are on the wrong side of the figure, or on none, shape (draws,).

        Parameters
        ----------
        totals
            The outcome's totals, shape (draws,).

        Returns
        -------
        ndarray of bool
            Shape (draws,).
        """
        wrong = totals < self.figure if self.relation == ">=" else totals > self.figure
        return np.asarray(wrong | np.isinf(totals)).reshape(-1)

    @property
    def futures(self) -> int | None:
        """In how many of 100 futures the figure must be met; None for a goal on the mean."""
        probability = self.measure.probability
        if probability is None:
            return None
        share = 1.0 - probability if self.relation == ">=" else probability
        return round(100 * share)

    def __str__(self) -> str:
        return f"{self.measure} {self.relation} {self.figure:.15g}"


def parse_measure(text: str, declared: Catalogue, *, where: str = "measure") -> Measure:
    """Read a measure such as ``arrests.p50`` or ``cost.mean``.

    Parameters
    ----------
    text
        An outcome, a point, and ``mean`` or ``p01`` to ``p99``.
    declared
        The catalogue of the force, `Profile.catalogue`.
    where
        The name of the text in a problem.

    Returns
    -------
    Measure
        A measure, as `sensitivity` and the other analyses take it.

    Raises
    ------
    ModellerError
        With everything that is wrong with it.
    """
    problems: list[Problem] = []
    measure = _read_measure(where, text, declared, problems)
    raise_if_any(problems)
    assert measure is not None
    return measure


def parse_goal(text: str, declared: Catalogue, *, where: str = "target") -> Goal:
    """Read a goal such as ``arrests.p20 >= 1500``.

    The figure may have thousands commas, a pound sign, and k or m for thousands and millions.

    Parameters
    ----------
    text
        A measure, ``>=`` or ``<=``, and a figure.
    declared
        The catalogue of the force, `Profile.catalogue`.
    where
        The name of the text in a problem.

    Returns
    -------
    Goal
        The goal.

    Raises
    ------
    ModellerError
        With everything that is wrong with it.
    """
    problems: list[Problem] = []
    match = _GOAL.fullmatch(text) if len(text) <= MAXIMUM_TEXT else None
    if match is None or not match[2]:
        problems.append(
            problem(
                where,
                "is {shown}",
                "write it as {example}",
                shown=shown(text),
                example=translate("Problem", _EXAMPLE),
            )
        )
        raise_if_any(problems)
    assert match is not None
    measure = _read_measure(where, match[1], declared, problems)
    relation = _RELATIONS.get(match[2])
    if relation is None:
        problems.append(
            problem(
                where,
                "compares by {shown}",
                ">= stands for at least and <= for at most",
                shown=shown(match[2]),
            )
        )
    outcome = None if measure is None else declared.outcomes[measure.outcome]
    figure = _read_figure(match[3], in_pounds=outcome is None or outcome.counted_in.is_money)
    if figure is None:
        problems.append(
            problem(
                where,
                "has the figure {shown}",
                "write a number in its place, such as 1500, 1,500 or £2.5m",
                shown=shown(match[3]),
            )
        )
    raise_if_any(problems)
    assert measure is not None
    assert relation is not None
    assert figure is not None
    return Goal(measure, relation, figure)


def parse_measures(texts: Sequence[str], declared: Catalogue) -> tuple[Measure, ...]:
    """Read several measures, with all problems at once."""
    problems: list[Problem] = []
    found = [_read_measure("measures", text, declared, problems) for text in texts]
    raise_if_any(problems)
    return tuple(measure for measure in found if measure is not None)


def _read_measure(
    where: str, text: str, declared: Catalogue, problems: list[Problem]
) -> Measure | None:
    before = len(problems)
    name, dot, statistic = text.partition(".")
    outcomes = declared.outcomes
    name = declared.current_names.get(name, name)
    if name not in outcomes:
        what = translate("Problem", "is not an outcome: {name}", name=shown(name))
        unknown(where, name, outcomes, what, problems)
    if not dot:
        problems.append(
            problem(
                where,
                "gives no statistic of {shown}",
                "add in how many futures it is to hold: {example}; {statistics}",
                shown=shown(name),
                example=translate("Problem", _EXAMPLE),
                statistics=translate("Problem", _STATISTICS),
            )
        )
        return None
    match = _PERCENTILE.fullmatch(statistic)
    if match is not None and int(match[1]) > 0:
        statistic = f"p{int(match[1]):02d}"
    elif statistic != "mean":
        problems.append(
            problem(where, "asks for the statistic {shown}", _STATISTICS, shown=shown(statistic))
        )
    return Measure(name, statistic) if len(problems) == before else None


def _read_figure(text: str, *, in_pounds: bool) -> float | None:
    match = _FIGURE.fullmatch(text.lower())
    if match is None:
        return None
    if match["pound"] and not in_pounds:
        return None
    number = exact_value(match["number"], match["exponent"])
    value = rounded(number.scaleb({"": 0, "k": 3, "m": 6}[match["factor"]]))
    value = -value if match["sign"] in ("-", "−") else value
    return value if math.isfinite(value) else None
