"""Starting: the window first, then its charts, and nothing slow is imported for either."""

from __future__ import annotations

import builtins
import gc
import sqlite3
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from ui.desk.settings import Settings, settings_path, state_folder

SLOW = (
    "matplotlib",
    "modeller.calibration.places.fit",
    "modeller.records.tables",
    "numba",
    "pandas",
    "pyqtgraph.parametertree",
    "scipy",
    "ui.stage.stage",
)
PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication
from ui.desk.warm_up import WarmUp
WarmUp.start = lambda self: None
qt = QApplication([])
from ui.window.application import Application
from modeller.profiles import shipped_profile
application = Application(qt, profile=shipped_profile())
application.settings.tour_seen = True
arrests = application.window.charts.charts["arrests"].canvas
assert arrests.data.empty
painted = application._after_first_charts
def charts():
    print("data", not arrests.data.empty, "draws", application.session.result.draws_used)
    print(application.window.top_bar.identity.activity.whole)
    print("slow", *sorted(set({slow!r}) & set(sys.modules)))
    painted()
    application.window.close()
    qt.quit()
application._after_first_charts = charts
seen = application.runner.start
def first_frame():
    print("drawn with", "pyqtgraph" in sys.modules, flush=True)
    seen()
application.runner.start = first_frame
print("empty", arrests.data.empty, flush=True)
application.start()
sys.exit(qt.exec())
"""


def test_that_charts_are_painted_with_few_draws_and_without_slow_imports(user_folders):
    program = PROGRAM.format(slow=SLOW)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    said = ["empty True", "drawn with False", "data True draws 256"]
    said += ["First figures, from 256 of 10,000 futures", "slow"]
    assert done.stdout.splitlines() == said


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_that_the_word_of_few_futures_goes_with_the_first_figures(open_window, monkeypatch):
    monkeypatch.setattr("ui.window.application.FIRST_DRAWS", 100)
    story = open_window()
    story.settle()
    assert story.window.top_bar.identity.activity.whole == ""


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_that_the_tour_is_offered_on_the_first_start_only(open_window, monkeypatch):
    import ui.window.application
    from ui.desk.settings import Settings
    from ui.window.application import Application
    from ui.window.tour import Tour

    story = open_window()
    assert story.window.findChild(Tour) is None
    story.window.settings.tour_seen = False
    assert isinstance(story.application, Application)
    monkeypatch.setattr(ui.window.application, "find_leftovers", lambda _profile: ((), None))
    story.application._after_first_charts()
    tour = story.window.findChild(Tour)
    assert tour is not None
    tour.finished.emit(True)
    tour.close()
    tour.deleteLater()
    QApplication.processEvents()
    assert Settings().tour_seen


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_that_the_break_even_follows_the_first_charts(open_window):
    story = open_window()
    story.settle()
    told = [label.text() for label in story.window.headlines.findChildren(QLabel)]
    assert any("posts lost; breaks even at" in text for text in told)
    assert "the arrests of the officers lost" in story.window.top_bar.answer.whole


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("named", ["plan-without-losses", "mine.scenario.json"])
def test_that_what_is_named_on_the_command_line_stands_beside_the_baseline(
    open_window, tmp_path, named
):
    from modeller.scenario.file import write_scenario
    from tests.windows import small

    wanted = small("plan-without-losses")
    if named.endswith(".json"):
        named = str(tmp_path / named)
        write_scenario(tmp_path / named, wanted)
    story = open_window(named)
    desk = story.session.desk
    assert [slot.letter for slot in desk.slots] == ["A", "B"]
    assert (desk.selected, desk.baseline) == ("A", "B")
    assert desk.scenario.changes == wanted.changes
    assert not story.window.menus["undo"].isEnabled()
    assert not story.session.unsaved(desk.current)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_that_a_file_that_cannot_be_opened_leaves_the_plan_and_the_baseline(open_window, tmp_path):
    story = open_window(str(tmp_path / "nowhere.scenario.json"))
    assert [slot.scenario.title for slot in story.session.desk.slots] == [
        "Met plan 2025",
        "Baseline",
    ]
    assert "nowhere.scenario.json" in story.window.banner.sentence.text()
    assert story.window.banner.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_that_settings_set_aside_and_a_history_that_cannot_be_kept_are_said(
    open_window, monkeypatch
):
    def somebody_elses(_settings):
        settings_path().parent.mkdir(parents=True, exist_ok=True)
        settings_path().write_text("[window]\ngeometry=@Variant(\\0\\0)\n", "utf-8")

    monkeypatch.setattr(Settings, "sync", somebody_elses)  # just before the window opens
    state_folder().mkdir(parents=True, exist_ok=True)
    (state_folder() / "history.sqlite").mkdir()  # in the way
    story = open_window()
    said = [notice.text for notice in story.window.banner._notices]
    assert any("history.sqlite" in text and "cannot be opened" in text for text in said)
    assert any("settings.damaged.ini" in text for text in said)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_that_a_closed_window_lets_go_of_its_history(open_window):
    story = open_window()
    story.window.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        story.window.keeper.history._connection.execute("SELECT 1")


def test_that_a_start_that_hurries_leaves_python_as_it_was_but_for_its_garbage():
    from ui.speed_up import speed_up_start

    before = builtins.__import__, builtins.compile
    gc.enable()
    try:
        speed_up_start()
        assert not gc.isenabled()
        assert (builtins.__import__, builtins.compile) == before
    finally:
        gc.enable()


def test_that_after_a_start_that_hurries_qt_words_its_errors_as_ever(user_folders):
    asked = """
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from PySide6.support.signature import get_signature
qt = QApplication([])
widget = QWidget()
found = []
for call in (lambda: widget.resize("x"), lambda: QLabel(1, 2, 3), lambda: widget.setTitle,
             lambda: widget.setWindowTitle(b"x", 2), lambda: QWidget(parnt=None)):
    try:
        call()
    except (TypeError, AttributeError, NotImplementedError) as error:
        found.append(f"{type(error).__name__}: {error}")
