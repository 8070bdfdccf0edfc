"""The charts of the slides, as PowerPoint's own charts, whose figures can be edited there."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import Any

from pptx.chart import data as chart_data
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Inches, Pt

from modeller.briefing.charts import LOOKS, cropped, tint
from modeller.briefing.pictures import Fan, Intervals, Panel
from modeller.wording.story import Ranges, Scale

Area = tuple[float, float, float, float]
"""Left, top, width and height, in inches."""

_INK, _MUTED, _HAIRLINE = "0B0C0C", "505A5F", "D5DADD"
_LABEL_LENGTH = 30
_WEEKS_OF_QUARTER = 13
_GAP = 0.25
_PANEL_STEPS, _SCALE_STEPS = 3, 6
_ROWS_OF_HEAD = 1.6
"""The heading and axis of a chart are as high as this many rows."""


def add_fan(slide: Slide, picture: Fan, alternative: str, area: Area) -> None:
    """Add a chart of the record, the scenarios' medians, and the 80 % range of one."""
    past = [] if picture.record is None else picture.record.tolist()
    weeks = len(picture.bands)
    data: Any = chart_data.CategoryChartData()  # type: ignore[no-untyped-call]
    numbers = (*range(1 - len(past), 1), *range(1, weeks + 1))
    begins = picture.begins
    data.categories = [
        str(week) if begins is None else begins + timedelta(weeks=week - 1) for week in numbers
    ]
    before: list[float | None] = [None] * len(past)
    subject = picture.subject
    if past:
        data.add_series(picture.record_label, [*past, *[None] * weeks])
    for place, share in ((0, "1 in 10 below"), (3, "1 in 10 above")):
        data.add_series(f"{subject}: {share}", [*before, *picture.bands[:, place].tolist()])
    for line in picture.lines:
        name = f"{line.letter}  {cropped(line.label, _LABEL_LENGTH)}, {line.end}"
        data.add_series(name, [*before, *line.values.tolist()])
    chart = _add(slide, XL_CHART_TYPE.LINE, data, alternative, area)
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.legend.font.size = Pt(12)
    looks = [(_INK, 1.25, "solid")] if past else []
    looks += [(LOOKS[subject].colour[1:], 1.0, "sysDot")] * 2
    looks += [
        (LOOKS[line.letter].colour[1:], 2.5, dash)
        for line, dash in zip(picture.lines, ("solid", "dash", "dashDot", "sysDash"), strict=False)
    ]
    for series, (colour, width, dash) in zip(chart.plots[0].series, looks, strict=True):
        series.smooth = False
        series.marker.style = XL_MARKER_STYLE.NONE
        _colour_line(series.format.line, colour, width, dash)
    _value_axis(chart)
    axis = chart.category_axis
    axis.tick_labels.font.size = Pt(12)
    axis.has_title = True
    axis.axis_title.text_frame.text = (
        "Weeks from the record’s end" if begins is None else "Weeks beginning in"
    )
    axis.axis_title.text_frame.paragraphs[0].runs[0].font.size = Pt(12)
    if begins is not None:
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "mmm yyyy", False
        _label_months(axis, 1 if len(numbers) <= 2 * _WEEKS_OF_QUARTER else 3)


def _label_months(axis: Any, months: int) -> None:
    """Label every so many months, for which the library has no call."""
    element = axis._element
    for name in ("c:majorUnit", "c:majorTimeUnit"):
        for known in element.findall(qn(name)):
            element.remove(known)
    last = element.find(qn("c:baseTimeUnit"))
    last = element.find(qn("c:lblOffset")) if last is None else last
    time_unit = element.makeelement(qn("c:majorTimeUnit"), {"val": "months"})
    last.addnext(time_unit)
    last.addnext(element.makeelement(qn("c:majorUnit"), {"val": str(months)}))


def add_panels(slide: Slide, picture: Intervals, area: Area) -> None:
    """Add a chart for each outcome: the ranges of scenarios as bars, the inner half darker."""
    left, top, width, height = area
    each = (width - _GAP * (len(picture.panels) - 1)) / len(picture.panels)
    for place, panel in enumerate(picture.panels):
        _add_panel(slide, panel, (left + place * (each + _GAP), top, each, height))


