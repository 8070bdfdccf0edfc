"""``modeller sensitivity``: what drives a number."""

from __future__ import annotations

import argparse
from typing import Any

from modeller.analysis.answers import sobol_sentence, spoken_tornado, tornado_sentence
from modeller.analysis.evaluation import prepare
from modeller.analysis.phrases import style_of
from modeller.analysis.sensitivity import Bar, Share, SobolShares, Tornado, sobol_shares, tornado
from modeller.base.printed import figure
from modeller.cli import one_scenario
from modeller.cli.layout import GAP, Column, table
from modeller.cli.progress import Progress
from modeller.cli.target_options import add_measure_argument, read_measure
from modeller.model.catalogue import Catalogue
from modeller.scenario import Scenario
from modeller.wording import percent, value_range_words

_SHARES = ("first", "first_error", "total", "total_error")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    one_scenario.add_arguments(parser)
    add_measure_argument(parser)
    parser.add_argument(
        "--shares",
        action="store_true",
        help="also show how much of the outcome's spread each belief accounts for (Sobol shares)",
    )


def run(options: argparse.Namespace) -> int:
    """Move every belief over its evidence."""
    measure = read_measure(options)
    scenario = one_scenario.read_scenario(options)
    prepare(100, scenario)
    with Progress("Which assumption matters most") as progress:
        found = tornado(scenario, measure, progress=progress)
    shares = None
    if options.shares:
        with Progress("Shares of the spread") as progress:
            shares = sobol_shares(scenario, measure.outcome, progress=progress)
    one_scenario.put_results(
        options,
        scenario,
        page=lambda: _page(scenario, found, shares),
        document=lambda: _document(found, shares),
        rows=lambda: rows(found, shares),
    )
    return 0


def _page(scenario: Scenario, found: Tornado, shares: SobolShares | None) -> list[str]:
    declared = scenario.catalogue
    values = [found.now, *(value for bar in found.bars for value in bar.measures)]
    written = style_of(found.measure, values, declared)
    lines = one_scenario.heading(
        scenario, [tornado_sentence(found, declared), spoken_tornado(found, scenario, declared)]
    )
    moving = [bar for bar in found.bars if bar.length > 0.0]
    turning = any(bar.non_monotone for bar in moving)
    lines += [
        "",
        *table(
            [
                Column("Belief, exactly known", [GAP + bar.label for bar in moving]),
                Column("evidence (9 of 10)", [_evidence(declared, bar) for bar in moving]),
                Column("at its low end", [written.figure(bar.at_low) for bar in moving], "right"),
                Column("at its high end", [written.figure(bar.at_high) for bar in moving], "right"),
                *(
                    [Column("", ["turns" if bar.non_monotone else "" for bar in moving])]
                    if turning
                    else []
                ),
            ]
        ),
    ]
    still = [bar.label for bar in found.bars if bar.length == 0.0]
    if still:
        lines += ["", f"No effect here: {', '.join(still)}."]
    if shares is not None:
        lines += one_scenario.sentences_below([sobol_sentence(shares, declared)])
        lines += ["", *_shares_table(shares)]
    return lines


def _evidence(declared: Catalogue, bar: Bar) -> str:
    return value_range_words(declared.sliders[bar.key], bar.values[0], bar.values[-1])


def _shares_table(shares: SobolShares) -> list[str]:
    kept = shares.shares
    return table(
        [
            Column("Share of the spread", [GAP + share.label for share in kept]),
            Column("alone", [percent(max(share.first, 0.0)) for share in kept], "right"),
            Column("error", [percent(share.first_error, 0.001) for share in kept], "right"),
            Column("with others", [percent(share.total) for share in kept], "right"),
            Column("error", [percent(share.total_error, 0.001) for share in kept], "right"),
        ]
    )


def _document(found: Tornado, shares: SobolShares | None) -> dict[str, Any]:
    document: dict[str, Any] = {
        "measure": one_scenario.measure_document(found.measure),
        "now": figure(found.now),
        "bars": [
            {
                "belief": bar.key,
                "unit": bar.unit,
                "shares": list(bar.shares),
                "values": [figure(value) for value in bar.values],
                "measures": [figure(value) for value in bar.measures],
                "non_monotone": bar.non_monotone,
                "moved": bar.moved,
            }
            for bar in found.bars
        ],
    }
    if shares is not None:
        document["sobol"] = {
            "outcome": shares.outcome,
            "variance": figure(shares.variance),
            "left_out": figure(shares.left_out),
            "shares": [
                {
                    "factor": share.key,
                    "first": figure(share.first),
                    "first_error": figure(share.first_error),
                    "total": figure(share.total),
                    "total_error": figure(share.total_error),
                }
                for share in shares.shares
            ],
        }
    return document


def rows(found: Tornado, shares: SobolShares | None = None) -> list[dict[str, Any]]:
    """A row for each belief, and with its share of the spread where that is given."""
    by_key = {share.key: share for share in shares.shares} if shares else {}
    made = []
    for bar in found.bars:
        row: dict[str, Any] = {
            "belief": bar.key,
            "unit": bar.unit,
            "measure": str(found.measure),
            "now": one_scenario.cell(found.now),
            "low": one_scenario.cell(bar.values[0]),
            "high": one_scenario.cell(bar.values[-1]),
            "at_low": one_scenario.cell(bar.at_low),
            "at_high": one_scenario.cell(bar.at_high),
            "non_monotone": bar.non_monotone,
        }
        if shares is not None:
            share = by_key.get(bar.key)
            row |= _share_cells(share) if share else dict.fromkeys(_SHARES, 0.0)
        made.append(row)
    if shares is not None:
        luck = by_key["luck"]
        made.append(
            dict.fromkeys(made[0], "")
            | {"belief": luck.key, "measure": str(found.measure)}
            | _share_cells(luck)
        )
    return made


def share_rows(found: SobolShares) -> list[dict[str, Any]]:
    """A row for each belief, and one for luck, with its share of the spread."""
    return [
        {"belief": each.key, "outcome": found.outcome, **_share_cells(each)}
        for each in found.shares
    ]


def _share_cells(share: Share) -> dict[str, Any]:
    return {name: one_scenario.cell(getattr(share, name)) for name in _SHARES}
