"""Describes tables so that they explain themselves: a Frictionless data package.

The descriptor is a JSON file that stands beside CSV files (https://specs.frictionlessdata.io). It
says what every column is and in which unit, and how to make the numbers again.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from modeller.base.version import VERSION

NAME = "datapackage.json"
SUFFIX = f".{NAME}"
"""What is put behind a table's name where it is not alone in its folder."""

FieldType = Literal["string", "integer", "number", "date"]


@dataclass(frozen=True)
class Field:
    """One column: its heading, what is in it, its unit if it has one, and what it means."""

    name: str
    type: FieldType
    unit: str = ""
    description: str = ""


@dataclass(frozen=True)
class Resource:
    """One table in a file beside the descriptor.

    Attributes
    ----------
    content
        The file's; None where it is too large to be read again for its digest.
    line_end
        Of its rows.
    form
        In which format the table is, by its key.
    """

    path: str
    title: str
    fields: tuple[Field, ...]
    content: bytes | None = None
    line_end: str = "\r\n"
    form: str = "csv"


def field_type(values: Iterable[object]) -> FieldType:
    """What a column holds, by its values; a column of nothing counts as text."""
    kinds = {type(value) for value in values if value is not None}
    if kinds and kinds <= {int}:
        return "integer"
    if kinds and kinds <= {int, float}:
        return "number"
    return "date" if kinds == {date} else "string"


def package_name(text: str) -> str:
    """A name as the descriptor allows it: small letters, figures, hyphens."""
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")[:80].strip("-") or "data"


def data_package(
    title: str,
    description: str,
    resources: Sequence[Resource],
    *,
    made: date | None = None,
    provenance: Mapping[str, Any],
    sources: Sequence[tuple[str, str]] = (),
) -> bytes:
    """The descriptor as the content of a file.

    Parameters
    ----------
    made
        The day of the tables.
    provenance
        How to make the numbers again: versions, draws, seed, record, scenarios.
    sources
        Title and address of what the numbers rest on; an address may be empty.
    """
    content: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": package_name(title),
        "title": title,
        "description": description,
        "version": VERSION,
        **({} if made is None else {"created": f"{made.isoformat()}T00:00:00Z"}),
        "licenses": [
            {
                "name": "MIT",
                "path": "https://opensource.org/license/mit",
                "title": "As of the modeller; published figures keep the terms of their publishers",
            }
        ],
        "sources": [
            {"title": name, **({"path": address} if address else {})} for name, address in sources
        ],
        "modeller": dict(provenance),
        "resources": [_resource(resource) for resource in resources],
    }
    if not content["sources"]:
        del content["sources"]
    return (json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def _resource(resource: Resource) -> dict[str, Any]:
    described: dict[str, Any] = {
        "profile": "tabular-data-resource",
        "name": package_name(resource.path.rsplit(".", 1)[0]),
        "path": resource.path,
        "title": resource.title,
        **_written_as(resource),
        "schema": {"fields": [_field(field) for field in resource.fields], "missingValues": [""]},
    }
    if resource.content is not None:
        described["bytes"] = len(resource.content)
        described["hash"] = f"sha256:{hashlib.sha256(resource.content).hexdigest()}"
    return described


def _written_as(resource: Resource) -> dict[str, Any]:
    """What a reader has to know of the file before it reads a row."""
    if resource.form == "parquet":
        return {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}
    if resource.form == "jsonl":
        return {"format": "jsonl", "mediatype": "application/jsonl", "encoding": "utf-8"}
    return {
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": resource.line_end, "header": True},
    }


def _field(field: Field) -> dict[str, str]:
    described = {"name": field.name, "type": field.type}
    if field.unit:
        described["unit"] = field.unit
    if field.description:
        described["description"] = field.description
    return described
