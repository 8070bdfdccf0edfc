"""``--by place`` of ``modeller project`` and ``modeller compare``: totals, and who lives there."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from string import ascii_uppercase
from typing import Any

import numpy as np

from modeller.base.elementary import Floats
from modeller.base.printed import figure, json_line
from modeller.cli.documents import head
from modeller.cli.layout import Column, paragraph, table
from modeller.cli.one_scenario import cell as csv_cell
from modeller.cli.output import csv_text, deliver, deliver_lines, json_text, width
from modeller.cli.versions import record_words
from modeller.projection import Projection, quantiles
from modeller.projection.by_place import SHARED_OUT, ByPlace, PlaceTotals, by_place
from modeller.projection.comparison import Comparison
from modeller.projection.record_by_place import against_vans
from modeller.scenario import Scenario
from modeller.wording import subject_line
from modeller.wording.by_place import (
    MEASURES,
    SHARES,
    Cell,
    cell,
    cells,
    measure_of,
    residents_sentences,
    share_words,
    street_sentence,
    tile_words,
)
from modeller.wording.places import mix_words

_COLUMNS = ("deployments", *SHARED_OUT)
_YIELDS = ("faces_scanned", "true_alerts", "arrests")
_NAMES = tuple(f"p{round(100 * share)}" for share in SHARES)
_OF_PLACE = ("place", "borough", "fixed_cameras", "share_of_deployments")

_COMPARED = ("share", "faces", "arrests", "false-alerts")


def put(projections: Iterator[Projection], options: argparse.Namespace) -> None:
    """Write the totals by place in the format asked for."""
    if options.format == "jsonl":
        lines = ({**head(each.scenario.profile), **document(each)} for each in projections)
        deliver_lines(map(json_line, lines), options)
        return
    several = list(projections)
    if options.format == "json":
        begins = head(several[0].scenario.profile)
        deliver(json_text({**begins, "by_place": [document(each) for each in several]}), options)
    elif options.format == "csv":
        deliver(csv_text([row for each in several for row in rows(by_place(each))]), options)
    else:
        deliver("\n".join(page(each, width()) for each in several), options)


def rows(found: ByPlace) -> Iterator[dict[str, Any]]:
    """A row for each place and outcome, with what a deployment gives there, where that is known."""
    scenario, outcomes = found.projection.scenario, found.projection.catalogue.outcomes
    for place in _all_places(found):
        for key in _COLUMNS:
            each = _summary(place.per_deployment(key)) if key in _YIELDS else {}
            yield {
                "subject": subject_line(scenario.profile),
                "scenario": scenario.title,
                "fingerprint": scenario.fingerprint,
                "record": record_words(scenario),
                "place": place.tile.key,
                "borough": place.borough,
                "fixed_cameras": place.tile.fixed_cameras,
                "share_of_deployments": csv_cell(place.share),
                "fitted_deployments": place.rows,
                "black_share_of_residents": csv_cell(place.black),
                "outcome": key,
                "unit": outcomes[key].unit,
                **_summary(place.total(key)),
                **{f"a_deployment.{name}": each.get(name) for name in _NAMES},
            }


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
                "share_of_deployments": figure(row.share),
                "fitted_deployments": row.rows,
                "black_share_of_residents": figure(row.black),
                **{key: _summary(row.total(key)) for key in _COLUMNS},
                "a_deployment": {key: _summary(row.per_deployment(key)) for key in _YIELDS},
            }
            for row in _all_places(found)
        ],
        "black_share_of_all_residents": figure(found.overall),
        "deployments_in_boroughs_above_it": figure(found.deployments_above),
        "faces_in_boroughs_above_it": _summary(found.faces_above),
        "residents_black_share_by_faces": _summary(found.residents_by_faces),
        "residents_black_share_by_deployments": figure(found.by_deployments("black")),
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


def put_comparison(comparison: Comparison, options: argparse.Namespace) -> None:
    """Write what differs by place in the format asked for."""
    begins = head(comparison.projections[0].scenario.profile)
    if options.format == "text":
        deliver(comparison_page(comparison, width()), options)
    elif options.format == "jsonl":
        lines = (json_line({**begins, **each}) for each in compared(comparison))
        deliver_lines(lines, options)
    elif options.format == "json":
        deliver(json_text({**begins, "by_place": [*compared(comparison)]}), options)
    else:
        deliver(csv_text([*_compared_rows(comparison)]), options)


def compared(comparison: Comparison) -> Iterator[dict[str, Any]]:
    """The later scenarios' values at every place less the first scenario's, draw by draw."""
    first, *others = comparison.projections
    before = by_place(first)
    for other in others:
        places = []
        for key, row in by_place(other).places.items():
            was = before.places[key]
            totals = {
                outcome: _summary(row.total(outcome) - was.total(outcome)) for outcome in _COLUMNS
            }
            places.append(
                {
                    "place": key,
                    "borough": row.borough,
                    "fixed_cameras": row.tile.fixed_cameras,
                    "share_of_deployments": figure(row.share - was.share),
                    **totals,
                }
            )
        yield {"from": first.fingerprint, "to": other.fingerprint, "places": places}


def _compared_rows(comparison: Comparison) -> Iterator[dict[str, Any]]:
    """The same as rows, one a place and outcome."""
    first, *others = comparison.projections
    for projection, found in zip(others, compared(comparison), strict=True):
        for place in found["places"]:
            for outcome in _COLUMNS:
                yield {
                    "subject": subject_line(first.scenario.profile),
                    "from": found["from"],
                    "to": found["to"],
                    "scenario": projection.scenario.title,
                    "from_record": record_words(first.scenario),
                    "record": record_words(projection.scenario),
                    **{name: place[name] for name in _OF_PLACE},
                    "outcome": outcome,
                    "unit": projection.catalogue.outcomes[outcome].unit,
                    **place[outcome],
                }


def comparison_page(comparison: Comparison, width: int) -> str:
    """What differs by place, the largest change of arrests first, and who lives there."""
    scenarios = [projection.scenario for projection in comparison.projections]
    found = [by_place(projection) for projection in comparison.projections]
    profile = scenarios[0].profile
    lines = [subject_line(profile), "What differs by place, future by future"]
    for letter, scenario in zip(ascii_uppercase, scenarios, strict=False):
        lines.append(f"{letter}  {scenario.title}: {mix_words(scenario.places, profile)}")
    for letter, other in zip(ascii_uppercase[1:], found[1:], strict=False):
        lines += ["", *_differing_table(f"{letter} less A", other, found[0])]
    lines.append("")
    for letter, each in zip(ascii_uppercase, found, strict=False):
        lines += [*paragraph(f"{letter}: {residents_sentences(each, profile)}", width), ""]
    note = (
        "Medians, and in brackets what holds 8 of 10 futures; shares in percentage points. Each "
        "future is "
        "compared with the same future of A. Places where neither holds deployments are left out."
    )
    return "\n".join([*lines, *paragraph(note, width), ""])


def _differing_table(name: str, found: ByPlace, before: ByPlace) -> Sequence[str]:
    columns = {key: cells(found, MEASURES[key], before) for key in _COMPARED}
    held = [
        key for key, row in found.places.items() if row.share > 0.0 or before.places[key].share > 0
    ]
    held.sort(key=lambda key: (-abs(columns["arrests"][key].middle), key))

    def words(made: Cell) -> str:
        return f"{made.figure} ({made.reach})" if made.reach else made.short

    return table(
        [
            Column(name, [tile_words(found.places[key].tile) for key in held]),
            *(
                Column(MEASURES[measure].label, [words(made[key]) for key in held], "right")
                for measure, made in columns.items()
            ),
        ]
    )


def sentences(found: ByPlace, scenario: Scenario) -> tuple[str, ...]:
    """The sentences below the table."""
    profile = scenario.profile
    return (
        residents_sentences(found, profile),
        *(street_sentence(each) for each in against_vans(profile)),
        "Middles of places need not add up to the middle of all; in each future the places do.",
    )


def _all_places(found: ByPlace) -> tuple[PlaceTotals, ...]:
    """Those that hold deployments, and then the others."""
    return (*found.held, *(each for each in found.places.values() if not each.share > 0.0))


def _summary(values: Floats) -> dict[str, float | None]:
    found = quantiles(np.sort(values), SHARES)
    return {name: figure(value) for name, value in zip(_NAMES, found.tolist(), strict=True)}
