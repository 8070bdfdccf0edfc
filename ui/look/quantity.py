"""How a lever writes its value, and how it reads what somebody types.

The sentences and numbers are those of `modeller.wording`; a lever shows shares as per cent and
only the figures that its steps need.
"""

from __future__ import annotations

import math

from modeller.base.errors import ModellerError
from modeller.base.language import number_style, translatable, translate
from modeller.base.typed_numbers import rounded
from modeller.model.catalogue import Belief, Lever
from modeller.wording import EN_DASH, FIXED_SPACE, THIN_SPACE, TwoMeaningsError
from modeller.wording import read_value as read_number
from modeller.wording.numbers import MILLIONS, money, number, with_unit

_PERCENT = f"{THIN_SPACE}%"


def figure_text(slider: Lever | Belief, value: float) -> str:
    """The figure alone: "1,400", "89", "2.5".

    A value reached by the slider's steps needs `slider.decimals`; one typed more finely keeps up to
    two more.
    """
    shown, decimals = value, slider.decimals
    if slider.counted_in.is_share:
        shown, decimals = 100 * value, max(0, decimals - 2)
    if slider.scale == "log" and shown >= 10:
        decimals = 0
    if isinstance(slider, Belief) and value == slider.baseline:
        # the median of the evidence, of which nobody chose the fifth digit
        return number(shown, max(10.0**-decimals, 10.0 ** math.floor(math.log10(slider.step))))
    for more in (decimals, decimals + 1, decimals + 2):
        if math.isclose(round(shown, more), shown, rel_tol=1e-12, abs_tol=1e-12):
            decimals = more
            break
    if round(shown, decimals) == round(shown):
        decimals = 0
    return number(shown, 10.0**-decimals)


def bare_text(slider: Lever | Belief, value: float) -> str:
    """The figure with its sign or scale but no unit: "4", "£260m", "89 %"."""
    figure = figure_text(slider, value)
    if slider.counted_in.is_share:
        return figure + _PERCENT
    if slider.counted_in.is_money:
        return money(figure, MILLIONS.words.letter if slider.counted_in.millions else "")
    return figure


def value_text(slider: Lever | Belief, value: float) -> str:
    """The value with its unit: "10 a week", "89 %", "£260m a year", "1 post"."""
    if slider.counted_in.is_share:
        return bare_text(slider, value)
    figure = figure_text(slider, value)
    if slider.counted_in.is_money:
        figure = money(figure)
    return with_unit(figure, slider.unit).replace(" ", FIXED_SPACE)


def range_text(slider: Lever | Belief, low: float, high: float, between: str = EN_DASH) -> str:
    """Two values with their unit once: "4–10 a week", "£0–450m a year"."""
    pounds_first = slider.counted_in.is_money and number_style().money.startswith("£")
    pound = "£" if pounds_first else ""
    first = pound + figure_text(slider, low)
    return f"{first}{between}{value_text(slider, high).removeprefix(pound)}"


def read_value(slider: Lever | Belief, typed: str) -> float:
    """The value that `typed` means, in the slider's own unit and inside its range.

    A unit may be left out; shares are taken as per cent or as a fraction.

    Raises
    ------
    ValueError
        With a sentence for the user: what is wrong, and what would be right.
    """
    try:
        value = read_number(typed, slider)
    except TwoMeaningsError as error:
        text = translate(
            "Lever",
            "“{typed}” could mean two numbers: {remedy}.",
            typed=typed.strip(),
            remedy=error.problems[0].remedy,
        )
        raise ValueError(text) from None
    except ModellerError:
        example = value_text(slider, slider.baseline or slider.maximum)
        shown = typed.strip()
        text = translate("Lever", "Type a number, such as {example}.", example=example)
        if shown:
            wrong = translate("Lever", "“{typed}” is not understood.", typed=shown)
            text = f"{wrong} {text}"
        raise ValueError(text) from None
    if slider.counted_in.is_share and value > 1:
        value /= 100  # 89 for a share means 89 %
    value = rounded(value)  # 89 % is 0.89 and not 0.8900000000000001
    if slider.contains(value):
        return value
    shown = value_text(slider, value)
    if value < slider.minimum:
        limit = value_text(slider, slider.minimum)
        text = translatable("Lever", "{value} is below the lowest value, {limit}.")
    else:
        limit = value_text(slider, slider.maximum)
        text = translatable("Lever", "{value} is above the highest value, {limit}.")
    raise ValueError(translate("Lever", text, value=shown, limit=limit))
