"""The figures of an outcome, and its change against another scenario, measured and in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Protocol
from weakref import WeakKeyDictionary

import numpy as np

from modeller.base.elementary import Floats
from modeller.base.language import lower_first, translatable, translate, upper_first
from modeller.model.catalogue import Catalogue, Outcome
from modeller.projection import MEDIAN, SUMMARY, Band, Binding, BreakEven, View, quantiles
from modeller.scenario import Scenario
from modeller.wording.numbers import EN_DASH, Style, futures, of_100, style_for

LOW, HIGH = SUMMARY.index("p10"), SUMMARY.index("p90")

_MOSTLY = 0.6
"""“More … in N of 100 futures” is said only if N is at least sixty."""
_SMALL_CHANGE = 0.05
"""“About as many” is said only if 8 of 10 futures change by at most this share."""

_NOUNS = {
    "deployments": "deployments",
    "deployments_planned": "deployments planned",
    "share_of_plan_delivered": "share of the plan delivered",
    "alerts": "alerts",
    "arrests_forgone": "arrests forgone",
    "charged_or_cautioned": "people charged or cautioned",
    "false_alerts_per_million_scanned": "false alerts per million faces",
}


class Projected(Protocol):
    """What texts are made from: a projection, or anything with the same interface."""

    @property
    def scenario(self) -> Scenario:
        """The scenario projected."""

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue, for the names and units of outcomes."""

    @property
    def binding(self) -> Binding:
        """What bound the deployments."""

    @property
    def break_even(self) -> BreakEven | None:
        """The break-even; None if no officers are lost."""

    def summary(self, outcome: str, view: View = "total", band: Band = "seen") -> Floats:
        """As `Projection.summary`."""

    def smooth(self, outcome: str, view: View, band: Band = "seen") -> Floats:
        """As `Projection.smooth`."""

    def totals(self, outcome: str, band: Band = "seen") -> Floats:
        """As `Projection.totals`."""

    def makes_up_against(self, deployments: float) -> float:
        """The share of futures in which the officers lost are made up for, from a given rate."""


def noun(outcome: Outcome) -> str:
    """What is counted, within a sentence: ``faces scanned``, ``cost per arrest``."""
    return translate("Outcome", source_noun(outcome))


def source_noun(outcome: Outcome) -> str:
    """The noun, in English."""
    name = outcome.source_label
    return _NOUNS.get(outcome.key, lower_first(name))


def label(outcome: Outcome) -> str:
    """The heading of a row: the noun with a capital."""
    return upper_first(noun(outcome))


def is_amount(outcome: Outcome) -> bool:
    """Whether it is an amount, such as a cost, which is “higher” and not “more”."""
    return outcome.counted_in.is_money


def style(projection: Projected, outcome: str, band: Band = "seen") -> Style:
    """The style that the 80 % range of the total supports."""
    summary = projection.summary(outcome, "total", band)
    entry = projection.catalogue.outcomes[outcome]
    return style_for(entry.unit, summary[LOW], summary[HIGH], whole=entry.kind == "flow")


def middle_words(projection: Projected, outcome: str, band: Band = "seen") -> str:
    """The median of the total: ``2,090``, ``9.1 million``, ``£5.1m``; a dash for what is not."""
    summary = projection.summary(outcome, "total", band)
    if not np.isfinite(summary[[LOW, MEDIAN]]).any():
        return EN_DASH  # a ratio of which nothing is defined
    return style(projection, outcome, band).figure(summary[MEDIAN])


def range_figures(projection: Projected, outcome: str, band: Band = "seen") -> str:
    """The 80 % range of the total: ``1,670–2,570``."""
    summary = projection.summary(outcome, "total", band)
    return style(projection, outcome, band).range(summary[LOW], summary[HIGH])


def middle_and_range(projection: Projected, outcome: str, band: Band = "seen") -> str:
    """Median and range for a cell: ``8.2 million (5.7–11.9)``; the figure alone without a range."""
    middle, ends = middle_words(projection, outcome, band), range_figures(projection, outcome, band)
    if middle in (ends, EN_DASH):
        return ends
    summary = projection.summary(outcome, "total", band)
    ends = style(projection, outcome, band).range_beside_figure(summary[LOW], summary[HIGH])
    return f"{middle} ({ends})"


