"""Compares scenarios: paired differences, how often one is above another, and what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from modeller.base.elementary import Floats
from modeller.base.errors import ModellerError, problem, refusal
from modeller.base.language import numeral, translate
from modeller.base.results import DrawnResult, looks
from modeller.projection.of_totals import Band, View
from modeller.projection.projection import Projection
from modeller.projection.summaries import PROBABILITIES, SUMMARY, mid_quantiles, summarise
from modeller.scenario import Difference, differences

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


@dataclass(frozen=True, eq=False)
class Comparison(DrawnResult):
    """Projections that share their luck: draw i of each has the same random numbers.

    Indices `a` and `b` count the projections from 0, in the order given.
    """

    projections: tuple[Projection, ...]

    def __repr__(self) -> str:
        """One line for a notebook, without the numbers."""
        names = ", ".join(each.fingerprint for each in self.projections[:4])
        more = ", …" if len(self.projections) > 4 else ""
        return f"<Comparison of {len(self.projections)} projections: {names}{more}>"

    def plot(self, outcome: str = "arrests", view: View | None = None) -> Figure:
        """Draw an outcome of one to four scenarios, with the ranges of the last and the record.

        Parameters
        ----------
        outcome
            Key of an outcome, such as ``arrests``.
        view
            ``weekly`` or ``cumulative``; when None, weekly where the outcome has weeks.

        Returns
        -------
        Figure
            A matplotlib figure in the outcome's unit, with a letter for each scenario.

        Raises
        ------
        ModellerError
            For an unknown outcome, the weekly view of a ratio, or more than four scenarios.
        """
        return looks().figure(self, outcome, view)

    def table(self, band: Band = "seen") -> pd.DataFrame:
        """Each projection's totals less those of the first, draw by draw, as rows.

        Parameters
        ----------
        band
            ``seen``, counts with their luck, or ``underlying``, the rates behind them.

        Returns
        -------
        DataFrame
            Outcome, unit, number of the projection from 1, its fingerprint, `SUMMARY` of the
            difference in the outcome's unit, and the shares of the draws with more and the same.
        """
        import pandas as pd

        rows = [
            {
                "outcome": key,
                "unit": outcome.unit,
                "projection": other,
                "fingerprint": self.projections[other].fingerprint,
                **dict(zip(SUMMARY, self.difference(key, 0, other, band=band), strict=True)),
                "more_in": self.more_in(key, 0, other),
                "same_in": self.same_in(key, 0, other),
            }
            for key, outcome in self.projections[0].catalogue.outcomes.items()
            for other in range(1, len(self.projections))
        ]
        return pd.DataFrame(rows)

    def difference(
        self,
        outcome: str,
        a: int,
        b: int,
        view: View = "total",
        band: Band = "seen",
        *,
        smooth: bool = False,
    ) -> Floats:
        """Summary of b − a, draw by draw: shape (8,) for the total, (weeks, 8) otherwise.

        With `smooth`, weekly differences of counts are summarised by their `mid_quantiles`.

        Parameters
        ----------
        outcome
            Key of an outcome, such as ``arrests``.
        a
            Index of the projection to compare with.
        b
            Index of the projection that is compared.
        view
            ``weekly``, ``cumulative`` or ``total``.
        band
            ``seen``, counts with their luck, or ``underlying``, the rates behind them.
        smooth
            Whether counts become smooth curves.

        Returns
        -------
        Floats
            In the order of `SUMMARY`, in the outcome's unit.
        """
        first, second = self.projections[a], self.projections[b]
        if view == "total":
            return summarise(self.paired(outcome, a, b, band))
        change = second.draws(outcome, view, band) - first.draws(outcome, view, band)
        found = np.stack([summarise(column) for column in change.T])
        if smooth and first.catalogue.outcomes[outcome].whole:
            found[:, 1:] = [mid_quantiles(np.sort(column), PROBABILITIES) for column in change.T]
        return found

    def paired(self, outcome: str, a: int, b: int, band: Band = "seen") -> Floats:
        """b − a of the totals in each draw, shape (draws,); NaN where neither is defined.

        Parameters
        ----------
        outcome
            Key of an outcome, such as ``arrests``.
        a
            Index of the projection to compare with.
        b
            Index of the projection that is compared.
        band
            ``seen``, counts with their luck, or ``underlying``, the rates behind them.

        Returns
        -------
        Floats
            In the outcome's unit.
        """
        with np.errstate(invalid="ignore"):
            return self.projections[b].totals(outcome, band) - self.projections[a].totals(
                outcome, band
            )

    def more_in(self, outcome: str, a: int, b: int) -> float:
        """Share of the draws in which b is above a.

        Parameters
        ----------
        outcome
            Key of an outcome, such as ``arrests``.
        a
            Index of the projection to compare with.
        b
            Index of the projection that is compared.

        Returns
        -------
        float
            From 0 to 1.
        """
        return float((self.paired(outcome, a, b) > 0).mean())

    def same_in(self, outcome: str, a: int, b: int) -> float:
        """Share of the draws in which the two are equal.

        Parameters
        ----------
        outcome
            Key of an outcome, such as ``arrests``.
        a
            Index of the projection to compare with.
        b
            Index of the projection that is compared.

        Returns
        -------
        float
            From 0 to 1.
        """
        return float((self.paired(outcome, a, b) == 0).mean())

    def differences(self, a: int, b: int) -> tuple[Difference, ...]:
        """Exactly what differs between the two scenarios.

        Parameters
        ----------
        a
            Index of the projection to compare with.
        b
            Index of the projection that is compared.

        Returns
        -------
        tuple of Difference
            One for each thing that differs.
        """
        return differences(self.projections[a].scenario, self.projections[b].scenario)


def compare(projections: Sequence[Projection]) -> Comparison:
    """Compare projections of the same draws, seed, weeks and model.

    Parameters
    ----------
    projections
        One or more that share weeks, draws and seed; the first is what the others are compared
        with.

    Returns
    -------
    Comparison
        Differences are taken future by future.

    Raises
    ------
    ModellerError
        Naming each projection that does not share its luck with the first.

    References
    ----------
    Differences are paired (common random numbers): both scenarios have the same draw of every
    belief and the same luck in each future. The figures are those of `modeller.project`.
    """
    if not projections:
        raise refusal(translate("Problem", "scenarios"), "are none", "give at least one")
    first = projections[0].scenario
    problems = [
        problem(
            f"{projection.scenario.title or translate('Problem', 'scenario')} {name}",
            "is {value} where {title} has {other}",
            "scenarios are compared draw by draw: give them the same {name}",
            value=numeral(getattr(projection.scenario, name)),
            title=repr(first.title),
            other=numeral(getattr(first, name)),
            name=name,
        )
        for projection in projections[1:]
        for name in ("weeks", "draws", "seed")
        if getattr(projection.scenario, name) != getattr(first, name)
    ]
    if problems:
        raise ModellerError(problems)
    return Comparison(tuple(projections))
