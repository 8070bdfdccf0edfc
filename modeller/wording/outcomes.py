"""An outcome's figures and its change against another scenario, measured and in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

import numpy as np

from modeller.language import translate
from modeller.projection import MEDIAN, SUMMARY, quantiles
from modeller.wording.numbers import Style, futures, of_100, style_for

if TYPE_CHECKING:
    from modeller.catalogue import Catalogue, Outcome
    from modeller.elementary import Floats
    from modeller.projection import Band, Binding, BreakEven, View
    from modeller.scenario import Scenario

LOW, HIGH = SUMMARY.index("p10"), SUMMARY.index("p90")
RANGE_WORDS = "in 8 of 10 futures"
"""What the range from the 10th to the 90th percentile holds."""

_MOSTLY = 0.6
"""“More … in N of 100 futures” is said only when N is at least sixty."""
_SMALL_CHANGE = 0.05
"""“About as many” is said only when 8 of 10 futures change by no more than this share."""

_NOUNS = {
    "deployments": "deployments",
    "alerts": "alerts",
    "arrests_forgone": "arrests forgone",
    "charged_or_cautioned": "people charged or cautioned",
    "false_alerts_per_million_scanned": "false alerts per million faces",
}


class Projected(Protocol):
    """What words are made of: a projection, or anything that answers as one does."""

    @property
    def scenario(self) -> Scenario:
        """The scenario projected."""

    @property
    def catalogue(self) -> Catalogue:
        """What its outcomes are called and measured in."""

    @property
    def binding(self) -> Binding:
        """What held the deployments back."""

    @property
    def break_even(self) -> BreakEven | None:
        """The switching value of the officers lost."""

    def summary(self, outcome: str, view: View = "total", band: Band = "seen") -> Floats:
        """Mean and quantiles, as of a projection."""

    def totals(self, outcome: str, band: Band = "seen") -> Floats:
        """Total in each draw."""


def noun(outcome: Outcome) -> str:
    """What is counted, within a sentence: ``faces scanned``, ``cost per arrest``."""
    return _NOUNS.get(outcome.key, outcome.label[0].lower() + outcome.label[1:])


def label(outcome: Outcome) -> str:
    """What heads a row: the noun, with a capital."""
    what = noun(outcome)
    return what[0].upper() + what[1:]


def is_amount(outcome: Outcome) -> bool:
    """Whether the outcome is one amount (a cost), of which there is a higher and no more."""
    return outcome.unit.startswith("£")


def style(projection: Projected, outcome: str, band: Band = "seen") -> Style:
    """How the total's figures are written, as its own 80 % range supports."""
    summary = projection.summary(outcome, "total", band)
    entry = projection.catalogue.outcomes[outcome]
    return style_for(entry.unit, summary[LOW], summary[HIGH], whole=entry.kind == "flow")


def middle_words(projection: Projected, outcome: str, band: Band = "seen") -> str:
    """The total's median: ``2,090``, ``9.1 million``, ``£5.1m``."""
    written = style(projection, outcome, band)
    return written.figure(projection.summary(outcome, "total", band)[MEDIAN])


def range_figures(projection: Projected, outcome: str, band: Band = "seen") -> str:
    """The total's 80 % range: ``1,670–2,570``."""
    summary = projection.summary(outcome, "total", band)
    return style(projection, outcome, band).range(summary[LOW], summary[HIGH])


def middle_and_range(projection: Projected, outcome: str, band: Band = "seen") -> str:
    """Both in a cell: ``8.2 million (5.7–11.9)``; the figure alone where it has no range."""
    middle, ends = middle_words(projection, outcome, band), range_figures(projection, outcome, band)
    if middle == ends:
        return middle
    summary = projection.summary(outcome, "total", band)
    ends = style(projection, outcome, band).range_beside_figure(summary[LOW], summary[HIGH])
    return f"{middle} ({ends})"


def range_words(projection: Projected, outcome: str, band: Band = "seen") -> str:
    """The range as a phrase: ``1,670–2,570 in 8 of 10 futures``."""
    figures = range_figures(projection, outcome, band)
    totals = projection.totals(outcome, band)
    if totals.min() == totals.max():
        return f"{figures} in {futures(1.0, totals.size)}"
    return f"{figures} {RANGE_WORDS}"


