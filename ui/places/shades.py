"""The map's scale: six shades from paper to the scenario's colour, distinct in grey too.

Hue belongs to the scenarios, so the map of one has its hue and the map of the record has none. A
fall is grey as well, and the number beside it has its sign.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from modeller.base.contrast import contrast
from ui.look.style import Colours, mix

CLASSES = 6
_LIGHTEST, _DARKEST = 0.05, 1.0
_NOTHING = 1e-12
_LEAST_CONTRAST = 4.5


class Shade(NamedTuple):
    """The ground and ink of a tile, and the colour of the lines that hatch it."""

    ground: str
    ink: str
    lines: str


@lru_cache(maxsize=64)
def shades(colours: Colours, letter: str | None) -> tuple[Shade, ...]:
    """The shades of a scenario, or of the record when None, the lightest first."""
    colour = colours.muted if letter is None else colours.scenario(letter)
    found = []
    for place in range(CLASSES):
        share = _LIGHTEST + (_DARKEST - _LIGHTEST) * place / (CLASSES - 1)
        found.append(_readable(colours, colour, share))
    return tuple(found)


def _readable(colours: Colours, colour: str, share: float) -> Shade:
    """A shade on which text can be read: made lighter until ink or paper stands out on it."""
    ends = (colours.ink, colours.paper, "#000000", "#FFFFFF")
    ground = mix(colour, colours.paper, share)
    ink = next((end for end in ends if contrast(end, ground) >= _LEAST_CONTRAST), None)
    assert ink is not None  # either black or white always does
    return Shade(ground, ink, mix(ink, ground, 0.16))


def class_of(value: float, largest: float) -> int:
    """Which of the equal classes from nought to the largest size a value is in, counted from 0."""
    if not largest > _NOTHING or math.isnan(value):
        return 0
    return min(int(abs(value) / largest * CLASSES), CLASSES - 1)
