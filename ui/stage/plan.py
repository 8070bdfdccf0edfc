"""What is kept for the stage: saved views, the lever on its bar, and the steps left out.

It is part of a scenario's `view`, so it is saved with the scenario, with the desk and with work
kept in case of a crash, and is in no fingerprint.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from modeller.model.catalogue import Catalogue
from modeller.scenario import Scenario
from modeller.wording.story import STEPS
from ui.charts.chart_data import VIEWS, View
from ui.desk.session import LETTERS, Desk

MOST_VIEWS = 12
FIRST_LEVER = "deployments_per_week"
_MOST_OUTCOMES = 4
_LONGEST_NAME = 60
_FIELD, _FORMER = "stage", "presentation"
"""Its key in `view`, and the key of saved views in files of earlier releases."""


@dataclass(frozen=True)
class SavedView:
    """A saved view of the charts, which is another step of the stage.

    Attributes
    ----------
    outcomes
        Keys of the outcomes that were on the charts; the stage shows the first.
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
        """The desk as this view shows it."""
        letters = {slot.letter for slot in desk.slots}
        slots = tuple(replace(slot, visible=slot.letter in self.visible) for slot in desk.slots)
        selected = self.selected if self.selected in letters else desk.selected
        return replace(desk, slots=slots, selected=selected)


@dataclass(frozen=True)
class StagePlan:
    """What a scenario keeps for the stage.

    Attributes
    ----------
    lever
        Key of the choice, circumstance or belief on the bar.
    left_out
        Keys of the storyboard's steps that are not shown; the plan always is shown.
    """

    views: tuple[SavedView, ...] = ()
    lever: str = FIRST_LEVER
    left_out: frozenset[str] = frozenset()


def view_of(desk: Desk, name: str, outcomes: tuple[str, ...], view: View) -> SavedView:
    """A view of what is on the screen now."""
    visible = tuple(slot.letter for slot in desk.slots if slot.visible)
    return SavedView(name[:_LONGEST_NAME], outcomes[:_MOST_OUTCOMES], view, desk.selected, visible)


def stage_plan(scenario: Scenario) -> StagePlan:
    """What a scenario keeps for the stage; defaults for whatever cannot be read."""
    declared = scenario.catalogue
    stored = scenario.view.get(_FIELD)
    if not isinstance(stored, Mapping):
        return StagePlan(_views(scenario.view.get(_FORMER), declared))
    lever, left_out = stored.get("lever"), stored.get("left_out")
    if isinstance(lever, str):
        lever = declared.current_names.get(lever, lever)
    known = isinstance(lever, str) and lever in declared.sliders
    away = left_out if isinstance(left_out, list | tuple) else ()
    return StagePlan(
        _views(stored.get("views"), declared),
        str(lever) if known else FIRST_LEVER,
        frozenset(key for key in STEPS if key in away and key != "plan"),
    )


def with_stage_plan(scenario: Scenario, plan: StagePlan) -> Scenario:
    """The scenario with this plan in it.

    Raises
    ------
    ModellerError
        When it exceeds what a scenario may hold.
    """
    others = {key: value for key, value in scenario.view.items() if key not in (_FIELD, _FORMER)}
    if plan == StagePlan():
        return scenario.replace(view=others)
    stored: Any = {
        "lever": plan.lever,
        "left_out": [key for key in STEPS if key in plan.left_out],
        "views": [
            {
                "name": view.name,
                "outcomes": list(view.outcomes),
                "view": view.view,
                "selected": view.selected,
                "visible": list(view.visible),
            }
            for view in plan.views[:MOST_VIEWS]
        ],
    }
    return scenario.replace(view={**others, _FIELD: stored})


def _views(stored: object, declared: Catalogue) -> tuple[SavedView, ...]:
    if not isinstance(stored, list | tuple):
        return ()
    views = (_read(item, declared) for item in stored[:MOST_VIEWS])
    return tuple(view for view in views if view is not None)


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
    known, names = declared.outcomes, declared.current_names
    asked = (names.get(key, key) for key in outcomes if isinstance(key, str))
    return SavedView(
        "".join(c for c in name if c.isprintable())[:_LONGEST_NAME],
        tuple(key for key in asked if key in known)[:_MOST_OUTCOMES],
        view,
        selected,
        tuple(letter for letter in LETTERS if letter in visible),
    )
