"""What a pattern admits is what is read, and one number has one fingerprint however it is typed."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from modeller.base.dates import iso_day
from modeller.base.errors import ModellerError
from modeller.base.typed_numbers import rounded, typed_number, whole_number
from modeller.cli import _Parser, inputs
from modeller.scenario import Scenario
from modeller.scenario.file import document_text, parse_scenario, scenario_document
from modeller.wording import read_spread, read_typed_setting, read_value
from tests.command_line import run, saved
from tests.met import MET, catalogue, parse_design, parse_goal, read_design
from ui.desk.session import Desk, Session, new_slot
from ui.look.quantity import read_value as read_in_window
from ui.scenarios.grid_model import GridModel

SLIDERS = list(catalogue().sliders.values())
BELIEF = catalogue().beliefs["true_match_rate"]
POSTS = catalogue().sliders["officer_losses"]


def ways(slider, value):
    """The same number as people type it."""
    exact = Decimal(str(value))
    forms = [f"{exact:f}", f"{exact:,f}", f"{exact:e}", f"{exact.scaleb(3):f}e-3"]
    if slider.unit != "£m a year":
        forms += [f"{exact.scaleb(-3):f}k", f"{exact.scaleb(-6):f} million"]
    if slider.unit == "share":
        forms += [f"{exact.scaleb(2):f}%", f"{exact.scaleb(2):f} %"]
    if slider.unit.startswith("£"):
        forms += [f"£{exact:f}", f"£{exact:,f}"]
    if slider.unit.startswith("£m"):
        forms += [f"£{exact:f}m", f"£{exact.scaleb(-3):f}bn", f"£{exact.scaleb(6):f}"]
    return forms


@st.composite
def typed_values(draw):
    slider = draw(st.sampled_from(SLIDERS))
    steps = math.floor((slider.maximum - slider.minimum) / slider.step)
    value = rounded(slider.minimum + draw(st.integers(0, steps)) * slider.step)
    assume(not slider.unit.startswith("£m") or value == 0 or value >= 0.1)
    return slider, value


@given(typed_values())
def test_that_every_way_of_typing_a_number_gives_the_same_number(pair):
    slider, value = pair
    for typed in ways(slider, value):
        assert read_value(typed, slider) == value, typed
        if slider.unit != "share" or value <= 1:
            assert read_in_window(slider, typed) == value, typed


@given(typed_values())
def test_that_every_place_to_type_a_number_gives_the_same_fingerprint(pair):
    slider, value = pair
    wanted = Scenario().with_value(slider.key, value)
    for typed in ways(slider, value)[:4]:
        options = _Parser()
        inputs.add_scenario_arguments(options)
        given = options.parse_args(["baseline", "--set", f"{slider.key}={typed}"])
        given.profile = MET
        assert inputs.read_scenarios(given)[0].scenario.fingerprint == wanted.fingerprint, typed
    number = f"{Decimal(str(value)):e}".replace("E", "e")
    (row,) = parse_design(f'[grid]\n"{slider.key}" = [{number}]\n').rows()
    assert row.scenario.fingerprint == wanted.fingerprint
    document = document_text(scenario_document(wanted))
    assert parse_scenario(document.encode(), profile=MET).scenario.fingerprint == wanted.fingerprint


@pytest.mark.parametrize("typed", ["16.1k", "16100", "16,100", "1.61e4", "161e2", "0.0161 million"])
def test_that_a_number_has_one_fingerprint_wherever_it_is_typed(typed, tmp_path, qapp):
    key, wanted = "watchlist_size", Scenario().with_value("watchlist_size", 16_100.0).fingerprint
    session = Session(Desk((new_slot("A", Scenario()),), "A", "A"))
    model = GridModel(session)
    (entry,) = [row for row in model.rows if row.key == key]
    assert model._with_typed(entry, Scenario(), typed).fingerprint == wanted
    in_window = read_in_window(catalogue().sliders[key], typed)
    assert Scenario().with_value(key, in_window).fingerprint == wanted
    setting: Any = read_typed_setting(typed, catalogue().sliders[key])
    assert Scenario(changes={key: setting}).fingerprint == wanted
    if typed in ("16100", "1.61e4", "161e2"):
        rows = tmp_path / "rows.csv"
        rows.write_text(f"{key}\n{typed}\n")
        (row,) = read_design(rows).rows()
        assert row.scenario.fingerprint == wanted


def test_that_a_baseline_typed_otherwise_is_no_change():
    assert Scenario(changes={"true_match_rate": read_value("8.9e-1", BELIEF)}).changes == {}


@pytest.mark.parametrize("share", ["57.3", "28.999999999", "89", "1.1"])
def test_that_a_share_of_a_hundred_is_the_share_in_the_grid_too(share, qapp):
    slider = catalogue().sliders["arrests_per_true_alert"]
    session = Session(Desk((new_slot("A", Scenario()),), "A", "A"))
    model = GridModel(session)
    (entry,) = [row for row in model.rows if row.key == slider.key]
    wanted = float(f"{Decimal(share) / 100:f}")
    if slider.contains(wanted):
        scenario = model._with_typed(entry, Scenario(), share)
        assert scenario.value(slider.key) == wanted == read_value(f"{share}%", slider)


# ---- spreads


@pytest.mark.parametrize(
    ("typed", "spread"),
    [
        ("5e-1", 0.5),
        ("1e-1", 0.1),
        ("5e-1 times", 0.5),
        ("1e0", 1.0),
        (".5", 0.5),
        ("+2", 2.0),
        ("0", 0.0),
        ("exactly known", 0.0),
    ],
)
def test_that_the_whole_of_a_spread_counts(typed, spread):
    assert read_spread(typed, BELIEF) == spread
    setting = read_typed_setting(f"0.5,{typed}", BELIEF)
    assert setting == {"central": 0.5, "spread": spread}


@pytest.mark.parametrize("typed", ["£2", "-1", "2%", "1,0", "2 posts", "", "nan", "£5e-1"])
def test_that_what_is_no_spread_is_refused(typed):
    with pytest.raises(ModellerError, match="a number of times the evidence’s spread"):
        read_spread(typed, BELIEF)


@pytest.mark.parametrize("typed", ["1e3", "2e9", "5.1", "5,000"])
def test_that_a_spread_beyond_its_range_is_refused(capsys, typed):
    code, _, said = run(capsys, "project", "baseline", "--set", f"true_match_rate.spread={typed}")
    assert code == 2
    assert "must lie between 0" in said


@given(st.just(0.0) | st.floats(1e-6, 5), st.sampled_from(["{:f}", "{:e}", "{:.3e}", "{:g}"]))
def test_that_a_spread_is_what_its_figures_say(value, form):
    text = form.format(value)
    assert read_spread(text, BELIEF) == rounded(float(text))


# ---- points and commas


@pytest.mark.parametrize("key", ["officer_losses", "staff_losses", "equipment_cost_per_deployment"])
@pytest.mark.parametrize("typed", ["1.400", "1.400 ", "2.000"])
def test_that_a_point_that_could_stand_between_thousands_is_refused(key, typed):
    with pytest.raises(ModellerError, match="could mean") as raised:
        read_typed_setting(typed, catalogue().sliders[key])
    assert "1,400" in str(raised.value) or "2,000" in str(raised.value)


def test_that_either_remedy_for_two_meanings_is_taken():
    weeks = catalogue().sliders["phase_in_weeks"]
    with pytest.raises(ModellerError, match=r"write 34\.1250 or 34,125"):
        read_value("34.125", weeks)
    assert (read_value("34.1250", weeks), read_value("34,125", weeks)) == (34.125, 34_125.0)


def test_that_a_lever_says_which_two_numbers_it_could_be():
    with pytest.raises(ValueError, match=r"could mean two numbers: write 1\.4 or 1,400"):
        read_in_window(POSTS, "1.400")


def test_that_one_in_so_many_is_in_doubt_too():
    with pytest.raises(ModellerError, match="could mean"):
        read_value("1 in 6.000", catalogue().sliders["false_alerts_per_million_faces"])


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("officer_losses", "1.4k", 1400),
        ("officer_losses", "1.400k", 1400),
        ("officer_losses", "1.400e3", 1400),
        ("officer_losses", "1.5", 1.5),
        ("officer_losses", "1.40", 1.4),
        ("hours_per_deployment", "5.125", 5.125),
        ("true_match_rate", "0.895", 0.895),
        ("true_alerts_per_deployment", "9.398", 9.398),
        ("false_alerts_per_million_faces", "1 in 0.125 million", 8),
    ],
)
def test_that_a_point_that_can_only_be_one_thing_is_read(key, typed, value):
    assert read_value(typed, catalogue().sliders[key]) == value


BROKEN = ["1,0,0", "1,2", "14,00", "0,500", "1,,000", ",100", "1,000,", "1_000", "1 0 0", "１００"]


@pytest.mark.parametrize("typed", BROKEN)
def test_that_commas_stand_between_thousands_or_nowhere(typed, capsys, tmp_path, qapp):
    assert whole_number(typed) is None
    assert typed_number(typed) is None
    with pytest.raises(ModellerError):
        read_value(typed, POSTS)
    with pytest.raises(ModellerError):
        parse_goal(f"arrests.p50 >= {typed}")
    for flag in ("--draws", "--seed", "--weeks"):
        code, _, said = run(capsys, "project", "baseline", flag, typed)
        assert code == 2
        assert "whole number" in said
    mine = str(saved(tmp_path, Scenario(weeks=4, draws=100)))
    goal = ["--target", "arrests.p50 >= 1"]
    design = tmp_path / "rows.csv"
    design.write_text(f'officer_losses\n"{typed}"\n')
    for words in (
        ["backtest", "--draws", typed],
        ["sweep", str(design), "--out", str(tmp_path / "a.csv")],
        ["robustness", mine, *goal, "--cases", typed],
        ["robustness", mine, *goal, "--between", f"officer_losses=0..{typed}"],
        ["tradeoff", mine, "--points", f"{typed}x5"],
    ):
        code, _, said = run(capsys, *words)
        assert code == 2, words
        assert "Traceback" not in said
    session = Session(Desk((new_slot("A", Scenario()),), "A", "A"))
    model = GridModel(session)
    (entry,) = [row for row in model.rows if row.key == "draws"]
    with pytest.raises(ModellerError):
        model._with_typed(entry, Scenario(), typed)


@pytest.mark.parametrize("workers", ["0000000019999", "1025", "0", "1_0", "+1"])
def test_that_workers_are_a_number_within_bounds(workers, capsys, tmp_path):
    design = tmp_path / "rows.csv"
    design.write_text("officer_losses\n0\n")
    out = str(tmp_path / "a.csv")
    code, _, said = run(capsys, "sweep", str(design), "--out", out, "--workers", workers)
    assert code == 2
    assert "from 1 to 1,024" in said


@given(st.text("0123456789,.eE+-_ £%kmx\u2212", max_size=12))
def test_that_no_text_is_read_as_another_number_than_its_figures_say(text):
    number = typed_number(text)
    if number is not None:
        assert number == rounded(float(text.strip().replace(",", "").replace("\u2212", "-")))
        assert re.search(r",(?![0-9]{3})", text) is None
    whole = whole_number(text)
    if whole is not None:
        assert f"{whole:,}" == text.strip() or text.strip().lstrip("0") == str(whole or "")


@pytest.mark.parametrize("goal", ["arrests.p20 >= £1500", "arrests.p20 >= £1.5k"])
def test_that_pounds_are_asked_of_money_only(goal):
    with pytest.raises(ModellerError, match="has the figure"):
        parse_goal(goal)
    assert parse_goal(goal.replace("arrests", "cost")).figure == 1500


@pytest.mark.parametrize(
    "text", ["20260131", "2026-W05-6", "2026-1-31", " 2026-01-31", "2026-13-01"]
)
def test_that_a_day_is_written_in_one_way(text, capsys):
    assert iso_day(text) is None
    for words in (
        ["backtest", "--from", text],
        ["brief", "baseline", "--to", "a.html", "--date", text],
    ):
        code, _, said = run(capsys, *words)
        assert code == 2
        assert "write a day as 2026-01-31" in said


def test_that_numbers_from_people_are_read_in_this_way_only():
    """`float` and `int` take more than is meant: 1_000, infinities, other figures."""
    root = Path(__file__).parents[1]
    # what our own journal and rows hold
    kept = {"modeller/sweep/output.py", "modeller/sweep/picture.py"}
    for folder in ("modeller/cli", "modeller/wording", "modeller/sweep", "ui/scenarios"):
        for path in (root / folder).rglob("*.py"):
            for line in path.read_text("utf-8").splitlines():
                found = re.search(
                    r"\b(?:float|int)\((?:\w*text\w*|typed|cell|digits|match\[)", line
                )
                assert found is None or str(path.relative_to(root)) in kept, f"{path}: {line}"
