"""What a fit to the record gives the equations in each draw: `fitted_…`, and `place_…` for a mix.

The names are listed here so that the equations and the room that fits a record agree on them. A
catalogue carries the fit of its record as a `Fit`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from modeller.base.elementary import Floats

Mix = Mapping[str, float]
"""Shares of the deployments by place, written ``kind: name``; they add up to one."""

FITTED = (
    "departure_faces", "departure_alerts", "departure_arrests",
    "drift_faces", "drift_alerts", "drift_arrests", "false_alerts_shape",
    "one",
)  # fmt: skip
"""How far the levels of the weeks ahead lie from those at the record's end, and their weekly step,
both on the log scale; the shape of the level of false alerts; and one in every draw, by which an
equation turns a number of the week into draws."""
PLACE = ("faces", "alerts", "share", "faces_shape", "alerts_size", "arrests_correlation")
"""The factors of a mix, which are one for the recorded mix, and the noise of one deployment."""
FITTED_BELIEFS = ("faces", "alerts", "share", "false_alerts")
"""Faces and true alerts per deployment, arrests per true alert and false alerts per million faces.
A belief that names one of these in `estimated_as` is drawn jointly with the rest of the fit."""


class FitDraws(NamedTuple):
    """What a fit gives in each draw: arrays of shape (draws,).

    The keys of `fitted` and `place` are those of `FITTED` and `PLACE`; the keys of `beliefs` are
    those of `FITTED_BELIEFS`, their values in the units of the beliefs.
    """

    fitted: Mapping[str, Floats]
    place: Mapping[str, Floats]
    beliefs: Mapping[str, Floats]

    def by_name(self) -> dict[str, Floats]:
        """All of `fitted` and `place`, under the names that equations use."""
        fitted = {f"fitted_{name}": values for name, values in self.fitted.items()}
        return {**fitted, **{f"place_{name}": values for name, values in self.place.items()}}


class Fit(Protocol):
    """The fit of the model to a record, from which draws can be made."""

    def drawn(self, seed: int, draws: int, mix: Mix | None = None) -> FitDraws:
        """The draws of a seed for a mix of places; the recorded mix when None."""

    def placed(self, seed: int, draws: int, mix: Mix | None = None) -> Mapping[str, Floats]:
        """The part of the draws that depends on the mix, by the names of `PLACE`."""

    def free_memory(self, seed: int | None = None) -> None:
        """Free the memory kept for a seed, or for all when None; it is made again when needed."""
