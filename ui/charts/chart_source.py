"""From projections to what a chart draws: the one place that knows both."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from modeller.base.clock import today
from modeller.base.language import translatable, translate
from modeller.evidence import Record
from modeller.model.catalogue import Outcome
from modeller.profiles import Profile
from modeller.projection import SUMMARY, Band
from modeller.projection import View as ModelView
from modeller.records import past_year_for, record_for
from modeller.scenario import Scenario
from modeller.scenario.inputs import weekly_levers
from modeller.wording import (
    Projected,
    chart_title,
    credit,
    set_by_user,
    wrongly_flagged_sentence,
)
from ui.charts.chart_data import ChartData, Floats, Pinned, Total, View
from ui.desk.session import Desk, Slot

RECORD_WEEKS = 26
"""Weeks of the record shown before the first projected one."""

BAND_COLUMNS = tuple(SUMMARY.index(name) for name in ("p10", "p25", "p50", "p75", "p90"))
_MEDIAN = SUMMARY.index("p50")
_PER: dict[View, str] = {
    "weekly": translatable("Chart", "{label} a week · {bands}"),
    "cumulative": translatable("Chart", "{label} since the record’s end · {bands}"),
    "total": translatable("Chart", "{label} in {weeks} weeks · {bands}"),
}
_RARELY = translatable("Chart", "{label} since the record’s end · cumulative · {bands}")
"""The subtitle under "Weekly" of what does not happen in most weeks."""
_RATIO_PER: dict[View, str] = {
    "cumulative": translatable("Chart", "{label} over all weeks so far · {bands}"),
    "total": translatable("Chart", "{label} over {weeks} weeks · {bands}"),
}
_IMBALANCE_PER: dict[View, str] = {  # the title has the name, so the caution takes its place here
    "weekly": translatable("Chart", "A week · an imbalance, not its cause"),
    "cumulative": translatable("Chart", "Since the record’s end · an imbalance, not its cause"),
    "total": translatable("Chart", "In {weeks} weeks · an imbalance, not its cause"),
}
_HAIR = 1e-9
_WRONGLY_FLAGGED = "false_alerts_on_black_people"
_BAND_WORDS: dict[Band, str] = {
    "seen": translatable("Chart", "80 and 50 % bands"),
    "underlying": translatable("Chart", "underlying rate"),
}


@lru_cache(maxsize=4)
def _weeks(digest: str | None, profile: Profile) -> Record:
    """A record with every week in it; its content never changes under a digest."""
    return record_for(digest, profile).by_week()


@lru_cache(maxsize=32)
def _record(column: str, digest: str | None, profile: Profile, view: View) -> tuple[Floats, Floats]:
    """The last weeks of a column of the record, and their numbers up to 0.

    For a cumulative view they are added up from the first of them.
    """
    values = getattr(_weeks(digest, profile), column).astype(np.float64)[-RECORD_WEEKS:]
    weeks = np.arange(1 - len(values), 1, dtype=np.float64)
    return weeks, np.cumsum(values) if view == "cumulative" else values


def record_end(scenario: Scenario) -> date:
    """The last day of the record that a scenario stands on."""
    return _weeks(scenario.record, scenario.profile).last_day


def record_known_to(scenario: Scenario) -> date:
    """The day to which its deployments are known, as the chart says it."""
    return _weeks(scenario.record, scenario.profile).last_known_day


class _Beyond:
    """In which weeks each lever is set beyond anything tried, of the scenario asked for last.

    Several charts ask, one after the other, at each move of a lever.
    """

    def __init__(self) -> None:
        self._of: tuple[object, object] = (None, None)
        self._weeks: dict[str, NDArray[np.bool_]] = {}

    def weeks(self, result: Projected) -> dict[str, NDArray[np.bool_]]:
        """By the lever's key; levers that are nowhere beyond it are left out."""
        scenario, declared = result.scenario, result.catalogue
        if self._of[0] is not scenario or self._of[1] is not declared:
            self._of, self._weeks = (scenario, declared), {}
            weekly = weekly_levers(scenario, declared)
            for key, lever in declared.levers.items():
                if lever.evidence is not None:
                    low, high = lever.evidence
                    beyond = (weekly[key] < low - _HAIR) | (weekly[key] > high + _HAIR)
                    if beyond.any():
                        self._weeks[key] = beyond
        return self._weeks


_BEYOND = _Beyond()


def _beyond(result: Projected, outcome: Outcome, view: View) -> NDArray[np.bool_]:
    """In which weeks a lever that moves `outcome` is set beyond anything tried.

    Once it has been, a running sum has it in it. Nothing where it never is.
    """
    found = [w for key, w in _BEYOND.weeks(result).items() if key in outcome.depends_on]
    if not found:
        return np.empty(0, np.bool_)
    beyond: NDArray[np.bool_] = np.logical_or.reduce(found)
    return np.logical_or.accumulate(beyond) if view == "cumulative" else beyond


def _record_year(column: str, scenario: Scenario) -> tuple[str, float] | None:
    """The record's total of its last 52 weeks, and what to call it; None for a shorter one."""
    values = getattr(_weeks(scenario.record, scenario.profile), column)[-52:]
    if values.size < 52:
        return None
    year = scenario.profile.about.record.last_full_year
    name = (
        translate("Chart", "{year}, recorded", year=year)
        if scenario.record is None and _ends_with(year, scenario.profile)
        else translate("Chart", "last 52 weeks, recorded")
    )
    return name, float(values.sum())


