"""Writes the example briefings in this folder: ``make examples``.

To be run after every change of the model, of the record or of the words; takes a few minutes,
nearly all of it for the analyses of the first.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from modeller.analysis.targets import parse_goal
from modeller.briefing import ANALYSES, About, Analyses, analyse, brief, export
from modeller.projection import project
from scenarios.write import shipped_scenarios

DAY = date(2026, 4, 27)
ABOUT = About(on=DAY, author="The modeller's contributors", audience="readers of the manual")

EXAMPLES = {
    "plan-against-baseline": (("met-plan-2025", "baseline"), ("html", "pdf", "docx")),
    "plan-and-losses-apart": (
        ("met-plan-2025", "baseline", "plan-without-losses", "losses-without-plan"),
        ("html", "pdf"),
    ),
    "plan-to-explore": (("met-plan-2025", "baseline"), ("html",)),
    "older-threshold": (("plan-older-threshold", "met-plan-2025"), ("html", "pdf")),
}
"""Name → the scenarios, the first of which is compared with the second, and the forms."""

ANALYSED = "plan-against-baseline"
"""The one that shows every analysis."""
EXPLORABLE = "plan-to-explore"
"""The one whose levers can be moved."""
TARGET = "arrests.p20 >= 2000"


def main(names: list[str]) -> None:
    """Write those named, or all."""
    shipped = shipped_scenarios()
    for name, (keys, forms) in EXAMPLES.items():
        if names and name not in names:
            continue
        projections = [project(shipped[key]) for key in keys]
        analyses = Analyses()
        if name == ANALYSED:
            analyses = analyse(
                shipped[keys[0]],
                tuple(ANALYSES),
                goal=parse_goal(TARGET, shipped[keys[0]].catalogue),
                others=[shipped[key] for key in keys[1:]],
            )
        briefing = brief(projections, ABOUT, analyses=analyses, subject=0, against=1)
        for form in forms:
            export(
                briefing,
                Path(__file__).with_name(f"{name}.{form}"),
                explorable=name == EXPLORABLE,
            )


if __name__ == "__main__":
    main(sys.argv[1:])
