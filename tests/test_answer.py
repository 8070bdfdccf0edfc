"""The answer in one sentence says what its projection says, and no more."""

from __future__ import annotations

import re
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modeller.evidence import last_full_year, recent_rate
from modeller.projection import MEDIAN, project
from modeller.scenario import Scenario
from modeller.scenario.setting import BeliefSetting, Schedule, Step
from modeller.wording import answer, answer_parts, outcome_headline, style
from tests.met import shipped_record
from tests.test_wording import FIGURE, read

PAST = last_full_year(shipped_record())
NUMBERS = dict(
    zip(range(4, 11), ["Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"], strict=True)
)


def projected(changes=None, **others):
    return project(Scenario(changes=changes or {}, weeks=4, draws=200).replace(**others))


@settings(max_examples=20, deadline=None)
@given(
    deployments=st.integers(4, 10),
    losses=st.sampled_from([0, 1400, 3000]),
    rate=st.sampled_from([0.1, 2.9, 6.0]),
)
def test_that_its_figures_are_those_of_the_projection(deployments, losses, rate):
    projection = projected(
        {
            "deployments_per_week": float(deployments),
            "officer_losses": float(losses),
            "false_alerts_per_million_faces": BeliefSetting(rate),
        }
    )
    said = answer(projection, PAST)
    assert said.startswith(f"{NUMBERS[deployments]} LFR deployments a week: ")
    for outcome, words in (
        ("arrests", rf"about ({FIGURE}) arrests?"),
        ("false_alerts", rf"({FIGURE}) (?:people|person) wrongly flagged"),
        ("faces_scanned", rf"({FIGURE}(?:\s(?:million|thousand))?) faces scanned"),
    ):
        middle = float(projection.summary(outcome)[MEDIAN])
        found = re.search(words, said)
        if found is None:
            assert middle < 0.5, said
            continue
        step = style(projection, outcome).step
        assert abs(read(found[1]) - middle) <= 0.5 * step + 1e-6 * middle, said
    whole = 1.0 - projection.binding.short_share
    assert ("crews suffice for the whole plan" in said) == (whole == 1.0)
    delivered = re.search(r"the whole plan delivered in (\d+) of 100 futures", said)
    assert (delivered is not None) == (0.005 <= whole < 0.995)
    assert delivered is None or int(delivered[1]) == round(100 * whole)
    covered = projection.break_even
    made_up = re.search(r"in (\d+) of 100 futures this makes up for the arrests", said)
    assert (covered is None) == ("officers lost" not in said)
    assert made_up is None or (
        covered is not None and int(made_up[1]) == round(100 * covered.makes_up)
    )


def test_that_its_figures_stand_out_and_nothing_else():
    projection = projected({"deployments_per_week": 10.0, "officer_losses": 1400.0})
    parts = answer_parts(projection, PAST)
    assert "".join(part.text for part in parts) == answer(projection, PAST)
    strong = [part.text for part in parts if part.strong]
    assert len(strong) == 5
    assert all(re.search(r"\d|none|all|whole plan", text) for text in strong)
    assert not any("*" in part.text for part in parts)


def test_that_the_last_full_year_is_the_records_and_stands_beside_every_figure():
    assert PAST is not None
    assert PAST.year == 2025
    assert (PAST.counts["arrests"], PAST.counts["false_alerts"]) == (1132, 12)
    year = answer(project(Scenario(weeks=52, draws=200)), PAST)
    assert "arrests in a year (1,132 in 2025)" in year
    assert "people wrongly flagged (12), " in year
    assert "faces scanned (4.2\N{NO-BREAK SPACE}million); " in year
    weeks = answer(projected(), PAST)
    assert "arrests in 4 weeks (1,132 in 2025)" in weeks
    assert "2025" not in answer(projected())
    assert outcome_headline(projected(), None, "arrests", past=PAST).past_text == "2025: 1,132"
    assert outcome_headline(projected(), None, "cost", past=PAST).past_text == ""


def year_of(record):
    year = last_full_year(record)
    assert year is not None
    return year.year


def test_that_a_year_is_full_only_when_its_record_begins_and_ends_with_it():
    record = shipped_record()
    assert year_of(record.until("2025-12-01")) == 2024
    assert last_full_year(record.since("2025-03-01")) is None


def test_that_the_recent_rate_is_that_of_the_last_thirteen_weeks_with_the_empty_ones():
    record = shipped_record()
    assert recent_rate(record) == round(85 / 13, 1)
    assert recent_rate(record.until("2026-01-01").since("2025-09-01")) is not None
    assert recent_rate(record.since(record.week_starting[-12])) is None
    early = record.until("2023-10-02")
    inside = early.week_starting > early.week_starting[-1] - np.timedelta64(13, "W")
    assert inside.sum() < 13  # weeks without a deployment have no row
    assert recent_rate(early) == round(int(early.deployments[inside].sum()) / 13, 1)
    # the week over new year may be missing, but none before it
    assert year_of(record.until("2025-12-22")) == 2024


class Planned:
    """A projection of another plan than its own: levers may be asked for beyond their sliders."""

    def __init__(self, setting):
        self.projection = projected()
        self.scenario = SimpleNamespace(weeks=26, setting=lambda _key, _catalogue: setting)

    def __getattr__(self, name):
        return getattr(self.projection, name)


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        (1.0, "One LFR deployment a week: about "),
        (7.5, "7.5 LFR deployments a week: about "),
        (0.0, "No LFR deployments: "),
        (Schedule((Step(1, 4.0), Step(3, 10.0))), "Four to ten LFR deployments a week: "),
    ],
)
def test_that_a_plan_is_said_as_it_is(setting, said):
    found = answer(Planned(setting))  # type: ignore[arg-type]
    assert found.startswith(said)
    assert " in 26 weeks" in found


def test_that_a_change_that_moves_no_count_says_what_it_moves():
    plan = {"deployments_per_week": 10.0, "officer_losses": 1400.0, "days_per_week": 5.0}
    before, after, same = (
        projected({**plan, "arrests_per_officer_year": BeliefSetting(rate)}, weeks=52)
        for rate in (1.0, 4.0, 1.0)
    )
    said = "".join(part.text for part in answer_parts(after, PAST, before))
    shares = [round(100 * p.break_even.makes_up) for p in (before, after) if p.break_even]
    assert len(shares) == 2
    assert shares[0] != shares[1]
    told = re.search(r"in (\d+|more than 99|fewer than 1) → (\d+) of 100 futures this makes", said)
    assert told is not None, said
    assert int(told[2]) == shares[1]
    assert "moves none" not in said
    idle = "".join(part.text for part in answer_parts(same, PAST, before))
    assert idle.endswith("; the last change moves none of these figures.")
    moved = projected({**plan, "deployments_per_week": 6.0}, weeks=52)
    assert answer(moved, PAST) == "".join(p.text for p in answer_parts(moved, PAST, before))
