"""Writes a briefing in any of its forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Literal, TypeAlias, cast

from modeller.base.formats import Format, format_for, formats_of
from modeller.base.language import source_language
from modeller.base.saving import write_atomically
from modeller.base.zips import unzipped, zipped
from modeller.briefing.colours import with_dark_colours
from modeller.briefing.content import Briefing, Form
from modeller.briefing.data import render_workbook, render_zip
from modeller.briefing.drawing import draw
from modeller.briefing.html import render_html
from modeller.briefing.reading_back import read_back
from modeller.projection import Progress
from modeller.scenario.in_briefings import embedded_text
from modeller.scenario.office import held_part, parts_digest, with_part

FORMS: Mapping[Form, Format] = {cast(Form, each.key): each for each in formats_of("briefing")}
"""The forms of a briefing, as in the table of formats."""

Note: TypeAlias = Callable[[float], None]
_DRAWN = 0.8
"""The share of the work that is done once the charts are drawn."""


def form_of(path: Path | str) -> Form:
    """The form for the ending of a file's name.

    Raises
    ------
    ModellerError
        When there is none with that ending.
    """
    return cast(Form, format_for("briefing", path).key)


def _html(briefing: Briefing, note: Note, *, explorable: bool = False) -> bytes:
    wide = _pictures(briefing, "svg", lambda share: note(0.5 * share))
    narrow = _pictures(briefing, "svg", lambda share: note(0.5 * (_DRAWN + share)), narrow=True)
    wide, narrow = (
        {key: with_dark_colours(svg) for key, svg in drawn.items()} for drawn in (wide, narrow)
    )
    if not explorable:
        return render_html(briefing, wide, narrow)
    from modeller.briefing.explorable import DRAWS, MOST_BYTES, explorer

    page = b""
    for draws in (DRAWS, 3 * DRAWS // 4, DRAWS // 2, DRAWS // 4):
        page = render_html(briefing, wide, narrow, explorer(briefing, draws))
        if len(page) <= MOST_BYTES:
            break
    return page


def _pdf(briefing: Briefing, note: Note) -> bytes:
    from modeller.briefing.pdf import render_pdf

    return render_pdf(briefing, _pictures(briefing, "svg", note))


def _carrying_scenarios(content: bytes, briefing: Briefing, form: Form) -> bytes:
    """The Office file with the briefing's scenarios in it, and a digest of everything else."""
    parts = with_part(unzipped(content), form)
    name, held = held_part(embedded_text(briefing.carried, parts_digest(parts)))
    return zipped({**parts, name: held}, briefing.about.on)


def _docx(briefing: Briefing, note: Note) -> bytes:
    from modeller.briefing.word import render_word

    content = render_word(briefing, _pictures(briefing, "png", note))
    return _carrying_scenarios(content, briefing, "docx")


def _pptx(briefing: Briefing, note: Note) -> bytes:
    from modeller.briefing.slides import render_slides

    return _carrying_scenarios(render_slides(briefing, note), briefing, "pptx")


WRITERS: Mapping[Form, Callable[[Briefing, Note], bytes]] = {
    "html": _html,
    "pdf": _pdf,
    "docx": _docx,
    "pptx": _pptx,
    "xlsx": lambda briefing, note: _carrying_scenarios(
        render_workbook(briefing, note), briefing, "xlsx"
    ),
    "zip": render_zip,
}
"""The function that makes each form; it is given a function to call with the share done."""


@source_language()
def render(
    briefing: Briefing,
    form: Form,
    progress: Progress | None = None,
    *,
    explorable: bool = False,
) -> bytes:
    """The briefing as the content of a file.

    Parameters
    ----------
    progress
        Called with the share done, at least once for each chart; an exception it raises stops the
        work.
    explorable
        Whether a web page has levers that can be moved; other forms never do.

    Raises
    ------
    ModellerError
        When an explorable page is wanted but cannot be made.
    """
    note: Note = progress or (lambda _: None)
    note(0.0)
    writer = partial(_html, explorable=True) if explorable and form == "html" else WRITERS[form]
    content = writer(briefing, note)
    note(1.0)
    return content


def _pictures(
    briefing: Briefing, kind: Literal["svg", "png"], note: Note, *, narrow: bool = False
) -> dict[str, bytes]:
    drawn = {}
    for number, chart in enumerate(briefing.charts, 1):
        drawn[chart.key] = draw(chart.picture, kind, narrow=narrow)
        note(_DRAWN * number / len(briefing.charts))
    return drawn


def export(
    briefing: Briefing,
    path: Path | str,
    form: Form | None = None,
    progress: Progress | None = None,
    *,
    over: bool = True,
    explorable: bool = False,
) -> None:
    """Write the briefing to a file, whole or not at all, after trying to read it.

    Parameters
    ----------
    briefing
        A briefing from `modeller.brief`.
    path
        The path of the file; its ending decides the form.
    form
        The form; when None, the ending of the path decides.
    progress
        Called with the share done, from 0 to 1; an exception it raises stops the work.
    over
        Whether an existing file may be replaced.
    explorable
        As in `render`.

    Raises
    ------
    ModellerError
        When the file cannot be written, could not be opened again, or exists and may not be
        replaced.
    """
    form = form or form_of(path)
    content = render(briefing, form, progress, explorable=explorable)
    write_atomically(path, content, read_back=partial(read_back, briefing, form), over=over)
