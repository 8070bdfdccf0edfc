"""The answer in one sentence: what the deployments bring, beside the counts of the last full year.

Window, command line, briefing, slides and page share one set of templates in each language. Text
between double asterisks is emphasised: `answer_parts` gives the sentence in parts, `answer` as
plain text. Each clause is a function, listed in `_CLAUSES`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from modeller.base.language import translatable, translate, upper_first
from modeller.evidence import PastYear
from modeller.projection import MEDIAN
from modeller.scenario import Setting
from modeller.scenario.setting import Schedule
from modeller.wording.numbers import MILLIONS, exact_number, number, of_100, unit_after
from modeller.wording.outcomes import Projected, middle_words, style

WEEKS_OF_A_YEAR = (52, 53)
_EMPHASIS = "**"
_WORDS = (
    translatable("Number word", "no"),
    translatable("Number word", "one"),
    translatable("Number word", "two"),
    translatable("Number word", "three"),
    translatable("Number word", "four"),
    translatable("Number word", "five"),
    translatable("Number word", "six"),
    translatable("Number word", "seven"),
    translatable("Number word", "eight"),
    translatable("Number word", "nine"),
    translatable("Number word", "ten"),
    translatable("Number word", "eleven"),
    translatable("Number word", "twelve"),
    translatable("Number word", "thirteen"),
    translatable("Number word", "fourteen"),
)
"""Numbers as words, because a sentence should not begin with a figure."""


@dataclass(frozen=True)
class AnswerPart:
    """A piece of the sentence, and whether it is emphasised."""

    text: str
    strong: bool = False


def answer_parts(
    projection: Projected, past: PastYear | None = None, before: Projected | None = None
) -> tuple[AnswerPart, ...]:
    """The answer of a scenario in one sentence, with its figures emphasised.

    Parameters
    ----------
    past
        The counts of the record's last full year; None where it has none.
    before
        The projection before the last change, on as many draws. If the change moves none of the
        counts in the sentence, the sentence says what else it moves, or that it moves nothing.

    Returns
    -------
    tuple of AnswerPart
        Such as ``Ten LFR deployments a week: about 2,300 arrests in a year (1,132 in 2031), 27
        people wrongly flagged (12), 9.8 million faces scanned (4.2 million); the whole plan
        delivered in 79 of 100 futures; in 21 of 100 futures this makes up for the arrests of the
        officers lost.`` Figures are medians, rounded as their ranges allow.
    """
    unmoved = before is not None and _counts(before, past) == _counts(projection, past)
    said = _sentence(projection, past, before if unmoved else None)
    parts = [AnswerPart(text, bool(i % 2)) for i, text in enumerate(said.split(_EMPHASIS))]
    return tuple(part for part in parts if part.text)


def answer(projection: Projected, past: PastYear | None = None) -> str:
    """The sentence of `answer_parts` as plain text."""
    return "".join(part.text for part in answer_parts(projection, past))


def short_answer(projection: Projected, past: PastYear | None = None) -> str:
    """Only the plan and its arrests, in the words of `answer`."""
    said = translate(
        "Answer",
        "{plan}: {results}.",
        plan=_plan(projection),
        results=_beside_past(_arrests(projection), "arrests", past),
    )
    return said.replace(_EMPHASIS, "")


def past_words(projection: Projected, outcome: str, past: PastYear | None) -> str:
    """An outcome in the last full year: ``2031: 1,132``; empty where it was not counted."""
    column = projection.catalogue.outcomes[outcome].record_column
    if past is None or not column or column not in past.counts:
        return ""
    return translate(
        "Answer", "{year}: {count}", year=past.year, count=counted_words(past.counts[column])
    )


def counted_words(count: int) -> str:
    """A count of the record, exact, or in millions where it is that large."""
    if count < 1_000_000:
        return number(count, 1.0)
    return MILLIONS.worded(number(count / 1e6, 0.1))


def _sentence(projection: Projected, past: PastYear | None, before: Projected | None) -> str:
    """The sentence with double asterisks around its emphasis."""
    clauses = [clause for made in _CLAUSES if (clause := made(projection, before))]
    if before is not None and clauses == [c for made in _CLAUSES if (c := made(before, None))]:
        clauses.append(translate("Answer", "the last change moves **none of these figures**"))
    return translate(
        "Answer",
        "{plan}: {results}.",
        plan=_plan(projection),
        results=translate("List", "; ").join((_counts(projection, past), *clauses)),
    )


def _counts(projection: Projected, past: PastYear | None) -> str:
    """Arrests, people wrongly flagged and faces, each beside the last full year's."""
    arrests = _beside_past(_arrests(projection), "arrests", past)
    later = [_wrongly_flagged(projection), _faces(projection)]
    if past is not None:
        columns = ("false_alerts", "faces_scanned")
        later = [
            translate("Answer", "{figure} ({count})", figure=figure, count=_counted(past, column))
            for figure, column in zip(later, columns, strict=True)
        ]
    return translate("List", ", ").join((arrests, *later))


