"""Sentences on what holds deployments back, on the officers lost and on who is wrongly flagged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modeller.projection import MEDIAN
from modeller.wording.numbers import Style, futures, number, of_100, percent, style_for
from modeller.wording.outcomes import HIGH, LOW, RANGE_WORDS, Projected, range_figures, style

if TYPE_CHECKING:
    from modeller.elementary import Floats
    from modeller.projection import BreakEven

TODAY = "four deployments a week with nothing lost and the same beliefs"
"""What the break-even counts extra arrests from."""

RARE = 0.005
CAUSES = {
    "crews": "today's crews, even without losses,",
    "budget": "the budget",
    "officers": "officers lost",
    "staff": "staff lost",
}


def crews_figure(projection: Projected) -> str:
    """In how many futures crews run out: ``61 of 100``."""
    share = projection.binding.short_share
    if share <= 0.0:
        return "none"
    return "all" if share >= 1.0 else f"{of_100(share)} of 100"


def crews_sentence(projection: Projected) -> str:
    """When and in how many futures crews run out."""
    binding = projection.binding
    draws = projection.totals("deployments").size
    if binding.first_week is None or binding.short_share <= 0.0:
        return f"Crews suffice for every planned deployment in {futures(1.0, draws)}."
    week = binding.first_week
    there = "" if binding.short_share >= 1.0 else "there "
    how_often = futures(binding.short_share, draws)
    return f"Crews run out in {how_often}, {there}typically from week {week}."


def causes_sentence(projection: Projected) -> str:
    """What bound first where crews run out, the most frequent cause first; empty when nothing."""
    ever = projection.binding.ever
    shares = sorted(((ever[cause], cause) for cause in CAUSES if ever[cause] > 0.0), reverse=True)
    # a cause in fewer than 1 of 100 futures is not worth naming beside a larger one
    causes = [cause for share, cause in shares if share >= RARE or share == shares[0][0]]
    if not causes:
        return ""
    if len(causes) == 1:
        return f"What binds first: {CAUSES[causes[0]].rstrip(',')}."
    parts = [f"{CAUSES[cause]} in {of_100(ever[cause])}" for cause in causes]
    return f"What binds first: {'; '.join(parts)} of 100 futures."


def _years(value: float) -> str:
    return number(value, 10.0 if value >= 100 else 1.0)


def break_even_style(summary: Floats) -> Style:
    """How arrests an officer makes in a year are written: with one decimal at least."""
    own = style_for("arrests", summary[LOW], summary[HIGH])
    return own if 0.0 < own.step <= 0.1 else Style(own.unit, 0.1, own.scale)


def extra_arrests_words(projection: Projected, found: BreakEven) -> str:
    """Arrests beyond today's, as coarse as a change of arrests: ``+1,050 (+700 to +1,420)``."""
    extra = found.extra_arrests
    own = style_for("arrests", extra[LOW], extra[HIGH], whole=True)
    written = Style(own.unit, max(own.step, style(projection, "arrests").step), own.scale)
    middle = written.figure(extra[MEDIAN], signed=True)
    return f"{middle} ({written.signed_range(extra[LOW], extra[HIGH])} {RANGE_WORDS})"


def break_even_sentences(projection: Projected) -> tuple[str, ...]:
    """Whether the deployments cover the officers lost, as a switching value; empty when none are.

    First the switching value, then how gradually the officers go, then what is known of the
    arrests an officer makes.
    """
    found = projection.break_even
    if found is None:
        return ()
    weeks = projection.scenario.weeks
    gone = f"{number(found.officers, 1.0)} posts gone by week {weeks}"
    years = f"{_years(found.officer_years)} officer-years within these {weeks} weeks"
    belief = projection.catalogue.beliefs["arrests_per_officer_year"]
    low, high = belief.evidence
    known = f"the modeller's judgement is {style_for('arrests', low, high).range(low, high)}"
    written = break_even_style(found.per_officer_year)
    middle, low_end, high_end = (float(found.per_officer_year[i]) for i in (MEDIAN, LOW, HIGH))
    if high_end <= 0.0:
        first = (
            f"The scenario makes no more arrests than {TODAY} in 9 of 10 futures, so nothing "
            "covers the officers lost."
        )
    elif middle <= 0.0:
        first = (
            f"The scenario makes no more arrests than {TODAY} in at least half of futures; there "
            "nothing covers the officers lost."
        )
    else:
        first = (
            "The extra arrests cover the officers lost only if each officer would have made "
            f"fewer than {written.figure(middle)} arrests a year "
            f"({written.range(low_end, high_end)} {RANGE_WORDS})."
        )
        if low_end <= 0.0:
            first += " In at least 1 of 10 futures there are no extra arrests."
    gradually = (
        f"The officers go gradually: {gone}, {years}. The extra arrests are counted from {TODAY}: "
        f"{extra_arrests_words(projection, found)}."
    )
    return (
        first,
        gradually,
        f"How many arrests an officer makes in a year is not published for the Met; {known}.",
    )


def black_londoners_sentence(projection: Projected) -> str:
    """On whom false alerts fall, with what this does and does not show."""
    share = projection.catalogue.beliefs["black_share_of_false_alerts"]
    residents = projection.catalogue.constants["black_share_of_residents"].value
    key = "false_alerts_on_black_londoners"
    middle = style(projection, key).figure(projection.summary(key)[MEDIAN])
    setting = projection.scenario.value(share.key)
    return (
        f"Of the false alerts {middle} ({range_figures(projection, key)} {RANGE_WORDS}) would "
        f"fall on Black Londoners, at a share of {percent(setting)} beside "
        f"{percent(residents, 0.001)} of residents. Residents are not the people who walked past "
        "the cameras, so this shows an imbalance and not its cause."
    )
