"""Draws the charts for a telephone, with the texts that stand beside a wide chart below it.

Letters keep their size so that they can be read; what does not fit on a line takes several.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from modeller.briefing.charts import (
    INK,
    LOOKS,
    MUTED,
    NARROW_WIDTH,
    SIZE,
    SMALL,
    axes_in,
    cropped,
    new_figure,
    showable,
)
from modeller.briefing.drawings import (
    fill_fan,
    fill_panel,
    fill_reaches,
    fill_strip,
    fill_trade_off,
    letters_at_ends,
)
from modeller.briefing.pictures import (
    Fan,
    Intervals,
    Picture,
    Reaches,
    Strip,
    TileMap,
    TradeOff,
)
from modeller.briefing.tiles import tile_map

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LINE = 0.165
"""Inches between two lines of a key."""
_CREDIT_LINE = 0.115
_LABEL_LENGTH, _CREDIT_LENGTH = 40, 68


def narrow_figure(picture: Picture) -> Figure:
    """The picture as a matplotlib figure, as wide as a telephone."""
    if isinstance(picture, Fan):
        return _fan(picture)
    if isinstance(picture, Intervals):
        return _intervals(picture)
    if isinstance(picture, Reaches):
        return _reaches(picture)
    if isinstance(picture, Strip):
        return _strip(picture)
    if isinstance(picture, TileMap):
        return tile_map(picture, NARROW_WIDTH, _credit_height(picture), narrow=True)
    return _trade_off(picture)


def credit_lines(credit: str) -> list[str]:
    """Fingerprints and versions in lines that fit, each of them unbroken."""
    lines = [""]
    for part in credit.split(" · "):
        longer = f"{lines[-1]} · {part}" if lines[-1] else part
        if lines[-1] and len(longer) > _CREDIT_LENGTH:
            lines.append(part)
        else:
            lines[-1] = longer
    return lines


def _credit_height(picture: Picture) -> float:
    return _CREDIT_LINE * len(credit_lines(picture.credit)) + 0.06


def _named(letter: str, label: str) -> str:
    return f"{letter}  {cropped(label, _LABEL_LENGTH)}"


def _keys(figure: Figure, bottom: float, lines: list[tuple[str, str]]) -> None:
    """Write lines of coloured text, the last of them at `bottom` inches."""
    height = figure.get_figheight()
    for place, (text, colour) in enumerate(reversed(lines)):
        figure.text(
            0.0,
            (bottom + place * _LINE) / height,
            showable(text),
            fontsize=SIZE - 0.5,
            color=colour,
            ha="left",
            va="bottom",
        )


def _strip(picture: Strip) -> Figure:
    """Draw rows whose names and figures stand above their ranges."""
    credit = _credit_height(picture)
    rows = picture.scale.rows
    figure = new_figure(credit + 0.55 + 0.36 * len(rows), NARROW_WIDTH)
    axes = axes_in(figure, 0.06, credit + 0.26, 0.12, 0.2)
    fill_strip(axes, picture.scale)
    for place, row in enumerate(rows):
        axes.annotate(
            showable(f"{cropped(row.label, 30)}: {row.words}"),
            xy=(0.0, place - 0.24),
            xycoords=("axes fraction", "data"),
            fontsize=SIZE - 0.5,
            color=INK if row.strong else MUTED,
            va="bottom",
        )
    axes.set_ylim(len(rows) - 0.5, -0.9)
    return figure


def _fan(picture: Fan) -> Figure:
    credit = _credit_height(picture)
    below = credit + _LINE * len(picture.lines) + 0.54
    figure = new_figure(below + 2.3, NARROW_WIDTH)
    axes = axes_in(figure, 0.42, below, 0.50, 0.42)
    fill_fan(axes, picture, columns=2)
    letters_at_ends(axes, picture)
    _keys(
        figure,
        credit,
        [
            (
                f"{_named(line.letter, line.label)}, {line.end}",
                LOOKS[line.letter].text_colour,
            )
            for line in picture.lines
        ],
    )
    return figure


def _intervals(picture: Intervals) -> Figure:
    rows = max(len(panel.intervals) for panel in picture.panels)
    names = picture.panels[0].intervals
    credit = _credit_height(picture)
    key_height = credit + _LINE * (len(names) + 1)
    each = 0.62 + 0.42 * rows
    figure = new_figure(key_height + 0.1 + each * len(picture.panels), NARROW_WIDTH)
    for number, panel in enumerate(picture.panels):
        bottom = key_height + 0.1 + each * (len(picture.panels) - 1 - number)
        axes = axes_in(figure, 0.08, bottom + 0.26, 0.2, each * number + 0.26)
        fill_panel(axes, panel, rows, named=True)
    _keys(
        figure,
        credit,
        [
            *(
                (
                    f"{row.letter}  {cropped(row.label, _LABEL_LENGTH)}",
                    LOOKS[row.letter].text_colour,
                )
                for row in names
            ),
            ("dark band: half of futures · light band: 8 of 10 futures", MUTED),
        ],
    )
    return figure


def _reaches(picture: Reaches) -> Figure:
    credit = _credit_height(picture)
    figure = new_figure(credit + 0.6 + 0.4 * len(picture.bars), NARROW_WIDTH)
    axes = axes_in(figure, 0.42, credit + 0.42, 0.42, 0.16)
    fill_reaches(axes, picture)
    for place, bar in enumerate(picture.bars):
        axes.annotate(
            showable(bar.label),
            xy=(-0.42 * 72, place - 0.3),
            xycoords=("axes points", "data"),
            fontsize=SMALL + 0.5,
            color=INK,
            va="bottom",
        )
    return figure


def _trade_off(picture: TradeOff) -> Figure:
    credit = _credit_height(picture)
    figure = new_figure(credit + 3.4, NARROW_WIDTH)
    fill_trade_off(axes_in(figure, 0.5, credit + 0.46, 0.12, 0.15), picture)
    return figure
