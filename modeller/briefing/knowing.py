"""The section on what is worth knowing first."""

from __future__ import annotations

from modeller.analysis.knowing_words import (
    choice_words,
    gain_words,
    hundredths,
    knowing_sentence,
    once_known_words,
    unified_sentence,
)
from modeller.analysis.questions import BRIEFED, analysis
from modeller.analysis.value_of_knowing import ValueOfKnowing
from modeller.briefing.content import Block, Paragraph, Row, Section, Subheading, Table
from modeller.briefing.shown import Shown
from modeller.briefing.words import typographic
from modeller.wording import of_100

_KEY = "value-of-knowing"


def knowing_section(shown: Shown, found: ValueOfKnowing) -> Section:
    """The section, with the answer and the gain of each belief."""
    known, names = shown.main.catalogue, shown.main.scenario.profile.names
    chances = "; ".join(
        f"{scenario.name} {of_100(float(chance))} of 100"
        for scenario, chance in zip(found.scenarios, found.chances, strict=True)
    )
    blocks: list[Block] = [
        Subheading(analysis(_KEY).asked(names.force)),
        Paragraph(typographic(knowing_sentence(found, known))),
        Paragraph(
            "The decision is the scenario with the higher chance of the target; as things are "
            f"believed: {chances}. The table says how much that chance would rise on average if "
            "one belief were learnt before choosing (the expected value of partial perfect "
            "information); learning everything, luck too, would add "
            f"{hundredths(found.everything)} of 100. {unified_sentence(found)}".strip()
        ),
        Table(
            caption="What learning one belief first would add to the chance, of 100",
            columns=("Belief", "Adds", "The chance, once known", "Highest chance"),
            rows=tuple(
                Row(
                    typographic(each.label),
                    (
                        gain_words(each),
                        once_known_words(each),
                        typographic(choice_words(each, found.scenarios, known)),
                    ),
                )
                for each in found.beliefs
            ),
            figures=False,
            widths=(2.2, 0.7, 1.5, 2.8),
        ),
    ]
    if not found.beliefs:
        del blocks[-1]
    return Section(_KEY, BRIEFED[_KEY].heading, tuple(blocks))
