"""The units of figures: whether they are money, shares or counts, and the words after them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal


@dataclass(frozen=True)
class Unit:
    """A unit of ``units.toml``, which explains each field.

    `written` is its name in the catalogue and in columns; `said` follows a figure, `one` follows 1.
    """

    written: str
    said: str
    one: str
    kind: Literal["count", "money", "share", "number"] = "count"
    millions: bool = False
    of_a_million: str = ""
    typed: tuple[str, ...] = ()

    @property
    def is_money(self) -> bool:
        """Whether figures are pounds or millions of pounds."""
        return self.kind == "money"

    @property
    def is_share(self) -> bool:
        """Whether figures are shares, from 0 to 1."""
        return self.kind == "share"

    @property
    def is_bare(self) -> bool:
        """Whether a figure stands alone, with no unit behind it."""
        return self.kind in ("share", "number") or not self.said


@cache
def units() -> Mapping[str, Unit]:
    """Every unit by its name in the catalogue."""
    text = resources.files("modeller.model").joinpath("units.toml").read_text("utf-8")
    found = {}
    for written, table in tomllib.loads(text).items():
        said = table.pop("said", written)
        one, typed = table.pop("one", said), tuple(table.pop("typed", ()))
        found[written] = Unit(written, said, one, typed=typed, **table)
    return MappingProxyType(found)


def unit_named(written: str) -> Unit:
    """The unit of that name; any other words, as in a table of sources, are a plain count."""
    return units().get(written) or Unit(written, written, written)
