"""A scenario as a JSON document, and any document in today's format.

Files, share codes and briefings all carry this document. In it `changes` is what counts.
`resolved` repeats every value for the reader and for a check, made in
`modeller.scenario.reading`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from modeller.base.bounded_json import JSON, plain, raise_if_any, shown, tree_problems
from modeller.base.errors import ModellerError, problem
from modeller.base.language import source_language
from modeller.model.catalogue import Catalogue
from modeller.model.sampling import STREAMS_VERSION
from modeller.scenario.scenario import Scenario
from modeller.scenario.setting import plain_number, plain_setting

FORMAT = 1
SCHEMA_NAME = "scenario-1.schema.json"

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""Format → what makes the next format of it. Each takes a document of its own and may change it."""

MAXIMUM_TOGETHER = 4
"""Scenarios that stand on one desk, or in one briefing."""
MAXIMUM_TOGETHER_BYTES = 8_000_000
"""Of all of them in one file: what is written of a desk or in a briefing, and what is read again.

The largest scenario that can be, every text of it escaped, has less than a quarter of it.
"""
MAXIMUM_VERSION = 40
MAXIMUM_LABEL = 200
MAXIMUM_SCHEMA_REFERENCE = 500

ABOUT = ("title", "question", "author", "notes", "sources")
FINGERPRINTS = ("inputs", "results")
SECTIONS = (
    "$schema",
    "format",
    "about",
    "model",
    "profile",
    "record",
    "weeks",
    "draws",
    "seed",
    "changes",
    "places",
    "resolved",
    "targets",
    "view",
    "results",
    "fingerprints",
)


@source_language()
def scenario_document(
    scenario: Scenario,
    *,
    results: Mapping[str, JSON] | None = None,
    results_digest: str | None = None,
    record_label: str | None = None,
    declared: Catalogue | None = None,
) -> dict[str, Any]:
    """The scenario as the plain JSON object that a file, a share code or a briefing carries.

    Parameters
    ----------
    scenario
        What to write.
    results
        Summary of its projection, for readers without the modeller.
    results_digest
        The projection's own, 64 hexadecimal digits.
    record_label
        What the user's own record is called; the shipped one's label is known.
    declared
        The catalogue recalibrated on the user's own record, for the values it decides.

    Raises
    ------
    ModellerError
        When `results` holds what JSON cannot carry.
    """
    problems = [] if results is None else tree_problems(results, "results")
    raise_if_any(problems)
    shipped = scenario.record is None
    document: dict[str, Any] = {
        "$schema": SCHEMA_NAME,
        "format": FORMAT,
        "about": {name: plain(getattr(scenario, name)) for name in ABOUT},
        "model": {"version": scenario.catalogue.version, "streams": STREAMS_VERSION},
        "profile": {"key": scenario.profile.key, "digest": scenario.profile.digest},
        "record": {
            "shipped": shipped,
            "label": scenario.profile.record.label if shipped else record_label or "",
            "digest": scenario.record_digest,
        },
        "weeks": scenario.weeks,
        "draws": scenario.draws,
        "seed": scenario.seed,
        "changes": {key: plain_setting(setting) for key, setting in scenario.changes.items()},
        "places": None if scenario.places is None else scenario.places.plain,
        "resolved": scenario.resolved(declared),
        "targets": [
            {
                "outcome": target.outcome,
                "statistic": target.statistic,
                **({} if target.at_least is None else {"at_least": plain_number(target.at_least)}),
                **({} if target.at_most is None else {"at_most": plain_number(target.at_most)}),
            }
            for target in scenario.targets
        ],
        "view": plain(scenario.view),
    }
    if results is not None:
        document["results"] = plain(results)
    document["fingerprints"] = {"inputs": scenario.inputs_digest}
    if results_digest is not None:
        document["fingerprints"]["results"] = results_digest
    return document


def migrated(document: Mapping[str, Any]) -> tuple[int, Mapping[str, Any]]:
    """The format a document was written in, and the document in today's.

    Raises
    ------
    ModellerError
        When it states no format, or one that was never released.
    """
    written = document.get("format")
    if "format" not in document:
        raise ModellerError(
            problem(
                "format",
                "is missing",
                'a scenario file begins with {"format": 1, …}; is it one?',
            )
        )
    if isinstance(written, bool) or not isinstance(written, int):
        raise ModellerError(
            problem(
                "format",
                "is {shown}",
                "it must be a whole number such as 1",
                shown=shown(written),
            )
        )
    oldest = min([FORMAT, *MIGRATIONS])
    if written > FORMAT:
        raise ModellerError(
            problem(
                "format",
                "is {shown}",
                "this release reads up to {format}; open it with a newer release",
                shown=shown(written),
                format=FORMAT,
            )
        )
    if written < oldest:
        raise ModellerError(
            problem(
                "format",
                "is {shown}",
                "the first format released is {oldest}; correct it",
                shown=shown(written),
                oldest=oldest,
            )
        )
    current: Mapping[str, Any] = document
    for step in range(written, FORMAT):
        current = MIGRATIONS[step](plain(current))
    return written, current
