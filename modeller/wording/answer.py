"""The answer in one sentence: what the deployments bring, beside what the last full year had.

Its parts are templates, each made from the figures of one projection. A part is a clause of its
own, so that one more of them is one more function in `_CLAUSES`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from modeller.base.language import translate
from modeller.evidence import PastYear
from modeller.projection import MEDIAN
from modeller.scenario.setting import Schedule
from modeller.wording.numbers import MILLIONS, exact_number, number, of_100
from modeller.wording.outcomes import Projected, middle_words

if TYPE_CHECKING:
    from modeller.scenario import Setting

_WEEKS_OF_A_YEAR = (52, 53)


def answer(projection: Projected, past: PastYear | None = None) -> str:
    """One sentence that answers what the scenario asks.

    Parameters
    ----------
    past
        What the record's last full year counted; None where it has none.

    Returns
    -------
    str
        ``10 LFR deployments a week: about 1,900 arrests in a year (1,132 in 2025), 23 people
        wrongly flagged (12 in 2025), 8.9 million faces scanned (4.2 million in 2025); crews run
        out in 61 of 100 futures.`` Figures are medians, rounded as their ranges allow.
    """
    counts = (
        _arrests_beside_past(projection, past),
        _beside_past(projection, _wrongly_flagged(projection), "false_alerts", past),
        _beside_past(projection, _faces(projection), "faces_scanned", past),
    )
    clauses = [clause for made in _CLAUSES if (clause := made(projection))]
    return translate(
        "Answer",
        "{plan}: {results}.",
        plan=_plan(projection),
        results=translate("List", "; ").join((translate("List", ", ").join(counts), *clauses)),
    )


def short_answer(projection: Projected, past: PastYear | None = None) -> str:
    """The plan and its arrests alone, in the words of `answer`."""
    return translate(
        "Answer",
        "{plan}: {results}.",
        plan=_plan(projection),
        results=_arrests_beside_past(projection, past),
    )


def past_words(projection: Projected, outcome: str, past: PastYear | None) -> str:
    """What the last full year counted of an outcome: ``2025: 1,132``; empty where nothing did."""
    column = projection.catalogue.outcomes[outcome].record_column
    if past is None or not column or column not in past.counts:
        return ""
    return translate(
        "Answer", "{year}: {count}", year=past.year, count=_counted(past.counts[column])
    )


def _plan(projection: Projected) -> str:
    """What is planned: ``10 LFR deployments a week``."""
    setting: Setting = projection.scenario.setting("deployments_per_week", projection.catalogue)
    steps = setting.steps if isinstance(setting, Schedule) else ()
    values = [step.value for step in steps] or [_plain(setting)]
    low, high = min(values), max(values)
    if low < high:
        return translate(
            "Answer",
            "{low} to {high} LFR deployments a week",
            low=exact_number(low),
            high=exact_number(high),
        )
    if high == 0.0:
        return translate("Answer", "No LFR deployments")
    if high == 1.0:
        return translate("Answer", "1 LFR deployment a week")
    return translate("Answer", "{count} LFR deployments a week", count=exact_number(high))


def _plain(setting: Setting) -> float:
    assert isinstance(setting, int | float)  # deployments are a lever, not a belief
    return float(setting)


def _arrests_beside_past(projection: Projected, past: PastYear | None) -> str:
    """``about 1,900 arrests in a year (1,132 in 2025)``."""
    weeks, arrests = projection.scenario.weeks, _arrests(projection)
    arrests = (
        translate("Answer", "{arrests} in a year", arrests=arrests)
        if weeks in _WEEKS_OF_A_YEAR
        else translate("Answer", "{arrests} in {weeks} weeks", arrests=arrests, weeks=weeks)
    )
    return _beside_past(projection, arrests, "arrests", past)


def _arrests(projection: Projected) -> str:
    middle = _middle(projection, "arrests")
    if middle < 0.5:
        return translate("Answer", "no arrests")
    if middle < 1.5:
        return translate("Answer", "about 1 arrest")
    return translate("Answer", "about {count} arrests", count=middle_words(projection, "arrests"))


def _wrongly_flagged(projection: Projected) -> str:
    middle = _middle(projection, "false_alerts")
    if middle < 0.5:
        return translate("Answer", "nobody wrongly flagged")
    if middle < 1.5:
        return translate("Answer", "1 person wrongly flagged")
    return translate(
        "Answer",
        "{count} people wrongly flagged",
        count=middle_words(projection, "false_alerts"),
    )


def _faces(projection: Projected) -> str:
    if _middle(projection, "faces_scanned") < 0.5:
        return translate("Answer", "no faces scanned")
    return translate(
        "Answer", "{count} faces scanned", count=middle_words(projection, "faces_scanned")
    )


def _middle(projection: Projected, outcome: str) -> float:
    return float(projection.summary(outcome)[MEDIAN])


def _beside_past(projection: Projected, text: str, column: str, past: PastYear | None) -> str:
    """A figure with the last full year's behind it."""
    if past is None:
        return text
    count = _counted(past.counts[column])
    if projection.scenario.weeks in _WEEKS_OF_A_YEAR:
        return translate(
            "Answer", "{figure} ({count} in {year})", figure=text, count=count, year=past.year
        )
    return translate(
        "Answer",
        "{figure} ({count} in the whole of {year})",
        figure=text,
        count=count,
        year=past.year,
    )


def _counted(count: int) -> str:
    """A count of the record, which is exact; in millions where it is that large."""
    if count < 1_000_000:
        return number(count, 1.0)
    return MILLIONS.worded(number(count / 1e6, 0.1))


def _crews(projection: Projected) -> str:
    """In how many futures crews run out."""
    share = projection.binding.short_share
    if share <= 0.0:
        return translate("Answer", "crews suffice in all futures")
    if share >= 1.0:
        return translate("Answer", "crews run out in all futures")
    return translate("Answer", "crews run out in {count} of 100 futures", count=of_100(share))


_CLAUSES: tuple[Callable[[Projected], str], ...] = (_crews,)
"""What is said after the counts, in this order; an empty clause is left out."""
