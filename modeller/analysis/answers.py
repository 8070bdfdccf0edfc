"""The answers of the analyses in words, from short templates; no verdicts.

For the window, the command line and the briefing alike. `declared` is the catalogue that the
analysis was made with: it has the words of levers, beliefs and outcomes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from modeller.analysis.boxes import Box, Limit
from modeller.analysis.robustness import Robustness
from modeller.analysis.seek import Sought
from modeller.analysis.sensitivity import LUCK, SobolShares, Tornado
from modeller.analysis.targets import Goal, Measure
from modeller.analysis.trade_off import Point
from modeller.analysis.what_changed import Attribution
from modeller.analysis.what_must_be_true import OfficersLost, SwitchingValue, SwitchingValues
from modeller.base.language import lower_first, translate, upper_first
from modeller.model.catalogue import Belief, Catalogue, Lever
from modeller.wording.numbers import (
    MINUS,
    Style,
    exact_number,
    money,
    number,
    of_100,
    percent,
    style_for,
    supported_step,
    with_unit,
)
from modeller.wording.outcomes import noun
from modeller.wording.settings import value_range_words, value_words


def measure_words(measure: Measure, declared: Catalogue) -> str:
    """``arrests, median``; ``arrests, mean``; ``arrests, exceeded in 80 of 100 futures``."""
    name = noun(declared.outcomes[measure.outcome])
    probability = measure.probability
    if probability is None:
        return translate("Measure", "{outcome}, mean", outcome=name)
    if probability == 0.5:
        return translate("Measure", "{outcome}, median", outcome=name)
    return translate(
        "Measure",
        "{outcome}, exceeded in {count} of 100 futures",
        outcome=name,
        count=of_100(1.0 - probability),
    )


def goal_words(goal: Goal, declared: Catalogue) -> str:
    """``at least 1,500 arrests in 80 of 100 futures``; on a mean, ``on average``."""
    what = _wanted(goal, declared)
    if goal.futures:
        return translate("Goal", "{what} in {count} of 100 futures", what=what, count=goal.futures)
    return translate("Goal", "{what} on average", what=what)


def _wanted(goal: Goal, declared: Catalogue) -> str:
    entry = declared.outcomes[goal.measure.outcome]
    words: dict[str, Any] = {"noun": noun(entry), "figure": exact_number(goal.figure)}
    if entry.counted_in.is_money:
        words["figure"] = with_unit(money(words["figure"]), entry.unit)
        if goal.relation == ">=":
            return translate("Goal", "{noun} of at least {figure}", **words)
        return translate("Goal", "{noun} of at most {figure}", **words)
    if goal.relation == ">=":
        return translate("Goal", "at least {figure} {noun}", **words)
    return translate("Goal", "at most {figure} {noun}", **words)


def style_of(measure: Measure, values: Sequence[float], declared: Catalogue) -> Style:
    """How all figures of one analysis are written, as the range of its values supports."""
    entry = declared.outcomes[measure.outcome]
    return style_for(entry.unit, min(values), max(values), whole=entry.kind == "flow")


def three_figures(value: float) -> str:
    """A figure to three digits, for tables whose figures lie orders of magnitude apart."""
    size = abs(value)
    if not math.isfinite(size) or size == 0.0:
        return number(value)
    return number(value, min(10.0 ** (math.floor(math.log10(size)) - 2), 1.0))


def slider(key: str, declared: Catalogue) -> Lever | Belief:
    """The slider of a key."""
    return declared.sliders[key]


def _name(key: str, declared: Catalogue) -> str:
    return lower_first(slider(key, declared).label)


def tornado_sentence(tornado: Tornado, declared: Catalogue) -> str:
    """Which belief moves the measure most, and between what."""
    if not tornado.bars or tornado.bars[0].length == 0.0:
        return translate("Sensitivity", "No belief affects it.")
    bar = tornado.bars[0]
    written = style_of(tornado.measure, [bar.at_low, bar.at_high, tornado.now], declared)
    belief = slider(bar.key, declared)
    low, high = sorted((bar.at_low, bar.at_high))
    return translate(
        "Sensitivity",
        "{belief} moves it most: {range} over {values}.",
        belief=belief.label,
        range=written.range(low, high),
        values=value_range_words(belief, bar.values[0], bar.values[-1]),
    )


def sobol_sentence(found: SobolShares, declared: Catalogue) -> str:
    """What accounts for the spread."""
    first = max(found.shares, key=lambda share: share.total)
    luck = next(share for share in found.shares if share.key == LUCK)
    words: dict[str, Any] = {"luck": percent(_share(luck.total))}
    if first.key != LUCK:
        return translate(
            "Sensitivity",
            "{belief} accounts for {share} of the spread; luck for {luck}.",
            **words,
            belief=slider(first.key, declared).label,
            share=percent(_share(first.total)),
        )
    beliefs = [share for share in found.shares if share.key != LUCK]
    if not beliefs:
        return translate("Sensitivity", "Luck accounts for {luck} of the spread.", **words)
    return translate(
        "Sensitivity",
        "Luck accounts for {luck} of the spread; next is {belief} with {share}.",
        **words,
        belief=_name(beliefs[0].key, declared),
        share=percent(_share(beliefs[0].total)),
    )


def _share(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def sought_sentence(sought: Sought, declared: Catalogue) -> str:
    """Where the levers must stand, or that they cannot bring it about."""
    written = style_of(sought.goal.measure, [sought.measured, sought.measured_now], declared)
    words: dict[str, Any] = {
        "wanted": upper_first(goal_words(sought.goal, declared)),
        "levers": _and(_name(key, declared) for key in sought.vary),
        "standing": _standing(sought, declared),
        "figure": written.figure(sought.measured),
    }
    if sought.answer is None:
        ranges = _and(
            value_range_words(
                slider(key, declared), slider(key, declared).minimum, slider(key, declared).maximum
            )
            for key in sought.vary
        )
        return translate(
            "Seek",
            "{wanted}: not reachable within {ranges} for {levers}. The nearest is {figure}, at "
            "{standing}.",
            **words,
            ranges=ranges,
        )
    if sought.met_everywhere:
        return translate("Seek", "{wanted}: met at any value of {levers}.", **words)
    if sought.met_now:
        return translate("Seek", "{wanted}: still met with {standing} ({figure}).", **words)
    return translate("Seek", "{wanted}: met with {standing} ({figure}).", **words)


def _standing(sought: Sought, declared: Catalogue) -> str:
    return _and(
        translate(
            "Seek",
            "{lever} at {value}",
            lever=_name(key, declared),
            value=value_words(slider(key, declared), value),
        )
        for key, value in zip(sought.vary, sought.values, strict=True)
    )


def _and(texts: Iterable[str]) -> str:
    return translate("List", " and ").join(texts)


def switching_words(found: SwitchingValue, declared: Catalogue) -> str:
    """``0.94 or more``; ``always``; ``cannot be reached by this alone``; ``has no bearing``."""
    if not found.bears:
        return translate("Switching value", "has no bearing on it")
    if found.value is None:
        if found.holds == "always":
            return translate("Switching value", "met at any value")
        return translate("Switching value", "cannot be reached by this alone")
    value = value_words(slider(found.key, declared), found.value)
    if found.side == "above":
        text = translate("Switching value", "{value} or more", value=value)
    else:
        text = translate("Switching value", "{value} or less", value=value)
    if found.turns:
        return translate("Switching value", "{value}; not on all of that side", value=text)
    return text


def published_words(found: SwitchingValue, declared: Catalogue) -> str:
    """The published range beside it; the slider's own range where nothing is published."""
    low, high = found.published or found.limits
    text = value_range_words(slider(found.key, declared), low, high)
    if found.published:
        return text
    return translate("Switching value", "{range} (slider)", range=text)


