"""The analyses in the window give the model's own numbers, follow the scenario, and can stop."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QScrollArea,
)

from modeller import kernel
from modeller.analysis.along import along
from modeller.analysis.answers import (
    exchange_sentence,
    sought_sentence,
    spoken_tornado,
    step_words,
    tornado_sentence,
)
from modeller.analysis.exchange import exchanges
from modeller.analysis.knowing_words import knowing_sentence
from modeller.analysis.questions import ANALYSES
from modeller.analysis.robustness import robustness
from modeller.analysis.seek import seek
from modeller.analysis.sensitivity import sobol_shares, tornado
from modeller.analysis.targets import Measure
from modeller.analysis.trade_off import FRONTIER_LEVERS, frontier, grid
from modeller.analysis.value_of_knowing import value_of_knowing
from modeller.analysis.what_changed import Result, attribute
from modeller.analysis.what_must_be_true import switching_values
from modeller.base.errors import ModellerError
from modeller.scenario import Scenario
from tests.met import MET, parse_goal
from tests.test_what_leaves import written
from ui.analysis.question import LIVE_DRAWS_UNCOMPILED
from ui.analysis.robustness import RobustnessPanel
from ui.analysis.seek import SeekPanel
from ui.analysis.sensitivity import SensitivityPanel
from ui.analysis.trade_off import TradeOffPanel
from ui.analysis.value_of_knowing import ValueOfKnowingPanel
from ui.analysis.what_changed import EVERYTHING, WhatChangedPanel
from ui.analysis.what_must_be_true import WhatMustBeTruePanel
from ui.desk.live_pool import LivePool
from ui.desk.runner import Runner
from ui.desk.session import Desk, Session, new_slot
from ui.desk.settings import Settings
from ui.look.combo import choose
from ui.window.main_window import MainWindow
from ui.window.openers import show_analysis

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PLAN = Scenario(
    title="Plan",
    changes={"deployments_per_week": 8, "officer_losses": 1400, "true_match_rate": 0.8},
    weeks=4,
    draws=100,
)
TODAY = Scenario(title="Today", weeks=4, draws=100)
PATIENCE = 60_000


@pytest.fixture
def session(qtbot):
    return Session(Desk((new_slot("A", PLAN), new_slot("B", TODAY)), "A", "B"))


@pytest.fixture
def opened(qtbot, session):
    """Makes a panel, shows it, and sees to it that its thread is gone afterwards."""
    panels = []

    def make(kind, before=None):
        panel = kind(session)
        qtbot.addWidget(panel)
        panels.append(panel)
        if before is not None:
            before(panel)
        panel.show()
        return panel

    yield make
    for panel in panels:
        panel.finish()


def settled(panel):
    shown = panel._shown
    current = panel.question()
    return shown is not None and shown[1] and current is not None and shown[0].key == current.key


def answer(qtbot, panel):
    qtbot.waitUntil(lambda: settled(panel), timeout=PATIENCE)
    return panel._answers[panel._shown[0].key]


def column(table, heading):
    """The numbers of a column as other programs get them."""
    rows = [line.split("\t") for line in table.text("\t").splitlines()]
    place = rows[0].index(heading)
    return [row[place] for row in rows[1:]]


def test_that_the_tornado_is_the_models(qtbot, opened):
    panel = opened(SensitivityPanel)
    found = answer(qtbot, panel)
    assert found == tornado(PLAN, Measure("arrests"))
    expected = [f"{bar.at_high:.9g}" for bar in found.bars if bar.length > 0]
    assert expected
    assert column(panel.tornado_table, "at its high end") == expected
    assert found.bars[0].label.lower() in panel.finding.text().lower()
    assert PLAN.fingerprint in panel.footer()


def test_that_a_closed_panel_lets_go_of_its_draws(qtbot, opened):
    panel = opened(SensitivityPanel)
    answer(qtbot, panel)
    draws = weakref.ref(panel._live)
    panel.close()
    qtbot.waitUntil(lambda: gc.collect() >= 0 and draws() is None)
    panel.show()
    choose(panel.chooser.outcome, "false_alerts")
    assert answer(qtbot, panel).measure == Measure("false_alerts")


def test_that_another_outcome_asks_again(qtbot, opened):
    panel = opened(SensitivityPanel)
    first = answer(qtbot, panel)
    choose(panel.chooser.outcome, "false_alerts")
    choose(panel.chooser.statistic, "p90")
    second = answer(qtbot, panel)
    assert second.measure == Measure("false_alerts", "p90") != first.measure
    assert second == tornado(PLAN, Measure("false_alerts", "p90"))


def test_that_shares_are_worked_out_only_on_request(qtbot, opened):
    panel = opened(SensitivityPanel)
    answer(qtbot, panel)
    assert panel.shares_table.rowCount() == 0
    panel.tabs.setCurrentIndex(1)
    assert panel.shares.waiting  # its place is not left white meanwhile
    assert answer(qtbot, panel) == sobol_shares(PLAN, "arrests")
    assert not panel.shares.waiting
    assert panel.shares_table.rowCount() > 0
    # and coming back costs nothing
    panel.tabs.setCurrentIndex(0)
    assert settled(panel)


def test_that_the_waterfall_adds_up_and_begins_anywhere(qtbot, opened, session):
    panel = opened(WhatChangedPanel)
    found = answer(qtbot, panel)
    assert found == attribute(Result(TODAY), Result(PLAN), Measure("arrests"))
    parts = [float(text) for text in column(panel.table, "part")]
    assert parts[0] + sum(parts[1:-1]) == pytest.approx(parts[-1], abs=1e-6)
    assert {"Officer losses", "Deployments per week"} <= set(column(panel.table, "What changed it"))
    choose(panel.first, EVERYTHING)
    panel.first.activated.emit(panel.first.currentIndex())
    qtbot.waitUntil(lambda: "Every slider" in panel.footer(), timeout=PATIENCE)
    assert panel._shown[0].others[0].changes == {}


def test_that_nothing_differs_is_said_and_what_to_do(qtbot, opened, session):
    panel = opened(WhatChangedPanel)
    answer(qtbot, panel)
    session.replace_scenario(TODAY, "the same")
    assert panel.stack.currentWidget() is panel.placeholder
    assert panel.placeholder.state == "empty"
    assert "choose another" in panel.placeholder.text.text()
    assert panel.footer() == ""


def test_that_switching_values_are_the_models(qtbot, opened):
    panel = opened(WhatMustBeTruePanel, lambda panel: panel.editor.figure.setText("90"))
    found = answer(qtbot, panel)
    expected = switching_values(PLAN, parse_goal("arrests.p20 >= 90"))
    assert found.values == expected.values
    switches = ["" if v.value is None else f"{v.value:.9g}" for v in expected.values if v.bears]
    assert sorted(column(panel.table, "switches at")) == sorted(switches)
    ways = [v.way for v in expected.values if v.way is not None]
    assert column(panel.table, "switches at")[len(ways) :] == [""] * (len(switches) - len(ways))


def test_that_what_cannot_be_reached_is_said_so(qtbot, opened):
    panel = opened(WhatMustBeTruePanel, lambda panel: panel.editor.figure.setText("90,000"))
    answer(qtbot, panel)
    assert set(column(panel.table, "the target is met at")) == {"cannot be reached by this alone"}


def test_that_a_figure_that_is_none_is_refused_in_place(qtbot, opened):
    panel = opened(WhatMustBeTruePanel, lambda panel: panel.editor.figure.setText("many"))
    qtbot.waitUntil(lambda: panel.placeholder.state == "error", timeout=PATIENCE)
    assert "many" in panel.placeholder.title.text()
    with pytest.raises(ModellerError):
        panel.editor.goal()


def test_that_a_setting_found_can_be_used_and_undone(qtbot, opened, session):
    panel = opened(SeekPanel, lambda panel: panel.editor.figure.setText("60"))
    assert not panel.use.isEnabled()
    expected = seek(PLAN, parse_goal("arrests.p20 >= 60"), ["deployments_per_week"])
    assert answer(qtbot, panel).sought == expected
    assert expected.answer is not None
    assert panel.finding.text() == sought_sentence(expected, MET.catalogue)
    line = along(PLAN, expected.goal.measure, "deployments_per_week", also=expected.values)
    assert column(panel.table, "what the target asks for") == [f"{m:.9g}" for m in line.measures]
    panel.use.click()
    assert session.scenario.inputs_digest == expected.answer.inputs_digest
    assert not panel.use.isEnabled()  # what was found was about another scenario
    session.undo_stack.undo()
    assert session.scenario == PLAN


def test_that_two_levers_are_sought_together_and_one_twice_is_one(qtbot, opened):
    def both(panel):
        panel.editor.figure.setText("90")
        choose(panel.second, "watchlist_size")

    panel = opened(SeekPanel, both)
    levers = ("deployments_per_week", "watchlist_size")
    assert answer(qtbot, panel).sought == seek(PLAN, parse_goal("arrests.p20 >= 90"), levers)
    choose(panel.second, "deployments_per_week")
    assert answer(qtbot, panel).sought.vary == ("deployments_per_week",)


def test_that_what_is_worth_knowing_is_between_the_scenarios_of_the_desk(qtbot, opened, session):
    panel = opened(ValueOfKnowingPanel, lambda panel: panel.editor.figure.setText("90"))
    found = answer(qtbot, panel)
    expected = value_of_knowing([PLAN, TODAY], parse_goal("arrests.p20 >= 90"))
    assert [each.gain for each in found.beliefs] == [each.gain for each in expected.beliefs]
    assert panel.finding.text() == knowing_sentence(expected, MET.catalogue)
    assert panel.windowTitle() == f"What should {MET.names.force} publish first?"
    # no colour without its letter
    graphic = panel.picture
    said = written(
        lambda painter: graphic.draw(painter, QRectF(0, 0, 700, 500), found), QSize(700, 500)
    ).split("\n")
    assert said.count("A") == said.count("B") > 0
    session.close("B")
    panel.refresh()
    assert panel.placeholder.state == "empty"


def test_that_the_answer_is_copied_in_words(qtbot, opened):
    panel = opened(SensitivityPanel)
    found = answer(qtbot, panel)
    panel.copy_answer()
    copied = QApplication.clipboard().text()
    assert tornado_sentence(found, MET.catalogue) in copied
    assert spoken_tornado(found, PLAN, MET.catalogue) in copied
    assert PLAN.fingerprint in copied


@pytest.mark.parametrize(
    "kind",
    [SensitivityPanel, SeekPanel, WhatChangedPanel, WhatMustBeTruePanel, TradeOffPanel],
)
def test_that_tables_are_whole_and_only_the_page_scrolls(qtbot, opened, kind):
    panel = opened(kind)
    answer(qtbot, panel)
    panel.resize(880, 680)
    for place, page in enumerate(panel.body.pages):
        panel.tabs.setCurrentIndex(place)
        answer(qtbot, panel)
        assert not page.table.isVisible()
        page.fold.set_open(True)
        QApplication.processEvents()
        table = page.table
        assert table.isVisible()
        assert table.rowCount()
        assert not table.verticalScrollBar().isVisible()
        assert not table.horizontalScrollBar().isVisible()
        bottom = table.rowViewportPosition(table.rowCount() - 1) + table.rowHeight(
            table.rowCount() - 1
        )
        assert bottom <= table.viewport().height() + 1
        right = sum(table.columnWidth(each) for each in range(table.columnCount()))
        assert right <= table.viewport().width() + 1
        area = panel.stack.widget(1)
        assert isinstance(area, QScrollArea)
        assert not area.horizontalScrollBar().maximum()
        for y in range(table.rowCount()):
            for x in range(table.columnCount()):
                words = table.item(y, x).text()
                room = QRect(0, 0, max(table.columnWidth(x) - 8, 1), 10_000)
                needed = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words)
                assert needed.height() <= table.rowHeight(y), words
        page.fold.set_open(False)


def test_that_the_trade_off_begins_with_both_choices_and_says_the_exchange(qtbot, opened):
    panel = opened(TradeOffPanel)
    found = answer(qtbot, panel)
    assert (found.surface.x_key, found.surface.y_key) == FRONTIER_LEVERS
    across, up = exchanges(found.surface, found.frontier.gain, found.frontier.cost)
    assert panel.finding.text() == exchange_sentence(across, MET.catalogue)
    assert exchange_sentence(up, MET.catalogue) in panel.note.text()
    rows = panel.steps_table.text("\t").splitlines()[1:]
    assert [row.split("\t")[0] for row in rows[:-1]] == [
        step_words(across.key, step, MET.catalogue) for step in across.steps
    ]
    years = panel.points_table.text("\t")
    assert all(
        (f"{year.year}, scaled up from {year.weeks} weeks" in years) == year.part_year
        for year in found.frontier.years
    )
    assert any(year.part_year for year in found.frontier.years)


def test_that_the_heatmap_and_the_frontier_are_the_models(qtbot, opened):
    panel = opened(TradeOffPanel, lambda panel: choose(panel.up, "watchlist_size"))
    found = answer(qtbot, panel)
    gain, cost = Measure("arrests", "mean"), Measure("false_alerts", "mean")
    levers = ("deployments_per_week", "watchlist_size")
    surface = grid(PLAN, *levers, (cost, gain), points=(7, 5), through_here=True)
    assert (found.surface.values[gain] == surface.values[gain]).all()
    assert (found.surface.values[cost] == surface.values[cost]).all()
    assert found.frontier == frontier(surface, cost, gain, scenario=PLAN)
    rows = panel.points_table.text("\t")
    assert all(str(year.year) in rows for year in found.frontier.years)


def test_that_a_cell_sets_both_levers_in_one_step(qtbot, opened, session):
    panel = opened(TradeOffPanel, lambda panel: choose(panel.up, "watchlist_size"))
    surface = answer(qtbot, panel).surface
    panel.heatmap.setFocus()
    column_, row = panel.heatmap.place
    assert (surface.x[column_], surface.y[row]) == surface.here
    qtbot.keyClick(panel.heatmap, Qt.Key.Key_Left)
    qtbot.keyClick(panel.heatmap, Qt.Key.Key_Up)
    qtbot.keyClick(panel.heatmap, Qt.Key.Key_Return)
    assert session.scenario.value("deployments_per_week") == surface.x[column_ - 1]
    assert session.scenario.value("watchlist_size") == surface.y[row + 1]
    session.undo_stack.undo()
    assert session.scenario == PLAN


def test_that_a_click_sets_the_cell_under_the_pointer(qtbot, opened, session):
    panel = opened(TradeOffPanel, lambda panel: choose(panel.up, "watchlist_size"))
    surface = answer(qtbot, panel).surface
    panel.heatmap.grab()  # paints it, so that its cells have places
    corner = panel.heatmap._cell(surface, panel.heatmap._plot, 0, 0).center().toPoint()
    qtbot.mouseClick(panel.heatmap, Qt.MouseButton.LeftButton, pos=corner)
    assert session.scenario.value("deployments_per_week") == surface.x[0]
    assert session.scenario.value("watchlist_size") == surface.y[0]


def test_that_regions_are_the_models(qtbot, opened):
    def smaller(panel):
        panel.cases = 1024
        panel.editor.figure.setText("120")

    panel = opened(RobustnessPanel, smaller)
    found = answer(qtbot, panel)
    expected = robustness(PLAN, parse_goal("arrests.p20 >= 120"), cases=1024)
    assert found.boxes == expected.boxes
    assert found.failing == expected.failing
    assert column(panel.table, "of cases here, missed")[-1] == f"{found.failing:.9g}"


def test_that_a_live_answer_comes_first_and_a_settled_one_after_the_drag(qtbot, opened, session):
    assert not kernel.ready(), "these tests are about the time before the machine code is there"
    many = PLAN.replace(draws=LIVE_DRAWS_UNCOMPILED + 64)
    session.replace_scenario(many, "more draws")
    panel = opened(WhatChangedPanel)
    choose(panel.first, EVERYTHING)
    panel.refresh()
    qtbot.waitUntil(lambda: panel.answered, timeout=PATIENCE)
    assert not panel._shown[1]
    assert f"from {LIVE_DRAWS_UNCOMPILED} of {many.draws} futures" in panel.footer()
    found = answer(qtbot, panel)
    assert "First answer" not in panel.footer()
    everything = Result(many.replace(changes={}, title="Every slider at its baseline"))
    assert found == attribute(everything, Result(many), Measure("arrests"))


def test_that_only_live_answers_are_made_while_a_lever_is_held(qtbot, opened, session):
    panel = opened(WhatChangedPanel)
    answer(qtbot, panel)
    session.begin_gesture()
    session.set_value("deployments_per_week", 5)
    session.set_value("deployments_per_week", 6)
    qtbot.waitUntil(
        lambda: (
            panel._shown is not None and panel._shown[0].scenario.value("deployments_per_week") == 6
        ),
        timeout=PATIENCE,
    )
    qtbot.wait(600)
    assert not panel._shown[1]
    session.end_gesture()
    answer(qtbot, panel)


class Held(SensitivityPanel):
    """Waits in the middle of its work until it is let go."""

    def __init__(self, session):
        self.let_go, self.begun = threading.Event(), threading.Event()
        self.put_for = []
        super().__init__(session)

    def solve(self, question, stage):
        self.begun.set()
        assert self.let_go.wait(30)
        stage.report(0.5)
        return super().solve(question, stage)

    def show_answer(self, question, answer):
        self.put_for.append(question.scenario.value("deployments_per_week"))
        super().show_answer(question, answer)


def test_that_an_overtaken_answer_is_never_shown(qtbot, opened, session):
    panel = opened(Held)
    qtbot.waitUntil(panel.begun.is_set, timeout=PATIENCE)
    session.set_value("deployments_per_week", 5)
    session.set_value("deployments_per_week", 6)
    panel.let_go.set()
    answer(qtbot, panel)
    assert panel.put_for == [6]


def test_that_work_can_be_stopped_and_begun_again(qtbot, opened, session):
    panel = opened(Held)
    qtbot.waitUntil(panel.begun.is_set, timeout=PATIENCE)
    assert panel.placeholder.state == "loading"
    assert panel.cancel_button.isVisible()
    panel.cancel_button.click()
    panel.let_go.set()
    qtbot.wait(200)
    assert panel.put_for == []
    assert panel.placeholder.state == "empty"
    assert not panel.progress.isVisible()
    panel.placeholder.button.click()
    answer(qtbot, panel)
    assert panel.put_for == [8]


def test_that_a_closed_panel_works_no_more_and_catches_up_when_opened(qtbot, opened, session):
    panel = opened(SensitivityPanel)
    answer(qtbot, panel)
    panel.close()
    session.set_value("deployments_per_week", 5)
    qtbot.wait(100)
    assert not panel._background.busy
    panel.show()
    assert answer(qtbot, panel).now < tornado(PLAN, Measure("arrests")).now


def test_that_pictures_and_numbers_can_be_taken_away(qtbot, opened, tmp_path):
    panel = opened(WhatChangedPanel)
    assert not any(action.isEnabled() for action in panel.menu().actions())
    answer(qtbot, panel)
    assert all(action.isEnabled() for action in panel.menu().actions())
    panel.copy_data()
    assert QApplication.clipboard().text() == panel.table.text("\t")
    for name in ("moved.png", "moved.svg", "moved.csv"):
        panel.save(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 100
    assert panel.finding.text() in (tmp_path / "moved.svg").read_text(encoding="utf-8")
    assert "Officer losses" in (tmp_path / "moved.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    "kind",
    [
        SensitivityPanel,
        SeekPanel,
        WhatChangedPanel,
        WhatMustBeTruePanel,
        TradeOffPanel,
        RobustnessPanel,
        ValueOfKnowingPanel,
    ],
)
def test_that_every_chooser_and_picture_has_a_name_for_those_who_hear(qtbot, opened, kind):
    panel = opened(kind)
    qtbot.waitUntil(lambda: panel.answered, timeout=PATIENCE)
    for each in (*panel.findChildren(QComboBox), *panel.findChildren(QAbstractSpinBox)):
        assert each.accessibleName(), each.objectName()
    for each in panel.findChildren(QLineEdit):
        inside_another = isinstance(each.parent(), QAbstractSpinBox | QComboBox)
        assert each.accessibleName() or inside_another
    for page in panel.body.pages:
        graphic, table = page.graphic, page.table
        assert graphic.accessibleDescription() == panel.finding.text()
        assert table.accessibleName()


def test_that_the_menu_opens_each_analysis_once(qtbot, session, tmp_path):
    window = MainWindow(
        session,
        Runner(session, lambda scenario, _moving: LivePool(MET).project(scenario)),
        Settings(tmp_path / "settings.ini"),
    )
    qtbot.addWidget(window)
    window.show()
    menu = window.menus.menu("analysis")
    assert menu.menuAction().isVisible()
    keys = [action.shortcut().toString() for action in menu.actions()]
    every = [action.shortcut().toString() for action in window.findChildren(QAction)]
    assert all(keys)
    assert all(every.count(key) == 1 for key in keys)
    asked = [each for each in ANALYSES if each.menu == "analysis"]
    for found, action in zip(asked, menu.actions(), strict=True):
        action.trigger()
        dialog = window.findChild(QDialog, f"analysis-{found.key}")
        assert dialog is not None
        assert dialog.isVisible()
        assert not dialog.isModal()
        assert dialog.windowTitle() == action.text().replace("&", "")
        assert dialog.windowTitle() == found.asked(MET.names.force)
        assert show_analysis(found.key, window) is dialog
    for slot in session.desk.slots:
        session.mark_saved(slot, tmp_path / f"{slot.letter}.json")
    window.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("analysis")]


def test_that_nothing_is_left_behind(qtbot, session):
    QApplication.sendPostedEvents(None, 52)  # deferred deletions of the tests before
    before = set(QApplication.topLevelWidgets())
    panel = SensitivityPanel(session)
    panel.show()
    qtbot.waitUntil(lambda: panel.answered, timeout=PATIENCE)
    panel.finish()
    panel.close()
    panel.deleteLater()
    QApplication.sendPostedEvents(None, 52)
    QApplication.processEvents()
    assert not set(QApplication.topLevelWidgets()) - before
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("analysis")]
    session.set_value("deployments_per_week", 5)  # nobody who is gone is told
