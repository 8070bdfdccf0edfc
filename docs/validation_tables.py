"""Writes the generated tables of docs/validation.md again: ``python -m docs.validation_tables``."""

from __future__ import annotations

import re
from pathlib import Path

from modeller.backtest import Backtest, Line, Range, backtest
from modeller.backtest.words import how_sentence, miss_sentence, standpoints_words, weeks_sentence
from modeller.profiles import shipped_profile
from modeller.wording import MINUS

PAGE = Path(__file__).with_name("validation.md")
_HEADINGS = (
    "| told | outcome | view | weeks ahead | origins | cases | inside 50 % | inside 80 % | plainly "
    "inside 80 % | skill: last 13 weeks | skill: Poisson |"
)


_SINGLE = (
    "Single deployments within a fortnight of the standpoint, told where. The gain is how much "
    "smaller "
    "the CRPS is than that of the same model with the same yield at all places:"
)


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
    """The backtest's answers, tables and worst misses in Markdown."""
    run = backtest(shipped_profile()) if found is None else found
    telling = run.tellings[0]
    lines = [
        *(f"- {weeks_sentence(run, outcome, telling)}" for outcome in run.origins[0].told[telling]),
        "",
        f"{how_sentence(telling)} {standpoints_words(run)} {run.draws:,} futures.",
        "",
        _HEADINGS,
        "|---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|",
        *(_line(line) for line in run.lines),
        "",
        _SINGLE,
        "",
        "| outcome | cases | inside 80 % | gain |",
        "|---|--:|--:|--:|",
        *(
            f"| {_label(line.outcome)} | {line.cases} | {100 * line.inside_80:.0f} % | "
            f"{_signed(line.gain)} |"
            for line in run.deployments
        ),
        "",
        "The observation furthest outside its 80 % band, for each outcome:",
        "",
        *(f"- {miss_sentence(miss)}" for miss in run.worst),
    ]
    return "\n".join(lines) + "\n"


def _line(found: Line) -> str:
    return (
        f"| {found.telling} | {_label(found.outcome)} | {found.view} | {found.horizon} | "
        f"{found.origins} | {found.cases} | "
        f"{100 * found.inside_50:.0f} % | {100 * found.inside_80:.0f} % | "
        f"{100 * found.plainly_80:.0f} % | {_signed(found.last_weeks)} | "
        f"{_signed(found.poisson)} |"
    )


def _label(outcome: str) -> str:
    return shipped_profile().catalogue.outcomes[outcome].label


def _signed(scored: Range) -> str:
    value, low, high = (
        f"{each:+z.2f}".replace("-", MINUS) for each in (scored.value, scored.low, scored.high)
    )
    return f"{value} ({low} to {high})"


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- begin {name} -->)(.*?)(<!-- end {name} -->)", re.DOTALL)


if __name__ == "__main__":
    replace_block("backtest", backtest_text())
