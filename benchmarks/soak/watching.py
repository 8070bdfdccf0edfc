"""Checks of the window, whatever has been done to it."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import re
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from modeller.projection import Projection, project
from modeller.records import catalogue_at_hand
from tests.met import catalogue_for
from ui.charts.chart_source import chart_data
from ui.desk.session import LETTERS
from ui.window.application import Application
from ui.work.background import Background

LONGEST_SETTLING = 60.0
"""Seconds of this process's own time: on a busy machine the clock on the wall tells nothing."""
_IDLE = 600.0
"""Seconds by the clock after which a window that does nothing is given up."""
_MMAP_THRESHOLD, _ARENA_MAX = -3, -8  # from <malloc.h>
_OWN = re.compile(r"^Rss(?:Anon|Shmem):\s+(\d+) kB$", re.MULTILINE)
_HARMLESS = ("This plugin does not support",)
_MOST_MORE = 2
"""How many more widgets of a kind there may be than at the start: one that is made once and kept
adds one, while a leak adds one each time."""


def no_holes() -> None:
    """Have the GNU library allocate large blocks separately, and use one arena for all threads.

    The image of a window is then freed completely and leaves no hole among smaller blocks, so that
    memory only grows if something is kept.
    """
    with contextlib.suppress(AttributeError, OSError, TypeError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_MMAP_THRESHOLD, 1_000_000)
        mallopt(_ARENA_MAX, 1)


def memory_bytes() -> int:
    """The private memory of this process on Linux, after returning what is free.

    Pages of program files that the system has read are not included.
    """
    gc.collect()
    with contextlib.suppress(
        AttributeError, OSError, TypeError
    ):  # only the GNU library has this call
        ctypes.CDLL(None).malloc_trim(0)
    status = Path("/proc/self/status").read_text("ascii")
    return 1024 * sum(int(number) for number in _OWN.findall(status))


def wait_until(true: Callable[[], bool], seconds: float = LONGEST_SETTLING) -> bool:
    """Run the event loop until a condition is true; return whether it was in time.

    Time is the processor's, of all threads: work that is slow because others are at work, too, is
    waited for, and work that never ends is not.
    """
    end, at_last = time.process_time() + seconds, time.monotonic() + _IDLE
    while time.process_time() < end and time.monotonic() < at_last:
        QApplication.processEvents()
        if true():
            return True
        time.sleep(0.002)
    return true()


