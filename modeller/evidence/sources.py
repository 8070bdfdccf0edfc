"""The published figures, their sources, and the record's columns and blemishes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from modeller.base.language import number_style, translate

_ADDRESS = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+/[A-Za-z0-9/._~-]*", re.ASCII)
"""Host and path alone: no user, port, query or fragment, and nothing to escape."""


@dataclass(frozen=True)
class Source:
    """Where figures come from.

    Attributes
    ----------
    id
        Stable kebab-case name by which figures and the catalogue refer to it.
    title, publisher, date
        As a reader would cite it; the date is as precise as is known.
    weak
        True when the figure was seen only at second hand or rests on one person's remark.
    note
        How it was read, where that matters.
    url
        Where it can be read, always https; empty for the project's own.
    landing
        True when `url` is a page of the publisher's from which the source itself has to be found.
    in_rows
        What the record by deployment calls it in the rows that were read from it.
    """

    id: str
    title: str
    publisher: str
    date: str
    weak: bool = False
    note: str = ""
    url: str = ""
    landing: bool = False
    in_rows: str = ""

    def __post_init__(self) -> None:
        """Refuse an address that is not plain https: a reader's click is to be safe."""
        if self.url and not _ADDRESS.fullmatch(self.url):
            raise ValueError(f"{self.id} has the address {self.url!r}, which is not plain https")

    @property
    def citation(self) -> str:
        """The source in one line, in the reader's language; a document's own title stays."""
        parts = (self.publisher, self.title, self.date)
        cited = ", ".join(translate("Source", part) for part in parts)
        if self.weak and self.id != JUDGEMENT:
            return translate("Source", "{source} (seen only at second hand)", source=cited)
        return cited

    @property
    def linked_citation(self) -> str:
        """The same with its address, said to be the publisher's page where it is no more."""
        if not self.url:
            return self.citation
        if self.landing:
            return translate(
                "Source",
                "{source}, publisher’s page {address}",
                source=self.citation,
                address=self.url,
            )
        return f"{self.citation}, {self.url}"


JUDGEMENT = "modelling-judgement"
"""Id of the source of what nobody has published."""


@dataclass(frozen=True)
class Figure:
    """One figure: its value as published, and as a number where it is one.

    Attributes
    ----------
    grade
        ``published``, ``derived`` or ``judgement``.
    number
        In `unit`; None for ranges and for what is not a number.
    """

    key: str
    label: str
    value: str
    unit: str
    sources: tuple[str, ...]
    grade: str
    number: float | None = None
    note: str = ""

    @property
    def name(self) -> str:
        """The label in the reader's language."""
        return translate("Evidence", self.label)

    @property
    def said(self) -> str:
        """The value in the reader's language."""
        return translate("Evidence", self.value) if self.worded else number_style().of(self.value)

    @property
    def worded(self) -> bool:
        """Whether the value has words or a currency, and no bare figures."""
        return any(character.isalpha() or character == "£" for character in self.value)


@dataclass(frozen=True)
class PressError:
    """A wrong figure in common use: what is said, what is true and why they differ."""

    key: str
    said: str
    truth: str
    why: str
    sources: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, str, str]:
        """Its texts in reading order, to be shown and translated."""
        return (self.said, self.truth, self.why)


@dataclass(frozen=True)
class Column:
    """One column of the record."""

    name: str
    unit: str
    meaning: str


@dataclass(frozen=True)
class FixedCameras:
    """A site whose cameras are on street furniture, and from what day."""

    site: str
    since: date
    sources: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Blemish:
    """A known fault of the published record, and what was done about it.

    Attributes
    ----------
    week_starting
        The week, or the first week, that it touches.
    values
        Column values that excuse that week's row from having alerts that add up, as long as
        the row holds exactly these; empty for a blemish that breaks no rule.
    """

    key: str
    week_starting: date
    what: str
    treatment: str
    values: Mapping[str, int]


@dataclass(frozen=True)
class RowBlemish:
    """A known fault of the record by deployment: on what day, or from what day on."""

    key: str
    day: date
    what: str
    treatment: str


@dataclass(frozen=True)
class Gap:
    """What was looked for and not found, and when last."""

    what: str
    searched: date


@cache
def _tables(kind: str) -> list[dict[str, Any]]:
    """Every table of a kind; only those are read, for most readers want one kind of several."""
    found: list[dict[str, Any]] = tomllib.loads(_text_of(kind))[kind]
    return found


def _text_of(kind: str) -> str:
    text = (files("modeller.evidence") / "sources.toml").read_text(encoding="utf-8")
    parts = re.split(r"^(?=\[\[)", text, flags=re.MULTILINE)
    return "".join(part for part in parts if part.startswith(f"[[{kind}]]"))


def _with_tuple(table: dict[str, Any]) -> dict[str, Any]:
    return {**table, "sources": tuple(table["sources"])}


@cache
def sources() -> Mapping[str, Source]:
    """Every source by its id, in the order of the file."""
    return MappingProxyType({table["id"]: Source(**table) for table in _tables("source")})


@cache
def figures() -> tuple[Figure, ...]:
    """Every published figure, in the order of the file."""
    return tuple(Figure(**_with_tuple(table)) for table in _tables("figure"))


def figure(key: str) -> Figure:
    """The figure called `key`.

    Raises
    ------
    KeyError
        When there is none.
    """
    for candidate in figures():
        if candidate.key == key:
            return candidate
    raise KeyError(key)


@cache
def press_errors() -> tuple[PressError, ...]:
    """The wrong figures in common use that must not be repeated as they stand."""
    return tuple(PressError(**_with_tuple(table)) for table in _tables("press_error"))


@cache
def columns() -> tuple[Column, ...]:
    """The columns of the record, in the order of the file."""
    return tuple(Column(**table) for table in _tables("column"))


@cache
def deployment_columns() -> tuple[Column, ...]:
    """The columns of the record by deployment, in the order of the file."""
    return tuple(Column(**table) for table in _tables("deployment_column"))


@cache
def deployment_blemishes() -> tuple[RowBlemish, ...]:
    """The known faults of the record by deployment."""
    return tuple(RowBlemish(**table) for table in _tables("deployment_blemish"))


@cache
def gaps() -> tuple[Gap, ...]:
    """What nobody has published."""
    return tuple(Gap(**table) for table in _tables("gap"))


@cache
def fixed_camera_sites() -> tuple[FixedCameras, ...]:
    """The sites that have fixed cameras."""
    return tuple(FixedCameras(**_with_tuple(table)) for table in _tables("fixed_cameras"))


@cache
def blemishes() -> tuple[Blemish, ...]:
    """The record's known faults."""
    return tuple(
        Blemish(**{"values": MappingProxyType(table.pop("values", {})), **table})
        for table in (dict(entry) for entry in _tables("blemish"))
    )
