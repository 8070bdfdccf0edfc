"""A picture with its title and subject above and its provenance below, as it leaves Python."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from modeller.briefing.assurance import identity_line
from modeller.briefing.charts import MUTED, SIZE, SMALL, heading_font, showable
from modeller.briefing.pictures import LETTERS
from modeller.scenario import Scenario
from modeller.wording import subject_line
from modeller.wording.credit import record_words

if TYPE_CHECKING:
    from matplotlib.figure import Figure


_LINE, _SMALL_LINE = 0.19, 0.14
"""Inches from a line of a title, and of what stands below it, to the next."""
_LETTERS_A_LINE, _SMALL_LETTERS_A_LINE = 96, 150


class Drawn(NamedTuple):
    """A figure and what stands around it; `credit` is empty where the figure has it already."""

    figure: Figure
    title: str
    subtitle: str
    subject: str
    credit: str = ""


def of_scenarios(figure: Figure, title: str, subtitle: str, scenarios: Sequence[Scenario]) -> Drawn:
    """A figure about some scenarios, whose fingerprints and versions are its credit."""
    last = scenarios[-1]
    lettered = tuple(zip(LETTERS, scenarios, strict=False))
    credit = identity_line(lettered, record_words(last))
    return Drawn(figure, title, subtitle, subject_line(last.profile), credit)


def titled(drawn: Drawn) -> Figure:
    """The figure, made higher by what stands above it."""
    figure = drawn.figure
    title = textwrap.wrap(drawn.title.rstrip("."), _LETTERS_A_LINE)
    below = textwrap.wrap(f"{drawn.subtitle} · {drawn.subject}", _SMALL_LETTERS_A_LINE)
    width, height = figure.get_size_inches()
    taller = height + _LINE * len(title) + _SMALL_LINE * len(below)
    for axes in figure.axes:
        box = axes.get_position()
        share = height / taller
        axes.set_position((box.x0, box.y0 * share, box.width, box.height * share))
    for text in figure.texts:
        x, y = text.get_position()
        text.set_position((x, y * height / taller))
    figure.set_size_inches(width, taller)
    top = _LINE
    for line in title:
        figure.text(
            0.0, 1.0 - top / taller, showable(line), fontsize=SIZE + 1.5,
            **heading_font(showable(line)),
        )  # fmt: skip
        top += _LINE
    for line in below:
        figure.text(0.0, 1.0 - top / taller, showable(line), fontsize=SMALL, color=MUTED)
        top += _SMALL_LINE
    if drawn.credit:
        figure.text(
            0.0, 0.005, showable(drawn.credit), fontsize=SMALL, color=MUTED, va="bottom"
        )  # fmt: skip
    return figure
