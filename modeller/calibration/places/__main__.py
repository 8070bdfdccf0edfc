"""Write the fit of the shipped record anew: ``python -m modeller.calibration.places``."""

from __future__ import annotations

from pathlib import Path

from modeller.base.saving import write_atomically
from modeller.calibration.places.fit import fit
from modeller.calibration.places.kept import KEPT_FILE, kept
from modeller.profiles import shipped_profile

if __name__ == "__main__":
    profile = shipped_profile()
    record, since = profile.deployments, profile.about.record.comparable_from
    assert record is not None
    fitted = fit(record, since=since)
    write_atomically(Path(__file__).with_name(KEPT_FILE), kept(fitted, record, since))
