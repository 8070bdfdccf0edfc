"""The results of a backtest in sentences, the same in window, command line and documents."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from modeller.backtest.results import (
    FORTNIGHT_WEEKS,
    P10,
    P90,
    Backtest,
    Held,
    Miss,
    Range,
    Telling,
)
from modeller.base.dates import month
from modeller.base.elementary import Floats
from modeller.base.language import translatable, translate
from modeller.model.catalogue import shared_outcome_labels
from modeller.wording import exact_number, number, percent, style_for

TOTAL_WEEKS = 13
_WHOLE_YEAR = 40
"""A year is named by itself if at least this many of its weeks with deployments were forecast."""
_TOLD: dict[Telling, str] = {
    "where": translatable("Backtest", "told how many and where"),
    "how many": translatable("Backtest", "told how many"),
}


def _label(outcome: str) -> str:
    """The label of an outcome that a record counts; the same for every force."""
    return translate("Catalogue", shared_outcome_labels()[outcome])


def told_words(telling: Telling) -> str:
    """What a forecast was told about the deployments ahead."""
    return translate("Backtest", _TOLD[telling])


def day_words(day: date) -> str:
    """``16 December 2024``."""
    return f"{day.day} {month(day)} {day.year}"


def whole_year(found: Backtest) -> int | None:
    """The latest year of which nearly all weeks were forecast; None if there is none."""
    mondays = [
        origin.week_starting[week].astype(object)
        for origin in found.origins
        for week in range(min(FORTNIGHT_WEEKS, origin.deployments.size))
        if origin.deployments[week]
    ]
    years = [
        year for year, weeks in Counter(day.year for day in mondays).items() if weeks >= _WHOLE_YEAR
    ]
    return max(years, default=None)


def weeks_sentence(found: Backtest, outcome: str, telling: Telling) -> str:
    """How many weeks lay inside the band, in one sentence."""
    held, year = found.weeks_held(telling, outcome), whole_year(found)
    words: dict[str, Any] = {
        "label": _label(outcome),
        "inside": number(float(held.inside)),
        "cases": number(float(held.cases)),
    }
    if year is None:
        return translate(
            "Backtest", "{label}: {inside} of {cases} weeks lay inside the 8-in-10 band.", **words
        )
    then = found.weeks_held(telling, outcome, year)
    return translate(
        "Backtest",
        "{label}: {inside} of {cases} weeks lay inside the 8-in-10 band; in {year}, {then} of "
        "{weeks}.",
        year=year,
        then=number(float(then.inside)),
        weeks=number(float(then.cases)),
        **words,
    )


def how_sentence(telling: Telling) -> str:
    """From when each week was forecast, what a perfect model would score, and what that means."""
    if telling == "where":
        seen = translate(
            "Backtest",
            "Each week was forecast at most a fortnight ahead, from what was known then and from "
            "how many deployments there would be and where. A perfect model has 8 in 10 weeks "
            "inside, and more where the counts are small.",
        )
    else:
        seen = translate(
            "Backtest",
            "Each week was forecast at most a fortnight ahead, from what was known then and from "
            "how many deployments there would be. A perfect model has 8 in 10 weeks inside, and "
            "more where the counts are small.",
        )
    caution = translate(
        "Backtest",
        "The width of the bands was decided with these weeks in view, so only weeks still to come "
        "test them afresh.",
    )
    return f"{seen} {caution}"


def totals_sentence(found: Backtest, outcome: str, telling: Telling) -> str:
    """How many totals of 13 weeks lay inside their band; empty if there were none."""
    held = found.totals_held(telling, outcome, TOTAL_WEEKS)
    if not held.cases:
        return ""
    return translate(
        "Backtest",
        "Of {cases} totals over {weeks} weeks, whose periods overlap, {inside} lay inside their "
        "band.",
        cases=number(float(held.cases)),
        weeks=TOTAL_WEEKS,
        inside=number(float(held.inside)),
    )


def rule_sentence(found: Backtest, outcome: str, telling: Telling) -> str:
    """The error compared with that of “the last 13 weeks again”."""
    skill = found.line(telling, outcome, "weekly", TOTAL_WEEKS).last_weeks
    words: dict[str, Any] = {
        "weeks": TOTAL_WEEKS,
        "share": percent(abs(skill.value)),
        "range": share_range(skill),
    }
    if skill.value < 0.0:
        return translate(
            "Backtest",
            "Over {weeks} weeks its errors were {share} larger than those of “the last 13 weeks "
            "again” (80 % range: {range} smaller).",
            **words,
        )
    return translate(
        "Backtest",
        "Over {weeks} weeks its errors were {share} smaller than those of “the last 13 weeks "
        "again” (80 % range: {range}).",
        **words,
    )


def share_range(scored: Range) -> str:
    """A range of shares: ``16 to 25 %``; each with its own sign."""
    return translate(
        "Backtest",
        "{low} to {high}",
        low=number(100.0 * scored.low, 1.0),
        high=percent(scored.high),
    )


def single_sentences(found: Backtest, outcome: str | None = None) -> tuple[str, ...]:
    """What knowing the place is worth for a single deployment, a sentence for each outcome."""
    return tuple(
        translate(
            "Backtest",
            "{label} at a single deployment, at most a fortnight ahead: {inside} of {cases} inside "
            "the 8-in-10 band; knowing the place makes errors {gain} smaller (80 % range: "
            "{range}).",
            label=_label(line.outcome),
            inside=percent(line.inside_80),
            cases=number(float(line.cases)),
            gain=percent(line.gain.value),
            range=share_range(line.gain),
        )
        for line in found.deployments
        if outcome in (None, line.outcome)
    )


def miss_sentence(miss: Miss) -> str:
    """A miss in words."""
    words: dict[str, Any] = {
        "outcome": _label(miss.outcome),
        "weeks": miss.horizon,
        "day": day_words(miss.origin),
        "told": told_words(miss.telling),
        "observed": number(float(miss.observed)),
        "range": style_for("", miss.low, miss.high, whole=True).range(miss.low, miss.high),
    }
    if miss.above:
        return translate(
            "Backtest",
            "{outcome} in the {weeks} weeks from {day}, {told}: {observed} happened, above the "
            "80 % band of {range}.",
            **words,
        )
    return translate(
        "Backtest",
        "{outcome} in the {weeks} weeks from {day}, {told}: {observed} happened, below the 80 % "
        "band of {range}.",
        **words,
    )


def weeks_of_all_outcomes(found: Backtest, telling: Telling) -> Held:
    """The weeks of all outcomes that lay inside their bands, added up."""
    outcomes = found.origins[0].told[telling]
    held = [found.weeks_held(telling, outcome) for outcome in outcomes]
    return Held(sum(each.inside for each in held), sum(each.cases for each in held))


def standpoints_words(found: Backtest) -> str:
    """The record, the number of origins, and the first and the last of them."""
    return translate(
        "Backtest",
        "On the {record}: {count} Mondays a fortnight apart, {first} to {last}.",
        record=found.record_label,
        count=len(found.origins),
        first=day_words(found.origins[0].day),
        last=day_words(found.origins[-1].day),
    )


def finding_words(label: str, bands: Floats, happened: Floats, *, weekly: bool) -> str:
    """The title of a chart of one origin: how much of what happened lay inside the band."""
    if weekly:
        held = int(((bands[:, P10] <= happened) & (happened <= bands[:, P90])).sum())
        return translate(
            "Hindsight",
            "{label}: {held} of {count} weeks inside the 80 % band",
            label=label,
            held=held,
            count=len(happened),
        )
    low, high, last = float(bands[-1, P10]), float(bands[-1, P90]), float(happened[-1])
    figure = exact_number(round(last))
    if last > high:
        text = translatable("Hindsight", "{label}: {figure} happened, above the 80 % band")
    elif last < low:
        text = translatable("Hindsight", "{label}: {figure} happened, below the 80 % band")
    else:
        text = translatable("Hindsight", "{label}: {figure} happened, inside the 80 % band")
    return translate("Hindsight", text, label=label, figure=figure)
