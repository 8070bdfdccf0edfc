"""Reads from a design the quantities that a sweep varies: grids, lists and samples."""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from modeller.base.bounded_json import join, number_text, shown
from modeller.base.elementary import Floats, exp, log
from modeller.base.errors import Problem, problem
from modeller.base.language import translate
from modeller.base.typed_numbers import rounded
from modeller.model.catalogue import MAXIMUM_SEED, Catalogue
from modeller.model.hypercube import column
from modeller.model.sampling import DIMENSIONS, belief_uniforms
from modeller.scenario.setting import check_names, read_number, read_whole, unknown

MOST_SCENARIOS = 1_000_000
SPREAD = ".spread"
"""After a belief's key this means its spread; the key alone means its centre."""
TITLE = "title"
PLACES = "places"
"""The mix of places, given as for `--set places=…`: a name, or shares."""
TEXTS = (TITLE, PLACES)
RUN = ("weeks", "draws", "seed")

_METHODS = ("latin-hypercube", "sobol")


@dataclass(frozen=True)
class Axis:
    """One quantity and the values it takes."""

    name: str
    where: str
    values: Sequence[float] | Sequence[str]


def read_table(table: Mapping[str, Any], name: str, problems: list[Problem]) -> Mapping[str, Any]:
    """A section of the design; empty if it is not there."""
    section = table.get(name, {})
    if isinstance(section, Mapping):
        return section
    problems.append(
        problem(name, "is {shown}", "write it under [{name}]", shown=shown(section), name=name)
    )
    return {}


def check_known(
    name: str,
    where: str,
    declared: Catalogue,
    problems: list[Problem],
    *,
    texts: Sequence[str] = (),
) -> bool:
    """Whether a design can set something of that name; if not, a problem is added.

    Parameters
    ----------
    texts
        Which of `TEXTS` can be set here besides numbers.
    """
    sliders, beliefs = declared.sliders, declared.beliefs
    names = [*sliders, *(key + SPREAD for key in beliefs), *RUN, *texts]
    if name in names:
        return True
    what = translate("Problem", "is not a choice, circumstance, belief, weeks, draws or seed")
    unknown(where, name, names, what, problems)
    return False


def read_grid(
    section: Mapping[str, Any], declared: Catalogue, problems: list[Problem]
) -> list[Axis]:
    """The quantities of which every combination is run."""
    axes: list[Axis] = []
    size = 1
    for name, raw in section.items():
        where = join("grid", name)
        if check_known(name, where, declared, problems, texts=(PLACES,)):
            axis = Axis(name, where, _values(name, where, raw, problems))
            size *= max(len(axis.values), 1)
            if size > MOST_SCENARIOS:  # check this before the values of all others are made
                problems.append(
                    problem(
                        translate("Problem", "the design"),
                        "has over {most} scenarios",
                        "keep to {most}: take a sample instead of a full grid",
                        most=number_text(MOST_SCENARIOS),
                    )
                )
                return axes
            axes.append(axis)
    return [axis for axis in axes if axis.values]


def read_lists(
    section: Mapping[str, Any], declared: Catalogue, problems: list[Problem]
) -> list[Axis]:
    """The quantities that are varied together, row by row."""
    axes = []
    for name, raw in section.items():
        where = join("list", name)
        if check_known(name, where, declared, problems, texts=(PLACES,)):
            axes.append(Axis(name, where, _values(name, where, raw, problems)))
    axes = [axis for axis in axes if axis.values]  # others have already been reported
    if len({len(axis.values) for axis in axes}) > 1:
        lengths = ", ".join(
            translate("Problem", "{count} of {name}", count=len(axis.values), name=axis.name)
            for axis in axes
        )
        problems.append(
            problem(
                "list",
                "has {lengths}",
                "lists go together row by row: make them equally long",
                lengths=lengths,
            )
        )
    return axes


