"""A fit to a record as the equations need it: arrays of draws, kept for the seeds last used.

Draws are made in chunks, so that making a million of them needs little memory besides the result.
The fitting code is imported only when something has to be fitted: the draws for the shipped record
and the default seed are kept as data.
"""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from modeller.base.elementary import Floats
from modeller.calibration.places.kept_draws import (
    COUNT,
    YIELDS_FILE,
    digest,
    kept_draws,
    restored,
)
from modeller.calibration.places.rows import between, homes
from modeller.calibration.places.shares import Place, Yield
from modeller.evidence import Deployments
from modeller.model.catalogue import BASELINE_SEED
from modeller.model.fitted import FITTED, FITTED_BELIEFS, PLACE, FitDraws, Mix

if TYPE_CHECKING:
    from modeller.calibration.places.fit import PlacesFit
    from modeller.calibration.places.mixes import Places

CHUNK = 16_384
_STEP = 1_024
"""So many more draws are made than asked for, so that a slightly larger request finds them made."""
_KEPT, _KEPT_PLACES = 16, 4
_lock = threading.Lock()
"""Held while looking into what is kept, which the window and its background work share."""
_places: OrderedDict[tuple[PlacedDraws, int, int, int], Places] = OrderedDict()
"""The yields last drawn, of all records together: each takes tens of megabytes."""

_Key = tuple[int, int, tuple[tuple[str, float], ...] | None]


