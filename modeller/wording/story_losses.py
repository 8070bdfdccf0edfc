"""Two steps of a storyboard: what is lost, and what must be true for the plan to make up for it."""

from __future__ import annotations

from modeller.base.language import lower_first, translate
from modeller.projection import MEDIAN, BreakEven
from modeller.scenario.inputs import weekly_levers
from modeller.wording.break_even import (
    break_even_sentences,
    break_even_style,
    extra_arrests_style,
)
from modeller.wording.numbers import exact_number, number, of_100, percent
from modeller.wording.outcomes import (
    HIGH,
    LOW,
    Projected,
    in_column,
    in_most_futures,
    middle_and_range,
)
from modeller.wording.sentences import (
    causes_sentence,
    crews_figure,
    crews_sentence,
    delivered_sentence,
)
from modeller.wording.settings import setting_words, value_range_words
from modeller.wording.story import Figure, Ranges, Scale, Spread, Step
from modeller.wording.story_rows import (
    judged_row,
    judgement_note_sentence,
    not_empty,
    spread,
    step_name,
    with_range,
)


def lost_step(projection: Projected) -> Step | None:
    """The posts and money lost, and whether deployments make up for them; None without losses."""
    found = projection.break_even
    keys = [
        key
        for key in ("officer_losses", "staff_losses", "budget_shortfall")
        if key in projection.scenario.changes
    ]
    if found is None and not keys:
        return None
    delivered = delivered_sentence(projection)
    scales = [] if found is None else [_arrests_scale(projection, found)]
    if delivered:
        scales.append(_delivery_scale(projection))
    if not scales:
        return None
    notes = not_empty(
        *break_even_sentences(projection),
        delivered,
        crews_sentence(projection),
        causes_sentence(projection),
    )
    if found is None:
        lost = translate("List", "; ").join(_setting(projection, key) for key in keys)
        sentence = translate(
            "Storyboard",
            "With {losses}, {share} of the planned deployments take place.",
            losses=lost,
            share=crews_figure(projection),
        )
        figure = Figure(
            crews_figure(projection),
            translate("Storyboard", "of the plan delivered"),
            not_empty(delivered, causes_sentence(projection)),
        )
        return Step("lost", step_name("lost"), sentence, figure, Ranges(tuple(scales)), notes=notes)
    written = break_even_style(found.per_officer_year)
    middle, low, high = (found.per_officer_year[place] for place in (MEDIAN, LOW, HIGH))
    lines = [
        translate(
            "Storyboard",
            "Breaks even at {figure} arrests an officer a year ({range})",
            figure=written.figure(middle),
            range=in_most_futures(written.range(low, high)),
        )
        if middle > 0.0
        else translate("Storyboard", "No extra arrests in half of the futures"),
        _judged(projection),
        _delivered_line(projection),
    ]
    return Step(
        "lost",
        step_name("lost"),
        _lost_sentence(projection, found),
        Figure(
            in_column(found.makes_up),
            translate(
                "Storyboard",
                "of 100 futures in which the extra arrests make up for those of the officers lost",
            ),
            not_empty(*lines),
        ),
        Ranges(tuple(scales)),
        notes=notes,
    )


def _setting(projection: Projected, key: str) -> str:
    slider = projection.catalogue.sliders[key]
    words = setting_words(slider, projection.scenario.setting(key, projection.catalogue))
    return translate("List", "{name}: {text}", name=lower_first(slider.label), text=words)


def _lost_sentence(projection: Projected, found: BreakEven) -> str:
    """The posts as they were set, and how many are gone by the horizon if these are fewer."""
    set_to, gone = projection.scenario.value("officer_losses"), found.officers
    count = of_100(found.makes_up)
    if round(set_to) == round(gone):
        return translate(
            "Storyboard",
            "{officers} officers’ posts go; in {count} of 100 futures the extra arrests make up "
            "for those officers’ arrests.",
            officers=exact_number(set_to),
            count=count,
        )
    return translate(
        "Storyboard",
        "{officers} officers’ posts go, {gone} of them by week {weeks}; in {count} of 100 futures "
        "the extra arrests make up for those officers’ arrests.",
        officers=exact_number(set_to),
        gone=number(gone, 1.0),
        weeks=projection.scenario.weeks,
        count=count,
    )


def _judged(projection: Projected) -> str:
    belief = projection.catalogue.beliefs["arrests_per_officer_year"]
    return translate(
        "Storyboard",
        "An officer makes {range} a year: a judgement",
        range=value_range_words(belief, *belief.evidence),
    )


def _delivered_line(projection: Projected) -> str:
    key = "share_of_plan_delivered"
    shares = projection.summary(key)
    if not all(share <= 1.0 for share in shares):
        return ""
    middle, low, high = (percent(float(shares[place])) for place in (MEDIAN, LOW, HIGH))
    return translate(
        "Storyboard",
        "{middle} of the plan delivered ({low} to {high})",
        middle=middle,
        low=low,
        high=high,
    )


