"""The log as headings, paragraphs and tables, from which every form is made."""

from __future__ import annotations

from dataclasses import dataclass

from modeller.backtest.words import (
    how_sentence,
    miss_sentence,
    single_sentences,
    standpoints_words,
    weeks_sentence,
)
from modeller.base.language import source_language
from modeller.quality.log import Assumption, QualityLog
from modeller.wording import EN_DASH, MINUS, number, percent, style_for, with_unit


@dataclass(frozen=True)
class Table:
    """A table with a caption; the first cell of a row is its heading."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Section:
    """A section of the log."""

    title: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    table: Table | None = None


TITLE = "Quality assurance log"

_EFFECTS = (
    "Effects are changes of the year's median totals in the scenario “{plan}” ({medians}) when the "
    "entry alone moves from the low to the high end of its range: a belief or fixed figure over "
    "its 90 % range, a choice or circumstance over the whole of its lever. The longest effect on "
    "arrests comes first."
)
_ASSUMPTION_HEADINGS = (
    "Entry",
    "Kind",
    "Value",
    "Range",
    "Grade",
    "Effect on arrests",
    "Effect on false alerts",
    "Reliability",
    "Why",
    "Sources",
    "Reviewed",
    "By",
    "Status",
)


@source_language()
def sections(log: QualityLog) -> tuple[Section, ...]:
    """The whole log in the order of the AQuA Book."""
    return (
        _statement(log),
        _assumptions(log),
        Section(
            "Data log",
            table=Table(
                "What the model rests on",
                ("Data", "Source", "Content", "Known faults"),
                tuple(
                    (
                        item.name,
                        item.source,
                        item.content or EN_DASH,
                        " ".join(item.faults) or "None known.",
                    )
                    for item in log.data
                ),
            ),
        ),
        Section(
            "Decisions log",
            table=Table(
                "Decisions of the design",
                ("Decision", "Date", "Why", "What was not chosen"),
                tuple(
                    (decision.what, decision.date.isoformat(), decision.why, decision.instead)
                    for decision in log.decisions
                ),
            ),
        ),
        Section("Verification done", (tests_sentence(log),), log.verification),
        _validation(log),
        Section("Limitations", (), log.limitations),
    )


_NAMED_BY_VERSION = frozenset({"random streams", "record"})
"""Beginnings of versions that already say what they are: ``streams-1``, ``record to …``."""


def version_words(log: QualityLog) -> tuple[str, ...]:
    """The versions, each with its name: ``model 2.0.0``, ``streams-1``, ``record to …``."""
    return tuple(
        version if name in _NAMED_BY_VERSION else f"{name} {version}"
        for name, version in log.versions.items()
    )


def tests_sentence(log: QualityLog) -> str:
    """When the tests last ran, and with what result."""
    if log.tests is None:
        return (
            "When the tests last ran is not known here: their results are kept where they run, in "
            "a checkout of the project."
        )
    found = log.tests
    outcome = "all passed" if not found.failed else f"{found.failed:,} failed"
    skipped = f", {found.skipped:,} skipped" if found.skipped else ""
    return f"The tests last ran on {found.ran}: {found.tests:,} tests, {outcome}{skipped}."


def _statement(log: QualityLog) -> Section:
    said = log.statement
    expired = (
        " That date has passed: do not rely on it without a new review." if log.expired else ""
    )
    people = (
        ("Commissioner", said.commissioner),
        ("Analyst", said.analyst),
        ("Analytical assurer", said.assurer),
        ("Approver", said.approver),
    )
    return Section(
        "Statement",
        (
            said.purpose,
            f"Made on {log.made} from {', '.join(version_words(log))}.",
            f"Status: {said.signed_off}. Last reviewed {said.reviewed}.",
            f"Sunset date: {said.sunset}. {said.sunset_reason}{expired}",
        ),
        table=Table(
            "Roles", ("Role", "Who"), tuple((role, who or "nobody named") for role, who in people)
        ),
    )


def _assumptions(log: QualityLog) -> Section:
    ordered = sorted(log.assumptions, key=lambda found: -_size(found, log))
    medians = " and ".join(
        f"{number(value, 1.0)} {key.replace('_', ' ')}" for key, value in log.medians.items()
    )
    said = log.statement
    return Section(
        "Assumptions log",
        (
            _EFFECTS.format(plan=log.plan, medians=medians),
            f"Reviewed by {said.analyst} on {said.reviewed}; {said.signed_off}.",
        ),
        table=Table(
            "Every entry of the catalogue",
            _ASSUMPTION_HEADINGS,
            tuple(_assumption_row(found) for found in ordered),
        ),
    )


def _size(found: Assumption, log: QualityLog) -> float:
    if found.effect is None:
        return -1.0
    shares = [
        abs(found.effect.swing(key)) / max(now, 1.0) / scale
        for (key, now), scale in zip(log.medians.items(), (1.0, 1e6), strict=False)
    ]
    return sum(shares)


def _assumption_row(found: Assumption) -> tuple[str, ...]:
    written = style_for("", found.low, found.high)
    figure = number(found.value, written.step if written.step < abs(found.value) else 0.0)
    grade = found.grade
    if found.spread_grade != found.grade:
        grade += f"; its range {found.spread_grade}"
    return (
        found.label,
        found.kind,
        with_unit(figure, found.unit),
        EN_DASH if found.low == found.high else written.range(found.low, found.high),
        grade,
        effect_words(found, "arrests"),
        effect_words(found, "false_alerts"),
        found.reliability,
        found.why,
        "; ".join(found.sources),
        found.reviewed.isoformat(),
        found.who,
        found.signed_off,
    )


def effect_words(found: Assumption, outcome: str) -> str:
    """An effect: ``+320``, ``−40``, ``none``; a dash if the entry has no range."""
    if found.effect is None:
        return EN_DASH
    swing = found.effect.swing(outcome)
    if round(swing) == 0:
        return "none" if swing == 0 else "less than 1"
    return ("+" if swing > 0 else MINUS) + number(abs(swing), 1.0)


def _validation(log: QualityLog) -> Section:
    if log.backtest is None:
        return Section(
            "Validation done", ("The backtest was not run for this log.",), log.validation
        )
    found = log.backtest
    telling = found.tellings[0]
    answers = [
        weeks_sentence(found, outcome, telling) for outcome in found.origins[0].told[telling]
    ]
    missed = [f"Worst miss: {miss_sentence(miss)}" for miss in found.worst[:1]]
    return Section(
        "Validation done",
        (
            f"Backtest. {standpoints_words(found)}",
            *answers,
            how_sentence(telling),
            *single_sentences(found),
            *(missed or ["No running total left its 80 % band."]),
        ),
        log.validation,
        Table(
            "Share of what happened inside the bands, whole numbers allowed for",
            ("Told", "Outcome", "View", "Weeks ahead", "Origins", "50 % band", "80 % band"),
            tuple(
                (
                    line.telling,
                    line.outcome.replace("_", " "),
                    line.view,
                    str(line.horizon),
                    str(line.origins),
                    percent(line.inside_50),
                    percent(line.inside_80),
                )
                for line in found.lines
            ),
        ),
    )
