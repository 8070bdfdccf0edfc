"""The answers of the analyses in sentences, without verdicts.

Each answer is a sentence with its number, the same in the window, the command line and the
briefing. `declared` is the catalogue that the analysis was made with, which has the words for
levers, beliefs and outcomes.
"""

from __future__ import annotations

import math
from typing import Any

from modeller.analysis.exchange import Exchange, Step, rate
from modeller.analysis.phrases import (
    amount_words,
    change_words,
    difference_style,
    evidence_words,
    goal_words,
    listed,
    measure_words,
    name,
    reached_words,
    region_words,
    side_words,
    signed,
    slider,
    span_words,
    style_of,
    wanted_words,
)
from modeller.analysis.robustness import Robustness
from modeller.analysis.seek import Sought
from modeller.analysis.sensitivity import LUCK, SobolShares, Tornado
from modeller.analysis.what_changed import Attribution
from modeller.analysis.what_must_be_true import OfficersLost, SwitchingValue, SwitchingValues
from modeller.base.language import lower_first, translate, upper_first
from modeller.model.catalogue import Catalogue
from modeller.scenario import Scenario
from modeller.wording.break_even import break_even_words, makes_up_words, officer_year_words
from modeller.wording.numbers import (
    of_100,
    percent,
)
from modeller.wording.outcomes import noun
from modeller.wording.settings import value_range_words, value_words


def tornado_sentence(tornado: Tornado, declared: Catalogue) -> str:
    """Which belief matters most, how far it moves the measure, and the measure's present value."""
    values = [tornado.now, *(value for bar in tornado.bars for value in bar.measures)]
    written = style_of(tornado.measure, values, declared)
    words: dict[str, Any] = {
        "measure": measure_words(tornado.measure, declared),
        "now": written.figure(tornado.now),
    }
    if not tornado.bars or tornado.bars[0].length == 0.0:
        return translate(
            "Sensitivity", "No belief moves {measure}: {now} as the scenario stands.", **words
        )
    bar = tornado.bars[0]
    ends = (float(f"{end:.3g}") for end in (bar.values[0], bar.values[-1]))
    least, most = span_words(slider(bar.key, declared), *ends)
    return translate(
        "Sensitivity",
        "What matters most is {belief}: from {least} to {most} it moves {measure} from {low} to "
        "{high}; as the scenario stands, it is {now}.",
        **words,
        belief=name(bar.key, declared),
        least=least,
        most=most,
        low=written.figure(bar.at_low),
        high=written.figure(bar.at_high),
    )


def spoken_tornado(tornado: Tornado, scenario: Scenario, declared: Catalogue) -> str:
    """The same for screen readers: short sentences without symbols; empty if there is no belief."""
    if not tornado.bars or tornado.bars[0].length == 0.0:
        return ""
    bar = tornado.bars[0]
    belief = slider(bar.key, declared)
    written = style_of(tornado.measure, [bar.at_low, bar.at_high], declared)
    outcome = noun(declared.outcomes[tornado.measure.outcome])
    words: dict[str, Any] = {
        "outcome": outcome,
        "title": scenario.name,
        "belief": name(bar.key, declared),
        "value": value_words(belief, _heard(bar.values[0])),
        "other": value_words(belief, _heard(bar.values[-1])),
        "figure": written.figure(bar.at_low),
        "second": written.figure(bar.at_high),
        "weeks": scenario.weeks,
    }
    return translate(
        "Sensitivity",
        "To say aloud: “Of all that is assumed about {title}, {belief} matters most for {outcome}. "
        "If it were {value}, expect about {figure} in {weeks} weeks; if it were {other}, about "
        "{second}.”",
        **words,
    )


def _heard(value: float) -> float:
    """A figure with two significant digits, which is what listeners remember."""
    return float(f"{value:.2g}")


def sobol_sentence(found: SobolShares, declared: Catalogue) -> str:
    """What accounts for most of the spread."""
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
        belief=name(beliefs[0].key, declared),
        share=percent(_share(beliefs[0].total)),
    )


