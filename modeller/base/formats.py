"""The table of formats to save in: each one's name, file ending, and what can be saved in it.

Save dialogs, menus, ``--to``, ``--format`` and the checks of a file's ending read this table. The
functions that write stand beside what they write, in a mapping from the format's key.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from modeller.base.errors import refusal
from modeller.base.language import translatable, translate, upper_first

Thing = Literal[
    "scenario",
    "desk",
    "chart",
    "analysis",
    "briefing",
    "quality-log",
    "record",
    "sweep",
    "picture",
    "results",
]
"""What can be saved; "results" are what a command prints, and a "picture" is drawn of them."""


@dataclass(frozen=True)
class Format:
    """One format to save in.

    Attributes
    ----------
    key
        Its name in ``--format`` and in the code.
    source_name
        Its name within a sentence, in English.
    source_kind
        What a file dialog calls such files, in English.
    saves
        What can be saved in it.
    ending
        The ending of its file names, where that is not the key.
    """

    key: str
    source_name: str
    source_kind: str
    saves: tuple[Thing, ...]
    ending: str = ""

    @property
    def suffix(self) -> str:
        """The ending of its file names, with the dot."""
        return self.ending or f".{self.key}"

    @property
    def name(self) -> str:
        """Its name within a sentence, in the reader's language."""
        return translate("Format", self.source_name)

    @property
    def filter(self) -> str:
        """Its line in a file dialog: ``Data (*.csv)``."""
        kind = translate("Format", self.source_kind)
        return f"{upper_first(kind)} (*{self.suffix})"


_DATA = translatable("Format", "Data")
FORMATS = (
    Format(
        "scenario",
        translatable("Format", "scenario"),
        translatable("Format", "Scenarios"),
        ("scenario",),
        ".scenario.json",
    ),
    Format(
        "desk",
        translatable("Format", "desk of scenarios"),
        translatable("Format", "Desks of scenarios"),
        ("desk",),
        ".desk.json",
    ),
    Format("text", translatable("Format", "text"), translatable("Format", "Text"), ("results",)),
    Format(
        "png",
        translatable("Format", "PNG"),
        translatable("Format", "Pictures"),
        ("chart", "analysis", "picture"),
    ),
    Format(
        "svg",
        translatable("Format", "SVG"),
        translatable("Format", "Drawings"),
        ("chart", "analysis", "picture"),
    ),
    Format(
        "html",
        translatable("Format", "web page"),
        translatable("Format", "Web page"),
        ("briefing", "quality-log"),
    ),
    Format("pdf", translatable("Format", "PDF"), translatable("Format", "PDF"), ("briefing",)),
    Format(
        "docx",
        translatable("Format", "Word document"),
        translatable("Format", "Word document"),
        ("briefing", "quality-log"),
    ),
    Format(
        "pptx",
        translatable("Format", "slides"),
        translatable("Format", "Slides"),
        ("briefing",),
    ),
    Format(
        "xlsx",
        translatable("Format", "workbook with the data"),
        translatable("Format", "Workbook"),
        ("briefing",),
    ),
    Format(
        "zip",
        translatable("Format", "data as CSV files"),
        translatable("Format", "CSV files in one ZIP file"),
        ("briefing",),
    ),
    Format("json", translatable("Format", "JSON"), _DATA, ("results", "quality-log")),
    Format(
        "csv",
        translatable("Format", "CSV"),
        _DATA,
        ("results", "chart", "analysis", "record", "sweep"),
    ),
    Format("parquet", translatable("Format", "Parquet"), _DATA, ("sweep",)),
    Format("jsonl", translatable("Format", "JSON lines"), _DATA, ("results", "sweep")),
    Format(
        "markdown",
        translatable("Format", "Markdown"),
        translatable("Format", "Text"),
        ("results",),
        ".md",
    ),
)
"""In the order in which they are offered."""


def formats_of(thing: Thing) -> tuple[Format, ...]:
    """The formats in which something can be saved."""
    return tuple(each for each in FORMATS if thing in each.saves)


def format_called(key: str) -> Format:
    """The format of that key; KeyError when there is none."""
    return {each.key: each for each in FORMATS}[key]


def format_for(thing: Thing, path: Path | str) -> Format:
    """The format that the ending of a file's name asks for.

    Raises
    ------
    ModellerError
        When it cannot be saved in a format with that ending.
    """
    known = formats_of(thing)
    name = Path(path).name.lower()
    for each in known:
        if name.endswith(each.suffix):
            return each
    raise refusal(
        str(path),
        "does not end like a file that can be written here",
        "the endings are {endings}",
        endings=", ".join(each.suffix for each in known),
    )


TABLES_READ = ("csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "pdf")
"""Endings of the files a record is looked for in; how one is read is decided by its content."""


def tables_filter() -> str:
    """The lines of a file dialog for choosing a record to import."""
    endings = " ".join(f"*.{ending}" for ending in TABLES_READ)
    return f"{translate('Format', 'Tables')} ({endings});;{translate('Format', 'All files')} (*)"
