"""What the keyboard does: read from the actions, and what widgets do on their own."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from modeller.base.language import translate
from ui.help.subject import Subject

Rows = list[tuple[str, str]]


def shortcuts(subject: Subject) -> list[tuple[str, Rows]]:
    """Headings, and under each the keys and what they do."""
    found: list[tuple[str, Rows]] = []
    for top in subject.menus.actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            rows = [_row(action) for action in _actions(menu) if action.shortcuts()]
            if rows:
                title = _bare(top.text())
                found.append((translate("Shortcuts", "Menu {title}", title=title), rows))
    return [*found, *_of_widgets()]


def _actions(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inside = action.menu()
        if isinstance(inside, QMenu):
            yield from _actions(inside)
        elif action.isVisible():
            yield action


def _row(action: QAction) -> tuple[str, str]:
    # the undo stack adds to these two what would be undone
    fixed = {"undo": translate("Menu", "Undo"), "redo": translate("Menu", "Redo")}
    pressed = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return pressed, _bare(fixed.get(action.objectName(), action.text()))


def _bare(text: str) -> str:
    return text.replace("&", "").rstrip("…")


def _of_widgets() -> list[tuple[str, Rows]]:
    return [
        (
            translate("Shortcuts", "Everywhere"),
            [
                (
                    translate("Keys", "Tab · Shift+Tab"),
                    translate("Shortcuts", "To the next control, and back"),
                ),
                ("Alt", translate("Shortcuts", "To the menus, with the letter underlined")),
                (
                    translate("Keys", "Esc"),
                    translate("Shortcuts", "Closes what is open, dismisses a notice"),
                ),
            ],
        ),
        (
            translate("Shortcuts", "On a lever"),
            [
                ("← → ↑ ↓ · + −", translate("Shortcuts", "A step")),
                (translate("Keys", "Page Up · Page Down"), translate("Shortcuts", "A larger step")),
                (
                    translate("Keys", "Home · End"),
                    translate("Shortcuts", "To the end of the range"),
                ),
                (
                    translate("Keys", "0–9 · Enter"),
                    translate("Shortcuts", "Type a value, with or without its unit"),
                ),
                (
                    translate("Keys", "Delete"),
                    translate("Shortcuts", "Back to the baseline, or to the evidence"),
                ),
                ("F1 · ?", translate("Shortcuts", "What it is, and where its figures come from")),
                (
                    translate("Keys", "Menu · Shift+F10"),
                    translate("Shortcuts", "Its menu: over time, range, evidence"),
                ),
            ],
        ),
        (
            translate("Shortcuts", "On a chart"),
            [
                ("← →", translate("Shortcuts", "Read a week; Page keys a quarter")),
                ("T", translate("Shortcuts", "Table or picture")),
                ("L", translate("Shortcuts", "Lock, or follow again")),
                ("Ctrl+C", translate("Shortcuts", "Copy the picture")),
                (translate("Keys", "Ctrl+Shift+C"), translate("Shortcuts", "Copy the data")),
                (translate("Keys", "Menu · Shift+F10"), translate("Shortcuts", "Its menu")),
            ],
        ),
        (
            translate("Shortcuts", "On the map of places"),
            [
                ("← → ↑ ↓", translate("Shortcuts", "From tile to tile")),
                ("+ −", translate("Shortcuts", "More or less of the deployments here")),
                (translate("Keys", "Page Up · Page Down"), translate("Shortcuts", "A larger step")),
                (translate("Keys", "0–9 · Enter"), translate("Shortcuts", "Type a share")),
                ("L", translate("Shortcuts", "Lock this share, or unlock it")),
                (
                    "G",
                    translate("Shortcuts", "This tile alone loses what the next one gains"),
                ),
                (translate("Keys", "Delete"), translate("Shortcuts", "Back to the record’s share")),
            ],
        ),
        (
            translate("Shortcuts", "On a scenario"),
            [
                (translate("Keys", "Enter"), translate("Shortcuts", "Select it")),
                ("F2", translate("Shortcuts", "Rename")),
                ("H", translate("Shortcuts", "Show or hide its lines")),
                (translate("Keys", "Ctrl+Shift+← →"), translate("Shortcuts", "Change its place")),
                (translate("Keys", "Delete"), translate("Shortcuts", "Close it")),
                (translate("Keys", "Menu · Shift+F10"), translate("Shortcuts", "Its menu")),
            ],
        ),
        (
            translate("Shortcuts", "On the stage"),
            [
                (
                    translate("Keys", "Space · → · Page down"),
                    translate("Shortcuts", "The next step"),
                ),
                (
                    translate("Keys", "Backspace · ← · Page up"),
                    translate("Shortcuts", "The step before"),
                ),
                (
                    translate("Keys", "Home · End"),
                    translate("Shortcuts", "The first step, the last"),
                ),
                (translate("Keys", "Tab"), translate("Shortcuts", "To the lever on the bar")),
                (translate("Keys", "Esc"), translate("Shortcuts", "Leave it")),
            ],
        ),
    ]
