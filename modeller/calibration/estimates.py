"""The results of a calibration: each number with its range and how it was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from modeller.model.distributions import from_table
from modeller.model.fitted import Fit

if TYPE_CHECKING:
    import pandas as pd

Table = Mapping[str, float | str]


@dataclass(frozen=True)
class Estimate:
    """One calibrated number with its 90 % range.

    Attributes
    ----------
    value
        Median of the posterior, or the figure itself where there is no posterior.
    p05, p95
        Ends of the 90 % range; equal to `value` for a plain count or mean.
    method
        How it was found, in one sentence.
    weeks
        The number of weeks that it was estimated from.
    grade
        ``derived`` or ``judgement``.
    """

    key: str
    value: float
    p05: float
    p95: float
    unit: str
    method: str
    weeks: int
    grade: str = "derived"


@dataclass(frozen=True)
class Calibration:
    """What a record gives: distributions for the catalogue's beliefs, values for its constants.

    Attributes
    ----------
    record_digest, first_day, last_day
        The record, and the first and last day of the weeks used.
    beliefs
        Tables as `modeller.model.distributions.from_table` takes them, by key.
    constants
        Values by key.
    estimates
        Every number with its 90 % range, for printing and for tests.
    fit
        The fit that a projection draws from.
    """

    record_digest: str
    first_day: date
    last_day: date
    beliefs: Mapping[str, Table]
    constants: Mapping[str, float]
    estimates: tuple[Estimate, ...]
    fit: Fit | None = None

    def estimate(self, key: str) -> Estimate:
        """The estimate called `key`; KeyError when there is none."""
        for candidate in self.estimates:
            if candidate.key == key:
                return candidate
        raise KeyError(key)

    def table(self) -> pd.DataFrame:
        """The estimates as a table: a row for each, with its key as index."""
        import pandas as pd

        return pd.DataFrame([vars(estimate) for estimate in self.estimates]).set_index("key")


class Gathered:
    """Collects the results that become a `Calibration`."""

    def __init__(self) -> None:
        self.beliefs: dict[str, Table] = {}
        self.constants: dict[str, float] = {}
        self.estimates: list[Estimate] = []

    def belief(
        self, key: str, table: Table, unit: str, method: str, weeks: int, grade: str = "derived"
    ) -> None:
        """Add a belief; its median and range are those of its own distribution."""
        p05, median, p95 = from_table(table).quantile([0.05, 0.5, 0.95]).tolist()
        # a stated range is returned as stated, not as a quantile that may differ in the last bit
        p05, p95 = float(table.get("p05", p05)), float(table.get("p95", p95))
        self.beliefs[key] = MappingProxyType(dict(table))
        self.estimates.append(Estimate(key, median, p05, p95, unit, method, weeks, grade))

    def constant(
        self,
        key: str,
        value: float,
        ends: tuple[float, float],
        unit: str,
        method: str,
        weeks: int,
    ) -> None:
        """Add a constant with the ends of its 90 % range."""
        self.constants[key] = value
        self.estimates.append(Estimate(key, value, *ends, unit, method, weeks))
