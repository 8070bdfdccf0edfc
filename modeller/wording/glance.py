"""The headline figures in the fewest words, for a narrow column; the full sentences behind them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from modeller.base.language import translatable, translate
from modeller.projection import MEDIAN
from modeller.wording.caveat import Caveat, caveats, judgements
from modeller.wording.findings import FALSE_ALERTS
from modeller.wording.frequencies import short_frequency
from modeller.wording.headline import HEADLINES, Headline, headlines
from modeller.wording.numbers import number, of_100
from modeller.wording.outcomes import (
    HIGH,
    LOW,
    Projected,
    change,
    change_figure,
    change_range,
    short_comparison,
)
from modeller.wording.sentences import (
    CAUSES,
    RARE,
    break_even_sentences,
    break_even_style,
    wrongly_flagged_sentence,
)

_SHORT_CAUSES = {
    "crews": translatable("Causes", "today's crews in {count}"),
    "budget": translatable("Causes", "the budget in {count}"),
    "officers": translatable("Causes", "officers lost in {count}"),
    "staff": translatable("Causes", "staff lost in {count}"),
}


@dataclass(frozen=True)
class Glance:
    """One figure as it is read in passing.

    Attributes
    ----------
    figure
        To be shown large; empty where `lines` say it all.
    lines
        A few words each: the range, the change against the baseline, a second way of saying it.
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
    """Something to bear in mind: a few words, and the sentences they stand for."""

    key: str
    text: str
    details: tuple[str, ...]


def glances(
    projection: Projected,
    baseline: Projected | None = None,
    *,
    than: str = "",
    keys: Collection[str] = HEADLINES,
    in_full: bool = True,
) -> tuple[Glance, ...]:
    """The headlines at a glance; parameters as of `headlines`.

    Parameters
    ----------
    in_full
        Whether to say on whom false alerts fall, which may cost another pass of the model.
    """
    found = headlines(projection, baseline, than=than, keys=keys)
    return tuple(_glance(projection, baseline, headline, in_full) for headline in found)


def _glance(
    projection: Projected, baseline: Projected | None, headline: Headline, in_full: bool
) -> Glance:
    key = headline.key
    details: tuple[str, ...] = (headline.change_text, headline.note)
    lines: tuple[str, ...]
    label, figure = headline.label, headline.figure
    if key == "crews":
        label = translate("Glance", "Plan delivered")
        lines = (_crews_words(projection), short_causes(projection))
        details = (headline.range_text, headline.note)
    elif key == "break_even":
        label, figure = translate("Glance", "The officers lost"), ""
        lines = (short_break_even(projection),)
        details = break_even_sentences(projection)
    else:
        changed = None if baseline is None else change(projection, baseline, key)
        short = ""
        if changed is not None:
            entry = projection.catalogue.outcomes[key]
            short = (
                f"{change_figure(projection, key, changed)} "
                f"({change_range(projection, key, changed)}), {short_comparison(entry, changed)}"
            )
        lines = (headline.range_text, short)
        if key == FALSE_ALERTS:
            lines = (*lines, short_frequency(projection))
            if in_full:
                details = (*details, wrongly_flagged_sentence(projection))
    return Glance(
        key, label, figure, tuple(line for line in lines if line), tuple(d for d in details if d)
    )


def _crews_words(projection: Projected) -> str:
    binding = projection.binding
    if binding.first_week is None or binding.short_share <= 0.0:
        return translate("Glance", "in all futures")
    return translate(
        "Glance",
        "crews run out in {count} of 100 futures, typically from week {week}",
        count=of_100(binding.short_share),
        week=binding.first_week,
    )


def short_causes(projection: Projected) -> str:
    """What binds first where crews run out: ``today's crews in 37, the budget in 21 of 100``."""
    ever = projection.binding.ever
    shares = sorted(((ever[cause], cause) for cause in CAUSES if ever[cause] > 0.0), reverse=True)
    causes = [
        translate("Causes", _SHORT_CAUSES[cause], count=of_100(share))
        for share, cause in shares
        if share >= RARE or share == shares[0][0]
    ]
    if not causes:
        return ""
    joined = translate("List", ", ").join(causes)
    return translate("Glance", "First: {causes} of 100", causes=joined)


def short_break_even(projection: Projected) -> str:
    """Whether the extra arrests cover the officers lost, as one sentence with its range."""
    found = projection.break_even
    if found is None:
        return ""
    officers = number(found.officers, 1.0)
    written = break_even_style(found.per_officer_year)
    middle, low, high = (float(found.per_officer_year[i]) for i in (MEDIAN, LOW, HIGH))
    if high <= 0.0:
        return translate(
            "Glance",
            "{officers} officers lost, and no extra arrests to make up for them in 9 of 10 "
            "futures.",
            officers=officers,
        )
    if middle <= 0.0:
        return translate(
            "Glance",
            "{officers} officers lost, and no extra arrests to make up for them in half of "
            "futures.",
            officers=officers,
        )
    return translate(
        "Glance",
        "Covers {officers} officers only if each made fewer than {figure} arrests a year "
        "({range}).",
        officers=officers,
        figure=written.figure(middle),
        range=written.range(low, high),
    )


def warnings_at_a_glance(
    projection: Projected, outcomes: tuple[str, ...]
) -> tuple[BriefWarning, ...]:
    """What to bear in mind about some outcomes: each a few words, with the sentences behind."""
    found = [
        BriefWarning(caveat.key, _short(projection, caveat), (caveat.text, caveat.reason))
        for caveat in caveats(projection)
    ]
    keys = list(dict.fromkeys(key for o in outcomes for key in judgements(projection, o)))
    if keys:
        labels = [projection.catalogue.beliefs[key].label for key in keys]
        if len(keys) == 1:
            text = translate("Glance", "Leans on a judgement")
        else:
            text = translate("Glance", "Leans on {count} judgements", count=len(keys))
        found.append(
            BriefWarning("judgements", text, (f"{translate('List', '; ').join(labels)}.",))
        )
    return tuple(found)


def _short(projection: Projected, caveat: Caveat) -> str:
    if caveat.kind == "plan_exceeds_crews":
        share = of_100(projection.binding.short_share)
        return translate("Glance", "Plan exceeds the crews in {count} of 100", count=share)
    slider = projection.catalogue.sliders[caveat.key]
    name = slider.label_within
    if caveat.kind == "beyond_evidence":
        return translate("Glance", "Beyond evidence: {name}", name=name)
    if caveat.kind == "exactly_known":
        return translate("Glance", "Exactly known: {name}", name=name)
    if caveat.kind == "edited_belief":
        return translate("Glance", "Set by the user: {name}", name=name)
    if slider.grade == "judgement":
        return translate("Glance", "Outside its judged range: {name}", name=name)
    return translate("Glance", "Outside its published range: {name}", name=name)
