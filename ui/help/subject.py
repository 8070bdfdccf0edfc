"""What the pages of help read of the window."""

from __future__ import annotations

from collections import deque
from typing import Protocol

from PySide6.QtWidgets import QMenuBar

from ui.desk.session import Session


class Timings(Protocol):
    """How long changes took until they were on the screen."""

    milliseconds: deque[float]

    def reset(self) -> None:
        """Forget what was measured."""


class Draws(Protocol):
    """How many draws there are while a lever is moved."""

    def draws(self, wanted: int, weeks: int, /) -> int:
        """Of the `wanted` draws of so many weeks."""


class Subject(Protocol):
    """The scenario that is cited, the times that were measured, the menus with their keys."""

    @property
    def session(self) -> Session:
        """What is on the desk."""

    @property
    def latency(self) -> Timings:
        """What was measured since the window was opened."""

    @property
    def draw_budget(self) -> Draws:
        """How many draws a frame holds here."""

    def menuBar(self) -> QMenuBar:
        """The menus, each action with its keys."""
