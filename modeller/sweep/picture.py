"""A sweep as small multiples: a row for each outcome, a column for each quantity that was varied.

Every panel of a row has the same axis. A quantity of few values shows, for each of them, the middle
scenario and the range of all; one of many values a dot for each scenario and their running middle.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from modeller.base.elementary import Floats
from modeller.base.errors import refusal
from modeller.base.formats import format_for
from modeller.base.language import lower_first, source_language, translate
from modeller.base.saving import write_atomically
from modeller.briefing.charts import (
    INK,
    LOOKS,
    MUTED,
    SIZE,
    SMALL,
    axes_in,
    chart_style,
    cropped,
    finite_top,
    new_figure,
    number_axis,
    showable,
    tint,
)
from modeller.model.catalogue import Catalogue
from modeller.profiles import Profile
from modeller.sweep.axes import PLACES, RUN, SPREAD
from modeller.sweep.table import Table, read_table
from modeller.wording import axis_labels, subject_line

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


MOST_OUTCOMES, MOST_QUANTITIES = 4, 5
_FEW_VALUES = 12
_STEPS, _IN_A_STEP = 16, 20
"""Of the running median: the most points, and the fewest scenarios in each."""
_LEFT, _RIGHT, _TOP, _BOTTOM, _GAP = 0.62, 0.10, 0.62, 0.62, 0.14
_ROW, _BETWEEN_ROWS = 1.25, 0.24
_NAMES = 0.42
"""Inches that names need below a panel in addition to what numbers need."""
_LINE = 0.14
_PREFERRED = ("p50", "mean")


class _Quantity(NamedTuple):
    """A varied quantity: its column, heading and unit, its value in each row, its scale."""

    column: str
    label: str
    unit: str
    values: tuple[Any, ...]
    in_ratios: bool


class _Outcome(NamedTuple):
    """A reported number: its column, heading, unit and figures."""

    column: str
    label: str
    unit: str
    figures: Floats


@source_language()
def sweep_figure(table: Table | Path | str, profile: Profile) -> Figure:
    """The table of a sweep as a matplotlib figure in the documents' style.

    Parameters
    ----------
    table
        A table that was read, or the path of one.
    profile
        The force whose scenarios were varied: it says what quantities are called.

    Raises
    ------
    ModellerError
        When it cannot be read, or nothing in it varies.
    """
    read = table if isinstance(table, Table) else read_table(table)
    outcomes, quantities = _outcomes(read, profile.catalogue), _quantities(read, profile.catalogue)
    if not outcomes or not quantities:
        raise refusal(
            translate("Problem", "the sweep"),
            "has no figures of two scenarios that differ in a quantity",
            "vary one quantity or more in the design",
        )
    shown_outcomes, shown = outcomes[:MOST_OUTCOMES], quantities[:MOST_QUANTITIES]
    with chart_style():
        rows = len(shown_outcomes)
        named = any(quantity.column == PLACES for quantity in shown)
        left_out = (outcomes[MOST_OUTCOMES:], quantities[MOST_QUANTITIES:])
        below = _BOTTOM + (_NAMES if named else 0.0) + (_LINE if any(left_out) else 0.0)
        height = _TOP + rows * _ROW + (rows - 1) * _BETWEEN_ROWS + below
        figure = new_figure(height)
        wide = figure.get_size_inches()[0] - _LEFT - _RIGHT
        each = (wide - _GAP * (len(shown) - 1)) / len(shown)
        for row, outcome in enumerate(shown_outcomes):
            top = _TOP + row * (_ROW + _BETWEEN_ROWS)
            for column, quantity in enumerate(shown):
                left = _LEFT + column * (each + _GAP)
                right = figure.get_size_inches()[0] - left - each
                axes = axes_in(figure, left, height - top - _ROW, right, top)
                number_axis(axes, "y", finite_top(outcome.figures), outcome.unit)
                _draw(axes, quantity, outcome)
                _label(axes, quantity, outcome, first=column == 0, last=row == rows - 1)
        _say(figure, read, profile, left_out)
    return figure


def draw_sweep(table: Path | str, to: Path | str, profile: Profile, *, over: bool = False) -> None:
    """Draw the table of a sweep as a PNG or an SVG file.

    Raises
    ------
    ModellerError
        As `sweep_figure`; when the file is there already and is to stay, or cannot be written.
    """
    kind = format_for("picture", to).key
    figure = sweep_figure(table, profile)
    out = io.BytesIO()
    metadata = {"Date": None, "Creator": None} if kind == "svg" else {"Software": None}
    with chart_style():
        figure.savefig(out, format=kind, dpi=200, metadata=metadata)
    write_atomically(to, out.getvalue(), over=over)


# ---------------------------------------------------------------- what is shown


def _outcomes(table: Table, declared: Catalogue) -> list[_Outcome]:
    """One statistic of each outcome (the median, if it was reported), and every chance."""
    found: dict[str, _Outcome] = {}
    for column in table.columns:
        key, _, statistic = column.partition(".")
        name, target, _ = column.partition(" ")
        key, name = (declared.current_names.get(each, each) for each in (key, name))
        if target and name in declared.outcomes:
            _, relation, figure = column.split(" ", 2)
            sign = {">=": "≥", "<=": "≤"}.get(relation, relation)
            chance = f"Chance of {lower_first(declared.outcomes[name].label)} {sign} {figure}"
            found[column] = _Outcome(column, cropped(chance, 60), "share", _floats(table, column))
        elif not target and key in declared.outcomes and statistic:
            known = found.get(key)
            if known is None or _rank(statistic) < _rank(known.column.partition(".")[2]):
                outcome = declared.outcomes[key]
                label = f"{outcome.label}, {'middle' if statistic == 'p50' else statistic}"
                found[key] = _Outcome(column, label, outcome.unit, _floats(table, column))
    shown = [each for each in found.values() if np.isfinite(each.figures).any()]
    return sorted(shown, key=lambda each: "." in each.column)  # targets first: they were asked for


def _rank(statistic: str) -> int:
    return _PREFERRED.index(statistic) if statistic in _PREFERRED else len(_PREFERRED)


def _quantities(table: Table, declared: Catalogue) -> list[_Quantity]:
    """Every quantity that has two values or more, in the table's order."""
    found = []
    for column in table.columns[2:]:
        slider = declared.sliders.get(column.removesuffix(SPREAD))
        if slider is None and column not in (*RUN, PLACES):
            continue
        values = tuple(row.get(column) for row in table.rows)
        if len({value for value in values if value is not None}) < 2:
            continue
        if slider is None:
            label, unit = {PLACES: "Mix of places"}.get(column, column.capitalize()), ""
        elif column.endswith(SPREAD):
            label, unit = f"{slider.label}: spread", ""
        else:
            label, unit = slider.label, slider.unit
        in_ratios = slider is not None and slider.scale == "log" and column in declared.sliders
        found.append(_Quantity(column, label, unit, values, in_ratios))
    return found


