"""What a lever or a belief stands at, in words, and how a typed value is read back."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from modeller.bounded_json import parse, shown
from modeller.catalogue import Belief
from modeller.errors import ModellerError, Problem
from modeller.setting import BeliefSetting, Schedule, plain_number, read_setting
from modeller.wording.numbers import (
    EN_DASH,
    MINUS,
    THIN_SPACE,
    exact_number,
    number,
    supported_step,
    with_unit,
)

if TYPE_CHECKING:
    from modeller.catalogue import Lever
    from modeller.setting import Setting

_FACTORS = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "bn": 1e9,
    "billion": 1e9,
}
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"
_VALUE = re.compile(
    rf"(?P<sign>[-+]?)(?P<pound>£?)(?P<number>{_NUMBER})(?:e(?P<exponent>[-+]?[0-9]{{1,2}}))?"
    rf"(?P<rest>.*)",
    re.ASCII,
)
_ONE_IN = re.compile(rf"(?:1|one) in (?P<number>{_NUMBER})(?P<rest>.*)", re.ASCII)
_THOUSANDS = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9])", re.ASCII)
_EXACTLY = re.compile(r"exact(?:ly)?(?: known)?|known", re.IGNORECASE)
_POUNDS_AND_NOT_MILLIONS = 1e5
"""£260 for an amount in millions means £260m, and £260,000,000 does too."""
_LONGEST = 60


def value_words(slider: Lever | Belief, value: float) -> str:
    """A value with its unit, exactly as it was set: ``10 a week``, ``£260m a year``, ``89 %``.

    Only a belief at its baseline is rounded, to what its evidence supports: that number is
    the median of a posterior, and nobody chose its twelfth digit.
    """
    value, percent = _as_percent(slider, value)
    if isinstance(slider, Belief) and value == slider.baseline * percent:
        finest = 10.0 ** math.floor(math.log10(slider.step * percent) + 1e-9)
        low, high = (end * percent for end in slider.evidence)
        text = _trimmed(number(value, min(supported_step(low, high), finest)))
    else:
        text = exact_number(value)
    return _with_unit(_pounds(text, slider.unit), slider)


def value_range_words(slider: Lever | Belief, low: float, high: float) -> str:
    """A range of the slider's values: ``4–10 a week``, ``£0–£450m a year``, ``40–99 %``.

    A belief's evidence is rounded as it supports; any other range is exact.
    """
    evidence = isinstance(slider, Belief) and (low, high) == slider.evidence
    low, percent = _as_percent(slider, low)
    high *= percent
    if evidence:
        step = max(supported_step(low, high), slider.step * percent)
        ends = [number(end, step) for end in (low, high)]
        if all(_trimmed(end) == end.partition(".")[0] for end in ends):
            ends = [_trimmed(end) for end in ends]
    else:
        ends = [exact_number(end) for end in (low, high)]
        if all("." in end for end in ends):
            decimals = max(len(end.partition(".")[2]) for end in ends)
            ends = [number(end, 10.0**-decimals) for end in (low, high)]
    pounds = [_pounds(end, slider.unit) for end in ends]
    return _with_unit(EN_DASH.join(pounds), slider)


def _as_percent(slider: Lever | Belief, value: float) -> tuple[float, float]:
    """The value as it is written, and by what it was multiplied for that: a share by 100."""
    return (100.0 * value, 100.0) if slider.unit == "share" else (value, 1.0)


def _with_unit(figure: str, slider: Lever | Belief) -> str:
    return f"{figure}{THIN_SPACE}%" if slider.unit == "share" else with_unit(figure, slider.unit)


def setting_words(slider: Lever | Belief, setting: Setting) -> str:
    """A setting in words: ``10 a week``, ``4 a week, from week 27 10``, ``50 %, exactly known``."""
    if isinstance(setting, Schedule):
        first, *rest = setting.steps
        later = "".join(
            f", from week {step.from_week} {_bare_words(slider, step.value)}" for step in rest
        )
        return value_words(slider, first.value) + later
    if isinstance(setting, BeliefSetting):
        return value_words(slider, setting.central) + _spread_words(setting.spread)
    return value_words(slider, setting)


def _bare_words(slider: Lever | Belief, value: float) -> str:
    """A value without its unit, which was said before; a share keeps its sign."""
    if slider.unit == "share":
        return value_words(slider, value)
    return _pounds(exact_number(value), slider.unit)


def _spread_words(spread: float) -> str:
    if spread == 1.0:
        return ""
    if spread == 0.0:
        return ", exactly known"
    return f", {exact_number(spread)} times the evidence's spread"


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _pounds(text: str, unit: str) -> str:
    return f"£{text}" if unit.startswith("£") else text


def read_value(text: str, slider: Lever | Belief) -> float:
    """The number in what somebody typed for a slider, in the slider's own unit.

    Accepted are thousands commas, the slider's unit or a part of it, ``%`` for a share, ``k``,
    ``m`` and ``bn``, and ``1 in 6,000`` for a rate per million. Whether the number lies in the
    slider's range is not looked at here.

    Raises
    ------
    ModellerError
        When it is not such a number.
    """
    typed = _simplified(text)
    value = None if len(typed) > _LONGEST else _value(typed, slider)
    if value is None:
        example = " ".join(value_words(slider, slider.maximum).split())
        raise ModellerError(
            Problem(slider.key, f"is {shown(text)}", f"write a number, such as {example}")
        )
    return value


def _simplified(text: str) -> str:
    for character, plain in ((MINUS, "-"), ("\u2019", "'")):
        text = text.replace(character, plain)
    return " ".join(text.casefold().split())  # thin spaces too


def _value(typed: str, slider: Lever | Belief) -> float | None:
    one_in = _ONE_IN.fullmatch(typed)
    if one_in is not None and slider.unit == "per million faces":
        rate = _value(f"{one_in['number']}{one_in['rest'].removesuffix('faces')}", slider)
        return 1e6 / rate if rate else None
    match = _VALUE.fullmatch(typed)
    if match is None:
        return None
    value = float(match["number"].replace(",", ""))
    if match["exponent"]:
        value *= 10.0 ** int(match["exponent"])
    in_millions = slider.unit.startswith("£m")
    factor = _unit_factor(match["rest"].strip(), slider.unit)
    if factor is None or (match["pound"] and not slider.unit.startswith("£")):
        return None
    value *= factor
    if factor < 1.0:
        value = float(f"{value:.14g}")  # 89 % is 0.89 and not 0.8900000000000001
    if in_millions and (factor > 1.0 or (match["pound"] and value >= _POUNDS_AND_NOT_MILLIONS)):
        value /= 1e6
    return -value if match["sign"] == "-" else value


def _unit_factor(rest: str, unit: str) -> float | None:
    """What the words after a number multiply it by; None when they do not belong there."""
    words = rest.split()
    if not words:
        return 1.0
    if words == ["%"]:
        return 0.01 if unit == "share" else None
    factor = 1.0
    if words[0] in _FACTORS:
        factor = _FACTORS[words.pop(0)]
    known = _unit_words(unit)
    return factor if all(word in known for word in words) else None


def _unit_words(unit: str) -> frozenset[str]:
    words = set(unit.removeprefix("£").split()) - {"m"}
    words |= {word.removesuffix("s") for word in words}
    if {"week", "year"} & words:
        words |= {"a", "per", "each"}
    for long, short in (("hours", "h"), ("weeks", "w"), ("people", "person")):
        if long in words:
            words.add(short)
    return frozenset(words | {"times"} if unit.startswith("times") else words)


def read_typed_setting(text: str, slider: Lever | Belief) -> object:
    """A typed setting as plain JSON: a number, a schedule or a central value and a spread.

    A schedule is the JSON of a file. A belief may have its spread behind a comma: ``0.5,0`` or
    ``0.5, exactly known``; ``18,270`` is one number all the same.

    Raises
    ------
    ModellerError
        When the text is none of these; its range is checked when it is put in a scenario.
    """
    typed = text.strip()
    if typed[:1] in ("[", "{"):
        tree = parse(typed.encode("utf-8", "replace"), slider.key)
        problems: list[Problem] = []
        read_setting(slider.key, tree, problems)
        if problems:
            raise ModellerError(problems)
        return tree
    central, spread = _split_spread(typed) if isinstance(slider, Belief) else (typed, None)
    value = plain_number(read_value(central, slider))
    return value if spread is None else {"central": value, "spread": read_spread(spread, slider)}


def _split_spread(typed: str) -> tuple[str, str | None]:
    """What stands before and after the comma that does not separate thousands."""
    simplified = _simplified(typed)
    comma = _THOUSANDS.sub(lambda found: found[0].replace(",", "_"), simplified).find(",")
    return (simplified, None) if comma < 0 else (simplified[:comma], simplified[comma + 1 :])


def read_spread(text: str, slider: Lever | Belief) -> float:
    """The spread in what somebody typed: ``0``, ``1.5`` or ``exactly known``.

    Raises
    ------
    ModellerError
        When it is neither.
    """
    typed = _simplified(text)
    if _EXACTLY.fullmatch(typed):
        return 0.0
    match = _VALUE.fullmatch(typed)
    allowed = ("", "times", "times the evidence's spread")
    if match is None or match["sign"] == "-" or match["rest"].strip() not in allowed:
        raise ModellerError(
            Problem(
                f"{slider.key}.spread",
                f"is {shown(text.strip())}",
                "write a number of times the evidence's spread, or 0 for exactly known",
            )
        )
    return float(match["number"].replace(",", ""))
