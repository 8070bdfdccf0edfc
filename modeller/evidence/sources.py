"""The published figures, their sources, and the record's columns and blemishes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from modeller.base.errors import ModellerError, Problem, problem
from modeller.base.language import number_style, translate
from modeller.base.toml_tables import (
    MOST_ITEMS,
    Kind,
    add_unknown,
    check_table,
    is_any_text,
    is_counts,
    is_day,
    is_flag,
    is_number,
    is_table,
    is_text,
    is_texts,
    is_whole,
    read_toml,
    shortened,
)
from modeller.evidence.record import Record

_ADDRESS = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+/[A-Za-z0-9/._~-]*", re.ASCII)
"""Only host and path: no user, port, query or fragment, and no character that needs escaping."""


@dataclass(frozen=True)
class Source:
    """Where figures come from.

    Attributes
    ----------
    id
        Stable kebab-case name by which figures and the catalogue refer to it.
    title, publisher, date
        As a reader would cite them; the date is as precise as is known.
    weak
        True when the figure was seen only at second hand or rests on one person's remark.
    note
        How the figures were read from it, where that matters.
    url
        Where it can be read, always https; empty for the project's own.
    landing
        True when `url` is only a page of the publisher's, from which the source can be found.
    in_rows
        Its name in those rows of the record by deployment that were read from it.
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
        """Refuse an address that is not plain https, because readers click on it."""
        if self.url and not _ADDRESS.fullmatch(self.url):
            raise ValueError(f"{self.id} has the address {self.url!r}, which is not plain https")

    @property
    def citation(self) -> str:
        """The source in one line, in the reader's language, except for the title of a document."""
        parts = (self.publisher, self.title, self.date)
        cited = ", ".join(translate("Source", part) for part in parts)
        if self.weak and self.id != JUDGEMENT:
            return translate("Source", "{source} (seen only at second hand)", source=cited)
        return cited

    @property
    def linked_citation(self) -> str:
        """The citation with its address, which is called the publisher's page where `landing`."""
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
"""Id of the source named for judgements, which nobody has published."""
DEFINITION = "model-definition"
"""Id of the source named for what the model's equations define."""


