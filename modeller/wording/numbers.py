"""Writes figures as text, rounded to what their range supports, with separators, signs and units.

The same rule for rounding is used everywhere: the last digit shown is worth between a hundredth and
a tenth of the width of the 80 % range. A range of 1,667 to 2,568 is 901 wide, so its figures are
rounded to tens: 1,670–2,570. All figures of a quantity (the middle, the ends of its range, its
change against another scenario) are rounded alike, and counts never more finely than to one.

Separators, scales and the place of the pound sign are those of the language in use.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from modeller.base.language import ScaleWords, number_style, translate
from modeller.model.units import unit_named

MINUS = "\u2212"
EN_DASH = "\u2013"
THIN_SPACE = "\u202f"
"""A narrow space that does not break, between a figure and a sign, as in “89 %”."""
FIXED_SPACE = "\u00a0"
"""A space that does not break, between a figure and a word, where a narrow one is too narrow."""
INFINITY = "\u221e"

_SIGNIFICANT_WITHOUT_RANGE = 4
_NOTHING = 1e-12


@dataclass(frozen=True)
class Scale:
    """Thousands, millions or billions: a word in text, a letter on axes and in money."""

    divisor: float
    name: Literal["", "thousand", "million", "billion"]

    @property
    def words(self) -> ScaleWords:
        """Its words in the language in use."""
        if not self.name:
            return _NO_WORDS
        words: ScaleWords = getattr(number_style(), self.name)
        return words

    def worded(self, figure: str, *, counted_by: str = "") -> str:
        """The figure followed by the word; in a range, `counted_by` is its last figure."""
        if not self.name:
            return figure
        word = self.words.one if is_singular(counted_by or figure) else self.words.many
        return f"{figure}{FIXED_SPACE}{word}"


_NO_WORDS = ScaleWords("", "", "")
ONES = Scale(1.0, "")
THOUSANDS = Scale(1e3, "thousand")
MILLIONS = Scale(1e6, "million")
BILLIONS = Scale(1e9, "billion")


def is_singular(figure: str) -> bool:
    """Whether a noun after the figure is in the singular."""
    return re.fullmatch(number_style().singular, figure) is not None


def counted(number: int, plural: str) -> str:
    """``1 true alert``, ``2 true alerts``, in what is English by decision.

    The first word of `plural` that is one loses its ending.
    """
    one = re.sub(r"\b(people|[a-z]+s)\b", _singular, plural, count=1)
    return f"{number:,} {one if number == 1 else plural}"


def _singular(word: re.Match[str]) -> str:
    if word[0] == "people":
        return "person"
    return f"{word[0][:-3]}y" if word[0].endswith("ies") else word[0][:-1]


def money(figure: str, letter: str = "") -> str:
    """A figure in pounds: ``£3.8m``."""
    return number_style().money.format(figure=figure, letter=letter)


def money_range(low: str, high: str, letter: str = "", *, first: str = "") -> str:
    """Two figures in pounds: ``£3.8m–£7.1m``; `first` is the scale's letter of the lower one."""
    return number_style().money_range.format(low=low, high=high, first=first, letter=letter)


def supported_step(low: float, high: float, *, whole: bool = False) -> float:
    """What the last digit shown is worth for a range from `low` to `high`: a power of ten.

    Parameters
    ----------
    whole
        Whether the quantity is a count, which is never shown more finely than to one.

    Returns
    -------
    float
        Zero if the range has no width, so that figures are shown as they are.
    """
    ends = [abs(end) for end in (low, high) if math.isfinite(end)]
    if len(ends) == 2:
        width = abs(high - low)
        exponent = math.log10(width) - 1.0 if width > 0.0 else None
    else:
        # only one end is finite: two significant digits of that
        exponent = math.log10(ends[0]) - 1.0 if ends and ends[0] > 0.0 else None
    if exponent is None or exponent < -12.0:
        return 0.0
    step = 10.0 ** math.floor(exponent + 1e-9)
    return max(step, 1.0) if whole else step


