"""``modeller trade-off``: two outcomes over two levers, and the frontier between them."""

from __future__ import annotations

import argparse
from typing import Any

from modeller.analysis.answers import exchange_sentence, step_words, steps_sentence
from modeller.analysis.evaluation import prepare
from modeller.analysis.exchange import Exchange, exchanges
from modeller.analysis.phrases import change_words, measure_words, point_words
from modeller.analysis.targets import Measure, parse_measure
from modeller.analysis.trade_off import (
    FRONTIER_LEVERS,
    FRONTIER_MEASURES,
    Frontier,
    Grid,
    Point,
    RecordYear,
    frontier,
    grid,
)
from modeller.base.bounded_json import shown
from modeller.base.errors import ModellerError, Problem
from modeller.base.language import lower_first, upper_first
from modeller.base.printed import figure
from modeller.base.typed_numbers import whole_number
from modeller.cli import one_scenario
from modeller.cli.layout import GAP, Column, table
from modeller.cli.output import width
from modeller.cli.progress import Progress
from modeller.model.catalogue import Catalogue
from modeller.scenario import Scenario
from modeller.wording import exact_number, number, value_words
from modeller.wording.numbers import three_figures


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    one_scenario.add_arguments(parser)
    parser.add_argument(
        "--over",
        nargs=2,
        metavar=("KEY", "KEY"),
        help=f"the two levers, across and down (default: {' '.join(FRONTIER_LEVERS)})",
    )
    parser.add_argument(
        "--gain",
        default=str(FRONTIER_MEASURES[1]),
        metavar="OUTCOME.STATISTIC",
        help=f"what there should be more of (default: {FRONTIER_MEASURES[1]})",
    )
    parser.add_argument(
        "--cost",
        default=str(FRONTIER_MEASURES[0]),
        metavar="OUTCOME.STATISTIC",
        help=f"what there should be less of (default: {FRONTIER_MEASURES[0]})",
    )
    parser.add_argument(
        "--points",
        default="7x5",
        metavar="NxM",
        help="how many settings of each of the two levers (default: 7x5)",
    )
    parser.add_argument(
        "--over-mixes",
        action="store_true",
        help="instead of two levers, compare the named mixes of places: arrests against faces in "
        "boroughs "
        "with a larger share of Black residents than all together",
    )


def run(options: argparse.Namespace) -> int:
    """Project the grid and find the frontier, or the named mixes."""
    if options.over_mixes:
        from modeller.cli import mixes_traded

        return mixes_traded.run(options)
    declared = options.profile.catalogue
    gain = parse_measure(options.gain, declared, where="--gain")
    cost = parse_measure(options.cost, declared, where="--cost")
    points = _points(options.points)
    x_key, y_key = options.over or FRONTIER_LEVERS
    scenario = one_scenario.read_scenario(options)
    prepare(points[0] * points[1], scenario)
    with Progress("What is being traded") as progress:
        surface = grid(
            scenario,
            x_key,
            y_key,
            (cost, gain),
            points=points,
            through_here=True,
            progress=progress,
        )
    found = frontier(surface, cost, gain, scenario=scenario)
    one_scenario.put_results(
        options,
        scenario,
        page=lambda: _page(scenario, surface, found),
        document=lambda: _document(surface, found),
        rows=lambda: rows(surface, found),
    )
    return 0


def _points(text: str) -> tuple[int, int]:
    across, _, down = text.lower().partition("x")
    points = whole_number(across), whole_number(down)
    if points[0] is None or points[1] is None:
        raise ModellerError(Problem("--points", f"is {shown(text)}", "write it as 7x5"))
    return points[0], points[1]


def _page(scenario: Scenario, surface: Grid, found: Frontier) -> list[str]:
    across, up = exchanges(surface, found.gain, found.cost)
    known = scenario.catalogue
    answers = [exchange_sentence(across, known), steps_sentence(across, known)]
    answers.append(exchange_sentence(up, known))
    lines = one_scenario.heading(scenario, [sentence for sentence in answers if sentence])
    lines += ["", *_steps_table(across, known)]
    for measure in (found.gain, found.cost):
        lines += ["", *_surface_table(scenario.catalogue, surface, measure)]
    chosen = found.efficient
    if len(chosen) < len(found.points):
        columns = [
            Column(
                "Efficient settings",
                [GAP + point_words(point, scenario.catalogue) for point in chosen],
            ),
            Column(
                measure_words(found.gain, scenario.catalogue),
                [three_figures(p.gain) for p in chosen],
                "right",
            ),
            Column(
                measure_words(found.cost, scenario.catalogue),
                [three_figures(p.cost) for p in chosen],
                "right",
            ),
        ]
        lines += ["", *table(columns)]
        sentence = (
            "Efficient: no other choice shown, under the same beliefs and circumstances, gives "
            "more of the one without more of the other."
        )
    else:
        sentence = (
            "Every setting shown is efficient: under the same beliefs and circumstances, more of "
            "the one always comes with more of the other."
        )
    years = _years(scenario, found) if found.years else []
    return lines + one_scenario.sentences_below([sentence, *years])


