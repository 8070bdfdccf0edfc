"""Views saved for a presentation: which charts and scenarios are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from modeller.model.catalogue import catalogue
from modeller.scenario import Scenario
from ui.charts.chart_data import VIEWS, View
from ui.desk.session import LETTERS, Desk

MOST_VIEWS = 12
_MOST_OUTCOMES = 4
_LONGEST_NAME = 60
_FIELD = "presentation"


@dataclass(frozen=True)
class SavedView:
    """One stop of a presentation.

    Attributes
    ----------
    outcomes
        Keys of the outcomes on the charts, at most four; empty leaves the charts as they are.
    view
        Weekly, cumulative or total.
    at_hand, visible
        Letters; those that are not open are ignored.
    """

    name: str
    outcomes: tuple[str, ...] = ()
    view: View = "weekly"
    at_hand: str = "A"
    visible: tuple[str, ...] = ()

    def desk(self, desk: Desk) -> Desk:
        """The desk as this view has it."""
        letters = {slot.letter for slot in desk.slots}
        slots = tuple(replace(slot, visible=slot.letter in self.visible) for slot in desk.slots)
        at_hand = self.at_hand if self.at_hand in letters else desk.at_hand
        return replace(desk, slots=slots, at_hand=at_hand)


def view_of(desk: Desk, name: str, outcomes: tuple[str, ...], view: View) -> SavedView:
    """What is on the screen now, as a view."""
    visible = tuple(slot.letter for slot in desk.slots if slot.visible)
    return SavedView(name[:_LONGEST_NAME], outcomes[:_MOST_OUTCOMES], view, desk.at_hand, visible)


def saved_views(scenario: Scenario) -> tuple[SavedView, ...]:
    """The views saved in a scenario; what is not a view is ignored."""
    stored = scenario.view.get(_FIELD)
    if not isinstance(stored, list | tuple):
        return ()
    views = (_read(item) for item in stored[:MOST_VIEWS])
    return tuple(view for view in views if view is not None)


def with_saved_views(scenario: Scenario, views: tuple[SavedView, ...]) -> Scenario:
    """The scenario with these views; they are not part of its fingerprint.

    Raises
    ------
    ModellerError
        When they exceed what a scenario may hold.
    """
    others = {name: value for name, value in scenario.view.items() if name != _FIELD}
    stored: Any = [
        {
            "name": view.name,
            "outcomes": list(view.outcomes),
            "view": view.view,
            "at_hand": view.at_hand,
            "visible": list(view.visible),
        }
        for view in views[:MOST_VIEWS]
    ]
    return scenario.replace(view={**others, _FIELD: stored} if stored else others)


def _read(item: object) -> SavedView | None:
    if not isinstance(item, Mapping):
        return None
    name, view, at_hand = item.get("name"), item.get("view"), item.get("at_hand")
    outcomes, visible = item.get("outcomes"), item.get("visible")
    if not isinstance(outcomes, list | tuple) or not isinstance(visible, list | tuple):
        return None
    if not isinstance(name, str) or view not in VIEWS or at_hand not in tuple(LETTERS):
        return None
    known = catalogue().outcomes
    return SavedView(
        "".join(c for c in name if c.isprintable())[:_LONGEST_NAME],
        tuple(key for key in outcomes if isinstance(key, str) and key in known)[:_MOST_OUTCOMES],
        view,
        at_hand,
        tuple(letter for letter in LETTERS if letter in visible),
    )
