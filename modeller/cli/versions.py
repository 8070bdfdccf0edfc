"""The versions that a result depends on."""

from __future__ import annotations

from modeller import kernel
from modeller.evidence import shipped_record
from modeller.model.catalogue import catalogue
from modeller.model.sampling import STREAMS_VERSION


def version_line() -> str:
    """``modeller 0.1.0, model 1.0.0, streams-1, record to 28 Dec 2025 (fe1f898be3e8)``."""
    from importlib.metadata import version

    record = shipped_record()
    return (
        f"modeller {version('modeller')}, model {catalogue().version}, {STREAMS_VERSION}, "
        f"{record.label} ({record.digest[:12]})"
    )


def engine_line() -> str:
    """What runs the model here, which moves no number: ``runs on machine code …``."""
    runs_on = kernel.runs_on()
    if runs_on == "library":
        return "runs on machine code that was compiled ahead"
    if runs_on == "numba":
        return "runs on machine code that was compiled here"
    if kernel.can_compile():
        return "runs on numpy, and compiles machine code before long work"
    return "runs on numpy: there is no machine code for this computer"


def provenance(weeks: int, draws: int) -> str:
    """The line under a title: ``52 weeks, 10,000 futures; model 1.0.0, record to …``."""
    return (
        f"{weeks} weeks, {draws:,} futures; model {catalogue().version}, {shipped_record().label}"
    )
