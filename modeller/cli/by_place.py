"""``modeller project --by place``: totals by place, and who lives there."""

from __future__ import annotations

from typing import Any

import numpy as np

from modeller.base.elementary import Floats
from modeller.cli.layout import Column, paragraph, table
from modeller.projection import Projection, json_number, quantiles
from modeller.projection.by_place import SHARED_OUT, ByPlace, PlaceTotals, by_place
from modeller.projection.record_by_place import against_vans
from modeller.scenario import Scenario
from modeller.wording import subject_line
from modeller.wording.by_place import (
    SHARES,
    cell,
    measure_of,
    residents_sentences,
    share_words,
    street_sentence,
    tile_words,
)

_COLUMNS = ("deployments", *SHARED_OUT)
_YIELDS = ("faces_scanned", "true_alerts", "arrests")


def document(projection: Projection) -> dict[str, Any]:
    """The totals of every place as JSON: 10th, 50th and 90th percentile of each outcome."""
    found = by_place(projection)
    return {
        "title": projection.scenario.title,
        "fingerprint": projection.fingerprint,
        "places": [
            {
                "place": row.tile.key,
                "borough": row.borough,
                "fixed_cameras": row.tile.fixed_cameras,
                "share_of_deployments": row.share,
                "fitted_deployments": row.rows,
                "black_share_of_residents": row.black,
                **{key: _summary(row.total(key)) for key in _COLUMNS},
                "a_deployment": {key: _summary(row.per_deployment(key)) for key in _YIELDS},
            }
            for row in (*found.held, *_not_held(found))
        ],
        "black_share_of_all_residents": found.overall,
        "deployments_in_boroughs_above_it": found.deployments_above,
        "faces_in_boroughs_above_it": _summary(found.faces_above),
        "residents_black_share_by_faces": _summary(found.residents_by_faces),
        "residents_black_share_by_deployments": found.by_deployments("black"),
    }


def page(projection: Projection, width: int) -> str:
    """Medians by place as a table, and sentences about residents."""
    found, scenario = by_place(projection), projection.scenario
    outcomes = projection.catalogue.outcomes
    shares = [*(share_words(row.share) for row in found.held), share_words(1.0)]
    columns = [
        Column("Place", [*(tile_words(row.tile) for row in found.held), "All"]),
        Column("Share", shares, "right"),
    ]
    for key in _COLUMNS:
        shown = measure_of(key)
        cells = [cell(row.total(key), shown).figure for row in found.held]
        everything = cell(projection.totals(key), shown).figure
        columns.append(Column(outcomes[key].label, [*cells, everything], "right"))
    title = f"{scenario.title}: totals by place, middle of the futures"
    lines = [subject_line(scenario.profile), title, "", *table(columns), ""]
    for text in sentences(found, scenario):
        lines += [*paragraph(text, width), ""]
    return "\n".join(lines)


def sentences(found: ByPlace, scenario: Scenario) -> tuple[str, ...]:
    """The sentences below the table."""
    profile = scenario.profile
    return (
        residents_sentences(found, profile),
        *(street_sentence(each) for each in against_vans(profile)),
        "Middles of places need not add up to the middle of all; in each future the places do.",
    )


def _not_held(found: ByPlace) -> tuple[PlaceTotals, ...]:
    return tuple(each for each in found.places.values() if not each.share > 0.0)


def _summary(values: Floats) -> dict[str, float | None]:
    found = quantiles(np.sort(values), SHARES)
    return {f"p{round(100 * s)}": json_number(v) for s, v in zip(SHARES, found, strict=True)}
