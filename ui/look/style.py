"""Colours, type and the 8 px grid, in one place, for light and dark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import shiboken6
from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QPainterPath,
    QPalette,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication

from ui.look.outlined_style import OutlinedStyle

Mode = Literal["light", "dark", "system"]
Text = Literal["note", "body", "title", "figure"]
Kind = Literal["choice", "circumstance", "belief"]

MODES: tuple[Mode, ...] = ("light", "dark", "system")
SIZES: dict[Text, int] = {"note": 12, "body": 13, "title": 16, "figure": 26}
GRID = 8
NO_LIMIT = 16_777_215
"""The largest size of a widget, which Qt's Python binding does not export."""
INDICATOR = 14
TARGET = 24
"""The side of the smallest thing that can be pressed: the least that WCAG 2.2 allows."""
CORNER = 6
LARGEST_TEXT_SCALE = 3.0
OUTER, INNER = 0.20, 0.40
"""The share of the line's colour in the tints of the 80 % and the 50 % band."""
HATCH = 0.15
"""How much more of it the lines have that hatch a band beyond anything tried."""


@dataclass(frozen=True)
class Colours:
    """The colour tokens of one appearance, as ``#RRGGBB``.

    Hue belongs to the scenarios alone, and to `problem`; all else is neutral. `ink`, `muted`,
    `accent`, `problem` and the `scenario_texts` stand out 4.5 : 1 from `paper` and `raised`;
    `control` and the `scenarios` are for lines and shapes on `paper`, 3 : 1. `accent` is for what
    is held, chosen or followed: handles, marks in analyses, links. `hairline` and `track` convey
    nothing that is not also said in another way.
    """

    dark: bool
    ink: str
    muted: str
    hairline: str
    paper: str
    raised: str
    track: str
    control: str
    problem: str
    accent: str
    scenarios: tuple[str, str, str, str]
    scenario_texts: tuple[str, str, str, str]

    def scenario(self, letter: str) -> str:
        """Colour of the line of scenario `letter`, A to D."""
        return self.scenarios[LETTERS.index(letter)]

    def scenario_text(self, letter: str) -> str:
        """Colour of the words about scenario `letter`."""
        return self.scenario_texts[LETTERS.index(letter)]

    def tint(self, colour: str, share: float) -> str:
        """`share` of `colour` mixed with the paper; opaque, so that a band costs one fill."""
        return mix(colour, self.paper, share)


LIGHT = Colours(
    dark=False,
    ink="#1B1B1B",
    muted="#5E5E5E",
    hairline="#DADAD8",
    paper="#FFFFFF",
    raised="#F6F6F4",
    track="#DFDFDD",
    control="#767676",
    problem="#B3261E",
    accent="#3D3D3D",
    scenarios=("#12436D", "#F46A25", "#28A197", "#801650"),
    scenario_texts=("#12436D", "#A8410F", "#16766E", "#801650"),
)
DARK = Colours(
    dark=True,
    ink="#F1F1EF",
    muted="#A9ADB2",
    hairline="#33373C",
    paper="#16181B",
    raised="#1F2226",
    track="#3A3F45",
    control="#8A9096",
    problem="#FF8A80",
    accent="#C9C9C7",
    scenarios=("#7DB3E3", "#F9884E", "#3DBFB3", "#E65C7D"),
    scenario_texts=("#7DB3E3", "#F9884E", "#3DBFB3", "#E65C7D"),
)

LETTERS = "ABCD"
DASHES: dict[str, tuple[float, ...]] = {
    "A": (),
    "B": (5.0, 3.0),
    "C": (1.2, 2.2),
    "D": (6.0, 2.5, 1.2, 2.5),
}
"""Dashes and gaps of each scenario's line, in widths of the line; none is a solid line."""


