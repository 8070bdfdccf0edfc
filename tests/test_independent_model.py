"""A model written out by hand with numpy's own random numbers says what the modeller says."""

import numpy as np
import pytest

from benchmarks import reference
from modeller.projection import project
from modeller.scenario import Scenario, Schedule, Step
from modeller.scenario.inputs import weekly_levers
from modeller.scenario.places import PlaceMix
from tests.met import catalogue

PLAN = {
    "deployments_per_week": 10.0,
    "officer_losses": 1400.0,
    "staff_losses": 300.0,
    "budget_shortfall": 260.0,
    "additional_funding": 32.0,
    "savings_from_posts": 185.0,
}
SETTINGS = {
    "four a week": Scenario(),
    "the plan over four days": Scenario(changes=PLAN | {"days_per_week": 4.0}),
    "small crews, long hours, a year and a half": Scenario(
        changes=PLAN
        | {"officers_per_deployment": 12.0, "hours_per_deployment": 7.5, "watchlist_size": 12000.0},
        weeks=78,
    ),
    "the plan's zones": Scenario(changes=PLAN, places=PlaceMix((("plan-zones", 1.0),))),
    "suspended, then ten": Scenario(
        changes={"deployments_per_week": Schedule((Step(1, 0.0), Step(10, 10.0)))},
        places=PlaceMix((("fixed-cameras", 1.0),)),
    ),
}
SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
FLOWS = ("deployments", "deployments_planned", "faces_scanned", "true_alerts", "false_alerts",
         "arrests", "charged_or_cautioned", "officer_hours", "cost",
         "false_alerts_on_black_people", "arrests_forgone")  # fmt: skip


@pytest.mark.parametrize("setting", SETTINGS)
def test_that_means_and_quantiles_agree_with_a_model_written_by_hand(setting):
    scenario = SETTINGS[setting].replace(draws=16_000)
    ours = project(scenario)
    random = np.random.default_rng(20_260_417)
    declared = catalogue()
    beliefs, fitted = (
        {key: values[:, None] for key, values in part.items()}
        for part in reference.draw_beliefs(scenario, declared, random, scenario.draws)
    )
    levers = weekly_levers(scenario, declared)
    theirs = reference.flows(levers, beliefs, fitted, declared.figures, random, scenario.draws)
    for flow in FLOWS:
        mine, other = ours.totals(flow), theirs[flow].sum(axis=1)
        assert mine.mean() == pytest.approx(other.mean(), rel=0.02, abs=0.05), flow
        spread = np.quantile(other, 0.95) - np.quantile(other, 0.05)
        for share in SHARES:
            here, there = np.quantile(mine, share), np.quantile(other, share)
            assert here == pytest.approx(there, abs=0.03 * spread + 0.5), (flow, share)


def test_that_suspended_weeks_have_nothing_in_them():
    scenario = SETTINGS["suspended, then ten"].replace(draws=500, weeks=12)
    for band in ("seen", "underlying"):
        run = project(scenario)
        for key, outcome in run.catalogue.outcomes.items():
            if outcome.kind == "flow" and key != "arrests_forgone":
                weekly = run.draws(key, "weekly", band)
                assert not weekly[:, :9].any(), (key, band)
                assert np.isfinite(weekly).all()
