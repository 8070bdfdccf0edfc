"""What the pages of help need to know of the window."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from PySide6.QtWidgets import QMenuBar

from ui.desk.draw_budget import DrawBudget
from ui.desk.session import Session


@dataclass(frozen=True, eq=False)
class Subject:
    """The scenario that is cited, the times that were measured, the menus with their keys.

    Attributes
    ----------
    milliseconds
        How long changes took to reach the screen, since the window was opened.
    draw_budget
        How many draws a frame has time for here.
    """

    session: Session
    milliseconds: deque[float]
    draw_budget: DrawBudget
    menus: QMenuBar
