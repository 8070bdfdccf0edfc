"""Sentences on the officers lost: whether the extra arrests make up for theirs."""

from __future__ import annotations

from typing import Any

from modeller.base.elementary import Floats
from modeller.base.language import translatable, translate
from modeller.model.catalogue import Belief, Catalogue
from modeller.projection import MEDIAN, BreakEven
from modeller.records import recent_rate_for
from modeller.scenario import Scenario
from modeller.scenario.setting import BeliefSetting, Schedule
from modeller.wording.answer import planned_a_week
from modeller.wording.numbers import (
    EN_DASH,
    Style,
    exact_number,
    number,
    of_100,
    style_for,
    without_zeros,
)
from modeller.wording.outcomes import HIGH, LOW, Projected, in_most_futures, style
from modeller.wording.settings import setting_words


def makes_up_sentence(projection: Projected, *, recent: bool = True) -> str:
    """In how many futures the extra arrests make up for those of the officers lost.

    Parameters
    ----------
    recent
        Whether to count from the record's recent rate too, and not only from the baseline, which
        may need another projection.
    """
    found = projection.break_even
    if found is None:
        return ""
    rate = recent_rate_beside(projection.scenario, projection.catalogue) if recent else None
    return makes_up_words(
        projection.scenario,
        found.makes_up,
        officer_year_of(projection),
        None if rate is None else (rate, projection.makes_up_against(rate)),
    )


def makes_up_words(
    scenario: Scenario, share: float, grade: str, against_recent: tuple[float, float] | None
) -> str:
    """The sentence of `makes_up_sentence` from shares that are already known.

    Parameters
    ----------
    grade
        As of `officer_year_words`.
    against_recent
        The recent rate, in deployments a week, and the share of the futures against it.
    """
    words: dict[str, Any] = {
        "baseline": scenario.profile.names.baseline,
        "count": of_100(share),
        "grade": grade,
    }
    if against_recent is None:
        return translate(
            "Break-even",
            "Counted from {baseline}, the extra arrests make up for those of the officers lost in "
            "{count} of 100 futures ({grade}).",
            **words,
        )
    return translate(
        "Break-even",
        "Counted from {baseline}, the extra arrests make up for those of the officers lost in "
        "{count} of 100 futures; counted from the recent rate, {rate} a week, in {recent} of 100 "
        "({grade}).",
        **words,
        rate=exact_number(against_recent[0]),
        recent=of_100(against_recent[1]),
    )


def recent_rate_beside(scenario: Scenario, catalogue: Catalogue) -> float | None:
    """The record's recent deployments a week; None if unknown or equal to the baseline's."""
    lever = catalogue.levers["deployments_per_week"]
    rate = recent_rate_for(scenario.record, scenario.profile)
    if rate is None or rate == lever.baseline or not lever.contains(rate):
        return None
    return rate


def officer_year_of(projection: Projected) -> str:
    """The belief about an officer's arrests in a year that a projection uses, in words."""
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


def posts_lost(projection: Projected) -> str:
    """Officers' posts that go, as typed: ``1,400``; the last value of a schedule."""
    setting = projection.scenario.setting("officer_losses", projection.catalogue)
    if isinstance(setting, Schedule):
        return exact_number(setting.steps[-1].value)
    assert isinstance(setting, int | float)  # a lever, not a belief
    return exact_number(setting)


def _years(value: float) -> str:
    return number(value, 10.0 if value >= 100 else 1.0)


def break_even_style(summary: Floats) -> Style:
    """The style of arrests an officer makes in a year: with at least one decimal."""
    own = style_for("arrests", summary[LOW], summary[HIGH])
    return own if 0.0 < own.step <= 0.1 else Style(own.unit, 0.1, own.scale)


def extra_arrests_style(projection: Projected, found: BreakEven) -> Style:
    """The style of arrests beyond today's: as a change of arrests, no finer than their total."""
    extra = found.extra_arrests
    own = style_for("arrests", extra[LOW], extra[HIGH], whole=True)
    return Style(own.unit, max(own.step, style(projection, "arrests").step), own.scale)


