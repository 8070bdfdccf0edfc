"""What an analysis is asked, and the work on its answer: live during a drag, then settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from modeller import kernel
from modeller.analysis.evaluation import Evaluate
from modeller.model.catalogue import Catalogue
from modeller.records import catalogue_for
from modeller.scenario import Scenario
from ui.desk.live_pool import LivePool
from ui.work.background import Report

LIVE_DRAWS = 1024
LIVE_DRAWS_UNCOMPILED = 128
"""Until the machine code is ready a run takes some thirty times as long."""


@dataclass(frozen=True)
class Question:
    """What a panel asks: its answer belongs to this and to nothing else.

    Attributes
    ----------
    asked
        What the panel's choosers say.
    others
        Scenarios that the answer depends on besides the selected one.
    """

    scenario: Scenario
    asked: tuple[object, ...] = ()
    others: tuple[Scenario, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for questions with the same answer: titles and notes do not count."""
        digests = tuple(each.inputs_digest for each in (self.scenario, *self.others))
        return (*digests, self.asked)


class Calculation:
    """A piece of work on a question, in the background.

    Parameters
    ----------
    settled
        Whether this is the settled answer: every future, the same figures as anywhere else.
    report
        To be called with the share done.
    """

    def __init__(self, settled: bool, report: Report, live: LivePool) -> None:
        self.settled = settled
        self.report = report
        self._live = live

    def scenario(self, scenario: Scenario) -> Scenario:
        """The scenario with as many draws as this calculation has time for: the first of them."""
        return scenario if self.settled else scenario.replace(draws=live_draws(scenario))

    @staticmethod
    def declared(scenario: Scenario) -> Catalogue:
        """The catalogue calibrated on the scenario's record."""
        return catalogue_for(scenario.record, scenario.profile)

    def evaluate(self, outcomes: Sequence[str]) -> Evaluate | None:
        """What projects; None for the analyses' own way, which is settled."""
        if self.settled or not kernel.ready():
            return None
        wanted = tuple(dict.fromkeys(outcomes))
        return lambda scenario: self._live.project(scenario, wanted, ())


def live_draws(scenario: Scenario) -> int:
    """How many draws a live answer takes."""
    return min(scenario.draws, LIVE_DRAWS if kernel.ready() else LIVE_DRAWS_UNCOMPILED)
