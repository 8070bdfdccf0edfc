"""Chart titles that state the finding.

An outcome that the record counts is compared with its last full year; any other with the baseline,
which the title then names. Each template has the condition under which it is true, and a property
test reads the figures back from the words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from modeller.base.language import translatable, translate, upper_first
from modeller.evidence import PastYear
from modeller.model.catalogue import Outcome
from modeller.projection import MEDIAN
from modeller.wording.answer import WEEKS_OF_A_YEAR, counted_words
from modeller.wording.frequencies import RATE, bound_words, frequency, one_in_words
from modeller.wording.numbers import number, percent, three_figures
from modeller.wording.outcomes import (
    Projected,
    change,
    is_amount,
    middle_words,
    noun,
    the_baseline,
)
from modeller.wording.sentences import delivered_words

FALSE_ALERTS = "false_alerts"

_CLEAR = 0.8
"""A title says that something rises or falls only if it does in 80 of 100 futures."""
_SAME = 0.03
_NEAR = 0.10
_SELDOM = 0.05

_SUBJECTS = {
    "arrests": "Arrests at LFR deployments",
    "deployments": "Deployments",
    "alerts": "Alerts",
    "charged_or_cautioned": "People charged or cautioned",
    "arrests_forgone": "Arrests forgone",
    RATE: "The false-alert rate",
}
_SINGULAR_SUBJECTS = frozenset({"cost", "cost_per_arrest", "share_of_plan_delivered", RATE})


@dataclass(frozen=True)
class _Growth:
    """A template for ratios of medians from `low` up to but not including `high`."""

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
    """The subject of a title, in at most four words."""
    return translate("Outcome", source_subject(entry))


def source_subject(entry: Outcome) -> str:
    """The subject of a title, in English."""
    return _SUBJECTS.get(entry.key, entry.source_label)


def chart_title(
    projection: Projected,
    baseline: Projected | None,
    outcome: str,
    *,
    past: PastYear | None = None,
    than: str = "",
) -> str:
    """The title that states the finding for an outcome's total.

    Parameters
    ----------
    baseline
        The projection to compare with; None for a scenario on its own.
    past
        The counts of the record's last full year; None where it has none.
    than
        The baseline's name in a sentence; empty if it has none.
    """
    entry = projection.catalogue.outcomes[outcome]
    if outcome == "deployments" and projection.binding.short_share > 0.0:
        return upper_first(delivered_words(projection.binding.short_share))
    before = _past_count(projection, entry, past)
    if outcome == FALSE_ALERTS:
        return _false_alerts_title(projection, before, past)
    if before is not None and past is not None:
        return _title_against_past(projection, entry, before, past.year)
    found = _title_against(projection, baseline, entry, than or the_baseline())
    if found is None:
        return _title_alone(projection, entry)
    return _beside_record(found, projection, entry, past)


def _past_count(projection: Projected, entry: Outcome, past: PastYear | None) -> int | None:
    """The count of the last full year; None unless the projection is also of a year."""
    if past is None or projection.scenario.weeks not in WEEKS_OF_A_YEAR:
        return None
    return past.counts.get(entry.record_column or "") or None


def _title_against_past(projection: Projected, entry: Outcome, before: int, year: int) -> str:
    """How a count compares with that of the last full year."""
    words: dict[str, Any] = {
        "subject": subject(entry),
        "before": counted_words(before),
        "year": year,
    }
    totals = projection.totals(entry.key)
    if totals.max() <= 0.0:
        return translate("Title", "No {noun}; {before} in {year}", noun=noun(entry), **words)
    words["now"] = middle_words(projection, entry.key)
    ratio = float(projection.summary(entry.key)[MEDIAN]) / before
    if _about_the_same(ratio):
        return translate("Title", "{subject} stay near the {before} of {year}", **words)
    clear = float(((totals > before) if ratio > 1.0 else (totals < before)).mean())
    if clear < _CLEAR:
        return translate("Title", "{subject}: {before} in {year}, about {now} projected", **words)
    growth = _growth_title(words.pop("subject"), ratio, singular=False)
    return translate("Title", "{growth}, {before} in {year} to {now}", growth=growth, **words)


def _title_against(
    projection: Projected, baseline: Projected | None, entry: Outcome, than: str
) -> str | None:
    """How an outcome compares with the baseline, which the title names; None without one."""
    outcome = entry.key
    before = math.nan if baseline is None else float(baseline.summary(outcome)[MEDIAN])
    now = float(projection.summary(outcome)[MEDIAN])
    changed = None if baseline is None else change(projection, baseline, outcome)
    if changed is None or not (math.isfinite(now) and math.isfinite(before) and before > 0.0):
        return None
    words: dict[str, Any] = {"subject": subject(entry), "than": than}
    ratio, singular = now / before, outcome in _SINGULAR_SUBJECTS
    clear = changed.more if ratio > 1.0 else changed.fewer
    if _about_the_same(ratio):
        if singular:
            return translate("Title", "{subject} stays about the same as {than}", **words)
        return translate("Title", "{subject} stay about the same as {than}", **words)
    if clear >= _CLEAR:
        finding = _growth_title(words["subject"], ratio, singular=singular)
    elif changed.fewer < _SELDOM:
        finding = translate("Title", "{subject} may rise", **words)
    elif changed.more < _SELDOM:
        finding = translate("Title", "{subject} may fall", **words)
    else:
        finding = translate("Title", "{subject} may rise or fall", **words)
    return translate("Title", "{finding} against {than}", finding=finding, than=than)


def _beside_record(
    finding: str, projection: Projected, entry: Outcome, past: PastYear | None
) -> str:
    """A title with the count of the record added, so that no change stands alone."""
    declared = projection.catalogue.outcomes
    parts: tuple[Outcome, ...] = (entry,)
    if entry.kind == "ratio":
        parts = (declared[entry.numerator], declared[entry.denominator])
    if not all(part.record_column for part in parts):
        return translate("Title", "{finding}; not recorded", finding=finding)
    if past is None:
        return finding
    counts = [past.counts.get(part.record_column or "", 0) for part in parts]
    if not counts[-1]:
        return finding
    if entry.kind == "flow":
        figure = counted_words(counts[0])
    else:
        figure = three_figures(entry.factor * counts[0] / counts[1])
    return translate(
        "Title", "{finding} ({figure} in {year})", finding=finding, figure=figure, year=past.year
    )


def stays_about_the_same(projection: Projected, baseline: Projected | None, outcome: str) -> bool:
    """Whether the median of an outcome hardly differs from that of the baseline."""
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


def _title_alone(projection: Projected, entry: Outcome) -> str:
    """The title of a scenario with nothing to compare it with: its median."""
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
            return translate("Title", "No cost in half of the futures")
        return translate("Title", "No cost in {weeks} weeks", **words)
    if ever:
        return translate("Title", "No {noun} in half of the futures", **words)
    return translate("Title", "No {noun} in {weeks} weeks", **words)


def _false_alerts_title(projection: Projected, before: int | None, past: PastYear | None) -> str:
    """The number of false alerts and their rate per face, which need not change together."""
    seen = frequency(projection)
    entry = projection.catalogue.outcomes[FALSE_ALERTS]
    if not seen.is_known:
        if before is None or past is None:
            return _title_alone(projection, entry)
        return _title_against_past(projection, entry, before, past.year)
    if not math.isfinite(seen.middle):
        return translate(
            "Title", "False alerts: fewer than one in {figure} faces", **bound_words(seen)
        )
    one_in = one_in_words(seen.middle)
    if before is None or past is None:
        middle = float(projection.summary(FALSE_ALERTS)[MEDIAN])
        weeks = projection.scenario.weeks
        if middle < 1.5:
            return translate("Title", "About one false alert in {figure} faces", **one_in)
        return translate(
            "Title",
            "About {count} false alerts in {weeks} weeks; one in {figure} faces",
            count=middle_words(projection, FALSE_ALERTS),
            weeks=weeks,
            **one_in,
        )
    finding = _title_against_past(projection, entry, before, past.year)
    faces = past.counts["faces_scanned"] / before
    if abs(faces / seen.middle - 1.0) <= _NEAR:
        return translate(
            "Title", "{finding}; still one in {figure} faces", finding=finding, **one_in
        )
    return translate("Title", "{finding}; one in {figure} faces", finding=finding, **one_in)
