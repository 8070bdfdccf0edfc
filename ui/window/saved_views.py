"""Views saved for a presentation: which charts and scenarios are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from modeller.model.catalogue import Catalogue
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
    selected, visible
        Letters; those that are not open are ignored.
    """

    name: str
    outcomes: tuple[str, ...] = ()
    view: View = "weekly"
    selected: str = "A"
    visible: tuple[str, ...] = ()

    def desk(self, desk: Desk) -> Desk:
        """The desk as this view has it."""
        letters = {slot.letter for slot in desk.slots}
        slots = tuple(replace(slot, visible=slot.letter in self.visible) for slot in desk.slots)
        selected = self.selected if self.selected in letters else desk.selected
        return replace(desk, slots=slots, selected=selected)


def view_of(desk: Desk, name: str, outcomes: tuple[str, ...], view: View) -> SavedView:
    """What is on the screen now, as a view."""
    visible = tuple(slot.letter for slot in desk.slots if slot.visible)
    return SavedView(name[:_LONGEST_NAME], outcomes[:_MOST_OUTCOMES], view, desk.selected, visible)


def saved_views(scenario: Scenario) -> tuple[SavedView, ...]:
    """The views saved in a scenario; what is not a view is ignored."""
    stored = scenario.view.get(_FIELD)
    if not isinstance(stored, list | tuple):
        return ()
    views = (_read(item, scenario.catalogue) for item in stored[:MOST_VIEWS])
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
            "selected": view.selected,
            "visible": list(view.visible),
        }
        for view in views[:MOST_VIEWS]
    ]
    return scenario.replace(view={**others, _FIELD: stored} if stored else others)


def _read(item: object, declared: Catalogue) -> SavedView | None:
    if not isinstance(item, Mapping):
        return None
    name, view = item.get("name"), item.get("view")
    selected = item.get("selected", item.get("at_hand"))  # its name in files of version 1
    outcomes, visible = item.get("outcomes"), item.get("visible")
    if not isinstance(outcomes, list | tuple) or not isinstance(visible, list | tuple):
        return None
    if not isinstance(name, str) or view not in VIEWS or selected not in tuple(LETTERS):
        return None
    known = declared.outcomes
    return SavedView(
        "".join(c for c in name if c.isprintable())[:_LONGEST_NAME],
        tuple(key for key in outcomes if isinstance(key, str) and key in known)[:_MOST_OUTCOMES],
        view,
        selected,
        tuple(letter for letter in LETTERS if letter in visible),
    )
