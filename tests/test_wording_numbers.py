"""Figures, ranges, units and axes as text, and typed values read back."""

from __future__ import annotations

import contextlib
import math
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from modeller import wording
from modeller.base.errors import ModellerError
from modeller.scenario.setting import BeliefSetting, Schedule, Step
from modeller.wording.numbers import counted
from tests.met import catalogue

CATALOGUE = catalogue()
SCALES = {"million": 1e6, "billion": 1e9, "thousand": 1e3, "m": 1e6, "bn": 1e9, "k": 1e3, "": 1.0}
FIGURE = r"[-+−]?£?[0-9][0-9,]*(?:\.[0-9]+)?"


def read(text: str) -> float:
    """The number in a figure, whatever its sign, currency and scale."""
    match = re.fullmatch(rf"({FIGURE})\s?(million|billion|thousand|m|bn|k)?", text)
    assert match is not None, text
    bare = match[1].replace("−", "-").replace("£", "").replace(",", "")
    return float(bare) * SCALES[match[2] or ""]


# ---------------------------------------------------------------- figures

finite = st.floats(-1e9, 1e9, allow_nan=False)


@given(finite, finite)
def test_that_the_last_figure_is_worth_a_hundredth_to_a_tenth_of_the_range(low, high):
    width = abs(high - low)
    assume(width > 1e-6)
    step = wording.supported_step(low, high)
    assert width / 100 * (1 - 1e-6) < step <= width / 10 * (1 + 1e-6)


@given(st.floats(0, 1e9), st.floats(0, 1e9), st.floats(0, 1), st.booleans())
def test_that_a_figure_is_within_half_its_last_place(low, high, where, money):
    low, high = sorted((low, high))
    style = wording.style_for("£" if money else "faces", low, high)
    value = low + where * (high - low)
    tolerance = style.step / 2 if style.step else abs(value) * 1e-3 + 1e-9
    assert read(style.figure(value)) == pytest.approx(value, abs=tolerance * (1 + 1e-6) + 1e-9)


@pytest.mark.parametrize(
    ("unit", "low", "high", "value", "figure", "shown"),
    [
        ("arrests", 1667, 2568, 2088, "2,090", "1,670–2,570"),
        ("faces", 6_313_306, 12_961_499, 9_065_787, "9.1 million", "6.3–13.0 million"),
        ("£", 3_775_258, 7_138_905, 5_058_780, "£5.1m", "£3.8m–£7.1m"),
        ("deployments", 208, 208, 208, "208", "208"),
        ("alerts", 0, 3, 1, "1.0", "0–3.0"),
        ("arrests", -70, 330, 120, "120", "−70 to +330"),
        ("£", -400_000, 1_200_000, 0, "£0", "−£0.4m to +£1.2m"),
        ("faces", -400_000, 1_200_000, 0, "0", "−0.4 to +1.2 million"),
        ("faces", 3000, math.inf, 3500, "3,500", "3,000 or more"),
        ("faces", math.inf, math.inf, math.inf, "∞", "not defined"),
    ],
)
def test_that_figures_and_ranges_look_as_they_should(unit, low, high, value, figure, shown):
    style = wording.style_for(unit, low, high)
    assert style.figure(value).replace("\u202f", " ").replace("\xa0", " ") == figure
    assert style.range(low, high).replace("\u202f", " ").replace("\xa0", " ") == shown


def test_that_nothing_is_ever_minus_nought():
    for value in (-0.0, -0.4, -1e-12, 0.4):
        assert wording.number(value, 1.0) == "0"
    assert wording.style_for("£", -1e6, 1e6).figure(-3.0, signed=True) == "£0"


@pytest.mark.parametrize(
    ("figure", "unit", "words"),
    [
        ("1", "alerts", "1 alert"),
        ("2", "alerts", "2 alerts"),
        ("1", "people", "1 person"),
        ("1", "deployments a day", "1 deployment a day"),
        ("10", "a week", "10 a week"),
        ("£260", "£m a year", "£260m a year"),
        ("£0", "£m a year", "£0 a year"),
        ("£5.1m", "£", "£5.1m"),
        ("0.89", "share", "0.89"),
    ],
)
def test_that_units_follow_their_figures(figure, unit, words):
    assert wording.with_unit(figure, unit).replace("\u202f", " ").replace("\xa0", " ") == words


@given(st.floats(0, 1), st.integers(100, 1_000_000))
def test_that_futures_are_never_rounded_into_certainty(share, draws):
    share = round(share * draws) / draws
    words = wording.futures(share, draws)
    assert words.startswith("all ") == (share == 1.0)
    assert words.startswith("none ") == (share == 0.0)
    if 0 < share < 1:
        assert words.endswith(" of 100 futures")
        number = int(words.removesuffix(" of 100 futures").split()[-1])
        if words.startswith("more than"):
            assert share > number / 100
        elif words.startswith("fewer than"):
            assert share < number / 100
        else:
            assert 1 <= number <= 99
            assert abs(share - number / 100) <= 0.005 + 1e-9


@given(st.floats(1e-3, 1e10), st.integers(1, 5), st.sampled_from([1, 2, 2.5, 5]), st.booleans())
def test_that_an_axis_has_one_scale_and_says_its_ticks_exactly(power, count, nice, money):
    step = nice * 10.0 ** math.floor(math.log10(power))
    ticks = [step * index for index in range(count + 1)]
    labels = wording.axis_labels(ticks, "£" if money else "faces")
    suffixes = {re.sub(r"[^a-z]", "", label) for label in labels[1:]}
    assert len(suffixes) == 1
    assert labels[0] == ("£0" if money else "0")
    assert [read(label) for label in labels] == pytest.approx(ticks, rel=1e-9)
    assert len({len(label.partition(".")[2].rstrip("kmbn")) for label in labels[1:]}) == 1


