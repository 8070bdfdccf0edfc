"""Sentences about what binds deployments, the officers lost and who is wrongly flagged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modeller.base.language import translatable, translate, upper_first
from modeller.projection import MEDIAN
from modeller.scenario.setting import BeliefSetting, Schedule
from modeller.wording.numbers import (
    EN_DASH,
    Style,
    exact_number,
    number,
    of_100,
    percent,
    style_for,
    without_zeros,
)
from modeller.wording.outcomes import (
    HIGH,
    LOW,
    Projected,
    in_most_futures,
    range_figures,
    style,
)
from modeller.wording.settings import setting_words

if TYPE_CHECKING:
    from modeller.base.elementary import Floats
    from modeller.model.catalogue import Belief
    from modeller.projection import BreakEven

RARE = 0.005
CAUSES = {
    "crews": (
        translatable(
            "Causes", "What limits deployments first: today's crews, even without losses."
        ),
        translatable("Causes", "today's crews, even without losses, in {count}"),
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
    """The median share of the plan that is delivered: ``97 %``; empty without a plan."""
    share = float(projection.summary("share_of_plan_delivered")[MEDIAN])
    return percent(share) if share <= 1.0 else translate("Crews", "none")


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


def makes_up_sentence(projection: Projected, found: BreakEven) -> str:
    """In how many futures the extra arrests make up for those of the officers lost."""
    return translate(
        "Break-even",
        "In {count} of 100 futures the extra arrests make up for those of the officers lost "
        "({grade}).",
        count=of_100(found.makes_up),
        grade=officer_year_of(projection),
    )


def officer_year_of(projection: Projected) -> str:
    """The belief about an officer's arrests in a year that a projection uses."""
    key = "arrests_per_officer_year"
    setting = projection.scenario.changes.get(key)
    return officer_year_words(
        projection.catalogue.beliefs[key], setting if isinstance(setting, BeliefSetting) else None
    )


def officer_year_words(belief: Belief, setting: BeliefSetting | None) -> str:
    """That belief in words: ``a judgement: 1–5 arrests an officer a year``."""
    if setting is not None:
        return translate(
            "Break-even",
            "set by the user: {setting}",
            setting=setting_words(belief, setting),
        )
    low, high = belief.evidence
    text = {
        "published": translatable("Break-even", "published: {range} arrests an officer a year"),
        "derived": translatable("Break-even", "derived: {range} arrests an officer a year"),
        "judgement": translatable("Break-even", "a judgement: {range} arrests an officer a year"),
    }[belief.spread_grade]
    return translate("Break-even", text, range=f"{_plain(low)}{EN_DASH}{_plain(high)}")


def _plain(value: float) -> str:
    """A number without a decimal zero: ``5``, not ``5.0``."""
    return without_zeros(number(value, 0.1))


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


def posts_lost(projection: Projected) -> str:
    """Officers' posts that go, as typed: ``1,400``; the last value of a schedule."""
    setting = projection.scenario.setting("officer_losses", projection.catalogue)
    if isinstance(setting, Schedule):
        return exact_number(setting.steps[-1].value)
    assert isinstance(setting, int | float)  # this is a lever, so it is no belief's setting
    return exact_number(setting)


def _years(value: float) -> str:
    return number(value, 10.0 if value >= 100 else 1.0)


def break_even_style(summary: Floats) -> Style:
    """The style of arrests an officer makes in a year: with at least one decimal."""
    own = style_for("arrests", summary[LOW], summary[HIGH])
    return own if 0.0 < own.step <= 0.1 else Style(own.unit, 0.1, own.scale)


def extra_arrests_words(projection: Projected, found: BreakEven) -> str:
    """Arrests beyond today's, rounded as a change of arrests: ``+1,050 (+700 to +1,420)``."""
    extra = found.extra_arrests
    own = style_for("arrests", extra[LOW], extra[HIGH], whole=True)
    written = Style(own.unit, max(own.step, style(projection, "arrests").step), own.scale)
    middle = written.figure(extra[MEDIAN], signed=True)
    return f"{middle} ({in_most_futures(written.signed_range(extra[LOW], extra[HIGH]))})"


def break_even_sentences(projection: Projected) -> tuple[str, ...]:
    """Whether the deployments make up for the officers lost; empty if none are.

    The sentences give the switching value, then how gradually the officers go, then what is known
    about the arrests an officer makes.
    """
    found = projection.break_even
    if found is None:
        return ()
    belief = projection.catalogue.beliefs["arrests_per_officer_year"]
    low, high = belief.evidence
    gradually = translate(
        "Break-even",
        "{posts} posts are lost, gradually: {officers} of them by week {weeks}, {years} "
        "officer-years within these {weeks} weeks. The extra arrests are counted from the "
        "baseline, {baseline}, with nothing lost and the same beliefs: {extra}.",
        baseline=projection.scenario.profile.names.baseline,
        posts=posts_lost(projection),
        officers=number(found.officers, 1.0),
        weeks=projection.scenario.weeks,
        years=_years(found.officer_years),
        extra=extra_arrests_words(projection, found),
    )
    known = translate(
        "Break-even",
        "How many arrests an officer makes in a year is not published for {force}; the "
        "modeller's judgement is {range}.",
        force=projection.scenario.profile.names.force,
        range=style_for("arrests", low, high).range(low, high),
    )
    return (
        f"{_switching_sentence(found)} {makes_up_sentence(projection, found)}",
        gradually,
        known,
    )


def _switching_sentence(found: BreakEven) -> str:
    written = break_even_style(found.per_officer_year)
    middle, low, high = (float(found.per_officer_year[i]) for i in (MEDIAN, LOW, HIGH))
    if high <= 0.0:
        return translate(
            "Break-even",
            "The scenario makes no more arrests than the baseline, with nothing lost "
            "and the same beliefs in 9 of 10 futures, so nothing covers the officers lost.",
        )
    if middle <= 0.0:
        return translate(
            "Break-even",
            "The scenario makes no more arrests than the baseline, with nothing lost "
            "and the same beliefs in at least half of the futures; there nothing covers the "
            "officers lost.",
        )
    figures: dict[str, Any] = {"figure": written.figure(middle), "range": written.range(low, high)}
    if low <= 0.0:
        return translate(
            "Break-even",
            "The extra arrests cover the officers lost only if each officer would have made fewer "
            "than {figure} arrests a year ({range} in 8 of 10 futures). In at least 1 of 10 "
            "futures there are no extra arrests.",
            **figures,
        )
    return translate(
        "Break-even",
        "The extra arrests cover the officers lost only if each officer would have made fewer "
        "than {figure} arrests a year ({range} in 8 of 10 futures).",
        **figures,
    )


def wrongly_flagged_sentence(projection: Projected) -> str:
    """On whom false alerts fall, and what this does and does not show."""
    share = projection.catalogue.beliefs["black_share_of_false_alerts"]
    residents = projection.catalogue.constants["black_share_of_residents"].value
    key = "false_alerts_on_black_londoners"
    middle = style(projection, key).figure(projection.summary(key)[MEDIAN])
    setting = projection.scenario.value(share.key)
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
