"""Finds out how the equations depend on each other, and notes each down as a graph of steps.

Whatever does not fit a catalogue is reported when it is read: a parameter that names nothing, a
flow without an equation, a belief that no equation reads.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import FunctionType
from typing import Any, Literal, NamedTuple

from modeller.model import equations
from modeller.model.fitted import FITTED, PLACE
from modeller.model.operations import Luck, Node

Kind = Literal[
    "lever", "belief", "figure", "equation", "luck", "before", "departure", "fitted", "place"
]

EQUATIONS: Mapping[str, FunctionType] = {
    name: function
    for name, function in vars(equations).items()
    if isinstance(function, FunctionType)
    and function.__module__ == equations.__name__
    and not name.startswith("_")
}
BINDING = "cause"
"""The equation that a model needs besides those of its flows: what bound the deployments."""


class EquationError(Exception):
    """The equations and the catalogue do not fit each other: a programming error."""


class Names(NamedTuple):
    """The names that a catalogue declares; `parts` are the flows that its ratios are made of."""

    levers: tuple[str, ...]
    beliefs: tuple[str, ...]
    figures: tuple[str, ...]
    flows: tuple[str, ...]
    parts: tuple[str, ...] = ()


class Drift(NamedTuple):
    """An equation that carries a value from week to week: before the first week, and in each."""

    first: Node
    each: Node


@dataclass(frozen=True)
class Level:
    """A quantity that drifts by itself; as no lever moves it, it is computed beforehand.

    Attributes
    ----------
    value
        Its value in a week, from the values of `drifts` in the week before.
    drifts
        The equations carried from week to week that it is made of, by name.
    beliefs
        The beliefs that it depends on.
    """

    name: str
    value: Node
    drifts: Mapping[str, Drift]
    beliefs: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Model:
    """The equations that a catalogue needs, and how they depend on each other.

    Attributes
    ----------
    equations
        The equations needed, each after those that it depends on.
    kinds
        The kind of each name that an equation reads.
    parameters
        The parameters of each equation.
    reach
        Every name that an equation depends on, directly or not.
    drifting
        The equations that no lever or count moves.
    nodes
        The graph of every equation that is not drifting; levels are leaves in it.
    levels
        The drifting quantities that other equations read.
    """

    names: Names
    equations: Mapping[str, FunctionType]
    kinds: Mapping[str, Kind]
    parameters: Mapping[str, tuple[str, ...]]
    reach: Mapping[str, frozenset[str]]
    drifting: tuple[str, ...]
    nodes: Mapping[str, Node]
    levels: Mapping[str, Level]

    def of_kind(self, kind: Kind) -> tuple[str, ...]:
        """The names of a kind that any equation reads, in the order of their first reading."""
        return tuple(name for name, its in self.kinds.items() if its == kind)

    def behind(self, equation: str) -> frozenset[str]:
        """The levers and beliefs that an equation depends on."""
        reach = {name.removeprefix("departure_") for name in self.reach[equation]}
        return frozenset(reach) & {*self.names.levers, *self.names.beliefs}

    def taken_by(self, equation: str, kind: Kind) -> tuple[str, ...]:
        """The parameters of a kind that an equation itself reads."""
        return tuple(name for name in self.parameters[equation] if self.kinds[name] == kind)

    def idle_beliefs(self) -> tuple[str, ...]:
        """Beliefs that no equation reads."""
        return tuple(name for name in self.names.beliefs if name not in self.kinds)


@lru_cache(maxsize=16)
def model_of(names: Names) -> Model:
    """The equations for the names of a catalogue.

    Raises
    ------
    EquationError
        Where the equations and the names do not fit, with the nearest name that there is.
    """
    return _Sorting(names).model()


def closest(name: str, known: Iterable[str]) -> str:
    """The nearest of the known names."""
    return difflib.get_close_matches(name, known, 1, cutoff=0.0)[0]


class _Sorting:
    """Follows the flows of a catalogue back through all the equations that they need."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.order: list[str] = []
        self.kinds: dict[str, Kind] = {}
        self.parameters: dict[str, tuple[str, ...]] = {}
        self.reach: dict[str, frozenset[str]] = {}
        groups: dict[Kind, tuple[str, ...]] = {
            "lever": names.levers, "belief": names.beliefs, "figure": names.figures,
            "equation": tuple(EQUATIONS),
        }  # fmt: skip
        self.known: dict[str, Kind] = {}
        for kind, group in groups.items():
            for name in group:
                if name in self.known:
                    raise EquationError(f"{name} names two things: {self.known[name]}, {kind}")
                self.known[name] = kind

    def model(self) -> Model:
        """The finished model."""
        for flow in self.names.flows:
            if flow not in EQUATIONS:
                raise EquationError(
                    f"the outcome {flow} is a flow without an equation of its name; did you mean "
                    f"{closest(flow, EQUATIONS)}?"
                )
        for name in (*self.names.flows, BINDING):
            self.visit(name, ())
        before = (name for name, kind in self.kinds.items() if kind == "before")
        carried = tuple(name.removeprefix("before_") for name in before)
        self.reach_back(carried)
        self.check_carried(carried)
        drifting = self.drifting(carried)
        nodes, levels = self.noted(carried, drifting)
        return Model(
            self.names, {name: EQUATIONS[name] for name in self.order}, self.kinds,
            self.parameters, self.reach, drifting, nodes, levels,
        )  # fmt: skip

    def kind(self, name: str, equation: str) -> Kind:
        """The kind of a parameter of an equation."""
        if name in self.known:
            return self.known[name]
        prefixes: dict[str, tuple[Kind, Iterable[str] | None]] = {
            "luck_": ("luck", None), "before_": ("before", EQUATIONS),
            "departure_": ("departure", self.names.beliefs),
            "fitted_": ("fitted", FITTED), "place_": ("place", PLACE),
        }  # fmt: skip
        candidates = [*self.known]
        for prefix, (kind, whose) in prefixes.items():
            if name.startswith(prefix):
                if whose is None or name.removeprefix(prefix) in whose:
                    return kind
                candidates = [prefix + one for one in whose]
        raise EquationError(
            f"{equation} in {equations.__name__.replace('.', '/')}.py, line "
            f"{EQUATIONS[equation].__code__.co_firstlineno}, asks for {name}, which is no lever, "
            f"belief, figure or equation, nor luck_…, before_… or departure_… of one, nor "
            f"fitted_… or place_… of a fit; did you mean {closest(name, candidates)}?"
        )

    def visit(self, name: str, above: tuple[str, ...]) -> None:
        """Put an equation into the order, after all that it needs."""
        if name in above:
            raise EquationError(f"the equations go in a circle: {' → '.join([*above, name])}")
        if name in self.reach:
            return
        code = EQUATIONS[name].__code__
        parameters = code.co_varnames[: code.co_argcount]
        later: list[str] = []
        for parameter in parameters:
            kind = self.kind(parameter, name)
            if kind == "equation":
                self.visit(parameter, (*above, name))
            elif kind == "before":
                later.append(parameter.removeprefix("before_"))
            self.kinds.setdefault(parameter, kind)
        if name in self.reach:  # it has been put there by way of a carried value
            return
        self.parameters[name] = parameters
        self.reach[name] = frozenset(parameters).union(
            *(self.reach[p] for p in parameters if p in self.reach)
        )
        self.kinds[name] = "equation"
        self.order.append(name)
        for carried in later:  # last week's value may depend on this equation: no circle
            first = f"first_{carried}"
            if first not in EQUATIONS:
                raise EquationError(
                    f"{name} asks for before_{carried}, but no equation {first} says what it was "
                    f"before the first week; did you mean {closest(first, EQUATIONS)}?"
                )
            self.visit(first, ())
            if carried not in above:
                self.visit(carried, ())

    def reach_back(self, carried: tuple[str, ...]) -> None:
        """Extend `reach` to what an equation depends on by way of values carried into it."""
        for name, reach in self.reach.items():
            whole, open_ = set(reach), [one for one in carried if f"before_{one}" in reach]
            while open_:
                one = open_.pop()
                new = {one, f"first_{one}"} | self.reach[one] | self.reach[f"first_{one}"]
                open_ += [other for other in carried if f"before_{other}" in new - whole]
                whole |= new
            self.reach[name] = frozenset(whole)

    def check_carried(self, carried: tuple[str, ...]) -> None:
        """Refuse a carried value that depends on a lever or on a count: that is not supported."""
        for name in carried:
            own = {name, f"first_{name}", *carried, *(f"first_{one}" for one in carried)}
            for other in sorted(self.reach[name]):
                if self.kinds[other] in ("lever", "place"):
                    raise EquationError(f"{name} carries on from week to week; {other} may not "
                                        "move it")  # fmt: skip
                if other in self.reach and other not in own and self.lucky(other):
                    raise EquationError(f"{name} carries on from week to week; it may not hang on "
                                        f"{other}, which luck counts")  # fmt: skip

    def lucky(self, name: str) -> bool:
        """Whether an equation itself reads random numbers."""
        return any(self.kinds[p] == "luck" for p in self.parameters[name])

    def drifting(self, carried: tuple[str, ...]) -> tuple[str, ...]:
        """Equations that carry values, and those made only of these and of fixed inputs."""
        found = {one for name in carried for one in (name, f"first_{name}")}
        for name in carried:
            found |= {one for one in self.reach[name] if one in self.reach}
        for name in self.order:
            parameters = self.parameters[name]
            carries = [p in found or self.kinds[p] == "before" for p in parameters]
            plain = [self.kinds[p] in ("figure", "departure", "fitted") for p in parameters]
            if any(carries) and all(map(max, carries, plain)):
                found.add(name)
        return tuple(name for name in self.order if name in found)

    def noted(
        self, carried: tuple[str, ...], drifting: tuple[str, ...]
    ) -> tuple[Mapping[str, Node], Mapping[str, Level]]:
        """The graphs of all equations: levels made of drifting ones, and the rest upon levels."""
        values: dict[str, Any] = {}
        for name, kind in self.kinds.items():
            if kind == "luck":
                values[name] = Luck(Node("share", name=name), Node("normal", name=name))
            elif kind != "equation":
                values[name] = Node(kind, name=name.removeprefix(f"{kind}_"))
        for name in self.order:
            if name in drifting:
                values[name] = self.note(name, values)
        drifts = {n: Drift(values[f"first_{n}"], values[n]) for n in carried}
        levels: dict[str, Level] = {}
        for name in drifting:
            rest = (other for other in self.order if other not in drifting)
            is_flow = name in self.names.flows
            if is_flow or any(name in self.parameters[other] for other in rest):
                levels[name] = self.level(name, values[name], drifts)
                values[name] = Node("level", name=name)
        nodes = {name: Node("same", values[name]) for name in levels if name in self.names.flows}
        for name in self.order:
            if name not in drifting:
                nodes[name] = values[name] = self.note(name, values)
                for leaf in leaves(nodes[name]):
                    if leaf.op in ("before", "departure"):
                        raise EquationError(f"{name} goes back to {leaf.op}_{leaf.name}: only what "
                                            "drifts from week to week by itself may")  # fmt: skip
        return nodes, levels

    def level(self, name: str, value: Node, drifts: Mapping[str, Drift]) -> Level:
        """A level with all the drifts that it depends on, directly or not."""
        mine: dict[str, Drift] = {}
        open_ = [value]
        while open_:
            for leaf in leaves(open_.pop()):
                if leaf.op == "before" and leaf.name not in mine:
                    mine[leaf.name] = drifts[leaf.name]
                    open_ += drifts[leaf.name]
        # a set has no fixed order, and the source code written from this must have one
        mine = {name: drift for name, drift in drifts.items() if name in mine}
        nodes = (value, *(node for drift in mine.values() for node in drift))
        read = {leaf.name for node in nodes for leaf in leaves(node)}
        return Level(name, value, mine, tuple(b for b in self.names.beliefs if b in read))

    def note(self, name: str, values: Mapping[str, Any]) -> Node:
        """The graph of an equation, by calling it on nodes."""
        try:
            found = EQUATIONS[name](*(values[parameter] for parameter in self.parameters[name]))
        except (TypeError, AttributeError) as error:
            raise EquationError(f"the equation {name}: {error}") from error
        if not isinstance(found, Node):
            raise EquationError(f"the equation {name} gives {found!r}, whatever it is given")
        return found


LEAVES = (
    "lever", "figure", "belief", "level", "share", "normal", "before", "departure", "fitted",
    "place",
)  # fmt: skip


@cache
def leaves(node: Node) -> frozenset[Node]:
    """The leaves that a step depends on."""
    return frozenset([node] if node.op in LEAVES else ()).union(*map(leaves, node.args))