@dataclass(frozen=True)
class Figure:
    """One figure: its value as published, and as a number where it is one.

    Attributes
    ----------
    grade
        ``published``, ``derived`` or ``judgement``.
    number
        In `unit`; None for a range or anything else that is not one number.
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
        """Whether the value contains words or a currency, so that it needs translating."""
        return any(character.isalpha() or character == "£" for character in self.value)


@dataclass(frozen=True)
class PressError:
    """A wrong figure in common use: what is claimed, what is true and why they differ."""

    key: str
    said: str
    truth: str
    why: str
    sources: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, str, str]:
        """Its texts in reading order."""
        return (self.said, self.truth, self.why)


@dataclass(frozen=True)
class Column:
    """One column of the record."""

    name: str
    unit: str
    meaning: str


@dataclass(frozen=True)
class FixedCameras:
    """A site with cameras on street furniture: from what day, and its place on the tile map."""

    site: str
    since: date
    sources: tuple[str, ...]
    tile_column: int | None = None
    tile_row: int | None = None


@dataclass(frozen=True, eq=False)
class Blemish:
    """A known fault of the published record, and what was done about it.

    Attributes
    ----------
    week_starting
        The week, or the first week, that it touches.
    values
        The values of some columns: a row of that week that has exactly these need not have
        alerts that add up. Empty for a blemish that breaks no rule.
    printed
        For a misprinted day: the ``day`` printed, the day ``meant``, and the number of ``faces``
        that identifies the row.
    until
        The last week that it touches, where there are several.
    """

    key: str
    week_starting: date
    what: str
    treatment: str
    values: Mapping[str, int]
    printed: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    until: date | None = None


@dataclass(frozen=True)
class RowBlemish:
    """A known fault of the record by deployment, on one day or from that day on."""

    key: str
    day: date
    what: str
    treatment: str


@dataclass(frozen=True)
class Gap:
    """What was looked for and not found, and when it was last looked for."""

    what: str
    searched: date


@dataclass(frozen=True, eq=False)
class Published:
    """What is known besides the record: sources, figures, common errors, faults of the record.

    Attributes
    ----------
    sources
        Every source by its id, in the order of the file.
    figures
        Every published figure, in the order of the file.
    press_errors
        Wrong figures in common use, which must not be repeated uncorrected.
    columns, deployment_columns
        The columns of the record and of the record by deployment.
    blemishes, deployment_blemishes
        The known faults of each.
    gaps
        What was looked for and not found.
    fixed_cameras
        The sites that have fixed cameras.
    """

    sources: Mapping[str, Source]
    figures: tuple[Figure, ...] = ()
    press_errors: tuple[PressError, ...] = ()
    columns: tuple[Column, ...] = ()
    deployment_columns: tuple[Column, ...] = ()
    blemishes: tuple[Blemish, ...] = ()
    deployment_blemishes: tuple[RowBlemish, ...] = ()
    gaps: tuple[Gap, ...] = ()
    fixed_cameras: tuple[FixedCameras, ...] = ()

    def figure(self, key: str) -> Figure:
        """The figure called `key`.

        Raises
        ------
        KeyError
            When there is none.
        """
        for candidate in self.figures:
            if candidate.key == key:
                return candidate
        raise KeyError(key)

    def blemishes_of(self, record: Record) -> tuple[Blemish, ...]:
        """The known faults that touch the weeks of a record."""
        starts = {str(week) for week in record.week_starting}
        return tuple(fault for fault in self.blemishes if str(fault.week_starting) in starts)


def is_printed(value: Any) -> bool:
    """Whether it is a misprinted day: as printed, as meant, and the faces that identify its row."""
    return (
        is_table(value)
        and set(value) == {"day", "meant", "faces"}
        and is_day(value["day"])
        and is_day(value["meant"])
        and isinstance(value["faces"], list)
        and len(value["faces"]) <= MOST_ITEMS
        and all(is_whole(number) for number in value["faces"])
    )


_SHAPES: Mapping[str, tuple[Mapping[str, Kind], Mapping[str, Kind]]] = {
    "source": (
        {"id": is_text, "title": is_text, "publisher": is_text, "date": is_text},
        {
            "weak": is_flag,
            "note": is_any_text,
            "url": is_any_text,
            "landing": is_flag,
            "in_rows": is_any_text,
        },
    ),
    "figure": (
        {
            "key": is_text,
            "label": is_text,
            "value": is_text,
            "unit": is_any_text,
            "sources": is_texts,
            "grade": is_text,
        },
        {"number": is_number, "note": is_any_text},
    ),
    "press_error": (
        {"key": is_text, "said": is_text, "truth": is_text, "why": is_text, "sources": is_texts},
        {},
    ),
    "column": ({"name": is_text, "unit": is_text, "meaning": is_text}, {}),
    "deployment_column": ({"name": is_text, "unit": is_text, "meaning": is_text}, {}),
    "blemish": (
        {"key": is_text, "week_starting": is_day, "what": is_text, "treatment": is_text},
        {"values": is_counts, "printed": is_printed, "until": is_day},
    ),
    "deployment_blemish": (
        {"key": is_text, "day": is_day, "what": is_text, "treatment": is_text},
        {},
    ),
    "gap": ({"what": is_text, "searched": is_day}, {}),
    "fixed_cameras": (
        {"site": is_text, "since": is_day, "sources": is_texts},
        {"tile_column": is_whole, "tile_row": is_whole},
    ),
}
"""The tables of the file: the fields that each must have, and those it may have."""
_MOST_TILES = 50


def parse_published(content: bytes, name: str) -> Published:
    """Parse the bytes of a file of sources.

    Raises
    ------
    ModellerError
        With everything that is wrong, table by table.
    """
    tables = read_toml(content, name)
    problems: list[Problem] = []
    for kind, listed in tables.items():
        where = f"{name}, {shortened(kind)}"
        if kind not in _SHAPES:
            add_unknown(where, _SHAPES, kind, problems)
        elif not isinstance(listed, list) or len(listed) > MOST_ITEMS:
            problems.append(
                problem(
                    where,
                    "is not a list of tables",
                    "write each as [[{kind}]]",
                    kind=kind,
                )
            )
        else:
            for number, table in enumerate(listed, start=1):
                check_table(f"{where} {number}", table, *_SHAPES[kind], problems)
    if problems:
        raise ModellerError(problems)
    ids = {table["id"] for table in tables.get("source", ())}
    for kind, listed in tables.items():
        for number, table in enumerate(listed, start=1):
            where = f"{name}, {kind} {number}"
            for source in table.get("sources", ()):
                if source not in ids:
                    add_unknown(f"{where}.sources: {source}", ids, source, problems)
            problems += [
                problem(
                    f"{where}.{side}",
                    "is {shown}",
                    "give a whole number from 0 to {most}",
                    shown=shortened(table[side]),
                    most=_MOST_TILES,
                )
                for side in ("tile_column", "tile_row")
                if side in table and not 0 <= table[side] <= _MOST_TILES
            ]
            if table.get("url") and not _ADDRESS.fullmatch(table["url"]):
                problems.append(
                    problem(
                        f"{where}.url",
                        "is {shown}",
                        "give a plain https address, host and path alone",
                        shown=shortened(table["url"]),
                    )
                )
            if kind == "figure" and table["grade"] not in _GRADES:
                add_unknown(f"{where}.grade: {table['grade']}", _GRADES, table["grade"], problems)
        for of in {"source": ("id",), "figure": ("key",)}.get(kind, ()):
            _tell_repeats(f"{name}, {kind}", [table[of] for table in listed], problems)
    if problems:
        raise ModellerError(problems)
    return _published(tables)


_GRADES = ("published", "derived", "judgement")


def _tell_repeats(where: str, names: list[str], problems: list[Problem]) -> None:
    problems.extend(
        problem(where, "has {name} twice", "give each a name of its own", name=name)
        for name in dict.fromkeys(name for name in names if names.count(name) > 1)
    )


def _with_tuple(table: dict[str, Any]) -> dict[str, Any]:
    return {**table, "sources": tuple(table["sources"])}


def _published(tables: Mapping[str, list[dict[str, Any]]]) -> Published:
    given = {kind: tables.get(kind, []) for kind in _SHAPES}
    return Published(
        sources=MappingProxyType({table["id"]: Source(**table) for table in given["source"]}),
        figures=tuple(Figure(**_with_tuple(table)) for table in given["figure"]),
        press_errors=tuple(PressError(**_with_tuple(table)) for table in given["press_error"]),
        columns=tuple(Column(**table) for table in given["column"]),
        deployment_columns=tuple(Column(**table) for table in given["deployment_column"]),
        blemishes=tuple(
            Blemish(
                **{
                    **table,
                    "values": MappingProxyType(table.get("values", {})),
                    "printed": MappingProxyType(table.get("printed", {})),
                }
            )
            for table in given["blemish"]
        ),
        deployment_blemishes=tuple(RowBlemish(**table) for table in given["deployment_blemish"]),
        gaps=tuple(Gap(**table) for table in given["gap"]),
        fixed_cameras=tuple(FixedCameras(**_with_tuple(t)) for t in given["fixed_cameras"]),
    )
