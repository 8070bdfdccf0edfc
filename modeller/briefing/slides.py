"""The briefing as slides: answer, what changes, what is lost, where, what must be true, unknown.

There are five to seven slides with editable charts, made from the storyboard, which the stage also
shows. Each has the subject, the fingerprints, and notes for the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pptx
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Inches, Pt

from modeller.base.zips import slides_parts, unzipped, zipped
from modeller.briefing.assurance import LIMITATIONS
from modeller.briefing.charts import LOOKS, cropped
from modeller.briefing.content import Briefing, Bullets, Paragraph
from modeller.briefing.html import made_line
from modeller.briefing.pictures import Fan, Intervals
from modeller.briefing.slide_charts import add_fan, add_panels, add_ranges
from modeller.briefing.words import typographic
from modeller.wording.story import STEPS, Figure, Ranges, Step

WIDTH, HEIGHT = 13.333, 7.5
"""The size of a slide in inches, 16 to 9."""
_MARGIN = 0.6
_INK, _MUTED = "0B0C0C", "505A5F"
_TITLE_ONLY = 5
_MOST_TEXT, _MOST_LISTED = 1_200, 560
_CHART_WIDTH = 8.3
_TITLES = ((70, 30), (100, 26), (130, 22))
"""Sizes of titles in points, by the most characters for each size."""
_SHORT, _LONGEST_CONTEXT = 8, 300
"""The most characters of a very large number, and those of a line of small text."""
_SIZES, _SMALLEST = ((750, 20), (1_100, 18), (1_500, 16)), 14
"""Sizes of texts in points, by the most characters for each size."""
_CREATED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def render_slides(briefing: Briefing, note: Callable[[float], None]) -> bytes:
    """The slides as the bytes of a file, which are the same for the same briefing.

    Parameters
    ----------
    note
        Called with the share done.
    """
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    _describe(deck, briefing)
    for number, make in enumerate(_SLIDES, 1):
        make(deck, briefing)
        note(0.9 * number / len(_SLIDES))
    for number, slide in enumerate(deck.slides, 1):
        _frame(slide, briefing, f"{number} of {len(deck.slides)}")
    return _dated(slides_parts(deck), briefing.about.on)


def _describe(deck: Presentation, briefing: Briefing) -> None:
    about, front = briefing.about, briefing.front
    properties = deck.core_properties
    properties.title = front.title[:255]
    properties.subject = f"{front.subject}. {front.context}"[:255]
    properties.author = about.author or "Not named"
    properties.last_modified_by = ""
    properties.keywords = briefing.identity[:255]
    properties.language = "en-GB"
    on = datetime(about.on.year, about.on.month, about.on.day, tzinfo=UTC)
    properties.created = properties.modified = on


def _dated(parts: dict[str, bytes], day: date) -> bytes:
    """The file with the date of the briefing, not today's, in the workbooks of its charts."""
    stamp = f"{day.isoformat()}T00:00:00Z".encode()
    for name, part in parts.items():
        if name.endswith(".xlsx"):
            inner = unzipped(part)
            core = "docProps/core.xml"
            inner[core] = _CREATED.sub(lambda found: found[1] + stamp, inner[core])
            parts[name] = zipped(inner, day)
    return zipped(parts, day)


# ---------------------------------------------------------------- the slides


def _answer(deck: Presentation, briefing: Briefing) -> None:
    """Add the slide with the plan, as the stage shows it, and the whole answer."""
    front, step = briefing.front, briefing.front.storyboard.steps[0]
    slide = _slide(deck, typographic(step.sentence))
    chart = front.figure
    assert isinstance(chart.picture, Fan)  # the figure of page one is always a chart
    add_fan(slide, chart.picture, chart.alternative, (_MARGIN, 1.6, _CHART_WIDTH, 4.0))
    _number(slide, step.figure, _letter(briefing))
    _text(slide, (front.answer,), top=5.7, height=0.8, size=15)
    context = (cropped(front.context, _LONGEST_CONTEXT),)  # two lines
    _text(slide, context, top=6.5, height=0.45, size=11, colour=_MUTED)
    _notes(slide, (*step.notes, *_figures(briefing), front.context, front.question, front.reading))


def _changes(deck: Presentation, briefing: Briefing) -> None:
    front = briefing.front
    slide = _slide(deck, front.title)
    _text(slide, (f"{front.table.caption}.",), top=1.5, height=0.4, size=16, colour=_MUTED)
    picture = front.totals.picture
    assert isinstance(picture, Intervals)
    add_panels(slide, picture, (_MARGIN, 1.95, WIDTH - 2 * _MARGIN, 3.2))
    lines = [f"{each.label}: {each.change_text}." for each in front.headlines if each.change_text]
    lines += front.storyboard.steps[0].notes[1:2]  # the share delivered
    lines += [f"{each.label}: {each.note}." for each in front.headlines if each.note]
    _text(slide, [text for text in lines if text], top=5.2, height=1.7, size=14)
    figures = (f"{h.label}: {h.figure} ({h.range_text}). {h.past_text}" for h in front.headlines)
    _notes(slide, (front.totals.alternative, *figures, *front.summary))


