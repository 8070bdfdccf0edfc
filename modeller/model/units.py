"""What figures are counted in: whether money, shares or things, and what is said after them."""

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
    """A unit of ``units.toml``, where each field is explained.

    `written` is how columns name it; `said` and `one` are what follows a figure.
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
        """Whether figures are pounds, or millions of them."""
        return self.kind == "money"

    @property
    def is_share(self) -> bool:
        """Whether figures are parts of one."""
        return self.kind == "share"

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands behind a figure."""
        return self.kind in ("share", "number") or not self.said


@cache
def units() -> Mapping[str, Unit]:
    """Every unit by how it is written."""
    text = resources.files("modeller.model").joinpath("units.toml").read_text("utf-8")
    found = {}
    for written, table in tomllib.loads(text).items():
        said = table.pop("said", written)
        one, typed = table.pop("one", said), tuple(table.pop("typed", ()))
        found[written] = Unit(written, said, one, typed=typed, **table)
    return MappingProxyType(found)


def unit_named(written: str) -> Unit:
    """The unit that is written so; of other words, those of a table of sources, a plain count."""
    return units().get(written) or Unit(written, written, written)
