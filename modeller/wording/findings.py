"""Chart titles that state the finding.

A title has at most ten words. Each template carries the condition under which it is true; a
property test reads the figures back out of the words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from modeller.base.language import translatable, translate
from modeller.projection import MEDIAN
from modeller.wording.frequencies import RATE, bound_words, frequency, one_in_words
from modeller.wording.numbers import (
    futures,
    number,
    percent,
)
from modeller.wording.outcomes import (
    Projected,
    change,
    is_amount,
    middle_words,
    noun,
)

if TYPE_CHECKING:
    from modeller.model.catalogue import Outcome

FALSE_ALERTS = "false_alerts"

_CLEAR = 0.8
"""A title says that something rises or falls only when it does in 80 of 100 futures."""
_SAME = 0.03
_NEAR = 0.10
_WORTH_A_TITLE = 0.05

_SUBJECTS = {
    "arrests": "Arrests at LFR deployments",
    "deployments": "Deployments",
    "alerts": "Alerts",
    "charged_or_cautioned": "People charged or cautioned",
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
    _Growth(
        0.0,
        0.02,
        translatable("Title", "{subject} almost vanish"),
        translatable("Title", "{subject} almost vanishes"),
    ),
    _Growth(
        0.23,
        0.27,
        translatable("Title", "{subject} fall to about a quarter"),
        translatable("Title", "{subject} falls to about a quarter"),
    ),
    _Growth(
        0.31,
        0.355,
        translatable("Title", "{subject} fall to about a third"),
        translatable("Title", "{subject} falls to about a third"),
    ),
    _Growth(
        0.47,
        0.53,
        translatable("Title", "{subject} roughly halve"),
        translatable("Title", "{subject} roughly halves"),
    ),
    _Growth(
        1.47,
        1.53,
        translatable("Title", "{subject} rise by about half"),
        translatable("Title", "{subject} rises by about half"),
    ),
    _Growth(
        1.80,
        1.97,
        translatable("Title", "{subject} nearly double"),
        translatable("Title", "{subject} nearly doubles"),
    ),
    _Growth(
        1.97,
        2.03,
        translatable("Title", "{subject} roughly double"),
        translatable("Title", "{subject} roughly doubles"),
    ),
    _Growth(
        2.03,
        2.30,
        translatable("Title", "{subject} more than double"),
        translatable("Title", "{subject} more than doubles"),
    ),
    _Growth(
        2.75,
        2.95,
        translatable("Title", "{subject} nearly triple"),
        translatable("Title", "{subject} nearly triples"),
    ),
    _Growth(
        2.95,
        3.05,
        translatable("Title", "{subject} roughly triple"),
        translatable("Title", "{subject} roughly triples"),
    ),
    _Growth(
        3.05,
        3.30,
        translatable("Title", "{subject} more than triple"),
        translatable("Title", "{subject} more than triples"),
    ),
)


def subject(entry: Outcome) -> str:
    """What a title speaks of, in at most four words."""
    return translate("Outcome", source_subject(entry))


def source_subject(entry: Outcome) -> str:
    """The subject of a title in the source language."""
    return _SUBJECTS.get(entry.key, entry.source_label)


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
        how_often = _rough_futures(projection.binding.short_share, projection)
        return translate("Title", "Crews run out in {futures}", futures=how_often)
    before = math.nan if baseline is None else float(baseline.summary(outcome)[MEDIAN])
    now = float(projection.summary(outcome)[MEDIAN])
    changed = None if baseline is None else change(projection, baseline, outcome)
    if changed is None or not (math.isfinite(now) and math.isfinite(before) and before > 0.0):
        return _title_alone(projection, entry)
    name, ratio = subject(entry), now / before
    singular = outcome in _SINGULAR_SUBJECTS
    if _about_the_same(ratio):
        if singular:
            return translate("Title", "{subject} stays about the same", subject=name)
        return translate("Title", "{subject} stay about the same", subject=name)
    clear = changed.more if ratio > 1.0 else changed.fewer
    if clear >= _CLEAR:
        return _growth_title(name, ratio, singular=singular)
    if changed.fewer < _WORTH_A_TITLE:
        return translate("Title", "{subject} may rise", subject=name)
    if changed.more < _WORTH_A_TITLE:
        return translate("Title", "{subject} may fall", subject=name)
    return translate("Title", "{subject} may rise or fall", subject=name)


def stays_about_the_same(projection: Projected, baseline: Projected | None, outcome: str) -> bool:
    """Whether an outcome's median hardly differs from the baseline's."""
    if baseline is None:
        return False
    now, before = (float(each.summary(outcome)[MEDIAN]) for each in (projection, baseline))
    return math.isfinite(now) and before > 0.0 and _about_the_same(now / before)


def _about_the_same(ratio: float) -> bool:
    return abs(ratio - 1.0) <= _SAME


def _growth_title(name: str, ratio: float, *, singular: bool) -> str:
    for growth in _GROWTHS:
        if growth.low <= ratio < growth.high:
            template = growth.singular if singular else growth.plural
            return translate("Title", template, subject=name)
    if ratio > 2.0:
        if ratio < 9.95:
            times = number(ratio, 0.1)
            if singular:
                return translate(
                    "Title", "{subject} grows about {times}-fold", subject=name, times=times
                )
            return translate(
                "Title", "{subject} grow about {times}-fold", subject=name, times=times
            )
        times = number(ratio, 1.0)
        if singular:
            return translate("Title", "{subject} grows {times}-fold", subject=name, times=times)
        return translate("Title", "{subject} grow {times}-fold", subject=name, times=times)
    by = abs(ratio - 1.0)
    step = 0.05 if by > 0.10 else 0.01
    share = percent(round(by / step) * step)
    if ratio > 1.0:
        if singular:
            return translate("Title", "{subject} rises by about {share}", subject=name, share=share)
        return translate("Title", "{subject} rise by about {share}", subject=name, share=share)
    if singular:
        return translate("Title", "{subject} falls by about {share}", subject=name, share=share)
    return translate("Title", "{subject} fall by about {share}", subject=name, share=share)


def _rough_futures(share: float, projection: Projected) -> str:
    if 0.47 <= share <= 0.53:
        return translate("Title", "about half of futures")
    return futures(share, projection.totals("deployments").size)


def _title_alone(projection: Projected, entry: Outcome) -> str:
    """A title for a scenario with nothing to compare it with: its median."""
    middle = projection.summary(entry.key)[MEDIAN]
    words: dict[str, Any] = {
        "subject": subject(entry),
        "noun": noun(entry),
        "weeks": projection.scenario.weeks,
    }
    if not math.isfinite(middle):
        if entry.key in _SINGULAR_SUBJECTS:
            return translate("Title", "{subject} is not defined in most futures", **words)
        return translate("Title", "{subject} are not defined in most futures", **words)
    if middle == 0.0:
        return _title_of_none(projection, entry, words)
    words["figure"] = middle_words(projection, entry.key)
    if entry.kind == "ratio":
        if is_amount(entry):
            return translate("Title", "{subject} is about {figure}", **words)
        return translate("Title", "About {figure} {noun}", **words)
    if is_amount(entry):
        return translate("Title", "{subject} is about {figure} in {weeks} weeks", **words)
    totals = projection.totals(entry.key)
    if totals.min() == totals.max():
        return translate("Title", "{figure} {noun} in {weeks} weeks", **words)
    return translate("Title", "About {figure} {noun} in {weeks} weeks", **words)


def _title_of_none(projection: Projected, entry: Outcome, words: dict[str, Any]) -> str:
    ever = projection.totals(entry.key).max() > 0.0
    if is_amount(entry):
        if ever:
            return translate("Title", "No cost in half of futures")
        return translate("Title", "No cost in {weeks} weeks", **words)
    if ever:
        return translate("Title", "No {noun} in half of futures", **words)
    return translate("Title", "No {noun} in {weeks} weeks", **words)


def _false_alerts_title(projection: Projected, baseline: Projected | None) -> str:
    seen = frequency(projection)
    if not math.isfinite(seen.middle):
        return translate(
            "Title", "False alerts: fewer than one in {figure} faces", **bound_words(seen)
        )
    one_in = one_in_words(seen.middle)
    before = math.inf if baseline is None else frequency(baseline).middle
    changed = None if baseline is None else change(projection, baseline, RATE)
    if changed is None or not math.isfinite(before):
        return translate("Title", "About one false alert in {figure} faces", **one_in)
    if abs(before / seen.middle - 1.0) <= _NEAR:
        return translate("Title", "False alerts stay near one in {figure} faces", **one_in)
    if changed.more >= _CLEAR:
        return translate("Title", "False alerts rise to about one in {figure} faces", **one_in)
    if changed.fewer >= _CLEAR:
        return translate("Title", "False alerts fall to about one in {figure} faces", **one_in)
    return translate("Title", "False alerts: about one in {figure} faces", **one_in)
