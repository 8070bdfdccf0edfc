"""The analyses' panels: each class is named after its key in the table of analyses."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TypeAlias, cast

from PySide6.QtWidgets import QDialog, QWidget

from modeller.analysis.questions import analysis
from ui.desk.session import Session

Panel: TypeAlias = Callable[[Session, QWidget | None], QDialog]


def panel_of(key: str) -> Panel:
    """The class of an analysis's panel; imported when it is first opened."""
    found = analysis(key)
    module = import_module(f"ui.analysis.{found.module}")
    return cast(Panel, getattr(module, found.panel))