def _values(
    name: str, where: str, raw: object, problems: list[Problem]
) -> Sequence[float] | Sequence[str]:
    """The values of a list or of steps: numbers, or mixes of places as text."""
    if name != PLACES:
        return _numbers(where, raw, problems)
    if isinstance(raw, list) and raw and all(isinstance(mix, str) for mix in raw):
        return [str(mix) for mix in raw[: MOST_SCENARIOS + 1]]
    problems.append(
        problem(
            where,
            "is {shown}",
            'write a list of mixes, such as ["as-recorded", "evenly"]',
            shown=shown(raw),
        )
    )
    return []


def _numbers(where: str, raw: object, problems: list[Problem]) -> Sequence[float]:
    if isinstance(raw, Mapping):
        return _steps(where, raw, problems)
    if not isinstance(raw, list) or not raw:
        problems.append(
            problem(
                where,
                "is {shown}",
                "write a list, or {{from = 0, to = 1400, step = 200}}",
                shown=shown(raw),
            )
        )
        return []
    values = [read_number(join(where, i), value, problems) for i, value in enumerate(raw)]
    return [rounded(value) for value in values if value is not None]


def _steps(where: str, raw: Mapping[str, Any], problems: list[Problem]) -> Sequence[float]:
    before = len(problems)
    names = ("from", "to", "step")
    check_names(where, raw, names, problems, needed=names)
    ends = [read_number(join(where, name), raw.get(name, 1), problems) for name in names]
    low, high, step = ends
    if len(problems) > before or low is None or high is None or step is None:
        return []
    if not (low <= high and step > 0 and (high - low) / step < MOST_SCENARIOS):
        problems.append(
            problem(
                where,
                "goes from {low} to {high} by {step}",
                "go from the lower to the higher by a positive step",
                low=number_text(low),
                high=number_text(high),
                step=number_text(step),
            )
        )
        return []
    count = math.floor((high - low) / step + 1e-9) + 1
    return array("d", (rounded(low + i * step) for i in range(count)))


def read_sample(
    section: Mapping[str, Any], declared: Catalogue, problems: list[Problem]
) -> list[Axis]:
    """The quantities that are sampled evenly over ranges."""
    if not section:
        return []
    before = len(problems)
    check_names(
        "sample",
        section,
        ("method", "size", "seed", "between"),
        problems,
        needed=("size", "between"),
    )
    method = section.get("method", _METHODS[0])
    if method not in _METHODS:
        problems.append(
            problem(
                "sample.method",
                "is {shown}",
                "the methods are {one} and {other}",
                shown=shown(method),
                one=_METHODS[0],
                other=_METHODS[1],
            )
        )
    size = read_whole("sample.size", section.get("size", 1), 1, MOST_SCENARIOS, "", problems)
    seed = read_whole("sample.seed", section.get("seed", 1), 0, MAXIMUM_SEED, "", problems)
    between = read_table(section, "between", problems)
    if method == "sobol" and len(between) > DIMENSIONS:
        problems.append(
            problem(
                "sample.between",
                "has {count} quantities",
                "sobol goes to {most}: take latin-hypercube",
                count=len(between),
                most=DIMENSIONS,
            )
        )
    axes = []
    for dimension, (name, raw) in enumerate(between.items()):
        where = join("sample.between", name)
        ends = (
            _numbers(where, raw, problems) if check_known(name, where, declared, problems) else []
        )
        if len(ends) != 2 or not ends[0] < ends[1]:
            problems.append(
                problem(where, "is {shown}", "give two numbers, the lower first", shown=shown(raw))
            )
        elif len(problems) == before and size is not None and seed is not None:
            if method == "sobol":
                shares = belief_uniforms(seed, name, dimension, size)
            else:
                shares = column(seed, name, size)
            axes.append(Axis(name, where, _between(declared, name, ends[0], ends[1], shares)))
    return axes


def _between(
    declared: Catalogue, name: str, low: float, high: float, shares: Floats
) -> Sequence[float]:
    """Values spread over a range on the slider's scale, rounded if they must be whole."""
    slider = declared.sliders.get(name)
    if slider is not None and slider.scale == "log" and low > 0:
        values = exp(log(low) + shares * (log(high) - log(low)))
    elif name in RUN:
        values = np.minimum(low + np.floor(shares * (high - low + 1)), high)
    else:
        values = low + shares * (high - low)
    return array("d", (rounded(value) for value in values))
