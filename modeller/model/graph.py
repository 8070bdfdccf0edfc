"""What the equations need of one another: their order, their leaves, and all of it as a graph.

Whatever does not fit is said when a catalogue is first used: a parameter that is the name of
nothing, a flow without an equation, a belief that moves nothing.
"""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import FunctionType
from typing import Any, Literal

from modeller.model import equations
from modeller.model.catalogue import Catalogue
from modeller.model.words import Luck, Node

Kind = Literal["lever", "figure", "belief", "level", "luck", "equation"]

LEVELS = {
    "true_alerts_per_deployment": "alerts",
    "faces_per_deployment": "faces",
    "arrests_per_true_alert": "arrests",
}
"""The beliefs whose rates drift, with the name of the level."""

EQUATIONS: Mapping[str, Callable[..., Any]] = {
    name: function
    for name, function in vars(equations).items()
    if isinstance(function, FunctionType) and function.__module__ == equations.__name__
}
PARAMETERS = {name: tuple(inspect.signature(f).parameters) for name, f in EQUATIONS.items()}


class EquationError(Exception):
    """The equations and the catalogue do not fit: a fault of ours."""


@dataclass(frozen=True)
class Model:
    """The equations, sorted out for one catalogue.

    Attributes
    ----------
    order
        Every equation after those it needs.
    kinds
        What each name is.
    reach
        Everything an equation goes back to, equations and leaves.
    flows
        The catalogue's flows: what the equations are there for, beside the cause.
    nodes
        Every equation, noted down.
    """

    order: tuple[str, ...]
    kinds: Mapping[str, Kind]
    reach: Mapping[str, frozenset[str]]
    flows: tuple[str, ...]
    nodes: Mapping[str, Node]

    def names(self, kind: Kind) -> tuple[str, ...]:
        """Names of that kind that anything reads, in the order in which they are first read."""
        return tuple(name for name, its in self.kinds.items() if its == kind)

    def kinds_behind(self, name: str) -> set[Kind]:
        """The kinds of leaves that an equation goes back to."""
        return {self.kinds[leaf] for leaf in self.reach[name]} - {"equation"}


def model(catalogue: Catalogue) -> Model:
    """The equations for a catalogue; those of the same names have one model."""
    flows = tuple(key for key, outcome in catalogue.outcomes.items() if outcome.kind == "flow")
    groups = (catalogue.levers, catalogue.beliefs, catalogue.figures)
    return _model(*map(tuple, groups), flows)


@lru_cache(maxsize=8)
def _model(
    levers: tuple[str, ...], beliefs: tuple[str, ...], figures: tuple[str, ...],
    flows: tuple[str, ...],
) -> Model:  # fmt: skip
    groups: dict[Kind, tuple[str, ...]] = {
        "lever": levers, "belief": beliefs, "figure": figures, "equation": tuple(EQUATIONS),
        "level": tuple(f"level_{name}" for name in LEVELS.values()),
    }  # fmt: skip
    known = {name: kind for kind, names in groups.items() for name in names}
    twice = sorted(name for name in known if sum(name in names for names in groups.values()) > 1)
    if twice:
        raise EquationError(f"{', '.join(twice)}: one name for two things")

    def kind(name: str, equation: str) -> Kind:
        if name.startswith("luck_"):
            return "luck"
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            meant = f"; did you mean {near[0]}?" if near else ""
            raise EquationError(
                f"the equation {equation} asks for {name}, which is no lever, belief, figure, "
                f"level, luck or equation{meant}"
            )
        return known[name]

    for flow in flows:
        if flow not in EQUATIONS:
            raise EquationError(f"the outcome {flow} is a flow without an equation")
    order: list[str] = []
    kinds: dict[str, Kind] = {}
    reach: dict[str, frozenset[str]] = {}

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise EquationError(f"the equations go in a circle: {' → '.join([*above, name])}")
        if name in reach:
            return
        for parameter in PARAMETERS[name]:
            its = kind(parameter, name)
            if its == "equation":
                visit(parameter, (*above, name))
            kinds.setdefault(parameter, its)
        reach[name] = frozenset(PARAMETERS[name]).union(
            *(reach[p] for p in PARAMETERS[name] if p in reach)
        )
        kinds[name] = "equation"
        order.append(name)

    for name in (*flows, "cause"):
        visit(name, ())
    return Model(tuple(order), kinds, reach, flows, _noted(order, kinds))


def idle(catalogue: Catalogue) -> list[str]:
    """Equations that no outcome needs and beliefs that no equation reads: there should be none."""
    found = model(catalogue)
    return sorted({*EQUATIONS, *catalogue.beliefs} - set(found.kinds))


def _noted(order: list[str], kinds: Mapping[str, Kind]) -> dict[str, Node]:
    values: dict[str, Any] = {
        name: Luck(Node("share", name=name), Node("normal", name=name))
        if kind == "luck"
        else Node(kind, name=name)
        for name, kind in kinds.items()
        if kind != "equation"
    }
    for name in order:
        given = (values[parameter] for parameter in PARAMETERS[name])
        try:
            values[name] = EQUATIONS[name](*given)
        except TypeError as error:
            raise EquationError(f"the equation {name}: {error}") from error
    return {name: values[name] for name in order}
