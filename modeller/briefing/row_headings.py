"""Tags the first cell of every row of a PDF's tables as the heading of the row.

A screen reader can then say "Arrests, The plan: 1,900". Typst itself tags only the cells of a
table's head; its experimental tagging of others cannot be switched on from Python.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any


def with_row_headings(content: bytes) -> bytes:
    """The PDF with the headings of rows tagged; the same bytes for the same PDF."""
    from pypdf import PdfWriter
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject

    writer = PdfWriter(clone_from=io.BytesIO(content))
    for row in _elements(writer.root_object["/StructTreeRoot"], "/TR"):
        cell = next(iter(_children(row)), None)
        if cell is None or cell.get("/S") != "/TD":
            continue
        scope = DictionaryObject(
            {NameObject("/O"): NameObject("/Table"), NameObject("/Scope"): NameObject("/Row")}
        )
        known = cell.get("/A")
        known = [] if known is None else known if isinstance(known, ArrayObject) else [known]
        cell[NameObject("/S")] = NameObject("/TH")
        cell[NameObject("/A")] = ArrayObject([*known, scope])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _children(element: Any) -> Iterator[Any]:
    """The elements within one, without pieces of page content."""
    found = element.get("/K", ())
    found = found.get_object() if hasattr(found, "get_object") else found
    for child in found if isinstance(found, list) else [found]:
        child = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(child, dict):
            yield child


def _elements(root: Any, kind: str) -> Iterator[Any]:
    """Every element of a kind below the root."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.get("/S") == kind:
            yield element
        waiting += _children(element)