def number(value: float, step: float = 0.0) -> str:
    """A number with thousands separated and a true minus sign, rounded to `step`.

    Without a step, whole numbers are shown in full and others to four significant digits.
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
    return (MINUS if value < 0 else "") + number_style().of(text)


def _significant_step(size: float) -> float:
    digits = math.floor(math.log10(size)) - _SIGNIFICANT_WITHOUT_RANGE + 1
    return min(10.0**digits, 1.0)


def exact_number(value: float) -> str:
    """A number that somebody chose, never rounded: ``1,400``, ``0.89``, ``2.54035313008``."""
    text = f"{abs(value):,.12g}"
    if "e" in text:
        text = f"{abs(value):,.20f}".rstrip("0").rstrip(".")
    return (MINUS if value < 0 else "") + number_style().of(text)


def without_zeros(text: str) -> str:
    """A figure without zeros at the end of its decimals: ``2`` for ``2.0``."""
    decimal = number_style().decimal
    return text.rstrip("0").removesuffix(decimal) if decimal in text else text


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
        The catalogue's unit; pounds stand before the figure.
    step
        What the last digit is worth; zero for figures as they are.
    """

    unit: str
    step: float
    scale: Scale

    def figure(self, value: float, *, signed: bool = False) -> str:
        """``2,090``, ``9.1 million``, ``£3.8m``; with a sign ``+1,050`` or ``−£0.4m``."""
        bare = self._bare(value)
        return self._sign(value, bare, signed) + self._dressed(bare, self.scale)

    def range(self, low: float, high: float) -> str:
        """``1,670–2,570``, ``6.3–13.0 million``, ``£3.8m–£7.1m``, ``3,000 or more``."""
        return self._range(low, high, worded=True)

    def range_beside_figure(self, low: float, high: float) -> str:
        """The range without its scale, which the figure beside it has."""
        return self._range(low, high, worded=False)

    def _range(self, low: float, high: float, *, worded: bool) -> str:
        if math.isinf(high) and math.isfinite(low):
            return translate("Range", "{figure} or more", figure=self.figure(low))
        if not (math.isfinite(low) and math.isfinite(high)):
            return translate("Range", "not defined")
        if low < 0.0:
            return self._signed_range(low, high, worded=worded)
        first, last = self._bare(low), self._bare(high)
        in_pounds = unit_named(self.unit).is_money
        scale = self.scale if worded or in_pounds else ONES
        if first == last:
            return self._dressed(first, scale)
        if in_pounds:
            letter = self.scale.words.letter
            return money_range(first, last, letter, first=letter if first != "0" else "")
        return scale.worded(f"{first}{EN_DASH}{last}", counted_by=last)

    def signed_range(self, low: float, high: float) -> str:
        """``+700 to +1,420``, ``−0.4 to +1.2 million``: an en dash would look like a sign."""
        return self._signed_range(low, high, worded=True)

    def _signed_range(self, low: float, high: float, *, worded: bool) -> str:
        if math.isnan(low) or math.isnan(high) or (math.isinf(low) and math.isinf(high)):
            return translate("Range", "not defined")
        if math.isinf(high):
            return translate("Range", "{figure} or more", figure=self.figure(low, signed=True))
        if math.isinf(low):
            return translate("Range", "{figure} or less", figure=self.figure(high, signed=True))
        first, last = self.figure(low, signed=True), self.figure(high, signed=True)
        if first == last:
            return first
        if not unit_named(self.unit).is_money:
            # zero has no scale of its own: “0 to +1.2 million”, not “0 to +1.2”
            if last != "0":
                first = self._signed(low)
            if not worded:
                last = self._signed(high)
        return translate("Range", "{low} to {high}", low=first, high=last)

    def with_unit(self, value: float) -> str:
        """``2,090 arrests``, ``9.1 million faces``, ``£3.8m``."""
        return with_unit(self.figure(value), self.unit, scaled=self.is_scaled(value))

    def is_scaled(self, value: float) -> bool:
        """Whether the figure is written in millions or billions."""
        return self.scale is not ONES and self._bare(value) != "0"

    def _bare(self, value: float) -> str:
        return number(abs(value) / self.scale.divisor, self.step / self.scale.divisor)

    def _signed(self, value: float) -> str:
        bare = self._bare(value)
        return self._sign(value, bare, True) + bare

    def _dressed(self, bare: str, scale: Scale) -> str:
        if unit_named(self.unit).is_money:
            return money(bare, "" if bare == "0" else scale.words.letter)
        return bare if bare == "0" else scale.worded(bare)

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


def with_unit(figure: str, unit: str, *, scaled: bool = False) -> str:
    """The unit after (or, for money, already before) a figure: ``1 alert``, ``10 a week``.

    `scaled` is for figures written in millions or billions.
    """
    known = unit_named(unit)
    if known.millions:
        figure = in_millions(figure)
    if known.is_bare:
        return figure
    after = unit_words(known.said) if known.is_money else unit_after(figure, unit, scaled=scaled)
    return f"{figure}{FIXED_SPACE}{after}"


def unit_after(figure: str, unit: str, *, scaled: bool = False) -> str:
    """A unit in its form after a figure; some languages say “9.1 million *of* faces”."""
    if scaled and " " not in unit:
        return translate("Unit after million", unit)
    return unit_words(unit, one=is_singular(figure))


