"""The levers of an explorable page: the values of each, with the window's words for them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from modeller.model.catalogue import Belief, Catalogue, Lever
from modeller.model.fitted import Mix
from modeller.scenario import BeliefSetting, Scenario
from modeller.scenario.places import AS_RECORDED, PlaceMix, written_out
from modeller.scenario.setting import Schedule
from modeller.wording import setting_words, value_range_words, value_words
from modeller.wording.places import mix_words, named_words

_MOST_VALUES = 100
_A_DECADE = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)


def movable(declared: Catalogue) -> tuple[str, ...]:
    """The levers that can be moved: those that the window always shows, and their followers."""
    shown = {key for key, each in declared.sliders.items() if each.always_visible}
    return tuple(
        key
        for key, each in declared.sliders.items()
        if key in shown or (isinstance(each, Lever) and each.follows in shown)
    )


def controls(scenario: Scenario, declared: Catalogue) -> list[dict[str, Any]]:
    """Each lever's values with their words, and the scenario's own value."""
    return [_control(scenario, declared, key) for key in movable(declared)]


def named_mixes(scenario: Scenario) -> dict[str, Mix | None]:
    """The named mixes of the profile; none if a mix changes nothing."""
    profile = scenario.profile
    return {
        key: None if key == AS_RECORDED else written_out(PlaceMix(((key, 1.0),)), profile)
        for key in profile.mixes
        if scenario.record is None
    }


def mix_control(scenario: Scenario) -> dict[str, Any]:
    """The choice of a mix of places; the scenario's own comes first if it has no name."""
    names = [*named_mixes(scenario)]
    now = AS_RECORDED if scenario.places is None else scenario.places.plain
    choices = [[key, named_words(key, scenario.profile)] for key in names]
    if names and now not in names:
        own = mix_words(scenario.places, scenario.profile)
        choices.insert(0, ["", f"As in the scenario: {own}"])
    return {"choices": choices, "start": now if now in names else ""}


def _control(scenario: Scenario, declared: Catalogue, key: str) -> dict[str, Any]:
    slider: Lever | Belief = (
        declared.levers[key] if key in declared.levers else declared.beliefs[key]
    )
    setting = scenario.setting(key, declared)
    value = setting.central if isinstance(setting, BeliefSetting) else scenario.value(key)
    values = sorted({*_grid(slider), float(value)})
    about: dict[str, Any] = {
        "key": key,
        "kind": "belief" if isinstance(slider, Belief) else "lever",
        "label": slider.label,
        "help": slider.help,
        "values": values,
        "texts": [value_words(slider, each) for each in values],
        "start": values.index(float(value)),
        "startText": setting_words(slider, setting),
        "scheduled": isinstance(setting, Schedule),
        "baseline": float(slider.baseline),
    }
    if isinstance(setting, BeliefSetting):
        about["spread"] = float(setting.spread)
    if isinstance(slider, Lever) and slider.follows:
        about["follows"] = key not in scenario.changes
        about["followsText"] = f"Follows “{declared.levers[slider.follows].label}”"
        about["leader"] = slider.follows
    if slider.evidence is not None:
        about["evidence"] = [*map(float, slider.evidence)]
        about["evidenceText"] = value_range_words(slider, *slider.evidence)
    return about


def _grid(slider: Lever | Belief) -> Sequence[float]:
    low, high = slider.bounds
    if slider.scale == "log":
        decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
        each = (float(f"{part * 10.0**decade:.6g}") for decade in decades for part in _A_DECADE)
        return [value for value in each if low <= value <= high]
    fine = (high - low) / slider.step <= _MOST_VALUES
    step = slider.step if fine else slider.page_step
    count = math.floor((high - low) / step + 1e-9)
    return [float(f"{low + step * place:.9g}") for place in range(count + 1)]