def _must_be_true(deck: Presentation, briefing: Briefing) -> None:
    """Add the slide on what must be true, with the result of the analysis, if any, in the notes."""
    found = [*briefing.front.summary[:1], *_paragraphs(briefing, "what-must-be-true")]
    _of_step(deck, briefing, "true", notes=found)


def _not_known(deck: Presentation, briefing: Briefing) -> None:
    found = [*briefing.front.caveats, *LIMITATIONS]
    step = _of_step(
        deck, briefing, "unknown", notes=(*found, "None of this is in the ranges."), listed=found
    )
    if step is None:  # nothing is projected that has a range
        slide = _slide(deck, STEPS["unknown"])
        kept = _kept(found)
        _text(slide, kept, top=1.55, height=4.9, size=_size(kept), bullets=True)
        _notes(slide, (*found, "None of this is in the ranges."))


def _of_step(
    deck: Presentation,
    briefing: Briefing,
    key: str,
    *,
    notes: Sequence[str] = (),
    listed: Sequence[str] = (),
) -> Step | None:
    """Add a step of the storyboard as a slide: sentence, chart, number, caution."""
    step = briefing.front.storyboard.step(key)
    if step is None:
        return None
    assert isinstance(step.picture, Ranges)
    slide = _slide(deck, typographic(step.sentence))
    below = 1.6 if listed else 0.55 if step.caution else 0.0
    height = 6.8 - below - 1.65
    letter = _letter(briefing)
    add_ranges(slide, step.picture, letter, step.sentence, (_MARGIN, 1.65, _CHART_WIDTH, height))
    _number(slide, step.figure, _letter(briefing))
    if listed:
        kept = _kept(listed, _MOST_LISTED)
        _text(slide, kept, top=6.85 - below, height=below, size=12, bullets=True)
    elif step.caution:
        _text(slide, (step.caution,), top=6.85 - below, height=below, size=14)
    _notes(slide, tuple(dict.fromkeys((*step.notes, *notes))))
    return step


def _number(slide: Slide, figure: Figure, letter: str) -> None:
    """Add the number of a step with its lines, at the right."""
    left = _MARGIN + _CHART_WIDTH + 0.35
    frame = _box(slide, left, 1.7, WIDTH - _MARGIN - left, 4.2)
    size = 60 if len(figure.text) <= _SHORT else 40
    colour = LOOKS[letter].text_colour[1:]
    _line(frame, figure.text, size=size, bold=True, colour=colour, first=True)
    _line(frame, typographic(figure.what), size=20)
    for place, text in enumerate(figure.lines):
        _line(frame, typographic(text), size=14, colour=_MUTED, before=12 if place == 0 else 4)


def _letter(briefing: Briefing) -> str:
    """The letter of the scenario that the briefing is about."""
    picture = briefing.front.figure.picture
    assert isinstance(picture, Fan)
    return picture.subject


def _sources(deck: Presentation, briefing: Briefing) -> None:
    slide = _slide(deck, "Sources, and how to check")
    listed = _source_items(briefing)
    how = (
        f"Every assumption and its source is in the briefing. {made_line(briefing)}",
        "Open this file in the modeller to see the scenarios and change them.",
    )
    _text(slide, how, top=1.5, height=0.8, size=14)
    kept = _kept(listed)
    _text(slide, kept, top=2.35, height=4.2, size=12, bullets=True)
    _notes(slide, (*how, briefing.identity, *listed))


_SLIDES: tuple[Callable[[Presentation, Briefing], object], ...] = (
    _answer,
    _changes,
    partial(_of_step, key="lost"),
    partial(_of_step, key="where"),
    _must_be_true,
    _not_known,
    _sources,
)


# ---------------------------------------------------------------- texts from the briefing


def _figures(briefing: Briefing) -> list[str]:
    """The totals of all scenarios as sentences, for the speaker."""
    table = briefing.front.table
    return [
        f"{row.heading}: "
        + "; ".join(
            f"{column.lower()} {cell}"
            for column, cell in zip(table.columns[1:], row.cells, strict=True)
        )
        + "."
        for row in table.rows
    ]


