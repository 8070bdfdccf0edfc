"""What a briefing says, as plain frozen values: every form is made from these and adds no words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, TypeAlias

from modeller.base.short_repr import short_repr
from modeller.base.visible import names_somebody
from modeller.briefing.pictures import Picture
from modeller.evidence import Record
from modeller.projection import Projection
from modeller.wording import Headline
from modeller.wording.story import Storyboard

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def plain_text(text: str) -> str:
    """Text from outside without what no document format can hold."""
    text = _UNPRINTABLE.sub("\ufffd", text)
    # the last two of every further plane are no characters either, and XML refuses them
    return "".join("\ufffd" if ord(c) > 0xFFFF and ord(c) & 0xFFFE == 0xFFFE else c for c in text)


def in_words(day: date) -> str:
    """A date as a reader writes it: ``3 March 2026``, whatever the machine's language."""
    months = "January February March April May June July August September October November December"
    return f"{day.day} {months.split()[day.month - 1]} {day.year}"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, counted through the whole briefing so that it can be cited."""

    text: str


@dataclass(frozen=True)
class Subheading:
    """A heading within a section."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list of short statements.

    `links` are https addresses, one for each item or "", which stand behind it to be followed.
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
    """Names and what is to be said of each."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Code:
    """Text to be copied as it is; in lines of a width that fits a page."""

    label: str
    text: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The text in lines of at most 100 characters."""
        return tuple(self.text[i : i + 100] for i in range(0, len(self.text), 100))


@dataclass(frozen=True)
class Row:
    """One row of a table: its heading, then a cell for every further column.

    `edited` marks what was changed from the catalogue's baseline; a row with a heading alone
    begins a group.
    """

    heading: str
    cells: tuple[str, ...] = ()
    edited: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a caption; the first column holds the rows' headings.

    Attributes
    ----------
    columns
        Headings of all columns, the first included, with units where cells are figures.
    figures
        Whether the cells are figures, to be set flush right.
    wide
        Relative widths of the columns; equal but for the first when empty.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    figures: bool = True
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A chart with the finding as its title, in words for those who cannot see it, and as a table.

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

    `at_length` are the places of blocks that a form with a limit of words leaves out first, saying
    so; `if_need_be` of those that it leaves out last of all. Forms that carry the scenarios inside
    do without share codes that are marked as lengthy.
    """

    key: str
    heading: str
    blocks: tuple[Block, ...]
    at_length: frozenset[int] = frozenset()
    if_need_be: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Front:
    """Page one, which stands alone.

    Attributes
    ----------
    subject
        What it is about, and that it is a projection: stands above the title.
    title
        The finding.
    answer
        The answer in one sentence.
    context
        Which scenario, against which, over what time.
    headlines
        Three figures with ranges and changes.
    summary
        The findings as bullets.
    table
        The same three figures for every scenario, and what the record's last full year had.
    figure
        The first figure of the briefing, shown without its table.
    totals
        The totals of every scenario side by side, for forms that have them up front.
    caveats
        The two or three that matter most.
    reading
        How to read a range.
    storyboard
        The same in steps, as the stage shows it: page one's answer and figure are the first of
        them, and the slides have each.
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
    """Who made a briefing, for whom, when and how far it has been checked.

    Attributes
    ----------
    on
        The day of the briefing.
    author, audience
        May be empty.
    signed_off_by, checked_by
        Empty for a draft, and when nobody has checked it. What holds no letter or figure names
        nobody, and counts as empty.
    sunset
        The day after which it should not be used; a year later when None.
    """

    on: date
    author: str = ""
    audience: str = ""
    signed_off_by: str = ""
    checked_by: str = ""
    sunset: date | None = None

    def __post_init__(self) -> None:
        # spaces and characters of no width sign nothing off
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
        # 29 February has no day a year later
        later = (self.on.month, self.on.day) if (self.on.month, self.on.day) != (2, 29) else (3, 1)
        return date(self.on.year + 1, *later)


@short_repr
@dataclass(frozen=True, eq=False)
class Briefing:
    """One result, ready to be written in any form.

    Attributes
    ----------
    projections
        One to four; the first is what the others are compared with.
    letters
        What they are called, in the same order.
    subject
        Place of the one the briefing is about.
    identity
        Fingerprints, model and record versions in one line: stands on every page.
    documents
        The scenarios as they are carried along, one for each projection.
    record
        The record they are based on; None when it is the user's own and not available.
    short_sections
        What stands in for a section in a form with a limit of words.
    """

    about: About
    front: Front
    sections: tuple[Section, ...]
    projections: tuple[Projection, ...]
    letters: str
    subject: int
    identity: str
    documents: tuple[Mapping[str, Any], ...]
    short_sections: Mapping[str, Section]
    record: Record | None

    @property
    def dated_too_early(self) -> bool:
        """Whether it bears a day before its record ends, as where a machine's clock is wrong."""
        # the last week may still be running
        return self.record is not None and self.about.on < self.record.last_day - timedelta(days=8)

    @property
    def lettered(self) -> tuple[tuple[str, Projection], ...]:
        """Each projection behind its letter."""
        return tuple(zip(self.letters, self.projections, strict=True))

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Every chart, in order: page one's first."""
        later = (
            block
            for section in self.sections
            for block in section.blocks
            if isinstance(block, Chart)
        )
        return (self.front.figure, *later)


Form = Literal["html", "pdf", "docx", "pptx", "xlsx", "zip"]
