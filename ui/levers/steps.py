"""The values that a lever's steps can reach, on a linear and on a logarithmic scale."""

from __future__ import annotations

import math

from modeller.model.catalogue import Belief, Lever


def snapped(slider: Lever | Belief, value: float) -> float:
    """The nearest value that a step reaches, inside the range and without rounding residue.

    On a logarithmic scale a step grows with the value: two digits are kept.
    """
    step = _step_at(slider, value)
    near = round(round(value / step) * step, slider.decimals)
    return min(max(near, slider.minimum), slider.maximum)


def stepped(slider: Lever | Belief, value: float, direction: int, *, page: bool = False) -> float:
    """The next value of the grid above (`direction` 1) or below (−1); a page step goes further."""
    just_below = value * (1 - 1e-6) if direction < 0 else value * (1 + 1e-6)
    step = _step_at(slider, just_below)
    if page:
        factor = step / slider.step if slider.scale == "log" else 1.0
        return snapped(slider, value + direction * slider.page_step * factor)
    count = value / step
    whole = math.floor(count + 1e-6) + 1 if direction > 0 else math.ceil(count - 1e-6) - 1
    near = round(whole * step, slider.decimals)
    return min(max(near, slider.minimum), slider.maximum)


def _step_at(slider: Lever | Belief, value: float) -> float:
    if slider.scale == "linear":
        return slider.step
    decade = math.floor(math.log10(max(value, slider.minimum)) + 1e-9)
    return max(slider.step, 10.0 ** (decade - 1))
