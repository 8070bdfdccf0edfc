"""Writes source for the compiler, line by line: steps in one precision, and levels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from modeller.kernel.precisions import Precision
from modeller.model.equation_graph import LEAVES, Level
from modeller.model.operations import Node

Read = Callable[[Node], str | None]
_COMPARISONS = {"less": "<", "less_equal": "<=", "greater": ">", "greater_equal": ">="}


class Text:
    """Writes steps as lines of source, and collects the constants that they use.

    Parameters
    ----------
    columns
        The numbers of the week, in their order in a row of the table.
    prefix
        The beginning of the names of constants.
    """

    def __init__(
        self, precision: Precision, columns: Sequence[Node] = (), prefix: str = "_"
    ) -> None:
        self._precision, self._prefix = precision, prefix
        self._columns = {node: place for place, node in enumerate(columns)}
        self._constants: dict[float, int] = {}

    def column(self, node: Node) -> str:
        """The source that reads a number of the week."""
        if node.op == "constant":
            place = self._constants.setdefault(node.value, len(self._constants))
            return f"{self._prefix}{place}"
        return f"lever[{self._columns[node]}]"

    def lines(
        self, nodes: Sequence[Node], read: Read, stored: Mapping[Node, str]
    ) -> tuple[list[str], list[str]]:
        """Steps as lines of source: those before the loop, and those inside it.

        Parameters
        ----------
        nodes
            The steps, in order; everything else that they need is read first.
        read
            Gives the source that reads a leaf or an earlier step; None for a number of the week.
        stored
            The source for where a step is stored, for steps that others read.
        """
        names: dict[Node, str] = {}
        before: list[str] = []
        first: list[str] = []
        body: list[str] = []

        def name(node: Node) -> str:
            if node.op == "constant":
                return self.column(node)
            if node not in names:
                found = read(node)
                names[node] = node.name if node.op in LEAVES else f"r{len(names)}"
                if node.op in ("before", "departure", "fitted", "place"):
                    names[node] = f"{node.op}_{node.name}"
                where = before if found is None else first
                where.append(f"{names[node]} = {self.column(node) if found is None else found}")
            return names[node]

        for node in nodes:
            given = [name(argument) for argument in node.args]
            if node.op in _COMPARISONS:
                names[node] = f"({given[0]} {_COMPARISONS[node.op]} {given[1]})"
                continue
            names[node] = f"v{len(names)}"
            body.append(f"{names[node]} = {self._precision.formulas[node.op].format(*given)}")
            if node in stored:
                body.append(f"{stored[node]} = {names[node]}")
        return before, [*first, *body]

    def constants(self) -> list[str]:
        """The constants that the loops so far use, as lines of source."""
        return [
            f"{self._prefix}{n} = {self._precision.real}({value!r})"
            for value, n in self._constants.items()
        ]


class LevelLines:
    """Levels as lines of source: their start, and one week of them.

    The lines read `draws` (of beliefs, departures and the fit), `figures`, the `shares` and
    `normals` of streams, and `states`, which carry values from week to week; they write `levels`.
    The first draw has index `first` in `draws`, and `at` in everything else.

    Attributes
    ----------
    draws
        The rows of `draws`: each "belief", "departure" or "fitted", with its name.
    """

    def __init__(self, text: Text, levels: Sequence[Level]) -> None:
        drifts = {name: drift for level in levels for name, drift in level.drifts.items()}
        self.states = tuple(drifts)
        self.draws: list[tuple[str, str]] = []
        self.figures: list[str] = []
        self._luck: list[str] = []
        # a leaf is never stored, so a start that is a leaf is copied
        firsts = [
            Node("same", drift.first, name=name) if drift.first.op in LEAVES else drift.first
            for name, drift in drifts.items()
        ]
        places = [f"states[{place}, at + i]" for place in range(len(drifts))]
        weekly = dict(zip((drift.each for drift in drifts.values()), places, strict=True))
        made = {level.value: f"levels[{place}, at + i]" for place, level in enumerate(levels)}

        def lines(stored: Mapping[Node, str]) -> list[str]:
            steps = [n for n in in_order(stored) if n.op not in (*LEAVES, "constant")]
            before, body = text.lines(steps, self._read, stored)
            return [*before, *body]

        self.at_first = lines(dict(zip(firsts, places, strict=True)))
        self.each_week = lines({**weekly, **made})

    @property
    def streams(self) -> tuple[str, ...]:
        """The streams of luck that the levels read."""
        return tuple(name.removeprefix("luck_") for name in self._luck)

    @property
    def share_places(self) -> list[int]:
        """The row for the shares of each stream; all share one row where no shares are read."""
        read = any("shares[" in line for line in (*self.at_first, *self.each_week))
        return [place if read else 0 for place in range(len(self._luck))]

    def _read(self, node: Node) -> str:
        if node.op in ("belief", "departure", "fitted"):
            return f"draws[{_place(self.draws, (node.op, node.name))}, first + i]"
        if node.op == "figure":
            return f"figures[{_place(self.figures, node.name)}]"
        if node.op == "before":
            return f"states[{self.states.index(node.name)}, at + i]"
        return f"{node.op}s[{_place(self._luck, node.name)}, at + i]"


def _place(known: list[Any], item: Any) -> int:
    if item not in known:
        known.append(item)
    return known.index(item)


def indented(lines: Iterable[str]) -> list[str]:
    """Lines indented by one level."""
    return [f"    {line}" for line in lines]


def function(name: str, arguments: str, lines: Sequence[str]) -> str:
    """The source of a compiled function."""
    body = "\n".join(indented(lines or ["pass"]))
    return f"\n\n@compiled\ndef {name}({arguments}):\n{body}\n"


def in_order(outputs: Iterable[Node]) -> list[Node]:
    """All nodes that the outputs are made of, each after its arguments."""
    found: dict[Node, None] = {}

    def visit(node: Node) -> None:
        if node not in found:
            for argument in node.args:
                visit(argument)
            found[node] = None

    for node in outputs:
        visit(node)
    return list(found)
