"""The headline figures, beside the charts and on page one of a briefing, in the same words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from modeller.base.language import translate, upper_first
from modeller.evidence import PastYear
from modeller.projection import MEDIAN
from modeller.wording.answer import past_words
from modeller.wording.caveat import caveats, judgement_note
from modeller.wording.frequencies import natural_frequency
from modeller.wording.numbers import EN_DASH
from modeller.wording.outcomes import (
    HIGH,
    LOW,
    Projected,
    change,
    change_figure,
    change_range,
    comparison_words,
    in_most_futures,
    middle_words,
    range_words,
)
from modeller.wording.sentences import (
    break_even_sentences,
    break_even_style,
    causes_sentence,
    crews_figure,
    crews_sentence,
    delivered_sentence,
)

HEADLINE_OUTCOMES = ("arrests", "false_alerts", "faces_scanned")
CREWS, BREAK_EVEN = "crews", "break_even"
HEADLINES = (*HEADLINE_OUTCOMES, CREWS, BREAK_EVEN)
"""Keys of all headlines, in their order."""


@dataclass(frozen=True)
class Headline:
    """One figure with all that belongs beside it.

    Attributes
    ----------
    key
        The outcome's, or ``crews`` or ``break_even``.
    figure
        The figure alone, to be shown large.
    range_text
        Its range, or what stands in for one.
    change_text
        Against the baseline, in words; empty where there is none.
    note
        A second way of saying the figure; may be empty.
    warnings
        What it leans on and where it leaves the evidence.
    past_text
        What the record's last full year counted: ``2025: 1,132``; empty where nothing did.
    """

    key: str
    label: str
    figure: str
    range_text: str
    change_text: str = ""
    note: str = ""
    warnings: tuple[str, ...] = ()
    past_text: str = ""


def headlines(
    projection: Projected,
    baseline: Projected | None = None,
    *,
    than: str = "",
    keys: Collection[str] = HEADLINES,
) -> tuple[Headline, ...]:
    """The headline figures of a projection.

    Parameters
    ----------
    baseline
        What changes are counted from; None for none.
    than
        What the baseline is called in a sentence; empty when it has no name.
    keys
        Which are wanted. The break-even may cost another projection.
    """
    found = [
        outcome_headline(projection, baseline, key, than=than)
        for key in HEADLINE_OUTCOMES
        if key in keys
    ]
    if CREWS in keys:
        found.append(
            Headline(
                key=CREWS,
                label=translate("Headline", "Share of the plan delivered"),
                figure=crews_figure(projection),
                range_text=delivered_sentence(projection),
                note=f"{crews_sentence(projection)} {causes_sentence(projection)}".strip(),
                warnings=_warnings(projection, "deployments"),
            )
        )
    if BREAK_EVEN in keys:
        found += _break_even_headline(projection)
    return tuple(found)


def outcome_headline(
    projection: Projected,
    baseline: Projected | None,
    outcome: str,
    *,
    than: str = "",
    past: PastYear | None = None,
) -> Headline:
    """The headline of one outcome's total, beside what the record's last full year counted."""
    entry = projection.catalogue.outcomes[outcome]
    changed = None if baseline is None else change(projection, baseline, outcome)
    change_text = ""
    if changed is not None:
        change_text = translate(
            "Headline",
            "{figure} ({range}): {comparison}",
            figure=change_figure(projection, outcome, changed),
            range=change_range(projection, outcome, changed),
            comparison=comparison_words(projection, outcome, changed, than),
        )
    return Headline(
        key=outcome,
        label=entry.label,
        figure=middle_words(projection, outcome),
        range_text=range_words(projection, outcome),
        change_text=change_text,
        note=natural_frequency(projection) if outcome == "false_alerts" else "",
        warnings=_warnings(projection, outcome),
        past_text=past_words(projection, outcome, past),
    )


def _warnings(projection: Projected, outcome: str) -> tuple[str, ...]:
    """Caveats on what the outcome depends on, and the judgements it leans on."""
    depends_on = projection.catalogue.outcomes[outcome].depends_on
    found = [caveat.text for caveat in caveats(projection) if caveat.key in depends_on]
    note = judgement_note(projection, outcome)
    return (*found, *((f"{upper_first(note)}.",) if note else ()))


def _break_even_headline(projection: Projected) -> list[Headline]:
    found = projection.break_even
    if found is None:
        return []
    sentence, gradually, known = break_even_sentences(projection)
    summary = found.per_officer_year
    written = break_even_style(summary)
    covers = summary[MEDIAN] > 0.0
    return [
        Headline(
            key=BREAK_EVEN,
            label=translate(
                "Headline", "Arrests an officer lost would have made in a year, at break-even"
            ),
            figure=written.figure(summary[MEDIAN]) if covers else EN_DASH,
            range_text=(
                in_most_futures(written.range(summary[LOW], summary[HIGH]))
                if covers
                else translate("Headline", "no extra arrests")
            ),
            change_text=sentence,
            note=gradually,
            warnings=(known,),
        )
    ]