def _paragraphs(briefing: Briefing, key: str) -> list[str]:
    found = [
        block.text
        for section in briefing.sections
        if section.key == key
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]
    return found or list(briefing.front.summary[1:])


def _source_items(briefing: Briefing) -> list[str]:
    """The sources of what was edited and of what is a judgement."""
    listed = briefing.short_sections["assumptions"].blocks[-1]
    assert isinstance(listed, Bullets)
    return [f"{item} {link}".strip() for item, link in listed.linked]


def _kept(texts: Sequence[str], most: int = _MOST_TEXT) -> list[str]:
    """As many as fit a slide; the notes have all."""
    kept: list[str] = []
    for text in texts:
        if sum(map(len, kept)) + len(text) > most:
            kept.append("More is in the notes and in the briefing.")
            break
        kept.append(text)
    return kept


def _size(texts: Sequence[str]) -> int:
    """The size, in points, at which a text of this length fits."""
    lengths = sum(len(text) + 60 for text in texts)
    return next((size for most, size in _SIZES if lengths <= most), _SMALLEST)


# ---------------------------------------------------------------- shapes


def _slide(deck: Presentation, title: str) -> Slide:
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    shape = slide.shapes.title
    assert shape is not None
    shape.left, shape.top = Inches(_MARGIN), Inches(0.62)
    shape.width, shape.height = Inches(WIDTH - 2 * _MARGIN), Inches(0.85)
    frame = shape.text_frame
    _prepare(frame)
    size = next((size for most, size in _TITLES if len(title) <= most), 20)
    _line(frame, title, size=size, bold=True, first=True)
    return slide


def _frame(slide: Slide, briefing: Briefing, number: str) -> None:
    """Add what every slide has: subject, status, fingerprints and its number."""
    subject = _box(slide, _MARGIN, 0.25, 9.0, 0.35)
    _line(subject, briefing.front.subject, size=12, bold=True, colour=_MUTED, first=True)
    status = _box(slide, WIDTH - _MARGIN - 3.2, 0.25, 3.2, 0.35)
    short = "Draft: not signed off" if not briefing.about.signed_off_by else "Signed off"
    _line(status, short, size=12, colour=_MUTED, first=True, right=True)
    foot = _box(slide, _MARGIN, 6.95, WIDTH - 2 * _MARGIN - 1.2, 0.35)
    _line(foot, briefing.identity, size=10, colour=_MUTED, first=True)
    last = _box(slide, WIDTH - _MARGIN - 1.2, 6.95, 1.2, 0.35)
    _line(last, number, size=10, colour=_MUTED, first=True, right=True)


def _box(slide: Slide, left: float, top: float, width: float, height: float) -> TextFrame:
    shape = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    frame: TextFrame = shape.text_frame
    _prepare(frame)
    return frame


def _prepare(frame: TextFrame) -> None:
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = Pt(0)
    frame.margin_top = frame.margin_bottom = Pt(0)
    frame.vertical_anchor = MSO_ANCHOR.TOP


def _text(
    slide: Slide,
    texts: Sequence[str],
    *,
    top: float,
    height: float,
    size: int,
    colour: str = _INK,
    bullets: bool = False,
) -> None:
    frame = _box(slide, _MARGIN, top, WIDTH - 2 * _MARGIN, height)
    for place, text in enumerate(texts):
        _line(frame, text, size=size, colour=colour, first=place == 0, bullet=bullets)


def _line(
    frame: TextFrame,
    text: str,
    *,
    size: int,
    bold: bool = False,
    colour: str = _INK,
    first: bool = False,
    right: bool = False,
    bullet: bool = False,
    before: float = 0.0,
) -> None:
    """Add a paragraph, marked as British English, whose text is never interpreted."""
    shape: Any = frame  # only partly typed in the library
    paragraph = shape.paragraphs[0] if first else shape.add_paragraph()
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    paragraph.space_before = Pt(before)
    paragraph.space_after = Pt(size * (0.5 if bullet else 0.15))
    if bullet:
        _mark_as_bullet(paragraph)
    run = paragraph.add_run()
    run.text = " ".join(text.split("\n"))
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.rgb = RGBColor.from_string(colour)  # type: ignore[no-untyped-call]
    run._r.get_or_add_rPr().set("lang", "en-GB")


def _mark_as_bullet(paragraph: Any) -> None:
    """Make a paragraph a bullet, for which the library has no call."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", "228600")
    properties.set("indent", "-228600")
    sign = properties.makeelement(qn("a:buChar"), {"char": "•"})
    properties.append(sign)


def _notes(slide: Slide, texts: Sequence[str]) -> None:
    """Add the notes for the speaker."""
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None  # the library's template for notes has one
    frame.text = "\n".join(text for text in texts if text)
