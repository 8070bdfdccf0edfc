"""The list and the page of calibration say what the fit says, and are up to date."""

import csv
import io
import json
import math
import re

import numpy as np
import pytest

from docs import calibration_page
from modeller.calibration.places.shares import YIELDS
from modeller.calibration.places.summary import estimates
from modeller.cli import list_calibration, main
from tests.met import MET, places_fit, shipped_deployments


@pytest.fixture(scope="module")
def rows():
    return list_calibration.rows(MET)


def printed(capfdbinary, *arguments):
    assert main(["list", "calibration", *arguments]) == 0
    return capfdbinary.readouterr().out.decode("utf-8-sig")


def test_that_every_number_of_the_fit_is_listed_with_range_unit_and_how(rows):
    numbers = [row for row in rows if row["kind"] == "number"]
    found = {estimate.key: estimate for estimate in estimates(places_fit(shipped_deployments()))}
    assert {row["key"] for row in numbers} == set(found)
    for row in numbers:
        assert (row["value"], row["p05"], row["p95"]) == (
            found[row["key"]].value,
            found[row["key"]].p05,
            found[row["key"]].p95,
        )
        assert row["p05"] <= row["value"] <= row["p95"]
        assert row["unit"]
        assert row["method"].endswith(".")
        assert row["weeks"] > 0


def test_that_luck_place_and_week_share_out_the_scatter(rows):
    for name in ("faces", "true_alerts", "arrests"):
        shares = [
            row["share"]
            for row in rows
            if row["kind"] == "scatter" and row["key"].startswith(f"{name}_")
        ]
        assert len(shares) == 3
        assert sum(shares) == pytest.approx(1.0, abs=0.03)


def test_that_every_site_has_a_raw_and_a_shrunken_yield(rows):
    sites = [row for row in rows if row["kind"] == "site"]
    visited = {site.name for site in shipped_deployments().sites}
    for key in ("faces_at_site", "true_alerts_at_site", "arrests_at_site"):
        mine = [row for row in sites if row["key"] == key]
        assert {row["site"] for row in mine} <= visited
        assert sum(row["visits"] for row in mine) == 373
        for row in mine:
            assert row["raw"] is None or row["raw_p05"] <= row["raw"] <= row["raw_p95"]


def test_that_sites_seldom_visited_are_drawn_further_in(rows):
    moved: dict[int, list[float]] = {}
    for row in rows:
        if row["kind"] == "site" and row["key"] == "faces_at_site" and row["raw"]:
            away, kept = abs(math.log(row["raw"])), abs(math.log(row["value"]))
            if away > 0.2:
                moved.setdefault(min(row["visits"], 6), []).append(kept / away)
    assert np.mean(moved[1]) < np.mean(moved[6])
    assert np.mean(moved[6]) < 1.0


def test_that_raw_yields_weighed_by_what_was_expected_are_about_the_recorded_mix(rows):
    raw = [(row["visits"], row["raw"]) for row in rows if row["key"] == "true_alerts_at_site"]
    mean = sum(visits * each for visits, each in raw) / sum(visits for visits, _ in raw)
    assert mean == pytest.approx(1.0, abs=0.05)


def test_that_the_four_forms_of_the_list_say_the_same(rows, capfdbinary):
    assert json.loads(printed(capfdbinary, "--format", "json"))["calibration"] == rows
    listed = list(csv.DictReader(io.StringIO(printed(capfdbinary, "--format", "csv"))))
    assert [row["key"] for row in listed] == [row["key"] for row in rows]
    assert [float(row["value"]) for row in listed] == [row["value"] for row in rows]
    text, page = printed(capfdbinary), printed(capfdbinary, "--format", "markdown")
    for row in rows:
        if row["kind"] == "number":
            assert row["key"] in text
            assert f"`{row['key']}`" in page
    for site in ("Croydon, North End", "Oxford Circus"):
        assert site in text
        assert site in page
    assert main(["list", "beliefs", "--format", "markdown"]) == 2


def test_that_the_page_is_what_the_fit_says_today():
    assert calibration_page.PAGE.read_text("utf-8") == calibration_page.page_text(), (
        "run: python -m docs.calibration_page"
    )


def test_that_the_pictures_on_the_page_show_todays_figures():
    named = set(re.findall(r"\(images/(calibration-[a-z-]+\.svg)\)", calibration_page.page_text()))
    assert len(named) == 2 + len(YIELDS)
    for name in named:
        picture = (calibration_page.IMAGES / name).read_text("utf-8")
        assert f"figures {calibration_page.figures_digest()}" in picture


def test_that_the_pictures_are_drawn_the_same_each_time():
    assert calibration_page.pictures() == calibration_page.pictures()
