"""Checks the model of places on simulated records: simulate with site effects, fit, forecast, rank.

Each simulated record has the ordinary deployments of the shipped one, by week and site. Spreads,
noise and the effects of hours and of a week's deployments are drawn from the fit to the shipped
record; levels, boroughs and sites are simulated anew, and at the origin the levels step as the
model says they may. The model is fitted to the weeks before the origin and forecasts those after
it, told how many deployments there are, and told how many and where. If all is right, ranks are
uniform and 80 % bands hold four in five.

    python -m benchmarks.places_calibration --records 400
"""

from __future__ import annotations

import argparse
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from benchmarks.uniformity import uniformity
from modeller.backtest import TELLINGS
from modeller.backtest.places.forecast import FORECAST, Ahead
from modeller.calibration.places.false_alerts import BLOCK_WEEKS
from modeller.calibration.places.fit import PlacesFit
from modeller.calibration.places.mixes import Places
from modeller.calibration.places.premises import DEPARTURE_SD, POINTS
from modeller.calibration.places.rows import WEEK, between, weeks_since
from modeller.calibration.places.shares import YIELDS
from modeller.evidence import Deployments
from modeller.projection import scores
from tests.met import FIRST_COMPARABLE_WEEK, fit, places_fit, shipped_deployments

PAST_WEEKS, AHEAD = 53, 13
RECORDS, DRAWS, SEED = 400, 400, 7
KINSHIP = 0.85
"""Correlation of a place's effects on alerts and on arrests, chosen so that the share of alerts
that ends in an arrest varies between sites as in the record."""
_MOST_SHARE = 0.98


@dataclass(frozen=True)
class Simulated:
    """Records as arrays of (rows, records); `week` counts from the first."""

    rows: Deployments
    week: np.ndarray
    counts: dict[str, np.ndarray]

    def record(self, number: int) -> Deployments:
        """One of the simulated records."""
        columns = {
            key: values[:, number].astype(int).tolist() for key, values in self.counts.items()
        }
        return Deployments(
            replace(
                row,
                **{key: columns[key][index] for key in columns},
                alerts=columns["true_alerts"][index] + columns["false_alerts"][index],
            )
            for index, row in enumerate(self.rows.rows)
        )


def simulate(fitted: PlacesFit, records: int, seed: int = SEED) -> Simulated:
    """Simulate records with the ordinary deployments of the fit's own record."""
    generator = np.random.default_rng(seed)
    rows = fitted.ordinary
    week = weeks_since(rows, FIRST_COMPARABLE_WEEK)
    kept = week < PAST_WEEKS + AHEAD
    rows = Deployments(row for row, keep in zip(rows.rows, kept.tolist(), strict=True) if keep)
    week = weeks_since(rows, FIRST_COMPARABLE_WEEK)
    rates, sizes = {}, {}
    theirs: dict[str, np.ndarray] = {}
    for key in YIELDS:
        outcome = fitted.outcomes[key]
        layout, posterior = outcome.layout, outcome.posterior
        chosen = generator.choice(posterior.weights.size, records, p=posterior.weights)
        sizes[key] = posterior.spreads.size[chosen]
        effects = {}
        for name, number in (
            ("step", PAST_WEEKS + AHEAD),
            ("borough", len(layout.boroughs)),
            ("site", len(layout.sites)),
            ("departure", 1),
        ):
            own = generator.standard_normal((number, records))
            if key == "arrests":
                own = KINSHIP * theirs[name] + np.sqrt(1.0 - KINSHIP**2) * own
            theirs[name] = effects[name] = own
        level = np.cumsum(posterior.spreads.drift[chosen] * effects["step"], axis=0)
        level[PAST_WEEKS:] += DEPARTURE_SD[key] * effects["departure"]
        at_site = np.array([layout.sites.index(row.site) for row in rows.rows])
        at = outcome.base + level[week]
        at += (posterior.spreads.site_sd[chosen] * effects["site"])[at_site]
        at += (posterior.spreads.borough_sd[chosen] * effects["borough"])[
            layout.borough_of[at_site]
        ]
        for term in layout.terms:
            mean, sd = outcome.coefficient(term.name)
            coefficient = np.maximum(mean + sd * generator.standard_normal(records), 0.0)
            at += term.values[: len(rows), None] * coefficient
        rates[key] = at
    faces = np.exp(rates["faces"]) * generator.gamma(sizes["faces"], size=rates["faces"].shape)
    counts = {"faces_scanned": np.maximum(np.rint(faces / sizes["faces"]), 1.0)}
    noise = generator.gamma(sizes["alerts"], size=rates["alerts"].shape) / sizes["alerts"]
    counts["true_alerts"] = generator.poisson(np.exp(rates["alerts"]) * noise).astype(float)
    share = np.minimum(np.exp(rates["arrests"] - rates["alerts"]), _MOST_SHARE)
    correlation = np.maximum(
        Places.correlation(share, 1.0 / sizes["alerts"], 1.0 / sizes["arrests"]), 1e-6
    )
    precision = 1.0 / correlation - 1.0
    lot = generator.beta(share * precision, (1.0 - share) * precision)
    counts["arrests"] = generator.binomial(counts["true_alerts"].astype(int), lot).astype(float)
    rate, shape = fitted.false_alerts.drawn(records, seed)
    blocks = (PAST_WEEKS + AHEAD) // BLOCK_WEEKS + 1
    slow = generator.gamma(shape, size=(blocks, records)) / shape
    # blocks are counted from the origin, as in the fit and the forecast
    block = (week - PAST_WEEKS) // BLOCK_WEEKS
    counts["false_alerts"] = generator.poisson(
        counts["faces_scanned"] / 1e6 * rate * slow[block - block.min()]
    ).astype(float)
    return Simulated(rows, week, counts)


