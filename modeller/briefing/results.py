"""Page one and the sections with the results: tables and charts of the projections."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import numpy as np

from modeller.analysis.questions import BRIEFED
from modeller.base.elementary import Floats
from modeller.briefing import words
from modeller.briefing.content import (
    Block,
    Chart,
    Front,
    Paragraph,
    Row,
    Section,
    Subheading,
    Table,
)
from modeller.briefing.pictures import Fan, Interval, Intervals, Line, Panel
from modeller.briefing.shown import Shown
from modeller.projection import MEDIAN, SUMMARY, View
from modeller.projection.comparison import compare
from modeller.scenario.words_of_shipped import with_words_that_hold
from modeller.wording import (
    break_even_sentences,
    chart_title,
    middle_words,
    natural_frequency,
    outcome_headline,
    past_words,
    style,
    subject_line,
    wrongly_flagged_sentence,
)
from modeller.wording.story import Course
from modeller.wording.storyboard import storyboard

_BAND = tuple(SUMMARY.index(name) for name in ("p10", "p25", "p75", "p90"))
_ENDS = tuple(SUMMARY.index(name) for name in ("p10", "p25", "p50", "p75", "p90"))
_WEEKS_OF_RECORD = 52
_FANS: tuple[tuple[str, View], ...] = (
    ("false_alerts", "cumulative"),
    ("faces_scanned", "weekly"),
)
"""The outcomes of the charts after page one, which has arrests."""
_BELOW, _ABOVE = (
    tuple(f"1 in {share} {side}" for share in shares)
    for side, shares in (("below", (20, 10, 4)), ("above", (4, 10, 20)))
)
_SPREAD_COLUMNS = (*_BELOW, "Median", *_ABOVE)
"""The quantiles in `SUMMARY`, which come after the mean."""
_FRONT_WIDTHS = (1.4, 1.25, 0.8, 1.65)


def _totals(shown: Shown) -> list[Row]:
    """The totals of page one: a row for each scenario."""
    return [
        Row(column, tuple(words.total_cell(projection, key) for key in words.FRONT_OUTCOMES))
        for column, projection in zip(shown.columns, shown.projections, strict=True)
    ]


def front(shown: Shown) -> Front:
    """Page one."""
    main, reference = shown.main, shown.reference
    compared_with = words.reference_name(*shown.lettered[shown.against])
    outcomes = main.catalogue.outcomes
    rows = _totals(shown)
    board = storyboard(main, shown.past)
    course = board.steps[0].picture
    assert isinstance(course, Course)  # the plan always has one
    if shown.past is not None:
        counted = (past_words(main, key, shown.past) for key in words.FRONT_OUTCOMES)
        rows.append(Row("Counted in the record", tuple(counted)))
    return Front(
        subject=subject_line(shown.profile),
        title=words.title_finding(main, reference, shown.past, compared_with),
        answer=board.answer,
        question=with_words_that_hold(main.scenario).question,
        context=words.context_sentence(shown.lettered, shown.subject, shown.against, shown.record),
        headlines=tuple(
            outcome_headline(main, reference, key, than=compared_with, past=shown.past)
            for key in words.FRONT_OUTCOMES
        ),
        summary=words.summary_items(main, reference, compared_with),
        table=Table(
            caption=f"Totals over {shown.weeks} weeks: the middle of the futures (8 of 10 futures)",
            columns=("Scenario", *(outcomes[key].label for key in words.FRONT_OUTCOMES)),
            rows=tuple(rows),
            widths=_FRONT_WIDTHS,
        ),
        figure=fan_chart(shown, course.outcome, course.view),
        totals=totals_chart(shown),
        caveats=words.front_caveats(main, reference, compared_with),
        reading=words.how_to_read(main),
        storyboard=board,
    )


# ---------------------------------------------------------------- what changes


def changes_section(shown: Shown, *, short: bool = False) -> Section:
    """The section on totals, differences and the course over the weeks.

    Parameters
    ----------
    short
        Whether to leave out what page one says word for word, for forms with a limit of words.
    """
    blocks: list[Block] = []
    compared_with = words.reference_name(*shown.lettered[shown.against])
    for place, projection in enumerate(shown.projections):
        if place == shown.against != shown.subject:
            continue
        reference = shown.reference
        sentences = [
            words.outcome_sentence(projection, reference, key, compared_with)
            for key in words.FRONT_OUTCOMES
        ]
        if len(shown.projections) > 2:
            blocks.append(Subheading(shown.columns[place]))
        blocks.append(Paragraph(" ".join(sentences)))
        if short and place == shown.subject:
            continue
        blocks.append(Paragraph(words.crews_sentences(projection)))
        cover = break_even_sentences(projection)
        if cover:
            blocks.append(Paragraph(cover[0]))
        blocks.append(Paragraph(wrongly_flagged_sentence(projection)))
    if len(shown.projections) > 2:
        blocks.append(Subheading("All scenarios"))
    blocks.append(totals_chart(shown))
    for key, view in _FANS:
        blocks.append(fan_chart(shown, key, view))
    return Section("changes", "What changes", tuple(blocks))


def annex_section(shown: Shown) -> Section:
    """The annex for specialists: every outcome, every change, and more of each spread."""
    blocks: list[Block] = [
        Paragraph(
            "These tables have every outcome of the model. The workbook and the CSV files have "
            "them with more digits, and week by week."
        ),
        _totals_table(shown),
    ]
    if shown.subject:
        blocks.append(_differences_table(shown))
    blocks.extend(_spread_table(shown, key) for key in words.FRONT_OUTCOMES)
    return Section("annex", "Annex: numbers for specialists", tuple(blocks))


def totals_chart(shown: Shown) -> Chart:
    """A chart of the three outcomes of page one side by side, with ranges."""
    outcomes = shown.main.catalogue.outcomes
    panels = tuple(
        Panel(
            outcomes[key].label,
            outcomes[key].unit,
            tuple(
                Interval(
                    letter,
                    projection.scenario.title,
                    _five(projection.summary(key)),
                    words.total_cell(projection, key),
                )
                for letter, projection in shown.lettered
            ),
        )
        for key in words.FRONT_OUTCOMES
    )
    title = words.title_finding(shown.main, shown.reference)
    alternatives = [
        words.chart_alternative("", shown.lettered, key).removeprefix(". ")
        for key in words.FRONT_OUTCOMES
    ]
    cells = _totals(shown)
    return Chart(
        key="totals",
        title=title,
        subtitle=f"Totals over {shown.weeks} weeks: arrests, false alerts and faces scanned",
        alternative=f"{title}. {' '.join(alternatives)}",
        picture=Intervals(shown.credit, panels),
        table=Table(
            caption=f"Totals over {shown.weeks} weeks: median (8 of 10 futures)",
            columns=("Scenario", *(outcomes[key].label for key in words.FRONT_OUTCOMES)),
            rows=tuple(cells),
            widths=_FRONT_WIDTHS,
        ),
        wide=True,
    )


def _five(summary: Floats) -> tuple[float, float, float, float, float]:
    p10, p25, p50, p75, p90 = (float(summary[index]) for index in _ENDS)
    return p10, p25, p50, p75, p90


def _reach(summary: Floats) -> tuple[float, float, float, float]:
    p10, p25, p75, p90 = (float(summary[index]) for index in _BAND)
    return p10, p25, p75, p90


def fan_chart(shown: Shown, key: str, view: View) -> Chart:
    """A chart of an outcome week by week: the record, the scenarios' medians, and ranges."""
    entry = shown.main.catalogue.outcomes[key]
    compared_with = words.reference_name(*shown.lettered[shown.against])
    title = chart_title(shown.main, shown.reference, key, past=shown.past, than=compared_with)
    lines = tuple(
        Line(
            letter,
            projection.scenario.title,
            f"total {middle_words(projection, key)}",
            projection.smooth(key, view)[:, MEDIAN],
            _reach(projection.smooth(key, view)[-1]),
        )
        for letter, projection in shown.lettered
    )
    record = None
    if view == "weekly" and shown.record is not None and entry.record_column:
        past = shown.record.by_week()
        record = np.asarray(
            getattr(past, entry.record_column)[-_WEEKS_OF_RECORD:], dtype=np.float64
        )
        basis = past.face_count_basis[-_WEEKS_OF_RECORD:]
        if key == "faces_scanned":  # earlier weeks counted them differently
            record = record[basis == basis[-1]]
    picture = Fan(
        credit=shown.credit,
        unit=entry.unit,
        record=record,
        record_label=shown.record_label,
        lines=lines,
        subject=shown.letters[shown.subject],
        bands=shown.main.smooth(key, view)[:, _BAND],
        begins=None if shown.record is None else shown.record.last_day + timedelta(days=1),
        ends=None if shown.record is None else shown.record.last_known_day,
    )
    added = "each week" if view == "weekly" else "added up week by week"
    over = (
        f": the {shown.record_words}, then the projection"
        if record is not None and shown.record is not None
        else ""
    )
    return Chart(
        key=key,
        title=title,
        subtitle=f"{entry.label} {added}{over}",
        alternative=words.chart_alternative(title, shown.lettered, key),
        picture=picture,
        table=_chart_table(shown, key),
    )


