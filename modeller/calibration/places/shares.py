"""A place, and a mix: shares of the deployments by place.

What it takes to read and write a mix is here, apart from what is computed of it, so that whoever
names a place imports nothing that fits or draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from modeller.evidence import Deployments

Yield = Literal["faces", "alerts", "arrests"]
YIELDS: tuple[Yield, ...] = ("faces", "alerts", "arrests")

Kind = Literal["borough", "site", "new site", "fixed cameras"]
KINDS: tuple[Kind, ...] = ("borough", "site", "new site", "fixed cameras")


class Place(NamedTuple):
    """A place that can have a share of a mix.

    Its kind is *borough* (its sites as they were visited, and now and then a new one), *site*,
    *new site* (of a borough) or *fixed cameras* (of a site).
    """

    kind: Kind
    name: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.name}"


Mix = Mapping[Place, float]


def place(text: str) -> Place:
    """The place written ``kind: name``, as ``str`` of a place gives it.

    Raises
    ------
    ValueError
        When there is no such kind, or no name.
    """
    kind, colon, name = text.partition(": ")
    for known in KINDS:
        if kind == known and colon and name.strip():
            return Place(known, name.strip())
    raise ValueError(f"{text!r} is no place; spell it {' or '.join(f'{k}: name' for k in KINDS)}")


def recorded_mix(rows: Deployments) -> dict[Place, float]:
    """The mix of the given deployments: fixed cameras by site, all others by borough."""
    counted: dict[Place, int] = {}
    for row in rows.rows:
        there = (
            Place("fixed cameras", row.site) if row.fixed_cameras else Place("borough", row.borough)
        )
        counted[there] = counted.get(there, 0) + 1
    return {there: counted[there] / len(rows) for there in sorted(counted)}
