"""What the menus do with scenarios on the desk."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog

from modeller.base.errors import ModellerError
from modeller.base.language import translate
from ui.look.notices import Notice
from ui.window.window_parts import WindowParts


def copy_fingerprint(window: WindowParts) -> None:
    """Copy the selected scenario's fingerprint."""
    QGuiApplication.clipboard().setText(window.session.scenario.fingerprint)


def duplicate(window: WindowParts) -> None:
    """Put a copy of the selected scenario on the desk, or say why not."""
    try:
        window.session.duplicate(window.session.desk.selected)
    except ModellerError as error:
        window.banner.show_error(error)


def make_baseline(window: WindowParts) -> None:
    """Compare the others with the selected scenario."""
    window.session.make_baseline(window.session.desk.selected)


def is_there(letter: str, window: WindowParts) -> bool:
    """Whether a scenario with that letter is on the desk."""
    return any(slot.letter == letter for slot in window.session.desk.slots)


def choose(letter: str, window: WindowParts) -> None:
    """Select the scenario with that letter, which is on the desk."""
    window.session.choose(letter)


def stack(window: WindowParts, source: str, target: str) -> None:
    """Ask which changes of one scenario to put on another, and do so in one step."""
    from ui.scenarios.stack_dialog import StackDialog

    session = window.session
    one, other = (session.desk.slot(letter).scenario for letter in (source, target))
    dialog = StackDialog(one, other, window.dialogs.window)
    words = translate(
        "Undo", "putting changes of {source} on {target}", source=one.name, target=other.name
    )
    dialog.chosen.connect(lambda scenario: session.replace_scenario(scenario, words, target))
    dialog.open()


def stack_on_selected(window: WindowParts) -> None:
    """Put the other scenario's changes on the selected one, when there are just two."""
    session = window.session
    others = [slot for slot in session.desk.slots if slot.letter != session.desk.selected]
    changed = [slot for slot in others if slot.scenario.everything_changed]
    if len(changed) == 1:
        stack(window, changed[0].letter, session.desk.selected)
        return
    if not changed:
        text = translate("Stack", "No other scenario on the desk changes anything.")
        window.banner.show_notice(Notice("note", text, key="stack"))
        return
    titles = [f"{slot.letter} {slot.scenario.name}" for slot in changed]
    asked, given = QInputDialog.getItem(
        window.dialogs.window,
        translate("Stack", "Put changes on the selected scenario"),
        translate("Stack", "Whose changes are to go on {title}?", title=session.scenario.name),
        titles,
        0,
        False,
    )
    if given:
        stack(window, changed[titles.index(asked)].letter, session.desk.selected)
