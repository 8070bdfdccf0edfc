"""What the times in a ledger say of the clocks that made them.

An entry says when it was locked, by the clock of the machine. The chain proves the order of the
entries; where their times run the other way, or before the record that an entry stands on had
ended, a clock was wrong, and the time proves nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from modeller.base.errors import ModellerError, problem
from modeller.base.language import translatable, translate
from modeller.ledger.entry_form import TIME, YEARS

EARLY = timedelta(days=8)
"""A record's last week may still be running, and be a day ahead somewhere."""


def check_clock(now: datetime, first_week: date) -> None:
    """Refuse what an entry could not say.

    Raises
    ------
    ModellerError
        When the clock, or the first projected week, cannot be right.
    """
    if first_week.year not in YEARS:
        raise ModellerError(
            problem(
                translate("Problem", "the record"),
                "ends on {day}, too far from today for a ledger",
                "check its dates; nothing was locked",
                day=first_week - timedelta(days=1),
            )
        )
    if now.year not in YEARS or now.date() < first_week - EARLY:
        raise ModellerError(
            problem(
                translate("Problem", "the clock"),
                "says {now}, and the record ends on {day}",
                "set the clock of this machine right; nothing was locked",
                now=now.isoformat(" ", "seconds"),
                day=first_week - timedelta(days=1),
            )
        )


def time_doubts(locked: Sequence[tuple[datetime, date]], now: datetime) -> tuple[str, ...]:
    """A sentence for each entry whose time cannot be right.

    Parameters
    ----------
    locked
        When each entry was locked, in order, and the first week it projects.
    now
        What the clock says at present.
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