def _chart_table(shown: Shown, key: str) -> Table:
    """The totals of a chart as a table, with a row for each scenario."""
    entry = shown.main.catalogue.outcomes[key]
    rows = []
    for column, projection in zip(shown.columns, shown.projections, strict=True):
        summary, written = projection.summary(key), style(projection, key)
        p10, p25, p50, p75, p90 = (summary[index] for index in _ENDS)
        cells = (written.figure(p50), written.range(p25, p75), written.range(p10, p90))
        rows.append(Row(column, cells))
    frequencies = "; ".join(
        f"{letter} {natural_frequency(projection)}" for letter, projection in shown.lettered
    )
    return Table(
        caption=f"{entry.label}: total over {shown.weeks} weeks",
        columns=("Scenario", "Median", "Half of futures", "8 of 10 futures"),
        rows=tuple(rows),
        note=f"As a frequency: {frequencies}." if key == "false_alerts" else "",
    )


def _outcomes(shown: Shown) -> list[str]:
    """The outcomes that get a row: arrests forgone only if officers are lost."""
    return [
        key
        for key in shown.main.catalogue.outcomes
        if key != "arrests_forgone" or any(p.totals(key).any() for p in shown.projections)
    ]


def _spread_table(shown: Shown, key: str) -> Table:
    """Mean and quantiles of an outcome's total, with a row for each scenario."""
    entry = shown.main.catalogue.outcomes[key]
    rows = []
    for column, projection in zip(shown.columns, shown.projections, strict=True):
        written = style(projection, key)
        cells = tuple(written.figure(value) for value in projection.summary(key).tolist())
        rows.append(Row(column, cells))
    return Table(
        caption=f"{entry.label}: how the total over {shown.weeks} weeks is spread",
        columns=("Scenario", "Mean", *_SPREAD_COLUMNS),
        rows=tuple(rows),
    )