def switching_sentence(found: SwitchingValues, declared: Catalogue) -> str:
    """Whether the target is met as things stand, and what could undo or bring it about."""
    written = style_of(found.goal.measure, [found.measured_now], declared)
    words: dict[str, Any] = {
        "wanted": upper_first(goal_words(found.goal, declared)),
        "figure": written.figure(found.measured_now),
    }
    if found.met_now:
        state = translate("Switching value", "{wanted} is met ({figure}).", **words)
    else:
        state = translate("Switching value", "{wanted} is not met ({figure}).", **words)
    return f"{state} {_switches(found, declared)}"


def _switches(found: SwitchingValues, declared: Catalogue) -> str:
    """How many beliefs could undo or bring it about by themselves."""
    inside = [value.key for value in found.values if value.within_published]
    words: dict[str, Any] = {
        "count": len(inside),
        "belief": _name(inside[0], declared) if inside else "",
    }
    if found.met_now:
        if not inside:
            return translate(
                "Switching value", "Within its published range, no belief undoes it by itself."
            )
        if len(inside) == 1:
            return translate(
                "Switching value",
                "Within its published range, only {belief} undoes it by itself.",
                **words,
            )
        return translate(
            "Switching value",
            "Within its published range, each of {count} beliefs undoes it by itself.",
            **words,
        )
    if not inside:
        return translate(
            "Switching value", "Within its published range, no belief brings it about by itself."
        )
    if len(inside) == 1:
        return translate(
            "Switching value",
            "Within its published range, only {belief} brings it about by itself.",
            **words,
        )
    return translate(
        "Switching value",
        "Within its published range, each of {count} beliefs brings it about by itself.",
        **words,
    )