def _floats(table: Table, column: str) -> Floats:
    cells = (row.get(column) for row in table.rows)
    return np.array([np.nan if cell is None else float(cell) for cell in cells])


# ---------------------------------------------------------------- drawing


def _draw(axes: Axes, quantity: _Quantity, outcome: _Outcome) -> None:
    there = [
        place
        for place, value in enumerate(quantity.values)
        if value is not None and np.isfinite(outcome.figures[place])
    ]
    figures = outcome.figures[there]
    if quantity.column == PLACES:
        named = [str(quantity.values[place]) for place in there]
        names = list(dict.fromkeys(named))[:_FEW_VALUES]
        places = np.array([names.index(name) if name in names else -1 for name in named], float)
        _few(axes, places[places >= 0], figures[places >= 0])
        labels = [showable(cropped(name, 12)) for name in names]
        axes.set_xticks(range(len(names)), labels, rotation=90, fontsize=SMALL)
        axes.set_xlim(-0.5, len(names) - 0.5)
        return
    values = np.array([float(quantity.values[place]) for place in there])
    if len(np.unique(values)) <= _FEW_VALUES:
        _few(axes, values, figures)
    else:
        _many(axes, values, figures)
    _value_axis(axes, values, quantity)


def _few(axes: Axes, values: Floats, figures: Floats) -> None:
    """Draw, for each value, the range of all scenarios and the middle one."""
    look = LOOKS["A"]
    ends = np.unique(values)
    middles = [float(np.median(figures[values == value])) for value in ends]
    lows = [float(figures[values == value].min()) for value in ends]
    highs = [float(figures[values == value].max()) for value in ends]
    axes.vlines(ends, lows, highs, color=tint(look.colour, 0.35), linewidth=4.0)
    axes.plot(ends, middles, color=look.colour, marker=look.marker, markersize=3.2, linewidth=1.1)


