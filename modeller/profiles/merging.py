"""Merges the shared catalogue with the numbers and words of one force.

It does so entry by entry and field by field; `modeller/model/catalogue.toml` declares the entries.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from modeller.base.errors import ModellerError, Problem, problem
from modeller.base.language import translate
from modeller.base.toml_tables import (
    Kind,
    add_unknown,
    check_table,
    is_number,
    is_range,
    is_table,
    is_text,
    is_texts,
    shortened,
)
from modeller.model.catalogue import GRADES, Catalogue, declare, former_names, shared_tables
from modeller.model.distributions import from_table

_TEXTS: Mapping[str, Kind] = {"label": is_text, "help": is_text}
_CITED: Mapping[str, Kind] = {"grade": is_text, "sources": is_texts}
_ENDS: Mapping[str, Kind] = {"minimum": is_number, "maximum": is_number}
_LEVER: Mapping[str, Kind] = {**_ENDS, "baseline": is_number, **_CITED}
_LEVER_TOO: Mapping[str, Kind] = {
    "lowest": is_number,
    "highest": is_number,
    "evidence": is_range,
    "evidence_note": is_text,
}
OWN: Mapping[str, tuple[Mapping[str, Kind], Mapping[str, Kind]]] = {
    "choices": (_LEVER, _LEVER_TOO),
    "circumstances": (_LEVER, _LEVER_TOO),
    "beliefs": ({**_ENDS, "distribution": is_table, **_CITED}, {"spread_grade": is_text}),
    "constants": ({"value": is_number, "range": is_range, **_CITED}, {}),
    "outcomes": (_CITED, {}),
}
"""For each group, the fields that a profile must give, and those that it may give."""


def merged(own: Mapping[str, Any], name: str, sources: Collection[str]) -> Catalogue:
    """The catalogue of a profile, from the tables of its file.

    Parameters
    ----------
    sources
        Ids of the sources that an entry may name.

    Raises
    ------
    ModellerError
        With everything that is missing, unknown or invalid, each with its entry and field.
    """
    shared = shared_tables()
    problems: list[Problem] = []
    for group in own:
        if group not in OWN:
            add_unknown(f"{name}, {shortened(group)}", OWN, group, problems)
    tables: dict[str, Any] = {"model": shared["model"], "gone": shared["gone"]}
    for group in OWN:
        given = own.get(group, {})
        if not is_table(given):
            problems.append(
                problem(
                    f"{name}, {group}",
                    "is {shown}",
                    "it must be tables such as [{group}.…]",
                    shown=shortened(given),
                    group=group,
                )
            )
            continue
        names = former_names(group)
        problems.extend(
            problem(
                f"{name}, {group}.{key}",
                "is given twice",
                "it is a former name of {current}, which is given too; keep one of them",
                current=names[key],
            )
            for key in given
            if names.get(key) in given
        )
        given = {names.get(key, key): entry for key, entry in given.items()}
        for key in given:
            if key not in shared[group]:
                add_unknown(f"{name}, {group}.{shortened(key)}", shared[group], key, problems)
        tables[group] = {
            key: _entry(f"{name}, {group}.{key}", group, common, given.get(key), sources, problems)
            for key, common in shared[group].items()
        }
    if problems:
        raise ModellerError(problems)
    return declare(tables)


def _entry(
    where: str,
    group: str,
    common: Mapping[str, Any],
    given: Any,
    sources: Collection[str],
    problems: list[Problem],
) -> dict[str, Any]:
    """One merged entry; what is wrong with it is added to `problems`."""
    needed, optional = OWN[group]
    # where no text holds for every force, the shared catalogue has none
    texts = {text: kind for text, kind in _TEXTS.items() if text not in common}
    if given is None:
        fields = ", ".join((*needed, *texts))
        problems.append(problem(where, "is missing", "give it {fields}", fields=fields))
        return dict(common)
    # steps may be given again, since they must suit the profile's range
    steps = {name: is_number for name in ("step", "page_step") if name in common}
    allowed = {**optional, **_TEXTS, **steps}
    if not check_table(where, given, {**needed, **texts}, allowed, problems):
        return dict(common)
    whole = {**common, **given}
    for name in ("grade", "spread_grade"):
        if name in given and given[name] not in GRADES:
            add_unknown(f"{where}.{name}: {shortened(given[name])}", GRADES, given[name], problems)
    for source in given["sources"]:
        if source not in sources:
            add_unknown(f"{where}.sources: {shortened(source)}", sources, source, problems)
    if group == "beliefs":
        _check_belief(where, whole, problems)
    elif group in ("choices", "circumstances"):
        _check_ends(where, whole, whole["baseline"], problems)
    return whole


def _check_ends(
    where: str, whole: Mapping[str, Any], middle: float, problems: list[Problem]
) -> None:
    low, high = whole["minimum"], whole["maximum"]
    if not low < high:
        problems.append(
            problem(
                where,
                "has a minimum of {low} and a maximum of {high}",
                "the minimum must be the smaller",
                low=low,
                high=high,
            )
        )
    elif not low <= middle <= high:
        problems.append(
            problem(
                where,
                "has its baseline {middle} outside {low} to {high}",
                "widen the range or correct the baseline",
                middle=f"{middle:g}",
                low=low,
                high=high,
            )
        )
    problems.extend(
        problem(f"{where}.{step}", "is not above 0", "give a positive number")
        for step in ("step", "page_step")
        if whole[step] <= 0
    )
    if whole.get("scale") == "log" and low <= 0:
        problems.append(
            problem(f"{where}.minimum", "is not above 0", "its scale is logarithmic; raise it")
        )


def _check_belief(where: str, whole: Mapping[str, Any], problems: list[Problem]) -> None:
    table = whole["distribution"]
    middle = None
    try:
        if all(is_text(v) if k == "family" else is_number(v) for k, v in table.items()):
            distribution = from_table(table)
            low, middle, high = distribution.quantile((0.05, 0.5, 0.95)).tolist()
            if not low <= middle <= high or low == high or not is_number(high):
                middle = None
    except (ValueError, ArithmeticError):
        middle = None
    if middle is None or not is_number(middle):
        remedy = translate(
            "Problem",
            "give family with p05 and p95, median and sd (normal, lognormal, logit-normal), shape "
            "and rate (gamma), or a and b (beta)",
        )
        what = translate("Problem", "is {shown}", shown=shortened(table))
        problems.append(Problem(f"{where}.distribution", what, remedy))
        return
    _check_ends(where, whole, middle, problems)