# ---------------------------------------------------------------- settings, there and back

SLIDERS = list(CATALOGUE.sliders.values())


@st.composite
def slider_values(draw):
    slider = draw(st.sampled_from(SLIDERS))
    steps = math.floor((slider.maximum - slider.minimum) / slider.step)
    value = slider.minimum + draw(st.integers(0, steps)) * slider.step
    return slider, round(value, 9)


@given(slider_values())
def test_that_what_a_lever_shows_can_be_typed_back(pair):
    slider, value = pair
    assume(value != slider.baseline)  # a belief's median is rounded
    assert wording.read_value(wording.value_words(slider, value), slider) == pytest.approx(value)


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("deployments_per_week", "10 a week", 10),
        ("deployments_per_week", "10 per week", 10),
        ("officer_losses", "1,400 posts", 1400),
        ("officer_losses", "1.4k", 1400),
        ("budget_shortfall", "260", 260),
        ("budget_shortfall", "£260", 260),
        ("budget_shortfall", "£260m", 260),
        ("budget_shortfall", "£260m a year", 260),
        ("budget_shortfall", "£0.26bn", 260),
        ("budget_shortfall", "£260,000,000", 260),
        ("budget_shortfall", "260 million", 260),
        ("true_match_rate", "89%", 0.89),
        ("true_match_rate", "89 %", 0.89),
        ("true_match_rate", "0.89", 0.89),
        ("hours_per_deployment", "5.6 h", 5.6),
        ("hours_per_deployment", "5.6\u202fhours", 5.6),
        ("watchlist_size", "16k people", 16000),
        ("cost_per_officer_year", "£88k a year", 88000),
        ("false_alerts_per_million_faces", "1 in 6,000", 1e6 / 6000),
        ("false_alerts_per_million_faces", "one in 6,000 faces", 1e6 / 6000),
        ("false_alerts_per_million_faces", "1 in 0.5 million", 2),
        ("diminishing_returns", "−0.1", -0.1),
        ("officer_exposure", "1.5 times", 1.5),
    ],
)
def test_that_units_and_commas_are_understood(key, typed, value):
    assert wording.read_value(typed, CATALOGUE.sliders[key]) == pytest.approx(value)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ten",
        "1,4",
        "14,00",
        "1 400",
        "10 apples",
        "£10",
        "nan",
        "inf",
        "1e999",
        "--3",
        "5%",
        "0x1",
    ],
)
def test_that_what_is_not_a_number_is_refused_with_an_example(typed):
    with pytest.raises(ModellerError, match=r"write a number, such as 10 a week"):
        wording.read_value(typed, CATALOGUE.sliders["deployments_per_week"])


@given(st.text(max_size=80), st.sampled_from(SLIDERS))
def test_that_any_text_is_read_as_a_number_or_refused(typed, slider):
    with contextlib.suppress(ModellerError):
        assert math.isfinite(wording.read_value(typed, slider))


@pytest.mark.parametrize(
    ("key", "typed", "setting"),
    [
        ("true_match_rate", "0.5", 0.5),
        ("true_match_rate", "0.5,0", {"central": 0.5, "spread": 0.0}),
        ("true_match_rate", "50 %, exactly known", {"central": 0.5, "spread": 0.0}),
        ("true_match_rate", "0.5, 2 times the evidence’s spread", {"central": 0.5, "spread": 2.0}),
        ("faces_per_deployment", "18,270", 18270),
        ("faces_per_deployment", "18,270 faces", 18270),
        ("faces_per_deployment", "18,270, 0.5", {"central": 18270, "spread": 0.5}),
        ("faces_per_deployment", "18270,0", {"central": 18270, "spread": 0.0}),
        ("true_match_rate", '{"central": 0.5, "spread": 0}', {"central": 0.5, "spread": 0}),
        ("officer_losses", '[{"from_week": 1, "value": 9}]', [{"from_week": 1, "value": 9}]),
    ],
)
def test_that_a_typed_setting_is_read(key, typed, setting):
    assert wording.read_typed_setting(typed, CATALOGUE.sliders[key]) == setting


@given(st.floats(0.40, 0.99), st.floats(0, 5))
def test_that_a_belief_in_words_can_be_typed_back(central, spread):
    central, spread = round(central, 6), round(spread, 3)
    slider = CATALOGUE.beliefs["true_match_rate"]
    assume(spread != 1.0 and central != slider.baseline)
    words = wording.setting_words(slider, BeliefSetting(central, spread))
    assert wording.read_typed_setting(words, slider) == {"central": central, "spread": spread}


def test_that_a_schedule_is_told_in_words():
    schedule = Schedule((Step(1, 4.0), Step(27, 10.0)))
    words = wording.setting_words(CATALOGUE.levers["deployments_per_week"], schedule)
    assert words.replace("\u202f", " ").replace("\xa0", " ") == "4 a week, then 10 from week 27"


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("false alerts", "false alert"),
        ("faces scanned", "face scanned"),
        ("entries", "entry"),
        ("people charged or cautioned", "person charged or cautioned"),
        ("weeks", "week"),
    ],
)
def test_that_one_of_a_thing_is_no_plural(plural, singular):
    assert counted(1, plural) == f"1 {singular}"
    assert counted(0, plural) == f"0 {plural}"
    assert counted(2_000, plural) == f"2,000 {plural}"
