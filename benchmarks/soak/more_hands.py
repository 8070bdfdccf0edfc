"""The monkey's actions with tables, desks, days and places: dialogs that open over the window."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox

from benchmarks.soak.watching import wait_until
from modeller.base.errors import ModellerError
from modeller.scenario.desk_file import parse_desk
from tests.met import MET
from ui.evidence.import_dialog import ImportDialog
from ui.scenarios.stack_dialog import StackDialog
from ui.window.scenario_actions import stack

if TYPE_CHECKING:
    from benchmarks.soak.hands import Hands

DESK = "all.desk.json"
TABLES = ("newer.csv", "odd.csv", "none.csv")
_HEADS = ("date", "place", "faces", "alerts", "false_alerts", "arrests")
_LATER = date(2026, 4, 20)
_MOST_KEPT = 12
"""The most records that a run keeps, because the model is calibrated on each when it is used."""


def write_tables(folder: Path, dice: random.Random) -> None:
    """Write tables: good ones, some with something to confirm, and files that are not tables."""
    for name, odd in zip(TABLES, (False, True, True), strict=True):
        lines = [",".join(_HEADS) if dice.random() < 0.8 else "Datum,Ort,Köpfe,a,b,c"]
        for _ in range(dice.randrange(1, 9)):
            day = _LATER + timedelta(days=dice.randrange(40))
            place = dice.choice(("Croydon High St", "Camden", "", "The Market", "=1+1"))
            cell = dice.choice(("<5", "-", "1e9", "9,000", "many")) if odd else "9000"
            lines.append(f'{day},{place},"{cell}",9,1,{dice.randrange(6)}')
            if odd and dice.random() < 0.3:
                lines.append(lines[-1])
        text = "\n".join(lines) if name != "none.csv" else "\0\1\2"
        (folder / name).write_text(text + "\n", "utf-8")


def table(hands: Hands) -> str:
    """Import a table from a file or the clipboard, with random columns and answers."""
    if QApplication.activeModalWidget() is not None:
        return "nothing"
    write_tables(hands.folder, hands.dice)
    hands.window.menus["import-record"].trigger()
    dialog = hands.window.dialogs["import-record"]
    assert isinstance(dialog, ImportDialog)
    path = hands.folder / hands.dice.choice(TABLES)
    if hands.dice.random() < 0.5:
        dialog.look_into(path)
    else:
        dialog.look_into_text(path.read_text("utf-8"))
    wait_until(lambda: not dialog.background.busy)
    for _ in range(hands.dice.randrange(6)):
        _say_something(hands.dice, dialog)
        wait_until(lambda: not dialog.background.busy)
    kept = len(list(hands.records()))
    if dialog.buttons["keep"].isEnabled() and kept < _MOST_KEPT:
        planned = dialog.planned
        assert planned is not None
        hands.watch.expect(not planned.open_findings, "kept with something to be confirmed")
        dialog.buttons["keep"].click()
        hands.watch.expect(len(list(hands.records())) <= kept + 1, "one table, two records")
        if hands.dice.random() < 0.5:
            dialog.buttons["use"].click()
    if hands.dice.random() < 0.7:
        dialog.close()
    return path.name


def _say_something(dice: random.Random, dialog: ImportDialog) -> None:
    dialog.pages.setCurrentIndex(dice.randrange(dialog.pages.count()))
    boxes = [box for box in dialog.findChildren(QComboBox) if box.count() and box.isEnabled()]
    ticks = [tick for tick in dialog.findings.findChildren(QAbstractButton) if tick.isEnabled()]
    if ticks and dice.random() < 0.7:
        dice.choice(ticks).click()
    elif boxes:
        box = dice.choice(boxes)
        box.setCurrentIndex(dice.randrange(box.count()))
        box.activated.emit(box.currentIndex())


def desk(hands: Hands) -> str:
    """Save the whole desk or open a saved one, checking that it is what was saved."""
    if QApplication.activeModalWidget() is not None:
        return "nothing"
    files, session = hands.window.files, hands.session
    path = hands.folder / DESK
    if path.exists() and hands.dice.random() < 0.4:
        files.open_path(path)
        return "opened"
    hands.wanted = path
    saved = files.saving.save_all()
    hands.wanted = None
    if saved and not hands.shared:
        try:
            back = parse_desk(path.read_bytes(), DESK, profile=MET)
        except ModellerError as error:
            hands.watch.expect(False, f"a desk that cannot be read: {error}")
            return "saved"
        hands.watch.expect(
            [one.scenario for one in back.scenarios] == [s.scenario for s in session.desk.slots],
            "another desk is in the file",
        )
    return "saved"


def stacked(hands: Hands) -> str:
    """Apply some of the changes of one scenario to another."""
    if QApplication.activeModalWidget() is not None or len(hands.session.desk.slots) < 2:
        return "nothing"
    source, target = hands.dice.sample([s.letter for s in hands.session.desk.slots], 2)
    stack(hands.window, source, target)
    dialogs = [d for d in hands.window.findChildren(StackDialog) if d.isVisible()]
    for dialog in dialogs:
        for box in dialog.boxes.values():
            box.setChecked(hands.dice.random() < 0.6)
        (dialog.buttons.accepted if hands.dice.random() < 0.7 else dialog.buttons.rejected).emit()
    return f"{source} on {target}"


def of_place(hands: Hands) -> str:
    """Choose places for the deployments."""
    box = hands.window.levers.findChild(QComboBox)
    if box is None or not box.isVisible() or not box.count():
        return "nothing"
    at = hands.dice.randrange(box.count())
    box.setCurrentIndex(at)
    box.activated.emit(at)
    return f"{box.objectName()} {at}"


MORE: tuple[tuple[int, str, Callable[[Hands], str]], ...] = (
    (3, "table", table),
    (3, "desk", desk),
    (3, "stack", stacked),
    (2, "place", of_place),
)
