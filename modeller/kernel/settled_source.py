"""The module that is written for the settled numbers: a week of some draws, batch by batch."""

from __future__ import annotations

from functools import cached_property

from modeller.kernel.loops import WEEKLY, Loops
from modeller.kernel.precisions import DOUBLE
from modeller.kernel.source_text import LevelLines, function, indented
from modeller.model.equation_graph import Model
from modeller.model.operations import Node

_HEAD = '''"""Written by modeller.kernel.settled_source from the equations: not to be edited."""

import math

import numpy as np

from modeller.kernel.compiling import compiled
from modeller.kernel.counts64 import beta_binomial, erlang_b, poisson
from modeller.kernel.elementary64 import exp, log
from modeller.kernel.settled_memory import BATCH
from modeller.kernel.settled_run import fill_luck
'''


class SettledSource(Loops):
    """Each equation over a batch of draws at a time.

    Attributes
    ----------
    streams
        The streams of luck that a week reads beside those of the levels.
    drift
        The levels.
    kept
        What is worked out once and kept for every draw.
    """

    def __init__(self, model: Model) -> None:
        super().__init__(model, DOUBLE, model.names.flows)
        self.flows = model.names.flows
        self.streams = tuple(name.removeprefix("luck_") for name in self.luck)
        self.drift = LevelLines(self.text, self.levels)
        self.kept = [
            node
            for step in self.steps
            if not step.group
            for node in step.nodes
            if any(self.groups.get(user) == WEEKLY for user in self.users[node])
        ]

    def _read(self, node: Node) -> str | None:
        if node.op == "belief":
            return f"beliefs[{self.beliefs.index(node.name)}, first + i]"
        if node.op in ("normal", "share"):
            return f"{node.op}s[{self.luck.index(node.name)}, i]"
        if node.op == "level":
            names = [level.name for level in self.levels]
            return f"levels[{names.index(node.name)}, i]"
        return None

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
            (week if step.group else once).extend(lines)
        flows = [
            f"flows[{place}, first + i] = work[{self.row(flow)}, i]"
            for place, flow in enumerate(self.flows)
        ]
        return "\n".join([
            _HEAD,
            *self.text.constants(),
            function("start", "given, lever, states, kept, scratch, begin, end", [
                *_UNPACKED,
                *_batched([
                    "fill_luck(given.level_keys, 0, first, size, scratch)",
                    *_for_each(self.drift.at_first),
                    *once,
                    *_for_each([f"{keep} = {work}" for keep, work in kept]),
                ]),
            ]),
            function(
                "run_week",
                "given, seen, states, kept, lever, week, flows, causes, scratch, begin, end", [
                    *_UNPACKED,
                    *_batched([
                        "fill_luck(given.level_keys, week, first, size, scratch)",
                        *_for_each(self.drift.each_week),
                        "fill_luck(given.keys, week, first, size, scratch)",
                        *_for_each([f"{work} = {keep}" for keep, work in kept]),
                        *week,
                        *_for_each([
                            *flows,
                            f"causes[first + i] = np.int8(work[{self.row('cause')}, i])",
                        ]),
                    ]),
                ],
            ),
        ])  # fmt: skip

    def _drawn(self, node: Node) -> str:
        def row(argument: Node) -> str:
            return f"work[{self.rows[argument]}, i]"

        if node.op == "share_finding_a_team":
            teams, load = node.args
            return f"{row(node)} = 1.0 - erlang_b(int({self.text.column(teams)}), {row(load)})"
        share, normal, *given = node.args
        luck, first = f"{self._read(share)}, {self._read(normal)}", row(given[0])
        if node.op == "beta_binomial":
            dispersion = self.text.column(given[2])
            seen = f"beta_binomial({luck}, {first}, {row(given[1])}, {dispersion})"
            return f"{row(node)} = {seen} if seen else {first} * {row(given[1])}"
        return f"{row(node)} = poisson({luck}, {first}) if seen else {first}"


_UNPACKED = [
    "beliefs, levels, work = given.beliefs, scratch.levels, scratch.work",
    "shares, normals = scratch.shares, scratch.normals",
    "draws, figures = given.level_draws, given.level_figures",
]


def _batched(lines: list[str]) -> list[str]:
    return [
        "for first in range(begin, end, BATCH):",
        *indented(["at, size = first, min(BATCH, end - first)", *lines]),
    ]


def _for_each(lines: list[str]) -> list[str]:
    return ["for i in range(size):", *indented(lines)] if lines else []