def range_words(projection: Projected, outcome: str, band: Band = "seen") -> str:
    """The range as a phrase: ``1,670–2,570 in 8 of 10 futures``."""
    figures = range_figures(projection, outcome, band)
    totals = projection.totals(outcome, band)
    if totals.min() == totals.max():
        return without_range()
    return in_most_futures(figures)


def without_range() -> str:
    """The words for a total that is the same in all futures, because the model has it so."""
    return translate("Range", "no range")


def in_most_futures(figures: str) -> str:
    """The figures of an 80 % range, with how many futures it holds."""
    return translate("Range", "{figures} in 8 of 10 futures", figures=figures)


def the_baseline() -> str:
    """The baseline in a sentence, if it has no name."""
    return translate("Comparison", "the baseline")


@dataclass(frozen=True)
class Change:
    """The difference of two totals, draw by draw.

    Attributes
    ----------
    middle, low, high
        Median and 80 % range of the paired differences.
    more, fewer, same
        Shares of the draws; they add up to one, except for draws in which neither is defined.
    """

    middle: float
    low: float
    high: float
    more: float
    fewer: float
    same: float
    draws: int

    @property
    def direction(self) -> Literal["more", "fewer", "same", "either"]:
        """What is true in at least sixty of a hundred futures; ``either`` if neither is."""
        if self.more >= _MOSTLY:
            return "more"
        if self.fewer >= _MOSTLY:
            return "fewer"
        return "same" if self.same >= _MOSTLY else "either"


def share_luck(projection: Projected, baseline: Projected) -> bool:
    """Whether draw i of both has the same random numbers."""
    one, other = projection.scenario, baseline.scenario
    return (one.weeks, one.draws, one.seed) == (other.weeks, other.draws, other.seed)


_CHANGES: WeakKeyDictionary[
    Projected, WeakKeyDictionary[Projected, dict[tuple[str, Band], Change | None]]
] = WeakKeyDictionary()
"""Changes by projections: title, headline and warning need the same, so it is measured once."""


def change(
    projection: Projected, baseline: Projected, outcome: str, band: Band = "seen"
) -> Change | None:
    """The difference of a total from the baseline's.

    None if the two do not share their luck, or one of them is defined in no future.
    """
    known = _CHANGES.setdefault(projection, WeakKeyDictionary()).setdefault(baseline, {})
    if (outcome, band) not in known:
        known[outcome, band] = _measured(projection, baseline, outcome, band)
    return known[outcome, band]


def _measured(
    projection: Projected, baseline: Projected, outcome: str, band: Band
) -> Change | None:
    if not share_luck(projection, baseline):
        return None
    here, there = projection.totals(outcome, band), baseline.totals(outcome, band)
    if here.size != there.size:  # a live projection may use fewer draws than the scenario asks for
        return None
    with np.errstate(invalid="ignore"):
        if np.isinf(here).all() or np.isinf(there).all():
            return None  # a ratio that is not defined on one side differs from nothing
        paired = here - there
    ordered = np.sort(paired)  # undefined values come last
    defined = ordered[: ordered.size - np.count_nonzero(np.isnan(ordered))]
    if not defined.size:
        return None
    low, middle, high = quantiles(defined, (0.1, 0.5, 0.9))
    fewer, up_to_same = (int(np.searchsorted(defined, 0.0, side)) for side in ("left", "right"))
    return Change(
        float(middle),
        float(low),
        float(high),
        more=(defined.size - up_to_same) / paired.size,
        fewer=fewer / paired.size,
        same=(up_to_same - fewer) / paired.size,
        draws=paired.size,
    )


def change_style(projection: Projected, outcome: str, changed: Change) -> Style:
    """The style of a change: as its own range supports, but not more finely than the total."""
    total = style(projection, outcome)
    entry = projection.catalogue.outcomes[outcome]
    own = style_for(entry.unit, changed.low, changed.high, whole=entry.kind == "flow")
    step = max(own.step, total.step)
    # in millions like the total, unless that would take more than three decimals
    scale = total.scale if step >= total.scale.divisor / 1000.0 else own.scale
    return Style(entry.unit, step, scale)


def change_figure(projection: Projected, outcome: str, changed: Change) -> str:
    """The median change with its sign: ``+1,050``."""
    return change_style(projection, outcome, changed).figure(changed.middle, signed=True)