def extra_arrests_words(projection: Projected, found: BreakEven) -> str:
    """Arrests beyond today's, rounded as a change of arrests: ``+1,050 (+700 to +1,420)``."""
    extra = found.extra_arrests
    written = extra_arrests_style(projection, found)
    middle = written.figure(extra[MEDIAN], signed=True)
    return f"{middle} ({in_most_futures(written.signed_range(extra[LOW], extra[HIGH]))})"


def break_even_sentences(projection: Projected, *, recent: bool = True) -> tuple[str, ...]:
    """Whether the deployments make up for the officers lost; empty when none are lost.

    The sentences say at how many arrests an officer and in how many futures they do, how gradually
    the officers go, and what is known about the arrests an officer makes.

    Parameters
    ----------
    recent
        As of `makes_up_sentence`.
    """
    found = projection.break_even
    if found is None:
        return ()
    belief = projection.catalogue.beliefs["arrests_per_officer_year"]
    low, high = belief.evidence
    words: dict[str, Any] = {
        "posts": posts_lost(projection),
        "officers": number(found.officers, 1.0),
        "weeks": projection.scenario.weeks,
        "years": _years(found.officer_years),
    }
    known = translate(
        "Break-even",
        "How many arrests an officer makes in a year is not published for {force}; the "
        "modeller’s judgement is {range}.",
        force=projection.scenario.profile.names.force,
        range=style_for("arrests", low, high).range(low, high),
    )
    if max(planned_a_week(projection)) <= 0.0:
        nothing = translate(
            "Break-even",
            "No LFR deployments are planned, so there are no arrests at them to make up for those "
            "of the officers lost.",
        )
        gone = translate(
            "Break-even",
            "{posts} posts are lost, {officers} of them by week {weeks}: {years} officer-years "
            "within these {weeks} weeks.",
            **words,
        )
        return (nothing, gone, known)
    gone = translate(
        "Break-even",
        "{posts} posts are lost, {officers} of them by week {weeks}: {years} officer-years within "
        "these {weeks} weeks. The extra arrests, counted from {baseline} with nothing lost and the "
        "same beliefs: {extra}.",
        **words,
        baseline=projection.scenario.profile.names.baseline,
        extra=extra_arrests_words(projection, found),
    )
    both = (
        break_even_words(projection.scenario, found.per_officer_year),
        makes_up_sentence(projection, recent=recent),
    )
    return (" ".join(both), gone, known)


def break_even_words(scenario: Scenario, per_officer_year: Floats) -> str:
    """How many arrests an officer would have to make for the two to balance, with the range."""
    written = break_even_style(per_officer_year)
    middle, low, high = (float(per_officer_year[place]) for place in (MEDIAN, LOW, HIGH))
    if middle <= 0.0:
        baseline = scenario.profile.names.baseline
        if high <= 0.0:
            return translate(
                "Break-even",
                "In 9 of 10 futures there are no more arrests than {baseline} would bring with "
                "nothing lost.",
                baseline=baseline,
            )
        return translate(
            "Break-even",
            "In at least half of the futures there are no more arrests than {baseline} would bring "
            "with nothing lost.",
            baseline=baseline,
        )
    figures: dict[str, Any] = {"figure": written.figure(middle), "range": written.range(low, high)}
    if low <= 0.0:
        return translate(
            "Break-even",
            "The extra arrests make up for the officers lost only if each would have made fewer "
            "than {figure} arrests a year ({range} in 8 of 10 futures). In at least 1 of 10 "
            "futures there are no extra arrests.",
            **figures,
        )
    return translate(
        "Break-even",
        "The extra arrests make up for the officers lost only if each would have made fewer than "
        "{figure} arrests a year ({range} in 8 of 10 futures).",
        **figures,
    )
