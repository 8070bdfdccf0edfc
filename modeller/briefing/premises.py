"""Sections on what the results are based on: the record's counts, and the scenarios."""

from __future__ import annotations

from datetime import date

import numpy as np

from modeller.base.dates import month
from modeller.briefing import words
from modeller.briefing.content import Block, Bullets, Paragraph, Row, Section, Subheading, Table
from modeller.briefing.shown import Shown
from modeller.evidence import Record
from modeller.projection import Projection
from modeller.scenario.setting import baseline_setting
from modeller.scenario.words_of_shipped import with_words_that_hold
from modeller.wording import setting_words
from modeller.wording.places import mix_words

_RECORD_COLUMNS = ("deployments", "faces_scanned", "true_alerts", "false_alerts", "arrests")


# ---------------------------------------------------------------- the record


def record_section(shown: Shown) -> Section:
    """The section on what was counted."""
    record = shown.record
    heading = "The record in counts"
    if record is None:
        text = "The scenarios use a record of the user’s own, which is not in this briefing."
        return Section("record", heading, (Paragraph(text),))
    years = record.week_starting.astype("datetime64[Y]").astype(int) + 1970
    rows = tuple(
        Row(
            str(year),
            (
                f"{int((years == year).sum())}",
                *(f"{int(getattr(record, c)[years == year].sum()):,}" for c in _RECORD_COLUMNS),
            ),
        )
        for year in sorted(set(years.tolist()))
    )
    labels = tuple(column.replace("_", " ").capitalize() for column in _RECORD_COLUMNS)
    names = shown.profile.names
    busiest = int(record.deployments.max())
    blocks: list[Block] = [
        Paragraph(
            "These are counts from a record of the user’s own, added up by week; they have no "
            "range, and nobody else has checked them."
            if shown.own_record
            else f"These are counts, published by {names.force_long} deployment by deployment "
            f"and added up here by week; they have no range. A false alert is one {names.force} "
            "itself found to be false."
        ),
        Table(
            caption=f"Live facial recognition by year ({shown.record_label})",
            columns=("Weeks beginning in", "Weeks with deployments", *labels),
            rows=rows,
            widths=(1.2, 1.35, 1.25, 1.15, 1.0, 1.0, 0.9),
        ),
        Paragraph(
            " ".join(
                (
                    f"The busiest week, from Monday to Sunday, has {busiest} deployments.",
                    *(() if shown.own_record else _not_comparable(record)),
                )
            )
        ),
    ]
    blemishes = () if shown.own_record else shown.profile.published.blemishes_of(record)
    if blemishes:
        blocks.append(Subheading("Known blemishes of the record"))
        blocks.append(
            Bullets(tuple(words.typographic(f"{b.what} {b.treatment}") for b in blemishes))
        )
    at_length = frozenset({3, 4}) if blemishes else frozenset()
    return Section("record", heading, tuple(blocks), at_length)


def _not_comparable(record: Record) -> list[str]:
    """Across which months the record's counts are not comparable, and why."""
    found = []
    current = record.week_starting[record.face_count_basis == record.face_count_basis[-1]]
    if len(current) < len(record):
        found.append(
            f"How faces are counted changed in {_month(current[0])}, so faces are not comparable "
            "across it."
        )
    known = ~np.isnan(record.threshold)
    thresholds, weeks = record.threshold[known], record.week_starting[known]
    if len(set(thresholds.tolist())) > 1:
        last = weeks[np.flatnonzero(thresholds != thresholds[-1])[-1] + 1]
        found.append(
            "The threshold at which a likeness becomes an alert was last changed in "
            f"{_month(last)}, so false alerts are not comparable across it either."
        )
    return found


def _month(week: np.datetime64) -> str:
    """The month in which a week ends."""
    sunday: date = (week + np.timedelta64(6, "D")).astype(object)
    return f"{month(sunday)} {sunday.year}"


# ---------------------------------------------------------------- the options


def options_section(shown: Shown) -> Section:
    """The section on what each scenario is, and exactly what differs."""
    blocks: list[Block] = []
    declared = shown.main.catalogue
    first = shown.main.scenario
    blocks.append(
        Paragraph(
            f"Every scenario runs over {shown.weeks} weeks and {first.draws:,} possible futures, "
            "with the same luck in each, so that what differs between them comes from what was "
            "changed and not from chance. The table lists everything that is changed in any of "
            "them; everything else is at the baseline."
            if len(shown.projections) > 1
            else f"The scenario runs over {shown.weeks} weeks and {first.draws:,} possible "
            "futures. The table lists everything that is changed in it; everything else is at the "
            "baseline."
        )
    )
    has_baseline = any(projection.scenario.is_baseline for projection in shown.projections)
    rows = [
        Row(
            words.label_of(key, declared),
            (
                *(() if has_baseline else (_baseline_words(shown.main, key),)),
                *(words.plain_words(projection, key) for projection in shown.projections),
            ),
        )
        for key in words.changed_keys(shown.lettered)
    ]
    if rows:
        blocks.append(
            Table(
                caption="What is changed",
                columns=(
                    "Choice, circumstance or belief",
                    *(() if has_baseline else ("Baseline",)),
                    *shown.columns,
                ),
                rows=tuple(rows),
                figures=False,
            )
        )
    else:
        blocks.append(Paragraph("Nothing is changed: this is the baseline."))
    phases = [words.phases_sentence(projection) for projection in shown.projections]
    for (letter, projection), phase in zip(shown.lettered, phases, strict=True):
        scenario = with_words_that_hold(projection.scenario)
        blocks.append(Subheading(f"{letter}  {scenario.title}"))
        texts = (scenario.question, *_paragraphs(scenario.notes), phase)
        blocks += [Paragraph(text) for text in texts if text]
        facts = [f"Scenario by {scenario.author}."] if scenario.author else []
        if scenario.sources:
            known = shown.profile.sources
            named = [
                words.typographic(known[source].citation) if source in known else source
                for source in scenario.sources
            ]
            facts.append(f"Sources named in it: {'; '.join(named)}.")
        if facts:
            blocks.append(Paragraph(" ".join(facts)))
    return Section("options", "The options", tuple(blocks))


def _baseline_words(projection: Projection, key: str) -> str:
    if key == "places":
        return mix_words(None, projection.scenario.profile)
    slider = projection.catalogue.sliders[key]
    return setting_words(slider, baseline_setting(slider))


def _paragraphs(text: str) -> list[str]:
    """The user's text in its paragraphs; single line breaks become spaces."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]
