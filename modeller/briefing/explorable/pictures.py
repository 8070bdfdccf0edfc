"""What the charts of a page need besides the kernel's numbers: record, months, names, colours."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import numpy as np

from modeller.base.dates import short_date, week_begins
from modeller.briefing.charts import LOOKS, cropped
from modeller.briefing.colours import dark_colour
from modeller.briefing.content import plain_text
from modeller.briefing.drawings import months
from modeller.briefing.explorable.inputs import ADDED_UP, SHOWN
from modeller.briefing.explorable.packing import Pack
from modeller.briefing.pictures import Fan
from modeller.briefing.results import fan_chart
from modeller.briefing.shown import Shown
from modeller.wording.headline import HEADLINE_LABELS

_LABELS = (2, 4, 6, 8, 12)
"""How many months an axis may have room to name."""


def pictures(pack: Pack, shown: Shown) -> dict[str, Any]:
    """The record, axis and names of every chart."""
    begins = None if shown.record is None else shown.record.last_day + timedelta(days=1)
    return {
        "charts": [_chart(pack, shown, key) for key in SHOWN],
        "scenarios": [
            {
                "letter": letter,
                "title": plain_text(projection.scenario.title),
                "short": cropped(plain_text(projection.scenario.title)),
                "fingerprint": projection.scenario.fingerprint,
            }
            for letter, projection in shown.lettered
        ],
        "subject": shown.subject,
        "recordLabel": shown.record_label if shown.record is not None else "",
        "begins": "" if begins is None else short_date(begins),
        "ends": "" if shown.record is None else short_date(shown.record.last_known_day),
        "weeks": []
        if begins is None
        else [short_date(week_begins(begins, week + 1)) for week in range(shown.weeks)],
    }


def _chart(pack: Pack, shown: Shown, key: str) -> dict[str, Any]:
    entry = shown.main.catalogue.outcomes[key]
    fan = fan_chart(shown, key, "weekly").picture
    assert isinstance(fan, Fan)
    record = np.empty(0) if fan.record is None or key in ADDED_UP else fan.record
    ticks = {}
    for name, before in (("weekly", record.size), ("cumulative", 0)):
        ticks[name] = [
            [[at, text] for at, text in zip(*_ticks(shown, fan, before, most), strict=True)]
            for most in _LABELS
        ]
    return {
        "key": key,
        "label": HEADLINE_LABELS.get(key, entry.label),
        "unit": entry.unit,
        "whole": entry.kind == "flow",
        "record": pack.add(record.astype(np.float64)),
        "ticks": ticks,
    }


def _ticks(shown: Shown, fan: Fan, before: int, most: int) -> tuple[list[float], list[str]]:
    if fan.begins is None:
        return [], []
    return months(1 - before, shown.weeks, fan.begins, most)


def colour_rules() -> str:
    """Style rules for each scenario's letter: its colours for lines and text, light and dark."""
    light: list[str] = []
    dark: list[str] = []
    for letter, look in LOOKS.items():
        for rules, turned in ((light, str), (dark, dark_colour)):
            line, text = turned(look.colour), turned(look.text_colour)
            rules.append(f".scenario-{letter} {{ --hue: {line}; --hue-text: {text}; }}\n")
    wanted = "@media screen and (prefers-color-scheme: dark)"
    return f"{''.join(light)}{wanted} {{\n{''.join(dark)}}}\n"
