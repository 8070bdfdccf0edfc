"""Describes exported tables by a Frictionless data package.

The descriptor is a JSON file that stands beside the CSV files (https://specs.frictionlessdata.io).
It says what every column means, its unit, and how to reproduce the numbers.
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
"""Follows a table's name where other files stand in the same folder."""

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
        The bytes of the file; None where it is too large to be read again for its digest.
    line_end
        The characters that end each row.
    form
        The key of the table's format.
    """

    path: str
    title: str
    fields: tuple[Field, ...]
    content: bytes | None = None
    line_end: str = "\r\n"
    form: str = "csv"


def field_type(values: Iterable[object]) -> FieldType:
    """The type of a column, from its values; an empty column counts as text."""
    kinds = {type(value) for value in values if value is not None}
    if kinds and kinds <= {int}:
        return "integer"
    if kinds and kinds <= {int, float}:
        return "number"
    return "date" if kinds == {date} else "string"


def package_name(text: str) -> str:
    """The text as a name that the descriptor allows: lower-case letters, digits and hyphens."""
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
        The day on which the tables were made.
    provenance
        How to reproduce the numbers: versions, draws, seed, record, scenarios.
    sources
        Title and web address of each source; an address may be empty.
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
    """How the file is written, which a reader needs to know before the first row."""
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
