"""Hands results to the room that knows how they look in a notebook.

That room, `modeller.notebook`, stands above this one, because words and charts do: nothing here
depends on it, and it is found by its name when a notebook or a user asks for a look.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from modeller.projection.of_totals import OfTotals, View

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class Looks(Protocol):
    """What that room offers."""

    def totals_html(self, projections: Sequence[OfTotals]) -> str:
        """A table of totals, a column for each projection."""

    def plot(self, projections: Sequence[OfTotals], outcome: str, view: View | None) -> Figure:
        """An outcome week by week."""


def looks() -> Looks:
    """The room, imported at the first call."""
    return cast(Looks, import_module("modeller.notebook"))
