"""Figures as text: rounded to what their range supports, with separators, signs and units.

The rule for rounding, used everywhere: the last figure shown is worth between a hundredth and
a tenth of the width of the 80 % range. A range of 1,667 to 2,568 is 901 wide, so its figures
are rounded to tens: 1,670–2,570. All figures of one quantity (the middle, the ends of its
range, its change against another scenario) are rounded alike, and counts never finer than one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

MINUS = "\u2212"
EN_DASH = "\u2013"
THIN_SPACE = "\u202f"
"""Narrow and without a break: between a figure and a sign, as in “89 %”."""
FIXED_SPACE = "\u00a0"
"""Without a break: between a figure and a word, which a narrow one would glue together."""
INFINITY = "\u221e"

_SIGNIFICANT_WITHOUT_RANGE = 4
_NOTHING = 1e-12
_PLAIN_UNITS = frozenset({"share", "exponent", "log"})
"""Units whose figures stand alone."""
_SINGULAR = {"people": "person"}


@dataclass(frozen=True)
class Scale:
    """Thousands, millions or billions, as a word in text and a letter on axes and in money."""

    divisor: float
    word: str
    letter: str


ONES = Scale(1.0, "", "")
THOUSANDS = Scale(1e3, "thousand", "k")
MILLIONS = Scale(1e6, "million", "m")
BILLIONS = Scale(1e9, "billion", "bn")


def supported_step(low: float, high: float, *, whole: bool = False) -> float:
    """What the last figure shown is worth, for a range from `low` to `high`: a power of ten.

    Parameters
    ----------
    whole
        Whether the quantity is a count, which is never shown finer than one.

    Returns
    -------
    float
        Zero when the range has no width, and figures may be shown as they are.
    """
    ends = [abs(end) for end in (low, high) if math.isfinite(end)]
    if len(ends) == 2:
        width = abs(high - low)
        exponent = math.log10(width) - 1.0 if width > 0.0 else None
    else:
        # one end only: two significant figures of it
        exponent = math.log10(ends[0]) - 1.0 if ends and ends[0] > 0.0 else None
    if exponent is None or exponent < -12.0:
        return 0.0
    step = 10.0 ** math.floor(exponent + 1e-9)
    return max(step, 1.0) if whole else step


def number(value: float, step: float = 0.0) -> str:
    """A number with thousands separated and a true minus sign, rounded to `step`.

    Without a step, whole numbers are shown in full and others to four significant figures.
    """
    if math.isnan(value):
        return EN_DASH
    if math.isinf(value):
        return INFINITY if value > 0 else MINUS + INFINITY
    size = abs(value)
    if size < _NOTHING:
        return "0"
    if step <= 0.0:
        step = 1.0 if size.is_integer() else _significant_step(size)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    rounded = round(size / step) * step if decimals == 0 else size
    text = f"{rounded:,.{decimals}f}"
    if not text.strip("0.,"):
        return "0"
    return (MINUS if value < 0 else "") + text


def _significant_step(size: float) -> float:
    digits = math.floor(math.log10(size)) - _SIGNIFICANT_WITHOUT_RANGE + 1
    return min(10.0**digits, 1.0)


def exact_number(value: float) -> str:
    """A number somebody chose, never rounded: ``1,400``, ``0.89``, ``2.54035313008``."""
    text = f"{abs(value):,.12g}"
    if "e" in text:
        text = f"{abs(value):,.20f}".rstrip("0").rstrip(".")
    return (MINUS if value < 0 else "") + text


def text_scale(largest: float, step: float) -> Scale:
    """The scale that running text uses for figures up to `largest`, rounded to `step`."""
    if largest >= 1e9 and step >= 1e6:
        return BILLIONS
    if largest >= 1e6 and (step >= 1e3 or step == 0.0):
        return MILLIONS
    return ONES


@dataclass(frozen=True)
class Style:
    """How all figures of one quantity are written.

    Attributes
    ----------
    unit
        The catalogue's unit; one that begins with £ is put before the figure.
    step
        What the last figure is worth; zero for figures as they are.
    """

    unit: str
    step: float
    scale: Scale

    def figure(self, value: float, *, signed: bool = False) -> str:
        """``2,090``, ``9.1 million``, ``£3.8m``; with a sign ``+1,050`` or ``−£0.4m``."""
        bare = self._bare(value)
        return self._sign(value, bare, signed) + self._dressed(bare)

    def range(self, low: float, high: float) -> str:
        """``1,670–2,570``, ``6.3–13.0 million``, ``£3.8m–£7.1m``, ``3,000 or more``."""
        if math.isinf(high) and math.isfinite(low):
            return f"{self.figure(low)} or more"
        if not (math.isfinite(low) and math.isfinite(high)):
            return "not defined"
        if low < 0.0:
            return self.signed_range(low, high)
        first, last = self._bare(low), self._bare(high)
        if first == last:
            return self._dressed(first)
        if self.unit.startswith("£"):
            return f"{self._dressed(first)}{EN_DASH}{self._dressed(last)}"
        return self._dressed(f"{first}{EN_DASH}{last}")

    def signed_range(self, low: float, high: float) -> str:
        """``+700 to +1,420``, ``−0.4 to +1.2 million``: an en dash would look like a sign."""
        if math.isnan(low) or math.isnan(high) or (math.isinf(low) and math.isinf(high)):
            return "not defined"
        if math.isinf(high):
            return f"{self.figure(low, signed=True)} or more"
        if math.isinf(low):
            return f"{self.figure(high, signed=True)} or less"
        first, last = self.figure(low, signed=True), self.figure(high, signed=True)
        if first == last:
            return first
        # zero has no scale, so “0 to +1.2 million” and not “0 to +1.2”
        if last != "0" and not self.unit.startswith("£") and self.scale.word:
            first = first.removesuffix(f"{FIXED_SPACE}{self.scale.word}")
        return f"{first} to {last}"

    def with_unit(self, value: float) -> str:
        """``2,090 arrests``, ``9.1 million faces``, ``£3.8m``."""
        return with_unit(self.figure(value), self.unit)

    def _bare(self, value: float) -> str:
        return number(abs(value) / self.scale.divisor, self.step / self.scale.divisor)

    def _dressed(self, bare: str) -> str:
        if bare == "0":
            return "£0" if self.unit.startswith("£") else bare
        if self.unit.startswith("£"):
            return f"£{bare}{self.scale.letter}"
        return f"{bare}{FIXED_SPACE}{self.scale.word}" if self.scale.word else bare

    @staticmethod
    def _sign(value: float, bare: str, signed: bool) -> str:
        if bare in ("0", EN_DASH):
            return ""
        if value < 0:
            return MINUS
        return "+" if signed else ""


def style_for(unit: str, low: float, high: float, *, whole: bool = False) -> Style:
    """The style that a range from `low` to `high` supports."""
    step = supported_step(low, high, whole=whole)
    finite = [abs(end) for end in (low, high) if math.isfinite(end)]
    return Style(unit, step, text_scale(max(finite, default=0.0), step))


def with_unit(figure: str, unit: str) -> str:
    """The unit after (or, for money, already before) a figure: ``1 alert``, ``10 a week``."""
    if unit.startswith("£"):
        rest = unit.removeprefix("£")
        if rest.startswith("m "):
            figure, rest = figure if figure == "£0" else f"{figure}m", rest[1:]
        return figure + (FIXED_SPACE + rest.strip() if rest.strip() else "")
    if unit in _PLAIN_UNITS or not unit:
        return figure
    return f"{figure}{FIXED_SPACE}{singular(unit) if figure == '1' else unit}"


def singular(noun: str) -> str:
    """One of what a plural unit or noun names: ``alert``, ``person``, ``deployment a week``."""
    first, *rest = noun.split(" ")
    if first != "times":
        first = _SINGULAR.get(first, first.removesuffix("s"))
    return " ".join((first, *rest))


def percent(share: float, step: float = 0.01) -> str:
    """A share as a percentage: ``13.5 %``."""
    return f"{number(100.0 * share, 100.0 * step)}{THIN_SPACE}%"


def futures(share: float, draws: int) -> str:
    """How many futures a share of the draws is, to follow “in”.

    ``97 of 100 futures``; only when it is every draw ``all 10,000 futures``, and only when it
    is none ``none of the 10,000 futures``.
    """
    if share >= 1.0:
        return f"all {draws:,} futures"
    if share <= 0.0:
        return f"none of the {draws:,} futures"
    return f"{of_100(share)} of 100 futures"


def of_100(share: float) -> str:
    """A share as a count of a hundred, for the middle of a sentence: ``more than 99``."""
    hundredths = round(100.0 * share)
    if share < 1.0 and hundredths == 100:
        return "more than 99"
    if share > 0.0 and hundredths == 0:
        return "fewer than 1"
    return str(hundredths)


def axis_labels(ticks: Sequence[float], unit: str = "") -> tuple[str, ...]:
    """Labels of an axis, all on one scale and with as many decimals as tell the ticks apart.

    ``0, 5k, 10k`` or ``0, 0.5m, 1m``: k and m never meet on one axis.
    """
    largest = max((abs(tick) for tick in ticks), default=0.0)
    scale = ONES
    for threshold, larger in ((1e4, THOUSANDS), (1e6, MILLIONS), (1e9, BILLIONS)):
        scale = larger if largest >= threshold else scale
    scaled = [tick / scale.divisor for tick in ticks]
    decimals = next(
        (
            places
            for places in range(9)
            if all(math.isclose(round(tick, places), tick, abs_tol=1e-12) for tick in scaled)
        ),
        9,
    )
    pound = "£" if unit.startswith("£") else ""
    return tuple(_axis_label(tick, decimals, pound, scale) for tick in scaled)


def _axis_label(tick: float, decimals: int, pound: str, scale: Scale) -> str:
    if tick == 0.0:
        return f"{pound}0"
    text = number(abs(tick), 10.0**-decimals)
    return f"{MINUS if tick < 0 else ''}{pound}{text}{scale.letter}"
