"""``modeller trade-off --over-mixes``: what each named mix of places would give."""

from __future__ import annotations

import argparse
from typing import Any

from modeller.analysis.evaluation import prepare
from modeller.analysis.mixes import MixPoint, over_mixes
from modeller.analysis.mixes_words import figure_words, mixes_caution, mixes_sentence
from modeller.cli import one_scenario
from modeller.cli.layout import Column, table
from modeller.cli.progress import Progress
from modeller.profiles import Profile
from modeller.projection.by_place import placed_fit
from modeller.records import catalogue_for
from modeller.scenario import Scenario
from modeller.scenario.places import AS_RECORDED
from modeller.wording.numbers import percent
from modeller.wording.places import mix_words

_TOTALS = ("arrests", "faces", "faces_above", "false_alerts")
_HEADS = ("Arrests", "Faces", "Faces in those boroughs", "False alerts")


def run(options: argparse.Namespace) -> int:
    """Project every named mix."""
    scenario = one_scenario.read_scenario(options)
    placed_fit(catalogue_for(scenario.record, scenario.profile))  # or it says why there is none
    prepare(1 + len(scenario.profile.mixes), scenario)
    with Progress("What is being traded") as progress:
        found = over_mixes(scenario, progress=progress)
    one_scenario.put_results(
        options,
        scenario,
        page=lambda: _page(scenario, found),
        document=lambda: {"mixes": [_document(point) for point in found]},
        rows=lambda: [_row(point) for point in found],
    )
    return 0


def _page(scenario: Scenario, found: tuple[MixPoint, ...]) -> list[str]:
    profile: Profile = scenario.profile
    columns = [Column("Mix", [_name(point, profile) for point in found])]
    for key, head in zip(_TOTALS, _HEADS, strict=True):
        columns.append(
            Column(head, [figure_words("arrests", getattr(point, key)) for point in found], "right")
        )
    there = [percent(point.deployments_above) for point in found]
    columns.append(Column("Deployments there", there, "right"))
    living = [percent(point.residents, 0.001) for point in found]
    columns.append(Column("Black residents", living, "right"))
    reading = (
        "Black residents: their share, each borough weighted by its faces. Medians; all else stays "
        "as in the scenario. * the scenario’s own mix."
    )
    below = (mixes_caution(profile), reading)
    heading = one_scenario.heading(scenario, [mixes_sentence(found, profile)])
    return [*heading, "", *table(columns), *one_scenario.sentences_below(below)]


def _name(point: MixPoint, profile: Profile) -> str:
    return mix_words(point.mix, profile) + (" *" if point.current else "")


def _key(point: MixPoint) -> str:
    """The key of a named mix, or the shares of another."""
    plain = AS_RECORDED if point.mix is None else point.mix.plain
    return plain if isinstance(plain, str) else str(point.mix)


def _document(point: MixPoint) -> dict[str, Any]:
    return {
        "mix": AS_RECORDED if point.mix is None else point.mix.plain,
        "current": point.current,
        **{
            key: dict(zip(("p10", "p50", "p90"), getattr(point, key), strict=True))
            for key in _TOTALS
        },
        "deployments_in_those_boroughs": point.deployments_above,
        "residents_black_share_by_faces": point.residents,
        "unbeaten": point.unbeaten,
    }


def _row(point: MixPoint) -> dict[str, Any]:
    return {
        "mix": _key(point),
        **{f"{key}.p50": one_scenario.cell(getattr(point, key)[1]) for key in _TOTALS},
        "deployments_in_those_boroughs": one_scenario.cell(point.deployments_above),
        "residents_black_share_by_faces": one_scenario.cell(point.residents),
        "unbeaten": point.unbeaten,
    }
