"""Writes a briefing in one of its forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, get_args

from modeller.base.errors import ModellerError, problem
from modeller.base.language import source_language, translatable
from modeller.base.saving import write_atomically
from modeller.briefing.content import Briefing, Form
from modeller.briefing.data import render_workbook, render_zip
from modeller.briefing.drawings import draw
from modeller.briefing.html import render_html
from modeller.briefing.pdf import render_pdf
from modeller.briefing.word import render_word
from modeller.projection import Progress

FORMS: Mapping[Form, str] = {
    "html": translatable("Briefing", "web page"),
    "pdf": translatable("Briefing", "PDF"),
    "docx": translatable("Briefing", "Word document, in the form of written evidence"),
    "xlsx": translatable("Briefing", "workbook with the data"),
    "zip": translatable("Briefing", "data as CSV files"),
}
"""Each form by the ending of its file, with what it is."""

_DRAWN = 0.8
"""Share of the work that is done when the charts are drawn."""


def form_of(path: Path | str) -> Form:
    """The form that the ending of a file asks for.

    Raises
    ------
    ModellerError
        When it asks for none.
    """
    ending = Path(path).suffix.lower().removeprefix(".")
    for form in get_args(Form):
        if ending == form:
            return form  # type: ignore[no-any-return]
    known = ", ".join(f".{form}" for form in FORMS)
    raise ModellerError(
        problem(
            str(path),
            "does not end like a form of a briefing",
            "the endings are {endings}",
            endings=known,
        )
    )


@source_language()
def render(briefing: Briefing, form: Form, progress: Progress | None = None) -> bytes:
    """The briefing as the content of a file.

    Parameters
    ----------
    progress
        Called with the share done, at least once a chart; an exception it raises stops the
        work.
    """
    note: Callable[[float], None] = progress or (lambda _: None)
    note(0.0)
    if form == "xlsx":
        return render_workbook(briefing, note)
    if form == "zip":
        return render_zip(briefing, note)
    if form == "docx":
        content = render_word(briefing, _pictures(briefing, "png", note))
    else:
        pictures = _pictures(briefing, "svg", note)
        content = (render_html if form == "html" else render_pdf)(briefing, pictures)
    note(1.0)
    return content


def _pictures(
    briefing: Briefing, kind: Literal["svg", "png"], note: Callable[[float], None]
) -> dict[str, bytes]:
    drawn = {}
    for number, chart in enumerate(briefing.charts, 1):
        drawn[chart.key] = draw(chart.picture, kind)
        note(_DRAWN * number / len(briefing.charts))
    return drawn


def export(
    briefing: Briefing, path: Path | str, form: Form | None = None, progress: Progress | None = None
) -> None:
    """Write the briefing to a file, whole or not at all.

    Parameters
    ----------
    form
        By the ending of the file when None.

    Raises
    ------
    ModellerError
        When the file cannot be written.
    """
    write_atomically(path, render(briefing, form or form_of(path), progress))