def _arrests_scale(projection: Projected, found: BreakEven) -> Scale:
    extra, key = found.extra_arrests, "arrests_forgone"
    written = extra_arrests_style(projection, found)
    ends = written.range(extra[LOW], extra[HIGH])
    return Scale(
        translate("Storyboard", "Arrests"),
        "arrests",
        (
            spread(
                translate(
                    "Storyboard",
                    "Extra arrests, against {baseline}",
                    baseline=projection.scenario.profile.names.baseline,
                ),
                with_range(written.figure(extra[MEDIAN]), ends),
                extra,
                strong=True,
            ),
            spread(
                translate("Storyboard", "What the officers lost would have made"),
                middle_and_range(projection, key),
                projection.summary(key),
            ),
        ),
    )


def _delivery_scale(projection: Projected) -> Scale:
    rows = tuple(
        spread(
            label,
            middle_and_range(projection, key),
            projection.summary(key),
            strong=key == "deployments",
        )
        for label, key in (
            (translate("Storyboard", "Planned"), "deployments_planned"),
            (translate("Storyboard", "Delivered"), "deployments"),
        )
    )
    return Scale(translate("Storyboard", "Deployments"), "deployments", rows)


# ---------------------------------------------------------------- what must be true


def true_step(projection: Projected) -> Step | None:
    """What the plan depends on: the arrests of an officer lost, and the crews of a day."""
    crews = _crews_scale(projection)
    found = projection.break_even
    summary = None if found is None else found.per_officer_year
    if summary is None or summary[MEDIAN] <= 0.0:
        return None if crews is None else _crews_step(projection, crews)
    written = break_even_style(summary)
    middle = written.figure(summary[MEDIAN])
    ends = written.range(summary[LOW], summary[HIGH])
    belief = projection.catalogue.beliefs["arrests_per_officer_year"]
    scale = Scale(
        belief.label,
        "arrests",
        (
            spread(
                translate("Storyboard", "The most, if the plan is to make up for them"),
                with_range(middle, ends),
                summary,
                strong=True,
            ),
            judged_row(translate("Storyboard", "What it may be: a judgement"), belief),
        ),
    )
    return Step(
        "true",
        step_name("true"),
        translate(
            "Storyboard",
            "The plan makes up for the officers lost only if each would have made fewer than "
            "{figure} arrests a year.",
            figure=middle,
        ),
        Figure(
            middle,
            translate("Storyboard", "arrests an officer a year, at break-even"),
            not_empty(in_most_futures(ends), _judged(projection), _crews_line(projection)),
        ),
        Ranges((scale,) if crews is None else (scale, crews)),
        notes=not_empty(
            *break_even_sentences(projection),
            crews_sentence(projection),
            judgement_note_sentence(projection),
        ),
    )


def _needed(projection: Projected) -> tuple[float, float] | None:
    """Deployments a day and days a week at the end of the plan; None without a plan."""
    levers = weekly_levers(projection.scenario, projection.catalogue)
    deployments, days = (
        float(levers[key][-1]) for key in ("deployments_per_week", "days_per_week")
    )
    return (deployments / days, days) if deployments > 0.0 and days > 0.0 else None


def _crews_scale(projection: Projected) -> Scale | None:
    needed = _needed(projection)
    if needed is None:
        return None
    belief = projection.catalogue.beliefs["crews_per_day"]
    return Scale(
        translate("Storyboard", "Deployments on a day"),
        "deployments",
        (
            Spread(
                translate("Storyboard", "What the plan needs"),
                number(needed[0], 0.1),
                needed[0],
                strong=True,
            ),
            judged_row(translate("Storyboard", "What today’s crews can run: a judgement"), belief),
        ),
    )


def _crews_line(projection: Projected) -> str:
    needed = _needed(projection)
    if needed is None:
        return ""
    return translate(
        "Storyboard",
        "Needs crews for {count} deployments a day on {days} days a week",
        count=exact_number(round(needed[0], 1)),
        days=exact_number(needed[1]),
    )


def _crews_step(projection: Projected, crews: Scale) -> Step:
    needed = _needed(projection)
    assert needed is not None
    return Step(
        "true",
        step_name("true"),
        translate(
            "Storyboard",
            "The plan needs crews for {count} deployments a day on {days} days a week.",
            count=exact_number(round(needed[0], 1)),
            days=exact_number(needed[1]),
        ),
        Figure(
            crews_figure(projection),
            translate("Storyboard", "of the plan delivered"),
            not_empty(delivered_sentence(projection), causes_sentence(projection)),
        ),
        Ranges((crews,)),
        notes=not_empty(crews_sentence(projection), judgement_note_sentence(projection)),
    )
