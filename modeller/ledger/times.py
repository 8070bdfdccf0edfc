"""Checks the times in a ledger, which come from machines' clocks.

The chain proves the order of the entries. If their times are in another order, or before the end of
the record that an entry is based on, a clock was wrong and the time proves nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from modeller.base.errors import refusal
from modeller.base.language import translatable, translate
from modeller.ledger.entry_form import TIME, YEARS

EARLY = timedelta(days=8)
"""Tolerance: a record's last week may not be over, and it may be a day later elsewhere."""


def check_clock(now: datetime, first_week: date) -> None:
    """Raise if the time of an entry cannot be right.

    Raises
    ------
    ModellerError
        When the clock, or the first projected week, must be wrong.
    """
    if first_week.year not in YEARS:
        raise refusal(
            translate("Problem", "the record"),
            "ends on {day}, too far from today for a ledger",
            "check its dates; nothing was locked",
            day=first_week - timedelta(days=1),
        )
    if now.year not in YEARS or now.date() < first_week - EARLY:
        raise refusal(
            translate("Problem", "the clock"),
            "says {now}, and the record ends on {day}",
            "set the clock of this machine right; nothing was locked",
            now=now.isoformat(" ", "seconds"),
            day=first_week - timedelta(days=1),
        )


def time_doubts(locked: Sequence[tuple[datetime, date]], now: datetime) -> tuple[str, ...]:
    """A sentence for each entry whose time cannot be right.

    Parameters
    ----------
    locked
        When each entry was locked, in order, and its first projected week.
    now
        The present time by the clock.
    """
    doubts: list[str] = []
    latest, holder = None, 0
    for number, (when, first_week) in enumerate(locked, 1):
        text = None
        if latest is not None and when < latest:
            text = translatable(
                "Ledger",
                "Entry {number} says it was locked at {time}, before entry {other}, which it "
                "follows: a clock was wrong, and one of the two times is.",
            )
        elif when.date() < first_week - EARLY:
            text = translatable(
                "Ledger",
                "Entry {number} says it was locked at {time}, before its record ended: the clock "
                "was wrong.",
            )
        elif when > now + timedelta(days=1):
            text = translatable(
                "Ledger",
                "Entry {number} says it was locked at {time}, which is still to come: a clock was "
                "wrong, or this machine’s is.",
            )
        if text is not None:
            doubts.append(
                translate("Ledger", text, number=number, time=when.strftime(TIME), other=holder)
            )
        if latest is None or when > latest:
            latest, holder = when, number
    return tuple(doubts)
