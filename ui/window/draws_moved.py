"""Says in the window, while a handle is held, how many futures live figures are made of."""

from __future__ import annotations

from typing import Protocol

from modeller.base.language import translate
from modeller.wording.numbers import number
from ui.desk.draw_budget import DrawBudget
from ui.desk.session import Session
from ui.window.top_bar import TopBar


class _Window(Protocol):
    session: Session
    draw_budget: DrawBudget
    top_bar: TopBar


def say_draws(window: _Window, held: bool) -> None:
    """Choose the number of futures as a drag begins and say it; take it away as it ends."""
    if not held:
        window.top_bar.identity.activity.set_whole("")
        return
    window.draw_budget.begin()
    scenario = window.session.scenario
    used = window.draw_budget.draws(scenario.draws, scenario.weeks)
    everything = number(scenario.draws, 1.0)
    window.top_bar.identity.activity.set_whole(
        translate("Window", "All {all} futures while you move", all=everything)
        if used == scenario.draws
        else translate(
            "Window",
            "{some} of {all} futures while you move",
            some=number(used, 1.0),
            all=everything,
        )
    )
