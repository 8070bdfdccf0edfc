"""The look of a briefing's charts: fonts, colours, axes, labels.

Titles stand outside the picture, as text. Colours are those of the Government Analysis Function and
never the only difference: every scenario also has a letter, a line style and a marker.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np

from modeller.base.elementary import Floats
from modeller.wording import axis_labels

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


class Look(NamedTuple):
    """What distinguishes a scenario; `text_colour` is dark enough for small text."""

    colour: str
    text_colour: str
    line_style: Any
    marker: str


LOOKS = {
    "A": Look("#12436D", "#12436D", "-", "o"),
    "B": Look("#F46A25", "#B4430D", (0, (5, 2)), "s"),
    "C": Look("#28A197", "#197169", (0, (6, 2, 1.5, 2)), "^"),
    "D": Look("#801650", "#801650", (0, (1.5, 1.5)), "D"),
}
"""By the scenario's letter, as in the window."""
LOW, HIGH = Look("#8A9499", "#505A5F", "-", "o"), Look("#3B4448", "#3B4448", "-", "s")
"""Neutral colours, because a hue means a scenario: for the two ends of a belief, and for the
options of a trade-off and the selected one."""
INK, MUTED, HAIRLINE, PAPER = "#0B0C0C", "#505A5F", "#D5DADD", "#FFFFFF"
OUTER, INNER = 0.20, 0.40
"""How much of the line's colour the bands of 8 of 10 and of half of the futures have."""

WIDTH = 6.85
"""The width of the text on an A4 page, in inches."""
NARROW_WIDTH = 3.5
"""The width for a telephone, in inches, where 8-point type is as large as the text around it."""
SIZE, SMALL = 8.0, 6.5
MAXIMUM_TICKS = 5
_LABEL_LENGTH = 24


def tint(colour: str, share: float) -> str:
    """An opaque tint of a colour on the paper."""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - share * (255 - part)):02X}" for part in parts)


def font_folders() -> tuple[Path, Path]:
    """The folders of the documents' fonts: ours, and a fallback with many more characters."""
    import matplotlib as mpl

    ours = Path(str(resources.files("modeller.briefing") / "fonts"))
    return ours, Path(mpl.get_data_path()) / "fonts" / "ttf"


@cache
def _families() -> tuple[str, str]:
    """The names of both fonts, after registering them with matplotlib."""
    from matplotlib import font_manager

    ours, other = font_folders()
    for place in (*sorted(ours.glob("*.ttf")), other / "DejaVuSans.ttf"):
        font_manager.fontManager.addfont(str(place))
    return "Open Sans", "DejaVu Sans"


@cache
def _covered_by(place: Path) -> frozenset[int]:
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(str(place)).get_charmap())


@cache
def covered() -> frozenset[int]:
    """The code points that the documents' fonts can show."""
    ours, other = font_folders()
    return _covered_by(ours / "OpenSans-Regular.ttf") | _covered_by(other / "DejaVuSans.ttf")


def heading_font(text: str) -> dict[str, Any]:
    """How matplotlib is to set a heading: semi-bold, unless our own font lacks a character."""
    ours = _covered_by(font_folders()[0] / "OpenSans-Semibold.ttf")
    return {"family": "Open Sans", "weight": 600} if ours.issuperset(map(ord, text)) else {}


def showable(text: str) -> str:
    """The text for a picture, with a white square for each character that no font can show."""
    kept = (c if c == "\n" or ord(c) in covered() else "\u25a1" for c in text)
    return "".join(kept).replace("\u202f", "\u00a0")


