"""What another record changes: every calibrated number before and after."""

from __future__ import annotations

from dataclasses import dataclass

from modeller.calibration import Estimate
from modeller.evidence import Record
from modeller.model.catalogue import Catalogue
from modeller.profiles import Profile


def label_and_unit(estimate: Estimate, declared: Catalogue) -> tuple[str, str]:
    """The label and unit of a calibrated number, from the catalogue where it has them."""
    entry = declared.sliders.get(estimate.key) or declared.constants.get(estimate.key)
    if entry is None:
        raise KeyError(estimate.key)
    return entry.label, entry.unit


@dataclass(frozen=True)
class PosteriorChange:
    """One calibrated number before and after; None where a record does not give it."""

    key: str
    label: str
    unit: str
    before: Estimate | None
    after: Estimate | None

    @property
    def apart(self) -> bool:
        """Whether both have 90 % ranges and these do not overlap."""
        if self.before is None or self.after is None:
            return False
        if self.before.p05 == self.before.p95 or self.after.p05 == self.after.p95:
            return False
        return self.after.p05 > self.before.p95 or self.after.p95 < self.before.p05

    @property
    def moved(self) -> bool:
        """Whether anything but the text differs."""
        if self.before is None or self.after is None:
            return True
        return (self.before.value, self.before.p05, self.before.p95) != (
            self.after.value,
            self.after.p05,
            self.after.p95,
        )


def posterior_changes(
    record: Record, profile: Profile, before: Record | None = None
) -> tuple[PosteriorChange, ...]:
    """Every calibrated number under `before` (the profile's own record if None) and under `record`.

    Raises
    ------
    ModellerError
        When the record is not enough to calibrate on.
    """
    old = {estimate.key: estimate for estimate in profile.calibrate(before).estimates}
    new = {estimate.key: estimate for estimate in profile.calibrate(record).estimates}
    return tuple(
        PosteriorChange(
            key,
            *label_and_unit(old.get(key) or new[key], profile.catalogue),
            old.get(key),
            new.get(key),
        )
        for key in dict.fromkeys((*old, *new))
    )