def change_range(projection: Projected, outcome: str, changed: Change) -> str:
    """The 80 % range of the change: ``+700 to +1,420``."""
    return change_style(projection, outcome, changed).signed_range(changed.low, changed.high)


def comparison_words(projection: Projected, outcome: str, changed: Change, than: str = "") -> str:
    """The paired difference in words: ``more arrests than the baseline in 97 of 100 futures``.

    `than` is the name of the other scenario in a sentence; if empty, it is "the baseline".
    """
    entry = projection.catalogue.outcomes[outcome]
    words: dict[str, Any] = {"what": noun(entry), "than": than or the_baseline()}
    if changed.direction == "either":
        total = projection.summary(outcome)[MEDIAN]
        small = max(abs(changed.low), abs(changed.high)) <= _SMALL_CHANGE * abs(total)
        more, fewer = of_100(changed.more), of_100(changed.fewer)
        text = _EITHER[is_amount(entry), small]
        return translate("Comparison", text, **words, more=more, fewer=fewer)
    share = {"more": changed.more, "fewer": changed.fewer, "same": changed.same}[changed.direction]
    compared = translate("Comparison", _COMPARED[is_amount(entry)][changed.direction], **words)
    if share >= 1.0:  # the same in all futures, because the model has it so
        return compared
    how_often = futures(share, changed.draws)
    return translate("Comparison", "{compared} in {futures}", compared=compared, futures=how_often)


_COMPARED = {
    False: {
        "more": translatable("Comparison", "more {what} than {than}"),
        "fewer": translatable("Comparison", "fewer {what} than {than}"),
        "same": translatable("Comparison", "as many {what} as {than}"),
    },
    True: {
        "more": translatable("Comparison", "higher {what} than {than}"),
        "fewer": translatable("Comparison", "lower {what} than {than}"),
        "same": translatable("Comparison", "the same {what} as {than}"),
    },
}
"""Templates, by whether it is an amount, and by direction."""
_EITHER = {
    (False, False): translatable(
        "Comparison",
        "no clear difference in {what} from {than}: more in {more} and fewer in {fewer} "
        "of 100 futures",
    ),
    (False, True): translatable(
        "Comparison",
        "about as many {what} as {than}: more in {more} and fewer in {fewer} of 100 futures",
    ),
    (True, False): translatable(
        "Comparison",
        "no clear difference in {what} from {than}: higher in {more} and lower in {fewer} "
        "of 100 futures",
    ),
    (True, True): translatable(
        "Comparison",
        "about the same {what} as {than}: higher in {more} and lower in {fewer} of 100 futures",
    ),
}
"""Templates, by whether it is an amount, and by whether the change is small."""


def short_comparison(entry: Outcome, changed: Change) -> str:
    """The comparison for a column: ``more in 97 of 100``, ``the same in all``."""
    direction = changed.direction
    if direction == "either":
        direction = "more" if changed.more >= changed.fewer else "fewer"
    share = {"more": changed.more, "fewer": changed.fewer, "same": changed.same}[direction]
    most, all_of_them = _SHORT[is_amount(entry), direction]
    if share >= 1.0:
        return translate("Short comparison", all_of_them)
    return translate("Short comparison", most, count=in_column(share))


_SHORT = {
    (False, "more"): (
        translatable("Short comparison", "more in {count} of 100"),
        translatable("Short comparison", "more"),
    ),
    (False, "fewer"): (
        translatable("Short comparison", "fewer in {count} of 100"),
        translatable("Short comparison", "fewer"),
    ),
    (False, "same"): (
        translatable("Short comparison", "the same in {count} of 100"),
        translatable("Short comparison", "the same"),
    ),
    (True, "more"): (
        translatable("Short comparison", "higher in {count} of 100"),
        translatable("Short comparison", "higher"),
    ),
    (True, "fewer"): (
        translatable("Short comparison", "lower in {count} of 100"),
        translatable("Short comparison", "lower"),
    ),
    (True, "same"): (
        translatable("Short comparison", "the same in {count} of 100"),
        translatable("Short comparison", "the same"),
    ),
}
"""Templates for most futures and for all, by whether it is an amount, and by direction."""


def in_column(share: float) -> str:
    """A share as so many of a hundred, where there is little room: ``>99``."""
    hundredths = round(100.0 * share)
    if share < 1.0 and hundredths == 100:
        return ">99"
    return "<1" if share > 0.0 and hundredths == 0 else str(hundredths)
