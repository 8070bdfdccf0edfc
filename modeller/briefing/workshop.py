"""The section on a workshop: where many scenarios differ, and what that changes."""

from __future__ import annotations

from dataclasses import replace

from modeller.analysis.phrases import evenly
from modeller.analysis.workshop import Workshop
from modeller.analysis.workshop_words import (
    furthest_sentences,
    headline,
    left_out_sentences,
    lever_rows,
    levers_sentence,
    strip,
)
from modeller.briefing.content import (
    Block,
    Bullets,
    Chart,
    Paragraph,
    Row,
    Section,
    Subheading,
    Table,
    plain_text,
)
from modeller.briefing.pictures import Strip
from modeller.briefing.shown import WORKSHOP, Shown
from modeller.briefing.words import typographic
from modeller.wording.story import Scale

_SHOWN = ("arrests", "false_alerts")
_MOST_ROWS = 24
"""The most rows of a picture, which must fit on a page; the table has all of them."""


def workshop_section(shown: Shown, found: Workshop, heading: str) -> Section:
    """The section: sentences, a chart for each outcome, the levers, and what was left out."""
    blocks: list[Block] = [
        Paragraph(" ".join(plain_text(headline(found, outcome)) for outcome in _SHOWN)),
        *(
            Paragraph(" ".join(map(plain_text, furthest_sentences(found, each))))
            for each in found.furthest
        ),
        Paragraph(plain_text(levers_sentence(found))),
    ]
    blocks += [workshop_chart(shown, found, outcome) for outcome in _SHOWN]
    rows = lever_rows(found)
    if rows:
        blocks.append(
            Table(
                caption="What somebody moved: lowest and highest setting"
                if len(found.entries) == 2
                else "What somebody moved: lowest, middle and highest setting",
                columns=("Lever or belief", "Lowest", "Middle", "Highest", "Moved by"),
                rows=tuple(Row(typographic(name), tuple(cells)) for name, *cells in rows),
                widths=(2.2, 1.2, 1.2, 1.2, 1.2),
            )
        )
    notes = left_out_sentences(found)
    if notes:
        blocks += [
            Subheading("What was not taken as it came"),
            Bullets(tuple(map(plain_text, notes))),
        ]
    return Section(WORKSHOP, heading, tuple(blocks))


def workshop_chart(shown: Shown, found: Workshop, outcome: str) -> Chart:
    """The chart of one outcome in every scenario."""
    scale = strip(found, outcome)
    label = found.scenario.catalogue.outcomes[outcome].label
    title = plain_text(headline(found, outcome)).rstrip(".")
    rows = tuple(replace(row, label=plain_text(row.label)) for row in scale.rows)
    some = tuple(evenly(rows, _MOST_ROWS))
    beside = f" ({len(some)} of {len(rows)})" if len(some) < len(rows) else ""
    return Chart(
        key=f"{WORKSHOP}-{outcome}",
        title=title,
        subtitle=f"{label} over {found.scenario.weeks} weeks, each scenario with its range{beside}",
        alternative=f"{title}: {'; '.join(f'{row.label}: {row.words}' for row in rows)}.",
        picture=Strip(shown.credit, Scale("", scale.unit, some)),
        table=Table(
            caption=f"{label} over {found.scenario.weeks} weeks: middle (8 of 10 futures)",
            columns=("Scenario", label),
            rows=tuple(Row(row.label, (row.words,)) for row in rows),
            widths=(3.0, 1.6),
        ),
        wide=True,
    )