def _many(axes: Axes, values: Floats, figures: Floats) -> None:
    """Draw a dot for each scenario, and the median of equal shares of them."""
    look = LOOKS["A"]
    axes.plot(
        values, figures, linestyle="", marker=".", markersize=1.6, color=tint(look.colour, 0.4)
    )
    steps = max(1, min(_STEPS, values.size // _IN_A_STEP))
    parts = np.array_split(np.argsort(values, kind="stable"), steps)
    axes.plot(
        [float(np.median(values[part])) for part in parts],
        [float(np.median(figures[part])) for part in parts],
        color=look.colour,
        linewidth=1.4,
    )


def _value_axis(axes: Axes, values: Floats, quantity: _Quantity) -> None:
    from matplotlib.ticker import LogLocator, MaxNLocator, NullLocator

    low, high = float(values.min()), float(values.max())
    if quantity.in_ratios and low > 0.0:
        axes.set_xscale("log")
        axes.xaxis.set_minor_locator(NullLocator())
        low, high = low / (high / low) ** 0.06, high * (high / low) ** 0.06
        ticks = LogLocator(10.0, numticks=5).tick_values(low, high)
    else:
        room = 0.06 * (high - low)
        low, high = low - room, high + room
        ticks = MaxNLocator(3).tick_values(low, high)
    axes.set_xlim(low, high)
    shown = [float(tick) for tick in ticks if low <= tick <= high]
    axes.set_xticks(shown, [showable(label) for label in axis_labels(shown, quantity.unit)])


def _label(axes: Axes, quantity: _Quantity, outcome: _Outcome, *, first: bool, last: bool) -> None:
    if first:
        axes.set_title(showable(outcome.label), loc="left", fontsize=SIZE, color=INK, pad=5)
    else:
        axes.tick_params(labelleft=False)
    if last:
        unit = "" if quantity.unit in ("", "share") else f"\n{cropped(quantity.unit, 22)}"
        axes.set_xlabel(f"{cropped(quantity.label, 22)}{unit}", fontsize=SMALL, color=MUTED)
    else:
        axes.tick_params(labelbottom=False)


def _say(
    figure: Figure,
    table: Table,
    profile: Profile,
    left_out: tuple[Sequence[_Outcome], Sequence[_Quantity]],
) -> None:
    """Write the subject above, and below it the provenance and what is left out."""
    shown = len(table.rows)
    many = f"{table.size:,} scenarios"
    if shown < table.size:
        many = f"{shown:,} of {table.size:,} scenarios, taken at random"
    height = figure.get_size_inches()[1]
    figure.text(
        0.0,
        1.0 - 0.16 / height,
        f"Sweep: {many}",
        fontsize=SIZE + 1.5,
        family="Open Sans",
        weight=600,
    )
    said = "Marker or line: the middle scenario; bar or dots: all, whatever else was varied."
    figure.text(0.0, 1.0 - 0.34 / height, said, fontsize=SMALL, color=MUTED)
    names = [each.label for group in left_out for each in group]
    lines = [f"{subject_line(profile)} · {_rests_on(table.rows[0])}"]
    if names:
        lines.append(cropped(f"Not shown: {', '.join(names)}", 150))
    figure.text(
        0.0, 0.03 / height, showable("\n".join(lines)), fontsize=SMALL, color=MUTED, va="bottom"
    )


def _rests_on(row: Mapping[str, Any]) -> str:
    said = (
        (name, row.get(key))
        for name, key in (
            ("base", "base"),
            ("model", "model"),
            ("draws", "draws"),
            ("seed", "seed"),
            ("record", "record"),
        )
    )
    return " · ".join(f"{name} {str(value)[:14]}" for name, value in said if value is not None)
