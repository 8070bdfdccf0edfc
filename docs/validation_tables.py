"""Writes the generated tables of docs/validation.md again: ``python -m docs.validation_tables``.

The table of simulated records comes from ``python -m benchmarks.simulation_based_calibration``,
because it takes minutes; its block names the calibration that it was made with.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from modeller.backtest import Backtest, Coverage, backtest
from modeller.calibration import calibrate
from modeller.evidence import shipped_record
from modeller.model.catalogue import catalogue

PAGE = Path(__file__).with_name("validation.md")
_MISSES = 6
_HEADINGS = (
    "| outcome | view | weeks ahead | origins | cases | inside 50 % | inside 80 % | plainly inside "
    "80 % | skill: last 13 weeks | skill: Poisson |"
)


def calibration_digest() -> str:
    """Twelve characters that change when the calibrated figures do."""
    found = calibrate(shipped_record())
    figures = [f"{estimate.key} {estimate.value:.4g}" for estimate in found.estimates]
    return hashlib.sha256("\n".join(figures).encode()).hexdigest()[:12]


def block(name: str) -> str:
    """What the page holds between the marks of a block."""
    found = _pattern(name).search(PAGE.read_text("utf-8"))
    if found is None:
        raise ValueError(f"docs/validation.md has no block {name}")
    return found[2].strip() + "\n"


def replace_block(name: str, text: str) -> None:
    """Put `text` between the marks of a block."""
    page = PAGE.read_text("utf-8")
    new, times = _pattern(name).subn(lambda found: f"{found[1]}\n{text.strip()}\n{found[3]}", page)
    if times != 1:
        raise ValueError(f"docs/validation.md has {times} blocks {name}")
    PAGE.write_text(new, "utf-8")


def backtest_text(found: Backtest | None = None) -> str:
    """The backtest's tables and worst misses in Markdown."""
    run = backtest() if found is None else found
    days = [origin.day for origin in run.origins]
    made_with = f"calibration `{calibration_digest()}`, {run.record_label}"
    lines = [
        f"{len(days)} origins, {days[0]} to {days[-1]}, {run.draws:,} futures, {made_with}.",
        "",
        _HEADINGS,
        "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|",
        *(_line(line) for line in run.coverage),
        "",
        "Furthest outside its 80 % band:",
        "",
        *(f"- {miss.sentence}" for miss in run.misses[:_MISSES]),
    ]
    return "\n".join(lines) + "\n"


def _line(found: Coverage) -> str:
    label = catalogue().outcomes[found.outcome].label
    return (
        f"| {label} | {found.view} | {found.horizon} | {found.origins} | {found.cases} | "
        f"{100 * found.fair_50:.0f} % | {100 * found.fair_80:.0f} % | "
        f"{100 * found.inside_80:.0f} % | {found.skill_last_weeks:+.2f} | "
        f"{found.skill_poisson:+.2f} |"
    )


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- begin {name} -->)(.*?)(<!-- end {name} -->)", re.DOTALL)


if __name__ == "__main__":
    replace_block("backtest", backtest_text())
