"""Draws a map of equal tiles, for a page or a telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modeller.base.contrast import contrast
from modeller.base.language import cropped
from modeller.briefing.charts import (
    HAIRLINE,
    INK,
    LOOKS,
    PAPER,
    SIZE,
    SMALL,
    axes_in,
    new_figure,
    showable,
    tint,
)
from modeller.briefing.pictures import TileMap, TileShown

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_CLASSES, _LIGHTEST = 6, 0.05
_GAP = 0.05
HATCH = "#AEB6BB"
"""The light colour of hatching on tiles with few deployments, which lies under their words."""
_HEIGHT, _NARROW_HEIGHT = 0.62, 0.42
"""The size of a tile in inches."""


def tile_map(picture: TileMap, width: float, below: float, *, narrow: bool = False) -> Figure:
    """The map at a given width, with room `below` it for text, in inches."""
    columns = 1 + max(tile.column for tile in picture.tiles)
    rows = 1 + max(tile.row for tile in picture.tiles)
    each = _NARROW_HEIGHT if narrow else _HEIGHT
    figure = new_figure(below + 0.1 + each * rows, width)
    axes = axes_in(figure, 0.02, below + 0.06, 0.02, 0.02)
    axes.set_xlim(0.0, columns)
    axes.set_ylim(rows, 0.0)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines["bottom"].set_visible(False)
    for tile in picture.tiles:
        _paint(axes, picture, tile, width / columns, narrow=narrow)
    return figure


def _share(value: float, largest: float) -> float:
    """How much of the scenario's colour the tile of a value has, in six shades."""
    place = min(int(value / largest * _CLASSES), _CLASSES - 1) if largest > 0.0 else 0
    return _LIGHTEST + (1.0 - _LIGHTEST) * place / (_CLASSES - 1)


def _paint(axes: Axes, picture: TileMap, tile: TileShown, inches: float, *, narrow: bool) -> None:
    from matplotlib.patches import Rectangle

    share = _share(tile.value, picture.largest)
    ground = tint(LOOKS[picture.letter].colour, share)
    dark = contrast(PAPER, ground) > contrast(INK, ground)
    ink = PAPER if dark else INK
    corner = (tile.column + _GAP / 2, tile.row + _GAP / 2)
    patch = Rectangle(
        corner,
        1.0 - _GAP,
        1.0 - _GAP,
        facecolor=ground,
        edgecolor=HATCH if tile.hatched else HAIRLINE,
        hatch="////" if tile.hatched else None,
        linewidth=0.4,
    )
    patch.set_hatch_linewidth(0.35)
    axes.add_patch(patch)
    room = int((inches - 0.1) * (29 if narrow else 20))
    texts = [(cropped(tile.name, room), SMALL - (1.5 if narrow else 0.0), False)]
    texts.append((tile.figure, SIZE + (-1.0 if narrow else 1.0), True))
    if not narrow:
        texts += [(line, SMALL - 0.5, False) for line in tile.lines]
    top = tile.row + _GAP
    step = 0.92 / (len(texts) + 0.4)
    for text, size, bold in texts:
        axes.text(
            tile.column + 0.07,
            top + step * 0.55,
            showable(text),
            fontsize=size,
            color=ink,
            va="center",
            ha="left",
            family="Open Sans" if bold else None,
            weight=600 if bold else None,
        )
        top += step
