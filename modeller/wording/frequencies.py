"""False alerts as natural frequencies: one in so many faces."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from modeller.base.language import translate
from modeller.projection import MEDIAN
from modeller.wording.numbers import Style, number, style_for, supported_step, unit_after
from modeller.wording.outcomes import HIGH, LOW, Projected

RATE = "false_alerts_per_million_scanned"
_PER_MILLION = 1e6
_FEWEST = 100
"""Of fewer faces than this no bound is given."""


@dataclass(frozen=True)
class Frequency:
    """The rate of false alerts over the horizon, as one in so many faces.

    Attributes
    ----------
    middle
        Faces for each false alert in the median future; infinite if that has none.
    low, high
        Ends of the 80 % range in faces, the more frequent end first.
    faces
        The number of faces that is at least scanned in nine of ten futures.
    """

    middle: float
    low: float
    high: float
    faces: float

    @property
    def is_known(self) -> bool:
        """Whether enough faces are scanned to say in how many there is a false alert."""
        return math.isfinite(self.middle) or math.isfinite(self.low) or self.faces >= _FEWEST


def frequency(projection: Projected) -> Frequency:
    """The frequency of false alerts in a projection."""
    rate = projection.summary(RATE)
    one_in = [
        _PER_MILLION / value if 0.0 < value < math.inf else math.inf for value in rate.tolist()
    ]
    faces = float(projection.summary("faces_scanned")[LOW])
    return Frequency(one_in[MEDIAN], one_in[HIGH], one_in[LOW], faces)


def _faces_style(value: float) -> Style:
    """The style for faces, to two digits, which is all that a ratio of small counts supports."""
    return style_for("faces", value, math.inf, whole=True)


def faces_figure(value: float) -> str:
    """A number of faces as a natural frequency gives it: ``400,000``, ``1.2 million``."""
    return _faces_style(value).figure(value)


def natural_frequency(projection: Projected) -> str:
    """``1 in 400,000 faces (from 1 in 260,000 to 1 in 650,000)``, or an upper bound.

    If the median future has no false alert, it is “fewer than 1 in” the faces of the more frequent
    end; if nine of ten futures have none, “fewer than 1 in” the faces scanned.
    """
    seen = frequency(projection)
    if not math.isfinite(seen.middle):
        return short_frequency(projection)
    middle, low = faces_figure(seen.middle), faces_figure(seen.low)
    faces = unit_after(middle, "faces", scaled=_faces_style(seen.middle).is_scaled(seen.middle))
    if not math.isfinite(seen.high):
        return translate(
            "Frequency",
            "1 in {figure} faces (at most 1 in {low})",
            figure=middle,
            faces=faces,
            low=low,
        )
    high = faces_figure(seen.high)
    if low == high:
        return short_frequency(projection)
    return translate(
        "Frequency",
        "1 in {figure} faces (from 1 in {low} to 1 in {high})",
        figure=middle,
        faces=faces,
        low=low,
        high=high,
    )


def short_frequency(projection: Projected) -> str:
    """The natural frequency without its range: ``1 in 400,000 faces``."""
    seen = frequency(projection)
    if not seen.is_known:
        return translate("Frequency", "too few faces are scanned to say how rare they are")
    if not math.isfinite(seen.middle):
        return translate(
            "Frequency",
            "fewer than 1 in {figure} faces in 9 of 10 futures",
            **bound_words(seen),
        )
    return translate("Frequency", "1 in {figure} faces", **one_in_words(seen.middle))


def one_in_words(value: float) -> dict[str, Any]:
    """A number of faces as a figure, with the word for faces, which may depend on it."""
    written = _faces_style(value)
    figure = written.figure(value)
    return {"figure": figure, "faces": unit_after(figure, "faces", scaled=written.is_scaled(value))}


def bound_words(seen: Frequency) -> dict[str, Any]:
    """As `one_in_words`, for the bound if the median future has no false alert."""
    figure = bound(seen)
    return {"figure": figure, "faces": unit_after(figure, "faces")}


def bound(seen: Frequency) -> str:
    """A number of faces rounded down, so that “fewer than 1 in …” stays true."""
    faces = seen.low if math.isfinite(seen.low) else seen.faces
    step = max(supported_step(faces, math.inf), 1.0)
    # strictly below, because at the end of the range it is one in exactly that many
    return number(max(1.0, (math.ceil(faces / step) - 1) * step), 1.0)
