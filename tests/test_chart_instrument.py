"""Four charts read as one: one calendar, one gutter, one crosshair; ranges, record, counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QApplication

from modeller.base.dates import MONTH_STEPS, month_ticks
from modeller.projection import SUMMARY, project
from modeller.scenario.file import load_scenario
from modeller.wording import short_figure
from tests.met import MET, catalogue
from tests.test_chart import chart, fan, pixels  # noqa: F401
from tests.windows import small
from ui.charts.backdrop import _todays_place, _words_above, month_labels
from ui.charts.chart_data import Pinned
from ui.charts.chart_source import chart_data
from ui.charts.charts_panel import RARE
from ui.charts.end_labels import end_labels
from ui.charts.frame import Ticks, frame_of
from ui.desk.session import Desk, new_slot
from ui.look.style import HATCH, INNER, LIGHT, OUTER, theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


# ---- the calendar


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(20, 2000))
def test_that_months_stand_at_their_first_day_and_every_step_has_january(first, days):
    last = first + timedelta(days)
    for step in MONTH_STEPS:
        ticks = list(month_ticks(first, last, step))
        assert all(first <= day <= last and day.day == 1 for day, _ in ticks)
        assert all((day.month - 1) % min(step, 12) == 0 for day, _ in ticks)
        januaries = [text for day, text in ticks if day.month == 1]
        assert all(any(part.isdigit() for part in text.split()) for text in januaries)
        if ticks:
            assert any(text[-4:].isdigit() for _, text in ticks)


def labels_of(data, width, height=300.0):
    frame = frame_of(data, Ticks.of(data), width, height, 1.0)
    metrics = QFontMetricsF(theme().font("note"))
    return frame, metrics, month_labels(data, frame, metrics, width)


@pytest.mark.parametrize("width", [180.0, 260.0, 360.0, 700.0, 1400.0])
@pytest.mark.parametrize("weeks", [6, 26, 52, 104, 260])
def test_that_months_on_an_axis_never_touch_and_stand_where_they_begin(qapp, width, weeks):
    data = fan(weeks=weeks)
    frame, metrics, labels = labels_of(data, width)
    assert labels
    for (_, left, text), (_, following, _) in pairwise(labels):
        assert left + metrics.horizontalAdvance(text) < following
    starts = {
        round(float(frame.x(data.week_of(day))), 6)
        for step in MONTH_STEPS
        for day, _ in month_ticks(date(2025, 6, 1), date(2031, 12, 1), step)
    }
    assert all(round(x, 6) in starts for x, _, _ in labels)


def test_that_a_day_lies_in_its_week_and_the_rule_between_record_and_projection():
    data = fan()
    assert data.week_of(data.record_end + timedelta(1)) == 0.5
    for week in (-10, 1, 30):
        monday, sunday = data.dates(week)
        assert week - 0.5 == pytest.approx(data.week_of(monday))
        assert week - 0.5 < data.week_of(sunday) < week + 0.5


def words(data, width):
    frame, metrics, _ = labels_of(data, width)
    return [text for _, text in _words_above(data, frame, metrics, _todays_place(data, frame))]


def test_that_the_rule_says_when_the_record_ends_and_never_calls_that_today(qapp):
    data = fan()
    assert words(data, 700.0) == ["record ends 28 Dec 2025 · projection"]
    assert words(data, 270.0)[0].startswith("record ends 28 Dec 2025")
    weekly = replace(data, record_end=date(2026, 4, 19))
    assert words(weekly, 700.0)[0].startswith("record ends 19 Apr 2026")
    known = replace(weekly, record_known_to=date(2026, 4, 17))
    assert words(known, 700.0)[0].startswith("record ends 17 Apr 2026")


@pytest.mark.parametrize("width", [220.0, 300.0, 420.0, 700.0])
def test_that_today_is_marked_only_where_it_falls_and_its_words_touch_no_others(qapp, width):
    for day in (date(2026, 1, 3), date(2026, 4, 12), date(2026, 7, 20), date(2026, 12, 20)):
        data = fan(today=day)
        frame, metrics, _ = labels_of(data, width)
        x = float(frame.x(data.week_of(day)))
        placed = sorted(_words_above(data, frame, metrics, x))
        assert placed[0][1].startswith(("record ends", "ends"))
        for (left, text), (following, _) in pairwise(placed):
            assert left + metrics.horizontalAdvance(text) <= following
        left, text = placed[-1]
        assert left + metrics.horizontalAdvance(text) <= frame.plot.right() + 1
        if day.month > 1 and width >= 300.0:
            assert text.startswith("today")  # a rule that nobody names is a riddle
            assert left <= x
    assert "today, 20 Jul" in words(fan(today=date(2026, 7, 20)), 700.0)
    for outside in (date(2025, 12, 1), date(2027, 3, 1), None):
        assert not any("today" in text for text in words(fan(today=outside), 700.0))


# ---- ranges


def test_that_the_fan_is_hatched_where_it_is_beyond_anything_tried_and_only_there(chart):
    beyond = np.arange(52) >= 30
    chart.set_data(fan(beyond=beyond))
    image, frame, data = pixels(chart), chart.canvas.frame, chart.data
    colour = LIGHT.scenario("A")

    def colours_near(week, value):
        x, y = round(float(frame.x(week))), round(float(frame.y(value)))
        return {
            QColor(image.pixel(x + dx, y + dy)).name().upper()
            for dx in range(-4, 5)
            for dy in range(-4, 5)
        }

    for share, high in ((OUTER, data.p90), (INNER, data.p75)):
        low = data.p75 if share == OUTER else data.p50
        for week, hatched in ((15, False), (45, True)):
            value = (low[week] + high[week]) / 2
            found = colours_near(week, value)
            assert LIGHT.tint(colour, share) in found
            darker = {c for c in found if c < LIGHT.tint(colour, share)}
            assert bool(darker) == hatched, (share, week, found)
    assert HATCH > 0


def test_that_a_drawing_is_hatched_with_lines_and_says_what_that_means(chart, tmp_path):
    chart.set_data(fan(beyond=np.arange(52) >= 30))
    chart.save(tmp_path / "arrests.svg")
    drawing = (tmp_path / "arrests.svg").read_text("utf-8")
    assert "hatched: beyond anything tried" in drawing
    assert "<image" not in drawing
    assert 'd=""' not in drawing
    line = LIGHT.tint(LIGHT.scenario("A"), OUTER + HATCH).lower()
    assert drawing.count(line) >= 1
    chart.set_data(fan())
    chart.save(tmp_path / "plain.svg")
    plain = (tmp_path / "plain.svg").read_text("utf-8")
    assert "hatched" not in plain
    assert line not in plain


def test_that_a_whisker_stands_for_every_scenario_where_its_range_is(chart):
    chart.resize(420, 300)
    chart.set_data(fan(pinned=3))
    image, frame = pixels(chart), chart.canvas.frame
    for letter, ends in chart.data.whiskers:
        colour = QColor(LIGHT.scenario(letter)).rgb()
        right = range(round(frame.plot.right()) + 3, image.width())
        rows = [y for y in range(image.height()) if any(image.pixel(x, y) == colour for x in right)]
        assert min(rows) == pytest.approx(float(frame.y(ends[-1])), abs=2.5), letter
        assert max(rows) == pytest.approx(float(frame.y(ends[0])), abs=2.5), letter


def test_that_the_axis_reaches_over_the_range_of_every_scenario():
    data = fan(pinned=1)
    high = replace(data, pinned=(replace(data.pinned[0], ends=(1.0, 2.0, 3.0, 4.0, 500.0)),))
    assert Ticks.of(high).values[-1] >= 500.0 > Ticks.of(data).values[-1]


def test_that_a_line_that_falls_below_zero_has_an_axis_that_does():
    data = fan()
    down = replace(data, p10=-data.p10, p25=-data.p25 / 2)
    values = Ticks.of(down).values
    assert values[0] <= -data.p10.max()
    assert 0.0 in values


def test_that_lines_that_are_one_say_so():
    data = fan(pinned=3)
    b, c, _ = data.pinned
    same = Pinned("D", "As B", b.median.copy(), ends=b.ends)
    assert [text for _, text, _ in end_labels(replace(data, pinned=(b, c, same)))] == [
        "A 28", "B\u2009=\u2009D 20", "C 29",
    ]  # fmt: skip
    own = Pinned("C", "As A", data.p50.copy())
    assert end_labels(replace(data, pinned=(b, own)))[0][1] == "A\u2009=\u2009C 28"


@given(st.lists(st.floats(0.0, 60.0), min_size=4, max_size=4), st.integers(150, 900))
def test_that_end_labels_never_overlap_and_stay_on_the_canvas(qapp, heights, height):
    from ui.charts.end_labels import EndLabels

    data = fan(40.0)
    lines = tuple(
        Pinned(letter, "", np.full(52, value))
        for letter, value in zip("BCD", heights, strict=False)
    )
    data = replace(data, pinned=lines)
    frame = frame_of(data, Ticks.of(data), 400.0, float(height), 1.0)
    labels = EndLabels()
    labels.show(data, frame)
    places = sorted(place for _, _, place in labels._labels)
    line = QFontMetricsF(theme().font("note")).height()
    assert all(b - a >= line - 1e-6 for a, b in pairwise(places))
    assert places[0] >= line / 2 - 1e-6
    assert places[-1] <= height - line / 2


@pytest.mark.parametrize(
    ("value", "low", "high", "unit", "whole", "text"),
    [
        (35.2, 20, 58, "arrests", True, "35"),
        (1893.0, 1400, 2600, "arrests", True, "1,900"),
        (147_812.0, 60_000, 320_000, "faces", True, "150k"),
        (8.93e6, 5.5e6, 14.9e6, "faces", True, "8.9m"),
        (96_400.0, 71_000, 136_000, "£", False, "£96k"),
        (9.54, 7.8, 10.0, "deployments", False, "9.5"),
        (4.0, 4.0, 4.0, "deployments", False, "4"),
        (-12.0, -20, 3, "arrests", True, "−12"),
        (0.0, 0.0, 2.0, "alerts", True, "0"),
        (float("nan"), 0.0, 2.0, "alerts", True, "–"),
    ],
)
def test_that_a_figure_at_a_lines_end_is_short_and_honest(value, low, high, unit, whole, text):
    assert short_figure(value, low, high, unit, whole=whole) == text


# ---- what the charts are made of


@pytest.fixture(scope="module")
def results():
    slots = tuple(
        new_slot(letter, load_scenario(name, profile=MET).scenario.replace(draws=1024))
        for letter, name in (("A", "met-plan-2025"), ("B", "baseline"))
    )
    return Desk(slots, "A", "B"), {slot.letter: project(slot.scenario) for slot in slots}


def drawn(desk, found, outcome, view):
    data = chart_data(desk, found, outcome, view, "seen")
    assert data is not None
    return data


def test_that_every_outcome_has_the_same_axis_and_the_record_where_it_is_in_it(results):
    desk, found = results
    spans = set()
    for key, outcome in catalogue().outcomes.items():
        for view in ("weekly", "cumulative"):
            data = drawn(desk, found, key, view)
            spans.add((data.first_week, data.last_week, data.record_end))
            assert bool(data.record_weeks.size) == bool(outcome.record_column), key
    assert len(spans) == 1


def test_that_a_cumulative_record_is_the_weekly_one_added_up(results):
    desk, found = results
    weekly = drawn(desk, found, "arrests", "weekly")
    added = drawn(desk, found, "arrests", "cumulative")
    assert added.record_values.tolist() == np.cumsum(weekly.record_values).tolist()


def test_that_curves_are_smooth_and_the_table_is_true(results):
    desk, found = results
    data = drawn(desk, found, "arrests", "weekly")
    middle = SUMMARY.index("p50")
    assert data.curves[2].tolist() == found["A"].smooth("arrests", "weekly")[:, middle].tolist()
    assert data.p50.tolist() == found["A"].summary("arrests", "weekly")[:, middle].tolist()
    assert data.curves[2].tolist() != data.p50.tolist()
    column = data.columns().index("Median")
    assert [row[column] for row in data.rows()][-52:] == data.p50.tolist()
    (pinned,) = data.pinned
    assert pinned.ends[2] == pytest.approx(pinned.curve[-1])


def test_that_counts_have_whole_numbers_on_their_axis(results):
    desk, found = results
    for key, outcome in catalogue().outcomes.items():
        if outcome.kind != "flow" or outcome.unit.startswith("£"):
            continue
        for view in ("weekly", "cumulative"):
            values = Ticks.of(drawn(desk, found, key, view)).values
            assert all(value == int(value) for value in values), (key, values)


def test_that_beyond_the_evidence_are_the_weeks_in_which_a_lever_is(results):
    desk, found = results
    assert drawn(desk, found, "arrests", "weekly").beyond.all()
    base = replace(desk, selected="B")
    assert not drawn(base, found, "arrests", "weekly").beyond.any()


def test_that_counts_that_are_rare_are_known_as_such():
    """A count of which most weeks of the record and of the baseline have none is in `RARE`."""
    found = project(load_scenario("baseline", profile=MET).scenario.replace(draws=1024))
    rare = {
        key
        for key, outcome in catalogue().outcomes.items()
        if outcome.kind == "flow"
        and found.smooth(key, "weekly")[:, SUMMARY.index("p50")].max() < 0.5
        and found.totals(key).any()
    }
    assert rare == RARE


# ---- the window


def share_of_plots(window):
    frames = [chart.canvas.frame.plot for chart in window.charts.charts.values()]
    return sum(plot.width() * plot.height() for plot in frames) / (window.width() * window.height())


FOUR = ("met-plan-2025", "baseline", "recent-rate", "plan-older-threshold")


@pytest.mark.parametrize("names", [FOUR[:2], FOUR], ids=["two scenarios", "four scenarios"])
@pytest.mark.parametrize(("size", "least"), [((1280, 800), 0.21), ((1920, 1080), 0.40)])
def test_that_plots_get_their_share_of_the_window(open_window, size, least, names):
    story = open_window(size=size)
    slots = tuple(
        new_slot(letter, small(name)) for letter, name in zip("ABCD", names, strict=False)
    )
    story.session.open(Desk(slots, "A", "B"))
    story.settle()
    QApplication.processEvents()
    assert (story.window.width(), story.window.height()) == size
    assert share_of_plots(story.window) >= least


def test_that_four_charts_have_one_axis_and_one_gutter(open_window):
    story = open_window()
    frames = [chart.canvas.frame for chart in story.window.charts.charts.values()]
    assert len({(frame.ticks.first, frame.ticks.last) for frame in frames}) == 1
    assert len({frame.plot.left() for frame in frames}) == 1
    # two columns may differ by a pixel of an odd width
    assert max(f.plot.width() for f in frames) - min(f.plot.width() for f in frames) <= 1


def test_that_gutters_grow_with_the_text(open_window):
    story = open_window()
    try:
        for scale in (2.0, 1.0):
            theme().set_text_scale(scale)
            for each in story.window.charts.charts.values():
                canvas = each.canvas
                free = canvas.width() - canvas.frame.plot.right()
                assert free >= canvas.gutters_needed(canvas.data).right - 1
    finally:
        theme().set_text_scale(1.0)


def test_that_pointing_at_one_chart_points_at_all(open_window, qtbot):
    story = open_window()
    charts = {name: each.canvas for name, each in story.window.charts.charts.items()}
    first = charts["arrests"]
    qtbot.mouseMove(first, QPoint(round(float(first.frame.x(3))), 60))
    assert {canvas.week for canvas in charts.values()} == {3}
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert {canvas.week for canvas in charts.values()} == {5}
    qtbot.keyClick(first, Qt.Key.Key_Home)
    assert {canvas.week for canvas in charts.values()} == {round(first.data.first_week)}
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert {canvas.week for canvas in charts.values()} == {None}


def test_that_rare_counts_stay_cumulative_under_weekly_and_come_back_by_its_button(
    open_window, qtbot
):
    story = open_window()
    panel = story.window.charts
    buttons = {button.objectName(): button for button in panel.view_buttons.buttons()}

    def views():
        return {name: each.data.view for name, each in panel.charts.items()}

    usual = views()
    assert usual["false_alerts"] == "cumulative"
    assert usual["arrests"] == "weekly"
    assert "cumulative" in panel.charts["false_alerts"].heading.subtitle
    assert buttons["view-weekly"].isChecked()
    panel.set_view("weekly", "false_alerts")  # from the chart's own menu
    assert views()["false_alerts"] == "weekly"
    assert buttons["view-weekly"].isChecked()
    qtbot.mouseClick(buttons["view-weekly"], Qt.MouseButton.LeftButton)
    assert views() == usual
    qtbot.mouseClick(buttons["view-cumulative"], Qt.MouseButton.LeftButton)
    assert set(views().values()) == {"cumulative"}
    assert "· cumulative" not in panel.charts["false_alerts"].heading.subtitle
    qtbot.mouseClick(buttons["view-weekly"], Qt.MouseButton.LeftButton)
    assert views() == usual


def test_that_hatching_is_explained_while_there_is_any(open_window):
    story = open_window()
    key = story.window.charts.hatched
    assert "beyond anything tried" in key.whole
    story.session.set_value("deployments_per_week", 4.0)
    story.settle()
    assert key.whole == ""


# ---- documents


def test_that_a_documents_chart_has_the_same_calendar(qapp):
    from modeller.briefing.drawings import _calendar_words, months

    begins = date(2025, 12, 29)
    data = fan()
    for first, last in ((-51, 52), (1, 52), (-25, 260), (1, 4)):
        places, texts = months(first, last, begins, 10)
        assert len(texts) <= 10
        days = {data.week_of(day): text for step in MONTH_STEPS for day, text in month_ticks(
            date(2024, 1, 1), date(2032, 1, 1), step)}  # fmt: skip
        assert all(place in days for place in places)
        assert all(first - 0.5 <= place <= last + 0.5 for place in places)
    assert (
        _calendar_words(begins, date(2025, 12, 26))
        == "record ends 26 Dec 2025 · projection from 29 Dec 2025"
    )
    assert _calendar_words(begins, None) == "record ends 28 Dec 2025 · projection from 29 Dec 2025"
