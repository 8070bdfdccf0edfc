"""The section on the backtest: how well the model would have done in the past."""

from __future__ import annotations

from modeller.analysis.questions import BRIEFED
from modeller.backtest import Backtest, Range
from modeller.backtest.words import (
    TOTAL_WEEKS,
    how_sentence,
    miss_sentence,
    rule_sentence,
    single_sentences,
    standpoints_words,
    told_words,
    weeks_of_all_outcomes,
    weeks_sentence,
)
from modeller.briefing.content import Block, Bullets, Paragraph, Row, Section, Subheading, Table
from modeller.briefing.shown import Shown
from modeller.briefing.words import typographic
from modeller.wording import number, percent


def backtest_section(shown: Shown, found: Backtest) -> Section:
    """The section, with an answer for each outcome, coverage and skill, and the worst misses."""
    labels = {key: entry.label for key, entry in shown.main.catalogue.outcomes.items()}
    telling = found.tellings[0]
    outcomes = list(found.origins[0].told[telling])[::-1]
    rows = tuple(
        Row(
            f"{labels[line.outcome]}, {line.horizon} weeks, "
            f"{'week by week' if line.view == 'weekly' else 'added up'}, "
            f"{told_words(line.telling)}",
            (
                f"{line.cases}",
                percent(line.inside_50),
                percent(line.inside_80),
                _skill(line.last_weeks),
                _skill(line.poisson),
            ),
        )
        for line in found.lines
        if line.horizon == TOTAL_WEEKS
    )
    blocks: list[Block] = [
        Paragraph(backtest_words(found)),
        Bullets(
            tuple(
                f"{weeks_sentence(found, key, telling)} {rule_sentence(found, key, telling)}"
                for key in outcomes
            )
        ),
        Paragraph(
            f"{how_sentence(telling)} {standpoints_words(found)} The table looks "
            f"{TOTAL_WEEKS} weeks "
            "ahead. A perfect model has half of what happened inside its 50 % band and 80 % "
            "inside its 80 % band. Skill above 0 is better than the plain rule, below 0 is worse; "
            "the brackets give 80 % ranges from resampled blocks of standpoints, because the "
            "periods overlap."
        ),
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
            widths=(2.6, 0.6, 0.8, 0.8, 1.7, 1.7),
        ),
    ]
    if found.deployments:
        blocks += [Subheading("One deployment ahead"), Bullets(single_sentences(found))]
    worst = tuple(typographic(miss_sentence(miss)) for miss in found.worst)
    if worst:
        blocks += [Subheading("Worst miss of each outcome"), Bullets(worst)]
    return Section("backtest", BRIEFED["backtest"].heading, tuple(blocks), frozenset({2}))


def backtest_words(found: Backtest) -> str:
    """Coverage in one or two sentences, with failures as plain as successes."""
    telling = found.tellings[0]
    held = weeks_of_all_outcomes(found, telling)
    lines = [line for line in found.lines if line.telling == telling]
    better = sum(line.last_weeks.value > 0.0 for line in lines)
    return (
        f"Of {held.cases} weekly figures forecast in the past, at most a fortnight ahead and "
        f"{told_words(telling)}, {held.inside} ({percent(held.inside / max(held.cases, 1))}) lay "
        f"inside their 80 % band. The model did better than “the last 13 weeks again” in {better} "
        f"of {len(lines)} combinations of outcome and horizon."
    )


def _skill(scored: Range) -> str:
    value, low, high = (number(each, 0.01) for each in (scored.value, scored.low, scored.high))
    return f"{value} ({low} to {high})"
