"""Runs the backtest of any record, by places if it has them, otherwise by weeks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from modeller.backtest.fortnights import FEWEST_AHEAD, FEWEST_WEEKS, fortnights
from modeller.backtest.kept import SEED, kept_backtest
from modeller.backtest.places.rolling import DRAWS, backtest_places
from modeller.backtest.results import Backtest
from modeller.backtest.weekly import backtest_weekly, standpoints_of
from modeller.base.errors import refusal
from modeller.base.language import translatable
from modeller.evidence import Record
from modeller.model.catalogue import Catalogue
from modeller.profiles import Profile
from modeller.projection import Progress


def kept_for(profile: Profile, record: Record | None = None) -> Backtest | None:
    """The backtest that is shipped with a profile's own record; None if it must be run."""
    return kept_backtest(profile) if _has_rows(profile, record) else None


def backtest(
    profile: Profile,
    record: Record | None = None,
    *,
    first: date | None = None,
    last: date | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
    declared: Catalogue | None = None,
    again: bool = False,
    progress: Progress | None = None,
) -> Backtest:
    """Run the model from many days in the past.

    Parameters
    ----------
    profile
        The force.
    record
        A record of that force; the profile's own when None.
    first, last
        Only origins between these days, both included. If both are None, every second Monday with
        13 comparable weeks before it and 4 weeks after it; of a long record the latest 40.
    declared
        The catalogue for the numbers that no record decides; the profile's when None.
    again
        Run it even if it is shipped with the record.
    progress
        Called with the share done after each origin; an exception it raises stops the work.

    Raises
    ------
    ModellerError
        When there is no origin with enough weeks on both sides.
    """
    ordinary = first is None and last is None and draws == DRAWS and seed == SEED
    found = kept_for(profile, record) if ordinary and not again else None
    if found is not None:
        if progress is not None:
            progress(1.0)
        return found
    since = profile.about.record.comparable_from
    if _has_rows(profile, record):
        rows = profile.deployments
        assert rows is not None
        days = _between(profile.record, fortnights(since, rows.last_day), first, last)
        run = backtest_places(
            rows,
            origins=days,
            since=since,
            current_basis_from=profile.about.record.faces_counted_alike_from,
            profile=profile,
            draws=draws,
            seed=seed,
            progress=progress,
        )
        return replace(run, record_label=profile.record.label)
    given = profile.record if record is None else record
    days = _between(given, standpoints_of(given, since), first, last)
    base = profile.catalogue if declared is None else declared
    return backtest_weekly(
        profile, given, base, origins=days, draws=draws, seed=seed, progress=progress
    )


def _has_rows(profile: Profile, record: Record | None) -> bool:
    """Whether it is the profile's own record and that has single deployments."""
    own = record is None or record.digest == profile.record.digest
    return own and profile.deployments is not None


def _between(
    record: Record, days: tuple[date, ...], first: date | None, last: date | None
) -> tuple[date, ...]:
    if first is not None and last is not None and first > last:
        raise refusal(
            "backtest",
            "is {first}, after {last}",
            "give the earlier day first",
            first=first,
            last=last,
        )
    found = tuple(
        day for day in days if (first is None or first <= day) and (last is None or day <= last)
    )
    if found:
        return found
    if not days:
        raise refusal(
            record.name,
            "has no origin in its weeks from {first} to {last}",
            "a backtest needs {before} comparable weeks before a Monday and {after} after it",
            first=record.first_day,
            last=record.last_day,
            before=FEWEST_WEEKS,
            after=FEWEST_AHEAD,
        )
    raise refusal(
        record.name,
        "has no origin between the days given",
        translatable(
            "Problem", "choose days between which a second Monday from {first} to {last} lies"
        ),
        first=days[0],
        last=days[-1],
    )
