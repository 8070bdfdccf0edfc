"""``modeller explain``: a lever, belief, outcome or figure, and what it moves or is moved by."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from modeller.base.bounded_json import raise_if_any
from modeller.base.errors import Problem
from modeller.cli.documents import FORMAT
from modeller.cli.layout import paragraph
from modeller.cli.list_rows import ROWS, Row
from modeller.cli.output import add_output_arguments, check_out, deliver, json_text, width
from modeller.model.catalogue import Catalogue, Outcome
from modeller.profiles import Profile
from modeller.scenario.setting import unknown
from modeller.wording import EN_DASH, exact_number, value_range_words, value_words

_INDENT = "  "


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "key", metavar="KEY", help="the key of a choice, circumstance, belief, outcome or figure"
    )
    add_output_arguments(parser, ("text", "json"))
    parser.epilog = (
        "“modeller list parameters”, “modeller list outcomes” and “modeller list evidence” show\n"
        "every key."
    )


def run(options: argparse.Namespace) -> int:
    """Print everything about a key."""
    check_out(options)
    found = explained(options.key, options.profile)
    if options.format == "json":
        deliver(json_text({"format": FORMAT, **found}), options)
    else:
        deliver("\n".join(_page(found, options.profile)) + "\n", options)
    return 0


def explained(key: str, profile: Profile) -> Row:
    """Everything that the lists have about a key, and its place in the equations.

    Returns
    -------
    Row
        As in `modeller list`, with `moves`, the outcomes that it can move, and `moved_by`, the
        choices, circumstances and beliefs that can move it.

    Raises
    ------
    ModellerError
        When there is no such key, with the nearest one.
    """
    declared = profile.catalogue
    known: dict[str, Row] = {
        row["key"]: row
        for subject in ("evidence", "outcomes", "parameters")
        for row in ROWS[subject](profile)
        if row["key"]
    }
    name = declared.current_names.get(key.strip(), key.strip())
    problems: list[Problem] = []
    if name not in known:
        unknown(
            key, name, known, "is not a choice, circumstance, belief, outcome or figure", problems
        )
    raise_if_any(problems)
    row = dict(known[name])
    if name in declared.outcomes:
        row["kind"] = "outcome"
    row["citations"] = [_citation(source, profile) for source in row["sources"]]
    depends_on = row.pop("depends_on", [])
    return {**row, "moves": _moves(name, declared), "moved_by": list(depends_on)}


def _citation(source: str, profile: Profile) -> str:
    known = profile.sources.get(source)
    return source if known is None else known.citation


def _moves(name: str, declared: Catalogue) -> list[str]:
    """The outcomes that a lever, belief or constant can move, by the equations."""
    if name in declared.constants:
        return [
            key
            for key, outcome in declared.outcomes.items()
            if any(name in declared.model.reach[part] for part in _parts(key, outcome))
        ]
    return [key for key, outcome in declared.outcomes.items() if name in outcome.depends_on]


def _parts(key: str, outcome: Outcome) -> tuple[str, ...]:
    return (outcome.numerator, outcome.denominator) if outcome.kind == "ratio" else (key,)


def _page(found: Row, profile: Profile) -> list[str]:
    declared, page = profile.catalogue, width()
    lines = [f"{found['label']}  ({found['key']})", *_facts(found, declared)]
    for text in (found.get("help"), found.get("note")):
        if text:
            lines += ["", *paragraph(str(text), page)]
    for heading, keys in (("It can move", found["moves"]), ("Moved by", found["moved_by"])):
        if keys:
            lines += ["", f"{heading}:"]
            lines += [f"{_INDENT}{_label(key, declared)}  ({key})" for key in keys]
    for citation in found["citations"]:
        lines += ["", *paragraph(f"Source: {citation}", page)]
    return lines


def _label(key: str, declared: Catalogue) -> str:
    entries: Mapping[str, Any] = {**declared.sliders, **declared.outcomes}
    return str(entries[key].label)


def _facts(found: Row, declared: Catalogue) -> list[str]:
    slider = declared.sliders.get(found["key"])
    facts = {"kind": found["kind"], "unit": found["unit"], "grade": found["grade"]}
    if slider is not None:
        facts["baseline"] = value_words(slider, slider.baseline)
        facts["range"] = value_range_words(slider, slider.minimum, slider.maximum)
        if slider.evidence is not None:
            facts["evidence"] = value_range_words(slider, *slider.evidence)
    elif found["key"] in declared.constants:
        low, high = found["evidence"]
        facts["value"] = exact_number(found["baseline"])
        facts["range"] = f"{exact_number(low)}{EN_DASH}{exact_number(high)}"
    elif found.get("value"):
        facts["value"] = found["value"]
    return [f"{_INDENT}{name:<10}{text}" for name, text in facts.items() if text]
