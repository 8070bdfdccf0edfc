"""The largest scenario that there can be: every field at its bound, every text hard to write."""

from __future__ import annotations

import random

from modeller.scenario import Scenario
from modeller.scenario.fields import (
    MAXIMUM_AUTHOR,
    MAXIMUM_NOTES,
    MAXIMUM_QUESTION,
    MAXIMUM_SOURCE,
    MAXIMUM_SOURCES,
    MAXIMUM_TARGETS,
    MAXIMUM_TITLE,
    MAXIMUM_VIEW_BYTES,
    Target,
)
from tests.met import catalogue

WEEKS = 260


def largest(number: int = 0, **fields) -> Scenario:
    """One of many, each different; `fields` take the place of its own."""
    luck = random.Random(number)

    def text(length):
        # beyond the basic plane, where an escape is longest, and too strange to be packed
        return "".join(chr(luck.randint(0x20000, 0x2A6DF)) for _ in range(length))

    changes = {
        key: [
            {"from_week": week, "value": luck.uniform(lever.minimum, lever.maximum)}
            for week in range(1, WEEKS + 1)
        ]
        for key, lever in catalogue().levers.items()
    } | {
        key: {
            "central": luck.uniform(belief.minimum, belief.maximum),
            "spread": luck.uniform(0.1, 5.0),
        }
        for key, belief in catalogue().beliefs.items()
    }
    given = {
        "title": text(MAXIMUM_TITLE),
        "question": text(MAXIMUM_QUESTION),
        "author": text(MAXIMUM_AUTHOR),
        "notes": text(MAXIMUM_NOTES),
        "sources": tuple(text(MAXIMUM_SOURCE) for _ in range(MAXIMUM_SOURCES)),
        "changes": changes,
        "targets": tuple(
            Target("arrests", "p20", at_least=luck.uniform(1, 1e6), at_most=1e7)
            for _ in range(MAXIMUM_TARGETS)
        ),
        "view": {"a": text((MAXIMUM_VIEW_BYTES - 10) // 4)},
        "weeks": WEEKS,
        "draws": 100,
    }
    return Scenario(**{**given, **fields})
