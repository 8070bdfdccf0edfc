"""The answers of the analyses in words, from short templates; no verdicts.

For the window, the command line and the briefing alike.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from modeller.analysis.attribution import Attribution
from modeller.analysis.boxes import Box, Limit
from modeller.analysis.robustness import Robustness
from modeller.analysis.seek import Sought
from modeller.analysis.sensitivity import LUCK, SobolShares, Tornado
from modeller.analysis.switching import OfficersLost, SwitchingValue, SwitchingValues
from modeller.analysis.targets import Goal, Measure
from modeller.analysis.tradeoff import Point
from modeller.catalogue import Belief, Catalogue, Lever, catalogue
from modeller.wording.numbers import (
    MINUS,
    Style,
    exact_number,
    number,
    of_100,
    percent,
    style_for,
    supported_step,
    with_unit,
)
from modeller.wording.outcomes import noun
from modeller.wording.settings import value_range_words, value_words


def measure_words(measure: Measure) -> str:
    """``arrests, median``; ``arrests, mean``; ``arrests, exceeded in 80 of 100 futures``."""
    name = noun(catalogue().outcomes[measure.outcome])
    probability = measure.probability
    if probability is None:
        return f"{name}, mean"
    if probability == 0.5:
        return f"{name}, median"
    return f"{name}, exceeded in {of_100(1.0 - probability)} of 100 futures"


def goal_words(goal: Goal) -> str:
    """``at least 1,500 arrests in 80 of 100 futures``; on a mean, ``on average``."""
    least = "at least" if goal.relation == ">=" else "at most"
    entry = catalogue().outcomes[goal.measure.outcome]
    figure = exact_number(goal.figure)
    if entry.unit.startswith("£"):
        what = f"{noun(entry)} of {least} {with_unit(f'£{figure}', entry.unit)}"
    elif entry.kind == "ratio":
        what = f"{least} {figure} {noun(entry)}"
    else:
        what = f"{least} {figure} {noun(entry)}"
    return f"{what} {f'in {goal.futures} of 100 futures' if goal.futures else 'on average'}"


def style_of(measure: Measure, values: Sequence[float]) -> Style:
    """How all figures of one analysis are written, as the range of its values supports."""
    entry = catalogue().outcomes[measure.outcome]
    return style_for(entry.unit, min(values), max(values), whole=entry.kind == "flow")


def three_figures(value: float) -> str:
    """A figure to three digits, for tables whose figures lie orders of magnitude apart."""
    size = abs(value)
    if not math.isfinite(size) or size == 0.0:
        return number(value)
    return number(value, min(10.0 ** (math.floor(math.log10(size)) - 2), 1.0))


def slider(key: str, declared: Catalogue | None = None) -> Lever | Belief:
    """The slider of a key."""
    return (declared or catalogue()).sliders[key]


def _name(key: str) -> str:
    label = slider(key).label
    return label[0].lower() + label[1:]


def tornado_sentence(tornado: Tornado) -> str:
    """Which belief moves the measure most, and between what."""
    if not tornado.bars or tornado.bars[0].length == 0.0:
        return "No belief moves it."
    bar = tornado.bars[0]
    written = style_of(tornado.measure, [bar.at_low, bar.at_high, tornado.now])
    belief = slider(bar.key)
    low, high = sorted((bar.at_low, bar.at_high))
    return (
        f"{bar.label} moves it most: {written.range(low, high)} over "
        f"{value_range_words(belief, bar.values[0], bar.values[-1])}."
    )


def sobol_sentence(found: SobolShares) -> str:
    """What accounts for the spread."""
    first = max(found.shares, key=lambda share: share.total)
    luck = next(share for share in found.shares if share.key == LUCK)
    alone = f"Luck accounts for {percent(_share(luck.total))} of the spread"
    if first.key == LUCK:
        beliefs = [share for share in found.shares if share.key != LUCK]
        if not beliefs:
            return f"{alone}."
        return f"{alone}; next is {_name(beliefs[0].key)} with {percent(_share(beliefs[0].total))}."
    return (
        f"{first.label} accounts for {percent(_share(first.total))} of the spread; "
        f"luck for {percent(_share(luck.total))}."
    )


def _share(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def sought_sentence(sought: Sought) -> str:
    """Where the levers must stand, or that they cannot bring it about."""
    wanted = goal_words(sought.goal)
    written = style_of(sought.goal.measure, [sought.measured, sought.measured_now])
    names = " and ".join(_name(key) for key in sought.vary)
    if sought.answer is None:
        ranges = " and ".join(
            value_range_words(slider(key), slider(key).minimum, slider(key).maximum)
            for key in sought.vary
        )
        return (
            f"{_capital(wanted)}: not reachable within {ranges} for {names}. "
            f"The nearest is {written.figure(sought.measured)}, at {_standing(sought)}."
        )
    if sought.met_everywhere:
        return f"{_capital(wanted)}: met wherever {names} stands."
    verb = "still met" if sought.met_now else "met"
    return (
        f"{_capital(wanted)}: {verb} with {_standing(sought)} ({written.figure(sought.measured)})."
    )


def _standing(sought: Sought) -> str:
    return " and ".join(
        f"{_name(key)} at {value_words(slider(key), value)}"
        for key, value in zip(sought.vary, sought.values, strict=True)
    )


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def switching_words(found: SwitchingValue) -> str:
    """``0.94 or more``; ``always``; ``cannot be reached by this alone``; ``has no bearing``."""
    if not found.bears:
        return "has no bearing on it"
    if found.value is None:
        met = found.holds == "always"
        return "met wherever it stands" if met else "cannot be reached by this alone"
    side = "or more" if found.side == "above" else "or less"
    turns = "; not on all of that side" if found.turns else ""
    return f"{value_words(slider(found.key), found.value)} {side}{turns}"


def published_words(found: SwitchingValue) -> str:
    """The published range beside it; the slider's own range where nothing is published."""
    low, high = found.published or found.limits
    kind = "" if found.published else " (slider)"
    return value_range_words(slider(found.key), low, high) + kind


