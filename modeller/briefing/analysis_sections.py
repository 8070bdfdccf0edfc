"""The sections for the results of analyses."""

from __future__ import annotations

from typing import NamedTuple

from modeller.analysis.answers import (
    exchange_sentence,
    steps_sentence,
    switching_sentence,
    tornado_sentence,
)
from modeller.analysis.exchange import exchanges
from modeller.analysis.knowing_words import (
    choice_words,
    gain_words,
    hundredths,
    knowing_sentence,
    once_known_words,
    unified_sentence,
)
from modeller.analysis.mixes import MixPoint
from modeller.analysis.phrases import (
    evenly,
    evidence_words,
    goal_words,
    measure_words,
    style_of,
    switching_words,
)
from modeller.analysis.questions import BRIEFED, analysis
from modeller.analysis.sensitivity import Bar, Tornado
from modeller.analysis.targets import Measure
from modeller.analysis.trade_off import Frontier, Grid, Point, RecordYear
from modeller.analysis.value_of_knowing import ValueOfKnowing
from modeller.analysis.what_must_be_true import SwitchingValues
from modeller.base.language import lower_first, upper_first
from modeller.briefing.content import (
    Block,
    Chart,
    Paragraph,
    Row,
    Section,
    Subheading,
    Table,
)
from modeller.briefing.pictures import Option, Reach, Reaches, TradeOff
from modeller.briefing.results import break_even_section
from modeller.briefing.shown import Shown
from modeller.briefing.words import grade_words, typographic
from modeller.model.catalogue import Catalogue
from modeller.wording import (
    EN_DASH,
    Style,
    noun,
    of_100,
    value_range_words,
    value_words,
)
from modeller.wording.numbers import three_figures

_MOST_BARS = 10
_WORTH_A_BAR = 0.01
_MOST_POINTS = 8


# ---------------------------------------------------------------- sensitivity


def sensitivity_section(shown: Shown, tornado: Tornado) -> Section:
    """The section on sensitivity, with the tornado."""
    blocks = tuple(_tornado_blocks(shown, tornado))
    return Section("sensitivity", BRIEFED["sensitivity"].heading, blocks)


def _tornado_blocks(shown: Shown, tornado: Tornado) -> list[Block]:
    bars = [bar for bar in tornado.bars if bar.length > 0.0]
    longest = bars[0].length if bars else 0.0
    bars = [bar for bar in bars if bar.length >= _WORTH_A_BAR * longest][:_MOST_BARS]
    what = _statistic_words(tornado.measure, shown.main.catalogue)
    if not bars:
        return [Paragraph(f"No belief moves the {what} over the range of its evidence.")]
    # in the digits of the sentence, which are those of the window and of the command
    values = [tornado.now, *(value for bar in tornado.bars for value in bar.measures)]
    known = shown.main.catalogue
    written = style_of(tornado.measure, values, known)
    top = bars[0]
    outcome = noun(shown.main.catalogue.outcomes[tornado.measure.outcome])
    title = f"{typographic(top.label)} moves {outcome} most"
    explained = (
        f"{tornado_sentence(tornado, known)} Each bar takes one belief from the low to the high "
        "end of its evidence’s 90 % range, as if it were exactly known, and shows what the "
        f"{what} would then be. All other beliefs stay as uncertain as they are."
    )
    sliders = shown.main.catalogue.beliefs
    chart = Chart(
        key="sensitivity",
        title=title,
        subtitle=f"{upper_first(what)} over {shown.weeks} weeks, belief by belief",
        alternative=f"{title}: "
        + "; ".join(f"{typographic(bar.label)} from {_ends(bar, written)}" for bar in bars)
        + ".",
        picture=Reaches(
            credit=shown.credit,
            unit=written.unit,
            now=tornado.now,
            now_label="line: as the scenario stands · outlined: low end · filled: high end",
            bars=tuple(
                Reach(
                    typographic(bar.label),
                    bar.at_low,
                    bar.at_high,
                    written.figure(bar.at_low),
                    written.figure(bar.at_high),
                )
                for bar in bars
            ),
        ),
        table=Table(
            caption=f"{upper_first(what)} at the ends of each belief’s evidence",
            columns=("Belief", "Evidence", "At its low end", "At its high end", "Grade"),
            rows=tuple(
                Row(
                    typographic(bar.label) + (" (turns between)" if bar.non_monotone else ""),
                    (
                        value_range_words(sliders[bar.key], bar.values[0], bar.values[-1]),
                        written.figure(bar.at_low),
                        written.figure(bar.at_high),
                        grade_words(sliders[bar.key]),
                    ),
                    edited=bar.moved,
                )
                for bar in bars
            ),
            widths=(2.2, 2.2, 1.0, 1.0, 1.8),
        ),
    )
    return [Paragraph(explained), chart]


def _ends(bar: Bar, written: Style) -> str:
    low, high = written.figure(bar.at_low), written.figure(bar.at_high)
    return f"{low} at its low end to {high} at its high end"


# ---------------------------------------------------------------- what must be true


def what_must_be_true_section(shown: Shown, switching: SwitchingValues) -> Section:
    """The section on switching values and the break-even of the officers lost."""
    return break_even_section(shown, _switching_blocks(shown, switching))


def _switching_blocks(shown: Shown, switching: SwitchingValues) -> list[Block]:
    known = shown.main.catalogue
    target = goal_words(switching.goal, known)
    values = [value for value in switching.values if value.bears]
    rows = tuple(
        Row(
            typographic(value.label),
            (
                value_words(known.sliders[value.key], value.now),
                switching_words(value, known),
                evidence_words(value, known),
                {None: EN_DASH, True: "yes", False: "no"}[value.within_evidence],
            ),
        )
        for value in values
    )
    return [
        Paragraph(
            f"{switching_sentence(switching, known)} The table moves one belief or circumstance "
            "at a time, with its own spread and all else unchanged, and says where the target is "
            "met."
        ),
        Table(
            caption=f"Switching values for {target}",
            columns=("Belief or circumstance", "Now", "The target is met", "Evidence", "Within it"),
            rows=rows,
            figures=False,
            widths=(2.2, 1.5, 2.4, 2.0, 0.9),
        ),
    ]