def _totals_table(shown: Shown) -> Table:
    rows = tuple(
        Row(
            words.outcome_row(shown.main.catalogue.outcomes[key]),
            tuple(words.total_cell(projection, key) for projection in shown.projections),
        )
        for key in _outcomes(shown)
    )
    return Table(
        caption=f"Every outcome over {shown.weeks} weeks: median (8 of 10 futures)",
        columns=("Outcome", *shown.columns),
        rows=rows,
        note="Ratios are of the totals in each future. Ranges are not to be added up or divided.",
    )


def _differences_table(shown: Shown) -> Table:
    compare(shown.projections)  # raises if they do not share their luck
    letter, reference = shown.lettered[shown.against]
    others = [place for place in range(len(shown.projections)) if place != shown.against]
    rows = tuple(
        Row(
            words.outcome_row(shown.main.catalogue.outcomes[key]),
            tuple(words.change_cell(shown.projections[place], reference, key) for place in others),
        )
        for key in _outcomes(shown)
    )
    return Table(
        caption=f"Change against scenario {letter}, {reference.scenario.title}: median "
        "(8 of 10 futures); in how many of 100 futures",
        columns=("Outcome", *(shown.columns[place] for place in others)),
        rows=rows,
        note="Each future is compared with the same future of the other scenario.",
    )


def break_even_section(shown: Shown, further: Sequence[Block] = ()) -> Section:
    """The section on what must be true: the break-even of officers lost, and `further` blocks."""
    cover = break_even_sentences(shown.main)
    blocks = [*([Paragraph(" ".join(cover))] if cover else []), *further]
    if not blocks:
        blocks.append(
            Paragraph(
                "No officers are lost in this scenario, so there is no break-even; switching "
                "values were not asked for."
            )
        )
    return Section("what-must-be-true", BRIEFED["what-must-be-true"].heading, tuple(blocks))