def officers_lost_sentence(found: OfficersLost) -> str:
    """The break-even of the officers lost, beside what is believed of them."""
    low, middle, high = (float(found.per_officer_year[index]) for index in (2, 4, 6))
    step = supported_step(low, high)
    return translate(
        "Switching value",
        "The extra arrests replace those of {officers} officers only if each made fewer than "
        "{figure} a year ({low} to {high} in 8 of 10 futures); taken here as {least} to {most}, "
        "they do in {count} of 100 futures.",
        officers=exact_number(round(found.officers)),
        figure=number(middle, step),
        low=number(low, step),
        high=number(high, step),
        least=number(found.published[0]),
        most=number(found.published[1]),
        count=of_100(found.covered_in),
    )


def limit_words(limit: Limit, declared: Catalogue) -> str:
    """One limit in words: ``true match rate is 80 % or less``."""
    belief = slider(limit.key, declared)
    low = None if limit.low is None else value_words(belief, limit.low)
    high = None if limit.high is None else value_words(belief, limit.high)
    words: dict[str, Any] = {"name": _name(limit.key, declared), "low": low, "high": high}
    if low is not None and high is not None:
        return translate("Robustness", "{name} is between {low} and {high}", **words)
    if high:
        return translate("Robustness", "{name} is {high} or less", **words)
    return translate("Robustness", "{name} is {low} or more", **words)


def region_words(box: Box, declared: Catalogue) -> str:
    """A box in words: the limits, joined by "and"."""
    return _and(limit_words(limit, declared) for limit in box.limits)


def robustness_sentence(found: Robustness, declared: Catalogue) -> str:
    """In how many cases the plan fails the target, and where they lie."""
    # a case is one future: the percentile says how many of them may fail
    words: dict[str, Any] = {
        "wanted": upper_first(_wanted(found.goal, declared)),
        "count": of_100(found.failing),
    }
    if found.failing == 0.0:
        return translate("Robustness", "{wanted}: met in every case.", **words)
    if found.failing == 1.0:
        return translate("Robustness", "{wanted}: missed in every case.", **words)
    if not found.boxes:
        return translate(
            "Robustness",
            "{wanted}: missed in {count} of 100 cases, and no belief or circumstance sets them "
            "apart from the rest.",
            **words,
        )
    box = found.boxes[0]
    return translate(
        "Robustness",
        "{wanted}: missed in {count} of 100 cases, mostly where {region}. {coverage} of 100 of "
        "them lie there, and {density} of 100 cases there miss it.",
        **words,
        region=region_words(box, declared),
        coverage=upper_first(of_100(box.coverage)),
        density=of_100(box.density),
    )


def what_changed_sentence(found: Attribution, declared: Catalogue) -> str:
    """How far the number moved, and by what most."""
    written = style_of(found.measure, [found.first, found.second], declared)
    words: dict[str, Any] = {
        "measure": upper_first(measure_words(found.measure, declared)),
        "first": written.figure(found.first),
        "second": written.figure(found.second),
    }
    if found.difference == 0.0 and not any(part.contribution for part in found.parts):
        return translate("What changed", "{measure}: nothing moved.", **words)
    if not found.parts:
        return translate("What changed", "{measure}: {first} to {second}.", **words)
    largest = max(found.parts, key=lambda part: abs(part.contribution))
    return translate(
        "What changed",
        "{measure}: {first} to {second}; most by {part} ({size}).",
        **words,
        part=lower_first(largest.label),
        size=signed(written, largest.contribution),
    )


def signed(written: Style, value: float) -> str:
    """A change with its sign: ``+1,050``, ``−40``."""
    text = written.figure(value, signed=True)
    return "0" if text.lstrip(f"+{MINUS}") == "0" else text


def point_words(point: Point, declared: Catalogue) -> str:
    """A setting of two levers: ``deployments per week 7, watchlist size 16,000``."""
    return translate("List", ", ").join(
        f"{_name(key, declared)} {value_words(slider(key, declared), value)}"
        for key, value in point.settings.items()
    )
