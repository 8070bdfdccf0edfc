"""What the lists of ``modeller list`` hold, as rows for every format."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from modeller.model.catalogue import Belief, Lever, catalogue

Row = dict[str, Any]


def _scenarios() -> list[Row]:
    import scenarios
    from modeller.scenario.file import load_scenario

    rows = []
    for name in scenarios.names():
        scenario = load_scenario(name).scenario
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


def _levers(kind: str) -> list[Row]:
    return [_slider(lever) for lever in catalogue().levers.values() if lever.kind == kind]


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


def _beliefs() -> list[Row]:
    return [_slider(belief) for belief in catalogue().beliefs.values()]


def _outcomes() -> list[Row]:
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
        for outcome in catalogue().outcomes.values()
    ]


def _parameters() -> list[Row]:
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
        for constant in catalogue().constants.values()
    ]
    return [_slider(slider) for slider in catalogue().sliders.values()] + constants


def _evidence() -> list[Row]:
    from modeller.evidence import (
        deployment_blemishes,
        figures,
        gaps,
        press_errors,
        shipped_record,
        sources,
    )

    def cited(ids: Sequence[str]) -> Row:
        named = [sources()[name] for name in ids]
        return {
            "sources": [source.citation for source in named],
            "addresses": [source.url for source in named if source.url],
        }

    record = shipped_record()
    rows: list[Row] = [
        {
            "kind": "record",
            "key": name,
            "label": f"{name.replace('_', ' ').capitalize()}",
            "value": f"{total:,}",
            "unit": "",
            "grade": "published",
            "note": f"Sum of the record from {record.first_day} to {record.last_day}.",
            **cited(["met-lfr-record"]),
        }
        for name, total in record.totals().items()
    ]
    rows += [
        {
            "kind": "figure",
            "key": figure.key,
            "label": figure.label,
            "value": figure.value,
            # words, and money with its sign, say their unit themselves
            "unit": figure.unit if figure.value[-1:].isdigit() and "£" not in figure.value else "",
            "grade": figure.grade,
            "note": figure.note,
            **cited(figure.sources),
        }
        for figure in figures()
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
        for error in press_errors()
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
            **cited(["met-lfr-deployments"]),
        }
        for fault in deployment_blemishes()
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
        for gap in gaps()
    ]
    return rows


def _calibration() -> list[Row]:
    from modeller.cli.list_calibration import rows

    return rows()


ROWS: Mapping[str, Callable[[], list[Row]]] = {
    "scenarios": _scenarios,
    "choices": lambda: _levers("choice"),
    "circumstances": lambda: _levers("circumstance"),
    "beliefs": _beliefs,
    "outcomes": _outcomes,
    "evidence": _evidence,
    "calibration": _calibration,
    "parameters": _parameters,
}
"""Subject → its rows."""
