"""What a lever says besides its value: the way back, its ends, its schedule."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from modeller.base.dates import short_date, week_begins
from modeller.base.language import translate
from modeller.model.catalogue import Belief, Lever
from ui.look.quantity import range_text, value_text


def back_words(slider: Lever | Belief) -> str:
    """What the small round arrow does: back to the baseline, or to the evidence."""
    value = value_text(slider, slider.baseline)
    if isinstance(slider, Belief):
        return translate("Lever", "Back to the evidence: {value}", value=value)
    return translate("Lever", "Back to the baseline: {value}", value=value)


def ends_words(slider: Lever | Belief) -> tuple[str, str]:
    """What a screen reader says of a lever besides its value."""
    values = range_text(slider, slider.minimum, slider.maximum)
    return (
        translate("Lever", "range {values}", values=values),
        translate("Lever", "baseline {value}", value=value_text(slider, slider.baseline)),
    )


def schedule_words(steps: Sequence[tuple[int, float]], first_day: date | None) -> str:
    """When a schedule of (from week, value) changes: ``changes on 31 Aug 2026 (week 20)``.

    Parameters
    ----------
    first_day
        The day on which week 1 begins; without it only weeks are said.
    """
    weeks = [week for week, _ in steps[1:]]
    if not weeks:
        return translate("Lever", "set by a schedule")
    day = "" if first_day is None else short_date(week_begins(first_day, weeks[0]))
    if len(weeks) == 1 and day:
        return translate("Lever", "changes on {day} (week {week})", day=day, week=weeks[0])
    if len(weeks) == 1:
        return translate("Lever", "changes in week {week}", week=weeks[0])
    if day:
        return translate(
            "Lever",
            "{count} changes from {day} (week {week})",
            count=len(weeks),
            day=day,
            week=weeks[0],
        )
    return translate("Lever", "{count} changes from week {week}", count=len(weeks), week=weeks[0])