def _plan(projection: Projected) -> str:
    """What is planned: ``Ten LFR deployments a week``."""
    values = planned_a_week(projection)
    low, high = min(values), max(values)
    if low < high:
        low_words, high_words = (
            (_word(low), _word(high))
            if _has_word(low) and _has_word(high) and low > 0.0
            else (exact_number(low), exact_number(high))
        )
        return translate(
            "Answer",
            "{low} to {high} LFR deployments a week",
            low=upper_first(low_words),
            high=high_words,
        )
    if high == 0.0:
        return translate("Answer", "No LFR deployments")
    if high == 1.0:
        return translate("Answer", "One LFR deployment a week")
    count = upper_first(_word(high)) if _has_word(high) else exact_number(high)
    return translate("Answer", "{count} LFR deployments a week", count=count)


def planned_a_week(projection: Projected) -> list[float]:
    """The planned deployments a week: one number, or those of a schedule."""
    setting: Setting = projection.scenario.setting("deployments_per_week", projection.catalogue)
    if isinstance(setting, Schedule) and setting.steps:
        return [step.value for step in setting.steps]
    assert isinstance(setting, int | float)  # a lever has no belief's setting
    return [float(setting)]


def _has_word(count: float) -> bool:
    return count.is_integer() and 0 <= count < len(_WORDS)


def _word(count: float) -> str:
    return translate("Number word", _WORDS[int(count)])


def _arrests(projection: Projected) -> str:
    """Arrests, and over what time."""
    middle, weeks = _middle(projection, "arrests"), projection.scenario.weeks
    if max(planned_a_week(projection)) <= 0.0:
        arrests = translate("Answer", "**no arrests** at them")
    elif middle < 0.5:
        arrests = translate("Answer", "**no arrests**")
    elif middle < 1.5:
        arrests = translate("Answer", "about **1 arrest**")
    else:
        count = middle_words(projection, "arrests")
        arrests = translate("Answer", "about **{count} arrests**", count=count)
    if weeks in WEEKS_OF_A_YEAR:
        return translate("Answer", "{arrests} in a year", arrests=arrests)
    if weeks == 1:
        return translate("Answer", "{arrests} in a week", arrests=arrests)
    return translate("Answer", "{arrests} in {weeks} weeks", arrests=arrests, weeks=weeks)


def _wrongly_flagged(projection: Projected) -> str:
    middle = _middle(projection, "false_alerts")
    if middle < 0.5:
        return translate("Answer", "**nobody wrongly flagged**")
    if middle < 1.5:
        return translate("Answer", "**1 person wrongly flagged**")
    return translate(
        "Answer",
        "**{count} people wrongly flagged**",
        count=middle_words(projection, "false_alerts"),
    )


def _faces(projection: Projected) -> str:
    if _middle(projection, "faces_scanned") < 0.5:
        return translate("Answer", "**no faces scanned**")
    count, written = middle_words(projection, "faces_scanned"), style(projection, "faces_scanned")
    scaled = written.is_scaled(_middle(projection, "faces_scanned"))
    faces = unit_after(count, "faces", scaled=scaled)  # some languages say "9.1 million of faces"
    return translate("Answer", "**{count} faces scanned**", count=count, faces=faces)


def _middle(projection: Projected, outcome: str) -> float:
    return float(projection.summary(outcome)[MEDIAN])


def _beside_past(text: str, column: str, past: PastYear | None) -> str:
    """A figure with the last full year's behind it."""
    if past is None:
        return text
    return translate(
        "Answer",
        "{figure} ({count} in {year})",
        figure=text,
        count=_counted(past, column),
        year=past.year,
    )


def _counted(past: PastYear, column: str) -> str:
    return counted_words(past.counts[column])


def _delivered(projection: Projected, before: Projected | None) -> str:
    """In how many futures every planned deployment takes place; empty without a plan."""
    if max(planned_a_week(projection)) <= 0.0:
        return ""
    whole = 1.0 - projection.binding.short_share
    if before is not None:
        was, now = of_100(1.0 - before.binding.short_share), of_100(whole)
        if was != now:
            return translate(
                "Answer",
                "the whole plan delivered in **{before} → {count} of 100 futures**",
                before=was,
                count=now,
            )
    if whole >= 1.0:
        return translate("Answer", "crews suffice for **the whole plan**")
    if whole <= 0.0:
        return translate("Answer", "the whole plan delivered in **none of the futures**")
    return translate(
        "Answer", "the whole plan delivered in **{count} of 100 futures**", count=of_100(whole)
    )


def _makes_up(projection: Projected, before: Projected | None) -> str:
    """In how many futures the arrests make up for those of the officers lost.

    Empty without losses, and without a plan: no deployments bring no arrests.
    """
    found = projection.break_even
    if found is None or max(planned_a_week(projection)) <= 0.0:
        return ""
    if before is not None and before.break_even is not None:
        was, now = of_100(before.break_even.makes_up), of_100(found.makes_up)
        if was != now:
            return translate(
                "Answer",
                "in **{before} → {count} of 100 futures** this makes up for the arrests of the "
                "officers lost",
                before=was,
                count=now,
            )
    if found.makes_up <= 0.0:
        return translate(
            "Answer",
            "in **none of the futures** does this make up for the arrests of the officers lost",
        )
    if found.makes_up >= 1.0:
        return translate(
            "Answer", "in **all futures** this makes up for the arrests of the officers lost"
        )
    return translate(
        "Answer",
        "in **{count} of 100 futures** this makes up for the arrests of the officers lost",
        count=of_100(found.makes_up),
    )


_CLAUSES: tuple[Callable[[Projected, Projected | None], str], ...] = (_delivered, _makes_up)
"""The clauses after the counts, in order; an empty one is left out."""
