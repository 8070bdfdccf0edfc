"""What goes out of the window as a briefing or a code comes back as the scenario it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton

from benchmarks.soak.watching import memory_bytes
from modeller.briefing import SECTIONS, export
from modeller.briefing.pdf import page_images
from modeller.projection import project
from modeller.scenario import Scenario
from modeller.scenario.share_code import MAXIMUM_CODE_LENGTH, share_code
from modeller.scenario.sharing import open_shared
from tests.met import MET
from tests.windows import ChosenPlace
from ui.briefing.panel import BriefingPanel, drawings
from ui.briefing.printing import on_paper
from ui.desk.live_pool import LivePool
from ui.desk.runner import Runner
from ui.desk.session import Desk, Session, new_slot
from ui.desk.settings import Settings
from ui.evidence.belief_page import BeliefPage
from ui.files.files import Files
from ui.files.opening import Opening, is_scenario_file
from ui.files.share_dialog import OpenCodeDialog, ShareDialog
from ui.look.notices import Notice
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
DRAWS = 200


def two(**fields) -> Desk:
    plan = Scenario(
        title="Plan", changes={"deployments_per_week": 10.0}, draws=DRAWS, weeks=8, **fields
    )
    today = Scenario(title="Today", draws=DRAWS, weeks=8)
    return Desk((new_slot("A", plan), new_slot("B", today)), "A", "B")


@pytest.fixture
def session(qapp):
    return Session(two())


@pytest.fixture
def answers():
    return ChosenPlace()


@pytest.fixture
def panel(session, answers, qtbot):
    known = {}

    def settled_of(slot):
        digest = slot.scenario.inputs_digest
        if digest not in known:
            known[digest] = project(slot.scenario)
        return known[digest]

    made = BriefingPanel(session, settled_of=settled_of, saving=answers)
    with qtbot.waitSignal(made.settled, timeout=60_000):
        made.show()
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


def composed(qtbot, panel, change) -> None:
    with qtbot.waitSignal(panel.settled, timeout=60_000):
        change()


def test_that_the_preview_is_the_briefing(panel, session, qtbot):
    text = panel.preview.toPlainText()
    assert panel.briefing.front.title in " ".join(text.split())
    assert SECTIONS["assumptions"] in text
    assert session.scenario.fingerprint in panel.footer.text()
    assert "Draft" in panel.note.text()
    # the selected one is the subject, and compared with the baseline of the desk
    assert [p.scenario.title for p in panel.briefing.projections] == ["Plan", "Today"]


def test_that_a_scenario_has_the_same_letter_in_the_window_and_in_the_briefing(
    panel, session, qtbot
):
    items = panel.options._items(panel.options.scenarios)
    listed = [each.text().split(" · ")[0] for each in items]
    assert sorted(listed) == ["A Plan", "B Today"]
    table = panel.briefing.front.table
    assert [row.heading for row in table.rows[:2]] == ["A  Plan", "B  Today"]
    assert "scenario A (Plan), compared with scenario B (Today)" in (
        panel.briefing.front.context[0].lower() + panel.briefing.front.context[1:]
    )
    # alone it is compared with a baseline that is not on the desk, and has no letter there
    composed(qtbot, panel, lambda: panel.options.tick("B", False))
    assert panel.briefing.letters == "AC"
    for title in ("Third", "Fourth"):
        session.add(session.scenario.replace(title=title))
        panel.options.tick(session.desk.selected, False)
    session.choose("A")
    composed(qtbot, panel, panel.refresh)
    assert panel.briefing.letters == "AB"  # all letters are taken: one that the briefing has not


def test_that_a_section_left_out_is_left_out(panel, qtbot):
    composed(qtbot, panel, lambda: panel.options.tick("assumptions", False))
    assert "assumptions" not in [section.key for section in panel.briefing.sections]
    assert "quality" in [section.key for section in panel.briefing.sections]


def test_that_projections_of_what_has_changed_since_are_let_go(panel, session):
    for losses in range(30):
        session.set_value("officer_losses", float(losses))
        panel._request()
    known = panel._request().known
    assert session.scenario.inputs_digest in known
    assert len(known) <= 8


def test_that_names_and_status_reach_the_briefing(panel, qtbot):
    panel.options.edits["author"].setText("A. Clerk")
    panel.options.signed.setChecked(True)
    composed(qtbot, panel, lambda: panel.options.edits["signed_off_by"].setText("B. Chair"))
    assert panel.briefing.about.author == "A. Clerk"
    assert panel.briefing.about.status == "Signed off by B. Chair"
    composed(qtbot, panel, lambda: panel.options.signed.setChecked(False))
    assert panel.briefing.about.status == "Draft: not signed off"


def test_that_no_scenario_makes_no_briefing(panel, qtbot):
    panel.options.tick("A", False)
    composed(qtbot, panel, lambda: panel.options.tick("B", False))
    assert "tick one to four" in panel.note.text()
    assert not panel.export_button.isEnabled()
    composed(qtbot, panel, lambda: panel.options.tick("B"))
    assert panel.export_button.isEnabled()


@pytest.mark.parametrize("form", ["html", "pdf", "docx", "xlsx", "zip"])
def test_that_every_form_is_written(panel, answers, session, qtbot, tmp_path, form):
    answers.place = tmp_path / f"out.{form}"
    panel.form.setCurrentIndex(panel.form.findData(form))
    composed(qtbot, panel, panel.export)
    written = tmp_path / f"out.{form}"
    assert written.stat().st_size > 1_000
    assert str(written) in panel.note.text()
    if form in ("html", "pdf"):
        opened = open_shared(written, profile=MET)
        assert opened.intact
        fingerprints = [loaded.scenario.fingerprint for loaded in opened.scenarios]
        assert session.scenario.fingerprint in fingerprints


def test_that_a_name_that_says_another_form_is_written_in_that_form(
    panel, answers, qtbot, tmp_path
):
    answers.place = tmp_path / "out.PDF"
    composed(qtbot, panel, panel.export)
    assert answers.place.read_bytes().startswith(b"%PDF")
    assert panel.form.currentData() == "pdf"


@pytest.mark.parametrize("wanted", [False, True])
def test_that_a_tick_gives_the_web_page_levers(panel, answers, qtbot, tmp_path, wanted):
    answers.place = tmp_path / "out.html"
    panel.options.explorable.setChecked(wanted)
    composed(qtbot, panel, panel.export)
    assert (b'id="explorer-data"' in answers.place.read_bytes()) is wanted
    assert open_shared(answers.place, MET).intact


def test_that_a_folder_that_is_not_there_is_named(panel, answers, qtbot, tmp_path):
    answers.place = tmp_path / "nowhere" / "out.html"
    composed(qtbot, panel, panel.export)
    assert panel.place.state == "error"
    qtbot.mouseClick(panel.findChild(QPushButton, "next"), LEFT)
    assert panel.shows_content


def test_that_analyses_are_asked_for_only_where_a_section_needs_them(panel, qtbot):
    assert not panel.analyse_button.isVisible()
    composed(qtbot, panel, lambda: panel.options.tick("sensitivity"))
    assert "1 analysis" in panel.analyse_button.text()
    assert panel.analyse_button.isVisible()
    assert "sensitivity" not in [section.key for section in panel.briefing.sections]


def test_that_the_preview_prints(panel, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    pages = page_images(panel.briefing, drawings(panel.briefing, lambda _: None), 40)
    on_paper(pages, printer)
    assert len(pypdf.PdfReader(tmp_path / "out.pdf").pages) == len(pages) > 3


def test_that_the_preview_shows_the_pages_of_the_pdf_and_their_words_beside_them(panel, tmp_path):
    place = tmp_path / "it.pdf"
    export(panel.briefing, place)
    shown = panel.pages.sheets
    assert len(pypdf.PdfReader(place).pages) == len(shown._pages)
    # what is drawn is the page and not a blank
    image = shown.grab(shown.place(0)).toImage()
    points = ((x, y) for y in range(0, image.height(), 3) for x in range(0, image.width(), 3))
    colours = {image.pixelColor(x, y).name() for x, y in points}
    assert len(colours) > 3
    assert shown.place(1).top() > shown.place(0).bottom()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells its memory so")
def test_that_pages_drawn_again_and_again_leave_nothing_in_memory(panel):
    pictures = drawings(panel.briefing, lambda _: None)

    def draw(author):
        about = replace(panel.briefing.about, author=author)
        page_images(replace(panel.briefing, about=about), pictures, 40)

    draw("somebody")
    before = memory_bytes()
    for number in range(4):
        draw(f"somebody else, {number}")
    assert memory_bytes() - before < 40_000_000  # one such briefing would be about as much


# ---- opening


@pytest.fixture
def opening(session):
    return Opening(session)


@pytest.fixture
def files(session, opening, tmp_path):
    return Files(session, Settings(tmp_path / "settings.ini"), reader=opening)


@pytest.fixture
def notices(opening):
    said: list[Notice] = []
    opening.noticed.connect(said.append)
    return said


@pytest.fixture
def page(panel, answers, qtbot, tmp_path):
    answers.place = tmp_path / "briefing.html"
    panel.form.setCurrentIndex(panel.form.findData("html"))
    composed(qtbot, panel, panel.export)
    return answers.place


def test_that_a_briefing_opens_as_its_scenario_and_is_not_written_over(
    page, files, session, notices, qtbot
):
    fingerprint = session.scenario.fingerprint
    session.open(Desk((new_slot("A", Scenario(title="Else", seed=7)),), "A", "A"))
    assert files.open_path(page)
    assert session.scenario.fingerprint == fingerprint
    assert session.scenario.title == "Plan"
    assert session.file(session.desk.current).path is None
    assert not is_scenario_file(page)
    assert notices == []
    qtbot.waitUntil(lambda: len(session.desk.slots) == 3)
    assert {slot.scenario.title for slot in session.desk.slots} == {"Else", "Plan", "Today"}
    assert session.scenario.title == "Plan"


def test_that_a_tampered_briefing_is_named(page, files, session, notices, qtbot):
    page.write_text(page.read_text().replace("Draft: not signed off", "Signed off by X", 1))
    session.open(Desk((new_slot("A", Scenario(title="Else", seed=7)),), "A", "A"))
    assert files.open_path(page)
    qtbot.waitUntil(lambda: len(session.desk.slots) == 3)
    (notice,) = notices
    assert notice.kind == "problem"
    assert "altered" in notice.text
    assert page.name in notice.text


# ---- codes


def test_that_a_code_goes_out_and_comes_back(session, qtbot):
    dialog = ShareDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.findChild(QPushButton, "copy"), LEFT)
    code = QGuiApplication.clipboard().text()
    assert code == share_code(session.scenario)
    other = Session(Desk((new_slot("A", Scenario()),), "A", "A"))
    taker = OpenCodeDialog(other)
    qtbot.addWidget(taker)
    taker.show()
    field = taker.findChild(QPlainTextEdit, "code")
    assert field is not None
    assert field.toPlainText() == code  # it was on the clipboard
    field.setPlainText(f"Dear all,\n> {code[:60]}\n> {code[60:]}\nYours")
    assert session.scenario.fingerprint in taker.found.text()
    with qtbot.waitSignal(taker.opened) as said:
        qtbot.mouseClick(taker.open_button, LEFT)
    assert said.args[0].scenario == session.scenario
    assert not taker.isVisible()


@pytest.mark.parametrize("damage", ["cut", "altered", "long", "nothing"])
def test_that_a_bad_code_is_named_and_not_opened(session, qtbot, damage):
    code = share_code(session.scenario)
    text = {
        "cut": code[:-4],
        "altered": code.replace(code[40], "A" if code[40] != "A" else "B", 1),
        "long": "x" * (MAXIMUM_CODE_LENGTH + 1),
        "nothing": "Dear all",
    }[damage]
    dialog = OpenCodeDialog(session)
    qtbot.addWidget(dialog)
    dialog.code.setPlainText(text)
    assert "share code" in dialog.found.text().lower()
    assert not dialog.open_button.isEnabled()


def test_that_notes_can_be_left_out_of_a_long_code(qapp, qtbot):
    session = Session(two(notes=" ".join(map(str, range(2_000)))))
    dialog = ShareDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "leave out the notes" in dialog.note.text()
    dialog.without_notes.setChecked(True)
    assert "leave out the notes" not in dialog.note.text()
    assert len(dialog.code.toPlainText()) < 2_000


# ---- in the window


def test_that_the_menus_open_every_panel_once(session, qtbot, tmp_path):
    runner = Runner(session, lambda scenario, _moving: LivePool(MET).project(scenario))
    window = MainWindow(session, runner, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.show()
    for name in (
        "backtest",
        "records",
        "projection-ledger",
        "who-is-wrongly-flagged",
        "quality-log",
        "share",
        "open-from-a-code",
        "briefing",
    ):
        window.menus[name].trigger()
        window.menus[name].trigger()
    window.levers.page_asked.emit("setup_hours")
    names = [dialog.objectName() for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert sorted(names) == sorted(
        ["backtest", "records", "ledger", "wrongly-flagged", "quality-log", "share", "open-code",
         "briefing", "belief-page"]
    )  # fmt: skip
    page = window.findChild(BeliefPage)
    assert page is not None
    assert page.key == "setup_hours"
    texts = [each.text().replace("&", "") for each in window.menus.menu("file").actions()]
    assert {"Briefing…", "Share…", "Open from a code…"} <= set(texts)
    for slot in session.desk.slots:  # nothing is asked about work that is only a test's
        session.mark_saved(slot, tmp_path / f"{slot.letter}.scenario.json")
    window.close()
    assert not any(dialog.isVisible() for dialog in window.findChildren(QDialog))
