"""The layouts of the tables that a force publishes, recognised by their column headings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from modeller.base.errors import ModellerError, Problem
from modeller.base.toml_tables import (
    Kind,
    check_table,
    is_flag,
    is_tables,
    is_text,
    is_texts,
    read_toml,
)

_LAYOUT: Mapping[str, Kind] = {"key": is_text, "label": is_text, "headings": is_texts}
_LAYOUT_TOO: Mapping[str, Kind] = {"day_first": is_flag}


@dataclass(frozen=True)
class Layout:
    """A table that has been published in this form.

    Attributes
    ----------
    headings
        In lower case, with punctuation replaced by spaces.
    day_first
        Whether its dates are written as day, month, year.
    """

    key: str
    label: str
    headings: tuple[str, ...]
    day_first: bool = False


def parse_layouts(content: bytes, name: str) -> tuple[Layout, ...]:
    """The layouts in the bytes of a TOML file, in the file's order.

    Raises
    ------
    ModellerError
        With everything that is wrong, field by field.
    """
    tables = read_toml(content, name)
    problems: list[Problem] = []
    if check_table(name, tables, {"layout": is_tables}, {}, problems):
        for number, table in enumerate(tables["layout"], 1):
            check_table(f"{name}.layout[{number}]", table, _LAYOUT, _LAYOUT_TOO, problems)
    if problems:
        raise ModellerError(problems)
    return tuple(
        Layout(**{**table, "headings": tuple(table["headings"])}) for table in tables["layout"]
    )
