"""What the equations take of a fit to the record, draw by draw: `fitted_…`, and `place_…` of a mix.

The names stand here, so that the equations and what fits a record agree on them; a fit is asked
through `Fit`, and a catalogue carries the one of its record.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from modeller.base.elementary import Floats

Mix = Mapping[str, float]
"""Shares of the deployments by place, ``kind: name``, that add up to one."""

FITTED = (
    "departure_faces", "departure_alerts", "departure_arrests",
    "drift_faces", "drift_alerts", "drift_arrests", "false_alerts_shape",
    "one",
)  # fmt: skip
"""How far the weeks ahead depart from the record's end and their weekly step, both on the log
scale; the shape of the false alerts' level; and one, which makes draws of a number of the week."""
PLACE = ("faces", "alerts", "share", "faces_shape", "alerts_size", "arrests_correlation")
"""Factors of a mix, one for the recorded one, and the noise of one deployment under it."""
FITTED_BELIEFS = ("faces", "alerts", "share", "false_alerts")
"""Faces and true alerts of a deployment, arrests of a true alert and false alerts of a million
faces: beliefs that name one of these in `estimated_as` are drawn from the fit, joint with all else
that it gives."""


class FitDraws(NamedTuple):
    """What a fit gives in each draw: arrays of shape (draws,).

    `fitted` and `place` by the names of `FITTED` and `PLACE`; `beliefs` by those of
    `FITTED_BELIEFS`, in the units of the beliefs that they are.
    """

    fitted: Mapping[str, Floats]
    place: Mapping[str, Floats]
    beliefs: Mapping[str, Floats]

    def by_name(self) -> dict[str, Floats]:
        """Under the names that equations use."""
        fitted = {f"fitted_{name}": values for name, values in self.fitted.items()}
        return {**fitted, **{f"place_{name}": values for name, values in self.place.items()}}


class Fit(Protocol):
    """A record's fit, to be drawn from."""

    def drawn(self, seed: int, draws: int, mix: Mix | None = None) -> FitDraws:
        """The draws of a seed for a mix of places; the recorded one when None."""

    def placed(self, seed: int, draws: int, mix: Mix | None = None) -> Mapping[str, Floats]:
        """What of these the mix decides, by the names of `PLACE`."""

    def let_go(self, seed: int | None = None) -> None:
        """Forget what the draws of a seed, or of all, were made from; it can be made again."""