def range_with_unit(low: str, high: str, unit: str) -> str:
    """Two bare figures with their unit once: ``4–10 a week``, ``£0–£450m a year``."""
    known = unit_named(unit)
    if not known.is_money:
        return with_unit(f"{low}{EN_DASH}{high}", unit)
    figures = money_range(low, high, MILLIONS.words.letter if known.millions else "")
    return f"{figures}{FIXED_SPACE}{unit_words(known.said)}" if known.said else figures


def in_millions(figure: str) -> str:
    """Pounds as millions of pounds: ``£260m`` for ``£260``; zero stays as it is."""
    bare = figure.strip("£\u00a0")
    letter = MILLIONS.words.letter
    if bare == figure:
        return figure + letter
    return figure if bare == "0" else money(bare, letter)


def unit_words(unit: str, *, one: bool = False) -> str:
    """The words of a unit of the catalogue, for one or for many."""
    return translate("Unit", unit_named(unit).one if one else unit)


def source_units(unit: str) -> Iterator[tuple[str, str]]:
    """Every form of a unit's words, with its context, in English."""
    known = unit_named(unit)
    if known.kind in ("share", "number"):  # never after a figure, but in a column of units
        yield ("Unit", unit)
    elif known.said:
        yield from (("Unit", known.said), ("Unit", known.one))
        if " " not in known.said:
            yield ("Unit after million", known.said)


def percent(share: float, step: float = 0.01) -> str:
    """A share as a percentage: ``13.5 %``."""
    return f"{number(100.0 * share, 100.0 * step)}{THIN_SPACE}%"


def futures(share: float, draws: int) -> str:
    """A share of the draws as futures, to follow the word “in”.

    ``97 of 100 futures``; ``all 10,000 futures`` only for every draw, and ``none of the 10,000
    futures`` only for none.
    """
    if share >= 1.0:
        return translate("Futures", "all {draws} futures", draws=number(float(draws)))
    if share <= 0.0:
        return translate("Futures", "none of the {draws} futures", draws=number(float(draws)))
    return translate("Futures", "{count} of 100 futures", count=of_100(share))


def of_100(share: float) -> str:
    """A share as so many of a hundred, for the middle of a sentence: ``more than 99``."""
    hundredths = round(100.0 * share)
    if share < 1.0 and hundredths == 100:
        return translate("Futures", "more than 99")
    if share > 0.0 and hundredths == 0:
        return translate("Futures", "fewer than 1")
    return str(hundredths)


def axis_labels(ticks: Sequence[float], unit: str = "") -> tuple[str, ...]:
    """Labels of an axis, all on one scale, with enough decimals to tell the ticks apart.

    ``0, 5k, 10k`` or ``0, 0.5m, 1m``: k and m never occur on the same axis.
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
    in_pounds = unit_named(unit).is_money
    return tuple(_axis_label(tick, decimals, scale, in_pounds=in_pounds) for tick in scaled)


def short_figure(value: float, low: float, high: float, unit: str, *, whole: bool = False) -> str:
    """A figure for the end of a line, as short as its range allows: ``35``, ``148k``, ``£3.8m``.

    It has at most three digits, and no more than the range from `low` to `high` supports; a count
    is whole.
    """
    if not math.isfinite(value):
        return EN_DASH
    size = abs(value)
    if size < _NOTHING:
        return _axis_label(0.0, 0, ONES, in_pounds=unit_named(unit).is_money)
    step = supported_step(low, high, whole=whole) or (1.0 if whole else _significant_step(size))
    scale = ONES
    for threshold, larger in ((1e4, THOUSANDS), (1e6, MILLIONS), (1e9, BILLIONS)):
        scale = larger if size >= threshold else scale
    scaled = round(size / step) * step / scale.divisor
    figures = 2 - math.floor(math.log10(scaled)) if scaled > 0.0 else 0
    finest = -math.floor(math.log10(step / scale.divisor) + 1e-9)
    places = max(0, min(finest, figures))
    while places and math.isclose(round(scaled, places - 1), scaled, abs_tol=1e-12):
        places -= 1
    signed = math.copysign(scaled, value) if scaled else 0.0
    return _axis_label(signed, places, scale, in_pounds=unit_named(unit).is_money)


def _axis_label(tick: float, decimals: int, scale: Scale, *, in_pounds: bool) -> str:
    if tick == 0.0:
        return money("0") if in_pounds else "0"
    figure, letter = number(abs(tick), 10.0**-decimals), scale.words.letter
    if in_pounds:
        text = money(figure, letter)
    else:
        text = number_style().letter.format(figure=figure, letter=letter) if letter else figure
    return f"{MINUS if tick < 0 else ''}{text}"


def three_figures(value: float) -> str:
    """A figure to three digits, for tables whose figures differ by orders of magnitude."""
    size = abs(value)
    if not math.isfinite(size) or size == 0.0:
        return number(value)
    return number(value, min(10.0 ** (math.floor(math.log10(size)) - 2), 1.0))
