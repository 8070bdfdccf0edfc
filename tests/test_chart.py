"""A chart shows what it was given, holds its axis, can be read by keyboard, and copies itself."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMenu

from modeller.base.contrast import contrast
from modeller.base.errors import ModellerError
from modeller.projection import project
from modeller.scenario.file import load_scenario
from modeller.wording import axis_labels
from tests.met import MET
from ui.charts.chart import FanChart
from ui.charts.chart_data import ChartData, Pinned, Total
from ui.charts.chart_source import chart_data
from ui.charts.chart_table import as_text
from ui.charts.chart_words import describe, readout
from ui.charts.end_labels import end_labels
from ui.desk.session import Desk, new_slot
from ui.look.axis import elided, moved_apart, nice_ticks
from ui.look.style import INNER, LIGHT, OUTER, theme

# The offscreen platform says so of every window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LEFT = Qt.MouseButton.LeftButton


def fan(scale=40.0, *, pinned=0, weeks=52, record=26, **fields):
    """A fan that falls from `scale`, a steady record, and pinned lines."""
    x = np.arange(1.0, weeks + 1)
    middle = scale * (1 - 0.3 * x / weeks)
    lines = tuple(
        Pinned(
            letter,
            title,
            np.full(weeks, scale * share),
            ends=tuple(scale * share * part for part in (0.7, 0.9, 1.0, 1.1, 1.3)),
        )
        for letter, title, share in (
            ("B", "Baseline", 0.5),
            ("C", "Plan without losses", 0.72),
            ("D", "Half the plan", 0.7),
        )[:pinned]
    )
    values = {
        "title": "Arrests nearly double",
        "subtitle": "Arrests per week",
        "unit": "arrests",
        "name": "Met plan 2025",
        "record_end": date(2025, 12, 28),
        "weeks": x,
        "p10": 0.6 * middle,
        "p25": 0.8 * middle,
        "p50": middle,
        "p75": 1.2 * middle,
        "p90": 1.4 * middle,
        "record_weeks": np.arange(1.0 - record, 1.0),
        "record_values": np.full(record, scale / 2),
        "pinned": lines,
        "footer": "7K3Q-9T2M-4XHA",
    }
    return ChartData(**{**values, **fields})


TOTALS = ChartData(
    title="Arrests nearly double",
    subtitle="Arrests in 52 weeks",
    unit="arrests",
    view="total",
    whole=True,
    totals=(
        Total("A", "Met plan 2025", 1710, 1930, 2100, 2290, 2520),
        Total("B", "Baseline", 900, 1020, 1100, 1180, 1300),
    ),
    record_total=("Record, 2025", 1127),
)


@pytest.fixture
def chart(qtbot):
    theme().set_mode("light")
    widget = FanChart()
    widget.setObjectName("arrests")
    qtbot.addWidget(widget)
    widget.resize(340, 300)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    yield widget
    theme().set_text_scale(1.0)
    theme().set_mode("system")


def pixels(chart):
    QApplication.processEvents()
    return chart.canvas.grab().toImage()


def has(image, colour):
    wanted = QColor(colour).rgb()
    return any(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


# ---- axes


@given(st.floats(1e-6, 1e12), st.booleans())
def test_that_ticks_are_round_start_at_zero_and_reach_over_the_largest_number(largest, whole):
    ticks = nice_ticks(largest, whole=whole)
    assert 2 <= len(ticks) <= 5
    assert ticks[0] == 0
    assert ticks[-1] >= largest * (1 - 1e-9)
    step = ticks[1]
    digits = f"{step:e}".split("e", maxsplit=1)[0].rstrip("0").rstrip(".")
    assert digits in ("1", "2", "2.5", "5")
    assert ticks == pytest.approx([step * i for i in range(len(ticks))])
    assert not whole or all(tick == int(tick) for tick in ticks)


@pytest.mark.parametrize("largest", [0.0, math.nan, math.inf, -1.0])
def test_that_nothing_to_show_still_has_an_axis(largest):
    assert nice_ticks(largest) == (0.0, 1.0)


@given(st.floats(0.1, 1e10))
def test_that_k_and_m_never_meet_on_one_axis(largest):
    labels = axis_labels(nice_ticks(largest), "faces")
    assert len({label[-1] for label in labels[1:] if label[-1].isalpha()}) <= 1
    assert len({label[-1].isalpha() for label in labels[1:]}) == 1


@given(st.floats(0.001, 1e9), st.floats(-1e9, -0.001), st.booleans())
def test_that_an_axis_below_zero_has_zero_on_it_and_reaches_both_ends(largest, lowest, whole):
    ticks = nice_ticks(largest, lowest=lowest, whole=whole)
    assert 0.0 in ticks
    assert ticks[0] <= lowest * (1 - 1e-9)
    assert ticks[-1] >= largest * (1 - 1e-9)
    assert len(ticks) <= 7
    assert not whole or all(tick == int(tick) for tick in ticks)


@given(
    st.lists(st.floats(-50, 350), min_size=1, max_size=4),
    st.floats(5, 60),
)
def test_that_labels_never_touch_nor_leave_the_plot(wanted, gap):
    places = moved_apart(wanted, gap, 0.0, 300.0)
    assert len(places) == len(wanted)
    assert all(-1e-6 <= place <= 300 + 1e-6 for place in places)
    ordered = sorted(places)
    assert all(b - a >= gap - 1e-6 for a, b in pairwise(ordered))
    # and they stand in the order of their lines
    for i in range(len(wanted)):
        for j in range(len(wanted)):
            if wanted[i] < wanted[j]:
                assert places[i] < places[j]


def test_that_labels_with_room_stay_where_their_lines_end():
    assert moved_apart((10.0, 100.0, 50.0), 14, 0, 300) == (10.0, 100.0, 50.0)


def test_that_a_label_too_long_ends_in_an_ellipsis():
    assert elided("Plan without losses", 10, len) == "Plan with…"
    assert elided("Baseline", 10, len) == "Baseline"


# ---- what is painted


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_that_bands_are_opaque_tints_of_the_line(mode, chart):
    theme().set_mode(mode)
    chart.set_data(fan())
    image, colours = pixels(chart), theme().colours
    line = colours.scenario("A")
    assert has(image, line)
    assert has(image, colours.tint(line, OUTER))
    assert has(image, colours.tint(line, INNER))
    assert has(image, colours.paper)


def test_that_the_fan_stands_where_its_numbers_are(chart):
    chart.set_data(fan())
    image, frame = pixels(chart), chart.canvas.frame
    data = chart.data

    def colour_at(week, value):
        x, y = float(frame.x(week)), float(frame.y(value))
        return QColor(image.pixel(round(x), round(y))).name().upper()

    i = 25
    line = LIGHT.scenario("A")
    between_outer = (data.p75[i] + data.p90[i]) / 2
    between_inner = (data.p50[i] + data.p75[i]) / 2
    assert contrast(colour_at(26, data.p50[i]), line) < 1.1  # its edge is smoothed
    assert colour_at(26, between_inner) == LIGHT.tint(line, INNER)
    assert colour_at(26, between_outer) == LIGHT.tint(line, OUTER)
    assert colour_at(26, data.p90[i] * 1.1) == LIGHT.paper
    assert float(frame.y(0.0)) == frame.plot.bottom()


def test_that_every_pinned_scenario_has_its_line_and_its_label(chart):
    chart.resize(700, 400)
    chart.set_data(fan(pinned=3))
    image = pixels(chart)
    for letter in "ABCD":
        assert has(image, LIGHT.scenario(letter))
    assert [text for _, text, _ in end_labels(chart.data)] == ["A 28", "B 20", "C 29", "D 28"]


def test_that_a_line_alone_has_its_figure_without_a_letter():
    assert [text for _, text, _ in end_labels(fan())] == ["28"]


def test_that_weeks_without_a_number_are_left_out_and_no_limit_leaves_the_plot(chart):
    data = fan()
    gap = slice(0, 10)
    arrays = {name: getattr(data, name).copy() for name in ("p10", "p25", "p50", "p75", "p90")}
    for array in arrays.values():
        array[gap] = np.nan
    arrays["p90"][20:30] = np.inf
    chart.set_data(replace(data, **arrays))
    image, frame = pixels(chart), chart.canvas.frame
    x = round(float(frame.x(5)))
    column = {image.pixel(x, y) for y in range(round(frame.plot.top()), round(frame.plot.bottom()))}
    assert QColor(LIGHT.tint(LIGHT.scenario("A"), OUTER)).rgb() not in column
    x, top = round(float(frame.x(26))), round(frame.plot.top()) + 3
    assert QColor(image.pixel(x, top)).name().upper() == LIGHT.tint(LIGHT.scenario("A"), OUTER)
    assert readout(chart.data, 5)[1] == "Not defined in this week"


def test_that_totals_are_painted_for_every_scenario(chart):
    chart.set_data(TOTALS)
    image = pixels(chart)
    for letter in "AB":
        assert has(image, LIGHT.scenario(letter))
        assert has(image, LIGHT.tint(LIGHT.scenario(letter), OUTER))
    assert chart.canvas.frame.ticks.values == (0.0, 1000.0, 2000.0, 3000.0)


def test_that_an_empty_chart_says_so(chart):
    pixels(chart)
    assert "no projection yet" in describe(chart.data)
    chart.set_data(fan())
    before = pixels(chart)
    chart.set_data(ChartData(title="", subtitle="Arrests"))
    assert pixels(chart) != before


# ---- the axis during a drag


def test_that_the_axis_holds_still_while_frozen_and_settles_on_release(chart):
    chart.set_data(fan(40.0))
    ticks = chart.canvas.frame.ticks
    chart.set_frozen(True)
    chart.set_data(fan(400.0))
    assert chart.canvas.frame.ticks == ticks
    chart.set_frozen(False)
    assert chart.canvas.frame.ticks.values[-1] >= chart.data.largest()


def test_that_no_background_is_built_during_a_drag(chart):
    chart.set_data(fan(pinned=1))
    pixels(chart)
    chart.set_frozen(True)
    before = chart.canvas.backgrounds_built
    images = set()
    for k in range(5):
        chart.set_data(fan(40.0 + k, pinned=1, record_values=chart.data.record_values))
        QApplication.processEvents()
        images.add(bytes(chart.canvas.grab().toImage().constBits()))
    assert chart.canvas.backgrounds_built == before
    assert len(images) == 5


def test_that_another_horizon_is_drawn_even_while_frozen(chart):
    chart.set_data(fan())
    chart.set_frozen(True)
    chart.set_data(fan(weeks=104))
    assert chart.canvas.frame.ticks.last == 104


# ---- reading


def test_that_the_pointer_reads_out_week_median_and_range(chart, qtbot):
    chart.set_data(fan(pinned=1))
    canvas = chart.canvas
    place = QPoint(round(float(canvas.frame.x(27))), 100)
    with qtbot.waitSignal(canvas.read_out_changed) as heard:
        qtbot.mouseMove(canvas, place)
    assert canvas.week == 27
    words = " ".join(heard.args[0].split())
    assert words == ("Week 27, 29 Jun–5 Jul 2026; Median 34 arrests; 8 in 10 futures: 20–47; B 20")


def test_that_the_record_is_read_out_in_full(chart, qtbot):
    chart.set_data(fan())
    canvas = chart.canvas
    qtbot.mouseMove(canvas, QPoint(round(float(canvas.frame.x(0))), 100))
    assert canvas.week == 0
    assert readout(chart.data, 0)[0] == "Record, 22–28 Dec 2025"
    assert " ".join(readout(chart.data, 0)[1].split()) == "20 arrests"


def test_that_the_keyboard_moves_the_read_out(chart, qtbot):
    chart.set_data(fan())
    canvas = chart.canvas
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    found = []
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Left,
        Qt.Key.Key_End,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_Left,
        Qt.Key.Key_Escape,
    ):
        qtbot.keyClick(canvas, key)
        found.append(canvas.week)
    assert found == [1, 2, 15, 14, 52, 52, -25, -25, None]


def test_that_week_one_follows_the_last_week_of_the_record():
    data = fan()
    assert data.dates(0) == (date(2025, 12, 22), date(2025, 12, 28))
    assert data.dates(1) == (date(2025, 12, 29), date(2026, 1, 4))
    assert data.dates_text(1) == "29 Dec 2025–4 Jan 2026"
    assert data.dates_text(3) == "12–18 Jan 2026"


def test_that_a_screen_reader_gets_the_finding_and_one_sentence(chart):
    chart.set_data(fan())
    assert chart.canvas.accessibleName() == "Arrests nearly double"
    words = " ".join(chart.canvas.accessibleDescription().split())
    assert words == (
        "Arrests per week: in week 52 the median is 28 arrests, and 8 in 10 futures lie at 17–39."
    )


# ---- heading


def test_that_a_long_title_takes_two_lines_and_no_more(chart):
    long = "False alerts stay near one in 400,000 faces scanned whatever the crews and the list do"
    chart.set_data(fan(title=long))
    lines = chart.heading.lines()
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert long in chart.heading.hidden_text()
    metrics = chart.heading.fontMetrics()
    assert metrics.height() > 0


def test_that_the_plot_does_not_jump_when_the_title_grows(chart):
    chart.set_data(fan(title="Arrests double"))
    QApplication.processEvents()
    before = chart.canvas.geometry()
    chart.set_data(fan(title="Arrests double although the crews run out in half of all futures"))
    QApplication.processEvents()
    assert chart.canvas.geometry() == before


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_the_heading_fits_its_place_at_any_text_size(scale, chart):
    theme().set_text_scale(scale)
    chart.set_data(fan(title="False alerts stay near one in 400,000 faces scanned this year"))
    QApplication.processEvents()
    assert chart.heading.height() >= chart.heading.height_needed()
    assert not chart.heading.geometry().intersects(chart.canvas.parentWidget().geometry())
    assert not chart.heading.geometry().intersects(chart.menu_button.geometry())


# ---- table, lock, window, copies


def test_that_the_table_has_the_numbers_of_the_chart(chart, qtbot):
    data = fan(pinned=1)
    chart.set_data(data)
    chart.canvas.setFocus()
    qtbot.keyClick(chart.canvas, Qt.Key.Key_T)
    assert chart.shows_table
    model = chart.stack.currentWidget().model()
    assert model.rowCount() == 26 + 52
    heads = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    assert heads == [
        *("Week", "From", "Record", "10 %", "25 %", "Median", "75 %", "90 %"),
        "B Baseline",
    ]
    row = [model.index(26, i).data() for i in range(model.columnCount())]
    assert row == ["1", "2025-12-29", "", "24", "32", "40", "48", "56", "20"]
    chart.set_data(fan(400.0, pinned=1))
    assert model.index(26, 5).data() == "400"
    qtbot.keyClick(chart.stack.currentWidget(), Qt.Key.Key_T)
    assert not chart.shows_table


def test_that_a_locked_chart_keeps_its_numbers_and_says_so(chart, qtbot):
    first, second = fan(40.0), fan(80.0)
    chart.set_data(first)
    chart.set_locked(True)
    assert chart.heading.subtitle.startswith("Locked ·")
    with qtbot.assertNotEmitted(chart.data_shown):
        chart.set_data(second)
    assert chart.data is first
    assert "earlier settings" in chart.heading.subtitle
    qtbot.mouseClick(chart.unlock_button, LEFT)
    assert chart.data is second
    assert "Locked" not in chart.heading.subtitle


def test_that_a_popped_out_chart_follows_and_goes_when_it_is_closed(chart, qtbot):
    chart.set_data(fan(40.0))
    twin = chart.pop_out()
    qtbot.waitExposed(twin)
    assert twin.isWindow()
    assert twin.data is chart.data
    chart.set_data(fan(80.0))
    assert twin.data is chart.data
    chart.set_frozen(True)
    assert twin.canvas.frozen
    twin.close()
    qtbot.waitUntil(lambda: chart.findChild(FanChart) is None)
    chart.set_data(fan(20.0))


def test_that_a_popped_out_chart_has_larger_text(chart, qtbot):
    chart.set_data(fan())
    twin = chart.pop_out()
    assert twin.heading.height_needed() > 1.3 * chart.heading.height_needed()
    twin.close()


def menu_of(chart):
    return {
        action.text().split("\t", maxsplit=1)[0].replace("&", ""): action
        for action in chart.menu().actions()
        if action.text()
    }


def test_that_the_menu_opens_from_its_button_and_closes(chart, qtbot):
    chart.set_data(fan())
    qtbot.mouseClick(chart.menu_button, LEFT)
    menu = chart.findChild(QMenu)
    assert menu.isVisible()
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: chart.findChild(QMenu) is None)


def test_that_the_menu_asks_for_another_view(chart, qtbot):
    chart.set_data(fan())
    with qtbot.waitSignal(chart.view_asked) as heard:
        menu_of(chart)["Total"].trigger()
    assert heard.args == ["total"]


def test_that_the_data_are_copied_in_full_precision(chart, qtbot):
    chart.set_data(fan(pinned=1))
    chart.canvas.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(chart.canvas, Qt.Key.Key_C, both)
    rows = list(csv.reader(io.StringIO(QGuiApplication.clipboard().text()), delimiter="\t"))
    assert rows[0][:3] == ["Week", "From", "Record"]
    assert rows[1][:3] == ["-25", "2025-06-30", "20"]
    assert float(rows[27][5]) == pytest.approx(chart.data.p50[0], rel=1e-9)


def test_that_a_title_cannot_become_a_formula_in_a_spreadsheet():
    text = as_text(replace(TOTALS, totals=(Total("", "=1+1", 1, 2, 3, 4, 5),)), ",")
    assert "\r\n'=1+1,1,2,3,4,5\r\n" in text


def test_that_the_picture_is_copied(chart, qtbot):
    chart.set_data(fan())
    chart.canvas.setFocus()
    qtbot.keyClick(chart.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    image = QGuiApplication.clipboard().image()
    assert image.width() >= 1200
    assert has(image.scaled(image.size() / 2), LIGHT.paper)


def test_that_files_are_written_in_every_format(chart, tmp_path):
    chart.set_data(fan(pinned=2))
    for suffix in ("png", "svg", "csv"):
        chart.save(tmp_path / f"arrests.{suffix}")
    assert not QImage(str(tmp_path / "arrests.png")).isNull()
    drawing = (tmp_path / "arrests.svg").read_text("utf-8")
    assert "<title>Arrests nearly double</title>" in drawing
    assert "7K3Q-9T2M-4XHA" in drawing
    assert "<image" not in drawing
    table = (tmp_path / "arrests.csv").read_text("utf-8-sig")
    assert len(table.splitlines()) == 1 + 26 + 52


def test_that_a_file_that_cannot_be_written_is_a_sentence(chart, qtbot, tmp_path, monkeypatch):
    from PySide6.QtWidgets import QFileDialog

    target = tmp_path / "nowhere" / "arrests"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    chart.set_data(fan())
    for label in ("Save as PNG…", "Save as SVG…", "Save data as CSV…"):
        with qtbot.waitSignal(chart.problem) as heard:
            menu_of(chart)[label].trigger()
        assert "cannot be written (No such file or directory); save in a folder" in heard.args[0]


def test_that_an_unknown_ending_is_refused(chart, tmp_path):
    chart.set_data(fan())
    with pytest.raises(ModellerError, match=r"\.png, \.svg"):
        chart.save(tmp_path / "arrests.gif")


def test_that_charts_import_no_slow_library():
    import subprocess
    import sys

    code = (
        "import sys, ui.charts.chart, ui.levers.lever;"
        "print([m for m in ('pandas', 'scipy', 'numba') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("weeks", [12, 80])
def test_that_scenarios_of_other_horizons_can_be_pinned(chart, weeks):
    """A shorter one ends where it ends; of a longer one only what there are bands for is shown."""
    own, other = (
        load_scenario("baseline", profile=MET).scenario.replace(weeks=count, draws=200)
        for count in (52, weeks)
    )
    slots = (new_slot("A", own), new_slot("B", other))
    results = {slot.letter: project(slot.scenario) for slot in slots}
    data = chart_data(Desk(slots, "A", "B"), results, "arrests", "weekly", "seen")
    assert data is not None
    assert data.pinned[0].median.size == min(weeks, 52)
    chart.set_data(data)
    rows = [row for row in data.rows() if row[3] is not None]
    assert [row[-1] is None for row in rows] == [week >= weeks for week in range(52)]
    assert as_text(data, ",").count("\n") >= 52
    assert readout(data, 52)
