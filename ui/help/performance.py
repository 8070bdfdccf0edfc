"""Help ▸ Performance: how long changes took to reach the screen here."""

from __future__ import annotations

import os
from collections.abc import Sequence

import numpy as np

from modeller import kernel
from modeller.base.language import translate
from modeller.kernel.threads import THREADS
from modeller.wording.numbers import number
from ui.help.subject import Subject


def summary(milliseconds: Sequence[float]) -> tuple[float, float]:
    """Median and 95th percentile (the nearest rank)."""
    late = np.quantile(milliseconds, 0.95, method="inverted_cdf")
    return float(np.median(milliseconds)), float(late)


def _engine() -> str:
    runs_on = kernel.runs_on()
    if runs_on == "library":
        return translate("Help", "machine code, compiled in advance")
    if runs_on == "numba":
        return translate("Help", "machine code, compiled on this computer")
    if kernel.can_compile():
        return translate("Help", "numpy, until the machine code is ready")
    return translate("Help", "numpy: there is no machine code for this computer")


def page(subject: Subject) -> str:
    """What was measured since the window was opened, or since the last reset."""
    measured = list(subject.milliseconds)
    lines = ["# " + translate("Help", "Performance")]
    if measured:
        median, late = summary(measured)
        rows = [
            (translate("Help", "Median"), f"{number(median, 0.1)} ms"),
            (translate("Help", "19 in 20 within"), f"{number(late, 0.1)} ms"),
            (translate("Help", "Changes measured"), f"{len(measured)}"),
        ]
        heading = translate("Help", "How quickly a change appears"), ""
        cells = [heading, ("---", "---:"), *rows]
        lines.append("\n".join(f"| {name} | {figure} |" for name, figure in cells))
    else:
        lines.append(
            translate("Help", "Nothing has been measured yet: move a lever, then look again.")
        )
    lines.append(
        translate(
            "Help",
            "The time from a change to the selected scenario until the chart of arrests is "
            "painted with its figures, for the last {kept} changes at most. A screen shows 60 "
            "frames a second, one every 16.7 ms; up to about 100 ms a change feels immediate.",
            kept=subject.milliseconds.maxlen,
        )
    )
    engine = _engine()
    scenario = subject.session.scenario
    rows = [
        (translate("Help", "Futures"), number(scenario.draws, 1.0)),
        (
            translate("Help", "Futures while a lever is moved"),
            number(subject.draw_budget.draws(scenario.draws, scenario.weeks), 1.0),
        ),
        (translate("Help", "Weeks"), f"{scenario.weeks}"),
        (translate("Help", "Scenarios on the desk"), f"{len(subject.session.desk.slots)}"),
        (translate("Help", "Engine"), engine),
        (translate("Help", "Threads"), f"{THREADS}"),
        (translate("Help", "Processors in this computer"), f"{os.cpu_count() or 1}"),
    ]
    cells = [(translate("Help", "What is projected"), ""), ("---", "---:"), *rows]
    lines.append("\n".join(f"| {name} | {figure} |" for name, figure in cells))
    lines.append(
        translate(
            "Help",
            "While you move a lever, the live figures come from all futures if this computer can "
            "project them within a frame of 16 ms; otherwise from the first of them, as many as "
            "the largest power of two that it can. That is measured, and decided each time you "
            "take a lever, never while you hold it. When you stop, the figures come from all "
            "futures. The settled figures follow a moment later. None of this leaves your "
            "computer.",
        )
    )
    return "\n\n".join(lines)
