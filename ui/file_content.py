"""What a scenario's file is called, what goes into it, and what there is to say when it opens."""

from __future__ import annotations

from functools import cache
from typing import Any

import scenarios
from modeller.projection import SUMMARY, Projection, json_number
from modeller.scenario import Scenario, differences
from modeller.scenario_file import SUFFIX, LoadedScenario, load_scenario

_STRANGE = frozenset('<>:"/\\|?*')


def results_summary(projection: Projection) -> dict[str, Any]:
    """Totals of a projection for readers of a file who have no modeller."""
    return {
        "totals": {
            key: dict(
                zip(SUMMARY, map(json_number, projection.summary(key)), strict=True),
                unit=outcome.unit,
            )
            for key, outcome in projection.catalogue.outcomes.items()
        }
    }


@cache
def shipped() -> tuple[Scenario, ...]:
    """The scenarios that come with the modeller, as they come."""
    return tuple(load_scenario(name).scenario for name in scenarios.names())


def file_name(title: str) -> str:
    """A name for a new file: the title, without what file systems do not take."""
    kept = "".join(" " if c in _STRANGE or not c.isprintable() else c for c in title)
    return (" ".join(kept.split()).strip(". ")[:80] or "scenario") + SUFFIX


def opened_words(
    before: Scenario, loaded: LoadedScenario, name: str
) -> tuple[str, tuple[str, ...]]:
    """How a file that was opened differs from what was on the screen, and notes on the file.

    Returns
    -------
    tuple
        A sentence, empty when there is nothing to say; and sentences on versions and edits.
    """
    found = differences(before, loaded.scenario)
    sentences = loaded.notes
    if loaded.edited:
        sentences = ("The file was edited by other means after it was saved.", *sentences)
    if loaded.moved:
        sentences = (*sentences, f"The model has moved {len(loaded.moved)} of its values since.")
    if not found and not sentences:
        return "", ()
    differ = "1 setting differs" if len(found) == 1 else f"{len(found)} settings differ"
    return f"Opened {name}: {differ} from {before.title}, which was on the screen.", sentences
