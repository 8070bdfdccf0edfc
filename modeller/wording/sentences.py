"""Sentences on what holds deployments back, and on who is wrongly flagged."""

from __future__ import annotations

from typing import Any

from modeller.base.language import translatable, translate, upper_first
from modeller.projection import MEDIAN
from modeller.wording.numbers import (
    number,
    of_100,
    percent,
)
from modeller.wording.outcomes import (
    HIGH,
    LOW,
    Projected,
    range_figures,
    style,
)

RARE = 0.005
CAUSES = {
    "crews": (
        translatable(
            "Causes", "What limits deployments first: today’s crews, even without losses."
        ),
        translatable("Causes", "today’s crews, even without losses, in {count}"),
    ),
    "budget": (
        translatable("Causes", "What limits deployments first: the budget."),
        translatable("Causes", "the budget in {count}"),
    ),
    "officers": (
        translatable("Causes", "What limits deployments first: officers lost."),
        translatable("Causes", "officers lost in {count}"),
    ),
    "staff": (
        translatable("Causes", "What limits deployments first: staff lost."),
        translatable("Causes", "staff lost in {count}"),
    ),
}
"""Texts for what first binds deployments: as the only cause, and as one of several."""


def crews_figure(projection: Projected) -> str:
    """The median share of the plan that is delivered: ``97 %``, or that there is no plan."""
    share = float(projection.summary("share_of_plan_delivered")[MEDIAN])
    return percent(share) if share <= 1.0 else translate("Crews", "no plan")


def delivered_sentence(projection: Projected) -> str:
    """The share of the plan that is delivered, with its range; empty without a plan."""
    key = "share_of_plan_delivered"
    shares = projection.summary(key)
    if not all(share <= 1.0 for share in shares):
        return ""
    figures = [percent(float(shares[place])) for place in (MEDIAN, LOW, HIGH)]
    if figures[1] == figures[2]:
        return translate("Crews", "{middle} of the planned deployments.", middle=figures[0])
    return translate(
        "Crews",
        "{middle} of the planned deployments ({low} to {high} in 8 of 10 futures).",
        middle=figures[0],
        low=figures[1],
        high=figures[2],
    )


def delivered_words(short_share: float) -> str:
    """In how many futures everything planned takes place, if that is not in all of them.

    Parameters
    ----------
    short_share
        Share of the futures in which crews run out, more than 0.
    """
    if short_share >= 1.0:
        return translate("Crews", "the whole plan is delivered in none of the futures")
    whole = of_100(1.0 - short_share)
    return translate("Crews", "the whole plan is delivered in {count} of 100 futures", count=whole)


def crews_sentence(projection: Projected) -> str:
    """In how many futures the whole plan is delivered, and when crews run out in the others."""
    binding = projection.binding
    if binding.first_week is None or binding.short_share <= 0.0:
        return translate("Crews", "Crews suffice for every planned deployment.")
    words: dict[str, Any] = {
        "delivered": upper_first(delivered_words(binding.short_share)),
        "week": binding.first_week,
    }
    if binding.short_share >= 1.0:
        return translate(
            "Crews", "{delivered}: it falls short, typically from week {week}.", **words
        )
    return translate(
        "Crews", "{delivered}; in the others it falls short, typically from week {week}.", **words
    )


def causes_sentence(projection: Projected) -> str:
    """What first binds if crews run out, the most frequent cause first; empty if they do not."""
    ever = projection.binding.ever
    shares = sorted(((ever[cause], cause) for cause in CAUSES if ever[cause] > 0.0), reverse=True)
    # beside a larger cause, one in fewer than 1 of 100 futures is not worth naming
    causes = [cause for share, cause in shares if share >= RARE or share == shares[0][0]]
    if not causes:
        return ""
    if len(causes) == 1:
        return translate("Causes", CAUSES[causes[0]][0])
    parts = [translate("Causes", CAUSES[cause][1], count=of_100(ever[cause])) for cause in causes]
    return translate(
        "Causes",
        "What limits deployments first: {causes} of 100 futures.",
        causes=translate("List", "; ").join(parts),
    )


def wrongly_flagged_sentence(projection: Projected) -> str:
    """On whom false alerts fall, and what this does and does not show."""
    share = projection.catalogue.beliefs["black_share_of_false_alerts"]
    residents = projection.catalogue.constants["black_share_of_residents"].value
    key = "false_alerts_on_black_people"
    middle = style(projection, key).figure(projection.summary(key)[MEDIAN])
    setting = projection.scenario.value(share.key, projection.catalogue)
    grounds = projection.scenario.profile.grounds
    return translate(
        "Wrongly flagged",
        "Of the false alerts, {middle} ({range} in 8 of 10 futures) would fall on "
        "{people}: a share of {share} (counted so far: {black} of {everyone} people), compared "
        "with {residents} of residents. Residents are not the people who walked past the cameras, "
        "so this shows an imbalance and not its cause.",
        middle=middle,
        people=projection.scenario.profile.names.black_people,
        range=range_figures(projection, key),
        share=percent(setting),
        black=number(grounds.black_false_alerts),
        everyone=number(grounds.all_false_alerts),
        residents=percent(residents, 0.001),
    )