Ends = dict[tuple[str, str, str], list[tuple[float, float]]]


def ranks_of(record: Deployments, number: int, draws: int = DRAWS, points: int = POINTS) -> Ends:
    """Fit a record, forecast, and rank what followed, by telling, outcome and view."""
    origin: date = FIRST_COMPARABLE_WEEK + PAST_WEEKS * WEEK
    fitted = fit(record, since=FIRST_COMPARABLE_WEEK, until=origin, points=points)
    ahead = Ahead(fitted, Places(fitted, draws, 1_000 + number), AHEAD, 1_000 + number)
    future = between(record, origin)
    assert future is not None
    week = weeks_since(future, origin)
    deployments = np.bincount(week, minlength=AHEAD)
    told = {"where": ahead.told_where(future, week), "how many": ahead.told_how_many(deployments)}
    found: Ends = {}
    for telling in TELLINGS:
        for key in FORECAST:
            happened = np.bincount(week, future.counts(key), minlength=AHEAD)
            used = np.flatnonzero(deployments)
            low, high = scores.ranks(told[telling][key][used], happened[used])
            found[telling, key, "weekly"] = list(zip(low.tolist(), high.tolist(), strict=True))
            low, high = scores.ranks(told[telling][key].sum(axis=0)[None], [happened.sum()])
            found[telling, key, "total"] = [(float(low[0]), float(high[0]))]
    return found


def _ranked(arguments: tuple[Deployments, int, int, int]) -> Ends:
    return ranks_of(*arguments)


def check(
    records: int,
    draws: int = DRAWS,
    seed: int = SEED,
    processes: int = 1,
    points: int = POINTS,
) -> Ends:
    """Simulate records and find their ranks."""
    fitted = places_fit(shipped_deployments())
    simulated = simulate(fitted, records, seed)
    work = ((simulated.record(number), number, draws, points) for number in range(records))
    found: Ends = {}
    if processes > 1:
        with ProcessPoolExecutor(processes) as pool:
            each = list(pool.map(_ranked, work, chunksize=5))
    else:
        each = [_ranked(one) for one in work]
    for one in each:
        for key, ends in one.items():
            found.setdefault(key, []).extend(ends)
    return found


def inside(ends: list[tuple[float, float]], share: float) -> float:
    """Share inside the band, corrected for whole numbers."""
    low, high = np.array(ends).T
    return float(scores.fair_inside(low, high, share).mean())


def table(found: Ends, records: int) -> str:
    """The results as a Markdown table."""
    lines = [
        f"{records:,} simulated records, {AHEAD} weeks ahead.",
        "",
        "| told | outcome | view | cases | inside 50 % | inside 80 % | p of uniform ranks |",
        "|---|---|---|--:|--:|--:|--:|",
    ]
    luck = np.random.default_rng(0)
    for (telling, key, view), ends in found.items():
        low, high = np.array(ends).T
        chance = ""
        if view == "total":  # the weeks of a record are not independent
            p = uniformity(low + (high - low) * luck.random(low.size), bins=10)
            chance = f"{p:.3f}"
        lines.append(
            f"| {telling} | {key} | {view} | {len(ends)} | {100 * inside(ends, 0.5):.1f} % | "
            f"{100 * inside(ends, 0.8):.1f} % | {chance} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Run it and print the table."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--records", type=int, default=RECORDS)
    parser.add_argument("--draws", type=int, default=DRAWS)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    begun = time.perf_counter()
    found = check(options.records, options.draws, processes=options.processes)
    print(table(found, options.records))
    print(f"{time.perf_counter() - begun:,.0f} s")


if __name__ == "__main__":
    main()
