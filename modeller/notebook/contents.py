"""The rows of what no command writes as CSV: scenarios, records, designs, briefings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from numbers import Real
from pathlib import Path
from typing import Any

from modeller.briefing import Analyses, Briefing
from modeller.cli.trade_off import rows
from modeller.evidence import Record
from modeller.evidence.record import COLUMNS
from modeller.functions import TradeOff
from modeller.notebook.answers import answer
from modeller.scenario import BeliefSetting, Scenario
from modeller.scenario.opened import Opened
from modeller.scenario.setting import setting_text
from modeller.sweep.planned import Design


def itself(found: Any) -> Iterator[dict[str, Any]]:
    """A single row: the parts of a value that are a figure, a text or a day."""
    parts = {part.name: getattr(found, part.name) for part in fields(found)}
    yield {
        name: str(value) if isinstance(value, Path) else value
        for name, value in parts.items()
        if value is None or isinstance(value, Real | str | date | Path)
    }


def settings(scenario: Scenario) -> Iterator[dict[str, Any]]:
    """A row for each choice, circumstance and belief, with what it is set to."""
    for key, slider in scenario.catalogue.sliders.items():
        setting = scenario.setting(key)
        yield {
            "key": key,
            "label": slider.label,
            "kind": slider.kind,
            "unit": slider.unit,
            "value": scenario.value(key),
            "spread": setting.spread if isinstance(setting, BeliefSetting) else None,
            "setting": setting_text(setting),
            "changed": key in scenario.changes,
        }


def scenarios_opened(opened: Opened) -> Iterator[dict[str, Any]]:
    """A row for each scenario that was opened."""
    for loaded in opened.scenarios:
        yield {
            "title": loaded.scenario.title,
            "fingerprint": loaded.scenario.fingerprint,
            "weeks": loaded.scenario.weeks,
            "draws": loaded.scenario.draws,
            "seed": loaded.scenario.seed,
            "changes": len(loaded.scenario.changes),
            "model": loaded.model_version,
            "edited": loaded.edited,
            "moved": len(loaded.moved),
        }


def scenarios_of_design(design: Design) -> Iterator[dict[str, Any]]:
    """A row for each scenario of a design, with what the design sets in it."""
    for row in design.rows():
        yield {"index": row.index, "fingerprint": row.scenario.fingerprint, **row.values}


def weeks(record: Record) -> Iterator[dict[str, Any]]:
    """A row for each week of a record."""
    columns = {name: getattr(record, name).tolist() for name in COLUMNS}
    for cells in zip(*columns.values(), strict=True):
        yield dict(zip(columns, cells, strict=True))


def sections(briefing: Briefing) -> Iterator[dict[str, Any]]:
    """A row for each section of a briefing."""
    for number, section in enumerate(briefing.sections, start=1):
        yield {
            "number": number,
            "section": section.key,
            "heading": section.heading,
            "blocks": len(section.blocks),
        }


def analyses(found: Analyses) -> Iterator[dict[str, Any]]:
    """A row for each analysis that was made."""
    for key, each in found.found.items():
        yield {"analysis": key, "answer": answer(each)}


def traded(found: TradeOff) -> list[dict[str, Any]]:
    """A row for each pair of settings of a trade-off."""
    return rows(found.surface, found.frontier)