print(found, QWidget.resize.__doc__, get_signature(QWidget.resize))
"""
    hurried = _in_a_process(f"from ui.speed_up import speed_up_start; speed_up_start(){asked}")
    assert "QSize" in hurried
    assert "called with wrong argument" in hurried
    assert hurried == _in_a_process(asked)


def test_that_a_start_that_hurries_reads_nothing_that_words_errors(user_folders):
    _in_a_process(
        "from ui.speed_up import speed_up_start\n"
        "speed_up_start()\n"
        "import PySide6.support.signature as signature\n"
        "assert vars(signature.parser).keys() & {'__getattr__'}\n"
        "assert vars(signature.errorhandler).keys() & {'__getattr__'}\n"
    )


def test_that_the_history_begins_after_the_first_charts(open_window):
    story = open_window()
    assert story.application.charts_painted
    assert story.window.keeper.begun
    document = story.window.keeper.name_of(story.session.desk.current)
    assert len(story.window.keeper.history.versions(document)) == 1


def _in_a_process(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_that_pyqtgraph_copies_of_qt_only_what_is_read(user_folders):
    _in_a_process(
        "from PySide6 import QtCore, QtWidgets\n"
        "from ui.charts.lazy_qt import import_for_charts\n"
        "before = dir(QtCore)\n"
        "import_for_charts()\n"
        "import pyqtgraph\n"
        "from pyqtgraph.Qt import QtCore as mirror\n"
        "assert 'QCalendar' not in vars(mirror) and mirror.QCalendar is QtCore.QCalendar\n"
        "assert {*before} <= {*dir(QtCore)} and not hasattr(mirror, 'QNothing')\n"
        "import_for_charts()\n"
        "assert pyqtgraph.Qt.QtCore is mirror\n"
        "import sys\n"
        "assert 'PySide6.QtTest' not in sys.modules\n"
        "from PySide6.QtTest import QTest\n"
        "qt = QtWidgets.QApplication([])\n"
        "plot = pyqtgraph.PlotWidget()\n"
        "plot.plot([1, 2, 1])\n"
    )


WHOLE = """
import sys, warnings
from PySide6 import QtWidgets
from ui.charts.lazy_qt import import_for_charts
import_for_charts()
import pyqtgraph
from pyqtgraph.graphicsItems.GraphicsObject import GraphicsObject as item
from pyqtgraph.widgets.GraphicsView import GraphicsView as view
spared = {"pyqtgraph.widgets.PlotWidget", "pyqtgraph.imageview", "pyqtgraph.graphicsItems.ROI"}
assert not spared & {*sys.modules} and not hasattr(pyqtgraph, "__nothing__")
assert "PlotWidget" not in vars(pyqtgraph) and "GroupBox" not in vars(pyqtgraph)
qt = QtWidgets.QApplication([])
before = view()
from pyqtgraph.graphicsItems.PlotItem import PlotItem
assert issubclass(PlotItem, pyqtgraph.GraphicsWidget)
plot = pyqtgraph.PlotWidget()
plot.plot([1, 2, 1])
assert isinstance(plot, view) and isinstance(plot.getPlotItem(), PlotItem)
assert spared <= {*sys.modules} and pyqtgraph.GraphicsObject is item
assert pyqtgraph.GraphicsView is view
assert pyqtgraph.GroupBox.__name__ == "GroupBox"
"""


def test_that_what_charts_do_not_use_of_pyqtgraph_is_there_when_it_is_asked_for(user_folders):
    _in_a_process(WHOLE)


@pytest.mark.parametrize("missing", ["pyqtgraph.widgets.GraphicsView", "pyqtgraph.colors"])
def test_that_a_pyqtgraph_put_together_otherwise_is_imported_whole(user_folders, missing):
    """Where a module that charts use, or one with the settings, is only there at second sight."""
    _in_a_process(
        "import sys\n"
        "from PySide6 import QtWidgets\n"
        "from ui.charts.lazy_qt import import_for_charts\n"
        "class Once:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {missing!r}:\n"
        "            sys.meta_path.remove(self)\n"
        "            raise ImportError(name)\n"
        "once = Once()\n"
        "sys.meta_path.insert(0, once)\n"
        "import_for_charts()\n"
        "assert once not in sys.meta_path\n"
        "import pyqtgraph\n"
        "assert {'PlotWidget', 'GroupBox', 'GraphicsView'} <= {*vars(pyqtgraph)}\n"
        "qt = QtWidgets.QApplication([])\n"
        "plot = pyqtgraph.PlotWidget()\n"
        "plot.plot([1, 2, 1])\n"
    )
