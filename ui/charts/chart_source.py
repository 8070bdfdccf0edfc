"""From projections to what a chart draws: the one place that knows both."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from modeller.base.language import translatable, translate
from modeller.evidence import Record
from modeller.model.catalogue import Outcome, catalogue
from modeller.projection import SUMMARY, Band
from modeller.projection import View as ModelView
from modeller.records import record_for
from modeller.wording import Projected, black_londoners_sentence, chart_title, set_by_user
from ui.charts.chart_data import ChartData, Floats, Pinned, Total, View
from ui.desk.session import Desk, Slot

RECORD_WEEKS = 26
"""Weeks of the record shown before the first projected one."""

BAND_COLUMNS = tuple(SUMMARY.index(name) for name in ("p10", "p25", "p50", "p75", "p90"))
_MEDIAN = SUMMARY.index("p50")
_PER: dict[View, str] = {
    "weekly": translatable("Chart", "{label} a week · {bands}"),
    "cumulative": translatable("Chart", "{label} since week 1 · {bands}"),
    "total": translatable("Chart", "{label} in {weeks} weeks · {bands}"),
}
_RATIO_PER: dict[View, str] = {
    "cumulative": translatable("Chart", "{label} over all weeks so far · {bands}"),
    "total": translatable("Chart", "{label} over {weeks} weeks · {bands}"),
}
_IMBALANCE_PER: dict[View, str] = {  # the caution goes before the name, which the title has
    "weekly": translatable("Chart", "A week · an imbalance, not its cause"),
    "cumulative": translatable("Chart", "Since week 1 · an imbalance, not its cause"),
    "total": translatable("Chart", "In {weeks} weeks · an imbalance, not its cause"),
}
_WRONGLY_FLAGGED = "false_alerts_on_black_londoners"
_BAND_WORDS: dict[Band, str] = {
    "seen": translatable("Chart", "80 and 50 % bands"),
    "underlying": translatable("Chart", "underlying rate"),
}


@lru_cache(maxsize=4)
def _weeks(digest: str | None) -> Record:
    """A record with every week in it; a digest names its content for ever."""
    return record_for(digest).by_week()


def _record(column: str, digest: str | None) -> tuple[Floats, Floats]:
    """The last weeks of a column of the record, and their numbers up to 0."""
    values = getattr(_weeks(digest), column).astype(np.float64)[-RECORD_WEEKS:]
    return np.arange(1 - len(values), 1, dtype=np.float64), values


def _record_year(column: str, digest: str | None) -> tuple[str, float] | None:
    """The record's total of its last 52 weeks, and what to call it; None for a shorter one."""
    values = getattr(_weeks(digest), column)[-52:]
    if values.size < 52:
        return None
    name = (
        translate("Chart", "2025, recorded")
        if digest is None
        else translate("Chart", "last 52 weeks, recorded")
    )
    return name, float(values.sum())


def possible_view(outcome: Outcome, view: View) -> View:
    """The view itself, or the next best where the outcome has no such view."""
    return "cumulative" if outcome.kind == "ratio" and view == "weekly" else view


def subtitle(outcome: Outcome, view: View, band: Band, weeks: int) -> str:
    """The quantity, its span and what the bands are."""
    per = _RATIO_PER if outcome.kind == "ratio" else _PER
    if outcome.key == _WRONGLY_FLAGGED:
        per = _IMBALANCE_PER
    bands = translate("Chart", _BAND_WORDS[band])
    return translate("Chart", per[view], label=outcome.label, weeks=weeks, bands=bands)


def _total(slot: Slot, result: Projected, key: str, band: Band) -> Total:
    low, lower, middle, upper, high = result.summary(key, "total", band)[
        list(BAND_COLUMNS)
    ].tolist()
    beliefs = set_by_user(result, key)
    return Total(slot.letter, slot.scenario.name, low, lower, middle, upper, high, beliefs)


def finding(desk: Desk, results: Mapping[str, Projected], key: str) -> str:
    """The title of an outcome's chart; empty before the first projection."""
    result = results.get(desk.at_hand)
    if result is None:
        return ""
    baseline = results.get(desk.baseline) if desk.baseline != desk.at_hand else None
    return chart_title(result, baseline, key)


def chart_data(
    desk: Desk,
    results: Mapping[str, Projected],
    key: str,
    wanted: View,
    band: Band,
    title: str | None = None,
) -> ChartData | None:
    """What the chart of an outcome shows; None before the first projection.

    Parameters
    ----------
    wanted
        The view asked for; a ratio has no weekly view and shows the cumulative one.
    title
        The one to show instead of the `finding`.
    """
    result = results.get(desk.at_hand)
    if result is None:
        return None
    outcome = catalogue().outcomes[key]
    view = possible_view(outcome, wanted)
    scenario = result.scenario
    name = desk.scenario.name  # a projection may be another scenario's, with the same inputs
    title = finding(desk, results, key) if title is None else title
    footer = translate(
        "Chart",
        "{title} · {fingerprint} · model {version}",
        title=name,
        fingerprint=scenario.fingerprint,
        version=result.catalogue.version,
    )
    others = [
        (slot, results[slot.letter])
        for slot in desk.slots
        if slot.visible and slot.letter != desk.at_hand and slot.letter in results
    ]
    unit = outcome.unit
    words = subtitle(outcome, view, band, scenario.weeks)
    caution = black_londoners_sentence(result) if key == _WRONGLY_FLAGGED else ""
    if view == "total":
        shown = [(desk.current, result), *others]
        column = outcome.record_column
        year = _record_year(column, scenario.record) if column and scenario.weeks == 52 else None
        return ChartData(
            title=title,
            subtitle=words,
            unit=unit,
            view=view,
            whole=outcome.whole,
            letter=desk.at_hand,
            name=name,
            totals=tuple(_total(slot, each, key, band) for slot, each in shown),
            record_total=year,
            footer=footer,
            caution=caution,
        )
    model_view: ModelView = view
    bands = result.summary(key, model_view, band)
    p10, p25, p50, p75, p90 = _drawable(bands[:, BAND_COLUMNS].T)
    record = (np.empty(0), np.empty(0))
    if view == "weekly" and outcome.record_column:
        record = _record(outcome.record_column, scenario.record)
    return ChartData(
        title=title,
        subtitle=words,
        unit=unit,
        view=view,
        whole=outcome.whole,
        letter=desk.at_hand,
        name=name,
        weeks=np.arange(1, scenario.weeks + 1, dtype=np.float64),
        p10=p10,
        p25=p25,
        p50=p50,
        p75=p75,
        p90=p90,
        record_weeks=record[0],
        record_values=record[1],
        record_end=_weeks(scenario.record).last_day,
        pinned=tuple(
            Pinned(
                slot.letter,
                slot.scenario.name,
                # another horizon may be longer; there are no bands beyond this one's
                _drawable(each.summary(key, model_view, band)[: scenario.weeks, _MEDIAN]),
                set_by_user(each, key),
            )
            for slot, each in others
        ),
        footer=footer,
        caution=caution,
        beliefs=set_by_user(result, key),
    )


def _drawable(values: Floats) -> Floats:
    """Infinity, a ratio without a denominator, as a gap."""
    return np.where(np.isfinite(values), values, np.nan)
