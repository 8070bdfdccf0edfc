"""The lists of ``modeller list`` as pages of text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from modeller.cli import list_calibration
from modeller.cli.layout import GAP, Column, paragraph, table, table_width, with_text
from modeller.cli.list_rows import ROWS, Row
from modeller.cli.output import width
from modeller.model.catalogue import Belief, Entry, Lever
from modeller.profiles import Profile
from modeller.wording import FIXED_SPACE, value_range_words, value_words
from modeller.wording.numbers import counted

_TEXT_WIDTH = 100


def _scenarios(profile: Profile) -> list[str]:
    rows = ROWS["scenarios"](profile)
    columns = [Column(name, [row[name] for row in rows]) for name in ("name", "fingerprint")]
    return with_text(columns, "question", [row["question"] for row in rows], width())


def _levers(profile: Profile, kind: str) -> list[str]:
    return _sliders([lever for lever in profile.catalogue.levers.values() if lever.kind == kind])


def _beliefs(profile: Profile) -> list[str]:
    return _sliders(list(profile.catalogue.beliefs.values()))


def _sliders(sliders: Sequence[Lever | Belief]) -> list[str]:
    keys = Column("key", [slider.key for slider in sliders])
    baseline = [value_words(slider, slider.baseline) for slider in sliders]
    ranges = [value_range_words(slider, slider.minimum, slider.maximum) for slider in sliders]
    evidence = [
        "" if slider.evidence is None else value_range_words(slider, *slider.evidence)
        for slider in sliders
    ]
    grades = Column("grade", [slider.grade for slider in sliders])
    columns = [
        keys,
        Column("baseline", baseline),
        Column("range", ranges),
        Column("evidence", evidence),
        grades,
    ]
    if table_width(columns) > width():
        # the unit has a column of its own
        units = Column("unit", [slider.unit for slider in sliders])
        bare = [
            [text.split(FIXED_SPACE)[0] for text in texts] for texts in (baseline, ranges, evidence)
        ]
        columns = [
            keys,
            Column("baseline", bare[0], "right"),
            Column("range", bare[1], "right"),
            Column("evidence", bare[2], "right"),
            units,
            grades,
        ]
    if table_width(columns) > width():
        columns.remove(grades)
    note = (
        "Evidence: as far as has been seen, or a belief's 90 % range. Set one with “modeller "
        "project FILE --set KEY=VALUE”. “modeller list … --format json” adds what each is and "
        "where it comes from."
    )
    return [*table(columns), "", *paragraph(note, min(width(), _TEXT_WIDTH))]


def _entries(entries: Sequence[Entry]) -> list[str]:
    columns = [
        Column("key", [entry.key for entry in entries]),
        Column("unit", [entry.unit for entry in entries]),
        Column("grade", [entry.grade for entry in entries]),
    ]
    return with_text(columns, "what it is", [entry.help for entry in entries], width())


def _outcomes(profile: Profile) -> list[str]:
    return _entries(list(profile.catalogue.outcomes.values()))


def _parameters(profile: Profile) -> list[str]:
    fixed = _entries(list(profile.catalogue.constants.values()))
    return [*_sliders(list(profile.catalogue.sliders.values())), "", "Fixed figures", "", *fixed]


def _evidence(profile: Profile) -> list[str]:
    page_width = min(width(), _TEXT_WIDTH)
    rows = ROWS["evidence"](profile)
    of_record = [row for row in rows if row["kind"] == "record"]
    columns = [
        Column("", [f"{GAP}{row['label']}" for row in of_record]),
        Column("", [row["value"] for row in of_record], "right"),
    ]
    record = profile.record
    lines = [f"The record, {record.first_day} to {record.last_known_day}", *table(columns)]
    places = profile.deployments
    by_place = (
        []
        if places is None
        else [
            "",
            *paragraph(
                f"By place: {counted(len(places), 'deployments')} at "
                f"{counted(len(places.sites), 'sites')} in "
                f"{counted(len(places.boroughs), 'boroughs')}, {places.first_day} to "
                f"{places.last_day}. "
                "“modeller list evidence --by site” lists them; or --by deployment, week or "
                "borough.",
                page_width,
            ),
        ]
    )
    lines += [*by_place, "", "Figures from publications"]
    for row in (row for row in rows if row["kind"] == "figure"):
        grade = "" if row["grade"] == "published" else f" [{row['grade']}]"
        lines += _cited(row, f"{row['label']}: {row['value']} {row['unit']}".rstrip() + grade)
    lines += ["", "Figures in common use that are wrong"]
    for row in (row for row in rows if row["kind"] == "wrong figure in the press"):
        lines += _cited(row, f"{row['label']} is wrong. {row['value']}")
    lines += ["", "Known blemishes of the record by deployment"]
    for row in (row for row in rows if row["kind"] == "blemish of the record"):
        lines += paragraph(f"{row['label']} {row['value']}", page_width, indent=2)
    lines += ["", "Looked for and not found"]
    for row in (row for row in rows if row["kind"] == "not found"):
        lines += paragraph(f"{row['label']}. {row['note']}", page_width, indent=2)
    lines += ["", "Where the sources can be read"]
    for source in profile.sources.values():
        if source.url:
            lines += paragraph(source.linked_citation, page_width, indent=2)
    return lines


def _cited(row: Row, text: str) -> list[str]:
    page_width = min(width(), _TEXT_WIDTH)
    lines = paragraph(text, page_width, indent=2)
    if row["note"]:
        lines += paragraph(row["note"], page_width, indent=6)
    return [*lines, *paragraph("Source: " + "; ".join(row["sources"]), page_width, indent=6)]


PAGES: Mapping[str, Callable[[Profile], list[str]]] = {
    "scenarios": _scenarios,
    "choices": lambda profile: _levers(profile, "choice"),
    "circumstances": lambda profile: _levers(profile, "circumstance"),
    "beliefs": _beliefs,
    "outcomes": _outcomes,
    "evidence": _evidence,
    "calibration": list_calibration.page,
    "parameters": _parameters,
}
"""The function for the page of each subject."""
