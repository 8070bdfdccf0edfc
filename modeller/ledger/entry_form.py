"""Checks that a line of a ledger has the form of an entry, down to every figure.

A ledger may come from a stranger, with correct digests. Code that shows or scores an entry relies
on these checks.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from modeller.base.dates import iso_day
from modeller.model.catalogue import MAXIMUM_WEEKS, MINIMUM_WEEKS
from modeller.scenario.fields import MAXIMUM_TITLE, is_control

TIME = "%Y-%m-%dT%H:%M:%SZ"
"""The format of the time of locking, in UTC."""
YEARS = range(2016, 2200)


def has_form(
    fields: Mapping[str, Any],
    outcomes: Collection[str],
    views: Collection[str],
    quantiles: Collection[str],
) -> bool:
    """Whether every field is of its kind, with figures for each week of each outcome."""
    model, record = fields["model"], fields["record"]
    if not all(isinstance(part, Mapping) for part in (model, record, fields["scenario"])):
        return False
    texts = (
        fields["title"],
        fields["fingerprint"],
        model.get("version"),
        record.get("label"),
        record.get("digest"),
    )
    weeks = fields["weeks"]
    return (
        type(fields["number"]) is int
        and all(map(_is_line, texts))
        and _is_time(fields["locked"])
        and _is_day(fields["first_week"])
        and type(weeks) is int
        and MINIMUM_WEEKS <= weeks <= MAXIMUM_WEEKS
        and _are_bands(fields["bands"], (outcomes, views, quantiles), weeks)
    )


def _is_line(text: object) -> bool:
    return isinstance(text, str) and len(text) <= MAXIMUM_TITLE and not any(map(is_control, text))


def _is_time(text: object) -> bool:
    try:
        when = datetime.strptime(str(text), TIME).replace(tzinfo=UTC)
    except ValueError:
        return False
    # strptime also accepts other forms, such as 2026-1-5
    return when.year in YEARS and when.strftime(TIME) == text


def _is_day(text: object) -> bool:
    day = iso_day(str(text))
    return day is not None and day.year in YEARS


def _are_bands(bands: object, levels: tuple[Collection[str], ...], weeks: int) -> bool:
    """Whether a tree has these names at each level, and a figure for each week in its leaves."""
    if levels:
        return (
            isinstance(bands, Mapping)
            and set(bands) == set(levels[0])
            and all(_are_bands(part, levels[1:], weeks) for part in bands.values())
        )
    return (
        isinstance(bands, list)
        and len(bands) == weeks
        and all(type(figure) in (int, float) for figure in bands)
    )
