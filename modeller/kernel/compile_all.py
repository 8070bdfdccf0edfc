"""Compiles everything by running each part once on a few draws."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

import numpy as np

from modeller.catalogue import Catalogue, catalogue
from modeller.engine import Inputs
from modeller.kernel import settled
from modeller.kernel.ensemble import Ensemble
from modeller.kernel.keeping import mark_kept
from modeller.kernel.live_pass import Passes, Plan, Wanted, figure_row, lever_table
from modeller.setting import BeliefSetting

_WEEKS, _DRAWS = 2, 8


def _settle(declared: Catalogue) -> None:
    inputs = Inputs(
        weeks=_WEEKS,
        draws=_DRAWS,
        seed=0,
        levers={key: np.full(_WEEKS, lever.baseline) for key, lever in declared.levers.items()},
        beliefs={key: np.full(_DRAWS, belief.baseline) for key, belief in declared.beliefs.items()},
        level_starts=MappingProxyType(
            {name: np.zeros(_DRAWS) for name in ("alerts", "faces", "arrests")}
        ),
        figures=declared.figures,
    )
    for _ in settled.simulate(inputs, threads=1):
        pass


def _draw(declared: Catalogue) -> Ensemble:
    ensemble = Ensemble(declared, 0, _WEEKS, _DRAWS)
    ensemble.draws({key: BeliefSetting(b.baseline) for key, b in declared.beliefs.items()})
    return ensemble


def _move(declared: Catalogue, ensemble: Ensemble) -> None:
    levers = {key: np.full(_WEEKS, lever.baseline) for key, lever in declared.levers.items()}
    draws = ensemble.draws(
        {key: BeliefSetting(belief.baseline) for key, belief in declared.beliefs.items()}
    )
    wanted = Wanted(("arrests",), ("arrests", "faces_per_arrest"), ("arrests",), binding=True)
    Passes(threads=1).run(
        Plan(wanted, declared, seen=True), draws, _DRAWS, lever_table(levers, declared.figures),
        figure_row(declared.figures), (0.05, 0.95), seen=True,
    )  # fmt: skip


def compile_all(progress: Callable[[float], None] | None = None) -> None:
    """Compile, or load what was kept; `progress` is called with the share done."""
    declared = catalogue()
    ensemble = _draw(declared)
    if progress is not None:
        progress(0.2)
    _move(declared, ensemble)
    if progress is not None:
        progress(0.7)
    _settle(declared)
    mark_kept()
    if progress is not None:
        progress(1.0)
