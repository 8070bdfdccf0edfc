"""Writes a scenario as a JSON document, and brings older documents into today's format.

Files, share codes and briefings all carry this document. Its `changes` are what counts; `resolved`
repeats every value for readers, and for a check in `modeller.scenario.reading`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from modeller.base.bounded_json import JSON, plain, raise_if_any, shown, tree_problems
from modeller.base.errors import refusal
from modeller.base.language import source_language
from modeller.model.catalogue import Catalogue
from modeller.model.sampling import STREAMS_VERSION
from modeller.scenario.scenario import Scenario
from modeller.scenario.setting import plain_number, plain_setting

FORMAT = 1
SCHEMA_NAME = "scenario-1.schema.json"

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""For each format, the function that turns a document of it, which it may change, into the next."""

MAXIMUM_TOGETHER = 4
"""The most scenarios on one desk, or in one briefing."""
MAXIMUM_TOGETHER_BYTES = 8_000_000
"""The largest text of all scenarios of a desk or a briefing, written or read.

The largest possible scenario, with every text of it escaped, takes less than a quarter of this.
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
    """The scenario as the plain JSON object that files, share codes and briefings carry.

    Parameters
    ----------
    scenario
        The scenario to write.
    results
        Summary of its projection, for readers without the modeller.
    results_digest
        The digest of the projection's results, 64 hexadecimal digits.
    record_label
        The label of the user's own record, if it is based on one.
    declared
        The catalogue recalibrated on the user's own record, for the values that this decides.

    Raises
    ------
    ModellerError
        When `results` holds something that JSON cannot represent.
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
    """The format that a document was written in, and the document in today's format.

    Raises
    ------
    ModellerError
        When it states no format, or one that was never released.
    """
    written = document.get("format")
    if "format" not in document:
        raise refusal(
            "format",
            "is missing",
            'a scenario file begins with {"format": 1, …}; is it one?',
        )
    if isinstance(written, bool) or not isinstance(written, int):
        raise refusal(
            "format",
            "is {shown}",
            "it must be a whole number such as 1",
            shown=shown(written),
        )
    oldest = min([FORMAT, *MIGRATIONS])
    if written > FORMAT:
        raise refusal(
            "format",
            "is {shown}",
            "this release reads up to {format}; open it with a newer release",
            shown=shown(written),
            format=FORMAT,
        )
    if written < oldest:
        raise refusal(
            "format",
            "is {shown}",
            "the first format released is {oldest}; correct it",
            shown=shown(written),
            oldest=oldest,
        )
    current: Mapping[str, Any] = document
    for step in range(written, FORMAT):
        current = MIGRATIONS[step](plain(current))
    return written, current
