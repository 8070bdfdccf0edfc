"""Says in the window, while a handle is held, how many futures live figures are made of."""

from __future__ import annotations

from modeller.base.language import translate
from modeller.wording.numbers import number
from ui.desk.draw_budget import DrawBudget
from ui.desk.session import Session
from ui.look.elided_line import ElidedLine


def say_draws(session: Session, budget: DrawBudget, line: ElidedLine, held: bool) -> None:
    """Choose the number of futures as a drag begins and say it; take it away as it ends."""
    if not held:
        line.set_whole("")
        return
    budget.begin()
    scenario = session.scenario
    used = budget.draws(scenario.draws, scenario.weeks)
    everything = number(scenario.draws, 1.0)
    line.set_whole(
        translate("Window", "All {all} futures while you move", all=everything)
        if used == scenario.draws
        else translate(
            "Window",
            "{some} of {all} futures while you move",
            some=number(used, 1.0),
            all=everything,
        )
    )
