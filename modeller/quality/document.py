"""The quality log as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from modeller.backtest import DeploymentLine, Line
from modeller.backtest.results import flat
from modeller.backtest.words import miss_sentence
from modeller.base.language import source_language
from modeller.projection import json_number
from modeller.quality.effects import Effect
from modeller.quality.log import QualityLog
from modeller.quality.sections import tests_sentence

FORMAT = 1


@source_language()
def log_document(log: QualityLog) -> dict[str, Any]:
    """Everything in the log, for programs."""
    statement = asdict(log.statement)
    statement |= {name: statement[name].isoformat() for name in ("reviewed", "sunset")}
    return {
        "format": FORMAT,
        "made": log.made.isoformat(),
        "versions": dict(log.versions),
        "statement": statement | {"status": log.statement.signed_off, "expired": log.expired},
        "plan": {"title": log.plan, "medians": dict(log.medians)},
        "assumptions": [
            {
                "key": found.key,
                "label": found.label,
                "kind": found.kind,
                "unit": found.unit,
                "value": json_number(found.value),
                "range": [json_number(found.low), json_number(found.high)],
                "grade": found.grade,
                "spread_grade": found.spread_grade,
                "effect": _effect(found.effect),
                "reliability": found.reliability,
                "why": found.why,
                "sources": list(found.sources),
                "reviewed": found.reviewed.isoformat(),
                "who": found.who,
                "signed_off": found.signed_off,
            }
            for found in log.assumptions
        ],
        "data": [{**asdict(item), "faults": list(item.faults)} for item in log.data],
        "decisions": [
            {**asdict(decision), "date": decision.date.isoformat()} for decision in log.decisions
        ],
        "verification": [tests_sentence(log), *log.verification],
        "tests": None if log.tests is None else asdict(log.tests),
        "validation": list(log.validation),
        "backtest": None
        if log.backtest is None
        else {
            "origins": [origin.day.isoformat() for origin in log.backtest.origins],
            "coverage": [_line(line) for line in log.backtest.lines],
            "one_deployment": [_line(line) for line in log.backtest.deployments],
            "worst": [miss_sentence(miss) for miss in log.backtest.worst],
        },
        "limitations": list(log.limitations),
    }


def _line(line: Line | DeploymentLine) -> dict[str, Any]:
    return {
        name: json_number(value) if isinstance(value, float) else value
        for name, value in flat(line).items()
    }


def _effect(effect: Effect | None) -> dict[str, Any] | None:
    if effect is None:
        return None
    return {
        "low": json_number(effect.low),
        "high": json_number(effect.high),
        "at_low": dict(effect.at_low),
        "at_high": dict(effect.at_high),
    }
