"""What another record changes: every posterior before and after."""

from __future__ import annotations

from dataclasses import dataclass

from modeller.calibration import Estimate, calibrate
from modeller.evidence import Record, shipped_record
from modeller.model.catalogue import catalogue


def label_and_unit(estimate: Estimate) -> tuple[str, str]:
    """What people call a calibrated number: as the catalogue does, where it has it."""
    declared = catalogue()
    entry = declared.sliders.get(estimate.key) or declared.constants.get(estimate.key)
    if entry is None:
        raise KeyError(estimate.key)
    return entry.label, entry.unit


@dataclass(frozen=True)
class PosteriorChange:
    """One calibrated number before and after; None where a record says nothing of it."""

    key: str
    label: str
    unit: str
    before: Estimate | None
    after: Estimate | None

    @property
    def apart(self) -> bool:
        """Whether both have 90 % ranges, and these have nothing in common."""
        if self.before is None or self.after is None:
            return False
        if self.before.p05 == self.before.p95 or self.after.p05 == self.after.p95:
            return False
        return self.after.p05 > self.before.p95 or self.after.p95 < self.before.p05

    @property
    def moved(self) -> bool:
        """Whether anything but the wording differs."""
        if self.before is None or self.after is None:
            return True
        return (self.before.value, self.before.p05, self.before.p95) != (
            self.after.value,
            self.after.p05,
            self.after.p95,
        )


def posterior_changes(record: Record) -> tuple[PosteriorChange, ...]:
    """Every calibrated number under the shipped record and under `record`.

    Raises
    ------
    ModellerError
        When the record holds nothing to calibrate on.
    """
    old = {estimate.key: estimate for estimate in calibrate(shipped_record()).estimates}
    new = {estimate.key: estimate for estimate in calibrate(record).estimates}
    return tuple(
        PosteriorChange(key, *label_and_unit(old.get(key) or new[key]), old.get(key), new.get(key))
        for key in dict.fromkeys((*old, *new))
    )
