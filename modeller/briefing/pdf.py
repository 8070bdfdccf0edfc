"""The briefing as a tagged PDF (PDF/UA-1) on A4, typeset by Typst, with its scenarios inside."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from importlib import resources
from typing import Any

import typst
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from modeller.briefing.charts import covered, cropped, font_folders
from modeller.briefing.content import Briefing, Chart, Code, Table
from modeller.briefing.html import made_line, numbered
from modeller.scenario.in_briefings import EMBEDDED_NAME, embedded_text, sealed_pdf

_FONTS = ("Open Sans", "DejaVu Sans")
_RUNNING_TITLE, _RUNNING_STATUS = 80, 40
_KEPT_BY_TYPST = 10
"""The number of documents that its Python package lets Typst remember."""
_compiled_before: set[str] = set()
"""The forms of what it has made, and may not have forgotten."""


def render_pdf(briefing: Briefing, pictures: Mapping[str, bytes]) -> bytes:
    """The PDF; its bytes are the same for the same briefing if our fonts have every character.

    Parameters
    ----------
    pictures
        The drawings as SVG by the charts' keys.
    """
    content = _compiled(*_typeset(briefing, pictures), format="pdf", pdf_standards=["ua-1"])
    assert isinstance(content, bytes)  # returns one file
    return sealed_pdf(_with_row_headings(content))


def page_images(
    briefing: Briefing, pictures: Mapping[str, bytes], dots_per_inch: float
) -> tuple[bytes, ...]:
    """The pages of the PDF as PNG files, for previews and tests."""
    pages = _compiled(*_typeset(briefing, pictures), format="png", ppi=dots_per_inch)
    return (pages,) if isinstance(pages, bytes) else tuple(pages or ())


def _compiled(source: bytes, options: Mapping[str, Any], **form: Any) -> Any:
    """What Typst makes of the source, once it has forgotten the document before.

    Typst keeps what it worked out for the last documents, 35 MB for a briefing, although the next
    one shares nothing with them. Empty documents, milliseconds each, push that out.
    """
    try:
        if _compiled_before:
            nothing = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
            for _ in range(_KEPT_BY_TYPST + 1):
                typst.compile(b"", format="svg", font_paths=nothing)
        _compiled_before.add(form["format"])
        return typst.compile(source, **options, **form)
    except BaseException as error:
        # a panic in the library's machine code, which finds no memory or no threads to run in, is
        # not raised as an Exception
        if type(error).__name__ != "PanicException":
            raise
        raise MemoryError(str(error)) from error


def _typeset(briefing: Briefing, pictures: Mapping[str, bytes]) -> tuple[bytes, dict[str, Any]]:
    """The source of the pages, and everything else that decides their look."""
    data = _data(briefing, pictures)
    missing = {ord(c) for text in _texts(data) for c in text if ord(c) > 0x7F} - covered()
    if missing:
        families, found = _system_fonts(missing)
        data = _without(data, missing - found)
        data["fonts"] = [*_FONTS, *families]
    day = briefing.about.on
    options = {
        "font_paths": typst.Fonts(
            include_system_fonts=len(data["fonts"]) > len(_FONTS),
            font_paths=[str(folder) for folder in font_folders()],
        ),
        "sys_inputs": {"briefing": json.dumps(data)},
        "timestamp": datetime(day.year, day.month, day.day, tzinfo=UTC),
    }
    return resources.files("modeller.briefing").joinpath("page.typ").read_bytes(), options


def _data(briefing: Briefing, pictures: Mapping[str, bytes]) -> dict[str, Any]:
    about, front = briefing.about, briefing.front
    # the finding is a line and a half long: a running head needs only what this is about
    about_what = briefing.projections[briefing.subject].scenario.title
    sections = [
        {
            "key": section["key"],
            "heading": section["heading"],
            "blocks": [
                [kind, _block(block, pictures), number]
                for kind, block, number in section["blocks"]
                if not isinstance(block, Code)  # the scenarios are attached instead
            ],
        }
        for section in numbered(briefing)
    ]
    return {
        "fonts": list(_FONTS),
        "front": {
            "subject": front.subject,
            "title": front.title,
            "answer": front.answer,
            "context": front.context,
            "question": front.question,
            "headlines": [asdict(headline) for headline in front.headlines],
            "summary": front.summary,
            "caveats": front.caveats,
            "reading": front.reading,
            "table": _block(front.table, pictures),
            "figure": _block(front.figure, pictures),
        },
        "author": about.author or "Not named",
        "keywords": [projection.fingerprint for projection in briefing.projections],
        "date": [about.on.year, about.on.month, about.on.day],
        "status": about.status,
        "running-title": cropped(f"{front.subject} · {about_what}", _RUNNING_TITLE),
        "running-status": cropped(about.status, _RUNNING_STATUS),
        "made": made_line(briefing),
        "identity": briefing.identity,
        "sections": sections,
        "attachment": {
            "name": f"{EMBEDDED_NAME}.json",
            "content": embedded_text(briefing.carried),
        },
    }


def _block(block: Any, pictures: Mapping[str, bytes]) -> dict[str, Any]:
    if isinstance(block, Chart):
        return {
            "title": block.title,
            "subtitle": block.subtitle,
            "alternative": block.alternative,
            "svg": pictures[block.key].decode(),
            "table": _block(block.table, pictures),
        }
    if isinstance(block, Table):
        return {
            "caption": block.caption,
            "columns": block.columns,
            "rows": [asdict(row) for row in block.rows],
            "note": block.note,
            "figures": block.figures,
            "widths": block.widths,
        }
    return asdict(block)


def _texts(tree: Any) -> Iterable[str]:
    """Every text that is typeset."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, Mapping):
        for name, value in tree.items():
            if name not in ("svg", "attachment"):
                yield from _texts(value)
    elif isinstance(tree, list | tuple):
        for value in tree:
            yield from _texts(value)


def _without(tree: Any, missing: set[int]) -> Any:
    """The same, with each character that no font has as its number: ``[U+4E2D]``."""
    if isinstance(tree, str):
        return "".join(f"[U+{ord(c):04X}]" if ord(c) in missing else c for c in tree)
    if isinstance(tree, Mapping):
        return {
            name: value if name in ("svg", "attachment") else _without(value, missing)
            for name, value in tree.items()
        }
    if isinstance(tree, list | tuple):
        return [_without(value, missing) for value in tree]
    return tree


def _system_fonts(missing: set[int]) -> tuple[list[str], set[int]]:
    """Fonts of this machine with characters that ours lack, and the characters they cover."""
    from matplotlib.ft2font import FT2Font

    families: list[str] = []
    found: set[int] = set()
    for font in typst.Fonts(include_embedded_fonts=False).fonts():
        if font.path is None or font.index or missing <= found:
            continue
        try:
            has = missing & FT2Font(font.path).get_charmap().keys()
        except (OSError, RuntimeError):  # an unreadable kind of font
            continue
        if has - found:
            families.append(font.family)
            found |= has
    return families, found


def _with_row_headings(content: bytes) -> bytes:
    """The PDF with the first cell of every row tagged as its heading; the same for the same PDF.

    A screen reader can then say "Arrests, The plan: 1,900". Typst itself tags only the cells of a
    table's head; its experimental tagging of others cannot be switched on from Python.
    """
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
