"""The kernel's inputs in a page: the draws of the scenarios, and how levers change them.

The arrays are those of `modeller.kernel.ensemble`, made from the same draws without machine code.
What depends on a lever that can be moved in the page is stored one step earlier.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, cast

import numpy as np

from modeller.base.elementary import Floats
from modeller.briefing.explorable.packing import Pack
from modeller.kernel.live_memory import BINS, IDENTITY, LANES, LOG, LOGIT, PARTS
from modeller.kernel.live_pass import Plan, Wanted
from modeller.kernel.live_source import LiveSource
from modeller.model.catalogue import Belief, Catalogue
from modeller.model.engine import CAUSES, ramp
from modeller.model.equation_graph import BINDING, leaves
from modeller.model.fitted import FitDraws, Mix
from modeller.model.operations import Node
from modeller.model.sampling import stream_keys
from modeller.projection.summaries import PROBABILITIES
from modeller.scenario import BeliefSetting, Scenario
from modeller.scenario.inputs import departures, fit_draws, weekly_levers

SHOWN = ("arrests", "false_alerts", "faces_scanned", "deployments")
"""The outcomes of the page, in order."""
ADDED_UP = ("false_alerts",)
"""Outcomes so rare that they are always shown as running totals."""
_FORGONE = "arrests_forgone"
_LINKS = {"identity": IDENTITY, "log": LOG, "logit": LOGIT}
_OPERATIONS = ("add", "subtract", "multiply", "divide", "least", "most", "negative")
"""Operations that the page can do on numbers of the week, which give the same bits everywhere."""


class Inputs:
    """The kernel's inputs in a page.

    Parameters
    ----------
    subject
        The scenario whose levers can be moved; `others` share its weeks, draws and seed.
    movable
        The levers and beliefs that can be moved.
    mixes
        The named mixes of places that can be chosen.
    """

    def __init__(
        self, pack: Pack, declared: Catalogue, live: LiveSource, subject: Scenario,
        others: Sequence[Scenario], movable: Collection[str], mixes: Mapping[str, Mix | None],
        draws: int,
    ) -> None:  # fmt: skip
        self._pack, self._declared, self._live = pack, declared, live
        self._subject, self._movable, self._draws = subject, movable, draws
        self._size = -(-draws // LANES) * LANES
        self._read = _read_rows(live)
        levers = weekly_levers(subject, declared)
        self.about: dict[str, Any] = {
            "draws": draws, "weeks": subject.weeks, "lanes": LANES, "bins": BINS, "parts": PARTS,
            "causes": len(CAUSES), "probabilities": [*PROBABILITIES],
            "scratchRows": live.first_ratio + len(live.model.names.parts) // 2,
            "flows": [*live.flows], "shown": [*SHOWN], "addedUp": [*ADDED_UP],
            "noise": self._noise(), "levels": self._levels(),
            "rows": self._rows(subject), "mixes": {k: self._places(m) for k, m in mixes.items()},
            "places": self._places(subject.mix), "recorded": self._places(None),
            "plans": self._plans(),
            "steady": {"columns": live.columns_behind, "cause": live.steady_flows[BINDING]},
            "columns": [self._column(node) for node in live.columns],
            "levers": {key: self._lever(key, levers) for key in self._levers_read()},
            "table": self._table(subject), "today": self._today(),
            "forgone": self._forgone(),
            "others": [self._other(scenario) for scenario in others],
        }  # fmt: skip

    # What does not change.

    def _noise(self) -> dict[str, Any]:
        rows = self._live.noise_rows
        return {
            "keys": self._pack.add(stream_keys(self._subject.seed, [stream for stream, _ in rows])),
            "shares": self._pack.add(np.array([kind == "share" for _, kind in rows], np.bool_)),
        }

    def _levels(self) -> list[dict[str, Any]]:
        found = []
        for level in self._live.level_sources:
            if any(kind != "fitted" for kind, _ in level.draws):
                raise ValueError(f"{level.name} hangs on a belief, which a page cannot follow")
            values = [self._fitted(None).fitted[key] for _, key in level.draws]
            figures = [self._declared.figures[key] for key in level.figures]
            found.append({
                "filler": level.filler,
                "states": len(level.states),
                "draws": [self._pack.add(each) for each in values],
                "figures": self._pack.add(np.array(figures, np.float64)),
                "keys": self._pack.add(stream_keys(self._subject.seed, level.streams)),
            })  # fmt: skip
        return found

    def _fitted(self, mix: Mix | None) -> FitDraws:
        return fit_draws(self._declared, self._subject.seed, self._size, mix)

    # Rows of draws.

    def _rows(self, scenario: Scenario) -> list[dict[str, Any]]:
        """Each row as values, as a belief or a place to be moved, or as nothing if not read."""
        return [self._row(scenario, kind, key) for kind, key in self._live.drawn]

    def _row(self, scenario: Scenario, kind: str, key: str) -> dict[str, Any]:
        if (kind, key) not in self._read:
            return {}
        if kind == "place":
            return {"place": key}
        if kind == "fitted":
            return {"values": self._single(self._fitted(None).fitted[key])}
        if key in self._movable:
            return {"belief": key, **self._belief(scenario, self._declared.beliefs[key])}
        return {"values": self._single(self._values(scenario, key))}

    def _single(self, values: Floats) -> int:
        return self._pack.add(values.astype(np.float32))

    def _belief(self, scenario: Scenario, belief: Belief) -> dict[str, Any]:
        setting = cast(BeliefSetting, scenario.setting(belief.key, self._declared))
        return {
            "link": _LINKS[belief.link.name],
            "central": float(setting.central),
            "spread": float(setting.spread),
            "limits": [float(end) if np.isfinite(end) else None for end in belief.limits],
            "departures": self._pack.add(self._departure(belief)),
        }

    def _departure(self, belief: Belief) -> Floats:
        return departures(belief, self._subject.seed, self._size, self._fitted(None))

    def _values(self, scenario: Scenario, key: str) -> Floats:
        """As `Ensemble.belief`."""
        belief = self._declared.beliefs[key]
        setting = cast(BeliefSetting, scenario.setting(key, self._declared))
        place = belief.link.forward(setting.central) + setting.spread * self._departure(belief)
        return np.clip(belief.link.back(place), *belief.limits)

    def _places(self, mix: Mix | None) -> dict[str, int]:
        place = self._fitted(mix).place
        return {
            key: self._single(place[key])
            for kind, key in self._live.drawn
            if kind == "place" and (kind, key) in self._read
        }

    # What the kernel is asked for.

    def _plans(self) -> dict[str, Any]:
        by_week = tuple(key for key in SHOWN if key not in ADDED_UP)
        wanted = {
            "weekly": Wanted(by_week, ADDED_UP, SHOWN, binding=True),
            "cumulative": Wanted((), SHOWN, SHOWN, binding=True),
            "today": Wanted((), (), ("arrests",)),
        }
        return {name: self._plan(each) for name, each in wanted.items()}

    def _plan(self, wanted: Wanted) -> dict[str, Any]:
        plan = Plan(self._live, wanted, self._declared, seen=True)
        none_moved = np.zeros((1, max(len(self._live.steady_groups), 1)), np.bool_)
        asked = plan.asked(none_moved)
        arrays = {
            name: self._pack.add(getattr(asked, name))
            for name in (
                "wanted", "summed", "flow_rows", "ratio_rows", "ratio_factors", "fan_rows",
            )
        }  # fmt: skip
        return {
            **arrays,
            "binding": asked.binding,
            "fans": [key for key, _ in plan.fans],
            "groups": [int(group) for group in plan.groups],
            "wholes": self._pack.add(plan.wholes),
        }

    # Levers.

    def _moves(self, node: Node) -> bool:
        names = {leaf.name for leaf in leaves(node) if leaf.op == "lever"}
        followers = {k for k, v in self._declared.levers.items() if v.follows in self._movable}
        return bool(names & ({*self._movable} | followers))

    def _column(self, node: Node) -> Any:
        """The formula of a column from levers that can be moved; None if it depends on none."""
        return self._formula(node) if self._moves(node) else None

    def _formula(self, node: Node) -> Any:
        if node.op == "constant":
            return node.value
        if node.op == "figure":
            return self._declared.figures[node.name]
        if node.op == "lever":
            return node.name
        if node.op not in _OPERATIONS:
            raise ValueError(f"{node} moves with a lever of the page, which cannot do {node.op}")
        return [node.op, *map(self._formula, node.args)]

    def _levers_read(self) -> list[str]:
        """Every lever in a formula, those that follow others after these."""
        nodes = [node for node in self._live.columns if self._moves(node)]
        nodes += [number for _, number in [self._live.scaled[_FORGONE]]]
        names = {leaf.name for node in nodes for leaf in leaves(node) if leaf.op == "lever"}
        levers = self._declared.levers
        names |= {levers[name].follows for name in names} - {""}
        return sorted(names, key=lambda name: (bool(levers[name].follows), [*levers].index(name)))

    def _lever(self, key: str, levers: Mapping[str, Floats]) -> dict[str, Any]:
        lever = self._declared.levers[key]
        about: dict[str, Any] = {
            "weekly": self._pack.add(levers[key]),
            "baseline": float(lever.baseline),
        }
        if lever.phased_by:
            weeks = self._subject.value(lever.phased_by)
            about["way"] = self._pack.add(ramp(self._subject.weeks, weeks))
        if lever.follows:
            about["follows"] = lever.follows
            about["share"], about["least"] = float(lever.follow_share), float(lever.follow_least)
        return about

    def _table(self, scenario: Scenario) -> int:
        levers = weekly_levers(scenario, self._declared)
        return self._single(self._live.table(levers, self._declared.figures))

    def _today(self) -> int:
        levers = {
            key: np.full(self._subject.weeks, lever.baseline)
            for key, lever in self._declared.levers.items()
        }
        return self._single(self._live.table(levers, self._declared.figures))

    def _forgone(self) -> dict[str, Any]:
        scaled = self._live.scaled[_FORGONE]
        values = self._values(self._subject, scaled.belief)[: self._draws]
        return {"belief": self._pack.add(values), "number": self._formula(scaled.number)}

    def _other(self, scenario: Scenario) -> dict[str, Any]:
        return {
            "table": self._table(scenario),
            "rows": self._rows(scenario),
            "places": self._places(scenario.mix),
        }


def _read_rows(live: LiveSource) -> set[tuple[str, str]]:
    """The rows that the outcomes of the page, and what binds, depend on."""
    wanted = [live.outputs[name] for name in (*SHOWN, BINDING)]
    kinds = ("belief", "fitted", "place")
    return {(leaf.op, leaf.name) for node in wanted for leaf in leaves(node) if leaf.op in kinds}
