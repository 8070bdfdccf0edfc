"""Chart titles that state the finding, false alerts as natural frequencies, spoken summaries.

A title has at most ten words. Each template carries the condition under which it is true; a
property test reads the figures back out of the words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from modeller.projection import MEDIAN
from modeller.wording.numbers import futures, number, percent, style_for, supported_step
from modeller.wording.outcomes import (
    HIGH,
    LOW,
    RANGE_WORDS,
    Projected,
    change,
    is_amount,
    middle_words,
    noun,
    range_figures,
)

if TYPE_CHECKING:
    from modeller.catalogue import Outcome
    from modeller.projection import View

MAXIMUM_TITLE_WORDS = 10
FALSE_ALERTS, RATE = "false_alerts", "false_alerts_per_million_scanned"

_CLEAR = 0.8
"""A title says that something rises or falls only when it does in 80 of 100 futures."""
_SAME = 0.03
_NEAR = 0.10
_WORTH_A_TITLE = 0.05
_PER_MILLION = 1e6

_SUBJECTS = {
    "deployments": "Deployments",
    "alerts": "Alerts",
    "charged_or_cautioned": "People charged or cautioned",
    "false_alerts_on_black_londoners": "Black Londoners' false alerts",
    "arrests_forgone": "Arrests forgone",
    RATE: "The false-alert rate",
}
_SINGULAR_SUBJECTS = frozenset({"cost", "cost_per_arrest", RATE})


@dataclass(frozen=True)
class _Growth:
    """A template for a ratio of medians from `low` up to (and without) `high`."""

    low: float
    high: float
    plural: str
    singular: str


_GROWTHS = (
    _Growth(0.0, 0.02, "almost vanish", "almost vanishes"),
    _Growth(0.23, 0.27, "fall to about a quarter", "falls to about a quarter"),
    _Growth(0.31, 0.355, "fall to about a third", "falls to about a third"),
    _Growth(0.47, 0.53, "roughly halve", "roughly halves"),
    _Growth(1.47, 1.53, "rise by about half", "rises by about half"),
    _Growth(1.80, 1.97, "nearly double", "nearly doubles"),
    _Growth(1.97, 2.03, "roughly double", "roughly doubles"),
    _Growth(2.03, 2.30, "more than double", "more than doubles"),
    _Growth(2.75, 2.95, "nearly triple", "nearly triples"),
    _Growth(2.95, 3.05, "roughly triple", "roughly triples"),
    _Growth(3.05, 3.30, "more than triple", "more than triples"),
)


def subject(entry: Outcome) -> str:
    """What a title speaks of, in at most four words."""
    return _SUBJECTS.get(entry.key, entry.label)


def chart_title(projection: Projected, baseline: Projected | None, outcome: str) -> str:
    """The finding for one outcome's total, in at most ten words.

    Parameters
    ----------
    baseline
        What the scenario is compared with; None for a scenario on its own.
    """
    entry = projection.catalogue.outcomes[outcome]
    if outcome == FALSE_ALERTS:
        return _false_alerts_title(projection, baseline)
    if outcome == "deployments" and projection.binding.short_share >= _WORTH_A_TITLE:
        return f"Crews run out in {_rough_futures(projection.binding.short_share, projection)}"
    before = math.nan if baseline is None else float(baseline.summary(outcome)[MEDIAN])
    now = float(projection.summary(outcome)[MEDIAN])
    changed = None if baseline is None else change(projection, baseline, outcome)
    if changed is None or not (math.isfinite(now) and math.isfinite(before) and before > 0.0):
        return _title_alone(projection, entry)
    name, ratio = subject(entry), now / before
    singular = outcome in _SINGULAR_SUBJECTS
    if abs(ratio - 1.0) <= _SAME:
        return f"{name} {'stays' if singular else 'stay'} about the same"
    if ratio > 1.0 and changed.more >= _CLEAR:
        return f"{name} {_growth_words(ratio, singular)}"
    if ratio < 1.0 and changed.fewer >= _CLEAR:
        return f"{name} {_growth_words(ratio, singular)}"
    if changed.fewer < _WORTH_A_TITLE:
        return f"{name} may rise"
    return f"{name} may fall" if changed.more < _WORTH_A_TITLE else f"{name} may rise or fall"


def _growth_words(ratio: float, singular: bool) -> str:
    for growth in _GROWTHS:
        if growth.low <= ratio < growth.high:
            return growth.singular if singular else growth.plural
    s = "s" if singular else ""
    if ratio > 2.0:
        return f"grow{s} about {ratio:.1f}-fold" if ratio < 9.95 else f"grow{s} {ratio:,.0f}-fold"
    by = abs(ratio - 1.0)
    step = 0.05 if by > 0.10 else 0.01
    verb = f"rise{s}" if ratio > 1.0 else f"fall{s}"
    return f"{verb} by about {percent(round(by / step) * step)}"


def _rough_futures(share: float, projection: Projected) -> str:
    if 0.47 <= share <= 0.53:
        return "about half of futures"
    return futures(share, projection.totals("deployments").size)


def _title_alone(projection: Projected, entry: Outcome) -> str:
    """A title for a scenario with nothing to compare it with: its median."""
    middle = projection.summary(entry.key)[MEDIAN]
    name = subject(entry)
    singular = entry.key in _SINGULAR_SUBJECTS
    if not math.isfinite(middle):
        return f"{name} {'is' if singular else 'are'} not defined in most futures"
    if middle == 0.0:
        return _title_of_none(projection, entry)
    figure = middle_words(projection, entry.key)
    if entry.kind == "ratio":
        if is_amount(entry):
            return f"{name} is about {figure}"
        return f"About {figure} {noun(entry)}"
    weeks = f"in {projection.scenario.weeks} weeks"
    if is_amount(entry):
        return f"{name} is about {figure} {weeks}"
    totals = projection.totals(entry.key)
    about = "" if totals.min() == totals.max() else "About "
    return f"{about}{figure} {noun(entry)} {weeks}"


def _title_of_none(projection: Projected, entry: Outcome) -> str:
    what = "cost" if is_amount(entry) else noun(entry)
    if projection.totals(entry.key).max() == 0.0:
        return f"No {what} in {projection.scenario.weeks} weeks"
    return f"No {what} in half of futures"


# ---------------------------------------------------------------- natural frequencies


@dataclass(frozen=True)
class Frequency:
    """False alerts as one in so many faces, over the whole horizon.

    Attributes
    ----------
    middle
        Faces to a false alert in the median future; infinite when it has none.
    low, high
        Ends of the 80 % range in faces: the more frequent end first.
    faces
        Faces scanned in nine of ten futures, at least.
    """

    middle: float
    low: float
    high: float
    faces: float


def frequency(projection: Projected) -> Frequency:
    """False alerts as one in so many faces."""
    rate = projection.summary(RATE)
    one_in = [
        _PER_MILLION / value if 0.0 < value < math.inf else math.inf for value in rate.tolist()
    ]
    faces = float(projection.summary("faces_scanned")[LOW])
    return Frequency(one_in[MEDIAN], one_in[HIGH], one_in[LOW], faces)


def _faces(value: float) -> str:
    """Faces to two figures, which is what a ratio of small counts supports."""
    return style_for("faces", value, math.inf, whole=True).figure(value)


def natural_frequency(projection: Projected) -> str:
    """``1 in 400,000 faces (from 1 in 260,000 to 1 in 650,000)``, or an upper bound.

    Where the median future has no false alert, it says “fewer than 1 in” the faces of the more
    frequent end; where nine of ten have none, the faces scanned.
    """
    seen = frequency(projection)
    if not math.isfinite(seen.middle):
        return f"fewer than 1 in {_bound(seen)} faces in 9 of 10 futures"
    middle, low = _faces(seen.middle), _faces(seen.low)
    if not math.isfinite(seen.high):
        return f"1 in {middle} faces (at most 1 in {low})"
    high = _faces(seen.high)
    if low == high:
        return f"1 in {middle} faces"
    return f"1 in {middle} faces (from 1 in {low} to 1 in {high})"


def _bound(seen: Frequency) -> str:
    """A number of faces rounded down, so that “fewer than 1 in” it still holds."""
    faces = seen.low if math.isfinite(seen.low) else seen.faces
    step = max(supported_step(faces, math.inf), 1.0)
    # strictly below, because the end of the range itself is one in exactly so many
    return number(max(1.0, (math.ceil(faces / step) - 1) * step), 1.0)


def _false_alerts_title(projection: Projected, baseline: Projected | None) -> str:
    seen = frequency(projection)
    if not math.isfinite(seen.middle):
        return f"False alerts: fewer than one in {_bound(seen)} faces"
    one_in = f"one in {_faces(seen.middle)} faces"
    before = math.inf if baseline is None else frequency(baseline).middle
    changed = None if baseline is None else change(projection, baseline, RATE)
    if changed is None or not math.isfinite(before):
        return f"About one false alert in {_faces(seen.middle)} faces"
    if abs(before / seen.middle - 1.0) <= _NEAR:
        return f"False alerts stay near {one_in}"
    if changed.more >= _CLEAR:
        return f"False alerts rise to about {one_in}"
    if changed.fewer >= _CLEAR:
        return f"False alerts fall to about {one_in}"
    return f"False alerts: about {one_in}"


# ---------------------------------------------------------------- for those who cannot see it


def spoken_summary(
    projection: Projected,
    outcome: str,
    view: View = "total",
    baseline: Projected | None = None,
    than: str = "the baseline",
) -> str:
    """A chart in one sentence, for a screen reader or as alternative text."""
    entry = projection.catalogue.outcomes[outcome]
    weeks = projection.scenario.weeks
    against = ""
    if baseline is not None:
        against = f", against {middle_words(baseline, outcome)} in {than}"
    if view == "total":
        return (
            f"{entry.label} in {weeks} weeks: {middle_words(projection, outcome)} in the median "
            f"future, {range_figures(projection, outcome)} {RANGE_WORDS}{against}."
        )
    summary = projection.summary(outcome, view)
    last = summary[-1]
    written = style_for(entry.unit, last[LOW], last[HIGH], whole=entry.kind == "flow")
    first_week, last_week = written.figure(summary[0][MEDIAN]), written.figure(last[MEDIAN])
    added = {"weekly": "a week", "cumulative": "added up"}[view]
    total = ""
    if entry.kind == "flow":
        total = f"; over all {weeks} weeks {middle_words(projection, outcome)}"
    else:
        added = "so far"
    return (
        f"{entry.label} {added}: the median goes from {first_week} in week 1 to {last_week} in "
        f"week {weeks}, where 8 of 10 futures lie at {written.range(last[LOW], last[HIGH])}"
        f"{total}{against}."
    )


def title_fits(title: str) -> bool:
    """Whether a title has at most ten words."""
    return len(title.split()) <= MAXIMUM_TITLE_WORDS
