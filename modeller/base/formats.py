"""Every format that something can be saved in, once: its ending, its name, and what is saved in it.

Save dialogs, menus, ``--to``, ``--format`` and the checks of a file's ending read this table. What
writes a format stands beside what is written, in a mapping by the format's key.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from modeller.base.errors import ModellerError, problem
from modeller.base.language import translatable, translate

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
"""What can be saved; results are what a command prints, and a picture is drawn of them."""


@dataclass(frozen=True)
class Format:
    """One format.

    Attributes
    ----------
    key
        What ``--format`` and the code call it.
    source_name
        What it is called within a sentence.
    source_kind
        What such files are called, in a file dialog.
    saves
        What is saved in it.
    ending
        What the names of its files end in, where that is not the key.
    """

    key: str
    source_name: str
    source_kind: str
    saves: tuple[Thing, ...]
    ending: str = ""

    @property
    def suffix(self) -> str:
        """What the names of its files end in."""
        return self.ending or f".{self.key}"

    @property
    def name(self) -> str:
        """What it is called within a sentence, in the reader's language."""
        return translate("Format", self.source_name)

    @property
    def filter(self) -> str:
        """The line of a file dialog: ``Data (*.csv)``."""
        kind = translate("Format", self.source_kind)
        return f"{kind[:1].upper()}{kind[1:]} (*{self.suffix})"


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
    """What a thing can be saved as."""
    return tuple(each for each in FORMATS if thing in each.saves)


def format_called(key: str) -> Format:
    """The format of that key; KeyError when there is none."""
    return {each.key: each for each in FORMATS}[key]


def format_for(thing: Thing, path: Path | str) -> Format:
    """The format that the ending of a file's name asks for.

    Raises
    ------
    ModellerError
        When the thing is not saved in any such.
    """
    known = formats_of(thing)
    name = Path(path).name.lower()
    for each in known:
        if name.endswith(each.suffix):
            return each
    raise ModellerError(
        problem(
            str(path),
            "does not end like a file that can be written here",
            "the endings are {endings}",
            endings=", ".join(each.suffix for each in known),
        )
    )


TABLES_READ = ("csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "pdf")
"""What a record may be written in; what is inside decides, and not the ending."""


def tables_filter() -> str:
    """The lines of a file dialog for a record that is brought in."""
    endings = " ".join(f"*.{ending}" for ending in TABLES_READ)
    return f"{translate('Format', 'Tables')} ({endings});;{translate('Format', 'All files')} (*)"
