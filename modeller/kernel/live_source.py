"""Generates the module for the live figures: blocks of draws, and levels made beforehand."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from modeller.kernel.live_memory import BINDING_ROW, FIRST_FREE_ROW
from modeller.kernel.loops import WEEKLY, Loops, is_number
from modeller.kernel.precisions import DOUBLE, SINGLE
from modeller.kernel.source_text import LevelLines, Text, function, indented
from modeller.model.equation_graph import Level, Model
from modeller.model.operations import Node

_HEAD = '''"""Written by modeller.kernel.live_source from the equations: not to be edited."""

import math

import numpy as np

from modeller.kernel.compiling import compiled
from modeller.kernel.elementary32 import exp2, log2
from modeller.kernel.elementary64 import exp, log
from modeller.kernel.live_memory import LANES
from modeller.kernel.live_run import begin_block, end_block, end_week
from modeller.kernel.live_streams import fill_luck
from modeller.kernel.samplers32 import beta_binomial, poisson
'''


class Scaled(NamedTuple):
    """A flow that is a belief times a number of the week, and so needs no simulation."""

    belief: str
    number: Node


class LevelSource(LevelLines):
    """The function of one level, which fills blocks of draws before any lever moves."""

    def __init__(self, level: Level) -> None:
        self.name = level.name
        self.filler = f"fill_{level.name}"
        self._text = Text(DOUBLE, prefix=f"_{level.name}_")
        super().__init__(self._text, [level])

    def source(self) -> list[str]:
        """Its source, with its constants; `out` is flat, by block and week."""
        loop = "for i in range(LANES):"
        lines = [
            "shares, normals, states, levels = scratch",
            "at = 0",
            "for block in range(first_block, last_block):",
            *indented([
                "first = block * LANES",
                "fill_luck(keys, 0, first, shares, normals)",
                *([loop, *indented(self.at_first)] if self.states else []),
                "for week in range(weeks):",
                *indented([
                    "fill_luck(keys, week + 1, first, shares, normals)",
                    loop,
                    *indented(self.each_week),
                    "part = out[(block * weeks + week) * LANES :]",
                    loop,
                    "    part[i] = np.float32(levels[0, i])",
                ]),
            ]),
        ]  # fmt: skip
        arguments = "keys, figures, draws, first_block, last_block, weeks, out, scratch"
        return [*self._text.constants(), function(self.filler, arguments, lines)]


class LiveSource(Loops):
    """The live loops, which run over blocks of draws and keep a block's rows from week to week.

    The rows are those of `live_run`, then what the equations pass on to each other, then the
    running sums of flows, and last the ratios.

    Attributes
    ----------
    scaled
        The flows that need no simulation; those that a ratio is made of are always simulated.
    flows
        The flows that are simulated.
    noise_rows
        The rows of noise, as (stream, "normal" or "share"): the normals of every stream, and the
        uniform shares only where counts are mostly small, which need them.
    """

    def __init__(self, model: Model) -> None:
        self.scaled = _scaled(model)
        self.flows = tuple(flow for flow in model.names.flows if flow not in self.scaled)
        super().__init__(model, SINGLE, self.flows, FIRST_FREE_ROW, BINDING_ROW)
        self.flow_rows = tuple(self.row(flow) for flow in self.flows)
        self.first_sum = self.row_count
        self.first_ratio = self.first_sum + len(self.flows)
        small = {node.args[0].name for node in self.nodes if node.op == "small_poisson"}
        self.noise_rows = tuple(
            (name.removeprefix("luck_"), kind)
            for name in self.luck
            for kind in ("normal", *(("share",) if name in small else ()))
        )
        self.level_sources = tuple(map(LevelSource, self.levels))

    @property
    def level_fillers(self) -> tuple[str, ...]:
        """The names of the functions that fill levels."""
        return tuple(level.filler for level in self.level_sources)

    @cached_property
    def steady_flows(self) -> dict[str, int]:
        """The steady group of each flow, or of the cause, that changes only with that group."""
        groups = {name: self.groups[node] for name, node in self.outputs.items()}
        return {
            name: self.steady_groups.index(group)
            for name, group in groups.items()
            if group and group != WEEKLY
        }

    def _noise_row(self, node: Node) -> int:
        row = (node.name.removeprefix("luck_"), node.op)
        return self.noise_rows.index(row) if row in self.noise_rows else -1

    def _read(self, node: Node) -> str | None:
        if (node.op, node.name) in self.drawn:
            return f"q[LANES * {self.drawn.index((node.op, node.name))} + i]"
        if node.op == "normal":
            return f"z[LANES * {self._noise_row(node)} + i]"
        return f"{node.name}_now[i]" if node.op == "level" else None

    @cached_property
    def source(self) -> str:
        """The module."""
        once: list[str] = []
        week = [
            f"{level.name}_now = levels[{place}][LANES * at : LANES * (at + 1)]"
            for place, level in enumerate(self.levels)
        ]
        for step in self.steps:
            if step.drawn:
                lines = [self._drawn(step.nodes[0])]
            else:
                lines = self.loop(step, "LANES", self._read, "s[LANES * {0} + i]")
            if not step.group:
                once += lines
                continue
            if step.group == WEEKLY:
                condition = f"wanted[{self.wishes.index(step.wanted_for)}]"
            else:
                condition = f"moved[{self.steady_groups.index(step.group)}]"
            week += [f"if {condition}:", *indented(lines)]
        noise, beliefs = len(self.noise_rows), len(self.drawn)
        count = (
            f"end_week({self.first_sum}, {self.first_ratio}, block, week, keep, given, asked, "
            "found, scratch)"
        )
        blocks = [
            "s = scratch.rows",
            f"begin_block(s, {self.first_ratio} + asked.ratio_rows.shape[0])",
            f"q = given.beliefs[block * LANES * {beliefs} : (block + 1) * LANES * {beliefs}]",
            "run_once(s, q, given.table[0])",
            "for week in range(given.table.shape[0]):",
            *indented([
                "at = block * given.noise_weeks + week",
                f"z = given.noise[at * LANES * {noise} : (at + 1) * LANES * {noise}]",
                "lever, moved = given.table[week], given.moved[week]",
                "run_week(s, q, z, given.levels, at, lever, moved, asked.wanted, seen)",
                count,
            ]),
            f"end_block({self.first_sum}, block, asked, found, s)",
        ]  # fmt: skip
        return "\n".join([
            _HEAD,
            *self.text.constants(),
            function("run_once", "s, q, lever", once),
            function("run_week", "s, q, z, levels, at, lever, moved, wanted, seen", week),
            function("run_block", "seen, given, asked, found, scratch, block, keep", blocks),
            *(line for level in self.level_sources for line in level.source()),
        ])  # fmt: skip

    def _drawn(self, node: Node) -> str:
        def row(argument: Node) -> str:
            return f"LANES * {self.rows[argument]}"

        share, normal, *given = node.args
        luck = f"s, z, LANES * {self._noise_row(normal)}"
        if node.op == "beta_binomial":
            ends = ", ".join(map(row, (*given, node)))
            return f"beta_binomial({luck}, {ends}, seen)"
        return (
            f"poisson({luck}, LANES * {self._noise_row(share)}, {row(given[0])}, {row(node)}, seen)"
        )


def _scaled(model: Model) -> dict[str, Scaled]:
    return {
        flow: Scaled(node.args[0].name, node.args[1])
        for flow in model.names.flows
        if (node := model.nodes[flow]).op == "multiply"
        and node.args[0].op == "belief"
        and is_number(node.args[1])
        and flow not in model.names.parts
    }
