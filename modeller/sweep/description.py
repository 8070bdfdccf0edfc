"""Describes the columns of a sweep's table, and how to reproduce its numbers."""

from __future__ import annotations

from pathlib import Path

from modeller.base.data_package import SUFFIX, Field, FieldType, Resource, data_package
from modeller.base.formats import format_for
from modeller.base.saving import replacing
from modeller.base.version import VERSION
from modeller.model.sampling import STREAMS_VERSION
from modeller.records import record_label
from modeller.scenario import Scenario
from modeller.sweep.axes import TEXTS
from modeller.sweep.planned import Design
from modeller.sweep.reported import Chance, IsMet, Reported

_SPREAD = ".spread"


_OF_A_ROW = (
    Field("base", "string", description="Fingerprint of the scenario that is varied"),
    Field("profile", "string", description="The force"),
    Field("record", "string", description="SHA-256 of the record of the past"),
    Field("model", "string", description="Version of the model"),
    Field("weeks", "integer", "weeks", "Horizon"),
    Field("draws", "integer", description="Possible futures"),
    Field("seed", "integer", description="Where the random numbers start"),
)


def row_fields(design: Design) -> tuple[Field, ...]:
    """The columns that say where the numbers of a row come from, besides those of the design."""
    return tuple(field for field in _OF_A_ROW if field.name not in design.columns)


def origin_cells(design: Design, scenario: Scenario) -> dict[str, str | int]:
    """The values of those columns for a row, by name."""
    return {
        "base": design.base.fingerprint,
        "profile": scenario.profile.key,
        "record": design.base.record_digest,
        "model": design.declared.version,
        "weeks": scenario.weeks,
        "draws": scenario.draws,
        "seed": scenario.seed,
    }


def description_path(output: Path) -> Path:
    """The path of a table's descriptor: ``results.csv.datapackage.json``."""
    return output.with_name(output.name + SUFFIX)


def write_description(design: Design, output: Path, *, over: bool) -> None:
    """Write the descriptor of a finished sweep.

    Raises
    ------
    ModellerError
        When it cannot be written, or exists and may not be replaced.
    """
    with replacing(description_path(output), over=over) as file:
        file.write(description(design, output))


def description(design: Design, output: Path) -> bytes:
    """The descriptor as the bytes of a file."""
    base = design.base
    place = base.profile.about.languages["en"].place
    title = f"Sweep of {design.size} scenarios"
    form = format_for("sweep", output).key
    resource = Resource(output.name, title, table_fields(design), line_end="\n", form=form)
    return data_package(
        f"Sweep from {base.title or 'the baseline'}",
        f"Live facial recognition (LFR), {place}: projections of many scenarios, one row each. "
        "Every row is the base scenario with the values in its columns.",
        [resource],
        provenance={
            "software": f"modeller {VERSION}",
            "model": design.declared.version,
            "streams": STREAMS_VERSION,
            "draws": base.draws,
            "seed": base.seed,
            "weeks": base.weeks,
            "record": {
                "label": record_label(base.record, base.profile),
                "sha256": base.record_digest,
            },
            "base": {
                "title": base.title,
                "fingerprint": base.fingerprint,
                "inputs_sha256": base.inputs_digest,
            },
        },
    )


def table_fields(design: Design) -> tuple[Field, ...]:
    """The columns of the table that a sweep writes."""
    sliders, outcomes = design.declared.sliders, design.declared.outcomes
    fields = [
        Field("index", "integer", description="Place in the design, from 0"),
        Field("fingerprint", "string", description="Of the row's scenario"),
    ]
    for name in design.columns:
        slider = sliders.get(name.removesuffix(_SPREAD))
        kind: FieldType = "string" if name in TEXTS else "number"
        if slider is None:
            fields.append(Field(name, kind))
        elif name.endswith(_SPREAD):
            said = f"{slider.label}: how many times the spread of its evidence"
            fields.append(Field(name, kind, description=said))
        else:
            fields.append(Field(name, kind, slider.unit, slider.label))
    for measure in design.measures:
        outcome = outcomes[measure.outcome]
        total = f"{outcome.label}, total over the weeks of the scenario"
        fields.append(_reported(measure, total, outcome.unit))
    return (*fields, *row_fields(design))


def _reported(measure: Reported, total: str, unit: str) -> Field:
    """The column of one reported number."""
    if isinstance(measure, Chance):
        said = f"{total}: share of the futures that meet this, from 0 to 1"
        return Field(str(measure), "number", "share", said)
    if isinstance(measure, IsMet):
        return Field(str(measure), "number", description=f"{total}: 1 where this is met, else 0")
    statistic = "mean" if measure.probability is None else f"{measure.statistic[1:]} % lie below"
    return Field(str(measure), "number", unit, f"{total}: {statistic}")
