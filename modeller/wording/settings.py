"""Settings of levers and beliefs in words; `typed` reads typed values back."""

from __future__ import annotations

import math

from modeller.base.language import number_style, translatable, translate
from modeller.model.catalogue import Belief, Lever
from modeller.profiles import Profile
from modeller.scenario.setting import BeliefSetting, Schedule, Setting
from modeller.wording.numbers import (
    EN_DASH,
    THIN_SPACE,
    exact_number,
    money,
    number,
    range_with_unit,
    supported_step,
    with_unit,
    without_zeros,
)


def value_words(slider: Lever | Belief, value: float) -> str:
    """A value with its unit, exactly as it was set: ``10 a week``, ``£260m a year``, ``89 %``.

    Only the baseline of a belief is rounded, to what its evidence supports, because it is the
    median of a posterior and nobody chose its digits.
    """
    return _with_unit(_pounds(value_figure(slider, value), slider), slider)


def value_figure(slider: Lever | Belief, value: float) -> str:
    """The figure of `value_words` without its unit; per cent for a share."""
    value, percent = _as_percent(slider, value)
    if isinstance(slider, Belief) and value == slider.baseline * percent:
        finest = 10.0 ** math.floor(math.log10(slider.step * percent) + 1e-9)
        low, high = (end * percent for end in slider.evidence)
        return without_zeros(number(value, min(supported_step(low, high), finest)))
    return exact_number(value)


def evidence_range_words(belief: Belief) -> str:
    """The range of the evidence with its grade: ``90 % range, a judgement: 1–5 a year``."""
    text = {
        "published": translatable("Evidence range", "published 90 % range: {range}"),
        "derived": translatable("Evidence range", "derived 90 % range: {range}"),
        "judgement": translatable("Evidence range", "90 % range, a judgement: {range}"),
    }[belief.spread_grade]
    return translate("Evidence range", text, range=value_range_words(belief, *belief.evidence))


def counted_so_far(key: str, profile: Profile) -> str:
    """The few cases that a share was counted from; empty for any other belief."""
    if key != "black_share_of_false_alerts":
        return ""
    grounds = profile.grounds
    return translate(
        "Evidence range",
        "Counted so far: {count} of {all} people",
        count=number(grounds.black_false_alerts),
        all=number(grounds.all_false_alerts),
    )


def value_range_words(slider: Lever | Belief, low: float, high: float) -> str:
    """A range of values: ``4–10 a week``, ``£0–£450m a year``, ``40–99 %``.

    The evidence of a belief is rounded to what it supports; any other range is exact.
    """
    evidence = isinstance(slider, Belief) and (low, high) == slider.evidence
    low, percent = _as_percent(slider, low)
    high *= percent
    decimal = number_style().decimal
    if evidence:
        step = max(supported_step(low, high), slider.step * percent)
        ends = [number(end, step) for end in (low, high)]
        if all(without_zeros(end) == end.partition(decimal)[0] for end in ends):
            ends = [without_zeros(end) for end in ends]
    else:
        ends = [exact_number(end) for end in (low, high)]
        if all(decimal in end for end in ends):
            decimals = max(len(end.partition(decimal)[2]) for end in ends)
            ends = [number(end, 10.0**-decimals) for end in (low, high)]
    if slider.counted_in.is_share:
        return _with_unit(EN_DASH.join(ends), slider)
    return range_with_unit(ends[0], ends[1], slider.unit)


def _as_percent(slider: Lever | Belief, value: float) -> tuple[float, float]:
    """The value to be written, and the factor applied to it: 100 for a share."""
    return (100.0 * value, 100.0) if slider.counted_in.is_share else (value, 1.0)


def _with_unit(figure: str, slider: Lever | Belief) -> str:
    return (
        f"{figure}{THIN_SPACE}%" if slider.counted_in.is_share else with_unit(figure, slider.unit)
    )


def setting_words(slider: Lever | Belief, setting: Setting) -> str:
    """A setting in words: ``10 a week``, ``4 a week, from week 27 10``, ``50 %, exactly known``."""
    if isinstance(setting, Schedule):
        first, *rest = setting.steps
        later = "".join(
            translate(
                "Setting",
                ", then {value} from week {week}",
                week=step.from_week,
                value=_bare_words(slider, step.value),
            )
            for step in rest
        )
        return value_words(slider, first.value) + later
    if isinstance(setting, BeliefSetting):
        return value_words(slider, setting.central) + _spread_words(setting.spread)
    return value_words(slider, setting)


def _bare_words(slider: Lever | Belief, value: float) -> str:
    """A value without its unit, which has been given before; a share keeps its % sign."""
    if slider.counted_in.is_share:
        return value_words(slider, value)
    return _pounds(exact_number(value), slider)


def _spread_words(spread: float) -> str:
    if spread == 1.0:
        return ""
    if spread == 0.0:
        return translate("Setting", ", exactly known")
    times = exact_number(spread)
    return translate("Setting", ", {times} times the evidence’s spread", times=times)


def _pounds(text: str, slider: Lever | Belief) -> str:
    return money(text) if slider.counted_in.is_money else text
