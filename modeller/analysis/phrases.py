"""Phrases for the answers and tables of analyses: measures, targets, ranges.

`declared` is the catalogue that the analysis was made with, which has the words for levers, beliefs
and outcomes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from modeller.analysis.boxes import Box, Limit
from modeller.analysis.targets import Goal, Measure
from modeller.analysis.trade_off import Point
from modeller.analysis.what_must_be_true import SwitchingValue
from modeller.base.language import lower_first, translate
from modeller.model.catalogue import Belief, Catalogue, Lever, Outcome
from modeller.wording.numbers import (
    MINUS,
    THIN_SPACE,
    Style,
    exact_number,
    is_singular,
    money,
    number,
    of_100,
    style_for,
    text_scale,
    with_unit,
)
from modeller.wording.outcomes import noun
from modeller.wording.settings import value_figure, value_range_words, value_words

_Item = TypeVar("_Item")


def evenly(items: Sequence[_Item], most: int) -> Sequence[_Item]:
    """At most so many of the items, evenly chosen, the first and the last among them."""
    if len(items) <= most:
        return items
    step = (len(items) - 1) / (most - 1)
    return [items[round(place * step)] for place in range(most)]


def measure_words(measure: Measure, declared: Catalogue) -> str:
    """A measure: ``arrests, median``; ``arrests, exceeded in 80 of 100 futures``."""
    name = noun(declared.outcomes[measure.outcome])
    probability = measure.probability
    if probability is None:
        return translate("Measure", "mean {outcome}", outcome=name)
    if probability == 0.5:
        return translate("Measure", "median {outcome}", outcome=name)
    return translate(
        "Measure",
        "{outcome} exceeded in {count} of 100 futures",
        outcome=name,
        count=of_100(1.0 - probability),
    )


def goal_words(goal: Goal, declared: Catalogue) -> str:
    """A target: ``at least 1,500 arrests in 80 of 100 futures``; for a mean, ``on average``."""
    return _how_often(wanted_words(goal, declared), goal)


def reached_words(goal: Goal, value: float, declared: Catalogue) -> str:
    """The present value of a target's measure, in the form of the target."""
    entry = declared.outcomes[goal.measure.outcome]
    if math.isinf(value):
        return translate("Goal", "{noun} not defined", noun=noun(entry))
    return _how_often(_amount(goal, entry, reached(goal, value, entry)), goal)


def reached(goal: Goal, value: float, entry: Outcome) -> float:
    """A value with just enough digits to tell whether it meets the target."""
    rounded = float(round(value)) if entry.kind == "flow" and math.isfinite(value) else value
    for digits in (4, 6, 9, 12):
        said = float(f"{rounded:.{digits}g}")
        if goal.met(said) == goal.met(value):
            return said
        rounded = value
    return value


def _how_often(what: str, goal: Goal) -> str:
    if goal.futures:
        return translate("Goal", "{what} in {count} of 100 futures", what=what, count=goal.futures)
    return translate("Goal", "{what} on average", what=what)


def wanted_words(goal: Goal, declared: Catalogue) -> str:
    """A target without its futures: ``at least 1,500 arrests``."""
    return _amount(goal, declared.outcomes[goal.measure.outcome], goal.figure)


def amount_words(entry: Outcome, figure: float) -> str:
    """An amount without its noun: ``£2.5m``."""
    if entry.counted_in.is_money:
        return with_unit(money(exact_number(figure)), entry.unit)
    if entry.counted_in.is_share:
        return f"{exact_number(100.0 * figure)}{THIN_SPACE}%"
    return exact_number(figure)


def _amount(goal: Goal, entry: Outcome, figure: float) -> str:
    words: dict[str, Any] = {"noun": noun(entry), "figure": amount_words(entry, figure)}
    counted = not entry.counted_in.is_money and not entry.counted_in.is_share
    if counted and is_singular(words["figure"]):
        if entry.whole and figure == 1.0:
            if goal.relation == ">=":
                return translate("Goal", "one or more {noun}", **words)
            return translate("Goal", "fewer than two {noun}", **words)
        counted = False  # “at least 1 arrests” is no English
    if goal.relation == ">=":
        if counted:
            return translate("Goal", "at least {figure} {noun}", **words)
        return translate("Goal", "{noun} of at least {figure}", **words)
    if counted:
        return translate("Goal", "at most {figure} {noun}", **words)
    return translate("Goal", "{noun} of at most {figure}", **words)


def style_of(measure: Measure, values: Sequence[float], declared: Catalogue) -> Style:
    """The style for all figures of an analysis that the range of its values supports."""
    entry = declared.outcomes[measure.outcome]
    return style_for(entry.unit, min(values), max(values), whole=entry.kind == "flow")


def difference_style(measure: Measure, first: float, second: float, declared: Catalogue) -> Style:
    """The style of two values, their difference and its parts: three digits of the larger value."""
    written, largest = style_of(measure, (first, second), declared), max(abs(first), abs(second))
    if not written.step or not largest:
        return written
    entry = declared.outcomes[measure.outcome]
    step = min(written.step, 10.0 ** (math.floor(math.log10(largest)) - 2))
    step = max(step, 1.0) if entry.kind == "flow" else step
    return Style(entry.unit, step, text_scale(largest, step))