class KeptDraws(ABC):
    """Keeps the draws of the seeds and mixes last asked for."""

    def __init__(self) -> None:
        self._kept: OrderedDict[_Key, FitDraws] = OrderedDict()

    def drawn(self, seed: int, draws: int, mix: Mix | None = None) -> FitDraws:
        """As `modeller.model.fitted.Fit`."""
        size = -(-draws // _STEP) * _STEP
        key = (seed, size, None if mix is None else tuple(sorted(mix.items())))
        with _lock:
            found = self._kept.get(key)
        if found is None:
            found = _together(list(self._chunks(seed, size, mix)))
        with _lock:
            self._kept[key] = found
            self._kept.move_to_end(key)
            while len(self._kept) > (_KEPT if size <= CHUNK else 1):
                self._kept.popitem(last=False)
        return _first(found, draws)

    def placed(self, seed: int, draws: int, mix: Mix | None = None) -> Mapping[str, Floats]:
        """As `modeller.model.fitted.Fit`."""
        return self.drawn(seed, draws, mix).place

    def _chunks(self, seed: int, draws: int, mix: Mix | None) -> Iterator[FitDraws]:
        for first in range(0, draws, CHUNK):
            yield self._chunk(seed, first, min(CHUNK, draws - first), mix)

    @abstractmethod
    def _chunk(self, seed: int, first: int, draws: int, mix: Mix | None) -> FitDraws:
        """The draws from `first` on."""


class PlacedDraws(KeptDraws):
    """The draws of a record by deployment.

    Parameters
    ----------
    since
        The Monday from which on the record is comparable.
    elsewhere
        Boroughs of sites that are not in the rows but may be named by a mix.
    """

    def __init__(
        self, rows: Deployments, since: date, elsewhere: tuple[tuple[str, str], ...] = ()
    ) -> None:
        super().__init__()
        self._rows, self._since, self._elsewhere = rows, since, elsewhere
        self._read = 0, FitDraws({}, {}, {})

    @property
    def fit(self) -> PlacesFit:
        """The posterior that is drawn from; not kept here, being large."""
        from modeller.calibration.places.kept import places_fit

        return places_fit(self._rows, self._since)

    @cached_property
    def ordinary(self) -> Deployments:
        """The deployments that it is fitted to, without events; known without a fit."""
        used = between(self._rows, self._since, None)
        assert used is not None  # or there would be nothing to calibrate on
        return used.ordinary()

    @cached_property
    def _digest(self) -> str:
        return digest(self._rows, self._since)

    @cached_property
    def _before(self) -> FitDraws | None:
        return kept_draws(self._digest)

    @cached_property
    def _yields_before(self) -> Mapping[str, Floats]:
        return restored(YIELDS_FILE, self._digest)

    def drawn(self, seed: int, draws: int, mix: Mix | None = None) -> FitDraws:
        """As `modeller.model.fitted.Fit`; draws that are kept as data are read from there."""
        before = self._before if mix is None else None
        if before is None or seed != BASELINE_SEED or draws > COUNT:
            return super().drawn(seed, draws, mix)
        read = self._read
        if read[0] != draws:  # it is asked for once for every belief
            read = self._read = draws, _first(before, draws)
        return read[1]

    def placed(self, seed: int, draws: int, mix: Mix | None = None) -> Mapping[str, Floats]:
        """As `modeller.model.fitted.Fit`, but for the last bit; every move of a mix needs it."""
        if mix is None or draws > CHUNK:
            return super().placed(seed, draws, mix)
        from modeller.calibration.places.mix_draws import factors_of
        from modeller.calibration.places.shares import place

        places = self.places(seed, draws)
        shares = {place(name): share for name, share in mix.items()}
        return factors_of(places, shares, draws, live=True)

    def mean_yield(
        self, outcome: Yield, place: Place, seed: int, draws: int, first: int = 0
    ) -> Floats:
        """The mean yield of a place without the level, (draws,), as kept or else drawn.

        `first` is the number of the first draw, a multiple of four.
        """
        if seed == BASELINE_SEED and not first and draws <= COUNT:
            found = self._yields_before.get(f"{outcome} {place}")
            if found is not None:
                return found[:draws]
        return self.places(seed, draws, first).moments(outcome, place)[0][:draws]

    def places(self, seed: int, draws: int, first: int = 0) -> Places:
        """The yield of every place in the draws of a seed, perhaps in more draws than asked for."""
        size = -(-draws // _STEP) * _STEP
        with _lock:
            for key in _places:
                if key[:3] == (self, seed, first) and key[3] >= size:
                    _places.move_to_end(key)
                    return _places[key]
        from modeller.calibration.places.mixes import Places

        found = Places(
            self.fit,
            size,
            seed,
            other_homes={**dict(self._elsewhere), **homes(self._rows)},
            first=first,
            again=lambda: self.fit,
        )
        if first:
            self.free_memory()  # of many draws only one piece is held at a time
        with _lock:
            _places[self, seed, first, size] = found
            while len(_places) > _KEPT_PLACES:
                _places.popitem(last=False)
        return found

    def free_memory(self, seed: int | None = None) -> None:
        """As `modeller.model.fitted.Fit`: the draws of every place."""
        with _lock:
            for key in [key for key in _places if key[0] is self and seed in (None, key[1])]:
                del _places[key]

    def _chunk(self, seed: int, first: int, draws: int, mix: Mix | None) -> FitDraws:
        from modeller.calibration.places.mix_draws import factors_of
        from modeller.calibration.places.shares import place

        places = self.places(seed, draws, first)
        shares = places.recorded if mix is None else {place(n): share for n, share in mix.items()}
        rate, shape = self.fit.false_alerts.drawn(draws, seed, first)
        fitted = {
            **{f"departure_{key}": each.departure for key, each in places.drawn.items()},
            **{f"drift_{key}": each.drift for key, each in places.drawn.items()},
            "false_alerts_shape": shape,
            "one": np.ones(draws),
        }
        beliefs = {
            "faces": places.today("faces"),
            "alerts": places.today("alerts"),
            "share": places.arrest_share(),
            "false_alerts": rate,
        }
        parts = (fitted, factors_of(places, shares, places.count), beliefs)
        return _first(FitDraws(*parts), draws)


def _together(chunks: list[FitDraws]) -> FitDraws:
    def joined(part: int, names: tuple[str, ...]) -> MappingProxyType[str, Floats]:
        found = {}
        for name in names:
            pieces = [chunk[part][name] for chunk in chunks]
            values = pieces[0].copy() if len(pieces) == 1 else np.concatenate(pieces)
            values.flags.writeable = False
            found[name] = values
        return MappingProxyType(found)

    return FitDraws(joined(0, FITTED), joined(1, PLACE), joined(2, FITTED_BELIEFS))


def _first(drawn: FitDraws, draws: int) -> FitDraws:
    return FitDraws(
        *(
            MappingProxyType({name: values[:draws] for name, values in part.items()})
            for part in drawn
        )
    )


@lru_cache(maxsize=4)
def draws_of_rows(
    rows: Deployments, since: date, elsewhere: tuple[tuple[str, str], ...] = ()
) -> PlacedDraws:
    """The fit of a record by deployment, to be drawn from.

    `elsewhere` has the boroughs of sites that are not in the rows but may be named by a mix.
    """
    return PlacedDraws(rows, since, elsewhere)
