"""Makes the JSON Schema of scenario files from the catalogue, for editors and other programs.

The modeller itself checks files with its own code, whose messages are fuller and plainer.
"""

from __future__ import annotations

import json
from typing import Any

from modeller.model.catalogue import (
    BASELINE_DRAWS,
    BASELINE_SEED,
    BASELINE_WEEKS,
    MAXIMUM_DRAWS,
    MAXIMUM_SEED,
    MAXIMUM_WEEKS,
    MINIMUM_DRAWS,
    MINIMUM_WEEKS,
    Belief,
    Catalogue,
    Lever,
)
from modeller.scenario.document import (
    FORMAT,
    MAXIMUM_LABEL,
    MAXIMUM_SCHEMA_REFERENCE,
    MAXIMUM_VERSION,
)
from modeller.scenario.fields import (
    MAXIMUM_AUTHOR,
    MAXIMUM_NOTES,
    MAXIMUM_QUESTION,
    MAXIMUM_SOURCE,
    MAXIMUM_SOURCES,
    MAXIMUM_TARGETS,
    MAXIMUM_TITLE,
    STATISTIC,
)
from modeller.scenario.places import MOST_PARTS
from modeller.scenario.setting import MAXIMUM_SPREAD


def scenario_schema(catalogue: Catalogue) -> dict[str, Any]:
    """The schema (draft 2020-12) of the current format, with the ranges of a catalogue."""
    sliders = catalogue.sliders
    changes: dict[str, Any] = {}
    for key, slider in sliders.items():
        changes[key] = _slider_schema(slider)
        for former in slider.former_names:
            changes[former] = {**changes[key], "deprecated": True}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Scenario",
        "description": "What-if scenario for a police force's plan for live facial "
        f"recognition, format {FORMAT}, model {catalogue.version}.",
        **_object(
            {
                "$schema": {
                    "description": "Where an editor finds this schema.",
                    **_text(MAXIMUM_SCHEMA_REFERENCE),
                },
                "format": {"const": FORMAT},
                "about": {
                    "description": "What a reader should know; no number depends on it.",
                    **_about_schema(),
                },
                "model": {
                    "description": "Versions of the model and of its random streams when saved.",
                    **_object(
                        {"version": _text(MAXIMUM_VERSION), "streams": _text(MAXIMUM_VERSION)}
                    ),
                },
                "profile": {
                    "description": "The force that the scenario is of, with the digest of its "
                    "numbers; the shipped one when left out.",
                    **_object({"key": _text(MAXIMUM_LABEL), "digest": _digest()}),
                },
                "record": {
                    "description": "The weekly record the scenario stands on; the shipped one "
                    "when left out.",
                    **_object(
                        {
                            "shipped": {"type": "boolean"},
                            "label": _text(MAXIMUM_LABEL),
                            "digest": _digest(),
                        }
                    ),
                },
                "weeks": {
                    "description": "How far the projection reaches.",
                    **_whole(MINIMUM_WEEKS, MAXIMUM_WEEKS, BASELINE_WEEKS),
                },
                "draws": {
                    "description": "Number of possible futures.",
                    **_whole(MINIMUM_DRAWS, MAXIMUM_DRAWS, BASELINE_DRAWS),
                },
                "seed": {
                    "description": "From which all luck is made.",
                    **_whole(0, MAXIMUM_SEED, BASELINE_SEED),
                },
                "changes": {
                    "description": "What differs from the baseline. This is what counts.",
                    **_object(changes),
                },
                "places": {
                    "description": "Where the deployments are held: a named mix, or shares by "
                    "place that add up to one; as recorded when left out or null.",
                    "anyOf": [
                        {"type": "null"},
                        {"type": "string", "maxLength": MAXIMUM_LABEL},
                        {
                            "type": "object",
                            "maxProperties": MOST_PARTS,
                            "additionalProperties": {"type": "number", "minimum": 0, "maximum": 1},
                        },
                    ],
                },
                "resolved": {
                    "description": "Every value, for the reader; it follows from the changes.",
                    "type": "object",
                },
                "targets": {
                    "description": "Figures that results are to be held against.",
                    "type": "array",
                    "maxItems": MAXIMUM_TARGETS,
                    "items": _target(catalogue),
                },
                "view": {"description": "How the window stood.", "type": "object"},
                "results": {"description": "Summary of the projection.", "type": "object"},
                "fingerprints": {
                    "description": "Of what decides the numbers, and of the numbers.",
                    **_object({"inputs": _digest(), "results": _digest()}),
                },
            },
            required=("format", "changes"),
        ),
    }


def schema_text(catalogue: Catalogue) -> str:
    """The text of the schema file that lies beside a profile's scenarios."""
    return json.dumps(scenario_schema(catalogue), indent=2, ensure_ascii=False) + "\n"


def _object(properties: dict[str, Any], *, required: tuple[str, ...] = ()) -> dict[str, Any]:
    schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": list(required)} if required else schema


def _text(limit: int) -> dict[str, Any]:
    return {"type": "string", "maxLength": limit}


def _digest() -> dict[str, Any]:
    return {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def _whole(low: int, high: int, baseline: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": low, "maximum": high, "default": baseline}


def _about_schema() -> dict[str, Any]:
    return _object(
        {
            "title": {**_text(MAXIMUM_TITLE), "minLength": 1},
            "question": _text(MAXIMUM_QUESTION),
            "author": _text(MAXIMUM_AUTHOR),
            "notes": _text(MAXIMUM_NOTES),
            "sources": {
                "type": "array",
                "maxItems": MAXIMUM_SOURCES,
                "items": _text(MAXIMUM_SOURCE),
            },
        }
    )


def _slider_schema(slider: Lever | Belief) -> dict[str, Any]:
    low, high = slider.bounds
    number = {"type": "number", "minimum": low, "maximum": high}
    other = _belief_form(number) if isinstance(slider, Belief) else _schedule_form(number)
    return {
        "title": slider.label,
        "description": f"{slider.help} Unit: {slider.unit}. Grade: {slider.grade}.",
        "default": slider.baseline,
        "anyOf": [number, other],
    }


def _belief_form(number: dict[str, Any]) -> dict[str, Any]:
    spread = {"type": "number", "minimum": 0, "maximum": MAXIMUM_SPREAD, "default": 1}
    return _object({"central": number, "spread": spread}, required=("central",))


def _schedule_form(number: dict[str, Any]) -> dict[str, Any]:
    week = {"type": "integer", "minimum": 1, "maximum": MAXIMUM_WEEKS}
    both = ("from_week", "value")
    first = _object({"from_week": {"const": 1}, "value": number}, required=both)
    later = _object({"from_week": week, "value": number}, required=both)
    return {
        "type": "array",
        "minItems": 1,
        "maxItems": MAXIMUM_WEEKS,
        "prefixItems": [first],
        "items": later,
    }


def _target(catalogue: Catalogue) -> dict[str, Any]:
    names = [
        name
        for outcome in catalogue.outcomes.values()
        for name in (outcome.key, *outcome.former_names)
    ]
    ends = {"at_least": {"type": ["number", "null"]}, "at_most": {"type": ["number", "null"]}}
    statistic = {"type": "string", "pattern": f"^({STATISTIC.pattern})$", "default": "p50"}
    return _object(
        {"outcome": {"enum": names}, "statistic": statistic, **ends}, required=("outcome",)
    )
