"""The schedule's and the spread's editors give what was meant, or say what is wrong with it."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
import shiboken6
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QSpinBox

from modeller.base.errors import ModellerError
from modeller.scenario import BeliefSetting, Scenario, Schedule, Step
from modeller.scenario.inputs import inputs_of
from tests.met import catalogue
from ui.levers.belief_curve import believed, range_of, setting_from_range
from ui.levers.schedule_editor import ScheduleEditor
from ui.levers.spread_editor import SpreadEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
OK = QDialogButtonBox.StandardButton.Ok
FIRST = date(2025, 12, 29)
LEVERS, BELIEFS = catalogue().levers, catalogue().beliefs
STEPS = Schedule((Step(1, 4.0), Step(27, 10.0)))


@pytest.fixture
def schedule(qtbot):
    opened = []

    def make(setting, key="deployments_per_week") -> ScheduleEditor:
        editor = ScheduleEditor(LEVERS[key], setting, 52, FIRST)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(editor)
        editor.show()
        opened.append(editor)
        return editor

    yield make
    for editor in opened:
        editor.close()


@pytest.fixture
def spread(qtbot):
    opened = []

    def make(key, setting=None) -> SpreadEditor:
        belief = BELIEFS[key]
        editor = SpreadEditor(belief, setting or BeliefSetting(belief.baseline))
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(editor)
        editor.show()
        opened.append(editor)
        return editor

    yield make
    for editor in opened:
        editor.close()


def write(qtbot, edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def test_that_a_number_becomes_a_schedule(schedule, qtbot):
    editor = schedule(4.0)
    qtbot.mouseClick(editor.add_button, LEFT)
    editor.findChild(QSpinBox, "week-2").setValue(27)
    write(qtbot, editor.findChild(QLineEdit, "value-2"), "10 a week")
    assert editor.preview.steps == STEPS.steps
    with qtbot.waitSignal(editor.chosen) as chosen:
        qtbot.mouseClick(editor.buttons.button(OK), LEFT)
    assert chosen.args == [STEPS]
    assert not editor.isVisible()


def test_that_faults_stand_beside_their_rows_and_ok_waits(schedule, qtbot):
    editor = schedule(Schedule((Step(1, 4.0), Step(10, 6.0), Step(20, 8.0))))
    write(qtbot, editor.findChild(QLineEdit, "value-2"), "99")
    editor.findChild(QSpinBox, "week-3").setValue(5)
    assert editor.messages[0] == ""
    assert "above the highest" in editor.messages[1]
    assert "after the one before" in editor.messages[2]
    assert editor.setting is None
    assert not editor.buttons.button(OK).isEnabled()
    write(qtbot, editor.findChild(QLineEdit, "value-2"), "9")
    editor.findChild(QSpinBox, "week-3").setValue(30)
    assert editor.messages == ("", "", "")
    assert editor.setting == Schedule((Step(1, 4.0), Step(10, 9.0), Step(30, 8.0)))


def test_that_a_step_can_be_taken_out_but_not_the_last(schedule, qtbot):
    editor = schedule(STEPS)
    qtbot.mouseClick(editor._rows[0].remove, LEFT)
    assert editor.setting == Schedule((Step(1, 10.0),))
    assert not editor._rows[0].remove.isEnabled()
    assert not editor.findChild(QSpinBox, "week-1").isEnabled()


def test_that_plain_goes_back_to_the_last_value(schedule, qtbot):
    editor = schedule(STEPS)
    with qtbot.waitSignal(editor.chosen) as chosen:
        qtbot.mouseClick(editor.plain_button, LEFT)
    assert chosen.args == [10.0]


def test_that_untouched_values_keep_all_their_figures(schedule):
    precise = Schedule((Step(1, 4.123456789), Step(9, 5.0)))
    assert schedule(precise).setting == precise


def test_that_escape_chooses_nothing(schedule, qtbot):
    editor = schedule(STEPS)
    said: list[object] = []
    editor.chosen.connect(said.append)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert said == []
    assert not editor.isVisible()


@pytest.mark.parametrize("kind", ["schedule", "spread"])
def test_that_a_closed_editor_is_gone(qtbot, kind):
    belief = BELIEFS["true_match_rate"]
    editor = (
        ScheduleEditor(LEVERS["deployments_per_week"], STEPS, 52, FIRST)
        if kind == "schedule"
        else SpreadEditor(belief, BeliefSetting(belief.baseline))
    )
    editor.show()
    qtbot.mouseClick(editor.buttons.button(QDialogButtonBox.StandardButton.Cancel), LEFT)
    qtbot.waitUntil(lambda: not shiboken6.isValid(editor))


# ---- beliefs


@pytest.mark.parametrize("key", sorted(BELIEFS))
def test_that_the_curve_is_what_the_engine_draws(key):
    belief = BELIEFS[key]
    middle = (belief.minimum + belief.maximum) / 2
    setting = BeliefSetting(middle, 1.5)
    scenario = Scenario(changes={key: setting}, draws=4096)
    within = slice(100, -100)  # the very ends of a sample are luck
    drawn = np.sort(inputs_of(scenario, catalogue()).beliefs[key])[within]
    shares = (np.arange(4096)[within] + 0.5) / 4096
    # the fit's draws of the rate of false alerts have longer tails than the curve sums up
    near = 0.1 if key == "false_alerts_per_million_faces" else 0.03
    assert believed(belief, setting, shares) == pytest.approx(drawn, rel=near, abs=1e-3)


@pytest.mark.parametrize("key", sorted(BELIEFS))
def test_that_the_evidences_range_is_the_evidence(key):
    belief = BELIEFS[key]
    low, high = (float(belief.distribution.quantile(u)) for u in (0.05, 0.95))
    if low <= belief.limits[0]:
        return
    setting = setting_from_range(belief, low, high)
    assert setting.spread == pytest.approx(1.0, rel=1e-4)
    assert setting.central == pytest.approx(belief.baseline, rel=1e-4)


@given(
    key=st.sampled_from(sorted(BELIEFS)),
    ends=st.tuples(st.floats(0.01, 0.99), st.floats(0.01, 0.99)),
)
def test_that_a_range_gives_back_the_range(key, ends):
    belief = BELIEFS[key]
    span = belief.maximum - belief.minimum
    low, high = (belief.minimum + span * share for share in sorted(ends))
    assume(high - low > 0.01 * span)
    width = np.diff(belief.link.forward(np.array([low, high])))
    evidence = np.diff(belief.link.forward(belief.distribution.quantile(np.array([0.05, 0.95]))))
    if width > 5 * evidence:
        with pytest.raises(ModellerError, match="the most is"):
            setting_from_range(belief, low, high)
        return
    setting = setting_from_range(belief, low, high)
    found = range_of(belief, setting)
    assert found[0] == pytest.approx(max(low, belief.limits[0]), rel=1e-3, abs=1e-4 * span)
    assert found[1] == pytest.approx(min(high, belief.limits[1]), rel=1e-3, abs=1e-4 * span)


def test_that_a_range_upside_down_is_refused():
    with pytest.raises(ModellerError, match="lower end"):
        setting_from_range(BELIEFS["true_match_rate"], 0.9, 0.8)


def test_that_a_typed_range_gives_centre_and_spread(spread, qtbot):
    editor = spread("true_match_rate")
    editor.ways["range"].setFocus()
    qtbot.keyClick(editor.ways["range"], Qt.Key.Key_Space)
    write(qtbot, editor.low, "60 %")
    write(qtbot, editor.high, "90 %")
    setting = editor.setting
    assert setting is not None
    low, high = range_of(BELIEFS["true_match_rate"], setting)
    assert (low, high) == pytest.approx((0.6, 0.9), abs=1e-4)
    assert "times as wide as the evidence" in editor.explanation.text()


def test_that_exactly_known_and_back_leave_the_centre_alone(spread, qtbot):
    editor = spread("arrests_per_true_alert")
    baseline = BELIEFS["arrests_per_true_alert"].baseline
    editor.ways["known"].setChecked(True)
    assert editor.setting == BeliefSetting(baseline, 0.0)
    editor.ways["range"].setChecked(True)
    editor.ways["evidence"].setChecked(True)
    assert editor.setting == BeliefSetting(baseline, 1.0)


def test_that_opening_and_ok_change_nothing(spread, qtbot):
    for setting in (BeliefSetting(0.8, 2.0), BeliefSetting(0.812345678, 0.0), BeliefSetting(0.7)):
        editor = spread("true_match_rate", setting)
        with qtbot.waitSignal(editor.chosen) as chosen:
            qtbot.mouseClick(editor.buttons.button(OK), LEFT)
        assert chosen.args == [setting]


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        ("90 %", "60 %", "lower end"),
        ("often", "60 %", "Type a number"),
        ("0.41", "94.9 %", "the most is"),
    ],
)
def test_that_what_cannot_be_is_said_and_ok_waits(spread, qtbot, low, high, said):
    editor = spread("charge_share" if "most" in said else "true_match_rate")
    editor.ways["range"].setChecked(True)
    write(qtbot, editor.low, low)
    write(qtbot, editor.high, high)
    assert said in editor.message.text()
    assert editor.setting is None
    assert not editor.buttons.button(OK).isEnabled()


@pytest.mark.parametrize("key", sorted(BELIEFS))
@pytest.mark.parametrize("spread_of", [0.0, 1.0, 5.0])
def test_that_every_belief_can_be_painted_at_its_ends(spread, key, spread_of):
    belief = BELIEFS[key]
    for central in (belief.minimum, belief.maximum):
        editor = spread(key, BeliefSetting(central, spread_of))
        assert not editor.curve.grab().isNull()
        assert editor.curve.accessibleName()
        editor.close()
