"""Source for the compiler, line by line: steps in one precision, and levels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from modeller.kernel.precisions import Precision
from modeller.model.equation_graph import LEAVES, Level
from modeller.model.operations import Node

Read = Callable[[Node], str | None]
_COMPARISONS = {"less": "<", "less_equal": "<=", "greater": ">", "greater_equal": ">="}


class Text:
    """Steps as lines of source, and the constants that they use.

    Parameters
    ----------
    columns
        The numbers of the week, in their order in a row of the table.
    prefix
        Of the constants' names.
    """

    def __init__(
        self, precision: Precision, columns: Sequence[Node] = (), prefix: str = "_"
    ) -> None:
        self._precision, self._prefix = precision, prefix
        self._columns = {node: place for place, node in enumerate(columns)}
        self._constants: dict[float, int] = {}

    def column(self, node: Node) -> str:
        """How a number of the week is read."""
        if node.op == "constant":
            place = self._constants.setdefault(node.value, len(self._constants))
            return f"{self._prefix}{place}"
        return f"lever[{self._columns[node]}]"

    def lines(
        self, nodes: Sequence[Node], read: Read, stored: Mapping[Node, str]
    ) -> tuple[list[str], list[str]]:
        """Steps as lines of source: what stands before the loop, and what in it.

        Parameters
        ----------
        nodes
            The steps, in order; what they need beside one another is read first.
        read
            How a leaf or an earlier step is read; None for a number of the week.
        stored
            Where the steps that others read are put.
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
        """The constants that the loops so far use, in their precision."""
        return [
            f"{self._prefix}{n} = {self._precision.real}({value!r})"
            for value, n in self._constants.items()
        ]


class LevelLines:
    """Levels as lines of source: what they are at first, and a week of them.

    The lines read `draws` (beliefs, departures, the fit's) and `figures`, the streams' `shares` and
    `normals`, and `states`, which they carry on; they write `levels`. The first draw is number
    `first`, and lies at `at` in all but `draws`.

    Attributes
    ----------
    draws
        The rows of `draws`: "belief", "departure" or "fitted", and its name.
    """

    def __init__(self, text: Text, levels: Sequence[Level]) -> None:
        drifts = {name: drift for level in levels for name, drift in level.drifts.items()}
        self.states = tuple(drifts)
        self.draws: list[tuple[str, str]] = []
        self.figures: list[str] = []
        self._luck: list[str] = []
        # what begins as a leaf is copied: a leaf is read and never stored
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
        """The streams of luck."""
        return tuple(name.removeprefix("luck_") for name in self._luck)

    @property
    def share_places(self) -> list[int]:
        """The row of each stream's shares: all in one where nobody reads them."""
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
    """One step further in."""
    return [f"    {line}" for line in lines]


def function(name: str, arguments: str, lines: Sequence[str]) -> str:
    """The source of a compiled function."""
    body = "\n".join(indented(lines or ["pass"]))
    return f"\n\n@compiled\ndef {name}({arguments}):\n{body}\n"


def in_order(outputs: Iterable[Node]) -> list[Node]:
    """All that the outputs are made of, each after what it is made of."""
    found: dict[Node, None] = {}

    def visit(node: Node) -> None:
        if node not in found:
            for argument in node.args:
                visit(argument)
            found[node] = None

    for node in outputs:
        visit(node)
    return list(found)
