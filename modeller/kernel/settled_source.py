"""Generates the module for the settled numbers: a week of some draws, batch by batch."""

from __future__ import annotations

from functools import cached_property

from modeller.kernel.loops import WEEKLY, Loops
from modeller.kernel.precisions import DOUBLE
from modeller.kernel.source_text import LevelLines, function, indented
from modeller.model.equation_graph import BINDING, Model
from modeller.model.operations import Node

BATCH = 256
"""Draws in a batch."""

_HEAD = '''"""Written by modeller.kernel.settled_source from the equations: not to be edited."""

import math

import numpy as np

from modeller.kernel.compiling import compiled
from modeller.kernel.counts64 import beta_binomial, poisson
from modeller.kernel.elementary64 import exp, log
'''


class SettledSource(Loops):
    """The settled loops, each over a batch of draws.

    Attributes
    ----------
    streams
        The streams of luck that a week reads, apart from those of the levels.
    drift
        The source of the levels.
    shared
        The names of the luck of which shares are read, and not only normal quantiles.
    kept
        The nodes that are computed once and kept for every draw.
    """

    def __init__(self, model: Model) -> None:
        super().__init__(model, DOUBLE, model.names.flows)
        self.flows = model.names.flows
        self.streams = tuple(name.removeprefix("luck_") for name in self.luck)
        self.shared = [n.name for n in self.nodes if n.op == "share"]
        self.drift = LevelLines(self.text, self.levels)
        self.kept = [
            node
            for step in self.steps
            if not step.group
            for node in step.nodes
            if any(self.groups.get(user) == WEEKLY for user in self.users[node])
        ]

    def _read(self, node: Node) -> str | None:
        if (node.op, node.name) in self.drawn:
            return f"beliefs[{self.drawn.index((node.op, node.name))}, first + i]"
        if node.op in ("normal", "share"):
            names = self.luck if node.op == "normal" else self.shared
            return f"{node.op}s[{names.index(node.name)}, first + i]"
        if node.op == "level":
            names = [level.name for level in self.levels]
            return f"levels[{names.index(node.name)}, first + i]"
        return None

    @property
    def share_places(self) -> list[int]:
        """The row for the shares of each stream; the last row is for all that are not read."""
        return [
            self.shared.index(name) if name in self.shared else len(self.shared)
            for name in self.luck
        ]

    @cached_property
    def source(self) -> str:
        """The module."""
        once: list[str] = []
        week: list[str] = []
        kept = [
            (f"kept[{k}, first + i]", f"work[{self.rows[n]}, i]") for k, n in enumerate(self.kept)
        ]
        for step in self.steps:
            if step.drawn:
                lines = ["for i in range(size):", f"    {self._drawn(step.nodes[0])}"]
            else:
                lines = self.loop(step, "size", self._read, "work[{0}, i]")
            if step.group:
                wish = self.wishes.index(step.wanted_for)
                week += [f"if wanted[{wish}]:", *indented(lines)]
            else:
                once += lines
        results = {flow: f"flows[{place}, first + i]" for place, flow in enumerate(self.flows)}
        for place, (name, result) in enumerate({**results, BINDING: "causes[first + i]"}.items()):
            value = f"work[{self.row(name)}, i]"
            value = f"np.int8({value})" if name == BINDING else value
            week += [f"if asked[{place}]:", *indented(_for_each([f"{result} = {value}"]))]
        return "\n".join([
            _HEAD,
            f"BATCH = {BATCH}",
            *self.text.constants(),
            function("start_levels", "draws, figures, luck, states, begin, end", [
                "shares, normals = luck",
                *_batched(_for_each(self.drift.at_first)),
            ]),
            function("run_levels", "draws, figures, luck, states, levels, begin, end", [
                "shares, normals = luck",
                *_batched(_for_each(self.drift.each_week)),
            ]),
            function("start", "beliefs, lever, kept, work, begin, end", [
                *_batched([*once, *_for_each([f"{keep} = {row}" for keep, row in kept])]),
            ]),
            function(
                "run_week",
                "beliefs, seen, wanted, asked, kept, lever, luck, levels, flows, causes, work, begin, end", [  # noqa: E501
                    "shares, normals = luck",
                    *_batched([
                        *_for_each([f"{row} = {keep}" for keep, row in kept]),
                        *week,
                    ]),
                ],
            ),
        ])  # fmt: skip

    def _drawn(self, node: Node) -> str:
        def row(argument: Node) -> str:
            return f"work[{self.rows[argument]}, i]"

        share, normal, *given = node.args
        luck, first = f"{self._read(share)}, {self._read(normal)}", row(given[0])
        if node.op == "beta_binomial":
            seen = f"beta_binomial({luck}, {', '.join(map(row, given))})"
            return f"{row(node)} = {seen} if seen else {first} * {row(given[1])}"
        return f"{row(node)} = poisson({luck}, {first}) if seen else {first}"


def _batched(lines: list[str]) -> list[str]:
    return [
        "for first in range(begin, end, BATCH):",
        *indented(["at, size = first, min(BATCH, end - first)", *lines]),
    ]


def _for_each(lines: list[str]) -> list[str]:
    return ["for i in range(size):", *indented(lines)] if lines else []