def _add_panel(slide: Slide, panel: Panel, area: Area) -> None:
    data: Any = chart_data.CategoryChartData()  # type: ignore[no-untyped-call]
    # a letter comes first, so that no title can be a formula in the chart's workbook
    data.categories = [
        f"{row.letter}  {cropped(row.label, 18)}\n{row.words}" for row in panel.intervals
    ]
    for name, first, last in (
        ("up to 1 in 10", None, 0),
        ("1 in 10 to 1 in 4", 0, 1),
        ("half of futures", 1, 3),
        ("1 in 4 to 1 in 10", 3, 4),
    ):
        before = [0.0 if first is None else row.ends[first] for row in panel.intervals]
        after = [row.ends[last] for row in panel.intervals]
        data.add_series(name, [b - a for a, b in zip(before, after, strict=True)])
    said = "; ".join(f"{row.letter}, {row.label}: {row.words}" for row in panel.intervals)
    alternative = f"{panel.label}, median and 8 of 10 futures: {said}."
    chart = _add(slide, XL_CHART_TYPE.BAR_STACKED, data, alternative, area)
    chart.has_title = True
    chart.chart_title.text_frame.text = panel.label
    font = chart.chart_title.text_frame.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(14), True
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 90, 100
    for place, series in enumerate(plot.series):
        for row, interval in enumerate(panel.intervals):
            fill = series.points[row].format.fill
            if place == 0:
                fill.background()
                continue
            fill.solid()
            share = 1.0 if place == 2 else 0.45
            fill.fore_color.rgb = _rgb(tint(LOOKS[interval.letter].colour, share)[1:])
    _value_axis(chart)
    highest = max(row.ends[-1] for row in panel.intervals)
    chart.value_axis.major_unit = _major_unit(highest, _PANEL_STEPS)
    axis = chart.category_axis
    axis.reverse_order = True  # the first on top, as everywhere
    axis.tick_labels.font.size = Pt(11)


def add_ranges(slide: Slide, picture: Ranges, letter: str, alternative: str, area: Area) -> None:
    """Add the ranges of a step, one chart below the other, each as high as its rows need.

    What the step is about has the colour of the scenario `letter`.
    """
    left, top, width, height = area
    rows = [len(scale.rows) + _ROWS_OF_HEAD for scale in picture.scales]
    each = (height - _GAP * (len(rows) - 1)) / sum(rows)
    for scale, count in zip(picture.scales, rows, strict=True):
        said = "; ".join(f"{row.label}: {row.words}" for row in scale.rows)
        _add_scale(slide, scale, letter, f"{alternative} {said}.", (left, top, width, each * count))
        top += each * count + _GAP


def _add_scale(slide: Slide, scale: Scale, letter: str, alternative: str, area: Area) -> None:
    data: Any = chart_data.CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = [
        f"{row.label}{': ' if scale.bars else chr(10)}{row.words}" for row in scale.rows
    ]
    parts = _parts(scale)
    for name, _, values in parts:
        data.add_series(name, values)
    chart = _add(slide, XL_CHART_TYPE.BAR_STACKED, data, alternative, area)
    if scale.heading:
        chart.has_title = True
        chart.chart_title.text_frame.text = scale.heading
        font = chart.chart_title.text_frame.paragraphs[0].runs[0].font
        font.size, font.bold = Pt(14), True
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 60, 100
    for series, (_, share, _) in zip(plot.series, parts, strict=True):
        for place, row in enumerate(scale.rows):
            fill = series.points[place].format.fill
            if not share:
                fill.background()
                continue
            fill.solid()
            colour = LOOKS[letter].colour if row.strong else f"#{_MUTED}"
            fill.fore_color.rgb = _rgb(tint(colour, share)[1:])
    _value_axis(chart)
    axis = chart.value_axis
    axis.major_unit = _major_unit(max(map(abs, scale.values)), _SCALE_STEPS)
    if min(scale.values) < 0:
        axis.minimum_scale = None
    if scale.percent:
        axis.tick_labels.number_format = '0" %"'
    rows_axis = chart.category_axis
    rows_axis.reverse_order = True  # the first on top, as everywhere
    rows_axis.tick_labels.font.size = Pt(12)
    rows_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _label_every_row(rows_axis)


