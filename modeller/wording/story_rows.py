"""Parts of the steps of a storyboard: their names, sentences and rows with ranges."""

from __future__ import annotations

from modeller.base.elementary import Floats
from modeller.base.language import translate
from modeller.model.catalogue import Belief
from modeller.projection import MEDIAN, SUMMARY
from modeller.wording.caveat import judgement_note
from modeller.wording.outcomes import HIGH, LOW, Projected
from modeller.wording.settings import value_range_words
from modeller.wording.story import STEPS, Spread, StepKey

_QUARTER, _THREE_QUARTERS = SUMMARY.index("p25"), SUMMARY.index("p75")


def step_name(key: StepKey) -> str:
    """The name of a step."""
    return translate("Storyboard", STEPS[key])


def not_empty(*texts: str) -> tuple[str, ...]:
    """The texts that are not empty."""
    return tuple(text for text in texts if text)


def with_range(figure: str, ends: str) -> str:
    """A figure with its range, if it has one."""
    return figure if figure == ends else f"{figure} ({ends})"


def spread(label: str, words: str, summary: Floats, *, strong: bool = False) -> Spread:
    """A row with the summary of an outcome."""
    low, quarter, middle, more, high = (
        float(summary[place]) for place in (LOW, _QUARTER, MEDIAN, _THREE_QUARTERS, HIGH)
    )
    if low == high:
        return Spread(label, words, middle, strong=strong)
    return Spread(label, words, middle, (low, high), (quarter, more), strong)


def judged_row(label: str, belief: Belief) -> Spread:
    """A row with the range of a belief."""
    return Spread(label, value_range_words(belief, *belief.evidence), None, belief.evidence)


def judgement_note_sentence(projection: Projected) -> str:
    """The judgements behind the arrests; empty if there are none."""
    note = judgement_note(projection, "arrests")
    return translate("Storyboard", "The number of arrests {note}.", note=note) if note else ""