def cropped(text: str, length: int = _LABEL_LENGTH) -> str:
    """A label cut short enough for a chart or the heading of a table."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


@cache
def _import_matplotlib() -> None:
    """Import matplotlib without the tables of properties in its docstrings.

    Making them takes half of the import, and nobody reads them here.
    """
    if "matplotlib.artist" in sys.modules:
        return
    from matplotlib import artist

    def nothing(artist: Any) -> str:
        del artist
        return ""

    whole = artist.kwdoc
    artist.kwdoc = nothing
    try:
        import matplotlib.figure  # noqa: F401
    finally:
        artist.kwdoc = whole


@contextmanager
def chart_style() -> Iterator[None]:
    """Apply the look of the charts inside this block."""
    _import_matplotlib()
    import matplotlib as mpl

    settings: Any = {
        "font.family": list(_families()),
        "font.size": SIZE,
        "svg.hashsalt": "modeller",
        "svg.fonttype": "path",
        "axes.edgecolor": HAIRLINE,
        "axes.labelcolor": MUTED,
        "axes.unicode_minus": True,
        "xtick.color": MUTED,
        "ytick.color": MUTED,
        "text.color": INK,
        "text.usetex": False,
        "text.parse_math": False,
        "figure.facecolor": PAPER,
        "axes.facecolor": PAPER,
        "path.simplify": True,
    }
    with mpl.rc_context(settings):
        yield


def new_figure(height: float, width: float = WIDTH) -> Figure:
    """A figure of a height and width in inches, by default as wide as the text of a page."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height))


def axes_in(figure: Figure, left: float, bottom: float, right: float, top: float) -> Axes:
    """Axes with margins in inches, without a frame."""
    width, height = figure.get_size_inches()
    area = (
        left / width,
        bottom / height,
        (width - left - right) / width,
        (height - bottom - top) / height,
    )
    axes = figure.add_axes(area)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(MUTED)
    axes.tick_params(length=0, pad=4)
    axes.set_axisbelow(True)
    return axes


def number_axis(axes: Axes, direction: Literal["x", "y"], highest: float, unit: str) -> None:
    """Set up an axis from zero with at most five ticks, all on one scale."""
    from matplotlib.ticker import MaxNLocator

    top = highest * 1.06 if highest > 0 else 1.0
    ticks = [
        tick
        for tick in MaxNLocator(MAXIMUM_TICKS - 1, steps=[1, 2, 2.5, 5, 10]).tick_values(0.0, top)
        if 0.0 <= tick <= top
    ]
    labels = [showable(label) for label in axis_labels(ticks, unit)]
    if direction == "y":
        axes.set_ylim(0.0, top)
        axes.set_yticks(ticks, labels)
        axes.grid(axis="y", color=HAIRLINE, linewidth=0.6)
    else:
        axes.set_xlim(0.0, top)
        axes.set_xticks(ticks, labels)
        axes.grid(axis="x", color=HAIRLINE, linewidth=0.6)


def value_axis(axes: Axes, low: float, high: float, unit: str) -> None:
    """Set up an axis across from one value to another, with at most five ticks."""
    from matplotlib.ticker import MaxNLocator

    found = MaxNLocator(MAXIMUM_TICKS - 1).tick_values(low, high)
    ticks = [tick for tick in found if low <= tick <= high]
    axes.set_xticks(ticks, [showable(label) for label in axis_labels(ticks, unit)])
    axes.set_xlim(low, high)
    axes.grid(axis="x", color=HAIRLINE, linewidth=0.6)


def spread(heights: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Heights moved apart so that labels do not touch, in the same order."""
    order = np.argsort(heights, kind="stable")
    placed = [float(heights[i]) for i in order]
    for i in range(1, len(placed)):
        placed[i] = max(placed[i], placed[i - 1] + gap)
    over = placed[-1] - high if placed else 0.0
    if over > 0:
        placed[-1] -= over
        for i in range(len(placed) - 2, -1, -1):
            placed[i] = min(placed[i], placed[i + 1] - gap)
    answer = [0.0] * len(placed)
    for i, height in zip(order, placed, strict=True):
        answer[i] = max(height, low)
    return answer


def finite_top(*arrays: Floats) -> float:
    """The largest finite value; 1 if there is none."""
    values = np.concatenate([array[np.isfinite(array)].ravel() for array in arrays])
    return float(values.max()) if values.size else 1.0
