"""``python -m benchmarks.places_kept``: write what is kept of the shipped record's fit."""

from __future__ import annotations

from pathlib import Path

from modeller.base.saving import write_atomically
from modeller.calibration.places import kept as keeping
from modeller.calibration.places import kept_draws
from modeller.calibration.places.drawn_fit import PlacedDraws
from modeller.calibration.places.shares import place
from modeller.model.catalogue import BASELINE_SEED
from modeller.profiles import shipped_profile
from tests.met import fit


def main() -> None:
    """Fit the record, draw from the fit, and write both."""
    profile = shipped_profile()
    record, since = profile.deployments, profile.about.record.comparable_from
    assert record is not None
    folder = Path(keeping.__file__).parent
    write_atomically(
        folder / keeping.KEPT_FILE, keeping.kept(fit(record, since=since), record, since)
    )
    for file in (kept_draws.KEPT_FILE, kept_draws.YIELDS_FILE):
        (folder / file).unlink(missing_ok=True)
    placed, digest = PlacedDraws(record, since), kept_draws.digest(record, since)
    drawn = placed.drawn(BASELINE_SEED, kept_draws.COUNT)
    write_atomically(folder / kept_draws.KEPT_FILE, kept_draws.kept(drawn, digest))
    yields = {
        f"{outcome} {tile}": placed.mean_yield(
            outcome, place(tile), BASELINE_SEED, kept_draws.COUNT
        )
        for outcome in kept_draws.YIELDS_KEPT
        for tile in profile.tiles
    }
    write_atomically(folder / kept_draws.YIELDS_FILE, kept_draws.kept_rows(yields, digest))


if __name__ == "__main__":
    main()
