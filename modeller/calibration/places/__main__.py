"""Write the fit of the shipped record anew: ``python -m modeller.calibration.places``."""

from __future__ import annotations

from pathlib import Path

from modeller.base.saving import write_atomically
from modeller.calibration.places.fit import fit
from modeller.calibration.places.kept import KEPT_FILE, kept
from modeller.evidence import shipped_deployments

if __name__ == "__main__":
    record = shipped_deployments()
    write_atomically(Path(__file__).with_name(KEPT_FILE), kept(fit(record), record))