def switching_sentence(found: SwitchingValues) -> str:
    """Whether the target is met as things stand, and what could undo or bring it about."""
    written = style_of(found.goal.measure, [found.measured_now])
    state = "is met" if found.met_now else "is not met"
    inside = [value for value in found.values if value.within_published]
    count = len(inside)
    switch = "undoes it" if found.met_now else "brings it about"
    by = {0: "no belief", 1: f"only {_name(inside[0].key) if inside else ''}"}.get(
        count, f"each of {count} beliefs"
    )
    return (
        f"{_capital(goal_words(found.goal))} {state} ({written.figure(found.measured_now)}). "
        f"Within its published range, {by} {switch} by itself."
    )


def officers_lost_sentence(found: OfficersLost) -> str:
    """The break-even of the officers lost, beside what is believed of them."""
    low, middle, high = (float(found.per_officer_year[index]) for index in (2, 4, 6))
    step = supported_step(low, high)
    figures = [number(value, step) for value in (middle, low, high)]
    published = [number(value) for value in found.published]
    return (
        f"The extra arrests replace those of {exact_number(round(found.officers))} officers only "
        f"if each made fewer than {figures[0]} a year ({figures[1]} to {figures[2]} in 8 of 10 "
        f"futures); taken here as {published[0]} to {published[1]}, they do in "
        f"{of_100(found.covered_in)} of 100 futures."
    )


def limit_words(limit: Limit) -> str:
    """One limit in words: ``crew capacity today is 9 deployments a week or less``."""
    belief = slider(limit.key)
    low = None if limit.low is None else value_words(belief, limit.low)
    high = None if limit.high is None else value_words(belief, limit.high)
    if low is not None and high is not None:
        return f"{_name(limit.key)} is between {low} and {high}"
    return (
        f"{_name(limit.key)} is {high} or less" if high else f"{_name(limit.key)} is {low} or more"
    )


def region_words(box: Box) -> str:
    """A box in words: the limits, joined by "and"."""
    return " and ".join(map(limit_words, box.limits))


def robustness_sentence(found: Robustness) -> str:
    """In how many cases the plan fails the target, and where they lie."""
    # a case is one future: the percentile says how many of them may fail
    wanted = goal_words(
        Goal(Measure(found.goal.measure.outcome), found.goal.relation, found.goal.figure)
    )
    wanted = wanted.rsplit(" in ", 1)[0]
    if found.failing in (0.0, 1.0):
        how = "met" if found.failing == 0.0 else "missed"
        return f"{_capital(wanted)}: {how} in every case."
    missed = f"{_capital(wanted)}: missed in {of_100(found.failing)} of 100 cases"
    if not found.boxes:
        return f"{missed}, and no belief or circumstance tells them from the rest."
    box = found.boxes[0]
    return (
        f"{missed}, mostly where {region_words(box)}. {_capital(of_100(box.coverage))} of 100 of "
        f"them lie there, and {of_100(box.density)} of 100 cases there miss it."
    )


def moved_sentence(found: Attribution) -> str:
    """How far the number moved, and by what most."""
    written = style_of(found.measure, [found.first, found.second])
    name = measure_words(found.measure)
    if found.difference == 0.0 and not any(part.contribution for part in found.parts):
        return f"{_capital(name)}: nothing moved."
    moved = f"{_capital(name)}: {written.figure(found.first)} to {written.figure(found.second)}"
    if not found.parts:
        return f"{moved}."
    largest = max(found.parts, key=lambda part: abs(part.contribution))
    return f"{moved}; most by {_inner(largest.label)} ({signed(written, largest.contribution)})."


def _inner(label: str) -> str:
    return label[0].lower() + label[1:]


def signed(written: Style, value: float) -> str:
    """A change with its sign: ``+1,050``, ``−40``."""
    text = written.figure(value, signed=True)
    return "0" if text.lstrip(f"+{MINUS}") == "0" else text


def point_words(point: Point) -> str:
    """A setting of two levers: ``deployments per week 7, watchlist size 16,000``."""
    return ", ".join(
        f"{_name(key)} {value_words(slider(key), value)}" for key, value in point.settings.items()
    )
