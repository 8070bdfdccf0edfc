"""Named mixes of places: how a profile declares them, and the shares that they stand for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from modeller.base.errors import ModellerError, Problem, problem
from modeller.base.toml_tables import (
    Kind,
    add_unknown,
    add_unless_known,
    check_table,
    is_number,
    is_table,
    is_tables,
    is_text,
    read_toml,
    shortened,
)
from modeller.calibration.places.shares import Mix, Place, place
from modeller.evidence import Borough
from modeller.evidence.boroughs import together

_KEY = re.compile(r"[a-z][a-z0-9-]{0,59}", re.ASCII)
_RULES: Mapping[str, Mapping[str, Kind]] = {
    "recorded": {},
    "parts": {"parts": is_tables},
    "residents": {},
    "evenly": {},
    "low share": {"group": is_text},
    "fixed cameras": {"place": is_text, "share": is_number},
}
"""Each rule, and the further fields that a mix by that rule has."""
WORDS: Mapping[str, Kind] = {
    "label": is_text,
    "sentence": is_text,
    "label_in": is_table,
    "sentence_in": is_table,
}
"""Fields that any mix may have: a label, a sentence about it, and both in other languages by their
codes. Without them the texts come from the rule."""
_GROUPS = ("asian", "black", "mixed", "white", "other")


def parse_mixes(
    content: bytes, name: str, places: Collection[str]
) -> Mapping[str, Mapping[str, Any]]:
    """The named mixes that a file declares, by key, in the file's order.

    Parameters
    ----------
    places
        Every place that a mix may name, written with its kind.

    Raises
    ------
    ModellerError
        With everything that is wrong, each with its mix and field.
    """
    tables = read_toml(content, name)
    problems: list[Problem] = []
    for key, table in tables.items():
        where = f"{name}, {shortened(key)}"
        if _KEY.fullmatch(key) is None:
            problems.append(
                problem(where, "cannot be the name of a mix", "use small letters and hyphens")
            )
        _check(where, table, places, problems)
    if problems:
        raise ModellerError(problems)
    return MappingProxyType(tables)


def _check(where: str, table: Any, places: Collection[str], problems: list[Problem]) -> None:
    rule = table.get("rule") if is_table(table) else None
    fields = _RULES.get(str(rule), {})
    if not check_table(where, table, {"rule": is_text, **fields}, WORDS, problems):
        return
    for field in ("label_in", "sentence_in"):
        inside = table.get(field, {})
        check_table(f"{where}.{field}", inside, dict.fromkeys(inside, is_text), {}, problems)
    if rule not in _RULES:
        add_unknown(f"{where}.rule: {shortened(rule)}", _RULES, str(rule), problems)
    elif rule == "low share" and table["group"] not in _GROUPS:
        group = table["group"]
        add_unknown(f"{where}.group: {shortened(group)}", _GROUPS, group, problems)
    elif rule == "fixed cameras":
        add_unless_known(f"{where}.place", table["place"], places, problems)
        if not 0.0 <= table["share"] <= 1.0:
            problems.append(
                problem(f"{where}.share", "is not between 0 and 1", "give a share such as 0.3")
            )
    elif rule == "parts":
        total = 0.0
        for index, part in enumerate(table["parts"]):
            inside = f"{where}.parts[{index}]"
            if not check_table(inside, part, {"place": is_text, "weight": is_number}, {}, problems):
                continue
            add_unless_known(f"{inside}.place", part["place"], places, problems)
            if part["weight"] < 0.0:
                problems.append(
                    problem(f"{inside}.weight", "is below 0", "a weight is nought or more")
                )
            total += part["weight"]
        if not total > 0.0:
            problems.append(
                problem(f"{where}.parts", "have no weight", "give one of them a weight above 0")
            )


def named_mix(
    key: str,
    declared_mixes: Mapping[str, Mapping[str, Any]],
    recorded: Mix,
    areas: Mapping[str, Borough],
    *,
    share: float | None = None,
) -> Mix:
    """The mix of that name.

    Parameters
    ----------
    key
        One of `declared_mixes`.
    declared_mixes
        As `parse_mixes` gives them.
    recorded
        Shares of the record's own deployments.
    areas
        Every borough.
    share
        The share of the fixed cameras, 0 to 1, in place of the declared one; only for that rule.

    Raises
    ------
    ValueError
        For a key that is not declared, or a share out of range.
    """
    if key not in declared_mixes:
        raise ValueError(f"there is no mix {key!r}; there are {', '.join(declared_mixes)}")
    declared = declared_mixes[key]
    rule = declared["rule"]
    if rule == "recorded":
        return recorded
    if rule == "parts":
        return _shares((place(part["place"]), part["weight"]) for part in declared["parts"])
    if rule == "residents":
        return _shares((Place("borough", name), area.residents) for name, area in areas.items())
    if rule == "evenly":
        return _shares((Place("borough", name), 1.0) for name in areas)
    if rule == "low share":
        group = declared["group"]
        most = getattr(together(areas, name="all"), group)
        return _shares(
            (there, part)
            for there, part in recorded.items()
            if there.kind == "borough" and getattr(areas[there.name], group) <= most
        )
    return _with_fixed(
        recorded, place(declared["place"]), declared["share"] if share is None else share
    )


def _with_fixed(recorded: Mix, cameras: Place, share: float) -> Mix:
    if not 0.0 <= share <= 1.0:
        raise ValueError(f"a share of {share:g} for the fixed cameras; it must lie between 0 and 1")
    if share == recorded.get(cameras):
        return recorded
    others = _shares((there, part) for there, part in recorded.items() if there != cameras)
    mixed = {there: (1.0 - share) * part for there, part in others.items()}
    return MappingProxyType({**mixed, cameras: share})


def _shares(weights: Iterable[tuple[Place, float]]) -> Mix:
    found = dict(sorted(weights))
    total = sum(found.values())
    return MappingProxyType({there: weight / total for there, weight in found.items()})
