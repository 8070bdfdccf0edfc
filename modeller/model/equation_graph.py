"""What the equations need of one another: their order, what each is made of, all as a graph.

Whatever does not fit is said when a catalogue is read: a parameter that is the name of nothing,
a flow without an equation, a belief that moves nothing.
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
"""The equation that every model needs beside those of its flows: what bound the deployments."""


class EquationError(Exception):
    """The equations and the catalogue do not fit: a fault of ours."""


class Names(NamedTuple):
    """The names that a catalogue declares; `parts` are the flows that ratios are made of."""

    levers: tuple[str, ...]
    beliefs: tuple[str, ...]
    figures: tuple[str, ...]
    flows: tuple[str, ...]
    parts: tuple[str, ...] = ()


class Drift(NamedTuple):
    """An equation that carries on from week to week: what it is at first, and then each week."""

    first: Node
    each: Node


@dataclass(frozen=True)
class Level:
    """What drifting equations come to: no lever moves it, so it is worked out beforehand.

    Attributes
    ----------
    value
        In a week, of what `drifts` were the week before.
    drifts
        By name.
    beliefs
        Those whose settings it hangs on.
    """

    name: str
    value: Node
    drifts: Mapping[str, Drift]
    beliefs: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Model:
    """The equations, sorted out for the names of a catalogue.

    Attributes
    ----------
    equations
        Those that are needed, each after those it needs.
    kinds
        What each name is.
    reach
        Everything an equation goes back to, equations and all else.
    nodes
        Every equation that no level is made of, noted down; levels are leaves in them.
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
        """Names of that kind that anything reads, in the order in which they are first read."""
        return tuple(name for name, its in self.kinds.items() if its == kind)

    def behind(self, equation: str) -> frozenset[str]:
        """Levers and beliefs that can move what an equation gives."""
        reach = {name.removeprefix("departure_") for name in self.reach[equation]}
        return frozenset(reach) & {*self.names.levers, *self.names.beliefs}

    def taken_by(self, equation: str, kind: Kind) -> tuple[str, ...]:
        """Parameters of that kind of an equation itself."""
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
        Where the equations and the names do not fit, with the name that is nearest.
    """
    return _Sorting(names).model()


def closest(name: str, known: Iterable[str]) -> str:
    """What may have been meant."""
    return difflib.get_close_matches(name, known, 1, cutoff=0.0)[0]


class _Sorting:
    """Goes through the equations that a catalogue's flows need."""

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
        """All of it."""
        for flow in self.names.flows:
            if flow not in EQUATIONS:
                raise EquationError(
                    f"the outcome {flow} is a flow without an equation of its name; did you mean "
                    f"{closest(flow, EQUATIONS)}?"
                )
        for name in (*self.names.flows, BINDING):
            self.visit(name, ())
        carried = self.of("before", "before_")
        self.reach_back(carried)
        self.check_carried(carried)
        drifting = self.drifting(carried)
        nodes, levels = self.noted(carried, drifting)
        return Model(
            self.names, {name: EQUATIONS[name] for name in self.order}, self.kinds,
            self.parameters, self.reach, drifting, nodes, levels,
        )  # fmt: skip

    def of(self, kind: Kind, prefix: str) -> tuple[str, ...]:
        """What stands behind the prefix of the names of a kind."""
        return tuple(n.removeprefix(prefix) for n, its in self.kinds.items() if its == kind)

    def kind(self, name: str, equation: str) -> Kind:
        """What a parameter is."""
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
        """Put an equation behind all it needs."""
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
        if name in self.reach:  # it was behind what is carried on
            return
        self.parameters[name] = parameters
        self.reach[name] = frozenset(parameters).union(
            *(self.reach[p] for p in parameters if p in self.reach)
        )
        self.kinds[name] = "equation"
        self.order.append(name)
        for carried in later:  # what was given the week before may go round in a circle
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
        """Add to what an equation goes back to all that was carried on into it."""
        for name, reach in self.reach.items():
            whole, open_ = set(reach), [one for one in carried if f"before_{one}" in reach]
            while open_:
                one = open_.pop()
                new = {one, f"first_{one}"} | self.reach[one] | self.reach[f"first_{one}"]
                open_ += [other for other in carried if f"before_{other}" in new - whole]
                whole |= new
            self.reach[name] = frozenset(whole)

    def check_carried(self, carried: tuple[str, ...]) -> None:
        """Refuse what is not supported: a level that a lever moves, or one made of counts."""
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
        """Whether an equation takes luck itself."""
        return any(self.kinds[p] == "luck" for p in self.parameters[name])

    def drifting(self, carried: tuple[str, ...]) -> tuple[str, ...]:
        """Equations that carry on, where they begin, and what is made of them and figures only."""
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
        """The equations on nodes: what drifts by itself, all else with levels as leaves."""
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
        """A level with the drifts behind it, at however many removes."""
        mine: dict[str, Drift] = {}
        open_ = [value]
        while open_:
            for leaf in leaves(open_.pop()):
                if leaf.op == "before" and leaf.name not in mine:
                    mine[leaf.name] = drifts[leaf.name]
                    open_ += drifts[leaf.name]
        # leaves come in no certain order, and the source that is written of them must
        mine = {name: drift for name, drift in drifts.items() if name in mine}
        nodes = (value, *(node for drift in mine.values() for node in drift))
        read = {leaf.name for node in nodes for leaf in leaves(node)}
        return Level(name, value, mine, tuple(b for b in self.names.beliefs if b in read))

    def note(self, name: str, values: Mapping[str, Any]) -> Node:
        """What an equation does."""
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
    """What a step goes back to."""
    return frozenset([node] if node.op in LEAVES else ()).union(*map(leaves, node.args))
