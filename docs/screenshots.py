"""Draws the pictures in ``docs/images``: ``make screenshots``, or with the names of some of them.

Every picture is of the settled projection of shipped scenarios, so the same code draws the same
picture. Folders for settings and history are made for the occasion.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from modeller.profiles import shipped_profile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = tempfile.TemporaryDirectory()
for _variable in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
    os.environ[_variable] = _HOME.name

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from modeller.base.clock import standing_still  # noqa: E402
from modeller.scenario.file import load_scenario  # noqa: E402
from ui.briefing.panel import BriefingPanel  # noqa: E402
from ui.charts.difference_chart import ComparisonDialog  # noqa: E402
from ui.look.style import Mode, theme  # noqa: E402
from ui.window.application import Application  # noqa: E402

PICTURED = datetime(2026, 4, 20, 12, tzinfo=UTC)
"""The day that charts mark as today: else every day would draw another picture."""
IMAGES = Path(__file__).with_name("images")
PATIENCE_MILLISECONDS = 120_000


def wait(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Photographer:
    """One application, put into the state that each picture asks for."""

    def __init__(self) -> None:
        qt = QApplication([])
        self.application = Application(qt, profile=shipped_profile())
        self.application.settings.tour_seen = True
        self.application.start()
        self.window = self.application.window
        self.settle()

    def settle(self) -> None:
        """Wait until every figure is settled and the fast engine is ready."""
        for _ in range(PATIENCE_MILLISECONDS // 50):
            wait(50)
            quiet = not self.window.top_bar.identity.activity.whole
            if self.application.charts_painted and self.application.runner.is_settled and quiet:
                break
        else:
            raise SystemExit("the projections did not settle")
        wait(200)

    def dress(
        self, mode: Mode = "light", text: float = 1.0, size: tuple[int, int] = (1280, 800)
    ) -> None:
        """Appearance, text size and window size."""
        theme().set_mode(mode)
        theme().set_text_scale(text)
        self.window.resize(*size)
        wait(300)

    def keep(self, name: str, widget: QWidget | None = None) -> None:
        """Write a picture."""
        IMAGES.mkdir(exist_ok=True)
        path = IMAGES / f"{name}.png"
        picture = (widget or self.window).grab()
        picture.setDevicePixelRatio(1.0)
        if not picture.save(str(path)):
            raise SystemExit(f"{path} cannot be written")
        print(path.name, picture.width(), "×", picture.height())

    # ---- the pictures

    def window_light(self) -> None:
        self.dress("light")
        self.keep("window-light")

    def window_dark(self) -> None:
        self.dress("dark")
        self.keep("window-dark")

    def window_200(self) -> None:
        self.dress("light", 2.0)
        self.keep("window-200")

    def tutorial_lever(self) -> None:
        self.dress("light")
        session = self.application.session
        session.set_value("deployments_per_week", 6.0)
        self.settle()
        self.keep("tutorial-lever")
        session.undo_stack.undo()
        self.settle()

    def briefing(self) -> None:
        self.dress("light")
        self.window.menus["briefing"].trigger()
        panel = self.window.dialogs["briefing"]
        assert isinstance(panel, BriefingPanel)
        panel.resize(1180, 760)
        wait(500)
        while not panel.preview.toPlainText():
            wait(100)
        wait(500)
        self.keep("briefing", panel)
        panel.close()

    def chain(self) -> None:
        self.dress("light")
        self.window.menus["chain"].setChecked(True)
        wait(200)
        self.keep("chain")
        self.window.menus["chain"].setChecked(False)

    def grid(self) -> None:
        self._with_more(self.window.menus["side-by-side"].trigger, "grid")

    def comparison(self) -> None:
        self._with_more(self.window.menus["differences-over-time"].trigger, "comparison")

    def _with_more(self, show: Callable[[], None], name: str) -> None:
        self.dress("light")
        session = self.application.session
        for shipped in ("plan-without-losses", "losses-without-plan"):
            session.add(load_scenario(shipped, profile=shipped_profile()).scenario)
        session.choose("A")
        self.settle()
        show()
        wait(500)
        dialog = self.window.dialogs[name]
        while isinstance(dialog, ComparisonDialog) and dialog.chart.data.empty:
            wait(100)
        self.keep(name, dialog)
        dialog.close()
        while session.undo_stack.canUndo():
            session.undo_stack.undo()
        session.undo_stack.clear()
        self.settle()

    def stage(self) -> None:
        self.window.stage.start()
        surface = self.window.stage.surface
        assert surface is not None
        surface.showNormal()  # a screen that is not there has no size to fill
        surface.resize(1366, 768)
        wait(500)
        self.keep("stage", surface)
        self.window.stage.leave()
        self.dress("light")


PICTURES = (
    "window_light",
    "window_dark",
    "window_200",
    "tutorial_lever",
    "briefing",
    "chain",
    "grid",
    "comparison",
    "stage",
)


def main(names: list[str]) -> int:
    """Draw the pictures named, or all."""
    wanted = [name.replace("-", "_") for name in names] or list(PICTURES)
    unknown = [name for name in wanted if name not in PICTURES]
    if unknown:
        print(f"no such picture: {', '.join(unknown)}; there are {', '.join(PICTURES)}")
        return 2
    with standing_still(PICTURED):
        photographer = Photographer()
        for name in wanted:
            getattr(photographer, name)()
    sys.stdout.flush()
    photographer.window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
