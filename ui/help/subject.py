"""What the pages of help need to know of the window."""

from __future__ import annotations

from collections import deque
from typing import Protocol

from PySide6.QtWidgets import QMenuBar

from ui.desk.session import Session


class Timings(Protocol):
    """How long changes took to reach the screen."""

    milliseconds: deque[float]

    def reset(self) -> None:
        """Forget what has been measured."""


class Draws(Protocol):
    """How many draws there are while a lever is moved."""

    def draws(self, wanted: int, weeks: int, /) -> int:
        """How many of the `wanted` draws, over so many weeks, are used."""


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
        """How many draws a frame has time for here."""

    def menuBar(self) -> QMenuBar:
        """The menus, each action with its keys."""
