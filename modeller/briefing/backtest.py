"""How well the model has done before: the backtest as a section."""

from __future__ import annotations

from modeller.analysis.questions import BRIEFED
from modeller.backtest import Backtest
from modeller.briefing.content import Block, Bullets, Paragraph, Row, Section, Subheading, Table
from modeller.briefing.shown import Shown
from modeller.briefing.words import typographic
from modeller.wording import number, percent

_MOST_MISSES = 5
_WEEKLY_HORIZON = 13


def backtest_section(shown: Shown, found: Backtest) -> Section:
    """Coverage and skill of projections made as if from the past, and the worst misses."""
    outcomes = shown.main.catalogue.outcomes
    rows = tuple(
        Row(
            f"{outcomes[line.outcome].label}, {line.horizon} weeks, "
            f"{'week by week' if line.view == 'weekly' else 'added up'}",
            (
                f"{line.cases}",
                percent(line.inside_50),
                percent(line.inside_80),
                _skill(line.skill_last_weeks),
                _skill(line.skill_poisson),
            ),
        )
        for line in found.coverage
        if line.view == "cumulative" or line.horizon == _WEEKLY_HORIZON
    )
    blocks: list[Block] = [
        Paragraph(
            f"From {len(found.origins)} past month-ends, the model was calibrated only on the "
            "weeks before each, and projected the weeks that followed with the deployments that "
            "took place. A perfect model has half of what happened inside its "
            "50 % band and 80 % inside its 80 % band. Skill above 0 is better than the plain rule, "
            "below 0 is worse."
        ),
        Paragraph(backtest_words(found)),
        Table(
            caption=f"What happened against what would have been said ({found.record_label})",
            columns=(
                "Outcome and horizon",
                "Cases",
                "Inside the 50 % band",
                "Inside the 80 % band",
                "Skill against the last 13 weeks again",
                "Skill against a plain Poisson model",
            ),
            rows=rows,
            widths=(2.6, 0.7, 1.0, 1.0, 1.4, 1.4),
        ),
    ]
    if found.misses:
        worst = tuple(typographic(miss.sentence) for miss in found.misses[:_MOST_MISSES])
        blocks.append(Subheading(f"Worst misses, {len(worst)} of {len(found.misses)}"))
        blocks.append(Bullets(worst))
    return Section("backtest", BRIEFED["backtest"].heading, tuple(blocks), frozenset({2}))


def backtest_words(found: Backtest) -> str:
    """Coverage in one or two sentences, failures as plainly as successes."""
    lines = [line for line in found.coverage if line.view == "cumulative"]
    if not lines:
        return "No projection from the past could be judged."
    cases = sum(line.cases for line in lines)
    inside = sum(round(line.inside_80 * line.cases) for line in lines)
    better = sum(line.skill_last_weeks > 0.0 for line in lines)
    return (
        f"Of {cases} running totals projected from the past, {inside} "
        f"({percent(inside / cases)}) lay inside their 80 % band. The model did better than “the "
        f"last 13 weeks again” in {better} of {len(lines)} combinations of outcome and horizon."
    )


def _skill(value: float) -> str:
    return number(value, 0.01)
