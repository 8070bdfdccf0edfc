"""The table and the chart that a notebook shows of results, given from above.

Both need words and the briefing's drawings, whose rooms stand above that of the projections. So
`modeller/__init__.py`, which is above all rooms and runs before any of them, says here where they
come from, and a projection that is asked for its looks takes them from here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class NotebookViews(NamedTuple):
    """What results are shown by: `totals_html` and `plot` of `modeller.notebook`."""

    totals_html: Callable[..., str]
    plot: Callable[..., Figure]


_given: list[Callable[[], NotebookViews]] = []


def give(views: Callable[[], NotebookViews]) -> None:
    """Say what imports the views; it is called when one is first asked for."""
    _given[:] = [views]


def views() -> NotebookViews:
    """The views that were given."""
    return _given[0]()
