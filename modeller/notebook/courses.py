"""How much it would take, the test against the past, a record: as lines in the documents' style."""

from __future__ import annotations

import math
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from modeller.analysis.along import along
from modeller.analysis.phrases import amount_words, measure_words
from modeller.analysis.seek import Places, Sought
from modeller.backtest import Backtest
from modeller.backtest.results import BacktestView, Telling
from modeller.backtest.words import finding_words, told_words
from modeller.base.dates import short_date
from modeller.base.errors import ModellerError, Problem
from modeller.briefing.charts import (
    HIGH,
    INK,
    INNER,
    LOOKS,
    OUTER,
    PAPER,
    SMALL,
    axes_in,
    finite_top,
    new_figure,
    number_axis,
    showable,
    tint,
)
from modeller.briefing.drawings import months
from modeller.evidence import Record
from modeller.evidence.record import COUNT_COLUMNS
from modeller.model.catalogue import shared_outcome_labels
from modeller.notebook.answers import answer
from modeller.notebook.bars import nothing_to_draw
from modeller.notebook.titled import Drawn, of_scenarios
from modeller.wording import exact_number, subject_words, value_words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LABELS = 5
_MONTHS = 10


def seek(found: Sought) -> Drawn:
    """What the target asks for along the lever, the target, and where it is met."""
    scenario, goal = found.scenario, found.goal
    for key, value in list(zip(found.vary, found.values, strict=True))[1:]:
        scenario = scenario.with_value(key, value)
    line = along(scenario, goal.measure, found.vary[0], also=(found.values[0],))
    known = [
        (value, measure)
        for value, measure in zip(line.values, line.measures, strict=True)
        if math.isfinite(measure)
    ]
    if not known:
        raise nothing_to_draw("is not defined anywhere along the lever")
    declared = found.scenario.catalogue
    of, entry = declared.sliders[line.key], declared.outcomes[goal.measure.outcome]
    places, look = Places(of), LOOKS["A"]
    figure = new_figure(2.9)
    axes = axes_in(figure, 0.6, 0.66, 0.35, 0.15)
    number_axis(axes, "y", max(goal.figure, *(measure for _, measure in known)), entry.unit)
    axes.set_xlim(0.0, 1.0)
    spread = [places.value(place) for place in places.spread(_LABELS)]
    bare = not (of.counted_in.is_share or of.counted_in.is_money)
    labels = [exact_number(value) if bare else value_words(of, value) for value in spread]
    axes.set_xticks([places.way(value) for value in spread], [showable(text) for text in labels])
    axes.set_xlabel(showable(of.label))
    axes.plot(
        [places.way(value) for value, _ in known], [measure for _, measure in known],
        color=look.colour, linewidth=1.7,
    )  # fmt: skip
    axes.axhline(goal.figure, color=INK, linewidth=1.1, linestyle=(0, (4, 2)))
    _note(axes, amount_words(entry, goal.figure), 0.0, goal.figure)
    if found.answer is not None:
        met = places.way(found.values[0])
        axes.axvline(met, color=INK, linewidth=1.3)
        _note(axes, value_words(of, found.values[0]), met, axes.get_ylim()[1] * 0.03)
    axes.plot(
        [places.way(found.stood[0])], [found.measured_now], marker=look.marker, markersize=6.5,
        color=look.colour, markeredgecolor=PAPER, clip_on=False, zorder=3,
    )  # fmt: skip
    legend = (
        f"line: {measure_words(goal.measure, declared)} · dashed: the target · upright: where it "
        "is met · marker: as it stands now"
    )
    return of_scenarios(figure, answer(found), legend, (found.scenario,))


def _note(axes: Axes, text: str, x: float, y: float) -> None:
    right = x > 0.75
    axes.annotate(
        showable(text), (x, y), xytext=(-5 if right else 5, 4), textcoords="offset points",
        ha="right" if right else "left", va="bottom", fontsize=SMALL + 0.5, color=INK,
        bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.8},
    )  # fmt: skip


def _check(where: str, given: object, known: Collection[Any]) -> None:
    if given not in known:
        raise ModellerError(
            Problem(where, f"is {given}", f"give one of {', '.join(map(str, known))}")
        )


def past(
    found: Backtest,
    outcome: str = "arrests",
    view: BacktestView = "cumulative",
    day: date | None = None,
    telling: Telling | None = None,
) -> Drawn:
    """What would have been said on one day, and over it what happened."""
    latest = max(found.origins, key=lambda origin: (origin.deployments.size, origin.day))
    days = {origin.day: origin for origin in found.origins}
    _check("day", day or latest.day, days)
    origin = days[day or latest.day]
    told = telling or found.tellings[0]
    _check("telling", told, found.tellings)
    _check("outcome", outcome, origin.told[told])
    _check("view", view, ("weekly", "cumulative"))
    series = origin.told[told][outcome]
    weekly = view == "weekly"
    bands = series.weekly if weekly else series.cumulative
    happened = (series.observed_weekly if weekly else series.observed_cumulative).astype(float)
    weeks, look = np.arange(1, len(bands) + 1), LOOKS["A"]
    figure = new_figure(2.9)
    axes = axes_in(figure, 0.6, 0.6, 0.2, 0.12)
    label = shared_outcome_labels()[outcome]
    number_axis(axes, "y", finite_top(bands, happened), "")
    for low, high, share in ((0, 4, OUTER), (1, 3, INNER)):
        axes.fill_between(
            weeks, bands[:, low], bands[:, high], color=tint(look.colour, share), linewidth=0
        )
    axes.plot(weeks, bands[:, 2], color=look.colour, linewidth=1.7)
    axes.plot(weeks, happened, color=INK, linewidth=0.9, marker="o", markersize=3.2)
    axes.set_xlim(0.5, len(bands) + 0.5)
    axes.set_xticks(*months(1, len(bands), origin.day, _MONTHS))
    legend = (
        f"from {short_date(origin.day)}, {told_words(told)} · bands: half and 8 of 10 futures · "
        "line with dots: what happened"
    )
    quantity = "a week" if weekly else "since the first week"
    credit = (
        f"record {found.record_digest[:12]} · {found.record_label} · {found.draws:,} futures · "
        f"seed {found.seed} · model {found.profile.catalogue.version}"
    )
    subject = f"{subject_words(found.profile)} · test against the past"
    title = finding_words(label, bands, happened, weekly=weekly)
    return Drawn(figure, title, f"{label} {quantity} · {legend}", subject, credit)


def record(found: Record, outcome: str = "arrests") -> Drawn:
    """A count of a record, week by week."""
    _check("outcome", outcome, COUNT_COLUMNS)
    counts = np.asarray(getattr(found, outcome), dtype=np.float64)
    days = found.week_starting.astype("datetime64[D]")
    weeks = (days - days[0]).astype(int) // 7 + 1
    figure = new_figure(2.3)
    axes = axes_in(figure, 0.6, 0.6, 0.2, 0.12)
    number_axis(axes, "y", finite_top(counts), "")
    axes.vlines(weeks, 0.0, counts, color=HIGH.colour, linewidth=1.0)
    axes.set_xlim(0.0, float(weeks[-1]) + 1.0)
    axes.set_xticks(*months(1, int(weeks[-1]), found.first_day, _MONTHS))
    name = outcome.replace("_", " ").capitalize()
    return Drawn(
        figure,
        f"{name}: {int(counts.sum()):,} in {len(counts)} weeks",
        f"{name} a week, counted",
        "Live facial recognition (LFR)",
        f"{found.label} · {found.digest[:12]}",
    )
