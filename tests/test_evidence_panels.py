"""The evidence in the window says what the model and its command line say."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPushButton, QTableWidget

from modeller.backtest.words import how_sentence, miss_sentence, single_sentences, weeks_sentence
from modeller.base import clock
from modeller.cli import main
from modeller.ledger import read_ledger
from modeller.projection import project
from modeller.projection.wrongly_flagged import CAUTION, wrongly_flagged
from modeller.scenario import BeliefSetting, Scenario
from modeller.wording import evidence_range_words
from tests.met import (
    MET,
    backtest,
    boroughs,
    catalogue,
    catalogue_for,
    damaged_records,
    import_record,
    record_for,
    remove,
    shipped_deployments,
    shipped_record,
    sources,
    stored_records,
)
from tests.windows import ChosenPlace
from ui.analysis.backtest import NO_PLACES, BacktestPanel
from ui.charts.hindsight import HindsightData, hindsight_data, week_words
from ui.desk.live_pool import LivePool
from ui.desk.runner import Runner
from ui.desk.session import Desk, Session, new_slot
from ui.evidence.belief_page import BeliefPage
from ui.evidence.flagged_panel import FlaggedPanel
from ui.evidence.ledger_panel import LedgerPanel
from ui.evidence.promises import outcome_words
from ui.evidence.quality_panel import QualityPanel
from ui.evidence.record_panel import RecordPanel
from ui.evidence.record_picture import Weeks, blemish_words
from ui.evidence.source_links import SourceLink
from ui.look.figure_table import FigureTable
from ui.look.style import theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
DRAWS = 200


@pytest.fixture(autouse=True)
def one_morning():
    """The Monday a week after the shipped record ends: a ledger takes nothing before."""
    with clock.standing_still(datetime(2026, 4, 27, 9, 30, tzinfo=UTC)):
        yield


@pytest.fixture
def session(qapp):
    plan = Scenario(title="Plan", changes={"deployments_per_week": 10.0}, draws=DRAWS, weeks=13)
    today = Scenario(title="Today", draws=DRAWS, weeks=13)
    return Session(Desk((new_slot("A", plan), new_slot("B", today)), "A", "B"))


@pytest.fixture
def settled_of():
    known = {}

    def found_for(slot):
        digest = slot.scenario.inputs_digest
        if digest not in known:
            declared = catalogue_for(slot.scenario.record)
            known[digest] = project(slot.scenario, catalogue=declared)
        return known[digest]

    return found_for


@pytest.fixture
def opened(qtbot):
    """Shows a panel, and sees to it that it is gone afterwards."""
    panels = []

    def show(panel):
        panels.append(panel)
        panel.show()
        return panel

    yield show
    for panel in panels:
        panel.close()
        panel.deleteLater()
    QApplication.processEvents()


def settled(qtbot, panel, start) -> None:
    with qtbot.waitSignal(panel.settled, timeout=60_000):
        start()


# ---- backtest


@pytest.fixture(scope="module")
def found():
    return backtest()


@pytest.fixture(scope="module")
def without_places():
    """What a backtest of a record without places finds: three standpoints, told how many."""
    record = replace(shipped_record(), name="mine", hours=np.full(len(shipped_record()), np.nan))
    return backtest(record, first=date(2025, 6, 1), last=date(2025, 7, 13), draws=DRAWS)


def test_that_the_backtest_answers_at_once_with_the_figures_of_the_command_line(
    session, opened, found, capsys
):
    panel = opened(BacktestPanel(session))
    assert panel.shows_content
    assert panel.answer.text() == weeks_sentence(found, "arrests", "where")
    assert main(["backtest"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert panel.answer.text() in printed
    view_of = {"Each week": "weekly", "Running total": "cumulative"}
    for telling in found.tellings:
        panel.telling.setCurrentIndex(panel.telling.findData(telling))
        rows = panel.table.texts()
        assert len(rows) == sum(line.telling == telling for line in found.lines)
        for row in rows:
            said = " ".join((telling, row[0], view_of[row[1]], *row[2:]))
            assert " ".join(said.split()) in printed
    assert miss_sentence(found.worst[0]) in panel.worst.text()


def test_that_the_answer_follows_the_outcome_and_what_was_told(session, opened, found):
    panel = opened(BacktestPanel(session))
    panel.outcome.setCurrentIndex(panel.outcome.findData("faces_scanned"))
    panel.telling.setCurrentIndex(panel.telling.findData("how many"))
    assert panel.answer.text() == weeks_sentence(found, "faces_scanned", "how many")
    assert how_sentence("how many") in panel.more.text()
    assert single_sentences(found, "faces_scanned")[0] in panel.more.text()
    data = panel.chart.data
    assert isinstance(data, HindsightData)
    assert data.name.endswith("told how many")


def test_that_a_record_without_places_offers_to_run_and_says_what_it_was_told(
    session, opened, without_places
):
    panel = opened(BacktestPanel(session))
    panel._take(without_places)
    assert panel.telling.count() == 1
    assert NO_PLACES in panel.more.text()
    assert panel.answer.text() == weeks_sentence(without_places, "arrests", "how many")
    assert len(panel.table.texts()) == len(without_places.lines)
    # shown again, the panel is of the record of the selected scenario
    panel.close()
    panel.show()
    assert panel.telling.count() == 2


def test_that_a_backtest_is_worked_out_again_when_asked_and_can_be_cancelled(
    session, opened, qtbot
):
    panel = opened(BacktestPanel(session, draws=DRAWS))
    qtbot.mouseClick(panel.again, LEFT)
    button = panel.findChild(QPushButton, "next")
    assert button.text() == "Cancel"
    assert not panel.shows_content
    qtbot.mouseClick(button, LEFT)
    assert panel.shows_content
    assert not panel.background.busy


def test_that_a_record_of_ones_own_is_run_only_when_asked(session, opened, qtbot, monkeypatch):
    monkeypatch.setattr("ui.analysis.backtest.kept_for", lambda profile, record: None)
    panel = opened(BacktestPanel(session, draws=DRAWS))
    assert not panel.shows_content
    button = panel.findChild(QPushButton, "next")
    assert button.text() == "Run the backtest"
    monkeypatch.setattr(
        "ui.analysis.backtest.backtest",
        lambda profile, record, **asked: backtest(
            record, **(asked | {"again": False, "draws": 1_000})
        ),
    )
    settled(qtbot, panel, panel.run)
    assert panel.shows_content
    assert panel.found is not None


def test_that_the_chart_of_an_origin_shows_what_happened(found):
    origin = found.origins[0]
    data = hindsight_data(origin, "where", MET.catalogue.outcomes["arrests"], "weekly", "")
    happened = origin.told["where"]["arrests"].observed_weekly
    assert data.happened.tolist() == happened.tolist()
    assert data.largest() >= happened.max()
    assert [row[-1] for row in data.rows()] == happened.tolist()
    assert data.dates(1)[0].isoformat() == str(origin.week_starting[0])
    assert f"{happened[2]:,} happened" in week_words(data, 3)
    low, high = data.p10, data.p90
    inside = int(((low <= happened) & (happened <= high)).sum())
    assert f"{inside} of {happened.size} weeks inside" in data.title


def test_that_what_happened_is_painted(session, opened, qtbot, found):
    panel = opened(BacktestPanel(session))
    with_line = panel.chart.picture()
    data = panel.chart.data
    assert isinstance(data, HindsightData)
    arrests = MET.catalogue.outcomes["arrests"]
    without = hindsight_data(found.origins[-1], "where", arrests, "weekly", "")
    object.__setattr__(without, "happened", np.empty(0))
    panel.chart.set_data(without)
    assert panel.chart.picture() != with_line


# ---- records


def test_that_the_shipped_record_shows_where_its_deployments_were(session, opened):
    panel = opened(RecordPanel(session))
    record, table = shipped_deployments(), panel.places.table
    assert not panel.places.isVisible()
    panel.fold.set_open(True)
    assert panel.places.isVisible()
    assert not panel.changes.isVisible()
    rows = table.texts()
    assert len(rows) == len(boroughs())
    assert rows[0][:3] == ["Westminster", "77", str(record.visited_boroughs[-1].sites)]
    assert rows[-1] == ["City of London", "0", "0", "2.7\u202f%", "", "", "0", "0"]
    assert sum(int(row[1]) for row in rows) == len(record)
    assert "13.5\u202f% in London" in panel.places.note.text()
    assert "cannot say who was scanned" in panel.places.note.text()
    panel.places.by.setCurrentIndex(1)
    rows = table.texts()
    assert len(rows) == len(record.sites)
    assert rows[0][:5] == ["Croydon, North End", "Croydon", "41", "7 Dec 2023", "16 Apr 2026"]
    assert sum(int(row[2]) for row in rows) == len(record)


def test_that_a_record_is_a_picture_with_its_blemishes(session, opened, qtbot):
    panel = opened(RecordPanel(session))
    record = shipped_record()
    known = MET.published.blemishes_of(record)
    assert known
    lines = panel.blemishes.text().splitlines()
    assert lines == [blemish_words(number, each) for number, each in enumerate(known, start=1)]
    weeks = record.by_week()
    assert f"{int(record.deployments.sum())} deployments" in panel.heading.text()
    busiest = int(weeks.arrests.argmax())
    panel.picture.setFocus()
    while panel.picture.week > busiest:
        qtbot.keyClick(panel.picture, Qt.Key.Key_Left)
    said = panel.picture.accessibleDescription()
    assert f"{int(weeks.arrests.max())} arrests" in said
    doubtful = next(each for each in known if each.until is None)
    marked = panel.picture.week_words(panel.picture.found.place(doubtful.week_starting))
    assert doubtful.what in marked
    free = panel.picture.grab().toImage()
    panel.picture.set_weeks(Weeks(weeks, MET.about.record.comparable_from, ()))
    assert panel.picture.grab().toImage() != free


def test_that_a_kept_record_is_selected_used_and_undone(session, opened, qtbot):
    panel = opened(RecordPanel(session))
    panel.fold.set_open(True)
    asked = []
    panel.import_asked.connect(lambda: asked.append(True))
    panel.buttons["import"].click()
    assert asked
    kept = import_record(shipped_record().until("2025-06-30"), "Half a year")
    panel.show_kept(kept.digest)
    assert panel.digest == kept.digest
    qtbot.waitUntil(lambda: len(panel.changes.texts()) == 7, timeout=60_000)  # each number
    before = session.scenario.fingerprint
    panel.use()
    assert session.scenario.record == kept.digest
    assert session.scenario.fingerprint != before
    assert not panel.buttons["remove"].isEnabled()
    session.undo_stack.undo()
    assert session.scenario.record is None
    panel.reload()
    panel.remove()
    assert stored_records() == ()


def test_that_a_record_that_goes_stops_its_own_scenario_and_no_other(session, qtbot):
    kept = import_record(shipped_record().until("2025-06-30"), "Half")
    session.replace_scenario(session.scenario.replace(record=kept.digest), "use it")
    letter = session.desk.selected
    pool = LivePool(MET)
    said: list[object] = []
    runner = Runner(session, lambda scenario, _moving: pool.project(scenario), session)
    session.failed.connect(said.append)
    with qtbot.waitSignal(runner.settled, timeout=60_000):
        runner.start()
    session.undo_stack.undo()
    remove(kept.digest)
    session.undo_stack.redo()
    with qtbot.waitSignal(runner.settled, timeout=60_000):
        session.set_value("officer_losses", 700.0)
    assert [str(error).count("is not kept here") for error in said] == [1]
    others = [slot for slot in session.desk.slots if slot.letter != letter]
    assert others
    assert all(session.results[slot.letter] is runner.settled_of(slot) for slot in others)
    runner.stop()


def test_that_a_scenario_is_projected_from_its_own_record():
    kept = import_record(shipped_record().until("2025-06-30"), "Half")
    shipped, own = (
        Scenario(draws=DRAWS, weeks=4),
        Scenario(draws=DRAWS, weeks=4, record=kept.digest),
    )
    lives = LivePool(MET)
    live = {one.record: lives.project(one, ("arrests",), ("total",)) for one in (shipped, own)}
    assert live[None].catalogue is catalogue()
    assert live[kept.digest].catalogue is catalogue_for(kept.digest)
    assert live[None].summary("arrests").tolist() != live[kept.digest].summary("arrests").tolist()


def test_that_a_record_is_exported_as_it_is(session, opened, tmp_path):
    answers = ChosenPlace()
    panel = opened(RecordPanel(session, saving=answers))
    answers.place = tmp_path / "copy.csv"
    panel.export()
    assert (tmp_path / "copy.csv").read_text() == record_for(None).to_csv()


def test_that_a_damaged_record_is_named_and_can_be_removed(session, opened, qtbot):
    from tests.met import folder

    kept = import_record(shipped_record().until("2025-06-30"), "Half")
    path = folder() / f"{kept.digest}.record.json"
    path.write_text(path.read_text().replace("2025", "2024", 3))
    other = import_record(shipped_record().until("2025-05-31"), "Other")
    panel = opened(RecordPanel(session))
    assert panel.shows_content
    assert "is damaged" in panel.damaged.text()
    assert panel.table.rowCount() == 2  # the others can be used all the same
    qtbot.mouseClick(panel.buttons["remove-damaged"], LEFT)
    assert not panel.damaged.isVisible()
    assert stored_records() == (other,)
    assert damaged_records() == ()


# ---- ledger


def test_that_a_projection_is_locked_listed_and_scored(
    session, opened, qtbot, settled_of, tmp_path
):
    path = tmp_path / "ledger.jsonl"
    kept = import_record(shipped_record().until("2025-06-30"), "Half")
    session.replace_scenario(session.scenario.replace(record=kept.digest), "using it")
    panel = LedgerPanel(session, settled_of=settled_of, path=path)
    settled(qtbot, panel, panel.reload)
    opened(panel)
    assert "Nothing has been locked yet" in panel.state.text()
    settled(qtbot, panel, panel.lock)
    (entry,) = read_ledger(path)
    assert entry.fingerprint == session.scenario.fingerprint
    assert panel.entries.texts()[0][2] == entry.fingerprint
    assert "Sound: 1 entry" in panel.state.text()
    assert "yet" in panel.running.text()  # against its own record nothing is known
    assert "none can be judged yet" in panel.kept.text()
    panel.against.setCurrentIndex(0)
    settled(qtbot, panel, panel.reload)
    assert [row[0] for row in panel.scores.texts()][-1] == "Arrests"
    assert "13 of 13 weeks known" in panel.heading.text()
    assert panel.score is not None
    (scored,) = panel.score.entries
    inside = sum(score.inside_80 for score in scored.outcomes)
    assert panel.kept.text().startswith(f"{inside} of {len(scored.outcomes)} totals lay inside")
    said = panel.promises.words(0)
    assert "All its weeks are in the record" in said
    assert all(outcome_words(score, catalogue()) in said for score in scored.outcomes)
    face = (panel.kept, panel.state, panel.footer)
    assert not any(str(path) in each.text() for each in face)
    assert not panel.where.isVisible()
    panel.fold.set_open(True)
    assert str(path) in panel.where.text()
    assert not re.search(r"[0-9a-f]{64}", panel.where.text())


def test_that_a_damaged_ledger_is_named_and_takes_nothing(
    session, opened, qtbot, settled_of, tmp_path
):
    path = tmp_path / "ledger.jsonl"
    panel = opened(LedgerPanel(session, settled_of=settled_of, path=path))
    settled(qtbot, panel, panel.reload)
    settled(qtbot, panel, panel.lock)
    content = json.loads(path.read_text())
    content["title"] = "Another"
    path.write_text(json.dumps(content) + "\n")
    settled(qtbot, panel, panel.reload)
    assert panel.state.text().startswith("Damaged: Entry 1 ") or "entry 1" in panel.state.text()
    assert not panel.lock_button.isEnabled()


# ---- beliefs


def test_that_every_belief_has_its_page(session, opened, qtbot):
    page = BeliefPage(session)
    with qtbot.waitSignal(page.background.answered, timeout=20_000):
        opened(page)
    for key, belief in catalogue().beliefs.items():
        page.show_belief(key)
        assert belief.help in page.help.text()
        links = {link.address for link in page.sources.findChildren(SourceLink)}
        assert links >= {sources()[source].url for source in belief.sources} - {""}
        moved = [o for o in catalogue().outcomes.values() if key in o.depends_on]
        assert f"affects {len(moved)} of" in page.moves.text()
        assert page.own.text() == "Plan uses the evidence unchanged."
        assert evidence_range_words(belief) in page.grade.text()
        counted = "Counted so far: 8 of 10 people." in page.grade.text()
        assert counted == (key == "black_share_of_false_alerts")


def test_that_an_edited_belief_is_marked_and_goes_back(session, opened, qtbot):
    session.set_setting("true_match_rate", BeliefSetting(0.5))
    page = opened(BeliefPage(session))
    page.show_belief("true_match_rate")
    assert page.own.text().startswith("Edited in Plan: 50")
    assert "rest on your value" in page.moves.text()
    qtbot.mouseClick(page.reset_button, LEFT)
    assert "true_match_rate" not in session.scenario.changes
    assert "uses the evidence" in page.own.text()


def test_that_a_source_is_opened_by_a_click_and_nothing_before(session, opened, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    page = opened(BeliefPage(session))
    page.show_belief("true_match_rate")
    link = page.sources.findChild(SourceLink, "link-npl-2023")
    assert asked == []
    qtbot.mouseClick(link, LEFT)
    assert asked == [sources()["npl-2023"].url]


def test_that_a_calibrated_belief_says_how_it_was_found(session, opened, qtbot):
    page = BeliefPage(session)
    page.show_belief("false_alerts_per_million_faces")
    with qtbot.waitSignal(page.background.answered, timeout=20_000):
        opened(page)
    assert "Model of places" in page.calibration.text()
    assert "record to 17 Apr 2026" in page.calibration.text()


# ---- who is wrongly flagged


def test_that_the_shares_come_with_their_caution(session, opened, settled_of):
    panel = opened(FlaggedPanel(session, settled_of=settled_of))
    found = wrongly_flagged(settled_of(session.desk.current))
    assert panel.caution.text() == CAUTION
    median = round(100 * float(found.share[4]))
    assert f"about {median} (" in panel.finding.text()
    assert "of 100 residents of London, 14 are" in panel.finding.text()
    assert session.scenario.fingerprint in panel.footer.text()


def test_that_nothing_is_shown_before_the_exact_projection(session, opened):
    panel = opened(FlaggedPanel(session, settled_of=lambda slot: None))
    assert not panel.shows_content
    assert "Waiting" in panel.place.title.text()


# ---- quality log


def test_that_the_log_is_shown_and_written_in_every_form(
    session, opened, monkeypatch, tmp_path, found
):
    from modeller.quality import quality_log
    from tests.met import effects

    few = effects(draws=100)
    log = quality_log(few, catalogue(), shipped_record(), today=date(2026, 1, 5), backtest=found)
    answers = ChosenPlace()
    panel = opened(QualityPanel(session, saving=answers))
    panel.show_content()
    panel._take(log)
    assert "Assumptions" in panel.page.toPlainText()
    assert "not signed off" in panel.state.text().lower()
    for form, start in (("html", b"<!doctype"), ("json", b"{"), ("docx", b"PK")):
        answers.place = tmp_path / f"log.{form}"
        panel.findChild(QPushButton, form).click()
        assert answers.place.read_bytes().startswith(start)


# ---- all of them


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_every_part_of_a_panel_has_a_name(session, opened, settled_of, tmp_path, scale):
    theme().set_text_scale(scale)
    try:
        panels = (
            BacktestPanel(session, draws=DRAWS),
            RecordPanel(session),
            LedgerPanel(session, settled_of=settled_of, path=tmp_path / "l.jsonl"),
            BeliefPage(session),
            FlaggedPanel(session, settled_of=settled_of),
            QualityPanel(session),
        )
        for panel in panels:
            opened(panel)
            assert panel.windowTitle()
            assert not panel.isModal()
            for table in panel.findChildren(QTableWidget):
                assert table.accessibleName()
            for button in panel.findChildren(QPushButton):
                assert button.text() or not button.isVisible()
    finally:
        theme().set_text_scale(1.0)


def test_that_a_panel_closed_at_work_leaves_nothing_behind(session, qtbot):
    panel = BacktestPanel(session, draws=DRAWS)
    panel.show()
    panel.run()
    panel.close()
    assert not panel.background.busy
    panel.deleteLater()
    QApplication.processEvents()


def test_that_the_last_line_of_a_cell_is_not_cut_off(qtbot):
    table = FigureTable("figures", "Figures")
    qtbot.addWidget(table)
    words = "People on the watchlist who pass and are flagged, at threshold 0.60"
    table.fill(("What",), [[words]])
    table.show()
    needed, line = table.fontMetrics().horizontalAdvance(words), table.fontMetrics().height()
    for wider in range(0, 40, 2):
        table.resize(needed + wider, 200)
        room = table.columnWidth(0) - 2 * theme().length(5)
        assert room >= needed or table.rowHeight(0) >= 2 * line, wider
