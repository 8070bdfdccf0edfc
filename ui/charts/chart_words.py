"""What a chart says in words: the read-out of a week, and the sentence for a screen reader."""

from __future__ import annotations

import math

import numpy as np

from modeller.base.dates import in_short, short_date
from modeller.base.language import translate
from modeller.model.units import unit_named
from modeller.wording import EN_DASH, exact_number, short_figure
from modeller.wording.numbers import Style, money, style_for, with_unit
from ui.charts.chart_data import ChartData, Total


def record_text(data: ChartData, value: float) -> str:
    """A number from the record, in full because it was counted: "1,127 arrests"."""
    figure = exact_number(value)
    return with_unit(money(figure) if unit_named(data.unit).is_money else figure, data.unit)


def total_style(data: ChartData, total: Total) -> Style:
    """How the numbers of one scenario's total are written."""
    return style_for(data.unit, total.p10, total.p90, whole=data.whole)


def readout(data: ChartData, week: int) -> tuple[str, ...]:
    """What the read-out says about `week`, line by line; nothing where there is no number."""
    past = np.flatnonzero(data.record_weeks == week)
    if past.size:
        value = float(data.record_values[past[0]])
        dates = data.dates_text(week)
        if data.view == "cumulative":
            start = short_date(data.dates(round(data.first_week))[0])
            end = short_date(data.dates(week)[1])
            head = translate(
                "Chart", "Record, added up from {start} to {end}", start=start, end=end
            )
        else:
            head = translate("Chart", "Record, {dates}", dates=dates)
        return (head, record_text(data, value))
    found = np.flatnonzero(data.weeks == week)
    if not found.size:
        return ()
    i = int(found[0])
    head = translate("Chart", "Week {week}, {dates}", week=week, dates=data.dates_text(week))
    low, middle, high = (float(q[i]) for q in (data.p10, data.p50, data.p90))
    if math.isnan(middle):
        return (head, translate("Chart", "Not defined in this week"))
    style = style_for(data.unit, low, high, whole=data.whole)
    lines = [
        head,
        translate("Chart", "Median {figure}", figure=style.with_unit(middle)),
        translate("Chart", "8 in 10 futures: {range}", range=style.range(low, high)),
    ]
    others = [p for p in data.pinned if i < p.median.size]
    if others:
        lines.append(" · ".join(f"{p.letter} {style.figure(float(p.median[i]))}" for p in others))
    return tuple(lines)


def short_readout(data: ChartData, week: int) -> tuple[str, ...]:
    """A shorter read-out, for the charts beside the one that is pointed at."""
    if not readout(data, week):
        return ()
    monday = data.dates(week)[0]
    head = translate("Chart", "w/c {day}", day=in_short(monday))
    past = np.flatnonzero(data.record_weeks == week)
    if past.size:
        return (head, record_text(data, float(data.record_values[past[0]])))
    i = int(np.flatnonzero(data.weeks == week)[0])
    low, middle, high = (float(q[i]) for q in (data.p10, data.p50, data.p90))
    if math.isnan(middle):
        return (head, translate("Chart", "Not defined in this week"))

    def short(value: float) -> str:
        return short_figure(value, low, high, data.unit, whole=data.whole)

    own = f"{short(middle)} ({short(low)}{EN_DASH}{short(high)})"
    others = [f"{p.letter} {short(float(p.median[i]))}" for p in data.pinned if i < p.median.size]
    return (head, own, *filter(None, (" · ".join(others),)))


def describe(data: ChartData) -> str:
    """One sentence for those who do not see the chart."""
    if data.empty:
        return translate("Chart", "{subtitle}: no projection yet.", subtitle=data.subtitle)
    if data.view == "total":
        parts = []
        for total in data.totals:
            style = total_style(data, total)
            spread = style.range(total.p10, total.p90)
            name = f"{total.letter} {total.title}".strip()
            parts.append(
                translate(
                    "Chart",
                    "{name}: median {figure}, {spread} in 8 of 10 futures",
                    name=name,
                    figure=style.figure(total.p50),
                    spread=spread,
                )
            )
        return _with_mark(f"{data.subtitle}: {'; '.join(parts)}.", data)
    low, middle, high = (float(q[-1]) for q in (data.p10, data.p50, data.p90))
    style = style_for(data.unit, low, high, whole=data.whole)
    sentence = translate(
        "Chart",
        "{subtitle}: in week {week} the median is {figure}, and 8 in 10 futures lie at {range}.",
        subtitle=data.subtitle,
        week=round(data.last_week),
        figure=style.with_unit(middle),
        range=style.range(low, high),
    )
    if data.beyond.any():
        first = short_date(data.dates(int(data.weeks[data.beyond][0]))[0])
        beyond = translate("Chart", "From {day}, this is beyond anything tried.", day=first)
        sentence = f"{sentence} {beyond}"
    return _with_mark(f"{sentence} {data.caution}".rstrip(), data)


def _with_mark(sentence: str, data: ChartData) -> str:
    return f"{sentence} {data.mark}." if data.mark else sentence
