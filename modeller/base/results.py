"""What every result of Python's interface can show of itself: a line, a table, HTML, a picture.

Tables and pictures need words and the briefing's drawings, whose rooms stand above those of the
results. So `modeller/__init__.py`, which is above all rooms and runs before any of them, says here
where they come from, and a result that is asked for its looks takes them from here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from modeller.base.short_repr import line

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


class Looks(NamedTuple):
    """What results are shown by: the functions of these names in `modeller.notebook`."""

    table: Callable[[Any], pd.DataFrame]
    html: Callable[[Any], str]
    figure: Callable[..., Figure]


_given: list[Callable[[], Looks]] = []


def give(looks: Callable[[], Looks]) -> None:
    """Say what imports the looks; it is called when one is first asked for."""
    _given[:] = [looks]


def looks() -> Looks:
    """The looks that were given."""
    return _given[0]()


class Result:
    """A value that shows itself in one line, as a table, and as HTML in a notebook."""

    def __init_subclass__(cls, **given: Any) -> None:
        super().__init_subclass__(**given)
        if "__repr__" not in vars(cls):
            cls.__repr__ = line  # type: ignore[method-assign]

    def table(self) -> pd.DataFrame:
        """It as a tidy table: a row for each observation, as its command writes CSV.

        Returns
        -------
        DataFrame
            With the names and digits of the command line. Figures are in the unit that the row's
            ``unit`` names, or that ``attrs["units"]`` names for the column.
        """
        return looks().table(self)

    def _repr_html_(self) -> str:
        """Its answer, if it has one, and its table, escaped, which a notebook shows."""
        return looks().html(self)


class DrawnResult(Result):
    """A result that is drawn, too."""

    def plot(self) -> Figure:
        """It as a picture in the style of the documents.

        Returns
        -------
        Figure
            A matplotlib figure with title, subject and provenance; ``savefig`` writes it, a
            notebook shows it.

        Raises
        ------
        ModellerError
            When there is nothing to draw.
        """
        return looks().figure(self)
