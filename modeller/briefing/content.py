"""The content of a briefing as frozen values; every form is made from them and adds no words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, TypeAlias

from modeller.base.results import Result
from modeller.base.visible import names_somebody
from modeller.briefing.pictures import Picture
from modeller.evidence import Record
from modeller.projection import Projection
from modeller.wording import Headline
from modeller.wording.story import Storyboard

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def plain_text(text: str) -> str:
    """The user's text without characters that some document format cannot hold."""
    text = _UNPRINTABLE.sub("\ufffd", text)
    # the last two code points of every plane are not characters, and XML refuses them
    return "".join("\ufffd" if ord(c) > 0xFFFF and ord(c) & 0xFFFE == 0xFFFE else c for c in text)


def in_words(day: date) -> str:
    """A date in English: ``3 March 2026``, whatever the machine's language."""
    months = "January February March April May June July August September October November December"
    return f"{day.day} {months.split()[day.month - 1]} {day.year}"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; paragraphs are numbered through the briefing so that they can be cited."""

    text: str


@dataclass(frozen=True)
class Subheading:
    """A heading within a section."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list of short statements.

    `links` are https addresses, one or "" for each item, shown after it as a link.
    """

    items: tuple[str, ...]
    ordered: bool = False
    links: tuple[str, ...] = ()

    @property
    def linked(self) -> tuple[tuple[str, str], ...]:
        """Each item with its address, or ""."""
        return tuple(zip(self.items, self.links or ("",) * len(self.items), strict=True))


@dataclass(frozen=True)
class Terms:
    """Terms, each with its explanation."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Code:
    """Text to be copied exactly, broken into lines that fit a page."""

    label: str
    text: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The text in lines of at most 100 characters."""
        return tuple(self.text[i : i + 100] for i in range(0, len(self.text), 100))


@dataclass(frozen=True)
class Row:
    """One row of a table: its heading, then a cell for every further column.

    `edited` marks what differs from the catalogue's baseline. A row with only a heading begins a
    group.
    """

    heading: str
    cells: tuple[str, ...] = ()
    edited: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a caption; the first column has the headings of rows.

    Attributes
    ----------
    columns
        Headings of all columns, including the first, with units where cells are figures.
    figures
        Whether the cells are figures, which are aligned right.
    wide
        Relative widths of the columns; if empty, all are equal except the first.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    figures: bool = True
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A chart with the finding as its title, an alternative text, and its figures as a table.

    `subtitle` names the quantity and its unit; a wide chart has its table below it.
    """

    key: str
    title: str
    subtitle: str
    alternative: str
    picture: Picture
    table: Table
    wide: bool = False


Block: TypeAlias = Paragraph | Subheading | Bullets | Terms | Code | Table | Chart


@dataclass(frozen=True)
class Section:
    """A section; `key` is one of `modeller.briefing.SECTIONS`.

    `at_length` has the indices of blocks that a form with a limit of words leaves out first, saying
    so; `if_need_be` of those that it leaves out last. Forms with the scenarios inside leave out
    share codes marked as lengthy.
    """

    key: str
    heading: str
    blocks: tuple[Block, ...]
    at_length: frozenset[int] = frozenset()
    if_need_be: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Front:
    """Page one, which can be read by itself.

    Attributes
    ----------
    subject
        The line above the title: what it is about, and that it is a projection.
    title
        The finding.
    answer
        The answer in one sentence.
    context
        Which scenario, compared with which, over what time.
    headlines
        Three figures with ranges and changes.
    summary
        The findings as bullets.
    table
        The same three figures for every scenario and for the record's last full year.
    figure
        The first figure of the briefing, shown without its table.
    totals
        The totals of all scenarios side by side, for forms that show them here.
    caveats
        The two or three most important caveats.
    reading
        How to read a range.
    storyboard
        The steps that the stage shows. Answer and figure of page one are those of the first step,
        and the slides show all of them.
    """

    subject: str
    title: str
    answer: str
    question: str
    context: str
    headlines: tuple[Headline, ...]
    summary: tuple[str, ...]
    table: Table
    figure: Chart
    totals: Chart
    caveats: tuple[str, ...]
    reading: str
    storyboard: Storyboard


@dataclass(frozen=True, kw_only=True)
class About:
    """Who made a briefing, for whom and when, and how far it has been checked.

    Attributes
    ----------
    on
        The date of the briefing.
    author, audience
        Names, which may be empty.
    signed_off_by, checked_by
        Names; empty for a draft, and if nobody has checked it. A name without any letter or digit
        counts as empty, and so does “n/a” and the like.
    sunset
        The day after which it should not be used; a year after its date when None.
    """

    on: date
    author: str = ""
    audience: str = ""
    signed_off_by: str = ""
    checked_by: str = ""
    sunset: date | None = None

    def __post_init__(self) -> None:
        # spaces, invisible characters and “tbc” sign nothing off
        for name in ("author", "audience", "signed_off_by", "checked_by"):
            given = getattr(self, name)
            object.__setattr__(self, name, given.strip() if names_somebody(given) else "")

    @property
    def status(self) -> str:
        """Draft, or who signed it off."""
        if self.signed_off_by:
            return f"Signed off by {self.signed_off_by}"
        return "Draft: not signed off"

    @property
    def expires(self) -> date:
        """The sunset date."""
        if self.sunset is not None:
            return self.sunset
        if self.on.year == date.max.year:
            return date.max
        # 29 February
        later = (self.on.month, self.on.day) if (self.on.month, self.on.day) != (2, 29) else (3, 1)
        return date(self.on.year + 1, *later)


@dataclass(frozen=True, eq=False)
class Briefing(Result):
    """A briefing, ready to be written in any form.

    Attributes
    ----------
    projections
        One to four, in the order of their letters.
    letters
        Their letters, in the same order.
    subject
        Place of the one the briefing is about.
    against
        Place of the one that the others are compared with.
    identity
        Fingerprints and the versions of model and record in one line, for every page.
    documents
        The scenarios' documents that the briefing carries, one for each projection.
    record
        The record of the scenarios; None if it is the user's own and not available.
    short_sections
        Short forms of sections, for forms with a limit of words.
    """

    about: About
    front: Front
    sections: tuple[Section, ...]
    projections: tuple[Projection, ...]
    letters: str
    subject: int
    against: int
    identity: str
    documents: tuple[Mapping[str, Any], ...]
    short_sections: Mapping[str, Section]
    record: Record | None

    @property
    def dated_too_early(self) -> bool:
        """Whether its date is before the end of its record, as with a wrong clock."""
        # the last week may not be over
        return self.record is not None and self.about.on < self.record.last_day - timedelta(days=8)

    @property
    def lettered(self) -> tuple[tuple[str, Projection], ...]:
        """The projections with their letters."""
        return tuple(zip(self.letters, self.projections, strict=True))

    @property
    def carried(self) -> tuple[Mapping[str, Any], ...]:
        """The documents as a file carries them: what is compared with, what it is about, the rest.

        `ui.files.opening.subject_of` relies on that order, which all files ever made have.
        """
        first = dict.fromkeys((self.against, self.subject))
        rest = (place for place in range(len(self.documents)) if place not in first)
        return tuple(self.documents[place] for place in (*first, *rest))

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Every chart, in order, that of page one first."""
        later = (
            block
            for section in self.sections
            for block in section.blocks
            if isinstance(block, Chart)
        )
        return (self.front.figure, *later)


Form = Literal["html", "pdf", "docx", "pptx", "xlsx", "zip"]