def slider(key: str, declared: Catalogue) -> Lever | Belief:
    """The lever or belief of a key."""
    return declared.sliders[key]


def name(key: str, declared: Catalogue) -> str:
    """The name of a lever or belief within a sentence."""
    return lower_first(slider(key, declared).label)


def listed(texts: Iterable[str]) -> str:
    """Phrases joined by commas and "and"."""
    return translate("List", " and ").join(texts)


def switching_words(found: SwitchingValue, declared: Catalogue) -> str:
    """A switching value: ``0.94 or more``, ``always``, ``cannot be reached by this alone``."""
    if not found.bears:
        return translate("Switching value", "has no bearing on it")
    if found.value is None:
        if found.holds == "always":
            return translate("Switching value", "met at any value")
        return translate("Switching value", "cannot be reached by this alone")
    text = side_words(slider(found.key, declared), found.value, found.side)
    if found.turns:
        return translate("Switching value", "{value}, though not all the way", value=text)
    return text


def side_words(of: Lever | Belief, value: float, side: str | None) -> str:
    """A value and the side on which something holds: ``6.1 a week or more``."""
    words = value_words(of, value)
    if side == "above":
        return translate("Switching value", "{value} or more", value=words)
    return translate("Switching value", "{value} or less", value=words)


def evidence_words(found: SwitchingValue, declared: Catalogue) -> str:
    """The range of the evidence and its grade; without evidence, the slider's range."""
    low, high = found.evidence or found.limits
    of = slider(found.key, declared)
    words: dict[str, Any] = {"range": value_range_words(of, low, high)}
    if not found.evidence:
        return translate("Switching value", "{range}, the lever’s range", **words)
    if not isinstance(of, Belief):
        return translate("Switching value", "{range}, seen so far", **words)
    if of.spread_grade == "judgement":
        return translate("Switching value", "{range}, a judgement", **words)
    if of.spread_grade == "derived":
        return translate("Switching value", "{range}, derived", **words)
    return translate("Switching value", "{range}, published", **words)


def limit_words(limit: Limit, declared: Catalogue) -> str:
    """A limit of a box in words: ``hours per deployment are 6 or less``."""
    belief = slider(limit.key, declared)
    low = None if limit.low is None else value_words(belief, limit.low)
    high = None if limit.high is None else value_words(belief, limit.high)
    words: dict[str, Any] = {"name": name(limit.key, declared), "low": low, "high": high}
    if low is not None and high is not None:
        return translate("Robustness", "{name} is between {low} and {high}", **words)
    if high:
        return translate("Robustness", "{name} is {high} or less", **words)
    return translate("Robustness", "{name} is {low} or more", **words)


def region_words(box: Box, declared: Catalogue) -> str:
    """A box in words: its limits joined by "and"."""
    return listed(limit_words(limit, declared) for limit in box.limits)


def signed(written: Style, value: float) -> str:
    """A change with its sign: ``+1,050``, ``−40``."""
    text = written.figure(value, signed=True)
    return "0" if text.lstrip(f"+{MINUS}") == "0" else text


def point_words(point: Point, declared: Catalogue) -> str:
    """A setting of two levers: ``deployments per week 7, watchlist size 16,000``."""
    return settings_words(point.settings, declared)


def settings_words(settings: Mapping[str, float], declared: Catalogue) -> str:
    """The values of some levers: ``deployments per week 7, watchlist size 16,000``."""
    return translate("List", ", ").join(
        f"{name(key, declared)} {value_words(slider(key, declared), value)}"
        for key, value in settings.items()
    )


def span_words(of: Lever | Belief, low: float, high: float) -> tuple[str, str]:
    """Two values of a slider, with the unit after the second only: ``4`` and ``10 a week``."""
    before = of.counted_in.is_share or of.counted_in.is_money
    return value_words(of, low) if before else value_figure(of, low), value_words(of, high)


def change_words(measure: Measure, change: float, declared: Catalogue) -> str:
    """A change in words: ``1,280 more arrests``, ``cost higher by £2.1m``."""
    entry = declared.outcomes[measure.outcome]
    size = abs(change)
    if entry.kind == "flow" and not entry.counted_in.is_money:
        figure = number(float(f"{size:.3g}"), 1.0 if size >= 10.0 else 0.1)
        words: dict[str, Any] = {"figure": figure, "noun": noun(entry)}
        if measure.outcome == "false_alerts":
            if change < 0.0:
                return translate("Exchange", "{figure} fewer people wrongly flagged", **words)
            return translate("Exchange", "{figure} more people wrongly flagged", **words)
        if change < 0.0:
            return translate("Exchange", "{figure} fewer {noun}", **words)
        return translate("Exchange", "{figure} more {noun}", **words)
    words = {"figure": amount_words(entry, float(f"{size:.3g}")), "noun": noun(entry)}
    if change < 0.0:
        return translate("Exchange", "{noun} lower by {figure}", **words)
    return translate("Exchange", "{noun} higher by {figure}", **words)
