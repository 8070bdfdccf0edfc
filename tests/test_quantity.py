"""A value as text with its unit, text as a value, and the steps between values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.met import catalogue
from ui.levers.steps import snapped, stepped
from ui.look.quantity import range_text, read_value, value_text

SLIDERS = catalogue().sliders
ONE = st.sampled_from(sorted(SLIDERS))


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("deployments_per_week", 10, "10 a week"),
        ("deployments_per_week", 9.5, "9.5 a week"),
        ("officer_losses", 1400, "1,400 posts"),
        ("officer_losses", 1, "1 post"),
        ("budget_shortfall", 260, "£260m a year"),
        ("true_match_rate", 0.89, "89 %"),
        ("true_match_rate", 0.895, "89.5 %"),
        ("false_alerts_per_million_faces", 2.5, "2.5 per million faces"),
        ("false_alerts_per_million_faces", 167, "167 per million faces"),
        ("diminishing_returns", 0.2, "0.20"),
        ("cost_per_officer_year", 88000, "£88,000 a year"),
    ],
)
def test_that_a_value_is_shown_with_its_unit(key, value, text):
    shown = value_text(SLIDERS[key], value)
    assert " ".join(shown.split()) == text
    assert " " not in shown  # a line is never broken inside a value


@given(ONE, st.floats(0, 1))
def test_that_what_is_shown_is_read_back_as_the_same_value(key, share):
    slider = SLIDERS[key]
    value = snapped(slider, slider.minimum + share * (slider.maximum - slider.minimum))
    assert read_value(slider, value_text(slider, value)) == pytest.approx(value, rel=1e-9)


@given(ONE, st.floats(0, 1))
def test_that_steps_lead_up_and_down_inside_the_range(key, share):
    slider = SLIDERS[key]
    value = slider.minimum + share * (slider.maximum - slider.minimum)
    up, down = stepped(slider, value, 1), stepped(slider, value, -1)
    assert slider.minimum <= down <= value <= up <= slider.maximum
    assert up > value or value == slider.maximum
    assert down < value or value == slider.minimum


@pytest.mark.parametrize("key", sorted(SLIDERS))
def test_that_steps_from_end_to_end_pass_every_stop_once(key):
    slider = SLIDERS[key]
    value, stops = slider.minimum, 0
    while value < slider.maximum:
        following = stepped(slider, value, 1)
        assert following > value
        assert stepped(slider, following, -1) == pytest.approx(value, rel=1e-9, abs=1e-9)
        value, stops = following, stops + 1
    assert stops >= 10


def test_that_a_step_on_a_log_scale_grows_with_the_value():
    slider = SLIDERS["false_alerts_per_million_faces"]
    assert stepped(slider, 2.5, 1) == 2.6
    assert stepped(slider, 26.0, 1) == 27.0
    assert stepped(slider, 260.0, -1) == 250.0
    assert stepped(slider, 10.0, -1) == 9.9
    assert stepped(slider, slider.baseline, 1) == 3.0


def test_that_a_range_names_its_unit_once():
    assert " ".join(range_text(SLIDERS["budget_shortfall"], 0, 450).split()) == "£0–450m a year"
