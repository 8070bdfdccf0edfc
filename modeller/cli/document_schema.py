"""JSON Schemas of the output of ``project --format json`` and ``compare --format json``."""

from __future__ import annotations

from typing import Any

from modeller.cli.documents import FORMAT
from modeller.model.catalogue import Catalogue
from modeller.model.engine import CAUSES
from modeller.projection import BANDS, SUMMARY

_FIGURE = {"type": ["number", "null"]}
_SHARE = {"type": "number", "minimum": 0, "maximum": 1}
_DIGEST = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_FINGERPRINT = {"type": "string", "pattern": "^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$"}


def projection_schema(catalogue: Catalogue) -> dict[str, Any]:
    """The schema (draft 2020-12) of projections."""
    return _document(
        "Projections",
        {
            "scenarios": _list(
                _object(
                    {
                        **_identity(catalogue),
                        "band": {"enum": list(BANDS)},
                        "outcomes": _object({key: _outcome() for key in catalogue.outcomes}),
                        "binding": _binding(),
                        "break_even": {"anyOf": [_break_even(), {"type": "null"}]},
                        "results_digest": _DIGEST,
                    }
                )
            )
        },
    )


def comparison_schema(catalogue: Catalogue) -> dict[str, Any]:
    """The schema (draft 2020-12) of a comparison."""
    difference = _object(
        {
            "from": _FINGERPRINT,
            "to": _FINGERPRINT,
            "changed": _list({"type": "string"}),
            "outcomes": _object({key: _paired() for key in catalogue.outcomes}),
        }
    )
    return _document(
        "Comparison",
        {"scenarios": _list(_object(_identity(catalogue))), "differences": _list(difference)},
    )


def _document(title: str, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "$defs": {
            "summary": _object(dict.fromkeys(SUMMARY, _FIGURE)),
            "weeks": _object(dict.fromkeys(SUMMARY, _list(_FIGURE))),
        },
        **_object({"format": {"const": FORMAT}, "subject": {"type": "string"}, **properties}),
    }


def _object(properties: dict[str, Any], *, optional: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _identity(catalogue: Catalogue) -> dict[str, Any]:
    whole = {"type": "integer"}
    levers = {key: {"type": ["number", "array"]} for key in catalogue.levers}
    belief = _object({"central": {"type": "number"}, "spread": {"type": "number"}})
    text = {"type": "string"}
    return {
        "title": text,
        "fingerprint": _FINGERPRINT,
        "inputs_digest": _DIGEST,
        "scenario": _object(
            {
                "weeks": whole,
                "draws": whole,
                "seed": whole,
                **levers,
                **dict.fromkeys(catalogue.beliefs, belief),
                # a named mix or shares by place; null is the recorded mix
                "places": {"type": ["string", "object", "null"]},
            }
        ),
        "changes": _list({"enum": [*catalogue.sliders, "places"]}),
        "model": _object({"version": text, "streams": text}),
        "profile": _object({"key": text, "digest": _DIGEST}),
        "record": _object({"label": text, "digest": _DIGEST}),
    }


def _views() -> dict[str, Any]:
    nothing = {"type": "null"}
    weeks = {"anyOf": [{"$ref": "#/$defs/weeks"}, nothing]}
    return {
        "total": {"anyOf": [{"$ref": "#/$defs/summary"}, nothing]},
        "weekly": weeks,
        "cumulative": weeks,
    }


def _outcome() -> dict[str, Any]:
    text = {"type": "string"}
    properties = {
        "label": text,
        "unit": text,
        "kind": {"enum": ["flow", "ratio"]},
        **_views(),
        "underlying": _object(_views()),
    }
    return _object(properties, optional=("underlying",))


def _paired() -> dict[str, Any]:
    return _object(
        {
            "unit": {"type": "string"},
            "total": {"$ref": "#/$defs/summary"},
            "more_in": _SHARE,
            "fewer_in": _SHARE,
            "same_in": _SHARE,
        }
    )


def _binding() -> dict[str, Any]:
    return _object(
        {
            "ever": _object(dict.fromkeys(CAUSES, _SHARE)),
            "weekly": {"anyOf": [_object(dict.fromkeys(CAUSES, _list(_SHARE))), {"type": "null"}]},
            "short_share": _SHARE,
            "first_week": {"type": ["integer", "null"]},
        }
    )


def _break_even() -> dict[str, Any]:
    summary = {"$ref": "#/$defs/summary"}
    return _object(
        {
            "officers": {"type": "number"},
            "officer_years": {"type": "number"},
            "extra_arrests": summary,
            "per_officer_year": summary,
            "makes_up": _SHARE,
            "recent_rate": {"type": ["number", "null"]},
            "makes_up_against_recent_rate": {"anyOf": [_SHARE, {"type": "null"}]},
        }
    )
