"""A chooser from a list, with a name for tests and one for screen readers."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget


def combo(name: str, words: str, parent: QWidget | None = None, letters: int = 0) -> QComboBox:
    """A chooser as wide as its longest entry, or with room for so many letters and a tick."""
    box = QComboBox(parent)
    box.setObjectName(name)
    box.setAccessibleName(words)
    box.setToolTip(words)
    policy = QComboBox.SizeAdjustPolicy
    box.setSizeAdjustPolicy(
        policy.AdjustToMinimumContentsLengthWithIcon if letters else policy.AdjustToContents
    )
    box.setMinimumContentsLength(letters)
    return box


def choose(box: QComboBox, value: object) -> None:
    """Choose the entry that stands for a value, or else the first."""
    box.setCurrentIndex(max(box.findData(value), 0))
