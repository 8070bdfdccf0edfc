"""The figures of a briefing as tables, which `data` writes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

from modeller.base.printed import figure
from modeller.base.version import VERSION
from modeller.briefing import words
from modeller.briefing.content import Briefing
from modeller.model.catalogue import Belief
from modeller.model.sampling import STREAMS_VERSION
from modeller.projection import SUMMARY
from modeller.projection.comparison import compare
from modeller.scenario.share_code import share_code
from modeller.wording import record_words

Cell = str | float | int | date | None

_LONGEST_CELL = 32_000
"""The most characters in a cell of a workbook, with some to spare."""
_WEEKLY = ("p10", "p50", "p90")
_NAMES = {"p10": "1 in 10 below", "p50": "median", "p90": "1 in 10 above"}


@dataclass(frozen=True)
class Sheet:
    """One table: its name, the headings of columns with units, and its rows.

    `units` has the unit of each column by itself; empty where a row or the heading gives it.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    units: tuple[str, ...] = ()


def sheets(briefing: Briefing) -> tuple[Sheet, ...]:
    """Every table of the data."""
    return (
        _provenance(briefing),
        _summary(briefing),
        *([_differences(briefing)] if len(briefing.projections) > 1 else []),
        _weekly(briefing),
        _changed(briefing),
        _assumptions(briefing),
    )


def _provenance(briefing: Briefing) -> Sheet:
    about, first = briefing.about, briefing.projections[0]
    rows: list[tuple[Cell, ...]] = [
        ("Subject", briefing.front.subject),
        ("Finding", briefing.front.title),
        ("Answer", briefing.front.answer),
        ("Scenarios", briefing.front.context),
        ("Status", about.status),
        ("Prepared by", about.author),
        ("Prepared for", about.audience),
        ("Checked by", about.checked_by or "nobody yet"),
        ("Date", about.on),
        ("Not to be used after", about.expires),
        ("Modeller", VERSION),
        ("Model", first.catalogue.version),
        ("Random streams", STREAMS_VERSION),
        ("Record", record_words(first.scenario)),
        ("Record, SHA-256", first.scenario.record_digest),
        ("Weeks", first.scenario.weeks),
        ("Futures", first.scenario.draws),
        ("Seed", first.scenario.seed),
    ]
    for letter, projection in briefing.lettered:
        rows += [
            (f"{letter}: title", projection.scenario.title),
            (f"{letter}: fingerprint", projection.fingerprint),
            (f"{letter}: inputs, SHA-256", projection.scenario.inputs_digest),
            (f"{letter}: results, SHA-256", projection.results_digest),
        ]
        code = share_code(projection.scenario)
        if len(code) <= _LONGEST_CELL:  # this is how the workbook opens in the modeller
            rows.append((f"{letter}: share code", code))
    rows += [("Bear in mind", caveat) for caveat in briefing.front.caveats]
    return Sheet("Provenance", ("Item", "Value"), tuple(rows))


def _summary(briefing: Briefing) -> Sheet:
    rows = tuple(
        (
            letter,
            projection.scenario.title,
            projection.fingerprint,
            outcome.label,
            outcome.unit,
            *(figure(value) for value in projection.summary(key)),
        )
        for letter, projection in briefing.lettered
        for key, outcome in projection.catalogue.outcomes.items()
    )
    columns = ("Scenario", "Title", "Fingerprint", "Outcome", "Unit", *SUMMARY)
    return Sheet("Totals", columns, rows)


def _differences(briefing: Briefing) -> Sheet:
    comparison, base = compare(briefing.projections), briefing.against
    rows = tuple(
        (
            briefing.letters[base],
            briefing.letters[other],
            outcome.label,
            outcome.unit,
            *(figure(value) for value in comparison.difference(key, base, other)),
            figure(comparison.more_in(key, base, other)),
            figure(comparison.more_in(key, other, base)),
            figure(comparison.same_in(key, base, other)),
        )
        for other in range(len(briefing.projections))
        if other != base
        for key, outcome in briefing.projections[0].catalogue.outcomes.items()
    )
    columns = (
        "From",
        "To",
        "Outcome",
        "Unit",
        *SUMMARY,
        "More in (share of futures)",
        "Fewer in (share of futures)",
        "Same in (share of futures)",
    )
    return Sheet("Change, paired", columns, rows)


def _weekly(briefing: Briefing) -> Sheet:
    flows = [
        (key, outcome)
        for key, outcome in briefing.projections[0].catalogue.outcomes.items()
        if outcome.kind == "flow"
    ]
    places = [SUMMARY.index(name) for name in _WEEKLY]
    rows: list[tuple[Cell, ...]] = []
    last_day = None if briefing.record is None else briefing.record.last_day
    for letter, projection in briefing.lettered:
        weekly = [projection.summary(key, "weekly")[:, places].tolist() for key, _ in flows]
        for week in range(projection.scenario.weeks):
            monday = None if last_day is None else last_day + timedelta(days=1 + 7 * week)
            figures = (figure(value) for outcome in weekly for value in outcome[week])
            rows.append((letter, week + 1, monday, *figures))
    columns = (
        "Scenario",
        "Week",
        "Week beginning",
        *(
            f"{outcome.label} ({outcome.unit}), {_NAMES[name]}"
            for _, outcome in flows
            for name in _WEEKLY
        ),
    )
    units = ("", "", "", *(outcome.unit for _, outcome in flows for _ in _WEEKLY))
    return Sheet("By week", columns, tuple(rows), units)


def _changed(briefing: Briefing) -> Sheet:
    """What differs from the baseline in any scenario."""
    declared = briefing.projections[0].catalogue
    rows = tuple(
        (
            words.label_of(key, declared),
            declared.sliders[key].unit if key in declared.sliders else "",
            *(words.plain_words(projection, key) for projection in briefing.projections),
        )
        for key in words.changed_keys(briefing.lettered)
    )
    titles = (f"{letter}: {p.scenario.title}" for letter, p in briefing.lettered)
    return Sheet("What differs", ("Lever or belief", "Unit", *titles), rows)


def _assumptions(briefing: Briefing) -> Sheet:
    declared = briefing.projections[-1].catalogue
    listed = briefing.projections[-1].scenario.profile.sources
    rows: list[tuple[Cell, ...]] = []
    for key, slider in declared.sliders.items():
        low, high = slider.evidence or (math.nan, math.nan)
        edited = any(key in projection.scenario.changes for projection in briefing.projections)
        rows.append(
            (
                slider.kind,
                slider.label,
                slider.unit,
                *(
                    figure(projection.scenario.value(key, projection.catalogue))
                    for projection in briefing.projections
                ),
                "edited" if edited else "",
                figure(low),
                figure(high),
                words.grade_words(slider) if isinstance(slider, Belief) else slider.grade,
                "; ".join(listed[source].citation for source in slider.sources),
            )
        )
    for constant in declared.constants.values():
        low, high = constant.range
        value = figure(constant.value)
        rows.append(
            (
                "fixed figure",
                constant.label,
                constant.unit,
                *(value for _ in briefing.projections),
                "",
                figure(low),
                figure(high),
                constant.grade,
                "; ".join(listed[source].citation for source in constant.sources),
            )
        )
    values = (f"Value in {letter} (in the unit)" for letter, _ in briefing.lettered)
    columns = (
        "Kind",
        "Assumption",
        "Unit",
        *values,
        "Edited",
        "Evidence from (in the unit)",
        "Evidence to (in the unit)",
        "Grade",
        "Sources",
    )
    return Sheet("Assumptions", columns, tuple(rows))