def _parts(scale: Scale) -> list[tuple[str, float, list[float]]]:
    """The series of a stacked bar: name, strength of its colour, and a figure for each row.

    PowerPoint stacks negative values separately, outwards from zero.
    """
    cuts = []
    for row in scale.rows:
        if row.ends is None:
            middle = row.middle or 0.0
            cuts.append((0.0, 0.0, middle, middle))
        else:
            inner = row.inner or row.ends
            cuts.append((row.ends[0], inner[0], inner[1], row.ends[1]))
    pieces = [("1 in 10 to 1 in 4", 0.45), ("half of futures", 1.0), ("1 in 4 to 1 in 10", 0.45)]
    above = [
        (name, share, [max(c[i + 1], 0.0) - max(c[i], 0.0) for c in cuts])
        for i, (name, share) in enumerate(pieces)
    ]
    gap = [max(c[0], 0.0) + min(c[3], 0.0) for c in cuts]
    exact = not scale.bars and any(row.ends is None for row in scale.rows)
    # beside figures that are whole bars, a range is drawn as the end of a bar
    parts = [("up to there", 0.15 if exact else 0.0, gap), *above]
    if min(c[0] for c in cuts) < 0.0:
        below = [
            (f"{name}, below nought", share, [min(c[i], 0.0) - min(c[i + 1], 0.0) for c in cuts])
            for i, (name, share) in enumerate(pieces)
        ]
        parts += reversed(below)
    return parts


# ---------------------------------------------------------------- what every chart has


def _add(slide: Slide, kind: Any, data: Any, alternative: str, area: Area) -> Any:
    left, top, width, height = (Inches(part) for part in area)
    frame: Any = slide.shapes.add_chart(kind, left, top, width, height, data)
    frame._element.nvGraphicFramePr.cNvPr.set(
        "descr", alternative
    )  # the library has no call for it
    chart = frame.chart
    chart.has_legend = False
    chart.has_title = False
    chart.font.color.rgb = _rgb(_INK)
    return chart


def _value_axis(chart: Any) -> None:
    axis = chart.value_axis
    axis.minimum_scale = 0
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = _rgb(_HAIRLINE)
    axis.format.line.fill.background()
    axis.tick_labels.font.size = Pt(11)
    axis.tick_labels.font.color.rgb = _rgb(_MUTED)
    axis.tick_labels.number_format = '[>=1000000]0.#,,"m";[>=1000]#,##0;General'
    axis.tick_labels.number_format_is_linked = False
    axis._element.txPr.bodyPr.set("rot", "0")  # nor for horizontal labels


def _colour_line(line: Any, colour: str, width: float, dash: str) -> None:
    line.color.rgb, line.width = _rgb(colour), Pt(width)
    line.dash_style = {
        "solid": MSO_LINE.SOLID,
        "dash": MSO_LINE.DASH,
        "dashDot": MSO_LINE.DASH_DOT,
        "sysDash": MSO_LINE.SQUARE_DOT,
        "sysDot": MSO_LINE.ROUND_DOT,
    }[dash]


def _major_unit(highest: float, most: int) -> float:
    """The step between two labels of an axis that has at most so many steps."""
    if not 0.0 < highest < math.inf:
        return 1.0
    power = 10.0 ** math.floor(math.log10(highest / most))
    return next(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power * most >= highest)


def _label_every_row(axis: Any) -> None:
    """Leave no label out, for which the library has no call."""
    element = axis._element
    skip = element.makeelement(qn("c:tickLblSkip"), {"val": "1"})
    element.find(qn("c:lblOffset")).addnext(skip)


def _rgb(colour: str) -> Any:
    return RGBColor.from_string(colour)  # type: ignore[no-untyped-call]
