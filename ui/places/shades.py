"""The map's scale: six shades from paper to the scenario's own colour, told apart in grey.

Hue belongs to the scenarios, so a map of one has its hue, and a map of the record has none. What is
less than before is grey, too; the number says it with its sign.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from ui.look.style import Colours, contrast, mix

CLASSES = 6
_LIGHTEST, _DARKEST = 0.05, 1.0
_NOTHING = 1e-12
_LEAST_CONTRAST = 4.5


class Shade(NamedTuple):
    """Ground and ink of a tile, and the lines that hatch it."""

    ground: str
    ink: str
    lines: str


@lru_cache(maxsize=64)
def shades(colours: Colours, letter: str | None) -> tuple[Shade, ...]:
    """The shades of a scenario, or of the record when None, the one of least first."""
    colour = colours.muted if letter is None else colours.scenario(letter)
    found = []
    for place in range(CLASSES):
        share = _LIGHTEST + (_DARKEST - _LIGHTEST) * place / (CLASSES - 1)
        found.append(_readable(colours, colour, share))
    return tuple(found)


def _readable(colours: Colours, colour: str, share: float) -> Shade:
    """A shade on which text can be read: lighter, where neither ink nor paper stands out on it."""
    ends = (colours.ink, colours.paper, "#000000", "#FFFFFF")
    ground = mix(colour, colours.paper, share)
    ink = next((end for end in ends if contrast(end, ground) >= _LEAST_CONTRAST), None)
    assert ink is not None  # of black and white one always does
    return Shade(ground, ink, mix(ink, ground, 0.16))


def class_of(value: float, largest: float) -> int:
    """The class of a value among equal ones from nought to the largest size, 0 to `CLASSES` − 1."""
    if not largest > _NOTHING or math.isnan(value):
        return 0
    return min(int(abs(value) / largest * CLASSES), CLASSES - 1)