@lru_cache(maxsize=256)
def mix(colour: str, paper: str, share: float) -> str:
    """`share` of `colour` mixed with `paper`, channel by channel."""
    pairs = zip(_channels(colour), _channels(paper), strict=True)
    return "#" + "".join(f"{round(share * a + (1 - share) * b):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def line_pen(letter: str, colour: str, width: float) -> QPen:
    """Scenario `letter`'s pen, with dashes of its own so that colour is never the only sign."""
    pen = QPen(QColor(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if DASHES[letter]:
        pen.setDashPattern(DASHES[letter])
    return pen


def marker(letter: str, centre: QPointF, size: float) -> QPainterPath:
    """Outline of scenario `letter`'s marker: disc, square, triangle or diamond."""
    path = QPainterPath()
    half = size / 2
    x, y = centre.x(), centre.y()
    if letter == "A":
        path.addEllipse(centre, half, half)
    elif letter == "B":
        path.addRect(QRectF(x - half, y - half, size, size).adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        corners = {
            "C": [(0.0, -half), (half, half * 0.8), (-half, half * 0.8)],
            "D": [(0.0, -half * 1.2), (half * 1.2, 0.0), (0.0, half * 1.2), (-half * 1.2, 0.0)],
        }[letter]
        path.addPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners]))
        path.closeSubpath()
    return path


class Theme(QObject):
    """The appearance of the running application: light or dark, and the size of its text.

    Attributes
    ----------
    mode
        The appearance asked for: light, dark, or the same as the system.
    colours
        The colours now in use.
    text_scale
        How many times as large as the system's the user wants the text; 1 for no larger.
    scale
        Pixels of the screen to one of the design. The system's text size counts: somebody who has
        set it to 200 % wants 200 % here. Text is never smaller than in the design.

    Signals
    -------
    changed
        Colours or sizes have changed; widgets that paint themselves follow.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        # Fusion obeys the palette on every system; other styles obey only some of it
        self._style = OutlinedStyle()
        application.setStyle(self._style)
        self._system_font = QFont(application.font())
        self.mode: Mode = "system"
        self.text_scale = 1.0
        self.scale = 1.0
        self.colours = LIGHT
        self._fonts: dict[tuple[Text, bool, float], QFont] = {}
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply()

    def follow(self, restyle: Callable[[], object]) -> None:
        """Call a method of a widget now and whenever the appearance changes."""
        self.changed.connect(restyle)
        restyle()

    def set_mode(self, mode: Mode) -> None:
        """Change to `mode`; title bars and the system's dialogs follow where they can."""
        if mode not in MODES:
            raise ValueError(f"the appearance is one of {', '.join(MODES)}, not {mode!r}")
        self.mode = mode
        hints = self._application.styleHints()
        if mode == "system":
            hints.unsetColorScheme()
        else:
            scheme = Qt.ColorScheme.Dark if mode == "dark" else Qt.ColorScheme.Light
            hints.setColorScheme(scheme)
        self._apply()

    def set_text_scale(self, text_scale: float) -> None:
        """Make all text, and whatever must grow with it, `text_scale` times as large (1 to 3)."""
        if not 1.0 <= text_scale <= LARGEST_TEXT_SCALE:
            raise ValueError(f"text can be 1 to 3 times as large, not {text_scale}")
        self.text_scale = text_scale
        self._apply()

    def length(self, pixels: float) -> int:
        """`pixels` of the design on this screen."""
        return round(pixels * self.scale)

    def font(self, text: Text = "body", *, bold: bool = False, emphasis: float = 1.0) -> QFont:
        """The interface font in one of the four sizes, with figures of one width."""
        known = self._fonts.get((text, bold, emphasis))
        if known is not None:
            return QFont(known)
        font = QFont(self._system_font)
        font.setPixelSize(max(1, round(SIZES[text] * self.scale * emphasis)))
        font.setBold(bold)
        # tabular figures (Qt 6.7 and later), so that a number does not wobble while it changes
        font.setFeature(QFont.Tag("tnum"), 1)
        self._fonts[text, bold, emphasis] = font
        return QFont(font)

    def _follow_system(self) -> None:
        if self.mode == "system":
            self._apply()

    def _apply(self) -> None:
        system = QFontInfo(self._system_font).pixelSize() / SIZES["body"]
        self.scale = max(1.0, system) * self.text_scale
        self._fonts.clear()
        dark = self.mode == "dark" or (
            self.mode == "system"
            and self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        )
        colours = self.colours = DARK if dark else LIGHT
        self._application.setFont(self.font())
        self._application.setPalette(palette(colours))
        self._style.indicator = self.length(INDICATOR)
        self._style.target = self.length(TARGET)
        self._application.setStyleSheet(stylesheet(colours))
        self.changed.emit()


_current: Theme | None = None


def theme() -> Theme:
    """The application's theme, made when first asked for.

    Raises
    ------
    RuntimeError
        Before there is a QApplication.
    """
    global _current  # noqa: PLW0603  # Qt too has one application
    if _current is None or not shiboken6.isValid(_current):
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            raise RuntimeError("there is no QApplication yet")
        _current = Theme(application)
    return _current


def palette(colours: Colours) -> QPalette:
    """The colours as Qt's standard widgets know them."""
    role = QPalette.ColorRole
    result = QPalette()
    for place, colour in {
        role.Window: colours.paper,
        role.WindowText: colours.ink,
        role.Base: colours.paper,
        role.AlternateBase: colours.raised,
        role.Text: colours.ink,
        role.PlaceholderText: colours.muted,
        role.Button: colours.raised,
        role.ButtonText: colours.ink,
        role.BrightText: colours.problem,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.ink,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.paper,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Mid: colours.hairline,
        role.Midlight: colours.track,
        role.Dark: colours.control,
        role.Light: colours.raised,
        role.Shadow: colours.control,
        role.Accent: colours.accent,
    }.items():
        result.setColor(place, QColor(colour))
    for place in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, place, QColor(colours.control))
    return result


