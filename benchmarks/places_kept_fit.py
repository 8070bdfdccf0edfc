"""Write the fit of the shipped record anew: ``python -m benchmarks.places_kept_fit``."""

from __future__ import annotations

from pathlib import Path

from modeller.base.saving import write_atomically
from modeller.calibration.places import kept as keeping
from modeller.profiles import shipped_profile
from tests.met import fit


def main() -> None:
    """Fit the record and write what is kept of it."""
    profile = shipped_profile()
    record, since = profile.deployments, profile.about.record.comparable_from
    assert record is not None
    content = keeping.kept(fit(record, since=since), record, since)
    write_atomically(Path(keeping.__file__).with_name(keeping.KEPT_FILE), content)


if __name__ == "__main__":
    main()
