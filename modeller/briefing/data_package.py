"""The data package descriptor beside a briefing's CSV files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from modeller.base.data_package import Field, Resource, data_package, field_type
from modeller.base.spreadsheets import harmless
from modeller.base.version import VERSION
from modeller.briefing.content import Briefing, plain_text
from modeller.briefing.sheets import Sheet
from modeller.model.sampling import STREAMS_VERSION

_MEANINGS = {
    "mean": "Mean of the futures",
    "p05": "1 in 20 futures lies below",
    "p10": "1 in 10 futures lies below",
    "p25": "1 in 4 futures lies below",
    "p50": "Median of the futures",
    "p75": "1 in 4 futures lies above",
    "p90": "1 in 10 futures lies above",
    "p95": "1 in 20 futures lies above",
}


def briefing_package(
    briefing: Briefing, tables: Mapping[str, tuple[Sheet, bytes]], scenarios: Sequence[str]
) -> bytes:
    """The descriptor.

    Parameters
    ----------
    tables
        For each file name, the table and the content of the file.
    scenarios
        Names of the scenario files beside them.
    """
    first, record = briefing.projections[0], briefing.record
    sources = first.scenario.profile.sources
    cited = sorted({key for slider in first.catalogue.sliders.values() for key in slider.sources})
    return data_package(
        briefing.front.title,
        f"{briefing.front.subject}. {briefing.front.answer} {briefing.front.context}",
        [
            Resource(path, sheet.name, _fields(sheet), content)
            for path, (sheet, content) in tables.items()
        ],
        made=briefing.about.on,
        provenance={
            "software": f"modeller {VERSION}",
            "model": first.catalogue.version,
            "streams": STREAMS_VERSION,
            "draws": first.scenario.draws,
            "seed": first.scenario.seed,
            "weeks": first.scenario.weeks,
            "record": {
                "label": "not available" if record is None else record.label,
                "sha256": first.scenario.record_digest,
            },
            "base": briefing.letters[briefing.against],
            "scenarios": [
                {
                    "letter": letter,
                    "title": projection.scenario.title,
                    "fingerprint": projection.fingerprint,
                    "inputs_sha256": projection.scenario.inputs_digest,
                    "results_sha256": projection.results_digest,
                    "path": path,
                }
                for (letter, projection), path in zip(briefing.lettered, scenarios, strict=True)
            ],
            "status": briefing.about.status,
        },
        sources=[(sources[key].citation, sources[key].url) for key in cited],
    )


def _fields(sheet: Sheet) -> tuple[Field, ...]:
    columns = list(zip(*sheet.rows, strict=True)) or [()] * len(sheet.columns)
    units = sheet.units or ("",) * len(sheet.columns)
    mixed = {"Value"} & set(sheet.columns)  # every row is of another kind
    return tuple(
        Field(
            harmless(plain_text(name)),  # the form in the file
            "string" if name in mixed else field_type(values),
            unit,
            _MEANINGS.get(name, ""),
        )
        for name, values, unit in zip(sheet.columns, columns, units, strict=True)
    )