def stylesheet(colours: Colours) -> str:
    """The few things that a palette cannot express."""
    return f"""
    QToolTip {{
        color: {colours.ink}; background: {colours.raised};
        border: 1px solid {colours.hairline}; padding: 4px 6px;
    }}
    QLineEdit[quiet="true"] {{
        color: {colours.ink}; background: transparent; padding: 0; margin: 0;
        border: none; border-bottom: 1px solid transparent;
        selection-background-color: {colours.accent}; selection-color: {colours.paper};
    }}
    QLineEdit[quiet="true"]:hover {{ border-bottom: 1px solid {colours.control}; }}
    QLineEdit[quiet="true"]:focus {{
        background: {colours.paper}; border-bottom: 2px solid {colours.accent};
    }}
    QLineEdit[quiet="true"][wrong="true"] {{ border-bottom: 2px solid {colours.problem}; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QToolButton[segment="true"] {{
        color: {colours.muted}; background: transparent; padding: 3px 2px;
        border: 2px solid transparent;
    }}
    QToolButton[segment="true"][tight="true"] {{ padding: 3px 1px; }}
    QToolButton[segment="true"]:hover {{ color: {colours.ink}; }}
    QToolButton[segment="true"]:checked {{
        color: {colours.ink};
        border-bottom: 2px solid {colours.accent};
    }}
    QToolButton[link="true"] {{
        color: {colours.accent}; background: transparent; padding: 3px 0;
        border: none; border-bottom: 2px solid transparent; text-decoration: underline;
    }}
    QToolButton[link="true"]:focus {{ border-bottom: 2px solid {colours.ink}; }}
    QToolButton[segment="true"]:focus {{ border: 2px solid {colours.ink}; }}
    QTableView {{
        border: none; gridline-color: {colours.hairline}; background: {colours.paper};
    }}
    QHeaderView::section {{
        color: {colours.muted}; background: {colours.paper}; padding: 3px 4px;
        border: none; border-bottom: 1px solid {colours.hairline};
    }}
    """