# ---------------------------------------------------------------- the trade-off


class TradedOff(NamedTuple):
    """The result of a trade-off.

    Attributes
    ----------
    surface
        Both outcomes over two levers.
    frontier
        The settings that no other beats on both.
    mixes
        The same for every named mix of places, which the section on places shows.
    """

    surface: Grid
    frontier: Frontier
    mixes: tuple[MixPoint, ...]


def trade_off_section(shown: Shown, found: TradedOff) -> Section:
    """The section on two outcomes against each other, and what is exchanged for what."""
    surface, frontier = found.surface, found.frontier
    known = shown.main.catalogue
    cost, gain = frontier.cost, frontier.gain
    cost_entry, gain_entry = known.outcomes[cost.outcome], known.outcomes[gain.outcome]
    keys = list(frontier.now.settings)
    labels = [known.sliders[key].label for key in keys]
    points = frontier.points
    best = frontier.efficient
    title = (
        f"More {noun(gain_entry)} go with more {noun(cost_entry)}"
        if len(best) > 1
        else "One setting is best on both"
    )
    first, last = best[0], best[-1]
    ends = (
        f"{three_figures(first.gain)} {noun(gain_entry)} with {three_figures(first.cost)} "
        f"{noun(cost_entry)} to {three_figures(last.gain)} with {three_figures(last.cost)}"
    )

    comparable = [year for year in frontier.years if year.comparable]

    def label(point: Point) -> str:
        return ", ".join(
            value_words(known.sliders[key], value) for key, value in point.settings.items()
        )

    rows = tuple(
        Row(label(point), (three_figures(point.cost), three_figures(point.gain)))
        for point in evenly(best, _MOST_POINTS)
    )
    now = Row(
        f"As the scenario stands: {label(frontier.now)}",
        (three_figures(frontier.now.cost), three_figures(frontier.now.gain)),
        edited=True,
    )
    chart = Chart(
        key="trade-off",
        title=title,
        subtitle=upper_first(
            f"{_statistic_words(gain, shown.main.catalogue)} against "
            f"{_statistic_words(cost, shown.main.catalogue)}, over {shown.weeks} weeks"
        ),
        alternative=f"{title}: from {ends}. As the scenario stands: "
        f"{three_figures(frontier.now.gain)} {noun(gain_entry)} with "
        f"{three_figures(frontier.now.cost)} {noun(cost_entry)}.",
        picture=TradeOff(
            credit=shown.credit,
            x_label=f"{cost_entry.label} ({cost.statistic})",
            y_label=f"{gain_entry.label} ({gain.statistic})",
            x_unit=cost_entry.unit,
            y_unit=gain_entry.unit,
            options=(
                *(Option(label(p), p.cost, p.gain, p.efficient, current=False) for p in points),
                Option(label(frontier.now), frontier.now.cost, frontier.now.gain, False, True),
            ),
            record=tuple((_record_words(year), year.cost, year.gain) for year in comparable),
        ),
        table=Table(
            caption="Settings that no other setting beats on both"
            + (f" ({len(rows)} of {len(best)})" if len(rows) < len(best) else ""),
            columns=(
                " and ".join(labels),
                f"{cost_entry.label} ({cost.statistic})",
                f"{gain_entry.label} ({gain.statistic})",
            ),
            rows=(*rows, now),
            note="Means or medians without ranges: the ranges of the scenarios are under “What "
            "changes”. The frontier shows the settings that waste nothing; it does not say "
            "which of them to choose.",
            widths=(3.0, 1.0, 1.0),
        ),
    )
    across, up = exchanges(surface, gain, cost)
    said = (exchange_sentence(across, known), steps_sentence(across, known))
    text = (
        f"{exchange_sentence(up, known)} Over "
        f"{' and '.join(lower_first(label) for label in labels)}, the settings that no other "
        f"beats go from {ends}."
    )
    blocks = (Paragraph(" ".join(filter(None, said))), Paragraph(text), chart)
    return Section("trade-off", BRIEFED["trade-off"].heading, blocks)


def _record_words(year: RecordYear) -> str:
    """The year, with a note if the record has only a part of it, which is scaled up."""
    if not year.part_year:
        return f"record {year.year}"
    return f"record {year.year} ({year.weeks} weeks, scaled up)"


def _statistic_words(measure: Measure, declared: Catalogue) -> str:
    """A measure: ``the median of arrests``; for other statistics, as the analyses write it."""
    plain = {"mean": "mean", "p50": "median"}.get(measure.statistic)
    if plain is None:
        return measure_words(measure, declared)
    return f"{plain} {noun(declared.outcomes[measure.outcome])}"


# ---------------------------------------------------------------- what is worth knowing


def knowing_section(shown: Shown, found: ValueOfKnowing) -> Section:
    """The section, with the answer and the gain of each belief."""
    known, names = shown.main.catalogue, shown.main.scenario.profile.names
    chances = "; ".join(
        f"{scenario.name} {of_100(float(chance))} of 100"
        for scenario, chance in zip(found.scenarios, found.chances, strict=True)
    )
    blocks: list[Block] = [
        Subheading(analysis("value-of-knowing").asked(names.force)),
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
    return Section("value-of-knowing", BRIEFED["value-of-knowing"].heading, tuple(blocks))