@dataclass(frozen=True)
class Change:
    """One total less another, draw by draw.

    Attributes
    ----------
    middle, low, high
        Median and 80 % range of the paired differences.
    more, fewer, same
        Shares of the draws; together one, but for draws in which neither is defined.
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
        """What holds in sixty of a hundred futures; ``either`` when nothing does."""
        if self.more >= _MOSTLY:
            return "more"
        if self.fewer >= _MOSTLY:
            return "fewer"
        return "same" if self.same >= _MOSTLY else "either"


def share_luck(projection: Projected, baseline: Projected) -> bool:
    """Whether draw i of one faces the same chances as draw i of the other."""
    one, other = projection.scenario, baseline.scenario
    return (one.weeks, one.draws, one.seed) == (other.weeks, other.draws, other.seed)


def change(
    projection: Projected, baseline: Projected, outcome: str, band: Band = "seen"
) -> Change | None:
    """How the total differs from the baseline's; None when the two do not share their luck."""
    if not share_luck(projection, baseline):
        return None
    here, there = projection.totals(outcome, band), baseline.totals(outcome, band)
    if here.size != there.size:  # a live projection may stand on fewer draws than it asks for
        return None
    with np.errstate(invalid="ignore"):
        paired = here - there
    defined = np.sort(paired[~np.isnan(paired)])
    if not defined.size:
        return None
    low, middle, high = quantiles(defined, (0.1, 0.5, 0.9))
    more, fewer, same = (float(part.mean()) for part in (paired > 0, paired < 0, paired == 0))
    return Change(float(middle), float(low), float(high), more, fewer, same, paired.size)


def change_style(projection: Projected, outcome: str, changed: Change) -> Style:
    """How a change is written: as its own range supports, but no finer than the total is."""
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
    """The change's 80 % range: ``+700 to +1,420``."""
    return change_style(projection, outcome, changed).signed_range(changed.low, changed.high)


def comparison_words(
    projection: Projected, outcome: str, changed: Change, than: str = "the baseline"
) -> str:
    """The paired difference in words: ``more arrests than the baseline in 97 of 100 futures``."""
    entry = projection.catalogue.outcomes[outcome]
    more, fewer = ("higher", "lower") if is_amount(entry) else ("more", "fewer")
    what, direction = noun(entry), changed.direction
    as_many = f"the same {what} as" if is_amount(entry) else f"as many {what} as"
    if direction == "either":
        about = f"about {as_many} {than}"
        if not _is_small(changed, projection.summary(outcome)[MEDIAN]):
            about = f"no clear difference in {what} from {than}"
        return (
            f"{about}: {more} in {of_100(changed.more)} and {fewer} in {of_100(changed.fewer)} "
            "of 100 futures"
        )
    if direction == "same":
        return f"{as_many} {than} in {futures(changed.same, changed.draws)}"
    word, share = (more, changed.more) if direction == "more" else (fewer, changed.fewer)
    return f"{word} {what} than {than} in {futures(share, changed.draws)}"


def _is_small(changed: Change, total: float) -> bool:
    return max(abs(changed.low), abs(changed.high)) <= _SMALL_CHANGE * abs(total)


def short_comparison(entry: Outcome, changed: Change) -> str:
    """The same for a column: ``more in 97 of 100``, ``the same in all``."""
    more, fewer = ("higher", "lower") if is_amount(entry) else ("more", "fewer")
    direction = changed.direction
    if direction == "either":
        word, share = (
            (more, changed.more) if changed.more >= changed.fewer else (fewer, changed.fewer)
        )
        return f"{word} in {_in_column(share)} of 100"
    words = {"more": (more, changed.more), "fewer": (fewer, changed.fewer)}
    word, share = words.get(direction, ("the same", changed.same))
    if share >= 1.0:
        return f"{word} in all"
    return f"{word} in {_in_column(share)} of 100"


def _in_column(share: float) -> str:
    return of_100(share).replace("more than ", ">").replace("fewer than ", "<")


def difference_words(
    projection: Projected,
    baseline: Projected,
    outcome: str,
    than: str = "the baseline",
) -> str:
    """The paired difference in words, or that there is none to be had."""
    changed = change(projection, baseline, outcome)
    if changed is None:
        return f"not compared with {than}, whose draws are others"
    return comparison_words(projection, outcome, changed, than)
