"""The headline figures in the fewest words, for a narrow column, with full sentences as details."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass

from modeller.base.language import translate, upper_first
from modeller.evidence import PastYear
from modeller.projection import MEDIAN
from modeller.wording.answer import planned_a_week
from modeller.wording.break_even import (
    break_even_style,
    officer_year_of,
    posts_lost,
)
from modeller.wording.caveat import Caveat, caveats, judgements
from modeller.wording.findings import FALSE_ALERTS
from modeller.wording.frequencies import short_frequency
from modeller.wording.headline import (
    BREAK_EVEN,
    CREWS,
    HEADLINE_OUTCOMES,
    HEADLINES,
    Headline,
    headlines,
)
from modeller.wording.numbers import EN_DASH, THIN_SPACE, percent
from modeller.wording.outcomes import (
    HIGH,
    LOW,
    Projected,
    change,
    change_figure,
    style,
)
from modeller.wording.sentences import delivered_words, wrongly_flagged_sentence

JUDGEMENTS = "judgements"
"""The key of the warning that figures are judgements, which comes first."""


@dataclass(frozen=True)
class Glance:
    """One figure in its shortest form.

    Attributes
    ----------
    figure
        To be shown large; empty if `lines` say everything.
    lines
        A few words each: the range, the change against the baseline, another way to say it.
    details
        The full sentences, for those who ask.
    """

    key: str
    label: str
    figure: str
    lines: tuple[str, ...]
    details: tuple[str, ...]


@dataclass(frozen=True)
class BriefWarning:
    """Something to bear in mind, in a few words, and the sentences that these stand for."""

    key: str
    text: str
    details: tuple[str, ...]


def glances(
    projection: Projected,
    baseline: Projected | None = None,
    *,
    than: str = "",
    letter: str = "",
    past: PastYear | None = None,
    keys: Collection[str] = HEADLINES,
    in_full: bool = True,
) -> tuple[Glance, ...]:
    """The headlines in their shortest form; see `headlines` for the other parameters.

    Parameters
    ----------
    letter
        The letter of the baseline; empty if it has none.
    in_full
        Whether to add on whom false alerts fall and the comparison with the recent rate, each of
        which may need another projection.
    """
    found = headlines(projection, baseline, than=than, past=past, keys=keys, in_full=in_full)
    return tuple(_glance(projection, baseline, headline, letter, in_full) for headline in found)


def _glance(
    projection: Projected,
    baseline: Projected | None,
    headline: Headline,
    letter: str,
    in_full: bool,
) -> Glance:
    key = headline.key
    details: tuple[str, ...] = (headline.change_text, headline.note)
    lines: tuple[str, ...]
    label, figure = headline.label, headline.figure
    if key == CREWS:
        label = translate("Glance", "Plan delivered")
        lines = (_delivered_range(projection), _whole_plan(projection))
        details = (headline.range_text, headline.note)
    elif key == BREAK_EVEN:
        label = translate("Glance", "Makes up for the officers lost")
        lines = (_futures_by(projection), short_break_even(projection))
        details = (headline.change_text, headline.note, *headline.warnings)
    else:
        # only the first range says how many futures it holds
        whole = key == HEADLINE_OUTCOMES[0]
        ends = _range_beside(projection, key)
        beside = (headline.past_text, _against(projection, baseline, key, letter))
        lines = (
            translate("Glance", "{range} in 8 of 10", range=ends) if whole and ends else ends,
            " · ".join(part for part in beside if part),
            short_frequency(projection) if key == FALSE_ALERTS else "",
        )
        if key == FALSE_ALERTS and in_full:
            details = (*details, wrongly_flagged_sentence(projection))
    return Glance(
        key, label, figure, tuple(line for line in lines if line), tuple(d for d in details if d)
    )


def _range_beside(projection: Projected, key: str) -> str:
    """The range without its scale, which the figure beside it has."""
    summary = projection.summary(key)
    return style(projection, key).range_beside_figure(summary[LOW], summary[HIGH])


def _against(projection: Projected, baseline: Projected | None, key: str, letter: str) -> str:
    """The change, as in ``against B: +1,200``; empty if there is none."""
    changed = None if baseline is None else change(projection, baseline, key)
    if changed is None:
        return ""
    figure = change_figure(projection, key, changed)
    if letter:
        return translate("Glance", "against {letter}: {change}", letter=letter, change=figure)
    return translate("Glance", "against the baseline: {change}", change=figure)


def _delivered_range(projection: Projected) -> str:
    """The range of the share delivered; empty if it has none."""
    shares = projection.summary("share_of_plan_delivered")
    low, high = (float(shares[place]) for place in (LOW, HIGH))
    if not high <= 1.0 or percent(low) == percent(high):
        return ""
    return f"{percent(low).partition(THIN_SPACE)[0]}{EN_DASH}{percent(high)}"


def delivered_figures(projection: Projected) -> str:
    """The share of the plan delivered, for a cell: ``100 % (98–100 %)``; a dash if nothing was."""
    middle = float(projection.summary("share_of_plan_delivered")[MEDIAN])
    if not math.isfinite(middle):
        return EN_DASH
    ends = _delivered_range(projection)
    return f"{percent(middle)} ({ends})" if ends else percent(middle)


def _whole_plan(projection: Projected) -> str:
    short = projection.binding.short_share
    if short <= 0.0:
        return translate("Glance", "Crews suffice for every deployment.")
    return f"{upper_first(delivered_words(short))}."


def _futures_by(projection: Projected) -> str:
    """The words for the futures counted, and for the belief behind that."""
    grade = officer_year_of(projection)
    return translate("Glance", "futures ({grade}).", grade=grade)


def short_break_even(projection: Projected) -> str:
    """The arrests an officer a year at which the extra arrests just make up for the posts lost."""
    found = projection.break_even
    if found is None:
        return ""
    officers = posts_lost(projection)
    if max(planned_a_week(projection)) <= 0.0:
        return translate(
            "Glance", "{officers} posts lost, and no LFR deployments.", officers=officers
        )
    written = break_even_style(found.per_officer_year)
    middle, low, high = (float(found.per_officer_year[i]) for i in (MEDIAN, LOW, HIGH))
    if high <= 0.0:
        return translate(
            "Glance",
            "{officers} posts lost, and no extra arrests to make up for them in 9 of 10 futures.",
            officers=officers,
        )
    if middle <= 0.0:
        return translate(
            "Glance",
            "{officers} posts lost, and no extra arrests to make up for them in half of the "
            "futures.",
            officers=officers,
        )
    return translate(
        "Glance",
        "{officers} posts lost; breaks even at {figure} ({range}).",
        officers=officers,
        figure=written.figure(middle),
        range=written.range(low, high),
    )


def warnings_at_a_glance(
    projection: Projected, outcomes: tuple[str, ...]
) -> tuple[BriefWarning, ...]:
    """Warnings about some outcomes, each a few words with its sentences."""
    found = [
        BriefWarning(caveat.key, _short(projection, caveat), (caveat.text, caveat.reason))
        for caveat in caveats(projection)
        if caveat.kind != "plan_exceeds_crews"  # a headline already says it
    ]
    keys = list(dict.fromkeys(key for o in outcomes for key in judgements(projection, o)))
    if keys:
        labels = [projection.catalogue.beliefs[key].label for key in keys]
        if len(keys) == 1:
            text = translate("Glance", "One figure is a judgement that nobody has published")
        else:
            text = translate(
                "Glance",
                "{count} figures are judgements that nobody has published",
                count=len(keys),
            )
        found.insert(0, BriefWarning(JUDGEMENTS, text, (f"{'; '.join(labels)}.",)))
    return tuple(found)


def _short(projection: Projected, caveat: Caveat) -> str:
    slider = projection.catalogue.sliders[caveat.key]
    name = slider.label_within
    if caveat.kind == "beyond_evidence":
        return translate("Glance", "Beyond evidence: {name}", name=name)
    if caveat.kind == "exactly_known":
        return translate("Glance", "Exactly known: {name}", name=name)
    if caveat.kind == "edited_belief":
        return translate("Glance", "Set by the user: {name}", name=name)
    grade = projection.catalogue.beliefs[caveat.key].spread_grade
    if grade == "judgement":
        return translate("Glance", "Outside its judged range: {name}", name=name)
    if grade == "derived":
        return translate("Glance", "Outside its derived range: {name}", name=name)
    return translate("Glance", "Outside its published range: {name}", name=name)
