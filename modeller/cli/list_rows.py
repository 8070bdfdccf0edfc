"""The lists of ``modeller list`` as rows, for every format."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from modeller.model.catalogue import Belief, Lever
from modeller.profiles import Profile

Row = dict[str, Any]


def _scenarios(profile: Profile) -> list[Row]:
    from modeller.scenario.file import load_scenario

    rows = []
    for name in profile.scenario_names:
        scenario = load_scenario(name, profile).scenario
        rows.append(
            {
                "name": name,
                "title": scenario.title,
                "question": scenario.question,
                "fingerprint": scenario.fingerprint,
                "sources": list(scenario.sources),
            }
        )
    return rows


def _levers(profile: Profile, kind: str) -> list[Row]:
    return [_slider(lever) for lever in profile.catalogue.levers.values() if lever.kind == kind]


def _slider(slider: Lever | Belief) -> Row:
    return {
        "key": slider.key,
        "label": slider.label,
        "kind": slider.kind,
        "unit": slider.unit,
        "baseline": slider.baseline,
        "minimum": slider.minimum,
        "maximum": slider.maximum,
        "step": slider.step,
        "evidence": list(slider.evidence) if slider.evidence is not None else None,
        "grade": slider.grade,
        "sources": list(slider.sources),
        "help": slider.help,
    }


def _beliefs(profile: Profile) -> list[Row]:
    return [_slider(belief) for belief in profile.catalogue.beliefs.values()]


def _outcomes(profile: Profile) -> list[Row]:
    return [
        {
            "key": outcome.key,
            "label": outcome.label,
            "unit": outcome.unit,
            "kind": outcome.kind,
            "grade": outcome.grade,
            "depends_on": list(outcome.depends_on),
            "sources": list(outcome.sources),
            "help": outcome.help,
        }
        for outcome in profile.catalogue.outcomes.values()
    ]


def _parameters(profile: Profile) -> list[Row]:
    constants = [
        {
            "key": constant.key,
            "label": constant.label,
            "kind": "constant",
            "unit": constant.unit,
            "baseline": constant.value,
            "minimum": None,
            "maximum": None,
            "step": None,
            "evidence": list(constant.range),
            "grade": constant.grade,
            "sources": list(constant.sources),
            "help": constant.help,
        }
        for constant in profile.catalogue.constants.values()
    ]
    return [_slider(slider) for slider in profile.catalogue.sliders.values()] + constants


def _evidence(profile: Profile) -> list[Row]:
    published = profile.published

    def cited(ids: Sequence[str]) -> Row:
        named = [profile.sources[name] for name in ids]
        return {
            "sources": [source.citation for source in named],
            "addresses": [source.url for source in named if source.url],
        }

    record = profile.record
    rows: list[Row] = [
        {
            "kind": "record",
            "key": name,
            "label": f"{name.replace('_', ' ').capitalize()}",
            "value": f"{total:,}",
            "unit": "",
            "grade": "published",
            "note": f"Sum of the record from {record.first_day} to {record.last_known_day}.",
            **cited([profile.about.record.source]),
        }
        for name, total in record.totals().items()
    ]
    rows += [
        {
            "kind": "figure",
            "key": figure.key,
            "label": figure.label,
            "value": figure.value,
            # words and sums of money include their unit
            "unit": figure.unit if figure.value[-1:].isdigit() and "£" not in figure.value else "",
            "grade": figure.grade,
            "note": figure.note,
            **cited(figure.sources),
        }
        for figure in published.figures
    ]
    rows += [
        {
            "kind": "wrong figure in the press",
            "key": error.key,
            "label": f"“{error.said}”",
            "value": error.truth,
            "unit": "",
            "grade": "published",
            "note": error.why,
            **cited(error.sources),
        }
        for error in published.press_errors
    ]
    rows += [
        {
            "kind": "blemish of the record",
            "key": fault.key,
            "label": fault.what,
            "value": fault.treatment,
            "unit": "",
            "grade": "published",
            "note": f"Of {fault.day}.",
            **cited([profile.about.record.deployments_source]),
        }
        for fault in published.deployment_blemishes
    ]
    rows += [
        {
            "kind": "not found",
            "key": "",
            "label": gap.what,
            "value": "",
            "unit": "",
            "grade": "",
            "note": f"Looked for last on {gap.searched}.",
            **cited([]),
        }
        for gap in published.gaps
    ]
    return rows


def _calibration(profile: Profile) -> list[Row]:
    from modeller.cli.list_calibration import rows

    return rows(profile)


ROWS: Mapping[str, Callable[[Profile], list[Row]]] = {
    "scenarios": _scenarios,
    "choices": lambda profile: _levers(profile, "choice"),
    "circumstances": lambda profile: _levers(profile, "circumstance"),
    "beliefs": _beliefs,
    "outcomes": _outcomes,
    "evidence": _evidence,
    "calibration": _calibration,
    "parameters": _parameters,
}
"""The function for the rows of each subject."""
