"""``modeller project --by place``: totals by borough, and who lives there."""

from __future__ import annotations

from typing import Any

import numpy as np

from modeller.base.elementary import Floats
from modeller.cli.layout import Column, paragraph, table
from modeller.projection import Projection, json_number, quantiles
from modeller.projection.by_place import SHARED_OUT, ByPlace, by_place
from modeller.wording import subject_line
from modeller.wording.numbers import percent, style_for

_SHARES = (0.1, 0.5, 0.9)
_COLUMNS = ("deployments", *SHARED_OUT)


def document(projection: Projection) -> dict[str, Any]:
    """Every borough's totals as JSON: 10th, 50th and 90th percentile of each outcome."""
    found = by_place(projection)
    return {
        "title": projection.scenario.title,
        "fingerprint": projection.fingerprint,
        "boroughs": [
            {
                "borough": row.borough,
                "share_of_deployments": row.share,
                "black_share_of_residents": row.black,
                **{key: _summary(row.totals[key]) for key in _COLUMNS},
            }
            for row in found.boroughs
        ],
        "black_share_of_all_residents": found.london,
        "deployments_in_boroughs_above_it": found.deployments_above,
        "faces_in_boroughs_above_it": _summary(found.faces_above),
        "residents_black_share_by_faces": _summary(found.residents_by_faces),
    }


def page(projection: Projection, width: int) -> str:
    """Medians by borough as a table, and the residents in sentences."""
    found = by_place(projection)
    outcomes = projection.catalogue.outcomes
    everything = projection.totals
    columns = [
        Column("Borough", [*(row.borough for row in found.boroughs), "All"]),
        Column(
            "Share", [*(percent(row.share, 0.001) for row in found.boroughs), percent(1.0)], "right"
        ),
    ]
    for key in _COLUMNS:
        cells = [_middle(row.totals[key]) for row in found.boroughs]
        columns.append(Column(outcomes[key].label, [*cells, _middle(everything(key))], "right"))
    title = f"{projection.scenario.title}: totals by borough, middle of the futures"
    lines = [subject_line(projection.scenario.profile), title, "", *table(columns), ""]
    return "\n".join(
        [*lines, *paragraph(_residents(found, projection.scenario.profile.names.place), width), ""]
    )


def _residents(found: ByPlace, place: str) -> str:
    low, middle, high = (percent(v, 0.001) for v in quantiles(np.sort(found.faces_above), _SHARES))
    residents = percent(float(np.median(found.residents_by_faces)), 0.001)
    return (
        f"{percent(found.deployments_above)} of the deployments and {middle} of the faces "
        f"({low} to {high} in 8 of 10 futures) are in boroughs where more residents are Black than "
        f"in {place} as a whole ({percent(found.london, 0.001)}). Weighted by faces, {residents} "
        "of the boroughs' residents are Black. Residents are not the people who walked past, "
        "boroughs are large, and the record cannot say who was scanned. Middles of boroughs need "
        "not add up to the middle of all; in each future the boroughs do."
    )


def _middle(totals: Floats) -> str:
    low, middle, high = quantiles(np.sort(totals), _SHARES)
    return style_for("arrests", float(low), float(high), whole=True).figure(float(middle))


def _summary(values: Floats) -> dict[str, float | None]:
    found = quantiles(np.sort(values), _SHARES)
    return {f"p{round(100 * s)}": json_number(v) for s, v in zip(_SHARES, found, strict=True)}