def _ends_with(year: int, profile: Profile) -> bool:
    """Whether the record's last 52 weeks are a calendar year, give or take some days."""
    return abs((profile.record.last_day - date(year, 12, 31)).days) < 7


def possible_view(outcome: Outcome, view: View) -> View:
    """The view itself, or the nearest one where the outcome has no such view."""
    return "cumulative" if outcome.kind == "ratio" and view == "weekly" else view


def subtitle(outcome: Outcome, view: View, band: Band, weeks: int, *, rarely: bool = False) -> str:
    """The quantity, its span, what the bands are, and that a rare count is added up."""
    per = _RATIO_PER if outcome.kind == "ratio" else _PER
    if outcome.key == _WRONGLY_FLAGGED:
        per = _IMBALANCE_PER
    bands = translate("Chart", _BAND_WORDS[band])
    text = _RARELY if rarely and per is _PER else per[view]
    return translate("Chart", text, label=outcome.label, weeks=weeks, bands=bands)


def _total(slot: Slot, result: Projected, key: str, band: Band) -> Total:
    low, lower, middle, upper, high = result.summary(key, "total", band)[
        list(BAND_COLUMNS)
    ].tolist()
    beliefs = set_by_user(result, key)
    return Total(slot.letter, slot.scenario.name, low, lower, middle, upper, high, beliefs)


def finding(desk: Desk, results: Mapping[str, Projected], key: str) -> str:
    """The title of an outcome's chart; empty before the first projection."""
    result = results.get(desk.selected)
    if result is None:
        return ""
    baseline = results.get(desk.baseline) if desk.baseline != desk.selected else None
    scenario, than = result.scenario, ""
    if baseline is not None and not baseline.scenario.is_baseline:
        than = translate("Chart", "scenario {letter}", letter=desk.baseline)
    past = past_year_for(scenario.record, scenario.profile)
    return chart_title(result, baseline, key, past=past, than=than)


def chart_data(
    desk: Desk,
    results: Mapping[str, Projected],
    key: str,
    wanted: View,
    band: Band,
    title: str | None = None,
    *,
    rarely: bool = False,
) -> ChartData | None:
    """What the chart of an outcome shows; None before the first projection.

    Parameters
    ----------
    wanted
        The view asked for; a ratio has no weekly view and shows the cumulative one.
    title
        The one to show instead of the `finding`.
    rarely
        Whether the view is cumulative although the others are weekly, because most weeks have
        nothing to show.
    """
    result = results.get(desk.selected)
    if result is None:
        return None
    outcome = desk.scenario.catalogue.outcomes[key]
    view = possible_view(outcome, wanted)
    scenario = result.scenario
    name = desk.scenario.name  # the projection may be of another with the same inputs
    title = finding(desk, results, key) if title is None else title
    footer = credit(scenario, name, result.catalogue.version)
    others = [
        (slot, results[slot.letter])
        for slot in desk.slots
        if slot.visible and slot.letter != desk.selected and slot.letter in results
    ]
    unit = outcome.unit
    words = subtitle(outcome, view, band, scenario.weeks, rarely=rarely)
    caution = wrongly_flagged_sentence(result) if key == _WRONGLY_FLAGGED else ""
    if view == "total":
        shown = [(desk.current, result), *others]
        column = outcome.record_column
        year = _record_year(column, scenario) if column and scenario.weeks == 52 else None
        return ChartData(
            title=title,
            subtitle=words,
            unit=unit,
            view=view,
            whole=outcome.whole,
            letter=desk.selected,
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
    if outcome.record_column:
        record = _record(outcome.record_column, scenario.record, scenario.profile, view)
    return ChartData(
        title=title,
        subtitle=words,
        unit=unit,
        view=view,
        whole=outcome.whole,
        letter=desk.selected,
        name=name,
        weeks=np.arange(1, scenario.weeks + 1, dtype=np.float64),
        p10=p10,
        p25=p25,
        p50=p50,
        p75=p75,
        p90=p90,
        record_weeks=record[0],
        record_values=record[1],
        record_end=record_end(scenario),
        record_known_to=record_known_to(scenario),
        drawn=_drawable(result.smooth(key, model_view, band)[:, BAND_COLUMNS].T),
        before=min(RECORD_WEEKS, len(_weeks(scenario.record, scenario.profile).week_starting)),
        today=today(),
        beyond=_beyond(result, outcome, view),
        count=outcome.kind == "flow" and not outcome.counted_in.is_money,
        pinned=tuple(
            _pinned(slot, each, key, model_view, band, scenario.weeks) for slot, each in others
        ),
        footer=footer,
        caution=caution,
        beliefs=set_by_user(result, key),
    )


def _pinned(
    slot: Slot, result: Projected, key: str, view: ModelView, band: Band, weeks: int
) -> Pinned:
    """The line and the range at its end, cut to the `weeks` shown if its horizon is longer."""
    true = _drawable(result.summary(key, view, band)[:weeks, _MEDIAN])
    smooth = _drawable(result.smooth(key, view, band)[:weeks, BAND_COLUMNS])
    ends = tuple(smooth[-1].tolist())
    beliefs = set_by_user(result, key)
    return Pinned(slot.letter, slot.scenario.name, true, beliefs, smooth[:, 2].copy(), ends)


def _drawable(values: Floats) -> Floats:
    """Infinity, a ratio without a denominator, as a gap."""
    return np.where(np.isfinite(values), values, np.nan)