def _share(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def sought_sentence(sought: Sought, declared: Catalogue) -> str:
    """What the levers must be set to, or that no setting of them meets the target."""
    words: dict[str, Any] = {
        "wanted": upper_first(goal_words(sought.goal, declared)),
        "levers": listed(name(key, declared) for key in sought.vary),
        "standing": _standing(sought, declared),
        "reached": reached_words(sought.goal, sought.measured, declared),
    }
    if sought.answer is None:
        ranges = listed(
            value_range_words(
                slider(key, declared), slider(key, declared).minimum, slider(key, declared).maximum
            )
            for key in sought.vary
        )
        return translate(
            "Seek",
            "{wanted}: not reachable within {ranges} for {levers}. The nearest is {standing}: "
            "{reached}.",
            **words,
            ranges=ranges,
        )
    if sought.met_everywhere:
        return translate("Seek", "{wanted}: met at any value of {levers}.", **words)
    if sought.met_now:
        return translate(
            "Seek", "{wanted}: met now, and still met with {standing}: {reached}.", **words
        )
    return translate("Seek", "{wanted}: it takes {standing}: {reached}.", **words)


def _standing(sought: Sought, declared: Catalogue) -> str:
    side = sought.side if len(sought.vary) == 1 else None
    if side is not None:
        only = slider(sought.vary[0], declared)
        # a line beside it may cross the target between two steps of the lever
        return translate(
            "Seek",
            "{lever} at {value} (in steps of {step})",
            lever=name(only.key, declared),
            value=side_words(only, sought.values[0], side),
            step=value_words(only, only.step),
        )
    return listed(
        translate(
            "Seek",
            "{lever} at {value}",
            lever=name(key, declared),
            value=value_words(slider(key, declared), value),
        )
        for key, value in zip(sought.vary, sought.values, strict=True)
    )


def switching_sentence(found: SwitchingValues, declared: Catalogue) -> str:
    """Whether the target is met at present, and what could change that."""
    entry = declared.outcomes[found.goal.measure.outcome]
    words: dict[str, Any] = {
        "reached": upper_first(reached_words(found.goal, found.measured_now, declared)),
        "figure": amount_words(entry, found.goal.figure),
    }
    if found.met_now:
        state = translate("Switching value", "{reached}: the target of {figure} is met.", **words)
    else:
        state = translate(
            "Switching value", "{reached}: the target of {figure} is missed.", **words
        )
    return f"{state} {_switches(found, declared)}"


def _switches(found: SwitchingValues, declared: Catalogue) -> str:
    """Which assumption by itself changes the answer with the least movement."""
    nearest = found.nearest
    if nearest is None:
        if found.met_now:
            return translate(
                "Switching value", "No single belief or circumstance undoes it, whatever its value."
            )
        return translate(
            "Switching value",
            "No single belief or circumstance brings it about, whatever its value.",
        )
    words = _switch_words(nearest, declared, met_now=found.met_now)
    inside = sum(1 for value in found.values if value.within_evidence)
    if not inside:
        if found.met_now:
            return translate(
                "Switching value",
                "No single belief or circumstance undoes it within its evidence; outside it, "
                "{belief} would have to be {value} (now {now}; {range}).",
                **words,
            )
        return translate(
            "Switching value",
            "No single belief or circumstance brings it about within its evidence; outside it, "
            "{belief} would have to be {value} (now {now}; {range}).",
            **words,
        )
    if inside == 1:
        if found.met_now:
            return translate(
                "Switching value",
                "Only {belief} undoes it by itself within its evidence, at {value} (now {now}; "
                "{range}).",
                **words,
            )
        return translate(
            "Switching value",
            "Only {belief} brings it about by itself within its evidence, at {value} (now {now}; "
            "{range}).",
            **words,
        )
    if found.met_now:
        return translate(
            "Switching value",
            "Each of {count} undoes it by itself within its evidence; the least change is that of "
            "{belief}, to {value} (now {now}; {range}).",
            **words,
            count=inside,
        )
    return translate(
        "Switching value",
        "Each of {count} brings it about by itself within its evidence; the least change is that "
        "of {belief}, to {value} (now {now}; {range}).",
        **words,
        count=inside,
    )


def _switch_words(nearest: SwitchingValue, declared: Catalogue, *, met_now: bool) -> dict[str, Any]:
    of = slider(nearest.key, declared)
    assert nearest.value is not None
    if not met_now:
        value = side_words(of, nearest.value, nearest.side)
    elif nearest.side == "above":  # the last value that meets the target; anything beyond misses it
        value = translate(
            "Switching value", "less than {value}", value=value_words(of, nearest.value)
        )
    else:
        value = translate(
            "Switching value", "more than {value}", value=value_words(of, nearest.value)
        )
    return {
        "belief": name(nearest.key, declared),
        "value": value,
        "now": value_words(of, nearest.now),
        "range": evidence_words(nearest, declared),
    }


def officers_lost_sentence(found: OfficersLost, scenario: Scenario) -> str:
    """The break-even of the officers lost, beside what is believed of them."""
    grade = officer_year_words(found.belief, found.setting)
    return " ".join(
        (
            break_even_words(scenario, found.per_officer_year),
            makes_up_words(scenario, found.covered_in, grade, found.against_recent),
        )
    )


def exchange_sentence(found: Exchange, declared: Catalogue) -> str:
    """What moving a lever from end to end changes, and what is exchanged for what on the way."""
    return upper_first(_exchange(found, declared))


def _exchange(found: Exchange, declared: Catalogue) -> str:
    whole = found.whole
    low, high = span_words(slider(found.key, declared), whole.low, whole.high)
    words: dict[str, Any] = {
        "lever": name(found.key, declared),
        "low": low,
        "high": high,
        "gain": change_words(found.gain, whole.gain, declared),
        "cost": change_words(found.cost, whole.cost, declared),
    }
    if not (math.isfinite(whole.gain) and math.isfinite(whole.cost)):
        return translate(
            "Exchange", "With {lever} from {low} to {high}, one of the two is not defined.", **words
        )
    if whole.gain == 0.0 and whole.cost == 0.0:
        return translate(
            "Exchange", "Taking {lever} from {low} to {high} changes neither of the two.", **words
        )
    exchanged = rate(whole)
    if found.gain == found.cost:
        return translate("Exchange", "Taking {lever} from {low} to {high}: {gain}.", **words)
    if exchanged is None:
        return translate(
            "Exchange", "Taking {lever} from {low} to {high}: {gain}, {cost}.", **words
        )
    return translate(
        "Exchange",
        "Taking {lever} from {low} to {high}: {gain}, {cost}; that is {so_many} for every {every}.",
        **words,
        so_many=change_words(found.cost, exchanged[0], declared),
        every=change_words(found.gain, exchanged[1], declared),
    )


def steps_sentence(found: Exchange, declared: Catalogue) -> str:
    """What the first and the last step of a lever change; empty if there is only one step."""
    if len(found.steps) < 2:
        return ""
    first, last = found.steps[0], found.steps[-1]
    return translate(
        "Exchange",
        "The step {first_step}: {first_gain}, {first_cost}; the step {last_step}: {last_gain}, "
        "{last_cost}.",
        first_step=step_words(found.key, first, declared),
        first_gain=change_words(found.gain, first.gain, declared),
        first_cost=change_words(found.cost, first.cost, declared),
        last_step=step_words(found.key, last, declared),
        last_gain=change_words(found.gain, last.gain, declared),
        last_cost=change_words(found.cost, last.cost, declared),
    )


def step_words(key: str, step: Step, declared: Catalogue) -> str:
    """``4 → 5 a week``."""
    low, high = span_words(slider(key, declared), step.low, step.high)
    return translate("Exchange", "{low} → {high}", low=low, high=high)


def robustness_sentence(found: Robustness, declared: Catalogue) -> str:
    """In how many cases the plan fails the target, and where these are."""
    # a case is one future, and the percentile says how many of these may fail
    words: dict[str, Any] = {
        "wanted": upper_first(wanted_words(found.goal, declared)),
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
    """How far the number moved, and what moved it most."""
    written = difference_style(found.measure, found.first, found.second, declared)
    parts = found.rounded(written.step or 1.0)
    words: dict[str, Any] = {
        "measure": upper_first(measure_words(found.measure, declared)),
        "first": written.figure(found.first),
        "second": written.figure(found.second),
        "difference": signed(written, sum(parts) if parts else found.difference),
    }
    if found.difference == 0.0 and not any(part.contribution for part in found.parts):
        return translate("What changed", "{measure}: {first} in both; nothing moved.", **words)
    if not found.parts:
        return translate("What changed", "{measure}: {first} to {second}.", **words)
    largest, size = max(
        zip(found.parts, parts, strict=True), key=lambda pair: abs(pair[0].contribution)
    )
    return translate(
        "What changed",
        "{measure}: from {first} to {second} ({difference}), most of it by {part} ({size}).",
        **words,
        part=lower_first(largest.label),
        size=signed(written, size),
    )