def pause(seconds: float) -> None:
    """Run the event loop for so long by the clock."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.002)


class Watch:
    """Collects exceptions and warnings, and checks the window.

    Attributes
    ----------
    faults
        What went wrong, as texts.
    """

    def __init__(self, application: Application) -> None:
        self.application = application
        self.faults: list[str] = []
        self.verbose = False
        self.exceptions = 0
        self.warnings = 0
        self._former: tuple[Any, Any, Any, Any] | None = None
        self._usual: Counter[tuple[str, str, int]] | None = None

    def begin(self) -> None:
        """Begin to collect what Python and Qt report."""
        self._former = (
            sys.excepthook,
            threading.excepthook,
            sys.unraisablehook,
            qInstallMessageHandler(self._qt_said),
        )
        sys.excepthook = lambda _kind, error, _trace: self._raised(error)
        threading.excepthook = lambda given: self._raised(given.exc_value)
        sys.unraisablehook = lambda given: self._raised(given.exc_value)

    def end(self) -> None:
        """Stop collecting."""
        if self._former is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook, handler = self._former
            qInstallMessageHandler(handler)
            self._former = None

    def _raised(self, error: BaseException | None) -> None:
        self.exceptions += 1
        self._note("".join(traceback.format_exception(error)) if error else "no exception")

    def _qt_said(self, kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not text.startswith(_HARMLESS):
            self.warnings += 1
            where = "".join(traceback.format_stack(limit=12))
            self._note(f"Qt says: {text}\n{where}")

    def expect(self, true: bool, text: str) -> None:
        """Note a fault if a condition is false."""
        if not true:
            self._note(text)

    def _note(self, text: str) -> None:
        self.faults.append(text)
        if self.verbose:
            print(text, flush=True)

    def outstanding(self) -> str:
        """The work that the window has still to do, for the text of a fault."""
        session, runner = self.application.session, self.application.runner
        scenarios = [
            f"{slot.letter} ({slot.scenario.draws} draws, {slot.scenario.weeks} weeks, record "
            f"{str(slot.scenario.record)[:8]}) is "
            + ("settled" if runner.settled_of(slot) is not None else "not settled")
            for slot in session.desk.slots
        ]
        busy = [
            panel.objectName()
            for background in self.application.window.findChildren(Background)
            if background.busy and (panel := background.parent()) is not None
        ]
        return (
            f"{'; '.join(scenarios)}; a handle is held: {session.dragging}; at work: "
            f"{', '.join(busy) or 'no panel'}"
        )

    # ---- after each action

    def look(self) -> None:
        """Check what must be true at any time."""
        session, window = self.application.session, self.application.window
        desk = session.desk
        letters = [slot.letter for slot in desk.slots]
        self.expect(1 <= len(letters) <= len(LETTERS), f"{len(letters)} scenarios")
        self.expect(len(set(letters)) == len(letters) and set(letters) <= set(LETTERS), "letters")
        self.expect(desk.selected in letters, "nothing is selected")
        self.expect(desk.baseline in letters, "there is no baseline")
        shown = window.top_bar.identity.fingerprint.text()
        self.expect(desk.scenario.fingerprint in shown, f"{shown!r} is not the fingerprint")
        if not session.dragging:
            declared = catalogue_at_hand(desk.scenario.record, desk.scenario.profile)
            for key, lever in window.levers.levers.items():
                held, value = lever.value(), desk.scenario.value(key, declared)
                self.expect(held == value, f"{key} shows {held}, it is {value}")

    def look_at_undo(self) -> None:
        """Check that undo and redo lead back to the same fingerprint."""
        session = self.application.session
        if session.dragging or not session.undo_stack.canUndo():
            return
        before, expected = session.before_last_change(), session.desk
        prints = [slot.scenario.fingerprint for slot in expected.slots]
        session.undo_stack.undo()
        self.expect(session.desk == before, "undo did not bring the desk back")
        session.undo_stack.redo()
        self.expect(session.desk == expected, "redo did not bring the desk back")
        again = [slot.scenario.fingerprint for slot in session.desk.slots]
        self.expect(again == prints, "a fingerprint changed by undo and redo")

    # ---- now and then, when the window has settled results

    def look_at_charts(self) -> None:
        """Check that the charts show new projections of the scenarios on the desk."""
        session, charts = self.application.session, self.application.window.charts
        desk = session.desk
        fresh = {
            slot.letter: project(slot.scenario, catalogue=catalogue_for(slot.scenario.record))
            for slot in desk.slots
        }
        for name, chart in charts.charts.items():
            if chart.locked:  # it keeps what it has shown
                continue
            outcome = charts.outcome_of(name)
            wanted = chart_data(desk, fresh, outcome, charts.views[name], charts.band)
            assert wanted is not None
            parts = {
                part: np.array_equal(
                    getattr(chart.data, part), getattr(wanted, part), equal_nan=True
                )
                for part in ("weeks", "p10", "p25", "p50", "p75", "p90")
            }
            parts["totals"] = chart.data.totals == wanted.totals
            parts[f"title ({chart.data.title!r}, {wanted.title!r})"] = (
                chart.data.title == wanted.title
            )
            parts["others"] = len(chart.data.pinned) == len(wanted.pinned) and all(
                np.array_equal(shown.median, one.median, equal_nan=True)
                for shown, one in zip(chart.data.pinned, wanted.pinned, strict=True)
            )
            wrong = ", ".join(part for part, same in parts.items() if not same)
            self.expect(
                not wrong,
                f"the chart of {outcome} does not show what the model says: {wrong}; a handle "
                f"is held: {session.dragging}; {desk.selected} of "
                f"{self._held_against(fresh, outcome)}",
            )

    def _held_against(self, fresh: dict[str, Projection], outcome: str) -> str:
        """Whether the window's own results are at fault, or what is drawn of them."""
        session = self.application.session
        said = []
        for slot in session.desk.slots:
            held, anew, scenario = session.results[slot.letter], fresh[slot.letter], slot.scenario
            same = held.scenario.inputs_digest == scenario.inputs_digest and np.array_equal(
                held.summary(outcome), anew.summary(outcome), equal_nan=True
            )
            said.append(
                f"{slot.letter} {'right' if same else 'wrong'} ({scenario.draws} draws, seed "
                f"{scenario.seed}, record {str(scenario.record)[:8]}, places {scenario.places})"
            )
        return "; ".join(said)

    def look_for_leaks(self) -> None:
        """Close everything but the window, and check that nothing is left over."""
        window = self.application.window
        for widget in QApplication.topLevelWidgets():
            if widget is not window and widget.isVisible():
                widget.close()
        for _ in range(3):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()
        gc.collect()
        left = Counter(map(_kind, QApplication.topLevelWidgets()))
        if self._usual is None:
            self._usual = left
        for kind, number in left.items():
            more = number - self._usual[kind]
            self.expect(more <= _MOST_MORE, f"{more} more of {kind[:2]} were left behind")


def _kind(widget: QWidget) -> tuple[str, str, int]:
    """The kind of a widget: its class and name, and its parent's."""
    parent = widget.parentWidget()
    return type(widget).__name__, widget.objectName(), id(parent) if parent else 0
