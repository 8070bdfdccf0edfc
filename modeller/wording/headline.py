"""The headline figures, in the same words beside the charts and on page one of a briefing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from modeller.base.language import translatable, translate, upper_first
from modeller.base.short_repr import short_repr
from modeller.evidence import PastYear
from modeller.wording.answer import past_words
from modeller.wording.break_even import break_even_sentences, officer_year_of
from modeller.wording.caveat import caveats, judgement_note
from modeller.wording.frequencies import natural_frequency
from modeller.wording.numbers import of_100
from modeller.wording.outcomes import (
    Projected,
    change,
    change_figure,
    change_range,
    comparison_words,
    middle_words,
    range_words,
)
from modeller.wording.sentences import (
    causes_sentence,
    crews_figure,
    crews_sentence,
    delivered_sentence,
)

HEADLINE_OUTCOMES = ("arrests", "false_alerts", "faces_scanned")
HEADLINE_LABELS = {
    "arrests": translatable("Glance", "Arrests at LFR deployments"),
    "false_alerts": translatable("Glance", "People wrongly flagged"),
    "faces_scanned": translatable("Glance", "Faces scanned"),
}
CREWS, BREAK_EVEN = "crews", "break_even"
HEADLINES = (*HEADLINE_OUTCOMES, BREAK_EVEN, CREWS)
"""The keys of all headlines, in order."""


@short_repr
@dataclass(frozen=True)
class Headline:
    """One figure with everything that belongs to it.

    Attributes
    ----------
    key
        The key of the outcome, or ``crews`` or ``break_even``.
    figure
        The figure alone, to be shown large; for ``break_even`` the number of futures.
    range_text
        Its range, or what takes the place of one.
    change_text
        The change against the baseline, in words; empty if there is none.
    note
        Another way to say the figure; may be empty.
    warnings
        The judgements behind it, and where it leaves the evidence.
    past_text
        The count of the record's last full year, ``2031: 1,132``; empty if there is none.
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
    past: PastYear | None = None,
    keys: Collection[str] = HEADLINES,
    in_full: bool = True,
) -> tuple[Headline, ...]:
    """The headline figures of a projection.

    Parameters
    ----------
    projection
        The projection to describe.
    baseline
        The projection that changes are measured from; None for none.
    than
        The baseline's name in a sentence; empty if it has none.
    past
        The counts of the record's last full year; None where it has none.
    keys
        The headlines wanted. The break-even may need another projection.
    in_full
        Whether the break-even is also counted from the recent rate, which needs a projection.

    Returns
    -------
    tuple of Headline
        The headlines as the window shows them, with their ranges.
    """
    found = [
        outcome_headline(projection, baseline, key, than=than, past=past)
        for key in HEADLINE_OUTCOMES
        if key in keys
    ]
    if BREAK_EVEN in keys:
        found += _break_even_headline(projection, recent=in_full)
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
    return tuple(found)


def outcome_headline(
    projection: Projected,
    baseline: Projected | None,
    outcome: str,
    *,
    than: str = "",
    past: PastYear | None = None,
) -> Headline:
    """The headline of an outcome's total, beside the count of the record's last full year."""
    entry, named = projection.catalogue.outcomes[outcome], HEADLINE_LABELS.get(outcome)
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
        label=translate("Glance", named) if named else entry.label,
        figure=middle_words(projection, outcome),
        range_text=range_words(projection, outcome),
        change_text=change_text,
        note=natural_frequency(projection) if outcome == "false_alerts" else "",
        warnings=_warnings(projection, outcome),
        past_text=past_words(projection, outcome, past),
    )


def _warnings(projection: Projected, outcome: str) -> tuple[str, ...]:
    """Caveats about what an outcome depends on, and the judgements behind it."""
    depends_on = projection.catalogue.outcomes[outcome].depends_on
    found = [caveat.text for caveat in caveats(projection) if caveat.key in depends_on]
    note = judgement_note(projection, outcome)
    return (*found, *((f"{upper_first(note)}.",) if note else ()))


def _break_even_headline(projection: Projected, *, recent: bool) -> list[Headline]:
    found = projection.break_even
    if found is None:
        return []
    sentence, gone, known = break_even_sentences(projection, recent=recent)
    return [
        Headline(
            key=BREAK_EVEN,
            label=translate("Headline", "Futures that make up for the arrests of officers lost"),
            figure=translate("Headline", "{count} of 100", count=of_100(found.makes_up)),
            range_text=upper_first(officer_year_of(projection)),
            change_text=sentence,
            note=gone,
            warnings=(known,),
        )
    ]