def _surface_table(declared: Catalogue, surface: Grid, measure: Measure) -> list[str]:
    asked = measure_words(measure, declared)
    x, y = declared.sliders[surface.x_key], declared.sliders[surface.y_key]
    labels = Column(
        f"{upper_first(asked)}",
        ["", *(f"{GAP}{y.label} {value_words(y, value)}" for value in surface.y.tolist())],
    )
    columns = [
        Column(
            x.label if index == 0 else "",
            [exact_number(value), *(three_figures(each) for each in across)],
            "right",
        )
        for index, (value, across) in enumerate(
            zip(surface.x.tolist(), surface.values[measure].T.tolist(), strict=True)
        )
    ]
    return [line[: width()] for line in table([labels, *columns])]


def _steps_table(found: Exchange, declared: Catalogue) -> list[str]:
    return table(
        [
            Column(
                f"Each step of {lower_first(declared.sliders[found.key].label)}",
                [GAP + step_words(found.key, step, declared) for step in found.steps],
            ),
            Column("", [change_words(found.gain, step.gain, declared) for step in found.steps]),
            Column("", [change_words(found.cost, step.cost, declared) for step in found.steps]),
        ]
    )


def _years(scenario: Scenario, found: Frontier) -> list[str]:
    years = "; ".join(
        f"{year.year}{_part(year)}: {number(year.deployments_per_week, 0.1)} deployments a week, "
        f"{found.gain.outcome.replace('_', ' ')} {number(year.gain, 1.0)}, "
        f"{found.cost.outcome.replace('_', ' ')} {number(year.cost, 1.0)}"
        f"{'' if year.comparable else ' (counted or set otherwise, not comparable)'}"
        for year in found.years
    )
    return [f"The record, scaled to {scenario.weeks} weeks: {years}."]


def _part(year: RecordYear) -> str:
    return f" ({year.weeks} weeks of it, scaled up)" if year.part_year else ""


def _document(surface: Grid, found: Frontier) -> dict[str, Any]:
    return {
        "x": {"key": surface.x_key, "values": [figure(value) for value in surface.x.tolist()]},
        "y": {"key": surface.y_key, "values": [figure(value) for value in surface.y.tolist()]},
        "surfaces": [
            {
                **one_scenario.measure_document(measure),
                "values": [[figure(value) for value in row] for row in values.tolist()],
                "now": figure(surface.now[measure]),
                "iso_lines": [
                    {
                        "level": figure(level),
                        "lines": [[[figure(x), figure(y)] for x, y in line] for line in lines],
                    }
                    for level, lines in surface.iso_lines(measure, surface.levels(measure)).items()
                ],
            }
            for measure, values in surface.values.items()
        ],
        "exchanges": [
            {
                "lever": each.key,
                "steps": [
                    {name: figure(getattr(step, name)) for name in ("low", "high", "gain", "cost")}
                    for step in each.steps
                ],
            }
            for each in exchanges(surface, found.gain, found.cost)
        ],
        "gain": one_scenario.measure_document(found.gain),
        "cost": one_scenario.measure_document(found.cost),
        "efficient": [_point(point) for point in found.efficient],
        "now": _point(found.now),
        "record_years": [
            {
                "year": year.year,
                "weeks": year.weeks,
                "part_year": year.part_year,
                "deployments_per_week": figure(year.deployments_per_week),
                "gain": figure(year.gain),
                "cost": figure(year.cost),
                "comparable": year.comparable,
            }
            for year in found.years
        ],
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "settings": {key: figure(value) for key, value in point.settings.items()},
        "gain": figure(point.gain),
        "cost": figure(point.cost),
        "efficient": point.efficient,
    }


def rows(surface: Grid, found: Frontier) -> list[dict[str, Any]]:
    """A row for each pair of settings."""
    return [_row(surface, found, point) for point in found.points]


def _row(surface: Grid, found: Frontier, point: Point) -> dict[str, Any]:
    return {
        **{key: one_scenario.cell(point.settings[key]) for key in (surface.x_key, surface.y_key)},
        str(found.gain): one_scenario.cell(point.gain),
        str(found.cost): one_scenario.cell(point.cost),
        "efficient": point.efficient,
    }
